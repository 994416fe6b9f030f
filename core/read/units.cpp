// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/units.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace countercheck::read {

namespace {

struct Entry {
    std::string_view code, base, factor;
    std::string_view offset = {}; ///< added after scaling: temperatures
    std::string_view divisor = {};
};

// Sorted by code, for binary search. Factors are the definitions (international foot 0.3048 m, pound 453.59237 g, …).
constexpr Entry entries[] = {
    {"%", "%", "1"},
    {"AU", "m", "149597870700"},
    {"Bq", "Bq", "1"},
    {"By", "By", "1"},
    {"Cel", "K", "1", "273.15"},
    {"EBy", "By", "1000000000000000000"},
    {"GBy", "By", "1000000000"},
    {"GHz", "Hz", "1000000000"},
    {"GJ", "J", "1000000000"},
    {"GW", "W", "1000000000"},
    {"Gbit", "By", "125000000"},
    {"Hz", "Hz", "1"},
    {"J", "J", "1"},
    {"K", "K", "1"},
    {"L", "L", "1"},
    {"MBy", "By", "1000000"},
    {"MHz", "Hz", "1000000"},
    {"MJ", "J", "1000000"},
    {"MW", "W", "1000000"},
    {"Mbit", "By", "125000"},
    {"Mt", "g", "1000000000000"},
    {"PBy", "By", "1000000000000000"},
    {"Pa", "Pa", "1"},
    {"Sv", "Sv", "1"},
    {"TBy", "By", "1000000000000"},
    {"TW", "W", "1000000000000"},
    {"V", "V", "1"},
    {"W", "W", "1"},
    {"[Btu]", "J", "1055.05585262"},
    {"[HP]", "W", "745.69987158227022"},
    {"[acr_us]", "m2", "4046.8564224"},
    {"[bbl_us]", "L", "158.987294928"},
    {"[bu_us]", "L", "35.23907016688"},
    {"[car_m]", "g", "0.2"},
    {"[cup_us]", "L", "0.2365882365"},
    {"[degF]", "K", "5", "255.372222222222222", "9"},
    {"[foz_us]", "L", "0.0295735295625"},
    {"[ft_i]", "m", "0.3048"},
    {"[ft_i]2", "m2", "0.09290304"},
    {"[ft_i]3", "L", "28.316846592"},
    {"[fth_i]", "m", "1.8288"},
    {"[gal_us]", "L", "3.785411784"},
    {"[in_i]", "m", "0.0254"},
    {"[in_i]2", "m2", "0.00064516"},
    {"[in_i]3", "L", "0.016387064"},
    {"[kn_i]", "m/s", "1852", {}, "3600"},
    {"[lb_av]", "g", "453.59237"},
    {"[lton_av]", "g", "1016046.9088"},
    {"[ly]", "m", "9460730472580800"},
    {"[mi_i]", "m", "1609.344"},
    {"[mi_i]2", "m2", "2589988.110336"},
    {"[nmi_i]", "m", "1852"},
    {"[oz_av]", "g", "28.349523125"},
    {"[ppb]", "%", "0.0000001"},
    {"[ppm]", "%", "0.0001"},
    {"[ppth]", "%", "0.1"},
    {"[psi]", "Pa", "6894.757293168"},
    {"[pt_us]", "L", "0.473176473"},
    {"[qt_us]", "L", "0.946352946"},
    {"[ston_av]", "g", "907184.74"},
    {"[stone_av]", "g", "6350.29318"},
    {"[tbs_us]", "L", "0.01478676478125"},
    {"[tsp_us]", "L", "0.00492892159375"},
    {"[yd_i]", "m", "0.9144"},
    {"[yd_i]2", "m2", "0.83612736"},
    {"[yd_i]3", "L", "764.554857984"},
    {"a", "s", "31557600"},
    {"bar", "Pa", "100000"},
    {"bit", "By", "0.125"},
    {"cL", "L", "0.01"},
    {"cal", "J", "4.184"},
    {"cm", "m", "0.01"},
    {"cm2", "m2", "0.0001"},
    {"cm3", "L", "0.001"},
    {"d", "s", "86400"},
    {"dB", "dB", "1"},
    {"deg", "deg", "1"},
    {"g", "g", "1"},
    {"h", "s", "3600"},
    {"hL", "L", "100"},
    {"hPa", "Pa", "100"},
    {"har", "m2", "10000"},
    {"kBy", "By", "1000"},
    {"kHz", "Hz", "1000"},
    {"kJ", "J", "1000"},
    {"kPa", "Pa", "1000"},
    {"kV", "V", "1000"},
    {"kW", "W", "1000"},
    {"kbit", "By", "125"},
    {"kcal", "J", "4184"},
    {"kg", "g", "1000"},
    {"km", "m", "1000"},
    {"km2", "m2", "1000000"},
    {"km3", "L", "1000000000000"},
    {"kt", "g", "1000000000"},
    {"m", "m", "1"},
    {"m2", "m2", "1"},
    {"m3", "L", "1000"},
    {"mL", "L", "0.001"},
    {"mSv", "Sv", "0.001"},
    {"mbar", "Pa", "100"},
    {"mg", "g", "0.001"},
    {"min", "s", "60"},
    {"mm", "m", "0.001"},
    {"mo", "s", "2629800"},
    {"ms", "s", "0.001"},
    {"nm", "m", "0.000000001"},
    {"ns", "s", "0.000000001"},
    {"s", "s", "1"},
    {"t", "g", "1000000"},
    {"ug", "g", "0.000001"},
    {"um", "m", "0.000001"},
    {"us", "s", "0.000001"},
    {"wk", "s", "604800"},
    // products that are a dimension of their own
};
static_assert(std::is_sorted(std::begin(entries), std::end(entries),
                             [](const Entry& a, const Entry& b) { return a.code < b.code; }));

const Entry* entryOf(std::string_view code) {
    const auto* found = std::lower_bound(std::begin(entries), std::end(entries), code,
                                         [](const Entry& e, std::string_view c) { return e.code < c; });
    return found != std::end(entries) && found->code == code ? found : nullptr;
}

/// An entry's numbers, read once.
struct Scale {
    Decimal factor, offset, divisor;
};
const Scale& scaleOf(const Entry& entry) {
    static const auto scales = [] {
        std::array<Scale, std::size(entries)> out;
        const auto number = [](std::string_view plain) {
            return plain.empty() ? Decimal() : Decimal::tryFrom(plain).value();
        };
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = {number(entries[i].factor), number(entries[i].offset), number(entries[i].divisor)};
        return out;
    }();
    return scales[static_cast<std::size_t>(&entry - std::begin(entries))];
}

} // namespace

std::optional<BaseValue> toBase(const Decimal& value, std::string_view unit) {
    if (const Entry* entry = entryOf(unit)) {
        const Scale& scale = scaleOf(*entry);
        auto base = value.times(scale.factor);
        if (base && !entry->divisor.empty())
            base = base->dividedBy(scale.divisor);
        if (base && !entry->offset.empty())
            base = base->plus(scale.offset);
        if (!base)
            return std::nullopt;
        return BaseValue{*base, std::string(entry->base)};
    }
    if (unit == "1/min")
        return toBase(value.dividedBy(Decimal(60)).value_or(Decimal()), "Hz");
    const std::size_t at = unit.find_first_of("/.");
    if (at == std::string_view::npos || at == 0 || at + 1 == unit.size())
        return std::nullopt;
    const auto first = toBase(value, unit.substr(0, at));
    const auto second = toBase(Decimal(1), unit.substr(at + 1));
    if (!first || !second)
        return std::nullopt;
    const bool over = unit[at] == '/';
    const auto base = over ? first->value.dividedBy(second->value) : first->value.times(second->value);
    if (!base)
        return std::nullopt;
    if (!over && first->unit == "W" && second->unit == "s")
        return BaseValue{*base, "J"};
    return BaseValue{*base, first->unit + (over ? '/' : '.') + second->unit};
}

bool sameDimension(std::string_view a, std::string_view b) {
    if (a == b)
        return true;
    const auto x = toBase(Decimal(1), a), y = toBase(Decimal(1), b);
    return x && y && x->unit == y->unit;
}

} // namespace countercheck::read
