// SPDX-License-Identifier: GPL-3.0-or-later
// A case built by hand, so that the panes can be tested without the engine: each article's text with [[key:words]]
// marks, which are taken out and become claims.
#pragma once

#include "core/dossier/dossier.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace samplecase {

using namespace countercheck;

struct Builder {
    dossier::Dossier dossier;

    /// "Gunmen took [[abducted:three people]] away." Returns the article's index.
    std::size_t article(const std::string& publisher, const std::string& marked) {
        const std::size_t index = count++;
        dossier::Article article;
        std::string plain;
        for (std::size_t at = 0; at < marked.size();) {
            const bool opens = marked.compare(at, 2, "[[") == 0;
            if (!opens) {
                plain += marked[at++];
                continue;
            }
            const std::size_t colon = marked.find(':', at);
            const std::size_t close = marked.find("]]", at);
            const std::string key = marked.substr(at + 2, colon - at - 2);
            const std::string words = marked.substr(colon + 1, close - colon - 1);
            compare::QuestionClaim claim;
            claim.article = static_cast<std::uint32_t>(index);
            claim.words = {static_cast<std::uint32_t>(plain.size()),
                           static_cast<std::uint32_t>(plain.size() + words.size())};
            claim.quote = claim.shown = words;
            questionOf(key).claims.push_back(claim);
            plain += words;
            at = close + 2;
        }
        article.text = plain;
        article.info.publisher = publisher;
        article.info.published = "2026-01-13";
        article.info.language = "en";
        article.capturedAt = "2026-01-14T09:12:00Z";
        article.fileName = publisher + ".txt";
        // Stands in for the hash of the bytes: another text is another capture.
        article.id.sha256 = std::to_string(std::hash<std::string>{}(plain)) + "f2c" + std::to_string(index);
        articles.push_back(article);
        return index;
    }

    compare::Question& questionOf(const std::string& key) {
        for (compare::Question& question : questions) {
            if (question.key == key)
                return question;
        }
        questions.emplace_back();
        questions.back().key = questions.back().label = key;
        questions.back().title = "What about " + key + "?";
        return questions.back();
    }

    void relate(const std::string& key, std::uint32_t a, std::uint32_t b, compare::RelationKind kind) {
        compare::Relation relation;
        relation.a = a;
        relation.b = b;
        relation.kind = kind;
        auto& relations = questionOf(key).relations;
        relations.push_back(relation);
        std::stable_sort(relations.begin(), relations.end(),
                         [](const auto& x, const auto& y) { return x.kind < y.kind; });
    }
    /// Every pair of the question's claims.
    void relateAll(const std::string& key, compare::RelationKind kind) {
        const auto claims = static_cast<std::uint32_t>(questionOf(key).claims.size());
        for (std::uint32_t a = 0; a < claims; ++a) {
            for (std::uint32_t b = a + 1; b < claims; ++b)
                relate(key, a, b, kind);
        }
    }
    void lineage(std::uint32_t a, std::uint32_t b, compare::LineageKind kind, double similarity) {
        compare::Lineage line;
        line.a = a;
        line.b = b;
        line.kind = kind;
        line.similarity = similarity;
        lineages.push_back(line);
    }

    dossier::Snapshot snapshot() {
        dossier.articles = {};
        for (const dossier::Article& article : articles)
            dossier.articles.push_back(article);
        dossier.comparison.questions = {};
        for (const compare::Question& question : questions)
            dossier.comparison.questions.push_back(question);
        dossier.comparison.lineage = {};
        for (const compare::Lineage& line : lineages)
            dossier.comparison.lineage.push_back(line);
        return std::make_shared<const dossier::Dossier>(dossier);
    }

    std::vector<dossier::Article> articles;
    std::vector<compare::Question> questions;
    std::vector<compare::Lineage> lineages;
    std::size_t count = 0;
};

/// Three reports of one event in our own words, with all four relations.
inline Builder threeReports() {
    using K = compare::RelationKind;
    Builder b;
    b.article("AFP",
              "Armed men struck [[sites:three industrial sites]] in the west of the country at the weekend and led "
              "civilians away, residents said on Monday.\n\n"
              "The raid of [[date:Sunday]] on plants in the region did [[damage:“enormous” damage]], according to "
              "a security source.\n\n"
              "“[[attackers:Nearly 160 fighters]] on motorcycles took part,” said a group of journalists that "
              "follows the region. It counted [[abducted:three people]] who were taken away, while an elected "
              "official of the district put the number at [[abducted:four civilians]].\n\n"
              "By the evening nobody had said that they had done it.\n\n"
              "Lorries with fuel have been held up [[blockade:since September]] as well.");
    b.article("Rewrite site",
              "Gunmen attacked [[sites:three industrial sites]] in the west at the weekend. The raids [[who:are "
              "believed to be the work of]] the alliance that has fought the army for years.\n\n"
              "They came on [[date:Sunday]] and did [[damage:“enormous” damage]], a security source said.\n\n"
              "According to journalists of the region, [[attackers:nearly 160 fighters]] on motorcycles were "
              "there, and [[abducted:at least three people]] were led away.\n\n"
              "The alliance has also stopped lorries with fuel [[blockade:since September]], which weighs on "
              "shops, clinics and farms.");
    b.article("Local press",
              "[[sites:Several industrial facilities]] in the region were raided in the night from Saturday to "
              "[[date:Sunday, January 11, 2026]], people who live nearby told us.\n\n"
              "Heavily armed men, whose number they put at [[attackers:more than 100]], came on "
              "motorcycles and struck several places along the main road at one time.\n\n"
              "Reports had it that [[abducted:at least three people]] were led away from the cement works, "
              "though some said that there might have been [[abducted:as many as four]].\n\n"
              "A curfew has been in force since [[curfew:July 1, 2025]] in much of the region. Officials "
              "counted [[incidents:101]] incidents in the first half of that year.");
    b.relate("sites", 0, 1, K::Agreement);
    b.relate("sites", 0, 2, K::Refinement);
    b.relate("sites", 1, 2, K::Refinement);
    b.relateAll("date", K::Agreement);
    b.relateAll("damage", K::Agreement);
    b.relateAll("blockade", K::Agreement);
    b.relate("attackers", 0, 1, K::Agreement);
    b.relate("attackers", 0, 2, K::Discrepancy);
    b.relate("attackers", 1, 2, K::Discrepancy);
    b.relate("abducted", 0, 1, K::Contradiction);
    b.relate("abducted", 2, 4, K::Discrepancy);
    b.relate("abducted", 3, 4, K::Discrepancy);
    b.relate("abducted", 0, 2, K::Agreement);
    b.lineage(0, 1, compare::LineageKind::Derived, 0.81);
    b.dossier.comparison.origin.push_back(0);
    b.dossier.comparison.origin.push_back(0);
    b.dossier.comparison.origin.push_back(1);
    return b;
}

} // namespace samplecase
