// SPDX-License-Identifier: GPL-3.0-or-later
// One article of very many is found by its words, by keyboard and by mouse; what is no choice chooses nothing.
#include "ui/workbench/askform.h"
#include "ui/workbench/choicefield.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QSignalSpy>
#include <QTest>

using namespace countercheck::ui;

namespace {

QStringList many(int count) {
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines << QStringLiteral("%1 · %2 in town %3").arg(i).arg(i % 2 == 0 ? "Flood" : "Fire").arg(i / 10);
    return lines;
}

} // namespace

class TestChoiceField : public QObject {
    Q_OBJECT
private slots:
    void wordsInAnyOrder();
    void byKeyboard();
    void whatIsNoneChoosesNothing();
    void fewAreAPlainList();
};

void TestChoiceField::wordsInAnyOrder() {
    MatchingLines lines(many(5000));
    const QAbstractItemModelTester tester(&lines, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(lines.rowCount(), MatchingLines::most + 1);
    QCOMPARE(lines.lineOf(MatchingLines::most), -1);
    QVERIFY(lines.index(MatchingLines::most).data().toString().contains(QLatin1String("4,900")) ||
            lines.index(MatchingLines::most).data().toString().contains(QLatin1String("4900")));
    QVERIFY(!lines.flags(lines.index(MatchingLines::most)).testFlag(Qt::ItemIsSelectable));
    lines.setWords(QStringLiteral("  town 499 FIRE "));
    QCOMPARE(lines.rowCount(), 10); // five in town 499, and those whose number has it
    QCOMPARE(lines.lineOf(0), 499);
    QCOMPARE(lines.lineOf(9), 4999);
    lines.setWords(QStringLiteral("earthquake"));
    QCOMPARE(lines.rowCount(), 1);
    QCOMPARE(lines.lineOf(0), -1);
    QCOMPARE(lines.index(0).data().toString(), QStringLiteral("None has these words"));
}

void TestChoiceField::byKeyboard() {
    ChoiceField field(many(3000), 7);
    field.show();
    field.activateWindow();
    field.setFocus();
    QCOMPARE(field.currentIndex(), 7);
    QSignalSpy changed(&field, &ChoiceField::currentIndexChanged);
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("flood 298"));
    QCOMPARE(field.currentIndex(), -1);
    QCOMPARE(field.matches()->lineOf(0), 298);
    auto* list = field.findChild<QCompleter*>()->popup();
    QTRY_VERIFY(list->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(field.currentIndex(), field.matches()->lineOf(1));
    QCOMPARE(field.text(), field.matches()->lines()[field.currentIndex()]);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().first().toInt(), field.currentIndex());
}

void TestChoiceField::whatIsNoneChoosesNothing() {
    ChoiceField field(many(3000), 0);
    field.show();
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("nothing like it"));
    QCOMPARE(field.currentIndex(), -1);
    field.selectAll();
    QTest::keyClicks(&field, field.matches()->lines()[2000]); // the whole line
    QCOMPARE(field.currentIndex(), 2000);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QCOMPARE(field.currentIndex(), -1);
}

void TestChoiceField::fewAreAPlainList() {
    AskForm form(QStringLiteral("A question"), {}, QStringLiteral("Agree"), nullptr);
    form.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto few = form.addOneOf(QStringLiteral("Few"), many(3), 1);
    const auto lot = form.addOneOf(QStringLiteral("Lot"), many(300), 200);
    QCOMPARE(few(), 1);
    QCOMPARE(lot(), 200);
    QCOMPARE(form.findChildren<QComboBox*>().size(), 1);
    auto* field = form.findChild<ChoiceField*>();
    QVERIFY(field);
    QCOMPARE(field->accessibleName(), QStringLiteral("Lot"));
    int asked = 0;
    form.setMissing([&asked, lot] {
        ++asked;
        return lot() < 0 ? QStringLiteral("choose one") : QString();
    });
    const int before = asked;
    field->setCurrentIndex(17);
    QVERIFY(asked > before);
    QCOMPARE(lot(), 17);
}

QTEST_MAIN(TestChoiceField)
#include "tst_choicefield.moc"
