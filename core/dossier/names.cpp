// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/dossier.h"

#include <array>

namespace countercheck::dossier {

namespace {

template <class E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name)
            return static_cast<E>(i);
    return std::nullopt;
}
template <class E, std::size_t N> std::string_view nameOf(const std::array<std::string_view, N>& names, E value) {
    const auto i = static_cast<std::size_t>(value);
    return i < N ? names[i] : std::string_view{};
}

// In the order of the enumerations.
constexpr std::array<std::string_view, 4> roles{"viewer", "checker", "editor", "head"};
constexpr std::array<std::string_view, 7> verdicts{"unchecked", "checking",     "verified", "disputed",
                                                   "false",     "unverifiable", "outdated"};
constexpr std::array<std::string_view, 4> figures{"open", "proposed", "signed-off", "revoked"};

} // namespace

std::string_view roleName(Role role) {
    return nameOf(roles, role);
}
std::optional<Role> roleFromName(std::string_view name) {
    return find<Role>(roles, name);
}

std::string_view verdictStateName(VerdictState state) {
    return nameOf(verdicts, state);
}
std::optional<VerdictState> verdictStateFromName(std::string_view name) {
    return find<VerdictState>(verdicts, name);
}

std::string_view figureStateName(FigureState state) {
    return nameOf(figures, state);
}

} // namespace countercheck::dossier
