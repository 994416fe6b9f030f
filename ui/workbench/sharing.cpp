// SPDX-License-Identifier: GPL-3.0-or-later
// Working together on a server: the workbench's part of it.
#include "core/share/keyring.h"
#include "core/share/link.h"
#include "ui/basics/explanation.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QMetaObject>
#include <QThread>

#include <memory>
#include <variant>

namespace countercheck::ui {

using share::Standing;
using store::Problem;

namespace {

std::optional<share::Address> addressOf(const QString& uri, QString& wrong) {
    auto read = share::Address::tryFrom(utf8(uri));
    if (const auto* problem = std::get_if<Problem>(&read)) {
        wrong = told(problem->message);
        return std::nullopt;
    }
    if (std::get<0>(read).caseName.empty()) {
        wrong = Workbench::tr("The address names no case. Add ?case=NAME to it.");
        return std::nullopt;
    }
    return std::move(std::get<0>(read));
}

} // namespace

bool Workbench::isShared(const QString& path) {
    return share::isAddress(utf8(path));
}

bool Workbench::openShared(const QString& uri) {
    emit aboutToLeave();
    QString wrong;
    const auto address = addressOf(uri, wrong);
    if (!address) {
        emit problem(wrong);
        return false;
    }
    if (place_ == Place::Shared && uri == shared_) {
        emit notice(tr("%1 is open already.").arg(text(address->caseName)));
        return true;
    }
    auto opened = share::openCache(*address);
    if (const auto* problem = std::get_if<Problem>(&opened)) {
        emit this->problem(told(problem->message));
        return false;
    }
    take(std::move(std::get<0>(opened)), Place::Shared);
    shared_ = uri;
    Settings::addRecentCase(uri);
    share::Link::Options options;
    options.changed = [this, number = ++linkNumber_, whose = std::weak_ptr(file_)](bool arrived) {
        if (const auto file = whose.lock(); file && arrived)
            makeReady(*file->snapshot());
        QMetaObject::invokeMethod(
            this,
            [this, number, arrived] {
                if (number == linkNumber_)
                    sharingMoved(arrived);
            },
            Qt::QueuedConnection);
    };
    link_ = std::make_unique<share::Link>(file_, *address, options);
    seeker_ = std::make_shared<share::Seeker>(*address);
    becomeWhoTheServerSays();
    emit placeChanged();
    emit sharingChanged();
    return true;
}

share::Standing Workbench::sharing() const {
    return link_ ? link_->standing() : Standing{};
}

std::shared_ptr<share::Seeker> Workbench::seeker() const {
    return link_ && link_->standing().phase == Standing::Phase::Shared ? seeker_ : nullptr;
}

void Workbench::tryServerNow() {
    if (link_)
        link_->tryNow();
}

void Workbench::leaveShared() {
    ++linkNumber_; // what is still on its way from its thread is of yesterday
    link_.reset();
    seeker_.reset();
    shared_.clear();
    standing_ = {};
    if (person_ != Settings::person()) {
        person_ = Settings::person();
        signer_.reset();
        emit personChanged();
    }
}

/// On a server a person is who they log in as.
void Workbench::becomeWhoTheServerSays() {
    const Standing now = link_->standing();
    const auto role = dossier::roleFromName(now.me.role);
    if (now.me.person.empty() || !role || (person_.name == now.me.person && person_.role == *role))
        return;
    if (person_.name != now.me.person) {
        signer_.reset();
        person_.key.clear();
        if (const auto* known = snapshot_->person(now.me.person))
            person_.key = known->key;
    }
    person_.name = now.me.person;
    person_.role = *role;
    emit personChanged();
}

void Workbench::sharingMoved(bool arrived) {
    const Standing now = link_->standing();
    becomeWhoTheServerSays();
    if (arrived)
        refreshSnapshot();
    if (now.phase == Standing::Phase::Refused && (standing_.phase != now.phase || standing_.words != now.words))
        emit problem(tr("%1. What you decide is kept on this machine.").arg(told(now.words)));
    if (now.refused.size() > standing_.refused.size())
        emit problem(tr("The server did not take one of your decisions: %1. It stands in your copy only; undo it, or "
                        "ask a head of desk.")
                         .arg(told(now.refused.back().why)));
    if (now.me.readOnly != standing_.me.readOnly) {
        if (QString why = told(now.me.readOnly); !why.isEmpty()) {
            why[0] = why[0].toUpper();
            emit notice(why);
        }
        emit snapshotChanged(snapshot_);
    }
    standing_ = now;
    emit sharingChanged();
}

void Workbench::share(const QString& uri) {
    emit aboutToLeave();
    QString wrong;
    const auto address = addressOf(uri, wrong);
    if (!file_ || place_ == Place::Shared)
        wrong = file_ ? tr("This case is shared already.") : tr("No case is open. Open the one to be shared first.");
    if (!wrong.isEmpty()) {
        emit problem(wrong);
        return;
    }
    finishEdits();
    promote();
    const QString from = path();
    merging_.start(tr("Sharing"),
                   [this, from, uri, address = *address](const std::stop_token&,
                                                         const Jobs::Progress& progress) -> Jobs::Delivery {
                       progress(0, 1, tr("Sharing"));
                       auto done =
                           std::make_shared<store::Outcome<std::uint64_t>>(share::shareFile(utf8(from), address));
                       return [this, done, uri] {
                           if (const auto* problem = std::get_if<Problem>(done.get())) {
                               emit this->problem(told(problem->message));
                               return;
                           }
                           if (openShared(uri))
                               emit notice(tr("Shared. From now on everybody who opens this address works on it; the "
                                              "file that you had is as it was."));
                       };
                   });
}

void Workbench::keepPassword(const QString& uri, const QString& password, QObject* context,
                             const std::function<void(const QString& problem)>& done) {
    QString wrong;
    const auto address = addressOf(uri, wrong);
    if (!address)
        return done(wrong);
    // The keyring may be locked and ask its owner: the window does not wait.
    const auto problem = std::make_shared<QString>();
    QThread* const asking = QThread::create([address = *address, password = utf8(password), problem] {
        *problem = told(share::keepInKeyring(address, password));
    });
    connect(asking, &QThread::finished, asking, &QObject::deleteLater);
    connect(asking, &QThread::finished, context, [problem, done] { done(*problem); });
    asking->start();
}

} // namespace countercheck::ui
