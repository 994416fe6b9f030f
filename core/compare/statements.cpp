// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/statements.h"

#include "core/claim/grammar.h"
#include "core/claim/parts.h"
#include "core/claim/syntax.h"
#include "core/compare/opposites.h"
#include "core/compare/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Grammar;
using claim::Syntax;
using text::Tag;
using text::Token;
using text::TokenKind;

namespace {

/// A sentence, parsed, with its mentions.
class Parsed {
public:
    Parsed(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence)
        : reading_(reading), grammar_(Grammar::of(reading.language)) {
        if (parsed() == sentence)
            return;
        parsed() = sentence;
        const auto range = [&](const auto& list) {
            const auto these = read::inSentence(list, sentence);
            const auto first = static_cast<std::uint32_t>(these.data() - list.data());
            return claim::MentionRange{first, first + static_cast<std::uint32_t>(these.size())};
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
    /// The sentence of the report in hand that the thread parsed last.
    static std::uint32_t& parsed() {
        thread_local std::uint32_t one = Syntax::none;
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
        if (!across.empty())
            return across;
        const std::string_view form = grammar_.lexicon().form(lemma);
        if (reading_.language != text::Language::French || Opposites::only().sided(form))
            return form;
        const std::string_view english = acrossOf(form);
        const text::Lexicon& words = text::Lexicon::of(text::Language::English);
        const std::string_view named = words.value(words.find(english), Tag::Event);
        if (classified)
            *classified = !named.empty();
        return named.empty() ? english : named;
    }
    /// The verb's own word, whatever its event is.
    [[nodiscard]] std::string_view verb(std::uint32_t verb) const {
        return grammar_.lexicon().form(syntax().verbLemma(syntax().chunks()[verb].head));
    }
    /// What a noun names: the event of the lexicon, else its lemma as it is compared across languages.
    [[nodiscard]] std::string_view nounEvent(std::uint32_t token) const {
        if (const std::uint8_t event = syntax().eventOf(token); event != 0)
            return grammar_.eventName(event);
        const text::WordId lemma = syntax().nounLemma(token);
        const std::string_view across = grammar_.lexicon().value(lemma, Tag::Label);
        const std::string_view form = across.empty() ? grammar_.lexicon().form(lemma) : across;
        return reading_.language == text::Language::French && across.empty() ? acrossOf(form) : form;
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
    /// The name under which the table of opposites knows what begins at the token: a phrase ("call_off",
    /// "reach_deal"; articles are passed over), else the verb, the word itself or its event; empty: it has none.
    [[nodiscard]] std::string_view known(std::uint32_t token, std::uint32_t end) const {
        const Opposites& table = Opposites::only();
        const text::Lexicon& lexicon = grammar_.lexicon();
        const text::WordId word = reading_.tokens[token].word;
        std::string buffer;
        const std::string_view own = text::lowered(reading_.of(reading_.tokens[token]), buffer);
        const auto across = [&](text::WordId lemma) -> std::string_view {
            if (lemma == 0)
                return {};
            const std::string_view label = lexicon.value(lemma, Tag::Label);
            return !label.empty() ? label : lexicon.form(lemma);
        };
        const std::string_view verb = across(syntax().verbLemma(token));
        for (const std::string_view first : {verb, own}) {
            if (first.empty() || !table.opensPhrase(first))
                continue;
            std::string phrase(first), lower;
            for (std::uint32_t t = token + 1, words = 0; t < end && t < token + 6 && words < 2; ++t) {
                const Token& next = reading_.tokens[t];
                if (!next.is(TokenKind::Word))
                    break;
                const std::string longer = phrase + "_" + std::string(text::lowered(reading_.of(next), lower));
                if (const std::string_view spelt = table.spelt(longer); !spelt.empty())
                    return spelt;
                if (lexicon.hasAny(next.word, text::tagBit(Tag::Det) | text::tagBit(Tag::Poss) |
                                                  text::tagBit(Tag::Prep) | text::tagBit(Tag::Number)))
                    continue;
                phrase = longer;
                ++words;
            }
        }
        for (const std::string_view name :
             {verb, table.spelt(std::string(own)), across(lexicon.lemma(word)), lexicon.value(word, Tag::Event)})
            if (!name.empty() && Opposites::only().sided(name))
                return name;
        if (reading_.language == text::Language::French) {
            for (const std::string_view name : {acrossOf(verb), acrossOf(across(lexicon.lemma(word)))})
                if (!name.empty() && Opposites::only().sided(name))
                    return name;
            // A participle that the dictionary has as an adjective or a noun only: "relaxé", "levées".
            for (const std::string_view ending : {"é", "ée", "és", "ées"})
                if (own.ends_with(ending))
                    if (const std::string_view name =
                            table.spelt(std::string(own.substr(0, own.size() - ending.size())) + "er");
                        !name.empty() && Opposites::only().sided(name))
                        return name;
        }
        return {};
    }
    /// What a modal verb leaves open: not "will", and not "would" of what somebody announced.
    [[nodiscard]] bool open(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
        const auto& chunk = syntax().chunks()[verb];
        if (!chunk.modal || chunk.future)
            return false;
        const bool announced =
            std::any_of(mentions.attributions.begin(), mentions.attributions.end(),
                        [&](const read::Attribution& a) { return a.sentence == sentence && !a.source.empty(); });
        return !announced || reading_.of(reading_.tokens[chunk.first]) != "would";
    }
    /// Is the verb group denied? "Were without power" tells an event by a word that denies, and "n'a été que de"
    /// limits.
    [[nodiscard]] bool denied(std::uint32_t verb) const {
        const auto& chunk = syntax().chunks()[verb];
        bool negative = chunk.negative, not_ = false, only = false;
        for (std::uint32_t t = chunk.first; t < std::min<std::size_t>(chunk.end + 2, reading_.tokens.size()); ++t) {
            const std::string_view word = reading_.of(reading_.tokens[t]);
            not_ |= t < chunk.end && (word == "pas" || word == "jamais");
            only |= word == "que" || word == "qu'" || word == "qu’";
            if (t < chunk.end && (word == "without" || word == "sans"))
                return false;
        }
        if (reading_.language == text::Language::French) {
            const auto word = [&](std::uint32_t t) {
                return t < reading_.tokens.size() ? reading_.of(reading_.tokens[t]) : std::string_view();
            };
            for (std::uint32_t t = chunk.first; t-- > 0 && chunk.first - t <= 3;) // "qu'il ne fermera pas"
                if (word(t) == "ne" || word(t) == "n'" || word(t) == "n’")
                    not_ |= word(chunk.end) == "pas" || word(chunk.end) == "jamais" || word(chunk.end) == "plus";
            negative = not_ || (negative && !only);
        }
        return negative;
    }
    [[nodiscard]] bool says(std::uint32_t verb) const {
        return grammar_.lexicon().has(syntax().verbLemma(syntax().chunks()[verb].head), Tag::Say);
    }
    /// Does the verb bring in what somebody says ("the navy said", "officials denied that …")?
    [[nodiscard]] bool cue(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t verb) const {
        const std::uint32_t at = reading_.tokens[syntax().chunks()[verb].head].begin;
        return std::any_of(mentions.attributions.begin(), mentions.attributions.end(),
                           [&](const read::Attribution& a) { return a.sentence == sentence && a.cue.contains(at); });
    }
    [[nodiscard]] bool denies(std::uint32_t np) const {
        const text::Token& first = reading_.tokens[syntax().chunks()[np].first];
        const std::string_view word = reading_.of(first);
        return grammar_.lexicon().has(first.word, Tag::Neg) && word != "ne" && word != "n'" && word != "n’" &&
               word != "pas";
    }

    /// The concept of a noun phrase's head; 0: none.
    [[nodiscard]] std::uint32_t headConcept(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const {
        const auto& chunk = syntax().chunks()[np];
        const auto head = concepts.spoken(sentence, bytes(chunk.head, chunk.head + 1));
        return head.empty() ? 0 : head.front();
    }

    /// What a noun phrase belongs to ("the museum's café", "the café of the museum"), by its concept; 0: nothing.
    [[nodiscard]] std::uint32_t ownerOf(const Concepts& concepts, std::uint32_t sentence, std::uint32_t np) const {
        const auto& chunks = syntax().chunks();
        for (std::uint32_t t = chunks[np].first; t < chunks[np].head; ++t) {
            const std::string_view word = reading_.of(reading_.tokens[t]);
            const bool mark = t > chunks[np].first && (word == "'s" || word == "’s" || word == "'" || word == "’");
            const bool joined = word.ends_with("'s") || word.ends_with("’s");
            if (!mark && !joined)
                continue;
            const std::uint32_t at = mark ? t - 1 : t;
            const auto owner = concepts.spoken(sentence, bytes(at, at + 1));
            return owner.empty() ? 0 : owner.front();
        }
        if (np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
            chunks[np + 1].prep == claim::Prep::Of && chunks[np + 2].kind == ChunkKind::NounPhrase)
            return headConcept(concepts, sentence, np + 2);
        return 0;
    }

    /// "An Airbus that had lost an engine crashed": of a verb behind a relative clause the noun phrase that opens the
    /// sentence.
    [[nodiscard]] std::uint32_t openingSubject(std::uint32_t sentence, std::uint32_t verb) const {
        const auto& chunks = syntax().chunks();
        const text::Sentence& s = reading_.sentences[sentence];
        if (verb < 2 || chunks[0].kind != ChunkKind::NounPhrase || chunks[0].end >= s.endToken)
            return Syntax::none;
        std::uint32_t last = 0; // "the driver of the train that derailed"
        while (last + 2 < verb && chunks[last + 1].kind == ChunkKind::Preposition &&
               chunks[last + 2].kind == ChunkKind::NounPhrase)
            last += 2;
        std::uint32_t behind = chunks[last].end;
        if (behind >= s.endToken)
            return Syntax::none;
        if (reading_.tokens[behind].is(TokenKind::Comma) && behind + 1 < s.endToken)
            ++behind;
        const std::string_view word = reading_.of(reading_.tokens[behind]);
        std::uint32_t verbs = 0;
        for (std::uint32_t k = 1; k < verb; ++k)
            verbs += chunks[k].kind == ChunkKind::VerbGroup;
        const bool closed =
            chunks[verb].first > s.firstToken && reading_.tokens[chunks[verb].first - 1].is(TokenKind::Comma);
        return (verbs == 1 || closed) && (word == "that" || word == "which" || word == "who" || word == "qui")
                   ? 0
                   : Syntax::none;
    }

    /// "The senator said she would vote": of a pronoun the one who says it; else the noun phrase itself.
    [[nodiscard]] std::uint32_t speakerFor(std::uint32_t np) const {
        const auto& chunks = syntax().chunks();
        if (syntax().classOf(chunks[np].head) != claim::WordClass::Pronoun)
            return np;
        for (std::uint32_t v = np; v-- > 0;)
            if (chunks[v].kind == ChunkKind::VerbGroup) {
                const std::uint32_t speaker = says(v) ? syntax().subjectOf(v) : Syntax::none;
                return speaker != Syntax::none && speaker < v ? speaker : np;
            }
        return np;
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

/// The words before and behind a predicate, up to where its clause may end.
void around(const Parsed& parsed, const text::Reading& reading, const Concepts& concepts, std::uint32_t sentence,
            std::uint32_t first, std::uint32_t end, Statement& statement) {
    const text::Sentence& s = reading.sentences[sentence];
    statement.before = concepts.spoken(sentence, {reading.tokens[s.firstToken].begin, reading.tokens[first].begin});
    std::uint32_t last = end;
    while (last < s.endToken && !reading.tokens[last].is(TokenKind::Comma))
        ++last;
    if (last > end)
        statement.behind = concepts.spoken(sentence, parsed.bytes(end, last));
}

/// Predicates that the table knows where the parser found no verb for them, or another one.
void scan(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions, const Concepts& concepts,
          std::uint32_t sentence, std::vector<Statement>& out) {
    const text::Sentence& s = reading.sentences[sentence];
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const Syntax& syntax = Parsed::syntax();
    const auto& chunks = syntax.chunks();
    bool relative = false;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const Token& token = reading.tokens[t];
        const std::string_view word = reading.of(token);
        if (token.is(TokenKind::Comma))
            relative = false;
        // "the strike that was to begin on Monday" is no news of its beginning
        relative |= word == "which" || word == "who" || word == "whose" || word == "qui" || word == "dont" ||
                    (word == "that" && t > s.firstToken && syntax.classOf(t - 1) == claim::WordClass::Noun);
        if (!token.is(TokenKind::Word) || relative)
            continue;
        const std::uint32_t chunk = syntax.chunkAt(t);
        const bool group = chunk != Syntax::none && chunks[chunk].kind == ChunkKind::VerbGroup;
        const bool named = std::any_of(mentions.names.begin(), mentions.names.end(), [&](const read::Name& n) {
            return n.sentence == sentence && n.span.contains(token.begin);
        });
        if (named || (group && (parsed.open(mentions, sentence, chunk) || chunks[chunk].head > t)))
            continue;
        const std::string_view known = parsed.known(t, s.endToken);
        bool confirmed = true;
        if (!known.empty() && !group && syntax.classOf(t) == claim::WordClass::Noun &&
            known.find('_') == std::string_view::npos) {
            // "Confirmed the closure", "denied the closure": the noun tells the deed.
            const std::uint32_t verb =
                chunk == Syntax::none || chunks[chunk].head != t ? Syntax::none : syntax.verbOfObject(chunk);
            if (verb == Syntax::none)
                continue;
            const bool refuses = Opposites::only().in("refuse", parsed.verb(verb));
            if ((!refuses && !Opposites::only().in("tell", parsed.verb(verb))) || parsed.open(mentions, sentence, verb))
                continue;
            confirmed = refuses == parsed.denied(verb);
        }
        if (known.empty())
            continue;
        const bool told = std::any_of(out.begin(), out.end(), [&](const Statement& o) {
            return o.words.contains(token.begin) || o.verb == known;
        });
        if (told)
            continue;
        Statement statement;
        statement.parsed = false;
        statement.deed = statement.verb = known;
        std::uint32_t first = t, end = t + 1;
        if (group) {
            statement.negative = parsed.denied(chunk);
            statement.passive = chunks[chunk].passive || (chunks[chunk].participle && !chunks[chunk].finite());
            if (const std::string_view name = Opposites::only().undergone(parsed.verb(chunk));
                statement.passive && !name.empty())
                statement.deed = statement.verb = name;
            first = chunks[chunk].first;
            end = std::max(end, chunks[chunk].end);
            std::uint32_t subject = syntax.subjectOf(chunk); // "is expected to support": of the verb before
            if (subject == Syntax::none && chunks[chunk].infinitive && chunk > 0 &&
                chunks[chunk - 1].kind == ChunkKind::VerbGroup)
                subject = syntax.subjectOf(chunk - 1);
            if (subject != Syntax::none) {
                subject = parsed.speakerFor(subject);
                statement.subject = concepts.spoken(sentence, parsed.phrase(subject));
                statement.doer = parsed.headConcept(concepts, sentence, subject);
                statement.subjectOwner = parsed.ownerOf(concepts, sentence, subject);
            }
        } else if (chunk != Syntax::none && chunks[chunk].kind == ChunkKind::NounPhrase) {
            statement.negative = parsed.denies(chunk) == confirmed;
        } else {
            statement.negative = !confirmed;
        }
        for (std::uint32_t b = first; b-- > s.firstToken && first - b <= 4;) { // "refused to …", "not …", "no longer …"
            if (!reading.tokens[b].is(TokenKind::Word))
                break;
            const std::uint32_t at = syntax.chunkAt(b);
            const bool refuses =
                at != Syntax::none && chunks[at].kind == ChunkKind::VerbGroup && chunks[at].head == b &&
                (Opposites::only().in("refuse", parsed.verb(at)) || Opposites::only().in("refuse", parsed.deed(at)));
            if (refuses || (!group && lexicon.has(reading.tokens[b].word, Tag::Neg))) {
                statement.negative = !statement.negative;
                first = refuses ? chunks[at].first : b;
            }
        }
        statement.words = parsed.bytes(first, end);
        around(parsed, reading, concepts, sentence, first, end, statement);
        out.push_back(std::move(statement));
    }
}

} // namespace

void beginReport() {
    Parsed::parsed() = Syntax::none;
}

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
    const Opposites& table = Opposites::only();
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
        bool negative = parsed.denied(c);
        std::uint32_t subject = syntax.subjectOf(c);
        if (subject == Syntax::none && chunks[c].finite())
            subject = parsed.openingSubject(sentence, c);
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
                    if (listed(Family::Plan, parsed.verb(k)) && k + 1 < chunks.size() &&
                        chunks[k + 1].kind == ChunkKind::VerbGroup && chunks[k + 1].infinitive) {
                        verb = k + 1;
                        taken[k + 1] = true;
                    }
                }
                break;
            }
        const std::string_view known = parsed.known(chunks[verb].head, s.endToken);
        if (parsed.open(mentions, sentence, c) ||
            (verb == c && parsed.says(c) && parsed.cue(mentions, sentence, c) && known.empty()))
            continue;
        if (refuses && verb != c)
            if (const std::string_view denies = parsed.known(chunks[c].head, s.endToken); !denies.empty()) {
                Statement outerOne; // "denied having met", beside "confirmed that he had met"
                outerOne.deed = outerOne.verb = denies;
                outerOne.words = parsed.bytes(chunks[c].first, chunks[c].end);
                around(parsed, reading, concepts, sentence, chunks[c].first, chunks[c].end, outerOne);
                out.push_back(std::move(outerOne));
            }
        Statement statement;
        statement.deed = parsed.deed(verb);
        if (statement.deed.empty())
            continue;
        statement.verb = known.empty() ? statement.deed : known;
        statement.words = parsed.bytes(chunks[c].first, chunks[verb].end);
        statement.passive = chunks[verb].passive || (verb == c && chunks[c].participle);
        if (subject == Syntax::none && verb != c && c > 0 && chunks[c - 1].kind == ChunkKind::NounPhrase)
            subject = c - 1; // "the minister refused on Monday to …": it may be taken for a participle
        if (subject != Syntax::none)
            subject = parsed.speakerFor(subject);
        if (subject != Syntax::none) {
            statement.subject = concepts.spoken(sentence, parsed.phrase(subject));
            statement.doer = parsed.headConcept(concepts, sentence, subject);
            statement.subjectOwner = parsed.ownerOf(concepts, sentence, subject);
            if (parsed.denies(subject)) {
                statement.nobody = !negative && parsed.suffered(verb);
                negative = !negative;
                statement.words = statement.words.united(parsed.bytes(chunks[subject].first, chunks[subject].end));
            }
        }
        if (const std::uint32_t object = syntax.objectOf(verb); object != Syntax::none && object != subject) {
            statement.object = concepts.within(sentence, parsed.phrase(object));
            statement.target = parsed.headConcept(concepts, sentence, object);
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
        if (!statement.passive && subject != Syntax::none) { // "the Senate", "the National Assembly"
            const auto& np = chunks[subject];
            for (std::uint32_t t = std::max(np.first, s.firstToken + 1); t < np.end; ++t) {
                const char initial = reading.of(reading.tokens[t])[0];
                statement.namedDoer |= initial >= 'A' && initial <= 'Z';
            }
        }
        if (statement.passive) // "was beaten": what it is to undergo it
            if (const std::string_view name = table.undergone(parsed.verb(verb)); !name.empty())
                statement.deed = statement.verb = name;
        if (oneDoes(statement.deed)) { // who did it is what the reports differ in
            const auto named = [&](std::uint32_t np) {
                const text::Span phrase = parsed.phrase(np);
                return std::any_of(mentions.names.begin(), mentions.names.end(), [&](const read::Name& n) {
                    return n.sentence == sentence && phrase.contains(n.span.begin);
                });
            };
            if (!statement.passive && subject != Syntax::none)
                statement.namedDoer = named(subject);
            for (std::uint32_t k = verb + 1; statement.passive && k + 1 < chunks.size() && k <= verb + 2; ++k)
                if (chunks[k].kind == ChunkKind::Preposition && chunks[k].prep == claim::Prep::By)
                    statement.namedDoer = named(k + 1);
            if (!statement.passive && subject != Syntax::none && chunks[subject].end <= chunks[c].first)
                statement.words = statement.words.united(parsed.bytes(chunks[subject].first, chunks[subject].end));
            for (std::uint32_t k = verb + 1; statement.passive && k + 1 < chunks.size() && k <= verb + 2; ++k)
                if (chunks[k].kind == ChunkKind::Preposition && chunks[k].prep == claim::Prep::By)
                    statement.words = statement.words.united(parsed.bytes(chunks[k + 1].first, chunks[k + 1].end));
        }
        around(parsed, reading, concepts, sentence, chunks[c].first, chunks[verb].end, statement);
        out.push_back(std::move(statement));
    }
    scan(parsed, reading, mentions, concepts, sentence, out);
    // Both sides of one matter in one sentence: nobody can tell which is said of what the other report tells.
    std::vector<bool> torn(out.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t j = 0; j < out.size(); ++j)
            torn[i] = torn[i] || (i != j && !out[i].nobody && !out[j].nobody && out[i].negative == out[j].negative &&
                                  opposed({out[i].deed, out[i].verb}, {out[j].deed, out[j].verb}));
    for (std::size_t i = out.size(); i-- > 0;)
        if (torn[i])
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
}

Parties partiesAt(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                  std::uint32_t byte, const Concepts& concepts) {
    Parties out;
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return out;
    const Parsed parsed(reading, mentions, sentence);
    const Syntax& syntax = Parsed::syntax();
    std::uint32_t token = s.firstToken;
    while (token + 1 < s.endToken && reading.tokens[token].begin < byte)
        ++token;
    const std::uint32_t chunk = syntax.chunkAt(token);
    const std::uint32_t verb = chunk == Syntax::none ? Syntax::none
                               : syntax.chunks()[chunk].kind == claim::ChunkKind::VerbGroup
                                   ? chunk
                                   : syntax.verbOfClause(chunk);
    if (verb == Syntax::none)
        return out;
    const auto phrase = [&](std::uint32_t np, std::vector<std::uint32_t>& words, std::uint32_t& owner) {
        const std::uint32_t head = parsed.headConcept(concepts, sentence, np);
        if (head == 0)
            return;
        words.push_back(head);
        for (const std::uint32_t word : concepts.spoken(sentence, parsed.phrase(np)))
            if (word != head)
                words.push_back(word);
        owner = parsed.ownerOf(concepts, sentence, np);
    };
    const std::uint32_t subject = syntax.subjectOf(verb), object = syntax.objectOf(verb);
    if (object != Syntax::none && object != subject && object != chunk)
        phrase(object, out.object, out.objectOwner);
    if (subject == Syntax::none || subject == chunk)
        return out;
    phrase(subject, out.subject, out.subjectOwner);
    const auto& head = syntax.chunks()[subject];
    if (reading.language == text::Language::English && head.head > head.first) {
        const claim::WordClass before = syntax.classOf(head.head - 1);
        if (before == claim::WordClass::Noun || before == claim::WordClass::Name) {
            const auto kind = concepts.spoken(sentence, parsed.bytes(head.head - 1, head.head));
            out.subjectKind = kind.empty() ? 0 : kind.front();
        }
    }
    if (out.subject.empty())
        return out;
    const auto& np = syntax.chunks()[subject];
    const std::uint32_t at = reading.tokens[np.head].begin;
    const char initial = reading.of(reading.tokens[np.head])[0]; // "the Conservatives"
    out.named = (np.head > s.firstToken && initial >= 'A' && initial <= 'Z') ||
                std::any_of(mentions.names.begin(), mentions.names.end(),
                            [&](const read::Name& n) { return n.sentence == sentence && n.span.contains(at); });
    return out;
}

std::vector<std::uint64_t> complementsOf(const text::Reading& reading, const read::Mentions& mentions,
                                         std::uint32_t sentence, const Concepts& concepts) {
    std::vector<std::uint64_t> out;
    const text::Sentence& s = reading.sentences[sentence];
    constexpr std::uint32_t longest = 80;
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return out;
    const Parsed parsed(reading, mentions, sentence);
    const auto& chunks = Parsed::syntax().chunks();
    const auto figures = read::inSentence(mentions.figures, sentence);
    const auto inFigure = [&](std::uint32_t np) {
        const std::uint32_t at = reading.tokens[chunks[np].head].begin;
        return std::ranges::any_of(figures, [&](const read::Figure& figure) { return figure.phrase.contains(at); });
    };
    const auto named = [&](std::uint32_t np) {
        if (chunks[np].head == s.firstToken)
            return false;
        const char initial = reading.of(reading.tokens[chunks[np].head])[0];
        return initial >= 'A' && initial <= 'Z';
    };
    for (std::size_t c = 1; c + 1 < chunks.size(); ++c) {
        const auto np = static_cast<std::uint32_t>(c);
        if (chunks[c].kind != ChunkKind::Preposition || chunks[c - 1].kind != ChunkKind::NounPhrase ||
            chunks[c + 1].kind != ChunkKind::NounPhrase || chunks[c - 1].end != chunks[c].first ||
            chunks[c].end != chunks[c + 1].first || inFigure(np + 1) || named(np + 1))
            continue;
        const std::uint32_t host = inFigure(np - 1) ? 1 : parsed.headConcept(concepts, sentence, np - 1);
        const std::uint32_t noun = parsed.headConcept(concepts, sentence, np + 1);
        if (host == 0 || noun == 0 || (host != 1 && named(np - 1)))
            continue;
        const std::uint32_t key = host * 31u + static_cast<std::uint32_t>(chunks[c].prep);
        out.push_back(std::uint64_t{key} << 32 | noun);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string_view deedAt(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                        std::uint32_t token) {
    if (!spoken(reading.language))
        return {};
    const Parsed parsed(reading, mentions, sentence);
    const Syntax& syntax = Parsed::syntax();
    const std::uint32_t chunk = syntax.chunkAt(token);
    const std::uint32_t verb = chunk == Syntax::none ? Syntax::none : syntax.verbOfClause(chunk);
    return verb == Syntax::none ? std::string_view() : parsed.deed(verb);
}

void lengthsOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
               std::vector<Length>& out) {
    out.clear();
    if (!spoken(reading.language))
        return;
    const auto times = read::inSentence(mentions.times, sentence);
    const auto plain = [](const read::TimeMention& time) {
        return time.type == read::TimeType::Duration && time.mod == read::TimeMod::None;
    };
    if (std::ranges::none_of(times, plain))
        return;
    const Parsed parsed(reading, mentions, sentence);
    const Syntax& syntax = Parsed::syntax();
    // "A 10-hour siege", "after eight hours of clashes", "une grève de deux jours": what the noun names lasts so long.
    const auto lengthOfNoun = [&](const read::TimeMention& time, Length length) {
        const text::Sentence& s = reading.sentences[sentence];
        const auto word = [&](std::uint32_t t) {
            return t >= s.firstToken && t < s.endToken ? reading.of(reading.tokens[t]) : std::string_view();
        };
        const auto isNoun = [&](std::uint32_t t) {
            return t < s.endToken && syntax.classOf(t) == claim::WordClass::Noun;
        };
        const auto of = [&](std::uint32_t t) { return claim::oneOf(word(t), {"of", "de", "d'", "d’"}); };
        const bool hyphen = time.span.of(reading.text).find('-') != std::string_view::npos;
        constexpr std::uint32_t far = 3;
        std::uint32_t noun = Syntax::none;
        if (hyphen) {
            for (std::uint32_t t = time.endToken; t < std::min(time.endToken + far, s.endToken); ++t) {
                if (isNoun(t))
                    noun = t;
                else if (noun != Syntax::none || syntax.classOf(t) != claim::WordClass::Adjective)
                    break;
            }
        } else if (of(time.endToken) && isNoun(time.endToken + 1)) {
            noun = time.endToken + 1;
        } else if (time.firstToken >= s.firstToken + 2 && of(time.firstToken - 1) && isNoun(time.firstToken - 2)) {
            noun = time.firstToken - 2;
        }
        if (noun == Syntax::none)
            return;
        length.deed = parsed.nounEvent(noun);
        length.classified = false;
        if (!length.deed.empty() && listed(Family::Lasting, length.deed))
            out.push_back(length);
    };
    for (const read::TimeMention& time : times) {
        if (!plain(time))
            continue;
        const std::uint32_t chunk = syntax.chunkAt(time.firstToken);
        const std::uint32_t verb = chunk == Syntax::none ? Syntax::none : syntax.verbOfClause(chunk);
        if (verb == Syntax::none || syntax.chunks()[verb].first > time.firstToken) {
            lengthOfNoun(time, {static_cast<std::uint32_t>(&time - mentions.times.data()), {}, false});
            continue;
        }
        Length length{static_cast<std::uint32_t>(&time - mentions.times.data()), {}, false};
        length.deed = parsed.deed(verb, &length.classified);
        for (const std::string_view word : {length.deed, parsed.verb(verb)})
            for (const MatterSide& side : Opposites::only().of(word))
                if (side.matter == "lasting" && length.deed != side.side) {
                    length.deed = side.side;
                    length.classified = true;
                }
        if (length.deed == "duration") // "the strike lasted two weeks", "a two-week strike"
            if (const std::uint32_t subject = syntax.subjectOf(verb); subject != Syntax::none)
                if (const std::string_view noun = parsed.nounEvent(syntax.chunks()[subject].head);
                    listed(Family::Lasting, noun)) {
                    length.deed = noun;
                    length.classified = false;
                    out.push_back(length);
                    continue;
                }
        const std::string_view before = time.firstToken > reading.sentences[sentence].firstToken
                                            ? reading.of(reading.tokens[time.firstToken - 1])
                                            : "";
        const bool asked = together(Family::Deed, length.deed, "ask"); // what prosecutors ask for is no sentence
        if ((length.classified && Opposites::only().lasts(length.deed)) ||
            (!asked && (before == "for" || before == "pendant" || before == "durant")))
            out.push_back(length);
        else
            lengthOfNoun(time, length);
    }
}

} // namespace countercheck::compare
