// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/calendar.h"
#include "core/read/times/timesgrammar.h"
#include "core/read/times/timesreader.h"
#include "core/read/times/triggers.h"
#include "core/text/hintscan.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <mutex>

namespace countercheck::read {

using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string isoTime(std::int64_t seconds) {
    const bool dayless = seconds < noDay + 2 * secondsPerDay;
    std::int64_t day = seconds / secondsPerDay, rest = seconds % secondsPerDay;
    if (rest < 0) {
        rest += secondsPerDay;
        --day;
    }
    PartialTime time;
    if (!dayless) {
        time.setDay(day);
        if (time.year < 0)
            return {};
    }
    if (rest != 0 || dayless) {
        time.hour = static_cast<int>(rest / 3600);
        time.minute = static_cast<int>(rest / 60 % 60);
        if (rest % 60 != 0)
            time.second = static_cast<int>(rest % 60);
    }
    return timexValue(time);
}

std::optional<std::int64_t> parseIsoTime(std::string_view iso) {
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        if (at + length > iso.size())
            return -1;
        const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + length, value);
        return error == std::errc{} && end == iso.data() + at + length && value >= 0 ? value : -1;
    };
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-')
        return std::nullopt;
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || !isValidDate(year, month, day))
        return std::nullopt;
    std::int64_t seconds = daysFromCivil(year, month, day) * secondsPerDay;
    if (iso.size() == 10)
        return seconds;
    if ((iso[10] != 'T' && iso[10] != 't' && iso[10] != ' ') || iso.size() < 16 || iso[13] != ':')
        return std::nullopt;
    const int hour = number(11, 2), minute = number(14, 2);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59)
        return std::nullopt;
    seconds += hour * 3600 + minute * 60;
    std::size_t at = 16;
    if (at < iso.size() && iso[at] == ':') {
        const int second = number(at + 1, 2);
        if (second < 0 || second > 60)
            return std::nullopt;
        seconds += second;
        at += 3;
        if (at < iso.size() && (iso[at] == '.' || iso[at] == ',')) {
            ++at;
            while (at < iso.size() && iso[at] >= '0' && iso[at] <= '9')
                ++at;
        }
    }
    if (at == iso.size() || iso.substr(at) == "Z" || iso.substr(at) == "z")
        return seconds;
    if (iso[at] != '+' && iso[at] != '-')
        return std::nullopt;
    for (++at; at < iso.size(); ++at)
        if (iso[at] != ':' && (iso[at] < '0' || iso[at] > '9'))
            return std::nullopt;
    return seconds;
}

namespace {

/// What a thread keeps from text to text.
std::vector<Spelling>& spellingsOfThread() {
    thread_local std::vector<Spelling> spellings;
    return spellings;
}

} // namespace

TimesReader::TimesReader(const text::Reading& reading, const ReadContext& context, bool dayFirst, Mentions& out)
    : reading_(reading), lexicon_(text::Lexicon::of(reading.language)), out_(out), dayFirst_(dayFirst),
      anchor_(context.published), spellings_(spellingsOfThread()) {
    heads_ = &triggersOf(reading.language);
    leads_ = &leadsOf(reading.language);
    small_ = reading.capitals.empty();
    if (anchor_) {
        today_ = dayOfSecond(*anchor_);
        anchorHasClock_ = *anchor_ != *today_ * secondsPerDay;
    }
}

void TimesReader::run() {
    seekAnchor_ = !anchor_;
    walk();
    if (seekAnchor_ && anchor_) { // the text itself showed its date: read again with it
        seekAnchor_ = false;
        walk();
    }
}

void TimesReader::walk() {
    out_.times.clear();
    const text::WordTable<std::uint8_t>& heads = *heads_;
    for (sentence_ = 0; sentence_ < reading_.sentences.size(); ++sentence_) {
        const text::Sentence& sentence = reading_.sentences[sentence_];
        const text::BlockRole role = reading_.blocks[sentence.block].role;
        if (role == text::BlockRole::Furniture || role == text::BlockRole::Newsletter)
            continue;
        if (!sentence.may(text::HintTime) &&
            !(reading_.sentences.size() == 1 &&
              sentence.endToken - sentence.firstToken <= 12)) // "book a table for 6 at 7"
            continue;
        floor_ = first_ = sentence.firstToken;
        end_ = sentence.endToken;
        offhand_ = reading_.sentences.size() == 1 && end_ - first_ <= 32 && text(end_ - 1) != ".";
        bool spelled = false;
        for (Index i = floor_;;) {
            i = text::nextHinted(reading_, i, end_, headHint_ | text::HintFigure); // every number hints at a figure
            if (i >= end_)
                break;
            const Token& t = reading_.tokens[i];
            const bool candidate =
                t.kind == TokenKind::Word ? t.may(headHint_) && (heads[t.word] & BeginsTime) != 0 : numberAt(i);
            if (!candidate) {
                ++i;
                continue;
            }
            if (!spelled) {
                spell();
                spelled = true;
                offhand_ = offhand_ || (reading_.sentences.size() == 1 && end_ - first_ <= 32 && told());
            }
            const Index next = at(i);
            i = next > i ? next : i + 1;
            if (seekAnchor_ && anchor_)
                return;
        }
    }
}

/// The sentence's words in the form in which rules compare them: each once, whatever rules will ask.
void TimesReader::spell() {
    const std::size_t length = end_ - first_;
    if (spellings_.size() < length)
        spellings_.resize(2 * length + 64);
    const Token* const tokens = reading_.tokens.data() + first_;
    Spelling* const out = spellings_.data();
    for (std::size_t i = 0; i < length; ++i)
        out[i] = smallSpelling(reading_.text, tokens[i].begin, tokens[i].end);
}

/// Can the number at i be part of a time? One of one or two digits can ("at 7"); others only beside a word of time.
/// Asked before spell(): it must not ask for spelled().
bool TimesReader::numberAt(Index i) const {
    const Token& t = reading_.tokens[i];
    if (t.kind == TokenKind::Alnum)
        return true;
    if (t.kind != TokenKind::Number)
        return false;
    if (t.may(text::HintTime) || token(i + 1).may(text::HintTime) || token(i + 2).may(text::HintTime) ||
        (i > 0 && token(i - 1).may(text::HintTime)))
        return true;
    return t.end - t.begin <= 2 && hourBeside(i);
}

/// Can a number of one or two digits without a word of time beside it be an hour or a day? Not where it stands between
/// two words of open classes, or between one and a stop or comma: each rule for such a number wants a small word, a
/// mark that joins, or the sentence's beginning. Nearly every number that counts something is left alone here.
bool TimesReader::hourBeside(Index i) const {
    if (everyNumber_ || i == first_ || !reading_.tokens[i].has(text::SpaceBefore))
        return true;
    const auto open = [](const Token& t) { return t.is(TokenKind::Word) && !t.may(text::HintClosed); };
    const Token& behind = token(i + 1);
    return !open(reading_.tokens[i - 1]) ||
           !(open(behind) || behind.is(TokenKind::Stop) || behind.is(TokenKind::Comma));
}

/// Tries the productions that can have token i as their head; returns where to go on (i itself: nothing found).
TimesReader::Index TimesReader::at(Index i) {
    const Token& t = token(i);
    if (t.kind != TokenKind::Word) {
        Index next = daysOfMonth(i);
        if (next == i)
            next = clock(i);
        if (next == i)
            next = date(i);
        if (next == i)
            next = decade(i);
        if (next == i)
            next = year(i);
        if (next == i && t.kind == TokenKind::Alnum)
            next = gluedUnit(i);
        return next;
    }
    const std::uint64_t tags = lexicon_.tags(t.word);
    Index next = i;
    if ((t.has(text::Capitalised) || small_ || offhand_) &&
        ((*heads_)[t.word] & InFeast) != 0) // phrases: Good Friday, Boxing Day, Fourth of July
        for (Index back = 0; back <= 3 && i >= floor_ + back && next == i; ++back)
            if (const auto holiday = lexicon_.matchPhrase(reading_, i - back, tagBit(Tag::Holiday));
                holiday && holiday->endToken > i)
                next = std::max(date(i - back), i);
    if (next == i && (tags & tagBit(Tag::Holiday)))
        next = date(i);
    if (next == i && (tags & (tagBit(Tag::Month) | tagBit(Tag::Weekday)))) {
        const Index before = kind(i - 1, TokenKind::Stop) ? i - 2 : i - 1;
        if (capital(before) && t.has(text::Capitalised) &&
            isAny<"mr", "mrs", "ms", "dr", "miss", "mr.", "mrs.", "ms.", "dr.">(before))
            return i + 1; // Mr. Friday
        next = date(i);
    }
    if (next == i && (tags & tagBit(Tag::TimeRef)))
        next = reference(i);
    if (next == i && (tags & tagBit(Tag::Season)))
        next = season(i);
    if (next == i && (tags & tagBit(Tag::DayPart)))
        next = dayPart(i);
    if (next == i && (tags & tagBit(Tag::TimeUnit)))
        next = unit(i);
    if (next == i && (tags & tagBit(Tag::Number)))
        next = numberWord(i);
    return next;
}

TimesReader::Index TimesReader::emit(const Piece& piece) {
    const PartialTime& time = piece.time;
    if (seekAnchor_ && !anchor_ && piece.yearGiven && time.hasFullDate() && sentence_ < 3) {
        today_ = time.dayNumber();
        anchor_ = *today_ * secondsPerDay;
        anchorHasClock_ = false;
    }
    const TimeType type = piece.set ? TimeType::Set : time.hasClock() ? TimeType::Time : TimeType::Date;
    std::optional<TimeSpan> span = piece.set ? std::nullopt : spanOf(time, piece.mod);
    if (piece.days > 1 && span && !time.hasClock())
        span->to = span->from + piece.days * secondsPerDay;
    return emit(piece.first, piece.end, type, piece.mod, timexValue(time), span, piece.rule, piece.resolution);
}

TimesReader::Index TimesReader::emit(Index first, Index end, TimeType type, TimeMod mod, std::string value,
                                     std::optional<TimeSpan> resolved, const char* rule, const char* more) {
    if (value.empty())
        return first; // beyond the years that a value can name
    TimeMention& mention = out_.times.emplace_back();
    mention.span = {token(first).begin, token(end - 1).end};
    mention.type = type;
    mention.mod = mod;
    mention.value = std::move(value);
    mention.resolved = resolved;
    mention.sentence = sentence_;
    mention.firstToken = first;
    mention.endToken = end;
    mention.derivation.add(rule);
    if (more != nullptr)
        mention.derivation.add(more);
    if (mod != TimeMod::None)
        mention.derivation.add("modifier");
    setOpenEnds(mention);
    floor_ = end;
    return end;
}

void TimesReader::setOpenEnds(TimeMention& mention) const {
    if (!mention.resolved || mention.firstToken == 0)
        return;
    const Index before = mention.firstToken - 1;
    if (isAny<"since", "after", "onwards">(before)) {
        mention.resolved->openTo = true;
        mention.derivation.add("since");
    } else if (isAny<"until", "till", "by", "before", "through">(before)) {
        mention.resolved->openFrom = true;
        mention.derivation.add("until");
    }
}

bool TimesReader::equalsLower(std::string_view word, std::string_view lowerCase) {
    for (std::size_t i = 0; i < word.size(); ++i)
        if ((word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + 32) : word[i]) != lowerCase[i])
            return false;
    return true;
}

bool TimesReader::dashAt(Index i) const {
    return kind(i, TokenKind::Hyphen) || kind(i, TokenKind::Dash);
}

bool TimesReader::nounFollows(Index i) const {
    if (!inside(i) || !(kind(i, TokenKind::Word) || kind(i, TokenKind::Hyphen)))
        return false;
    if (kind(i, TokenKind::Hyphen))
        return true;
    constexpr std::uint64_t closed = tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                     tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                     tagBit(Tag::Neg) | tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Say) |
                                     tagBit(Tag::VerbPast) | tagBit(Tag::VerbS);
    if (lexicon_.hasAny(token(i).word, closed))
        return false;
    const text::WordUse& use = lexicon_.use(token(i).word);
    return !use.known() || use.noun() || use.adjective();
}

int TimesReader::plainNumber(Index i, std::size_t digits) const {
    if (!kind(i, TokenKind::Number) || token(i).has(text::HasComma) || token(i).has(text::HasPoint))
        return -1;
    const std::size_t length = token(i).end - token(i).begin;
    static_assert(maxDigits <= 8);
    return length > std::min(digits, maxDigits) ? -1 : static_cast<int>(digitsValue(spelled(i), length));
}

int TimesReader::wordNumber(Index i, Index& end) const {
    if (!has(i, Tag::Number) || !kind(i, TokenKind::Word))
        return -1;
    int value = static_cast<int>(number(i, Tag::Number));
    end = i + 1;
    const Index unit = kind(end, TokenKind::Hyphen) ? end + 1 : end;
    if (value >= 20 && value % 10 == 0 && kind(unit, TokenKind::Word) && has(unit, Tag::Number) &&
        number(unit, Tag::Number) < 10) {
        value += static_cast<int>(number(unit, Tag::Number));
        end = unit + 1;
    }
    return value;
}

int TimesReader::ordinalDay(Index i) const {
    if (kind(i, TokenKind::Word))
        return has(i, Tag::Ordinal) && number(i, Tag::Ordinal) <= 31 ? static_cast<int>(number(i, Tag::Ordinal)) : 0;
    if (!kind(i, TokenKind::Alnum))
        return 0;
    const std::string_view t = text(i);
    int value = 0;
    const char* end = std::from_chars(t.data(), t.data() + t.size(), value).ptr;
    const std::string_view suffix = t.substr(static_cast<std::size_t>(end - t.data()));
    const bool ordinal = equalsLower(suffix, "st") || equalsLower(suffix, "nd") || equalsLower(suffix, "rd") ||
                         equalsLower(suffix, "th") || suffix == "er";
    return ordinal && value <= 31 ? value : 0;
}

/// The nearest verb group decides: first the words before the mention, nearest first, then those behind it.
TimesReader::Tense TimesReader::tenseAt(Index first, Index end) const {
    if (reading_.language != text::Language::English && reading_.language != text::Language::Unknown)
        return Tense::Unknown; // the cues are English words
    const auto cue = [&](Index i) {
        const Token& t = token(i);
        if (!t.is(TokenKind::Word))
            return Tense::Unknown;
        if (!t.may(text::HintTime | text::HintClosed) && lexicon_.tags(t.word) == 0 &&
            (t.has(text::Capitalised) || t.end - t.begin < 3))
            return Tense::Unknown; // a name
        const std::uint64_t tags = lexicon_.tags(t.word);
        if ((leadOf(t.word) & futureLead) != 0) {
            if (is(i, "would") && is(i + 1, "have"))
                return Tense::Past;
            if ((is(i, "going") && !is(i + 1, "to")) || (is(i, "opens") && is(i + 1, "fire")))
                return Tense::Unknown;
            if (is(i, "due") && is(i + 1, "to")) { // "due to meet", not "due to rain"
                const text::WordUse& use = lexicon_.use(i + 2 < end_ ? token(i + 2).word : 0);
                return (use.forms & text::VerbBase) != 0 && use.frequency[1] > use.frequency[0] ? Tense::Future
                                                                                                : Tense::Unknown;
            }
            return Tense::Future;
        }
        if ((tags & tagBit(Tag::Modal)) != 0 && isAny<"may", "might", "must", "should", "can">(i) &&
            !t.has(text::Capitalised))
            return is(i + 1, "have") || (is(i + 1, "not") && is(i + 2, "have")) ? Tense::Past : Tense::Future;
        if ((tags & tagBit(Tag::Prep)) != 0 && is(i, "to") && i > 0 && isAny<"is", "are">(i - 1))
            return Tense::Future;
        if ((tags & tagBit(Tag::Verb)) != 0 && is(i, "set") && isAny<"for", "to">(i + 1))
            return Tense::Future;
        if ((tags & tagBit(Tag::Aux)) != 0 && isAny<"was", "were", "had", "did">(i))
            return Tense::Past;
        if (isAny<"is", "are">(i) && i < first &&
            isAny<"closed", "open", "valid", "available", "free", "shut", "busy">(i + 1))
            return Tense::Future; // "the museum is closed from 24 to 26 December"
        if (i < first && i > 0 && token(i - 1).is(TokenKind::Apostrophe) &&
            isAny<"open", "closed", "free", "available", "busy">(i))
            return Tense::Future; // "it's open …"
        if (isAny<"need", "needs", "want", "wants", "runs", "applies", "lasts", "turns", "i'd", "we'd">(i)) {
            if (is(i, "turns") ? kind(i + 1, TokenKind::Number) && i < first // "turns 80 in November"
                : isAny<"runs", "applies", "lasts">(i) ? isAny<"from", "until", "till", "through">(i + 1)
                : isAny<"i'd", "we'd">(i)              ? isAny<"like", "love", "prefer">(i + 1)
                                                       : i < first)
                return Tense::Future; // "I need it by Thursday", "I'd like a table for Saturday"
        }
        if ((is(i, "takes") && is(i + 1, "effect")) || (isAny<"go", "head">(i) && is(i + 3, "polls")))
            return Tense::Future;
        if (is(i, "are"))
            return Tense::Unknown;
        if (i > reading_.sentences[sentence_].firstToken && is(i - 1, "to") &&
            (lexicon_.use(t.word).forms & text::VerbBase) != 0)
            return Tense::Unknown; // "due to hit", "able to put"
        // A participle says nothing: "will be held", "to be voted on", "is accused of".
        Index before = i;
        while (before > reading_.sentences[sentence_].firstToken &&
               (is(before - 1, "not") || text(before - 1).ends_with("ly")))
            --before;
        if (before > 0 && isAny<"we're", "i'm", "they're", "you're", "he's", "she's", "it's">(before - 1))
            return Tense::Unknown; // "we're closed on"
        if (before > 0 && lexicon_.has(token(before - 1).word, Tag::Aux) &&
            isAny<"be", "is", "are", "being">(before - 1))
            return is(before - 1, "be") && is(before - 2, "to") ? Tense::Future : Tense::Unknown;
        if (before > 0 && i > 0 && isAny<"remain", "remains", "stay", "stays", "keep">(before - 1))
            return Tense::Unknown; // "will remain closed through Oct. 14"
        if (i > reading_.sentences[sentence_].firstToken && isAny<"the", "a", "an">(i - 1))
            return Tense::Unknown;               // "the forecast for Monday"
        if (lexicon_.has(t.word, Tag::VerbPast)) // "Let us meet": it opens the sentence, so it is no past
            return i == first_ && lexicon_.has(t.word, Tag::Verb) ? Tense::Unknown : Tense::Past;
        const std::string_view form = t.word != 0 ? lexicon_.form(t.word) : text(i);
        if (form.size() < 3 || t.has(text::Capitalised) ||
            lexicon_.hasAny(t.word, tagBit(Tag::Month) | tagBit(Tag::Weekday) | tagBit(Tag::Prep)))
            return Tense::Unknown;
        if (form.ends_with("ed") && !form.ends_with("eed") && form.size() > 4)
            return lexicon_.has(t.word, Tag::Multiplier) ? Tense::Unknown : Tense::Past;
        if (form.ends_with("ing") || form.ends_with("ly") || form.ends_with('s') ||
            lexicon_.hasAny(t.word, tagBit(Tag::Det) | tagBit(Tag::Pron) | tagBit(Tag::Conj) | tagBit(Tag::Noun) |
                                        tagBit(Tag::Adverb)))
            return Tense::Unknown;
        const text::WordUse& use = lexicon_.use(t.word);
        return (use.forms & text::VerbPastTense) != 0 && (use.forms & text::VerbBase) == 0 ? Tense::Past
                                                                                           : Tense::Unknown;
    };
    const auto onlyTimes = [&](Index from) { // "is at 4 pm UTC on | Tuesday", "is the second Thursday in | May"
        for (Index i = from; i < first; ++i)
            if (token(i).is(TokenKind::Comma) ||
                (token(i).is(TokenKind::Word) &&
                 !lexicon_.hasAny(token(i).word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Month) |
                                                     tagBit(Tag::Weekday) | tagBit(Tag::Ordinal) | tagBit(Tag::Zone) |
                                                     tagBit(Tag::DayPart) | tagBit(Tag::TimeUnit) |
                                                     tagBit(Tag::Number) | tagBit(Tag::TimeRef) | tagBit(Tag::Conj)) &&
                 !is(i, "sometime")))
                return false;
        return true;
    };
    const Index begin = reading_.sentences[sentence_].firstToken;
    Index off = first - 2; // "pushed back by 48 hours to Friday"
    if (!out_.times.empty() && out_.times.back().endToken + 1 == first && off > begin &&
        out_.times.back().type == TimeType::Duration)
        off = out_.times.back().firstToken - (is(out_.times.back().firstToken - 1, "by") ? 2 : 1);
    if (first >= begin + 2 && isAny<"until", "till", "to">(first - 1) &&
        isAny<"off", "postponed", "delayed", "extended", "adjourned", "deferred", "suspended", "closed", "back",
              "moved", "rescheduled", "pushed", "shifted">(off))
        return Tense::Future; // "put off until March"
    const bool closing = is(first - 1, "to") && !out_.times.empty() && out_.times.back().endToken + 1 == first;
    if (const Index from = closing ? out_.times.back().firstToken - 1 : first - 1;
        from > begin && is(from, "from") &&
        isAny<"moved", "rescheduled", "postponed", "pushed", "shifted", "changed", "delayed">(from - 1))
        return Tense::Future; // "moved from Nov 30 to Dec 15"
    if (isAny<"for", "from">(first - 1))
        for (Index i = first - 1, steps = 0; i-- > begin && steps < 6; ++steps)
            if (isAny<"booked", "reserved", "scheduled", "planned">(i))
                return isAny<"originally", "initially", "previously", "first">(i - 1)
                           ? Tense::Past
                           : Tense::Future; // "I booked a room for the 9th"
    if (grantedUntil(first) || (starting(first) && !has(first, Tag::Weekday)))
        return Tense::Future;
    if (first >= begin + 2 && is(first - 1, "of") && is(first - 2, "ahead"))
        return Tense::Future; // "ahead of Sunday's runoff"
    if (first > begin && is(first - 1, "for") && isAny<"delivery", "settlement">(end))
        return Tense::Future; // "oil for May delivery rose"
    if (first >= begin + 2 && is(first - 1, "for") && has(first, Tag::Weekday) &&
        token(first - 2).is(TokenKind::Word) && !lexicon_.hasAny(token(first - 2).word, tagBit(Tag::VerbPart)))
        return Tense::Future; // "called a strike for Thursday"
    if (first >= begin + 3 && is(first - 1, "as") && isAny<"early", "soon">(first - 2) && is(first - 3, "as"))
        return Tense::Future; // "could come as early as Monday"
    for (Index i = first; i-- > begin;) {
        if (token(i).is(TokenKind::Semicolon))
            break;
        if (const Tense tense = cue(i); tense != Tense::Unknown)
            return tense;
        if (first - i <= 3 && (isAny<"is", "are">(i) || (is(i, "next") && i + 1 < first && !is(i + 1, "day"))))
            return Tense::Future;
        if (first - i <= 9 && isAny<"is", "are">(i) && onlyTimes(i + 1))
            return Tense::Future;
    }
    for (Index i = end; i < end_ && !token(i).is(TokenKind::Semicolon); ++i)
        if (const Tense tense = cue(i); tense != Tense::Unknown)
            return tense;
    if (imperative(first) && lookedBack())
        return Tense::Past;
    if (imperative(first) || alone(first, end) || typed() || (offhand_ && end == end_ && end_ - first_ <= 4) ||
        isAny<"i'm", "we're">(begin))
        return Tense::Future; // "I'm away over Easter"
    if (offhand_ && has(first, Tag::Weekday) && inside(end))
        if (const auto hour = clockAt(is(end, "at") ? end + 1 : end); hour && hour->end == end_)
            return Tense::Future; // "Team lunch Wednesday 12:30"
    // "Is there a train on Sunday?", "What's on my calendar for February?": nothing of the past is asked
    if (first > begin &&
        isAny<"is", "are", "any", "what", "what's", "when", "do", "does", "can", "could", "shall", "am">(begin) &&
        (asked() || small_))
        return Tense::Future;
    if (offhand_ && first > begin + 1 && isAny<"how", "what", "when", "where">(begin) &&
        token(begin + 1).is(TokenKind::Apostrophe) && text(begin + 1).size() > 1)
        return Tense::Future;                                                           // "How's the weather on Sunday"
    const bool closes = !out_.times.empty() && out_.times.back().endToken + 1 == first; // from Dec. 24 through Jan. 2
    Index until = first;
    for (int steps = 0; until > begin + 1 && steps < 4; ++steps) { // "until mid-April", "until the end of April"
        const Index left = until - 1;
        if (!token(left).is(TokenKind::Hyphen) && !isAny<"mid", "early", "late", "the", "end", "start", "of">(left))
            break;
        until = left;
    }
    return until > begin && !closes && isAny<"until", "till", "through">(until - 1) ? Tense::Future : Tense::Unknown;
}

/// "had until Friday", "gave the bank until the end of May": what is granted lies ahead.
bool TimesReader::grantedUntil(Index date) const {
    const Index begin = reading_.sentences[sentence_].firstToken;
    Index until = date;
    for (int steps = 0; until > begin && steps < 5; ++steps)
        if (!isAny<"the", "end", "beginning", "start", "middle", "close", "of", "early", "late", "mid", "midnight",
                   "noon", "next", "business", "on">(--until))
            break;
    if (until <= begin || !isAny<"until", "till">(until))
        return false;
    if (isAny<"have", "has", "had">(until - 1))
        return true;
    for (Index i = until, steps = 0; i-- > begin && steps < 6; ++steps) {
        if (isAny<"gave", "give", "gives", "given", "giving">(i))
            return true;
        if (!token(i).is(TokenKind::Word) || lexicon_.hasAny(token(i).word, tagBit(Tag::VerbPast) | tagBit(Tag::Aux)))
            return false;
    }
    return false;
}

TimesReader::Deixis TimesReader::deixisAt(Index i) const {
    return inside(i) && token(i).is(TokenKind::Word) ? static_cast<Deixis>(leadOf(token(i).word) & ~futureLead)
                                                     : Deixis::None;
}

/// By WordId, for the words of our own tables: the deixis of a determiner, and which words tell of what is to come.
/// Made once a language.
const std::vector<std::uint8_t>& TimesReader::leadsOf(text::Language language) {
    constexpr std::size_t languages = 8;
    static std::array<std::once_flag, languages> made;
    static std::array<std::vector<std::uint8_t>, languages> all;
    const std::size_t index = static_cast<std::size_t>(language) % languages;
    std::call_once(made[index], [&] {
        const text::Lexicon& lexicon = text::Lexicon::of(language);
        std::vector<std::uint8_t> leads(lexicon.listedSize() + 1, 0);
        for (text::WordId id = 1; id < lexicon.listedSize(); ++id) {
            const std::string_view word = lexicon.value(id, Tag::TimeWord);
            const Deixis deixis = word == "last" || word == "past"     ? Deixis::Last
                                  : word == "this"                     ? Deixis::This
                                  : word == "next" || word == "coming" ? Deixis::Next
                                  : word == "same" || word == "that"   ? Deixis::Same
                                  : word == "following"                ? Deixis::Following
                                  : word == "previous"                 ? Deixis::Previous
                                  : word == "each" || word == "every"  ? Deixis::Habit
                                                                       : Deixis::None;
            leads[id] = static_cast<std::uint8_t>(deixis) | (word == "future" ? futureLead : std::uint8_t{0});
        }
        all[index] = std::move(leads);
    });
    return all[index];
}

const TimeMention* TimesReader::earlierIn(Grain coarsest) const {
    const std::uint32_t back = storyDate() != nullptr ? 3 : 1; // a story of years ago holds together longer
    for (auto it = out_.times.rbegin(); it != out_.times.rend() && it->sentence + back >= sentence_; ++it)
        if (it->resolved && it->resolved->grain >= coarsest &&
            (it->type == TimeType::Date || it->type == TimeType::Time))
            return &*it;
    return nullptr;
}

const TimeMention* TimesReader::earlierDay() const {
    return earlierIn(Grain::Day);
}

void readTimes(const text::Reading& reading, const ReadContext& context, Mentions& out) {
    out.times.clear();
    // 3/4/2026 is the third of April but in American usage, and English without a country is read as American.
    const bool english = reading.language == text::Language::English || reading.language == text::Language::Unknown;
    if (!english && reading.language != text::Language::Other)
        TimesGrammar(reading, context, true, out).run();
    else
        TimesReader(reading, context, !english || dayFirstShown(reading).value_or(context.dayFirst), out).run();
}

} // namespace countercheck::read
