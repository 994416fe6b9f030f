// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: packs GeoNames' lists (package libtimezonemap-data) and the country names of the lexicon into the table
// that core/read/names/gazetteer.cpp reads.
//   gazetteerpack DIRECTORY NAMES.TSV OUTPUT
#include "core/read/names/gazetteer.h"
#include "core/read/names/gazetteerformat.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace countercheck;
using namespace countercheck::read;

std::ifstream openFile(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        std::cerr << "gazetteerpack: cannot read " << path << ": install the package libtimezonemap-data\n";
        std::exit(2);
    }
    return in;
}

std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end; (end = line.find(at, begin)) != std::string::npos; begin = end + 1)
        parts.push_back(line.substr(begin, end - begin));
    parts.push_back(line.substr(begin));
    return parts;
}

std::uint32_t toNumber(const std::string& digits) {
    return digits.empty() || digits.size() > 10 ? 0 : static_cast<std::uint32_t>(std::stoull(digits));
}

/// Latin letters with at least one small one: no codes of airports, no other scripts.
bool spellsInLatin(const std::string& name) {
    bool small = false;
    for (std::size_t i = 0; i < name.size();) {
        const text::CodePoint p = text::decodeAt(name, i);
        if (p.value >= 0x250 && p.value != 0x2019)
            return false;
        small = small || (p.value >= 'a' && p.value <= 'z');
        i += p.length;
    }
    return small && !name.empty();
}

struct Gathered {
    std::vector<packed::GazetteerPlace> places{packed::GazetteerPlace{}};
    std::string pool = std::string(1, '\0');
    std::unordered_map<std::string, std::uint32_t> pooled;
    std::map<std::string, std::map<std::uint32_t, bool>> byName; ///< folded name → place → weak

    std::uint32_t inPool(const std::string& text) {
        const auto [it, fresh] = pooled.try_emplace(text, static_cast<std::uint32_t>(pool.size()));
        if (fresh)
            pool += text + '\0';
        return it->second;
    }
    std::uint32_t add(PlaceKind kind, const std::string& name, const std::string& country, std::uint32_t region,
                      std::uint32_t population) {
        packed::GazetteerPlace place;
        place.name = inPool(name);
        place.region = region;
        place.population = population;
        place.country[0] = country[0];
        place.country[1] = country[1];
        place.kind = static_cast<std::uint8_t>(kind);
        places.push_back(place);
        return static_cast<std::uint32_t>(places.size() - 1);
    }
    void spell(const std::string& name, std::uint32_t place, bool weak) {
        const std::string folded = foldedName(name);
        if (folded.size() < (weak ? 4u : 2u) || folded.size() > 48)
            return;
        const auto [it, fresh] = byName[folded].try_emplace(place, weak);
        if (!fresh)
            it->second = it->second && weak;
    }
    [[nodiscard]] std::uint64_t rank(std::uint32_t place, bool weak) const {
        const packed::GazetteerPlace& p = places[place];
        std::uint64_t rank = p.kind == static_cast<std::uint8_t>(PlaceKind::Country)  ? 1ull << 40
                             : p.kind == static_cast<std::uint8_t>(PlaceKind::Region) ? 500'000
                                                                                      : p.population;
        return weak ? rank / 16 : rank;
    }
};

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: gazetteerpack DIRECTORY OUTPUT NAMES.TSV…\n";
        return 2;
    }
    const std::string folder = argv[1];
    Gathered all;
    std::string line;
    std::map<std::string, std::uint32_t> countries, regions;

    for (std::ifstream in = openFile(folder + "/countryInfo.txt"); std::getline(in, line);) {
        if (line.empty() || line[0] == '#')
            continue;
        const auto f = split(line, '\t');
        if (f.size() < 8 || f[0].size() != 2)
            continue;
        countries[f[0]] = all.add(PlaceKind::Country, f[4], f[0], 0, toNumber(f[7]));
        all.spell(f[4], countries[f[0]], false);
    }
    for (int i = 3; i < argc; ++i)
        for (std::ifstream in = openFile(argv[i]); std::getline(in, line);) {
            const std::size_t tab = line.find("\tcountry=");
            if (tab == std::string::npos)
                continue;
            const auto it = countries.find(line.substr(tab + 9, 2));
            const std::string part = line.substr(0, tab);
            const bool whole = line.size() <= tab + 11 || line[tab + 11] != '-'; // GB-ENG is no second name of GB
            if (it != countries.end() && whole)
                all.spell(part, it->second, false);
        }
    for (std::ifstream in = openFile(folder + "/admin1Codes.txt"); std::getline(in, line);) {
        const auto f = split(line, '\t');
        if (f.size() < 3 || f[0].size() < 4)
            continue;
        regions[f[0]] = all.add(PlaceKind::Region, f[1], f[0].substr(0, 2), 0, 0);
        all.spell(f[1], regions[f[0]], false);
        all.spell(f[2], regions[f[0]], false);
    }
    for (std::ifstream in = openFile(folder + "/cities15000.txt"); std::getline(in, line);) {
        const auto f = split(line, '\t');
        if (f.size() < 15 || f[8].size() != 2)
            continue;
        const auto region = regions.find(f[8] + "." + f[10]);
        const std::uint32_t population = toNumber(f[14]);
        const std::uint32_t city =
            all.add(PlaceKind::City, f[1], f[8], region == regions.end() ? 0 : region->second, population);
        all.spell(f[1], city, false);
        all.spell(f[2], city, false);
        for (const std::string& other : split(f[3], ','))
            if (spellsInLatin(other))
                all.spell(other, city, population < 200'000);
    }

    std::uint32_t slotCount = 1024;
    while (slotCount < all.byName.size() * 3 / 2)
        slotCount *= 2;
    std::vector<packed::GazetteerSlot> slots(slotCount);
    std::vector<std::uint32_t> lists(1, 0);
    for (const auto& [name, readings] : all.byName) {
        std::vector<std::pair<std::uint32_t, bool>> ranked(readings.begin(), readings.end());
        std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
            return all.rank(a.first, a.second) > all.rank(b.first, b.second);
        });
        if (ranked.size() > 8)
            ranked.resize(8);
        const std::uint64_t hash = text::hashBytes(name);
        packed::GazetteerSlot slot{static_cast<std::uint32_t>(hash >> 32) | 1u,
                                   static_cast<std::uint32_t>(lists.size())};
        lists.push_back(static_cast<std::uint32_t>(ranked.size()));
        for (const auto& [place, weak] : ranked)
            lists.push_back(place | (weak ? packed::weakBit : 0u));
        std::uint32_t at = static_cast<std::uint32_t>(hash) & (slotCount - 1);
        while (slots[at].fingerprint != 0)
            at = (at + 1) & (slotCount - 1);
        slots[at] = slot;
    }

    packed::GazetteerHeader header{};
    header.magic = packed::gazetteerMagic;
    header.slots = slotCount;
    header.slotsAt = sizeof header;
    header.listsAt = header.slotsAt + slotCount * static_cast<std::uint32_t>(sizeof(packed::GazetteerSlot));
    header.placesAt = header.listsAt + static_cast<std::uint32_t>(lists.size()) * 4u;
    header.placeCount = static_cast<std::uint32_t>(all.places.size());
    header.poolAt = header.placesAt + header.placeCount * static_cast<std::uint32_t>(sizeof(packed::GazetteerPlace));
    header.poolSize = static_cast<std::uint32_t>(all.pool.size());
    std::ofstream out(argv[2], std::ios::binary);
    const auto put = [&](const void* data, std::size_t size) {
        out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    };
    put(&header, sizeof header);
    put(slots.data(), slots.size() * sizeof(packed::GazetteerSlot));
    put(lists.data(), lists.size() * 4);
    put(all.places.data(), all.places.size() * sizeof(packed::GazetteerPlace));
    put(all.pool.data(), all.pool.size());
    out.flush();
    if (!out) {
        std::cerr << "gazetteerpack: cannot write " << argv[3] << "\n";
        return 1;
    }
    return 0;
}
