// SPDX-License-Identifier: GPL-3.0-or-later
// Regular French inflection, for expanding tables of words: third persons, participles and plurals, by the ending of
// the infinitive or the noun. After the patterns of conjugation in M. Grevisse, Le Bon Usage; no dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::text {

enum class FrenchForm : std::uint8_t {
    Finite,           ///< présent, futur, conditionnel
    Past,             ///< passé simple, imparfait
    Participle,       ///< enlevé, enlevée, enlevés, enlevées
    PresentParticiple ///< enlevant
};

struct FrenchVerbForm {
    std::string form;
    FrenchForm kind;
};

/// The third persons and participles of an infinitive ("enlever", "prendre", "détruire"); verbs that follow no pattern
/// of their ending are not foreseen (être, avoir, aller). Forms may repeat.
std::vector<FrenchVerbForm> frenchVerbForms(std::string_view infinitive);
/// voiture → voitures, journal → journaux, bateau → bateaux, corps → corps
std::string frenchPluralOf(std::string_view noun);

} // namespace countercheck::text
