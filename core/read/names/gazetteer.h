// SPDX-License-Identifier: GPL-3.0-or-later
// Where is that? Countries, their first-level regions and their cities of 15,000 people and more, under every spelling
// in Latin letters that GeoNames lists (CC BY 4.0, package libtimezonemap-data), packed at build time into one hashed
// table that is part of the program. Spellings are compared without accents, case, hyphens and apostrophes.
// One name may mean several places ("Kayes" is a region of Mali, its capital, and a town in Congo); the readings are
// ranked, and the questions about containment hold when some reading makes them true. Safe from any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace countercheck::read {

enum class PlaceKind : std::uint8_t { Country, Region, City };

struct PlaceInfo {
    PlaceKind kind = PlaceKind::City;
    std::string_view name;        ///< as GeoNames prints it: "Ségou"
    std::string_view country;     ///< ISO 3166-1 code: "ML"
    std::string_view region;      ///< first-level region's name; empty for a country or where none is known
    std::uint32_t population = 0; ///< 0 where it is not listed (every region)
    bool exact = true;            ///< the name itself, not a lesser known variant
};

/// The readings of a name, likeliest first, at most eight.
struct PlaceReadings {
    std::array<PlaceInfo, 8> places;
    std::size_t size = 0;
    [[nodiscard]] const PlaceInfo* begin() const { return places.data(); }
    [[nodiscard]] const PlaceInfo* end() const { return places.data() + size; }
};

PlaceReadings places(std::string_view name);

/// The likeliest place of that name; nothing when the gazetteer has none.
std::optional<PlaceInfo> place(std::string_view name);
/// The same for a name that foldedName() has folded already.
std::optional<PlaceInfo> placeOfFolded(std::string_view folded);

/// What the names reader asks of each name: no more than that, and without touching the names in the table.
struct PlaceBrief {
    PlaceKind kind = PlaceKind::City;
    std::uint32_t population = 0;
    bool exact = true;
};
std::optional<PlaceBrief> briefOfFolded(std::string_view folded);
/// The same for who has the folded name's hashSmall() at hand.
std::optional<PlaceBrief> briefOfFolded(std::string_view folded, std::uint64_t hash);
/// Asks for what briefOfFolded() will look at.
void prefetchPlace(std::uint64_t hash);

enum class PlaceRelation : std::uint8_t {
    Unknown, ///< at least one is not in the gazetteer
    Same,    ///< two spellings of one place
    Inside,  ///< the first lies in the second
    Holds,   ///< the second lies in the first
    Apart    ///< neither holds the other
};
PlaceRelation placeRelation(std::string_view first, std::string_view second);

/// How a name is spelled for comparing: small letters, no accents, hyphens as blanks, no apostrophes or points.
std::string foldedName(std::string_view name);

} // namespace countercheck::read
