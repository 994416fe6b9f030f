// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/arrangement.h"
#include "core/dossier/dossier.h"
#include "core/dossier/limits.h"
#include "core/dossier/plaintext.h"
#include "core/dossier/signing.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace countercheck::dossier {

namespace {

constexpr std::size_t longestName = 200;      // bytes
constexpr std::size_t longestLine = 2'000;    // bytes: wording, reason, title, URL
constexpr std::size_t longestText = 1u << 20; // bytes: a note
constexpr std::size_t largestExhibit = 256u << 20;

std::string quoted(std::string_view words) {
    return "“" + std::string(words) + "”";
}

/// What is wrong with a text that goes into the log; empty: nothing. `lines`: it may have several lines.
std::string wrongWith(std::string_view what, std::string_view text, std::size_t longest, bool lines) {
    if (!isUtf8(text))
        return std::string(what) + " is not valid UTF-8: write it again";
    if (text.size() > longest)
        return std::string(what) + " is longer than " + std::to_string(longest) + " bytes: shorten it";
    if (hasControls(text, lines))
        return std::string(what) + " holds control characters: take them out";
    return {};
}
/// The same for one that must not be blank.
std::string wrongWithNeeded(std::string_view what, std::string_view text, std::size_t longest, bool lines) {
    if (isBlank(text))
        return std::string(what) + " is empty: write one";
    return wrongWith(what, text, longest, lines);
}

/// Material (articles, their order, the name of the case) may be brought in before anybody is named; decisions not.
bool isMaterial(const Edit& edit) {
    return std::holds_alternative<AddArticle>(edit) || std::holds_alternative<EditArticle>(edit) ||
           std::holds_alternative<RemoveArticle>(edit) || std::holds_alternative<Arrange>(edit) ||
           std::holds_alternative<SetTitle>(edit);
}

/// Do two claims of two origins stand beside each other without a conflict? Two origins that contradict each other
/// verify nothing.
bool twoOriginsAgree(const compare::Question& question, const std::vector<std::uint32_t>& origin) {
    if (origin.empty()) // nobody asked which articles rest on one another
        return question.origins >= 2;
    std::set<std::pair<std::uint32_t, std::uint32_t>> conflicts;
    for (const auto& relation : question.relations)
        if (relation.kind == compare::RelationKind::Contradiction ||
            relation.kind == compare::RelationKind::Discrepancy)
            conflicts.insert(std::minmax(relation.a, relation.b));
    const auto& claims = question.claims.get();
    const auto known = [&](std::uint32_t c) { return claims[c].article < origin.size(); };
    for (std::uint32_t a = 0; a < claims.size(); ++a)
        for (std::uint32_t b = a + 1; known(a) && b < claims.size(); ++b)
            if (known(b) && origin[claims[a].article] != origin[claims[b].article] && !conflicts.contains({a, b}))
                return true;
    return false;
}

bool maySign(const Person* person) {
    return person && (person->role == Role::Editor || person->role == Role::Head);
}

struct Judge {
    const Dossier& dossier;
    const std::string& by;
    const Person* person;
    bool newArticle = false;

    std::string questionThere(const QuestionKey& key) const {
        if (dossier.question(key))
            return {};
        return "there is no question " + quoted(key.value) +
               " in this case: it may have been read anew; list the questions again";
    }
    std::string onlySigners(std::string_view what) const {
        if (maySign(person))
            return {};
        return by + " is " + std::string(roleName(person->role)) + ": only an editor or head of desk can " +
               std::string(what);
    }
    static std::string wrongInfo(const ArticleInfo& info) {
        std::string wrong = wrongWith("the title", info.title, longestLine, true);
        if (wrong.empty())
            wrong = wrongWith("the publisher", info.publisher, longestLine, false);
        if (wrong.empty())
            wrong = wrongWith("the date of publication", info.published, longestName, false);
        if (wrong.empty() && !info.published.empty() && !read::parseIsoTime(info.published))
            wrong = "the date of publication " + quoted(info.published) +
                    " is not an ISO 8601 date: write it like 2026-01-13 or 2026-01-13T08:15:00Z";
        if (wrong.empty())
            wrong = wrongWith("the URL", info.url, longestLine, false);
        if (wrong.empty())
            wrong = wrongWith("the language", info.language, longestName, false);
        return wrong;
    }
    std::string articleThere(const ArticleId& id) const {
        return dossier.article(id) ? std::string()
                                   : "there is no article " + quoted(id.sha256.substr(0, 12)) + " in this case";
    }

    std::string operator()(const AddArticle& edit) const {
        if (!newArticle && dossier.article(edit.article.id))
            return "the article is in the case already: these are the same bytes";
        if (dossier.articles.size() >= mostArticles)
            return tooManyArticles();
        if (edit.article.text.empty())
            return "the article has no text: there is nothing to compare";
        if (!isUtf8(edit.article.text))
            return "the article's text is not valid UTF-8: it was not decoded rightly";
        if (edit.article.text.size() > largestExhibit)
            return "the article is larger than 256 MiB: split it";
        if (std::string wrong = wrongWith("the file name", edit.article.fileName, longestLine, true); !wrong.empty())
            return wrong;
        // A file may say of itself what it likes: that is no reason to keep it out, as long as it can be kept at all.
        const ArticleInfo& info = edit.article.info;
        for (const auto* text : {&info.title, &info.publisher, &info.published, &info.url, &info.language})
            if (!isUtf8(*text) || text->size() > longestText)
                return "what the file says of itself (title, publisher, date, URL) is not valid UTF-8 or is far too "
                       "long: "
                       "leave it out";
        return {};
    }
    std::string operator()(const EditArticle& edit) const {
        const std::string wrong = articleThere(edit.article);
        return wrong.empty() ? wrongInfo(edit.info) : wrong;
    }
    std::string operator()(const RemoveArticle& edit) const { return articleThere(edit.article); }
    std::string operator()(const Arrange& edit) const {
        const auto& articles = dossier.articles.get();
        Places ordered(articles), hidden(articles);
        for (const auto& [list, places] : {std::pair(&edit.order, &ordered), std::pair(&edit.hidden, &hidden)})
            for (const auto& id : *list)
                if (places->of(id.sha256) == Places::nowhere)
                    return "there is no article " + quoted(id.sha256.substr(0, 12)) + " in this case";
        if (edit.reference && hidden.of(edit.reference->sha256) == Places::nowhere)
            return "the reference article is not in this case";
        return {};
    }
    std::string operator()(const SetPerson& edit) const {
        if (!edit.person.key.empty() && !isPublicKey(edit.person.key))
            return "the key is not an Ed25519 public key (32 bytes in base64)";
        return wrongWithNeeded("the person's name", edit.person.name, longestName, false);
    }
    std::string operator()(const SetVerdict& edit) const {
        std::string wrong = questionThere(edit.question);
        if (wrong.empty())
            wrong = wrongWith("the note", edit.note, longestText, true);
        if (wrong.empty())
            wrong = wrongWith("the primary source", edit.primary, longestLine, false);
        if (wrong.empty())
            wrong = wrongWith("what supersedes it", edit.supersededBy, longestLine, false);
        return wrong.empty() ? wrongWithStep(edit) : wrong;
    }
    /// The way of a verdict: unchecked → checking → verified, disputed, false, unverifiable (checking may be left out:
    /// who sets a verdict has checked); from one of these → outdated, naming what took its place; back → with a reason.
    std::string wrongWithStep(const SetVerdict& edit) const {
        const Decisions& decisions = dossier.decisionsOf(edit.question);
        const VerdictState now = decisions.verdict ? decisions.verdict->state : VerdictState::Unchecked;
        const bool decided = now != VerdictState::Unchecked && now != VerdictState::Checking;
        switch (edit.state) {
        case VerdictState::Unchecked: // a slip of one's own is taken back without words
            if (decisions.verdict && decisions.verdict->stamp.by == by && !decisions.signOff)
                break;
            [[fallthrough]];
        case VerdictState::Checking:
            if (decided && isBlank(edit.note))
                return "the verdict is “" + std::string(verdictStateName(now)) +
                       "”: to check again, say why in the note";
            break;
        case VerdictState::Outdated:
            if (!decided)
                return "nothing is decided yet that could be outdated: set a verdict first";
            if (isBlank(edit.supersededBy) && isBlank(edit.note))
                return "what supersedes it is not named: say what took its place";
            break;
        case VerdictState::Verified: {
            const compare::Question& question = *dossier.question(edit.question);
            const auto origins = question.origins;
            if (origins >= 2 && twoOriginsAgree(question, dossier.comparison.origin))
                break;
            const bool primary = !isBlank(edit.primary) || !decisions.evidence.empty();
            const std::string found = origins >= 2   ? "has several origins, and no two of them say the same"
                                      : origins == 1 ? "has one origin (its articles rest on one another)"
                                                     : "has no two origins that are known to be independent";
            if (!primary)
                return "“verified” needs two independent origins, or one primary source and a reason why it is enough: "
                       "this question " +
                       found + "; name the primary source or add it as evidence";
            if (isBlank(edit.note))
                return "“verified” on one primary source needs a reason: say in the note why one source is enough";
            break;
        }
        case VerdictState::Disputed:
        case VerdictState::False:
        case VerdictState::Unverifiable:
            break;
        }
        return {};
    }
    std::string operator()(const SendBack& edit) const {
        if (std::string wrong = questionThere(edit.question); !wrong.empty())
            return wrong;
        if (std::string wrong = onlySigners("send it back"); !wrong.empty())
            return wrong;
        const Decisions& decisions = dossier.decisionsOf(edit.question);
        if (!decisions.proposal && (!decisions.verdict || decisions.verdict->state == VerdictState::Unchecked ||
                                    decisions.verdict->state == VerdictState::Checking))
            return "there is no verdict or wording yet that could be sent back";
        return wrongWithNeeded("the comment", edit.comment, longestText, true);
    }
    std::string operator()(const GradeSource& edit) const {
        std::string wrong = wrongWithNeeded("the source", edit.source, longestLine, false);
        if (wrong.empty() && (edit.grade.size() != 1 || edit.grade[0] < 'A' || edit.grade[0] > 'F'))
            wrong = "the reliability is " + quoted(edit.grade) + ": it must be A (reliable) to F (cannot be judged)";
        return wrong.empty() ? wrongWithNeeded("the reason", edit.reason, longestLine, true) : wrong;
    }
    std::string operator()(const GradeInformation& edit) const {
        std::string wrong = questionThere(edit.question);
        if (wrong.empty())
            wrong = wrongWithNeeded("the source", edit.source, longestLine, false);
        if (wrong.empty() && (edit.grade.size() != 1 || edit.grade[0] < '1' || edit.grade[0] > '6'))
            wrong = "the credibility is " + quoted(edit.grade) + ": it must be 1 (confirmed) to 6 (cannot be judged)";
        return wrong.empty() ? wrongWithNeeded("the reason", edit.reason, longestLine, true) : wrong;
    }

    /// Do the words stand in the article where the anchor says?
    std::string wrongWithAnchor(const ClaimAnchor& anchor) const {
        if (std::string wrong = articleThere(anchor.article); !wrong.empty())
            return wrong;
        const std::string_view text = dossier.article(anchor.article)->text;
        const auto begin = byteOfCodePoint(text, anchor.start);
        if (anchor.quote.empty() || !begin || text.substr(*begin, anchor.quote.size()) != anchor.quote)
            return "the words " + quoted(anchor.quote) + " do not stand at code point " + std::to_string(anchor.start) +
                   " of that article";
        return {};
    }
    /// The place of the anchor's claim in the question; nothing when it is none of its claims.
    std::optional<std::uint32_t> claimAt(const compare::Question& question, const ClaimAnchor& anchor) const {
        for (std::uint32_t i = 0; i < question.claims.size(); ++i) {
            const auto& claim = question.claims[i];
            if (claim.article < dossier.articles.size() && dossier.articles[claim.article].id == anchor.article &&
                claim.quote == anchor.quote &&
                byteOfCodePoint(dossier.articles[claim.article].text, anchor.start) == claim.words.begin)
                return i;
        }
        return std::nullopt;
    }
    std::string operator()(const Correct& edit) const {
        const Correction& correction = edit.correction;
        const bool fresh = correction.kind == CorrectionKind::Mark && correction.question.value.empty();
        const compare::Question* question = nullptr;
        if (correction.kind != CorrectionKind::Lineage && !fresh) {
            if (std::string wrong = questionThere(correction.question); !wrong.empty())
                return wrong;
            question = dossier.question(correction.question);
        }
        if (std::string wrong = wrongWith("the reason", correction.reason, longestLine, true); !wrong.empty())
            return wrong;
        if (std::string wrong = wrongWith("the text", correction.text, longestLine, false); !wrong.empty())
            return wrong;
        std::set<std::uint32_t> claims;
        for (const auto& anchor : correction.claims) {
            if (std::string wrong = wrongWithAnchor(anchor); !wrong.empty())
                return wrong;
            if (correction.kind == CorrectionKind::Mark)
                continue;
            const auto claim = question ? claimAt(*question, anchor) : std::nullopt;
            if (!claim)
                return quoted(anchor.quote) + " is not a claim of this question there: list the questions again";
            claims.insert(*claim);
        }
        switch (correction.kind) {
        case CorrectionKind::Rename:
            return wrongWithNeeded("the new name", correction.text, longestLine, false);
        case CorrectionKind::Split:
            if (claims.empty())
                return "no claim is named that should be set apart: name at least one";
            return claims.size() < question->claims.size()
                       ? std::string()
                       : "these are all the claims of the question: there is nothing to set them apart from";
        case CorrectionKind::Relation:
            if (claims.size() != 2)
                return "dismissing a relation takes the two claims between which it stands";
            if (std::none_of(question->relations.begin(), question->relations.end(), [&](const auto& relation) {
                    return relation.a == *claims.begin() && relation.b == *claims.rbegin();
                }))
                return "there is no relation between these two claims";
            return wrongWithNeeded("the reason", correction.reason, longestLine, true);
        case CorrectionKind::Mark:
            if (correction.claims.size() != 1)
                return "marking takes the words of one claim";
            if (fresh && isBlank(correction.text))
                return "neither a question is named that the words answer nor a new one: name one";
            return wrongWithValue(correction);
        case CorrectionKind::Value:
            if (claims.size() != 1)
                return "putting a value right takes one claim";
            if (!correction.value && !correction.low && !correction.high && !correction.qualifier && !correction.unit &&
                !correction.from && !correction.to && !correction.attribution)
                return "nothing is put right: give a value, bounds, a unit, a time or who says it";
            return wrongWithValue(correction);
        case CorrectionKind::Lineage:
            if (correction.articles.size() != 2 || correction.articles[0] == correction.articles[1])
                return "lineage takes two different articles";
            for (const auto& id : correction.articles)
                if (std::string wrong = articleThere(id); !wrong.empty())
                    return wrong;
            return correction.text == "derived" || correction.text == "independent"
                       ? std::string()
                       : "lineage is " + quoted(correction.text) + ": it must be derived or independent";
        }
        return {};
    }
    std::string operator()(const Propose& edit) const {
        std::string wrong = questionThere(edit.question);
        if (wrong.empty())
            wrong = wrongWithNeeded("the wording", edit.wording, longestLine, false);
        for (const auto& [name, value] : {std::pair("low", &edit.low), std::pair("high", &edit.high)})
            if (wrong.empty() && !value->empty() && !isPlainDecimal(*value))
                wrong = std::string(name) + " is " + quoted(*value) +
                        ": write a plain number like 160 or 2.5, or leave it empty";
        if (wrong.empty() && !edit.low.empty() && !edit.high.empty() &&
            *read::Decimal::tryFrom(edit.low) > *read::Decimal::tryFrom(edit.high))
            wrong = "low (" + edit.low + ") is greater than high (" + edit.high + "): exchange them";
        for (const auto* source : {&edit.lowSource, &edit.highSource})
            if (wrong.empty())
                wrong = wrongWith("the source", *source, longestLine, false);
        return wrong;
    }
    std::string operator()(const SignOffFigure& edit) const {
        if (std::string wrong = questionThere(edit.question); !wrong.empty())
            return wrong;
        if (std::string wrong = onlySigners("sign off"); !wrong.empty())
            return wrong;
        const Decisions& decisions = dossier.decisionsOf(edit.question);
        const bool settled = decisions.verdict && decisions.verdict->state != VerdictState::Unchecked;
        if (!settled && !decisions.proposal)
            return "there is nothing to sign off yet: set a verdict or propose a wording first";
        if (decisions.verdict && decisions.verdict->state == VerdictState::Checking)
            return "the question is still being checked (" + decisions.verdict->stamp.by + "): set a verdict first";
        if (!decisions.conflicts.empty())
            return "two people decided on it without knowing of each other (" + decisions.conflicts.front().slot +
                   "): settle that first with a decision of your own";
        if (edit.signer && !person->key.empty() && person->key != edit.signer->publicKey())
            return "the key is not the one that is known of " + by +
                   " in this case: sign with that one, or change it "
                   "with a “person” edit";
        if (decisions.signOff && !decisions.revoked)
            return "it is signed off already, by " + decisions.signOff->stamp.by;
        const std::string other = ": somebody else has to sign it off (four eyes)";
        if (decisions.verdict && decisions.verdict->stamp.by == by)
            return by + " set the verdict" + other;
        if (decisions.proposal && decisions.proposal->stamp.by == by)
            return by + " proposed the wording" + other;
        if (decisions.changedBy == by)
            return by + " was the last to change it" + other;
        return {};
    }
    std::string operator()(const Revoke& edit) const {
        if (std::string wrong = questionThere(edit.question); !wrong.empty())
            return wrong;
        if (std::string wrong = onlySigners("take a sign-off back"); !wrong.empty())
            return wrong;
        const Decisions& decisions = dossier.decisionsOf(edit.question);
        if (!decisions.signOff)
            return "it is not signed off: there is nothing to take back";
        if (decisions.revoked)
            return "its sign-off does not hold any more (" + decisions.revokedBecause +
                   "): there is nothing to take back";
        return wrongWithNeeded("the reason", edit.reason, longestLine, true);
    }
    std::string operator()(const AddNote& edit) const {
        const std::string wrong = questionThere(edit.question);
        return wrong.empty() ? wrongWithNeeded("the note", edit.text, longestText, true) : wrong;
    }
    std::string operator()(const AddEvidence& edit) const {
        if (std::string wrong = questionThere(edit.question); !wrong.empty())
            return wrong;
        if (edit.bytes.empty() && isBlank(edit.note) && isBlank(edit.url))
            return "the evidence is empty: choose a file that has something in it, or write a note or an address";
        if (std::string wrong = wrongWith("the address", edit.url, longestLine, false); !wrong.empty())
            return wrong;
        if (edit.bytes.size() > largestExhibit)
            return quoted(edit.fileName) + " is larger than 256 MiB: keep it elsewhere and give its address";
        std::string wrong = wrongWith("the file name", edit.fileName, longestLine, false);
        return wrong.empty() ? wrongWith("the note", edit.note, longestText, true) : wrong;
    }
    std::string operator()(const Join& edit) const {
        std::set<std::string> different;
        for (const auto& key : edit.questions) {
            if (std::string wrong = questionThere(key); !wrong.empty())
                return wrong;
            different.insert(dossier.question(key)->key);
        }
        if (different.size() < 2)
            return edit.questions.size() < 2 ? "joining takes two questions: name both"
                                             : "these are one question already: there is nothing to join";
        return {};
    }
    std::string operator()(const Dismiss& edit) const {
        const std::string wrong = questionThere(edit.question);
        return wrong.empty() ? wrongWithNeeded("the reason", edit.reason, longestLine, true) : wrong;
    }
    std::string operator()(const SetTitle& edit) const {
        return wrongWith("the name of the case", edit.title, longestLine, false);
    }
    std::string undoable(bool can, const std::string& edit, std::string_view verb) const {
        if (!can)
            return "there is nothing to " + std::string(verb);
        if (edit == "sign-off" || edit == "revoke")
            return onlySigners(std::string(verb) + " a sign-off or its taking back");
        return {};
    }
    std::string operator()(const Undo&) const { return undoable(dossier.canUndo, dossier.undoEdit, "undo"); }
    std::string operator()(const Redo&) const { return undoable(dossier.canRedo, dossier.redoEdit, "redo"); }
};

} // namespace

std::string whyNot(const Dossier& dossier, const Edit& edit, const std::string& by, bool newArticle) {
    if (isBlank(by))
        return "nobody is named as the one who does this: say who you are";
    if (std::string wrong = wrongWith("the name of the one who does this", by, longestName, false); !wrong.empty())
        return wrong;
    const Person* person = dossier.person(by);
    if (!std::holds_alternative<SetPerson>(edit)) {
        if (!person && !isMaterial(edit))
            return by + " does not take part in this case: add them first with a “person” edit (name and role)";
        if (person && person->role == Role::Viewer)
            return by + " takes part as viewer and cannot change the case: an editor can give them another role";
    }
    return std::visit(Judge{dossier, by, person, newArticle}, edit);
}

} // namespace countercheck::dossier
