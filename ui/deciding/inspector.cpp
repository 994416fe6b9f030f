// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/inspector.h"

#include "ui/basics/explanation.h"
#include "ui/basics/keybutton.h"
#include "ui/basics/theme.h"
#include "ui/deciding/conflictbox.h"
#include "ui/deciding/deciding.h"
#include "ui/deciding/discussion.h"
#include "ui/deciding/setsaxis.h"
#include "ui/deciding/verdictbox.h"
#include "ui/workbench/signingkey.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QResizeEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

using dossier::FigureState;
using dossier::VerdictState;

namespace {
/// Labels that wrap are laid out anew with each one that comes or goes: not until all of them are there.
class LaidOutOnce {
public:
    explicit LaidOutOnce(QWidget* page) : page_(page) {
        for (QLayout* layout : page->findChildren<QLayout*>()) {
            if (!layout->isEnabled())
                continue;
            layout->setEnabled(false);
            layouts_.push_back(layout);
        }
    }
    ~LaidOutOnce() {
        for (const QPointer<QLayout>& layout : layouts_)
            if (layout)
                layout->setEnabled(true);
        if (page_->layout())
            page_->layout()->activate();
    }
    LaidOutOnce(const LaidOutOnce&) = delete;
    LaidOutOnce& operator=(const LaidOutOnce&) = delete;

private:
    QWidget* page_;
    QList<QPointer<QLayout>> layouts_;
};

void setQuiet(QLabel* label, bool quiet) {
    const QString role = quiet ? QStringLiteral("quiet") : QString();
    if (label->property("role").toString() == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label); // a style sheet looks at properties only then
    label->style()->polish(label);
}
} // namespace

QWidget* Inspector::section(const QString& title, QVBoxLayout*& content) {
    auto* box = new QWidget;
    box->setAccessibleName(title);
    auto* outer = new QVBoxLayout(box);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* line = new QFrame;
    line->setProperty("role", "line");
    outer->addWidget(line);
    auto* inner = new QWidget;
    content = new QVBoxLayout(inner);
    content->setContentsMargins(14, 10, 14, 12);
    content->setSpacing(6);
    if (!title.isEmpty()) {
        auto* heading = new QLabel(title.toUpper());
        QFont font = interfaceFont(8, QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
        heading->setFont(font);
        heading->setProperty("role", "quiet");
        content->addWidget(heading);
        content->addSpacing(2);
    }
    outer->addWidget(inner);
    return box;
}

QPushButton* Inspector::foldButton(QLabel* folded, const QString& name) {
    auto* button = new QPushButton;
    button->setCheckable(true);
    button->setProperty("link", true);
    button->setFont(interfaceFont(8.5));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setCursor(Qt::PointingHandCursor);
    button->setAccessibleName(name);
    folded->hide();
    connect(button, &QPushButton::toggled, this, [this, button, folded](bool open) {
        folded->setVisible(open && !folded->text().isEmpty());
        labelFold(button, button->text().section(u' ', 0, -2), true);
    });
    return button;
}

void Inspector::labelFold(QPushButton* button, const QString& words, bool any) {
    button->setText(words + (button->isChecked() ? QStringLiteral(" ▾") : QStringLiteral(" ▸")));
    button->setVisible(any);
    QLabel* folded = button == more_ ? others_ : because_;
    folded->setVisible(any && button->isChecked());
}

Inspector::Inspector(Workbench* workbench, QWidget* parent) : QScrollArea(parent), workbench_(workbench) {
    setAccessibleName(tr("Inspector"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setMinimumWidth(270);

    const auto wrapped = [](const QString& name) {
        auto* label = new QLabel;
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setObjectName(name);
        return label;
    };
    page_ = new QWidget;
    nothing_ = new QLabel(tr("Select a question to see what the articles say about it."));
    nothing_->setWordWrap(true);
    nothing_->setProperty("role", "quiet");
    nothing_->setContentsMargins(16, 12, 16, 12);
    body_ = new QWidget;

    title_ = wrapped(QStringLiteral("Question"));
    title_->setFont(interfaceFont(12, QFont::DemiBold));
    status_ = new QLabel;
    status_->setTextFormat(Qt::RichText);
    status_->setWordWrap(true);
    status_->setFont(interfaceFont(9));
    status_->setObjectName(QStringLiteral("Status"));
    broken_ = wrapped(QStringLiteral("Sign-off that no longer holds"));
    broken_->setFont(interfaceFont(9));
    broken_->setProperty("role", "error");
    broken_->hide();
    explanation_ = wrapped(QStringLiteral("Explanation"));
    explanation_->setFont(interfaceFont(9));
    others_ = wrapped(QStringLiteral("Other relations"));
    because_ = wrapped(QStringLiteral("Why these belong together"));
    for (QLabel* label : {others_, because_}) {
        label->setFont(interfaceFont(8.5));
        label->setProperty("role", "quiet");
    }
    more_ = foldButton(others_, tr("Other relations of this question"));
    why_ = foldButton(because_, tr("Why this is one question"));
    auto* head = new QVBoxLayout;
    // The words of links stand under the other words.
    head->setContentsMargins(14 - linkEdge, 10, 14, 12);
    for (QLabel* label : {title_, status_, broken_, explanation_, others_, because_})
        label->setContentsMargins(linkEdge, 0, 0, label == others_ || label == because_ ? 4 : 0);
    head->setSpacing(4);
    head->addWidget(title_);
    head->addWidget(status_);
    head->addWidget(broken_);
    head->addWidget(explanation_);
    dismissRelation_ = new QPushButton(tr("Dismiss…"));
    dismissRelation_->setProperty("link", true);
    dismissRelation_->setFont(interfaceFont(8.5));
    dismissRelation_->setCursor(Qt::PointingHandCursor);
    dismissRelation_->setAccessibleName(tr("Dismiss a relation of this question"));
    connect(dismissRelation_, &QPushButton::clicked, this, &Inspector::dismissRelationRequested);
    auto* relationsRow = new QHBoxLayout;
    relationsRow->addWidget(more_);
    relationsRow->addWidget(dismissRelation_);
    relationsRow->addStretch();
    head->addLayout(relationsRow);
    auto* whyRow = new QHBoxLayout;
    whyRow->addWidget(why_);
    whyRow->addStretch();
    head->addWidget(others_);
    head->addLayout(whyRow);
    head->addWidget(because_);

    QVBoxLayout* axisBox = nullptr;
    axisSection_ = section(tr("On one line"), axisBox);
    axis_ = new SetsAxis;
    axisBox->addWidget(axis_);

    QVBoxLayout* sayingsLayout = nullptr;
    auto* sayingsSection = section(tr("Who says so"), sayingsLayout);
    sayings_ = new SayingsList;
    sayingsLayout->addWidget(sayings_);
    connect(sayings_, &SayingsList::gradeRequested, this, &Inspector::gradeRequested);
    connect(sayings_, &SayingsList::foldingChanged, this, &Inspector::refresh);

    conflicts_ = new ConflictBox(workbench_);
    QVBoxLayout* conflictsLayout = nullptr;
    conflictsSection_ = section(tr("To be settled"), conflictsLayout);
    conflictsLayout->addWidget(conflicts_);
    connect(conflicts_, &ConflictBox::signOffRequested, this, &Inspector::signOffRequested);
    connect(conflicts_, &ConflictBox::revokeRequested, this, &Inspector::revokeRequested);

    QVBoxLayout* verdictLayout = nullptr;
    auto* verdictSection = section(tr("Verdict"), verdictLayout);
    verdict_ = new VerdictBox(workbench_);
    verdictLayout->addWidget(verdict_);
    const auto tellDirty = [this] { emit dirtyChanged(verdict_->dirty() || discussion_->dirty()); };
    connect(verdict_, &VerdictBox::dirtyChanged, this, tellDirty);
    connect(verdict_, &VerdictBox::exhibitRequested, this, &Inspector::exhibitRequested);
    connect(verdict_, &VerdictBox::needsMore, this, &Inspector::needsMore);
    connect(verdict_, &VerdictBox::sendBackRequested, this, &Inspector::sendBackRequested);
    connect(verdict_, &VerdictBox::addressRequested, this, &Inspector::addressRequested);

    QVBoxLayout* signLayout = nullptr;
    auto* signSection = section(tr("Sign-off"), signLayout);
    checkedSign_ = new QLabel;
    checked_ = wrapped(QStringLiteral("Checked by"));
    signedSign_ = new QLabel;
    signed_ = wrapped(QStringLiteral("Signed off by"));
    for (QLabel* label : {checkedSign_, checked_, signedSign_, signed_})
        label->setFont(interfaceFont(9));
    auto* signGrid = new QGridLayout;
    signGrid->setHorizontalSpacing(10);
    signGrid->setVerticalSpacing(6);
    signGrid->setColumnStretch(1, 1);
    signGrid->addWidget(checkedSign_, 0, 0, Qt::AlignTop);
    signGrid->addWidget(checked_, 0, 1);
    signGrid->addWidget(signedSign_, 1, 0, Qt::AlignTop);
    signGrid->addWidget(signed_, 1, 1);
    signOff_ = new KeyButton(tr("Sign off"), tr("Ctrl ↵"));
    signOff_->setAccessibleName(tr("Sign off"));
    revoke_ = new QPushButton(tr("Revoke…"));
    revoke_->setAccessibleName(tr("Revoke sign-off"));
    auto* signRow = new QHBoxLayout;
    signRow->addWidget(signOff_);
    signRow->addWidget(revoke_);
    way_ = new QPushButton;
    way_->setProperty("link", true);
    way_->setFont(interfaceFont(8.5));
    way_->setCursor(Qt::PointingHandCursor);
    signRow->addWidget(way_);
    connect(way_, &QPushButton::clicked, this, [this] { goTo(leads_); });
    signRow->addStretch();
    signLayout->addLayout(signGrid);
    signLayout->addLayout(signRow);
    connect(signOff_, &QPushButton::clicked, this, &Inspector::signOffRequested);
    connect(revoke_, &QPushButton::clicked, this, &Inspector::revokeRequested);

    QVBoxLayout* discussionLayout = nullptr;
    auto* discussionSection = section(tr("Discussion"), discussionLayout);
    discussion_ = new Discussion(workbench_);
    discussionLayout->addWidget(discussion_);
    connect(discussion_, &Discussion::dirtyChanged, this, tellDirty);

    QVBoxLayout* historyLayout = nullptr;
    auto* historySection = section(tr("History"), historyLayout);
    history_ = wrapped(QStringLiteral("History"));
    history_->setFont(interfaceFont(9));
    history_->setProperty("role", "quiet");
    historyLayout->addWidget(history_);

    auto* all = new QVBoxLayout(body_);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    for (QWidget* part : {conflictsSection_, axisSection_, sayingsSection, verdictSection, signSection,
                          discussionSection, historySection})
        all->addWidget(part);
    all->addStretch();
    auto* pageLayout = new QVBoxLayout(page_);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->addWidget(nothing_, 0, Qt::AlignTop);
    pageLayout->addWidget(body_, 1);
    setWidget(page_);
    refresh();
}

void Inspector::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    page_->setMaximumWidth(viewport()->width());
}

void Inspector::showSignOff(const dossier::Dossier& dossier, const compare::Question& question) {
    const dossier::QuestionKey key{question.key};
    const auto& decisions = dossier.decisionsOf(key);
    const bool checked = decisions.verdict && decisions.verdict->state != VerdictState::Unchecked &&
                         decisions.verdict->state != VerdictState::Checking;
    checkedSign_->setText(checked ? tr("✓ Checked") : tr("○ Checked"));
    setQuiet(checkedSign_, !checked);
    checked_->setText(checked ? tr("%1, %2").arg(text(decisions.verdict->stamp.by), when(decisions.verdict->stamp.at))
                              : tr("no verdict yet"));
    setQuiet(checked_, !checked);

    const bool isSigned = decisions.figureState() == FigureState::SignedOff;
    const QString refused = workbench_->whyNot(dossier::SignOffFigure{key});
    signedSign_->setText(isSigned ? tr("✓✓ Signed off") : tr("○ Signed off"));
    QString words;
    if (isSigned && decisions.signOff)
        words = tr("%1, %2\n%3")
                    .arg(text(decisions.signOff->stamp.by), when(decisions.signOff->stamp.at),
                         decisions.signOff->asserted
                             ? tr("asserted only: on one desktop an identity is asserted, not authenticated")
                             : tr("signed (key %1)").arg(signingkey::shortForm(decisions.signOff->publicKey)));
    else if (!refused.isEmpty())
        words = refused;
    else
        words = tr("ready for you, %1 (%2)").arg(text(workbench_->person().name), roleWord(workbench_->person().role));
    const QString broken = brokenSignOff(decisions);
    if (!broken.isEmpty())
        words.prepend(QStringLiteral("⚠ ") + broken + u'\n');
    broken_->setText(QStringLiteral("⚠ ") + broken); // where everybody looks first, too
    broken_->setVisible(!broken.isEmpty());
    signed_->setText(words);
    setQuiet(signedSign_, !isSigned);
    setQuiet(signed_, !isSigned);
    signOff_->setVisible(!isSigned);
    signOff_->setEnabled(refused.isEmpty());
    signOff_->setToolTip(refused);
    signOff_->setAccessibleDescription(refused);
    leads_ =
        refused.isEmpty() || workbench_->readOnly() ? SigningWay::None : wayToSign(dossier, key, workbench_->person());
    way_->setText(signingWayWord(leads_));
    way_->setAccessibleDescription(refused);
    way_->setVisible(leads_ != SigningWay::None);
    const QString notRevocable = workbench_->whyNot(dossier::Revoke{key, "x"});
    revoke_->setVisible(isSigned);
    revoke_->setEnabled(notRevocable.isEmpty());
    revoke_->setToolTip(notRevocable);
}

void Inspector::refresh() {
    const LaidOutOnce once(page_);
    const auto* question = workbench_->selectedQuestion();
    nothing_->setVisible(!question);
    body_->setVisible(question);
    if (!question)
        return;
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto& dossier = *snapshot;
    const Theme& theme = Theme::current();
    const auto status = question->status();
    title_->setText(questionTitle(*question));
    status_->setText(
        QStringLiteral("<span style='color:%1; font-weight:600'>%2&nbsp;%3</span> <span style='color:%4'>· %5</span>")
            .arg(theme.mark(status).ink.name(), statusSign(status).toHtmlEscaped(), statusWord(status).toHtmlEscaped(),
                 theme.quiet.name(), statusGloss(status).toHtmlEscaped()));
    // The gravest sort explains the status; what a copy repeats adds nothing to its original.
    const auto ofCopy = [&](const compare::Relation& relation) {
        return isDerivedCopy(dossier.comparison, question->claims[relation.a].article) ||
               isDerivedCopy(dossier.comparison, question->claims[relation.b].article);
    };
    const auto gravest = [&](const compare::Relation& relation) { return relation.kind == status; };
    const bool originals = std::any_of(question->relations.begin(), question->relations.end(),
                                       [&](const auto& r) { return gravest(r) && !ofCopy(r); });
    // One sentence says why; the other relations are a click away.
    QStringList explanations, others;
    for (const auto& relation : question->relations) {
        const QString sentence = explanation(relation.explanation);
        if (sentence.isEmpty())
            continue;
        const bool leads = gravest(relation) && !(originals && ofCopy(relation)) && explanations.isEmpty();
        (leads ? explanations : others) << (leads ? sentence : statusSign(relation.kind) + u' ' + sentence);
    }
    others.removeDuplicates();
    if (explanations.isEmpty() && !status)
        explanations << tr("Only one source answers this; there is nothing to compare it with.");
    explanation_->setText(explanations.join(u'\n'));
    explanation_->setVisible(!explanations.isEmpty());
    others_->setText(others.join(u'\n'));
    labelFold(more_,
              counted(static_cast<std::size_t>(others.size()), tr("and 1 more relation"), tr("and %1 more relations")),
              !others.isEmpty());
    QStringList because;
    for (const auto& line : question->because)
        because << explanation(line);
    because_->setText(because.join(u'\n'));
    labelFold(why_, tr("Why this is one question"), !because.isEmpty());

    axis_->setQuestion(dossier, question);
    axisSection_->setVisible(axis_->available());
    const dossier::QuestionKey key{question->key};
    sayings_->show(dossier, *question, workbench_->whyNot(dossier::GradeInformation{key, "x", "6", "x"}));
    conflicts_->show(key, dossier.decisionsOf(key).conflicts);
    conflictsSection_->setVisible(!dossier.decisionsOf(key).conflicts.empty());
    dismissRelation_->setVisible(!question->relations.empty());
    dismissRelation_->setEnabled(!workbench_->readOnly());
    dismissRelation_->setToolTip(workbench_->readOnly()
                                     ? tr("This case is open for reading only.")
                                     : tr("Takes out, with a reason, a relation that does not hold"));
    verdict_->show(dossier, *question);
    discussion_->show(dossier, key);
    showSignOff(dossier, *question);

    QStringList history;
    for (const auto& line : dossier.decisionsOf(dossier::QuestionKey{question->key}).history)
        history << tr("%1  %2 — %3").arg(when(line.stamp.at), told(line.text), text(line.stamp.by));
    history_->setText(history.isEmpty() ? tr("Nothing decided yet.") : history.join(u'\n'));
}

void Inspector::flush() {
    verdict_->flush();
    discussion_->flush();
}

void Inspector::focusDiscussion() {
    ensureWidgetVisible(discussion_);
    discussion_->focus();
}

void Inspector::goTo(SigningWay way) {
    if (way == SigningWay::Verdict)
        focusVerdict();
    else if (way == SigningWay::Person)
        emit personRequested();
    else if (way == SigningWay::Settle) {
        ensureWidgetVisible(conflictsSection_);
        for (auto* button : conflicts_->findChildren<QPushButton*>())
            if (button->isVisibleTo(conflicts_) && button->isEnabled()) {
                button->setFocus(Qt::OtherFocusReason);
                break;
            }
    }
}

void Inspector::focusVerdict() {
    ensureWidgetVisible(verdict_);
    verdict_->focusVerdict();
}

} // namespace countercheck::ui
