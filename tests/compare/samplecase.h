// SPDX-License-Identifier: GPL-3.0-or-later
// The sample case's articles as inputs of a comparison, and short readable dumps of what comparing yields.
#pragma once

#include "core/compare/compare.h"
#include "core/intake/intake.h"
#include "core/intake/sample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace countercheck::compare {

/// Articles of the sample case; holds what the inputs look at.
class SampleCase {
public:
    SampleCase() {
        for (const intake::SampleFile& file : intake::sampleFiles()) {
            auto taken = intake::fromBytes(std::string(file.bytes), file.name, file.capturedAt);
            if (auto* captured = std::get_if<intake::Captured>(&taken)) {
                articles_.push_back(std::make_unique<dossier::Article>(std::move(captured->edit.article)));
                names_.emplace_back(1, static_cast<char>('a' + names_.size()));
            }
        }
    }
    [[nodiscard]] std::size_t size() const { return articles_.size(); }
    [[nodiscard]] Input input(std::size_t i) const {
        const dossier::Article& a = *articles_[i];
        return {a.text, a.info.published, a.info.publisher, a.info.language};
    }
    [[nodiscard]] const std::string& name(std::size_t i) const { return names_[i]; } ///< "a", "b", …

private:
    std::vector<std::unique_ptr<dossier::Article>> articles_;
    std::vector<std::string> names_;
};

inline std::string statusOf(const Question& question) {
    return question.status() ? std::string(relationKindName(*question.status())) : "single-source";
}

/// Everything that a comparison says, with articles called by name, in an order of its own: what must not depend on
/// the order in which the articles came.
inline std::string unordered(const Comparison& comparison, const std::vector<std::string>& names) {
    std::vector<std::string> lines;
    for (const Question& question : comparison.questions) {
        const auto claim = [&](std::uint32_t i) {
            const QuestionClaim& c = question.claims[i];
            return names[c.article] + "@" + std::to_string(c.words.begin) + "-" + std::to_string(c.words.end) + " “" +
                   c.quote + "” " + c.attribution;
        };
        std::vector<std::string> parts;
        for (std::uint32_t i = 0; i < question.claims.size(); ++i)
            parts.push_back("  " + claim(i));
        for (const Relation& r : question.relations) {
            const std::string a = claim(r.a), b = claim(r.b);
            const bool turned = b < a;
            const Supersedes later = r.supersedes == Supersedes::None            ? Supersedes::None
                                     : (r.supersedes == Supersedes::A) != turned ? Supersedes::A
                                                                                 : Supersedes::B;
            parts.push_back("  " + std::string(relationKindName(r.kind)) + " " + std::string(reasonName(r.reason)) +
                            " " + std::to_string(static_cast<int>(later)) + " " + std::min(a, b) + " | " +
                            std::max(a, b));
        }
        std::sort(parts.begin(), parts.end());
        std::string line = question.key + " | " + statusOf(question) + " | " + question.label + " | " + question.title +
                           " | origins " + std::to_string(question.origins) + "\n";
        for (const std::string& part : parts)
            line += part + "\n";
        lines.push_back(std::move(line));
    }
    for (const Lineage& l : comparison.lineage) {
        std::string a = names[l.a], b = names[l.b];
        if (l.kind == LineageKind::SharedSource && b < a)
            std::swap(a, b);
        lines.push_back(std::string(lineageKindName(l.kind)) + " " + a + " " + b + " " +
                        std::to_string(std::lround(l.similarity * 1000)) + "\n");
    }
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines)
        out += line;
    return out;
}

} // namespace countercheck::compare
