// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/caseinputs.h"

#include "core/intake/metadata.h"

namespace countercheck::cli {

std::span<const compare::Input> CaseInputs::of(const CaseRequest& request) {
    inputs_.clear();
    found_.resize(request.articles.size());
    for (std::size_t i = 0; i < request.articles.size(); ++i) {
        const ArticleRequest& article = request.articles[i];
        compare::Input input;
        input.text = article.text;
        input.published = article.publishedText;
        input.publisher = article.publisher;
        input.language = article.language;
        if (input.published.empty() || input.publisher.empty()) {
            found_[i] = intake::infoFromText(article.text);
            if (input.published.empty())
                input.published = found_[i].published;
            if (input.publisher.empty())
                input.publisher = found_[i].publisher;
        }
        inputs_.push_back(input);
    }
    return inputs_;
}

} // namespace countercheck::cli
