// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/previewwindow.h"

#include "core/report/report.h"
#include "ui/basics/theme.h"
#include "ui/exports/exportpreview.h"
#include "ui/workbench/words.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace countercheck::ui {

std::string nowUtc() {
    return utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
}

PreviewWindow::PreviewWindow(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Preview of the summary"));
    setAccessibleName(tr("Preview of the summary"));
    setModal(false);
    resize(760, 720);
    page_ = new InertBrowser;
    page_->setAccessibleName(tr("Summary"));
    page_->setOpenLinks(false);
    page_->setOpenExternalLinks(false);
    page_->setFrameShape(QFrame::NoFrame);
    page_->setFont(articleFont(11));
    page_->setStyleSheet(QStringLiteral("QTextBrowser { border: none; padding: 10px 22px; }"));
    unsigned_ = new QCheckBox(tr("Include what is not signed off, marked as unsigned"));
    unsigned_->setAccessibleName(tr("Include unsigned"));
    count_ = new QLabel;
    count_->setProperty("role", "quiet");
    count_->setObjectName(QStringLiteral("What goes out"));
    auto* out = new QPushButton(tr("Export…"));
    out->setProperty("primary", true);
    out->setAccessibleName(tr("Export from preview"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(12);
    row->addWidget(unsigned_);
    row->addStretch();
    row->addWidget(count_);
    row->addWidget(out);
    auto* line = new QFrame;
    line->setProperty("role", "line");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(row);
    all->addWidget(line);
    all->addWidget(page_, 1);
    connect(unsigned_, &QCheckBox::toggled, this, &PreviewWindow::render);
    connect(out, &QPushButton::clicked, this, &PreviewWindow::exportRequested);
}

void PreviewWindow::setSnapshot(const dossier::Snapshot& snapshot, const QString& by) {
    snapshot_ = snapshot;
    by_ = by;
    if (isVisible())
        render();
}

void PreviewWindow::render() {
    if (!snapshot_)
        return;
    const auto report = report::build(*snapshot_, nowUtc(), utf8(by_), unsigned_->isChecked());
    const int at = page_->verticalScrollBar()->value();
    setPage(*page_, text(report::toHtml(report)));
    page_->verticalScrollBar()->setValue(at);
    count_->setText(counted(report.lines.size(), tr("1 question goes out"), tr("%1 questions go out")));
}

} // namespace countercheck::ui
