// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/closely.h"

#include "core/compare/digest/attributes.h"
#include "core/compare/digest/closelytimes.h"
#include "core/compare/sentences/outline.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

namespace {

constexpr std::uint32_t earlySentences = 5; ///< statements further down are seldom what a report is about

/// Are the two deeds of one doer, or done to what the other one does it to?
bool ofOne(const Fact& a, const Fact& b) {
    const auto meets = [](const std::vector<std::uint32_t>& p, const std::vector<std::uint32_t>& q) {
        return std::ranges::any_of(p, [&](std::uint32_t word) { return std::ranges::find(q, word) != q.end(); });
    };
    if (a.slot.relation == b.slot.relation)
        return a.doer == b.doer || a.doer == 0 || b.doer == 0;
    const Fact &passive = a.slot.relation == claim::Relation::Patient ? a : b, &active = &passive == &a ? b : a;
    return passive.subjects.empty() || meets(passive.subjects, active.objects);
}

/// The sentence's own time and places, and whether its other claims are told as what went before.
claim::Anchor anchorOf(const read::Mentions& mentions, const text::Reading& reading, std::uint32_t sentence,
                       const Digest& out) {
    claim::Anchor anchor;
    for (const read::TimeMention& time : read::inSentence(mentions.times, sentence)) {
        if (time.resolved && time.type != read::TimeType::Duration && time.type != read::TimeType::Set &&
            !anchor.time && !ofSaying(reading, mentions, sentence, time.span)) {
            anchor.time = time.resolved;
            anchor.explicitTime = true;
        }
        const std::uint32_t first = reading.sentences[sentence].firstToken;
        const bool upTo =
            (time.firstToken > first && listed(Family::Until, reading, reading.tokens[time.firstToken - 1])) ||
            (time.firstToken > first + 1 && listed(Family::Until, reading, reading.tokens[time.firstToken - 2]));
        if (!time.resolved && !upTo && time.type == read::TimeType::Date && anchor.unresolved.empty() &&
            time.value.starts_with('X') && !ofSaying(reading, mentions, sentence, time.span))
            anchor.unresolved = time.value; // "in the second quarter", "in June", of a report without a date
    }
    for (const read::Name& name : read::inSentence(mentions.names, sentence))
        if (name.kind == read::NameKind::Place)
            anchor.places.push_back(text::foldAccents(reading.of(name.span)));
    anchor.background =
        out.anyIn(sentence, [](const Fact& f) { return f.anchor.background && f.kind != claim::ClaimKind::Date; });
    if (!anchor.time)
        anchor.time = out.leadTime;
    anchor.lead = !anchor.background;
    return anchor;
}

/// "P4Y", "PT90M": the number and the UCUM code of its unit; nothing for what is not a whole number of one unit.
std::optional<std::pair<read::Decimal, std::string_view>> lengthIn(std::string_view value) {
    if (value.size() < 3 || value[0] != 'P')
        return std::nullopt;
    const bool clock = value[1] == 'T';
    value.remove_prefix(clock ? 2 : 1);
    const char unit = value.back();
    value.remove_suffix(1);
    const auto number = read::Decimal::tryFrom(value);
    const std::string_view code = clock ? (unit == 'H'   ? "h"
                                           : unit == 'M' ? "min"
                                           : unit == 'S' ? "s"
                                                         : "")
                                        : (unit == 'Y'   ? "a"
                                           : unit == 'M' ? "mo"
                                           : unit == 'W' ? "wk"
                                           : unit == 'D' ? "d"
                                                         : "");
    if (!number || code.empty())
        return std::nullopt;
    return std::pair(*number, code);
}

/// Of figures of one sort in one sentence ("54 percent …, ahead of Brek with 43 percent"), the words around each: from
/// the one before, or the mark that parts them, to the next.
void readBeside(const text::Reading& reading, Concepts& concepts, Digest& out, std::size_t facts) {
    const auto sort = [&](const Fact& f) { return f.said.set.has_value(); };
    for (std::size_t i = 0; i < facts; ++i) {
        Fact& fact = out.facts[i];
        if (!sort(fact) || !reading.map.identity())
            continue;
        text::Span around = reading.sentences[fact.sentence].span;
        bool several = false;
        out.eachIn(fact.sentence, [&](const Fact& other) {
            if (&other == &fact || other.kind != fact.kind || !sort(other))
                return;
            several = true;
            if (other.said.words.end <= fact.said.words.begin)
                around.begin = std::max(around.begin, other.said.words.end);
            else if (other.said.words.begin >= fact.said.words.end)
                around.end = std::min(around.end, other.said.words.begin);
        });
        if (!several)
            continue;
        // A comma or semicolon between two figures parts their words.
        const text::Sentence& s = reading.sentences[fact.sentence];
        for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
            const text::Token& token = reading.tokens[t];
            const std::string_view word = reading.of(token);
            if (!token.is(text::TokenKind::Comma) && word != ";")
                continue;
            if (token.begin >= fact.said.words.end && token.begin < around.end && around.end < s.span.end)
                around.end = token.begin;
        }
        fact.beside = concepts.within(fact.sentence, around);
    }
}

/// "The Corrie reservoir", "the Green party": proper words before a noun, by the noun's concept and how they begin.
std::vector<std::uint64_t> titlesIn(const text::Reading& reading, std::uint32_t sentence, Concepts& concepts) {
    constexpr std::size_t beginning = 4;
    const text::Sentence& s = reading.sentences[sentence];
    std::vector<std::uint64_t> out;
    const auto capital = [&](std::uint32_t t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    };
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    for (std::uint32_t t = s.firstToken; t + 1 < s.endToken; ++t) {
        if (!reading.tokens[t].is(text::TokenKind::Word) || !reading.tokens[t + 1].is(text::TokenKind::Word))
            continue;
        if (const std::string_view which = lexicon.value(reading.tokens[t].word, text::Tag::Ordinal); !which.empty()) {
            if (const std::uint32_t noun = concepts.of(sentence)[t + 1 - s.firstToken]; noun != 0)
                out.push_back(std::uint64_t{noun} << 32 | static_cast<std::uint32_t>(text::hashBytes(which)));
            continue; // "its first match", "its second match"
        }
        if (t == s.firstToken || !capital(t) || capital(t + 1))
            continue;
        const auto& known = concepts.of(sentence);
        const std::uint32_t noun = known[t + 1 - s.firstToken];
        const text::WordUse& use = lexicon.use(reading.tokens[t + 1].word);
        if (noun == 0 || known[t - s.firstToken] == 0 || use.frequency[0] == 0 || use.frequency[1] > use.frequency[0])
            continue; // "the Celtics beat the Lakers" names no beat
        const std::string word = text::foldAccents(reading.of(reading.tokens[t]));
        out.push_back(std::uint64_t{noun} << 32 |
                      static_cast<std::uint32_t>(text::hashBytes(std::string_view(word).substr(0, beginning))));
    }
    sortUnique(out);
    return out;
}

/// "3-1": how a match ended, the higher first. A sentence with several tells of sets or of several matches.
template <class Begin> void readScore(const text::Reading& reading, std::uint32_t sentence, const Begin& begin) {
    const text::Sentence& s = reading.sentences[sentence];
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    if (!s.may(text::HintFigure))
        return;
    const auto digits = [&](std::uint32_t t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        return !word.empty() && word.size() <= 3 &&
               std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    std::vector<text::Span> scores;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        const std::size_t dash = std::max(word.find('-'), word.find("\xE2\x80\x93"));
        if (dash != std::string_view::npos && dash > 0) { // one token
            const std::string_view left = word.substr(0, dash);
            const std::string_view right = word.substr(dash + (word[dash] == '-' ? 1 : 3));
            const auto number = [](std::string_view w) {
                return !w.empty() && w.size() <= 3 &&
                       std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
            };
            if (number(left) && number(right))
                scores.push_back({reading.tokens[t].begin, reading.tokens[t].end});
        } else if (t + 2 < s.endToken && digits(t) && digits(t + 2) &&
                   (reading.of(reading.tokens[t + 1]) == "-" || reading.of(reading.tokens[t + 1]) == "\xE2\x80\x93") &&
                   reading.tokens[t].end == reading.tokens[t + 1].begin) {
            scores.push_back({reading.tokens[t].begin, reading.tokens[t + 2].end});
            t += 2;
        }
    }
    if (scores.empty()) // nearly every sentence
        return;
    std::string_view stage; // "on penalties", "at half-time"
    std::string buffer;
    bool told = false;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        const std::string_view event = lexicon.value(reading.tokens[t].word, text::Tag::Event);
        if (listed(Family::Stage, reading, reading.tokens[t]))
            stage = headOf(Family::Stage, text::lowered(word, buffer));
        told |= event == "win" || event == "score" || word == "victory" || word == "draw" || word == "drew" ||
                word == "lost" || word == "defeat" || word == "victoire" || word == "nul" || word == "défaite" ||
                word == "imposé" || word == "imposés" || word == "battu" || word == "gagné" || word == "final";
    }
    // "6-4, 6-2": the sets of one match stand beside each other.
    for (std::size_t i = 1; i < scores.size(); ++i)
        if (scores[i].begin - scores[i - 1].end > 2)
            return;
    if (!told)
        return;
    if (scores.size() > 1) {
        const text::Span all = scores.front().united(scores.back());
        Fact& fact = begin(claim::ClaimKind::Statement, sentence, all, std::string_view("score"));
        fact.slot.classified = true;
        fact.slot.head = stage;
        fact.subject = std::string(reading.of(all));
        fact.topic = "score";
        fact.said.derivation = "score: " + fact.subject;
        return;
    }
    const std::string_view score = reading.of(scores.front());
    int left = 0, right = 0;
    bool second = false;
    for (const char c : score)
        if (c >= '0' && c <= '9')
            (second ? right : left) = (second ? right : left) * 10 + (c - '0');
        else
            second = true;
    Fact& fact = begin(claim::ClaimKind::Statement, sentence, scores.front(), std::string_view("score"));
    fact.slot.classified = true;
    fact.slot.head = stage;
    fact.subject = std::to_string(std::max(left, right)) + "-" + std::to_string(std::min(left, right));
    fact.topic = "score";
    fact.said.derivation = "score: " + fact.subject;
}

/// "Nobody was killed", "no injuries were reported": none, where another report counts some.
void readNone(const Statement& statement, Fact& fact) {
    fact.kind = claim::ClaimKind::Count;
    fact.slot.classified = true;
    fact.slot.relation = claim::Relation::Patient;
    fact.slot.head = "person";
    fact.slot.headClass = "person";
    fact.said.set = read::rangeSet(read::Decimal(0), read::Decimal(0));
    fact.said.set->qualifier = read::Qualifier::Exact;
    fact.said.set->headline = read::Decimal(0);
    fact.said.negative = false;
    fact.said.derivation = "none";
    fact.none = true;
    fact.topic = "people: " + std::string(statement.deed);
}

} // namespace

namespace {

/// The words around a time that no deed is shown to last.
text::Span around(const text::Reading& reading, const read::TimeMention& time) {
    constexpr std::uint32_t far = 5;
    const text::Sentence& s = reading.sentences[time.sentence];
    const std::uint32_t first = std::max(s.firstToken, time.firstToken - std::min(time.firstToken, far)),
                        last = std::min(s.endToken, time.endToken + far) - 1;
    return {reading.tokens[first].begin, reading.tokens[last].end};
}

} // namespace

void readClosely(const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts, Digest& out) {
    const std::size_t before = out.facts.size();
    out.sortBySentence();
    readBeside(reading, concepts, out, before);
    std::vector<Statement> statements;
    struct { // of the sentence asked for last
        std::uint32_t sentence = 0xFFFFFFFFu;
        std::vector<std::uint64_t> titles, complements;
    } last;
    const auto nounsOf = [&](Fact& fact) {
        if (fact.kind == claim::ClaimKind::Quote || fact.kind == claim::ClaimKind::Age ||
            fact.kind == claim::ClaimKind::Place || fact.kind == claim::ClaimKind::Responsibility)
            return; // nobody asks it of these
        if (last.sentence != fact.sentence)
            last = {fact.sentence, titlesIn(reading, fact.sentence, concepts),
                    complementsOf(reading, mentions, fact.sentence, concepts)};
        fact.titled = last.titles;
        fact.complements = last.complements;
    };
    const auto takeParties = [&](Fact& fact, std::uint32_t byte) {
        Parties parties = partiesAt(reading, mentions, fact.sentence, byte, concepts);
        fact.subjects = std::move(parties.subject);
        fact.objects = std::move(parties.object);
        fact.subjectOwner = parties.subjectOwner;
        fact.objectOwner = parties.objectOwner;
        fact.subjectKind = parties.subjectKind;
        fact.namedDoer = parties.named;
    };
    for (std::size_t i = 0; i < before; ++i) {
        Fact& fact = out.facts[i];
        nounsOf(fact);
        const bool date = fact.kind == claim::ClaimKind::Date;
        const bool outcome = fact.kind == claim::ClaimKind::Statement && !isDeed(fact);
        const bool place = fact.kind == claim::ClaimKind::Place;
        if ((fact.said.set || date || outcome || place) && fact.sum.empty() && reading.map.identity())
            takeParties(fact, fact.said.words.begin);
        if (fact.kind != claim::ClaimKind::Age && fact.said.set && fact.sum.empty() && reading.map.identity()) {
            fact.thing = measuredThing(reading, concepts, fact, fact.subjects.empty() ? 0 : fact.subjects.front());
            if (fact.thing != 0) {
                const std::uint64_t key = std::uint64_t{fact.thing} << 8 | (static_cast<std::uint64_t>(fact.kind) + 1);
                fact.keys.insert(std::lower_bound(fact.keys.begin(), fact.keys.end(), key), key);
            }
        }
    }
    std::vector<Length> lengths;
    std::uint32_t seen = 0;
    struct { // of the sentence asked for last
        std::uint32_t sentence = 0xFFFFFFFFu;
        claim::Anchor anchor;
    } placed;
    const auto anchorIn = [&](std::uint32_t sentence) -> const claim::Anchor& {
        if (placed.sentence != sentence)
            placed = {sentence, anchorOf(mentions, reading, sentence, out)};
        return placed.anchor;
    };
    const auto begin = [&](claim::ClaimKind kind, std::uint32_t sentence, text::Span words,
                           std::string_view deed) -> Fact& {
        Fact& fact = out.facts.emplace_back();
        fact.kind = kind;
        fact.sentence = sentence;
        fact.slot.event = deed;
        const text::Span whole = reading.sentences[sentence].span;
        fact.content = fact.near = concepts.whole(sentence);
        nounsOf(fact);
        fact.anchor = anchorIn(sentence);
        fact.said.words = reading.map.toCaptured(words);
        fact.said.sentence = reading.map.toCaptured(whole);
        const std::string_view shown = reading.of(words);
        if (shown != fact.said.words.of(reading.captured))
            fact.said.shown = std::string(shown);
        return fact;
    };
    for (const text::Block& block : reading.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s, ++seen) {
            lengthsOf(reading, mentions, s, lengths);
            for (const Length& length : lengths) {
                const read::TimeMention& time = mentions.times[length.time];
                const auto value = lengthIn(time.value);
                if (!value || (length.loose && value->first == read::Decimal(1)))
                    continue; // "a week", "in one year"
                Fact& fact = begin(claim::ClaimKind::Measure, s, time.span, length.deed);
                fact.slot.classified = length.classified;
                fact.slot.relation = claim::Relation::Adjunct;
                fact.length = true;
                fact.loose = length.loose;
                fact.slot.unit = value->second;
                fact.said.unit = std::string(value->second);
                fact.said.set = read::figureSet(
                    value->first, time.mod == read::TimeMod::Approx ? read::Hedge::About : read::Hedge::None, false);
                if (length.loose)
                    fact.near = concepts.within(s, around(reading, time));
                fact.said.derivation = time.derivation.toString();
                takeParties(fact, time.span.begin);
                fact.topic = length.deed.empty() ? "duration" : "duration (" + std::string(length.deed) + ")";
            }
            const std::size_t known = out.facts.size();
            readTimes(reading, mentions, s, out, begin);
            for (std::size_t i = known; i < out.facts.size(); ++i)
                if (out.sentences > 2)
                    takeParties(out.facts[i], out.facts[i].said.words.begin);
            if (seen >= earlySentences)
                continue;
            if (auto outline = outlineOf(reading, mentions, s, concepts, anchorIn(s)))
                out.outlines.push_back(std::move(*outline));
            readScore(reading, s, begin);
            statementsOf(reading, mentions, s, concepts, statements);
            std::vector<std::uint32_t> nameConcepts, ownNames;
            if (!statements.empty())
                for (const read::Name& name : read::inSentence(mentions.names, s))
                    for (const std::uint32_t word : concepts.spoken(s, name.span)) {
                        nameConcepts.push_back(word);
                        if (name.kind != read::NameKind::Place)
                            ownNames.push_back(word);
                    }
            std::sort(nameConcepts.begin(), nameConcepts.end());
            std::sort(ownNames.begin(), ownNames.end());
            for (Statement& statement : statements) {
                const bool uncertain =
                    std::ranges::any_of(read::inSentence(mentions.modals, s), [&](const read::ModalScope& m) {
                        return !m.negation && m.scope.overlaps(statement.words);
                    });
                const bool quoted =
                    std::any_of(mentions.quotes.begin(), mentions.quotes.end(),
                                [&](const read::Quote& q) { return q.whole.overlaps(statement.words); });
                if ((uncertain && !statement.impossible && statement.ability == Ability::Untold) || quoted)
                    continue;
                if (statement.nobody) {
                    readNone(statement, begin(claim::ClaimKind::Count, s, statement.words, statement.deed));
                    continue;
                }
                Fact& fact = begin(claim::ClaimKind::Statement, s, statement.words, statement.deed);
                fact.slot.relation = statement.passive ? claim::Relation::Patient : claim::Relation::Agent;
                fact.said.negative = statement.negative;
                fact.slot.head = statement.verb;
                fact.namedDoer = statement.namedDoer;
                fact.doer = statement.doer;
                fact.subjectOwner = statement.subjectOwner;
                fact.objectOwner = statement.objectOwner;
                fact.thing = statement.target;
                fact.measures = measuresOf(statement.before);
                fact.doers = std::move(statement.doerConcepts);
                fact.nameConcepts = nameConcepts;
                fact.ownNames = ownNames;
                fact.dones = std::move(statement.doneConcepts);
                fact.further = statement.further;
                fact.share = statement.share;
                fact.ended = statement.ended;
                fact.ability = statement.ability;
                fact.foreseen = statement.expected;
                fact.planned = statement.future;
                fact.hindered = statement.hindered;
                fact.earlier = statement.earlier;
                fact.subjectKinds = std::move(statement.subjectKinds);
                fact.doneBy = std::string(statement.doerWords.of(reading.text));
                fact.doneTo = std::string(statement.doneWords.of(reading.text));
                fact.subjects = std::move(statement.subject);
                fact.objects = std::move(statement.object);
                if (statement.takesUp && s > block.firstSentence) { // "She was found …": who, the sentence before tells
                    const auto& told = concepts.whole(s - 1);
                    fact.takesUp = true;
                    fact.content.insert(fact.content.end(), told.begin(), told.end());
                    sortUnique(fact.content);
                    if (fact.subjects.empty())
                        fact.subjects = told;
                }
                fact.beside = std::move(statement.before);
                fact.near = std::move(statement.behind);
                fact.topic = std::string(statement.verb);
                std::replace(fact.topic.begin(), fact.topic.end(), '_', ' ');
                const char* const share = statement.share == Share::All    ? "all: "
                                          : statement.share == Share::Part ? "part: "
                                          : statement.share == Share::Most ? "most: "
                                          : statement.share == Share::Few  ? "few: "
                                                                           : "";
                fact.said.derivation = share + std::string(statement.negative ? "not " : "") + fact.topic;
            }
        }
    }
    for (std::size_t i = before; i < out.facts.size(); ++i) // the same deed told twice in one report is no question
        out.facts[i].ambiguous =
            out.facts[i].kind == claim::ClaimKind::Statement &&
            std::any_of(out.facts.begin() + static_cast<std::ptrdiff_t>(before), out.facts.end(), [&](const Fact& f) {
                return f.kind == claim::ClaimKind::Statement && f.slot.event == out.facts[i].slot.event &&
                       f.said.negative != out.facts[i].said.negative && ofOne(f, out.facts[i]);
            });
    for (std::size_t e = 0; e < out.names.size(); ++e) {
        if (out.names[e].kind != read::NameKind::Person)
            continue;
        const auto name = std::lower_bound(
            mentions.names.begin(), mentions.names.end(), out.names[e].words.begin,
            [&](const read::Name& n, std::uint32_t at) { return reading.map.toCaptured(n.span).begin < at; });
        if (name == mentions.names.end() || reading.map.toCaptured(name->span) != out.names[e].words)
            continue;
        auto& content = out.names[e].content;
        content = concepts.within(name->sentence, reading.sentences[name->sentence].span);
        const auto own = concepts.within(name->sentence, name->span);
        std::erase_if(content, [&](std::uint32_t c) { return std::binary_search(own.begin(), own.end(), c); });
    }
}

} // namespace countercheck::compare
