// SPDX-License-Identifier: GPL-3.0-or-later
// Short readable dumps of figures, for tables of examples.
#pragma once

#include "core/read/mentions.h"

#include <string>

namespace countercheck::read {

inline std::string dumpFigure(const text::Reading& reading, const Figure& f) {
    std::string out = "[" + std::string(reading.of(f.numeral)) + "] ";
    out += figureKindName(f.kind);
    out += ' ' + f.value.toString() + ' ';
    out += qualifierName(f.set.qualifier);
    if (f.set.qualifier != Qualifier::Exact) {
        out += f.set.lowInclusive ? " [" : " (";
        out += (f.set.low ? f.set.low->toString() : "-inf") + "," + (f.set.high ? f.set.high->toString() : "inf");
        out += f.set.highInclusive ? ']' : ')';
    }
    if (!f.unit.empty())
        out += " u=" + f.unit;
    if (!f.countedLemma.empty())
        out += " c=" + f.countedLemma;
    return out + " {" + std::string(reading.of(f.phrase)) + "}";
}

/// All figures of a text, or "-".
inline std::string dumpFigures(std::string_view words, text::Language language) {
    text::Reading reading;
    Mentions mentions;
    text::read(words, language, reading);
    readTimes(reading, ReadContext{}, mentions);
    readFigures(reading, ReadContext{}, mentions);
    std::string out;
    for (const Figure& figure : mentions.figures)
        out += (out.empty() ? "" : " | ") + dumpFigure(reading, figure);
    return out.empty() ? "-" : out;
}

} // namespace countercheck::read
