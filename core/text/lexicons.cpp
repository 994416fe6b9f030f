// SPDX-License-Identifier: GPL-3.0-or-later
// The languages' packed tables, which are part of the program.
#include "core/text/lexicon.h"

extern "C" const char countercheck_lexicon_en_begin[], countercheck_lexicon_fr_begin[], countercheck_lexicon_de_begin[],
    countercheck_lexicon_es_begin[];

namespace countercheck::text {

namespace {

const packed::Header& table(const char* bytes) {
    return *reinterpret_cast<const packed::Header*>(bytes);
}

} // namespace

const Lexicon& Lexicon::of(Language language) {
    switch (language) {
    case Language::English:
    case Language::Unknown: {
        static const Lexicon english(table(countercheck_lexicon_en_begin));
        return english;
    }
    case Language::French: {
        static const Lexicon french(table(countercheck_lexicon_fr_begin));
        return french;
    }
    case Language::German: {
        static const Lexicon german(table(countercheck_lexicon_de_begin));
        return german;
    }
    case Language::Spanish: {
        static const Lexicon spanish(table(countercheck_lexicon_es_begin));
        return spanish;
    }
    case Language::Other:
        break;
    }
    static const Lexicon none(std::vector<std::string_view>{});
    return none;
}

} // namespace countercheck::text
