// SPDX-License-Identifier: GPL-3.0-or-later
// The window in French: every word is translated, keeps its places for values and its keys, and is what the window
// shows.
#include "ui/basics/explanation.h"
#include "ui/mainwindow.h"
#include "ui/statusline.h"
#include "ui/workbench/language.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <map>
#include <memory>
#include <vector>

using namespace countercheck;
using namespace countercheck::ui;

namespace {
struct Entry {
    QString context, source;
    QStringList translations; ///< more than one for amounts
    QString type;             ///< "unfinished", "vanished"; empty when it is done
};

std::vector<Entry> entries() {
    QFile file(QStringLiteral(COUNTERCHECK_TEST_DATA "/../resources/translations/countercheck_fr.ts"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the translation is not there");
    std::vector<Entry> all;
    QXmlStreamReader xml(&file);
    QString context;
    Entry entry;
    QString words;
    bool inTranslation = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters && inTranslation) {
            words += xml.text();
        } else if (token == QXmlStreamReader::StartElement) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("message"))
                entry = {context, {}, {}, {}};
            else if (xml.name() == QStringLiteral("source"))
                entry.source = xml.readElementText();
            else if (xml.name() == QStringLiteral("numerusform"))
                entry.translations << xml.readElementText();
            else if (xml.name() == QStringLiteral("translation")) {
                entry.type = xml.attributes().value(QStringLiteral("type")).toString();
                inTranslation = true;
            }
        } else if (token == QXmlStreamReader::EndElement && xml.name() == QStringLiteral("translation")) {
            inTranslation = false;
            if (!words.trimmed().isEmpty())
                entry.translations << words;
            words.clear();
        } else if (token == QXmlStreamReader::EndElement && xml.name() == QStringLiteral("message")) {
            all.push_back(entry);
        }
    }
    if (xml.hasError())
        throw std::runtime_error(xml.errorString().toStdString());
    return all;
}

/// "%1 of %2, %n" -> {"%1": 1, "%2": 1, "%n": 1}
std::map<QString, int> places(const QString& words) {
    std::map<QString, int> found;
    for (qsizetype i = 0; i + 1 < words.size(); ++i)
        if (words[i] == u'%' && (words[i + 1].isDigit() || words[i + 1] == u'n'))
            ++found[words.mid(i, 2)];
    return found;
}

/// The letters behind a single '&'.
QString mnemonics(const QString& words) {
    QString letters;
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != u'&')
            continue;
        ++i;
        if (words[i] != u'&')
            letters += words[i].toLower();
    }
    return letters;
}

void collect(const QList<QAction*>& actions, QStringList& clashes, const QString& where) {
    QString letters;
    for (const QAction* action : actions) {
        if (action->isSeparator())
            continue;
        const QString own = mnemonics(action->text());
        if (own.size() != 1 || letters.contains(own))
            clashes << where + QStringLiteral(" ▸ ") + action->text();
        letters += own;
        if (action->menu() && !action->menu()->actions().isEmpty())
            collect(action->menu()->actions(), clashes, action->text());
    }
}

QStringList shortcuts(const MainWindow& window) {
    QStringList keys;
    for (const QAction* action : window.findChildren<QAction*>())
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString(QKeySequence::PortableText);
    keys.sort();
    return keys;
}
} // namespace

class tst_French : public QObject {
    Q_OBJECT

    QTemporaryDir home_;
    QStringList englishKeys_;

    /// What is compared with English looks at it first; from then on everything is French. Each test asks for it, so
    /// that it can be run alone.
    void speakFrench() {
        if (!englishKeys_.isEmpty())
            return;
        Workbench workbench;
        const MainWindow window(&workbench);
        englishKeys_ = shortcuts(window);
        QVERIFY(englishKeys_.size() > 20);
        QVERIFY(installLanguage(*qApp, Language::French));
    }

private slots:
    void initTestCase() {
        QVERIFY(home_.isValid());
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("Countercheck test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_french"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home_.path());
        qputenv("XDG_DATA_HOME", home_.path().toLocal8Bit());
        qputenv("XDG_STATE_HOME", home_.path().toLocal8Bit());
    }

    void everyEntryIsTranslated() {
        const auto all = entries();
        QVERIFY2(all.size() > 400, "hardly anything was read");
        for (const Entry& entry : all) {
            const auto where = (entry.context + QStringLiteral(": ") + entry.source).toUtf8();
            QVERIFY2(entry.type.isEmpty(), where.constData());
            QVERIFY2(!entry.translations.isEmpty(), where.constData());
        }
    }

    void placesForValuesAreKept() {
        for (const Entry& entry : entries())
            for (const QString& words : entry.translations)
                QVERIFY2(places(words) == places(entry.source), words.toUtf8().constData());
    }

    void mnemonicsAndEllipsesAreKept() {
        for (const Entry& entry : entries()) {
            for (const QString& words : entry.translations) {
                QVERIFY2(mnemonics(words).size() == mnemonics(entry.source).size(), words.toUtf8().constData());
                if (mnemonics(entry.source).size() == 1)
                    QVERIFY2(words.endsWith(u'…') == entry.source.endsWith(u'…'), words.toUtf8().constData());
            }
        }
    }

    /// French sets a narrow no-break space before ; : ! ? and inside « ».
    void typographyIsFrench() {
        constexpr QChar narrow(0x202f);
        for (const Entry& entry : entries()) {
            for (const QString& words : entry.translations) {
                const QByteArray shown = words.toUtf8();
                for (qsizetype i = 0; i < words.size(); ++i) {
                    const QChar c = words[i];
                    const bool ends = i + 1 == words.size() || words[i + 1].isSpace() || words[i + 1] == u')';
                    if (QStringLiteral(";:!?").contains(c) && ends)
                        QVERIFY2(i > 0 && words[i - 1] == narrow, shown.constData());
                    if (c == u'«')
                        QVERIFY2(i + 1 < words.size() && words[i + 1] == narrow, shown.constData());
                    if (c == u'»')
                        QVERIFY2(i > 0 && words[i - 1] == narrow, shown.constData());
                    QVERIFY2(c != u'“' && c != u'”' && c != u'\'', shown.constData());
                }
            }
        }
    }

    void choosing_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QStringList>("desktop");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("desktop French") << QString() << QStringList{QStringLiteral("fr-FR")} << QStringLiteral("fr");
        QTest::newRow("Canadian French") << QString() << QStringList{QStringLiteral("fr_CA")} << QStringLiteral("fr");
        QTest::newRow("desktop English") << QString() << QStringList{QStringLiteral("en-GB")} << QStringLiteral("en");
        QTest::newRow("desktop without a language")
            << QString() << QStringList{QStringLiteral("C")} << QStringLiteral("en");
        QTest::newRow("Frisian is not French")
            << QString() << QStringList{QStringLiteral("frr-DE")} << QStringLiteral("en");
        QTest::newRow("German, then French")
            << QString() << QStringList{QStringLiteral("de-CH"), QStringLiteral("fr-CH"), QStringLiteral("en")}
            << QStringLiteral("fr");
        QTest::newRow("chosen French") << QStringLiteral("fr") << QStringList{QStringLiteral("en-US")}
                                       << QStringLiteral("fr");
        QTest::newRow("chosen English") << QStringLiteral("en") << QStringList{QStringLiteral("fr-FR")}
                                        << QStringLiteral("en");
        QTest::newRow("unknown setting") << QStringLiteral("xx") << QStringList{QStringLiteral("fr")}
                                         << QStringLiteral("fr");
    }
    void choosing() {
        QFETCH(QString, setting);
        QFETCH(QStringList, desktop);
        QFETCH(QString, spoken);
        QCOMPARE(languageName(spokenLanguage(languageFromName(setting), desktop)), spoken);
    }

    void theSettingIsKept() {
        QCOMPARE(Settings::language(), Language::FollowDesktop);
        Settings::setLanguage(Language::French);
        QCOMPARE(Settings::language(), Language::French);
        Settings::setLanguage(Language::FollowDesktop);
        QCOMPARE(Settings::language(), Language::FollowDesktop);
    }

    void englishFirst() {
        Workbench workbench;
        MainWindow window(&workbench);
        QStringList clashes;
        collect(window.menuBar()->actions(), clashes, QStringLiteral("menus"));
        QVERIFY2(clashes.isEmpty(), clashes.join(u'\n').toUtf8().constData());
    }

    void theWindowIsFrench() {
        speakFrench();
        QCOMPARE(QLocale().language(), QLocale::French);
        Workbench workbench;
        MainWindow window(&workbench);
        QStringList menus;
        for (const QAction* action : window.menuBar()->actions())
            menus << QString(action->text()).remove(u'&');
        const QStringList wanted = {QStringLiteral("Fichier"), QStringLiteral("Édition"),  QStringLiteral("Affichage"),
                                    QStringLiteral("Aller"),   QStringLiteral("Vérifier"), QStringLiteral("Aide")};
        for (const QString& menu : wanted)
            QVERIFY2(menus.contains(menu), menus.join(u' ').toUtf8().constData());
        QStringList clashes;
        collect(window.menuBar()->actions(), clashes, QStringLiteral("menus"));
        QVERIFY2(clashes.isEmpty(), clashes.join(u'\n').toUtf8().constData());
        QCOMPARE(shortcuts(window), englishKeys_);
    }

    void theSampleIsShownInFrench() {
        speakFrench();
        Workbench workbench;
        MainWindow window(&workbench);
        window.resize(1280, 800);
        window.show();
        workbench.openSample();
        QTRY_VERIFY_WITH_TIMEOUT(!workbench.snapshot()->comparison.questions.empty(), 60000);
        auto* status = window.findChild<StatusLine*>();
        QVERIFY(status);
        const auto* left = status->findChild<QLabel*>(QStringLiteral("Left to do"));
        QVERIFY(left);
        QTRY_VERIFY2(left->text().startsWith(QStringLiteral("non résolues")), left->text().toUtf8().constData());
    }

    /// What the engine asks is asked in French, what a person wrote is theirs; the case keeps both as they are.
    void questionsAreAskedInFrench() {
        speakFrench();
        compare::Question question;
        question.kind = compare::QuestionKind::Count;
        question.label = "people abducted";
        question.title = "How many people were abducted?";
        QCOMPARE(questionTitle(question), QStringLiteral("Combien de personnes ont été enlevées\u202f?"));
        question.label = question.title = "How many people were abducted?"; // a person named it so
        QCOMPARE(questionTitle(question), QStringLiteral("How many people were abducted?"));
        question.label = "glorps";
        question.title = "How many glorps?";
        QCOMPARE(questionTitle(question), QStringLiteral("Combien de «\u00a0glorps\u00a0»\u202f?"));
        question.kind = compare::QuestionKind::Attribution;
        question.label = "responsibility";
        question.title = "Who claimed responsibility?";
        QCOMPARE(questionTitle(question), QStringLiteral("Qui a revendiqué l’action\u202f?"));
        Workbench workbench;
        workbench.openSample();
        const auto snapshot = workbench.snapshot();
        int asked = 0;
        for (const auto& one : snapshot->comparison.questions.get()) {
            // What shares its title with another is told apart behind it: "How many people were abducted? (“Two”)".
            const bool apart = one.title.find("? (\u201C") != std::string::npos && one.title.ends_with("\u201D)");
            QVERIFY2(one.title.empty() || one.title.ends_with('?') || apart, one.title.c_str());
            const QString shown = questionTitle(one);
            for (const char* english : {"How ", "When ", "Where ", "What ", "Who "})
                QVERIFY2(!shown.startsWith(QLatin1String(english)), shown.toUtf8().constData());
            ++asked;
        }
        QVERIFY(asked > 10);
    }

    void theCoreAnswersInFrench() {
        speakFrench();
        Workbench workbench;
        workbench.openSample();
        const auto key = workbench.snapshot()->comparison.questions[0].key;
        const QString why = workbench.whyNot(dossier::SignOffFigure{{key}, {}});
        QVERIFY2(why.contains(QStringLiteral("seul un éditeur")), why.toUtf8().constData());
        QVERIFY(workbench.apply(dossier::SetVerdict{{key}, dossier::VerdictState::Disputed, {}, {}, {}}));
        const QString done = told(workbench.snapshot()->history[0].text);
        QVERIFY2(done.contains(QStringLiteral("verdict\u202f: contesté")), done.toUtf8().constData());
        QString problem;
        connect(&workbench, &Workbench::problem, this, [&](const QString& words) { problem = words; });
        QVERIFY(!workbench.openCase(home_.filePath(QStringLiteral("none.countercheck"))));
        QVERIFY2(problem.contains(QStringLiteral("n’existe pas")), problem.toUtf8().constData());
        QFile picture(home_.filePath(QStringLiteral("photo.png")));
        QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write("\x89PNG\r\n\x1A\n0000") > 0);
        picture.close();
        workbench.addFiles({picture.fileName()});
        QTRY_VERIFY(workbench.lastImport());
        const QString refused = workbench.lastImport()->lines.front().message;
        QVERIFY2(refused.contains(QStringLiteral("c’est une image (PNG), et ce n’est pas lu ici\u202f; une image")),
                 refused.toUtf8().constData());
        ImportModel report;
        report.setReport(workbench.lastImport());
        const QString shown = report.index(0, ImportModel::Message).data(Qt::DisplayRole).toString();
        QVERIFY2(shown.startsWith(QStringLiteral("C’est une image (PNG)")), shown.toUtf8().constData());
    }

    void wordsDatesAndAmounts() {
        speakFrench();
        QCOMPARE(verdictWord(dossier::VerdictState::Disputed), QStringLiteral("Contesté"));
        QCOMPARE(roleWord(dossier::Role::Head), QStringLiteral("chef de service"));
        QCOMPARE(whenExactly("2026-08-14T09:41:07Z"), QStringLiteral("14 août 2026, 09:41:07 UTC"));
        const QString many = counted(12345, QStringLiteral("1 article"), QStringLiteral("%1 articles"));
        QCOMPARE(many, QLocale(QLocale::French).toString(12345) + QStringLiteral(" articles"));
        QVERIFY2(many != QStringLiteral("12345 articles"), "the thousands are not set apart");
        QVERIFY(sizeWords(12000).endsWith(QStringLiteral("ko")));
    }
};

QTEST_MAIN(tst_French)
#include "tst_french.moc"
