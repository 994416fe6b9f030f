// SPDX-License-Identifier: GPL-3.0-or-later
// What a person points at in an article: words that they selected, and the claims whose marks stand there.
#pragma once

#include "core/dossier/ids.h"
#include "core/text/span.h"

#include <vector>

namespace countercheck::ui {

struct Spot {
    struct Claim {
        dossier::QuestionKey question;
        int claim = 0; ///< index into Question::claims
    };
    dossier::ArticleId article;
    text::Span words;          ///< bytes of the captured text; empty: no words are selected
    std::vector<Claim> claims; ///< the marks there, gravest first
};

} // namespace countercheck::ui
