// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/exhibitview.h"

#include "core/store/casefile.h"

#include "ui/basics/theme.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <poppler/qt6/poppler-qt6.h>

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <cctype>

namespace countercheck::ui {

namespace {
constexpr std::size_t mostText = 4u << 20; ///< bytes that a text field shows without becoming slow
constexpr std::size_t mostPage = 1u << 20;
constexpr int mostPixels = 120'000'000;

QByteArray view(const std::string& bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// A saved page as it reads. Nothing that it names is loaded, wherever that is: pictures, style sheets, frames.
class SealedPage : public QTextBrowser {
public:
    SealedPage() {
        setOpenLinks(false);
        setOpenExternalLinks(false);
    }
    QVariant loadResource(int, const QUrl&) override { return QByteArray(); }
};

QLabel* words(const QString& text, bool quiet = true) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (quiet)
        label->setProperty("role", "quiet");
    return label;
}

QWidget* said(const QString& text) {
    auto* box = new QWidget;
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(24, 24, 24, 24);
    auto* label = words(text);
    label->setObjectName(QStringLiteral("Why it is not shown"));
    label->setAlignment(Qt::AlignCenter);
    all->addWidget(label);
    return box;
}
} // namespace

struct ExhibitView::Document {
    QByteArray bytes; ///< poppler reads them as long as the document lives
    std::unique_ptr<Poppler::Document> pdf;
    int page = 0;
};

ExhibitKind exhibitKind(const std::string& bytes) {
    if (bytes.rfind("%PDF-", 0) == 0)
        return ExhibitKind::Pdf;
    QByteArray data = view(bytes);
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!format.isEmpty() && !format.startsWith("svg") && format != "pdf")
        return ExhibitKind::Picture;
    const std::string_view start = std::string_view(bytes).substr(0, 4096);
    if (start.find('\0') != std::string_view::npos)
        return ExhibitKind::Other;
    const auto controls = std::count_if(start.begin(), start.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    if (controls * 50 > static_cast<std::ptrdiff_t>(start.size()))
        return ExhibitKind::Other;
    std::string lower(start);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool page = lower.find("<!doctype html") != std::string::npos || lower.find("<html") != std::string::npos;
    return page ? ExhibitKind::Page : ExhibitKind::Text;
}

ExhibitView::ExhibitView(const dossier::Evidence& evidence, std::string bytes, const QString& problem, QWidget* parent)
    : QDialog(parent), evidence_(evidence), bytes_(std::move(bytes)), content_(new QStackedWidget) {
    const QString name = evidence.fileName.empty() ? ui::text(evidence.url) : ui::text(evidence.fileName);
    setWindowTitle(tr("Evidence: %1").arg(name));
    setAccessibleName(windowTitle());
    resize(860, 680);

    auto* title = words(name, false);
    title->setFont(interfaceFont(12, QFont::DemiBold));
    auto* facts = words(tr("Added by %1, %2 · %3")
                            .arg(ui::text(evidence.stamp.by), whenExactly(evidence.stamp.at),
                                 evidence.fileName.empty() ? tr("an address only") : sizeWords(evidence.bytes)));
    auto* head = new QVBoxLayout;
    head->setSpacing(3);
    head->addWidget(title);
    head->addWidget(facts);
    if (!evidence.note.empty())
        head->addWidget(words(ui::text(evidence.note), false));
    if (!evidence.url.empty())
        head->addWidget(words(ui::text(evidence.url)));
    if (!evidence.fileName.empty()) {
        const bool holds = problem.isEmpty() && store::sha256Hex(bytes_) == evidence.sha256;
        auto* hash = words(QStringLiteral("SHA-256 %1").arg(ui::text(evidence.sha256)));
        hash->setFont(interfaceFont(8.5));
        auto* state = words(holds ? tr("✓ The bytes are those that were added.")
                                  : tr("✕ The bytes are not those that were added. Nothing of them is shown."));
        state->setObjectName(QStringLiteral("Hash"));
        state->setProperty("role", holds ? "quiet" : "error");
        head->addWidget(hash);
        head->addWidget(state);
        if (!holds)
            bytes_.clear();
    }

    auto* save = new QPushButton(tr("Save a copy…"));
    save->setAccessibleName(tr("Save a copy…"));
    save->setEnabled(!bytes_.empty());
    connect(save, &QPushButton::clicked, this, &ExhibitView::saveCopy);
    auto* copy = new QPushButton(evidence.fileName.empty() ? tr("Copy address") : tr("Copy SHA-256"));
    copy->setAccessibleName(copy->text());
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(ui::text(evidence_.fileName.empty() ? evidence_.url : evidence_.sha256));
    });
    auto* close = new QPushButton(tr("Close"));
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* foot = new QHBoxLayout;
    foot->addWidget(save);
    foot->addWidget(copy);
    foot->addStretch();
    foot->addWidget(close);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    all->addLayout(head);
    all->addWidget(content_, 1);
    all->addLayout(foot);

    if (!problem.isEmpty())
        content_->addWidget(said(problem));
    else if (evidence.fileName.empty())
        content_->addWidget(said(tr("Nothing of this address is kept in the case, and nothing is ever fetched by "
                                    "itself. Add a saved page or a picture of it, so that it can be seen later.")));
    else
        showContent();
}

ExhibitView::~ExhibitView() = default;

void ExhibitView::showContent() {
    QWidget* shown = nullptr;
    if (bytes_.empty()) {
        shown = said(evidence_.bytes == 0 ? tr("The file is empty.") : tr("There is nothing to show."));
    } else {
        switch (exhibitKind(bytes_)) {
        case ExhibitKind::Picture:
            shown = picture();
            break;
        case ExhibitKind::Page:
            shown = page();
            break;
        case ExhibitKind::Text:
            shown = text();
            break;
        case ExhibitKind::Pdf:
            shown = pdf();
            break;
        case ExhibitKind::Other:
            shown = other();
            break;
        }
    }
    content_->addWidget(shown);
}

QWidget* ExhibitView::picture() {
    QByteArray bytes = view(bytes_);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && static_cast<qint64>(size.width()) * size.height() > mostPixels)
        return said(tr("The picture has %1 × %2 points, too many to be shown here. Save a copy to look at it.")
                        .arg(size.width())
                        .arg(size.height()));
    const QImage image = reader.read();
    if (image.isNull())
        return said(tr("The picture cannot be shown: %1. Save a copy to look at it.").arg(reader.errorString()));
    auto* label = new QLabel;
    label->setAlignment(Qt::AlignCenter);
    label->setAccessibleName(tr("Picture, %1 × %2 points").arg(image.width()).arg(image.height()));
    const QSize room(800, 600); // larger ones are shown smaller; the copy has every point
    QPixmap pixmap = QPixmap::fromImage(
        image.width() > 2 * room.width() || image.height() > 2 * room.height()
            ? image.scaled(2 * room.width(), 2 * room.height(), Qt::KeepAspectRatio, Qt::SmoothTransformation)
            : image);
    if (pixmap.width() > room.width())
        pixmap.setDevicePixelRatio(static_cast<qreal>(pixmap.width()) / room.width());
    label->setPixmap(pixmap);
    auto* area = new QScrollArea;
    area->setWidget(label);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Picture"));
    return area;
}

QWidget* ExhibitView::page() {
    if (bytes_.size() > mostPage)
        return text();
    auto* browser = new SealedPage;
    browser->setFrameShape(QFrame::NoFrame);
    browser->setAccessibleName(tr("Saved page"));
    browser->setFont(articleFont(11));
    browser->setHtml(QString::fromUtf8(view(bytes_)));
    return browser;
}

QWidget* ExhibitView::text() {
    auto* field = new QPlainTextEdit;
    field->setReadOnly(true);
    field->setFrameShape(QFrame::NoFrame);
    field->setAccessibleName(tr("Text of the file"));
    field->setFont(articleFont(11));
    const bool cut = bytes_.size() > mostText;
    QString shown = QString::fromUtf8(view(bytes_).left(static_cast<qsizetype>(mostText)));
    if (cut)
        shown += u'\n' + tr("[Only the first %1 are shown. Save a copy to see the rest.]").arg(sizeWords(mostText));
    field->setPlainText(shown);
    return field;
}

QWidget* ExhibitView::pdf() {
    document_ = std::make_unique<Document>();
    document_->bytes = view(bytes_);
    document_->pdf = Poppler::Document::loadFromData(document_->bytes);
    if (!document_->pdf)
        return said(tr("The PDF cannot be read: it is damaged. Save a copy to look at it with another program."));
    if (document_->pdf->isLocked())
        return said(tr("The PDF asks for a password. Save a copy and open it with a program that asks for it."));
    document_->pdf->setRenderHint(Poppler::Document::Antialiasing);
    document_->pdf->setRenderHint(Poppler::Document::TextAntialiasing);
    auto* box = new QWidget;
    sheet_ = new QLabel;
    sheet_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* area = new QScrollArea;
    area->setWidget(sheet_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Pages"));
    back_ = new QPushButton(tr("Previous page"));
    on_ = new QPushButton(tr("Next page"));
    for (QPushButton* button : {back_, on_}) {
        button->setAccessibleName(button->text());
        button->setProperty("quiet", true);
        button->setAutoDefault(false);
    }
    back_->setShortcut(QKeySequence(Qt::Key_PageUp));
    on_->setShortcut(QKeySequence(Qt::Key_PageDown));
    connect(back_, &QPushButton::clicked, this, [this] { turnTo(document_->page - 1); });
    connect(on_, &QPushButton::clicked, this, [this] { turnTo(document_->page + 1); });
    pageWords_ = words({});
    pageWords_->setWordWrap(false);
    pageWords_->setObjectName(QStringLiteral("Page"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 6, 8, 6);
    row->addWidget(back_);
    row->addStretch();
    row->addWidget(pageWords_);
    row->addStretch();
    row->addWidget(on_);
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(area, 1);
    all->addLayout(row);
    turnTo(0);
    return box;
}

void ExhibitView::turnTo(int pageNumber) {
    const int pages = document_->pdf->numPages();
    document_->page = std::clamp(pageNumber, 0, std::max(0, pages - 1));
    const std::unique_ptr<Poppler::Page> page = document_->pdf->page(document_->page);
    const qreal ratio = devicePixelRatioF();
    QImage image;
    if (page && page->pageSizeF().width() > 0) {
        // As wide as the window has room for; a page of any printed size comes out readable.
        const double dotsAnInch = std::clamp(72.0 * 780 / page->pageSizeF().width(), 10.0, 200.0) * ratio;
        const QSizeF dots = page->pageSizeF() * dotsAnInch / 72;
        if (dots.width() * dots.height() < mostPixels)
            image = page->renderToImage(dotsAnInch, dotsAnInch);
    }
    if (image.isNull()) {
        sheet_->setText(tr("This page cannot be drawn. Save a copy to look at it with another program."));
    } else {
        image.setDevicePixelRatio(ratio);
        sheet_->setPixmap(QPixmap::fromImage(image));
    }
    sheet_->setAccessibleName(page ? page->text(QRectF()).simplified().left(2000) : QString());
    pageWords_->setText(tr("Page %1 of %2").arg(document_->page + 1).arg(pages));
    back_->setEnabled(document_->page > 0);
    on_->setEnabled(document_->page + 1 < pages);
}

QWidget* ExhibitView::other() {
    return said(tr("This kind of file is not shown here. Save a copy to look at it with a program of your choice, and "
                   "remember that it may come from anybody."));
}

void ExhibitView::saveCopy() {
    auto* dialog = new QFileDialog(this, tr("Save a copy"), Settings::lastFolder(QStringLiteral("evidence")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(ui::text(evidence_.fileName)).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) &&
            file.write(bytes_.data(), static_cast<qint64>(bytes_.size())) == static_cast<qint64>(bytes_.size()) &&
            file.commit()) {
            Settings::setLastFolder(QStringLiteral("evidence"), QFileInfo(path).absolutePath());
            emit saved(path);
        } else {
            emit failed(
                tr("The copy could not be written to %1: %2. Choose another folder.").arg(path, file.errorString()));
        }
    });
    dialog->open();
}

} // namespace countercheck::ui
