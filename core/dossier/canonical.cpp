// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/canonical.h"

#include "core/dossier/sha256.h"

#include <algorithm>

namespace countercheck::dossier {

namespace {

std::string unordered(std::string_view what, std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    Canonical form(what);
    for (const auto& part : parts)
        form.add(part);
    return form.hash();
}

std::string claimForm(const compare::QuestionClaim& claim, const std::vector<Article>& articles) {
    Canonical form("claim");
    form.add(claim.article < articles.size() ? std::string_view(articles[claim.article].id.sha256)
                                             : std::string_view{});
    form.add(claim.quote).add(claim.unit).add(claim.attribution).add(std::int64_t{claim.negative});
    if (const auto& set = claim.set; set) {
        form.add("set").add(set->headline).add(set->low).add(set->high);
        form.add(std::int64_t{set->lowInclusive}).add(std::int64_t{set->highInclusive});
        form.add(static_cast<std::int64_t>(set->qualifier));
    }
    if (const auto& time = claim.time; time) {
        form.add("time").add(time->from).add(time->to).add(static_cast<std::int64_t>(time->grain));
        form.add(std::int64_t{time->openFrom}).add(std::int64_t{time->openTo});
    }
    return form.bytes();
}

} // namespace

Canonical& Canonical::add(std::string_view field) {
    bytes_ += std::to_string(field.size());
    bytes_ += ':';
    bytes_ += field;
    bytes_ += ',';
    return *this;
}

Canonical& Canonical::add(const std::optional<read::Decimal>& value) {
    return value ? add(value->toString()) : add(std::string_view("none"));
}

std::string Canonical::hash() const {
    return sha256Hex(bytes_);
}

std::string recordHash(const Record& record) {
    Canonical form("countercheck-record-1");
    form.add(std::to_string(record.id.value)).add(record.at).add(record.by).add(record.edit);
    form.add(record.before).add(record.after).add(record.previousHash);
    return form.hash();
}

std::string Subject::hash() const {
    return Canonical("countercheck-subject-1").add(claims).add(verdict).add(wording).add(evidence).hash();
}

Subject subjectOf(const compare::Question& question, const std::vector<Article>& articles, const Decisions& decisions) {
    Subject subject;
    std::vector<std::string> parts;
    for (const auto& claim : question.claims)
        parts.push_back(claimForm(claim, articles));
    subject.claims = unordered("claims", std::move(parts));

    Canonical verdict("verdict");
    if (decisions.verdict)
        verdict.add(verdictStateName(decisions.verdict->state)).add(decisions.verdict->note);
    if (decisions.verdict && !(decisions.verdict->primary.empty() && decisions.verdict->supersededBy.empty()))
        verdict.add(decisions.verdict->primary).add(decisions.verdict->supersededBy);
    subject.verdict = verdict.hash();

    Canonical wording("wording");
    if (decisions.proposal)
        wording.add(decisions.proposal->wording).add(decisions.proposal->low).add(decisions.proposal->high);
    if (decisions.proposal && !(decisions.proposal->lowSource.empty() && decisions.proposal->highSource.empty()))
        wording.add(decisions.proposal->lowSource).add(decisions.proposal->highSource);
    subject.wording = wording.hash();

    parts.clear();
    for (const auto& evidence : decisions.evidence) {
        Canonical exhibit("exhibit");
        exhibit.add(evidence.sha256).add(evidence.fileName).add(evidence.note);
        if (!evidence.url.empty())
            exhibit.add(evidence.url);
        parts.push_back(exhibit.bytes());
    }
    subject.evidence = unordered("evidence", std::move(parts));
    return subject;
}

std::vector<ChangedPart::Part> changedParts(const Subject& then, const Subject& now) {
    std::vector<ChangedPart::Part> parts;
    if (then.claims != now.claims)
        parts.push_back(ChangedPart::Part::Claims);
    if (then.verdict != now.verdict)
        parts.push_back(ChangedPart::Part::Verdict);
    if (then.wording != now.wording)
        parts.push_back(ChangedPart::Part::Wording);
    if (then.evidence != now.evidence)
        parts.push_back(ChangedPart::Part::Evidence);
    return parts;
}

std::string changedPartText(const ChangedPart& part) {
    static constexpr std::string_view names[] = {"the claims", "the verdict", "the wording", "the evidence"};
    std::string text(names[static_cast<std::size_t>(part.part)]);
    if (part.stamp.by.empty())
        return part.part == ChangedPart::Part::Claims ? text + " (read anew)" : text;
    text += " (";
    if (!part.after.empty())
        text += "after “" + part.after + "” by ";
    text += part.stamp.by;
    if (!part.stamp.at.empty())
        text += ", " + part.stamp.at.substr(0, 10);
    return text + ")";
}

} // namespace countercheck::dossier
