// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a language: those that rules look for, as data (resources/lexicon/<language>/*.tsv), and every other
// form of the language's dictionary (English: WordNet; French: hunspell-fr), packed at build time into one table that
// is part of the program. Nothing is built or loaded at start. Each token carries its word's number, found once by the
// tokenizer; everything else about a word is an array indexed by that number: no rule lower-cases, hashes or copies a
// word. A rule asks a word for its tags and their values, which our own tables give, and for its use, which the
// dictionary gives. Entries of several words ("according to", "no fewer than") are matched with matchPhrase().
//
// A line of a table: form, a tab, then tags separated by blanks: `three<TAB>num=3`, `at least<TAB>hedge=at-least`.
// A value is a whole number or a word. `verb` lines expand into their inflected forms: `kidnap<TAB>verb
// event=abduction`; irregular ones name them: `take<TAB>verb=takes,taking,took,taken`. `noun` lines expand into the
// plural (noun=men for an irregular one, noun=- for none). French words have `verb=fr` (third persons and participles
// by the ending of the infinitive) and `noun=fr`. Inflected entries know their lemma and carry the lemma's other tags.
#pragma once

#include "core/text/lexiconformat.h"
#include "core/text/reading.h"
#include "core/text/worduse.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
    /// The language's lexicon, part of the program, thread-safe. A language without tables has an empty one.
    static const Lexicon& of(Language language);
    /// From table texts, for tests: without a dictionary. Throws std::runtime_error naming the line that cannot be
    /// read.
    explicit Lexicon(const std::vector<std::string_view>& tables);
    /// Over a packed table (see lexiconformat.h), which must outlive it.
    explicit Lexicon(const packed::Header& table) : table_(&table) { settle(); }
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// Entry of a form in our own tables; 0 when they do not have it, even if the dictionary does. Letters other than A
    /// to Z must be lower-cased.
    [[nodiscard]] WordId find(std::string_view form) const;
    /// The form's number in our tables or in the dictionary; 0 when neither has it.
    [[nodiscard]] WordId findWord(std::string_view form) const;
    /// The same by the form's hashSmall(), with the word's hints. prefetch() a few words ahead spares the wait for
    /// memory.
    struct Found {
        WordId word = 0;
        std::uint16_t hints = 0;
    };
    [[nodiscard]] Found findHashed(std::uint64_t hash) const {
        const auto key = static_cast<std::uint32_t>(hash >> 32); // the low bits choose the slot
        packed::Slot slot = slots_[hash & slotMask_];
        for (std::uint64_t at = hash; slot.key != key; slot = slots_[++at & slotMask_])
            if (slot.word == 0)
                return {};
        return {slot.word & packed::wordMask, static_cast<std::uint16_t>(slot.word >> packed::wordBits)};
    }
    /// Nearly every word of a text is one of a few thousand, which have a small table of their own, without collisions:
    /// there at once, or nothing is said.
    [[nodiscard]] bool findFrequent(std::uint64_t hash, Found& found) const {
        const packed::Slot slot = firstSlots_[hash & firstSlotMask_];
        found = {slot.word & packed::wordMask, static_cast<std::uint16_t>(slot.word >> packed::wordBits)};
        return slot.key == static_cast<std::uint32_t>(hash >> 32);
    }
    /// A hash that no word has and that is found not to have one at once, by findFrequent() too.
    [[nodiscard]] std::uint64_t hashOfNone() const { return table_->emptySlot; }
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(slots_ + (hash & slotMask_)); }
    /// The same for findFrequent().
    void prefetchFrequent(std::uint64_t hash) const { __builtin_prefetch(firstSlots_ + (hash & firstSlotMask_)); }

    /// Asks for what tables and dictionary say of the word, which rules want soon.
    void prefetchWord(WordId id) const {
        __builtin_prefetch(entries_ + own(id));
        __builtin_prefetch(words_ + id);
    }

    /// The same of what our own tables say alone.
    void prefetchEntry(WordId id) const { __builtin_prefetch(entries_ + own(id)); }

    /// Do our own tables list the word? What "not in the lexicon" used to mean: a token's `word` may also be one that
    /// only the dictionary knows.
    [[nodiscard]] bool inLexicon(WordId id) const { return own(id) != 0; }
    /// The word's number where our own tables list it; 0, which has nothing, for a word of the dictionary. Which of the
    /// two the next word is cannot be foretold: nothing is branched on.
    [[nodiscard]] WordId own(WordId id) const { return id & (WordId{0} - static_cast<WordId>(id < listed_)); }

    [[nodiscard]] bool has(WordId id, Tag tag) const { return (tags(id) & tagBit(tag)) != 0; }
    [[nodiscard]] bool hasAny(WordId id, std::uint64_t tags) const { return (entries_[own(id)].tags & tags) != 0; }
    [[nodiscard]] std::uint64_t tags(WordId id) const { return entries_[own(id)].tags; }
    /// The tag's whole-number value; 0 when it has none.
    [[nodiscard]] std::int64_t number(WordId id, Tag tag) const { return has(id, tag) ? numberOf(id, tag) : 0; }
    /// The tag's value as written; empty when it has none. Lives as long as the program.
    [[nodiscard]] std::string_view value(WordId id, Tag tag) const {
        return has(id, tag) ? valueOf(id, tag) : std::string_view{};
    }
    /// Hint bits of the word (token.h), which its tokens carry.
    [[nodiscard]] std::uint16_t hints(WordId id) const { return entries_[own(id)].hints; }
    /// The form in lower case, of any known word; empty for 0. Lives as long as the program.
    [[nodiscard]] std::string_view form(WordId id) const { return {pool_ + words_[id].form, words_[id].length}; }
    /// The entry that this one is an inflected form of, by our own tables; itself otherwise.
    [[nodiscard]] WordId lemma(WordId id) const {
        const WordId lemma = entries_[own(id)].lemma;
        return lemma == 0 ? id : lemma;
    }

    /// What the dictionary says of the word: all zero when it does not have it.
    [[nodiscard]] const WordUse& use(WordId id) const { return words_[id].use; }
    /// The singular that the dictionary derives the form from (French: also an adjective's masculine); 0 when it is no
    /// form of a noun.
    [[nodiscard]] WordId nounLemma(WordId id) const { return words_[id].noun; }
    /// The infinitive that the dictionary derives the form from; 0 when it is no form of a verb.
    [[nodiscard]] WordId verbLemma(WordId id) const { return words_[id].verb; }
    /// WordNet's synsets of the lemma, the most frequent sense first, at most four. Empty in other languages.
    [[nodiscard]] std::span<const std::uint32_t> nounSynsets(WordId id) const {
        const std::uint32_t* senses = senses_ + words_[id].senses;
        return {senses + 2, senses[0]};
    }
    [[nodiscard]] std::span<const std::uint32_t> verbSynsets(WordId id) const {
        const std::uint32_t* senses = senses_ + words_[id].senses;
        return {senses + 2 + senses[0], senses[1]};
    }
    /// The synset's first hypernym; 0 when it has none.
    [[nodiscard]] std::uint32_t hypernym(std::uint32_t synset) const;

    /// Number of words, "unknown" included: what a table indexed by WordId must hold.
    [[nodiscard]] std::size_t size() const { return table_->words; }
    /// Number of words of our own tables, "unknown" included: they are numbered below it.
    [[nodiscard]] std::size_t listedSize() const { return listed_; }

    struct Match {
        WordId entry = 0;           ///< the phrase's entry
        std::uint32_t endToken = 0; ///< one past its last token
    };
    /// All tags of the phrases that begin with the word.
    [[nodiscard]] std::uint64_t phraseTags(WordId id) const { return entries_[own(id)].phraseTags; }
    /// The longest phrase of two words or more that begins at `token` and carries one of `tags`; nothing otherwise.
    /// Hyphens between its words are passed over.
    [[nodiscard]] std::optional<Match> matchPhrase(const Reading& reading, std::uint32_t token,
                                                   std::uint64_t tags) const {
        const packed::Entry& first = entries_[own(reading.tokens[token].word)];
        if ((first.phraseTags & tags) == 0)
            return std::nullopt; // nearly always
        const Token* next = reading.tokens.data() + token + 1;
        const Token* const end = reading.tokens.data() + reading.tokens.size();
        if (next < end && next->is(TokenKind::Hyphen) && next + 1 < end)
            ++next;
        if (next >= end || !first.secondWords.mayHold(next->word))
            return std::nullopt;
        return longestPhrase(reading, token, tags);
    }
    /// The entry at `token` with one of `tags`: the longest phrase, else the word itself.
    [[nodiscard]] std::optional<Match> match(const Reading& reading, std::uint32_t token, std::uint64_t tags) const;

private:
    void settle();
    [[nodiscard]] std::optional<Match> longestPhrase(const Reading& reading, std::uint32_t token,
                                                     std::uint64_t tags) const;
    [[nodiscard]] std::int64_t numberOf(WordId id, Tag tag) const;
    [[nodiscard]] std::string_view valueOf(WordId id, Tag tag) const;

    std::vector<std::uint64_t> storage_; ///< of a lexicon that was made from table texts
    const packed::Header* table_ = nullptr;
    const packed::Slot* slots_ = nullptr; ///< open addressing
    std::size_t slotMask_ = 0;
    const packed::Slot* firstSlots_ = nullptr; ///< see findFrequent()
    std::size_t firstSlotMask_ = 0;
    std::uint32_t listed_ = 0;
    const packed::Entry* entries_ = nullptr;
    const packed::Value* values_ = nullptr;
    const packed::Phrase* phrases_ = nullptr;
    const std::uint32_t* phraseWords_ = nullptr;
    const packed::Word* words_ = nullptr;
    const std::uint32_t* senses_ = nullptr;
    const char* pool_ = nullptr;
};

} // namespace countercheck::text
