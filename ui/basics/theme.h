// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour and font of the window, in two themes. Two axes never share a hue: which article (letters A, B, C) and
// what relation (colour, sign, underline style and word). Marks lie under the text, which stays fully readable.
#pragma once

#include "core/compare/question.h"

#include <QColor>
#include <QFont>
#include <QString>

#include <optional>

class QApplication;

namespace countercheck::ui {

struct Theme {
    bool dark = false;
    QColor surface;   ///< panels, panes, bars
    QColor text;      ///< UI and article text
    QColor quiet;     ///< secondary text (4.5:1 on surface)
    QColor faint;     ///< disabled, boilerplate that was set apart
    QColor line;      ///< borders between areas
    QColor ruler;     ///< overview ruler's groove
    QColor selection; ///< selected row
    QColor accent;    ///< buttons, focus, selected mark's frame
    QColor onAccent;  ///< text on accent

    struct Mark {
        QColor underlay; ///< under the words
        QColor ink;      ///< underline, sign, ruler tick, connector (3:1 and more on surface)
    };
    Mark contradiction, discrepancy, refinement, agreement, single;

    [[nodiscard]] const Mark& mark(std::optional<compare::RelationKind> status) const;

    static const Theme& light();
    static const Theme& darkTheme();
    static const Theme& current();
};

/// ✕ ≠ ≈ = · and the underline that goes with each: double, dashed, dotted, single, none.
QString statusSign(std::optional<compare::RelationKind> status);
QString statusWord(std::optional<compare::RelationKind> status);  ///< "Contradiction", …, "Single source"
QString statusGloss(std::optional<compare::RelationKind> status); ///< "both cannot be true", "both can be true", …
Qt::PenStyle statusPen(std::optional<compare::RelationKind> status);

constexpr int linkEdge = 4; ///< pixels between the edge of a "link" button and its words

/// Sans-serif for the interface (Inter), serif for article text (Noto Serif); sizes in points, with fallbacks.
QFont interfaceFont(qreal points = 10, QFont::Weight weight = QFont::Normal);
QFont articleFont(qreal points = 12);
/// The same font for text with marks of its own over or under letters (decomposed accents), which need their places.
QFont shapedFont(QFont font);

enum class ThemeChoice { FollowDesktop, Light, Dark };
/// Widgets choose a look by dynamic properties, set before they are shown:
/// buttons: "primary", "chip", "quiet" (no border until hovered), "link" = true; "segment" = "first" | "middle" |
/// "last"; QLabel "role" = "quiet" | "faint" | "pill" | "key" | "error"; QFrame "role" = "card" | "line" | "vline".
/// Sets palette, style sheet and fonts for the whole application. Qt 6.4 has no colour-scheme hint: the desktop's
/// choice is read from its palette at start.
void applyTheme(QApplication& application, ThemeChoice choice);
/// The same without the style sheet. For a start: as long as there is a sheet, each widget that goes into another has
/// all that is in it go through the sheet anew; applyTheme() is due when all of them are in their places.
void applyColours(QApplication& application, ThemeChoice choice);
/// Is it dark by that choice? Asked for the first time before applyTheme() changes what the desktop wishes.
bool isDark(const QApplication& application, ThemeChoice choice);

} // namespace countercheck::ui
