// SPDX-License-Identifier: GPL-3.0-or-later
// Names in one walk: runs of capitalised words become occurrences of a form; what stands around each occurrence is
// gathered as evidence on its form; then each form gets its kind once, and forms that name the same are one entity.
#include "core/read/gazetteer.h"
#include "core/read/mentions.h"
#include "core/read/wordsense.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <unordered_map>

namespace countercheck::read {

namespace {

using text::Lexicon;
using text::Reading;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;
using text::WordId;

constexpr std::uint32_t none = ~0u;

constexpr std::uint64_t nameTags = tagBit(Tag::Country) | tagBit(Tag::Nationality) | tagBit(Tag::OrgWord);
constexpr std::uint64_t smallWords = tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                                     tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) |
                                     tagBit(Tag::Neg) | tagBit(Tag::Wh) | tagBit(Tag::Adverb) | tagBit(Tag::Function) |
                                     tagBit(Tag::Vague);
constexpr std::uint64_t timeTags =
    tagBit(Tag::Month) | tagBit(Tag::Weekday) | tagBit(Tag::Holiday) | tagBit(Tag::Zone) | tagBit(Tag::NotName);

enum Evidence : std::uint16_t {
    Titled = 1,      // "President X", "Mr X"
    RoleAfter = 2,   // "X, chief executive of Y"
    AgeAfter = 4,    // "X, 43,"
    PlaceCue = 8,    // "the town of X", "X region"
    InPlace = 16,    // "in X", "near X"
    WhoAfter = 32,   // "X, who"
    Acronym = 64,    // "Long Name (ACR)"
    OfPlace = 128,   // "X, Mali"
    Possessed = 256, // "the X", which no person takes
    Speaks = 512,    // "X said"
    OrgCue = 1024    // "the X plant", "the newspaper X"
};

/// A spelling, with what the article shows about it.
struct Form {
    std::string_view text; ///< of its first occurrence
    std::string folded;
    std::uint16_t evidence = 0;
    std::uint32_t strong = 0; ///< occurrences that are surely names
    std::uint32_t words = 0;
    std::uint32_t firstToken = 0, endToken = 0;
    std::uint32_t acronym = none; ///< form of the acronym that the article gives it
    std::uint32_t entity = none;
    std::uint32_t role = none; ///< index into roles
    NameKind kind = NameKind::Other;
};

struct Occurrence {
    std::uint32_t form = none, tail = none; ///< `tail`: the form without its first word, which may be an ordinary one
    std::uint32_t firstToken = 0, endToken = 0, sentence = 0;
    bool strong = false;
};

class NameReader {
public:
    NameReader(const Reading& reading, Mentions& out)
        : r_(reading), tokens_(reading.tokens), lex_(Lexicon::of(reading.language)), out_(out),
          english_(reading.language == text::Language::English || reading.language == text::Language::Unknown) {}

    void run() {
        for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
            const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
            if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption &&
                role != text::BlockRole::RepeatedTitle)
                continue;
            sentence(s, role == text::BlockRole::Title || role == text::BlockRole::RepeatedTitle);
        }
        settle();
        for (Form& form : forms_)
            form.kind = kindOf(form);
        makeEntities();
    }

private:
    // ---- words ----------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string_view of(std::uint32_t t) const { return r_.of(tokens_[t]); }
    [[nodiscard]] bool has(std::uint32_t t, Tag tag) const { return lex_.has(tokens_[t].word, tag); }
    [[nodiscard]] bool is(std::uint32_t t, TokenKind kind) const { return t < end_ && tokens_[t].is(kind); }
    [[nodiscard]] bool capital(std::uint32_t t) const {
        return t < end_ && (tokens_[t].is(TokenKind::Word) || tokens_[t].is(TokenKind::Alnum)) &&
               tokens_[t].has(text::Capitalised);
    }
    [[nodiscard]] bool allCaps(std::uint32_t t) const { return tokens_[t].has(text::AllCaps) && !shouting_; }

    /// A word of the language in small letters as well: not only a name.
    [[nodiscard]] bool ordinary(std::uint32_t t) {
        const WordId id = tokens_[t].word;
        if (lex_.hasAny(id, smallWords))
            return true;
        if (lex_.hasAny(id, nameTags & ~tagBit(Tag::OrgWord)))
            return false;
        if (id != 0 && !lex_.hasAny(id, tagBit(Tag::FirstName) | tagBit(Tag::Particle)))
            return true;
        if (tokens_[t].has(text::AllCaps) && !shouting_)
            return false;
        const auto info = english_ ? senseOf(of(t)) : WordSense{};
        if (!info)
            return false;
        if (info->verb() || info->adjective() || info->adverb())
            return id == 0 || info->frequency[1] + info->frequency[2] + info->frequency[3] > 40;
        return info->noun() && info->nounField != text::Field::Location && id == 0 &&
               (info->nounField != text::Field::Person || info->frequency[0] > 20);
    }
    /// Only ever a verb, adjective or adverb in front of a name: "Attacking", "Former".
    [[nodiscard]] bool noNoun(std::uint32_t t) {
        const WordId id = tokens_[t].word;
        if (lex_.hasAny(id, smallWords | tagBit(Tag::Number) | tagBit(Tag::Ordinal) | tagBit(Tag::VerbIng)))
            return true;
        if (id != 0 && lex_.hasAny(id, nameTags | tagBit(Tag::FirstName) | tagBit(Tag::Title) | tagBit(Tag::PlaceWord)))
            return false;
        const auto info = english_ ? senseOf(of(t)) : WordSense{};
        return info && (!info->noun() || (info->adverb() && info->frequency[3] > info->frequency[0]) ||
                        (info->forms & text::VerbGerund) != 0);
    }

    /// "I'm", "They're", "We've"
    [[nodiscard]] static bool contraction(std::string_view word) {
        if (word.size() > 10)
            return false;
        const std::size_t mark = word.find_first_of("'\xE2");
        if (mark == std::string_view::npos || mark + 1 >= word.size())
            return false;
        const std::string_view tail = word.substr(word[mark] == '\'' ? mark + 1 : std::min(mark + 3, word.size()));
        return tail == "m" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "t";
    }

    /// Can the token be part of a name at all?
    [[nodiscard]] bool nameWord(std::uint32_t t) const {
        if (!capital(t) || of(t) == "I" || contraction(of(t)))
            return false;
        if (tokens_[t].is(TokenKind::Alnum) && tokens_[t].end - tokens_[t].begin > 24)
            return false;
        return !lex_.hasAny(tokens_[t].word, timeTags);
    }

    // ---- the walk ---------------------------------------------------------------------------------------------------

    void sentence(std::uint32_t s, bool title) {
        const text::Sentence& sentence = r_.sentences[s];
        sentence_ = s;
        end_ = sentence.endToken;
        std::uint32_t long_ = 0, capitals = 0, upper = 0;
        capitals_.clear();
        for (std::uint32_t t = sentence.firstToken; t < end_; ++t) {
            const Token& token = tokens_[t];
            const bool isLong = token.is(TokenKind::Word) && token.end - token.begin >= 4;
            long_ += isLong ? 1u : 0u;
            if (!token.has(text::Capitalised))
                continue;
            capitals_.push_back(t);
            capitals += isLong ? 1u : 0u;
            upper += isLong && token.has(text::AllCaps) ? 1u : 0u;
        }
        headline_ = (title && capitals * 2 > long_) ||
                    (long_ >= 5 && capitals * 10 > long_ * 7 && !tokens_[end_ - 1].is(TokenKind::Stop) &&
                     !tokens_[end_ - 1].is(TokenKind::CloseQuote));
        shouting_ = long_ >= 3 && upper * 2 > long_;
        previousEnd_ = none;
        std::uint32_t next = sentence.firstToken;
        for (const std::uint32_t t : capitals_) {
            const bool particle = t >= next + 2 && tokens_[t - 1].is(TokenKind::Hyphen) && particleOpens(t - 2);
            if (t >= next && (particle || nameWord(t)))
                next = runFrom(particle ? t - 2 : t);
        }
    }

    /// "al-Qaeda", "el-Sisi": a small particle, a hyphen, a capital.
    [[nodiscard]] bool particleOpens(std::uint32_t t) const {
        return is(t, TokenKind::Word) && is(t + 1, TokenKind::Hyphen) && !tokens_[t + 1].has(text::SpaceBefore) &&
               has(t, Tag::Particle) && nameWord(t + 2);
    }

    /// After what a capital letter says little: the sentence's start, a colon, an opening mark.
    [[nodiscard]] bool atStart(std::uint32_t t) const {
        if (tokens_[t].has(text::SentenceStart))
            return true;
        const Token& before = tokens_[t - 1];
        return before.is(TokenKind::Colon) || before.is(TokenKind::OpenQuote) || before.is(TokenKind::Stop) ||
               before.is(TokenKind::OpenBracket) || before.is(TokenKind::Dash) || before.is(TokenKind::Symbol) ||
               before.is(TokenKind::CloseQuote) || before.is(TokenKind::Slash);
    }

    [[nodiscard]] bool titleBeforeName(std::uint32_t t) const {
        // "General Motors", "Justice Department": a title's word that belongs to an organisation's name
        std::uint32_t next = t + 1;
        if (is(next, TokenKind::Stop))
            ++next;
        if (!nameWord(next) || !tokens_[next].has(text::SpaceBefore))
            return false;
        std::uint32_t last = next;
        while (last < next + 8 && nameWord(last + 1) && tokens_[last + 1].has(text::SpaceBefore))
            ++last;
        return !lex_.hasAny(tokens_[last].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)) ||
               has(next, Tag::FirstName);
    }

    /// Reads the names that begin at `t`; returns where to go on.
    std::uint32_t runFrom(std::uint32_t t) {
        const bool start = atStart(t);
        // A small word or a verb at the start of a sentence is no name, whatever follows.
        if (start && !allCaps(t) && lex_.hasAny(tokens_[t].word, smallWords) && !has(t, Tag::Country))
            return t + 1;
        if (start && !tokens_[t].has(text::AllCaps) && nameWord(t + 1) && noNoun(t) && !has(t, Tag::Nationality) &&
            !lex_.matchPhrase(r_, t, nameTags))
            return t + 1;
        if (headline_ && ordinary(t) && !lex_.hasAny(tokens_[t].word, nameTags | tagBit(Tag::FirstName)) &&
            !lex_.matchPhrase(r_, t, nameTags))
            return t + 1;
        // Titles: "Prime Minister X", "Lt. Gregg Hastings"
        if (const auto phrase = lex_.matchPhrase(r_, t, tagBit(Tag::Title)); phrase && phrase->endToken <= end_)
            return nameWord(phrase->endToken) ? phrase->endToken : std::max(phrase->endToken, t + 1);
        if (has(t, Tag::Title)) {
            if (titleBeforeName(t))
                return is(t + 1, TokenKind::Stop) ? t + 2 : t + 1;
            if (!nameWord(t + 1) && !(is(t + 1, TokenKind::Hyphen)))
                return t + 1; // "the President said"
        }
        // Known names of several words, and nationalities in front of other names
        std::uint32_t last = t; // last token of the run
        if (const auto phrase = lex_.matchPhrase(r_, t, nameTags);
            phrase && phrase->endToken <= end_ && capital(phrase->endToken - 1)) {
            last = phrase->endToken - 1;
            const bool organisation = lex_.has(phrase->entry, Tag::OrgWord);
            const bool next = nameWord(last + 1) && tokens_[last + 1].has(text::SpaceBefore);
            const bool goesOn =
                next &&
                (organisation ? !has(last + 1, Tag::FirstName) &&
                                    !(has(last + 1, Tag::Title) && titleBeforeName(last + 1)) && !headline_
                              : lex_.hasAny(tokens_[last + 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)));
            if (!goesOn && !(organisation && last + 1 < end_ && joinOf(t, last, last + 1) != 0))
                return finishKnown(t, last + 1);
        } else if (has(t, Tag::Nationality) || has(t, Tag::Country)) {
            if (has(t, Tag::Country) && shortCountry(t) && !allCaps(t))
                return t + 1; // "Us" at the start of a sentence
            if (breaksAfterNationality(t))
                return finishKnown(t, t + 1);
        }
        last = extend(t, last);
        return finishRun(t, last + 1, start);
    }

    [[nodiscard]] bool shortCountry(std::uint32_t t) const { return tokens_[t].end - tokens_[t].begin <= 2; }

    std::uint32_t finishKnown(std::uint32_t first, std::uint32_t end) {
        std::uint32_t defined = none;
        first = acronymDefinition(first, end, defined);
        return record(first, end, defined, true);
    }

    /// "Malian President X", "French Emmanuel Y", "Mali's": the nationality or country stands alone.
    [[nodiscard]] bool breaksAfterNationality(std::uint32_t t) const {
        if (is(t + 1, TokenKind::Hyphen))
            return !nameWord(t + 2);
        if (!nameWord(t + 1) || !tokens_[t + 1].has(text::SpaceBefore))
            return true;
        if (has(t + 1, Tag::Title))
            return titleBeforeName(t + 1) || !nameWord(t + 2);
        if (lex_.matchPhrase(r_, t + 1, tagBit(Tag::Title)))
            return true;
        if (headline_)
            return !lex_.hasAny(tokens_[t + 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord));
        return has(t + 1, Tag::FirstName) || lex_.hasAny(tokens_[t + 1].word, tagBit(Tag::Nationality));
    }

    [[nodiscard]] bool initial(std::uint32_t t) const {
        return is(t, TokenKind::Word) && tokens_[t].end - tokens_[t].begin == 1 && tokens_[t].has(text::Capitalised);
    }

    /// Takes in what follows as long as it belongs to the name; returns the last token.
    std::uint32_t extend(std::uint32_t first, std::uint32_t last) {
        while (last + 1 < end_ && last - first < 24) { // a longer run is a list
            const std::uint32_t next = last + 1;
            const Token& n = tokens_[next];
            if (n.is(TokenKind::Hyphen) && !n.has(text::SpaceBefore) && next + 1 < end_ &&
                !tokens_[next + 1].has(text::SpaceBefore)) {
                if (nameWord(next + 1)) {
                    last = next + 1;
                    continue;
                }
                // "Jumeirah-al-Farq": a small particle between hyphens
                if (has(next + 1, Tag::Particle) && is(next + 2, TokenKind::Hyphen) && nameWord(next + 3)) {
                    last = next + 3;
                    continue;
                }
                return last;
            }
            if (n.is(TokenKind::Stop) && !n.has(text::SpaceBefore) && of(next) == ".") {
                if (initial(last) && last > first && (nameWord(next + 1) || next + 1 >= end_ || !capital(next + 1))) {
                    last = next; // "Tim F.", "George W. Bush"
                    if (nameWord(next + 1) && tokens_[next + 1].has(text::SpaceBefore) && !has(next + 1, Tag::Title))
                        last = next + 1;
                    continue;
                }
                if ((initial(last) || has(last, Tag::Abbreviation)) && nameWord(next + 1) &&
                    (initial(last) || has(last, Tag::PlaceWord) || of(last) == "St" || of(last) == "Mt")) {
                    last = next + 1; // "J. Smith", "St. Louis"
                    continue;
                }
                return last;
            }
            if (n.is(TokenKind::Number) && n.has(text::SpaceBefore) && n.end - n.begin <= 3 && isRoad(last)) {
                return next; // "National Route 22"
            }
            if (n.is(TokenKind::Symbol) && of(next) == "&" && nameWord(next + 1)) {
                last = next + 1;
                continue;
            }
            if (!n.has(text::SpaceBefore))
                return last;
            if (n.is(TokenKind::OpenQuote) && nameWord(next + 1)) { // Vincent "The Chin" Gigante
                std::uint32_t close = next + 1;
                while (close < end_ && close < next + 4 && capital(close))
                    ++close;
                if (is(close, TokenKind::CloseQuote) && nameWord(close + 1) && !has(close + 1, Tag::Title)) {
                    last = close + 1;
                    continue;
                }
                return last;
            }
            if (nameWord(next)) {
                if (lex_.hasAny(n.word, tagBit(Tag::Nationality)) && !has(first, Tag::OrgWord) && last > first)
                    return last;
                if (has(next, Tag::Title) && titleBeforeName(next) && !has(next, Tag::OrgWord))
                    return last; // "Oregon State Police Lt. Gregg Hastings"
                if (initial(next) && is(next + 1, TokenKind::Stop) && nameWord(next + 2)) { // Bryant A. Dalton
                    last = next + 2;
                    continue;
                }
                if (lex_.hasAny(n.word, smallWords) && !allCaps(next))
                    return last;
                if (headline_ && ordinary(next) && !lex_.hasAny(n.word, nameTags | tagBit(Tag::PlaceWord)))
                    return last;
                last = next;
                continue;
            }
            if (!n.is(TokenKind::Word))
                return last;
            if (of(next) == "Sun" && capital(last)) { // a newspaper, no day
                last = next;
                continue;
            }
            if (has(next, Tag::Particle) && !has(next, Tag::Prep) && !has(next, Tag::Det)) {
                std::uint32_t t = next + 1;
                while (t < end_ && has(t, Tag::Particle) && !capital(t))
                    ++t;
                if (is(t, TokenKind::Hyphen) && !capital(t - 1))
                    ++t; // "wal-Muslimin", "al-Islam"
                if (nameWord(t)) {
                    last = t;
                    continue;
                }
                return last;
            }
            if (const std::uint32_t joined = joinOf(first, last, next); joined != 0) {
                last = joined;
                continue;
            }
            // "Nusrat wal-Muslimin": a small word, a hyphen, a capital
            if (is(next + 1, TokenKind::Hyphen) && !tokens_[next + 1].has(text::SpaceBefore) && nameWord(next + 2) &&
                n.end - n.begin <= 3 && !has(next, Tag::Prep) && n.word == 0) {
                last = next + 2;
                continue;
            }
            return last;
        }
        return last;
    }

    [[nodiscard]] bool isRoad(std::uint32_t t) const {
        const std::string_view word = of(t);
        return word == "Route" || word == "Highway" || word == "Interstate" || word == "Road" || word == "Motorway";
    }

    /// "Bank of England", "Ministry of Trade and Industry", "Centre for Democracy": the small words inside.
    std::uint32_t joinOf(std::uint32_t first, std::uint32_t last, std::uint32_t next) {
        const std::string_view word = of(next);
        const bool institution = lex_.hasAny(tokens_[last].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)) ||
                                 of(last) == "House" || of(last) == "Republic" || of(last) == "Commissioner";
        std::uint32_t t = next + 1;
        if (word == "of") {
            if (!institution || (last == first && has(last, Tag::PlaceWord) && !has(last, Tag::OrgWord) &&
                                 lex_.value(tokens_[last].word, Tag::PlaceWord) == "settlement"))
                return 0;
            if (is(t, TokenKind::Word) && of(t) == "the")
                ++t;
        } else if (word == "for" || word == "on" || word == "against") {
            if (!institution)
                return 0;
            if (is(t, TokenKind::Word) && of(t) == "the")
                ++t;
            // only a name that goes on: "Centre for X", not "the Army for Mali"
            if (lex_.hasAny(tokens_[t < end_ ? t : last].word, timeTags | tagBit(Tag::Country)))
                return 0;
            if (word == "on" && last > first)
                return 0;
        } else if (word == "and") {
            bool ministry = false;
            for (std::uint32_t i = first; i < last; ++i)
                ministry = ministry || of(i) == "of" || of(i) == "for" || of(i) == "on";
            // "the Food and Drug Administration"
            std::uint32_t far = t;
            while (far < t + 8 && nameWord(far + 1) && tokens_[far + 1].has(text::SpaceBefore))
                ++far;
            if (!ministry && far > t && nameWord(t) && lex_.value(tokens_[far].word, Tag::OrgWord) == "institution" &&
                !lex_.hasAny(tokens_[last].word, nameTags | tagBit(Tag::FirstName)) && first > 0 &&
                has(first - 1, Tag::Det))
                return t;
            bool office = false;
            for (std::uint32_t i = first; i < last && !office; ++i)
                office = lex_.value(tokens_[i].word, Tag::OrgWord) == "institution";
            if (!ministry || !office)
                return 0;
            if (nameWord(t) && lex_.hasAny(tokens_[t].word, tagBit(Tag::OrgWord)))
                return 0;
        } else {
            return 0;
        }
        return nameWord(t) && tokens_[t].has(text::SpaceBefore) ? t : 0;
    }

    std::uint32_t finishRun(std::uint32_t first, std::uint32_t end, bool start) {
        // "The Detroit Free Press" is one name, "The Vancouver" is not
        if (!start && end > first + 1 && has(first, Tag::Det) && !has(end - 1, Tag::OrgWord) && of(end - 1) != "Sun")
            ++first;
        const bool single = end == first + 1;
        if (single && (initial(first) || has(first, Tag::Det)))
            return end;
        const bool defines = is(end, TokenKind::OpenBracket) && is(end + 2, TokenKind::CloseBracket) &&
                             tokens_[end + 1].has(text::AllCaps);
        if (single && !start && !allCaps(first) && !defines) {
            // "the Department", "the River", "the Champion": a common word with a capital
            const WordId id = tokens_[first].word;
            if (lex_.hasAny(id, tagBit(Tag::PlaceWord)) && !lex_.hasAny(id, nameTags))
                return end;
            if (has(first, Tag::OrgWord) && lex_.value(id, Tag::OrgWord) != "known" && !is(end, TokenKind::OpenBracket))
                return end;
        }
        if (single && shouting_ && ordinary(first))
            return end;
        std::uint32_t defined = none;
        first = acronymDefinition(first, end, defined);
        bool strong = !start;
        if (headline_) {
            bool known = false;
            for (std::uint32_t t = first; t < end; ++t)
                known = known || lex_.hasAny(tokens_[t].word, nameTags) || allCaps(t) || has(t, Tag::FirstName) ||
                        (tokens_[t].is(TokenKind::Word) && !ordinary(t));
            if (!known && single)
                return end;
            strong = known;
        } else if (start) {
            strong = single ? !ordinary(first) : !ordinary(first) || defined != none || orgEnded(end);
        }
        return record(first, end, defined, strong, !strong && !single);
    }

    [[nodiscard]] bool orgEnded(std::uint32_t end) const {
        return has(end - 1, Tag::OrgWord) || has(end - 1, Tag::PlaceWord);
    }

    /// "(JNIM)" after the run: takes in the words to the left that belong to the name; notes the acronym's form.
    std::uint32_t acronymDefinition(std::uint32_t first, std::uint32_t end, std::uint32_t& defined) {
        if (!is(end, TokenKind::OpenBracket) || !is(end + 2, TokenKind::CloseBracket) || !capital(end + 1) ||
            !tokens_[end + 1].has(text::AllCaps) || (end == first + 1 && tokens_[first].has(text::AllCaps)))
            return first;
        const std::string_view acronym = of(end + 1);
        if (acronym.size() < 2 || acronym.size() > 12 ||
            lex_.hasAny(tokens_[end + 1].word, tagBit(Tag::NotName) | tagBit(Tag::Zone)))
            return first;
        // Words to the left, over the small words that names have inside.
        std::uint32_t best = first;
        bool matched = initialsMatch(first, end, acronym);
        const std::uint32_t floor = previousSentenceToken(first);
        for (std::uint32_t t = first, steps = 0; !matched && t > floor && steps < 12; ++steps) {
            std::uint32_t prev = t - 1;
            while (prev > floor && isConnector(prev))
                --prev;
            if (!nameWord(prev) || (prev == floor && lex_.hasAny(tokens_[prev].word, smallWords)))
                break;
            if (t - prev > 3)
                break;
            // "… in Mali for the Group": a determiner before it opens a new noun phrase, unless "of the"
            if (t - prev == 3 && of(prev + 1) != "of" && of(prev + 2) == "the")
                break;
            t = prev;
            if (initialsMatch(t, end, acronym)) {
                matched = true;
                best = t;
            } else if (has(t, Tag::OrgWord) && !matched) {
                best = t;
            }
        }
        const bool known = has(end + 1, Tag::OrgWord) && !matched && best == first;
        if (known || (!matched && end == first + 1 && best == first && acronym.front() != of(first).front()))
            return first; // "LONDON (AP)", or an unrelated remark
        dropFrom(best);
        defined = formOf(end + 1, end + 2);
        return best;
    }

    [[nodiscard]] std::uint32_t previousSentenceToken(std::uint32_t t) const {
        const std::uint32_t first = r_.sentences[sentence_].firstToken;
        return first <= t ? first : t;
    }
    [[nodiscard]] bool isConnector(std::uint32_t t) const {
        static constexpr std::string_view words[] = {"of", "for", "to", "and", "the", "in", "on",  "against",
                                                     "de", "des", "du", "et",  "la",  "le", "les", "pour"};
        return is(t, TokenKind::Word) && std::find(std::begin(words), std::end(words), of(t)) != std::end(words);
    }
    /// Do the capital words' first letters spell the acronym?
    [[nodiscard]] bool initialsMatch(std::uint32_t first, std::uint32_t end, std::string_view acronym) const {
        std::size_t matched = 0;
        for (std::uint32_t t = first; t < end && matched < acronym.size(); ++t)
            if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised) &&
                of(t).front() == acronym[matched])
                ++matched;
            else if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised))
                return false;
        return matched == acronym.size() && capital(first);
    }
    /// Occurrences from `t` on are parts of a longer name after all.
    void dropFrom(std::uint32_t t) {
        while (!found_.empty() && found_.back().endToken > t && found_.back().sentence == sentence_) {
            if (found_.back().strong && forms_[found_.back().form].strong > 0)
                --forms_[found_.back().form].strong;
            found_.pop_back();
        }
    }

    std::uint32_t formOf(std::uint32_t first, std::uint32_t end) {
        const text::Span span{tokens_[first].begin, tokens_[end - 1].end};
        const std::string_view words = r_.of(span);
        const auto [it, fresh] = byText_.try_emplace(words, static_cast<std::uint32_t>(forms_.size()));
        if (fresh) {
            Form form;
            form.text = words;
            form.firstToken = first;
            form.endToken = end;
            for (std::uint32_t t = first; t < end; ++t)
                form.words += tokens_[t].is(TokenKind::Word) || tokens_[t].is(TokenKind::Alnum) ? 1u : 0u;
            forms_.push_back(std::move(form));
        }
        return it->second;
    }

    std::uint32_t record(std::uint32_t first, std::uint32_t end, std::uint32_t defined, bool strong,
                         bool withTail = false) {
        Occurrence o;
        o.form = formOf(first, end);
        o.firstToken = first;
        o.endToken = end;
        o.sentence = sentence_;
        o.strong = strong;
        if (withTail && end - first > 1 && nameWord(first + 1))
            o.tail = formOf(first + 1, end);
        if (strong)
            ++forms_[o.form].strong;
        if (defined != none && defined != o.form) {
            forms_[o.form].acronym = defined;
            forms_[o.form].evidence |= Acronym;
            forms_[defined].evidence |= Acronym;
        }
        gather(o);
        found_.push_back(o);
        previousEnd_ = end;
        return end;
    }

    // ---- evidence ---------------------------------------------------------------------------------------------------

    void gather(const Occurrence& o) {
        Form& form = forms_[o.form];
        const std::uint32_t firstOfSentence = r_.sentences[sentence_].firstToken;
        std::uint32_t before = o.firstToken;
        if (before > firstOfSentence) {
            --before;
            if (tokens_[before].is(TokenKind::Stop) && before > firstOfSentence)
                --before; // "Lt."
            if (is(before, TokenKind::Word)) {
                if (has(before, Tag::Title) && !has(before, Tag::PlaceWord)) {
                    form.evidence |= Titled;
                    if (form.role == none && lex_.value(tokens_[before].word, Tag::Title) == "office")
                        form.role = roleEndingAt(before, firstOfSentence);
                }
                const std::string_view word = of(before);
                if (has(before, Tag::OrgWord) && !capital(before))
                    form.evidence |= OrgCue; // "the newspaper X", "insurgent group X"
                if ((word == "and" || word == "or") && !found_.empty() && found_.back().sentence == sentence_ &&
                    found_.back().endToken == before)
                    form.evidence |=
                        forms_[found_.back().form].evidence & (PlaceCue | InPlace); // "the towns of X and Y"
                if (is(o.endToken, TokenKind::Apostrophe)) {
                    // "in X's custody": whoever X is
                } else if (word == "in" || word == "near" || word == "In" || word == "Near" || word == "around" ||
                           word == "outside")
                    form.evidence |= InPlace;
                else if (word == "the" || word == "The")
                    form.evidence |= Possessed;
                else if (word == "of" && before > firstOfSentence && has(before - 1, Tag::PlaceWord) &&
                         !capital(before - 1))
                    form.evidence |= PlaceCue;
                else if (has(before, Tag::PlaceWord) && !capital(before) && before > firstOfSentence &&
                         lex_.hasAny(tokens_[before].word, tagBit(Tag::PlaceWord)) && word != "camp" &&
                         word != "market")
                    form.evidence |= PlaceCue; // "the city Thessaloniki", "capital Bamako"
            }
        }
        std::uint32_t after = o.endToken;
        if (is(after, TokenKind::Apostrophe))
            return;
        if (is(after, TokenKind::Word) && has(after, Tag::PlaceWord) && !capital(after)) {
            static constexpr std::string_view areas[] = {"region",    "province", "district", "county", "state",
                                                         "city",      "town",     "village",  "island", "valley",
                                                         "peninsula", "river",    "desert",   "suburb"};
            if (std::find(std::begin(areas), std::end(areas), of(after)) != std::end(areas))
                form.evidence |= PlaceCue;
        }
        if (is(after, TokenKind::Word) && !capital(after) && isWorks(after))
            form.evidence |= OrgCue;
        if (is(after, TokenKind::Word) && lex_.hasAny(tokens_[after].word, tagBit(Tag::Say)) &&
            has(after, Tag::VerbPast))
            form.evidence |= Speaks;
        if (!is(after, TokenKind::Comma)) {
            if (is(after, TokenKind::Word) && of(after) == "who")
                form.evidence |= WhoAfter;
            return;
        }
        if (is(after + 1, TokenKind::Number) && tokens_[after + 1].end - tokens_[after + 1].begin <= 2 &&
            (is(after + 2, TokenKind::Comma) || is(after + 2, TokenKind::Stop) || after + 2 >= end_)) {
            form.evidence |= AgeAfter;
            return;
        }
        if (after + 1 >= end_)
            return;
        if (of(after + 1) == "who" || of(after + 1) == "whose") {
            form.evidence |= WhoAfter;
            return;
        }
        if (capital(after + 1) && has(after + 1, Tag::Country)) {
            form.evidence |= OfPlace;
            return;
        }
        roleAfter(o, after + 1);
    }

    /// What belongs to a firm of the name before it: "the X plant".
    [[nodiscard]] bool isWorks(std::uint32_t t) const {
        static constexpr std::string_view works[] = {
            "plant",     "factory", "quarry",    "mine",       "company",   "firm",        "group",
            "newspaper", "agency",  "website",   "airline",    "store",     "supermarket", "brand",
            "shares",    "stock",   "employees", "executives", "spokesman", "spokeswoman", "spokesperson"};
        return std::find(std::begin(works), std::end(works), of(t)) != std::end(works);
    }

    /// "police spokesman", "prison spokesman", "Prime Minister": the words of a job that end at `t`.
    std::uint32_t roleEndingAt(std::uint32_t t, std::uint32_t floor) {
        std::uint32_t first = t;
        while (first > floor && t - first < 3 && is(first - 1, TokenKind::Word) &&
               tokens_[first].has(text::SpaceBefore) &&
               (has(first - 1, Tag::Title) ||
                (!capital(first - 1) &&
                 !lex_.hasAny(tokens_[first - 1].word, smallWords | tagBit(Tag::Say) | tagBit(Tag::Verb)) &&
                 plainNoun(first - 1))))
            --first;
        roles_.push_back(r_.of(text::Span{tokens_[first].begin, tokens_[t].end}));
        return static_cast<std::uint32_t>(roles_.size() - 1);
    }
    [[nodiscard]] bool plainNoun(std::uint32_t t) {
        const auto info = english_ ? senseOf(of(t)) : WordSense{};
        return info && info->noun() && info->frequency[0] >= info->frequency[1] &&
               (info->forms & text::NounSingular) != 0;
    }

    /// ", CEO of a plant that …", ", a spokeswoman for the FBI,"
    void roleAfter(const Occurrence& o, std::uint32_t t) {
        std::uint32_t i = t;
        if (is(i, TokenKind::Word) && (has(i, Tag::Det) || has(i, Tag::Poss)))
            ++i;
        const std::uint32_t begin = i;
        std::uint32_t job = none;
        for (std::uint32_t steps = 0; i < end_ && steps < 4 && (is(i, TokenKind::Word) || is(i, TokenKind::Hyphen));
             ++i, ++steps) {
            if (const auto phrase = lex_.matchPhrase(r_, i, tagBit(Tag::Title)); phrase && phrase->endToken <= end_) {
                job = phrase->endToken - 1;
                break;
            }
            if (has(i, Tag::Title) || of(i) == "head" || of(i) == "member") {
                job = i;
                if (!is(i + 1, TokenKind::Word) || !has(i + 1, Tag::Title))
                    break;
            } else if (lex_.hasAny(tokens_[i].word, smallWords)) {
                break;
            }
        }
        if (job == none || nameWord(job + 1))
            return; // "X, President Y": two persons
        std::uint32_t end = job + 1;
        for (std::uint32_t steps = 0; end < end_ && steps < 14; ++end, ++steps) {
            const Token& token = tokens_[end];
            const bool inside = token.is(TokenKind::Word) || token.is(TokenKind::Hyphen) ||
                                token.is(TokenKind::Alnum) || token.is(TokenKind::Apostrophe);
            if (!inside || has(end, Tag::Wh) || of(end) == "that" ||
                lex_.hasAny(token.word, tagBit(Tag::Aux) | tagBit(Tag::Modal)) ||
                (has(end, Tag::Say) && has(end, Tag::VerbPast)) || (end == job + 1 && !has(end, Tag::Prep)) ||
                of(end) == "and" || has(end, Tag::Weekday))
                break;
        }
        Form& form = forms_[o.form];
        form.evidence |= RoleAfter;
        if (form.role == none) {
            roles_.push_back(r_.of(text::Span{tokens_[begin].begin, tokens_[end - 1].end}));
            form.role = static_cast<std::uint32_t>(roles_.size() - 1);
        }
    }

    // ---- from forms to names ----------------------------------------------------------------------------------------

    /// Decides about capitals at a sentence's start by what the rest of the article shows.
    void settle() {
        std::unordered_map<std::string_view, bool> lastNames;
        for (const Form& form : forms_)
            if (form.strong > 0 && form.words > 1 &&
                !lex_.hasAny(tokens_[form.endToken - 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)))
                lastNames.emplace(r_.of(tokens_[form.endToken - 1]), true);
        std::vector<Occurrence> kept;
        kept.reserve(found_.size());
        for (Occurrence o : found_) {
            const Form& form = forms_[o.form];
            if (!o.strong && form.strong == 0) {
                if (o.tail != none && (forms_[o.tail].strong > 0 || lastNames.contains(forms_[o.tail].text))) {
                    o.form = o.tail;
                    ++o.firstToken;
                } else if (form.words == 1) {
                    if (!lastNames.contains(form.text) && (form.evidence & (AgeAfter | Acronym)) == 0)
                        continue;
                } else if ((form.evidence & (AgeAfter | RoleAfter | Acronym | Speaks)) == 0) {
                    // two ordinary words or more at the start: a name only if nothing but the first is ordinary
                    bool odd = false;
                    for (std::uint32_t t = o.firstToken + 1; t < o.endToken; ++t)
                        odd = odd || (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised));
                    if (!odd)
                        continue;
                }
            }
            kept.push_back(o);
        }
        found_.swap(kept);
    }

    [[nodiscard]] NameKind kindOf(Form& form) {
        form.folded = foldedName(form.text);
        const Token& first = tokens_[form.firstToken];
        const Token& last = tokens_[form.endToken - 1];
        const bool single = form.endToken == form.firstToken + 1;
        const std::uint16_t e = form.evidence;
        const WordId whole = single ? first.word : phraseEntry(form);
        if (whole != 0) {
            if (lex_.has(whole, Tag::Nationality) && !lex_.has(whole, Tag::Country))
                return NameKind::Nationality;
            if (lex_.has(whole, Tag::Country) && (e & (Titled | AgeAfter)) == 0 && (!shortForm(form) || allUpper(form)))
                return NameKind::Place;
            if (lex_.value(whole, Tag::OrgWord) == "known" && (form.text.size() > 4 || allUpper(form)))
                return NameKind::Organisation;
        }
        if (!single && isShip(form.firstToken))
            return NameKind::Other;
        if ((e & (Titled | AgeAfter)) != 0 && !orgWordIn(form))
            return NameKind::Person;
        if ((e & Acronym) != 0 || orgWordIn(form))
            return NameKind::Organisation;
        if ((e & (RoleAfter | WhoAfter)) != 0 && !allUpper(form))
            return NameKind::Person;
        if ((e & OrgCue) != 0 && (e & (PlaceCue | InPlace | OfPlace)) == 0 &&
            !(form.words > 1 && lex_.has(first.word, Tag::FirstName)) && !place(form.text))
            return NameKind::Organisation;
        if (!single && (lex_.has(last.word, Tag::PlaceWord) || lex_.has(first.word, Tag::PlaceWord)))
            return NameKind::Place;
        if (single && allUpper(form) && !inShouting(form))
            return first.end - first.begin <= 1 ? NameKind::Other : NameKind::Organisation;
        if (!single && lex_.has(first.word, Tag::FirstName))
            return NameKind::Person;
        if (last.is(TokenKind::Number))
            return NameKind::Place; // a road with its number
        if ((e & PlaceCue) != 0)
            return NameKind::Place;
        const auto listed = place(form.text);
        const bool major = listed && listed->exact;
        if (major &&
            ((e & (InPlace | OfPlace)) != 0 || listed->population >= 100'000 || listed->kind != PlaceKind::City) &&
            !(single && lex_.has(first.word, Tag::FirstName) && (e & InPlace) == 0))
            return NameKind::Place;
        if (hasInitial(form))
            return NameKind::Person;
        if ((e & OfPlace) != 0)
            return NameKind::Place;
        if ((e & InPlace) != 0 && (e & Possessed) == 0 && form.words <= 2)
            return NameKind::Place;
        if (major && (e & Speaks) == 0 && !lex_.has(first.word, Tag::FirstName))
            return NameKind::Place;
        if (!single && form.words <= 3 && (e & Possessed) == 0 && !lex_.has(last.word, Tag::PlaceWord)) {
            bool plain = !thing(form.firstToken); // "Hurricane Otis"
            for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
                plain = plain && !(tokens_[t].is(TokenKind::Word) && (commonNoun(t) || tokens_[t].has(text::AllCaps)));
            if (plain)
                return NameKind::Person;
        }
        if (single && lex_.has(first.word, Tag::FirstName))
            return NameKind::Person;
        return NameKind::Other;
    }

    /// "INS Mysore", "MV Gibe"
    [[nodiscard]] bool isShip(std::uint32_t t) const {
        static constexpr std::string_view prefixes[] = {"INS", "USS", "HMS",  "MV", "MS",  "SS",
                                                        "MT",  "RMS", "HMAS", "RV", "USNS"};
        return std::find(std::begin(prefixes), std::end(prefixes), of(t)) != std::end(prefixes);
    }

    [[nodiscard]] bool commonNoun(std::uint32_t t) {
        if (lex_.hasAny(tokens_[t].word, tagBit(Tag::FirstName)))
            return false;
        const auto info = english_ ? senseOf(of(t)) : WordSense{};
        return info && (info->frequency[0] > 30 || info->frequency[2] > 30 || info->frequency[1] > 30) &&
               info->nounField != text::Field::Person;
    }
    /// A noun of the language for no person and no place.
    [[nodiscard]] bool thing(std::uint32_t t) {
        if (lex_.hasAny(tokens_[t].word, tagBit(Tag::FirstName)))
            return false;
        const auto info = english_ ? senseOf(of(t)) : WordSense{};
        return info && info->noun() && info->nounField != text::Field::Person &&
               info->nounField != text::Field::Location;
    }
    [[nodiscard]] WordId phraseEntry(const Form& form) const {
        const auto phrase = lex_.matchPhrase(r_, form.firstToken, nameTags);
        return phrase && phrase->endToken == form.endToken ? phrase->entry : 0;
    }
    [[nodiscard]] bool orgWordIn(const Form& form) const {
        if (form.endToken == form.firstToken + 1)
            return false;
        const WordId first = tokens_[form.firstToken].word, last = tokens_[form.endToken - 1].word;
        if (lex_.has(last, Tag::OrgWord) && !(lex_.has(first, Tag::FirstName) && form.words == 2))
            return true;
        if (lex_.has(first, Tag::OrgWord) && !lex_.has(first, Tag::FirstName))
            return true;
        bool joined = false;
        for (std::uint32_t t = form.firstToken; t < form.endToken; ++t) {
            joined = joined || of(t) == "of" || of(t) == "for";
            if ((joined || form.words > 2) && lex_.has(tokens_[t].word, Tag::OrgWord) &&
                !lex_.has(first, Tag::FirstName))
                return true;
        }
        return lex_.matchPhrase(r_, form.firstToken, tagBit(Tag::OrgWord)).has_value();
    }
    [[nodiscard]] bool allUpper(const Form& form) const {
        return tokens_[form.firstToken].has(text::AllCaps) || acronymLike(form);
    }
    [[nodiscard]] static bool acronymLike(const Form& form) { return form.text.find('.') == 1; }
    [[nodiscard]] static bool shortForm(const Form& form) { return form.text.size() <= 3; }
    [[nodiscard]] bool inShouting(const Form& form) {
        return form.text.size() > 6 && form.endToken == form.firstToken + 1 && ordinary(form.firstToken);
    }
    [[nodiscard]] bool hasInitial(const Form& form) const {
        for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
            if (tokens_[t].is(TokenKind::Word) && tokens_[t].end - tokens_[t].begin == 1 && form.words > 1 &&
                form.words <= 4)
                return true;
        return false;
    }

    void makeEntities() {
        std::unordered_map<std::string_view, std::uint32_t> byFolded, byLast, byFirst, byInitials;
        std::unordered_map<std::uint32_t, std::uint32_t> firstTokenOf; // of a person's full name
        std::vector<std::uint32_t> uses(forms_.size(), 0);
        for (const Occurrence& o : found_)
            ++uses[o.form];
        // Long forms first make entities; acronyms and last names join them.
        std::vector<std::string> initials;
        initials.reserve(forms_.size());
        const auto open = [&](std::uint32_t f) {
            Form& form = forms_[f];
            const auto [it, fresh] =
                byFolded.try_emplace(form.folded, static_cast<std::uint32_t>(out_.entities.size()));
            form.entity = it->second;
            if (fresh) {
                Entity entity;
                entity.kind = form.kind;
                entity.name = std::string(form.text);
                out_.entities.push_back(std::move(entity));
            } else {
                alias(out_.entities[it->second], form.text);
            }
            if (form.role != none && out_.entities[form.entity].role.empty())
                out_.entities[form.entity].role = std::string(roles_[form.role]);
        };
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            Form& form = forms_[f];
            if (uses[f] == 0 || form.words < 2)
                continue;
            open(f);
            if (form.kind == NameKind::Person) {
                byLast[lastWord(form.folded)] = form.entity;
                firstTokenOf.try_emplace(form.entity, form.firstToken);
            } else if (form.kind == NameKind::Organisation && !has(form.firstToken, Tag::Nationality) &&
                       !has(form.firstToken, Tag::OrgWord)) {
                const auto [it, fresh] = byFirst.try_emplace(firstWord(form.folded), form.entity);
                if (!fresh && it->second != form.entity)
                    it->second = none; // two firms begin with that word
            }
            if (form.acronym != none) {
                Form& acronym = forms_[form.acronym];
                acronym.kind = form.kind = NameKind::Organisation;
                Entity& entity = out_.entities[form.entity];
                entity.kind = NameKind::Organisation;
                entity.acronym = std::string(acronym.text);
                alias(entity, acronym.text);
                if (acronym.folded.empty())
                    acronym.folded = foldedName(acronym.text);
                const auto [it, fresh] = byFolded.try_emplace(acronym.folded, form.entity);
                if (!fresh && it->second != form.entity) { // a second long form for one acronym: one entity
                    merge(it->second, form.entity);
                }
                acronym.entity = it->second;
            } else if (form.kind == NameKind::Organisation && form.words >= 3) {
                initials.push_back(initialsOf(form));
                byInitials.try_emplace(initials.back(), form.entity);
            }
        }
        for (std::uint32_t f = 0; f < forms_.size(); ++f) {
            Form& form = forms_[f];
            if (uses[f] == 0 || form.words >= 2 || form.entity != none)
                continue;
            if (const auto it = byLast.find(form.folded);
                it != byLast.end() && form.kind != NameKind::Nationality &&
                (form.evidence & (InPlace | PlaceCue)) == 0 &&
                !(form.kind == NameKind::Place &&
                  ((form.evidence & OfPlace) != 0 || largePlace(form) || form.firstToken < firstTokenOf[it->second]))) {
                form.entity = it->second;
                form.kind = NameKind::Person;
                alias(out_.entities[it->second], form.text);
                if (form.role != none && out_.entities[form.entity].role.empty())
                    out_.entities[form.entity].role = std::string(roles_[form.role]);
                continue;
            }
            if (const auto it = byInitials.find(form.text); it != byInitials.end() && form.text.size() >= 3) {
                form.entity = it->second;
                Entity& entity = out_.entities[it->second];
                entity.acronym = std::string(form.text);
                alias(entity, form.text);
                continue;
            }
            // "Kraft" beside "Kraft Foods": the firm, unless it is a place
            if (const auto it = byFirst.find(form.folded);
                it != byFirst.end() && it->second != none &&
                (form.kind == NameKind::Other || form.kind == NameKind::Organisation)) {
                form.entity = it->second;
                alias(out_.entities[it->second], form.text);
                continue;
            }
            open(f);
        }
        for (const Occurrence& o : found_) {
            const Form& form = forms_[o.form];
            if (form.entity == none)
                continue;
            const std::uint32_t e = rootOf(form.entity);
            Name name;
            name.span = {tokens_[o.firstToken].begin, tokens_[o.endToken - 1].end};
            name.kind = out_.entities[e].kind;
            name.entity = e;
            name.sentence = o.sentence;
            name.firstToken = o.firstToken;
            name.endToken = o.endToken;
            ++out_.entities[e].mentions;
            out_.names.push_back(name);
        }
        compact();
    }

    void alias(Entity& entity, std::string_view form) {
        if (form == entity.name ||
            std::find(entity.aliases.begin(), entity.aliases.end(), form) != entity.aliases.end())
            return;
        if (form.size() > entity.name.size() && entity.kind == NameKind::Person) {
            entity.aliases.push_back(entity.name);
            entity.name = std::string(form);
            return;
        }
        entity.aliases.emplace_back(form);
    }

    [[nodiscard]] std::uint32_t rootOf(std::uint32_t entity) const {
        while (entity < merged_.size() && merged_[entity] != none)
            entity = merged_[entity];
        return entity;
    }
    void merge(std::uint32_t into, std::uint32_t from) {
        into = rootOf(into);
        from = rootOf(from);
        if (into == from)
            return;
        if (merged_.size() < out_.entities.size())
            merged_.resize(out_.entities.size(), none);
        merged_[from] = into;
        Entity& target = out_.entities[into];
        if (target.name.size() < out_.entities[from].name.size() && target.name == target.acronym)
            std::swap(target.name, out_.entities[from].name);
        alias(target, out_.entities[from].name);
        target.kind = NameKind::Organisation;
    }
    /// Entities that nothing mentions go; the names' indexes follow.
    void compact() {
        std::vector<std::uint32_t> to(out_.entities.size(), none);
        std::uint32_t next = 0;
        for (std::uint32_t e = 0; e < out_.entities.size(); ++e)
            if (out_.entities[e].mentions > 0) {
                to[e] = next;
                if (next != e)
                    out_.entities[next] = std::move(out_.entities[e]);
                ++next;
            }
        out_.entities.resize(next);
        for (Name& name : out_.names)
            name.entity = to[name.entity];
    }

    /// A country, or a city of a million: rather that than the last name of a person.
    [[nodiscard]] bool largePlace(const Form& form) const {
        if (has(form.firstToken, Tag::Country))
            return true;
        const auto info = place(form.text);
        return info && info->exact && (info->kind == PlaceKind::Country || info->population >= 1'000'000);
    }
    [[nodiscard]] static std::string_view firstWord(std::string_view folded) {
        return folded.substr(0, folded.find(' '));
    }
    [[nodiscard]] static std::string_view lastWord(std::string_view folded) {
        const std::size_t blank = folded.rfind(' ');
        return blank == std::string_view::npos ? folded : folded.substr(blank + 1);
    }
    [[nodiscard]] std::string initialsOf(const Form& form) const {
        std::string letters;
        for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
            if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised))
                letters += of(t).front();
        return letters;
    }

    const Reading& r_;
    const std::vector<Token>& tokens_;
    const Lexicon& lex_;
    Mentions& out_;
    bool english_;
    std::uint32_t sentence_ = 0, end_ = 0, previousEnd_ = none;
    bool headline_ = false, shouting_ = false;
    std::vector<std::uint32_t> capitals_; ///< the sentence's tokens with a capital
    std::vector<Form> forms_;
    std::vector<Occurrence> found_;
    std::vector<std::string_view> roles_;
    std::vector<std::uint32_t> merged_;
    std::unordered_map<std::string_view, std::uint32_t> byText_;
};

} // namespace

void readNames(const text::Reading& reading, Mentions& out) {
    out.names.clear();
    out.entities.clear();
    NameReader(reading, out).run();
}

} // namespace countercheck::read
