// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/keyring.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <utility>

namespace countercheck::ui::keyring {

namespace {
Stand& stand() {
    static Stand standing;
    return standing;
}

const QString& service() {
    static const QString name = QStringLiteral("Countercheck");
    return name;
}

QString say(const char* english) {
    return QCoreApplication::translate("countercheck::ui::keyring", english);
}

/// What went wrong and what to do; empty: nothing did, or the keyring has no such entry.
QString problemOf(const QKeychain::Job& job) {
    const auto behind = [&job](const QString& sentence) { // the system's own words, whatever its language
        const QString detail = job.errorString().trimmed();
        return detail.isEmpty() ? sentence : QStringLiteral("%1 (%2).").arg(sentence.chopped(1), detail);
    };
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::AccessDeniedByUser:
        return say(QT_TRANSLATE_NOOP("countercheck::ui::keyring", "The desktop's keyring was not unlocked."));
    case QKeychain::AccessDenied:
        return behind(
            say(QT_TRANSLATE_NOOP("countercheck::ui::keyring", "The desktop's keyring is locked: unlock it first.")));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return say(QT_TRANSLATE_NOOP("countercheck::ui::keyring", "This desktop has no keyring that answers."));
    default:
        return behind(say(QT_TRANSLATE_NOOP("countercheck::ui::keyring", "The desktop's keyring did not answer.")));
    }
}

/// Hears the end of a job that it belongs to. The signal is connected by its name: the library is loaded with the first
/// call of a function of its (cmake/late.cmake), and its meta-object is a variable.
class Ending : public QObject {
    Q_OBJECT
public:
    Ending(QObject* job, QObject* context, std::function<void()> then)
        : QObject(job), context_(context), then_(std::move(then)) {
        connect(job, SIGNAL(finished(QKeychain::Job*)), this, SLOT(end()));
    }
private slots:
    void end() {
        if (context_)
            then_();
    }

private:
    QPointer<QObject> context_;
    std::function<void()> then_;
};

/// Starts a job that tells `done` its end, as long as `context` is there.
template <class Job, class Then> void run(Job* job, const QString& account, QObject* context, Then then) {
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(account);
    new Ending(job, context, [job, then] { then(*job); });
    job->start();
}
} // namespace

void read(const QString& account, QObject* context, Answer answer) {
    if (stand().read)
        return stand().read(account, answer);
    run(new QKeychain::ReadPasswordJob(service()), account, context,
        [answer = std::move(answer)](const QKeychain::ReadPasswordJob& job) {
            if (job.error() == QKeychain::EntryNotFound) // so does a keyring answer that its owner did not unlock
                answer({}, say(QT_TRANSLATE_NOOP("countercheck::ui::keyring",
                                                 "The desktop's keyring gave no passphrase: it stayed locked, or keeps "
                                                 "none for this key.")));
            else
                answer(job.error() == QKeychain::NoError ? job.textData() : QString(), problemOf(job));
        });
}

void keep(const QString& account, const QString& secret, QObject* context, Done done) {
    if (stand().keep)
        return stand().keep(account, secret, done);
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setTextData(secret);
    run(job, account, context, [done = std::move(done)](const QKeychain::WritePasswordJob& ended) {
        const QString problem = problemOf(ended);
        done(problem.isEmpty() ? problem
                               : problem + u' ' +
                                     say(QT_TRANSLATE_NOOP("countercheck::ui::keyring",
                                                           "The passphrase is asked for when you sign.")));
    });
}

void forget(const QString& account, QObject* context, Done done) {
    if (stand().forget)
        return stand().forget(account, done);
    run(new QKeychain::DeletePasswordJob(service()), account, context,
        [done = std::move(done)](const QKeychain::DeletePasswordJob& ended) { done(problemOf(ended)); });
}

void standIn(Stand other) {
    stand() = std::move(other);
}

} // namespace countercheck::ui::keyring

#include "keyring.moc"
