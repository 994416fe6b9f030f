// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes can be handed in as an exported summary: they are read or refused, never more, and a seal that is found in
// them says the same when it is written again. (PDF is poppler's to read.)
#include "core/printing/readback.h"
#include "core/report/statement.h"
#include "tests/fuzz/target.h"

using countercheck::fuzz::require;
using namespace countercheck;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return 0;
    std::string problem;
    const auto back = printing::readBack(bytes, problem);
    require(back.has_value() == problem.empty(), "a refusal says why, and only a refusal");
    if (!back)
        return 0;
    for (const std::string& word : back->words)
        require(!word.empty(), "a word has letters");
    if (const auto statement = report::statementIn(back->text))
        require(report::statementIn(report::sealOf(*statement)) == statement, "a seal says the same again");
    return 0;
}
