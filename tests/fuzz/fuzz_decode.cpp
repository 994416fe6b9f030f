// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes decode to UTF-8, and what was decoded decodes to itself.
#include "core/intake/decode.h"
#include "tests/fuzz/target.h"

using countercheck::fuzz::require;
using namespace countercheck::intake;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Decoded first = decode(bytes);
    require(validUtf8Prefix(first.text) == first.text.size(), "decoded text is UTF-8");
    require(!first.encoding.empty(), "an encoding is named");
    require((first.replaced + first.asWindows1252 == 0) == (first.firstFaultLine == 0),
            "a fault has a line, and only a fault");
    const std::size_t good = validUtf8Prefix(bytes);
    require(good <= size, "the good part is a part");
    require(validUtf8Prefix(bytes.substr(0, good)) == good, "the good part is good");
    const std::string shown = shownUtf8(bytes);
    require(validUtf8Prefix(shown) == shown.size(), "what is shown is UTF-8");
    require(good < size || shown == bytes, "UTF-8 is shown as it is");
    return 0;
}
