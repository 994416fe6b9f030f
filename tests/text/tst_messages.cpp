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

/// What the rules on the server refuse with: RAISE EXCEPTION '…'.
QStringList raisedIn() {
    QStringList all;
    static const QRegularExpression raise(QStringLiteral("RAISE EXCEPTION '([^'\\n]{12,})'"));
    for (QDirIterator it(QStringLiteral(COUNTERCHECK_CORE "/../resources/share"), {"*.sql"}, QDir::Files);
         it.hasNext();)
        if (QFile file(it.next()); file.open(QIODevice::ReadOnly)) {
            const QString code = QString::fromUtf8(file.readAll());
            for (auto hit = raise.globalMatch(code); hit.hasNext();)
                all << hit.next().captured(1);
        }
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
        row("a refusal, with where and what to do",
            "/a b/c.pdf: this PDF document is encrypted; open it with its "
            "password, print it into a new PDF and take that in.",
            "/a b/c.pdf : ce document PDF est chiffré ; ouvrez-le avec son mot de passe, imprimez-le dans un nouveau "
            "PDF et importez celui-ci.");
        row("a refusal with sizes",
            "/a.txt: too large: 300 MiB, an article file may have 256 MiB; check that it is "
            "the right file, or split it.",
            "/a.txt : trop grand : 300 Mio, un fichier d’article peut faire 256 Mio ; vérifiez que c’est le bon "
            "fichier, ou découpez-le.");
        row("a kind of file",
            "/a.bin: this is a picture (PNG), which is not read; a picture has no text to read: type "
            "out its words and take the text in.",
            "/a.bin : c’est une image (PNG), et ce n’est pas lu ici ; une image n’a pas de texte à lire : retapez ce "
            "qu’elle dit et importez le texte.");
        row("a remark", "3 tracked deletions left out", "laissé de côté : 3 suppressions suivies");
        row("a remark on hidden text", "2 pieces of hidden text left out",
            "laissé de côté : 2 passages de texte masqué");
        row("a remark that is whole", "tracked changes: deleted text left out, inserted text kept",
            "suivi des modifications : texte supprimé laissé de côté, texte inséré gardé");
        row("a broken encoding",
            "broken encoding: 2 bytes that are not UTF-8 were read as windows-1252, the first in line 7",
            "encodage défectueux : windows-1252 supposé pour 2 octets qui ne sont pas de l’UTF-8, d’abord à la ligne "
            "7");
        row("a shared case", "“Kayes” on localhost: not shared (the server does not answer)",
            "« Kayes » sur localhost : non partagé (le serveur ne répond pas)");
        row("a sheet that is too small",
            "a sheet holds 1048575 rows, and this case has 2000000; export it as csv or json instead",
            "une feuille contient 1048575 lignes, et ce dossier en a 2000000 ; exportez-le plutôt en csv ou en json");
        row("signed, then changed",
            "signed, then changed: the claims (after “verdict set to disputed” by Ada, 2026-01-13); the verdict (Ada, "
            "2026-01-14)",
            "validé, puis modifié : les affirmations (après « verdict : contesté » par Ada, 2026-01-13) ; le verdict "
            "(Ada, 2026-01-14)");
        row("no form", "something else happened", "something else happened");
        row("a name alone", "Ada", "Ada");
        row("nothing", "", "");
    }
    void inFrench() {
        QFETCH(QString, message);
        QFETCH(QString, french);
        QString said = QString::fromStdString(messageIn(message.toStdString(), Language::French));
        for (const ushort blank : {0x202f, 0xa0})
            said.replace(QChar(blank), u' '); // a person types plain blanks
        french.replace(QChar(0xa0), u' ');
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
        for (const char* room : {"dossier", "store", "intake", "share", "printing"})
            for (QDirIterator it(QStringLiteral(COUNTERCHECK_CORE "/") + QLatin1String(room), {"*.cpp", "*.h"},
                                 QDir::Files);
                 it.hasNext();)
                said += literalsOf(it.next());
        said += raisedIn().join(u'\n');
        static const QRegularExpression gap(QStringLiteral("\\{[0-9]\\*?\\}"));
        QString forms;
        for (const Row& row : table()) {
            forms += row.english + u'\n';
            for (const QString& piece : row.english.split(gap))
                for (const QString& some : piece.split(QRegularExpression(QStringLiteral("[“”�:;,()]|^1 "))))
                    if (const QString words = some.trimmed().section(QRegularExpression(QStringLiteral("\\.$")), 0, 0);
                        words.size() >= 12)
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

    /// What the rooms behind the window say to people has a form, so that a new message cannot stay English unseen.
    void everyMessageHasAForm_data() {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QStringList>("unsaid"); // files whose words are data, or for the command line alone
        QTest::addColumn<QStringList>("others"); // words that are no message
        QTest::addColumn<int>("atLeast");
        QTest::newRow("intake") << "intake" << QStringList{"dateline.cpp", "metadata.cpp"}
                                << QStringList{"incorrect password", "syntax error"} << 200;
        QTest::newRow("share") << "share" << QStringList() << QStringList() << 50;
        QTest::newRow("printing") << "printing" << QStringList{"readback.cpp", "verifysummary.cpp", "zip.cpp"}
                                  << QStringList{"yyyy-mm-dd hh:mm:ss", "signed off by", "signed off at",
                                                 "subject hash",        "why unsigned",  "low inclusive",
                                                 "high inclusive",      "this workbook", "hash of the log",
                                                 "includes unsigned"}
                                  << 6;
    }
    void everyMessageHasAForm() {
        QFETCH(QString, room);
        QFETCH(QStringList, unsaid);
        QFETCH(QStringList, others);
        QFETCH(int, atLeast);
        QString forms;
        for (const Row& row : table())
            forms += QString(row.english).remove(u'“').remove(u'”') + u'\n';
        static const QRegularExpression prose(QStringLiteral("^[a-z(,][^<>=_/{}\\\\]*$")),
            twoWords(QStringLiteral("[a-z,)]+ [a-z]+"));
        int messages = 0;
        const auto look = [&](const QString& literal) {
            QString words = literal.trimmed();
            while (words.endsWith(u':') || words.endsWith(u';') || words.endsWith(u' '))
                words.chop(1);
            while (words.startsWith(u':') || words.startsWith(u';') || words.startsWith(u' '))
                words.remove(0, 1);
            if (words.size() < 12 || others.contains(words) || !prose.match(words).hasMatch() ||
                !twoWords.match(words).hasMatch() || words == QStringLiteral("its name ends in ."))
                return;
            ++messages;
            QVERIFY2(forms.contains(words.remove(u'“').remove(u'”').section(u'…', 0, 0).trimmed()) ||
                         words.startsWith(QStringLiteral("the database is not in UTF-8: make one with")),
                     qPrintable(words + QStringLiteral(": no form in resources/text/messages.tsv")));
        };
        for (QDirIterator it(QStringLiteral(COUNTERCHECK_CORE "/") + room, {"*.cpp", "*.h"}, QDir::Files);
             it.hasNext();)
            if (const QString file = it.next(); !unsaid.contains(it.fileName()))
                for (const QString& literal : literalsOf(file).split(u'\n', Qt::SkipEmptyParts)) {
                    look(literal);
                    if (QTest::currentTestFailed())
                        return;
                }
        QVERIFY2(messages >= atLeast, qPrintable(QString::number(messages)));
    }

    /// What the server refuses comes from its own rules.
    void everyRefusalOfTheServerHasAForm() {
        const QStringList raised = raisedIn();
        QVERIFY(raised.size() >= 10);
        for (const QString& words : raised)
            QVERIFY2(messageIn(words.toStdString(), Language::French) != words.toStdString(),
                     qPrintable(words + QStringLiteral(": no form")));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
