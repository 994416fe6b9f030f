// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportpreview.h"

#include "core/printing/pictures.h"
#include "ui/basics/explanation.h"
#include "ui/basics/jobs.h"
#include "ui/basics/theme.h"
#include "ui/exports/previewwindow.h"
#include "ui/workbench/words.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {

constexpr std::size_t mostPages = 12, mostBytes = 200000;

} // namespace

void setPage(InertBrowser& browser, QString page) {
    const Theme& theme = Theme::current();
    const qsizetype begin = page.indexOf(QStringLiteral("<style>")), end = page.indexOf(QStringLiteral("</style>"));
    if (begin >= 0 && end > begin)
        page.remove(begin, end + 8 - begin);
    const QString quiet = theme.quiet.name(), line = theme.line.name();
    browser.document()->setDefaultStyleSheet(
        QStringLiteral("body, p, li, td, th, h1, h2, h3, h4 { color: %1; }"
                       ".kicker { font-size: 8pt; font-weight: 600; color: %2; }"
                       "h1 { font-size: 22pt; font-weight: 600; margin: 4px 0 12px 0; }"
                       "h2 { font-size: 9pt; font-weight: 600; color: %2; margin: 26px 0 6px 0; }"
                       "h3 { font-size: 9pt; font-weight: 600; color: %2; margin: 16px 0 0 0; }"
                       "h4 { font-size: 8pt; font-weight: 600; color: %2; margin: 8px 0 0 0; }"
                       ".sentence { font-size: 15pt; margin: 4px 0 6px 0; }"
                       ".facts, .why, .signed, .reason, .note-line, .outlet, .where, .chips, dt, dd, footer "
                       "{ font-size: 9pt; color: %2; }"
                       ".facts li { margin: 0; }"
                       ".warning { background-color: %3; padding: 6px; }"
                       ".unsigned-mark { color: %4; font-weight: 700; }"
                       "td, th { padding: 2px 18px 2px 0; text-align: left; font-size: 9pt; }"
                       ".hash { font-family: monospace; font-size: 7.5pt; color: %2; }"
                       ".note { margin: 8px 0 8px 16px; font-style: italic; }"
                       "a { color: %5; }")
            .arg(theme.text.name(), quiet, theme.discrepancy.underlay.name(), theme.contradiction.ink.name(),
                 theme.accent.name()));
    browser.setHtml(page);
}

ExportPreview::ExportPreview(QWidget* parent)
    : QStackedWidget(parent), jobs_(new Jobs(this)), rich_(new InertBrowser), plain_(new QPlainTextEdit),
      pages_(new QScrollArea) {
    rich_->setAccessibleName(tr("Preview of the page"));
    rich_->setOpenLinks(false);
    rich_->setFrameShape(QFrame::NoFrame);
    rich_->setFont(articleFont(10.5));
    rich_->setStyleSheet(QStringLiteral("QTextBrowser { border: none; padding: 10px 20px; }"));
    plain_->setAccessibleName(tr("Preview of the text"));
    plain_->setReadOnly(true);
    plain_->setFrameShape(QFrame::NoFrame);
    QFont fixed(QStringLiteral("Noto Sans Mono"));
    fixed.setStyleHint(QFont::Monospace);
    fixed.setPointSizeF(9);
    plain_->setFont(fixed);
    plain_->setStyleSheet(QStringLiteral("QPlainTextEdit { border: none; padding: 10px 14px; }"));
    pages_->setAccessibleName(tr("Preview of the printed pages"));
    pages_->setFrameShape(QFrame::NoFrame);
    pages_->setWidgetResizable(true);
    pages_->setAlignment(Qt::AlignHCenter);
    addWidget(rich_);
    addWidget(plain_);
    addWidget(pages_);
    connect(jobs_, &Jobs::started, this, [this] { emit busy(true); });
    connect(jobs_, &Jobs::finished, this, [this] { emit busy(false); });
}

void ExportPreview::preview(const dossier::Snapshot& snapshot, const printing::Order& wish) {
    const bool same = shown_ == wish.format;
    shown_ = wish.format;
    printing::Order order = wish;
    const printing::Format format = order.format;
    const bool pages = format == printing::Format::Pdf || format == printing::Format::Sheet;
    const bool rich = format == printing::Format::Html || format == printing::Format::Odt ||
                      format == printing::Format::Docx || format == printing::Format::SideBySide;
    if (format == printing::Format::Sheet)
        order.format = printing::Format::SheetPdf;
    if (format == printing::Format::Odt || format == printing::Format::Docx)
        order.format = printing::Format::Html; // they say the same, in the same order
    if (format == printing::Format::Xlsx)
        order.format = printing::Format::Csv;
    const double scale = devicePixelRatioF();
    jobs_->start(
        tr("Preview"),
        [this, snapshot, order, pages, rich, scale, same](const std::stop_token& stop, const auto&) -> Jobs::Delivery {
            auto printed = printing::print(*snapshot, order, {}, stop);
            if (std::holds_alternative<printing::Stopped>(printed))
                return {};
            if (const auto* const problem = std::get_if<printing::Problem>(&printed))
                return [this, message = told(problem->message)] { showText(message); };
            std::string& bytes = std::get<std::string>(printed);
            if (pages) {
                QList<QImage> images;
                for (const printing::Picture& picture : printing::picturesOf(bytes, 70 * scale, mostPages, stop)) {
                    QImage image(reinterpret_cast<const uchar*>(picture.pixels.data()), picture.width, picture.height,
                                 picture.width * 4, QImage::Format_ARGB32);
                    images << image.copy();
                    images.back().setDevicePixelRatio(scale);
                }
                return [this, images] { showPages(images); };
            }
            const bool cut = !rich && bytes.size() > mostBytes;
            if (cut)
                bytes.resize(bytes.find_last_of('\n', mostBytes) + 1);
            QString shown = text(bytes);
            if (cut)
                shown += tr("… and so on: the file is longer than this preview.");
            return [this, shown, rich, same] {
                const int at = same && rich ? rich_->verticalScrollBar()->value() : 0;
                rich ? showRich(shown) : showText(shown);
                if (rich)
                    rich_->verticalScrollBar()->setValue(at);
            };
        });
}

void ExportPreview::showText(const QString& words) {
    plain_->setPlainText(words);
    setCurrentWidget(plain_);
}

void ExportPreview::showRich(const QString& page) {
    setPage(*rich_, page);
    setCurrentWidget(rich_);
}

void ExportPreview::showPages(const QList<QImage>& pages) {
    auto* stack = new QWidget;
    auto* column = new QVBoxLayout(stack);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        auto* label = new QLabel;
        label->setPixmap(QPixmap::fromImage(pages[i]));
        label->setAccessibleName(tr("Page %1").arg(i + 1));
        label->setStyleSheet(QStringLiteral("border: 1px solid %1;").arg(Theme::current().line.name()));
        label->setAlignment(Qt::AlignCenter);
        label->setFixedSize(label->sizeHint());
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    column->addStretch();
    const int at = pages_->verticalScrollBar()->value();
    pages_->setWidget(stack);
    pages_->verticalScrollBar()->setValue(at);
    setCurrentWidget(pages_);
}

} // namespace countercheck::ui
