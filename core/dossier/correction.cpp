// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/correction.h"

#include "core/dossier/dossier.h"
#include "core/dossier/merge.h"
#include "core/dossier/plaintext.h"
#include "core/dossier/sha256.h"
#include "core/text/explaining.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace countercheck::dossier {

namespace {

using compare::Question;
using compare::QuestionClaim;

constexpr std::array<std::string_view, 6> kinds{"rename", "split", "relation", "mark", "value", "lineage"};

std::optional<read::Qualifier> qualifierFromName(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(read::Qualifier::Vague); ++i)
        if (const auto one = static_cast<read::Qualifier>(i); read::qualifierName(one) == name)
            return one;
    return std::nullopt;
}

class Corrector {
public:
    Corrector(Changeable& questions, compare::SharedVector<compare::Lineage>& lineage,
              const std::vector<Article>& articles, const Relate& relate)
        : questions_(questions), lineage_(lineage), articles_(articles), relate_(relate) {}

    void apply(Placed& placed) {
        const Correction& correction = placed.correction;
        switch (correction.kind) {
        case CorrectionKind::Rename:
            placed.lost = !rename(correction);
            break;
        case CorrectionKind::Split:
            placed.lost = !split(correction);
            break;
        case CorrectionKind::Relation:
            placed.lost = !dismiss(correction);
            break;
        case CorrectionKind::Mark:
            placed.lost = !mark(placed);
            break;
        case CorrectionKind::Value:
            placed.lost = !revalue(placed);
            break;
        case CorrectionKind::Lineage:
            placed.lost = !relineage(placed);
            break;
        }
    }

    [[nodiscard]] Corrected finish(std::vector<std::uint32_t>& origin) {
        if (lineageChanged_)
            recountOrigins(origin);
        for (const std::uint32_t number : touched_) {
            Question& question = questions_.edit(number);
            putInOrder(question);
            if (!origin.empty())
                question.origins = originsOf(question, origin);
        }
        return {lineageChanged_};
    }

private:
    struct Found {
        std::uint32_t question = 0, claim = 0;
    };

    /// The claim of that question at the anchor's place, else the only one with its words in that article.
    std::optional<std::uint32_t> claimIn(const Question& question, const ClaimAnchor& anchor) const {
        const auto article = questions_.place(anchor.article);
        if (!article)
            return std::nullopt;
        const auto byte = byteOfCodePoint(articles_[*article].text, anchor.start);
        std::optional<std::uint32_t> only;
        bool several = false;
        for (std::uint32_t i = 0; i < question.claims.size(); ++i) {
            const QuestionClaim& claim = question.claims[i];
            if (claim.article != *article || claim.quote != anchor.quote)
                continue;
            if (byte && claim.words.begin == *byte)
                return i;
            several = only.has_value();
            only = i;
        }
        return several ? std::nullopt : only;
    }

    /// The questions in which that claim may stand, ascending.
    std::vector<std::uint32_t> near(const ClaimAnchor& anchor) const {
        const auto article = questions_.place(anchor.article);
        return article ? questions_.holding(*article) : std::vector<std::uint32_t>();
    }
    std::optional<std::uint32_t> claimAt(std::uint32_t number, const ClaimAnchor& anchor) const {
        const Question* question = questions_.at(number);
        return question ? claimIn(*question, anchor) : std::nullopt;
    }

    /// By its key, else the one question that holds more than half of the anchors whose articles are there.
    std::optional<std::uint32_t> questionOf(const Correction& correction) const {
        if (const auto found = questions_.find(correction.question.value))
            return found;
        std::size_t present = 0;
        std::map<std::uint32_t, std::size_t> held;
        for (const auto& anchor : correction.anchors) {
            present += questions_.place(anchor.article) ? 1U : 0U;
            for (const std::uint32_t number : near(anchor))
                if (claimAt(number, anchor))
                    ++held[number];
        }
        std::optional<std::uint32_t> best;
        for (const auto& [number, count] : held)
            if (count * 2 > present) {
                if (best)
                    return std::nullopt;
                best = number;
            }
        return best;
    }
    /// The claim that a correction is about: in its question, else in the only question that has it.
    std::optional<Found> claimOf(const Correction& correction, const ClaimAnchor& anchor) const {
        if (const auto question = questionOf(correction))
            if (const auto claim = claimAt(*question, anchor))
                return Found{*question, *claim};
        std::optional<Found> only;
        for (const std::uint32_t number : near(anchor))
            if (const auto claim = claimAt(number, anchor)) {
                if (only)
                    return std::nullopt;
                only = Found{number, *claim};
            }
        return only;
    }

    void relateAnew(Question& question, std::uint32_t claim) {
        std::erase_if(question.relations.edit(), [&](const auto& r) { return r.a == claim || r.b == claim; });
        for (std::uint32_t other = 0; other < question.claims.size(); ++other)
            if (other != claim && relate_)
                if (auto relation = relate_(question, std::min(other, claim), std::max(other, claim), articles_))
                    question.relations.push_back(std::move(*relation));
        std::stable_sort(question.relations.begin(), question.relations.end(),
                         [](const auto& x, const auto& y) { return x.kind < y.kind; });
    }

    bool rename(const Correction& correction) {
        const auto at = questionOf(correction);
        if (!at)
            return false;
        Question& question = questions_.edit(*at);
        question.label = question.title = correction.text;
        return true;
    }

    bool split(const Correction& correction) {
        std::vector<Found> out;
        for (const auto& anchor : correction.claims)
            if (const auto found = claimOf(correction, anchor))
                out.push_back(*found);
        if (out.size() != correction.claims.size() || out.empty())
            return false;
        const std::uint32_t from = out.front().question;
        if (std::any_of(out.begin(), out.end(), [&](const Found& one) { return one.question != from; }))
            return false;
        if (out.size() >= questions_.at(from)->claims.size())
            return true; // they stand alone already
        Question& old = questions_.edit(from);
        constexpr auto stays = static_cast<std::uint32_t>(-1);
        std::vector<std::uint32_t> moved(old.claims.size(), stays), kept(old.claims.size(), stays);
        Question fresh;
        const ClaimAnchor& first = correction.claims.front();
        fresh.key = old.key + "~" + sha256Hex(first.article.sha256 + "|" + first.quote).substr(0, 8);
        fresh.label = old.label;
        fresh.title = old.title;
        fresh.kind = old.kind;
        fresh.because = {"set apart from “" + old.label + "” by a person"};
        std::vector<QuestionClaim> rest;
        for (const Found& one : out)
            moved[one.claim] = 0;
        for (std::uint32_t i = 0; i < old.claims.size(); ++i) {
            auto& to = moved[i] == stays ? rest : fresh.claims.edit();
            (moved[i] == stays ? kept[i] : moved[i]) = static_cast<std::uint32_t>(to.size());
            to.push_back(std::move(old.claims[i]));
        }
        std::vector<compare::Relation> remaining;
        for (auto& relation : old.relations) {
            const bool a = moved[relation.a] != stays;
            if (a != (moved[relation.b] != stays))
                continue;
            const auto& places = a ? moved : kept;
            relation.a = places[relation.a];
            relation.b = places[relation.b];
            (a ? fresh.relations.edit() : remaining).push_back(std::move(relation));
        }
        old.claims = std::move(rest);
        old.relations = std::move(remaining);
        touched_.insert(from);
        touched_.insert(questions_.add(std::move(fresh)));
        return true;
    }

    bool dismiss(const Correction& correction) {
        const auto a = claimOf(correction, correction.claims[0]);
        const auto b = claimOf(correction, correction.claims[1]);
        if (!a || !b || a->question != b->question)
            return false;
        Question& question = questions_.edit(a->question);
        std::erase_if(question.relations.edit(), [&](const auto& r) {
            return (r.a == a->claim && r.b == b->claim) || (r.a == b->claim && r.b == a->claim);
        });
        question.because.push_back("a relation dismissed by a person: " + correction.reason);
        touched_.insert(a->question);
        return true;
    }

    static void override(QuestionClaim& claim, const Correction& correction) {
        if (correction.value || correction.low || correction.high || correction.qualifier) {
            read::FigureSet set = claim.set.value_or(read::FigureSet{});
            const auto decimal = [](const std::string& text) {
                return text.empty() ? std::nullopt : read::Decimal::tryFrom(text);
            };
            if (correction.value) {
                set.headline = decimal(*correction.value);
                if (!correction.low && !correction.high) {
                    set.low = set.high = set.headline;
                    set.lowInclusive = set.highInclusive = true;
                    set.qualifier = read::Qualifier::Exact;
                }
            }
            if (correction.low) {
                set.low = decimal(*correction.low);
                set.lowInclusive = true;
            }
            if (correction.high) {
                set.high = decimal(*correction.high);
                set.highInclusive = true;
            }
            if (correction.qualifier && !correction.low && !correction.high && set.headline)
                if (const auto hedge = read::hedgeOf(*qualifierFromName(*correction.qualifier)))
                    set =
                        read::figureSet(*set.headline, *hedge, claim.unit.empty()); // the bounds follow from the hedge
            if (correction.qualifier) {
                set.qualifier = *qualifierFromName(*correction.qualifier);
                set.lowInclusive = set.qualifier != read::Qualifier::MoreThan;
                set.highInclusive =
                    set.qualifier != read::Qualifier::LessThan && set.qualifier != read::Qualifier::Nearly;
            }
            claim.set = set;
        }
        if (correction.unit)
            claim.unit = *correction.unit;
        if (correction.attribution)
            claim.attribution = *correction.attribution;
        if (correction.from || correction.to) {
            read::TimeSpan time = claim.time.value_or(read::TimeSpan{});
            if (correction.from)
                time.from = *read::parseIsoTime(*correction.from);
            if (correction.to)
                time.to = *read::parseIsoTime(*correction.to);
            claim.time = time;
        }
    }

    bool mark(const Placed& placed) {
        const Correction& correction = placed.correction;
        const ClaimAnchor& anchor = correction.claims.front();
        const auto article = questions_.place(anchor.article);
        if (!article)
            return false;
        const std::string_view text = articles_[*article].text;
        const auto begin = byteOfCodePoint(text, anchor.start);
        if (!begin || text.substr(*begin, anchor.quote.size()) != anchor.quote)
            return false;
        std::optional<std::uint32_t> at;
        if (!correction.question.value.empty()) {
            at = questionOf(correction);
            if (!at)
                return false;
        } else {
            Question fresh;
            fresh.key = "person~" + sha256Hex(anchor.article.sha256 + "|" + std::to_string(anchor.start) + "|" +
                                              anchor.quote + "|" + correction.text)
                                        .substr(0, 12);
            fresh.label = fresh.title = correction.text;
            fresh.because = {"asked by a person"};
            at = questions_.find(fresh.key);
            if (!at)
                at = questions_.add(std::move(fresh));
        }
        Question& question = questions_.edit(*at);
        QuestionClaim claim;
        claim.article = *article;
        claim.words = {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*begin + anchor.quote.size())};
        claim.sentence = claim.words;
        claim.quote = claim.shown = anchor.quote;
        claim.derivation = "marked by " + placed.stamp.by;
        claim.person = placed.stamp.by;
        override(claim, correction);
        question.claims.push_back(std::move(claim));
        relateAnew(question, static_cast<std::uint32_t>(question.claims.size() - 1));
        touched_.insert(*at);
        return true;
    }

    bool revalue(const Placed& placed) {
        const auto found = claimOf(placed.correction, placed.correction.claims.front());
        if (!found)
            return false;
        Question& question = questions_.edit(found->question);
        QuestionClaim& claim = question.claims[found->claim];
        override(claim, placed.correction);
        claim.derivation += " ← corrected by " + placed.stamp.by;
        claim.person = placed.stamp.by;
        relateAnew(question, found->claim);
        touched_.insert(found->question);
        return true;
    }

    bool relineage(const Placed& placed) {
        const Correction& correction = placed.correction;
        const auto a = questions_.place(correction.articles[0]);
        const auto b = questions_.place(correction.articles[1]);
        if (!a || !b)
            return false;
        auto& lineage = lineage_.edit();
        std::erase_if(lineage, [&](const compare::Lineage& one) {
            return (one.a == *a && one.b == *b) || (one.a == *b && one.b == *a);
        });
        if (correction.text == "derived") {
            compare::Lineage one;
            one.a = *a;
            one.b = *b;
            one.kind = compare::LineageKind::Derived;
            const std::string by = text::verbatim(placed.stamp.by), reason = text::verbatim(correction.reason);
            one.explanation = reason.empty() ? text::explained("marked as derived by {0}", {by})
                                             : text::explained("marked as derived by {0}: {1}", {by, reason});
            lineage.push_back(std::move(one));
        }
        lineageChanged_ = true;
        return true;
    }

    /// Articles that rest on one another are one origin.
    void recountOrigins(std::vector<std::uint32_t>& origin) const {
        std::vector<std::uint32_t> group(articles_.size());
        std::iota(group.begin(), group.end(), 0U);
        const auto root = [&](std::uint32_t i) {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        };
        for (const auto& one : std::as_const(lineage_))
            if (one.a < group.size() && one.b < group.size()) {
                const auto a = root(one.a);
                const auto b = root(one.b);
                group[std::max(a, b)] = std::min(a, b);
            }
        origin.resize(group.size());
        for (std::uint32_t i = 0; i < group.size(); ++i)
            origin[i] = root(i);
    }

    Changeable& questions_;
    compare::SharedVector<compare::Lineage>& lineage_;
    const std::vector<Article>& articles_;
    const Relate& relate_;
    std::set<std::uint32_t> touched_;
    bool lineageChanged_ = false;
};

} // namespace

std::string_view correctionKindName(CorrectionKind kind) {
    const auto i = static_cast<std::size_t>(kind);
    return i < kinds.size() ? kinds[i] : std::string_view{};
}
std::optional<CorrectionKind> correctionKindFromName(std::string_view name) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == name)
            return static_cast<CorrectionKind>(i);
    return std::nullopt;
}

Corrected correct(Changeable& questions, compare::SharedVector<compare::Lineage>& lineage,
                  std::vector<std::uint32_t>& origin, std::vector<Placed>& corrections,
                  const std::vector<Article>& articles, const Relate& relate) {
    Corrector corrector(questions, lineage, articles, relate);
    for (Placed& placed : corrections)
        corrector.apply(placed);
    return corrector.finish(origin);
}

std::string wrongWithValue(const Correction& correction) {
    const auto decimal = [](const char* name, const std::optional<std::string>& text) {
        return !text || text->empty() || isPlainDecimal(*text)
                   ? std::string()
                   : std::string(name) + " is “" + *text + "”: write a plain number like 160 or 2.5, or leave it empty";
    };
    for (const auto& [name, text] : {std::pair("value", &correction.value), std::pair("low", &correction.low),
                                     std::pair("high", &correction.high)})
        if (std::string wrong = decimal(name, *text); !wrong.empty())
            return wrong;
    if (correction.low && correction.high && !correction.low->empty() && !correction.high->empty() &&
        *read::Decimal::tryFrom(*correction.low) > *read::Decimal::tryFrom(*correction.high))
        return "low (" + *correction.low + ") is greater than high (" + *correction.high + "): exchange them";
    if (correction.qualifier && !qualifierFromName(*correction.qualifier))
        return "the qualifier is “" + *correction.qualifier +
               "”: it must be exact, approximate, nearly, at-least, more-than, at-most, less-than, range or vague";
    for (const auto& [name, text] : {std::pair("from", &correction.from), std::pair("to", &correction.to)})
        if (*text && !read::parseIsoTime(**text))
            return std::string(name) + " is “" + **text + "”: write it like 2026-01-13 or 2026-01-13T08:15";
    return {};
}

} // namespace countercheck::dossier
