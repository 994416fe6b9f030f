// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the statements of one sentence: first those whose verbs the parser found (statementsverbs.cpp), then predicates
// that the table of opposites knows where it found none (statementscan.cpp). Used by statementsOf() alone.
#pragma once

#include "core/claim/syntax.h"
#include "core/compare/sentences/parsed.h"
#include "core/compare/sentences/statements.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/opposites.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

class StatementReader {
public:
    /// All of it must outlive the use.
    StatementReader(const Parsed& parsed, const text::Reading& reading, const read::Mentions& mentions,
                    std::uint32_t sentence, Concepts& concepts, std::vector<Statement>& out);
    /// "No injuries were reported": of what befalls people there was none.
    void readNobody();
    /// @param conditional  only what would have been says anything
    void readVerbs(bool conditional);
    /// Predicates that the table knows where the parser found no verb for them, or another one.
    void scan();
    /// "More likely", "less costly", "fewer students than last year".
    void readComparisons();

private:
    static constexpr std::uint32_t none = claim::Syntax::none;

    /// A verb group that says something, and what its statement is made of. Chunks.
    struct Deed {
        std::uint32_t outer = none;   ///< the verb group itself: "refused"
        std::uint32_t verb = none;    ///< that which tells the deed: "to resign"; mostly the same
        std::uint32_t speaker = none; ///< the subject of the outer one
        std::uint32_t subject = none;
        std::string_view told;  ///< the name under which the table of opposites knows the outer verb; may be empty
        std::string_view known; ///< the same of the deed's verb
        Ability ability = Ability::Untold;
        bool unreal = false; ///< it is what would have been
        bool negative = false;
        bool unable = false;   ///< "were unable to rescue"
        bool unmeant = false;  ///< "has no plans to"
        bool refuses = false;  ///< the outer verb denies the deed behind it
        bool hindered = false; ///< somebody prevented it
    };

    // statementsverbs.cpp
    void readVerb(std::uint32_t group, bool unreal);
    [[nodiscard]] Deed outerOf(std::uint32_t group, bool unreal) const;
    [[nodiscard]] std::uint32_t subjectOf(std::uint32_t group) const;
    void followGoverned(Deed& deed);
    void followInfinitive(Deed& deed, std::uint32_t group);
    [[nodiscard]] bool opensDeed(const Deed& deed, std::uint32_t np) const;
    [[nodiscard]] bool atTime(std::uint32_t chunk) const;
    void followHindered(Deed& deed);
    void followNoLonger(Deed& deed);
    [[nodiscard]] bool saysNothing(const Deed& deed) const;
    void tellOuter(const Deed& deed);
    void tellDeed(const Deed& deed, Statement& statement) const;
    [[nodiscard]] bool byVotes(std::uint32_t verb) const;
    void tellSubject(Deed& deed, Statement& statement);
    void addWords(std::uint32_t np, std::vector<std::uint32_t>& words) const;
    [[nodiscard]] std::uint32_t objectOf(const Deed& deed);
    [[nodiscard]] bool measured(std::uint32_t np) const;
    void tellObject(Deed& deed, std::uint32_t object, Statement& statement);
    void tellAgent(const Deed& deed, Statement& statement);
    void tellEveryone(const Deed& deed, const Statement& statement);
    void tellNamedDoer(const Deed& deed, Statement& statement) const;
    void nameUndergone(const Deed& deed, Statement& statement) const;
    void tellOneDoer(const Deed& deed, Statement& statement) const;
    [[nodiscard]] bool holdsName(std::uint32_t np) const;

    /// A predicate of the table that stands in the sentence by itself. Tokens and chunks.
    struct Found {
        std::uint32_t token = 0;
        std::uint32_t chunk = none;  ///< that it stands in
        bool group = false;          ///< which is a verb group
        std::string_view known;      ///< its name in the table
        std::uint32_t copula = none; ///< "is" of "is healthy"
        bool confirmed = true;       ///< not denied by the copula, or by the verb whose object it is
        bool byVerb = false;         ///< a verb says it of the noun: "confirmed the closure"
        std::uint32_t first = 0, end = 0;
        std::uint32_t from = none; ///< where its words begin, if before `token`: "more likely"
        std::uint32_t verb = none; ///< of its clause
    };
    /// Is what stands at a token told in a relative clause?
    struct Relative {
        bool in = false;
        std::uint32_t verb = none; ///< of the relative clause
    };

    // statementscan.cpp
    [[nodiscard]] std::uint32_t copulaOf(std::uint32_t chunk, std::uint32_t token) const;
    void follow(Relative& relative, std::uint32_t token) const;
    [[nodiscard]] bool leftOpen(const Found& found) const;
    [[nodiscard]] bool findPredicate(Found& found) const;
    [[nodiscard]] bool confirmedByVerb(Found& found) const;
    [[nodiscard]] bool noPredicate(const Found& found) const;
    [[nodiscard]] bool toldAlready(const Found& found) const;
    void tellPredicate(Found& found);
    void tellGroup(Found& found, Statement& statement) const;
    void denyBefore(Found& found, Statement& statement) const;
    void denyByExcess(Found& found, Statement& statement) const;
    void tellWhat(const Found& found, Statement& statement) const;
    [[nodiscard]] std::uint32_t whatOf(const Found& found, Statement& statement) const;
    void tellWhom(const Found& found, Statement& statement) const;
    void tellWho(const Found& found, Statement& statement) const;

    // statementscompared.cpp
    void tellCompared(std::uint32_t token, bool more);
    bool tellFewer(std::uint32_t token, bool more);
    [[nodiscard]] std::uint32_t thanBehind(std::uint32_t first, std::uint32_t end) const;
    void tellThan(const Found& found, Statement& statement) const;

    // statements.cpp
    /// The words before and behind a predicate, up to where its clause may end.
    void around(std::uint32_t first, std::uint32_t end, Statement& statement) const;
    void tellNobody(std::string_view event, text::Span words);
    /// A chunk's bytes.
    [[nodiscard]] text::Span bytesOf(std::uint32_t chunk) const {
        return parsed_.bytes(chunks_[chunk].first, chunks_[chunk].end);
    }

    const Parsed& parsed_;
    const claim::Syntax& syntax_;
    const claim::Chunks& chunks_;
    const text::Reading& reading_;
    const read::Mentions& mentions_;
    std::uint32_t sentence_;
    const text::Sentence& s_;
    Concepts& concepts_;
    const Opposites& table_;
    std::vector<Statement>& out_;
    std::vector<bool> taken_; ///< verb groups whose deed the verb before them told
    std::string buffer_;
};

} // namespace countercheck::compare
