// SPDX-License-Identifier: GPL-3.0-or-later
// Who says so. Each verb of saying and each cue is looked at once: its subject is sought to the left ("X said"), to the
// right ("said X"), or in the sentence's last act of saying ("…, adding that"); what it covers is the clause that it
// governs, up to the next break or the next source.
#include "core/read/attributionevents.h"
#include "core/read/triggers.h"

#include <algorithm>

namespace countercheck::read {

namespace {

using text::Tag;
using text::tagBit;
using text::TokenKind;
using text::WordId;

class EventReader {
public:
    EventReader(const text::Reading& reading, const Mentions& mentions)
        : p_(reading, mentions), r_(reading), m_(mentions), lex_(p_.lex) {}

    std::vector<SayEvent> run() {
        constexpr std::uint64_t wanted = tagBit(Tag::Say) | tagBit(Tag::Cue);
        const std::vector<std::uint8_t>& triggers = triggersOf(r_.language);
        for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
            const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
            if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption)
                continue;
            if (r_.sentences[s].endToken - r_.sentences[s].firstToken > Phrases::longest)
                continue;
            p_.setSentence(s);
            sentence_ = s;
            firstEvent_ = events_.size();
            for (std::uint32_t t = p_.first(); t < p_.end(); ++t) {
                const WordId id = r_.tokens[t].word;
                if ((triggers[id] & BeginsSaying) == 0)
                    continue;
                std::uint32_t end = t + 1;
                WordId entry = id;
                if (const auto phrase = lex_.matchPhrase(r_, t, wanted); phrase && phrase->endToken <= p_.end()) {
                    entry = phrase->entry;
                    end = phrase->endToken;
                }
                if (lex_.has(entry, Tag::Cue))
                    cue(t, end, lex_.value(entry, Tag::Cue));
                else if (lex_.has(entry, Tag::Say))
                    verb(t, end, entry);
                else
                    continue;
                t = end - 1;
            }
            settleSentence();
        }
        return std::move(events_);
    }

private:
    enum class Found : std::uint8_t { None, Forward, Backward };

    // ---- sources ----------------------------------------------------------------------------------------------------

    /// The person whom a pronoun means: the last speaker, or the person named last, of fitting sex.
    [[nodiscard]] std::string_view resolve(std::uint32_t token) const {
        const std::string_view pronoun = lex_.value(r_.tokens[token].word, Tag::Pron);
        const bool person = pronoun == "he" || pronoun == "she";
        if (!person && pronoun != "it" && pronoun != "they")
            return {};
        const auto fits = [&](const Entity& entity) {
            if (!person)
                return entity.kind == NameKind::Organisation && pronoun == "it";
            if (entity.kind != NameKind::Person)
                return false;
            const std::string_view sex = sexOf(entity);
            return sex.empty() || sex == "b" || (sex == "m") == (pronoun == "he");
        };
        const auto it = std::upper_bound(m_.names.begin(), m_.names.end(), token,
                                         [](std::uint32_t value, const Name& name) { return value < name.firstToken; });
        // Whoever spoke in the sentence before goes on speaking.
        if (lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_ && fits(m_.entities[lastSpeaker_]))
            return m_.entities[lastSpeaker_].name;
        if (!lastUnnamed_.empty() && lastUnnamedAt_ + (person ? 2u : 1u) >= sentence_ &&
            (pronoun == "they" ? lastUnnamedKind_ == Unnamed::Several
             : person          ? lastUnnamedKind_ == Unnamed::Person
                               : lastUnnamedKind_ == Unnamed::Body))
            return lastUnnamed_;
        // Otherwise the person named first in the nearest sentence that names one.
        const Entity* found = nullptr;
        std::uint32_t foundIn = 0;
        std::size_t steps = 0;
        for (auto n = it; n != m_.names.begin() && steps < 40; ++steps) {
            --n;
            if (n->sentence + (person ? 6u : 2u) < sentence_ || (found != nullptr && n->sentence != foundIn))
                break;
            const Entity& entity = m_.entities[n->entity];
            if (!fits(entity))
                continue;
            if (found != nullptr && sexOf(entity).empty() && !sexOf(*found).empty())
                continue; // a name that shows its sex is the better guess
            found = &entity;
            foundIn = n->sentence;
        }
        return found != nullptr ? std::string_view(found->name) : std::string_view{};
    }

    [[nodiscard]] std::string_view sexOf(const Entity& entity) const {
        if (!entity.role.empty()) {
            for (const std::string_view word :
                 {"woman", "Queen", "queen", "actress", "wife", "mother", "daughter", "sister", "widow"})
                if (entity.role.find(word) != std::string::npos)
                    return "f";
            if (entity.role.find("spokesman") != std::string::npos ||
                entity.role.find("chairman") != std::string::npos || entity.role.find("King") != std::string::npos)
                return "m";
        }
        const std::string_view name(entity.name);
        std::string first(name.substr(0, name.find(' ')));
        for (char& c : first)
            c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        return name.find(' ') == std::string_view::npos ? std::string_view{}
                                                        : lex_.value(lex_.find(first), Tag::FirstName);
    }

    /// The person or group that the phrase is, if it is nothing but a name.
    [[nodiscard]] const Name* nameOf(NounPhrase phrase) const {
        const auto it = std::lower_bound(m_.names.begin(), m_.names.end(), phrase.first,
                                         [](const Name& name, std::uint32_t value) { return name.firstToken < value; });
        return it != m_.names.end() && it->endToken <= phrase.end ? &*it : nullptr;
    }
    [[nodiscard]] const Name* anyNameIn(NounPhrase phrase, NameKind kind) const {
        for (auto it = std::lower_bound(m_.names.begin(), m_.names.end(), phrase.first,
                                        [](const Name&name, std::uint32_t value) { return name.firstToken < value; });
             it != m_.names.end() && it->firstToken < phrase.end; ++it)
            if (it->kind == kind)
                return &*it;
        return nullptr;
    }

    void setSource(SayEvent& event, NounPhrase subject) {
        event.subject = subject;
        event.sourceSpan = p_.spanOf(subject);
        event.source = std::string(r_.of(event.sourceSpan));
        event.speaker = event.source;
        event.person = p_.isPerson(subject.head) || anyNameIn(subject, NameKind::Person) != nullptr ||
                       p_.small(subject.first) == "he" || p_.small(subject.first) == "she";
        if (subject.end == subject.first + 1 && p_.classOf(subject.first) == WordClass::Pron) {
            if (const std::string_view name = resolve(subject.first); !name.empty()) {
                event.source = std::string(name);
                event.speaker = event.source;
                if (lastSpeaker_ < m_.entities.size())
                    lastSpoke_ = sentence_;
                lastUnnamedAt_ = sentence_;
            }
            return;
        }
        lastSpoke_ = sentence_;
        lastUnnamed_.clear();
        if (const Name* name = anyNameIn(subject, NameKind::Person)) {
            lastSpeaker_ = name->entity;
            if (name->firstToken == subject.first && name->endToken == subject.end)
                event.speaker = m_.entities[name->entity].name;
        } else if (p_.classOf(subject.head) == WordClass::Name) {
            const Name* whole = nameOf(subject);
            lastSpeaker_ = whole != nullptr ? whole->entity : ~0u;
        } else {
            lastSpeaker_ = ~0u;
            lastUnnamed_ = event.source; // "a senior officer … he added", "the navy … it said"
            lastUnnamedAt_ = sentence_;
            lastUnnamedKind_ = plural(subject)             ? Unnamed::Several
                               : p_.isPerson(subject.head) ? Unnamed::Person
                                                           : Unnamed::Body;
        }
    }

    [[nodiscard]] const SayEvent* lastInSentence() const {
        for (std::size_t i = events_.size(); i > firstEvent_; --i)
            if (!events_[i - 1].subject.empty() || !events_[i - 1].source.empty())
                return &events_[i - 1];
        return nullptr;
    }

    // ---- verbs ------------------------------------------------------------------------------------------------------

    void verb(std::uint32_t t, std::uint32_t end, WordId entry) {
        const std::string_view kind = lex_.value(entry, Tag::Say);
        if ((kind == "act" || kind == "voice") && !quoteNear())
            return; // states nothing: it matters beside a quote only
        const bool past = lex_.has(entry, Tag::VerbPast) || lex_.has(entry, Tag::VerbPart);
        const bool ing = !past && lex_.has(entry, Tag::VerbIng);
        const bool third = !past && !ing && lex_.has(entry, Tag::VerbS);
        const WordClass before = t > p_.first() ? p_.classOf(t - 1) : WordClass::Mark;
        if (r_.tokens[t].has(text::Capitalised) && t != p_.first() && !p_.is(t - 1, TokenKind::CloseQuote))
            return; // a name, or a headline's word
        if (before == WordClass::Det || before == WordClass::Prep || (before == WordClass::Number && !p_.inTime(t - 1)))
            return; // "the reported attack", "of claims"
        if (p_.is(t - 1, TokenKind::Hyphen) || p_.is(end, TokenKind::Hyphen))
            return;

        // The verb group to the left: adverbs, "has", "had"
        std::uint32_t group = t;
        bool negated = false, passive = false, modal = false;
        while (group > p_.first()) {
            const WordClass c = p_.classOf(group - 1);
            if (p_.has(group - 1, Tag::Neg)) {
                negated = true;
            } else if (c == WordClass::Modal) {
                modal = true;
            } else if (c == WordClass::Aux) {
                const std::string_view aux = p_.small(group - 1);
                const bool have = aux == "has" || aux == "have" || aux == "had" || aux == "having";
                const bool doing = aux == "did" || aux == "does" || aux == "do";
                passive = passive || (past && !have && !doing);
            } else if (c != WordClass::Adverb && !(p_.inTime(group - 1) && group - 1 > p_.first())) {
                break;
            } else if (p_.inTime(group - 1) && group >= 2 && p_.has(group - 2, Tag::Prep)) {
                --group; // "police on Monday said"
            }
            --group;
        }
        // "to say", "to warn": nobody has said it yet
        if (!past && !third && !ing && group > p_.first() && p_.small(group - 1) == "to")
            return;
        if (passive) {
            passiveVerb(t, end, group, kind);
            return;
        }
        if (modal && kind != "act")
            return;
        if (negated && kind != "deny")
            return;
        if (kind == "put") {
            putAt(t, end, group);
            return;
        }
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end;
        event.modality = kind == "think" ? Modality::Possible : kind == "deny" ? Modality::Denied : Modality::Reported;
        if (negated && kind == "deny")
            return;
        event.quoteOnly = kind == "voice" || kind == "act";
        if (past && p_.small(end) == "by" && !passive &&
            p_.small(t) != "said") { // "reported by X", "described by X as"
            if (event.quoteOnly) {
                const NounPhrase source = p_.phraseAt(end + 1);
                if (!source.empty() && p_.maySpeak(source)) {
                    setSource(event, source);
                    event.contentFirst = event.contentEnd = source.end;
                    events_.push_back(std::move(event));
                }
            } else {
                byParticiple(event);
            }
            return;
        }
        const bool inverted = findSubject(event, t, end, group, ing, third, past);
        if (event.subject.empty() && event.source.empty())
            return;
        if (event.quoteOnly) {
            event.contentFirst = end;
            event.contentEnd = end;
            event.backward = inverted || behindQuote(group, event);
            events_.push_back(std::move(event));
            return;
        }
        if (!findContent(event, kind, group, inverted)) {
            event.quoteOnly = true;
            event.backward = inverted || behindQuote(group, event);
            event.contentFirst = event.contentEnd = end;
        } else {
            event.states = true;
        }
        events_.push_back(std::move(event));
    }

    /// Is there a quote in this sentence or the next?
    [[nodiscard]] bool quoteNear() {
        while (quote_ < m_.quotes.size() && m_.quotes[quote_].whole.end < r_.sentences[sentence_].span.begin)
            ++quote_;
        const std::uint32_t last = sentence_ + 1 < r_.sentences.size() ? sentence_ + 1 : sentence_;
        return quote_ < m_.quotes.size() && m_.quotes[quote_].whole.begin < r_.sentences[last].span.end;
    }

    [[nodiscard]] bool behindQuote(std::uint32_t group, const SayEvent& event) const {
        const std::uint32_t first = event.subject.empty() ? group : std::min(group, event.subject.first);
        return first > p_.first() && (p_.is(first - 1, TokenKind::CloseQuote) || p_.is(first - 1, TokenKind::Comma));
    }

    /// Who says it. True when the subject stands behind the verb ("said X").
    bool findSubject(SayEvent& event, std::uint32_t t, std::uint32_t end, std::uint32_t group, bool ing, bool third,
                     bool past) {
        const WordClass before = group == p_.first()              ? WordClass::Mark
                                 : p_.abbreviationStop(group - 1) ? WordClass::Name
                                                                  : p_.classOf(group - 1);
        if (ing) { // "…, adding that": whoever spoke before, else the clause's subject
            if (!(p_.is(group - 1, TokenKind::Comma) || p_.is(group - 1, TokenKind::CloseQuote) ||
                  p_.is(group - 1, TokenKind::Dash))) {
                // "with officials saying", "analysts believing"
                const NounPhrase subject = before == WordClass::Noun || before == WordClass::Name
                                               ? p_.phraseEndingAt(group - 1)
                                               : NounPhrase{};
                if (!subject.empty() && subject.first > p_.first() && p_.small(subject.first - 1) == "with")
                    accept(event, subject);
                return false;
            }
            if (const SayEvent* last = lastInSentence())
                inherit(event, *last);
            else
                leadSubject(event, t);
            return false;
        }
        if (before == WordClass::Mark && (past || third)) {
            const bool open = group == p_.first() || p_.is(group - 1, TokenKind::Comma) ||
                              p_.is(group - 1, TokenKind::CloseQuote) || p_.is(group - 1, TokenKind::Dash);
            const NounPhrase after = open ? p_.phraseAt(end) : NounPhrase{};
            const bool voice = p_.is(group - 1, TokenKind::CloseQuote); // whoever it is, these are their words
            if (!after.empty() && (voice || p_.maySpeak(after)) && p_.classOf(after.head) != WordClass::Pron) {
                const std::uint32_t next = p_.afterTime(after.end);
                const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
                const bool closes = c == WordClass::Mark || c == WordClass::Wh || c == WordClass::Prep ||
                                    c == WordClass::Subord || c == WordClass::Conj || c == WordClass::Ing;
                if (closes &&
                    (!p_.clauseAt(end) || p_.is(next, TokenKind::Comma) || p_.is(group - 1, TokenKind::CloseQuote))) {
                    setSource(event, after);
                    return true;
                }
            }
            if (p_.is(group - 1, TokenKind::Comma))
                besideApposition(event, group - 1);
            return false;
        }
        if (before == WordClass::Conj) { // "X said A and warned B"
            if (const SayEvent* last = lastInSentence())
                inherit(event, *last);
            else if (verbBetween(p_.clauseBegin(group - 1), group - 1)) // not "the victims and alleged gunman"
                leadSubject(event, t);
            return false;
        }
        if (before == WordClass::Wh) { // "residents, who said", "the man who claimed"
            std::uint32_t last = group - 1;
            if (last > p_.first() && p_.is(last - 1, TokenKind::Comma))
                --last;
            if (last > p_.first() && p_.small(group - 1) == "who")
                accept(event, p_.phraseEndingAt(last - 1));
            return false;
        }
        if (group == p_.first())
            return false;
        NounPhrase subject = p_.phraseEndingAt(group - 1);
        if (third || !past) { // a plural noun? "local reports", "its claims"
            if (subject.empty() || (!third && !plural(subject)))
                return false;
            const WordClass next = end < p_.end() ? p_.classOf(end) : WordClass::Mark;
            if (lex_.has(r_.tokens[t].word, Tag::SayNoun) && next != WordClass::That &&
                !p_.is(end, TokenKind::OpenQuote) && !p_.is(end, TokenKind::Colon) && !p_.clauseAt(end) &&
                next != WordClass::Det)
                return false;
            if (next == WordClass::Aux || next == WordClass::Modal ||
                (next == WordClass::Past && !p_.has(end, Tag::Adjective)))
                return false;
        }
        const WordClass ahead = subject.first > p_.first() ? p_.classOf(subject.first - 1) : WordClass::Mark;
        const WordClass further = subject.first > p_.first() + 1 ? p_.classOf(subject.first - 2) : WordClass::Mark;
        const bool saying = subject.first > p_.first() && p_.has(subject.first - 1, Tag::Say);
        const bool object =
            !saying && (ahead == WordClass::Ing || ahead == WordClass::Past || objectPronoun(subject) ||
                        (ahead == WordClass::Prep && (further == WordClass::Past || further == WordClass::Ing)));
        if (subject.empty() || object || !p_.maySpeak(subject)) { // "a man standing next to her screamed"
            std::uint32_t begin = p_.clauseBegin(group - 1);
            const NounPhrase lead = p_.phraseAt(begin);
            if (!lead.empty() && lead.end < group) {
                const WordClass c = p_.classOf(lead.end);
                const bool close = c == WordClass::Prep || c == WordClass::Adjective || c == WordClass::Verb;
                if (close || c == WordClass::Ing || c == WordClass::Past) {
                    NounPhrase whole = lead; // "a source close to the talks"
                    whole.end = close ? group : lead.end;
                    accept(event, whole);
                    return false;
                }
            }
            if (object)
                return false;
        }
        accept(event, subject);
        return false;
    }
    [[nodiscard]] bool objectPronoun(NounPhrase subject) const {
        const std::string_view word = p_.small(subject.first);
        return subject.end == subject.first + 1 &&
               (word == "him" || word == "her" || word == "them" || word == "me" || word == "us" || word == "himself" ||
                word == "herself" || word == "themselves" || word == "itself");
    }

    /// Several, or a word that takes the base form as several do: "analysts say", "police believe", "we think".
    [[nodiscard]] bool plural(NounPhrase subject) {
        for (std::uint32_t t = subject.first; t < subject.head; ++t)
            if (p_.small(t) == "and")
                return true;
        const std::string_view head = p_.of(subject.head);
        const std::string_view small = p_.small(subject.head);
        if (p_.classOf(subject.head) == WordClass::Pron)
            return small == "they" || small == "we" || small == "i" || small == "you" || small == "some" ||
                   small == "many";
        return (head.ends_with("s") && !head.ends_with("ss") && !head.ends_with("us")) || small == "police" ||
               small == "people" || small == "media" || small == "staff" ||
               lex_.has(r_.tokens[subject.head].word, Tag::Plural) || p_.has(subject.head, Tag::Nationality);
    }

    void accept(SayEvent& event, NounPhrase subject) {
        // Right behind a quote whatever stands there says it: “…,” one leaflet said.
        const bool behind = !subject.empty() && subject.first > p_.first() &&
                            p_.is(subject.first - 1, TokenKind::CloseQuote) &&
                            lex_.value(r_.tokens[event.cueFirst].word, Tag::Say) != "act";
        if (behind || p_.maySpeak(subject))
            setSource(event, subject);
    }
    static void inherit(SayEvent& event, const SayEvent& last) {
        event.subject = last.subject;
        event.source = last.source;
        event.sourceSpan = last.sourceSpan;
        event.speaker = last.speaker;
    }
    /// The noun phrase that opens the clause before `t`: "The UN protested …, saying".
    void leadSubject(SayEvent& event, std::uint32_t t) {
        std::uint32_t begin = p_.strongBreakBefore(t);
        while (begin < t && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                             p_.classOf(begin) == WordClass::Adverb || p_.is(begin, TokenKind::Comma)))
            ++begin;
        if (const std::uint32_t after = p_.afterTime(begin); after != begin)
            begin = p_.is(after, TokenKind::Comma) ? after + 1 : after;
        if (p_.classOf(begin) == WordClass::Prep || p_.classOf(begin) == WordClass::Past) { // "At that hearing, he …"
            std::uint32_t comma = begin;
            while (comma < t && !p_.is(comma, TokenKind::Comma))
                ++comma;
            if (comma + 1 < t)
                begin = comma + 1;
        }
        const NounPhrase subject = p_.phraseAt(begin);
        if (!subject.empty() && subject.end < t)
            accept(event, subject);
    }
    /// "X, chief executive of a plant near Y, said": the noun phrase before the apposition that ends at the comma.
    void besideApposition(SayEvent& event, std::uint32_t comma) {
        for (std::uint32_t close = comma; close > p_.first(); --close) // “…,” Ida Brandt, a nurse, said
            if (p_.is(close - 1, TokenKind::CloseQuote)) {
                const NounPhrase subject = p_.phraseAt(close);
                if (!subject.empty() && subject.end < comma && p_.is(subject.end, TokenKind::Comma)) {
                    accept(event, subject);
                    return;
                }
                break;
            }
        std::uint32_t begin = p_.strongBreakBefore(comma);
        for (int round = 0; round < 3; ++round) {
            while (begin < comma && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                                     p_.classOf(begin) == WordClass::Adverb || p_.classOf(begin) == WordClass::That))
                ++begin;
            const NounPhrase subject = p_.phraseAt(begin);
            if (!subject.empty() && subject.end < comma && p_.is(subject.end, TokenKind::Comma) &&
                p_.maySpeak(subject)) {
                setSource(event, subject);
                return;
            }
            while (begin < comma && !p_.is(begin, TokenKind::Comma) && p_.classOf(begin) != WordClass::That)
                ++begin;
            ++begin;
            if (begin >= comma)
                return;
        }
    }

    // ---- what is said -----------------------------------------------------------------------------------------------

    /// Passes over a hearer, a time and "in a statement" behind the verb; notes who passed it on.
    std::uint32_t skipSide(SayEvent& event, std::uint32_t t, bool hearer) {
        if (hearer) {
            const WordClass c = p_.classOf(t);
            if (c == WordClass::Pron) {
                ++t;
            } else if (c == WordClass::Name || c == WordClass::Det || c == WordClass::Noun ||
                       c == WordClass::Adjective || c == WordClass::Number) {
                const NounPhrase phrase = p_.phraseAt(t);
                if (!phrase.empty()) {
                    const Name* name = anyNameIn(phrase, NameKind::Organisation);
                    if (name == nullptr && p_.classOf(phrase.head) == WordClass::Name)
                        name = nameOf(phrase);
                    if (name != nullptr && name->kind != NameKind::Nationality && name->kind != NameKind::Person)
                        event.via = std::string(r_.of(name->span));
                    t = phrase.end;
                }
            }
        }
        for (int round = 0; round < 3; ++round) {
            t = p_.afterTime(t);
            while (t < p_.end() && p_.classOf(t) == WordClass::Adverb && !p_.clauseAt(t + 1))
                ++t;
            if (t >= p_.end() || p_.classOf(t) != WordClass::Prep)
                break;
            const std::string_view prep = p_.small(t);
            if (prep != "in" && prep != "on" && prep != "at" && prep != "to" && prep != "by" && prep != "during" &&
                prep != "from" && prep != "via" && prep != "after" && prep != "with")
                break;
            const NounPhrase phrase = p_.phraseAt(t + 1);
            if (phrase.empty())
                break;
            if (prep == "to" && event.via.empty())
                if (const Name* name = anyNameIn(phrase, NameKind::Organisation))
                    event.via = std::string(r_.of(name->span));
            const std::uint32_t next = p_.afterTime(phrase.end);
            if (p_.finiteVerb(next)) // "said in Paris police were": the phrase was the subject after all
                break;
            t = next;
        }
        return t;
    }

    bool findContent(SayEvent& event, std::string_view kind, std::uint32_t group, bool inverted) {
        const std::uint32_t subjectFirst =
            inverted || event.subject.empty() ? group : std::min(event.subject.first, group);
        const std::uint32_t after = inverted ? event.subject.end : event.cueEnd;
        const std::uint32_t next = skipSide(event, after, kind == "tell" && !inverted);
        // Forward
        const WordClass c = next < p_.end() ? p_.classOf(next) : WordClass::Mark;
        const bool quoteNext = p_.is(next, TokenKind::OpenQuote) ||
                               (p_.is(next, TokenKind::Comma) && p_.is(next + 1, TokenKind::OpenQuote));
        const bool colon = p_.is(next, TokenKind::Colon);
        const bool before =
            subjectFirst > p_.first() &&
            (p_.is(subjectFirst - 1, TokenKind::Comma) || p_.is(subjectFirst - 1, TokenKind::CloseQuote) ||
             p_.is(subjectFirst - 1, TokenKind::Dash)) &&
            contentBefore(subjectFirst);
        if (!inverted) {
            bool forward = c == WordClass::That || colon ||
                           (quoteNext && (!before || next == event.cueEnd) && p_.is(next, TokenKind::OpenQuote)) ||
                           (quoteNext && !before);
            if (!forward && kind == "deny" && c != WordClass::Mark)
                forward = c == WordClass::Ing || c == WordClass::Det || c == WordClass::Noun || c == WordClass::Name;
            if (!forward && kind != "that" && c != WordClass::Mark &&
                !(p_.small(next) == "to" || p_.small(next) == "as"))
                forward = (kind != "tell" || c != WordClass::Det || p_.finiteVerb(next + 2)) && p_.clauseAt(next);
            else if (!forward && kind == "that" && c != WordClass::Mark)
                forward =
                    (c == WordClass::Pron || c == WordClass::Name) && p_.clauseAt(next) && p_.finiteVerb(next + 1);
            // "A report by X recorded 101 incidents", "the survey found a fall of 3%"
            if (!forward && (kind == "that" || kind == "plain") && !event.subject.empty() &&
                lex_.has(r_.tokens[event.subject.head].word, Tag::SayNoun) && next == event.cueEnd &&
                (c == WordClass::Number || c == WordClass::Det || c == WordClass::Noun || c == WordClass::Adjective))
                forward = true;
            if (forward) {
                event.contentFirst = c == WordClass::That || colon ? next + 1 : next;
                event.contentEnd = p_.strongBreakAfter(event.contentFirst);
                return event.contentFirst < event.contentEnd;
            }
        }
        if (before && kind != "that" && kind != "deny") {
            event.backward = true;
            event.contentEnd = subjectFirst;
            event.contentFirst = backTo(subjectFirst);
            return event.contentFirst < event.contentEnd;
        }
        // ", analysts say,": in the middle of what they say
        if (!inverted && kind != "deny" && p_.is(next, TokenKind::Comma) && p_.is(subjectFirst - 1, TokenKind::Comma) &&
            subjectFirst > p_.first() + 1) {
            event.contentFirst = backTo(subjectFirst);
            event.contentEnd = p_.strongBreakAfter(next + 1);
            event.backward = true;
            return true;
        }
        if (quoteNext) {
            event.contentFirst = next;
            event.contentEnd = p_.strongBreakAfter(next);
            return true;
        }
        return false;
    }

    /// Where what stands before `t` begins: the sentence's start, unless another source has spoken before a break.
    [[nodiscard]] std::uint32_t backTo(std::uint32_t t) const {
        for (std::size_t i = firstEvent_; i < events_.size(); ++i)
            if (events_[i].states)
                return p_.strongBreakBefore(t > 1 ? t - 1 : t);
        // "A was seen, but “we know B,” X said": the quote alone
        std::uint32_t close = t;
        while (close > p_.first() && close + 2 > t && !p_.is(close, TokenKind::CloseQuote))
            --close;
        if (p_.is(close, TokenKind::CloseQuote)) {
            std::uint32_t open = close;
            while (open > p_.first() && !p_.is(open, TokenKind::OpenQuote))
                --open;
            const std::uint32_t begin = p_.strongBreakBefore(open);
            if (begin > p_.first() && open <= begin + 1)
                return begin;
        }
        return p_.first();
    }

    /// Is there something said before `t`: a quote that closes, or a clause with a verb?
    [[nodiscard]] bool contentBefore(std::uint32_t t) {
        if (p_.is(t - 1, TokenKind::CloseQuote) || (t >= 2 && p_.is(t - 2, TokenKind::CloseQuote)))
            return true;
        const std::uint32_t begin = backTo(t);
        if (t < begin + 3)
            return false;
        std::uint32_t from = begin;
        const WordClass opens = p_.classOf(begin);
        const bool subord = opens == WordClass::Subord || p_.has(begin, Tag::Subord);
        if (opens == WordClass::Prep || subord) {
            // "In a statement, X said" · "When police came, X said nothing" · "After the raid, five died, X said"
            std::uint32_t comma = begin;
            while (comma < t && !p_.is(comma, TokenKind::Comma))
                ++comma;
            if (comma + 1 < t)
                from = comma + 1;
            else if (subord)
                return false;
        }
        for (std::uint32_t i = from; i + 1 < t; ++i)
            if (p_.finiteVerb(i) ||
                (opens != WordClass::Prep && p_.classOf(i) == WordClass::Past && p_.small(i + 1) != "by"))
                return true;
        return false;
    }

    // ---- other shapes -----------------------------------------------------------------------------------------------

    /// "are believed to be", "is said to have", "it is feared that": nobody in particular.
    void passiveVerb(std::uint32_t t, std::uint32_t end, std::uint32_t group, std::string_view kind) {
        if (kind == "act" || kind == "voice" || kind == "put" || kind == "deny")
            return;
        if (p_.small(end) == "by") { // "was reported by X", "was confirmed by a spokesman"
            SayEvent event;
            event.sentence = sentence_;
            event.cueFirst = t;
            event.cueEnd = end + 1;
            if (kind == "tell" || kind == "that")
                return;
            const NounPhrase source = p_.phraseAt(end + 1);
            if (source.empty() || !p_.maySpeak(source))
                return;
            setSource(event, source);
            event.contentFirst = p_.strongBreakBefore(t);
            event.contentEnd = group;
            event.backward = true;
            event.states = event.contentFirst < event.contentEnd;
            events_.push_back(std::move(event));
            return;
        }
        const bool to = p_.small(end) == "to";
        const bool that = p_.classOf(end) == WordClass::That ||
                          (group > p_.first() && p_.small(group - 1) == "it" && p_.clauseAt(end));
        if (kind == "tell" || (!to && !that))
            return;
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end;
        event.modality = kind == "think" ? Modality::Possible : Modality::Reported;
        if (kind == "that" && !that)
            return; // "was decided to"
        if (that) {
            event.contentFirst = p_.classOf(end) == WordClass::That ? end + 1 : end;
            event.contentEnd = p_.strongBreakAfter(end);
        } else {
            event.contentFirst = p_.strongBreakBefore(t);
            event.contentEnd = p_.strongBreakAfter(t);
        }
        event.states = true;
        events_.push_back(std::move(event));
    }

    /// "…, reported by X"
    void byParticiple(SayEvent& event) {
        const NounPhrase source = p_.phraseAt(event.cueEnd + 1);
        if (source.empty() || !p_.maySpeak(source) || event.modality != Modality::Reported)
            return;
        if (lex_.value(r_.tokens[event.cueFirst].word, Tag::Say) != "plain")
            return;
        ++event.cueEnd;
        setSource(event, source);
        std::uint32_t before = event.cueFirst;
        const bool opens = before == p_.first() || (before == p_.first() + 1 && p_.small(p_.first()) == "as");
        if (opens) { // "As reported by X, S"
            std::uint32_t comma = source.end;
            while (comma < p_.end() && !p_.is(comma, TokenKind::Comma))
                ++comma;
            event.contentFirst = comma + 1;
            event.contentEnd = p_.strongBreakAfter(comma + 1);
        } else {
            event.contentFirst = p_.strongBreakBefore(before);
            event.contentEnd = before;
            event.backward = true;
        }
        event.states = event.contentFirst < event.contentEnd;
        if (event.states)
            events_.push_back(std::move(event));
    }

    /// "X put the number at four"
    void putAt(std::uint32_t t, std::uint32_t end, std::uint32_t group) {
        if (group == p_.first())
            return;
        std::uint32_t at = end;
        while (at < p_.end() && at < end + 16 && !(p_.small(at) == "at" && !p_.inTime(at + 1)))
            ++at;
        if (at >= p_.end() || p_.small(at) != "at")
            return;
        static constexpr std::string_view measures[] = {
            "number", "toll",  "figure", "count",    "total",    "cost",    "damage", "loss",      "losses", "value",
            "price",  "death", "size",   "estimate", "strength", "turnout", "crowd",  "magnitude", "tally"};
        bool measure = false, clause = false;
        for (std::uint32_t i = end; i < at; ++i) {
            for (const std::string_view word : measures)
                measure = measure || p_.of(i) == word;
            clause = clause || p_.is(i, TokenKind::Comma);
        }
        if (!measure || clause)
            return;
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end;
        const NounPhrase subject = p_.phraseEndingAt(group - 1);
        accept(event, subject);
        if (event.subject.empty())
            return;
        event.contentFirst = end;
        event.contentEnd = p_.strongBreakAfter(end);
        event.states = true;
        events_.push_back(std::move(event));
    }

    /// "according to X", "reportedly"
    void cue(std::uint32_t t, std::uint32_t end, std::string_view kind) {
        SayEvent event;
        event.sentence = sentence_;
        event.cueFirst = t;
        event.cueEnd = end;
        if (kind == "hearsay") {
            const std::uint32_t begin = p_.clauseBegin(t);
            const bool inner = begin > p_.first() &&
                               (p_.classOf(begin - 1) == WordClass::Subord || p_.classOf(begin - 1) == WordClass::Wh);
            event.contentFirst = inner ? begin : p_.strongBreakBefore(t);
            event.contentEnd = inner ? p_.clauseEnd(t) : p_.strongBreakAfter(t);
            event.states = true;
            events_.push_back(std::move(event));
            return;
        }
        if (kind != "by" && kind != "citing")
            return;
        NounPhrase source = p_.phraseAt(end);
        if (source.empty())
            return;
        if (kind == "citing") { // ", citing officials": who the report rests on; it covers what stands before
            if (!p_.is(t - 1, TokenKind::Comma))
                return;
            const SayEvent* last = lastInSentence();
            setSource(event, source);
            if (last != nullptr)
                event.via = last->source;
            event.contentFirst = last != nullptr ? last->contentFirst : p_.strongBreakBefore(t - 1);
            event.contentEnd = t - 1;
            event.states = event.contentFirst < event.contentEnd && p_.maySpeak(source);
            if (event.states)
                events_.push_back(std::move(event));
            return;
        }
        if (!p_.maySpeak(source) && !lex_.has(r_.tokens[source.head].word, Tag::Noun) &&
            p_.classOf(source.head) != WordClass::Noun)
            return;
        setSource(event, source);
        std::uint32_t after = source.end;
        if (p_.small(after) == "via" || (p_.small(after) == "quoted" && p_.small(after + 1) == "by") ||
            (p_.small(after) == "cited" && p_.small(after + 1) == "by")) {
            const std::uint32_t from = p_.small(after) == "via" ? after + 1 : after + 2;
            const NounPhrase via = p_.phraseAt(from);
            if (!via.empty()) {
                event.via = std::string(r_.of(p_.spanOf(via)));
                after = via.end;
            }
        }
        after = p_.afterTime(after);
        if (opensSentence(t)) { // "According to X, S"
            std::uint32_t comma = after;
            while (comma < p_.end() && !p_.is(comma, TokenKind::Comma))
                ++comma;
            comma = passApposition(comma);
            event.contentFirst = std::min(comma + 1, p_.end());
            event.contentEnd = p_.strongBreakAfter(event.contentFirst);
        } else {
            event.contentFirst = p_.strongBreakBefore(t);
            // ", according to X, who …" closes; "It was, according to X, the last one" goes on
            const WordClass on = p_.is(after, TokenKind::Comma) ? p_.classOf(after + 1) : WordClass::Other;
            const bool closes = !p_.is(after, TokenKind::Comma)
                                    ? verbBetween(event.contentFirst, t) || after >= p_.end()
                                    : on == WordClass::Wh || on == WordClass::Conj || on == WordClass::Ing ||
                                          on == WordClass::Subord || strongBreakHere(after) ||
                                          (!p_.finiteVerb(t >= 2 ? t - 2 : t) && verbBetween(event.contentFirst, t) &&
                                           !verbBetween(after, p_.end()));
            event.contentEnd = closes ? t : p_.strongBreakAfter(after);
            event.backward = true;
        }
        event.states = event.contentFirst < event.contentEnd;
        events_.push_back(std::move(event));
    }

    [[nodiscard]] bool strongBreakHere(std::uint32_t t) const { return t < p_.end() && p_.strongBreakAfter(t) == t; }
    [[nodiscard]] bool verbBetween(std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t t = from; t < to; ++t)
            if (p_.finiteVerb(t))
                return true;
        return false;
    }
    [[nodiscard]] bool opensSentence(std::uint32_t t) {
        std::uint32_t begin = p_.strongBreakBefore(t);
        while (begin < t && (p_.classOf(begin) == WordClass::Conj || p_.classOf(begin) == WordClass::Subord ||
                             p_.classOf(begin) == WordClass::Adverb || p_.is(begin, TokenKind::Comma) ||
                             p_.is(begin, TokenKind::OpenQuote)))
            ++begin;
        return begin == t;
    }
    /// From a comma behind a noun phrase over an apposition ("a group of reporters,") to the comma that closes it.
    [[nodiscard]] std::uint32_t passApposition(std::uint32_t comma) {
        for (int round = 0; round < 2; ++round) {
            std::uint32_t close = comma + 1;
            while (close < p_.end() && !p_.is(close, TokenKind::Comma))
                ++close;
            if (close >= p_.end())
                return comma;
            const WordClass opens = p_.classOf(comma + 1);
            bool verb = false;
            bool relative = opens == WordClass::Wh;
            for (std::uint32_t t = comma + 1; t < close && !relative; ++t) {
                relative = p_.classOf(t) == WordClass::Wh || p_.classOf(t) == WordClass::That;
                if (p_.classOf(t) == WordClass::Past && t == comma + 1)
                    continue; // "reported on September 9,"
                verb = verb || p_.finiteVerb(t);
            }
            if (verb)
                return comma;
            const bool apposition = relative || opens == WordClass::Det || opens == WordClass::Past ||
                                    opens == WordClass::Ing || p_.inTime(comma + 1) || p_.has(comma + 1, Tag::Title) ||
                                    p_.has(comma + 1, Tag::SourceNoun);
            bool rest = false; // a clause must follow, or this was the clause's own comma
            for (std::uint32_t t = close + 1; t < p_.end() && !rest; ++t)
                rest = p_.finiteVerb(t) || p_.classOf(t) == WordClass::Past;
            if (!apposition || !rest)
                return comma;
            comma = close;
        }
        return comma;
    }

    // ---- one sentence as a whole
    // --------------------------------------------------------------------------------------

    /// A source's stretch ends where the next source's begins; a source inside another's stretch was passed on by it.
    void settleSentence() {
        for (std::size_t i = firstEvent_; i < events_.size(); ++i) {
            SayEvent& outer = events_[i];
            if (!outer.states)
                continue;
            for (std::size_t j = i + 1; j < events_.size(); ++j) {
                SayEvent& inner = events_[j];
                if (!inner.states)
                    continue;
                const bool inside =
                    !outer.backward && inner.cueFirst >= outer.contentFirst && inner.cueFirst < outer.contentEnd;
                if (!inside) {
                    // "S, X said, adding that T" · "A said S, while B put T"
                    if (inner.backward && !outer.backward && !outer.source.empty() &&
                        inner.contentFirst < outer.contentEnd && inner.source != outer.source)
                        inner.contentFirst = std::max(inner.contentFirst, std::min(outer.contentEnd, inner.contentEnd));
                    if (inner.backward && outer.backward && inner.contentFirst < outer.cueEnd)
                        inner.contentFirst = std::max(inner.contentFirst, std::max(outer.cueEnd, outer.subject.end));
                    continue;
                }
                if (inner.backward && !inner.subject.empty()) {
                    // "Police said S, the agency reported": the last one passes on the first
                    outer.contentEnd = std::min(outer.contentEnd, inner.contentEnd);
                    inner.contentFirst = std::min(inner.contentFirst, outer.contentFirst);
                    if (outer.via.empty() && outer.source != inner.source)
                        outer.via = inner.source;
                    continue;
                }
                if (inner.source.empty())
                    inner.contentFirst = std::max(inner.contentFirst, outer.contentFirst);
                if (inner.via.empty() && !outer.source.empty() && outer.source != inner.source && !inner.source.empty())
                    inner.via = outer.source;
                // "X said A and Y said B": the outer one ends where the inner one's subject begins
                const std::uint32_t from =
                    inner.subject.empty() ? inner.cueFirst : std::min(inner.subject.first, inner.cueFirst);
                if (from > outer.contentFirst && from < p_.end() &&
                    (p_.is(from - 1, TokenKind::Comma) || p_.classOf(from - 1) == WordClass::Conj) && !inner.backward &&
                    !inner.source.empty() && inner.source != outer.source) {
                    outer.contentEnd = from;
                    inner.via.clear();
                }
            }
        }
    }

    Phrases p_;
    const text::Reading& r_;
    const Mentions& m_;
    const text::Lexicon& lex_;
    std::vector<SayEvent> events_;
    std::size_t firstEvent_ = 0, quote_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t lastSpeaker_ = ~0u, lastSpoke_ = 0; ///< the entity that spoke last, and in which sentence
    std::string lastUnnamed_;                         ///< "a senior officer", if such a one spoke last
    enum class Unnamed : std::uint8_t { Person, Body, Several } lastUnnamedKind_ = Unnamed::Person;
    std::uint32_t lastUnnamedAt_ = 0;
};

} // namespace

std::vector<SayEvent> readSayEvents(const text::Reading& reading, const Mentions& mentions) {
    return EventReader(reading, mentions).run();
}

void readAttributions(const text::Reading& reading, Mentions& out) {
    out.attributions.clear();
    const std::vector<SayEvent> events = readSayEvents(reading, out);
    Phrases phrases(reading, out);
    for (const SayEvent& event : events) {
        if (!event.states)
            continue;
        phrases.setSentence(event.sentence);
        Attribution attribution;
        attribution.source = event.source;
        attribution.sourceSpan = event.sourceSpan;
        attribution.cue = {reading.tokens[event.cueFirst].begin, reading.tokens[event.cueEnd - 1].end};
        attribution.scope = phrases.trimmed(event.contentFirst, std::min(event.contentEnd, phrases.end()));
        attribution.modality = event.modality;
        attribution.via = event.via;
        attribution.sentence = event.sentence;
        if (!attribution.scope.empty())
            out.attributions.push_back(std::move(attribution));
    }
    nameSpeakers(reading, events, out);
    readModality(reading, out);
}

} // namespace countercheck::read
