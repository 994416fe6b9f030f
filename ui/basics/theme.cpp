// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTimer>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace countercheck::ui {

using compare::RelationKind;

namespace {

Theme makeLight() {
    Theme t;
    t.dark = false;
    t.surface = QColor(0xFFFFFF);
    t.text = QColor(0x1C1C1C);
    t.quiet = QColor(0x666666);
    t.faint = QColor(0x6E6E6E);
    t.line = QColor(0xDCDCD8);
    t.ruler = QColor(0xF4F4F2);
    t.selection = QColor(0xE8F0FD);
    t.accent = QColor(0x2A65CF);
    t.onAccent = QColor(0xFFFFFF);
    t.contradiction = {QColor(0xFDE3E0), QColor(0xC22A22)};
    t.discrepancy = {QColor(0xFDF0D5), QColor(0xA05A00)};
    t.refinement = {QColor(0xE3EFFA), QColor(0x2468B0)};
    t.agreement = {QColor(0xDDF1E4), QColor(0x2B784B)};
    t.single = {QColor(0xEFEFEC), QColor(0x6B6B6B)};
    return t;
}

Theme makeDark() {
    Theme t;
    t.dark = true;
    t.surface = QColor(0x24272B);
    t.text = QColor(0xE6E6E6);
    t.quiet = QColor(0xA2A8AF);
    t.faint = QColor(0x949AA1);
    t.line = QColor(0x3A3E43);
    t.ruler = QColor(0x1B1D20);
    t.selection = QColor(0x2B3A55);
    t.accent = QColor(0x7AA7FF);
    t.onAccent = QColor(0x15181C);
    t.contradiction = {QColor(0x4A2523), QColor(0xFF7B72)};
    t.discrepancy = {QColor(0x453617), QColor(0xF0B429)};
    t.refinement = {QColor(0x20364A), QColor(0x7DB8F0)};
    t.agreement = {QColor(0x1F3D2B), QColor(0x5FD08A)};
    t.single = {QColor(0x33373C), QColor(0xA2A8AF)};
    return t;
}

const Theme* currentTheme = nullptr;

/// Fusion with flat indicators: arrows, check boxes and radio buttons drawn from the theme, so that no pictures are
/// needed.
class FlatStyle : public QProxyStyle {
public:
    FlatStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        const Theme& theme = Theme::current();
        const bool enabled = option->state & State_Enabled;
        const QRectF r = option->rect;
        const auto stroke = [&](const QColor& colour, qreal width) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        };
        switch (element) {
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight: {
            painter->save();
            stroke(enabled ? theme.quiet : theme.line, 1.5);
            painter->translate(r.center());
            painter->rotate(element == PE_IndicatorArrowUp      ? 180
                            : element == PE_IndicatorArrowLeft  ? 90
                            : element == PE_IndicatorArrowRight ? -90
                                                                : 0);
            const qreal w = qMin<qreal>(4, qMin(r.width(), r.height()) / 2);
            painter->drawPolyline(QPolygonF{{-w, -w / 2}, {0, w / 2}, {w, -w / 2}});
            painter->restore();
            return;
        }
        case PE_IndicatorCheckBox:
        case PE_IndicatorRadioButton:
        case PE_IndicatorItemViewItemCheck: {
            painter->save();
            const bool on = option->state & State_On;
            const bool round = element == PE_IndicatorRadioButton;
            const qreal side = qMin<qreal>(16, qMin(r.width(), r.height())) - 1;
            const QRectF box(r.center().x() - side / 2, r.center().y() - side / 2, side, side);
            const bool focused = option->state & State_HasFocus;
            stroke(on || focused ? theme.accent : enabled ? theme.quiet : theme.line, 1);
            painter->setBrush(on && enabled ? theme.accent : theme.surface);
            painter->drawRoundedRect(box, round ? side / 2 : 4, round ? side / 2 : 4);
            const QColor onColour = enabled ? theme.onAccent : theme.quiet;
            if (on && round) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(onColour);
                painter->drawEllipse(box.center(), side / 5, side / 5);
            } else if (on) {
                stroke(onColour, 1.8);
                painter->drawPolyline(QPolygonF{box.topLeft() + QPointF(side * 0.24, side * 0.54),
                                                box.topLeft() + QPointF(side * 0.43, side * 0.72),
                                                box.topLeft() + QPointF(side * 0.78, side * 0.30)});
            } else if (option->state & State_NoChange) {
                stroke(theme.accent, 1.8);
                painter->drawLine(box.center() - QPointF(side / 4, 0), box.center() + QPointF(side / 4, 0));
            }
            painter->restore();
            return;
        }
        case PE_FrameFocusRect: {
            painter->save();
            stroke(theme.accent, 1.5);
            painter->setBrush(Qt::NoBrush);
            // Around a tab's words, not across them.
            const bool tab = widget && widget->inherits("QTabBar");
            painter->drawRoundedRect(tab ? r.adjusted(-6, -3, 6, 3) : r.adjusted(1, 1, -1, -1), 4, 4);
            painter->restore();
            return;
        }
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    void polish(QApplication* application) override {
        QProxyStyle::polish(application);
        application->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto type = event->type();
        if (type == QEvent::KeyPress || type == QEvent::ShortcutOverride || type == QEvent::KeyRelease) {
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt && (held_ = type != QEvent::KeyRelease))
                setAlt(true);
            else if (alt_ && !held_) // when the key has done what it does
                QTimer::singleShot(0, this, [this] { leaveMenus(); });
        } else if (type == QEvent::ApplicationStateChange || type == QEvent::MouseButtonPress) {
            held_ = false;
            setAlt(false);
        }
        return QProxyStyle::eventFilter(watched, event);
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        switch (hint) {
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_DialogButtonBox_ButtonsHaveIcons:
            return 0;
        case SH_UnderlineShortcut: // while Alt is held or a menu is gone through by keyboard, as on other desktops
            return alt_ ? 1 : 0;
        case SH_ToolTip_WakeUpDelay:
            return 450;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
        }
    }

private:
    void leaveMenus() {
        const QWidget* focus = QApplication::focusWidget();
        if (!held_ && !QApplication::activePopupWidget() && !(focus && focus->inherits("QMenuBar")))
            setAlt(false);
    }
    void setAlt(bool on) {
        if (std::exchange(alt_, on) == on)
            return;
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible())
                for (QWidget* widget : window->findChildren<QWidget*>())
                    if (widget->isVisible() && (widget->inherits("QMenuBar") || widget->inherits("QTabBar") ||
                                                widget->inherits("QAbstractButton") || widget->inherits("QLabel")))
                        widget->update();
    }
    bool held_ = false, alt_ = false; ///< the key is down; the letters that it leads to are underlined
};

QPalette paletteOf(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.surface);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.ruler);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.contradiction.ink);
    p.setColor(QPalette::ToolTipBase, t.dark ? QColor(0x33373C) : QColor(0xFFFFFF));
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.quiet);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.surface.lighter(t.dark ? 130 : 100));
    p.setColor(QPalette::Midlight, t.line.lighter(105));
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line.darker(t.dark ? 110 : 120));
    p.setColor(QPalette::Shadow, t.dark ? QColor(0x0E0F11) : QColor(0xB8B8B4));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.quiet);
    return p;
}

/// Placeholders: @name stands for a colour of the theme. Fields take the colour of their words from the palette: with
/// one from here, Qt would set the hint in an empty field in half of it, which nobody can read.
constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @surface; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenuBar { background: @surface; border: none; border-bottom: 1px solid @line; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: @hover; }
QMenuBar::item:pressed { background: @selection; }
QMenu { background: @raised; border: 1px solid @line; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QMenu::item:checkable { padding-left: 26px; }

QToolBar { background: @surface; border: none; border-bottom: 1px solid @line; spacing: 7px; padding: 8px 12px; }
QStatusBar { background: @surface; border-top: 1px solid @line; color: @quiet; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @quiet; }

QPushButton, QToolButton { background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 5px 12px; }
QToolButton { padding: 5px 9px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @selection; }
QPushButton:checked, QToolButton:checked { background: @selection; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 4px 11px; outline: none; }
QToolButton:focus { padding: 4px 8px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; background: @surface; border-color: @line; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 3px double @onAccent; padding: 3px 10px; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: @ruler; color: @faint; border-color: @line; }
QPushButton[chip="true"], QToolButton[chip="true"] { border-radius: 10px; padding: 1px 8px; min-height: 16px; color: @quiet; border-color: @edge; }
QPushButton[chip="true"]:checked, QToolButton[chip="true"]:checked { background: @selection; color: @text; border-color: @accent; }
QPushButton[chip="true"]:focus, QToolButton[chip="true"]:focus { border: 2px solid @accent; padding: 0px 7px; }
QPushButton[tight="true"] { padding: 1px 6px; }
QPushButton[tight="true"]:focus { padding: 0px 5px; }
QPushButton[tight="true"]::menu-indicator { image: none; width: 0; }
QPushButton[quiet="true"], QToolButton[quiet="true"] { border: 1px solid transparent; background: transparent; padding: 2px 6px; }
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: @hover; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border: 2px solid @accent; padding: 1px 5px; }
QPushButton[link="true"], QToolButton[link="true"] { border: 1px solid transparent; background: transparent; padding: 1px 3px; color: @accent; }
QPushButton[faded="true"] { color: @quiet; }
QPushButton[link="true"]:disabled, QToolButton[link="true"]:disabled { color: @quiet; }
QPushButton[link="true"]:checked { background: transparent; border-color: transparent; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 2px solid @accent; padding: 0px 2px; }
QPushButton[segment="first"], QPushButton[segment="middle"], QPushButton[segment="last"] { border-radius: 0; padding: 4px 2px; margin: 0; border-color: @line; }
QPushButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[segment="middle"], QPushButton[segment="last"] { border-left: none; }
QPushButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[segment="first"]:checked, QPushButton[segment="middle"]:checked, QPushButton[segment="last"]:checked { background: @selection; font-weight: 600; }
QPushButton[segment="first"]:focus, QPushButton[segment="middle"]:focus, QPushButton[segment="last"]:focus { border: 2px solid @accent; padding: 3px 1px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { width: 12px; subcontrol-position: right center; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit { background: @surface; border: 1px solid @edge; border-radius: 6px; padding: 5px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QDateTimeEdit:focus { border: 2px solid @accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: @faint; background: @ruler; }
QComboBox { background: @surface; color: @text; border: 1px solid @edge; border-radius: 6px; padding: 5px 10px; }
QComboBox:hover { background: @hover; }
QComboBox:focus { border: 2px solid @accent; padding: 4px 9px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/look/chevron.svg); width: 12px; height: 12px; }
QFrame[role="drop"] { border: 1px dashed @edge; border-radius: 12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; border-radius: 6px; padding: 4px; selection-background-color: @selection; selection-color: @text; outline: none; }

QAbstractItemView { background: @surface; color: @text; border: none; selection-background-color: @selection; selection-color: @text; outline: none; }
QTreeView::item, QListView::item, QTableView::item { padding: 3px 4px; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @selection; color: @text; }
QHeaderView::section { background: @surface; color: @quiet; border: none; border-bottom: 1px solid @line; padding: 5px 6px; }
QTableView { gridline-color: @line; }

QTabBar::tab { background: transparent; color: @quiet; border: none; border-bottom: 2px solid transparent; padding: 6px 12px; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @surface; padding: 6px 12px; }
QGroupBox { border: 1px solid @line; border-radius: 6px; margin-top: 10px; padding: 10px 8px 8px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: @quiet; }
QProgressBar { background: @ruler; border: 1px solid @line; border-radius: 5px; text-align: center; color: @text; min-height: 10px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolTip { background: @raised; color: @text; border: 1px solid @edge; border-radius: 4px; padding: 5px 8px; }

QLabel { background: transparent; }
QLabel[role="quiet"] { color: @quiet; }
QLabel[role="faint"] { color: @faint; }
QLabel[role="pill"] { color: @quiet; border: 1px solid @edge; border-radius: 8px; padding: 0px 6px 1px 6px; }
QLabel[role="key"] { color: @quiet; border: 1px solid @edge; border-radius: 3px; padding: 0px 4px; }
QLabel[role="error"] { color: @alarm; }
QFrame[role="card"] { border: 1px solid @edge; border-radius: 6px; background: @surface; }
QFrame[role="line"] { background: @line; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="vline"] { background: @line; border: none; min-width: 1px; max-width: 1px; }
)";

QString sheetOf(const Theme& t) {
    const std::pair<const char*, QColor> names[] = {
        // Longer names first: "@accentHover" holds "@accent".
        {"@accentHover", t.dark ? t.accent.lighter(108) : t.accent.darker(108)},
        {"@accent", t.accent},
        {"@onAccent", t.onAccent},
        {"@surface", t.surface},
        {"@selection", t.selection},
        {"@raised", t.dark ? QColor(0x2B2E33) : QColor(0xFFFFFF)},
        {"@hover", t.dark ? QColor(0x2E3237) : QColor(0xF4F4F2)},
        {"@handle", t.dark ? QColor(0x565B61) : QColor(0xC4C4C0)},
        {"@edge", t.dark ? QColor(0x4A4F55) : QColor(0xD2D2CE)},
        {"@alarm", t.contradiction.ink},
        {"@ruler", t.ruler},
        {"@quiet", t.quiet},
        {"@faint", t.faint},
        {"@text", t.text},
        {"@line", t.line},
    };
    QString out = QString::fromLatin1(sheet);
    for (const auto& [name, colour] : names)
        out.replace(QLatin1String(name), colour.name());
    return out;
}

} // namespace

const Theme::Mark& Theme::mark(std::optional<RelationKind> status) const {
    if (!status)
        return single;
    switch (*status) {
    case RelationKind::Contradiction:
        return contradiction;
    case RelationKind::Discrepancy:
        return discrepancy;
    case RelationKind::Refinement:
        return refinement;
    case RelationKind::Agreement:
        return agreement;
    }
    return single;
}

const Theme& Theme::light() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::current() {
    return currentTheme ? *currentTheme : light();
}

QString statusSign(std::optional<RelationKind> status) {
    if (!status)
        return QStringLiteral("·");
    switch (*status) {
    case RelationKind::Contradiction:
        return QStringLiteral("✕");
    case RelationKind::Discrepancy:
        return QStringLiteral("≠");
    case RelationKind::Refinement:
        return QStringLiteral("≈");
    case RelationKind::Agreement:
        return QStringLiteral("=");
    }
    return QStringLiteral("·");
}

QString statusWord(std::optional<RelationKind> status) {
    if (!status)
        return QApplication::translate("Theme", "Single source");
    switch (*status) {
    case RelationKind::Contradiction:
        return QApplication::translate("Theme", "Contradiction");
    case RelationKind::Discrepancy:
        return QApplication::translate("Theme", "Discrepancy");
    case RelationKind::Refinement:
        return QApplication::translate("Theme", "Refinement");
    case RelationKind::Agreement:
        return QApplication::translate("Theme", "Agreement");
    }
    return {};
}

QString statusGloss(std::optional<RelationKind> status) {
    if (!status)
        return QApplication::translate("Theme", "one source alone says so");
    switch (*status) {
    case RelationKind::Contradiction:
        return QApplication::translate("Theme", "both cannot be true");
    case RelationKind::Discrepancy:
        return QApplication::translate("Theme", "both can be true");
    case RelationKind::Refinement:
        return QApplication::translate("Theme", "one is more precise");
    case RelationKind::Agreement:
        return QApplication::translate("Theme", "they say the same");
    }
    return {};
}

Qt::PenStyle statusPen(std::optional<RelationKind> status) {
    if (!status)
        return Qt::NoPen;
    switch (*status) {
    case RelationKind::Contradiction:
    case RelationKind::Agreement:
        return Qt::SolidLine;
    case RelationKind::Discrepancy:
        return Qt::DashLine;
    case RelationKind::Refinement:
        return Qt::DotLine;
    }
    return Qt::NoPen;
}

QFont interfaceFont(qreal points, QFont::Weight weight) {
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans"),
                      QStringLiteral("sans-serif")});
    // Labels are measured at many widths before one is drawn. Without kerning and ligatures, which are worth a quarter
    // of a point in a line of this size, that is twenty times faster; scripts whose letters join are shaped all the
    // same.
    font.setStyleHint(QFont::SansSerif, QFont::PreferNoShaping);
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

QFont articleFont(qreal points) {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif"), QStringLiteral("serif")});
    font.setStyleHint(QFont::Serif, QFont::PreferNoShaping);
    font.setPointSizeF(points);
    return font;
}

QFont shapedFont(QFont font) {
    font.setStyleStrategy(QFont::PreferDefault);
    return font;
}

bool isDark(const QApplication& application, ThemeChoice choice) {
    // The first palette is the desktop's; later ones are ours.
    static const bool desktopIsDark = application.palette().color(QPalette::Window).lightness() < 128;
    return choice == ThemeChoice::Dark || (choice == ThemeChoice::FollowDesktop && desktopIsDark);
}

void applyColours(QApplication& application, ThemeChoice choice) {
    currentTheme = isDark(application, choice) ? &Theme::darkTheme() : &Theme::light();
    static bool styled = false;
    if (!styled) {
        QApplication::setStyle(new FlatStyle); // the application owns it
        styled = true;
    }
    const QPalette palette = paletteOf(*currentTheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(interfaceFont());
    QToolTip::setFont(interfaceFont(9.5));
}

void applyTheme(QApplication& application, ThemeChoice choice) {
    applyColours(application, choice);
    application.setStyleSheet(sheetOf(*currentTheme));
}

} // namespace countercheck::ui
