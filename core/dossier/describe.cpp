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
        return "verdict set to " + text(*verdict, "state") + (note.empty() ? "" : ": " + note);
    }
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
        return "evidence added" + (evidence ? ": " + text(*evidence, "file") : std::string());
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
