// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/versions.h"

#include "core/dossier/merge.h"
#include "core/text/explaining.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace countercheck::dossier {

namespace {

constexpr std::size_t largestTable = 4u << 20; ///< cells; texts with more paragraphs are compared from both ends only
constexpr std::size_t titleWords = 4;          ///< a shorter title ("News") is borne by many articles

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

std::string lowered(std::string_view s) {
    std::string out(s);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return out;
}

struct Paragraph {
    text::Span span;
    std::string words; ///< blanks collapsed
};

std::vector<Paragraph> paragraphsOf(std::string_view text) {
    std::vector<Paragraph> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::size_t begin = at, stop = end;
        while (begin < stop && isBlank(text[begin]))
            ++begin;
        while (stop > begin && isBlank(text[stop - 1]))
            --stop;
        at = end + 1;
        if (begin == stop)
            continue;
        Paragraph paragraph;
        paragraph.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
        bool blank = false;
        for (const char c : text.substr(begin, stop - begin)) {
            if (isBlank(c)) {
                blank = true;
                continue;
            }
            if (blank)
                paragraph.words += ' ';
            blank = false;
            paragraph.words += c;
        }
        out.push_back(std::move(paragraph));
    }
    return out;
}

std::vector<std::string_view> wordsOf(std::string_view words) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (end > at)
            out.push_back(words.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// Do they share at least half of the words of the longer one?
bool alike(const Paragraph& a, const Paragraph& b) {
    auto one = wordsOf(a.words), two = wordsOf(b.words);
    std::sort(one.begin(), one.end());
    std::sort(two.begin(), two.end());
    std::vector<std::string_view> both;
    std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
    return both.size() * 2 >= std::max(one.size(), two.size());
}

/// Pairs the paragraphs that went with those that came between two that stayed.
void addGap(std::vector<VersionChange>& out, const std::vector<Paragraph>& gone, std::size_t g0, std::size_t g1,
            const std::vector<Paragraph>& come, std::size_t c0, std::size_t c1) {
    using Kind = VersionChange::Kind;
    const auto placeOf = [](const std::vector<Paragraph>& all, std::size_t i) {
        const std::uint32_t at = i < all.size() ? all[i].span.begin : all.empty() ? 0 : all.back().span.end;
        return text::Span{at, at};
    };
    std::size_t c = c0;
    for (std::size_t g = g0; g < g1; ++g) {
        std::size_t match = c;
        while (match < c1 && !alike(gone[g], come[match]))
            ++match;
        if (match == c1) {
            out.push_back({Kind::Removed, gone[g].span, placeOf(come, c)});
            continue;
        }
        for (; c < match; ++c)
            out.push_back({Kind::Added, placeOf(gone, g), come[c].span});
        out.push_back({Kind::Changed, gone[g].span, come[c].span});
        ++c;
    }
    for (; c < c1; ++c)
        out.push_back({Kind::Added, placeOf(gone, g1), come[c].span});
}

std::string titleKey(const Article& article) {
    std::string key;
    std::size_t words = 0;
    bool inside = false;
    for (const char c : lowered(article.info.title)) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter && !inside) {
            ++words;
            key += ' ';
        }
        if (letter)
            key += c;
        inside = letter;
    }
    if (words < titleWords || article.info.publisher.empty())
        return {};
    return lowered(article.info.publisher) + '\n' + key;
}

/// When this version was made, as far as it says; else when it was captured. ISO 8601 sorts as text.
const std::string& timeOf(const Article& article) {
    return !article.modified.empty() ? article.modified : article.capturedAt;
}

/// Is `a` the later version of the two?
bool isLater(const Article& a, const Article& b) {
    if (!a.modified.empty() && !b.modified.empty() && a.modified != b.modified)
        return a.modified > b.modified;
    if (!a.info.published.empty() && !b.info.published.empty() && a.info.published != b.info.published)
        return a.info.published > b.info.published;
    return a.capturedAt >= b.capturedAt;
}

} // namespace

std::vector<VersionChange> changesBetween(std::string_view earlier, std::string_view later) {
    const std::vector<Paragraph> a = paragraphsOf(earlier), b = paragraphsOf(later);
    std::size_t head = 0, tail = 0;
    while (head < a.size() && head < b.size() && a[head].words == b[head].words)
        ++head;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail].words == b[b.size() - 1 - tail].words)
        ++tail;
    const std::size_t n = a.size() - head - tail, m = b.size() - head - tail;
    std::vector<VersionChange> out;
    if (n * m > largestTable || n == 0 || m == 0) {
        addGap(out, a, head, head + n, b, head, head + m);
        return out;
    }
    std::vector<std::uint32_t> longest((n + 1) * (m + 1), 0); // of the tails
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (m + 1) + j]; };
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            cell(i, j) = a[head + i].words == b[head + j].words ? cell(i + 1, j + 1) + 1
                                                                : std::max(cell(i + 1, j), cell(i, j + 1));
    std::size_t i = 0, j = 0, fromA = 0, fromB = 0;
    const auto gap = [&](std::size_t toA, std::size_t toB) {
        addGap(out, a, head + fromA, head + toA, b, head + fromB, head + toB);
    };
    while (i < n && j < m) {
        if (a[head + i].words == b[head + j].words) {
            gap(i, j);
            fromA = ++i;
            fromB = ++j;
        } else if (cell(i + 1, j) >= cell(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    gap(n, m);
    return out;
}

std::string describe(const std::vector<VersionChange>& changes) {
    std::array<std::size_t, 3> counts{};
    for (const VersionChange& change : changes)
        ++counts[static_cast<std::size_t>(change.kind)];
    std::string out;
    const auto add = [&](VersionChange::Kind kind, const char* one, const char* many) {
        const std::size_t n = counts[static_cast<std::size_t>(kind)];
        if (n != 0)
            out += (out.empty() ? "" : ", ") + text::explained(n == 1 ? one : many, {std::to_string(n)});
    };
    add(VersionChange::Kind::Changed, "{0} paragraph changed", "{0} paragraphs changed");
    add(VersionChange::Kind::Added, "{0} paragraph added", "{0} paragraphs added");
    add(VersionChange::Kind::Removed, "{0} paragraph removed", "{0} paragraphs removed");
    return out.empty() ? text::explained("only blanks differ") : out;
}

std::string addressKey(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    const std::size_t query = url.find('?');
    std::string_view path = url.substr(0, query);
    std::string host = lowered(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(path.size(), host.size()));
    for (const std::string_view prefix : {"www.", "m.", "amp."})
        if (host.starts_with(prefix)) {
            host.erase(0, prefix.size());
            break;
        }
    while (path.ends_with('/'))
        path.remove_suffix(1);
    std::string key = host + std::string(path);
    if (path.empty() && query == std::string_view::npos)
        return {}; // a site's front page is no article
    std::vector<std::string> kept;
    for (std::string_view rest = query == std::string_view::npos ? std::string_view() : url.substr(query + 1);
         !rest.empty();) {
        const std::size_t end = rest.find('&');
        const std::string_view one = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        const std::string name = lowered(one.substr(0, one.find('=')));
        static constexpr std::array<std::string_view, 12> tracks = {
            "fbclid", "gclid", "xtor", "ref", "cmpid", "cmp", "mc_cid", "mc_eid", "ncid", "smid", "s_cid", "at_medium"};
        if (!name.empty() && !name.starts_with("utm_") && !name.starts_with("at_") &&
            std::find(tracks.begin(), tracks.end(), name) == tracks.end())
            kept.emplace_back(one);
    }
    std::sort(kept.begin(), kept.end());
    for (const std::string& one : kept)
        key += (&one == &kept.front() ? '?' : '&') + one;
    return key;
}

void VersionIndex::add(const Article& article) {
    const std::string address = addressKey(article.info.url), title = titleKey(article);
    if (address.empty() && title.empty())
        return;
    const auto kept = std::make_shared<const Article>(article);
    if (!address.empty())
        byAddress_[address].push_back(kept);
    if (!title.empty())
        byTitle_[title].push_back(kept);
}

std::optional<VersionFound> VersionIndex::find(const Article& article) const {
    std::shared_ptr<const Article> best;
    bool same = false; // a version with the very same text counts more than the newest one
    const auto look = [&](const auto& table, const std::string& key) {
        const auto it = key.empty() ? table.end() : table.find(key);
        if (it == table.end())
            return;
        for (const auto& other : it->second) {
            if (other->id == article.id)
                continue;
            const bool alike = other->text == article.text;
            if (!best || alike > same || (alike == same && timeOf(*other) > timeOf(*best))) {
                best = other;
                same = alike;
            }
        }
    };
    look(byAddress_, addressKey(article.info.url));
    if (!same) {
        const auto byAddress = best;
        look(byTitle_, titleKey(article));
        if (!same && byAddress)
            best = byAddress; // the address says it more surely
    }
    if (!best)
        return std::nullopt;
    VersionFound out;
    out.other = best;
    out.later = isLater(article, *best);
    out.sameText = same;
    out.changes = out.later ? changesBetween(best->text, article.text) : changesBetween(article.text, best->text);
    return out;
}

std::vector<std::vector<std::uint32_t>> versionGroups(const std::vector<Article>& articles) {
    std::vector<std::uint32_t> group(articles.size());
    std::iota(group.begin(), group.end(), 0u);
    const auto rootOf = [&](std::uint32_t i) {
        while (group[i] != i)
            i = group[i] = group[group[i]];
        return i;
    };
    std::unordered_map<std::string, std::uint32_t> first;
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        for (std::string key : {"a" + addressKey(articles[i].info.url), "t" + titleKey(articles[i])}) {
            if (key.size() == 1)
                continue;
            const auto [it, fresh] = first.emplace(std::move(key), i);
            if (!fresh)
                group[std::max(rootOf(i), rootOf(it->second))] = std::min(rootOf(i), rootOf(it->second));
        }
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        members[rootOf(i)].push_back(i);
    std::vector<std::vector<std::uint32_t>> out;
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        if (const auto it = members.find(i); it != members.end() && it->second.size() > 1) {
            std::stable_sort(it->second.begin(), it->second.end(), [&](std::uint32_t a, std::uint32_t b) {
                return timeOf(articles[a]) < timeOf(articles[b]);
            });
            out.push_back(it->second);
        }
    return out;
}

void linkVersions(compare::Comparison& results, const std::vector<Article>& articles) {
    std::vector<compare::Lineage> added;
    for (const std::vector<std::uint32_t>& group : versionGroups(articles))
        for (std::size_t i = 1; i < group.size(); ++i) {
            const std::uint32_t a = group[i - 1], b = group[i];
            const auto& known = results.lineage.get();
            const bool linked = std::any_of(known.begin(), known.end(), [&](const compare::Lineage& one) {
                return ((one.a == a && one.b == b) || (one.a == b && one.b == a)) &&
                       one.kind != compare::LineageKind::SharedSource;
            });
            if (linked)
                continue;
            compare::Lineage link;
            link.a = a;
            link.b = b;
            link.kind = compare::LineageKind::Derived;
            link.explanation = text::explained("a later version of the same article (the same address, or the same "
                                               "title from the same publisher)") +
                               "; " + describe(changesBetween(articles[a].text, articles[b].text));
            added.push_back(std::move(link));
        }
    if (added.empty() || results.origin.size() != articles.size())
        return;
    auto& lineage = results.lineage.edit();
    auto& origin = results.origin;
    for (compare::Lineage& link : added) {
        const std::uint32_t from = std::max(origin[link.a], origin[link.b]),
                            to = std::min(origin[link.a], origin[link.b]);
        std::replace(origin.begin(), origin.end(), from, to);
        std::erase_if(lineage, [&](const compare::Lineage& one) {
            return (one.a == link.a && one.b == link.b) || (one.a == link.b && one.b == link.a);
        });
        lineage.push_back(std::move(link));
    }
    std::sort(lineage.begin(), lineage.end(), [](const compare::Lineage& x, const compare::Lineage& y) {
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    for (compare::Question& question : results.questions.edit())
        question.origins = originsOf(question, origin);
}

} // namespace countercheck::dossier
