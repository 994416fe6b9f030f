// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/rounds/known.h"

#include "core/compare/parallel.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <unordered_set>
#include <utility>

namespace countercheck::compare {

namespace {

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = text.size(), two[2] = {};
    std::size_t at = 0;
    for (; at + sizeof two <= text.size(); at += sizeof two) {
        std::memcpy(two, text.data() + at, sizeof two);
        hash = text::mixHash(hash, two[0], two[1]);
    }
    two[0] = two[1] = 0;
    std::memcpy(two, text.data() + at, text.size() - at);
    return at == text.size() ? hash : text::mixHash(hash, two[0], two[1]);
}

/// @param pack  keep it in few bytes
void keepDigest(Known& known, Digest&& made, const Input& input, const Settings& settings, bool pack) {
    const auto read = std::make_shared<Digest>(std::move(made));
    const Digest& digest = *read;
    known.facts = static_cast<std::uint32_t>(digest.facts.size());
    known.day = digest.published;
    known.whole = nullptr;
    if (pack) {
        known.packed = PackedDigest(digest);
    } else {
        read->text = input.text;
        known.whole = read;
    }
    known.names = digest.nameKeys;
    known.forms = nameForms(digest);
    known.keys.clear();
    for (const auto& [key, fact] : digest.byKey)
        if (known.keys.empty() || known.keys.back() != key)
            known.keys.push_back(key);
    known.keys.shrink_to_fit();
    known.free.clear();
    known.freeKeys.clear();
    known.leadPlaces.clear();
    known.own.clear();
    if (known.closely)
        return;
    for (const Fact& fact : digest.facts)
        if (mayMeetAnywhere(fact)) {
            known.free.emplace_back(fact);
            known.freeKeys.insert(known.freeKeys.end(), fact.keys.begin(), fact.keys.end());
        }
    std::sort(known.freeKeys.begin(), known.freeKeys.end());
    known.freeKeys.shrink_to_fit();
    known.leadPlaces = digest.leadPlaces;
    if (known.keys.size() < digest.byKey.size()) // two of its facts share a key
        known.own = meetingsOf(digest, digest, 0, 0, {false, settings.refusals, settings.nearMisses > 0});
}

/// Cuts what is to be read into handfuls that are read together; gives where each begins, and their end. A long article
/// is read alone, so that memory is that of the longest.
std::vector<std::size_t> handsOf(const std::vector<Input>& inputs, const std::vector<std::size_t>& unread,
                                 unsigned threads) {
    constexpr std::size_t most = 8, enough = std::size_t{48} * 1024; // bytes
    const std::size_t count =
        threads == 1 ? most : std::clamp<std::size_t>(unread.size() / (std::size_t{4} * threads), 1, most);
    std::vector<std::size_t> out{0};
    std::size_t bytes = 0;
    for (std::size_t n = 0; n < unread.size(); ++n) {
        const std::size_t size = inputs[unread[n]].text.size();
        if (n > out.back() && (n - out.back() == count || bytes + size > enough)) {
            out.push_back(n);
            bytes = 0;
        }
        bytes += size;
    }
    if (!unread.empty())
        out.push_back(unread.size());
    return out;
}

} // namespace

void Known::openWording(Digest& into) const {
    if (!whole)
        return packed.openWording(into);
    into.words = whole->words;
    into.prints = whole->prints;
}

Known* Memory::find(const Input& input, std::uint64_t hash) {
    const auto [first, last] = known.equal_range(hash);
    for (auto it = first; it != last; ++it) {
        Known& k = *it->second;
        if (k.size == input.text.size() && k.published == input.published && k.publisher == input.publisher &&
            k.language == input.language)
            return &k;
    }
    return nullptr;
}

bool Memory::read(const std::vector<Input>& inputs, std::vector<Known*>& out, const std::stop_token& stop,
                  const std::function<void(std::size_t)>& tell) {
    out.assign(inputs.size(), nullptr);
    const bool closely = inputs.size() <= fewArticles && !settings.partition; // a part is read as the whole is
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
    constexpr std::size_t some = 512; // so few have room as they are
    const bool pack = keep || inputs.size() > some;
    const std::vector<std::size_t> hands = handsOf(inputs, unread, threads);
    inParallel(
        hands.size() - 1, threads, stop,
        [&](std::size_t n) {
            const std::span<const std::size_t> these = std::span(unread).subspan(hands[n], hands[n + 1] - hands[n]);
            std::vector<const Input*> articles;
            for (const std::size_t i : these)
                articles.push_back(&inputs[i]);
            std::vector<Digest> digests = digestsOf(articles, settings, closely);
            for (std::size_t i = 0; i < these.size(); ++i)
                keepDigest(*out[these[i]], std::move(digests[i]), inputs[these[i]], settings, pack);
        },
        [&](std::size_t done) {
            if (tell)
                tell(knownBefore + hands[done]);
        });
    if (stop.stop_requested()) { // some may not have been read: forget those
        for (const std::size_t i : unread)
            out[i]->call = 0;
        return false;
    }
    for (const std::size_t i : unread)
        out[i]->number = ++numbers;
    work.read += unread.size();
    return true;
}

void Memory::forget() {
    if (!keep) {
        known.clear();
        return;
    }
    std::size_t before = known.size();
    std::erase_if(known, [&](const auto& entry) { return entry.second->call != call; });
    if (known.size() == before)
        return;
    std::unordered_set<std::uint32_t> alive;
    for (const auto& [hash, k] : known)
        alive.insert(k->number);
    std::erase_if(lineages, [&](const auto& entry) {
        return !alive.contains(static_cast<std::uint32_t>(entry.first >> 32)) ||
               !alive.contains(static_cast<std::uint32_t>(entry.first));
    });
}

} // namespace countercheck::compare
