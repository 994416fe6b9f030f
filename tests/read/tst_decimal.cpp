// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/read/decimal.h"
#include "core/read/figureset.h"
#include "core/read/units.h"
#endif

#include <QTest>

using namespace countercheck::read;

namespace {

Decimal dec(const char* plain) {
    return Decimal::tryFrom(plain).value();
}

} // namespace

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses();
    void calculates();
    void refusesWhatDoesNotFit();
    void orders();
    void isWithin();
    void countsZeros();
    void hedgedSets_data();
    void hedgedSets();
    void rangesAndVague();
    void converts_data();
    void converts();
    void refusesUnknownUnits();
};

void TestDecimal::reads_data() {
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("shown");
    for (const auto& [plain, shown] :
         {std::pair("160", "160"),
          {"813000", "813000"},
          {"-12.50", "-12.5"},
          {"0.04", "0.04"},
          {"-0.04", "-0.04"},
          {"0", "0"},
          {"-0", "0"},
          {"007", "7"},
          {"1.0", "1"},
          {".5", "0.5"},
          {"123456789012345678901234567890123456", "123456789012345678901234567890123456"}})
        QTest::newRow(plain) << QByteArray(plain) << QByteArray(shown);
}

void TestDecimal::reads() {
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, shown);
    const auto value = Decimal::tryFrom(plain.toStdString());
    QVERIFY(value);
    QCOMPARE(QByteArray::fromStdString(value->toString()), shown);
}

void TestDecimal::refuses() {
    for (const char* bad :
         {"", "-", ".", "1.", "1,5", "1.2.3", "1e5", " 1", "+1", "1234567890123456789012345678901234567"})
        QVERIFY2(!Decimal::tryFrom(bad), bad);
}

void TestDecimal::calculates() {
    QCOMPARE(dec("0.1").plus(dec("0.2"))->toString(), std::string("0.3"));
    QCOMPARE(dec("5").minus(dec("7.25"))->toString(), std::string("-2.25"));
    QCOMPARE(dec("2.5").times(Decimal(1000000))->toString(), std::string("2500000"));
    QCOMPARE(dec("1").dividedBy(dec("8"))->toString(), std::string("0.125"));
    QCOMPARE(dec("2").dividedBy(dec("3"))->toString(), std::string("0.666666666666667"));
    QCOMPARE(dec("-2").dividedBy(dec("3"), 3)->toString(), std::string("-0.667"));
    QCOMPARE(dec("1000000").dividedBy(dec("7"), 3)->toString(), std::string("143000"));
    QCOMPARE(dec("0.125").dividedBy(Decimal(1), 2)->toString(), std::string("0.12")); // half to even
    QCOMPARE(dec("0.375").dividedBy(Decimal(1), 2)->toString(), std::string("0.38"));
    QVERIFY(!dec("1").dividedBy(Decimal(0)));
}

void TestDecimal::refusesWhatDoesNotFit() {
    const Decimal wide = dec("123456789012345678901234567890123456");
    QVERIFY(!wide.times(wide));
    QVERIFY(!wide.plus(dec("0.5")));
    QVERIFY(wide.plus(Decimal(1)));
}

void TestDecimal::orders() {
    QVERIFY(dec("2.5") < dec("2.50001"));
    QVERIFY(dec("-3") < dec("-2.9"));
    QVERIFY(dec("1000000") > dec("999999.99"));
    QVERIFY(dec("0") > dec("-0.0001"));
    QVERIFY(dec("1.50") == dec("1.5"));
    QVERIFY(dec("100000000000000000000000000000000000") > dec("0.00000000000000000000000000000000001"));
}

/// Near each other by a share of the second: narrow numbers, wide ones, and both ways across the edge.
void TestDecimal::isWithin() {
    for (const char* scale : {"", "000000000", "000000000000000000"}) { // fits small(), does not, is far from it
        const auto at = [&](const char* digits) { return dec((std::string(digits) + scale).c_str()); };
        QVERIFY(Decimal::within(at("110"), at("100"), 10));
        QVERIFY(Decimal::within(at("90"), at("100"), 10));
        QVERIFY(!Decimal::within(at("111"), at("100"), 10));
        QVERIFY(!Decimal::within(at("89"), at("100"), 10));
        QVERIFY(Decimal::within(at("-90"), at("-100"), 10));
        QVERIFY(!Decimal::within(at("-90"), at("100"), 10));
        QVERIFY(!Decimal::within(at("1"), at("0"), 10));
        QVERIFY(Decimal::within(at("0"), at("0"), 10));
    }
    QVERIFY(Decimal::within(dec("0.0000011"), dec("0.0000010"), 10));
    QVERIFY(!Decimal::within(dec("0.0000012"), dec("0.0000010"), 10));
    QCOMPARE(dec("-3.5").absolute(), dec("3.5"));
}

void TestDecimal::countsZeros() {
    QCOMPARE(dec("813000").trailingZeros(), 3);
    QCOMPARE(dec("160").trailingZeros(), 1);
    QCOMPARE(dec("2.5").trailingZeros(), 0);
    QVERIFY(dec("813000").isWhole());
    QVERIFY(!dec("2.5").isWhole());
}

void TestDecimal::hedgedSets_data() {
    QTest::addColumn<int>("hedge");
    QTest::addColumn<bool>("count");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, Hedge hedge, bool count, const char* shown) {
        QTest::newRow(name) << static_cast<int>(hedge) << count << QByteArray(shown);
    };
    row("three", Hedge::None, true, "exact [160,160]");
    row("about", Hedge::About, true, "approximate [144,176]");
    row("nearly", Hedge::Nearly, true, "nearly [144,160)");
    row("just under", Hedge::JustUnder, true, "nearly [144,160)");
    row("just over", Hedge::JustOver, true, "more-than (160,176]");
    row("at least", Hedge::AtLeast, true, "at-least [160,inf]");
    row("more than", Hedge::MoreThan, true, "more-than (160,inf]");
    row("at most", Hedge::AtMost, true, "at-most [0,160]");
    row("up to", Hedge::UpTo, true, "at-most [0,160]");
    row("fewer than", Hedge::LessThan, true, "less-than [0,160)");
    row("no count below", Hedge::LessThan, false, "less-than [-inf,160)");
}

void TestDecimal::hedgedSets() {
    QFETCH(int, hedge);
    QFETCH(bool, count);
    QFETCH(QByteArray, shown);
    const FigureSet set = figureSet(Decimal(160), static_cast<Hedge>(hedge), count);
    std::string out(qualifierName(set.qualifier));
    out += set.lowInclusive ? " [" : " (";
    out += (set.low ? set.low->toString() : "-inf") + "," + (set.high ? set.high->toString() : "inf");
    out += set.highInclusive ? "]" : ")";
    QCOMPARE(QByteArray::fromStdString(out), shown);
    QVERIFY(set.headline == Decimal(160));
}

void TestDecimal::rangesAndVague() {
    QVERIFY(!rangeSet(Decimal(3), Decimal(5)).headline);
    QVERIFY(rangeSet(Decimal(3), Decimal(3)).headline == Decimal(3));
    const FigureSet dozens = vagueSet(Decimal(24));
    QVERIFY(!dozens.headline && !dozens.high && dozens.low == Decimal(24) && dozens.qualifier == Qualifier::Vague);
    const FigureSet cold = figureSet(dec("-20"), Hedge::About, false);
    QCOMPARE(cold.low->toString(), std::string("-22"));
    QCOMPARE(cold.high->toString(), std::string("-18"));
}

void TestDecimal::converts_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QByteArray>("base");
    const auto row = [](const char* value, const char* unit, const char* base) {
        QTest::newRow(unit) << QByteArray(value) << QByteArray(unit) << QByteArray(base);
    };
    row("62", "[mi_i]", "99779.328 m");
    row("100", "km", "100000 m");
    row("5", "km/h", "1.38888888888889 m/s");
    row("10", "[kn_i]", "5.14444444444444 m/s");
    row("3", "km2", "3000000 m2");
    row("1", "[acr_us]", "4046.8564224 m2");
    row("1", "har", "10000 m2");
    row("2", "m3", "2000 L");
    row("1", "[bbl_us]", "158.987294928 L");
    row("2", "t", "2000000 g");
    row("10", "[lb_av]", "4535.9237 g");
    row("20", "Cel", "293.15 K");
    row("68", "[degF]", "293.15 K");
    row("1", "kW.h", "3600000 J");
    row("8", "Mbit", "1000000 By");
    row("2", "h", "7200 s");
    row("5", "[ppth]", "0.5 %");
}

void TestDecimal::converts() {
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, base);
    const auto converted = toBase(dec(value.constData()), unit.toStdString());
    QVERIFY(converted);
    // Fahrenheit's offset is a repeating decimal: shown to twelve digits.
    const std::string shown =
        unit == "[degF]" ? converted->value.dividedBy(Decimal(1), 12)->toString() : converted->value.toString();
    QCOMPARE(QByteArray::fromStdString(shown + " " + converted->unit), base);
}

void TestDecimal::refusesUnknownUnits() {
    for (const char* unit : {"", "EUR", "{magnitude}", "/", "km/", "x/y"})
        QVERIFY2(!toBase(Decimal(1), unit), unit);
    QVERIFY(sameDimension("km", "[mi_i]"));
    QVERIFY(sameDimension("km/h", "[mi_i]/h"));
    QVERIFY(!sameDimension("km", "kg"));
    QVERIFY(sameDimension("EUR", "EUR") && !sameDimension("EUR", "USD"));
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
