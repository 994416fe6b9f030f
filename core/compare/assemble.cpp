// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/assemble.h"

#include "core/compare/digest/titles.h"
#include "core/compare/gate/gate.h"
#include "core/compare/letter.h"
#include "core/compare/relate.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/namewords.h"
#include "core/text/explaining.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace countercheck::compare {

namespace {

using claim::ClaimKind;

/// A claim as it stands in a question.
QuestionClaim claimOf(const Candidate& c) {
    QuestionClaim out = c.fact->said;
    out.article = c.article;
    out.quote = std::string(out.words.of(c.in->text));
    if (out.shown.empty())
        out.shown = out.quote;
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

/// The words as shown, and who writes them.
const std::string& shownBy(const Side& side) {
    if (side.shown.empty())
        side.shown = text::explained("“{0}” ({1})", {text::verbatim(side.claim.shown), side.letter});
    return side.shown;
}

/// A claim among those that are related to each other; what is asked again and again of it is made once.
struct Related {
    Side side;
    std::vector<std::string> words; ///< of a Quote
};

std::optional<Ruling> relateQuotes(const Related& one, const Related& other) {
    const Side &a = one.side, &b = other.side;
    const auto &x = one.words, &y = other.words;
    const std::string both = text::explained("{0} and {1}", {shownBy(a), shownBy(b)});
    if (x == y)
        return Ruling{RelationKind::Agreement, Reason::Wording, Supersedes::None,
                      text::explained("{0}: the same words.", {both})};
    const auto& small = x.size() < y.size() ? x : y;
    const auto& large = x.size() < y.size() ? y : x;
    if (std::search(large.begin(), large.end(), small.begin(), small.end()) != large.end())
        return Ruling{RelationKind::Refinement, Reason::Wording, Supersedes::None,
                      text::explained("{0}: one quotes a part of the other's words.", {both})};
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
                      text::explained("{0}: a negation stands in one only.", {both})};
    if (only(x, y, number) && only(y, x, number))
        return Ruling{RelationKind::Contradiction, Reason::Value, Supersedes::None,
                      text::explained("{0}: a figure in the quoted words differs.", {both})};
    return Ruling{RelationKind::Discrepancy, Reason::Wording, Supersedes::None,
                  text::explained("{0}: the quoted words differ.", {both})};
}

std::optional<Ruling> relateDeeds(const Candidate& p, const Candidate& q, const Side& a, const Side& b) {
    const std::string both = text::explained("{0} and {1}", {shownBy(a), shownBy(b)});
    if (a.claim.negative != b.claim.negative)
        return Ruling{RelationKind::Contradiction, Reason::Polarity, Supersedes::None,
                      text::explained("{0}: claimed in one, not claimed in the other.", {both})};
    const std::string x = text::foldAccents(p.fact->subject), y = text::foldAccents(q.fact->subject);
    const auto sameEntity = [&] {
        for (const Named& e : p.in->names)
            for (const Named& f : q.in->names)
                if (!e.acronym.empty() && e.acronym == f.acronym && text::foldAccents(e.name) == x &&
                    text::foldAccents(f.name) == y)
                    return true;
        return x == y;
    };
    if (sameEntity())
        return Ruling{RelationKind::Agreement, x == y ? Reason::Value : Reason::Alias, Supersedes::None,
                      text::explained("{0}: the same name.", {both})};
    return Ruling{RelationKind::Discrepancy, Reason::Value, Supersedes::None,
                  text::explained("{0}: they name different doers.", {both})};
}

/// The two sides of a matter exclude each other; a negation turns one into the other.
Ruling relateOutcomes(const Candidate& p, const Candidate& q, const Side& a, const Side& b) {
    const auto side = [](const Candidate& c) {
        return c.fact->said.negative ? text::explained("not {0}", {text::verbatim(c.fact->subject)})
                                     : text::verbatim(c.fact->subject);
    };
    const std::string both =
        text::explained("{0} says “{1}”, {2} says “{3}” of the {4}",
                        {shownBy(a), side(p), shownBy(b), side(q), text::verbatim(p.fact->slot.event)});
    if ((p.fact->subject != q.fact->subject) == (p.fact->said.negative != q.fact->said.negative))
        return {RelationKind::Agreement, Reason::Wording, Supersedes::None,
                text::explained("{0}: the same end.", {both})};
    return {RelationKind::Contradiction, Reason::Polarity, Supersedes::None,
            text::explained("{0}: the two exclude each other.", {both})};
}

/// Two deeds of which only one can be true: joined because they deny each other.
Ruling relateStatements(const Candidate& p, const Candidate& q, const Side& a, const Side& b) {
    const auto says = [](const Candidate& c) {
        return c.fact->said.negative ? text::explained("not {0}", {text::verbatim(c.fact->topic)})
                                     : text::verbatim(c.fact->topic);
    };
    // The same deed on both sides: then it is who does it, or to whom, that differs.
    const auto whole = [](const Candidate& c) { return !c.fact->doneBy.empty() && !c.fact->doneTo.empty(); };
    if (says(p) == says(q) && whole(p) && whole(q))
        return {RelationKind::Contradiction, Reason::Value, Supersedes::None,
                text::explained("{0}: done by “{1}” to “{2}”; {3}: done by “{4}” to “{5}”: only one can be true.",
                                {shownBy(a), text::verbatim(p.fact->doneBy), text::verbatim(p.fact->doneTo), shownBy(b),
                                 text::verbatim(q.fact->doneBy), text::verbatim(q.fact->doneTo)})};
    return {RelationKind::Contradiction, Reason::Polarity, Supersedes::None,
            text::explained("{0} says “{1}”, {2} says “{3}” of the same: only one can be true.",
                            {shownBy(a), says(p), shownBy(b), says(q)})};
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
                      text::explained("{0}: a year apart, and not shown to be of one day; a birthday may lie between.",
                                      {meanings(a, b, *a.claim.set, *b.claim.set)})};
    return ruling;
}

std::optional<Ruling> relatePlaces(const Side& a, const Side& b, bool few) {
    const std::string both = text::explained("{0} and {1}", {shownBy(a), shownBy(b)});
    const auto relation = placesRelated(a.claim.shown, b.claim.shown);
    if (text::foldAccents(a.claim.shown) == text::foldAccents(b.claim.shown) || relation == read::PlaceRelation::Same)
        return Ruling{RelationKind::Agreement, a.claim.shown == b.claim.shown ? Reason::Value : Reason::Spelling,
                      Supersedes::None, text::explained("{0} are the same place.", {both})};
    if (relation == read::PlaceRelation::Inside || relation == read::PlaceRelation::Holds)
        return Ruling{
            RelationKind::Refinement, Reason::Precision, Supersedes::None,
            text::explained(
                relation == read::PlaceRelation::Inside
                    ? "{0}: by the gazetteer the first lies in the second, so one only makes the other more precise."
                    : "{0}: by the gazetteer the second lies in the first, so one only makes the other more precise.",
                {both})};
    if (!few)
        return std::nullopt;
    // The gate joins such places only where the sentences show that one place is meant.
    return Ruling{
        RelationKind::Contradiction, Reason::Value, Supersedes::None,
        text::explained("{0}: neither place is the other or lies in it, and the sentences tell one thing.", {both})};
}

bool commonSource(std::string_view source);

/// Are the words of two quotes put into two mouths: each speaker is named in full, and neither report has a word of
/// the other's name? Of a word or two anybody may be the speaker.
bool otherSpeakers(const Candidate& p, const Candidate& q) {
    constexpr std::size_t few = 4;
    const auto full = [](const std::string& name) { // "Ana Petric", not "A group"
        const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        const std::size_t blank = name.find(' ');
        return blank != std::string::npos && blank >= 2 && blank + 1 < name.size() && capital(name[0]) &&
               capital(name[blank + 1]) && !commonSource(name);
    };
    const auto known = [](const std::string& name, const Digest& in) {
        bool any = false;
        forEachNameWord(name, [&](std::uint32_t word) {
            any |= std::binary_search(in.nameWords.begin(), in.nameWords.end(), word);
        });
        return any;
    };
    return p.article != q.article && p.fact->subject != q.fact->subject && p.fact->quoteWords.size() >= few &&
           full(p.fact->subject) && full(q.fact->subject) && !known(p.fact->subject, *q.in) &&
           !known(q.fact->subject, *p.in);
}

/// Does its share tell by how much something rose (1) or fell (-1)? Else 0.
std::int8_t movedBy(const Fact& f) {
    if (f.kind != ClaimKind::Percentage)
        return 0;
    return f.slot.event == "rise" ? 1 : f.slot.event == "fall" ? -1 : 0;
}

/// The relation of two members of a group; nothing where there is none to show.
std::optional<Relation> relate(const Scene& scene, const Candidate& p, const Candidate& q, const Related& one,
                               const Related& other, std::uint32_t i, std::uint32_t j) {
    const Side &a = one.side, &b = other.side;
    const QuestionClaim &x = a.claim, &y = b.claim;
    const auto borrowed = [&](const Candidate& c, const Side& side) {
        const auto& from = (*scene.dateFrom)[c.article];
        return from ? " " +
                          text::explained("{0} carries no date; {1}’s is taken, because one is written from the other.",
                                          {side.letter, articleLetter(*from)})
                    : std::string{};
    };
    std::optional<Ruling> ruling;
    switch (p.fact->kind) {
    case ClaimKind::Date: {
        // Only the beginning (or the end) is asked of "since July": the stretch that the words themselves name.
        const std::string &unclear = p.fact->anchor.unresolved, &too = q.fact->anchor.unresolved;
        if (unclear.empty() && too.empty())
            ruling = relateTimes(a, b);
        else {
            const gate::Yearless dates = gate::yearless(*p.fact, *q.fact);
            ruling = relateYearless(a, b, dates.one, dates.two);
        }
        if (ruling)
            ruling->explanation += borrowed(p, a) + borrowed(q, b);
        break;
    }
    case ClaimKind::Quote:
        ruling = relateQuotes(one, other);
        if (ruling && scene.few && ruling->kind == RelationKind::Agreement && otherSpeakers(p, q))
            ruling = Ruling{
                RelationKind::Contradiction, Reason::Attribution, Supersedes::None,
                text::explained("{0} is said by “{1}”, {2} by “{3}”.", {shownBy(a), text::verbatim(p.fact->subject),
                                                                        shownBy(b), text::verbatim(q.fact->subject)})};
        break;
    case ClaimKind::Responsibility:
        ruling = relateDeeds(p, q, a, b);
        break;
    case ClaimKind::Place:
        ruling = relatePlaces(a, b, scene.few);
        break;
    case ClaimKind::Statement:
        ruling = isDeed(*p.fact) ? relateStatements(p, q, a, b) : relateOutcomes(p, q, a, b);
        break;
    case ClaimKind::Age:
        ruling = relateAges(a, b, scene.settings);
        break;
    default:
        ruling = relateFigures(a, b, scene.settings.hedgePercent);
        if (p.fact->negatedVerb != q.fact->negatedVerb && ruling) {
            // One says that it is so, the other that it is not: only of the same figure is that a conflict.
            if (ruling->kind != RelationKind::Agreement)
                return std::nullopt;
            ruling->kind = RelationKind::Contradiction;
            ruling->reason = Reason::Polarity;
            ruling->explanation += " " + text::explained("One says that it is so, the other that it is not.");
        }
        break;
    }
    if (ruling && (!p.fact->sum.empty() || !q.fact->sum.empty())) {
        if (ruling->kind != RelationKind::Agreement)
            return std::nullopt;
        const bool first = !p.fact->sum.empty();
        ruling->reason = Reason::Arithmetic;
        ruling->explanation +=
            " " + text::explained("The parts that {0} lists are added up: {1} = {2}.",
                                  {(first ? a : b).letter, text::verbatim((first ? p : q).fact->sum),
                                   text::explainedNumber((first ? x : y).set->headline->toString())});
    }
    if (!ruling)
        return std::nullopt;
    if (x.article == y.article && ruling->kind >= RelationKind::Refinement)
        return std::nullopt; // a report that says the same again, more or less finely
    if (ruling->kind == RelationKind::Agreement && ruling->reason != Reason::Unit && x.modality != y.modality &&
        (x.modality == read::Modality::Possible || y.modality == read::Modality::Possible) &&
        p.fact->kind != ClaimKind::Quote && p.fact->kind != ClaimKind::Place && p.fact->kind != ClaimKind::Date) {
        ruling->kind = RelationKind::Refinement;
        ruling->reason = Reason::Modality;
        ruling->explanation += " " + text::explained("One says that it is so, the other that it may be.");
    }
    return Relation{i, j, ruling->kind, ruling->reason, ruling->supersedes, std::move(ruling->explanation)};
}

/// "Reports", "Police", "Witnesses": a common noun that only its place in the sentence gives a capital.
bool commonSource(std::string_view source) {
    const std::size_t blank = std::min(source.find(' '), source.size());
    for (std::size_t i = blank; i + 1 < source.size(); ++i)
        if (source[i] == ' ' && source[i + 1] >= 'A' && source[i + 1] <= 'Z')
            return false; // "Police Scotland"
    std::string buffer;
    const std::string_view first = text::lowered(source.substr(0, blank), buffer);
    constexpr std::uint64_t sources =
        text::tagBit(text::Tag::SourceNoun) | text::tagBit(text::Tag::SayNoun) | text::tagBit(text::Tag::Det);
    for (const text::Language language : {text::Language::English, text::Language::French}) {
        const text::Lexicon& lexicon = text::Lexicon::of(language);
        if (const text::WordId word = lexicon.find(first); word != 0 && lexicon.hasAny(word, sources))
            return true;
    }
    return false;
}

/// Sources that are one origin although two articles name them: the same proper name.
std::string originName(const QuestionClaim& claim) {
    const bool proper = !claim.attribution.empty() && claim.attribution[0] >= 'A' && claim.attribution[0] <= 'Z' &&
                        !commonSource(claim.attribution);
    return proper ? text::foldAccents(claim.attribution) : std::string{};
}

bool worthShowingAlone(const Fact& claim) {
    switch (claim.kind) {
    case ClaimKind::Count:
    case ClaimKind::Money:
    case ClaimKind::Measure:
    case ClaimKind::Percentage:
        return !claim.length && !claim.none && (!claim.slot.head.empty() || !claim.slot.event.empty());
    default:
        return false;
    }
}

/// Claims that say the same of themselves: relating one of them relates all.
std::string sameAs(const Candidate& c) {
    const Fact& f = *c.fact;
    std::string key =
        text::foldAccents(f.said.shown.empty() ? f.said.words.of(c.in->text) : std::string_view(f.said.shown));
    key += '|' + f.said.attribution + '|' + std::to_string(static_cast<int>(f.said.modality)) +
           (f.said.negative ? "n" : "") + (f.negatedVerb ? "v" : "") + (f.marks.growth || f.marks.soFar ? "g" : "") +
           (f.kind == ClaimKind::Percentage ? std::to_string(movedBy(f)) : std::string());
    if (f.said.time)
        key += '|' + std::to_string(f.said.time->from) + '-' + std::to_string(f.said.time->to);
    if (c.in->published)
        key += '|' + std::to_string(*c.in->published / 86400);
    return key;
}

constexpr std::size_t allPairs = 40;    ///< a question of more claims relates claims that say the same only once
constexpr std::size_t classPairs = 80;  ///< and of more kinds of claims than these only the first with all others
constexpr std::size_t manyKinds = 2000; ///< of more than these the first fewer, so that relations stay near-linear

/// Are two members of different parts put side by side?
bool bridged(const Bridges& bridges, std::uint32_t p, std::uint32_t q) {
    return std::binary_search(bridges.begin(), bridges.end(), Bridges::value_type(std::min(p, q), std::max(p, q)));
}

/// The relations of a question's claims, gravest first. Where not all kinds of claims are put beside each other,
/// `because` says so.
std::vector<Relation> relationsOf(const Scene& scene, const std::vector<Member>& members, const Bridges& bridges,
                                  const std::vector<QuestionClaim>& claims, std::vector<std::string>& because) {
    std::vector<Relation> out;
    std::vector<Related> sides;
    sides.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Fact& fact = *members[i].candidate.fact;
        sides.push_back({{claims[i], articleLetter(claims[i].article), members[i].candidate.in->published,
                          fact.marks.growth || fact.marks.soFar, movedBy(fact)},
                         fact.kind == ClaimKind::Quote ? wordsOf(claims[i].shown) : std::vector<std::string>()});
    }
    const auto add = [&](std::uint32_t i, std::uint32_t j) {
        const auto [x, y] = std::minmax(i, j);
        if (members[x].part != members[y].part && !bridged(bridges, members[x].place, members[y].place))
            return;
        if (auto relation = relate(scene, members[x].candidate, members[y].candidate, sides[x], sides[y], x, y))
            out.push_back(std::move(*relation));
    };
    if (members.size() <= allPairs) {
        for (std::uint32_t i = 0; i < members.size(); ++i)
            for (std::uint32_t j = i + 1; j < members.size(); ++j)
                add(i, j);
    } else {
        std::vector<std::uint32_t> order(members.size());
        for (std::uint32_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t p, std::uint32_t q) { return members[p].place < members[q].place; });
        std::map<std::string, std::uint32_t> firstOf;
        std::vector<std::uint32_t> firsts;
        for (const std::uint32_t i : order) {
            const auto [it, fresh] = firstOf.try_emplace(sameAs(members[i].candidate), i);
            if (fresh)
                firsts.push_back(i);
            else
                add(it->second, i);
        }
        const std::size_t related = firsts.size() <= manyKinds ? std::min(firsts.size(), classPairs)
                                                               : classPairs * manyKinds / firsts.size() + 1;
        if (related < firsts.size())
            because.push_back(
                text::explained("Of {0} different claims only the first {1} were put beside all the others",
                                {text::explainedNumber(std::to_string(firsts.size())),
                                 text::explainedNumber(std::to_string(related))}));
        for (std::size_t i = 0; i < related; ++i)
            for (std::size_t j = i + 1; j < firsts.size(); ++j)
                add(firsts[i], firsts[j]);
    }
    std::stable_sort(out.begin(), out.end(), [](const Relation& x, const Relation& y) { return x.kind < y.kind; });
    return out;
}

/// A date is asked for with the earliest clause that names who did what, if possible of the same deed.
const Fact& askedBy(const std::vector<Member>& members, const Fact& naming) {
    for (const bool any : {false, true})
        for (const Member& m : members)
            if (const Fact& fact = *m.candidate.fact;
                !fact.asking.who.empty() && (any || fact.slot.event == naming.slot.event))
                return naming.slot.classified ? naming : fact;
    return naming;
}

} // namespace

std::optional<Question> questionOf(const Scene& scene, std::vector<Member> members, const Bridges& bridges,
                                   std::vector<std::string> because) {
    const Fact& any = *members.front().candidate.fact;
    if (members.size() == 1 && (!worthShowingAlone(any) || !any.sum.empty()))
        return std::nullopt;
    Question question;
    if (any.kind == ClaimKind::Date || any.kind == ClaimKind::Place) {
        // One report gives a time several times: its finest is its answer. A place said twice is one.
        std::vector<Member> best; // members stand in order of article
        for (const Member& m : members) {
            if (best.empty() || best.back().candidate.article != m.candidate.article) {
                best.push_back(m);
                continue;
            }
            const Fact &fact = *m.candidate.fact, &other = *best.back().candidate.fact;
            if (any.kind == ClaimKind::Date) {
                const claim::Anchor &x = fact.anchor, &y = other.anchor;
                if (x.time && y.time ? x.time->to - x.time->from < y.time->to - y.time->from
                                     : x.unresolved.size() > y.unresolved.size())
                    best.back() = m;
            } else if (placesRelated(fact.place, other.place) == read::PlaceRelation::Inside) {
                best.back() = m;
            }
        }
        members = std::move(best);
        if (members.size() < 2)
            return std::nullopt;
    }
    // The earliest claim that says what is counted gives the names.
    const Fact& naming = *std::min_element(members.begin(), members.end(), [&](const Member& p, const Member& q) {
                              return std::pair(p.candidate.fact->slot.head.empty(), p.place) <
                                     std::pair(q.candidate.fact->slot.head.empty(), q.place);
                          })->candidate.fact;
    question.kind = kindOf(naming);
    // A date is asked for with the earliest clause that names who did what.
    const Fact& asked = any.kind == ClaimKind::Date ? askedBy(members, naming) : naming;
    question.label = asked.topic;
    question.title = titleOf(asked);
    question.key = keyOf(naming);
    question.because = std::move(because);
    std::vector<QuestionClaim> claims;
    claims.reserve(members.size());
    for (const Member& m : members)
        claims.push_back(claimOf(m.candidate));
    std::vector<Relation> relations = relationsOf(scene, members, bridges, claims, question.because);
    const bool crossing = std::any_of(relations.begin(), relations.end(), [&](const Relation& r) {
        return claims[r.a].article != claims[r.b].article || r.kind < RelationKind::Refinement;
    });
    if (!crossing && !worthShowingAlone(any))
        return std::nullopt;
    question.claims = std::move(claims);
    question.relations = std::move(relations);
    return question;
}

std::uint32_t originsOf(const Question& question, const std::vector<std::uint32_t>& origin) {
    if (question.claims.size() == 1)
        return 1;
    struct Origin {
        std::uint32_t own = 0;  ///< of the claim's article
        std::uint32_t root = 0; ///< index of one that it is one with
    };
    std::vector<Origin> origins; // that stand behind the claims, ascending
    std::vector<std::pair<std::string, std::uint32_t>> names;
    for (const QuestionClaim& claim : question.claims.get()) {
        origins.push_back({origin[claim.article], 0});
        if (std::string name = originName(claim); !name.empty())
            names.emplace_back(std::move(name), origin[claim.article]);
    }
    const auto own = [](const Origin& x, const Origin& y) { return x.own < y.own; };
    std::sort(origins.begin(), origins.end(), own);
    origins.erase(
        std::unique(origins.begin(), origins.end(), [](const Origin& x, const Origin& y) { return x.own == y.own; }),
        origins.end());
    for (std::uint32_t i = 0; i < origins.size(); ++i)
        origins[i].root = i;
    const auto root = [&](std::uint32_t of) {
        auto i = static_cast<std::uint32_t>(std::lower_bound(origins.begin(), origins.end(), Origin{of, 0}, own) -
                                            origins.begin());
        while (origins[i].root != i)
            i = origins[i].root = origins[origins[i].root].root;
        return i;
    };
    std::sort(names.begin(), names.end());
    for (std::size_t i = 1; i < names.size(); ++i)
        if (names[i].first == names[i - 1].first) {
            const std::uint32_t p = root(names[i - 1].second), q = root(names[i].second);
            origins[std::max(p, q)].root = std::min(p, q);
        }
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < origins.size(); ++i)
        count += origins[i].root == i;
    return count;
}

} // namespace countercheck::compare
