// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/rules.h"

#include "core/dossier/logjson.h"

#include <algorithm>
#include <array>

namespace countercheck::share {

namespace {

constexpr std::array<std::string_view, 4> roles{"viewer", "checker", "editor", "head"};

/// 0 for a viewer to 3 for a head of desk; −1 for none of them.
std::ptrdiff_t rank(std::string_view role) {
    const auto found = std::find(roles.begin(), roles.end(), role);
    return found == roles.end() ? -1 : found - roles.begin();
}

} // namespace

std::string whyNotShared(const dossier::Record& record, const Me& me) {
    if (!me.readOnly.empty())
        return me.readOnly;
    if (me.role.empty())
        return "the shared case was never reached yet: who you are there is not known; try again when there is a "
               "connection";
    const auto mine = rank(me.role);
    if (mine < 1)
        return me.person + " is viewer on this server: only a checker, editor or head of desk can change a shared case";
    if (record.by != me.person && me.role != "head")
        return "you are " + me.person + " in this shared case, and this would be made by " + record.by + ": go on as " +
               me.person;
    rapidjson::Document after;
    if (!dossier::logjson::parse(record.after, after) || !after.IsObject())
        return "what the record changes cannot be read";
    const bool signs = record.edit == "sign-off" || record.edit == "revoke" || record.edit == "send-back" ||
                       after.HasMember("signOff") || after.HasMember("takenBack");
    if (signs && mine < 2)
        return me.person +
               " is checker on this server: only an editor or head of desk can sign off, send back or take a sign-off "
               "back";
    if (const auto* person = dossier::logjson::member(after, "person"); person && me.role != "head") {
        const auto theirs = rank(dossier::logjson::text(*person, "role"));
        if (dossier::logjson::text(*person, "name") != me.person || theirs < 0 || theirs > mine)
            return "who takes part in a shared case, and as what, is said by a head of desk; you are " + me.person +
                   " (" + me.role + ")";
    }
    return {};
}

} // namespace countercheck::share
