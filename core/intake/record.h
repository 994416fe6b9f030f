// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a row or an object says it: fields by name.
#pragma once

#include "core/intake/taking.h"

#include <map>
#include <string>
#include <string_view>

namespace countercheck::intake {

struct RecordFields {
    std::map<std::string_view, std::string> values; ///< by the names of resources/intake/fields.tsv
    std::string remark;

    /// The first value that is not empty counts.
    void set(std::string_view field, const std::string& value);
    [[nodiscard]] const std::string& get(std::string_view field) const;
};

/// Hands the article on; refused without text. `bytes`: exactly what stands there, its capture.
void takeRecord(Taking& taking, std::string bytes, const PartName& name, const RecordFields& fields,
                const PartHints& hints, const std::string& mediaType = "text/csv");

} // namespace countercheck::intake
