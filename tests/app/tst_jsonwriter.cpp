// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <vector>

using namespace countercheck::cli;

class TstJsonWriter : public QObject {
    Q_OBJECT
private slots:
    void strings_data();
    void strings();

    // Each place in a block of eight must be looked at: a quote, a control character and a backslash in each.
    void everyPlaceIsSeen();

    void numbers();
    void longerThanTheBuffer();
    void words();
    void nesting();

    void shares_data();
    void shares();
};

void TstJsonWriter::strings_data() {
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out");
    const auto row = [](const char* name, QByteArray in, QByteArray out) { QTest::newRow(name) << in << out; };
    row("empty", "", R"("")");
    row("plain", "three people", R"("three people")");
    row("eight and more, quote at each end", "\"abcdefgh\"", R"("\"abcdefgh\"")");
    row("backslash in the ninth place", "abcdefgh\\i", R"("abcdefgh\\i")");
    row("line ends", "a\nb\r\tc", R"("a\nb\r\tc")");
    row("NUL and escape", QByteArray("a\0b\x1B", 4), R"("a\u0000b\u001b")");
    row("delete stays raw", "a\x7F", "\"a\x7F\"");
    row("accents stay raw", "Bafoulabé", "\"Bafoulabé\"");
    row("astral stays raw", "12345678😀9", "\"12345678😀9\"");
    row("stray byte", "a\xFF z", "\"a\xEF\xBF\xBD z\"");
    row("cut sequence", "caf\xC3", "\"caf\xEF\xBF\xBD\"");
    row("overlong", "\xC0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    row("surrogate", "\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

void TstJsonWriter::strings() {
    QFETCH(QByteArray, in);
    QFETCH(QByteArray, out);
    std::string written;
    appendJsonString(written, {in.data(), static_cast<std::size_t>(in.size())});
    QCOMPARE(QByteArray::fromStdString(written), out);
}

void TstJsonWriter::everyPlaceIsSeen() {
    for (const char special : {'"', '\\', '\n', '\x01', '\x1F'}) {
        for (std::size_t at = 0; at < 24 * 40; ++at) {
            std::string text(at / 24, 'x');
            for (std::size_t i = 0; i < text.size(); ++i)
                text[i] = static_cast<char>('a' + i % 26);
            if (at % 24 >= text.size())
                continue;
            text[at % 24] = special;
            std::string written;
            appendJsonString(written, text);
            QCOMPARE(written.find(special, 1) < written.size() - 1, special == '"' || special == '\\');
            const QByteArray array = "[" + QByteArray::fromStdString(written) + "]";
            QCOMPARE(QJsonDocument::fromJson(array).array().at(0).toString().toStdString(), text);
        }
    }
}

void TstJsonWriter::numbers() {
    std::vector<std::uint32_t> all = {12345, 65535, 99999, 1000000, 4294967295u};
    for (std::uint32_t value = 0; value <= 10001; ++value)
        all.push_back(value);
    for (const std::uint32_t value : all) {
        std::string out;
        {
            JsonWriter json(out);
            json.beginArray();
            json.number(value);
            json.endArray();
        }
        QCOMPARE(out, "[" + std::to_string(value) + "]");
    }
}

// A string that is longer than what the writer keeps at hand, of code points of one to four bytes.
void TstJsonWriter::longerThanTheBuffer() {
    QString text;
    for (int i = 0; i < 9000; ++i)
        text += QString::fromUtf8(i % 4 == 0 ? "a" : i % 4 == 1 ? "\u00E9" : i % 4 == 2 ? "\u20AC\n" : "\U0001F600\"");
    std::string written;
    {
        JsonWriter json(written);
        json.beginObject();
        json.member("text", text.toStdString());
        json.member("after", 7u);
        json.endObject();
    }
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(written)).object();
    QCOMPARE(read[QLatin1String("text")].toString(), text);
    QCOMPARE(read[QLatin1String("after")].toInt(), 7);
    std::string alone;
    appendJsonString(alone, text.toStdString());
    QCOMPARE(written, "{\"text\":" + alone + ",\"after\":7}");
}

enum class Shade { None, Red, Longest };
std::string_view shadeName(Shade shade) {
    return shade == Shade::None ? "" : shade == Shade::Red ? "red" : "a-word-of-ours-of-thirty-bytes";
}

void TstJsonWriter::words() {
    const JsonWords<Shade, Shade::Longest> shades(shadeName);
    std::string out;
    {
        JsonWriter json(out);
        json.beginObject();
        for (const Shade shade : {Shade::Red, Shade::None, Shade::Longest})
            json.member("shade", shades[shade]);
        json.member("is", JsonWord("red"));
        json.endObject();
    }
    QCOMPARE(QByteArray::fromStdString(out),
             QByteArray(R"({"shade":"red","shade":null,"shade":"a-word-of-ours-of-thirty-bytes","is":"red"})"));
}

void TstJsonWriter::nesting() {
    const auto write = [](bool indented) {
        std::string out;
        JsonWriter json(out, indented);
        json.beginObject();
        json.member("a", std::uint32_t{4294967295u});
        json.key("list");
        json.beginArray();
        json.beginObject();
        json.endObject();
        json.beginArray();
        json.endArray();
        json.null();
        json.boolean(true);
        json.endArray();
        json.key("share");
        json.share(0.8125);
        json.memberOrNull("none", "");
        json.memberOrNull("some", "x");
        json.key("id");
        json.raw("1.50");
        json.endObject();
        return out;
    };
    const char* const line =
        R"({"a":4294967295,"list":[{},[],null,true],"share":0.8125,"none":null,"some":"x","id":1.50})";
    QCOMPARE(write(false), std::string(line));
    const std::string indented = write(true);
    QVERIFY(indented.find("\n  \"list\": [\n    {},\n") != std::string::npos);
    QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(indented)), QJsonDocument::fromJson(line));
}

void TstJsonWriter::shares_data() {
    QTest::addColumn<double>("in");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("one") << 1.0 << QByteArray("1");
    QTest::newRow("rounded") << 0.81237 << QByteArray("0.8124");
    QTest::newRow("over") << 1.5 << QByteArray("1");
    QTest::newRow("no number") << std::nan("") << QByteArray("0");
}

void TstJsonWriter::shares() {
    QFETCH(double, in);
    QFETCH(QByteArray, out);
    std::string written;
    JsonWriter(written).share(in);
    QCOMPARE(QByteArray::fromStdString(written), out);
}

QTEST_GUILESS_MAIN(TstJsonWriter)
#include "tst_jsonwriter.moc"
