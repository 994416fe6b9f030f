// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/names/gazetteer.h"

#include "core/read/names/gazetteerformat.h"
#include "core/text/utf8.h"

#include <array>
#include <memory>

extern "C" const char countercheck_gazetteer_begin[];

namespace countercheck::read {

namespace {

using packed::GazetteerHeader;
using packed::GazetteerPlace;
using packed::GazetteerSlot;

const GazetteerHeader& header() {
    return *reinterpret_cast<const GazetteerHeader*>(countercheck_gazetteer_begin);
}
template <class T> const T* at(std::uint32_t offset) {
    return reinterpret_cast<const T*>(countercheck_gazetteer_begin + offset);
}

/// The same in the packed table.
const std::uint32_t* searchList(std::string_view folded) {
    const GazetteerHeader& head = header();
    const auto* slots = at<GazetteerSlot>(head.slotsAt);
    const std::uint64_t hash = text::hashBytes(folded);
    const auto fingerprint = static_cast<std::uint32_t>(hash >> 32) | 1u;
    const std::uint32_t mask = head.slots - 1;
    for (std::uint32_t i = static_cast<std::uint32_t>(hash) & mask; slots[i].fingerprint != 0; i = (i + 1) & mask)
        if (slots[i].fingerprint == fingerprint)
            return at<std::uint32_t>(head.listsAt) + slots[i].list;
    return nullptr;
}

struct Kept {
    std::uint64_t hash = 0; ///< 0: empty
    const std::uint32_t* list = nullptr;
};
/// Where each thread keeps what it found last for a name of that hash.
Kept& keptAt(std::uint64_t hash) {
    constexpr std::size_t keptCount = 8192;
    thread_local const std::unique_ptr<std::array<Kept, keptCount>> kept =
        std::make_unique<std::array<Kept, keptCount>>();
    return (*kept)[(hash >> 8) % keptCount];
}

/// The name's list: a count, then indexes; null when it is not listed. News repeats names, and most of them are not
/// listed: each thread keeps at hand what it found last.
/// @param hash  its hashSmall()
const std::uint32_t* listOf(std::string_view folded, std::uint64_t hash) {
    if (folded.size() < 2)
        return nullptr;
    Kept& place = keptAt(hash);
    hash |= 1u;
    if (place.hash != hash)
        place = {hash, searchList(folded)};
    return place.list;
}
const std::uint32_t* listOf(std::string_view folded) {
    return listOf(folded, text::hashSmall(folded));
}

const GazetteerPlace& placeAt(std::uint32_t index) {
    return at<GazetteerPlace>(header().placesAt)[index & ~packed::weakBit];
}

PlaceInfo infoOf(std::uint32_t index) {
    const GazetteerPlace& p = placeAt(index);
    const char* pool = at<char>(header().poolAt);
    PlaceInfo info;
    info.kind = static_cast<PlaceKind>(p.kind);
    info.name = pool + p.name;
    info.country = std::string_view(p.country, 2);
    if (p.region != 0)
        info.region = pool + placeAt(p.region).name;
    info.population = p.population;
    info.exact = (index & packed::weakBit) == 0;
    return info;
}

bool inside(std::uint32_t a, std::uint32_t b) {
    const GazetteerPlace& inner = placeAt(a);
    const GazetteerPlace& outer = placeAt(b);
    if (inner.country[0] != outer.country[0] || inner.country[1] != outer.country[1] || inner.kind <= outer.kind)
        return false;
    return outer.kind == static_cast<std::uint8_t>(PlaceKind::Country) || inner.region == (b & ~packed::weakBit);
}

} // namespace

PlaceReadings places(std::string_view name) {
    PlaceReadings readings;
    if (const std::uint32_t* list = listOf(foldedName(name)))
        for (; readings.size < list[0]; ++readings.size)
            readings.places[readings.size] = infoOf(list[1 + readings.size]);
    return readings;
}

std::optional<PlaceInfo> place(std::string_view name) {
    return placeOfFolded(foldedName(name));
}

std::optional<PlaceInfo> placeOfFolded(std::string_view folded) {
    if (const std::uint32_t* list = listOf(folded))
        return infoOf(list[1]);
    return std::nullopt;
}

std::optional<PlaceBrief> briefOfFolded(std::string_view folded) {
    return briefOfFolded(folded, text::hashSmall(folded));
}

void prefetchPlace(std::uint64_t hash) {
    __builtin_prefetch(&keptAt(hash));
}

std::optional<PlaceBrief> briefOfFolded(std::string_view folded, std::uint64_t hash) {
    const std::uint32_t* list = listOf(folded, hash);
    if (list == nullptr)
        return std::nullopt;
    const GazetteerPlace& p = placeAt(list[1]);
    return PlaceBrief{static_cast<PlaceKind>(p.kind), p.population, (list[1] & packed::weakBit) == 0};
}

PlaceRelation placeRelation(std::string_view first, std::string_view second) {
    const std::string a = foldedName(first);
    const std::string b = foldedName(second);
    if (!a.empty() && a == b)
        return PlaceRelation::Same;
    const std::uint32_t* listA = listOf(a);
    const std::uint32_t* listB = listOf(b);
    if (listA == nullptr || listB == nullptr)
        return PlaceRelation::Unknown;
    bool isInside = false, holds = false;
    for (std::uint32_t i = 1; i <= listA[0]; ++i)
        for (std::uint32_t j = 1; j <= listB[0]; ++j) {
            if (((listA[i] ^ listB[j]) & ~packed::weakBit) == 0)
                return PlaceRelation::Same;
            isInside = isInside || inside(listA[i], listB[j]);
            holds = holds || inside(listB[j], listA[i]);
        }
    return isInside ? PlaceRelation::Inside : holds ? PlaceRelation::Holds : PlaceRelation::Apart;
}

} // namespace countercheck::read
