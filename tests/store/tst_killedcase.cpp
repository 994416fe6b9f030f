// SPDX-License-Identifier: GPL-3.0-or-later
// A process that writes a case is killed at any instant, again and again: what it acknowledged is there, the case opens
// at once, and its chain holds.
#include "tests/store/samples.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace samples;

class TestKilledCase : public QObject {
    Q_OBJECT
private slots:
    void nothingAcknowledgedIsLost();
};

void TestKilledCase::nothingAcknowledgedIsLost() {
    QTemporaryDir folder;
    const QString path = folder.filePath("killed.countercheck");
    QRandomGenerator random(20260114);
    std::map<std::uint64_t, std::string> acknowledged;
    std::uint64_t records = 0;
    for (int round = 0; round < 300; ++round) {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::SeparateChannels);
        writer.start(STORE_WRITER, {path});
        QVERIFY(writer.waitForStarted());
        // Early rounds die while the case is made or opened, later ones in the midst of edits.
        const auto wait = round < 10 ? random.bounded(12) : random.bounded(120);
        QTest::qWait(wait);
        if (writer.state() == QProcess::Running)
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        QVERIFY2(writer.exitStatus() == QProcess::CrashExit, writer.readAllStandardError().constData());
        QCOMPARE(writer.readAllStandardError(), QByteArray());
        for (QByteArray line : writer.readAllStandardOutput().split('\n')) {
            const auto parts = line.split(' ');
            if (parts.size() == 2 && parts[1].size() == 64) // the last line may be cut
                acknowledged[parts[0].toULongLong()] = parts[1].toStdString();
        }
        if (!QFile::exists(path)) {
            QVERIFY(acknowledged.empty());
            continue;
        }
        auto outcome = store::CaseFile::open(path.toStdString(), store::OpenMode::ReadWrite);
        if (const auto* problem = std::get_if<store::Problem>(&outcome))
            QFAIL(problem->message.c_str());
        const auto& file = *std::get<0>(outcome);
        QVERIFY(!file.readOnly());
        const auto verified = file.verify();
        if (const auto* problem = std::get_if<store::Problem>(&verified))
            QFAIL(problem->message.c_str());
        std::map<std::uint64_t, std::string> there;
        const auto read = file.log([&](const dossier::Record& record) {
            there[record.id.value] = record.hash;
            return true;
        });
        QVERIFY(std::holds_alternative<std::monostate>(read));
        for (const auto& [record, hash] : acknowledged)
            QVERIFY2(there.contains(record) && there[record] == hash, std::to_string(record).c_str());
        QVERIFY(there.size() >= records);
        records = there.size();
    }
    QVERIFY2(acknowledged.size() > 300, std::to_string(acknowledged.size()).c_str());
}

QTEST_GUILESS_MAIN(TestKilledCase)
#include "tst_killedcase.moc"
