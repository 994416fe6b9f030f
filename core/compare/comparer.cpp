// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparer.h"

#include "core/compare/assemble.h"
#include "core/compare/changed.h"
#include "core/compare/componentkey.h"
#include "core/compare/groups.h"
#include "core/compare/happenings.h"
#include "core/compare/lineage.h"
#include "core/compare/meetings.h"
#include "core/compare/names.h"
#include "core/compare/parallel.h"
#include "core/compare/rivalnames.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <numeric>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace countercheck::compare {

namespace {

/// Where a question that was put together once is found again: among those of the last comparison.
struct Made {
    static constexpr std::uint32_t unknown = 0xFFFFFFFFu, none = 0xFFFFFFFEu; ///< none: there was nothing to show
    std::uint32_t index = unknown;
    std::uint32_t keyLength = 0; ///< of its key before it was told apart from others
};

/// One of the questions that a component falls into; claims by their places in the component.
struct Part {
    Group group;
    std::vector<std::uint32_t> articles; ///< per member its article, then the one whose date it took, as it was made
    Made made;
};

/// Claims that joins connect, and the questions that they fall into. It depends on nothing but these claims and joins.
struct Component {
    std::uint32_t call = 0; ///< the last call in which it came up
    std::vector<Part> parts;
};

/// What is remembered about an article: how it was given, and what reading it gave.
struct Known {
    std::uint64_t hash = 0;
    std::string published, publisher, language;
    std::size_t size = 0;
    std::uint32_t number = 0; ///< never used again for another
    std::uint32_t call = 0;   ///< the last call that asked for it
    bool closely = false;     ///< read as one of a handful
    Digest digest;
    std::vector<Made> alone; ///< per fact, the question that it answers alone
};

std::uint64_t hashOf(std::string_view text) {
    const auto eight = [&](std::size_t at) {
        std::uint64_t out = 0;
        std::memcpy(&out, text.data() + at, std::min<std::size_t>(8, text.size() - at));
        return out;
    };
    std::uint64_t hash = text.size();
    for (std::size_t at = 0; at < text.size(); at += 16)
        hash = text::mixHash(hash, eight(at), at + 8 < text.size() ? eight(at + 8) : 0);
    return hash;
}

std::uint64_t pairKey(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

} // namespace

struct Comparer::Private {
    Settings settings;
    bool keep = true;
    Work work;
    unsigned threads = 1;
    std::uint32_t call = 0, numbers = 0;
    bool few = true; ///< of the remembered meetings
    std::unordered_multimap<std::uint64_t, std::unique_ptr<Known>> known;
    std::unordered_map<std::uint64_t, std::vector<Meeting>> meetings;   ///< by the articles' numbers
    std::unordered_map<std::uint64_t, std::optional<Lineage>> lineages; ///< a and b are 0 and 1: smaller number 0
    std::unordered_map<ComponentKey, Component, ComponentHash> components;
    KeyMemory wordingKeys, happeningKeys;
    SharedVector<Question> lastQuestions; ///< of the last comparison

    Known* find(const Input& input, std::uint64_t hash) {
        const auto [first, last] = known.equal_range(hash);
        for (auto it = first; it != last; ++it) {
            Known& k = *it->second;
            if (k.size == input.text.size() && k.published == input.published && k.publisher == input.publisher &&
                k.language == input.language)
                return &k;
        }
        return nullptr;
    }

    /// The digests of the inputs; those that are not known are read. False: stopped.
    bool digests(const std::vector<Input>& inputs, std::vector<Known*>& out, const std::stop_token& stop,
                 const std::function<void(std::size_t)>& tell) {
        out.assign(inputs.size(), nullptr);
        const bool closely = inputs.size() <= fewArticles;
        std::vector<std::size_t> unread;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            const std::uint64_t hash = hashOf(inputs[i].text);
            Known* k = find(inputs[i], hash);
            if (!k) {
                auto fresh = std::make_unique<Known>();
                k = fresh.get();
                k->hash = hash;
                k->published = inputs[i].published;
                k->publisher = inputs[i].publisher;
                k->language = inputs[i].language;
                k->size = inputs[i].text.size();
                k->call = 0;
                known.emplace(hash, std::move(fresh));
            }
            if ((k->number == 0 || k->closely != closely) && k->call != call) {
                unread.push_back(i);
                k->closely = closely;
                k->number = 0;
                k->alone.clear();
            }
            k->call = call;
            out[i] = k;
        }
        const std::size_t knownBefore = inputs.size() - unread.size();
        if (tell)
            for (std::size_t i = 0, step = std::max<std::size_t>(1, knownBefore / 16); i < knownBefore; i += step)
                tell(i + 1);
        inParallel(
            unread.size(), threads, stop,
            [&](std::size_t n) { out[unread[n]]->digest = digestOf(inputs[unread[n]], settings, closely); },
            [&](std::size_t done) {
                if (tell)
                    tell(knownBefore + done);
            });
        if (stop.stop_requested()) { // some may not have been read: forget those
            for (const std::size_t i : unread)
                out[i]->call = 0;
            return false;
        }
        for (const std::size_t i : unread)
            out[i]->number = ++numbers;
        for (std::size_t i = 0; i < inputs.size(); ++i)
            out[i]->digest.text = inputs[i].text;
        work.read += unread.size();
        return true;
    }

    std::vector<Lineage> lineage(const std::vector<Known*>& articles, const std::vector<ArticlePair>& pairs,
                                 const std::vector<std::uint32_t>& rank, const std::stop_token& stop);
    std::optional<Comparison> compare(std::span<const Input> articles, const Progress& progress,
                                      const std::stop_token& stop);
    void forget();
};

std::vector<Lineage> Comparer::Private::lineage(const std::vector<Known*>& articles,
                                                const std::vector<ArticlePair>& pairs,
                                                const std::vector<std::uint32_t>& rank, const std::stop_token& stop) {
    std::vector<std::optional<Lineage>> found(pairs.size());
    std::vector<std::size_t> open;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const Known &x = *articles[pairs[p].first], &y = *articles[pairs[p].second];
        const auto it = keep ? lineages.find(pairKey(x.number, y.number)) : lineages.end();
        if (it != lineages.end())
            found[p] = it->second;
        else
            open.push_back(p);
    }
    // In the order of dates, so that articles that are put beside many are made ready once or twice.
    std::sort(open.begin(), open.end(), [&](std::size_t p, std::size_t q) {
        const auto at = [&](std::size_t i) { return std::minmax(rank[pairs[i].first], rank[pairs[i].second]); };
        return at(p) < at(q);
    });
    constexpr std::size_t block = 4096, chunk = 16;
    std::unordered_map<std::uint32_t, std::optional<Wording>> wordings;
    std::vector<std::pair<const std::uint32_t, std::optional<Wording>>*> fresh;
    for (std::size_t from = 0; from < open.size() && !stop.stop_requested(); from += block) {
        const std::size_t to = std::min(open.size(), from + block);
        wordings.clear();
        fresh.clear();
        for (std::size_t n = from; n < to; ++n)
            for (const std::uint32_t a : {pairs[open[n]].first, pairs[open[n]].second})
                if (const auto [it, isNew] = wordings.try_emplace(a); isNew)
                    fresh.push_back(&*it);
        inParallel((fresh.size() + chunk - 1) / chunk, threads, stop, [&](std::size_t c) {
            for (std::size_t n = c * chunk; n < std::min(fresh.size(), (c + 1) * chunk); ++n)
                fresh[n]->second.emplace(articles[fresh[n]->first]->digest);
        });
        if (stop.stop_requested())
            break;
        inParallel((to - from + chunk - 1) / chunk, threads, stop, [&](std::size_t c) {
            for (std::size_t n = from + c * chunk; n < std::min(to, from + (c + 1) * chunk); ++n) {
                auto [x, y] = pairs[open[n]];
                if (articles[y]->number < articles[x]->number)
                    std::swap(x, y);
                found[open[n]] = lineageOf(*wordings.at(x), *wordings.at(y));
            }
        });
    }
    work.examined += open.size();
    if (keep && !stop.stop_requested())
        for (const std::size_t p : open)
            lineages.emplace(pairKey(articles[pairs[p].first]->number, articles[pairs[p].second]->number), found[p]);
    std::vector<Lineage> out;
    for (std::size_t p = 0; p < pairs.size(); ++p)
        if (found[p]) {
            auto [zero, one] = pairs[p];
            if (articles[one]->number < articles[zero]->number)
                std::swap(zero, one);
            Lineage& l = *found[p];
            l.a = l.a == 0 ? zero : one;
            l.b = l.a == zero ? one : zero;
            out.push_back(std::move(l));
        }
    std::sort(out.begin(), out.end(),
              [](const Lineage& x, const Lineage& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
    return out;
}

/// Lets go of what the last call did not ask for.
void Comparer::Private::forget() {
    if (!keep) {
        known.clear();
        return;
    }
    std::unordered_set<std::uint32_t> alive;
    std::size_t before = known.size();
    std::erase_if(known, [&](const auto& entry) { return entry.second->call != call; });
    if (known.size() == before)
        return;
    for (const auto& [hash, k] : known)
        alive.insert(k->number);
    const auto dead = [&](const auto& entry) {
        return !alive.contains(static_cast<std::uint32_t>(entry.first >> 32)) ||
               !alive.contains(static_cast<std::uint32_t>(entry.first));
    };
    std::erase_if(meetings, dead);
    std::erase_if(lineages, dead);
}

std::optional<Comparison> Comparer::Private::compare(std::span<const Input> given, const Progress& progress,
                                                     const std::stop_token& stop) {
    work = {};
    ++call;
    std::vector<Input> inputs(given.begin(), given.end());
    const std::size_t n = inputs.size();
    const auto tell = [&](std::size_t done) {
        if (progress)
            progress(done, n + 1);
    };
    std::vector<Known*> known_;
    if (!digests(inputs, known_, stop, tell))
        return std::nullopt;
    std::vector<const Digest*> articles(n);
    const auto look = [&] {
        for (std::size_t i = 0; i < n; ++i)
            articles[i] = &known_[i]->digest;
    };
    look();

    Comparison out;
    std::vector<std::uint32_t> rank = contentRank(articles);
    // Copies of one text are told apart by their order.
    const auto idsOf = [&] {
        std::vector<std::uint64_t> ids(n);
        std::vector<std::uint32_t> articleAt(n);
        for (std::uint32_t a = 0; a < n; ++a)
            articleAt[rank[a]] = a;
        std::unordered_map<std::uint32_t, std::uint64_t> copies;
        for (const std::uint32_t a : articleAt)
            ids[a] = copies[known_[a]->number]++ << 32 | known_[a]->number;
        return ids;
    };
    std::vector<std::uint64_t> ids = idsOf();
    const std::vector<ArticlePair> wording = pairsByWording(articles, rank, ids, keep ? &wordingKeys : nullptr);
    std::vector<Lineage> links = lineage(known_, wording, rank, stop);
    if (stop.stop_requested())
        return std::nullopt;

    // An article without a date takes the date of the one that it has most in common with.
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> source;
    for (const Lineage& l : links) {
        if (l.kind == LineageKind::SharedSource ||
            articles[l.b]->published.has_value() == articles[l.a]->published.has_value())
            continue;
        const std::uint32_t dated = articles[l.a]->published ? l.a : l.b, undated = dated == l.a ? l.b : l.a;
        const auto [it, fresh] = source.try_emplace(undated, l.similarity, dated);
        const auto earlier = [&](std::uint32_t p, std::uint32_t q) {
            return std::pair(articles[p]->published, articles[p]->text) <
                   std::pair(articles[q]->published, articles[q]->text);
        };
        if (!fresh && (l.similarity > it->second.first ||
                       (l.similarity == it->second.first && earlier(dated, it->second.second))))
            it->second = {l.similarity, dated};
    }
    std::vector<std::optional<std::uint32_t>> dateFrom(n);
    if (!source.empty()) {
        const std::vector<Known*> before = known_;
        for (const auto& [undated, from] : source) {
            inputs[undated].published = given[from.second].published;
            dateFrom[undated] = from.second;
        }
        if (!digests(inputs, known_, stop, {}))
            return std::nullopt;
        for (const auto& [undated, from] : source)
            before[undated]->digest.text = given[undated].text;
        look();
        rank = contentRank(articles);
        ids = idsOf();
    }
    if (!keep) // nothing looks at the wording again
        for (const auto& [hash, k] : known) {
            k->digest.words = {};
            k->digest.prints = {};
        }
    out.origin = originGroups(n, links);

    // Candidates: facts that share a key, in articles that may speak of one happening.
    const bool fewNow = n <= fewArticles && !settings.partition;
    if (fewNow != few) {
        meetings.clear();
        components.clear();
    }
    few = fewNow;
    std::vector<ArticlePair> pairs =
        pairsByHappening(articles, rank, wording, ids, keep ? &happeningKeys : nullptr, settings.partition);
    for (std::uint32_t i = 0; i < n; ++i)
        pairs.emplace_back(i, i);
    struct Met {
        const std::vector<Meeting>* list = nullptr;
        bool turned = false; ///< the pair's articles stand the other way round in it
    };
    std::vector<Met> met(pairs.size());
    std::vector<std::size_t> open;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const std::uint32_t x = known_[pairs[p].first]->number, y = known_[pairs[p].second]->number;
        // One text given twice: its two copies are two articles, and are judged as such.
        const auto it =
            keep && (x != y || pairs[p].first == pairs[p].second) ? meetings.find(pairKey(x, y)) : meetings.end();
        if (it == meetings.end())
            open.push_back(p);
        else
            met[p] = {&it->second, y < x};
    }
    constexpr std::size_t chunk = 64;
    std::vector<std::vector<Meeting>> fresh(open.size());
    inParallel((open.size() + chunk - 1) / chunk, threads, stop, [&](std::size_t c) {
        for (std::size_t k = c * chunk; k < std::min(open.size(), (c + 1) * chunk); ++k) {
            const auto [a, b] = pairs[open[k]];
            fresh[k] = meetingsOf(known_[a]->digest, known_[b]->digest, a, b, few, settings.refusals);
        }
    });
    if (stop.stop_requested())
        return std::nullopt;
    work.judged += open.size();
    for (std::size_t k = 0; k < open.size(); ++k) {
        const std::size_t p = open[k];
        const std::uint32_t x = known_[pairs[p].first]->number, y = known_[pairs[p].second]->number;
        if (!keep || (x == y && pairs[p].first != pairs[p].second)) {
            met[p] = {&fresh[k], false};
            continue;
        }
        if (y < x)
            for (Meeting& m : fresh[k])
                std::swap(m.first, m.second);
        met[p] = {&meetings.emplace(pairKey(x, y), std::move(fresh[k])).first->second, y < x};
    }

    std::vector<Candidate> candidates;
    std::vector<std::uint32_t> firstOf(n + 1);
    for (std::uint32_t a = 0; a < n; ++a) {
        firstOf[a] = static_cast<std::uint32_t>(candidates.size());
        for (std::uint32_t c = 0; c < articles[a]->facts.size(); ++c)
            candidates.push_back({a, c, &articles[a]->facts[c], articles[a]});
    }
    firstOf[n] = static_cast<std::uint32_t>(candidates.size());
    // Where each candidate stands when articles are in the order of their dates and words.
    std::vector<std::uint32_t> place(candidates.size()), candidateAt(candidates.size()), articleAt(n);
    for (std::uint32_t a = 0; a < n; ++a)
        articleAt[rank[a]] = a;
    std::uint32_t at = 0;
    for (const std::uint32_t a : articleAt)
        for (std::uint32_t c = firstOf[a]; c < firstOf[a + 1]; ++c) {
            candidateAt[at] = c;
            place[c] = at++;
        }

    std::vector<Join> joins;
    std::vector<Join> below, refused; // not joined: below the line, or parted by a veto
    for (std::size_t p = 0; p < pairs.size(); ++p)
        for (const Meeting& m : *met[p].list) {
            Join join{firstOf[pairs[p].first] + (met[p].turned ? m.second : m.first),
                      firstOf[pairs[p].second] + (met[p].turned ? m.first : m.second), m.strength};
            if (place[join.b] < place[join.a])
                std::swap(join.a, join.b);
            (m.gate == Gate::Join ? joins : m.gate == Gate::Possible ? below : refused).push_back(join);
        }
    met.clear();
    fresh.clear();
    const auto judge = [&](std::uint32_t p, std::uint32_t q, bool explain) {
        if (place[q] < place[p])
            std::swap(p, q);
        return sameQuestion(candidates[p], candidates[q], commonOf(*candidates[p].in, *candidates[q].in, few), explain);
    };

    // Joins never lead out of a connected component: each falls into questions by itself, the same way every time.
    constexpr std::uint32_t none = 0xFFFFFFFFu;
    std::vector<std::uint32_t> root(candidates.size(), none);
    const auto rootOf = [&](std::uint32_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const Join& join : joins) {
        for (const std::uint32_t c : {join.a, join.b})
            if (root[c] == none)
                root[c] = c;
        const std::uint32_t p = rootOf(join.a), q = rootOf(join.b);
        root[std::max(p, q)] = std::min(p, q);
    }
    std::vector<std::uint32_t> componentOf(candidates.size(), none), localOf(candidates.size());
    std::vector<std::vector<std::uint32_t>> membersOf; // in the order of the texts
    for (const std::uint32_t c : candidateAt) {
        if (root[c] == none)
            continue;
        std::uint32_t& component = componentOf[rootOf(c)];
        if (component == none) {
            component = static_cast<std::uint32_t>(membersOf.size());
            membersOf.emplace_back();
        }
        localOf[c] = static_cast<std::uint32_t>(membersOf[component].size());
        membersOf[component].push_back(c);
    }
    std::vector<std::size_t> joinsAt(membersOf.size() + 1);
    for (const Join& join : joins)
        ++joinsAt[componentOf[rootOf(join.a)] + 1];
    for (std::size_t c = 0; c < membersOf.size(); ++c)
        joinsAt[c + 1] += joinsAt[c];
    std::vector<Join> local(joins.size());
    {
        std::vector<std::size_t> fill(joinsAt.begin(), joinsAt.end() - 1);
        for (const Join& join : joins)
            local[fill[componentOf[rootOf(join.a)]]++] = {localOf[join.a], localOf[join.b], join.strength};
    }
    joins = {};
    std::vector<Component> unsaved;
    std::vector<Component*> componentAt(membersOf.size());
    std::vector<std::uint32_t> unsplit;
    unsaved.resize(keep ? 0 : membersOf.size());
    for (std::uint32_t c = 0; c < membersOf.size(); ++c) {
        if (!keep) {
            componentAt[c] = &unsaved[c];
            unsplit.push_back(c);
            continue;
        }
        ComponentKey joinsKey, key;
        for (std::size_t j = joinsAt[c]; j < joinsAt[c + 1]; ++j)
            joinsKey.addUnordered(ComponentKey::stirred(std::uint64_t{local[j].a} << 32 | local[j].b) +
                                  static_cast<std::uint64_t>(local[j].strength));
        key.add(joinsKey.low);
        key.add(joinsKey.high);
        for (const std::uint32_t m : membersOf[c]) {
            key.add(ids[candidates[m].article]);
            key.add(candidates[m].index);
        }
        componentAt[c] = &components[key];
        if (componentAt[c]->call == 0)
            unsplit.push_back(c);
    }
    inParallel(unsplit.size(), threads, stop, [&](std::size_t u) {
        const std::uint32_t c = unsplit[u];
        const std::vector<std::uint32_t>& members = membersOf[c];
        std::vector<Join> own(local.begin() + static_cast<std::ptrdiff_t>(joinsAt[c]),
                              local.begin() + static_cast<std::ptrdiff_t>(joinsAt[c + 1]));
        std::vector<std::uint32_t> order(members.size());
        std::iota(order.begin(), order.end(), 0u);
        std::vector<std::uint64_t> joined;
        joined.reserve(own.size());
        for (const Join& join : own)
            joined.push_back(pairKey(join.a, join.b));
        std::sort(joined.begin(), joined.end());
        componentAt[c]->parts.clear();
        for (Group& group : groupsOf(std::move(own), order, [&](std::uint32_t p, std::uint32_t q) {
                 return !std::binary_search(joined.begin(), joined.end(), pairKey(p, q)) &&
                        judge(members[p], members[q], false).gate == Gate::No;
             }))
            componentAt[c]->parts.push_back({std::move(group), {}, {}});
    });
    if (stop.stop_requested()) {
        for (const std::uint32_t c : unsplit) // some may not have been split
            componentAt[c]->parts.clear();
        std::erase_if(components, [](const auto& entry) { return entry.second.call == 0; });
        return std::nullopt;
    }
    local = {};
    for (Component* component : componentAt)
        component->call = call;

    // Questions, in the order of their first members.
    struct Asked {
        std::vector<std::uint32_t> members; ///< ascending
        const std::vector<std::uint32_t>* component = nullptr;
        Part* part = nullptr;
    };
    std::vector<Asked> groups;
    std::vector<std::uint32_t> groupOf(candidates.size(), none);
    for (std::uint32_t c = 0; c < membersOf.size(); ++c)
        for (Part& part : componentAt[c]->parts) {
            Asked asked{{}, &membersOf[c], &part};
            for (const std::uint32_t m : part.group.members) {
                asked.members.push_back(membersOf[c][m]);
                groupOf[membersOf[c][m]] = static_cast<std::uint32_t>(groups.size());
            }
            std::sort(asked.members.begin(), asked.members.end());
            groups.push_back(std::move(asked));
        }
    const Scene scene{&candidates, &place, &dateFrom, settings, few};
    const auto again = [&](const Made& from) {
        std::unique_ptr<Question> question;
        if (from.index != Made::none) {
            question = std::make_unique<Question>(lastQuestions.get()[from.index]);
            question->key.resize(from.keyLength);
        }
        return question;
    };
    const auto boxed = [](std::optional<Question> question) {
        return question ? std::make_unique<Question>(std::move(*question)) : nullptr;
    };
    std::vector<std::unique_ptr<Question>> made(candidates.size());
    inParallel((candidates.size() + chunk - 1) / chunk, threads, stop, [&](std::size_t c) {
        std::vector<std::uint32_t> articlesNow;
        for (auto i = static_cast<std::uint32_t>(c * chunk); i < std::min(candidates.size(), (c + 1) * chunk); ++i) {
            if (groupOf[i] == none) {
                const std::vector<Made>& alone = known_[candidates[i].article]->alone;
                if (alone.empty() || alone[candidates[i].index].index == Made::unknown) {
                    made[i] = boxed(questionOf(scene, {i}, {}));
                } else {
                    made[i] = again(alone[candidates[i].index]);
                    if (made[i] && std::as_const(*made[i]).claims.front().article != candidates[i].article)
                        made[i]->claims.front().article = candidates[i].article;
                }
                continue;
            }
            const Asked& asked = groups[groupOf[i]];
            if (asked.members.front() != i)
                continue;
            articlesNow.clear();
            for (const std::uint32_t m : asked.part->group.members) {
                const std::uint32_t article = candidates[(*asked.component)[m]].article;
                articlesNow.push_back(article);
                articlesNow.push_back(dateFrom[article].value_or(none));
            }
            if (asked.part->made.index != Made::unknown && asked.part->articles == articlesNow) {
                made[i] = again(asked.part->made);
                continue;
            }
            std::vector<std::string> because;
            for (const Join& join : asked.part->group.joins)
                for (std::string& line : judge((*asked.component)[join.a], (*asked.component)[join.b], true).because)
                    if (std::find(because.begin(), because.end(), line) == because.end())
                        because.push_back(std::move(line));
            made[i] = boxed(questionOf(scene, asked.members, std::move(because)));
            asked.part->made = {};
            asked.part->articles = articlesNow;
        }
    });
    if (stop.stop_requested())
        return std::nullopt;
    // From here on nothing stops: what is remembered is of this call.
    std::vector<std::uint32_t> keyLength;
    std::vector<Made*> remembered; // per question
    for (auto& [hash, k] : known)  // also of an article that is read with another's date now
        k->alone.clear();
    if (keep)
        for (Known* k : known_)
            k->alone.assign(k->digest.facts.size(), {});
    std::vector<Question> questions;
    std::vector<std::uint32_t> first; // per question: the place of its earliest claim
    std::vector<std::uint32_t> questionOfMember(candidates.size(), none);
    for (std::uint32_t i = 0; i < made.size(); ++i) {
        Made* where = nullptr;
        if (keep && groupOf[i] == none)
            where = &known_[candidates[i].article]->alone[candidates[i].index];
        else if (keep && groups[groupOf[i]].members.front() == i)
            where = &groups[groupOf[i]].part->made;
        if (!made[i]) {
            if (where)
                where->index = Made::none;
            continue;
        }
        remembered.push_back(where);
        keyLength.push_back(static_cast<std::uint32_t>(made[i]->key.size()));
        std::uint32_t earliest = place[i];
        const auto number = static_cast<std::uint32_t>(questions.size());
        questionOfMember[i] = number;
        if (groupOf[i] != none)
            for (const std::uint32_t m : groups[groupOf[i]].members) {
                earliest = std::min(earliest, place[m]);
                questionOfMember[m] = number;
            }
        first.push_back(earliest);
        questions.push_back(std::move(*made[i]));
        made[i].reset();
    }
    made.clear();
    made.shrink_to_fit();
    std::vector<Question> names = nameQuestions(articles);
    std::move(names.begin(), names.end(), std::back_inserter(questions));
    if (few) {
        std::vector<Question> rivals = rivalNames(articles);
        std::move(rivals.begin(), rivals.end(), std::back_inserter(questions));
    }
    first.resize(questions.size(), static_cast<std::uint32_t>(candidates.size()));
    tellApart(questions, first);
    for (Question& question : questions)
        question.origins = originsOf(question, out.origin);

    std::vector<NearMiss> near;
    for (auto* list : {&below, &refused}) {
        const auto earlier = [&](const Join& p, const Join& q) {
            return std::tuple(-p.strength, place[p.a], place[p.b]) < std::tuple(-q.strength, place[q.a], place[q.b]);
        };
        std::unordered_set<std::uint64_t> told;
        std::size_t sortedTo = 0; // as many as are looked at
        for (std::size_t i = 0; i < list->size() && near.size() < settings.nearMisses; ++i) {
            if (i == sortedTo) {
                sortedTo = std::min(list->size(), sortedTo * 4 + 1024);
                std::partial_sort(list->begin() + static_cast<std::ptrdiff_t>(i),
                                  list->begin() + static_cast<std::ptrdiff_t>(sortedTo), list->end(), earlier);
            }
            const Join& pair = (*list)[i];
            const std::uint32_t a = questionOfMember[pair.a], b = questionOfMember[pair.b];
            if (a == none || b == none || a == b || candidates[pair.a].article == candidates[pair.b].article ||
                !told.insert(pairKey(a, b)).second)
                continue;
            const std::vector<std::string> why = judge(pair.a, pair.b, true).because;
            near.push_back(
                {questions[a].key, questions[b].key, why.size() > 1 ? why.front() + "; " + why.back() : why.front()});
        }
    }

    // The gravest first; among equals the one that most articles answer, names last.
    std::vector<std::uint32_t> order(questions.size());
    std::vector<std::tuple<int, bool, std::int64_t>> weight(questions.size());
    for (std::uint32_t i = 0; i < questions.size(); ++i) {
        const auto status = questions[i].status();
        order[i] = i;
        weight[i] = {status ? static_cast<int>(*status) : 9, questions[i].kind == QuestionKind::Name,
                     -static_cast<std::int64_t>(coverage(questions[i]))};
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t p, std::uint32_t q) { return weight[p] < weight[q]; });
    std::vector<Question> sorted;
    sorted.reserve(questions.size());
    for (const std::uint32_t i : order) {
        if (i < remembered.size() && remembered[i])
            *remembered[i] = {static_cast<std::uint32_t>(sorted.size()), keyLength[i]};
        sorted.push_back(std::move(questions[i]));
    }
    out.questions = std::move(sorted);
    if (keep) {
        lastQuestions = out.questions;
        std::erase_if(components, [&](const auto& entry) { return entry.second.call != call; });
    }
    tellChangedFigures(out.questions.get(), links);
    out.lineage = std::move(links);
    out.nearMisses = std::move(near);
    forget();
    tell(n + 1);
    return out;
}

Comparer::Comparer(const Settings& settings, bool keep) : d(std::make_unique<Private>()) {
    d->settings = settings;
    d->keep = keep;
}
Comparer::~Comparer() = default;

const Comparer::Work& Comparer::work() const {
    return d->work;
}

std::optional<Comparison> Comparer::compare(std::span<const Input> articles, const Progress& progress,
                                            const std::stop_token& stop, unsigned threads) {
    d->threads = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
    return d->compare(articles, progress, stop);
}

std::optional<Comparison> compareArticles(std::span<const Input> articles, const Settings& settings,
                                          const Progress& progress, const std::stop_token& stop, unsigned threads) {
    return Comparer(settings, false).compare(articles, progress, stop, threads == 0 ? 0 : threads);
}

} // namespace countercheck::compare
