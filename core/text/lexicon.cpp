// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/lexicon.h"

#include "core/text/inflect.h"
#include "core/text/inflectfrench.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <unordered_map>

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

} // namespace

/// Gathers entries by form, then lays them out.
struct Lexicon::Builder {
    struct Draft {
        std::uint64_t tags = 0;
        std::vector<Value> values;
        WordId lemma = 0;
    };
    Lexicon& out;
    std::unordered_map<std::string, WordId> ids;
    std::vector<std::string> forms{""};
    std::vector<Draft> drafts{Draft{}};

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

    void finish() {
        // Phrases: the words of every form that has a blank.
        std::map<WordId, std::vector<std::pair<std::vector<WordId>, WordId>>> byFirst;
        for (WordId id = 1, n = static_cast<WordId>(drafts.size()); id < n; ++id) {
            if (forms[id].find(' ') == std::string::npos)
                continue;
            const std::string form = forms[id]; // intern() may move `forms`
            std::vector<WordId> words;
            for (const std::string_view word : split(form, ' '))
                words.push_back(intern(std::string(word)));
            byFirst[words.front()].emplace_back(std::move(words), id);
        }
        out.storage_ = std::move(forms);
        out.entries_.resize(drafts.size());
        for (WordId id = 0; id < drafts.size(); ++id) {
            Entry& entry = out.entries_[id];
            entry.form = out.storage_[id];
            entry.tags = drafts[id].tags;
            entry.lemma = drafts[id].lemma;
            entry.firstValue = static_cast<std::uint32_t>(out.values_.size());
            out.values_.insert(out.values_.end(), drafts[id].values.begin(), drafts[id].values.end());
            entry.endValue = static_cast<std::uint32_t>(out.values_.size());
        }
        for (auto& [first, list] : byFirst) {
            std::stable_sort(list.begin(), list.end(),
                             [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
            out.entries_[first].firstPhrase = static_cast<std::uint32_t>(out.phrases_.size());
            for (const auto& [words, id] : list) {
                const auto begin = static_cast<std::uint32_t>(out.phraseWords_.size());
                out.phraseWords_.insert(out.phraseWords_.end(), words.begin(), words.end());
                out.phrases_.push_back({begin, static_cast<std::uint32_t>(out.phraseWords_.size()), id});
                out.entries_[first].phraseTags |= out.entries_[id].tags;
            }
            out.entries_[first].endPhrase = static_cast<std::uint32_t>(out.phrases_.size());
        }
        std::size_t size = 16;
        while (size < out.entries_.size() * 2)
            size *= 2;
        out.table_.assign(size, Slot{});
        for (WordId id = 1; id < out.entries_.size(); ++id) {
            const std::uint64_t hash = hashSmall(out.entries_[id].form);
            std::size_t at = hash & (size - 1);
            while (out.table_[at].id != 0)
                at = (at + 1) & (size - 1);
            out.table_[at] = {static_cast<std::uint32_t>(hash >> 32), id};
        }
    }
};

Lexicon::Lexicon(const std::vector<std::string_view>& tables) {
    Builder builder{*this, {}, {""}, {Builder::Draft{}}};
    for (const std::string_view table : tables) {
        std::size_t number = 0;
        std::string_view rest = table;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            builder.line(rest.substr(0, end), ++number);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    builder.finish();
}

WordId Lexicon::find(std::string_view form) const {
    return findHashed(hashSmall(form));
}

std::int64_t Lexicon::numberOf(WordId id, Tag tag) const {
    for (std::uint32_t i = entries_[id].firstValue; i < entries_[id].endValue; ++i)
        if (values_[i].tag == tag)
            return values_[i].number;
    return 0;
}

std::string_view Lexicon::valueOf(WordId id, Tag tag) const {
    for (std::uint32_t i = entries_[id].firstValue; i < entries_[id].endValue; ++i)
        if (values_[i].tag == tag)
            return values_[i].text;
    return {};
}

std::optional<Lexicon::Match> Lexicon::longestPhrase(const Reading& reading, std::uint32_t token,
                                                     std::uint64_t tags) const {
    const Entry& first = entries_[reading.tokens[token].word];
    for (std::uint32_t p = first.firstPhrase; p < first.endPhrase; ++p) {
        const Phrase& phrase = phrases_[p];
        if ((entries_[phrase.entry].tags & tags) == 0)
            continue;
        std::size_t at = token + 1;
        std::uint32_t w = phrase.firstWord + 1;
        for (; w < phrase.endWord && at < reading.tokens.size(); ++w, ++at) {
            if (reading.tokens[at].is(TokenKind::Hyphen) && at + 1 < reading.tokens.size())
                ++at;
            if (reading.tokens[at].word != phraseWords_[w])
                break;
        }
        if (w == phrase.endWord)
            return Match{phrase.entry, static_cast<std::uint32_t>(at)};
    }
    return std::nullopt;
}

std::optional<Lexicon::Match> Lexicon::match(const Reading& reading, std::uint32_t token, std::uint64_t tags) const {
    if (auto phrase = matchPhrase(reading, token, tags))
        return phrase;
    if (hasAny(reading.tokens[token].word, tags))
        return Match{reading.tokens[token].word, token + 1};
    return std::nullopt;
}

} // namespace countercheck::text
