// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/lexiconbuilder.h"

#include "core/text/inflect.h"
#include "core/text/inflectfrench.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace countercheck::text {

namespace {

constexpr std::string_view tagNames[] = {
#define X(name, text) text,
    COUNTERCHECK_TAGS(X)
#undef X
};

std::optional<Tag> tagFromName(std::string_view name) {
    for (std::size_t i = 0; i < std::size(tagNames); ++i)
        if (tagNames[i] == name)
            return static_cast<Tag>(i);
    return std::nullopt;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

struct Value {
    Tag tag{};
    std::int64_t number = 0;
    std::string_view text;
};

/// Gathers words by form.
class Builder {
public:
    struct Draft {
        std::uint64_t tags = 0;
        std::vector<Value> values;
        WordId lemma = 0;
    };
    std::unordered_map<std::string, WordId> ids;
    std::vector<std::string> forms{""};
    std::vector<Draft> drafts{Draft{}};

    /// All that the tables say.
    void take(const std::vector<std::string_view>& tables) {
        for (const std::string_view table : tables) {
            std::size_t number = 0;
            for (std::string_view rest = table; !rest.empty();) {
                const std::size_t end = std::min(rest.find('\n'), rest.size());
                line(rest.substr(0, end), ++number);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        splitPhrases();
    }

    WordId intern(const std::string& form) {
        const auto [it, fresh] = ids.try_emplace(form, static_cast<WordId>(drafts.size()));
        if (fresh) {
            forms.push_back(form);
            drafts.emplace_back();
        }
        return it->second;
    }

    void addTag(WordId id, Tag tag, std::string_view value) {
        Draft& draft = drafts[id];
        const bool present = (draft.tags & tagBit(tag)) != 0;
        draft.tags |= tagBit(tag);
        if (value.empty() || (present && std::any_of(draft.values.begin(), draft.values.end(),
                                                     [&](const Value& v) { return v.tag == tag; })))
            return; // the first value stands
        Value v{tag, 0, value};
        std::from_chars(value.data(), value.data() + value.size(), v.number);
        draft.values.push_back(v);
    }

    void inflected(const std::string& form, WordId lemma, Tag inflection,
                   const std::vector<std::pair<Tag, std::string_view>>& tags) {
        const WordId id = intern(form);
        addTag(id, inflection, {});
        if (id != lemma && drafts[id].lemma == 0)
            drafts[id].lemma = lemma;
        for (const auto& [tag, value] : tags)
            addTag(id, tag, value);
    }

    void line(std::string_view text, std::size_t number) {
        while (!text.empty() && (text.back() == '\r' || text.back() == ' '))
            text.remove_suffix(1);
        if (text.empty() || text.front() == '#')
            return;
        const std::size_t tab = text.find('\t');
        if (tab == std::string_view::npos || tab == 0)
            throw std::runtime_error("lexicon line " + std::to_string(number) + " has no tab: " + std::string(text));
        const std::string form(text.substr(0, tab));
        std::vector<std::pair<Tag, std::string_view>> tags;
        std::optional<std::string_view> verb, noun;
        for (const std::string_view part : split(text.substr(tab + 1), ' ')) {
            const std::size_t equals = part.find('=');
            const std::string_view name = part.substr(0, equals);
            const std::string_view value =
                equals == std::string_view::npos ? std::string_view{} : part.substr(equals + 1);
            const auto tag = tagFromName(name);
            if (!tag)
                throw std::runtime_error("lexicon line " + std::to_string(number) +
                                         " names an unknown tag: " + std::string(part));
            if (*tag == Tag::Verb)
                verb = value;
            else if (*tag == Tag::Noun)
                noun = value;
            else
                tags.emplace_back(*tag, value);
        }
        const WordId id = intern(form);
        for (const auto& [tag, value] : tags)
            addTag(id, tag, value);
        if (verb)
            expandVerb(form, id, *verb, tags);
        if (noun)
            expandNoun(form, id, *noun, tags);
    }

    /// The inflection falls on the first word of a phrasal verb ("carry out"), on the last word of a noun phrase.
    void expandVerb(const std::string& form, WordId id, std::string_view irregular,
                    const std::vector<std::pair<Tag, std::string_view>>& tags) {
        addTag(id, Tag::Verb, {});
        const std::size_t blank = form.find(' ');
        const std::string head = form.substr(0, blank);
        const std::string tail = blank == std::string::npos ? std::string{} : form.substr(blank);
        if (irregular == "fr") {
            for (const FrenchVerbForm& f : frenchVerbForms(head))
                inflected(f.form + tail, id,
                          f.kind == FrenchForm::Finite       ? Tag::VerbS
                          : f.kind == FrenchForm::Past       ? Tag::VerbPast
                          : f.kind == FrenchForm::Participle ? Tag::VerbPart
                                                             : Tag::VerbIng,
                          tags);
            return;
        }
        const auto given = split(irregular, ',');
        const auto pick = [&](std::size_t i, const std::string& regular) {
            return (i < given.size() && given[i] != "-" ? std::string(given[i]) : regular) + tail;
        };
        const std::string past = pick(2, pastOf(head));
        inflected(pick(0, thirdPersonOf(head)), id, Tag::VerbS, tags);
        inflected(pick(1, gerundOf(head)), id, Tag::VerbIng, tags);
        inflected(past, id, Tag::VerbPast, tags);
        inflected(given.size() > 3 ? std::string(given[3]) + tail : past, id, Tag::VerbPart, tags);
    }

    void expandNoun(const std::string& form, WordId id, std::string_view irregular,
                    const std::vector<std::pair<Tag, std::string_view>>& tags) {
        addTag(id, Tag::Noun, {});
        if (irregular == "-")
            return;
        const std::size_t blank = form.rfind(' ');
        const std::string head = blank == std::string::npos ? std::string{} : form.substr(0, blank + 1);
        const std::string last = blank == std::string::npos ? form : form.substr(blank + 1);
        const std::string plural = head + (irregular == "fr"   ? frenchPluralOf(last)
                                           : irregular.empty() ? pluralOf(last)
                                                               : std::string(irregular));
        inflected(plural, id, Tag::Plural, tags);
        addTag(intern(plural), Tag::Noun, {});
    }

    /// Phrases: the words of every form that has a blank. Words that no table lists of itself get a number, too.
    void splitPhrases() {
        for (WordId id = 1, n = static_cast<WordId>(drafts.size()); id < n; ++id) {
            if (forms[id].find(' ') == std::string::npos)
                continue;
            const std::string form = forms[id]; // intern() may move `forms`
            std::vector<WordId> words;
            for (const std::string_view word : split(form, ' '))
                words.push_back(intern(std::string(word)));
            if (words.size() < 2)
                throw std::runtime_error("a form has a blank at its end: " + form);
            auto& sameBeginning = phrases[words.front()];
            sameBeginning.push_back({std::move(words), id});
        }
        for (auto& [first, list] : phrases)
            std::stable_sort(list.begin(), list.end(),
                             [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }

    struct Phrase {
        std::vector<WordId> words;
        WordId entry = 0;
    };
    std::map<WordId, std::vector<Phrase>> phrases; ///< by first word
};

constexpr std::uint64_t bits(std::initializer_list<Tag> tags) {
    std::uint64_t all = 0;
    for (const Tag tag : tags)
        all |= tagBit(tag);
    return all;
}

struct HintRule {
    std::uint64_t tags;
    std::uint16_t hint;
    bool firstWord; ///< a phrase hints with its first word; else with its longest, which is the rarer one
};
constexpr HintRule hintRules[] = {
    {bits({Tag::Number, Tag::Multiplier, Tag::Ordinal, Tag::Fraction, Tag::Vague, Tag::Currency}), HintFigure, true},
    {bits({Tag::Month, Tag::Weekday, Tag::TimeUnit, Tag::DayPart, Tag::TimeRef, Tag::Season, Tag::Holiday, Tag::Zone,
           Tag::TimeWord}),
     HintTime, false},
    {bits({Tag::Unit, Tag::AgeWord}), HintUnit, true},
    {bits({Tag::Say, Tag::Cue}), HintSaying, false},
    {bits({Tag::Modality, Tag::Neg}), HintHedge, true},
    {bits({Tag::Event}), HintEvent, true},
    {bits({Tag::Det, Tag::Prep, Tag::Conj, Tag::Subord, Tag::Pron, Tag::Poss, Tag::Aux, Tag::Modal, Tag::Neg, Tag::Wh,
           Tag::Function}),
     HintClosed, true},
};

std::vector<std::uint16_t> hintsOf(const Builder& builder) {
    std::vector<std::uint16_t> hints(builder.drafts.size(), 0);
    for (WordId id = 1; id < builder.drafts.size(); ++id)
        if (builder.forms[id].find(' ') == std::string::npos) {
            const std::uint64_t tags = builder.drafts[id].tags;
            for (const HintRule& rule : hintRules)
                if ((tags & rule.tags) != 0)
                    hints[id] |= rule.hint;
            // "more than a mile", "in her thirties": amounts without a number word.
            if ((tags & bits({Tag::Unit, Tag::AgeWord})) != 0 && (tags & bits({Tag::TimeUnit})) == 0)
                hints[id] |= HintFigure;
        }
    for (const auto& [first, list] : builder.phrases) {
        hints[first] |= HintPhrase;
        for (const Builder::Phrase& phrase : list) {
            const WordId longest = *std::max_element(phrase.words.begin(), phrase.words.end(), [&](WordId a, WordId b) {
                return builder.forms[a].size() < builder.forms[b].size();
            });
            for (const HintRule& rule : hintRules)
                if ((builder.drafts[phrase.entry].tags & rule.tags) != 0 && rule.hint != HintClosed)
                    hints[rule.firstWord ? first : longest] |= rule.hint;
            if (builder.drafts[phrase.entry].tags == 0) // it is in the table for its first word's sake
                hints[first] |= HintUnit;
            for (const Value& value : builder.drafts[phrase.entry].values)
                if (value.tag == Tag::Event && (value.text == "responsibility" || value.text == "suspicion"))
                    hints[longest] |= HintBlame;
        }
    }
    return hints;
}

/// A word of the dictionary's list.
struct Listed {
    std::string_view form;
    WordUse use;
    unsigned weight = 0;
    std::string_view nounLemma, verbLemma, nounSynsets, verbSynsets;
};

std::vector<std::uint32_t> numbers(std::string_view text, std::string_view line) {
    std::vector<std::uint32_t> out;
    for (const std::string_view part : split(text, ' ')) {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size())
            throw std::runtime_error("the dictionary's list has no number where one belongs: " + std::string(line));
        out.push_back(value);
    }
    return out;
}

Listed listedWord(std::string_view line) {
    std::string_view fields[6];
    std::string_view rest = line;
    for (std::string_view& field : fields) {
        const std::size_t tab = std::min(rest.find('\t'), rest.size());
        field = rest.substr(0, tab);
        rest.remove_prefix(std::min(tab + 1, rest.size()));
    }
    const auto use = numbers(fields[1], line);
    if (fields[0].empty() || use.size() != 9)
        throw std::runtime_error("the dictionary's list has a line that is none: " + std::string(line));
    Listed out;
    out.form = fields[0];
    for (std::size_t i = 0; i < 4; ++i)
        out.use.frequency[i] = static_cast<std::uint8_t>(use[i]);
    out.use.nounField = static_cast<Field>(use[4]);
    out.use.verbField = static_cast<Field>(use[5]);
    out.use.forms = static_cast<std::uint16_t>(use[6]);
    out.use.parts = static_cast<std::uint8_t>(use[7]);
    out.weight = use[8];
    out.nounLemma = fields[2];
    out.verbLemma = fields[3];
    out.nounSynsets = fields[4];
    out.verbSynsets = fields[5];
    return out;
}

/// Appends arrays, each on a boundary of 64 bytes.
class Bytes {
public:
    template <class T> std::uint32_t put(const T* data, std::size_t count) {
        bytes_.resize((bytes_.size() + 63) / 64 * 64);
        const std::size_t at = bytes_.size();
        bytes_.resize(at + count * sizeof(T));
        if (count > 0)
            std::memcpy(bytes_.data() + at, data, count * sizeof(T));
        return static_cast<std::uint32_t>(at);
    }
    template <class T> std::uint32_t put(const std::vector<T>& all) { return put(all.data(), all.size()); }
    [[nodiscard]] std::vector<std::uint64_t> words(const packed::Header& header) {
        std::memcpy(bytes_.data(), &header, sizeof header);
        std::vector<std::uint64_t> out((bytes_.size() + 7) / 8);
        std::memcpy(out.data(), bytes_.data(), bytes_.size());
        return out;
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

private:
    std::vector<char> bytes_;
};

} // namespace

std::vector<std::uint64_t> buildLexicon(const std::vector<std::string_view>& tables, std::string_view dictionary,
                                        std::string_view frequent) {
    Builder builder;
    builder.take(tables);
    if (!frequent.empty()) { // again, with the frequent ones of those words first
        Builder ordered;
        for (const std::string_view word : split(frequent, '\n'))
            if (word.front() != '#' && builder.ids.contains(std::string(word)))
                ordered.intern(std::string(word));
        ordered.take(tables);
        builder = std::move(ordered);
    }
    const std::vector<std::uint16_t> hints = hintsOf(builder);
    const auto listed = static_cast<std::uint32_t>(builder.drafts.size());

    // The dictionary's words: those that the tables have keep their number.
    std::vector<Listed> words;
    std::vector<packed::Hypernym> hypernyms;
    for (const std::string_view line : split(dictionary, '\n')) {
        if (line.front() == '>') {
            const auto link = numbers(line.substr(1), line);
            if (link.size() != 2)
                throw std::runtime_error("the dictionary's list has a line that is none: " + std::string(line));
            hypernyms.push_back({link[0], link[1]});
        } else {
            words.push_back(listedWord(line));
        }
    }
    std::sort(hypernyms.begin(), hypernyms.end(),
              [](const packed::Hypernym& a, const packed::Hypernym& b) { return a.synset < b.synset; });
    std::stable_sort(words.begin(), words.end(), [](const Listed& a, const Listed& b) { return a.weight > b.weight; });
    std::unordered_set<std::string_view> known;
    for (const Listed& word : words)
        known.insert(word.form);
    for (const std::string_view word : split(frequent, '\n'))
        if (known.contains(word))
            builder.intern(std::string(word));
    for (const Listed& word : words)
        builder.intern(std::string(word.form));
    const auto count = static_cast<std::uint32_t>(builder.forms.size());
    std::vector<packed::Word> packedWords(count);
    std::vector<std::uint32_t> senses{0, 0}; // the empty list, which most words share
    for (const Listed& word : words) {
        const WordId id = builder.ids.at(std::string(word.form));
        const auto lemma = [&](std::string_view form) {
            return form.empty() ? WordId{0} : builder.ids.at(std::string(form));
        };
        packed::Word& place = packedWords[id];
        place.use = word.use;
        place.noun = lemma(word.nounLemma);
        place.verb = lemma(word.verbLemma);
        const auto nouns = numbers(word.nounSynsets, word.form), verbs = numbers(word.verbSynsets, word.form);
        if (nouns.empty() && verbs.empty())
            continue;
        place.senses = static_cast<std::uint32_t>(senses.size());
        senses.push_back(static_cast<std::uint32_t>(nouns.size()));
        senses.push_back(static_cast<std::uint32_t>(verbs.size()));
        senses.insert(senses.end(), nouns.begin(), nouns.end());
        senses.insert(senses.end(), verbs.begin(), verbs.end());
    }

    // Our own tables: tags, values, phrases.
    std::string pool;
    for (WordId id = 0; id < count; ++id) {
        const std::string& form = builder.forms[id];
        if (form.size() > 0xFFFF)
            throw std::runtime_error("a word is too long: " + form);
        packedWords[id].form = static_cast<std::uint32_t>(pool.size());
        packedWords[id].length = static_cast<std::uint16_t>(form.size());
        pool += form;
    }
    std::vector<packed::Entry> entries(listed);
    std::vector<packed::Value> values;
    std::vector<packed::Phrase> phrases;
    std::vector<std::uint32_t> phraseWords;
    for (WordId id = 0; id < listed; ++id) {
        const Builder::Draft& draft = builder.drafts[id];
        packed::Entry& entry = entries[id];
        entry.tags = draft.tags;
        entry.hints = hints[id];
        entry.lemma = draft.lemma;
        entry.firstValue = static_cast<std::uint32_t>(values.size());
        for (const Value& value : draft.values) {
            if (value.text.size() > 0xFF)
                throw std::runtime_error("a value is too long: " + std::string(value.text));
            packed::Value& place = values.emplace_back();
            place.number = value.number;
            place.tag = static_cast<std::uint8_t>(value.tag);
            place.length = static_cast<std::uint8_t>(value.text.size());
            if (value.text.size() <= packed::Value::room) {
                value.text.copy(place.here, value.text.size());
            } else {
                place.text = static_cast<std::uint32_t>(pool.size());
                pool += value.text;
            }
        }
        entry.endValue = static_cast<std::uint32_t>(values.size());
        entry.firstPhrase = entry.endPhrase = static_cast<std::uint32_t>(phrases.size());
        const auto found = builder.phrases.find(id);
        if (found == builder.phrases.end())
            continue;
        for (const Builder::Phrase& phrase : found->second) {
            const auto begin = static_cast<std::uint32_t>(phraseWords.size());
            phraseWords.insert(phraseWords.end(), phrase.words.begin(), phrase.words.end());
            phrases.push_back({begin, static_cast<std::uint32_t>(phraseWords.size()), phrase.words[1], phrase.entry});
            entry.phraseTags |= builder.drafts[phrase.entry].tags;
            entry.secondWords.add(phrase.words[1]);
        }
        entry.endPhrase = static_cast<std::uint32_t>(phrases.size());
    }

    static_assert(lastHint < 1u << (32 - packed::wordBits));
    if (count > packed::wordMask)
        throw std::runtime_error("too many words: " + std::to_string(count));
    std::uint32_t slotCount = 16;
    while (slotCount < count * 2)
        slotCount *= 2;
    std::vector<packed::Slot> slots(slotCount);
    for (WordId id = 1; id < count; ++id) {
        const std::uint64_t hash = hashSmall(builder.forms[id]);
        const auto key = static_cast<std::uint32_t>(hash >> 32);
        if (key == 0)
            throw std::runtime_error("a word has the hash of none: " + builder.forms[id]);
        std::size_t at = hash & (slotCount - 1);
        for (; slots[at].word != 0; at = (at + 1) & (slotCount - 1))
            if (slots[at].key == key)
                throw std::runtime_error("two words have the same hash: " + builder.forms[id] + " and " +
                                         builder.forms[slots[at].word & packed::wordMask]);
        const std::uint32_t hint = id < listed ? hints[id] : 0u;
        slots[at] = {key, id | (hint << packed::wordBits)};
    }

    std::vector<packed::Slot> firstSlots(frequent.empty() ? 1 : 8192);
    for (const std::string_view word : split(frequent, '\n'))
        if (const auto place = builder.ids.find(std::string(word)); place != builder.ids.end()) {
            const std::uint64_t hash = hashSmall(word);
            packed::Slot& slot = firstSlots[hash & (firstSlots.size() - 1)];
            const std::uint32_t hint = place->second < listed ? hints[place->second] : 0u;
            if (slot.word == 0)
                slot = {static_cast<std::uint32_t>(hash >> 32), place->second | (hint << packed::wordBits)};
        }

    packed::Header header;
    header.magic = packed::magic;
    header.words = count;
    header.listed = listed;
    header.slots = slotCount;
    while (slots[header.emptySlot].word != 0 || firstSlots[header.emptySlot & (firstSlots.size() - 1)].word != 0)
        ++header.emptySlot;
    header.hypernyms = static_cast<std::uint32_t>(hypernyms.size());
    Bytes bytes;
    bytes.put(&header, 1);
    header.slotsAt = bytes.put(slots);
    header.firstSlots = static_cast<std::uint32_t>(firstSlots.size());
    header.firstSlotsAt = bytes.put(firstSlots);
    header.entriesAt = bytes.put(entries);
    header.valuesAt = bytes.put(values);
    header.phrasesAt = bytes.put(phrases);
    header.phraseWordsAt = bytes.put(phraseWords);
    header.wordsAt = bytes.put(packedWords);
    header.sensesAt = bytes.put(senses);
    header.hypernymsAt = bytes.put(hypernyms);
    header.poolAt = bytes.put(pool.data(), pool.size());
    header.size = bytes.size();
    return bytes.words(header);
}

} // namespace countercheck::text
