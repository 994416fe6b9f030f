// SPDX-License-Identifier: GPL-3.0-or-later
// The programs of the unpacked package, started as a person would on a screen of their own (display.sh): the window
// shows the sample case without the sources at hand, and closes; the command line compares; the desktop knows a case
// for one.
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMimeDatabase>
#include <QScreen>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using countercheck::test::run;

namespace {
const QString root = QStringLiteral(COUNTERCHECK_PACKAGE);

QStringList sample() {
    QStringList files;
    for (const QFileInfo& file : QDir(QStringLiteral(COUNTERCHECK_SAMPLE)).entryInfoList({"*.txt"}, QDir::Files))
        files << file.absoluteFilePath();
    return files;
}

QImage screen() {
    return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
}

qsizetype colours(const QImage& image) {
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            seen << image.pixel(x, y);
    return seen.size();
}
} // namespace

class tst_Package : public QObject {
    Q_OBJECT
    QTemporaryDir share_;
private slots:
    /// What the desktop knows of types once the package is installed beside shared-mime-info.
    void initTestCase() {
        const QString packages = share_.filePath("mime/packages");
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(root + "/usr/share/mime/packages/countercheck.xml", packages + "/countercheck.xml"));
        QVERIFY(QFile::copy("/usr/share/mime/packages/freedesktop.org.xml", packages + "/freedesktop.org.xml"));
        qputenv("XDG_DATA_DIRS", share_.path().toUtf8());
        QCOMPARE(QProcess::execute("update-mime-database", {share_.filePath("mime")}), 0);
    }

    void theCommandLineCompares() {
        const auto version = run({"--version"});
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith("countercheck-cli "));
        QCOMPARE(sample().size(), 5);
        const auto compared = run(QStringList{"compare", "--json"} + sample());
        QCOMPARE(compared.code, 0);
        QVERIFY2(compared.out.contains("contradiction"), compared.out.left(400));
        const auto read = run({"extract", "--jsonl"}, "{\"id\":1,\"text\":\"Nearly 160 gunmen attacked.\"}\n");
        QCOMPARE(read.code, 0);
        QVERIFY2(read.out.contains("160"), read.out);
    }

    void theDesktopKnowsACase() {
        QTemporaryDir folder;
        const QString path = folder.filePath("raid.countercheck"), bare = folder.filePath("raid");
        QCOMPARE(run(QStringList{"import", path} + sample()).code, 0);
        QVERIFY(QFile::copy(path, bare));
        const QMimeDatabase types;
        QCOMPARE(types.mimeTypeForFile(path, QMimeDatabase::MatchExtension).name(), "application/x-countercheck");
        const QMimeType type = types.mimeTypeForFile(bare, QMimeDatabase::MatchContent);
        QCOMPARE(type.name(), "application/x-countercheck");
        QVERIFY(type.inherits("application/vnd.sqlite3"));
        QCOMPARE(type.iconName(), "application-x-countercheck");
        // Another SQLite file is none.
        QFile other(folder.filePath("other"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QFile whole(bare);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        bytes.replace(68, 4, QByteArray(4, '\0'));
        other.write(bytes);
        other.close();
        QCOMPARE(types.mimeTypeForFile(other.fileName(), QMimeDatabase::MatchContent).name(),
                 "application/vnd.sqlite3");
    }

    void theWindowShowsTheSample() {
        QTemporaryDir home;
        const QImage before = screen();
        QVERIFY(colours(before) < 10); // nobody else is on this screen
        QProcess window;
        QProcessEnvironment environment;
        for (const char* kept : {"DISPLAY", "XAUTHORITY"})
            environment.insert(kept, qEnvironmentVariable(kept));
        environment.insert("PATH", "/usr/bin:/bin");
        environment.insert("HOME", home.path());
        environment.insert("LC_ALL", "C.UTF-8");
        environment.insert("QT_QPA_PLATFORM", "xcb");
        window.setProcessEnvironment(environment);
        window.setWorkingDirectory(home.path());
        window.setProcessChannelMode(QProcess::MergedChannels);
        window.start(root + "/usr/bin/countercheck", QStringList{});
        QVERIFY2(window.waitForStarted(), qPrintable(window.errorString()));

        // Text, marks and icons take a good many colours; an empty window, or one that complains, few.
        QImage shown;
        (void)QTest::qWaitFor(
            [&] {
                shown = screen();
                return window.state() != QProcess::Running || colours(shown) > 400;
            },
            60'000);
        QTest::qWait(1500); // the comparison is there
        shown = screen();
        QVERIFY(shown.save("package.png"));
        QVERIFY2(window.state() == QProcess::Running, window.readAll());
        QVERIFY2(colours(shown) > 400, qPrintable(QString::number(colours(shown))));

        // Quits by its own key, as there is no window manager here that could close it.
        // The window may be gone before the key is let go: what counts is that it closes.
        QByteArray complaint;
        for (int tries = 0; tries < 3 && window.state() == QProcess::Running; ++tries) {
            QProcess key;
            key.start("xdotool", {"search", "--onlyvisible", "--class", "countercheck", "windowfocus", "key",
                                  "--clearmodifiers", "ctrl+q"});
            QVERIFY2(key.waitForFinished(30'000), "xdotool did not end");
            complaint = key.readAllStandardError();
            if (window.waitForFinished(10'000))
                break;
        }
        QVERIFY2(window.state() == QProcess::NotRunning, "the window did not close: " + complaint);
        const QByteArray said = window.readAll();
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.exitCode(), 0);
        QVERIFY2(said.isEmpty(), said); // nothing to complain about
    }
};

QTEST_MAIN(tst_Package)
#include "tst_package.moc"
