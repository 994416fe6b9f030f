// SPDX-License-Identifier: GPL-3.0-or-later
// The words that rules look for, per language, as data: resources/lexicon/<language>/*.tsv, embedded in the program.
// Each token carries its entry's number, found once; a rule asks an entry for its tags and their values. Entries of
// several words ("according to", "no fewer than") are matched with matchPhrase().
//
// A line of a table: form, a tab, then tags separated by blanks: `three<TAB>num=3`, `at least<TAB>hedge=at-least`.
// A value is a whole number or a word. `verb` lines expand into their inflected forms: `kidnap<TAB>verb
// event=abduction`; irregular ones name them: `take<TAB>verb=takes,taking,took,taken`. `noun` lines expand into the
// plural (noun=men for an irregular one, noun=- for none). French words have `verb=fr` (third persons and participles by
// the ending of the infinitive) and `noun=fr`. Inflected entries know their lemma and carry the lemma's
// other tags.
#pragma once

#include "core/text/reading.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::text {

// clang-format off
#define COUNTERCHECK_TAGS(X) \
    /* closed classes */ \
    X(Det, "det") X(Prep, "prep") X(Conj, "conj") X(Subord, "subord") X(Pron, "pron") X(Poss, "poss") \
    X(Aux, "aux") X(Modal, "modal") X(Neg, "neg") X(Wh, "wh") X(Adverb, "adverb") X(Function, "function") \
    /* inflection */ \
    X(Verb, "verb") X(VerbPast, "past") X(VerbPart, "part") X(VerbIng, "ing") X(VerbS, "s") X(Noun, "noun") X(Plural, "plural") X(Adjective, "adj") \
    /* numbers and hedges */ \
    X(Number, "num") X(Multiplier, "mult") X(Ordinal, "ord") X(Fraction, "frac") X(Vague, "vague") X(Hedge, "hedge") X(HedgeAfter, "hedge-after") \
    X(Unit, "unit") X(Currency, "currency") X(AgeWord, "age") X(CountNoun, "count-noun") X(NotCount, "not-count") \
    /* times */ \
    X(Month, "month") X(Weekday, "weekday") X(TimeUnit, "time-unit") X(DayPart, "day-part") X(TimeRef, "time-ref") X(Season, "season") X(Holiday, "holiday") X(TimeMod, "time-mod") X(TimeWord, "time-word") X(Zone, "zone") \
    /* names */ \
    X(Title, "title") X(OrgWord, "org") X(PlaceWord, "place") X(Nationality, "nationality") X(Particle, "particle") X(FirstName, "first-name") X(Country, "country") X(NotName, "not-name") \
    /* who says so, and how surely */ \
    X(Say, "say") X(SayNoun, "say-noun") X(Cue, "cue") X(Modality, "modality") X(SourceNoun, "source-noun") \
    /* events, roles and sets */ \
    X(Event, "event") X(Role, "role") X(Class, "class") X(SetMark, "set") X(Growth, "growth") X(Dispute, "dispute") \
    /* layout */ \
    X(Abbreviation, "abbr") X(Furniture, "furniture") X(Label, "label")
// clang-format on

enum class Tag : std::uint8_t {
#define X(name, text) name,
    COUNTERCHECK_TAGS(X)
#undef X
        Count
};
static_assert(static_cast<int>(Tag::Count) <= 64);

constexpr std::uint64_t tagBit(Tag tag) {
    return 1ull << static_cast<unsigned>(tag);
}

class Lexicon {
public:
    /// The language's lexicon, loaded once, thread-safe. A language without tables has an empty one.
    static const Lexicon& of(Language language);
    /// From table texts, for tests. Throws std::runtime_error naming the line that cannot be read.
    explicit Lexicon(const std::vector<std::string_view>& tables);

    /// Entry of a form; 0 when unknown. Letters other than A to Z must be lower-cased.
    [[nodiscard]] WordId find(std::string_view form) const;
    /// The same by the form's hashSmall(). prefetch() a few words ahead spares the wait for memory.
    [[nodiscard]] WordId findHashed(std::uint64_t hash) const {
        const auto key = static_cast<std::uint32_t>(hash >> 32); // the low bits choose the slot
        const std::size_t mask = table_.size() - 1;
        for (std::size_t at = hash & mask; table_[at].id != 0; at = (at + 1) & mask)
            if (table_[at].key == key)
                return table_[at].id;
        return 0;
    }
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(table_.data() + (hash & (table_.size() - 1))); }

    [[nodiscard]] bool has(WordId id, Tag tag) const { return (entries_[id].tags & tagBit(tag)) != 0; }
    [[nodiscard]] bool hasAny(WordId id, std::uint64_t tags) const { return (entries_[id].tags & tags) != 0; }
    [[nodiscard]] std::uint64_t tags(WordId id) const { return entries_[id].tags; }
    /// The tag's whole-number value; 0 when it has none.
    [[nodiscard]] std::int64_t number(WordId id, Tag tag) const { return has(id, tag) ? numberOf(id, tag) : 0; }
    /// The tag's value as written; empty when it has none. Lives as long as the program.
    [[nodiscard]] std::string_view value(WordId id, Tag tag) const {
        return has(id, tag) ? valueOf(id, tag) : std::string_view{};
    }
    /// The form as listed, lower case.
    [[nodiscard]] std::string_view form(WordId id) const { return entries_[id].form; }
    /// The entry that this one is an inflected form of; itself otherwise.
    [[nodiscard]] WordId lemma(WordId id) const { return entries_[id].lemma == 0 ? id : entries_[id].lemma; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    struct Match {
        WordId entry = 0;           ///< the phrase's entry
        std::uint32_t endToken = 0; ///< one past its last token
    };
    /// The longest phrase of two words or more that begins at `token` and carries one of `tags`; nothing otherwise.
    /// Hyphens between its words are passed over.
    [[nodiscard]] std::optional<Match> matchPhrase(const Reading& reading, std::uint32_t token,
                                                   std::uint64_t tags) const {
        if ((entries_[reading.tokens[token].word].phraseTags & tags) == 0)
            return std::nullopt; // nearly always
        return longestPhrase(reading, token, tags);
    }
    /// The entry at `token` with one of `tags`: the longest phrase, else the word itself.
    [[nodiscard]] std::optional<Match> match(const Reading& reading, std::uint32_t token, std::uint64_t tags) const;

private:
    struct Value {
        Tag tag{};
        std::int64_t number = 0;
        std::string_view text;
    };
    struct Entry {
        std::string_view form;
        std::uint64_t tags = 0;
        std::uint64_t phraseTags = 0; ///< all tags of the phrases that begin with this word
        std::uint32_t firstValue = 0, endValue = 0;
        WordId lemma = 0;
        std::uint32_t firstPhrase = 0, endPhrase = 0; ///< phrases that begin with this word, longest first
    };
    struct Phrase {
        std::uint32_t firstWord = 0, endWord = 0; ///< range of phraseWords_
        WordId entry = 0;
    };
    struct Slot {
        std::uint32_t key = 0;
        WordId id = 0;
    };

    [[nodiscard]] std::optional<Match> longestPhrase(const Reading& reading, std::uint32_t token,
                                                     std::uint64_t tags) const;
    [[nodiscard]] std::int64_t numberOf(WordId id, Tag tag) const;
    [[nodiscard]] std::string_view valueOf(WordId id, Tag tag) const;

    struct Builder;
    std::vector<Entry> entries_;
    std::vector<Value> values_;
    std::vector<Phrase> phrases_;
    std::vector<WordId> phraseWords_;
    std::vector<Slot> table_; ///< open addressing, a power of two
    std::vector<std::string> storage_;
};

} // namespace countercheck::text
