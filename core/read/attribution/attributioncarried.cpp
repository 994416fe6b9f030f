// SPDX-License-Identifier: GPL-3.0-or-later
// What is said without a verb of saying: free indirect speech, in which the mood of the verb shows that the source of
// the sentence before goes on ("There would be 300 tents by night"; "La facture serait de 3 millions"), and sentences
// that say whose the quote before them was ("La formule est de X").
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

/// The act of saying of the sentence before, where it has one source alone and that one says how things are.
const SayEvent* EventReader::soleSourceBefore() const {
    const SayEvent* found = nullptr;
    for (std::size_t i = firstEvent_; i > 0 && events_[i - 1].sentence + 1 == sentence_; --i) {
        const SayEvent& event = events_[i - 1];
        if (!event.states || event.conditional)
            continue;
        if (event.source.empty() || event.modality != Modality::Reported || event.demand || event.aside ||
            (found != nullptr && found->source != event.source))
            return nullptr;
        found = &event;
    }
    return found;
}

/// Does the sentence's own verb stand in the mood of what is told on: "would", "had been"; "serait", "avait été"?
bool EventReader::toldOn() {
    for (std::uint32_t t = p_.first(); t < p_.end(); ++t) {
        if (insideQuote(t))
            continue;
        const WordClass c = p_.classOf(t);
        if (p_.french()) {
            if ((lex_.use(r_.tokens[t].word).forms & text::VerbConditional) != 0 && c != WordClass::Noun)
                return true;
            continue;
        }
        if (c == WordClass::Modal && p_.of(t) == "would")
            return !p_.has(t + 1, Tag::Neg); // "He would not comment on the villas"
        if (c == WordClass::Wh || c == WordClass::Subord || c == WordClass::That)
            return false; // the main clause alone
    }
    return false;
}

/// "58 % sont opposés, selon un sondage. Chez les jeunes, la proportion monte à 67 %": shares behind a poll's are its
/// own.
bool EventReader::pollGoesOn(const SayEvent& before) const {
    static constexpr std::string_view polls[] = {"sondage", "baromètre", "poll", "survey"};
    bool poll = false;
    const WordClass opens = p_.classOf(p_.first());
    if (opens != WordClass::Prep && opens != WordClass::Pron)
        return false; // "La participation a atteint 71 %"
    for (const std::string_view word : polls)
        poll = poll || before.source.find(word) != std::string_view::npos;
    for (std::uint32_t t = p_.first(); poll && t < p_.end(); ++t)
        if (p_.is(t, TokenKind::Percent) || p_.of(t) == "percent" || p_.of(t) == "cent")
            return true;
    return false;
}

/// "L'élu ne décolère pas : la direction aurait promis 12 millions": what the colon opens is the subject's.
bool EventReader::hearsayBehindColon() {
    SayEvent* mood = nullptr;
    for (std::size_t i = firstEvent_; i < events_.size(); ++i) {
        if (!events_[i].source.empty())
            return false;
        mood = events_[i].conditional && events_[i].states && mood == nullptr ? &events_[i] : mood;
    }
    if (mood == nullptr)
        return false; // mostly
    std::uint32_t colon = mood->cueFirst;
    while (colon > p_.first() && !p_.is(colon, TokenKind::Colon))
        --colon;
    const NounPhrase lead = p_.phraseAt(p_.first());
    if (colon == p_.first() || lead.empty() || lead.end > colon || !p_.maySpeak(lead) ||
        p_.classOf(lead.head) == WordClass::Pron || !verbBetween(lead.end, colon))
        return false;
    const std::size_t at = static_cast<std::size_t>(mood - events_.data());
    SayEvent event = events_[at];
    setSource(event, lead);
    event.conditional = false;
    event.contentFirst = colon + 1;
    event.contentEnd = p_.end();
    events_[at] = event;
    return true;
}

void EventReader::carryOver() {
    const bool inOneBlock = firstEvent_ > 0 && events_[firstEvent_ - 1].sentence + 1 == sentence_ &&
                            r_.sentences[sentence_ - 1].block == r_.sentences[sentence_].block;
    if (!inOneBlock && firstEvent_ == events_.size())
        return; // mostly
    if (p_.french() && hearsayBehindColon())
        return;
    if (!inOneBlock)
        return;
    const SayEvent* const before = soleSourceBefore();
    if (before == nullptr || r_.text[r_.sentences[sentence_].span.end - 1] == '?' ||
        p_.is(p_.first(), TokenKind::OpenQuote))
        return;
    SayEvent* mood = nullptr;
    for (std::size_t i = firstEvent_; i < events_.size(); ++i) {
        if (!events_[i].conditional && (events_[i].states || !events_[i].source.empty()))
            return;
        mood = events_[i].conditional && events_[i].states ? &events_[i] : mood;
    }
    if (mood == nullptr && !toldOn() && !pollGoesOn(*before))
        return;
    if (mood != nullptr && saysWithin(mood->cueFirst + 1, std::min(mood->cueFirst + 4, p_.end())))
        return; // "L'État n'aurait promis que 2 millions": what somebody else is said to have said
    const std::string_view opens = p_.r.of(p_.r.tokens[before->contentFirst]);
    if (!before->backward && (opens == "avoir" || opens == "être"))
        return; // "dit avoir perdu": of nobody but themselves
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = before->cueFirst;
    event.cueEnd = before->cueEnd;
    event.entry = before->entry;
    event.person = before->person;
    inherit(event, *before);
    event.subject = {};
    event.contentFirst = p_.first();
    event.contentEnd = p_.end();
    // "Son armement, qui emploie 35 personnes, aurait perdu": the relative clause is the report's
    for (std::uint32_t t = p_.first() + 1; mood != nullptr && t < mood->cueFirst; ++t)
        if (p_.is(t, TokenKind::Comma) && p_.classOf(t - 1) != WordClass::Mark && verbBetween(event.contentFirst, t))
            event.contentFirst = t + 1;
    event.states = true;
    events_.push_back(event);
}

void EventReader::inPaper() {
    static constexpr WordSet papers({"poll", "survey", "census", "sondage", "baromètre", "recensement"});
    const std::string_view in = p_.of(p_.first());
    if (in != "In" && in != "Dans")
        return; // mostly
    const NounPhrase paper = p_.phraseAt(p_.first() + 1);
    if (paper.empty() || !papers.contains(p_.of(paper.head)))
        return;
    for (std::size_t i = firstEvent_; i < events_.size(); ++i)
        if (events_[i].states)
            return; // "In a poll, 60 percent said": theirs
    std::uint32_t comma = paper.end;
    while (comma < p_.end() && comma < paper.end + 8 && !p_.is(comma, TokenKind::Comma))
        ++comma;
    if (!p_.is(comma, TokenKind::Comma))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = p_.first();
    event.cueEnd = p_.first() + 1;
    setSource(event, paper);
    event.contentFirst = comma + 1;
    event.contentEnd = p_.strongBreakAfter(comma + 1);
    event.states = event.contentFirst < event.contentEnd;
    if (event.states)
        events_.push_back(event);
}

void EventReader::actsBeforeQuote() {
    const std::uint32_t t = p_.first();
    const bool named = p_.french() && t + 1 < p_.end() && (p_.of(t) == "L'" || p_.of(t) == "L\xE2\x80\x99") &&
                       p_.of(t + 1).starts_with("intéressé");
    if ((p_.small(t) != Small::He && p_.small(t) != Small::She && !named) || p_.end() > t + 16)
        return; // mostly
    if (t > 0 && r_.tokens[t - 1].is(TokenKind::CloseQuote))
        return; // amid what somebody says
    for (std::size_t i = firstEvent_; i < events_.size(); ++i)
        if (!events_[i].source.empty())
            return;
    for (std::uint32_t i = t + 1; i < p_.end(); ++i)
        if (r_.tokens[i].is(TokenKind::Word) && r_.tokens[i].has(text::Capitalised))
            return; // somebody else, perhaps
    const std::string_view person = named ? protagonist(t, p_.of(t + 1).ends_with("ée") ? 'f' : 'm') : resolve(t, true);
    if (person.empty())
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = t;
    event.cueEnd = event.contentFirst = event.contentEnd = t + 1;
    event.subject = {t, t + 1, t};
    event.sourceSpan = p_.spanOf(event.subject);
    event.source = event.speaker = person;
    event.person = event.quoteOnly = true;
    events_.push_back(event);
}

void EventReader::wordsOf() {
    static constexpr WordSet words(
        {"formule",     "phrase",  "mot",     "mots", "image",      "expression", "constat",  "cri",      "aveu",
         "remarque",    "boutade", "conseil", "avis", "diagnostic", "verdict",    "question", "slogan",   "jugement",
         "comparaison", "words",   "line",    "view", "warning",    "complaint",  "joke",     "sentiment"});
    static constexpr WordSet being(
        {"est", "était", "vient", "sont", "is", "was", "are", "were", "came", "comes", "belong"});
    std::uint32_t t = p_.first();
    if (p_.classOf(t) != WordClass::Det)
        return; // mostly
    ++t;
    if (p_.classOf(t) == WordClass::Adjective)
        ++t;
    if (t + 3 >= p_.end() || !words.contains(p_.of(t)) || !being.contains(p_.of(t + 1)))
        return;
    t += 2;
    if (p_.of(t) == "signée" || p_.of(t) == "celle" || p_.of(t) == "celui" || p_.of(t) == "those" || p_.of(t) == "that")
        ++t;
    NounPhrase who = p_.phraseAt(t + 1);
    if (p_.french() ? p_.small(t) != Small::Of : p_.classOf(t) != WordClass::Prep) {
        who = p_.phraseAt(t); // "The words are Ida Brandt's."
        if (p_.french() || who.empty())
            return;
        std::uint32_t mark = who.first;
        while (mark < who.end && !p_.is(mark, TokenKind::Apostrophe))
            ++mark;
        if (mark >= who.end && !p_.is(mark, TokenKind::Apostrophe))
            return;
        who.end = mark;
        who.head = mark - 1;
    }
    if (who.empty() || p_.classOf(who.head) == WordClass::Pron || !p_.maySpeak(who))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = p_.first();
    event.cueEnd = event.contentFirst = event.contentEnd = who.end;
    event.backward = event.inverted = event.quoteOnly = event.names = true;
    setSource(event, who);
    event.subject = {p_.first(), who.end, who.head};
    events_.push_back(event);
}

} // namespace countercheck::read
