// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/values.h"

#include <algorithm>
#include <optional>

namespace countercheck::report {

namespace {

std::string folded(std::string_view words) {
    std::string out;
    for (const char c : words)
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
}

bool sameValue(const compare::QuestionClaim& a, const compare::QuestionClaim& b) {
    if (a.negative != b.negative || (a.modality == read::Modality::Denied) != (b.modality == read::Modality::Denied) ||
        (a.modality == read::Modality::Possible) != (b.modality == read::Modality::Possible))
        return false;
    if (a.set && b.set)
        return *a.set == *b.set && a.unit == b.unit && (a.set->headline || folded(a.shown) == folded(b.shown));
    return folded(a.shown) == folded(b.shown);
}

void addOnce(std::vector<std::uint32_t>& to, std::uint32_t article) {
    if (std::find(to.begin(), to.end(), article) == to.end())
        to.push_back(article);
}

} // namespace

Copies::Copies(const dossier::Dossier& dossier) {
    for (const compare::Lineage& lineage : dossier.comparison.lineage) {
        if (lineage.kind == compare::LineageKind::SharedSource)
            continue;
        from_.emplace(lineage.b, lineage.a); // the first one that says so counts
        if (lineage.kind == compare::LineageKind::SameText && lineage.b < lineage.a)
            from_.emplace(lineage.a, lineage.b);
    }
}

std::optional<std::uint32_t> Copies::of(std::uint32_t article) const {
    const auto it = from_.find(article);
    return it == from_.end() ? std::nullopt : std::optional(it->second);
}

std::vector<SourcedValue> sourcedValues(const compare::Question& question, const dossier::Dossier& dossier) {
    return sourcedValues(question, dossier, Copies(dossier));
}

std::vector<SourcedValue> sourcedValues(const compare::Question& question, const dossier::Dossier& dossier,
                                        const Copies& copies) {
    std::vector<SourcedValue> values;
    const auto name = [&](std::uint32_t article) {
        return article < dossier.articles.size() ? articleName(dossier.articles[article]) : std::string("an article");
    };
    // Articles that are copies come last, so that what they repeat is there to be joined.
    std::vector<std::uint32_t> order(question.claims.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return !copies.of(question.claims[a].article) && copies.of(question.claims[b].article);
    });
    for (const std::uint32_t index : order) {
        const compare::QuestionClaim& claim = question.claims[index];
        const auto origin = copies.of(claim.article);
        const bool attributed = !claim.attribution.empty();
        const std::string source = attributed ? claim.attribution : name(claim.article);
        const auto sameSource = [&](const SourcedValue& value) {
            return sameValue(*value.claim, claim) && attributed == value.attributed &&
                   folded(value.source) == folded(source);
        };
        // A rewritten copy that dropped, added or changed who says so still only repeats.
        const auto repeats = [&](const SourcedValue& value) {
            return origin && sameValue(*value.claim, claim) &&
                   std::find(value.articles.begin(), value.articles.end(), *origin) != value.articles.end();
        };
        auto it = std::find_if(values.begin(), values.end(), sameSource);
        if (it == values.end())
            it = std::find_if(values.begin(), values.end(), repeats);
        if (it == values.end()) {
            SourcedValue value;
            value.claim = &claim;
            value.source = source;
            value.attributed = attributed;
            value.articles.push_back(claim.article);
            value.claims.push_back(index);
            value.derivedCopy = origin.has_value();
            value.copiedFrom = origin.value_or(0);
            values.push_back(std::move(value));
            continue;
        }
        it->claims.push_back(index);
        const auto has = [&](std::uint32_t article) {
            return std::find(it->articles.begin(), it->articles.end(), article) != it->articles.end();
        };
        if (origin && has(*origin) && !has(claim.article))
            addOnce(it->copies, claim.article);
        else if (!has(claim.article))
            addOnce(it->articles, claim.article);
    }
    const bool figures = std::all_of(values.begin(), values.end(), [](const SourcedValue& v) {
        return v.claim->set && (v.claim->set->headline || v.claim->set->low);
    });
    if (figures)
        std::stable_sort(values.begin(), values.end(), [](const SourcedValue& a, const SourcedValue& b) {
            const auto at = [](const SourcedValue& v) {
                return v.claim->set->headline ? *v.claim->set->headline : *v.claim->set->low;
            };
            return at(a) < at(b);
        });
    return values;
}

std::string articleLetter(std::uint32_t index) {
    std::string letters;
    for (std::uint32_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string articleName(const dossier::Article& article) {
    if (!article.info.publisher.empty())
        return article.info.publisher;
    return article.fileName.empty() ? std::string("an article") : article.fileName;
}

} // namespace countercheck::report
