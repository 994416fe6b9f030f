// SPDX-License-Identifier: GPL-3.0-or-later
// What a file will look like, before it is written: pages of a PDF as pictures, pages of HTML as rich text that loads
// nothing, everything else as the text that it is. Made beside the window; the newest wish wins.
#pragma once

#include "core/dossier/dossier.h"
#include "core/printing/printing.h"

#include <QImage>
#include <QStackedWidget>

class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace countercheck::ui {

class InertBrowser;
class Jobs;

class ExportPreview : public QStackedWidget {
    Q_OBJECT
public:
    explicit ExportPreview(QWidget* parent = nullptr);
    /// Shows it as soon as it is made.
    void preview(const dossier::Snapshot& snapshot, const printing::Order& order);

signals:
    void busy(bool busy);

private:
    void showText(const QString& text);
    void showRich(const QString& page);
    void showPages(const QList<QImage>& pages);
    Jobs* jobs_;
    InertBrowser* rich_;
    QPlainTextEdit* plain_;
    QScrollArea* pages_;
    printing::Format shown_ = printing::Format::Html;
};

/// Puts one of our pages into a browser: our styles where QTextDocument knows none of the page's own.
void setPage(InertBrowser& browser, QString page);

} // namespace countercheck::ui
