// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/attribution/attributionphrases.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace countercheck::read {

namespace {

/// The classes of English words in small letters, found when they are first asked for; Unread: not yet. Threads that
/// find the same one write the same.
std::atomic<std::uint8_t>* plainClasses(const text::Lexicon& lexicon) {
    static std::vector<std::atomic<std::uint8_t>> classes(lexicon.size() + 1);
    return classes.data();
}

/// The classes of tokens that are no words, whatever they are; Unread where the token decides.
constexpr auto classesOfKinds = [] {
    std::array<std::uint8_t, static_cast<std::size_t>(text::TokenKind::Break) + 1> classes{};
    classes.fill(static_cast<std::uint8_t>(WordClass::Mark));
    for (const text::TokenKind number : {text::TokenKind::Number, text::TokenKind::Currency, text::TokenKind::Percent})
        classes[static_cast<std::size_t>(number)] = static_cast<std::uint8_t>(WordClass::Number);
    for (const text::TokenKind asked : {text::TokenKind::Word, text::TokenKind::Alnum})
        classes[static_cast<std::size_t>(asked)] = static_cast<std::uint8_t>(WordClass::Unread);
    return classes;
}();

/// Sets the bit in so many bytes, eight at a time; seven more than those are read and written as they were.
void setBit(std::uint8_t* bytes, std::uint32_t length, std::uint8_t bit) {
    std::array<std::uint8_t, 16> kept{};
    std::fill_n(kept.begin(), 8, bit);
    for (std::uint32_t k = 0; k < length; k += 8) {
        std::uint64_t eight = 0, set = 0;
        std::memcpy(&eight, bytes + k, 8);
        std::memcpy(&set, kept.data() + 8 - std::min(length - k, 8u), 8);
        eight |= set;
        std::memcpy(bytes + k, &eight, 8);
    }
}

/// What a thread keeps from article to article: a byte for each token, and one for each sentence.
struct Room {
    std::vector<std::uint8_t> marks, marked;
};
Room& roomOfThread() {
    thread_local Room room;
    return room;
}

} // namespace

Phrases::Phrases(const text::Reading& reading, const Mentions& mentions)
    : r(reading), m(mentions), lex(text::Lexicon::of(reading.language)),
      english_(reading.language == text::Language::English || reading.language == text::Language::Unknown),
      french_(reading.language == text::Language::French), words_(sayWordsOf(reading.language)),
      plain_(reading.language == text::Language::English ? plainClasses(lex) : nullptr), marks_(roomOfThread().marks),
      marked_(roomOfThread().marked) {
    times_.fill(mentions.times, reading.sentences.size());
    names_.fill(mentions.names, reading.sentences.size());
    marks_.assign(reading.tokens.size() + marksBehind, 0);
    marked_.assign(reading.sentences.size(), 0);
    markTimes();
    markNames();
    markQuotes();
}

using text::Field;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;
using text::WordId;

void Phrases::setSentence(std::uint32_t sentence) {
    if (sentence == sentence_)
        return;
    sentence_ = sentence;
    first_ = r.sentences[sentence].firstToken;
    end_ = r.sentences[sentence].endToken;
    firstTime_ = times_.begin(sentence);
    endTime_ = times_.end(sentence);
    firstName_ = names_.begin(sentence);
    endName_ = names_.end(sentence);
    if (marked_[sentence] == 0) {
        marked_[sentence] = 1;
        markKinds();
    }
}

/// The classes of the sentence's tokens that a look at kind or word gives. Which it will be cannot be foretold: nothing
/// is branched on.
void Phrases::markKinds() {
    const Token* const tokens = r.tokens.data();
    const std::uint32_t end = end_;
    const std::atomic<std::uint8_t>* const plainWords = plain_;
    std::uint8_t* const marks = marks_.data();
    if (plainWords == nullptr) {
        for (std::uint32_t t = first_; t < end; ++t)
            marks[t] |= classesOfKinds[static_cast<std::size_t>(tokens[t].kind)];
        return;
    }
    static_assert(TokenKind::Word == TokenKind{0});
    for (std::uint32_t t = first_; t < end; ++t) {
        const Token& token = tokens[t];
        const unsigned kind = static_cast<unsigned>(token.kind);
        const bool small = (kind | (token.flags & text::Capitalised)) == 0; // a word in small letters
        const unsigned plain = plainWords[token.word].load(std::memory_order_relaxed);
        marks[t] |= static_cast<std::uint8_t>((plain & (0u - static_cast<unsigned>(small))) | classesOfKinds[kind]);
    }
}

/// Which tokens stand inside a time mention: the last one of the sentence that begins at or before the token counts.
void Phrases::markTimes() {
    for (std::size_t i = 0; i < m.times.size(); ++i) {
        const TimeMention& time = m.times[i];
        const std::uint32_t first = r.sentences[time.sentence].firstToken, end = r.sentences[time.sentence].endToken;
        const bool another = i + 1 < m.times.size() && m.times[i + 1].sentence == time.sentence;
        const std::uint32_t to = std::min(time.endToken, another ? std::min(end, m.times[i + 1].firstToken) : end);
        if (to > time.firstToken && time.span.length() > 3 && !newspaper(time) &&
            !partOfName(time.endToken - 1, first, end))
            setBit(&marks_[time.firstToken], to - time.firstToken, inTimeBit);
    }
}

void Phrases::markNames() {
    for (const Name& name : m.names)
        setBit(&marks_[name.firstToken], name.endToken - name.firstToken, inNameBit);
}

void Phrases::markQuotes() {
    for (const Quote& quote : m.quotes)
        setBit(&marks_[quote.firstToken], quote.endToken - quote.firstToken, inQuoteBit);
}

namespace {

/// The mention of a sorted range that holds the token or stands last before it; null when there is none.
template <class Mention>
const Mention* lastFrom(const std::vector<Mention>& all, std::size_t from, std::size_t to, std::uint32_t token) {
    while (to > from && all[to - 1].firstToken > token)
        --to;
    return to > from ? &all[to - 1] : nullptr;
}

} // namespace

/// The class of a token that markKinds() left Unread.
WordClass Phrases::classify(std::uint32_t t) {
    const Token& token = r.tokens[t];
    const WordClass found = classifyHere(t);
    const auto kept = static_cast<std::uint8_t>(found);
    marks_[t] |= kept;
    // English, in small letters: the class is the word's alone
    if (plain_ != nullptr && token.is(TokenKind::Word) && !token.has(text::Capitalised) && small(t) != Small::Her)
        plain_[token.word].store(kept, std::memory_order_relaxed);
    return found;
}

WordClass Phrases::classifyHere(std::uint32_t t) {
    const Token& token = r.tokens[t];
    switch (token.kind) {
    case TokenKind::Word:
        break;
    case TokenKind::Number:
    case TokenKind::Currency:
    case TokenKind::Percent:
        return WordClass::Number;
    case TokenKind::Alnum:
        return token.has(text::Capitalised) ? WordClass::Name : WordClass::Number;
    default:
        return WordClass::Mark;
    }
    const WordId id = token.word;
    const std::uint64_t tags = lex.tags(id);
    const auto tagged = [tags](Tag tag) { return (tags & tagBit(tag)) != 0; };
    const Small smallWord = word(id).small;
    const bool innerCapital = token.has(text::Capitalised) && t != first_;
    const bool letters = innerCapital && token.has(text::AllCaps) && token.end - token.begin > 1 &&
                         !(t + 1 < end_ && r.tokens[t + 1].has(text::AllCaps)) && !r.tokens[t - 1].has(text::AllCaps);
    if (!letters && (!innerCapital || token.end - token.begin <= 3)) { // not the WHO
        if (smallWord == Small::That)
            return WordClass::That;
        if (french_)
            if (const WordClass c = frenchSmall(t); c != WordClass::Unread)
                return c;
        if (tagged(Tag::Number) && smallWord != Small::A)
            return WordClass::Number;
        if (tagged(Tag::Modal))
            return innerCapital && inTime(t) ? WordClass::Noun : WordClass::Modal; // "By May 2024"
        if (tagged(Tag::Aux))
            return WordClass::Aux;
        if (smallWord == Small::Her)
            return t + 1 < end_ && r.tokens[t + 1].is(TokenKind::Word) &&
                           (lex.tags(r.tokens[t + 1].word) == 0 ||
                            (lex.use(r.tokens[t + 1].word).noun() && !r.tokens[t + 1].may(text::HintClosed)))
                       ? WordClass::Det
                       : WordClass::Pron;
        if (tagged(Tag::Det) || tagged(Tag::Poss))
            return WordClass::Det;
        if (tagged(Tag::Pron))
            return WordClass::Pron;
        if (tagged(Tag::Wh))
            return WordClass::Wh;
        if (tagged(Tag::Conj))
            return WordClass::Conj;
        if (tagged(Tag::Subord) && !tagged(Tag::Prep))
            return WordClass::Subord;
        if (tagged(Tag::Prep))
            return WordClass::Prep;
        if (tagged(Tag::Neg) || (tagged(Tag::Adverb) && !tagged(Tag::Noun)))
            return WordClass::Adverb;
    }
    if (innerCapital || (t == first_ && token.has(text::Capitalised) && nameAround(t) != nullptr))
        return WordClass::Name;
    if (t == first_ && token.has(text::Capitalised) &&
        (tagged(Tag::Country) || tagged(Tag::FirstName) || !lex.inLexicon(id)) && !lex.use(id).known())
        return WordClass::Name;
    if (tagged(Tag::Vague))
        return WordClass::Number;
    if (french_)
        return frenchContent(t);
    const text::WordUse* info = english_ && lex.use(r.tokens[t].word).known() ? &lex.use(r.tokens[t].word) : nullptr;
    const bool noun = (info && info->noun()) || tagged(Tag::Noun);
    if (tagged(Tag::VerbPast) || tagged(Tag::VerbPart) ||
        (info && (info->forms & (text::VerbPastTense | text::VerbPastParticiple)) != 0)) {
        if (tagged(Tag::VerbPast) || !info)
            return WordClass::Past;
        if (noun && info->frequency[0] > info->frequency[1])
            return WordClass::Noun;
        return info->adjective() && info->frequency[2] > info->frequency[1] + 16 ? WordClass::Adjective
                                                                                 : WordClass::Past;
    }
    if (tagged(Tag::VerbIng) || (info && (info->forms & text::VerbGerund) != 0 && !(noun && info->frequency[0] > 40)))
        return WordClass::Ing;
    if (tagged(Tag::Title) || tagged(Tag::SourceNoun) || tagged(Tag::SayNoun))
        return tagged(Tag::VerbS) && !tagged(Tag::SayNoun) ? WordClass::Verb : WordClass::Noun;
    if (!info)
        return tagged(Tag::Adjective)                                            ? WordClass::Adjective
               : tagged(Tag::VerbS) || (tagged(Tag::Verb) && !tagged(Tag::Noun)) ? WordClass::Verb
                                                                                 : WordClass::Noun;
    if (info->verb() && (!noun || info->frequency[1] > info->frequency[0] + 24) &&
        !(info->adjective() && info->frequency[2] > info->frequency[1]))
        return WordClass::Verb;
    if (info->adjective() && info->frequency[2] > info->frequency[0])
        return info->adverb() && info->frequency[3] > info->frequency[2] ? WordClass::Adverb : WordClass::Adjective;
    if (noun)
        return WordClass::Noun;
    if (info->adjective())
        return WordClass::Adjective;
    return info->adverb() ? WordClass::Adverb : info->verb() ? WordClass::Verb : WordClass::Noun;
}

/// "the daily Morgenpost", "le quotidien La Dépêche": a word for how often, which names what appears so often.
bool Phrases::newspaper(const TimeMention& time) const {
    if (time.type != TimeType::Set || time.endToken != time.firstToken + 1 || time.firstToken == 0 ||
        time.endToken >= r.tokens.size() || !lex.has(r.tokens[time.firstToken - 1].word, Tag::Det))
        return false;
    return french_ ? lex.has(r.tokens[time.firstToken].word, Tag::SayNoun)
                   : r.tokens[time.endToken].has(text::Capitalised);
}

bool Phrases::partOfName(std::uint32_t t, std::uint32_t first, std::uint32_t end) const {
    // "the Evening Post": a capital inside the sentence, and no day or month
    return t > first && t + 1 < end && r.tokens[t].is(TokenKind::Word) && r.tokens[t].has(text::Capitalised) &&
           r.tokens[t + 1].has(text::Capitalised) &&
           !lex.hasAny(r.tokens[t].word, tagBit(Tag::Weekday) | tagBit(Tag::Month));
}

bool Phrases::inTime(std::uint32_t t) const {
    if (inside(t) && !r.tokens[t].may(text::HintTime))
        return (marks_[t] & inTimeBit) != 0; // nearly always
    // One step beyond the sentence the next one's mentions count.
    const std::size_t to =
        t < end_ || endTime_ == m.times.size() || m.times[endTime_].firstToken > t ? endTime_ : endTime_ + 1;
    const TimeMention* time = lastFrom(m.times, firstTime_, to, t);
    if (time != nullptr && t < time->endToken && time->span.length() > 3 && !newspaper(*time) &&
        !partOfName(time->endToken - 1, first_, end_))
        return true;
    return t < end_ && r.tokens[t].end - r.tokens[t].begin > 3 &&
           (lex.hasAny(r.tokens[t].word, tagBit(Tag::Weekday)) ||
            (lex.has(r.tokens[t].word, Tag::Month) && r.tokens[t].has(text::Capitalised)) ||
            small(t) == Small::Yesterday || small(t) == Small::Today);
}

std::uint32_t Phrases::afterTime(std::uint32_t t) const {
    std::uint32_t i = t;
    if (i < end_ && lex.has(r.tokens[i].word, Tag::Prep) && i + 1 < end_ && inTime(i + 1))
        ++i;
    while (i < end_ && (inTime(i) || (lex.has(r.tokens[i].word, Tag::DayPart) && i > t)))
        ++i;
    return i;
}

bool Phrases::abbreviationStop(std::uint32_t t) const {
    if (!is(t, TokenKind::Stop) || t == first_ || t + 1 >= end_)
        return false;
    const Token& before = r.tokens[t - 1];
    return before.is(TokenKind::Word) && before.has(text::Capitalised) &&
           (before.end - before.begin == 1 || lex.has(before.word, Tag::Abbreviation) ||
            lex.has(before.word, Tag::Title) || lex.has(before.word, Tag::OrgWord));
}

bool Phrases::innerMark(std::uint32_t t) const {
    return is(t, TokenKind::Hyphen) || is(t, TokenKind::Apostrophe) || abbreviationStop(t) ||
           (is(t, TokenKind::Symbol) && of(t) == "&");
}

NounPhrase Phrases::phraseEndingAt(std::uint32_t last) {
    if (french_)
        return frenchPhraseEndingAt(last);
    NounPhrase phrase{last + 1, last + 1, last};
    if (last < first_ || last >= end_)
        return phrase;
    if (classOf(last) == WordClass::Pron)
        return {last, last + 1, last};
    std::uint32_t head = last;
    std::uint32_t conjAt = 0; // first token behind an "and" that was passed on the way
    std::uint32_t headAtConj = 0;
    bool preposition = false;
    std::uint32_t t = last + 1;
    for (std::uint32_t steps = 0; t > first_ && steps < 28; ++steps) {
        const std::uint32_t i = t - 1;
        if (inTime(i) && !(i + 1 < t) &&
            !(t <= last && i > first_ && is(i, TokenKind::Number) && // "the prospectus for Corvane's 2024 listing"
              (is(i - 1, TokenKind::Apostrophe) || classOf(i - 1) == WordClass::Det) &&
              (classOf(t) == WordClass::Noun || classOf(t) == WordClass::Ing)))
            break;
        if (const Name* name = nameAround(i); name != nullptr && name->firstToken < i && name->firstToken >= first_) {
            phrase.first = t = name->firstToken; // the whole name at once, with its small words
            continue;
        }
        const WordClass c = classOf(i);
        const WordClass before = i > first_ ? classOf(i - 1) : WordClass::Mark;
        bool take = false;
        switch (c) {
        case WordClass::Noun:
        case WordClass::Name:
        case WordClass::Number:
        case WordClass::Adjective:
            take = true;
            break;
        case WordClass::Past:
        case WordClass::Ing: // "armed forces", "an elected official"
            take = t <= last &&
                   (before == WordClass::Det || before == WordClass::Adjective || before == WordClass::Number ||
                    i == first_ || is(i - 1, TokenKind::Apostrophe) ||
                    is(i - 1, TokenKind::Hyphen) || // "the Leeds-born striker"
                    (is(i - 1, TokenKind::Comma) && t == last && has(last, Tag::SayNoun))) && // ", leaked emails show"
                   (classOf(t) == WordClass::Noun || classOf(t) == WordClass::Name);
            take = take || (t > last && before == WordClass::Number && has(t, Tag::Aux)); // "its 2024 listing had"
            break;
        case WordClass::Verb: // a noun after all: "the country's claims"
            take = before == WordClass::Det || before == WordClass::Adjective;
            break;
        case WordClass::Mark:
            take = innerMark(i) || is(i, TokenKind::Slash);
            break;
        case WordClass::Det:
            take = t <= last;
            if (take) {
                phrase.first = i;
                t = i;
                if (before == WordClass::Det) { // "all the"
                    t = phrase.first = i - 1;
                    if (t > first_)
                        continue;
                }
                if (t > first_ && (classOf(t - 1) == WordClass::Prep || classOf(t - 1) == WordClass::Conj ||
                                   (classOf(t - 1) == WordClass::Number && !inTime(t - 1)))) // "of 60 such groups"
                    continue;
                goto done;
            }
            break;
        case WordClass::Prep: {
            const bool joins = i > first_ && (before == WordClass::Noun || before == WordClass::Name) &&
                               !inTime(i - 1) && small(i) != Small::As && small(i) != Small::After &&
                               small(i) != Small::Before && small(i) != Small::Since && small(i) != Small::During &&
                               small(i) != Small::Via && small(i) != Small::Like;
            if (t <= last && i > first_ && small(i) == Small::Of && before == WordClass::Number && !inTime(i - 1)) {
                take = true; // "one of its commanders": the commander is the head
                break;
            }
            if (!joins || t > last) {
                // "with officials saying"; "published by Ethna newspaper said"
                preposition = small(i) != Small::With && small(i) != Small::By &&
                              small(i) != Small::Before; // "before her daughter cried"
                goto done;
            }
            take = true;
            head = i - 1;
            break;
        }
        case WordClass::Conj:
            if (small(i) == Small::And && t <= last && (before == WordClass::Noun || before == WordClass::Name)) {
                if (conjAt == 0) {
                    conjAt = t;
                    headAtConj = head;
                }
                take = true;
            }
            break;
        default:
            break;
        }
        if (!take) {
            const bool verbBefore = c == WordClass::Verb || c == WordClass::Past || c == WordClass::Ing ||
                                    c == WordClass::Aux || c == WordClass::Modal;
            if (verbBefore && conjAt != 0) { // "attacked the town and police said"
                phrase.first = conjAt;
                head = headAtConj;
            }
            break;
        }
        t = i;
        if (c != WordClass::Conj && c != WordClass::Prep)
            phrase.first = i;
    }
done:
    if (preposition) { // "In Bamako police said": the place belongs to the preposition
        std::uint32_t from = phrase.first;
        while (from < phrase.end && (classOf(from) == WordClass::Name || inTime(from)) && from + 1 < phrase.end &&
               classOf(from + 1) != WordClass::Name && !is(from + 1, TokenKind::Hyphen) &&
               !is(from + 1, TokenKind::Apostrophe))
            ++from;
        if (const Name* name = from == phrase.first ? nameAround(last) : nullptr;
            name != nullptr && name->endToken == last + 1 && name->firstToken > phrase.first + 1 &&
            classOf(name->firstToken - 1) == WordClass::Noun && !isPerson(name->firstToken - 1))
            from = name->firstToken; // "At one point Ida Brandt tells"
        if (from == phrase.first)
            return {last + 1, last + 1, last};
        phrase.first = from;
    }
    while (phrase.first < phrase.end &&
           (is(phrase.first, TokenKind::Hyphen) || is(phrase.first, TokenKind::Apostrophe) ||
            is(phrase.first, TokenKind::Stop) || is(phrase.first, TokenKind::Slash) || inTime(phrase.first)))
        ++phrase.first;
    phrase.head = std::max(head, phrase.first);
    while (phrase.head > phrase.first && !r.tokens[phrase.head].is(TokenKind::Word) &&
           !r.tokens[phrase.head].is(TokenKind::Alnum))
        --phrase.head;
    return phrase;
}

NounPhrase Phrases::phraseAt(std::uint32_t t) {
    if (french_)
        return frenchPhraseAt(t);
    NounPhrase phrase{t, t, t};
    if (t >= end_)
        return phrase;
    if (classOf(t) == WordClass::Pron)
        return {t, t + 1, t};
    std::uint32_t i = t;
    bool head = false, headFixed = false;
    for (std::uint32_t steps = 0; i < end_ && steps < 28; ++steps) {
        if (inTime(i) && !(i > t && (classOf(i - 1) == WordClass::Det || is(i - 1, TokenKind::Apostrophe)) &&
                           i + 1 < end_ && !inTime(i + 1) && classOf(i + 1) == WordClass::Noun)) // "its annual report"
            break;
        const WordClass c = classOf(i);
        const WordClass next = i + 1 < end_ ? classOf(i + 1) : WordClass::Mark;
        bool take = false;
        switch (c) {
        case WordClass::Name:
        case WordClass::Noun:
            take = true;
            head = true;
            if (const Name* name = nameAround(i);
                name != nullptr && name->endToken <= end_) // "Ministry of Trade and Industry"
                i = name->endToken - 1;
            if (!headFixed)
                phrase.head = i;
            break;
        case WordClass::Number:
        case WordClass::Adjective:
            take = true;
            break;
        case WordClass::Verb:
            take = (i > t && classOf(i - 1) == WordClass::Det) ||
                   (i == t && next == WordClass::Noun && isPerson(i + 1)); // "lead prosecutor Eric Nichols"
            head = head || take;
            break;
        case WordClass::Past:
        case WordClass::Ing:
            take = (!head && (next == WordClass::Noun || next == WordClass::Name || next == WordClass::Adjective)) ||
                   (head && next == WordClass::Noun && c == WordClass::Past && // "the families of the two wounded men"
                    (classOf(i - 1) == WordClass::Number || classOf(i - 1) == WordClass::Det));
            if (!take && !head && c == WordClass::Ing && i > t && classOf(i - 1) == WordClass::Det) {
                take = head = true; // "in a filing that"
                phrase.head = i;
            }
            break;
        case WordClass::Det:
            take = i == t || classOf(i - 1) == WordClass::Prep || classOf(i - 1) == WordClass::Det;
            break;
        case WordClass::Prep: {
            const Small word = small(i);
            if (head && is(i - 1, TokenKind::Hyphen) && is(i + 1, TokenKind::Hyphen)) { // "her son-in-law"
                take = true;
                break;
            }
            if (!head && i > t && word == Small::Of && classOf(i - 1) == WordClass::Number && next == WordClass::Det) {
                take = true; // "one of its commanders"
                break;
            }
            if (word == Small::In && head && next == WordClass::Det)
                if (const Name* name = nameAround(phrase.head); name != nullptr && name->kind == NameKind::Person)
                    break; // "wrote Piers Gault in a note"
            take = head && !inTime(i + 1) &&
                   (word == Small::Of || word == Small::From || word == Small::For || word == Small::At ||
                    word == Small::With ||
                    ((word == Small::In || word == Small::Near || word == Small::To || word == Small::On) &&
                     (next == WordClass::Name || next == WordClass::Det) &&
                     !(i + 2 < end_ && has(i + 2, Tag::SayNoun) && word == Small::In)));
            headFixed = headFixed || take;
            break;
        }
        case WordClass::Mark:
            take = innerMark(i) && (i > t || !is(i, TokenKind::Hyphen));
            break;
        case WordClass::Adverb: // "the daily Morgenpost"
            take = i > t && classOf(i - 1) == WordClass::Det && next == WordClass::Name;
            break;
        default:
            break;
        }
        if (!take)
            break;
        ++i;
    }
    phrase.end = i;
    while (phrase.end > phrase.first) { // no small word at the end
        const WordClass c = classOf(phrase.end - 1);
        if (c == WordClass::Prep || c == WordClass::Det || is(phrase.end - 1, TokenKind::Hyphen))
            --phrase.end;
        else
            break;
    }
    if (!head)
        phrase.end = phrase.first;
    return phrase;
}

const Name* Phrases::nameIn(NounPhrase phrase, NameKind kind) const {
    for (std::size_t i = firstName_; i < endName_ && m.names[i].firstToken < phrase.end; ++i)
        if (m.names[i].firstToken >= phrase.first && m.names[i].kind == kind)
            return &m.names[i];
    return nullptr;
}

const Name* Phrases::nameAround(std::uint32_t t) const {
    if (inside(t) && (marks_[t] & inNameBit) == 0)
        return nullptr;
    const Name* name = lastFrom(m.names, firstName_, endName_, t);
    return name != nullptr && t < name->endToken ? name : nullptr;
}

} // namespace countercheck::read
