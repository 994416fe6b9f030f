// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/compare.h"

#include "core/compare/align.h"
#include "core/compare/letter.h"
#include "core/compare/lineage.h"
#include "core/compare/names.h"
#include "core/compare/relate.h"
#include "core/compare/titles.h"
#include "core/read/gazetteer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <thread>
#include <tuple>

namespace countercheck::compare {

namespace {

using claim::Claim;
using claim::ClaimKind;

QuestionClaim claimOf(const Candidate& c) {
    const ReadArticle& in = *c.in;
    const Claim& claim = *c.claim;
    QuestionClaim out;
    out.article = c.article;
    out.words = in.reading.map.toCaptured(claim.highlight);
    out.sentence = in.reading.map.toCaptured(in.reading.sentences[claim.sentence].span);
    out.quote = std::string(out.words.of(in.reading.captured));
    out.shown = std::string(in.reading.of(claim.highlight));
    if (claim.figure >= 0) {
        const read::Figure& figure = in.mentions.figures[static_cast<std::size_t>(claim.figure)];
        out.set = figure.set;
        out.unit = figure.unit;
        out.derivation = figure.derivation.toString();
    }
    if (claim.time >= 0) {
        const read::TimeMention& time = in.mentions.times[static_cast<std::size_t>(claim.time)];
        out.time = time.resolved;
        out.derivation = time.derivation.toString();
    }
    for (const std::string& line : claim.because)
        out.derivation += (out.derivation.empty() ? "" : "; ") + line;
    if (claim.attribution >= 0) {
        const read::Attribution& a = in.mentions.attributions[static_cast<std::size_t>(claim.attribution)];
        out.attribution = a.source;
        out.via = a.via;
    }
    if (claim.kind == ClaimKind::Quote) // the comma before the closing mark is the report's, not the speaker's
        while (!out.shown.empty() && (out.shown.back() == ',' || out.shown.back() == '.' || out.shown.back() == ' '))
            out.shown.pop_back();
    if (claim.kind == ClaimKind::Quote && out.attribution.empty())
        out.attribution = claim.subject;
    out.modality = claim.modality;
    out.negative = claim.negative;
    return out;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : text::foldAccents(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
            if (static_cast<unsigned char>(c) < 0x80)
                word += c;
        } else if (!word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        out.push_back(std::move(word));
    return out;
}

std::optional<Ruling> relateQuotes(const Side& a, const Side& b) {
    const auto x = wordsOf(a.claim.shown), y = wordsOf(b.claim.shown);
    const std::string both =
        "“" + a.claim.shown + "” (" + a.letter + ") and “" + b.claim.shown + "” (" + b.letter + ")";
    if (x == y)
        return Ruling{RelationKind::Agreement, Reason::Wording, Supersedes::None, both + ": the same words."};
    const auto& small = x.size() < y.size() ? x : y;
    const auto& large = x.size() < y.size() ? y : x;
    if (std::search(large.begin(), large.end(), small.begin(), small.end()) != large.end())
        return Ruling{RelationKind::Refinement, Reason::Wording, Supersedes::None,
                      both + ": one quotes a part of the other's words."};
    // A negation or a figure that only one of them has.
    const auto only = [](const std::vector<std::string>& p, const std::vector<std::string>& q, auto test) {
        return std::any_of(p.begin(), p.end(), [&](const std::string& w) {
            return test(w) && std::find(q.begin(), q.end(), w) == q.end();
        });
    };
    const auto negation = [](const std::string& w) {
        return w == "not" || w == "no" || w == "never" || w == "without";
    };
    const auto number = [](const std::string& w) { return w[0] >= '0' && w[0] <= '9'; };
    if (only(x, y, negation) != only(y, x, negation))
        return Ruling{RelationKind::Contradiction, Reason::Polarity, Supersedes::None,
                      both + ": a negation stands in one only."};
    if (only(x, y, number) && only(y, x, number))
        return Ruling{RelationKind::Contradiction, Reason::Value, Supersedes::None,
                      both + ": a figure in the quoted words differs."};
    return Ruling{RelationKind::Discrepancy, Reason::Wording, Supersedes::None, both + ": the quoted words differ."};
}

std::optional<Ruling> relateDeeds(const Candidate& p, const Candidate& q, const Side& a, const Side& b) {
    const std::string both =
        "“" + a.claim.shown + "” (" + a.letter + ") and “" + b.claim.shown + "” (" + b.letter + ")";
    if (a.claim.negative != b.claim.negative)
        return Ruling{RelationKind::Contradiction, Reason::Polarity, Supersedes::None,
                      both + ": claimed in one, not claimed in the other."};
    const std::string x = text::foldAccents(p.claim->subject), y = text::foldAccents(q.claim->subject);
    const auto sameEntity = [&] {
        for (const read::Entity& e : p.in->mentions.entities)
            for (const read::Entity& f : q.in->mentions.entities)
                if (text::foldAccents(e.name) == x && text::foldAccents(f.name) == y &&
                    (x == y || (!e.acronym.empty() && e.acronym == f.acronym)))
                    return true;
        return x == y;
    };
    if (sameEntity())
        return Ruling{RelationKind::Agreement, x == y ? Reason::Value : Reason::Alias, Supersedes::None,
                      both + ": the same name."};
    return Ruling{RelationKind::Discrepancy, Reason::Value, Supersedes::None, both + ": they name different doers."};
}

/// Ages a year apart may both be right: a birthday may lie between the reports.
std::optional<Ruling> relateAges(const Side& a, const Side& b, const Settings& settings) {
    auto ruling = relateFigures(a, b, settings.hedgePercent);
    if (!ruling || ruling->kind != RelationKind::Contradiction || !a.claim.set->headline || !b.claim.set->headline)
        return ruling;
    const auto difference = a.claim.set->headline->minus(*b.claim.set->headline);
    const bool sameDay = a.published && b.published && *a.published / 86400 == *b.published / 86400;
    if (difference && !sameDay && (*difference == read::Decimal(1) || *difference == read::Decimal(-1)))
        return Ruling{RelationKind::Refinement, Reason::Update, Supersedes::None,
                      ruling->explanation.substr(0, ruling->explanation.find(':')) +
                          ": a year apart, and not shown to be of one day; a birthday may lie between."};
    return ruling;
}

std::optional<Ruling> relatePlaces(const Side& a, const Side& b) {
    const std::string both =
        "“" + a.claim.shown + "” (" + a.letter + ") and “" + b.claim.shown + "” (" + b.letter + ")";
    const auto relation = read::placeRelation(a.claim.shown, b.claim.shown);
    if (text::foldAccents(a.claim.shown) == text::foldAccents(b.claim.shown) || relation == read::PlaceRelation::Same)
        return Ruling{RelationKind::Agreement, a.claim.shown == b.claim.shown ? Reason::Value : Reason::Spelling,
                      Supersedes::None, both + " are the same place."};
    if (relation == read::PlaceRelation::Inside || relation == read::PlaceRelation::Holds)
        return Ruling{RelationKind::Refinement, Reason::Precision, Supersedes::None,
                      both + ": by the gazetteer " +
                          (relation == read::PlaceRelation::Inside ? "the first lies in the second"
                                                                   : "the second lies in the first") +
                          ", so one only makes the other more precise."};
    return std::nullopt;
}

/// The relation of two members of a group; nothing where there is none to show.
std::optional<Relation> relate(const Candidate& p, const Candidate& q, const QuestionClaim& x, const QuestionClaim& y,
                               std::uint32_t i, std::uint32_t j, const Settings& settings) {
    const Side a{x, articleLetter(x.article), p.in->published, p.claim->marks.growth || p.claim->marks.soFar};
    const Side b{y, articleLetter(y.article), q.in->published, q.claim->marks.growth || q.claim->marks.soFar};
    const auto borrowed = [&](const Candidate& c, const Side& side) {
        return c.in->dateFrom ? " " + side.letter + " carries no date; " + articleLetter(*c.in->dateFrom) +
                                    "'s is taken, because one is written from the other."
                              : std::string{};
    };
    std::optional<Ruling> ruling;
    switch (p.claim->kind) {
    case ClaimKind::Date: {
        // Only the beginning (or the end) is asked of "since July": the stretch that the words themselves name.
        ruling = p.claim->anchor.unresolved.empty()
                     ? relateTimes(a, b)
                     : relateYearless(a, b, p.claim->anchor.unresolved, q.claim->anchor.unresolved);
        if (ruling)
            ruling->explanation += borrowed(p, a) + borrowed(q, b);
        break;
    }
    case ClaimKind::Quote:
        ruling = relateQuotes(a, b);
        break;
    case ClaimKind::Responsibility:
        ruling = relateDeeds(p, q, a, b);
        break;
    case ClaimKind::Place:
        ruling = relatePlaces(a, b);
        break;
    case ClaimKind::Age:
        ruling = relateAges(a, b, settings);
        break;
    default:
        ruling = relateFigures(a, b, settings.hedgePercent);
        if (p.claim->negatedVerb != q.claim->negatedVerb && ruling) {
            // One says that it is so, the other that it is not: only of the same figure is that a conflict.
            if (ruling->kind != RelationKind::Agreement)
                return std::nullopt;
            ruling->kind = RelationKind::Contradiction;
            ruling->reason = Reason::Polarity;
            ruling->explanation += " One says that it is so, the other that it is not.";
        }
        break;
    }
    if (!ruling)
        return std::nullopt;
    if (x.article == y.article && ruling->kind >= RelationKind::Refinement)
        return std::nullopt; // a report that says the same again, more or less finely
    if (ruling->kind == RelationKind::Agreement && ruling->reason != Reason::Unit && x.modality != y.modality &&
        (x.modality == read::Modality::Possible || y.modality == read::Modality::Possible) &&
        p.claim->kind != ClaimKind::Quote && p.claim->kind != ClaimKind::Place && p.claim->kind != ClaimKind::Date) {
        ruling->kind = RelationKind::Refinement;
        ruling->reason = Reason::Modality;
        ruling->explanation += " One says that it is so, the other that it may be.";
    }
    return Relation{i, j, ruling->kind, ruling->reason, ruling->supersedes, std::move(ruling->explanation)};
}

/// Sources that are one origin although two articles name them: the same proper name.
std::string originName(const QuestionClaim& claim) {
    const std::string folded = text::foldAccents(claim.attribution);
    const bool proper = !claim.attribution.empty() && claim.attribution[0] >= 'A' && claim.attribution[0] <= 'Z';
    return proper ? folded : std::string{};
}

std::uint32_t originsOf(const Question& question, const std::vector<std::uint32_t>& origin) {
    std::map<std::string, std::uint32_t> byName;
    std::vector<std::uint32_t> parent(origin.size());
    for (std::uint32_t i = 0; i < parent.size(); ++i)
        parent[i] = origin[i];
    std::set<std::uint32_t> roots;
    const auto root = [&](std::uint32_t i) {
        while (parent[i] != i)
            i = parent[i];
        return i;
    };
    for (const QuestionClaim& claim : question.claims) {
        const std::string name = originName(claim);
        if (name.empty())
            continue;
        const auto [it, fresh] = byName.try_emplace(name, claim.article);
        if (!fresh) {
            const std::uint32_t p = root(it->second), q = root(claim.article);
            parent[std::max(p, q)] = std::min(p, q);
        }
    }
    for (const QuestionClaim& claim : question.claims)
        roots.insert(root(claim.article));
    return static_cast<std::uint32_t>(roots.size());
}

bool worthShowingAlone(const Claim& claim) {
    switch (claim.kind) {
    case ClaimKind::Count:
    case ClaimKind::Money:
    case ClaimKind::Measure:
    case ClaimKind::Percentage:
        return !claim.slot.head.empty() || !claim.slot.event.empty();
    default:
        return false;
    }
}

std::optional<Question> questionOf(const Group& group, const std::vector<Candidate>& candidates,
                                   const std::vector<std::uint32_t>& place, const Settings& settings) {
    Question question;
    std::vector<std::uint32_t> members = group.members;
    const Claim& any = *candidates[members.front()].claim;
    if (any.kind == ClaimKind::Date || any.kind == ClaimKind::Place) {
        // One report gives a time several times: its finest is its answer. A place said twice is one.
        std::map<std::uint32_t, std::uint32_t> best;
        for (const std::uint32_t m : members) {
            const auto [it, fresh] = best.try_emplace(candidates[m].article, m);
            if (!fresh && any.kind == ClaimKind::Date) {
                const claim::Anchor &x = candidates[m].claim->anchor, &y = candidates[it->second].claim->anchor;
                if (x.time && y.time ? x.time->to - x.time->from < y.time->to - y.time->from
                                     : x.unresolved.size() > y.unresolved.size())
                    it->second = m;
            } else if (!fresh && read::placeRelation(candidates[m].claim->place, candidates[it->second].claim->place) ==
                                     read::PlaceRelation::Inside) {
                it->second = m;
            }
        }
        members.clear();
        for (const auto& [article, m] : best)
            members.push_back(m);
        if (members.size() < 2)
            return std::nullopt;
    }
    // The earliest claim that says what is counted gives the names.
    const Candidate* naming =
        &candidates[*std::min_element(members.begin(), members.end(), [&](std::uint32_t p, std::uint32_t q) {
            return std::pair(candidates[p].claim->slot.head.empty(), place[p]) <
                   std::pair(candidates[q].claim->slot.head.empty(), place[q]);
        })];
    question.kind = kindOf(*naming->claim);
    question.label = naming->claim->topic;
    question.title = titleOf(*naming->claim);
    question.key = keyOf(*naming->claim);
    question.because = group.because;
    for (const std::uint32_t m : members)
        question.claims.push_back(claimOf(candidates[m]));
    for (std::uint32_t i = 0; i < members.size(); ++i)
        for (std::uint32_t j = i + 1; j < members.size(); ++j)
            if (auto relation = relate(candidates[members[i]], candidates[members[j]], question.claims[i],
                                       question.claims[j], i, j, settings))
                question.relations.push_back(std::move(*relation));
    std::stable_sort(question.relations.begin(), question.relations.end(),
                     [](const Relation& x, const Relation& y) { return x.kind < y.kind; });
    const bool crossing = std::any_of(question.relations.begin(), question.relations.end(), [&](const Relation& r) {
        return question.claims[r.a].article != question.claims[r.b].article || r.kind < RelationKind::Refinement;
    });
    if (!crossing && !worthShowingAlone(any))
        return std::nullopt;
    return question;
}

std::size_t coverage(const Question& question) {
    std::set<std::uint32_t> in;
    for (const QuestionClaim& claim : question.claims)
        in.insert(claim.article);
    return in.size();
}

/// Questions that came to share a key are told apart. The one that most articles answer (then the earliest) keeps it;
/// the others add the words of a claim, the same whatever articles come in beside them.
void tellApart(std::vector<Question>& questions, const std::vector<std::uint32_t>& first) {
    std::map<std::string, std::vector<std::size_t>> sharing;
    for (std::size_t i = 0; i < questions.size(); ++i)
        sharing[questions[i].key].push_back(i);
    std::set<std::string> taken;
    for (const auto& [key, list] : sharing)
        taken.insert(key);
    for (auto& [key, list] : sharing) {
        std::sort(list.begin(), list.end(), [&](std::size_t p, std::size_t q) {
            const auto weight = [&](std::size_t i) {
                return std::tuple(-static_cast<std::ptrdiff_t>(coverage(questions[i])),
                                  -static_cast<std::ptrdiff_t>(questions[i].claims.size()), first[i]);
            };
            return weight(p) < weight(q);
        });
        for (std::size_t n = 1; n < list.size(); ++n) {
            Question& question = questions[list[n]];
            std::set<std::string> words;
            for (const QuestionClaim& claim : question.claims)
                words.insert(text::foldAccents(claim.quote));
            std::string own = key + "~" + *words.begin();
            for (int k = 2; !taken.insert(own).second; ++k)
                own = key + "~" + *words.begin() + "#" + std::to_string(k);
            question.key = own;
        }
    }
}

} // namespace

void readArticle(const Input& input, const Settings& settings, ReadArticle& out) {
    out.input = input;
    out.published = read::parseIsoTime(input.published);
    text::read(input.text, text::languageFromTag(input.language), out.reading);
    read::ReadContext context;
    context.published = out.published;
    context.hedgePercent = settings.hedgePercent;
    read::readMentions(out.reading, context, out.mentions);
    claim::readClaims(out.reading, out.mentions, context, out.claims);
}

std::optional<Comparison> compareArticles(std::span<const Input> inputs, const Settings& settings,
                                          const Progress& progress, std::stop_token stop, unsigned threads) {
    std::vector<std::unique_ptr<ReadArticle>> storage(inputs.size());
    for (auto& article : storage)
        article = std::make_unique<ReadArticle>();
    {
        std::atomic<std::size_t> next{0}, done{0};
        const auto work = [&](bool report) {
            for (std::size_t i = next++; i < inputs.size() && !stop.stop_requested(); i = next++) {
                readArticle(inputs[i], settings, *storage[i]);
                ++done;
                if (report && progress)
                    progress(done, inputs.size() + 1);
            }
        };
        unsigned count = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
        count = static_cast<unsigned>(std::min<std::size_t>(count, inputs.size() / 2 + 1));
        std::vector<std::jthread> pool;
        for (unsigned t = 1; t < count; ++t)
            pool.emplace_back([&] { work(false); });
        work(true);
    }
    if (stop.stop_requested())
        return std::nullopt;
    std::vector<ReadArticle*> articles;
    articles.reserve(storage.size());
    for (const auto& article : storage)
        articles.push_back(article.get());

    Comparison out;
    std::vector<Lineage> lineage = findLineage(articles);
    // A text without a date that is written from one with a date speaks of the same days: its times are read again, by
    // the date of the one that it has most in common with.
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> dateFrom;
    for (const Lineage& l : lineage) {
        if (l.kind == LineageKind::SharedSource ||
            articles[l.b]->published.has_value() == articles[l.a]->published.has_value())
            continue;
        const std::uint32_t dated = articles[l.a]->published ? l.a : l.b, undated = dated == l.a ? l.b : l.a;
        const auto [it, fresh] = dateFrom.try_emplace(undated, l.similarity, dated);
        const auto earlier = [&](std::uint32_t p, std::uint32_t q) {
            return std::pair(articles[p]->published, articles[p]->input.text) <
                   std::pair(articles[q]->published, articles[q]->input.text);
        };
        if (!fresh && (l.similarity > it->second.first ||
                       (l.similarity == it->second.first && earlier(dated, it->second.second))))
            it->second = {l.similarity, dated};
    }
    for (const auto& [undated, from] : dateFrom) {
        Input input = articles[undated]->input;
        input.published = articles[from.second]->input.published;
        readArticle(input, settings, *articles[undated]);
        articles[undated]->dateFrom = from.second;
    }
    out.origin = originGroups(articles.size(), lineage);
    if (stop.stop_requested())
        return std::nullopt;

    std::vector<Candidate> candidates;
    for (std::uint32_t a = 0; a < articles.size(); ++a)
        for (std::uint32_t c = 0; c < articles[a]->claims.claims.size(); ++c)
            candidates.push_back({a, c, &articles[a]->claims.claims[c], articles[a], false, false});
    markParts(candidates);
    markAmbiguous(candidates);
    const Alignment alignment = align(candidates, articles);
    if (stop.stop_requested())
        return std::nullopt;

    std::vector<Question> questions;
    std::vector<std::uint32_t> first; ///< per question: the place of its earliest claim
    const std::vector<std::uint32_t> place = contentOrder(candidates, articles);
    std::map<std::uint32_t, std::size_t> questionOfMember;
    for (const Group& group : alignment.groups)
        if (auto question = questionOf(group, candidates, place, settings)) {
            std::uint32_t earliest = place[group.members.front()];
            for (const std::uint32_t m : group.members)
                earliest = std::min(earliest, place[m]);
            first.push_back(earliest);
            for (const std::uint32_t m : group.members)
                questionOfMember[m] = questions.size();
            questions.push_back(std::move(*question));
        }
    std::vector<Question> names = nameQuestions(articles);
    std::move(names.begin(), names.end(), std::back_inserter(questions));

    first.resize(questions.size(), static_cast<std::uint32_t>(candidates.size()));
    tellApart(questions, first);
    for (Question& question : questions)
        question.origins = originsOf(question, out.origin);
    std::vector<NearMiss> near;
    for (const auto& [pair, why] : alignment.near) {
        const auto a = questionOfMember.find(pair.first), b = questionOfMember.find(pair.second);
        if (a != questionOfMember.end() && b != questionOfMember.end() && a->second != b->second && near.size() < 200)
            near.push_back({questions[a->second].key, questions[b->second].key, why});
    }
    std::stable_sort(questions.begin(), questions.end(), [&](const Question& x, const Question& y) {
        const auto rank = [](const Question& q) { return q.status() ? static_cast<int>(*q.status()) : 9; };
        if (rank(x) != rank(y))
            return rank(x) < rank(y);
        if ((x.kind == QuestionKind::Name) != (y.kind == QuestionKind::Name))
            return y.kind == QuestionKind::Name;
        return coverage(x) > coverage(y);
    });
    out.questions = std::move(questions);
    out.lineage = std::move(lineage);
    out.nearMisses = std::move(near);
    return out;
}

} // namespace countercheck::compare
