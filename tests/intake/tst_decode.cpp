// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/decode.h"

#include <QTest>

using namespace countercheck::intake;

namespace {

const char* const russian =
    "Вооружённые люди напали на три завода на западе страны и увели с собой мирных жителей, сообщили "
    "местные власти в понедельник вечером. По их словам, нападавших было более ста.";
const char* const french =
    "Des hommes armés ont attaqué trois sites près de Bafoulabé. Les dégâts sont énormes, a déclaré un élu "
    "de la région ; la rivière a été fermée à la navigation dès l’aube, où l’on cherchait encore les disparus.";

QByteArray utf16(const QString& text, bool bigEndian, bool mark) {
    QByteArray out;
    const auto unit = [&](char16_t c) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        out += bigEndian ? high : low;
        out += bigEndian ? low : high;
    };
    if (mark)
        unit(0xFEFF);
    for (const QChar c : text)
        unit(c.unicode());
    return out;
}

/// Encodes by table, so that the test needs no codec of its own: characters above U+00FF that windows-1252 has.
QByteArray windows1252(const QString& text) {
    QByteArray out;
    for (const QChar c : text)
        out += c.unicode() == 0x2019   ? '\x92'
               : c.unicode() == 0x201C ? '\x93'
               : c.unicode() == 0x201D ? '\x94'
               : c.unicode() == 0x20AC ? '\x80'
                                       : static_cast<char>(c.unicode());
    return out;
}
QByteArray windows1251(const QString& text) {
    QByteArray out;
    for (const QChar c : text)
        out += c.unicode() == 0x451                           ? '\xB8'
               : c.unicode() >= 0x410 && c.unicode() <= 0x44F ? static_cast<char>(c.unicode() - 0x410 + 0xC0)
                                                              : static_cast<char>(c.unicode());
    return out;
}

} // namespace

class DecodeTest : public QObject {
    Q_OBJECT
private slots:
    void encodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("detected");
        const QString fr = QString::fromUtf8(french), ru = QString::fromUtf8(russian);
        QTest::newRow("ascii") << QByteArray("Three plants burned.") << "Three plants burned."
                               << "UTF-8" << false;
        QTest::newRow("utf-8") << fr.toUtf8() << fr << "UTF-8" << false;
        QTest::newRow("utf-8 with mark") << "\xEF\xBB\xBF" + fr.toUtf8() << fr << "UTF-8" << false;
        QTest::newRow("a second mark is text")
            << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFx") << QString(QChar(0xFEFF)) + "x"
            << "UTF-8" << false;
        QTest::newRow("utf-16 le, mark") << utf16(fr, false, true) << fr << "UTF-16LE" << false;
        QTest::newRow("utf-16 be, mark") << utf16(fr, true, true) << fr << "UTF-16BE" << false;
        QTest::newRow("utf-16, beyond the plane") << utf16(QStringLiteral("a😀b"), false, true) << "a😀b"
                                                  << "UTF-16LE" << false;
        QTest::newRow("utf-16 le, no mark")
            << utf16(QStringLiteral("Three plants burned."), false, false) << "Three plants burned."
            << "UTF-16LE" << true;
        QTest::newRow("utf-16 be, no mark")
            << utf16(QStringLiteral("Three plants burned."), true, false) << "Three plants burned."
            << "UTF-16BE" << true;
        QTest::newRow("windows-1252") << windows1252(fr) << fr << "windows-1252" << true;
        QTest::newRow("windows-1252, one letter") << QByteArray("Bafoulab\xE9 burned.") << "Bafoulabé burned."
                                                  << "windows-1252" << true;
        QTest::newRow("windows-1252, quotes") << QByteArray("a \x93huge\x94 loss of 5 \x80") << "a “huge” loss of 5 €"
                                              << "windows-1252" << true;
        QTest::newRow("windows-1251") << windows1251(ru) << ru << "windows-1251" << true;
        // Late letters must be seen, too: the detector reads 64 kB only.
        QTest::newRow("letters behind 100 kB of ascii")
            << QByteArray(100 << 10, 'x') + " Bafoulab\xE9." << QString(100 << 10, 'x') + " Bafoulabé."
            << "windows-1252" << true;
        QTest::newRow("mojibake is not repaired here") << QByteArray("Maliâ€™s") << "Maliâ€™s"
                                                       << "UTF-8" << false;
    }
    void encodings() {
        QFETCH(QByteArray, bytes);
        const Decoded decoded = decode({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QFETCH(QString, text);
        QCOMPARE(QByteArray::fromStdString(decoded.text), text.toUtf8()); // as bytes: QString drops marks
        QTEST(QString::fromStdString(decoded.encoding), "encoding");
        QTEST(decoded.detected, "detected");
        QCOMPARE(decoded.replaced, std::size_t{0});
        QCOMPARE(decoded.asWindows1252, std::size_t{0});
    }

    void brokenUtf8KeepsTheGoodPart() {
        const Decoded decoded = decode("é à ü\nBafoulab\xE9 é\n");
        QCOMPARE(decoded.text, std::string("é à ü\nBafoulabé é\n"));
        QCOMPARE(decoded.encoding, std::string("UTF-8"));
        QCOMPARE(decoded.asWindows1252, std::size_t{1});
        QCOMPARE(decoded.firstFaultLine, std::size_t{2});
    }
    void undefinedByteIsReplacedAndCounted() {
        std::string letters;
        for (int i = 0; i < 20; ++i)
            letters += "\xE9 ";
        const Decoded decoded = decode("caf\xE9 \x81" + letters);
        QCOMPARE(decoded.text, "café \xEF\xBF\xBD" + QByteArray("é ").repeated(20).toStdString());
        QCOMPARE(decoded.replaced, std::size_t{1});
        QCOMPARE(decoded.firstFaultLine, std::size_t{1});
    }
    void halfAUnitOfUtf16() {
        const Decoded decoded = decode(std::string_view("\xFF\xFE"
                                                        "a\0b",
                                                        5));
        QCOMPARE(decoded.text, std::string("a\xEF\xBF\xBD"));
        QCOMPARE(decoded.replaced, std::size_t{1});
    }
    void loneSurrogate() {
        const Decoded decoded = decode(std::string_view("\xFE\xFF\xD8\x00\x00"
                                                        "a",
                                                        6));
        QCOMPARE(decoded.text, std::string("\xEF\xBF\xBD"
                                           "a"));
    }

    void prefix_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("good");
        QTest::newRow("all") << QByteArray("aé€😀") << 10;
        QTest::newRow("cut off") << QByteArray("aé\xE2\x82") << 3;
        QTest::newRow("overlong") << QByteArray("ab\xC0\xAF") << 2;
        QTest::newRow("overlong of three") << QByteArray("\xE0\x80\xAF") << 0;
        QTest::newRow("surrogate") << QByteArray("x\xED\xA0\x80") << 1;
        QTest::newRow("beyond unicode") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("stray continuation") << QByteArray("0123456789\x80") << 10;
    }
    void prefix() {
        QFETCH(QByteArray, bytes);
        QTEST(static_cast<int>(validUtf8Prefix({bytes.constData(), static_cast<std::size_t>(bytes.size())})), "good");
    }

    /// Whatever comes in, UTF-8 comes out.
    void anyBytesGiveUtf8() {
        std::uint32_t seed = 12345;
        for (int round = 0; round < 3000; ++round) {
            std::string bytes;
            const int length = round % 61;
            for (int i = 0; i < length; ++i) {
                seed = seed * 1664525u + 1013904223u;
                bytes += static_cast<char>(seed >> 24);
            }
            if (round % 7 == 0)
                bytes.insert(0, "\xFF\xFE");
            const Decoded decoded = decode(bytes);
            QCOMPARE(validUtf8Prefix(decoded.text), decoded.text.size());
            QVERIFY(!decoded.encoding.empty());
        }
    }
};

QTEST_GUILESS_MAIN(DecodeTest)
#include "tst_decode.moc"
