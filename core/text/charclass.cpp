// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/charclass.h"

namespace countercheck::text {

Wide wideClass(char32_t v) {
    if (v < 0x100) {
        switch (v) {
        case 0x85:
            return Wide::LineEnd;
        case 0xA0:
            return Wide::Blank;
        case 0xA2:
        case 0xA3:
        case 0xA5:
            return Wide::Currency;
        case 0xAB:
            return Wide::OpenQuote;
        case 0xBB:
            return Wide::CloseQuote;
        case 0xAD:
            return Wide::Letter; // soft hyphen: part of its word
        case 0xAA:
        case 0xB5:
        case 0xBA:
            return Wide::Letter;
        case 0xD7:
        case 0xF7:
            return Wide::Symbol;
        default:
            break;
        }
        if (v < 0xA0)
            return Wide::Blank; // C1 controls
        if (v < 0xC0)
            return Wide::Symbol;
        return v <= 0xDE ? Wide::UpperLetter : Wide::Letter;
    }
    if (v <= 0x17F) {
        const bool oddIsUpper = (v >= 0x139 && v <= 0x148) || (v >= 0x179 && v <= 0x17E);
        return ((v & 1u) != 0) == oddIsUpper ? Wide::UpperLetter : Wide::Letter;
    }
    if ((v >= 0x391 && v <= 0x3A9) || (v >= 0x400 && v <= 0x42F))
        return Wide::UpperLetter;
    if (v < 0x2000)
        return v == 0x1680 ? Wide::Blank : v == 0x2BC ? Wide::Apostrophe : Wide::Letter;
    if (v < 0x2070) {
        if (v <= 0x200A || v == 0x202F || v == 0x205F)
            return Wide::Blank;
        if (v >= 0x200B && v <= 0x200F)
            return Wide::Letter; // zero-width: part of what surrounds it
        switch (v) {
        case 0x2010:
        case 0x2011:
            return Wide::Hyphen;
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
            return Wide::Dash;
        case 0x2018:
        case 0x201A:
        case 0x201C:
        case 0x201E:
        case 0x2039:
            return Wide::OpenQuote;
        case 0x2019:
            return Wide::Apostrophe;
        case 0x201D:
        case 0x203A:
            return Wide::CloseQuote;
        case 0x201F:
            return Wide::OpenQuote;
        case 0x2026:
            return Wide::Ellipsis;
        case 0x2028:
        case 0x2029:
            return Wide::LineEnd;
        case 0x2030:
            return Wide::Percent;
        default:
            return Wide::Symbol;
        }
    }
    if (v >= 0x20A0 && v <= 0x20CF)
        return Wide::Currency;
    if (v < 0x2C00)
        return Wide::Symbol; // super- and subscripts, letter-like, fractions, arrows, mathematics, box drawing
    if (v == 0x3000 || v == 0xFEFF)
        return Wide::Blank;
    if (v >= 0x3001 && v <= 0x303F)
        return Wide::Symbol;
    if (v == 0xFFFD)
        return Wide::Bad;
    return v >= 0x1F000 && v <= 0x1FFFF ? Wide::Symbol : Wide::Letter;
}

} // namespace countercheck::text
