// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of one line as inputs of a comparison. What a line leaves out (date, publisher) is taken from what the
// text tells about itself, as for a file.
#pragma once

#include "app/cli/request.h"
#include "core/compare/compare.h"
#include "core/dossier/dossier.h"

#include <span>
#include <vector>

namespace countercheck::cli {

class CaseInputs {
public:
    /// Valid until the next call and as long as the request's line is.
    std::span<const compare::Input> of(const CaseRequest& request);

private:
    std::vector<compare::Input> inputs_;
    std::vector<dossier::ArticleInfo> found_; ///< what the texts tell about themselves
};

} // namespace countercheck::cli
