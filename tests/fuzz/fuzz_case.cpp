// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes under the name of a case: refused with a message, or read; never more, and never changed. And what is
// derived, as bytes: a part that is damaged gives nothing rather than something that points outside the articles.
#include "core/compare/compare.h"
#include "core/store/casefile.h"
#include "core/store/comparisoncodec.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

using countercheck::fuzz::require;
using namespace countercheck;

namespace {

constexpr const char* name = "fuzz-case.countercheck";

void put(std::string_view bytes) {
    const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    require(file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "the folder can be written");
    ::close(file);
}

void checkCase(std::string_view bytes) {
    put(bytes);
    const auto opened = store::CaseFile::open(name, store::OpenMode::ReadOnly);
    if (const auto* problem = std::get_if<store::Problem>(&opened)) {
        require(!problem->message.empty(), "a refusal says why");
        return;
    }
    const auto& file = *std::get<std::unique_ptr<store::CaseFile>>(opened);
    const dossier::Snapshot snapshot = file.snapshot();
    for (const auto& question : snapshot->comparison.questions.get())
        for (const compare::QuestionClaim& claim : question.claims)
            require(claim.article < snapshot->articles.size(), "a claim stands in an article");
    (void)file.verify();
}

/// Results as a case holds them, changed byte by byte as the input says.
void checkResults(std::string_view bytes) {
    static const std::string a = "Three people were abducted in Kayes on Sunday, the mayor said.",
                             b = "Four people were abducted in Kayes on Sunday, a resident said.";
    static const std::vector<std::string> parts = [] {
        const std::vector<compare::Input> inputs = {{a, "2026-01-13", "A", "en"}, {b, "2026-01-13", "B", "en"}};
        const auto results = compare::compareArticles(inputs);
        require(results && !results->questions.empty(), "there is something to decode");
        return store::encode(*results);
    }();
    const std::vector<std::uint32_t> lengths = {static_cast<std::uint32_t>(a.size()),
                                                static_cast<std::uint32_t>(b.size())};
    std::vector<std::string> changed = parts;
    for (std::size_t at = 0; at + 3 <= bytes.size() && at < 60; at += 3) {
        std::string& part = changed[at % changed.size()];
        const std::size_t place =
            (static_cast<unsigned char>(bytes[at]) << 8) + static_cast<unsigned char>(bytes[at + 1]);
        if (place % 16 == 0)
            part.resize(place % (part.size() + 1));
        else if (!part.empty())
            part[place % part.size()] = bytes[at + 2];
    }
    store::ComparisonReader reader(lengths);
    for (const std::string& part : changed)
        if (!reader.add(part))
            return;
    if (const auto results = reader.take()) {
        require(store::wrongWith(*results, lengths).empty(), "results that were read lie in their articles");
        require(!store::encode(*results).empty(), "and can be written again");
    }
    store::ComparisonReader raw(lengths);
    if (raw.add(bytes))
        (void)raw.take();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    checkResults(bytes);
    checkCase(bytes);
    return 0;
}
