// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcespanel.h"

#include "ui/basics/theme.h"
#include "ui/sources/lineagegraph.h"
#include "ui/sources/lineagescope.h"
#include "ui/workbench/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace countercheck::ui {

std::size_t independentOrigins(const dossier::Dossier& dossier) {
    const auto& origin = dossier.comparison.origin;
    const std::size_t articles = dossier.articles.size(), known = std::min(articles, origin.size());
    std::vector<std::uint32_t> origins(origin.begin(), origin.begin() + static_cast<std::ptrdiff_t>(known));
    std::sort(origins.begin(), origins.end());
    const auto last = std::unique(origins.begin(), origins.end());
    return static_cast<std::size_t>(last - origins.begin()) + (articles - known);
}

SourcesPanel::SourcesPanel(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Sources"));
    auto* heading = new QLabel(tr("Sources"));
    heading->setFont(interfaceFont(9.5, QFont::DemiBold));
    count_ = new QLabel;
    count_->setProperty("role", "quiet");
    count_->setFont(interfaceFont(8.5));
    count_->setObjectName(QStringLiteral("Number of sources"));
    graph_ = new LineageGraph;
    scroll_ = new QScrollArea;
    scroll_->setWidget(graph_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    mark_ = new QPushButton(QStringLiteral("✎"));
    mark_->setProperty("link", true);
    mark_->setFont(interfaceFont(9));
    mark_->setCursor(Qt::PointingHandCursor);
    mark_->setAccessibleName(tr("Mark articles as derived or independent"));
    connect(mark_, &QPushButton::clicked, this, &SourcesPanel::lineageRequested);
    connect(graph_, &LineageGraph::articleChosen, this, &SourcesPanel::articleChosen);
    scope_ = new LineageScope(graph_);
    scope_->setContentsMargins(12, 0, 12, 6);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 4);
    row->addWidget(heading);
    row->addStretch();
    row->addWidget(count_);
    row->addWidget(mark_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 6);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(scope_);
    all->addWidget(scroll_, 1);
}

int SourcesPanel::wantedHeight() const {
    constexpr int manyHeight = 290; // from question to question the column stays divided as it is
    return scope_->many() ? manyHeight
                          : layout()->itemAt(0)->sizeHint().height() + graph_->sizeHint().height() +
                                layout()->contentsMargins().bottom();
}

void SourcesPanel::setSelection(const std::optional<dossier::QuestionKey>& key) {
    scope_->setSelection(key);
}

void SourcesPanel::setSnapshot(const dossier::Snapshot& snapshot) {
    const auto articles = snapshot->articles.size();
    const bool same = snapshot_ && snapshot_->articles.sharesWith(snapshot->articles) &&
                      snapshot_->comparison.origin == snapshot->comparison.origin;
    snapshot_ = snapshot;
    scope_->setSnapshot(snapshot);
    if (same)
        return;
    count_->setText(articles == 0 ? tr("none yet")
                                  : counted(articles, tr("1 article"), tr("%1 articles")) + QStringLiteral(" · ") +
                                        tr("%1 independent").arg(independentOrigins(*snapshot)));
    mark_->setEnabled(articles > 1);
    mark_->setToolTip(articles > 1 ? mark_->accessibleName() : tr("It takes two articles."));
}

} // namespace countercheck::ui
