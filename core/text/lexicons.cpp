// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of resources/lexicon, embedded by CMake. Each language's lexicon is built when it is first asked for.
#include "core/text/lexicon.h"

#include "lexicon_tables.h"

namespace countercheck::text {

const Lexicon& Lexicon::of(Language language) {
    switch (language) {
    case Language::English:
    case Language::Unknown: {
        static const Lexicon english(lexiconTables("en"));
        return english;
    }
    case Language::French: {
        static const Lexicon french(lexiconTables("fr"));
        return french;
    }
    case Language::German: {
        static const Lexicon german(lexiconTables("de"));
        return german;
    }
    case Language::Spanish: {
        static const Lexicon spanish(lexiconTables("es"));
        return spanish;
    }
    case Language::Other:
        break;
    }
    static const Lexicon none({});
    return none;
}

} // namespace countercheck::text
