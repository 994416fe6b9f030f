// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/mentions.h"

namespace countercheck::read {

void readMentions(const text::Reading& reading, const ReadContext& context, Mentions& out) {
    out.clear();
    readTimes(reading, context, out);
    readFigures(reading, context, out);
    readQuotes(reading, out);
    readNames(reading, out);
    readAttributions(reading, out);
}

} // namespace countercheck::read
