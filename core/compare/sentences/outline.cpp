// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/outline.h"

#include "core/claim/parts.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/soleplaces.h"
#include "core/compare/words/causewords.h"
#include "core/compare/words/namewords.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Prep;
using claim::Syntax;

namespace {

std::uint64_t slotKey(std::uint32_t governor, std::uint32_t how) {
    return std::uint64_t{governor} << 32 | how;
}

/// How a noun phrase stands to what governs it: small numbers for prepositions, and these.
enum : std::uint32_t { asDoer = 1000, asObject, behindNoun, ofNation };

class Layer {
public:
    Layer(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, Concepts& concepts,
          Outline& out)
        : reading_(reading), mentions_(mentions), sentence_(sentence), concepts_(concepts), parsed_(reading, sentence),
          syntax_(parsed_.syntax()), s_(reading.sentences[sentence]), out_(out) {}

    void run() {
        const auto& chunks = syntax_.chunks();
        for (std::uint32_t c = 0; c < chunks.size(); ++c) {
            if (chunks[c].kind == ChunkKind::NounPhrase)
                out_.denied |= parsed_.denies(c);
            if (chunks[c].kind != ChunkKind::VerbGroup)
                continue;
            out_.denied |= parsed_.denied(c);
            const std::string_view deed = parsed_.deed(c);
            if (deed.empty())
                continue;
            const std::uint32_t word = Concepts::named(deed);
            if (parsed_.says(c) && parsed_.cue(mentions_, sentence_, c))
                continue;
            out_.deeds.push_back(word);
            const text::Span span = parsed_.bytes(chunks[c].first, chunks[c].end);
            out_.doings.push_back({reading_.map.toCaptured(span), deed, word});
        }
        std::sort(out_.deeds.begin(), out_.deeds.end());
        takeHolder();
        for (const read::Name& name : read::inSentence(mentions_.names, sentence_))
            takeName(name);
        takeCauses();
        takeClaimed();
        takeSexes();
        constexpr std::size_t passage = 4;
        if (reading_.sentences.size() <= passage)
            takeNouns();
    }

private:
    [[nodiscard]] std::uint32_t verbConcept(std::uint32_t verb) const {
        const std::string_view deed = parsed_.deed(verb);
        return deed.empty() ? 0 : Concepts::named(deed);
    }

    /// The places that a noun phrase fills.
    void slotsOf(std::uint32_t np, std::vector<std::uint64_t>& slots) const {
        const auto& chunks = syntax_.chunks();
        if (const std::uint32_t verb = syntax_.verbOfSubject(np); verb != Syntax::none)
            slots.push_back(slotKey(verbConcept(verb), chunks[verb].passive ? asObject : asDoer));
        if (const std::uint32_t verb = syntax_.verbOfObject(np); verb != Syntax::none && !parsed_.says(verb))
            slots.push_back(slotKey(verbConcept(verb), asObject));
        const std::uint32_t preposition = syntax_.prepositionOf(np);
        if (preposition == Syntax::none)
            return;
        const std::uint32_t host = syntax_.hostOf(preposition);
        if (host == Syntax::none)
            return;
        const bool verb = chunks[host].kind == ChunkKind::VerbGroup;
        const auto how = static_cast<std::uint32_t>(chunks[preposition].prep);
        if (verb)
            slots.push_back(slotKey(verbConcept(host), chunks[preposition].prep == Prep::By ? asDoer : how));
        else
            slots.push_back(slotKey(parsed_.headConcept(concepts_, sentence_, host), how));
    }

    /// The content word before a token of its own clause, and that behind it.
    [[nodiscard]] std::uint32_t wordBefore(std::uint32_t token) const {
        for (std::uint32_t t = token; t-- > s_.firstToken && token - t <= 4;) {
            if (reading_.tokens[t].is(text::TokenKind::Comma))
                return 0;
            if (const std::uint32_t word = concepts_.of(sentence_)[t - s_.firstToken]; word != 0)
                return word;
        }
        return 0;
    }

    /// "Beat Lisle", "held off Lisle", "succède à Lisle": in what somebody outdoes whom the noun phrase names, by the
    /// concept of the side; 0: in nothing.
    [[nodiscard]] std::uint32_t outdone(std::uint32_t np) const {
        const auto& chunks = syntax_.chunks();
        std::string buffer;
        const std::uint32_t first = chunks[np].first; // "élue devant Ivo Horvat"
        const auto ahead = [&](std::uint32_t back) {
            return first >= s_.firstToken + back &&
                   Opposites::only().in("ahead", text::lowered(reading_.of(reading_.tokens[first - back]), buffer));
        };
        if (ahead(1) || (ahead(2) && reading_.of(reading_.tokens[first - 1]) == "of"))
            return Concepts::named("win");
        std::uint32_t verb = syntax_.verbOfObject(np);
        for (std::uint32_t k = np; verb == Syntax::none && k-- > 0;) // "a battu au sprint l'Italien …"
            if (chunks[k].kind == ChunkKind::VerbGroup) {
                if (parsed_.objectOf(k) == np)
                    verb = k;
                break;
            }
        bool behindPreposition = false;
        if (const std::uint32_t preposition = syntax_.prepositionOf(np); verb == Syntax::none) {
            verb = preposition == Syntax::none ? Syntax::none : syntax_.hostOf(preposition);
            behindPreposition = true;
        }
        if (verb == Syntax::none || chunks[verb].kind != ChunkKind::VerbGroup || parsed_.passive(verb) ||
            parsed_.denied(verb) || chunks[verb].modal)
            return 0;
        const std::string_view known = parsed_.known(chunks[verb].head, s_.endToken);
        for (const std::string_view name : {known, parsed_.verb(verb)})
            for (const MatterSide& row : Opposites::only().of(name)) {
                const bool phrase = name.find('_') != std::string_view::npos;
                if (row.matter == "outdo" && (phrase || !behindPreposition ||
                                              (row.side == "office" && reading_.language == text::Language::French)))
                    return Concepts::named(row.side);
            }
        return 0;
    }

    /// Does a common noun stand before the name in its own noun phrase ("the astronomer Rosa Quiroga")?
    [[nodiscard]] bool named(const read::Name& name) const {
        const std::uint32_t chunk = syntax_.chunkAt(name.firstToken);
        return name.firstToken > s_.firstToken && chunk != Syntax::none &&
               syntax_.chunkAt(name.firstToken - 1) == chunk;
    }

    void takeName(const read::Name& name) {
        Piece piece;
        switch (name.kind) {
        case read::NameKind::Person:
            piece.sort = Piece::Sort::Person;
            break;
        case read::NameKind::Organisation:
            piece.sort = Piece::Sort::Organisation;
            break;
        case read::NameKind::Place:
            piece.sort = Piece::Sort::Place;
            break;
        case read::NameKind::Other:
            piece.sort = Piece::Sort::Other;
            break;
        case read::NameKind::Nationality:
            return takeNation(name);
        default:
            return;
        }
        const bool source =
            std::ranges::any_of(read::inSentence(mentions_.attributions, sentence_), [&](const read::Attribution& a) {
                return a.sourceSpan.contains(name.span.begin) || a.cue.contains(name.span.begin);
            });
        const bool quoted = std::ranges::any_of(
            mentions_.quotes, [&](const read::Quote& q) { return q.whole.contains(name.span.begin); });
        if (quoted)
            return;
        if (const std::uint32_t chunk = syntax_.chunkAt(name.firstToken);
            chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::NounPhrase) {
            slotsOf(chunk, piece.slots);
            piece.outdone = outdone(chunk);
            SolePlaces places = solePlaces(parsed_, reading_, mentions_, concepts_, sentence_, name, chunk);
            piece.sole = std::move(places.keys);
            piece.around = std::move(places.words);
        }
        if (source) { // who says something rivals another only in what he is
            piece.slots.clear();
            if (piece.sole.empty())
                return;
        }
        if (const std::uint32_t before = source                               ? 0
                                         : piece.slots.empty() || named(name) ? wordBefore(name.firstToken)
                                                                              : 0;
            before != 0)
            piece.slots.push_back(slotKey(before, behindNoun));
        forEachNameWord(reading_.of(name.span), [&](std::uint32_t word) { piece.nameWords.push_back(word); });
        if (piece.nameWords.empty())
            return;
        if (const std::uint32_t np = phraseFrom(name.endToken); np != Syntax::none) {
            text::Span behind = parsed_.phrase(np);
            behind.begin = std::max(behind.begin, name.span.end);
            piece.beside = concepts_.spoken(sentence_, behind);
        }
        add(std::move(piece), name.span);
    }

    /// "Another blaze", "a second man"; not "second-quarter profit".
    [[nodiscard]] bool another(std::uint32_t np) const {
        const auto& chunk = syntax_.chunks()[np];
        for (std::uint32_t t = chunk.first; t < chunk.head; ++t)
            if (listed(Family::Another, reading_, reading_.tokens[t]) && !parsed_.ranks(t))
                return !claim::oneOf(reading_.of(reading_.tokens[t + 1]), {"quarter", "half", "round", "day", "week",
                                                                           "set", "trimestre", "semestre", "tour"});
        return false;
    }

    /// "The Spanish architect Julio Benal": the noun between the country and the person's name; 0: none.
    [[nodiscard]] std::uint32_t nounOf(const read::Name& nation, std::uint32_t np) const {
        const std::uint32_t head = syntax_.chunks()[np].head;
        for (const read::Name& person : read::inSentence(mentions_.names, sentence_)) {
            if (person.kind != read::NameKind::Person || head < person.firstToken || head >= person.endToken ||
                person.firstToken <= nation.endToken || !parsed_.tellsWho(person.firstToken - 1))
                continue;
            const std::uint32_t noun = person.firstToken - 1;
            const auto words = concepts_.spoken(sentence_, parsed_.bytes(noun, noun + 1));
            return words.empty() ? 0 : words.front();
        }
        return 0;
    }

    /// "A Dutch tourist was hurt", "the skier was Swiss": of what country somebody is, by the noun that tells who.
    void takeNation(const read::Name& name) {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t np = syntax_.chunkAt(name.firstToken);
        if (np == Syntax::none || chunks[np].kind != ChunkKind::NounPhrase)
            return;
        std::uint32_t who = np;
        if (chunks[np].head < name.endToken) {
            const std::uint32_t verb = syntax_.verbOfObject(np);
            if (verb == Syntax::none || parsed_.deed(verb) != "be")
                return;
            who = syntax_.subjectOf(verb);
            if (who == Syntax::none)
                who = parsed_.openingSubject(sentence_, verb);
        }
        if (who == Syntax::none)
            return;
        Piece piece;
        piece.sort = Piece::Sort::Nation;
        piece.word = parsed_.onePerson(who) ? parsed_.headConcept(concepts_, sentence_, who) : nounOf(name, who);
        if (piece.word == 0)
            return;
        piece.slots.push_back(slotKey(piece.word, ofNation));
        add(std::move(piece), name.span);
    }

    /// Of whom or what the first verb that says something tells.
    void takeHolder() {
        const auto& chunks = syntax_.chunks();
        for (std::uint32_t c = 0; c < chunks.size(); ++c) {
            if (chunks[c].kind != ChunkKind::VerbGroup || !chunks[c].finite() ||
                (parsed_.says(c) && parsed_.cue(mentions_, sentence_, c)))
                continue;
            std::uint32_t subject = syntax_.subjectOf(c);
            if (subject == Syntax::none)
                subject = parsed_.subjectBeforeNot(c);
            if (subject == Syntax::none)
                continue;
            out_.holder = parsed_.headConcept(concepts_, sentence_, subject);
            out_.another = another(subject);
            out_.holderOf = parsed_.ownerOf(concepts_, sentence_, subject);
            return;
        }
    }

    void takeCauses() {
        for (std::uint32_t t = s_.firstToken; t < s_.endToken; ++t) {
            if (const std::uint32_t np = causeOfDeath(t); np != Syntax::none)
                takeCause(np);
            const CauseWords words = causeWordsAt(reading_, t, s_.endToken, false);
            if (words.words == 0)
                continue;
            const std::uint32_t end = t + words.words;
            const std::uint32_t np = words.at == CauseAt::Behind ? phraseFrom(end) : subjectAt(t);
            if (np != Syntax::none)
                takeCause(np);
            t = end - 1;
        }
    }
    /// "Died in hospital on Sunday of pneumonia": with a place or a day between.
    [[nodiscard]] std::uint32_t causeOfDeath(std::uint32_t token) const {
        const std::uint32_t verb = syntax_.chunkAt(token);
        const auto& chunks = syntax_.chunks();
        if (verb == Syntax::none || chunks[verb].kind != ChunkKind::VerbGroup || chunks[verb].head != token ||
            reading_.language != text::Language::English || parsed_.verb(verb) != "die")
            return Syntax::none;
        for (std::uint32_t k = verb + 1; k + 1 < chunks.size() && k < verb + 7; ++k) {
            if (chunks[k].kind != ChunkKind::Preposition && chunks[k].kind != ChunkKind::NounPhrase &&
                chunks[k].kind != ChunkKind::Time)
                break;
            const std::string_view word = reading_.of(reading_.tokens[chunks[k].first]);
            if (k > verb + 1 && chunks[k].kind == ChunkKind::Preposition && (word == "of" || word == "from") &&
                chunks[k + 1].kind == ChunkKind::NounPhrase)
                return nameIn(k + 1) || nameIn(k - 1) ? Syntax::none : k + 1; // "the Duke of York", "flew in from Rome"
        }
        return Syntax::none;
    }
    [[nodiscard]] bool nameIn(std::uint32_t np) const {
        const text::Span phrase = parsed_.bytes(syntax_.chunks()[np].first, syntax_.chunks()[np].end);
        return std::ranges::any_of(read::inSentence(mentions_.names, sentence_), [&](const read::Name& n) {
            return n.kind != read::NameKind::Place && phrase.contains(n.span.begin);
        });
    }
    [[nodiscard]] std::uint32_t phraseFrom(std::uint32_t token) const {
        for (std::uint32_t t = token; t < std::min(token + 3, s_.endToken); ++t)
            if (const std::uint32_t chunk = syntax_.chunkAt(t);
                chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::NounPhrase)
                return chunk;
        return Syntax::none;
    }
    [[nodiscard]] std::uint32_t subjectAt(std::uint32_t token) const {
        const std::uint32_t chunk = syntax_.chunkAt(token);
        if (chunk == Syntax::none)
            return Syntax::none;
        const auto& chunks = syntax_.chunks();
        const std::uint32_t verb = chunks[chunk].kind == ChunkKind::VerbGroup ? chunk : syntax_.verbOfClause(chunk);
        if (verb == Syntax::none || chunks[verb].passive)
            return Syntax::none;
        if (const std::uint32_t subject = syntax_.subjectOf(verb); subject != Syntax::none)
            return subject;
        return Syntax::none;
    }
    /// "Was shot by a policeman", "was found in a quarry": what stands behind a preposition of a verb, and is no name.
    void takeNouns() {
        const auto& chunks = syntax_.chunks();
        for (std::uint32_t c = 0; c < chunks.size(); ++c) {
            if (chunks[c].kind != ChunkKind::NounPhrase || nameAt(c))
                continue;
            const std::uint32_t preposition = syntax_.prepositionOf(c);
            const std::uint32_t host = preposition == Syntax::none ? Syntax::none : verbBefore(preposition);
            if (host == Syntax::none)
                continue;
            const Prep prep = chunks[preposition].prep;
            const bool agent = prep == Prep::By && (chunks[host].passive || chunks[host].participle);
            if (!agent && prep != Prep::In && prep != Prep::At && prep != Prep::On && prep != Prep::From &&
                prep != Prep::After)
                continue;
            Piece piece;
            piece.sort = Piece::Sort::Noun;
            piece.head = parsed_.nounEvent(chunks[c].head);
            piece.word = parsed_.headConcept(concepts_, sentence_, c);
            piece.slots.push_back(slotKey(verbConcept(host), agent ? asDoer : static_cast<std::uint32_t>(prep)));
            piece.words = concepts_.spoken(sentence_, parsed_.phrase(c));
            piece.span = reading_.map.toCaptured(parsed_.core(c));
            if (piece.word != 0)
                out_.nouns.push_back(std::move(piece));
        }
    }
    /// "Was shot outside his home by", "was found on Sunday in": the verb on which a preposition hangs, also with a
    /// place or a day between, where it has no object.
    [[nodiscard]] std::uint32_t verbBefore(std::uint32_t preposition) const {
        const auto& chunks = syntax_.chunks();
        const std::uint32_t host = syntax_.hostOf(preposition);
        if (host == Syntax::none || chunks[host].kind == ChunkKind::VerbGroup)
            return host;
        std::uint32_t k = preposition;
        while (k > 0 && (chunks[k - 1].kind == ChunkKind::NounPhrase || chunks[k - 1].kind == ChunkKind::Time ||
                         chunks[k - 1].kind == ChunkKind::Preposition))
            --k;
        const bool verb = k > 0 && chunks[k - 1].kind == ChunkKind::VerbGroup &&
                          chunks[k].kind == ChunkKind::Preposition && chunks[host].kind != ChunkKind::Preposition;
        const bool own = chunks[preposition].prep == Prep::By || chunks[preposition - 1].kind == ChunkKind::Time ||
                         timeAt(preposition - 1);
        return verb && own ? k - 1 : Syntax::none;
    }
    [[nodiscard]] bool timeAt(std::uint32_t chunk) const {
        const text::Span words = parsed_.bytes(syntax_.chunks()[chunk].first, syntax_.chunks()[chunk].end);
        return std::ranges::any_of(read::inSentence(mentions_.times, sentence_),
                                   [&](const read::TimeMention& t) { return words.contains(t.span.begin); });
    }
    /// Does a name, a time or a figure stand in the noun phrase?
    [[nodiscard]] bool nameAt(std::uint32_t np) const {
        const text::Span phrase = parsed_.phrase(np);
        const auto holds = [&](const auto& list) {
            return std::ranges::any_of(list, [&](const auto& m) { return phrase.contains(spanOf(m).begin); });
        };
        return holds(read::inSentence(mentions_.names, sentence_)) ||
               holds(read::inSentence(mentions_.times, sentence_)) ||
               holds(read::inSentence(mentions_.figures, sentence_));
    }
    static text::Span spanOf(const read::Name& name) { return name.span; }
    static text::Span spanOf(const read::TimeMention& time) { return time.span; }
    static text::Span spanOf(const read::Figure& figure) { return figure.phrase; }

    /// "A girl of six", "a boy of six".
    void takeSexes() {
        const auto& chunks = syntax_.chunks();
        for (std::uint32_t c = 0; c < chunks.size(); ++c) {
            if (chunks[c].kind != ChunkKind::NounPhrase)
                continue;
            const std::string_view noun = parsed_.nounEvent(chunks[c].head);
            if (!listed(Family::Male, noun) && !listed(Family::Female, noun))
                continue;
            Piece piece;
            piece.sort = Piece::Sort::Sex;
            piece.head = noun;
            piece.word = parsed_.headConcept(concepts_, sentence_, c);
            slotsOf(c, piece.slots);
            add(std::move(piece), parsed_.bytes(chunks[c].head, chunks[c].head + 1));
        }
    }

    /// "Claimed responsibility on Sunday for the bombing of a market".
    void takeClaimed() {
        const auto& chunks = syntax_.chunks();
        bool claims = false;
        for (std::uint32_t c = 0; c + 1 < chunks.size(); ++c) {
            for (std::uint32_t t = chunks[c].first; t < chunks[c].end; ++t)
                claims |= reading_.of(reading_.tokens[t]) == "responsibility";
            if (!claims || chunks[c].kind != ChunkKind::Preposition || chunks[c].prep != Prep::For ||
                chunks[c + 1].kind != ChunkKind::NounPhrase)
                continue;
            Piece piece;
            piece.sort = Piece::Sort::Claimed;
            piece.head = parsed_.nounEvent(chunks[c + 1].head);
            piece.word = parsed_.headConcept(concepts_, sentence_, c + 1);
            if (!piece.head.empty())
                add(std::move(piece), parsed_.phrase(c + 1));
            return;
        }
    }
    void takeCause(std::uint32_t np) {
        Piece piece;
        if (syntax_.classOf(syntax_.chunks()[np].head) == claim::WordClass::Pronoun)
            return;                                            // "because he …"
        const std::uint32_t behind = syntax_.chunks()[np].end; // "an overdose", taken for a verb
        if (parsed_.headConcept(concepts_, sentence_, np) == 0 && behind < s_.endToken)
            if (const std::uint32_t word = concepts_.of(sentence_)[behind - s_.firstToken]; word != 0) {
                piece.sort = Piece::Sort::Cause;
                piece.head = parsed_.nounEvent(behind);
                piece.word = word;
                piece.slots.push_back(1);
                return add(std::move(piece), parsed_.bytes(syntax_.chunks()[np].first, behind + 1));
            }
        piece.sort = Piece::Sort::Cause;
        piece.head = parsed_.nounEvent(syntax_.chunks()[np].head);
        piece.word = parsed_.headConcept(concepts_, sentence_, np);
        if (piece.head.empty() && piece.word == 0) // a word that no dictionary has is known by its concept
            return;
        piece.slots.push_back(1);
        add(std::move(piece), parsed_.core(np));
    }

    void add(Piece piece, text::Span span) {
        std::sort(piece.slots.begin(), piece.slots.end());
        piece.words = concepts_.spoken(sentence_, span);
        piece.span = reading_.map.toCaptured(span);
        out_.pieces.push_back(std::move(piece));
    }

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const std::uint32_t sentence_;
    Concepts& concepts_;
    const Parsed parsed_;
    const Syntax& syntax_;
    const text::Sentence& s_;
    Outline& out_;
};

} // namespace

std::optional<Outline> outlineOf(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence,
                                 Concepts& concepts, claim::Anchor anchor) {
    constexpr std::uint32_t longest = 80;
    const text::Sentence& s = reading.sentences[sentence];
    if (!spoken(reading.language) || s.endToken - s.firstToken > longest)
        return std::nullopt;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t)
        if (reading.of(reading.tokens[t]) == "?")
            return std::nullopt;
    Outline out;
    out.sentence = sentence;
    out.span = reading.map.toCaptured(s.span);
    out.anchor = std::move(anchor);
    out.content = concepts.whole(sentence);
    out.spoken = concepts.spoken(sentence, s.span);
    out.guessed = std::ranges::any_of(read::inSentence(mentions.modals, sentence),
                                      [](const read::ModalScope& m) { return !m.negation; });
    Layer(reading, mentions, sentence, concepts, out).run();
    return out;
}

} // namespace countercheck::compare
