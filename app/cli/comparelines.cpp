// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/caseinputs.h"
#include "app/cli/comparisonjson.h"
#include "app/cli/linecommands.h"
#include "app/cli/lines.h"
#include "core/compare/compare.h"

namespace countercheck::cli {

namespace {

/// Compares the articles of one line, over and over.
class CaseComparer {
public:
    explicit CaseComparer(bool partition) {
        settings_.partition = partition;
        settings_.nearMisses = 0; // the interface has no field for them
        settings_.reasons = false;
    }

    void answer(const CaseRequest& request, Output& out) {
        faces_.resize(request.articles.size());
        for (std::size_t i = 0; i < request.articles.size(); ++i) {
            faces_[i].id = request.articles[i].id;
            faces_[i].text = request.articles[i].text;
            faces_[i].points.reset(request.articles[i].text);
        }
        const auto compared = compare::compareArticles(inputs_.of(request), settings_);
        const compare::Comparison& comparison = compared.value();
        JsonWriter json(out);
        json.beginObject();
        json.key("id");
        json.raw(request.id);
        writeQuestions(json, comparison.questions.get(), faces_);
        writeLineage(json, comparison.lineage.get(), faces_);
        json.endObject();
    }

private:
    compare::Settings settings_;
    CaseInputs inputs_;
    std::vector<ArticleFace> faces_;
};

} // namespace

int compareLines(bool partition) {
    CaseComparer comparer(partition);
    return answerLines<CaseRequest>("compare",
                                    [&](const CaseRequest& request, Output& out) { comparer.answer(request, out); });
}

} // namespace countercheck::cli
