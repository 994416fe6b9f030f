// SPDX-License-Identifier: GPL-3.0-or-later
// Puts claims together: for each mention of a sentence, what it is about (slot), which happening (anchor), which part
// (marks) and who says so. A sentence is parsed when a claim first asks, and never when none can come of it.
#pragma once

#include "core/claim/claim.h"
#include "core/claim/grammar.h"
#include "core/claim/syntax.h"
#include "core/read/bysentence.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countercheck::claim {

/// Where the mentions of each sentence stand.
struct MentionsBySentence {
    read::BySentence figures, times, quotes, names, attributions, modals;
    void fill(const read::Mentions& mentions, std::size_t sentences);
};

class Assembler {
public:
    Assembler(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
              Claims& out, Purpose purpose);
    void run();

private:
    /// The predicate that a noun phrase belongs to.
    struct Predicate {
        std::string_view name; ///< event class, else the predicate's lemma; empty: none
        std::uint8_t event = 0;
        bool classified = false;
        Relation relation = Relation::None;
        Words preposition;
        std::uint32_t verbGroup = Syntax::none;
        Reason reason;
    };
    [[nodiscard]] bool ofThings(std::uint32_t vg);
    Words amountOf(const Claim& claim, Words bare, Words things);
    Words amountTopic(Claim& claim, Words event, Words things);
    Asking& askingOf(Claim& claim);
    Words measureTopic(const Slot& slot);
    [[nodiscard]] bool countsBoth(std::uint32_t np) const;
    Words withinPhrase(std::string_view source);
    void tellWhen(std::uint32_t vg, Slot& slot);
    void askWith(std::uint32_t vg, Claim& claim);
    void tellVerb(const Predicate& predicate, Slot& slot);
    /// A noun as the article's language has it, and what it is called across languages.
    struct Noun {
        text::WordId word = 0; ///< 0: unknown
        Words own, head;
    };

    void leave();
    void enter(std::uint32_t sentence);
    const Syntax& syntax(); ///< parses the sentence in hand when first asked
    const Syntax& marks();  ///< what its words are by themselves
    void lead();            ///< what the sentence in hand says of the lead event
    void anchorToLead();
    void sentence(std::uint32_t index);
    void background();

    /// A figure in hand: what it counts, and where that stands.
    struct Counted {
        const read::Figure& figure;
        ClaimKind kind;
        Noun noun;                              ///< what it counts; empty: not said
        Facts facts = {};                       ///< of that noun
        std::uint32_t ownPhrase = Syntax::none; ///< the chunk of the numeral
        std::uint32_t phrase = Syntax::none;    ///< the chunk of what it counts
        std::uint32_t headToken = Syntax::none; ///< of the noun
        bool climbed = false;                   ///< the noun is the one that a phrase aside hangs on
        bool sized = false;                     ///< "a population of 24,000"
        bool shared = false; ///< the noun stands with the next figure: "12 Somali and 11 Yemeni suspects"
    };

    void figureClaim(std::uint32_t figure);
    bool findCounted(Counted& counted);
    [[nodiscard]] bool sharesHead(const read::Figure& figure) const;
    void climb(Counted& counted) const;
    void takeBroughtNoun(Counted& counted) const;
    [[nodiscard]] std::uint32_t numberPhrase(const Counted& counted, const Predicate& predicate) const;
    void countBareNumeral(Counted& counted, Claim& claim, Predicate& predicate);
    [[nodiscard]] bool countsAgain(const Counted& counted, const Claim& claim) const;
    void standFor(std::size_t earlier, Claim& claim);
    std::uint32_t crimeCounted(const read::Figure& figure);
    void tellCrime(std::uint32_t np, Claim& claim);
    [[nodiscard]] bool presupposed(const read::Figure& figure) const;
    bool standsForEarlier(const Counted& counted, bool carriesNumber, Claim& claim, const Predicate& predicate);
    void tellEvent(const Counted& counted, const Predicate& predicate, Claim& claim);
    void plainClaim(std::uint32_t figure);
    bool ofNumberNoun(std::uint32_t nounPhrase, Claim& claim);
    [[nodiscard]] bool formerValue(std::uint32_t nounPhrase) const;
    [[nodiscard]] bool ofItsNoun(const read::TimeMention& time) const;
    [[nodiscard]] std::uint32_t behindPhrase(const read::Figure& figure) const;
    [[nodiscard]] std::string_view dimensionOf(const read::Figure& figure);
    /// "closed 3 percent higher", "was up 3 percent": the word beside the figure tells how it moved, whatever the verb.
    bool movedBeside(const read::Figure& figure, Predicate& predicate) const;
    /// "inflation was 6 percent", "profit fell to $84 million": of the noun that is so high, not of being or falling.
    void ofWhatChanges(const read::Figure& figure, std::uint32_t nounPhrase, Predicate& predicate);
    /// "is rolling the dice on a $4 billion takeover": an amount that stands before its noun is that noun's.
    void ofItsOwnNoun(const Counted& counted, Predicate& predicate);
    /// "crowds put by police at 25,000 marched", "ils étaient 9 000 à manifester": the verb group that says what the
    /// people did whom the bare figure counts; none otherwise.
    [[nodiscard]] std::uint32_t heldBy(std::uint32_t nounPhrase) const;
    /// "police counted 3,200 marchers, the organisers 8,000": a bare figure of another source for what the claim before
    /// it counts?
    [[nodiscard]] bool elliptic(const read::Figure& figure, std::uint32_t nounPhrase, const Claim& claim,
                                const Predicate& predicate) const;
    void ageClaim(std::uint32_t figure);
    [[nodiscard]] std::string_view whoseAge(const read::Figure& age);
    void dateClaim(std::uint32_t time);
    [[nodiscard]] bool killsThem(std::uint32_t verbGroup) const;
    void placeClaim(std::uint32_t name);
    void quoteClaim(std::uint32_t quote);
    void responsibilityClaims();

    [[nodiscard]] Predicate predicateOf(std::uint32_t nounPhrase, int depth = 0);
    [[nodiscard]] Predicate behindPreposition(std::uint32_t nounPhrase, std::uint32_t preposition, int depth);
    [[nodiscard]] Predicate ofNounHost(std::uint32_t nounPhrase, std::uint32_t preposition, std::uint32_t host,
                                       int depth);
    [[nodiscard]] Predicate ofPhraseBefore(std::uint32_t preposition) const;
    [[nodiscard]] Predicate ofEvent(std::uint8_t event, Relation relation, Span words) const;
    [[nodiscard]] Predicate ofObject(std::uint32_t nounPhrase, std::uint32_t verbGroup);
    [[nodiscard]] Predicate ofSubject(std::uint32_t verbGroup);
    [[nodiscard]] bool sharesVerb(std::uint32_t nounPhrase) const;
    [[nodiscard]] Words prepositionNamed(std::uint32_t preposition) const;
    /// Does the word name the state of those who underwent an event ("dead", "missing", "injured")?
    [[nodiscard]] bool namesState(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t stateBehind(std::uint32_t nounPhrase, bool left) const;
    /// "Three dead after …", "At least five people dead in …": the state that a headline tells without a verb; none.
    [[nodiscard]] std::uint32_t headlineState(std::uint32_t nounPhrase) const;
    [[nodiscard]] Predicate ofState(std::uint32_t token, std::uint32_t verbGroup);
    [[nodiscard]] bool besides(std::uint32_t preposition) const;
    [[nodiscard]] Predicate ofVerb(std::uint32_t verbGroup, Relation relation);
    /// An event noun in the clause of a light verb ("carried out attacks", "took part in the raid").
    [[nodiscard]] std::uint8_t eventNounNear(std::uint32_t verbGroup) const;
    [[nodiscard]] bool eventNoun(text::WordId word) const;
    [[nodiscard]] bool lightVerb(std::uint32_t verbGroup) const;
    [[nodiscard]] bool sayVerb(std::uint32_t verbGroup) const;
    /// A time that belongs to the saying ("told reporters on Monday").
    [[nodiscard]] bool saidTime(std::uint32_t time);
    /// The preposition before a time, articles passed over.
    [[nodiscard]] Prep prepositionBefore(const read::TimeMention& time) const;

    Claim& begin(ClaimKind kind, Span highlight, std::uint32_t chunk);
    void finish(Claim& claim);
    void attribute(Claim& claim) const;
    void anchor(Claim& claim);
    class Marking;
    void marksOf(const read::Figure& figure, std::uint32_t nounPhrase, Claim& claim);
    void modifiersOf(const read::Figure& figure, std::uint32_t nounPhrase, Claim& claim);
    /// "person", "vehicle", …; empty: unknown. Lives as long as the program.
    [[nodiscard]] std::string_view headClass(std::uint32_t token, text::WordId word) const;
    [[nodiscard]] Noun nounAt(std::uint32_t token);
    [[nodiscard]] Noun nounNamed(std::string_view lemma) const;
    void countPeople(Slot& slot) const; ///< nobody says what is counted, and it is people
    void setHead(Claim& claim, const Noun& noun, std::uint32_t token) const;
    [[nodiscard]] Words lemmaOf(text::WordId lemma, std::uint32_t token);
    [[nodiscard]] Words topicOf(Claim& claim);
    [[nodiscard]] Words inWords(Topic topic, std::string_view what = {}, std::string_view more = {});
    [[nodiscard]] Words pluralOf(const Slot& slot);
    [[nodiscard]] Words asPrinted(const Claim& claim, Words things);
    [[nodiscard]] std::string pluralOf(std::string_view noun, text::WordId word) const;
    [[nodiscard]] Span bytes(std::uint32_t first, std::uint32_t end) const {
        return {reading_.tokens[first].begin, reading_.tokens[end - 1].end};
    }
    [[nodiscard]] const Facts& facts(std::uint32_t token) const { return grammar_[reading_.tokens[token].word]; }
    [[nodiscard]] bool has(std::uint32_t token, text::Tag tag) const {
        return lexicon_.has(reading_.tokens[token].word, tag);
    }

    const text::Reading& reading_;
    const read::Mentions& mentions_;
    const read::ReadContext& context_;
    Claims& out_;
    const bool compared_; ///< what only comparing asks for is read, too
    const Grammar& grammar_;
    const text::Lexicon& lexicon_;
    Syntax& syntax_;
    MentionsBySentence& where_;
    // the sentence in hand
    std::uint32_t sentence_ = 0, first_ = 0, end_ = 0;
    InSentence in_;
    bool begun_ = false, parsed_ = false, backgroundKnown_ = false;
    std::unordered_map<text::WordId, std::string>& plurals_; ///< of nouns that were asked for
    std::vector<std::uint8_t>& said_;                        ///< per time of the sentence: 0 not asked yet, 1 no, 2 yes
    bool backgroundSentence_ = false;
    std::uint32_t afterToken_ = Syntax::none; ///< what stands behind it in the sentence went before
    // the text so far
    std::uint32_t seen_ = 0; ///< sentences of body and title
    std::uint8_t leadEvent_ = 0;
    std::int32_t lastCount_ = -1; ///< the last count claim of this or the sentence before: what "the number" means
    std::uint32_t lastCountSentence_ = 0;
    std::int32_t lastPlace_ = -1; ///< the last place claim, for lists ("in A and B")
    std::uint32_t lastPlacePreposition_ = 0;
};

} // namespace countercheck::claim
