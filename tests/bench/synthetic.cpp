// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/synthetic.h"
#include "tests/dice.h"

#include <array>
#include <string_view>

namespace countercheck::bench {

namespace {

using test::Dice;

constexpr std::array<std::string_view, 12> places = {"Tarvik",     "Port Ellin", "the Oskar valley", "Menaré",
                                                     "Lower Sund", "San Ibáñez", "Kolmund",          "the Drava road",
                                                     "Ashby",      "New Tarvik", "Grünau",           "Bel Haven"};
constexpr std::array<std::string_view, 10> people = {
    "Mara Lindqvist", "Tomas Okeke",     "the interior minister", "Colonel Reyes",       "a hospital official",
    "Awa Traoré",     "Dr. Ilse Brandt", "the mayor, Jon Hale",   "a railway spokesman", "residents"};
constexpr std::array<std::string_view, 10> things = {"lorries",  "houses",  "workers",    "soldiers", "passengers",
                                                     "villages", "flights", "protesters", "schools",  "vehicles"};
constexpr std::array<std::string_view, 8> deeds = {"were destroyed", "were evacuated", "were detained",
                                                   "were counted",   "were hit",       "were reopened",
                                                   "were damaged",   "were cancelled"};
constexpr std::array<std::string_view, 9> hedges = {"",       "about ",      "at least ", "more than ", "nearly ",
                                                    "up to ", "fewer than ", "some ",     "exactly "};
constexpr std::array<std::string_view, 8> days = {"on Sunday",         "on January 11",  "last June",
                                                  "on Monday evening", "in early March", "since September",
                                                  "for three days",    "at dawn"};
constexpr std::array<std::string_view, 12> plain = {
    "The road to the coast stayed closed and nobody could say when it would open again. ",
    "Shops near the market opened late, and buses took the longer way round through the hills. ",
    "Farmers in the area had asked for help long before, but the council never answered their letters. ",
    "It is a quiet place where people know each other and where little is decided in a hurry. ",
    "Investigators walked along the river and looked for traces under the old bridge. ",
    "The company did not reply to questions, and its office remained locked through the afternoon. ",
    "Electricity came back in the evening, which surprised those who had already lit their lamps. ",
    "Critics say that the law was written in haste and that it leaves too much to the police. ",
    "A train stood at the station with its doors open, waiting for a driver who could not get through. ",
    "The weather office had warned of fog, though the sky above the harbour remained clear. ",
    "Older inhabitants remember the strike at the mill and compare it with what they see now. ",
    "Talks between both sides go on, and neither of them wants to be the first to leave the table. "};

void sentence(Dice& dice, std::string& out) {
    const auto number = [&] { return std::to_string(2 + dice.below(dice.below(3) == 0 ? 5000 : 90)); };
    switch (dice.below(9)) {
    case 0:
        out.append("In ").append(dice.of(places)).append(", ").append(dice.of(hedges)).append(number()).append(" ");
        out.append(dice.of(things)).append(" ").append(dice.of(deeds)).append(" ").append(dice.of(days)).append(", ");
        out.append(dice.of(people)).append(" said. ");
        break;
    case 1:
        out.append("“We saw ").append(number()).append(" ").append(dice.of(things)).append(" ").append(dice.of(days));
        out.append("”, ").append(dice.of(people)).append(" told reporters. ");
        break;
    case 2:
        out.append("According to ").append(dice.of(people)).append(", the damage comes to ").append(dice.of(hedges));
        out.append(number()).append(" million dollars, or ").append(number()).append("% of the budget. ");
        break;
    default:
        out.append(dice.of(plain));
    }
}

} // namespace

std::string article(std::uint64_t seed, std::size_t bytes) {
    Dice dice(seed);
    std::string out;
    out.reserve(bytes + 400);
    out.append("What is known about ").append(dice.of(places)).append("\n\n");
    while (out.size() < bytes) {
        for (std::size_t n = 2 + dice.below(4); n > 0; --n)
            sentence(dice, out);
        out.back() = '\n';
        out += '\n';
    }
    return out;
}

std::string report(std::uint64_t seed) {
    Dice dice(seed);
    std::string out = "Raid on the quarry of Tarvik\n\n";
    out.append("More than ").append(std::to_string(80 + 20 * dice.below(5)));
    out.append(" gunmen attacked the quarry of Tarvik on Sunday, ").append(dice.of(people)).append(" said. ");
    out.append(dice.below(2) == 0 ? "Three" : "Four").append(" workers were abducted, according to ");
    out.append(dice.of(people)).append(".\n\nAt least ").append(std::to_string(2 + dice.below(8)));
    out.append(" lorries were burned. “We have nothing left”, said ").append(dice.of(people)).append(".\n\n");
    return out + article(seed + 1000, 2500);
}

} // namespace countercheck::bench
