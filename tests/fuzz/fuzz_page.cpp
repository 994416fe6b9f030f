// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a page: its text is UTF-8, the guard keeps the tree low and takes nothing but tags away, and the same
// page gives the same text.
#include "core/intake/decode.h"
#include "core/intake/htmlguard.h"
#include "core/intake/page.h"
#include "core/intake/pagetree.h"
#include "tests/fuzz/target.h"

#include <algorithm>

using countercheck::fuzz::require;
using namespace countercheck::intake;

namespace {

std::string textOf(std::string_view bytes) {
    auto converted = readPage(bytes, {});
    if (auto* fault = std::get_if<Fault>(&converted)) {
        require(!fault->what.empty() && !fault->todo.empty(), "a fault says what and what to do");
        return {};
    }
    auto& document = std::get<Document>(converted);
    require(validUtf8Prefix(document.text) == document.text.size(), "a page's text is UTF-8");
    for (const std::string& line : document.apart)
        require(validUtf8Prefix(line) == line.size(), "what was set apart is UTF-8");
    return std::move(document.text);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const GuardedHtml guarded = guardedHtml(bytes);
    require((guarded.dropped == 0) == guarded.text.empty() || bytes.empty() || guarded.dropped > 0,
            "a page that is left alone is not copied");
    require(guarded.text.size() <= bytes.size(), "the guard only takes away");
    const std::string decoded = decode(bytes).text;
    const PageTree tree = parsePage(decoded);
    std::vector<int> depth(tree.boxes.size(), 0);
    for (std::size_t i = 1; i < tree.boxes.size(); ++i) {
        require(tree.boxes[i].parent < i, "a parent stands before its children");
        depth[i] = depth[tree.boxes[i].parent] + 1;
        require(depth[i] < 600, "the tree is low");
    }
    for (const Block& block : tree.blocks)
        require(block.box < tree.boxes.size() && block.linkWords <= block.words, "a block lies in a box");
    require(textOf(bytes) == textOf(bytes), "the same page gives the same text");
    return 0;
}
