// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/questionpanel.h"

#include "ui/basics/flowlayout.h"
#include "ui/basics/theme.h"
#include "ui/questions/questiondelegate.h"
#include "ui/workbench/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {
constexpr int mostMeasured = 500; ///< rows that may each have a height of their own
} // namespace

using compare::RelationKind;
using dossier::QuestionKey;

QuestionPanel::QuestionPanel(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Questions panel"));
    model_ = new QuestionModel(this);
    filter_ = new QuestionFilter(this);
    filter_->setSourceModel(model_);

    auto* heading = new QLabel(tr("Questions"));
    heading->setFont(interfaceFont(9.5, QFont::DemiBold));
    count_ = new QLabel;
    count_->setProperty("role", "quiet");
    count_->setFont(interfaceFont(8.5));
    count_->setObjectName(QStringLiteral("Number of questions"));

    auto* chipBox = new QWidget;
    auto* chipLayout = new FlowLayout(chipBox, 4);
    for (const QuestionSort sort : {QuestionSort::All, QuestionSort::Contradictions, QuestionSort::Discrepancies,
                                    QuestionSort::Unchecked, QuestionSort::Mine, QuestionSort::SignedOff}) {
        auto* chip = new QPushButton;
        chip->setProperty("chip", true);
        chip->setFont(interfaceFont(7.5));
        chip->setProperty("tight", true);
        chip->setCheckable(true);
        chip->setChecked(sort == QuestionSort::All);
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QPushButton::toggled, this, [this, sort](bool on) {
            if (!settingChips_)
                setSort(on ? sort : QuestionSort::All);
        });
        chipLayout->addWidget(chip);
        chips_.push_back({sort, chip});
    }

    narrow_ = new QPushButton;
    narrow_->setProperty("chip", true);
    narrow_->setFont(interfaceFont(7.5));
    narrow_->setProperty("tight", true);
    narrow_->setFocusPolicy(Qt::StrongFocus);
    narrow_->setCheckable(true);
    narrow_->setAccessibleName(tr("Filters"));
    narrow_->setToolTip(tr("By relation, kind, state, article or person"));
    auto* menu = new QMenu(this);
    menu->setAccessibleName(tr("Filters"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (snapshot_)
            fillNarrowingMenu(menu, *snapshot_, filter_->narrowing(),
                              [this](const Narrowing& narrowing) { setNarrowing(narrowing); });
    });
    connect(narrow_, &QPushButton::clicked, this, [this, menu] {
        narrow_->setChecked(filter_->narrowing().count() > 0);
        menu->popup(narrow_->mapToGlobal(QPoint(0, narrow_->height())));
    });

    lost_ = new QPushButton;
    lost_->setProperty("chip", true);
    lost_->setFont(interfaceFont(7.5));
    lost_->setProperty("tight", true);
    lost_->setFocusPolicy(Qt::StrongFocus);
    lost_->setToolTip(tr("Decisions and corrections whose words no longer stand where they stood"));
    lost_->setAccessibleName(tr("Lost"));
    lost_->hide();
    chipLayout->addWidget(lost_);
    connect(lost_, &QPushButton::clicked, this, &QuestionPanel::lostRequested);

    list_ = new QListView;
    list_->setModel(filter_);
    delegate_ = new QuestionDelegate(list_);
    list_->setItemDelegate(delegate_);
    list_->setAccessibleName(tr("Questions"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    list_->installEventFilter(this);

    empty_ = new QLabel;
    empty_->setProperty("role", "quiet");
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignTop);
    empty_->setContentsMargins(12, 12, 12, 12);
    empty_->hide();

    auto* line = new QFrame;
    line->setProperty("role", "line");
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(narrow_);
    top->addWidget(count_);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 10, 12, 9);
    head->setSpacing(6);
    head->addLayout(top);
    head->addWidget(chipBox);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(line);
    all->addWidget(empty_);
    all->addWidget(list_, 1);

    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!following_ && resetting_ == 0 && now.isValid())
            emit selected(QuestionKey{utf8(now.data(QuestionModel::KeyRole).toString())});
    });
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& at) {
        // The current row clicked again: bring its words back into view.
        emit selected(QuestionKey{utf8(at.data(QuestionModel::KeyRole).toString())});
    });
    connect(list_, &QListView::doubleClicked, this, &QuestionPanel::activated);
    connect(filter_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { ++resetting_; });
    connect(filter_, &QAbstractItemModel::modelReset, this, [this] { --resetting_; });
    connect(filter_, &QuestionFilter::refiltered, this, [this] {
        followSelection();
        updateCounts();
    });
    updateCounts();
}

bool QuestionPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const auto modifiers = static_cast<QKeyEvent*>(event)->modifiers();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier) {
            emit activated();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QuestionPanel::setSnapshot(const dossier::Snapshot& snapshot) {
    following_ = true;
    snapshot_ = snapshot;
    model_->setSnapshot(snapshot);
    following_ = false;
    // Rows of one height cost nothing, however many there are.
    const bool many = model_->rowCount() > mostMeasured;
    if (many != list_->uniformItemSizes()) {
        delegate_->setOneHeight(many);
        list_->setUniformItemSizes(many);
    }
    updateCounts();
    const std::size_t lost = snapshot->lostCount();
    lost_->setText(tr("⚠ lost %1").arg(lost));
    lost_->setAccessibleDescription(lost_->text());
    lost_->setVisible(lost > 0);
    if (snapshot->articles.empty())
        empty_->setText(tr("Add two or more articles about one event. What they say differently is listed here."));
    else if (snapshot->comparison.questions.empty())
        empty_->setText(tr("Nothing was found yet that these articles both answer."));
    if (!many)
        list_->doItemsLayout();
}

void QuestionPanel::setSelection(const std::optional<QuestionKey>& key) {
    const bool moved = key != selected_; // a row that a decision takes out of the filter stays out
    selected_ = key;
    const int row = key ? model_->rowOf(*key) : -1;
    if (row >= 0 && moved && !filter_->mapFromSource(model_->index(row)).isValid() && search_.isEmpty() &&
        (sort_ != QuestionSort::All || filter_->narrowing().count() > 0)) {
        filter_->setNarrowing({});
        setSort(QuestionSort::All); // walking must never lead to a row that is hidden
    }
    followSelection();
}

/// The selected question's row is the current one, where it is on show.
void QuestionPanel::followSelection() {
    const bool before = following_;
    following_ = true;
    const int row = selected_ ? model_->rowOf(*selected_) : -1;
    const QModelIndex at = row >= 0 ? filter_->mapFromSource(model_->index(row)) : QModelIndex();
    if (at.isValid()) {
        list_->setCurrentIndex(at);
        list_->scrollTo(at);
    } else {
        list_->selectionModel()->clear();
    }
    following_ = before;
}

void QuestionPanel::setSearch(const QString& search) {
    search_ = search.trimmed();
    filter_->setSearch(search_);
    updateCounts();
}

void QuestionPanel::setPerson(const dossier::Person& person) {
    filter_->setPerson(person);
    updateCounts();
}

void QuestionPanel::setNarrowing(const Narrowing& narrowing) {
    filter_->setNarrowing(narrowing);
    updateCounts();
}

void QuestionPanel::setSort(QuestionSort sort) {
    sort_ = sort;
    filter_->setSort(sort);
    settingChips_ = true;
    for (const Chip& chip : chips_)
        chip.button->setChecked(chip.sort == sort);
    settingChips_ = false;
    updateCounts();
}

void QuestionPanel::updateCounts() {
    const int total = model_->rowCount();
    const int shown = filter_->rowCount();
    count_->setText(shown == total ? QString::number(total) : tr("%1 of %2").arg(shown).arg(total));
    for (const Chip& chip : chips_) {
        const std::size_t n = filter_->countOf(chip.sort);
        QString label, name;
        switch (chip.sort) {
        case QuestionSort::All:
            label = tr("All");
            name = tr("Filter: all");
            break;
        case QuestionSort::Contradictions:
            label = statusSign(RelationKind::Contradiction) + u' ' +
                    counted(n, tr("1 contradiction"), tr("%1 contradictions"));
            name = tr("Filter: contradictions");
            break;
        case QuestionSort::Discrepancies:
            label =
                statusSign(RelationKind::Discrepancy) + u' ' + counted(n, tr("1 discrepancy"), tr("%1 discrepancies"));
            name = tr("Filter: discrepancies");
            break;
        case QuestionSort::Unchecked:
            label = tr("unchecked %1").arg(n);
            name = tr("Filter: unchecked");
            break;
        case QuestionSort::Mine:
            label = tr("mine %1").arg(n);
            name = tr("Filter: my unresolved");
            break;
        case QuestionSort::SignedOff:
            label = tr("signed off %1").arg(n);
            name = tr("Filter: signed off");
            break;
        }
        chip.button->setText(label);
        chip.button->setAccessibleName(name);
    }
    const int asked = filter_->narrowing().count();
    narrow_->setText(asked == 0 ? tr("Filter ▾") : tr("Filter: %1 ▾").arg(asked));
    narrow_->setChecked(asked > 0);
    const bool nothing = shown == 0 && !filter_->looking();
    if (nothing && total > 0)
        empty_->setText(asked > 0           ? tr("No question meets these filters.")
                        : search_.isEmpty() ? tr("No question of this sort.")
                                            : tr("Nothing found for “%1”.").arg(search_));
    empty_->setVisible(nothing);
}

} // namespace countercheck::ui
