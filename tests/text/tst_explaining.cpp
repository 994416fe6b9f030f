// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine explains, in English and French: every form that the sources use has both, nothing is kept that they
// do not use, and bytes from elsewhere cannot break it.
#include "core/text/explaining.h"
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/reading.h"
#endif

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <set>

using namespace countercheck::text;

namespace {

/// String literals of a source between two places; those that stand one behind the other are one.
std::vector<QByteArray> literalsIn(const QByteArray& code) {
    std::vector<QByteArray> out;
    bool joins = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c != '"') {
            joins = joins && (c == ' ' || c == '\n');
            continue;
        }
        QByteArray one;
        for (++i; i < code.size() && code[i] != '"'; ++i) {
            if (code[i] == '\\')
                ++i;
            one += code[i];
        }
        if (joins)
            out.back() += one;
        else
            out.push_back(one);
        joins = true;
    }
    return out;
}

/// From behind an opening bracket to before its closing one, or before the list of parts.
QByteArray firstArgument(const QByteArray& code, qsizetype from) {
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' && code[i - 1] != '\\')
            quoted = !quoted;
        if (quoted)
            continue;
        if ((c == ')' && depth == 0) || (c == '{' && depth == 0))
            return code.mid(from, i - from);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return {};
}

/// The forms that a call of explainedBy(), or of what hands on to it, can make: a piece that is words, a choice between
/// words, or something that is put in.
std::vector<QByteArray> formsOfCall(const QByteArray& arguments) {
    std::vector<QByteArray> forms = {""};
    int parts = 0, depth = 0;
    bool quoted = false;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= arguments.size(); ++i) {
        const char c = i < arguments.size() ? arguments[i] : ',';
        if (c == '"' && (i == 0 || arguments[i - 1] != '\\'))
            quoted = !quoted;
        if (quoted)
            continue;
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        if (c != ',' || depth != 0)
            continue;
        const QByteArray piece = arguments.mid(from, i - from).trimmed();
        from = i + 1;
        std::vector<QByteArray> choices = literalsIn(piece.mid(piece.startsWith('"') ? 0 : piece.indexOf('?') + 1));
        const bool words = piece.startsWith('"') || (piece.endsWith('"') && piece.contains('?'));
        if (!words)
            choices = {"{" + QByteArray::number(parts++) + "}"};
        std::vector<QByteArray> longer;
        for (const QByteArray& form : forms)
            for (const QByteArray& choice : choices)
                longer.push_back(form + choice);
        forms = std::move(longer);
    }
    return forms;
}

/// From behind an opening bracket to before its closing one.
QByteArray argumentsFrom(const QByteArray& code, qsizetype from) {
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < code.size(); ++i) {
        if (code[i] == '"' && code[i - 1] != '\\')
            quoted = !quoted;
        if (!quoted && code[i] == ')' && depth-- == 0)
            return code.mid(from, i - from);
        depth += !quoted && code[i] == '(' ? 1 : 0;
    }
    return {};
}

} // namespace

class tst_Explaining : public QObject {
    Q_OBJECT

    std::set<QByteArray> used_, literals_;

private slots:
    void initTestCase() {
        for (const char* const room : {"compare", "dossier"})
            for (QDirIterator files(QStringLiteral(COUNTERCHECK_CORE "/") + room, {"*.cpp"}, QDir::Files,
                                    QDirIterator::Subdirectories);
                 files.hasNext();) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray code = file.readAll();
                for (const QByteArray& one : literalsIn(code))
                    literals_.insert(one);
                for (qsizetype at = code.indexOf("explained("); at >= 0; at = code.indexOf("explained(", at + 1))
                    for (const QByteArray& one : literalsIn(firstArgument(code, at + 10)))
                        used_.insert(one);
                for (const char* const call : {"say(", "no(", "possible(", "veto(", "explainedBy("})
                    for (qsizetype at = code.indexOf(call); at >= 0; at = code.indexOf(call, at + 1)) {
                        const QByteArray arguments = argumentsFrom(code, at + static_cast<qsizetype>(strlen(call)));
                        const char before = at > 0 ? code[at - 1] : ' ';
                        if (!arguments.contains('"') || QChar::isLetterOrNumber(static_cast<uchar>(before)))
                            continue;
                        for (const QByteArray& form : formsOfCall(arguments))
                            used_.insert(form);
                    }
            }
        QVERIFY(used_.size() > 100);
    }

    void everyFormIsInFrench() {
        QByteArrayList missing;
        for (const QByteArray& form : used_)
            if (!hasForm(form.toStdString(), Language::French))
                missing << form;
        for (const QByteArray& form : missing)
            qWarning("%s", form.constData());
        QVERIFY2(missing.isEmpty(), "the forms above are not in resources/text/explanations.tsv");
    }

    void noFormIsLeftOver() {
        QFile file(QStringLiteral(COUNTERCHECK_CORE "/../resources/text/explanations.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray& row : file.readAll().split('\n')) {
            if (row.isEmpty() || row.startsWith('#'))
                continue;
            const QByteArrayList cells = row.split('\t');
            QCOMPARE(cells.size(), 2);
            QVERIFY2(literals_.contains(cells[0]) || used_.contains(cells[0]), cells[0].constData());
            QVERIFY2(cells[1] != cells[0], cells[0].constData());
            for (char place = '0'; place <= '9'; ++place) {
                const QByteArray mark = QByteArray("{") + place + '}';
                QCOMPARE(cells[1].contains(mark), cells[0].contains(mark));
            }
        }
    }

    void saidInBothLanguages() {
        const std::string said =
            explained("{0}: they print the same figure, {1}, and one number fits both.",
                      {explained("{0} and {1}", {"x", explained("not {0}", {"y"})}), explainedNumber("-1234567.5")}) +
            " " + explained("Both write “{0}”.", {"Z"});
        QCOMPARE(inEnglish(said), std::string("x and not y: they print the same figure, -1,234,567.5, and one number "
                                              "fits both. Both write “Z”."));
        QCOMPARE(
            inLanguage(said, Language::French),
            std::string("x et pas y\u00A0: ils impriment le même chiffre, -1\u202F234\u202F567,5, et un même nombre "
                        "convient aux deux. Les deux écrivent «\u00A0Z\u00A0»."));
        QCOMPARE(inLanguage(said, Language::German), inEnglish(said));
    }

    void piecesMakeAForm() {
        const std::string name = "Nioro";
        const std::string said = explainedBy("both name “", name, "”", std::string_view(" twice"));
        QCOMPARE(said, explained("both name “{0}”{1}", {"Nioro", " twice"}));
        QCOMPARE(formsOf(explained("{0}: the same.", {said, explainedNumber("3")})),
                 (std::vector<std::string>{"{0}: the same.", "both name “{0}”{1}"}));
    }

    void whatIsNoExplanationStays() {
        QCOMPARE(inLanguage("Three is not four.", Language::French), std::string("Three is not four."));
        QCOMPARE(inLanguage("", Language::French), std::string());
        QCOMPARE(inLanguage(explained("{0} of a kind that no table has", {"two"}), Language::French),
                 std::string("two of a kind that no table has"));
    }

    void bytesFromElsewhereAreHarmless() {
        QCOMPARE(inEnglish(explained("Both write “{0}”.", {verbatim("a\x01"
                                                                    "b\x02"
                                                                    "c\x03"
                                                                    "d")})),
                 std::string("Both write “abcd”."));
        QCOMPARE(inEnglish("\x02 stray \x03 marks"), std::string(" stray  marks"));
        QCOMPARE(inEnglish("\x01{0} and {1}\x02only one"), std::string("only one and "));
        std::string deep;
        for (int i = 0; i < 100000; ++i)
            deep += "\x01{0}\x02";
        QVERIFY(inEnglish(deep).size() <= deep.size()); // neither a crash nor a flood
    }
};

QTEST_APPLESS_MAIN(tst_Explaining)
#include "tst_explaining.moc"
