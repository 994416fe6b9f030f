// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/outgoing.h"

#include "core/report/clause.h"
#include "core/report/escape.h"
#include "core/report/report.h"
#include "core/report/sentence.h"

#include <sodium.h>

#include <array>

namespace countercheck::printing {

std::vector<Outgoing> outgoing(const dossier::Dossier& dossier, const Order& order, bool all) {
    std::vector<Outgoing> out;
    const report::Copies copies(dossier);
    for (const compare::Question& question : dossier.comparison.questions) {
        const dossier::Decisions& decisions = dossier.decisionsOf({question.key});
        const bool decided = decisions.verdict || decisions.proposal || decisions.signOff || decisions.revoked ||
                             !decisions.notes.empty() || !decisions.evidence.empty();
        if (!report::goesOut(decisions, order.includeUnsigned) || !(all || question.status() || decided))
            continue;
        Outgoing one;
        one.question = &question;
        one.decisions = &decisions;
        one.isSigned = decisions.signOff && decisions.figureState() == dossier::FigureState::SignedOff;
        one.mark = one.isSigned        ? (decisions.signOff->asserted ? "asserted" : "signed")
                   : decisions.revoked ? "revoked"
                                       : "unsigned";
        one.because = report::whyLeftOut(decisions, order.language);
        one.title = report::titleIn(question, order.language);
        one.values = report::sourcedValues(question, dossier, copies);
        one.sentence = report::sentenceFor(question, one.values, dossier, decisions, order.language);
        out.push_back(std::move(one));
    }
    return out;
}

std::string nameOfBytes(std::string_view sha256Hex) {
    std::array<unsigned char, 32> bytes{};
    std::size_t length = 0;
    if (sodium_hex2bin(bytes.data(), bytes.size(), sha256Hex.data(), sha256Hex.size(), nullptr, &length, nullptr) !=
            0 ||
        length != bytes.size())
        return {};
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> coded{};
    sodium_bin2base64(coded.data(), coded.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return std::string("ni:///sha-256;") + coded.data();
}

std::string addressOf(const dossier::Article& article) {
    return report::isWebAddress(article.info.url) ? article.info.url : nameOfBytes(article.id.sha256);
}

std::string dateOf(std::string_view iso) {
    return iso.size() >= 10 && iso[4] == '-' && iso[7] == '-' ? std::string(iso.substr(0, 10)) : std::string();
}

std::string momentOf(std::string_view iso) {
    const std::size_t time = iso.find('T');
    if (time != 10 || iso.size() < 17)
        return {};
    const bool zoned = iso.back() == 'Z' || iso.find_first_of("+-", time) != std::string_view::npos;
    if (!zoned)
        return {};
    if (iso.size() == 17 && iso.back() == 'Z') // to the minute: RFC 3339 asks for seconds
        return std::string(iso.substr(0, 16)) + ":00Z";
    return std::string(iso);
}

} // namespace countercheck::printing
