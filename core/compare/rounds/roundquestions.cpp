// SPDX-License-Identifier: GPL-3.0-or-later
// Questions: found again or put together, named, ordered.
#include "core/compare/assemble.h"
#include "core/compare/digest/titles.h"
#include "core/compare/gate/rivalcauses.h"
#include "core/compare/gate/rivalcounts.h"
#include "core/compare/gate/rivalnames.h"
#include "core/compare/gate/rivalroles.h"
#include "core/compare/gate/rivalslots.h"
#include "core/compare/gate/spellednames.h"
#include "core/compare/letter.h"
#include "core/compare/parallel.h"
#include "core/compare/rounds/changed.h"
#include "core/compare/rounds/round.h"
#include "core/text/explaining.h"

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace countercheck::compare {

namespace {

constexpr std::size_t large = 64; ///< of a question with more claims, digests are not all open at once

/// What putting a question together asks of an article beyond the claims themselves.
std::shared_ptr<Digest> shell(const Digest& of) {
    auto out = std::make_shared<Digest>();
    out->text = of.text;
    out->publisher = of.publisher;
    out->published = of.published;
    out->language = of.language;
    return out;
}

} // namespace

std::uint32_t Round::Asked::partOf(std::uint32_t claim) const {
    const Group& group = part->group;
    for (std::size_t i = 0; i < group.parts.size(); ++i)
        if ((*component)[group.members[i]] == claim)
            return group.parts[i];
    return 0;
}

std::unique_ptr<Question> Round::make(const std::vector<std::uint32_t>& claims, const Asked* asked,
                                      std::vector<std::string> because) const {
    std::vector<Member> members;
    members.reserve(claims.size());
    std::vector<std::shared_ptr<const Digest>> held;
    for (std::size_t i = 0; i < claims.size();) {
        const std::uint32_t article = articleOf_[claims[i]];
        std::size_t end = i;
        while (end < claims.size() && articleOf_[claims[end]] == article)
            ++end;
        std::shared_ptr<const Digest> digest = open(article);
        if (claims.size() > large) {
            auto part = shell(*digest);
            for (std::size_t k = i; k < end; ++k)
                part->facts.push_back(digest->facts[claims[k] - firstOf_[article]]);
            if (part->facts.front().kind == claim::ClaimKind::Responsibility)
                part->names = digest->names;
            digest = std::move(part);
        }
        for (std::size_t k = i; k < end; ++k) {
            const std::uint32_t fact = claims[k] - firstOf_[article];
            members.push_back({{article, fact, &digest->facts[claims.size() > large ? k - i : fact], digest.get()},
                               place_[claims[k]],
                               asked ? asked->partOf(claims[k]) : 0});
        }
        held.push_back(std::move(digest));
        i = end;
    }
    Bridges bridges;
    if (asked)
        for (const Join& join : asked->part->group.bridges)
            bridges.emplace_back(std::minmax(place_[(*asked->component)[join.a]], place_[(*asked->component)[join.b]]));
    std::sort(bridges.begin(), bridges.end());
    auto question =
        questionOf({&dateFrom_, memory_.settings, memory_.few}, std::move(members), bridges, std::move(because));
    return question ? std::make_unique<Question>(std::move(*question)) : nullptr;
}

/// Why the claims are in one question.
void Round::tellReasons(const Asked& asked, std::vector<std::string>& because) const {
    for (const Join& join : asked.part->group.joins)
        for (std::string& line : judge((*asked.component)[join.a], (*asked.component)[join.b], true).because)
            if (std::find(because.begin(), because.end(), line) == because.end())
                because.push_back(std::move(line));
    tellLimits(asked.members, because);
}

/// Where not all claims were put side by side, the question says so.
void Round::tellLimits(const std::vector<std::uint32_t>& claims, std::vector<std::string>& because) const {
    std::uint32_t before = none;
    for (const std::uint32_t c : claims) {
        const std::uint32_t article = std::exchange(before, articleOf_[c]);
        if (memory_.few && articleOf_[c] != article && known_[before]->facts > wholeReport)
            because.push_back(
                text::explained("{0} makes {1} claims: each was put beside those nearest to it and the "
                                "nearest that say the same, not beside all",
                                {articleLetter(before), text::explainedNumber(std::to_string(known_[before]->facts))}));
    }
}

std::unique_ptr<Question> Round::again(const Made& from) const {
    if (from.index == Made::none)
        return nullptr;
    auto question = std::make_unique<Question>(memory_.lastQuestions.get()[from.index]);
    question->key.resize(from.keyLength);
    question->title.resize(from.titleLength);
    return question;
}

/// Questions that an article answers alone, by its claims.
void Round::makeAlone(std::uint32_t article, std::vector<std::unique_ptr<Question>>& out) const {
    const std::vector<Made>& before = known_[article]->alone;
    for (std::uint32_t c = firstOf_[article]; c < firstOf_[article + 1]; ++c) {
        if (groupOf_[c] != none)
            continue;
        const Made found = before.empty() ? Made{} : before[c - firstOf_[article]];
        if (found.index == Made::unknown) {
            out[c] = make({c}, nullptr, {});
        } else {
            out[c] = again(found);
            if (out[c] && std::as_const(*out[c]).claims.front().article != article)
                out[c]->claims.front().article = article;
        }
    }
}

bool Round::ask() {
    std::vector<std::unique_ptr<Question>> made(articleOf_.size());
    inParallel((inputs_.size() + chunk - 1) / chunk, memory_.threads, stop_, [&](std::size_t k) {
        for (std::size_t a = k * chunk; a < std::min(inputs_.size(), (k + 1) * chunk); ++a)
            makeAlone(static_cast<std::uint32_t>(a), made);
    });
    inParallel((groups_.size() + chunk - 1) / chunk, memory_.threads, stop_, [&](std::size_t k) {
        std::vector<std::uint32_t> articlesNow;
        for (std::size_t g = k * chunk; g < std::min(groups_.size(), (k + 1) * chunk); ++g) {
            const Asked& asked = groups_[g];
            articlesNow.clear();
            for (const std::uint32_t m : asked.part->group.members) {
                const std::uint32_t article = articleOf_[(*asked.component)[m]];
                articlesNow.push_back(article);
                articlesNow.push_back(dateFrom_[article].value_or(none));
            }
            std::unique_ptr<Question>& question = made[asked.members.front()];
            if (asked.part->made.index != Made::unknown && asked.part->articles == articlesNow) {
                question = again(asked.part->made);
                continue;
            }
            std::vector<std::string> because;
            if (memory_.settings.reasons)
                tellReasons(asked, because);
            question = make(asked.members, &asked, std::move(because));
            asked.part->made = {};
            asked.part->articles = articlesNow;
        }
    });
    if (stop_.stop_requested())
        return false;
    // From here on nothing stops: what is remembered is of this call.
    for (auto& [hash, k] : memory_.known) // also of an article that is read with another's date now
        k->alone.clear();
    if (memory_.keep)
        for (Known* k : known_)
            k->alone.assign(k->facts, {});
    questionOf_.assign(articleOf_.size(), none);
    for (std::uint32_t c = 0; c < made.size(); ++c) {
        const std::uint32_t g = groupOf_[c];
        Made* where = nullptr;
        if (memory_.keep && g == none)
            where = &known_[articleOf_[c]]->alone[c - firstOf_[articleOf_[c]]];
        else if (memory_.keep && groups_[g].members.front() == c)
            where = &groups_[g].part->made;
        if (!made[c]) {
            if (where)
                where->index = Made::none;
            continue;
        }
        const auto number = static_cast<std::uint32_t>(put_.size());
        std::uint32_t earliest = place_[c];
        questionOf_[c] = number;
        if (g != none)
            for (const std::uint32_t m : groups_[g].members) {
                earliest = std::min(earliest, place_[m]);
                questionOf_[m] = number;
            }
        put_.push_back({where, static_cast<std::uint32_t>(made[c]->key.size()),
                        static_cast<std::uint32_t>(made[c]->title.size()), earliest});
        questions_.push_back(std::move(*made[c]));
        made[c].reset();
    }
    return true;
}

void Round::nameAndOrder(Comparison& out) {
    std::vector<const std::vector<NameForm>*> forms;
    forms.reserve(known_.size());
    for (const Known* known : known_)
        forms.push_back(&known->forms);
    const auto take = [&](std::vector<Question> more) {
        std::move(more.begin(), more.end(), std::back_inserter(questions_));
    };
    take(nameQuestions(forms, [&](std::uint32_t article) { return open(article); }));
    if (memory_.few) {
        std::vector<std::shared_ptr<const Digest>> held;
        std::vector<const Digest*> digests;
        for (std::uint32_t a = 0; a < inputs_.size(); ++a) {
            held.push_back(open(a));
            digests.push_back(held.back().get());
        }
        take(rivalNames(digests));
        take(rivalSlots(digests, common_, questions_));
        take(rivalRoles(digests, common_, questions_));
        take(spelledNames(digests, common_, questions_));
        take(rivalCauses(digests, common_, questions_));
        take(rivalCounts(digests, common_, memory_.settings.hedgePercent, titleOf, questions_));
        take(rivalNouns(digests, common_, questions_));
    }
    std::vector<std::uint32_t> first(questions_.size(), static_cast<std::uint32_t>(articleOf_.size()));
    for (std::size_t i = 0; i < put_.size(); ++i)
        first[i] = put_[i].earliest;
    tellKeysApart(questions_, first);
    tellTitlesApart(questions_);
    inParallel((questions_.size() + chunk - 1) / chunk, memory_.threads, {}, [&](std::size_t k) {
        for (std::size_t i = k * chunk; i < std::min(questions_.size(), (k + 1) * chunk); ++i)
            questions_[i].origins = originsOf(questions_[i], origin_);
    });
    std::vector<NearMiss> near = nearMisses();

    // The gravest first; among equals the one that most articles answer, names last.
    std::vector<std::uint32_t> order(questions_.size());
    std::vector<std::tuple<int, bool, std::int64_t>> weight(questions_.size());
    for (std::uint32_t i = 0; i < questions_.size(); ++i) {
        const auto status = std::as_const(questions_[i]).status();
        order[i] = i;
        weight[i] = {status ? static_cast<int>(*status) : 9, questions_[i].kind == QuestionKind::Name,
                     -static_cast<std::int64_t>(coverage(questions_[i]))};
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t p, std::uint32_t q) { return weight[p] < weight[q]; });
    std::vector<Question> sorted;
    sorted.reserve(questions_.size());
    for (const std::uint32_t i : order) {
        if (i < put_.size() && put_[i].remembered)
            *put_[i].remembered = {static_cast<std::uint32_t>(sorted.size()), put_[i].keyLength, put_[i].titleLength};
        sorted.push_back(std::move(questions_[i]));
    }
    questions_ = {};
    out.questions = std::move(sorted);
    if (memory_.keep) {
        memory_.lastQuestions = out.questions;
        std::erase_if(memory_.components, [&](const auto& entry) { return entry.second.call != memory_.call; });
    }
    tellChangedFigures(std::as_const(out.questions).get(), links_);
    out.lineage = std::move(links_);
    out.nearMisses = std::move(near);
    out.origin = std::move(origin_);
}

std::vector<NearMiss> Round::nearMisses() {
    std::vector<NearMiss> near;
    const std::size_t most = memory_.settings.nearMisses;
    for (auto* list : {&below_, &refused_}) {
        const auto earlier = [&](const Join& p, const Join& q) {
            return std::tuple(-p.strength, place_[p.a], place_[p.b]) <
                   std::tuple(-q.strength, place_[q.a], place_[q.b]);
        };
        std::unordered_set<std::uint64_t> told;
        std::size_t sortedTo = 0; // as many as are looked at
        for (std::size_t i = 0; i < list->size() && near.size() < most; ++i) {
            if (i == sortedTo) {
                sortedTo = std::min(list->size(), sortedTo * 4 + 1024);
                std::partial_sort(list->begin() + static_cast<std::ptrdiff_t>(i),
                                  list->begin() + static_cast<std::ptrdiff_t>(sortedTo), list->end(), earlier);
            }
            const Join& pair = (*list)[i];
            const std::uint32_t a = questionOf_[pair.a], b = questionOf_[pair.b];
            if (a == none || b == none || a == b || articleOf_[pair.a] == articleOf_[pair.b] ||
                !told.insert(pairKey(a, b)).second)
                continue;
            const std::vector<std::string> why = judge(pair.a, pair.b, true).because;
            near.push_back(
                {questions_[a].key, questions_[b].key, why.size() > 1 ? why.front() + "; " + why.back() : why.front()});
        }
    }
    return near;
}

} // namespace countercheck::compare
