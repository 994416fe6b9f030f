// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector.h"

#include "ui/keybutton.h"
#include "ui/setsaxis.h"
#include "ui/theme.h"
#include "ui/verdictbox.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace countercheck::ui {

using dossier::FigureState;
using dossier::VerdictState;
using read::Modality;

namespace {
void setQuiet(QLabel* label, bool quiet) {
    const QString role = quiet ? QStringLiteral("quiet") : QString();
    if (label->property("role").toString() == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label); // a style sheet looks at properties only then
    label->style()->polish(label);
}
} // namespace

std::vector<Saying> whoSaysSo(const dossier::Dossier& dossier, const compare::Question& question) {
    struct Group {
        const compare::QuestionClaim* first = nullptr;
        std::vector<std::uint32_t> articles;
    };
    std::vector<Group> groups;
    const auto origin = [&](std::uint32_t article) {
        const auto& origins = dossier.comparison.origin;
        return article < origins.size() ? origins[article] : 1'000'000u + article;
    };
    const auto same = [&](const Group& group, const compare::QuestionClaim& claim) {
        const auto& first = *group.first;
        if (text(first.attribution).compare(text(claim.attribution), Qt::CaseInsensitive) != 0 ||
            first.modality != claim.modality || first.negative != claim.negative)
            return false;
        if (claim.attribution.empty() && origin(first.article) != origin(claim.article))
            return false;
        if (first.set && claim.set)
            return *first.set == *claim.set;
        if (first.time && claim.time)
            return *first.time == *claim.time;
        return text(first.shown).compare(text(claim.shown), Qt::CaseInsensitive) == 0;
    };
    for (const auto& claim : question.claims) {
        auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return same(group, claim); });
        if (at == groups.end())
            at = groups.insert(groups.end(), Group{&claim, {}});
        if (std::find(at->articles.begin(), at->articles.end(), claim.article) == at->articles.end())
            at->articles.push_back(claim.article);
    }
    const auto name = [&](std::uint32_t article) {
        return article < dossier.articles.size() ? shortName(dossier.articles[article]) : articleLetter(article);
    };
    std::vector<Saying> sayings;
    for (const Group& group : groups) {
        const auto& claim = *group.first;
        Saying saying;
        saying.value = text(claim.shown.empty() ? claim.quote : claim.shown);
        const QString where = name(claim.article);
        const QString who = text(claim.attribution);
        if (who.isEmpty() || who.compare(where, Qt::CaseInsensitive) == 0)
            saying.source =
                claim.modality == Modality::Reported ? QObject::tr("unnamed source, in %1").arg(where) : where;
        else if (!claim.via.empty() && text(claim.via).compare(where, Qt::CaseInsensitive) != 0)
            saying.source = QObject::tr("%1 to %2, in %3").arg(who, text(claim.via), where);
        else
            saying.source = QObject::tr("%1, in %2").arg(who, where);
        if (claim.negative || claim.modality == Modality::Denied)
            saying.source += QStringLiteral(" · ") + QObject::tr("denies it");
        else if (claim.modality == Modality::Possible)
            saying.source += QStringLiteral(" · ") + QObject::tr("as possible");
        QStringList letters, repeating, also;
        for (const std::uint32_t article : group.articles) {
            letters << articleLetter(article);
            if (article == claim.article)
                continue;
            (origin(article) == origin(claim.article) ? repeating : also) << name(article);
        }
        QStringList rest;
        if (!repeating.isEmpty())
            rest << QObject::tr("repeated by %1").arg(repeating.join(QStringLiteral(", ")));
        if (!also.isEmpty())
            rest << QObject::tr("also in %1").arg(also.join(QStringLiteral(", ")));
        saying.repeatedBy = rest.join(QStringLiteral(" · "));
        saying.letters = letters.join(u' ');
        saying.derivation = text(claim.derivation);
        sayings.push_back(saying);
    }
    return sayings;
}

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
    explanation_ = wrapped(QStringLiteral("Explanation"));
    explanation_->setFont(interfaceFont(9));
    others_ = wrapped(QStringLiteral("Other relations"));
    because_ = wrapped(QStringLiteral("Why these belong together"));
    for (QLabel* label : {others_, because_}) {
        label->setFont(interfaceFont(8.5));
        label->setProperty("role", "quiet");
        label->setContentsMargins(4, 0, 0, 4);
    }
    more_ = foldButton(others_, tr("Other relations of this question"));
    why_ = foldButton(because_, tr("Why this is one question"));
    auto* head = new QVBoxLayout;
    head->setContentsMargins(14, 10, 14, 12);
    head->setSpacing(4);
    head->addWidget(title_);
    head->addWidget(status_);
    head->addWidget(explanation_);
    for (QWidget* widget : std::initializer_list<QWidget*>{more_, others_, why_, because_})
        head->addWidget(widget, 0, qobject_cast<QPushButton*>(widget) ? Qt::AlignLeft : Qt::Alignment());

    QVBoxLayout* axisBox = nullptr;
    axisSection_ = section(tr("On one line"), axisBox);
    axis_ = new SetsAxis;
    axisBox->addWidget(axis_);

    QVBoxLayout* sayingsLayout = nullptr;
    auto* sayingsSection = section(tr("Who says so"), sayingsLayout);
    sayingsBox_ = new QWidget;
    sayings_ = new QGridLayout(sayingsBox_);
    sayings_->setContentsMargins(0, 0, 0, 0);
    sayingsLayout->addWidget(sayingsBox_);

    QVBoxLayout* verdictLayout = nullptr;
    auto* verdictSection = section(tr("Verdict"), verdictLayout);
    verdict_ = new VerdictBox(workbench_);
    verdictLayout->addWidget(verdict_);
    connect(verdict_, &VerdictBox::dirtyChanged, this, &Inspector::dirtyChanged);

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
    signRow->addStretch();
    signLayout->addLayout(signGrid);
    signLayout->addLayout(signRow);
    connect(signOff_, &QPushButton::clicked, this, &Inspector::signOff);
    connect(revoke_, &QPushButton::clicked, this, &Inspector::revokeRequested);

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
    for (QWidget* part : {axisSection_, sayingsSection, verdictSection, signSection, historySection})
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

void Inspector::showSayings(const std::vector<Saying>& sayings) {
    while (QLayoutItem* item = sayings_->takeAt(0)) {
        // Not at once: a change of the theme may be going through all widgets just now.
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    sayings_->setHorizontalSpacing(12);
    sayings_->setVerticalSpacing(7);
    sayings_->setColumnStretch(0, 4);
    sayings_->setColumnStretch(1, 6);
    int row = 0;
    for (const Saying& saying : sayings) {
        const auto cell = [&](const QString& words, const QFont& font) {
            auto* label = new QLabel(words);
            label->setFont(font);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            if (!saying.derivation.isEmpty())
                label->setToolTip(tr("How it was read: %1").arg(saying.derivation));
            return label;
        };
        auto* value = cell(saying.value, interfaceFont(9, QFont::DemiBold));
        value->setAccessibleName(tr("%1, says %2, article %3").arg(saying.value, saying.source, saying.letters));
        sayings_->addWidget(value, row, 0);
        // One label for both lines: a label's height follows its width, a nested layout's does so too late.
        auto* source = cell({}, interfaceFont(9));
        source->setTextFormat(Qt::RichText);
        QString words = saying.source.toHtmlEscaped();
        if (!saying.repeatedBy.isEmpty())
            words += QStringLiteral("<br><span style='color:%1; font-size:8.5pt'>%2</span>")
                         .arg(Theme::current().quiet.name(), saying.repeatedBy.toHtmlEscaped());
        source->setText(words);
        sayings_->addWidget(source, row, 1);
        auto* letters = cell(saying.letters, interfaceFont(8.5));
        letters->setAlignment(Qt::AlignTop | Qt::AlignRight);
        letters->setProperty("role", "quiet");
        letters->setWordWrap(false);
        sayings_->addWidget(letters, row, 2);
        ++row;
    }
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
        words = tr("%1, %2%3")
                    .arg(text(decisions.signOff->stamp.by), when(decisions.signOff->stamp.at),
                         decisions.signOff->asserted ? tr(" (identity asserted)") : QString());
    else if (!refused.isEmpty())
        words = refused;
    else
        words = tr("ready for you, %1 (%2)").arg(text(workbench_->person().name), roleWord(workbench_->person().role));
    if (decisions.revoked && !isSigned)
        words += u'\n' + tr("An earlier sign-off no longer holds: %1").arg(text(decisions.revokedBecause));
    signed_->setText(words);
    setQuiet(signedSign_, !isSigned);
    setQuiet(signed_, !isSigned);
    signOff_->setVisible(!isSigned);
    signOff_->setEnabled(refused.isEmpty());
    signOff_->setToolTip(refused);
    signOff_->setAccessibleDescription(refused);
    const QString notRevocable = workbench_->whyNot(dossier::Revoke{key, "x"});
    revoke_->setVisible(isSigned);
    revoke_->setEnabled(notRevocable.isEmpty());
    revoke_->setToolTip(notRevocable);
}

void Inspector::refresh() {
    const auto* question = workbench_->selectedQuestion();
    nothing_->setVisible(!question);
    body_->setVisible(question);
    if (!question)
        return;
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto& dossier = *snapshot;
    const Theme& theme = Theme::current();
    const auto status = question->status();
    title_->setText(text(question->title.empty() ? question->label : question->title));
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
        const QString sentence = text(relation.explanation);
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
        because << text(line);
    because_->setText(because.join(u'\n'));
    labelFold(why_, tr("Why this is one question"), !because.isEmpty());

    axis_->setQuestion(dossier, question);
    axisSection_->setVisible(axis_->available());
    showSayings(whoSaysSo(dossier, *question));
    verdict_->show(dossier, *question);
    showSignOff(dossier, *question);

    QStringList history;
    for (const auto& line : dossier.decisionsOf(dossier::QuestionKey{question->key}).history)
        history << tr("%1  %2 — %3").arg(when(line.stamp.at), text(line.text), text(line.stamp.by));
    history_->setText(history.isEmpty() ? tr("Nothing decided yet.") : history.join(u'\n'));
}

void Inspector::flush() {
    verdict_->flush();
}

void Inspector::focusVerdict() {
    ensureWidgetVisible(verdict_);
    verdict_->focusVerdict();
}

void Inspector::signOff() {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    flush();
    const dossier::QuestionKey key{question->key};
    const QString refused = workbench_->whyNot(dossier::SignOffFigure{key});
    if (!refused.isEmpty())
        emit workbench_->problem(refused);
    else
        workbench_->apply(dossier::SignOffFigure{key});
}

} // namespace countercheck::ui
