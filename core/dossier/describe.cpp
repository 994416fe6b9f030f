// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/describe.h"

namespace countercheck::dossier {

namespace {

using logjson::member;
using logjson::text;
using logjson::Value;

std::string quoted(const std::string& words) {
    return "“" + words + "”";
}

std::string articleName(const Value& holder) {
    const Value* article = member(holder, "article");
    if (!article)
        return {};
    std::string name = text(*article, "title");
    if (name.empty())
        name = text(*article, "file");
    if (name.empty())
        name = text(*article, "id").substr(0, 12);
    return quoted(name);
}
/// The name as it stands in `after`, or in `before` when the article went out.
std::string articleName(const Value& before, const Value& after) {
    const Value* article = member(after, "article");
    return article && !text(*article, "file").empty() ? articleName(after) : articleName(before);
}

/// The one numbered item of that member that is not null.
const Value* numbered(const Value& holder, const char* name) {
    const Value* items = member(holder, name);
    if (items && items->IsObject())
        for (const auto& item : items->GetObject())
            if (item.value.IsObject())
                return &item.value;
    return nullptr;
}

std::string joinedLabels(const Value& after) {
    std::string labels;
    const Value* join = member(after, "join");
    const Value* questions = join ? member(*join, "questions") : nullptr;
    if (questions && questions->IsArray())
        for (const auto& question : questions->GetArray())
            labels += (labels.empty() ? "" : " and ") + quoted(text(question, "label"));
    return labels;
}

/// The one graded source of that member, and its grade ("none" where a grade was taken back).
std::pair<std::string, std::string> onlyGrade(const Value& holder, const char* name) {
    const Value* items = member(holder, name);
    if (items && items->IsObject())
        for (const auto& item : items->GetObject())
            return {std::string(item.name.GetString(), item.name.GetStringLength()),
                    item.value.IsObject() ? text(item.value, "grade") : "none"};
    return {};
}

std::string correctionText(const Value& holder) {
    const Value* slot = member(holder, "correction");
    Correction correction;
    if (!slot || !logjson::read(*slot, correction))
        return "correction taken back";
    const std::string label = quoted(correction.label);
    const std::string words = correction.claims.empty() ? std::string() : quoted(correction.claims.front().quote);
    switch (correction.kind) {
    case CorrectionKind::Rename:
        return label + " renamed to " + quoted(correction.text);
    case CorrectionKind::Split:
        return words + " set apart from " + label;
    case CorrectionKind::Relation:
        return "relation of " + words + " and " + quoted(correction.claims[1].quote) +
               " dismissed: " + correction.reason;
    case CorrectionKind::Mark:
        return words + " marked as an answer to " + (correction.label.empty() ? quoted(correction.text) : label);
    case CorrectionKind::Value:
        return "what " + words + " says put right";
    case CorrectionKind::Lineage:
        return correction.text == "derived" ? "an article marked as derived from another"
                                            : "two articles marked as independent";
    }
    return "correction";
}

std::string proposalText(const Value& proposal) {
    const std::string low = text(proposal, "low");
    const std::string high = text(proposal, "high");
    std::string figures = " (not established)";
    if (!low.empty() && low == high)
        figures = " (" + low + ")";
    else if (!low.empty() && !high.empty())
        figures = " (" + low + " to " + high + ")";
    else if (!low.empty())
        figures = " (" + low + " or more)";
    else if (!high.empty())
        figures = " (" + high + " or fewer)";
    return "wording proposed: " + quoted(text(proposal, "wording")) + figures;
}

} // namespace

std::string describe(std::string_view edit, const Value& before, const Value& after) {
    if (edit == "verdict") {
        const Value* verdict = member(after, "verdict");
        if (!verdict)
            return "verdict set again";
        const std::string note = text(*verdict, "note");
        const std::string later = text(*verdict, "supersededBy");
        return "verdict set to " + text(*verdict, "state") + (later.empty() ? "" : " (superseded by " + later + ")") +
               (note.empty() ? "" : ": " + note);
    }
    if (edit == "send-back") {
        const Value* verdict = member(after, "verdict");
        return "sent back" + (verdict ? ": " + text(*verdict, "note") : std::string());
    }
    if (edit == "grade-source") {
        const auto& [source, grade] = onlyGrade(after, "sources");
        return "reliability of " + quoted(source) + " graded " + grade;
    }
    if (edit == "grade-information") {
        const auto& [source, grade] = onlyGrade(after, "information");
        return "what " + quoted(source) + " says graded " + grade;
    }
    if (edit == "correct")
        return correctionText(after);
    if (edit == "merge")
        return "merged from another copy of the case";
    if (edit == "propose") {
        const Value* proposal = member(after, "proposal");
        return proposal ? proposalText(*proposal) : "wording proposed again";
    }
    if (edit == "sign-off") {
        const Value* signedOff = member(after, "signOff");
        const Value* asserted = signedOff ? member(*signedOff, "asserted") : nullptr;
        return asserted && asserted->IsFalse() ? "signed off" : "signed off (identity asserted, not proven)";
    }
    if (edit == "revoke") {
        const Value* taken = member(after, "takenBack");
        return "sign-off taken back" + (taken ? ": " + text(*taken, "reason") : std::string());
    }
    if (edit == "note") {
        const Value* note = numbered(after, "notes");
        return "note" + (note ? ": " + text(*note, "text") : std::string());
    }
    if (edit == "evidence") {
        const Value* evidence = numbered(after, "evidence");
        if (!evidence)
            return "evidence added";
        const std::string file = text(*evidence, "file");
        return "evidence added: " + (file.empty() ? text(*evidence, "url") : file);
    }
    if (edit == "dismiss")
        return "dismissed: " + text(after, "dismissed");
    if (edit == "join")
        return joinedLabels(after) + " joined into one question";
    if (edit == "person") {
        const Value* now = member(after, "person");
        const Value* was = member(before, "person");
        const std::string name = now ? text(*now, "name") : std::string();
        const std::string role = now ? text(*now, "role") : std::string();
        const std::string old = was ? text(*was, "role") : std::string();
        return old.empty() ? name + " takes part as " + role : name + " is " + role + " now, was " + old;
    }
    if (edit == "add-article")
        return "article added: " + articleName(after);
    if (edit == "edit-article")
        return "details of " + articleName(after) + " changed";
    if (edit == "remove-article")
        return "article taken out: " + articleName(before, after);
    if (edit == "arrange")
        return "panes arranged";
    if (edit == "title")
        return "case named " + quoted(text(after, "title"));
    return std::string(edit);
}

std::string whatOf(std::string_view edit, const Value& before, const Value& after) {
    const std::string label = quoted(text(after, "label"));
    if (edit == "verdict")
        return "verdict on " + label;
    if (edit == "propose")
        return "proposed wording for " + label;
    if (edit == "sign-off")
        return "sign-off of " + label;
    if (edit == "revoke")
        return "taking back the sign-off of " + label;
    if (edit == "note")
        return "note on " + label;
    if (edit == "evidence")
        return "evidence for " + label;
    if (edit == "send-back")
        return "sending back of " + label;
    if (edit == "grade-information")
        return "grade on " + label;
    if (edit == "grade-source")
        return "grade of " + quoted(onlyGrade(after, "sources").first);
    if (edit == "correct")
        return "correction: " + correctionText(after);
    if (edit == "dismiss")
        return "dismissal of " + label;
    if (edit == "join")
        return "joining of " + joinedLabels(after);
    if (edit == "add-article")
        return "adding of " + articleName(after);
    if (edit == "edit-article")
        return "details of " + articleName(after);
    if (edit == "remove-article")
        return "taking out of " + articleName(before, after);
    if (edit == "arrange")
        return "arrangement of the panes";
    if (edit == "title")
        return "name of the case";
    return std::string(edit);
}

} // namespace countercheck::dossier
