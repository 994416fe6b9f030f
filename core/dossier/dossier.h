// SPDX-License-Identifier: GPL-3.0-or-later
// What did people decide? The value types of one case: articles as captured, what the engine found in them, and what
// people decided about it. A Dossier is an immutable snapshot: views read it, edits go to the case file, and a new
// snapshot comes back. Decisions hang on subjects (question keys, quotes with their article's hash), never on row
// numbers.
#pragma once

#include "core/compare/question.h"
#include "core/dossier/correction.h"
#include "core/dossier/ids.h"
#include "core/dossier/longlist.h"
#include "core/dossier/sharedtext.h"
#include "core/dossier/signing.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace countercheck::dossier {

/// What a file tells about an article, or a person corrected.
struct ArticleInfo {
    std::string title;
    std::string publisher;
    std::string published; ///< ISO 8601 date or date-time; empty: unknown
    std::string url;
    std::string language; ///< BCP 47; empty: detected
    bool operator==(const ArticleInfo&) const = default;
};

struct Article {
    ArticleId id;
    ArticleInfo info;
    SharedText text;        ///< captured text as UTF-8, exactly as decoded; never altered
    std::string encoding;   ///< of the captured bytes: "UTF-8", "windows-1252"
    std::string fileName;   ///< where it came from, for people; "pasted text"
    std::string capturedAt; ///< UTC, ISO 8601
    bool hidden = false;
    // What the capture says beside its text. Empty: it does not say.
    std::string mediaType; ///< of the captured bytes, "application/pdf"; empty: plain text
    std::string author;    ///< as its byline says
    std::string modified;  ///< ISO 8601: when its publisher last changed it
};

enum class Role : std::uint8_t { Viewer, Checker, Editor, Head };
std::string_view roleName(Role role); ///< "viewer", "checker", "editor", "head"
std::optional<Role> roleFromName(std::string_view name);
struct Person {
    std::string name;
    Role role = Role::Checker;
    std::string key; ///< Ed25519 public key in base64; empty: none, an identity that is asserted only
    bool operator==(const Person&) const = default;
};

enum class VerdictState : std::uint8_t { Unchecked, Checking, Verified, Disputed, False, Unverifiable, Outdated };
std::string_view verdictStateName(VerdictState state); ///< "unchecked", …
std::optional<VerdictState> verdictStateFromName(std::string_view name);

enum class FigureState : std::uint8_t { Open, Proposed, SignedOff, Revoked };
std::string_view figureStateName(FigureState state); ///< "open", "proposed", "signed-off", "revoked"

struct Verdict {
    VerdictState state = VerdictState::Unchecked;
    std::string note;
    Stamp stamp;
    std::string primary;      ///< of Verified with fewer than two origins: the primary source that is enough
    std::string supersededBy; ///< of Outdated: what took its place
    bool operator==(const Verdict&) const = default;
};
/// What is to be printed. Both values empty: "not established".
struct Proposal {
    std::string wording;
    std::string low, high; ///< plain decimals or empty
    Stamp stamp;
    std::string lowSource, highSource; ///< who says each end, as printed; empty: not named
    bool operator==(const Proposal&) const = default;
};
struct SignOff {
    Stamp stamp;
    std::string
        subjectHash;       ///< SHA-256 over the canonical form of what was signed (claims, verdict, wording, evidence)
    bool asserted = true;  ///< no signature: an identity that is asserted only
    std::string publicKey; ///< Ed25519, base64; empty when only asserted
    std::string signature; ///< over signatureMessage(), base64
    bool operator==(const SignOff&) const = default;
};
struct Note {
    std::string text;
    Stamp stamp;
    bool operator==(const Note&) const = default;
};
struct Evidence {
    std::string fileName;
    std::string sha256; ///< the exhibit's bytes are kept in the case under this hash
    std::uint64_t bytes = 0;
    std::string note;
    Stamp stamp;
    std::string url; ///< where it can be seen; empty: nowhere but here
    bool operator==(const Evidence&) const = default;
};
/// A grade of the Admiralty code (NATO AJP-2.1): reliability of a source "A" to "F", or credibility of what it said
/// "1" to "6". The two are kept apart and never averaged; "F" and "6", cannot be judged, are the default.
struct Grade {
    std::string grade;
    std::string reason;
    Stamp stamp;
    bool operator==(const Grade&) const = default;
};
/// Two people decided the same thing without knowing of each other: one slot of one question, all values that stand
/// against each other, for a person to settle with a decision of their own.
struct Conflict {
    std::string slot; ///< "verdict", "proposal", "sign-off", "dismissal"
    struct Side {
        Stamp stamp;
        std::string text;                 ///< for people: "disputed: two counts"
        std::optional<Verdict> verdict;   ///< of slot "verdict"
        std::optional<Proposal> proposal; ///< of slot "proposal"
        std::string dismissed;            ///< of slot "dismissal": the reason
        bool operator==(const Side&) const = default;
    };
    std::vector<Side> sides; ///< in the order in which they were made
    bool operator==(const Conflict&) const = default;
};
/// One part of what was signed that is no longer as it was signed.
struct ChangedPart {
    enum class Part : std::uint8_t { Claims, Verdict, Wording, Evidence } part{};
    /// Who changed it last, and when. Claims: who changed last what there is to read; nobody: they were read anew.
    Stamp stamp;
    std::string after; ///< of Claims: what that was: "article “Second” taken out"
    bool operator==(const ChangedPart&) const = default;
};
/// "the wording (Ada, 2026-01-13)": for the log and for programs; the window says it in its own language.
std::string changedPartText(const ChangedPart& part);
struct HistoryLine {
    RecordId record;
    Stamp stamp;
    std::string text;     ///< "verdict set to disputed"
    QuestionKey question; ///< in the history of the case: which question it is about; empty: none
    bool operator==(const HistoryLine&) const = default;
};

/// Everything that people decided about one question.
struct Decisions {
    std::optional<Verdict> verdict;
    std::optional<Proposal> proposal;
    std::optional<SignOff> signOff;
    bool revoked = false; ///< a sign-off was taken back, by a person or because what was signed changed
    std::string revokedBecause;
    std::vector<ChangedPart> changed; ///< signed, then changed: what, and by whom; empty when a person took it back
    LongList<Note> notes;             ///< oldest first
    LongList<Evidence> evidence;      ///< oldest first
    std::string dismissed;            ///< reason; empty: not dismissed
    std::vector<QuestionKey> joined;  ///< other questions that a person joined to this one
    std::vector<ClaimAnchor> anchors; ///< the claims at the time of the last decision
    LongList<HistoryLine> history;    ///< newest first
    std::map<std::string, Grade> information; ///< by source: how credible is what it said here, "1" to "6"
    std::vector<Conflict> conflicts;          ///< to be settled by a person; until then nothing goes out as verified
    std::string changedBy; ///< who last changed what a sign-off would cover (verdict, wording, evidence)
    [[nodiscard]] FigureState figureState() const;
    /// True when nobody has to look at it any more: dismissed, or a verdict other than unchecked/checking is set.
    [[nodiscard]] bool resolved() const;
};

// --- Edits: the only way to change a case. Each becomes one record of the log.
// -----------------------------------------

struct AddArticle {
    Article article;
    std::string bytes;
}; ///< bytes: as captured, before decoding
struct EditArticle {
    ArticleId article;
    ArticleInfo info;
};
struct RemoveArticle {
    ArticleId article;
}; ///< out of the comparison; the capture stays in the case
/// Order, hiding and the reference article of the panes.
struct Arrange {
    std::vector<ArticleId> order;
    std::vector<ArticleId> hidden;
    std::optional<ArticleId> reference;
};
struct SetPerson {
    Person person;
};
struct SetVerdict {
    QuestionKey question;
    VerdictState state{};
    std::string note;
    std::string primary, supersededBy; ///< see Verdict
};
/// An editor's answer to a verdict or a wording that they will not sign: back to checking, with a comment.
struct SendBack {
    QuestionKey question;
    std::string comment;
};
struct Propose {
    QuestionKey question;
    std::string wording, low, high;
    std::string lowSource, highSource;
};
struct SignOffFigure {
    QuestionKey question;
    std::shared_ptr<const Signer> signer; ///< null: asserted only
};
struct Revoke {
    QuestionKey question;
    std::string reason;
};
struct AddNote {
    QuestionKey question;
    std::string text;
};
struct AddEvidence {
    QuestionKey question;
    std::string fileName;
    std::string bytes;
    std::string note;
    std::string url;
};
/// How reliable is a source (a publisher, or who is named as saying it), for the whole case: "A" to "F".
struct GradeSource {
    std::string source;
    std::string grade;
    std::string reason;
};
/// How credible is what a source said on this question: "1" to "6".
struct GradeInformation {
    QuestionKey question;
    std::string source;
    std::string grade;
    std::string reason;
};
/// A result of the engine put right by a person; stays through re-reading and re-comparing.
struct Correct {
    Correction correction;
};
struct Join {
    std::vector<QuestionKey> questions;
};
struct Dismiss {
    QuestionKey question;
    std::string reason;
};
struct SetTitle {
    std::string title;
};
struct Undo {};
struct Redo {};

using Edit = std::variant<AddArticle, EditArticle, RemoveArticle, Arrange, SetPerson, SetVerdict, Propose,
                          SignOffFigure, Revoke, AddNote, AddEvidence, Join, Dismiss, SetTitle, Undo, Redo, SendBack,
                          GradeSource, GradeInformation, Correct>;

/// One line of the append-only log. hash = SHA-256 over the canonical form of all the other fields.
struct Record {
    RecordId id;
    std::string at; ///< UTC, ISO 8601 with milliseconds
    std::string by;
    std::string edit;   ///< "verdict", "sign-off", …
    std::string before; ///< JSON of what it changed, as it was
    std::string after;  ///< JSON of what it changed, as it is
    std::string previousHash, hash;
};

/// One case at one instant. Shared and immutable.
struct Dossier {
    std::string title;
    compare::SharedVector<Article> articles; ///< in the order of the panes
    std::optional<ArticleId> reference;
    std::vector<Person> people;
    compare::Comparison
        comparison; ///< derived; article indexes are those of `articles`, questions already joined as people said
    std::map<QuestionKey, Decisions> decisions; ///< keyed by the questions of `comparison`, re-anchored
    std::vector<std::pair<QuestionKey, Decisions>>
        lost;                             ///< decisions whose claims no longer stand anywhere: listed, never dropped
    std::vector<Placed> corrections;      ///< what people put right, oldest first, with where it stands now
    std::map<std::string, Grade> sources; ///< by name: how reliable, "A" to "F"
    std::map<QuestionKey, QuestionKey>
        joinedInto;                ///< keys of joined questions → the key that `comparison` has for them
    LongList<HistoryLine> history; ///< of the whole case, newest first
    bool canUndo = false, canRedo = false;
    std::string undoEdit, redoEdit; ///< what kind of record would be undone or redone: "verdict"
    std::string undoText, redoText; ///< "verdict on “people abducted”"
    std::uint64_t records = 0;
    std::string lastHash; ///< of the last record of the log; empty: there is none
    /// Question key → place in comparison.questions. Made by the case file; without it, looking up walks the list.
    std::shared_ptr<const std::unordered_map<std::string, std::uint32_t>> questionIndex;

    [[nodiscard]] const Decisions& decisionsOf(const QuestionKey& key) const; ///< an empty one when there are none
    /// The question of that key, or the one it was joined to; null when there is none.
    [[nodiscard]] const compare::Question* question(const QuestionKey& key) const;
    [[nodiscard]] const Article* article(const ArticleId& id) const; ///< null when it is not in the list
    [[nodiscard]] const Person* person(std::string_view name) const; ///< null when nobody of that name takes part
    [[nodiscard]] std::size_t lostCount() const;                     ///< decisions and corrections whose place is gone
    [[nodiscard]] std::size_t unresolved() const; ///< questions with a conflict or refinement that nobody has resolved
    [[nodiscard]] std::size_t countable() const;  ///< how many there are of that sort: "7 of 19 unresolved"
};

using Snapshot = std::shared_ptr<const Dossier>;

/// Does this question have to be looked at by a person (contradiction, discrepancy, refinement)? Agreement and single
/// sources do not count as work to be done.
bool needsDecision(const compare::Question& question);

/// Why an edit cannot be made, for people: what, where, and what to do. Empty: it can.
/// Covers the four eyes: sign-off by somebody else than the one who set the verdict or proposed the figure, and only by
/// an editor or head of desk.
/// @param newArticle  the caller knows already that the article to be added is not there: a large case is not searched
std::string whyNot(const Dossier& dossier, const Edit& edit, const std::string& by, bool newArticle = false);

} // namespace countercheck::dossier
