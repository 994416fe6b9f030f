// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/closely.h"

#include "core/claim/parts.h"
#include "core/compare/digest/attributes.h"
#include "core/compare/digest/closelytimes.h"
#include "core/compare/digest/homes.h"
#include "core/compare/digest/onemore.h"
#include "core/compare/digest/scores.h"
#include "core/compare/digest/singles.h"
#include "core/compare/digest/toldcauses.h"
#include "core/compare/sentences/outline.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

namespace {

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

/// "The girl who disappeared a week ago was found on Sunday", "the treaty, which was broken in May, was …": does a
/// relative clause tell the time, and does the sentence go on behind it?
bool ofAside(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
             const read::TimeMention& time) {
    const std::uint32_t first = reading.sentences[sentence].firstToken;
    bool relative = false;
    for (std::uint32_t t = time.firstToken; t-- > first && !relative;) {
        if (reading.tokens[t].is(text::TokenKind::Comma)) { // "the bridge, destroyed in 1993, was"
            const text::WordId word = reading.tokens[t + 1].word;
            const bool participle =
                (text::Lexicon::of(reading.language).use(word).forms & text::VerbPastParticiple) != 0;
            return participle && time.endToken < reading.tokens.size() &&
                   reading.tokens[time.endToken].is(text::TokenKind::Comma);
        }
        relative = claim::oneOf(reading.of(reading.tokens[t]), {"who", "which", "whose", "qui", "dont"});
    }
    if (!relative)
        return false;
    const bool closed =
        time.endToken < reading.tokens.size() && reading.tokens[time.endToken].is(text::TokenKind::Comma);
    return closed || std::ranges::any_of(read::inSentence(mentions.times, sentence), [&](const read::TimeMention& t) {
               return t.firstToken >= time.endToken && t.resolved && t.type == read::TimeType::Date &&
                      !ofSaying(reading, mentions, sentence, t.span);
           });
}

/// The sentence's own time and places, and whether its other claims are told as what went before.
claim::Anchor anchorOf(const read::Mentions& mentions, const text::Reading& reading, std::uint32_t sentence,
                       const Digest& out) {
    claim::Anchor anchor;
    for (const read::TimeMention& time : read::inSentence(mentions.times, sentence)) {
        if (time.resolved && time.type != read::TimeType::Duration && time.type != read::TimeType::Set &&
            !anchor.time && !ofSaying(reading, mentions, sentence, time.span) &&
            !ofAside(reading, mentions, sentence, time)) {
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

/// "More than three days", "almost seven hours", "less than a week".
read::Hedge hedgeIn(const read::TimeMention& time, const text::Reading& reading) {
    switch (time.mod) {
    case read::TimeMod::Approx:
        return read::Hedge::About;
    case read::TimeMod::LessThan: {
        const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
        const auto phrase = lexicon.match(reading, time.firstToken, text::tagBit(text::Tag::Hedge));
        return phrase && lexicon.value(phrase->entry, text::Tag::Hedge) == "less-than" ? read::Hedge::LessThan
                                                                                       : read::Hedge::Nearly;
    }
    case read::TimeMod::MoreThan:
        return read::Hedge::MoreThan;
    case read::TimeMod::EqualOrLess:
        return read::Hedge::AtMost;
    case read::TimeMod::EqualOrMore:
        return read::Hedge::AtLeast;
    default:
        return read::Hedge::None;
    }
}

/// "P4Y", "PT90M": the number and the UCUM code of its unit; nothing for what is not a whole number of one unit.
std::optional<std::pair<read::Decimal, std::string_view>> lengthIn(std::string_view value) {
    if (value.size() < 3 || value[0] != 'P')
        return std::nullopt;
    const bool clock = value[1] == 'T';
    value.remove_prefix(clock ? 2 : 1);
    const bool decades = value.ends_with("DE"); // "two decades"
    if (decades)
        value.remove_suffix(1);
    const char unit = decades ? 'Y' : value.back();
    value.remove_suffix(1);
    auto number = read::Decimal::tryFrom(value);
    if (number && decades)
        number = number->times(read::Decimal(10));
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

/// "PXY", of a length that no one number tells: that of one such unit.
std::string onceOf(std::string value) {
    std::ranges::replace(value, 'X', '1');
    return value;
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

/// "Nobody was killed", "no injuries were reported": none, where another report counts some.
void readNone(const Statement& statement, Fact& fact) {
    fact.kind = claim::ClaimKind::Count;
    countPeople(fact, 0);
    fact.said.negative = false;
    fact.said.derivation = "none";
    fact.none = true;
    fact.topic = "people: " + std::string(statement.deed);
}

/// The words around a time that no deed is shown to last.
text::Span around(const text::Reading& reading, const read::TimeMention& time) {
    constexpr std::uint32_t far = 5;
    const text::Sentence& s = reading.sentences[time.sentence];
    const std::uint32_t first = std::max(s.firstToken, time.firstToken - std::min(time.firstToken, far)),
                        last = std::min(s.endToken, time.endToken + far) - 1;
    return {reading.tokens[first].begin, reading.tokens[last].end};
}

/// "all: not be guilty"
std::string derivationOf(const Statement& statement, std::string_view topic) {
    const char* const share = statement.share == Share::All    ? "all: "
                              : statement.share == Share::Part ? "part: "
                              : statement.share == Share::Most ? "most: "
                              : statement.share == Share::Few  ? "few: "
                                                               : "";
    return std::string(share) + (statement.negative ? "not " : "") + std::string(topic);
}

} // namespace

CloseReader::CloseReader(const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts, Digest& out)
    : reading_(reading), mentions_(mentions), concepts_(concepts), out_(out) {}

void CloseReader::take(int step) {
    switch (step) {
    case 0:
        before_ = out_.facts.size();
        out_.sortBySentence();
        readBeside(reading_, concepts_, out_, before_);
        lookAround();
        break;
    case 1:
        eachEarly([&](std::uint32_t s, std::uint32_t) {
            if (auto outline = outlineOf(reading_, mentions_, s, concepts_, anchorIn(s)))
                out_.outlines.push_back(std::move(*outline));
        });
        break;
    case 2:
        eachEarly(
            [&](std::uint32_t s, std::uint32_t n) { statementsOf(reading_, mentions_, s, concepts_, statements_[n]); });
        break;
    default:
        makeFacts();
        markAmbiguous();
        besidePersons();
        break;
    }
}

/// Hands each sentence that is read to `look`, with how many came before it and whether one stands before it in its
/// block.
template <class Look> void CloseReader::eachSentence(const Look& look) const {
    std::uint32_t seen = 0;
    for (const text::Block& block : reading_.blocks)
        if (block.role == text::BlockRole::Body || block.role == text::BlockRole::Title)
            for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s, ++seen)
                if (!look(s, seen, s > block.firstSentence))
                    return;
}

template <class Look> void CloseReader::eachEarly(const Look& look) const {
    eachSentence([&](std::uint32_t s, std::uint32_t seen, bool) {
        if (seen < earlySentences)
            look(s, seen);
        return seen < earlySentences;
    });
}

const claim::Anchor& CloseReader::anchorIn(std::uint32_t sentence) {
    if (placed_.sentence != sentence)
        placed_ = {sentence, anchorOf(mentions_, reading_, sentence, out_)};
    return placed_.anchor;
}

void CloseReader::nounsOf(Fact& fact) {
    if (fact.kind == claim::ClaimKind::Quote || fact.kind == claim::ClaimKind::Age ||
        fact.kind == claim::ClaimKind::Place || fact.kind == claim::ClaimKind::Responsibility)
        return; // nobody asks it of these
    if (nouns_.sentence != fact.sentence)
        nouns_ = {fact.sentence, titlesIn(reading_, fact.sentence, concepts_),
                  complementsOf(reading_, mentions_, fact.sentence, concepts_)};
    fact.titled = nouns_.titles;
    fact.complements = nouns_.complements;
}

void CloseReader::takeParties(Fact& fact, std::uint32_t byte) const {
    Parties parties = partiesAt(reading_, mentions_, fact.sentence, byte, concepts_);
    fact.subjects = std::move(parties.subject);
    fact.objects = std::move(parties.object);
    fact.subjectOwner = parties.subjectOwner;
    fact.objectOwner = parties.objectOwner;
    fact.subjectKind = parties.subjectKind;
    fact.namedDoer = parties.named;
}

/// What stands around the facts that there are.
void CloseReader::lookAround() {
    for (std::size_t i = 0; i < before_; ++i) {
        Fact& fact = out_.facts[i];
        nounsOf(fact);
        const bool date = fact.kind == claim::ClaimKind::Date;
        const bool outcome = fact.kind == claim::ClaimKind::Statement && !isDeed(fact);
        const bool place = fact.kind == claim::ClaimKind::Place;
        fact.earlier = date && givenUp(reading_, fact.sentence);
        if ((fact.said.set || date || outcome || place) && fact.sum.empty() && reading_.map.identity())
            takeParties(fact, fact.said.words.begin);
        if (fact.kind != claim::ClaimKind::Age && fact.said.set && fact.sum.empty() && reading_.map.identity()) {
            fact.thing = measuredThing(reading_, concepts_, fact, fact.subjects.empty() ? 0 : fact.subjects.front());
            if (fact.thing != 0) {
                const std::uint64_t key = std::uint64_t{fact.thing} << 8 | (static_cast<std::uint64_t>(fact.kind) + 1);
                fact.keys.insert(std::lower_bound(fact.keys.begin(), fact.keys.end(), key), key);
            }
        }
    }
}

Fact& CloseReader::begin(claim::ClaimKind kind, std::uint32_t sentence, text::Span words, std::string_view deed) {
    Fact& fact = out_.facts.emplace_back();
    fact.kind = kind;
    fact.sentence = sentence;
    fact.slot.event = deed;
    const text::Span whole = reading_.sentences[sentence].span;
    fact.content = fact.near = concepts_.whole(sentence);
    nounsOf(fact);
    fact.anchor = anchorIn(sentence);
    fact.earlier = kind == claim::ClaimKind::Date && givenUp(reading_, sentence);
    fact.said.words = reading_.map.toCaptured(words);
    fact.said.sentence = reading_.map.toCaptured(whole);
    const std::string_view shown = reading_.of(words);
    if (shown != fact.said.words.of(reading_.captured))
        fact.said.shown = std::string(shown);
    return fact;
}

void CloseReader::makeFacts() {
    const auto begin = [&](claim::ClaimKind kind, std::uint32_t sentence, text::Span words,
                           std::string_view deed) -> Fact& { return this->begin(kind, sentence, words, deed); };
    eachSentence([&](std::uint32_t s, std::uint32_t seen, bool behind) {
        takeLengths(s);
        const std::size_t known = out_.facts.size();
        readHomes(reading_, mentions_, s, begin);
        readTimes(reading_, mentions_, s, out_, begin);
        readOneMore(reading_, s, out_, begin);
        readRecords(reading_, mentions_, s, out_, begin);
        for (std::size_t i = known; i < out_.facts.size(); ++i)
            if (out_.sentences > 2)
                takeParties(out_.facts[i], out_.facts[i].said.words.begin);
        if (seen < earlySentences) {
            readScore(reading_, s, begin);
            takeStatements(s, statements_[seen], behind);
        }
        takeApart(s, seen, begin);
        return true;
    });
}

/// What answers no question by itself is kept apart.
void CloseReader::takeApart(std::uint32_t sentence, std::uint32_t seen, const BeginFact& begin) {
    if (seen >= apartSentences)
        return;
    const auto keep = [&](std::size_t known, std::vector<Fact>& kept) {
        const auto first = out_.facts.begin() + static_cast<std::ptrdiff_t>(known);
        std::move(first, out_.facts.end(), std::back_inserter(kept));
        out_.facts.erase(first, out_.facts.end());
    };
    const std::size_t known = out_.facts.size();
    readSingles(reading_, mentions_, sentence, concepts_, begin);
    keep(known, out_.singles);
    readToldCauses(reading_, mentions_, sentence, concepts_, begin);
    keep(known, out_.causes);
}

void CloseReader::takeLengths(std::uint32_t sentence) {
    lengthsOf(reading_, mentions_, sentence, lengths_);
    for (const Length& length : lengths_) {
        const read::TimeMention& time = mentions_.times[length.time];
        const auto range = length.loose ? std::nullopt : rangeOfLength(reading_, time);
        const auto value = lengthIn(range ? onceOf(time.value) : time.value);
        const bool hedged = time.mod != read::TimeMod::None;
        if (!value || (!range && (length.loose || hedged) && value->first == read::Decimal(1)))
            continue; // "a week", "in one year", "for more than a week"
        Fact& fact = begin(claim::ClaimKind::Measure, sentence, time.span, length.deed);
        fact.slot.classified = length.classified;
        fact.slot.relation = claim::Relation::Adjunct;
        fact.length = true;
        fact.loose = length.loose;
        fact.slot.unit = value->second;
        fact.said.unit = std::string(value->second);
        fact.said.set = range ? read::rangeSet(range->first, range->second)
                              : read::figureSet(value->first, hedgeIn(time, reading_), false);
        if (length.loose)
            fact.near = concepts_.within(sentence, around(reading_, time));
        fact.said.derivation = time.derivation.toString();
        takeParties(fact, time.span.begin);
        if (!length.deed.empty() && !length.classified)
            askOf(reading_, sentence, time, fact, length.deed);
        fact.asking.what = "duration";
        fact.asking.beside = length.deed;
        fact.topic = length.deed.empty() ? "duration" : "duration (" + std::string(length.deed) + ")";
    }
}

void CloseReader::takeStatements(std::uint32_t sentence, std::vector<Statement>& statements, bool behind) {
    if (statements.empty())
        return;
    std::vector<std::uint32_t> nameConcepts, ownNames;
    for (const read::Name& name : read::inSentence(mentions_.names, sentence))
        for (const std::uint32_t word : concepts_.spoken(sentence, name.span)) {
            nameConcepts.push_back(word);
            if (name.kind != read::NameKind::Place)
                ownNames.push_back(word);
        }
    std::sort(nameConcepts.begin(), nameConcepts.end());
    std::sort(ownNames.begin(), ownNames.end());
    for (Statement& statement : statements) {
        const bool uncertain =
            std::ranges::any_of(read::inSentence(mentions_.modals, sentence), [&](const read::ModalScope& m) {
                return !m.negation && m.scope.overlaps(statement.words) && !statement.words.contains(m.cue.begin);
            });
        const bool quoted = std::any_of(mentions_.quotes.begin(), mentions_.quotes.end(),
                                        [&](const read::Quote& q) { return q.whole.overlaps(statement.words); });
        if ((uncertain && !statement.impossible && statement.ability == Ability::Untold) || quoted)
            continue;
        if (statement.nobody) {
            readNone(statement, begin(claim::ClaimKind::Count, sentence, statement.words, statement.deed));
            continue;
        }
        Fact& fact = begin(claim::ClaimKind::Statement, sentence, statement.words, statement.deed);
        fact.nameConcepts = nameConcepts;
        fact.ownNames = ownNames;
        const bool takesUp = statement.takesUp && behind;
        tell(std::move(statement), fact);
        if (takesUp) { // "She was found …": who, the sentence before tells
            const auto& told = concepts_.whole(sentence - 1);
            fact.takesUp = true;
            fact.content.insert(fact.content.end(), told.begin(), told.end());
            sortUnique(fact.content);
            if (fact.subjects.empty())
                fact.subjects = told;
        }
    }
}

void CloseReader::tell(Statement&& statement, Fact& fact) const {
    fact.slot.relation = statement.passive ? claim::Relation::Patient : claim::Relation::Agent;
    fact.said.negative = statement.negative;
    fact.slot.head = statement.verb;
    fact.namedDoer = statement.namedDoer;
    fact.doer = statement.doer;
    fact.doerToo = statement.doerToo;
    fact.subjectOwner = statement.subjectOwner;
    fact.objectOwner = statement.objectOwner;
    fact.thing = statement.target;
    fact.measures = measuresOf(statement.before);
    fact.doers = std::move(statement.doerConcepts);
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
    fact.doneBy = std::string(statement.doerWords.of(reading_.text));
    fact.doneTo = std::string(statement.doneWords.of(reading_.text));
    fact.subjects = std::move(statement.subject);
    fact.objects = std::move(statement.object);
    fact.beside = std::move(statement.before);
    fact.near = std::move(statement.behind);
    fact.topic = std::string(statement.verb);
    std::replace(fact.topic.begin(), fact.topic.end(), '_', ' ');
    fact.said.derivation = derivationOf(statement, fact.topic);
}

/// The same deed told twice in one report is no question.
void CloseReader::markAmbiguous() {
    const auto statement = [](const Fact& f) { return f.kind == claim::ClaimKind::Statement; };
    for (std::size_t i = before_; i < out_.facts.size(); ++i) {
        Fact& fact = out_.facts[i];
        fact.ambiguous = statement(fact) && std::any_of(out_.facts.begin() + static_cast<std::ptrdiff_t>(before_),
                                                        out_.facts.end(), [&](const Fact& f) {
                                                            return statement(f) && f.slot.event == fact.slot.event &&
                                                                   f.said.negative != fact.said.negative &&
                                                                   ofOne(f, fact);
                                                        });
    }
}

/// In what sentence each person is named.
void CloseReader::besidePersons() {
    for (Named& named : out_.names) {
        if (named.kind != read::NameKind::Person)
            continue;
        const auto name = std::lower_bound(
            mentions_.names.begin(), mentions_.names.end(), named.words.begin,
            [&](const read::Name& n, std::uint32_t at) { return reading_.map.toCaptured(n.span).begin < at; });
        if (name == mentions_.names.end() || reading_.map.toCaptured(name->span) != named.words)
            continue;
        named.content = concepts_.whole(name->sentence);
        const auto own = concepts_.within(name->sentence, name->span);
        std::erase_if(named.content, [&](std::uint32_t c) { return std::binary_search(own.begin(), own.end(), c); });
    }
}

} // namespace countercheck::compare
