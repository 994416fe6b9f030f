// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/names.h"

#include "core/text/explaining.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace countercheck::compare {

namespace {

/// Letters and digits only, of a name in lower case without accents: what is left when spelling habits are taken away.
std::string bare(std::string_view folded) {
    std::string out;
    out.reserve(folded.size());
    for (const char c : folded)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            out += c;
    return out;
}

std::vector<std::string> wordsOf(std::string_view name) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : text::foldAccents(name)) {
        if (c == ' ' || c == '-' || c == '\'') {
            if (!word.empty())
                out.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty())
        out.push_back(std::move(word));
    return out;
}

std::string lowerCase(std::string_view name) {
    std::string buffer;
    return std::string(text::lowered(name, buffer));
}

/// A shorter way to say the same ("Ruiz" for "Hector Ruiz"), which is no other name.
bool shortened(std::string_view a, std::string_view b) {
    const auto x = wordsOf(a), y = wordsOf(b);
    const auto& small = x.size() < y.size() ? x : y;
    const auto& large = x.size() < y.size() ? y : x;
    return small.size() < large.size() && std::all_of(small.begin(), small.end(), [&](const std::string& w) {
               return std::find(large.begin(), large.end(), w) != large.end();
           });
}

constexpr std::size_t allPairs = 40; ///< of more claims, each spelling is related once

struct Member {
    std::uint32_t article = 0, entity = 0;
};

} // namespace

std::uint64_t nameForm(std::string_view folded) {
    const std::string form = bare(folded);
    return form.size() < 3 ? 0 : std::max<std::uint64_t>(1, text::hashBytes(form));
}

std::vector<NameForm> nameForms(const Digest& article) {
    std::vector<NameForm> out;
    out.reserve(article.names.size());
    for (const Named& name : article.names)
        out.push_back({name.form, name.acronymForm,
                       name.shown.empty() ? 0 : std::max<std::uint64_t>(1, text::hashBytes(name.shown))});
    return out;
}

std::vector<Question> nameQuestions(const std::vector<const std::vector<NameForm>*>& names,
                                    const std::function<std::shared_ptr<const Digest>(std::uint32_t)>& open) {
    std::vector<Member> all;
    for (std::uint32_t a = 0; a < names.size(); ++a)
        for (std::uint32_t e = 0; e < names[a]->size(); ++e)
            all.push_back({a, e});
    std::vector<std::uint32_t> group(all.size());
    std::iota(group.begin(), group.end(), 0u);
    const auto root = [&](std::uint32_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    std::unordered_map<std::uint64_t, std::uint32_t> byForm;
    byForm.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const NameForm& e = (*names[all[i].article])[all[i].entity];
        const auto link = [&](std::uint64_t form) {
            if (form == 0)
                return;
            const auto [it, fresh] = byForm.try_emplace(form, i);
            if (!fresh) {
                const std::uint32_t p = root(it->second), q = root(i);
                group[std::max(p, q)] = std::min(p, q);
            }
        };
        link(e.form);
        link(e.acronym);
    }
    // Only names that several articles give, in several ways, are asked about: a root is the first of its group.
    struct Seen {
        std::uint32_t number = 0; ///< of its group, from 1; 0: none
        std::uint64_t shown = 0;
    };
    std::vector<Seen> seen(all.size());
    std::uint32_t groupCount = 0;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        Seen& first = seen[root(i)];
        const std::uint64_t shown = (*names[all[i].article])[all[i].entity].shown;
        if (shown == 0)
            continue;
        if (first.shown == 0)
            first.shown = shown;
        else if (first.shown != shown && first.number == 0)
            first.number = ++groupCount;
    }
    std::vector<std::vector<std::uint32_t>> groups(groupCount);
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (const Seen& first = seen[root(i)]; first.number != 0)
            groups[first.number - 1].push_back(i);
    std::sort(groups.begin(), groups.end()); // by their first names

    std::vector<Question> out;
    for (const auto& members : groups) {
        if (all[members.front()].article == all[members.back()].article)
            continue;
        Question question;
        question.kind = QuestionKind::Name;
        std::string acronym, shortest;
        std::vector<std::string> forms;
        std::uint32_t taken = 0xFFFFFFFFu;
        std::shared_ptr<const Digest> article;
        for (const std::uint32_t m : members) {
            if (all[m].article != taken)
                article = open(all[m].article);
            const Named& e = article->names[all[m].entity];
            if (!e.acronym.empty())
                acronym = e.acronym;
            if (std::exchange(taken, all[m].article) == all[m].article || e.shown.empty())
                continue;
            QuestionClaim claim;
            claim.article = all[m].article;
            claim.words = e.words; // where the article writes its fullest form
            claim.sentence = e.sentence;
            claim.quote = std::string(claim.words.of(article->text));
            claim.shown = e.shown;
            claim.derivation = "name";
            if (shortest.empty() || claim.shown.size() < shortest.size())
                shortest = claim.shown;
            forms.push_back(claim.shown);
            question.claims.push_back(std::move(claim));
        }
        bool differ = false;
        const auto relate = [&](std::uint32_t i, std::uint32_t j) {
            if (question.claims[i].article == question.claims[j].article)
                return;
            Relation r{i, j, RelationKind::Agreement, Reason::Value, Supersedes::None, {}};
            const std::string one = text::verbatim(forms[i]), other = text::verbatim(forms[j]);
            if (forms[i] == forms[j]) {
                r.explanation = text::explained("Both write “{0}”.", {text::verbatim(forms[i])});
            } else if (bare(text::foldAccents(forms[i])) == bare(text::foldAccents(forms[j]))) {
                r.reason = Reason::Spelling;
                r.explanation = text::explained(
                    "“{0}” and “{1}” are one name: they differ only in accents, hyphens or capitals.", {one, other});
                differ |= lowerCase(forms[i]) != lowerCase(forms[j]); // capitals alone are no finding
            } else {
                r.reason = Reason::Alias;
                r.explanation =
                    acronym.empty()
                        ? text::explained("“{0}” and “{1}” are one name.", {one, other})
                        : text::explained("“{0}” and “{1}” are one name: both are given with the acronym “{2}”.",
                                          {one, other, text::verbatim(acronym)});
                differ |= !shortened(forms[i], forms[j]);
            }
            question.relations.push_back(std::move(r));
        };
        if (forms.size() <= allPairs) {
            for (std::uint32_t i = 0; i < forms.size(); ++i)
                for (std::uint32_t j = i + 1; j < forms.size(); ++j)
                    relate(i, j);
        } else { // each spelling once with every other, each claim with the first that writes it so
            std::map<std::string, std::uint32_t> firstOf;
            for (std::uint32_t i = 0; i < forms.size(); ++i) {
                const auto [it, fresh] = firstOf.try_emplace(forms[i], i);
                if (!fresh)
                    relate(it->second, i);
                else if (firstOf.size() <= allPairs)
                    for (const auto& [form, other] : firstOf)
                        if (other != i)
                            relate(std::min(other, i), std::max(other, i));
            }
        }
        if (!differ || question.claims.size() < 2)
            continue;
        const std::string shown = acronym.empty() ? shortest : acronym;
        question.label = "name of " + shown;
        question.title = "How is " + shown + " named?";
        question.key = "name:" + bare(text::foldAccents(shown));
        question.because.push_back(
            acronym.empty()
                ? text::explained("one name once accents, hyphens and capitals are taken away")
                : text::explained("the articles give the acronym “{0}” with each form", {text::verbatim(acronym)}));
        out.push_back(std::move(question));
    }
    return out;
}

} // namespace countercheck::compare
