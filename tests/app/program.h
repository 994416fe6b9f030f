// SPDX-License-Identifier: GPL-3.0-or-later
// Runs countercheck-cli as a child and takes down what it says. For tests.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>

namespace countercheck::test {

struct Outcome {
    int code = -1; ///< -1: it crashed, hung or did not start
    QByteArray out, error;
    [[nodiscard]] QList<QByteArray> lines() const {
        QList<QByteArray> lines = out.split('\n');
        if (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }
    [[nodiscard]] QJsonObject object(int line = 0) const {
        return QJsonDocument::fromJson(lines().value(line)).object();
    }
};

inline Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QString& folder = {},
                   const QString& program = QStringLiteral(COUNTERCHECK_CLI)) {
    QProcess child;
    if (!folder.isEmpty())
        child.setWorkingDirectory(folder);
    child.start(program, arguments);
    if (!child.waitForStarted())
        return {};
    child.write(input);
    child.closeWriteChannel();
    Outcome outcome;
    if (!child.waitForFinished(120'000)) {
        child.kill();
        child.waitForFinished();
        return outcome;
    }
    if (child.exitStatus() == QProcess::NormalExit)
        outcome.code = child.exitCode();
    outcome.out = child.readAllStandardOutput();
    outcome.error = child.readAllStandardError();
    return outcome;
}

} // namespace countercheck::test
