// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/spellednames.h"

#include "core/compare/gate/gate.h"
#include "core/compare/words/spelling.h"
#include "core/text/explaining.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace countercheck::compare {

namespace {

/// A name as an article spells it.
struct Spelled {
    std::uint32_t article = 0;
    const Named* named = nullptr;
    std::vector<std::string> words;
    std::string letters; ///< of all its words
    bool person = false;
};

std::vector<Spelled> spelledIn(const Digest& article, std::uint32_t index) {
    std::vector<Spelled> out;
    for (const Named& name : article.names) {
        if (name.shown.size() < 5)
            continue;
        Spelled spelled{index, &name, spelledWords(name.shown), {}, name.kind == read::NameKind::Person};
        for (const std::string& word : spelled.words)
            spelled.letters += word;
        if (spelled.letters.size() >= 5)
            out.push_back(std::move(spelled));
    }
    return out;
}

bool oneKind(const Named& a, const Named& b) {
    return a.kind == b.kind || a.kind == read::NameKind::Other || b.kind == read::NameKind::Other ||
           (a.kind != read::NameKind::Person && b.kind != read::NameKind::Person);
}

/// Does the article write the letters, be it of another name?
bool writes(const std::vector<Spelled>& article, const std::string& letters) {
    return std::any_of(article.begin(), article.end(),
                       [&](const Spelled& s) { return s.letters.find(letters) != std::string::npos; });
}

bool toldAlready(const std::vector<Question>& told, const Spelled& a, const Spelled& b) {
    const auto stands = [](const Question& q, const Spelled& s) {
        return std::any_of(q.claims.begin(), q.claims.end(), [&](const QuestionClaim& c) {
            return c.article == s.article && c.words.overlaps(s.named->words);
        });
    };
    return std::any_of(told.begin(), told.end(), [&](const Question& q) { return stands(q, a) && stands(q, b); });
}

/// Most pairs are told apart at a glance.
bool mayBeOne(const Spelled& a, const Spelled& b) {
    constexpr std::size_t most = 4;
    if (a.person && b.person)
        return a.words.back().front() == b.words.back().front();
    const std::size_t p = a.letters.size(), q = b.letters.size();
    return a.letters.front() == b.letters.front() && (p < q ? q - p : p - q) <= most;
}

QuestionClaim claimOf(const Digest& article, const Spelled& spelled) {
    QuestionClaim claim;
    claim.article = spelled.article;
    claim.words = spelled.named->words;
    claim.sentence = spelled.named->sentence;
    claim.quote = std::string(claim.words.of(article.text));
    claim.shown = spelled.named->shown;
    claim.derivation = "name";
    return claim;
}

Question questionOf(const std::vector<const Digest*>& articles, const std::vector<const Spelled*>& members) {
    Question question;
    question.kind = QuestionKind::Name;
    for (const Spelled* s : members)
        question.claims.push_back(claimOf(*articles[s->article], *s));
    for (std::uint32_t i = 0; i < members.size(); ++i)
        for (std::uint32_t j = i + 1; j < members.size(); ++j) {
            const std::string one = text::verbatim(members[i]->named->shown),
                              other = text::verbatim(members[j]->named->shown);
            const bool same = members[i]->named->shown == members[j]->named->shown;
            question.relations.push_back(
                {i, j, RelationKind::Agreement, same ? Reason::Value : Reason::Spelling, Supersedes::None,
                 same ? text::explained("Both write “{0}”.", {one})
                      : text::explained("“{0}” and “{1}” are one name in two spellings.", {one, other})});
        }
    const std::string& shown = members.front()->named->shown;
    question.label = "name of " + shown;
    question.title = "How is " + shown + " named?";
    question.key = "name:" + members.front()->letters;
    question.because.push_back("reports of one story, names of nearly the same letters, and no report writes both");
    return question;
}

} // namespace

std::vector<Question> spelledNames(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                   const std::vector<Question>& told) {
    std::vector<std::vector<Spelled>> names;
    std::vector<std::uint32_t> first; // the number of an article's first name
    std::uint32_t count = 0;
    for (std::uint32_t a = 0; a < articles.size(); ++a) {
        names.push_back(spelledIn(*articles[a], a));
        first.push_back(count);
        count += static_cast<std::uint32_t>(names.back().size());
    }
    std::vector<const Spelled*> flat;
    for (const std::vector<Spelled>& own : names)
        for (const Spelled& name : own)
            flat.push_back(&name);
    std::vector<std::uint32_t> group(count);
    std::iota(group.begin(), group.end(), 0u);
    const auto root = [&](std::uint32_t n) {
        while (group[n] != n)
            n = group[n] = group[group[n]];
        return n;
    };
    std::vector<bool> varied(count, false);
    const auto pair = [&](std::uint32_t n, std::uint32_t m) {
        const Spelled &x = *flat[n], &y = *flat[m];
        if (!oneKind(*x.named, *y.named))
            return;
        const bool same = x.letters == y.letters;
        if (!same && (!mayBeOne(x, y) || !onlySpelling(x.words, y.words, x.person && y.person) ||
                      writes(names[x.article], y.letters) || writes(names[y.article], x.letters)))
            return;
        if (toldAlready(told, x, y))
            return;
        const std::uint32_t p = root(n), q = root(m);
        group[std::max(p, q)] = std::min(p, q);
        varied[n] = varied[n] || x.words != y.words;
    };
    for (std::uint32_t a = 0; a < articles.size(); ++a)
        for (std::uint32_t b = a + 1; b < articles.size(); ++b) {
            const Common& shares = common[a * articles.size() + b];
            if (shares.tiny || !(gate::oneStory(shares) || shares.leadWords >= 4))
                continue;
            for (std::uint32_t n = first[a]; n < first[a] + names[a].size(); ++n)
                for (std::uint32_t m = first[b]; m < first[b] + names[b].size(); ++m)
                    pair(n, m);
        }
    std::vector<Question> out;
    std::vector<std::vector<const Spelled*>> members(count);
    std::vector<bool> differ(count, false);
    for (std::uint32_t n = 0; n < count; ++n) {
        auto& list = members[root(n)];
        if (list.empty() || list.back()->article != flat[n]->article) // where the article writes it first
            list.push_back(flat[n]);
        if (varied[n])
            differ[root(n)] = true;
    }
    for (std::uint32_t n = 0; n < count; ++n)
        if (differ[n] && members[n].size() >= 2)
            out.push_back(questionOf(articles, members[n]));
    return out;
}

} // namespace countercheck::compare
