// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: packs a language's tables and the list of its dictionary's words into one table.
//   lexiconpack OUTPUT DICTIONARY FREQUENT TABLE…      DICTIONARY is "-" where there is none
#include "core/text/lexiconbuilder.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: lexiconpack OUTPUT DICTIONARY FREQUENT TABLE...\n";
        return 2;
    }
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        const std::string dictionary = arguments[1] == "-" ? std::string{} : contents(arguments[1]);
        const std::string frequent = contents(arguments[2]);
        std::vector<std::string> texts;
        for (std::size_t i = 3; i < arguments.size(); ++i) {
            texts.push_back(contents(arguments[i]));
            try { // alone first: the message then names the file
                countercheck::text::buildLexicon({texts.back()}, {});
            } catch (const std::exception& error) {
                throw std::runtime_error(arguments[i] + ": " + error.what());
            }
        }
        const auto table = countercheck::text::buildLexicon({texts.begin(), texts.end()}, dictionary, frequent);
        std::ofstream out(arguments[0], std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(table.data()), static_cast<std::streamsize>(table.size() * 8));
        out.flush();
        if (!out)
            throw std::runtime_error("cannot write " + arguments[0]);
    } catch (const std::exception& error) {
        std::cerr << "lexiconpack: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
