// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalnames.h"

#include "core/compare/gate/gate.h"
#include "core/compare/words/spelling.h"
#include "core/text/explaining.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare {

namespace {

/// First and family name, folded; empty where the name has but one word.
struct Person {
    std::string first, family;
    explicit Person(const std::string& folded) {
        const std::size_t from = folded.find(' '), to = folded.rfind(' ');
        if (from == std::string::npos || from < 2)
            return;
        first = folded.substr(0, from);
        family = folded.substr(to + 1);
    }
    [[nodiscard]] bool whole() const { return first.size() >= 3 && family.size() >= 3 && first.back() != '.'; }
};

/// The persons of an article in whose sentences something is told, and all its names.
struct Bearers {
    struct Bearer {
        const Named* named;
        Person person;
    };
    std::vector<Bearer> persons;
    const std::vector<Named>* names;

    explicit Bearers(const Digest& article) : names(&article.names) {
        for (const Named& name : *names) {
            if (name.kind != read::NameKind::Person || name.content.empty() || name.name.find(' ') == std::string::npos)
                continue;
            if (Person person(text::foldAccents(name.name)); person.whole())
                persons.push_back({&name, std::move(person)});
        }
    }
    /// Does one of the names hold the word, folded? It is asked for few.
    [[nodiscard]] bool hold(std::string_view word) const {
        return std::any_of(names->begin(), names->end(), [&](const Named& name) {
            return text::foldAccents(name.name).find(word) != std::string::npos;
        });
    }
};

QuestionClaim claimOf(const Digest& article, std::uint32_t index, const Named& named) {
    QuestionClaim claim;
    claim.article = index;
    claim.words = named.words;
    claim.sentence = named.sentence;
    claim.quote = std::string(named.words.of(article.text));
    claim.shown = named.shown;
    claim.derivation = "name";
    return claim;
}

} // namespace

std::vector<Question> rivalNames(const std::vector<const Digest*>& articles) {
    std::vector<Question> out;
    std::vector<Bearers> bearers;
    bearers.reserve(articles.size());
    for (const Digest* article : articles)
        bearers.emplace_back(*article);
    for (std::uint32_t a = 0; a < articles.size(); ++a)
        for (std::uint32_t b = a + 1; b < articles.size(); ++b)
            for (const auto& [named, p] : bearers[a].persons) {
                const Named& x = *named;
                for (const auto& [other, q] : bearers[b].persons) {
                    const Named& y = *other;
                    if (p.first != q.first || p.family == q.family || bearers[b].hold(p.family) ||
                        bearers[a].hold(q.family))
                        continue;
                    const std::size_t shared = gate::overlap(x.content, y.content);
                    const bool alike = letterDistance(p.family, q.family) <= 2;
                    if (shared < (alike ? 2u : 3u) || gate::share(x.content, y.content) < (alike ? 0.25 : 0.4))
                        continue;
                    const bool spelling = soundOf(p.family) == soundOf(q.family);
                    Question question;
                    question.kind = QuestionKind::Name;
                    question.label = "name of " + x.shown;
                    question.title = "What is the name of " + x.shown + "?";
                    question.key = "name:" + std::min(p.first + " " + p.family, q.first + " " + q.family);
                    question.claims = {claimOf(*articles[a], a, x), claimOf(*articles[b], b, y)};
                    const char* const form =
                        spelling
                            ? "“{0}” and “{1}” are one name in two spellings: they sound alike."
                            : "“{0}” and “{1}”: one first name and two family names, in sentences that tell one thing.";
                    question.relations.push_back(
                        {0, 1, spelling ? RelationKind::Agreement : RelationKind::Contradiction,
                         spelling ? Reason::Spelling : Reason::Value, Supersedes::None,
                         text::explained(form, {text::verbatim(x.shown), text::verbatim(y.shown)})});
                    question.because.push_back(text::explained("one first name, no other bearer of either family name, "
                                                               "and sentences that share {0} content words",
                                                               {std::to_string(shared)}));
                    out.push_back(std::move(question));
                }
            }
    return out;
}

} // namespace countercheck::compare
