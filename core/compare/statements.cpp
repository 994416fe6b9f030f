// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/statements.h"

#include "core/claim/grammar.h"
#include "core/claim/syntax.h"
#include "core/compare/tablerows.h"

#include <algorithm>
#include <string>
#include <unordered_map>

extern "C" const char countercheck_opposites_begin[], countercheck_opposites_end[];

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Grammar;
using claim::Syntax;
using text::Tag;
using text::Token;
using text::TokenKind;

namespace {

/// A side of a matter; a word may stand on sides of several.
struct Side {
    std::string_view matter, side;
};

class Table {
public:
    Table() {
        forEachRow(countercheck_opposites_begin, countercheck_opposites_end, [&](const Cells& cells) {
            if (cells[0] == "lasting")
                lasting_.push_back(cells[1]);
            forEachWord(cells[2], [&](std::string_view word) { sides_[word].push_back({cells[0], cells[1]}); });
        });
    }
    [[nodiscard]] const std::vector<Side>& of(std::string_view word) const {
        static const std::vector<Side> none;
        const auto it = sides_.find(word);
        return it == sides_.end() ? none : it->second;
    }
    /// Is it what is said to last?
    [[nodiscard]] bool lasts(std::string_view what) const {
        return std::find(lasting_.begin(), lasting_.end(), what) != lasting_.end();
    }
    [[nodiscard]] bool in(std::string_view matter, std::string_view word) const {
        const auto& sides = of(word);
        return std::any_of(sides.begin(), sides.end(), [&](const Side& s) { return s.matter == matter; });
    }
    static const Table& only() {
        static const Table table;
        return table;
    }

private:
    std::vector<std::string_view> lasting_;
    std::unordered_map<std::string_view, std::vector<Side>> sides_;
};

/// A sentence, parsed, with its mentions.
class Parsed {
public:
    Parsed(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence)
        : reading_(reading), grammar_(Grammar::of(reading.language)) {
        const auto range = [&](const auto& list) {
            const auto first = std::lower_bound(list.begin(), list.end(), sentence,
                                                [](const auto& m, std::uint32_t s) { return m.sentence < s; });
            auto end = first;
            while (end != list.end() && end->sentence == sentence)
                ++end;
            return claim::MentionRange{static_cast<std::uint32_t>(first - list.begin()),
                                       static_cast<std::uint32_t>(end - list.begin())};
        };
        const claim::InSentence in{range(mentions.figures), range(mentions.times),        range(mentions.quotes),
                                   range(mentions.names),   range(mentions.attributions), range(mentions.modals)};
        syntax().begin(reading, mentions, sentence);
        syntax().parse(in);
    }
    static Syntax& syntax() {
        thread_local Syntax one;
        return one;
    }
    /// Event class of the verb, else its lemma as it is compared across languages.
    [[nodiscard]] std::string_view deed(std::uint32_t verb, bool* classified = nullptr) const {
        const auto& chunk = syntax().chunks()[verb];
        std::uint8_t event = 0;
        for (std::uint32_t t = chunk.first; t < chunk.end && event == 0; ++t)
            if (reading_.tokens[t].may(text::HintPhrase))
                if (const auto phrase = grammar_.lexicon().matchPhrase(reading_, t, text::tagBit(Tag::Event)))
                    event = grammar_[phrase->entry].event;
        if (event == 0)
            event = syntax().eventOf(chunk.head);
        if (classified)
            *classified = event != 0;
        const text::WordId lemma = syntax().verbLemma(chunk.head);
        if (event != 0)
            return grammar_.eventName(event);
        const std::string_view across = grammar_.lexicon().value(lemma, Tag::Label);
        return across.empty() ? grammar_.lexicon().form(lemma) : across;
    }
    /// The verb's own word, whatever its event is.
    [[nodiscard]] std::string_view verb(std::uint32_t verb) const {
        return grammar_.lexicon().form(syntax().verbLemma(syntax().chunks()[verb].head));
    }
    [[nodiscard]] text::Span bytes(std::uint32_t first, std::uint32_t end) const {
        return {reading_.tokens[first].begin, reading_.tokens[end - 1].end};
    }
    /// A noun phrase with what hangs on it by "of".
    [[nodiscard]] text::Span phrase(std::uint32_t np) const {
        const auto& chunks = syntax().chunks();
        std::uint32_t last = np;
        while (last + 2 < chunks.size() && chunks[last + 1].kind == ChunkKind::Preposition &&
               chunks[last + 2].kind == ChunkKind::NounPhrase)
            last += 2;
        return bytes(chunks[np].first, chunks[last].end);
    }
    [[nodiscard]] bool says(std::uint32_t verb) const {
        return grammar_.lexicon().has(syntax().verbLemma(syntax().chunks()[verb].head), Tag::Say);
    }
    [[nodiscard]] bool denies(std::uint32_t np) const {
        return grammar_.lexicon().has(reading_.tokens[syntax().chunks()[np].first].word, Tag::Neg);
    }

    /// Is it done to people, who are counted: killed, hurt, arrested?
    [[nodiscard]] bool suffered(std::uint32_t verb) const {
        const auto& chunk = syntax().chunks()[verb];
        const std::uint8_t event = syntax().eventOf(chunk.head);
        return event != 0 && grammar_.ofPeople(event) &&
               (chunk.passive || grammar_[syntax().verbLemma(chunk.head)].part == claim::Part::Theme);
    }
    /// "no injuries", "aucun mort": the event of which there was none; empty: the noun phrase is no such.
    [[nodiscard]] std::string_view noneOf(std::uint32_t np) const {
        const auto& chunk = syntax().chunks()[np];
        if (!denies(np) || chunk.end < chunk.first + 2)
            return {};
        std::uint8_t event = syntax().eventOf(chunk.head);
        if (event == 0)
            event = grammar_[syntax().nounLemma(chunk.head)].roleEvent;
        return event != 0 && grammar_.ofPeople(event) ? grammar_.eventName(event) : std::string_view();
    }

private:
    const text::Reading& reading_;
    const Grammar& grammar_;
};

bool spoken(text::Language language) {
    return language == text::Language::English || language == text::Language::French;
}

} // namespace

void statementsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  Concepts& concepts, std::vector<Statement>& out) {
    out.clear();
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return;
    std::string buffer;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) { // questions and conditions say nothing
        const std::string_view word = reading.of(reading.tokens[t]);
        if (word == "?" || word == "if" || word == "If" || word == "whether" || word == "unless" || word == "si" ||
            word == "Si")
            return;
    }
    const Parsed parsed(reading, mentions, sentence);
    const Syntax& syntax = Parsed::syntax();
    const auto& chunks = syntax.chunks();
    const Table& table = Table::only();
    for (std::uint32_t c = 0; c < chunks.size(); ++c)
        if (chunks[c].kind == ChunkKind::NounPhrase)
            if (const std::string_view event = parsed.noneOf(c); !event.empty()) {
                Statement statement;
                statement.words = parsed.bytes(chunks[c].first, chunks[c].end);
                statement.deed = event;
                statement.nobody = true;
                out.push_back(std::move(statement));
            }
    std::vector<bool> taken(chunks.size());
    for (std::uint32_t c = 0; c < chunks.size(); ++c) {
        if (chunks[c].kind != ChunkKind::VerbGroup || taken[c] || (!chunks[c].finite() && !chunks[c].participle))
            continue;
        std::uint32_t verb = c;
        bool negative = chunks[c].negative;
        std::uint32_t subject = syntax.subjectOf(c);
        const std::string_view outer = parsed.verb(c);
        const bool refuses = table.in("refuse", outer) || table.in("refuse", parsed.deed(c));
        if (refuses || table.in("agree", outer))
            for (std::uint32_t k = c + 1; k < chunks.size() && k <= c + 4; ++k) {
                if (chunks[k].kind == ChunkKind::NounPhrase)
                    break;
                if (chunks[k].kind != ChunkKind::VerbGroup)
                    continue;
                if (chunks[k].infinitive || chunks[k].gerund) {
                    verb = k;
                    negative = (negative != refuses) != chunks[k].negative;
                    taken[k] = true;
                    // "dément vouloir racheter"
                    if (k + 1 < chunks.size() && chunks[k + 1].kind == ChunkKind::VerbGroup &&
                        chunks[k + 1].infinitive) {
                        verb = k + 1;
                        taken[k + 1] = true;
                    }
                }
                break;
            }
        if ((chunks[c].modal && !chunks[c].future) ||
            (verb == c && parsed.says(c) && !negative && table.of(parsed.verb(c)).empty()))
            continue;
        Statement statement;
        statement.deed = parsed.deed(verb);
        if (statement.deed.empty())
            continue;
        statement.words = parsed.bytes(chunks[c].first, chunks[verb].end);
        statement.passive = chunks[verb].passive || (verb == c && chunks[c].participle);
        if (subject == Syntax::none && verb != c && c > 0 && chunks[c - 1].kind == ChunkKind::NounPhrase)
            subject = c - 1; // "the minister refused on Monday to …": it may be taken for a participle
        if (subject != Syntax::none) {
            statement.subject = concepts.within(sentence, parsed.phrase(subject));
            if (parsed.denies(subject)) {
                statement.nobody = !negative && parsed.suffered(verb);
                negative = !negative;
                statement.words = statement.words.united(parsed.bytes(chunks[subject].first, chunks[subject].end));
            }
        }
        if (const std::uint32_t object = syntax.objectOf(verb); object != Syntax::none && object != subject) {
            statement.object = concepts.within(sentence, parsed.phrase(object));
            if (parsed.denies(object) && chunks[object].first > chunks[verb].head)
                negative = !negative;
        } else if (statement.passive) { // "was caused by a heater": who did it stands behind "by"
            for (std::uint32_t k = verb + 1; k + 1 < chunks.size() && chunks[k].kind != ChunkKind::VerbGroup; ++k)
                if (chunks[k].kind == ChunkKind::Preposition && chunks[k].prep == claim::Prep::By &&
                    chunks[k + 1].kind == ChunkKind::NounPhrase) {
                    statement.object = concepts.within(sentence, parsed.phrase(k + 1));
                    break;
                }
        }
        statement.negative = negative;
        out.push_back(std::move(statement));
    }
}

bool opposed(std::string_view a, std::string_view b) {
    const Table& table = Table::only();
    for (const Side& x : table.of(a))
        for (const Side& y : table.of(b))
            if (x.matter == y.matter && x.side != y.side)
                return true;
    return false;
}

bool oneDoes(std::string_view deed) {
    return Table::only().in("sole", deed);
}

bool oneWay(std::string_view deed) {
    return Table::only().in("versus", deed);
}

void lengthsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               std::vector<Length>& out) {
    out.clear();
    if (!spoken(reading.language))
        return;
    const auto first = std::lower_bound(mentions.times.begin(), mentions.times.end(), sentence,
                                        [](const auto& m, std::uint32_t s) { return m.sentence < s; });
    bool any = false;
    for (auto it = first; it != mentions.times.end() && it->sentence == sentence; ++it)
        any |= it->type == read::TimeType::Duration && it->mod == read::TimeMod::None;
    if (!any)
        return;
    const Parsed parsed(reading, mentions, sentence);
    const Syntax& syntax = Parsed::syntax();
    for (auto it = first; it != mentions.times.end() && it->sentence == sentence; ++it) {
        if (it->type != read::TimeType::Duration || it->mod != read::TimeMod::None)
            continue;
        const std::uint32_t chunk = syntax.chunkAt(it->firstToken);
        const std::uint32_t verb = chunk == Syntax::none ? Syntax::none : syntax.verbOfClause(chunk);
        if (verb == Syntax::none || syntax.chunks()[verb].first > it->firstToken)
            continue;
        Length length{static_cast<std::uint32_t>(it - mentions.times.begin()), {}, false};
        length.deed = parsed.deed(verb, &length.classified);
        for (const std::string_view word : {length.deed, parsed.verb(verb)})
            for (const Side& side : Table::only().of(word))
                if (side.matter == "lasting" && length.deed != side.side) {
                    length.deed = side.side;
                    length.classified = true;
                }
        if (length.classified && Table::only().lasts(length.deed))
            out.push_back(length);
    }
}

} // namespace countercheck::compare
