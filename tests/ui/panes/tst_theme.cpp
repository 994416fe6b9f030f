// SPDX-License-Identifier: GPL-3.0-or-later
// The theme's promises: text has a contrast of 4.5:1, marks, signs and focus rings 3:1, in both themes; no relation is
// told by colour alone.
#include "ui/basics/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace countercheck::ui;
using countercheck::compare::RelationKind;

namespace {

/// WCAG 2: relative luminance.
double luminance(const QColor& colour) {
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr std::optional<RelationKind> everyStatus[] = {RelationKind::Contradiction, RelationKind::Discrepancy,
                                                       RelationKind::Refinement, RelationKind::Agreement, std::nullopt};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void theFormulaIsRight() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01); // the well-known grey
    }

    void contrasts_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
            const QByteArray name = theme->dark ? "dark " : "light ";
            const auto row = [&](const QByteArray& what, const QColor& ink, const QColor& ground, double least) {
                QTest::newRow((name + what).constData()) << ink << ground << least;
            };
            row("text", theme->text, theme->surface, 4.5);
            row("text on a selected row", theme->text, theme->selection, 4.5);
            row("quiet", theme->quiet, theme->surface, 4.5);
            row("quiet on the banner", theme->quiet, theme->ruler, 4.5);
            row("quiet on a selected row", theme->quiet, theme->selection, 4.5);
            row("set apart", theme->faint, theme->surface, 4.5);
            row("set apart on the ruler", theme->faint, theme->ruler, 4.5);
            row("link", theme->accent, theme->surface, 4.5);
            row("link on a selected row", theme->accent, theme->selection, 4.5);
            row("focus ring on a selected row", theme->accent, theme->selection, 3);
            row("focus ring of a primary button", theme->onAccent, theme->accent, 3);
            row("selected text", theme->onAccent, theme->accent, 4.5);
            row("focus ring", theme->accent, theme->surface, 3);
            for (const auto status : everyStatus) {
                const QByteArray word = statusWord(status).toUtf8();
                const Theme::Mark& mark = theme->mark(status);
                row("text on " + word, theme->text, mark.underlay, 4.5);
                row("underline of " + word, mark.ink, mark.underlay, 3);
                row("word " + word, mark.ink, theme->surface, 4.5);
                row("word " + word + " on a selected row", mark.ink, theme->selection, 4.5);
                row("tick of " + word, mark.ink, theme->ruler, 3);
                row("frame around " + word, theme->accent, mark.underlay, 3);
            }
        }
    }
    void contrasts() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(found)));
    }

    void noStatusByColourAlone() {
        QSet<QString> signs, words;
        QSet<int> lines;
        for (const auto status : everyStatus) {
            signs += statusSign(status);
            words += statusWord(status);
            QVERIFY(!statusGloss(status).isEmpty());
            if (status && *status != RelationKind::Contradiction) // double, so its pen may be another's
                lines += statusPen(status);
        }
        QCOMPARE(signs.size(), 5);
        QCOMPARE(words.size(), 5);
        QCOMPARE(lines.size(), 3);
    }

    void switchingChangesEverything() {
        applyTheme(*qApp, ThemeChoice::Light);
        QCOMPARE(&Theme::current(), &Theme::light());
        QPushButton button(QStringLiteral("x"));
        button.resize(60, 30);
        const QImage light = button.grab().toImage();
        applyTheme(*qApp, ThemeChoice::Dark);
        QCOMPARE(&Theme::current(), &Theme::darkTheme());
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::darkTheme().surface);
        const QImage dark = button.grab().toImage();
        QCOMPARE(light.pixelColor(30, 5), Theme::light().surface);
        QCOMPARE(dark.pixelColor(30, 5), Theme::darkTheme().surface);
        QVERIFY2(!qApp->styleSheet().contains(u'@'), "a colour's name was left in the style sheet");
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
