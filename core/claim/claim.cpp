// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/claim.h"

#include "core/claim/assembler.h"

namespace countercheck::claim {

void Claims::clear() {
    claims.clear();
    leadTime.reset();
    leadEvent = {};
}

void readClaims(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                Claims& out) {
    out.clear();
    Assembler(reading, mentions, context, out).run();
}

} // namespace countercheck::claim
