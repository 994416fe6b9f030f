// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over a text's acts of saying. Each verb of saying and each cue is looked at once (attribution.cpp): its
// subject is sought to the left ("X said"), to the right ("said X"), or in the sentence's last act of saying ("…,
// adding that"; attributionsubjects.cpp); what it covers is the clause that it governs, up to the next break or the
// next source (attributioncontent.cpp). Passives, "reported by X", "put the toll at" and cues such as "according to"
// have shapes of their own (attributionshapes.cpp). Private to core/read.
#pragma once

#include "core/read/attribution/attributionevents.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::read {

/// What the walk stops at.
inline constexpr std::uint64_t sayings = text::tagBit(text::Tag::Say) | text::tagBit(text::Tag::Cue);

class EventReader {
    using Tag = text::Tag;
    using TokenKind = text::TokenKind;
    using WordId = text::WordId;

public:
    /// @param events  where the acts of saying go
    EventReader(Phrases& phrases, std::vector<SayEvent>& events)
        : p_(phrases), r_(phrases.r), m_(phrases.m), lex_(phrases.lex), events_(events) {}

    void run();

private:
    enum class Found : std::uint8_t { None, Forward, Backward };

    [[nodiscard]] std::uint32_t phraseAround(std::uint32_t token, std::uint32_t from) const;
    /// Does a round or square bracket open in the sentence?
    [[nodiscard]] bool bracketIn(const text::Sentence& sentence) const;

    /// The person whom a pronoun means: the last speaker, or the person named last, of fitting sex.
    [[nodiscard]] std::string_view resolve(std::uint32_t token, bool speaking);
    /// The same for "he", "she", "it" or "they" that stands at `token`, whatever its word is ("by her account").
    [[nodiscard]] std::string_view resolveAs(std::string_view pronoun, std::uint32_t token, bool speaking);

    /// Has whoever spoke last asked something?
    [[nodiscard]] bool asked() const;
    [[nodiscard]] text::Span quoteBefore(std::uint32_t token) const;
    /// Whose "d'après ses calculs" are: who leads up to the colon before it, else the last speaker.
    [[nodiscard]] std::string_view around(std::uint32_t t);

    /// 'f', 'm', or 0 where neither name, role nor a pronoun shows it.
    [[nodiscard]] char sexOf(const Entity& entity) const;
    void findTitles();
    void spoke(std::uint32_t entity);
    /// Who stands at the head of the sentence before, without a name: "Une skieuse", "The baker". Words empty: nobody.
    struct Introduced {
        std::string_view words;
        char sex = 0;
        bool indefinite = false;
    };
    [[nodiscard]] Introduced introduced(text::Span tagged = {}) const;
    /// Has nobody spoken in the sentence before?
    [[nodiscard]] bool silent() const {
        return lastSpoke_ + 1 < sentence_ || (lastSpeaker_ >= m_.entities.size() && lastUnnamed_.empty());
    }
    /// "The marchers moved on. … they chanted": several persons at the head of the sentence before; empty: none.
    [[nodiscard]] std::string_view thoseBefore() const;
    /// "A letter has come. It says": a thing that speaks, or a body, at the head of the sentence before; empty: none.
    [[nodiscard]] std::string_view thingBefore() const;
    [[nodiscard]] text::Span theLatter(NounPhrase pronoun) const;
    [[nodiscard]] std::string_view severalBefore(std::uint32_t token) const;
    /// Whom the article names most, where a pronoun finds nobody near.
    [[nodiscard]] std::string_view protagonist(std::uint32_t token, char sex) const;
    /// “…”: mayor resigns · « … » : le maire s'explique
    void speakerBehindColon(std::uint32_t colon);

    /// The person or group that the phrase is, if it is nothing but a name.
    [[nodiscard]] const Name* nameOf(NounPhrase phrase) const;

    void setSource(SayEvent& event, NounPhrase subject);

    void hearing(std::uint32_t t, std::uint32_t end);
    void heardThat(std::uint32_t t, std::uint32_t end, std::uint32_t group);
    bool byEstimates(std::uint32_t t);
    [[nodiscard]] std::uint32_t ledBy(std::uint32_t to);
    /// Fills voices_ where the text is an interview.
    void findVoices();
    void voicesByPersons(std::uint32_t named, std::uint32_t asked, std::uint32_t first);
    /// The person whose name stands before a colon at the block's head; null: none.
    [[nodiscard]] const Name* labelledBy(const text::Block& block) const;
    /// Does the block end with a question?
    [[nodiscard]] bool asksAll(const text::Block& block) const;
    struct Persons {
        bool first = false, second = false; ///< "I", "you"
    };
    /// Which persons it speaks in, outside quotes.
    [[nodiscard]] Persons personsIn(const text::Block& block) const;
    [[nodiscard]] const Name* fullNameBefore(std::uint32_t token) const;
    /// 'Q' or 'A' where the block begins with the letter of a question or an answer; 0 otherwise.
    [[nodiscard]] char labelOf(const text::Block& block) const;
    void answer(const Name& who); ///< what an answer's sentence states is said by who answers

    [[nodiscard]] const SayEvent* lastInSentence() const;
    [[nodiscard]] std::uint32_t expectedBy(const SayEvent& event);
    [[nodiscard]] bool embedded(NounPhrase subject) const;
    /// Does the token stand between the marks of a quote?
    [[nodiscard]] bool insideQuote(std::uint32_t t) const;
    /// "the farmer", where the text has named one farmer and no more: who that is.
    [[nodiscard]] const Entity* describedPerson(NounPhrase subject) const;
    /// "the 34-year-old": the one whose age the article gives so.
    [[nodiscard]] const Entity* aged(NounPhrase subject) const;
    [[nodiscard]] const Entity* takenUp(NounPhrase subject) const;
    /// "the woman", "le jeune homme": a definite phrase that can only take up somebody.
    [[nodiscard]] bool takesUp(NounPhrase subject) const;
    /// The same for whoever spoke last without a name.
    [[nodiscard]] char sexOfPhrase(NounPhrase subject) const;
    [[nodiscard]] bool sameUnnamed(NounPhrase subject);
    /// "the mayor of Vernay, Paul Morin,": the name that stands beside a description.
    [[nodiscard]] const Name* namedBeside(NounPhrase subject) const;

    void verb(std::uint32_t t, std::uint32_t end, WordId entry);

    /// "One", "another", with nobody named behind: "Another said".
    [[nodiscard]] bool lone(std::uint32_t t) const {
        const Small small = p_.small(t);
        if (small == Small::One || small == Small::Another)
            return standsAlone(t);
        return small == Small::Other && t > p_.first() && p_.small(t - 1) == Small::The && standsAlone(t - 1);
    }
    /// The same with its article: "The other".
    [[nodiscard]] NounPhrase loneAt(std::uint32_t t) const {
        return {p_.small(t) == Small::Other ? t - 1 : t, t + 1, t};
    }
    [[nodiscard]] bool standsAlone(std::uint32_t t) const;

    /// Is there a quote in this sentence or the next, or right before it?
    [[nodiscard]] bool quoteNear();

    [[nodiscard]] bool behindQuote(std::uint32_t group, const SayEvent& event) const;

    /// Who says it. True when the subject stands behind the verb ("said X").
    bool findSubject(SayEvent& event, std::uint32_t t, std::uint32_t end, std::uint32_t group, bool ing, bool third,
                     bool past);
    [[nodiscard]] bool objectPronoun(NounPhrase subject) const;

    /// Several, or a word that takes the base form as several do: "analysts say", "police believe", "we think".
    [[nodiscard]] bool plural(NounPhrase subject);

    [[nodiscard]] bool bodyOfSeveral(NounPhrase subject) const;
    void accept(SayEvent& event, NounPhrase subject);
    [[nodiscard]] bool saysThat(const SayEvent& event, NounPhrase subject);
    /// "X was quoted as saying": who it was.
    bool heardSaying(SayEvent& event, std::uint32_t group);
    [[nodiscard]] NounPhrase namedByApposition(NounPhrase subject) const;
    static void inherit(SayEvent& event, const SayEvent& last);
    /// The noun phrase that opens the clause before `t`: "The UN protested …, saying".
    void leadSubject(SayEvent& event, std::uint32_t t);
    /// "X, chief executive of a plant near Y, said": the noun phrase before the apposition that ends at the comma.
    void besideApposition(SayEvent& event, std::uint32_t comma);

    /// Passes over a hearer, a time and "in a statement" behind the verb; notes who passed it on.
    std::uint32_t skipSide(SayEvent& event, std::uint32_t t, bool hearer);

    bool findContent(SayEvent& event, SayKind kind, std::uint32_t group, bool inverted);

    /// Where what stands before `t` begins: the sentence's start, unless another source has spoken before a break.
    [[nodiscard]] std::uint32_t backTo(std::uint32_t t) const;

    /// What is told in a relative clause ends with its comma.
    void closeAside(SayEvent& event);
    /// What is denied or named by a noun phrase alone ends before the relative clause behind it.
    [[nodiscard]] std::uint32_t colonBehind(std::uint32_t t);
    [[nodiscard]] bool goesOn(std::uint32_t t);
    [[nodiscard]] bool saysWithin(std::uint32_t from, std::uint32_t to) const;
    /// The same for verbs of saying alone, cues left out.
    [[nodiscard]] bool toldWithin(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] std::uint32_t beforeRelative(std::uint32_t from, std::uint32_t end);
    /// Is there something said before `t`: a quote that closes, or a clause with a verb?
    [[nodiscard]] bool contentBefore(std::uint32_t t);

    static constexpr std::uint32_t none = ~0u;
    /// A French verb of saying with what belongs to it: "n'a pas été annoncé", "a-t-il dit".
    struct FrenchVerb {
        std::uint32_t first = 0, end = 0; ///< the verb itself, with an inverted pronoun behind it
        std::uint32_t group = 0;          ///< where its group begins
        std::uint32_t clitic = none;      ///< the inverted pronoun
        bool finite = false, passive = false, participle = false, gerund = false, infinitive = false;
        bool negated = false, modal = false;
    };
    /// Does a participle behind `t` share the auxiliary of one before it: "a dénoncé A et rappelé que B"?
    [[nodiscard]] bool haveBefore(std::uint32_t t);
    void frenchVerb(std::uint32_t t, std::uint32_t end, WordId entry);
    [[nodiscard]] std::uint32_t madeKnown(std::uint32_t t) const;
    [[nodiscard]] FrenchVerb frenchGroup(std::uint32_t t, std::uint32_t end, WordId entry);
    /// Passes over time, hearer and occasion behind the verb; notes who passed it on.
    [[nodiscard]] std::uint32_t behindAside(std::uint32_t t);
    std::uint32_t frenchSide(SayEvent& event, std::uint32_t t);
    [[nodiscard]] bool medial(std::uint32_t edge, std::uint32_t rear);
    bool frenchSubject(SayEvent& event, const FrenchVerb& verb, std::uint32_t next);
    bool behindMark(SayEvent& event, const FrenchVerb& verb, std::uint32_t next);
    void besideWho(SayEvent& event, std::uint32_t group);
    void someone(SayEvent& event, const FrenchVerb& verb);
    [[nodiscard]] NounPhrase placeAhead(std::uint32_t on);
    [[nodiscard]] NounPhrase placeAt(std::uint32_t t, bool any = false);
    [[nodiscard]] NounPhrase placeOfOn();
    [[nodiscard]] bool ledByPlace(std::uint32_t sentence);
    [[nodiscard]] text::Span paperAhead();
    /// "a appris l'AFP auprès du parquet": the source is the one behind, the learner passed it on.
    void learntFrom(SayEvent& event, std::uint32_t t);
    bool frenchContent(SayEvent& event, const FrenchVerb& verb, SayKind kind, bool inverted, std::uint32_t next);
    [[nodiscard]] bool holds(std::uint32_t t) const;
    [[nodiscard]] bool heldFor(std::uint32_t t) const;
    [[nodiscard]] bool putAhead(std::uint32_t t);
    [[nodiscard]] std::uint32_t farBy(std::uint32_t t, SayKind kind);
    void frenchPassive(SayEvent& event, const FrenchVerb& verb, SayKind kind);
    /// "aurait fait trois morts": hearsay; not "aurait dû".
    [[nodiscard]] bool hearsayConditional(std::uint32_t t);
    /// "pour le maire, la route est sûre": somebody's view, and not "pour l'instant,".
    [[nodiscard]] bool clauseFollows(NounPhrase source);

    /// Verbs whose object is told where it holds a figure: "confirmed three deaths".
    [[nodiscard]] bool takesFigure(const SayEvent& event) const;
    [[nodiscard]] bool figureAhead(std::uint32_t t);
    [[nodiscard]] bool measureAhead(std::uint32_t t);

    /// Tags behind quotes and colons before them, whatever their verb (attributiontags.cpp).
    void quoteTags();
    /// "8,000 (police)": a source in brackets behind a figure.
    void bracketed(std::uint32_t open);
    [[nodiscard]] bool saidAt(std::uint32_t from, std::uint32_t to) const;
    void tagBehind(std::uint32_t close);
    void tagWithin(std::uint32_t comma);
    /// Both give the verb's token, or none.
    std::uint32_t frenchTag(SayEvent& event, std::uint32_t t);
    std::uint32_t englishTag(SayEvent& event, std::uint32_t t, bool inside);
    [[nodiscard]] bool plainVerb(std::uint32_t t, unsigned forms);
    void speakerBeforeColon(std::uint32_t colon);
    void replyOf(SayEvent& event, std::uint32_t colon);
    /// “…,” was how X put it.
    std::uint32_t howTag(SayEvent& event, std::uint32_t t);

    /// "are believed to be", "is said to have", "it is feared that": nobody in particular.
    void passiveVerb(std::uint32_t t, std::uint32_t end, std::uint32_t group, SayKind kind);

    /// "dead", "missing", "trapped", behind "were feared" or "were reported".
    [[nodiscard]] bool fate(std::uint32_t t);
    /// "accuse X of", "is accused of": what stands behind is alleged.
    void accusation(std::uint32_t t, std::uint32_t end, std::uint32_t group, bool passive);

    /// "…, reported by X"
    void byParticiple(SayEvent& event);

    /// "crowds estimated by police at 25,000 and by organisers at 80,000"
    bool estimatedBy(SayEvent event);
    /// "organisers counted 12,000 people, police 4,000": the verb is left out, the second source is not.
    void gapped();

    /// "X put the number at four"
    void putAt(std::uint32_t t, std::uint32_t end, std::uint32_t group);

    /// Does the verb before the comma before `t` wait for what it governs: "ont perdu, selon une étude, 40 %"?
    [[nodiscard]] bool governs(std::uint32_t t);
    /// "according to X", "reportedly"
    void cue(std::uint32_t t, std::uint32_t end, CueKind kind);
    [[nodiscard]] text::Span pollIn(std::uint32_t to);
    void polled(SayEvent& event);

    [[nodiscard]] bool strongBreakHere(std::uint32_t t) const { return t < p_.end() && p_.strongBreakAfter(t) == t; }
    [[nodiscard]] bool verbBetween(std::uint32_t from, std::uint32_t to);
    [[nodiscard]] bool infinitiveBetween(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] bool opensSentence(std::uint32_t t);
    /// Is there nothing but a stop and closing marks from `t` on?
    [[nodiscard]] bool restIsStop(std::uint32_t t) const;
    /// From a comma behind a noun phrase over an apposition ("a group of reporters,") to the comma that closes it.
    [[nodiscard]] std::uint32_t passApposition(std::uint32_t comma);

    /// Free indirect speech: what the sentence before's only source goes on to say (attributioncarried.cpp).
    void carryOver();
    void overSemicolon();
    [[nodiscard]] const SayEvent* soleSourceBefore() const;
    bool hearsayBehindColon();
    /// "In a poll for Channel 4, 54 percent …", « Dans une note, … »: a paper that leads its sentence.
    void inPaper();
    [[nodiscard]] bool toldOn();
    [[nodiscard]] bool pollGoesOn(const SayEvent& before) const;
    /// "Il hausse les épaules. « … »": who acts in the sentence before a quote that opens the next.
    void actsBeforeQuote();
    /// « … ». La formule est de X: whose the quote is that ends right before the sentence.
    void wordsOf();
    /// A source's stretch ends where the next source's begins; a source inside another's stretch was passed on by it.
    void settleSentence();

    Phrases& p_;
    const text::Reading& r_;
    const Mentions& m_;
    const text::Lexicon& lex_;
    std::vector<SayEvent>& events_;
    std::vector<const Name*> voices_; ///< by block: who answers there; empty: no interview
    std::uint32_t voice_ = ~0u;       ///< the entity that answers in the sentence at hand
    std::size_t firstEvent_ = 0, quote_ = 0;
    std::uint32_t sentence_ = 0;
    std::uint32_t lastSpeaker_ = ~0u, lastSpoke_ = 0;    ///< the entity that spoke last, and in which sentence
    std::array<std::uint32_t, 2> lastPersons_{~0u, ~0u}; ///< the two persons who spoke last, the later one first
    std::uint32_t lastPersonSpoke_ = 0;
    struct Heard {
        std::uint32_t entity = 0, sentence = 0;
        bool known = false;
    };
    std::array<Heard, 2> lastOf_{}; ///< for whom "he" and "she" stood last
    char asked_ = 0;                ///< 'f' or 'm': somebody spoke to "her" or "him"
    std::uint32_t askedAt_ = 0;
    std::uint32_t asker_ = ~0u, asksAt_ = 0; ///< who asked last, and in which sentence
    bool replying_ = false;                  ///< the verb at hand answers: "he replied"
    std::string_view lastUnnamed_;           ///< "a senior officer", if such a one spoke last
    enum class Unnamed : std::uint8_t { Person, Body, Several, Name } lastUnnamedKind_ = Unnamed::Person;
    std::uint32_t lastUnnamedAt_ = 0;
    struct UnnamedOne {
        std::string_view words;
        std::uint32_t sentence = 0;
    };
    std::vector<char> titled_;              ///< by entity: 'f' or 'm' where a title shows it
    std::array<UnnamedOne, 2> unnamedOf_{}; ///< by sex: "la présidente" and "l'accusé" who take turns
    char lastUnnamedSex_ = 0;               ///< 'f' or 'm' where the article shows it (French)
};

} // namespace countercheck::read
