// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/workbench/tally.h"
#include "ui/workbench/words.h"

#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include <initializer_list>
#include <tuple>
#include <utility>

namespace countercheck::ui {

namespace {

/// How a shared case stands, in few words, and in more.
std::pair<QString, QString> sharingWords(const share::Standing& sharing) {
    using Phase = share::Standing::Phase;
    const QString waiting = sharing.waiting == 0 ? QString()
                                                 : counted(sharing.waiting, StatusLine::tr("1 decision not yet shared"),
                                                           StatusLine::tr("%1 decisions not yet shared"));
    const auto with = [&](const QString& words) {
        return waiting.isEmpty() ? words : words + QStringLiteral(" · ") + waiting;
    };
    switch (sharing.phase) {
    case Phase::Connecting:
        return {with(StatusLine::tr("Connecting…")), StatusLine::tr("You can read and decide meanwhile.")};
    case Phase::Shared:
        if (!sharing.refused.empty())
            return {counted(sharing.refused.size(), StatusLine::tr("1 decision refused by the server"),
                            StatusLine::tr("%1 decisions refused by the server")),
                    told(sharing.refused.back().why)};
        return {waiting.isEmpty() ? StatusLine::tr("Shared: all decisions are on the server") : waiting,
                StatusLine::tr("What you and your colleagues decide is exchanged at once.")};
    case Phase::Away:
        return {with(StatusLine::tr("No connection")),
                StatusLine::tr("%1. What you decide is kept on this machine and sent when there is a connection again.")
                    .arg(text(sharing.words))};
    case Phase::Refused:
        break;
    }
    return {with(StatusLine::tr("Not shared")), text(sharing.words)};
}

} // namespace

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent) {
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    const auto label = [this](const QString& name) {
        auto* made = new QLabel;
        made->setFont(interfaceFont(8.5));
        made->setObjectName(name);
        made->setContentsMargins(4, 2, 10, 2);
        made->setMinimumWidth(1); // words never widen the window: fit() leaves out what has no room
        return made;
    };
    amounts_ = label(QStringLiteral("Articles and claims"));
    questions_ = label(QStringLiteral("Questions"));
    questions_->setObjectName(QStringLiteral("State of the questions"));
    left_ = label(QStringLiteral("Left to do"));
    job_ = label(QStringLiteral("Running"));
    progress_ = new QProgressBar;
    progress_->setMaximumWidth(140);
    progress_->setMaximumHeight(12);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    cancel_ = new QToolButton;
    cancel_->setText(tr("Cancel"));
    cancel_->setProperty("quiet", true);
    cancel_->setFont(interfaceFont(8.5));
    cancel_->setAccessibleName(tr("Cancel what is running"));
    watch_ = new QToolButton;
    watch_->setProperty("quiet", true);
    watch_->setFont(interfaceFont(8.5));
    watch_->setFocusPolicy(Qt::TabFocus);
    watch_->setPopupMode(QToolButton::InstantPopup);
    watch_->setAccessibleName(tr("Watched folder"));
    auto* watching = new QMenu(watch_);
    watching->addAction(tr("&Stop watching"), this, &StatusLine::stopWatchingRequested);
    watching->addAction(tr("&Look now"), this, &StatusLine::lookRequested);
    watch_->setMenu(watching);
    watch_->hide();
    person_ = new QToolButton;
    person_->setProperty("quiet", true);
    person_->setAccessibleName(tr("Who sits here"));
    person_->setFont(interfaceFont(8.5));
    person_->setFocusPolicy(Qt::TabFocus);
    person_->setToolTip(tr("Change who sits here. The identity is asserted, not authenticated."));
    saved_ = label(QStringLiteral("Saved"));
    addWidget(left_);
    addWidget(amounts_);
    addWidget(questions_);
    addWidget(job_);
    addWidget(progress_);
    addWidget(cancel_);
    addPermanentWidget(watch_);
    addPermanentWidget(person_);
    addPermanentWidget(saved_);
    connect(cancel_, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(person_, &QToolButton::clicked, this, &StatusLine::personRequested);
    hideJob();
}

void StatusLine::setSnapshot(const dossier::Dossier& dossier) {
    const Tally tally = tallyOf(dossier);
    if (dossier.articles.empty()) {
        amounts_->setText(tr("No articles yet"));
        questions_->clear();
        left_->clear();
        fit();
        return;
    }
    amounts_->setText(counted(dossier.articles.size(), tr("1 article"), tr("%1 articles")) + QStringLiteral(" · ") +
                      counted(tally.claims, tr("1 claim"), tr("%1 claims")));
    questions_->setText(counted(dossier.comparison.questions.size(), tr("1 question"), tr("%1 questions")) +
                        QStringLiteral(" · ") + tr("%1 checked").arg(tally.checked) + QStringLiteral(" · ") +
                        tr("%1 signed off").arg(tally.signedOff));
    left_->setText(tr("%1 of %2 unresolved").arg(tally.unresolved).arg(tally.countable));
    left_->setToolTip(tr("Contradictions, discrepancies and refinements that nobody has resolved yet"));
    if (!dossier.lost.empty())
        questions_->setText(
            questions_->text() + QStringLiteral(" · ") +
            counted(dossier.lost.size(), tr("1 decision lost its claim"), tr("%1 decisions lost their claims")));
    fit();
}

void StatusLine::setSaved(Workbench::Place place, bool readOnly, bool typing, const share::Standing& sharing) {
    QString words, why;
    if (readOnly && place == Workbench::Place::Shared) {
        words = tr("Shared, read only");
        why = told(sharing.me.readOnly);
    } else if (readOnly) {
        words = tr("Read only");
        why = tr("Use File ▸ Save case as… to go on in a copy.");
    } else if (typing) {
        words = tr("Typing, not kept yet");
        why = tr("What you type is kept when you leave the field.");
    } else {
        switch (place) {
        case Workbench::Place::Nowhere:
            break;
        case Workbench::Place::Memory:
            words = tr("Sample in memory");
            why = tr("The first decision moves it into a working file.");
            break;
        case Workbench::Place::Working:
            words = tr("All changes saved in a working file");
            why = tr("File ▸ Save case as… gives it a name and a place of your choosing.");
            break;
        case Workbench::Place::CaseFile:
            words = tr("All changes saved");
            why = tr("Each change is on disk as soon as it is shown.");
            break;
        case Workbench::Place::Shared:
            std::tie(words, why) = sharingWords(sharing);
            break;
        }
    }
    // What waits for a connection, or for a person, stands out from what is as it should be.
    using Phase = share::Standing::Phase;
    const bool waits = place == Workbench::Place::Shared && !readOnly &&
                       (sharing.phase == Phase::Away || sharing.phase == Phase::Refused || !sharing.refused.empty());
    saved_->setFont(interfaceFont(8.5, waits ? QFont::Bold : QFont::Normal));
    saved_->setText(words);
    saved_->setToolTip(why);
    saved_->setAccessibleDescription(why);
    fit();
}

void StatusLine::setPerson(const dossier::Person& person) {
    person_->setText(tr("You: %1 (%2)").arg(text(person.name), roleWord(person.role)));
    person_->setAccessibleDescription(person_->text());
    fit();
}

void StatusLine::showJob(int done, int total, const QString& what) {
    job_->setText(total > 1 ? tr("%1: %2 of %3").arg(what, QString::number(done), QString::number(total))
                            : what + u'…');
    progress_->setRange(0, total > 1 ? total : 0);
    progress_->setValue(done);
    for (QWidget* widget :
         {static_cast<QWidget*>(job_), static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_)})
        widget->show();
    fit();
}

void StatusLine::hideJob() {
    for (QWidget* widget :
         {static_cast<QWidget*>(job_), static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_)})
        widget->hide();
    fit();
}

void StatusLine::setWatching(const QString& name, const QString& path, bool lost) {
    const QString shown = name.size() <= 24 ? name : name.left(23) + u'…';
    watch_->setText(lost ? tr("Watching %1: not reachable").arg(shown) : tr("Watching %1").arg(shown));
    watch_->setAccessibleDescription(watch_->text());
    watch_->setToolTip(tr("New files in %1 are taken in by themselves").arg(path));
    watch_->setVisible(!name.isEmpty());
    fit();
}

void StatusLine::fit() {
    const std::initializer_list<QWidget*> all = {left_,   amounts_, questions_, job_,  progress_,
                                                 cancel_, watch_,   person_,    saved_};
    left_->setVisible(!left_->text().isEmpty());
    int wanted = 16;
    for (const QWidget* widget : all) {
        const bool running = widget == job_ || widget == progress_ || widget == cancel_;
        if (widget == watch_ ? !watch_->isHidden() : !running || !cancel_->isHidden())
            wanted += (widget == progress_ ? progress_->maximumWidth() : widget->sizeHint().width()) + 8;
    }
    for (QWidget* least : std::initializer_list<QWidget*>{questions_, amounts_, saved_, job_}) {
        const bool running = least == job_;
        const bool fits = wanted <= width();
        if (!running)
            least->setVisible(fits);
        else if (!cancel_->isHidden())
            least->setVisible(fits);
        if (!fits)
            wanted -= least->sizeHint().width() + 8;
    }
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    fit();
}

} // namespace countercheck::ui
