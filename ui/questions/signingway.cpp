// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/signingway.h"

#include "ui/workbench/words.h"

#include <QCoreApplication>

namespace countercheck::ui {

namespace {
QString say(const char* words) {
    return QCoreApplication::translate("SigningWay", words);
}
} // namespace

SigningWay wayToSign(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const dossier::Person& person) {
    const dossier::Decisions& decisions = dossier.decisionsOf(key);
    if (decisions.figureState() == dossier::FigureState::SignedOff)
        return SigningWay::None;
    const auto state = decisions.verdict ? decisions.verdict->state : dossier::VerdictState::Unchecked;
    const bool nothing = state == dossier::VerdictState::Unchecked && !decisions.proposal;
    if (nothing || state == dossier::VerdictState::Checking)
        return person.role == dossier::Role::Viewer ? SigningWay::Person : SigningWay::Verdict;
    if (!decisions.conflicts.empty())
        return SigningWay::Settle;
    const bool signs = person.role == dossier::Role::Editor || person.role == dossier::Role::Head;
    const bool own = (decisions.verdict && decisions.verdict->stamp.by == person.name) ||
                     (decisions.proposal && decisions.proposal->stamp.by == person.name) ||
                     decisions.changedBy == person.name;
    return signs && !own ? SigningWay::None : SigningWay::Person;
}

QString signingWayWord(SigningWay way) {
    switch (way) {
    case SigningWay::Verdict:
        return say(QT_TRANSLATE_NOOP("SigningWay", "To the verdict"));
    case SigningWay::Settle:
        return say(QT_TRANSLATE_NOOP("SigningWay", "Settle it"));
    case SigningWay::Person:
        return say(QT_TRANSLATE_NOOP("SigningWay", "Somebody else signs…"));
    case SigningWay::None:
        break;
    }
    return {};
}

QString brokenSignOff(const dossier::Decisions& decisions) {
    if (!decisions.revoked || !decisions.signOff || decisions.figureState() == dossier::FigureState::SignedOff)
        return {};
    const QString by = text(decisions.signOff->stamp.by);
    return decisions.changed.empty() ? say(QT_TRANSLATE_NOOP("SigningWay", "The sign-off by %1 no longer holds: %2"))
                                           .arg(by, text(decisions.revokedBecause))
                                     : say(QT_TRANSLATE_NOOP("SigningWay", "Signed by %1, then changed: %2"))
                                           .arg(by, changedWords(decisions));
}

} // namespace countercheck::ui
