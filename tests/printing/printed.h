// SPDX-License-Identifier: GPL-3.0-or-later
// The case of tests/report, ready to go out: with a log, signed by key, and articles that have the words.
#pragma once

#include "core/printing/printing.h"
#include "core/printing/readback.h"

#include "tests/report/plantscase.h"

#include <stdexcept>

namespace printed {

using namespace countercheck;

inline dossier::Dossier plants() {
    dossier::Dossier d = handmade::plantsCase();
    d.records = 23;
    d.lastHash = std::string(40, 'a') + std::string(24, '7');
    for (auto& [key, decisions] : d.decisions)
        if (decisions.signOff) {
            decisions.signOff->subjectHash = std::string(64, 'c');
            decisions.signOff->asserted = false;
            decisions.signOff->publicKey = "pUbL1cKeyInBase64+/abcdefghijklmnopqrstuvwx=";
            decisions.signOff->signature = "S1gnatureInBase64+/abcdefghijklmnopqrstuvwxyzABCDEFGHIJ==";
        }
    std::vector<compare::Question> questions = d.comparison.questions;
    std::vector<dossier::Article> articles = d.articles;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        std::string text = "Préface d’A\xF0\x9F\x9A\x9A.\n\n";
        for (compare::Question& question : questions)
            for (compare::QuestionClaim& claim : question.claims)
                if (claim.article == i) {
                    claim.words.begin = static_cast<std::uint32_t>(text.size());
                    text += claim.quote;
                    claim.words.end = static_cast<std::uint32_t>(text.size());
                    claim.sentence = claim.words;
                    text += " \xE2\x80\x93 and more. ";
                }
        articles[i].text = text;
    }
    d.articles = articles;
    d.comparison.questions = questions;
    return d;
}

inline printing::Order order(printing::Format format, bool includeUnsigned = false,
                             report::Language language = report::Language::English) {
    return {format, "2026-01-16T10:05:00Z", "Grace Lind", language, includeUnsigned, ""};
}

inline std::string bytes(const dossier::Dossier& dossier, const printing::Order& order) {
    auto printed = printing::print(dossier, order);
    if (const auto* const problem = std::get_if<printing::Problem>(&printed))
        throw std::runtime_error(problem->message);
    return std::get<std::string>(printed);
}

inline std::string squeezedWords(std::string_view words) {
    std::string out;
    for (const char c : words)
        if (c != ' ' && c != '\n')
            out += c;
    for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF"}) // pdftotext gives common blanks for both
        for (std::size_t at = out.find(blank); at != std::string::npos; at = out.find(blank, at))
            out.erase(at, blank.size());
    return out;
}

/// All that can be read in a file, without blanks: however lines are broken.
inline std::string squeezed(std::string_view bytes) {
    std::string problem;
    const auto back = printing::readBack(bytes, problem);
    if (!back)
        throw std::runtime_error(problem);
    std::string out;
    for (const std::string& word : back->words)
        out += word;
    return squeezedWords(out);
}

} // namespace printed
