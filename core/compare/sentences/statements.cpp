// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/sentences/statements.h"

#include "core/claim/parts.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sortunique.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

using claim::ChunkKind;
using claim::Syntax;
using text::Tag;
using text::Token;
using text::TokenKind;

namespace {
/// Of an active and a passive statement: does the one do what it does to what undergoes the other?
bool aboutOne(const Statement& a, const Statement& b) {
    if (a.passive == b.passive)
        return (a.doer == 0 && !a.subject.empty()) || (b.doer == 0 && !b.subject.empty());
    const Statement &passive = a.passive ? a : b, &active = a.passive ? b : a;
    return std::ranges::any_of(passive.subject, [&](std::uint32_t word) {
        return std::ranges::find(active.object, word) != active.object.end() ||
               std::ranges::find(active.subject, word) != active.subject.end();
    });
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

/// "The coral is healthy", "est toujours vivant": is the word all that a form of "be" says? The parser may take it for
/// an object.
std::uint32_t copulaOf(const Parsed& parsed, std::uint32_t chunk, std::uint32_t token) {
    const Syntax& syntax = parsed.syntax();
    const auto& chunks = syntax.chunks();
    if (chunk == Syntax::none || chunk == 0 || chunks[chunk].kind != ChunkKind::NounPhrase ||
        chunks[chunk].head != token || chunks[chunk].first + 1 < token ||
        chunks[chunk - 1].kind != ChunkKind::VerbGroup)
        return Syntax::none;
    const std::string_view deed = parsed.deed(chunk - 1);
    const bool copula = deed == "be" || deed == "être" || deed == "remain" || deed == "rester" || deed == "stay";
    return copula && chunks[chunk - 1].end >= chunks[chunk].first ? chunk - 1 : Syntax::none;
}

/// Predicates that the table knows where the parser found no verb for them, or another one.
void scan(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions, Concepts& concepts,
          std::uint32_t sentence, std::vector<Statement>& out) {
    const text::Sentence& s = reading.sentences[sentence];
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    const Syntax& syntax = parsed.syntax();
    const auto& chunks = syntax.chunks();
    bool relative = false;
    std::uint32_t itsVerb = Syntax::none; // of the relative clause
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const Token& token = reading.tokens[t];
        const std::string_view word = reading.of(token);
        if (token.is(TokenKind::Comma))
            relative = false;
        // "The climber who disappeared a week ago was found alive": it ends where a second finite verb begins.
        if (const std::uint32_t at = syntax.chunkAt(t); relative && at != Syntax::none &&
                                                        chunks[at].kind == ChunkKind::VerbGroup &&
                                                        chunks[at].finite() && chunks[at].first == t) {
            const bool joined = at > 0 && chunks[at - 1].kind == ChunkKind::Conjunction;
            relative = itsVerb == Syntax::none || itsVerb == at || joined;
            itsVerb = at;
        }
        // "the strike that was to begin on Monday" is no news of its beginning
        if (word == "which" || word == "who" || word == "whose" || word == "qui" || word == "dont" ||
            (word == "that" && t > s.firstToken && syntax.classOf(t - 1) == claim::WordClass::Noun)) {
            relative = true;
            itsVerb = Syntax::none;
        }
        if (!token.is(TokenKind::Word) || relative)
            continue;
        const std::uint32_t chunk = syntax.chunkAt(t);
        const bool group = chunk != Syntax::none && chunks[chunk].kind == ChunkKind::VerbGroup;
        if (group && parsed.wished(chunk))
            continue; // "urged the minister to resign"
        if (group && chunks[chunk].infinitive && chunks[chunk].first > s.firstToken &&
            listed(Family::Supposed, reading, reading.tokens[chunks[chunk].first - 1]))
            continue; // "thought to have died"
        if (group && (parsed.open(mentions, sentence, chunk) || chunks[chunk].head > t))
            continue;
        std::string_view known = parsed.known(t, s.endToken);
        if (known.empty())
            known = parsed.moved(mentions, sentence, t);
        if (known.empty() || std::ranges::any_of(read::inSentence(mentions.names, sentence),
                                                 [&](const read::Name& n) { return n.span.contains(token.begin); }))
            continue;
        bool confirmed = true, byVerb = false;
        const std::uint32_t copula = group ? Syntax::none : copulaOf(parsed, chunk, t);
        if (copula != Syntax::none) {
            if (parsed.open(mentions, sentence, copula) || parsed.wished(copula))
                continue;
            confirmed = !parsed.denied(copula);
        } else if (!group && syntax.classOf(t) == claim::WordClass::Noun && known.find('_') == std::string_view::npos) {
            // "Confirmed the closure", "denied the closure": the noun tells the deed.
            const std::uint32_t verb =
                chunk == Syntax::none || chunks[chunk].head != t ? Syntax::none : syntax.verbOfObject(chunk);
            if (verb == Syntax::none)
                continue;
            const bool refuses = parsed.verbIn("refuse", verb);
            if ((!refuses && !parsed.verbIn("tell", verb)) || parsed.open(mentions, sentence, verb))
                continue;
            confirmed = refuses == parsed.denied(verb);
            byVerb = true;
        }
        const bool afterArticle = t > s.firstToken && syntax.classOf(t - 1) == claim::WordClass::Determiner;
        if (!group && afterArticle && syntax.classOf(t) == claim::WordClass::Noun &&
            known.find('_') != std::string_view::npos)
            continue; // "asked for a sentence of ten years"
        if (group && chunks[chunk].infinitive && chunk > 0 && chunks[chunk - 1].kind == ChunkKind::VerbGroup &&
            (listed(Family::Wish, parsed.verb(chunk - 1)) || parsed.verbIn("believing", chunk - 1)))
            continue; // "want to ban"
        if (!group && syntax.classOf(t) == claim::WordClass::Noun && Opposites::only().in("votes", known))
            continue; // "by 62 votes for and 40 against"
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
            statement.earlier = parsed.earlier(chunk);
            statement.aside = parsed.aside(chunk);
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
            if (at != Syntax::none && at != chunk && chunks[at].kind == ChunkKind::NounPhrase)
                break; // "rejected the bill banning …"
            const bool refuses = at != Syntax::none && chunks[at].kind == ChunkKind::VerbGroup &&
                                 chunks[at].head == b &&
                                 (parsed.verbIn("refuse", at) || Opposites::only().in("refuse", parsed.deed(at)));
            if ((refuses && !byVerb) || (!group && lexicon.has(reading.tokens[b].word, Tag::Neg))) {
                statement.negative = !statement.negative;
                first = refuses ? chunks[at].first : b;
            }
        }
        if (group && chunks[chunk].infinitive) // "too weak to attend", "trop faible pour assister"
            for (std::uint32_t b = chunks[chunk].first; b-- > s.firstToken && chunks[chunk].first - b <= 4;)
                if (listed(Family::Excess, reading, reading.tokens[b])) {
                    statement.negative = !statement.negative;
                    first = b;
                    break;
                }
        statement.words = parsed.bytes(first, end);
        around(parsed, reading, concepts, sentence, first, end, statement);
        const std::uint32_t verb = copula != Syntax::none           ? copula
                                   : group || chunk == Syntax::none ? chunk
                                                                    : syntax.verbOfClause(chunk);
        std::uint32_t object = group && !statement.passive ? parsed.objectOf(chunk) : Syntax::none;
        if (!group && copula == Syntax::none && verb != Syntax::none) { // "left its main rate unchanged"
            object = parsed.objectOf(verb);
            if (object != Syntax::none && chunks[object].end != first)
                object = Syntax::none;
            if (chunk != Syntax::none && chunks[chunk].kind == ChunkKind::NounPhrase && chunks[chunk].head == t &&
                t > chunks[chunk].first && syntax.verbOfObject(chunk) != Syntax::none)
                if (const auto rest = concepts.spoken(sentence, parsed.bytes(t - 1, t)); !rest.empty()) {
                    statement.target = rest.front();
                    statement.object = rest;
                }
        }
        if (verb != Syntax::none)
            statement.expected = parsed.expected(verb);
        if (object != Syntax::none) {
            statement.object = concepts.within(sentence, parsed.phrase(object));
            statement.target = parsed.objectConcept(concepts, sentence, object);
            statement.further = parsed.further(object);
        }
        // "Found the director of the clinic guilty": of whom the word is said stands before it.
        if (!group && copula == Syntax::none && verb != Syntax::none && object == Syntax::none) {
            const std::uint32_t of = parsed.objectOf(verb);
            if (of != Syntax::none && chunks[of].first < t && lexicon.use(token.word).frequency[0] == 0 &&
                parsed.deed(verb) == "discovery") {
                statement.doer = parsed.headConcept(concepts, sentence, of);
                statement.subject = concepts.spoken(sentence, {reading.tokens[chunks[of].first].begin, token.begin});
                statement.subjectOwner = parsed.ownerOf(concepts, sentence, of);
            }
        }
        if (verb != Syntax::none && !statement.passive && statement.doer == 0) { // "was found alive": who
            std::uint32_t subject = syntax.subjectOf(verb);
            if (subject == Syntax::none)
                subject = parsed.openingSubject(sentence, verb);
            if (subject != Syntax::none && chunks[subject].end <= first) {
                statement.takesUp = parsed.takesUp(subject);
                statement.doer = parsed.headConcept(concepts, sentence, parsed.wholeOf(subject));
                statement.share = parsed.shareOf(subject);
                // Of "confirmed the closure", "sold 200 cars, down 5 percent" it is not the subject that undergoes it.
                const std::uint32_t what = parsed.objectOf(verb);
                if (!byVerb && (group || what == Syntax::none || what == chunk))
                    statement.subject = concepts.spoken(sentence, parsed.phrase(subject));
                statement.subjectOwner = parsed.ownerOf(concepts, sentence, subject);
                statement.further |= parsed.further(subject);
            }
        }
        out.push_back(std::move(statement));
    }
}

/// "The Senate approved by 58 votes to 40 a bill": by so many, not by somebody.
bool byVotes(const Parsed& parsed, std::uint32_t verb) {
    const auto& chunks = parsed.syntax().chunks();
    if (!chunks[verb].participle || verb + 2 >= chunks.size() || chunks[verb + 1].kind != ChunkKind::Preposition ||
        chunks[verb + 1].prep != claim::Prep::By || chunks[verb + 2].kind != ChunkKind::NounPhrase)
        return false;
    const std::string_view noun = parsed.noun(chunks[verb + 2].head);
    return noun == "vote" || noun == "majority" || noun == "margin" ||
           parsed.syntax().classOf(chunks[verb + 2].head) == claim::WordClass::Number;
}

/// "On Wednesday", "for a third time": does the chunk, or the one behind it, tell when or how often?
bool atTime(const Parsed& parsed, const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t chunk) {
    const auto& chunks = parsed.syntax().chunks();
    const std::uint32_t np = chunks[chunk].kind == ChunkKind::Preposition ? chunk + 1 : chunk;
    if (np >= chunks.size() || (chunks[np].kind != ChunkKind::NounPhrase && chunks[np].kind != ChunkKind::Time) ||
        (np == chunk && (chunk == 0 || chunks[chunk - 1].kind != ChunkKind::Preposition)))
        return false;
    const std::string_view noun = parsed.noun(chunks[np].head);
    return noun == "time" || noun == "fois" || noun == "reprise" ||
           std::ranges::any_of(mentions.times, [&](const read::TimeMention& t) {
               return t.sentence == sentence && parsed.bytes(chunks[np].first, chunks[np].end).contains(t.span.begin);
           });
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
    bool conditional = false;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) { // questions and conditions say nothing
        const std::string_view word = reading.of(reading.tokens[t]);
        if (word == "?" || word == "whether")
            return;
        conditional |= word == "if" || word == "If" || word == "unless" || word == "si" || word == "Si";
    }
    const Parsed parsed(reading, sentence);
    const Syntax& syntax = parsed.syntax();
    const auto& chunks = syntax.chunks();
    const Opposites& table = Opposites::only();
    const auto tellNobody = [&](std::string_view event, text::Span words) {
        Statement& none = out.emplace_back();
        none.words = words;
        none.deed = event;
        none.nobody = true;
    };
    for (std::uint32_t c = 0, last = 0; c < chunks.size() && !conditional; ++c)
        if (const std::string_view event = parsed.noneOf(c, last); !event.empty())
            tellNobody(event, parsed.bytes(chunks[c].first, chunks[last].end));
    std::vector<bool> taken(chunks.size());
    for (std::uint32_t c = 0; c < chunks.size(); ++c) {
        if (chunks[c].kind != ChunkKind::VerbGroup || taken[c] || (!chunks[c].finite() && !chunks[c].participle))
            continue;
        const bool unreal = parsed.unreal(sentence, c); // but what would have been
        if (conditional && !unreal)
            continue;
        std::uint32_t verb = c;
        bool negative = parsed.denied(c) != unreal;
        std::uint32_t subject = syntax.subjectOf(c);
        if (subject != Syntax::none && parsed.onlyDenies(subject))
            subject = parsed.subjectBeforeNot(c);
        if (subject == Syntax::none && chunks[c].finite())
            subject = parsed.openingSubject(sentence, c);
        if (subject == Syntax::none && chunks[c].finite())
            subject = parsed.subjectBeforeNot(c);
        if (subject != Syntax::none && parsed.inserted(subject, c))
            subject = parsed.headOfInsertion(subject);
        const bool unable = parsed.unable(c) || parsed.doesNothing(c) ||
                            parsed.dropsPlans(c); // "were unable to rescue", "n'ont pas pu"
        const bool unmeant = parsed.intendsNot(c);
        const std::string_view told = parsed.known(chunks[c].head, s.endToken);
        const bool refuses = unable || (unmeant && !negative) || parsed.verbIn("refuse", c) ||
                             table.in("refuse", parsed.deed(c)) ||
                             table.in("refuse", told);            // "has no plans to", "has refused to"
        const bool denial = parsed.verbIn("truth", c) && refuses; // "denied that it would close its factory"
        const std::uint32_t speaker = subject;
        bool clause = false;
        const bool agrees = parsed.verbIn("agree", c) && told.find('_') == std::string_view::npos;
        if (refuses || unmeant || agrees || parsed.verbIn("means", c) || parsed.nearFuture(c))
            for (std::uint32_t k = c + 1, reach = c + 4; k < chunks.size() && k <= reach; ++k) {
                if (chunks[k].kind == ChunkKind::NounPhrase && (unable || unmeant) && k == c + 1)
                    continue; // the word itself
                if (chunks[k].kind == ChunkKind::NounPhrase && refuses && k == c + 1 && !parsed.verbIn("consent", c) &&
                    table.in("proposal", parsed.noun(chunks[k].head)))
                    continue;                                           // "gave up its attempt to cross"
                if (refuses && atTime(parsed, mentions, sentence, k)) { // "failed on Wednesday for a third time to …"
                    ++reach;
                    continue;
                }
                clause |= denial && chunks[k].kind == ChunkKind::Subordinator;
                if (chunks[k].kind == ChunkKind::NounPhrase && (clause || parsed.reflexive(k)))
                    continue;
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
                } else if (clause && chunks[k].finite()) {
                    verb = k;
                    negative = !negative != chunks[k].negative;
                    taken[k] = true;
                    subject = syntax.subjectOf(k);
                }
                break;
            }
        // "Bad weather prevented the helicopters from reaching the hut": who was prevented did not do it.
        bool hindered = false;
        if (verb == c && !negative && parsed.verbIn("hinder", c) && !parsed.open(mentions, sentence, c)) {
            constexpr std::uint32_t far = 6;
            const bool active = !chunks[c].passive;
            const bool whom = active && c + 1 < chunks.size() && chunks[c + 1].kind == ChunkKind::NounPhrase;
            for (std::uint32_t k = c + 1; (whom || !active) && k < std::min<std::size_t>(c + far, chunks.size()); ++k) {
                if (chunks[k].kind != ChunkKind::VerbGroup)
                    continue;
                const std::string_view before = reading.of(reading.tokens[chunks[k].first - 1]);
                const bool from =
                    before == "from" || (chunks[k].infinitive && reading.language == text::Language::French);
                if (!from || (!chunks[k].gerund && !chunks[k].infinitive) || parsed.deed(k).empty())
                    break;
                verb = k;
                negative = hindered = true;
                taken[k] = true;
                if (whom)
                    subject = c + 1;
                break;
            }
        }
        // "Is no longer threatened", "may no longer wear"
        if (verb == c && c + 2 < chunks.size() && parsed.noLonger(c + 1) &&
            chunks[c + 2].kind == ChunkKind::VerbGroup && chunks[c + 2].first == chunks[c + 1].end) {
            verb = c + 2;
            negative = true;
            taken[verb] = true;
        }
        const std::string_view known = verb == c ? told : parsed.known(chunks[verb].head, s.endToken);
        Ability ability = verb == c ? parsed.abilityOf(c) : Ability::Untold;
        if (verb == c + 2 && parsed.noLonger(c + 1))
            ability = parsed.ableNoLonger(c);
        if ((ability == Ability::Untold && !unreal && parsed.open(mentions, sentence, c)) || parsed.wished(c) ||
            (verb == c && parsed.says(c) && parsed.cue(mentions, sentence, c) && known.empty() &&
             !parsed.tellsThing(c)))
            continue;
        if (verb != c)
            if (const std::string_view denies = told;
                !denies.empty() && !table.in("consent", denies) &&
                (refuses || table.in("pact", denies) || table.in("course", denies))) {
                Statement outerOne; // "denied having met", beside "confirmed that he had met"; "agreed to merge"
                outerOne.negative = !refuses && parsed.denied(c);
                outerOne.deed = outerOne.verb = denies;
                if (speaker != Syntax::none) {
                    outerOne.subject = concepts.spoken(sentence, parsed.phrase(speaker));
                    outerOne.doer = parsed.headConcept(concepts, sentence, speaker);
                    outerOne.subjectOwner = parsed.ownerOf(concepts, sentence, speaker);
                }
                outerOne.words = parsed.bytes(chunks[c].first, chunks[c].end);
                around(parsed, reading, concepts, sentence, chunks[c].first, chunks[c].end, outerOne);
                out.push_back(std::move(outerOne));
            }
        Statement statement;
        statement.deed = parsed.deed(verb);
        if (statement.deed.empty())
            continue;
        statement.verb = known.empty() ? statement.deed : known;
        if (parsed.keepsAt(mentions, sentence, verb))
            statement.deed = statement.verb = "unchanged";
        statement.words = parsed.bytes(chunks[c].first, chunks[verb].end);
        statement.expected = (unmeant && verb != c) || parsed.expected(verb) || parsed.expected(c);
        statement.future = parsed.future(c) || (verb != c && !refuses && !unmeant &&
                                                listed(Family::Plan, parsed.verb(c))); // "plans to sell"
        statement.earlier = parsed.earlier(c);
        statement.aside = parsed.aside(c);
        statement.passive = (parsed.passive(verb) || (verb == c && chunks[c].participle)) &&
                            !(table.in("votes", known) && chunks[verb].first + 1 == chunks[verb].end);
        if (statement.passive && byVotes(parsed, verb))
            statement.passive = false;
        statement.impossible = parsed.impossible(c);
        statement.hindered = hindered;
        statement.ability = ability;
        if (subject == Syntax::none && verb != c && c > 0 && chunks[c - 1].kind == ChunkKind::NounPhrase)
            subject = c - 1; // "the minister refused on Monday to …": it may be taken for a participle
        if (subject != Syntax::none)
            subject = parsed.speakerFor(subject);
        if (subject != Syntax::none) {
            statement.takesUp = parsed.takesUp(subject);
            statement.subject = concepts.spoken(sentence, parsed.phrase(subject));
            statement.subjectKinds = parsed.kindsOf(mentions, concepts, sentence, subject);
            (statement.passive ? statement.doneWords : statement.doerWords) = parsed.core(subject);
            const std::uint32_t too = parsed.apposed(mentions, sentence, subject);
            statement.further |= too == Syntax::none && parsed.further(subject);
            statement.doer = parsed.headConcept(concepts, sentence, parsed.wholeOf(subject));
            if (too != Syntax::none) {
                statement.doerToo = parsed.headConcept(concepts, sentence, too);
                for (const std::uint32_t word : concepts.spoken(sentence, parsed.phrase(too)))
                    statement.subject.push_back(word);
                sortUnique(statement.subject);
            }
            if (chunks[c].finite()) // not of "all the miners trapped in the mine"
                statement.share = parsed.shareOf(subject);
            statement.subjectOwner = parsed.ownerOf(concepts, sentence, subject);
            if (parsed.denies(subject)) {
                statement.nobody = !negative && parsed.suffered(verb) && !parsed.besides(subject);
                negative = !negative;
                statement.words = statement.words.united(parsed.bytes(chunks[subject].first, chunks[subject].end));
            }
        }
        std::uint32_t what = parsed.objectOf(verb);
        if (what == Syntax::none && verb + 2 < chunks.size() && chunks[verb + 1].kind == ChunkKind::Preposition &&
            chunks[verb + 2].kind == ChunkKind::NounPhrase &&
            known.ends_with("_" +
                            std::string(text::lowered(reading.of(reading.tokens[chunks[verb + 1].head]), buffer))))
            what = verb + 2;                          // "voted against the bill"
        const auto measured = [&](std::uint32_t np) { // "turned back 200 metres below the summit"
            return std::ranges::any_of(read::inSentence(mentions.figures, sentence), [&](const read::Figure& f) {
                return !f.unit.empty() && f.phrase.overlaps(parsed.bytes(chunks[np].first, chunks[np].end));
            });
        };
        if (what != Syntax::none && known.find('_') != std::string_view::npos && measured(what))
            what = Syntax::none;
        if (const std::uint32_t object = what; object != Syntax::none && object != subject) {
            statement.object = concepts.within(sentence, parsed.phrase(object));
            statement.doneWords = parsed.core(object);
            if (known.find('_') == std::string_view::npos || !known.ends_with(parsed.noun(chunks[object].head)))
                statement.further |= parsed.further(object); // not of "run for a third term"; the term is no second one

            statement.target = parsed.objectConcept(concepts, sentence, parsed.wholeOf(object));
            if (const Share share = parsed.shareOf(object); share != Share::Untold && !statement.passive)
                statement.share = share;
            statement.takesUp |= parsed.takesUp(object);
            statement.objectOwner = parsed.ownerOf(concepts, sentence, object);
            if (const std::uint32_t name = parsed.nameBehind(mentions, sentence, object); name != Syntax::none) {
                for (const std::uint32_t word : concepts.spoken(sentence, parsed.phrase(name)))
                    statement.object.push_back(word);
                sortUnique(statement.object);
            }
            if (parsed.denies(object) && chunks[object].first > chunks[verb].head &&
                known.find("_no") == std::string_view::npos) // "done nothing wrong" is denied by its own words
                negative = !negative;
            if (syntax.classOf(chunks[object].head) == claim::WordClass::Pronoun) // what it stands for goes before
                statement.object = concepts.spoken(
                    sentence, {reading.tokens[s.firstToken].begin, reading.tokens[chunks[c].first].begin});
        } else if (statement.passive) { // "was caused by a heater": who did it stands behind "by"
            for (std::uint32_t k = verb + 1; k + 1 < chunks.size() && chunks[k].kind != ChunkKind::VerbGroup; ++k)
                if (chunks[k].kind == ChunkKind::Preposition && chunks[k].prep == claim::Prep::By &&
                    chunks[k + 1].kind == ChunkKind::NounPhrase) {
                    statement.object = concepts.within(sentence, parsed.phrase(k + 1));
                    statement.doerWords = parsed.core(k + 1);
                    break;
                }
        }
        statement.negative = negative;
        const auto befalls = [&](std::string_view side) {
            const auto on = [&](std::string_view deed) {
                return std::ranges::any_of(
                    table.of(deed), [&](const MatterSide& one) { return one.matter == "life" && one.side == side; });
            };
            return on(statement.deed) || on(statement.verb);
        };
        if (!negative && subject != Syntax::none && parsed.everyone(subject)) {
            const text::Span words = statement.words.united(parsed.bytes(chunks[subject].first, chunks[subject].end));
            if (befalls("kept")) // "everyone aboard survived": nobody was killed
                tellNobody("death", words);
            else if (befalls("lost") && statement.passive) // "all on board were killed": nobody survived
                tellNobody("survive", words);
        }
        if (!statement.passive && subject != Syntax::none) { // "the Senate", "the National Assembly"
            const auto& np = chunks[subject];
            for (std::uint32_t t = std::max(np.first, s.firstToken + 1); t < np.end; ++t) {
                const char initial = reading.of(reading.tokens[t])[0];
                statement.namedDoer |= initial >= 'A' && initial <= 'Z';
            }
        }
        statement.doerConcepts = concepts.spoken(sentence, statement.doerWords);
        statement.doneConcepts = concepts.spoken(sentence, statement.doneWords);
        if (statement.passive) // "was beaten": what it is to undergo it
            if (const std::string_view name = table.undergone(parsed.verb(verb)); !name.empty())
                statement.deed = statement.verb = name;
        if (const std::string_view name = table.ongoing(parsed.verb(verb));
            statement.passive && !name.empty() && parsed.present(verb))
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
    if (conditional)
        return;
    foiledDeeds(parsed, reading, mentions, sentence, concepts, out);
    scan(parsed, reading, mentions, concepts, sentence, out);
    // Both sides of one matter in one sentence: nobody can tell which is said of what the other report tells, but for
    // what was so before ("closed since May, the bridge will reopen").
    std::vector<bool> torn(out.size()), onSide(out.size());
    const auto before = [](const Statement& statement) { return statement.earlier || statement.aside; };
    for (std::size_t i = 0; i < out.size(); ++i)
        onSide[i] = sided({out[i].deed, out[i].verb});
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::size_t j = 0; j < out.size(); ++j)
            torn[i] = torn[i] || (i != j && onSide[i] && onSide[j] && (before(out[i]) || !before(out[j])) &&
                                  !out[i].nobody && !out[j].nobody && out[i].negative == out[j].negative &&
                                  (out[i].doer == out[j].doer || aboutOne(out[i], out[j])) &&
                                  opposed({out[i].deed, out[i].verb}, {out[j].deed, out[j].verb}));
    for (std::size_t i = out.size(); i-- > 0;)
        if (torn[i] && out[i].aside)
            out[i].earlier = true;
        else if (torn[i] && !out[i].earlier)
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
}

} // namespace countercheck::compare
