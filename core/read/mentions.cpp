// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/mentions.h"

namespace countercheck::read {

std::string Derivation::toString() const {
    std::string out;
    for (std::size_t i = 0; i < size_; ++i) {
        if (i > 0)
            out += " ← ";
        out += rules_[i];
    }
    return out;
}

std::string_view figureKindName(FigureKind kind) {
    switch (kind) {
    case FigureKind::Count:
        return "count";
    case FigureKind::Ordinal:
        return "ordinal";
    case FigureKind::Percentage:
        return "percentage";
    case FigureKind::Fraction:
        return "fraction";
    case FigureKind::Money:
        return "money";
    case FigureKind::Measure:
        return "measure";
    case FigureKind::Age:
        return "age";
    }
    return "count";
}

std::string_view timeTypeName(TimeType type) {
    switch (type) {
    case TimeType::Date:
        return "DATE";
    case TimeType::Time:
        return "TIME";
    case TimeType::Duration:
        return "DURATION";
    case TimeType::Set:
        return "SET";
    }
    return "DATE";
}

std::string_view timeModName(TimeMod mod) {
    switch (mod) {
    case TimeMod::None:
        return "";
    case TimeMod::Start:
        return "START";
    case TimeMod::Mid:
        return "MID";
    case TimeMod::End:
        return "END";
    case TimeMod::Approx:
        return "APPROX";
    case TimeMod::Before:
        return "BEFORE";
    case TimeMod::After:
        return "AFTER";
    case TimeMod::OnOrBefore:
        return "ON_OR_BEFORE";
    case TimeMod::OnOrAfter:
        return "ON_OR_AFTER";
    case TimeMod::LessThan:
        return "LESS_THAN";
    case TimeMod::MoreThan:
        return "MORE_THAN";
    case TimeMod::EqualOrLess:
        return "EQUAL_OR_LESS";
    case TimeMod::EqualOrMore:
        return "EQUAL_OR_MORE";
    }
    return "";
}

std::string_view modalityName(Modality modality) {
    switch (modality) {
    case Modality::Asserted:
        return "asserted";
    case Modality::Reported:
        return "reported";
    case Modality::Possible:
        return "possible";
    case Modality::Denied:
        return "denied";
    }
    return "asserted";
}

void Mentions::clear() {
    figures.clear();
    times.clear();
    quotes.clear();
    names.clear();
    entities.clear();
    attributions.clear();
    modals.clear();
}

} // namespace countercheck::read
