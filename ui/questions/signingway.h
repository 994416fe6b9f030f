// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between a question and its sign-off, and where is it put right? The refusal itself is the dossier's
// (dossier::whyNot); this is the door that the window opens from it.
#pragma once

#include "core/dossier/dossier.h"

#include <QString>

#include <cstdint>

namespace countercheck::ui {

enum class SigningWay : std::uint8_t {
    None,    ///< nothing does, or nothing that can be done here
    Verdict, ///< there is no verdict yet
    Settle,  ///< two people decided without knowing of each other
    Person,  ///< somebody else has to sign
};

SigningWay wayToSign(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const dossier::Person& person);
/// For the button that leads there; empty for None.
QString signingWayWord(SigningWay way);

/// "Signed by Grace, then changed: …", or why the sign-off was taken back; empty while it holds or when there is none.
QString brokenSignOff(const dossier::Decisions& decisions);

} // namespace countercheck::ui
