// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs say that the parser found: which deed, whether it is denied, of whom and of what.
#include "core/compare/sentences/statementreader.h"

#include "core/compare/sortunique.h"
#include "core/compare/words/cues.h"
#include "core/compare/words/wordlists.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::compare {

using claim::Chunk;
using claim::ChunkKind;

void StatementReader::readVerbs(bool conditional) {
    for (std::uint32_t c = 0; c < chunks_.size(); ++c) {
        if (chunks_[c].kind != ChunkKind::VerbGroup || taken_[c] || (!chunks_[c].finite() && !chunks_[c].participle))
            continue;
        const bool unreal = parsed_.unreal(sentence_, c); // but what would have been
        if (!conditional || unreal)
            readVerb(c, unreal);
    }
}

void StatementReader::readVerb(std::uint32_t group, bool unreal) {
    Deed deed = outerOf(group, unreal);
    followGoverned(deed);
    followHindered(deed);
    followNoLonger(deed);
    deed.known = deed.verb == group ? deed.told : parsed_.known(chunks_[deed.verb].head, s_.endToken);
    if (saysNothing(deed))
        return;
    tellOuter(deed);
    Statement statement;
    statement.deed = parsed_.deed(deed.verb);
    if (statement.deed.empty())
        return;
    tellDeed(deed, statement);
    tellSubject(deed, statement);
    if (const std::uint32_t object = objectOf(deed); object != none && object != deed.subject)
        tellObject(deed, object, statement);
    else if (statement.passive)
        tellAgent(deed, statement);
    statement.negative = deed.negative;
    tellEveryone(deed, statement);
    tellNamedDoer(deed, statement);
    statement.doerConcepts = concepts_.spoken(sentence_, statement.doerWords);
    statement.doneConcepts = concepts_.spoken(sentence_, statement.doneWords);
    nameUndergone(deed, statement);
    tellOneDoer(deed, statement);
    around(chunks_[group].first, chunks_[deed.verb].end, statement);
    out_.push_back(std::move(statement));
}

/// The verb group by itself, and whether it denies the deed behind it.
StatementReader::Deed StatementReader::outerOf(std::uint32_t group, bool unreal) const {
    Deed deed;
    deed.outer = deed.verb = group;
    deed.unreal = unreal;
    deed.negative = parsed_.denied(group) != unreal;
    deed.subject = deed.speaker = subjectOf(group);
    deed.unable = parsed_.unable(group) || parsed_.doesNothing(group) ||
                  parsed_.dropsPlans(group); // "were unable to rescue", "n'ont pas pu"
    deed.unmeant = parsed_.intendsNot(group);
    deed.told = parsed_.known(chunks_[group].head, s_.endToken);
    deed.refuses = deed.unable || (deed.unmeant && !deed.negative) || parsed_.verbIn("refuse", group) ||
                   table_.in("refuse", parsed_.deed(group)) ||
                   table_.in("refuse", deed.told); // "has no plans to", "has refused to"
    return deed;
}

std::uint32_t StatementReader::subjectOf(std::uint32_t group) const {
    std::uint32_t subject = syntax_.subjectOf(group);
    if (subject != none && parsed_.onlyDenies(subject))
        subject = parsed_.subjectBeforeNot(group);
    if (subject == none && chunks_[group].finite())
        subject = parsed_.openingSubject(sentence_, group);
    if (subject == none && chunks_[group].finite())
        subject = parsed_.subjectBeforeNot(group);
    if (subject != none && parsed_.inserted(subject, group))
        subject = parsed_.headOfInsertion(subject);
    return subject;
}

/// "Refused to resign", "denied that it would close its factory", "agreed to merge": the deed is told by a verb that
/// the outer one governs.
void StatementReader::followGoverned(Deed& deed) {
    const std::uint32_t c = deed.outer;
    const bool agrees = parsed_.verbIn("agree", c) && deed.told.find('_') == std::string_view::npos;
    if (!deed.refuses && !deed.unmeant && !agrees && !parsed_.verbIn("means", c) && !parsed_.nearFuture(c))
        return;
    const bool denial = deed.refuses && parsed_.verbIn("truth", c);
    constexpr std::uint32_t far = 4;
    bool clause = false; // "that", behind a denial
    for (std::uint32_t k = c + 1, reach = c + far; k < chunks_.size() && k <= reach; ++k) {
        if (opensDeed(deed, k))
            continue;
        if (deed.refuses && atTime(k)) { // "failed on Wednesday for a third time to …"
            ++reach;
            continue;
        }
        clause |= denial && chunks_[k].kind == ChunkKind::Subordinator;
        if (chunks_[k].kind == ChunkKind::NounPhrase) {
            if (clause || parsed_.reflexive(k))
                continue;
            return;
        }
        if (chunks_[k].kind != ChunkKind::VerbGroup)
            continue;
        if (chunks_[k].infinitive || chunks_[k].gerund) {
            followInfinitive(deed, k);
        } else if (clause && chunks_[k].finite()) {
            deed.verb = k;
            deed.negative = !deed.negative != chunks_[k].negative;
            taken_[k] = true;
            deed.subject = syntax_.subjectOf(k);
        }
        return;
    }
}

void StatementReader::followInfinitive(Deed& deed, std::uint32_t group) {
    deed.verb = group;
    deed.negative = (deed.negative != deed.refuses) != chunks_[group].negative;
    taken_[group] = true;
    // "dément vouloir racheter"
    if (listed(Family::Plan, parsed_.verb(group)) && group + 1 < chunks_.size() &&
        chunks_[group + 1].kind == ChunkKind::VerbGroup && chunks_[group + 1].infinitive) {
        deed.verb = group + 1;
        taken_[group + 1] = true;
    }
}

/// Is a noun phrase but what brings in the deed: the word of "were unable to", the noun of "gave up its attempt to
/// cross"?
bool StatementReader::opensDeed(const Deed& deed, std::uint32_t np) const {
    if (chunks_[np].kind != ChunkKind::NounPhrase || np != deed.outer + 1)
        return false;
    return deed.unable || deed.unmeant ||
           (deed.refuses && !parsed_.verbIn("consent", deed.outer) &&
            table_.in("proposal", parsed_.noun(chunks_[np].head)));
}

/// "On Wednesday", "for a third time": does the chunk, or the one behind it, tell when or how often?
bool StatementReader::atTime(std::uint32_t chunk) const {
    const std::uint32_t np = chunks_[chunk].kind == ChunkKind::Preposition ? chunk + 1 : chunk;
    if (np >= chunks_.size() || (chunks_[np].kind != ChunkKind::NounPhrase && chunks_[np].kind != ChunkKind::Time) ||
        (np == chunk && (chunk == 0 || chunks_[chunk - 1].kind != ChunkKind::Preposition)))
        return false;
    const std::string_view noun = parsed_.noun(chunks_[np].head);
    return cue(Cue::Occasion, noun) || std::ranges::any_of(mentions_.times, [&](const read::TimeMention& t) {
               return t.sentence == sentence_ && bytesOf(np).contains(t.span.begin);
           });
}

/// "Bad weather prevented the helicopters from reaching the hut": who was prevented did not do it.
void StatementReader::followHindered(Deed& deed) {
    const std::uint32_t c = deed.outer;
    if (deed.verb != c || deed.negative || !parsed_.verbIn("hinder", c) || parsed_.open(mentions_, sentence_, c))
        return;
    constexpr std::uint32_t far = 6;
    const bool active = !chunks_[c].passive;
    const bool whom = active && c + 1 < chunks_.size() && chunks_[c + 1].kind == ChunkKind::NounPhrase;
    if (active && !whom)
        return;
    for (std::uint32_t k = c + 1; k < std::min<std::size_t>(c + far, chunks_.size()); ++k) {
        if (chunks_[k].kind != ChunkKind::VerbGroup)
            continue;
        const std::string_view before = reading_.of(reading_.tokens[chunks_[k].first - 1]);
        const bool from = before == "from" || (chunks_[k].infinitive && reading_.language == text::Language::French);
        if (!from || (!chunks_[k].gerund && !chunks_[k].infinitive) || parsed_.deed(k).empty())
            return;
        deed.verb = k;
        deed.negative = deed.hindered = true;
        taken_[k] = true;
        if (whom)
            deed.subject = c + 1;
        return;
    }
}

/// "Is no longer threatened", "may no longer wear"; with it, what somebody is able or allowed to do.
void StatementReader::followNoLonger(Deed& deed) {
    const std::uint32_t c = deed.outer;
    if (deed.verb == c && c + 2 < chunks_.size() && parsed_.noLonger(c + 1) &&
        chunks_[c + 2].kind == ChunkKind::VerbGroup && chunks_[c + 2].first == chunks_[c + 1].end) {
        deed.verb = c + 2;
        deed.negative = true;
        taken_[deed.verb] = true;
    }
    if (deed.verb == c)
        deed.ability = parsed_.abilityOf(c);
    else if (deed.verb == c + 2 && parsed_.noLonger(c + 1))
        deed.ability = parsed_.ableNoLonger(c);
}

/// Is it left open, but asked for, or the words that bring in what somebody says?
bool StatementReader::saysNothing(const Deed& deed) const {
    const std::uint32_t c = deed.outer;
    return (deed.ability == Ability::Untold && !deed.unreal && parsed_.open(mentions_, sentence_, c)) ||
           parsed_.wished(c) ||
           (deed.verb == c && parsed_.says(c) && parsed_.cue(mentions_, sentence_, c) && deed.known.empty() &&
            !parsed_.tellsThing(c));
}

/// "Denied having met", beside "confirmed that he had met"; "agreed to merge": the outer verb tells a deed of its own.
void StatementReader::tellOuter(const Deed& deed) {
    if (deed.verb == deed.outer || deed.told.empty() || table_.in("consent", deed.told) ||
        (!deed.refuses && !table_.in("pact", deed.told) && !table_.in("course", deed.told)))
        return;
    Statement outer;
    outer.negative = !deed.refuses && parsed_.denied(deed.outer);
    outer.deed = outer.verb = deed.told;
    if (deed.speaker != none) {
        outer.subject = concepts_.spoken(sentence_, parsed_.phrase(deed.speaker));
        outer.doer = parsed_.headConcept(concepts_, sentence_, deed.speaker);
        outer.subjectOwner = parsed_.ownerOf(concepts_, sentence_, deed.speaker);
    }
    outer.words = bytesOf(deed.outer);
    around(chunks_[deed.outer].first, chunks_[deed.outer].end, outer);
    out_.push_back(std::move(outer));
}

/// What the verbs themselves tell of it.
void StatementReader::tellDeed(const Deed& deed, Statement& statement) const {
    const std::uint32_t c = deed.outer, verb = deed.verb;
    statement.verb = deed.known.empty() ? statement.deed : deed.known;
    if (parsed_.keepsAt(mentions_, sentence_, verb))
        statement.deed = statement.verb = "unchanged";
    statement.words = parsed_.bytes(chunks_[c].first, chunks_[verb].end);
    statement.expected = (deed.unmeant && verb != c) || parsed_.expected(verb) || parsed_.expected(c);
    statement.future = parsed_.future(c) || (verb != c && !deed.refuses && !deed.unmeant &&
                                             listed(Family::Plan, parsed_.verb(c))); // "plans to sell"
    statement.earlier = parsed_.earlier(c);
    statement.aside = parsed_.aside(c);
    statement.passive = (parsed_.passive(verb) || (verb == c && chunks_[c].participle)) &&
                        !(table_.in("votes", deed.known) && chunks_[verb].first + 1 == chunks_[verb].end) &&
                        !byVotes(verb);
    statement.impossible = parsed_.impossible(c);
    statement.hindered = deed.hindered;
    statement.ability = deed.ability;
}

/// "The Senate approved by 58 votes to 40 a bill": by so many, not by somebody.
bool StatementReader::byVotes(std::uint32_t verb) const {
    if (!chunks_[verb].participle || verb + 2 >= chunks_.size() || chunks_[verb + 1].kind != ChunkKind::Preposition ||
        chunks_[verb + 1].prep != claim::Prep::By || chunks_[verb + 2].kind != ChunkKind::NounPhrase)
        return false;
    const std::string_view noun = parsed_.noun(chunks_[verb + 2].head);
    return cue(Cue::Margin, noun) || syntax_.classOf(chunks_[verb + 2].head) == claim::WordClass::Number;
}

/// The subject's part: who does it, or undergoes it; nobody denies it.
void StatementReader::tellSubject(Deed& deed, Statement& statement) {
    const std::uint32_t c = deed.outer;
    std::uint32_t& subject = deed.subject;
    if (subject == none && deed.verb != c && c > 0 && chunks_[c - 1].kind == ChunkKind::NounPhrase)
        subject = c - 1; // "the minister refused on Monday to …": it may be taken for a participle
    if (subject == none)
        return;
    subject = parsed_.speakerFor(subject);
    if (subject == none)
        return;
    statement.takesUp = parsed_.takesUp(subject);
    statement.subject = concepts_.spoken(sentence_, parsed_.phrase(subject));
    statement.subjectKinds = parsed_.kindsOf(mentions_, concepts_, sentence_, subject);
    (statement.passive ? statement.doneWords : statement.doerWords) = parsed_.core(subject);
    const std::uint32_t too = parsed_.apposed(mentions_, sentence_, subject);
    statement.further |= too == none && parsed_.further(subject);
    statement.doer = parsed_.headConcept(concepts_, sentence_, parsed_.wholeOf(subject));
    if (too != none) {
        statement.doerToo = parsed_.headConcept(concepts_, sentence_, too);
        addWords(too, statement.subject);
    }
    if (chunks_[c].finite()) // not of "all the miners trapped in the mine"
        statement.share = parsed_.shareOf(subject);
    statement.subjectOwner = parsed_.ownerOf(concepts_, sentence_, subject);
    if (parsed_.denies(subject)) {
        statement.nobody = !deed.negative && parsed_.suffered(deed.verb) && !parsed_.besides(subject);
        deed.negative = !deed.negative;
        statement.words = statement.words.united(bytesOf(subject));
    }
}

/// The words of a noun phrase join those of another one that means the same.
void StatementReader::addWords(std::uint32_t np, std::vector<std::uint32_t>& words) const {
    const auto further = concepts_.spoken(sentence_, parsed_.phrase(np));
    words.insert(words.end(), further.begin(), further.end());
    sortUnique(words);
}

/// What the deed is done to, also where the table's name of the verb ends with a preposition ("voted against the
/// bill"); none where it is but a measure ("turned back 200 metres below the summit").
std::uint32_t StatementReader::objectOf(const Deed& deed) {
    const std::uint32_t verb = deed.verb;
    std::uint32_t what = parsed_.objectOf(verb);
    if (what == none && verb + 2 < chunks_.size() && chunks_[verb + 1].kind == ChunkKind::Preposition &&
        chunks_[verb + 2].kind == ChunkKind::NounPhrase) {
        const std::string_view preposition =
            text::lowered(reading_.of(reading_.tokens[chunks_[verb + 1].head]), buffer_);
        if (std::string_view rest = deed.known; rest.ends_with(preposition)) {
            rest.remove_suffix(preposition.size());
            if (rest.ends_with('_'))
                what = verb + 2;
        }
    }
    if (what != none && deed.known.find('_') != std::string_view::npos && measured(what))
        what = none;
    return what;
}

bool StatementReader::measured(std::uint32_t np) const {
    return std::ranges::any_of(read::inSentence(mentions_.figures, sentence_), [&](const read::Figure& f) {
        return !f.unit.empty() && f.phrase.overlaps(bytesOf(np));
    });
}

/// The object's part.
void StatementReader::tellObject(Deed& deed, std::uint32_t object, Statement& statement) {
    const Chunk& np = chunks_[object];
    statement.object = concepts_.within(sentence_, parsed_.phrase(object));
    statement.doneWords = parsed_.core(object);
    if (deed.known.find('_') == std::string_view::npos || !deed.known.ends_with(parsed_.noun(np.head)))
        statement.further |= parsed_.further(object); // not of "run for a third term"; the term is no second one
    statement.target = parsed_.objectConcept(concepts_, sentence_, parsed_.wholeOf(object));
    if (const Share share = parsed_.shareOf(object); share != Share::Untold && !statement.passive)
        statement.share = share;
    statement.takesUp |= parsed_.takesUp(object);
    statement.objectOwner = parsed_.ownerOf(concepts_, sentence_, object);
    if (const std::uint32_t name = parsed_.nameBehind(mentions_, sentence_, object); name != none)
        addWords(name, statement.object);
    if (parsed_.denies(object) && np.first > chunks_[deed.verb].head &&
        deed.known.find("_no") == std::string_view::npos) // "done nothing wrong" is denied by its own words
        deed.negative = !deed.negative;
    if (syntax_.classOf(np.head) == claim::WordClass::Pronoun) // what it stands for goes before
        statement.object = concepts_.spoken(
            sentence_, {reading_.tokens[s_.firstToken].begin, reading_.tokens[chunks_[deed.outer].first].begin});
}

/// "Was caused by a heater": who did it stands behind "by".
void StatementReader::tellAgent(const Deed& deed, Statement& statement) {
    for (std::uint32_t k = deed.verb + 1; k + 1 < chunks_.size() && chunks_[k].kind != ChunkKind::VerbGroup; ++k)
        if (chunks_[k].kind == ChunkKind::Preposition && chunks_[k].prep == claim::Prep::By &&
            chunks_[k + 1].kind == ChunkKind::NounPhrase) {
            statement.object = concepts_.within(sentence_, parsed_.phrase(k + 1));
            statement.doerWords = parsed_.core(k + 1);
            return;
        }
}

/// "Everyone aboard survived": nobody was killed. "All on board were killed": nobody survived.
void StatementReader::tellEveryone(const Deed& deed, const Statement& statement) {
    if (deed.negative || deed.subject == none || !parsed_.everyone(deed.subject))
        return;
    const auto befalls = [&](std::string_view side) {
        const auto on = [&](std::string_view name) {
            return std::ranges::any_of(table_.of(name),
                                       [&](const MatterSide& one) { return one.matter == "life" && one.side == side; });
        };
        return on(statement.deed) || on(statement.verb);
    };
    const text::Span words = statement.words.united(bytesOf(deed.subject));
    if (befalls("kept"))
        tellNobody("death", words);
    else if (befalls("lost") && statement.passive)
        tellNobody("survive", words);
}

/// "The Senate", "the National Assembly": is who does it written like a name?
void StatementReader::tellNamedDoer(const Deed& deed, Statement& statement) const {
    if (statement.passive || deed.subject == none)
        return;
    const Chunk& np = chunks_[deed.subject];
    for (std::uint32_t t = std::max(np.first, s_.firstToken + 1); t < np.end; ++t) {
        const char initial = reading_.of(reading_.tokens[t])[0];
        statement.namedDoer |= initial >= 'A' && initial <= 'Z';
    }
}

/// "Was beaten": what it is to undergo it; "is being held": what goes on.
void StatementReader::nameUndergone(const Deed& deed, Statement& statement) const {
    if (!statement.passive)
        return;
    const std::string_view verb = parsed_.verb(deed.verb);
    if (const std::string_view name = table_.undergone(verb); !name.empty())
        statement.deed = statement.verb = name;
    if (const std::string_view name = table_.ongoing(verb); !name.empty() && parsed_.present(deed.verb))
        statement.deed = statement.verb = name;
}

/// Of what but one can do it is who did it that the reports differ in: is he named, and his words are told with it.
void StatementReader::tellOneDoer(const Deed& deed, Statement& statement) const {
    if (!oneDoes(statement.deed))
        return;
    const std::uint32_t subject = deed.subject, verb = deed.verb;
    if (!statement.passive) {
        if (subject == none)
            return;
        statement.namedDoer = holdsName(subject);
        if (chunks_[subject].end <= chunks_[deed.outer].first)
            statement.words = statement.words.united(bytesOf(subject));
        return;
    }
    for (std::uint32_t k = verb + 1; k + 1 < chunks_.size() && k <= verb + 2; ++k)
        if (chunks_[k].kind == ChunkKind::Preposition && chunks_[k].prep == claim::Prep::By) {
            statement.namedDoer = holdsName(k + 1);
            statement.words = statement.words.united(bytesOf(k + 1));
            return;
        }
}

bool StatementReader::holdsName(std::uint32_t np) const {
    const text::Span phrase = parsed_.phrase(np);
    return std::any_of(mentions_.names.begin(), mentions_.names.end(),
                       [&](const read::Name& n) { return n.sentence == sentence_ && phrase.contains(n.span.begin); });
}

} // namespace countercheck::compare
