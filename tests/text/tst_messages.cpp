// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the core in French: known by their form whatever stands in them, left alone where there is none, and the
// table says what the sources say: nothing that an edit is refused with is missing, nothing is kept that nobody says.
#include "core/text/messages.h"
#ifndef Q_MOC_RUN // moc cannot read the standard concepts
#include "core/text/reading.h"
#endif

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace countercheck::text;

namespace {

QString literalsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString code = QString::fromUtf8(file.readAll());
    code.remove(QRegularExpression(QStringLiteral("(^|\\s)//[^\\n]*")));
    code.replace(QRegularExpression(QStringLiteral("\"\\s*\"")), QString()); // one behind the other are one
    QString all;
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*)\""));
    for (auto hit = literal.globalMatch(code); hit.hasNext();)
        all += hit.next().captured(1) + u'\n';
    return all;
}

struct Row {
    QString english, french;
};
QList<Row> table() {
    QFile file(QStringLiteral(COUNTERCHECK_TEST_DATA "/../resources/text/messages.tsv"));
    QList<Row> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
        if (const QStringList cells = line.split(u'\t'); !line.startsWith(u'#') && cells.size() == 2)
            rows.push_back({cells[0], cells[1]});
    return rows;
}

QStringList gapsIn(const QString& form) {
    static const QRegularExpression gap(QStringLiteral("\\{[0-9]\\*?\\}"));
    QStringList gaps;
    for (auto hit = gap.globalMatch(form); hit.hasNext();)
        gaps << hit.next().captured();
    gaps.sort();
    return gaps;
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT
private slots:
    void inFrench_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("french");
        const auto row = [](const char* name, const char* english, const char* french) {
            QTest::newRow(name) << QString::fromUtf8(english) << QString::fromUtf8(french);
        };
        row("whole", "it is not signed off: there is nothing to take back",
            "ce n’est pas validé : il n’y a rien à retirer");
        row("a path in it", "/a b/c.countercheck does not exist: check the name",
            "/a b/c.countercheck n’existe pas : vérifiez le nom");
        row("said inside", "Ada is checker: only an editor or head of desk can sign off",
            "Ada est vérificateur : seul un éditeur ou un chef de service peut valider");
        row("a person is not translated", "verdict is checker: only an editor or head of desk can sign off",
            "verdict est vérificateur : seul un éditeur ou un chef de service peut valider");
        row("a note is not translated", "verdict set to disputed: verified", "verdict : contesté : verified");
        row("no form", "something else happened", "something else happened");
        row("a name alone", "Ada", "Ada");
        row("nothing", "", "");
    }
    void inFrench() {
        QFETCH(QString, message);
        QFETCH(QString, french);
        QString said = QString::fromStdString(messageIn(message.toStdString(), Language::French));
        said.replace(QChar(0x202f), u' '); // a person types plain blanks
        QCOMPARE(said, french);
        QCOMPARE(QString::fromStdString(messageIn(message.toStdString(), Language::English)), message);
    }

    void theTableIsSound() {
        const auto rows = table();
        QVERIFY(rows.size() > 150);
        QSet<QString> seen;
        for (const Row& row : rows) {
            QVERIFY2(gapsIn(row.english) == gapsIn(row.french), qPrintable(row.english));
            QVERIFY2(!seen.contains(row.english), qPrintable(row.english));
            QVERIFY2(!row.french.contains(u'\'') && !row.french.contains(u'“'), qPrintable(row.french));
            seen << row.english;
        }
    }

    void theTableSaysWhatTheSourcesSay() {
        QString said;
        for (const char* room : {"dossier", "store"})
            for (QDirIterator it(QStringLiteral(COUNTERCHECK_CORE "/") + QLatin1String(room), {"*.cpp", "*.h"},
                                 QDir::Files);
                 it.hasNext();)
                said += literalsOf(it.next());
        static const QRegularExpression gap(QStringLiteral("\\{[0-9]\\*?\\}"));
        QString forms;
        for (const Row& row : table()) {
            forms += row.english + u'\n';
            for (const QString& piece : row.english.split(gap))
                for (const QString& words : piece.split(QRegularExpression(QStringLiteral("[“”:]"))))
                    if (words.size() >= 12)
                        QVERIFY2(said.contains(words), qPrintable(row.english + ": nobody says “" + words + u'”'));
        }
        // Every refusal of an edit has a form.
        const QStringList literals =
            literalsOf(QStringLiteral(COUNTERCHECK_CORE "/dossier/whynot.cpp")).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(literals.size() > 80);
        for (const QString& words : literals)
            if (words.size() >= 12 && words.contains(u' '))
                QVERIFY2(forms.contains(QString(words).remove(u'“').remove(u'”').trimmed()) ||
                             forms.contains(words.trimmed()),
                         qPrintable(words + QStringLiteral(": no form")));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
