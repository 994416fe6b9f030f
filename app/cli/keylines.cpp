// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/caseinputs.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/linecommands.h"
#include "app/cli/lines.h"
#include "core/compare/keys.h"

#include <array>
#include <cstdio>

namespace countercheck::cli {

namespace {

void writeKeys(JsonWriter& json, std::string_view name, const std::vector<std::uint64_t>& keys) {
    json.key(name);
    json.beginArray();
    std::array<char, 17> digits{};
    for (const std::uint64_t key : keys) {
        std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(key));
        json.string(digits.data());
    }
    json.endArray();
}

} // namespace

int keysOfLines() {
    CaseInputs inputs;
    CaseRequest one;
    one.articles.resize(1);
    return answerLines<ArticleRequest>("keys", [&](const ArticleRequest& request, Output& out) {
        one.articles.front() = request;
        const compare::Input input = inputs.of(one).front();
        const compare::ArticleKeys found = compare::keysOf(input);
        JsonWriter json(out.buffer());
        json.beginObject();
        json.key("id");
        json.raw(request.id);
        json.memberOrNull("published", input.published); // as given, or as the text tells
        writeKeys(json, "keys", found.event);
        writeKeys(json, "wording", found.wording);
        json.endObject();
    });
}

} // namespace countercheck::cli
