// SPDX-License-Identifier: GPL-3.0-or-later
// Units of measure: from a UCUM code to a base unit of its dimension, with exact decimals wherever the definition is
// exact. Codes with one "/" or one "." are made of two known ones ("km/h", "kW.h", "[bbl_us]/d"). Money has no
// conversion here: no rate is ever assumed; a hundredth of a currency is folded in when a figure is read.
#pragma once

#include "core/read/decimal.h"

#include <optional>
#include <string>
#include <string_view>

namespace countercheck::read {

struct BaseValue {
    Decimal value;
    std::string unit; ///< the dimension's base unit: "m", "m2", "L", "g", "m/s", "K", "J", "W", "By", "s", …
};

/// What `value` `unit` comes to in the base unit; nothing for a code that has no conversion (or a result that does not
/// fit).
std::optional<BaseValue> toBase(const Decimal& value, std::string_view unit);
/// True when both codes are the same or measure the same dimension.
bool sameDimension(std::string_view a, std::string_view b);

} // namespace countercheck::read
