// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/dossier.h"
#include "core/dossier/plaintext.h"

#include <algorithm>
#include <set>

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

bool maySign(const Person* person) {
    return person && (person->role == Role::Editor || person->role == Role::Head);
}

struct Judge {
    const Dossier& dossier;
    const std::string& by;
    const Person* person;

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
        if (dossier.article(edit.article.id))
            return "the article is in the case already: these are the same bytes";
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
        std::set<ArticleId> present;
        for (const auto& article : dossier.articles)
            present.insert(article.id);
        for (const auto* list : {&edit.order, &edit.hidden})
            for (const auto& id : *list)
                if (!present.contains(id))
                    return "there is no article " + quoted(id.sha256.substr(0, 12)) + " in this case";
        if (edit.reference && !present.contains(*edit.reference))
            return "the reference article is not in this case";
        return {};
    }
    std::string operator()(const SetPerson& edit) const {
        return wrongWithNeeded("the person's name", edit.person.name, longestName, false);
    }
    std::string operator()(const SetVerdict& edit) const {
        const std::string wrong = questionThere(edit.question);
        return wrong.empty() ? wrongWith("the note", edit.note, longestText, true) : wrong;
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
        if (edit.bytes.empty() && isBlank(edit.note))
            return "the evidence is empty: choose a file that has something in it, or write a note or an address";
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

std::string whyNot(const Dossier& dossier, const Edit& edit, const std::string& by) {
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
    return std::visit(Judge{dossier, by, person}, edit);
}

} // namespace countercheck::dossier
