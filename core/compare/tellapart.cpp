// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of one case are told apart: no two have one key, and no two are shown under one title.
#include "core/compare/assemble.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace countercheck::compare {

std::size_t coverage(const Question& question) {
    const std::vector<QuestionClaim>& claims = question.claims.get(); // in order of article
    std::size_t n = 0;
    for (std::size_t i = 0; i < claims.size(); ++i)
        n += i == 0 || claims[i].article != claims[i - 1].article;
    return n;
}

namespace {

/// Groups of those that have a name in common, in order of the names.
/// @param before  which of two is named first
template <class Name, class Before>
std::vector<std::vector<std::size_t>> namesakes(const std::vector<Question>& questions, const Name& name,
                                                const Before& before) {
    std::unordered_map<std::string_view, std::size_t> taken; // name → the first that has it
    taken.reserve(questions.size());
    std::map<std::string_view, std::vector<std::size_t>> sharing;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto [it, fresh] = taken.try_emplace(name(questions[i]), i);
        if (fresh)
            continue;
        auto& list = sharing[name(questions[i])];
        if (list.empty())
            list.push_back(it->second);
        list.push_back(i);
    }
    std::vector<std::vector<std::size_t>> out;
    for (auto& [shared, list] : sharing) {
        std::sort(list.begin(), list.end(), before);
        out.push_back(std::move(list));
    }
    return out;
}

/// That which most articles answer, with most claims.
std::pair<std::size_t, std::size_t> weightOf(const Question& question) {
    return {coverage(question), question.claims.size()};
}

/// Of the answers' words the first by the alphabet: the same in whatever order articles come in.
std::string wordsOf(const Question& question) {
    std::string least;
    for (const QuestionClaim& claim : question.claims)
        if (std::string words = text::foldAccents(claim.quote); least.empty() || words < least)
            least = std::move(words);
    return least;
}

/// The answer of which those are the words, as printed.
const std::string& leastQuote(const Question& question) {
    return std::min_element(question.claims.begin(), question.claims.end(),
                            [](const QuestionClaim& p, const QuestionClaim& q) {
                                return std::pair(text::foldAccents(p.quote), p.quote) <
                                       std::pair(text::foldAccents(q.quote), q.quote);
                            })
        ->quote;
}

/// The beginning of an answer, as printed.
std::string openingOf(const std::string& quote) {
    constexpr std::size_t longest = 40;
    if (quote.size() <= longest)
        return quote;
    const std::size_t blank = quote.rfind(' ', longest);
    std::size_t cut = blank == std::string::npos ? longest : blank;
    while (cut > 0 && (static_cast<unsigned char>(quote[cut]) & 0xC0U) == 0x80U)
        --cut;
    return quote.substr(0, cut) + "…";
}

} // namespace

void tellKeysApart(std::vector<Question>& questions, const std::vector<std::uint32_t>& first) {
    std::set<std::string, std::less<>> given;
    for (const Question& question : questions)
        given.insert(question.key);
    const auto before = [&](std::size_t p, std::size_t q) {
        const auto x = weightOf(questions[p]), y = weightOf(questions[q]);
        return x != y ? x > y : first[p] < first[q];
    };
    std::vector<std::pair<std::size_t, std::string>> renamed;
    for (const auto& list : namesakes(
             questions, [](const Question& q) { return std::string_view(q.key); }, before))
        for (std::size_t n = 1; n < list.size(); ++n) {
            const Question& question = questions[list[n]];
            const std::string plain = question.key + "~" + wordsOf(question);
            std::string own = plain;
            for (int k = 2; !given.insert(own).second; ++k)
                own = plain + "#" + std::to_string(k);
            renamed.emplace_back(list[n], std::move(own));
        }
    for (auto& [i, key] : renamed)
        questions[i].key = std::move(key);
}

void tellTitlesApart(std::vector<Question>& questions) {
    const auto before = [&](std::size_t p, std::size_t q) {
        const auto x = weightOf(questions[p]), y = weightOf(questions[q]);
        return x != y ? x > y : wordsOf(questions[p]) < wordsOf(questions[q]);
    };
    std::vector<std::pair<std::size_t, std::string>> renamed;
    for (const auto& list : namesakes(
             questions, [](const Question& q) { return std::string_view(q.title); }, before))
        for (std::size_t n = 1; n < list.size(); ++n)
            if (const Question& question = questions[list[n]]; question.title.ends_with('?'))
                renamed.emplace_back(list[n],
                                     question.title + " (\u201C" + openingOf(leastQuote(question)) + "\u201D)");
    for (auto& [i, title] : renamed)
        questions[i].title = std::move(title);
}

} // namespace countercheck::compare
