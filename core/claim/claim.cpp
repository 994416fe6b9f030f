// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/claim.h"

#include "core/claim/assembler.h"

namespace countercheck::claim {

void Claims::clear() {
    claims.clear();
    askings.clear();
    leadTime.reset();
    leadEvent = {};
    words.clear();
}

Slot detached(const Slot& slot, std::shared_ptr<const char[]>& keeper) {
    Slot out = slot;
    out.told = out.dimension = {}; // the topic is made
    std::string_view* const views[] = {&out.preposition, &out.head, &out.noun, &out.modifiers, &out.unit, &out.event};
    std::size_t length = 0;
    for (const std::string_view* view : views)
        length += view->size();
    if (length == 0)
        return out;
    auto bytes = std::make_shared<char[]>(length);
    char* at = bytes.get();
    for (std::string_view* view : views) {
        if (view->empty())
            continue;
        std::memcpy(at, view->data(), view->size());
        *view = std::string_view(at, view->size());
        at += view->size();
    }
    keeper = std::move(bytes);
    return out;
}

void readClaims(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                Claims& out, Purpose purpose) {
    out.clear();
    Assembler(reading, mentions, context, out, purpose).run();
}

} // namespace countercheck::claim
