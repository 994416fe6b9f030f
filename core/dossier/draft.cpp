// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/draft.h"

#include "core/dossier/anchor.h"
#include "core/dossier/arrangement.h"
#include "core/dossier/sha256.h"

#include <algorithm>
#include <utility>

namespace countercheck::dossier {

namespace {

using Result = std::variant<Draft, std::string>;

struct Drafter {
    const Ledger& ledger;
    const Projection& projection;
    const Stamp& stamp;
    RecordId next;
    const Record* target;

    /// A change of one question's decisions: `change` alters a copy of its entry. `covered`: a sign-off covers it.
    template <class Change>
    Result onQuestion(const Edit& edit, const QuestionKey& key, bool covered, Change change) const {
        const Dossier& now = projection.now();
        const compare::Question* question = now.question(key);
        if (!question)
            return "there is no question “" + key.value + "” in this case";
        Entry was;
        if (const Entry* entry = projection.entryOf(ledger, key)) {
            was = entry->brief(); // an edit adds to notes and evidence, and changes none that is there
        } else {
            was.subject = question->key;
            for (int i = 2; ledger.entries.contains(was.subject); ++i) // taken by a question that has moved on
                was.subject = question->key + "~" + std::to_string(i);
            was.key = {question->key};
            was.label = question->label;
        }
        Entry is = was;
        is.key = {question->key};
        is.label = question->label;
        is.anchors = anchorsOf(*question, now.articles.get());
        if (covered)
            is.changedBy = stamp.by;
        change(is, *question, now);
        return Draft{std::string(editName(edit)), entrySlots(was, is), entrySlots(is, was)};
    }

    Result operator()(const AddArticle& edit) const {
        const Article& article = edit.article;
        logjson::Out before;
        before.beginObject();
        before.key("article");
        before.beginObject();
        before.member("id", article.id.sha256);
        before.boolean("present", false);
        before.endObject();
        before.endObject();
        logjson::Out after;
        after.beginObject();
        after.key("article");
        after.beginObject();
        after.member("id", article.id.sha256);
        after.boolean("present", true);
        after.number("at", ledger.articles.size());
        writeInfo(after, article.info);
        after.member("encoding", article.encoding);
        after.member("file", article.fileName);
        after.member("capturedAt", article.capturedAt.empty() ? stamp.at : article.capturedAt);
        writeCapture(after, article);
        after.member("textSha256", sha256Hex(article.text));
        after.endObject();
        after.endObject();
        return Draft{"add-article", before.text(), after.text()};
    }

    static void writeInfo(logjson::Out& out, const ArticleInfo& info) {
        out.member("title", info.title);
        out.member("publisher", info.publisher);
        out.member("published", info.published);
        out.member("url", info.url);
        out.member("language", info.language);
    }

    /// What older cases do not have stands in a record only where there is something to say.
    static void writeCapture(logjson::Out& out, const Article& article) {
        if (!article.mediaType.empty())
            out.member("mediaType", article.mediaType);
        if (!article.author.empty())
            out.member("author", article.author);
        if (!article.modified.empty())
            out.member("modified", article.modified);
    }

    /// An article of the list with everything that is needed to put it back in.
    std::string whole(const Article& article, const ArticleInfo& info) const {
        const auto& articles = ledger.articles.get();
        const auto place =
            std::find_if(articles.begin(), articles.end(), [&](const auto& a) { return a.id == article.id; });
        logjson::Out out;
        out.beginObject();
        out.key("article");
        out.beginObject();
        out.member("id", article.id.sha256);
        out.boolean("present", true);
        out.number("at", static_cast<std::uint64_t>(place - articles.begin()));
        writeInfo(out, info);
        out.member("encoding", article.encoding);
        out.member("file", article.fileName);
        out.member("capturedAt", article.capturedAt);
        writeCapture(out, article);
        if (const auto hash = ledger.textHash.find(article.id.sha256); hash != ledger.textHash.end())
            out.member("textSha256", hash->second);
        out.boolean("hidden", article.hidden);
        out.boolean("reference", ledger.reference == article.id);
        out.endObject();
        out.endObject();
        return out.text();
    }

    Result operator()(const EditArticle& edit) const {
        const Article* article = projection.now().article(edit.article);
        if (!article)
            return std::string("there is no such article in this case");
        if (article->info == edit.info)
            return std::string("nothing changed: the article's details are these already");
        return Draft{"edit-article", whole(*article, article->info), whole(*article, edit.info)};
    }

    Result operator()(const RemoveArticle& edit) const {
        const Article* article = projection.now().article(edit.article);
        if (!article)
            return std::string("there is no such article in this case");
        logjson::Out after;
        after.beginObject();
        after.key("article");
        after.beginObject();
        after.member("id", article->id.sha256);
        after.boolean("present", false);
        after.endObject();
        after.endObject();
        return Draft{"remove-article", whole(*article, article->info), after.text()};
    }

    Result operator()(const Arrange& edit) const {
        auto slots = arrangementSlots(ledger.articles.get(), ledger.reference, edit);
        if (!slots)
            return std::string("nothing changed: the panes are arranged like this already");
        return Draft{"arrange", std::move(slots->first), std::move(slots->second)};
    }

    Result operator()(const SetPerson& edit) const {
        const Person* person = projection.now().person(edit.person.name);
        if (person && *person == edit.person)
            return "nothing changed: " + edit.person.name + " is " + std::string(roleName(edit.person.role)) +
                   " already" + (person->key.empty() ? "" : ", with this key");
        const auto slot = [&](const Person* one) {
            logjson::Out out;
            out.beginObject();
            out.key("person");
            out.beginObject();
            out.member("name", edit.person.name);
            out.key("role");
            if (one)
                out.string(roleName(one->role));
            else
                out.null();
            if (one && !one->key.empty())
                out.member("key", one->key);
            out.endObject();
            out.endObject();
            return out.text();
        };
        return Draft{"person", slot(person), slot(&edit.person)};
    }

    Result operator()(const SetVerdict& edit) const {
        return onQuestion(edit, edit.question, true, [&](Entry& entry, const auto&, const auto&) {
            entry.verdict = Verdict{edit.state, edit.note, stamp, edit.primary, edit.supersededBy};
            entry.dismissed.clear();
        });
    }
    Result operator()(const SendBack& edit) const {
        return onQuestion(edit, edit.question, true, [&](Entry& entry, const auto&, const auto&) {
            entry.verdict = Verdict{VerdictState::Checking, edit.comment, stamp, {}, {}};
            entry.dismissed.clear();
        });
    }
    Result operator()(const GradeInformation& edit) const {
        return onQuestion(edit, edit.question, false, [&](Entry& entry, const auto&, const auto&) {
            entry.information[edit.source] = Grade{edit.grade, edit.reason, stamp};
        });
    }
    Result operator()(const GradeSource& edit) const {
        const auto slot = [&](const std::optional<Grade>& grade) {
            logjson::Out out;
            out.beginObject();
            out.key("sources");
            out.beginObject();
            out.key(edit.source);
            logjson::write(out, grade);
            out.endObject();
            out.endObject();
            return out.text();
        };
        const auto old = ledger.sources.find(edit.source);
        return Draft{"grade-source", slot(old == ledger.sources.end() ? std::nullopt : std::optional(old->second)),
                     slot(Grade{edit.grade, edit.reason, stamp})};
    }
    Result operator()(const Correct& edit) const {
        Correction correction = edit.correction;
        if (!correction.question.value.empty()) {
            const compare::Question* question = projection.now().question(correction.question);
            if (!question)
                return "there is no question “" + correction.question.value + "” in this case";
            correction.label = question->label;
            correction.anchors = anchorsOf(*question, projection.now().articles.get());
        }
        const auto slot = [&](bool there) {
            logjson::Out out;
            out.beginObject();
            out.key("correction");
            out.beginObject();
            out.number("id", next.value);
            if (there) {
                logjson::writeMembers(out, correction);
            } else {
                out.key("kind");
                out.null();
            }
            out.endObject();
            out.endObject();
            return out.text();
        };
        return Draft{"correct", slot(false), slot(true)};
    }
    Result operator()(const Propose& edit) const {
        return onQuestion(edit, edit.question, true, [&](Entry& entry, const auto&, const auto&) {
            entry.proposal = Proposal{edit.wording, edit.low, edit.high, stamp, edit.lowSource, edit.highSource};
            if (entry.taken) { // a new proposal after the sign-off was taken back starts afresh
                entry.taken.reset();
                entry.signedOff.reset();
            }
        });
    }
    Result operator()(const SignOffFigure& edit) const {
        return onQuestion(edit, edit.question, false, [&](Entry& entry, const auto& question, const Dossier& now) {
            const Subject subject = subjectOf(question, now.articles.get(), now.decisionsOf({question.key}));
            SignOff signOff{stamp, subject.hash(), true, {}, {}};
            if (edit.signer) {
                signOff.asserted = false;
                signOff.publicKey = edit.signer->publicKey();
                signOff.signature =
                    edit.signer->sign(signatureMessage(signOff.subjectHash, entry.subject, stamp.by, stamp.at));
            }
            entry.signedOff = logjson::Signed{std::move(signOff), subject};
            entry.taken.reset();
        });
    }
    Result operator()(const Revoke& edit) const {
        return onQuestion(edit, edit.question, false, [&](Entry& entry, const auto&, const Dossier& now) {
            if (!entry.signedOff) { // the sign-off stands with a question that was joined to this one
                const auto& decisions = now.decisionsOf(edit.question);
                if (decisions.signOff)
                    entry.signedOff = logjson::Signed{*decisions.signOff, {}};
            }
            entry.taken = logjson::Taken{edit.reason, stamp};
        });
    }
    Result operator()(const AddNote& edit) const {
        return onQuestion(edit, edit.question, false, [&](Entry& entry, const auto&, const auto&) {
            entry.notes[next.value] = {edit.text, stamp};
        });
    }
    Result operator()(const AddEvidence& edit) const {
        return onQuestion(edit, edit.question, true, [&](Entry& entry, const auto&, const auto&) {
            entry.evidence[next.value] = {edit.fileName,
                                          edit.bytes.empty() ? std::string() : sha256Hex(edit.bytes),
                                          edit.bytes.size(),
                                          edit.note,
                                          stamp,
                                          edit.url};
        });
    }
    Result operator()(const Dismiss& edit) const {
        return onQuestion(edit, edit.question, false,
                          [&](Entry& entry, const auto&, const auto&) { entry.dismissed = edit.reason; });
    }

    Result operator()(const Join& edit) const {
        const Dossier& now = projection.now();
        const auto slot = [&](bool there) {
            logjson::Out out;
            out.beginObject();
            out.key("join");
            out.beginObject();
            out.number("id", next.value);
            out.key("questions");
            if (there) {
                out.beginArray();
                for (const auto& key : edit.questions) {
                    const compare::Question* question = now.question(key);
                    out.beginObject();
                    out.member("question", question->key);
                    out.member("label", question->label);
                    out.key("anchors");
                    logjson::write(out, anchorsOf(*question, now.articles.get()));
                    out.endObject();
                }
                out.endArray();
            } else {
                out.null();
            }
            out.endObject();
            out.endObject();
            return out.text();
        };
        for (const auto& key : edit.questions)
            if (!now.question(key))
                return "there is no question “" + key.value + "” in this case";
        return Draft{"join", slot(false), slot(true)};
    }

    Result operator()(const SetTitle& edit) const {
        if (edit.title == ledger.title)
            return std::string("nothing changed: the case has this name already");
        const auto slot = [](const std::string& title) {
            logjson::Out out;
            out.beginObject();
            out.member("title", title);
            out.endObject();
            return out.text();
        };
        return Draft{"title", slot(ledger.title), slot(edit.title)};
    }

    /// `slots` again, with the record that is undone or redone; what somebody else undoes counts as that one's change.
    std::string again(const std::string& slotsText, const char* name) const {
        rapidjson::Document document;
        logjson::parse(slotsText, document);
        logjson::Out out;
        out.beginObject();
        out.number(name, target->id.value);
        for (const auto& item : document.GetObject()) {
            const std::string_view key(item.name.GetString(), item.name.GetStringLength());
            if (key == "undoes" || key == "redoes")
                continue;
            const bool changer = key == "changedBy" && target->by != stamp.by &&
                                 (target->edit == "verdict" || target->edit == "propose" ||
                                  target->edit == "evidence" || target->edit == "send-back");
            out.key(key);
            if (changer)
                out.string(stamp.by);
            else
                out.value(item.value);
        }
        out.endObject();
        return out.text();
    }
    Result operator()(const Undo&) const {
        if (!target)
            return std::string("there is nothing to undo");
        return Draft{"undo", target->after, again(target->before, "undoes")};
    }
    Result operator()(const Redo&) const {
        if (!target)
            return std::string("there is nothing to redo");
        return Draft{"redo", target->before, again(target->after, "redoes")};
    }
};

} // namespace

std::variant<Draft, std::string> draft(const Ledger& ledger, const Projection& projection, const Edit& edit,
                                       const Stamp& stamp, RecordId next, const Record* target) {
    return std::visit(Drafter{ledger, projection, stamp, next, target}, edit);
}

std::string_view editName(const Edit& edit) {
    static constexpr std::string_view names[] = {
        "add-article", "edit-article", "remove-article",    "arrange", "person",  "verdict", "propose", "sign-off",
        "revoke",      "note",         "evidence",          "join",    "dismiss", "title",   "undo",    "redo",
        "send-back",   "grade-source", "grade-information", "correct"};
    static_assert(std::size(names) == std::variant_size_v<Edit>);
    return names[edit.index()];
}

} // namespace countercheck::dossier
