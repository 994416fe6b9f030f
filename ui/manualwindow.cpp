// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manualwindow.h"

#include "ui/basics/theme.h"
#include "ui/workbench/settings.h"

#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {

constexpr int pageRole = Qt::UserRole, placeRole = Qt::UserRole + 1;
constexpr int hitsPerPage = 6;
constexpr int padding = 30;

QString folder(bool french) {
    return french ? QStringLiteral(":/manual/fr") : QStringLiteral(":/manual/en");
}

QString titleOf(const QString& html) {
    const auto from = html.indexOf(QStringLiteral("<title>")) + 7;
    const auto to = html.indexOf(QStringLiteral("</title>"), from);
    QTextDocument plain;
    plain.setHtml(html.mid(from, to - from)); // character references
    return plain.toPlainText();
}

/// What a reader in the program's own look needs of a style sheet.
QString readerStyle() {
    const Theme& theme = Theme::current();
    return QStringLiteral("h1 { font-size: x-large; font-weight: 600; } h2 { font-size: large; font-weight: 600; }"
                          "p, li { line-height: 122%; } th, td { padding: 4px 20px 4px 0; } th { text-align: left; }"
                          "a { color: %1; text-decoration: none; } .caption { color: %2; font-size: small; }"
                          "kbd, code { font-family: monospace; color: %3; }")
        .arg(theme.accent.name(), theme.quiet.name(), theme.text.name());
}

/// The heading above a place in a page.
QString headingOf(QTextBlock block) {
    for (; block.isValid(); block = block.previous())
        if (block.blockFormat().headingLevel() > 0)
            return block.text();
    return {};
}

/// Some words around a hit.
QString around(const QTextCursor& hit) {
    const QString text = hit.block().text();
    const auto at = hit.selectionStart() - hit.block().position();
    auto from = std::max<qsizetype>(0, at - 24);
    while (from > 0 && !text[from - 1].isSpace())
        --from;
    auto to = std::min<qsizetype>(text.size(), at + 44);
    while (to < text.size() && !text[to].isSpace())
        ++to;
    return (from > 0 ? QStringLiteral("… ") : QString()) + text.mid(from, to - from).trimmed() +
           (to < text.size() ? QStringLiteral(" …") : QString());
}

} // namespace

QList<ManualPage> manualPages(bool french) {
    QList<ManualPage> pages;
    const QStringList files = QDir(folder(false)).entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        QFile page(folder(french) + u'/' + file);
        if (!page.exists())
            page.setFileName(folder(false) + u'/' + file);
        if (!page.open(QIODevice::ReadOnly))
            continue; // a resource of the program: cannot be
        const QString html = QString::fromUtf8(page.readAll());
        pages << ManualPage{page.fileName().mid(1), titleOf(html), html};
    }
    return pages;
}

ManualBrowser::ManualBrowser(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setFont(articleFont(11.5));
    setStyleSheet(QStringLiteral("QTextBrowser { border: none; padding: 12px %1px; }").arg(padding));
    document()->setDefaultStyleSheet(readerStyle());
}

QVariant ManualBrowser::loadResource(int type, const QUrl& url) {
    const QUrl whole = source().isEmpty() ? url : source().resolved(url);
    if (whole.scheme() != QStringLiteral("qrc") || !whole.path().startsWith(QStringLiteral("/manual/")) ||
        type == QTextDocument::StyleSheetResource) // its style sheet is for browsers
        return {};
    QFile file(u':' + whole.path());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    if (type != QTextDocument::ImageResource)
        return bytes;
    QImage picture = QImage::fromData(bytes);
    pictureWidth_ = viewport()->width() - 16;
    const qreal sharp = devicePixelRatioF();
    if (picture.width() > pictureWidth_ * sharp && pictureWidth_ > 100)
        picture = picture.scaledToWidth(static_cast<int>(pictureWidth_ * sharp), Qt::SmoothTransformation);
    QPainter frame(&picture);
    frame.setPen(QPen(Theme::current().line, sharp));
    frame.drawRect(QRectF(picture.rect()).adjusted(0, 0, -1, -1));
    frame.end();
    if (picture.width() >= pictureWidth_ * sharp)
        picture.setDevicePixelRatio(sharp);
    return picture;
}

void ManualBrowser::doSetSource(const QUrl& url, QTextDocument::ResourceType type) {
    const QUrl whole = source().isEmpty() ? url : source().resolved(url);
    if (whole.scheme() == QStringLiteral("qrc") && QFile::exists(u':' + whole.path()))
        QTextBrowser::doSetSource(whole, type); // history and contents know whole addresses alone
}

void ManualBrowser::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    if (pictureWidth_ == 0 || std::abs(pictureWidth_ - (viewport()->width() - 16)) < 24)
        return;
    const int at = verticalScrollBar()->value(); // pictures fit the page again
    pictureWidth_ = 0;
    reload();
    verticalScrollBar()->setValue(at);
}

ManualWindow::ManualWindow(QWidget* parent) : QDialog(parent) {
    const bool french = spokenLanguage(Settings::language(), QLocale::system().uiLanguages()) == Language::French;
    setWindowTitle(tr("Manual"));
    setAccessibleName(tr("Manual"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setModal(false);
    resize(1060, 760);

    pages_ = manualPages(french);
    find_ = new QLineEdit;
    find_->setPlaceholderText(tr("Search the manual"));
    find_->setAccessibleName(tr("Search the manual"));
    find_->setClearButtonEnabled(true);
    list_ = new QListWidget;
    list_->setAccessibleName(tr("Contents of the manual"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setWordWrap(true);
    list_->setSpacing(2);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page_ = new ManualBrowser;
    page_->setAccessibleName(tr("Page of the manual"));

    const auto arrow = [this](const QString& sign, const QString& name, const QKeySequence& keys) {
        auto* button = new QToolButton;
        button->setText(sign);
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        button->setShortcut(keys);
        button->setEnabled(false);
        button->setAutoRaise(true);
        return button;
    };
    back_ = arrow(QStringLiteral("←"), tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
    forward_ = arrow(QStringLiteral("→"), tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right));

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(back_);
    row->addWidget(forward_);
    row->addWidget(find_, 1);
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addLayout(row);
    column->addWidget(list_, 1);
    auto* both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(left);
    both->addWidget(page_);
    both->setStretchFactor(1, 1);
    both->setSizes({290, 770});
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(both);

    connect(back_, &QToolButton::clicked, page_, &QTextBrowser::backward);
    connect(forward_, &QToolButton::clicked, page_, &QTextBrowser::forward);
    connect(page_, &QTextBrowser::backwardAvailable, back_, &QToolButton::setEnabled);
    connect(page_, &QTextBrowser::forwardAvailable, forward_, &QToolButton::setEnabled);
    connect(page_, &QTextBrowser::sourceChanged, this, &ManualWindow::pageChanged);
    connect(list_, &QListWidget::currentRowChanged, this, &ManualWindow::openRow);
    connect(find_, &QLineEdit::textChanged, this, &ManualWindow::search);
    // Return walks the hits; what is found stays in view.
    connect(find_, &QLineEdit::returnPressed, this,
            [this] { list_->setCurrentRow(list_->count() ? (list_->currentRow() + 1) % list_->count() : -1); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        find_->setFocus(Qt::ShortcutFocusReason);
        find_->selectAll();
    });

    showContents();
    list_->setCurrentRow(0);
    list_->setFocus();
}

ManualWindow::~ManualWindow() = default;

void ManualWindow::open(const QString& page) {
    const QString file = page.section(u'#', 0, 0);
    for (const ManualPage& one : pages_)
        if (one.file.endsWith(u'/' + file)) {
            QUrl url(QStringLiteral("qrc:") + one.file);
            url.setFragment(page.section(u'#', 1));
            page_->setSource(url);
        }
}

void ManualWindow::showContents() {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (qsizetype i = 0; i < pages_.size(); ++i) {
        auto* item = new QListWidgetItem(pages_[i].title, list_);
        item->setData(pageRole, static_cast<int>(i));
        item->setData(placeRole, -1);
        if (page_->source().path() == pages_[i].file)
            list_->setCurrentItem(item);
    }
}

void ManualWindow::search(const QString& words) {
    const QString needle = words.trimmed();
    if (needle.isEmpty()) {
        showContents();
        showHits();
        return;
    }
    while (texts_.size() < static_cast<std::size_t>(pages_.size())) {
        auto text = std::make_unique<QTextDocument>();
        text->setHtml(pages_[static_cast<qsizetype>(texts_.size())].html);
        texts_.push_back(std::move(text));
    }
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            QTextCursor hit(texts_[i].get());
            for (int n = 0; n < hitsPerPage; ++n) {
                hit = texts_[i]->find(needle, hit);
                if (hit.isNull())
                    break;
                const QString heading = headingOf(hit.block());
                auto* item = new QListWidgetItem(heading + u'\n' + around(hit), list_);
                item->setData(pageRole, static_cast<int>(i));
                item->setData(placeRole, hit.selectionStart());
            }
        }
        if (list_->count() == 0) {
            auto* none = new QListWidgetItem(tr("Nothing in the manual says “%1”.").arg(needle), list_);
            none->setFlags(Qt::NoItemFlags);
            none->setData(pageRole, -1);
        }
    }
    list_->setCurrentRow(0);
    openRow(0);
}

void ManualWindow::openRow(int row) {
    const auto* item = list_->item(row);
    const int page = item ? item->data(pageRole).toInt() : -1;
    if (page < 0) {
        showHits();
        return;
    }
    const QUrl url(QStringLiteral("qrc:") + pages_[page].file);
    if (page_->source() != url)
        page_->setSource(url);
    showHits(item->data(placeRole).toInt());
}

void ManualWindow::showHits(int position) {
    QList<QTextEdit::ExtraSelection> all;
    const QString needle = find_->text().trimmed();
    if (!needle.isEmpty()) {
        const Theme& theme = Theme::current();
        for (QTextCursor hit(page_->document()); !(hit = page_->document()->find(needle, hit)).isNull();) {
            QTextEdit::ExtraSelection one;
            one.cursor = hit;
            const bool here = hit.selectionStart() == position;
            one.format.setBackground(here ? theme.accent : theme.discrepancy.underlay);
            if (here)
                one.format.setForeground(theme.onAccent);
            all << one;
        }
    }
    page_->setExtraSelections(all);
    if (position >= 0) {
        QTextCursor there(page_->document());
        there.setPosition(std::min(position, page_->document()->characterCount() - 1));
        page_->setTextCursor(there);
        page_->ensureCursorVisible();
    }
}

void ManualWindow::pageChanged(const QUrl& url) {
    for (const ManualPage& page : pages_)
        if (url.path() == page.file)
            setWindowTitle(tr("%1 — Manual").arg(page.title));
    if (find_->text().trimmed().isEmpty()) {
        const QSignalBlocker quiet(list_);
        for (int row = 0; row < list_->count(); ++row)
            if (pages_[list_->item(row)->data(pageRole).toInt()].file == url.path())
                list_->setCurrentRow(row);
    }
}

void ManualWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !find_->text().isEmpty()) {
        find_->clear(); // first the search, then the window
        return;
    }
    if (event->key() == Qt::Key_Down && find_->hasFocus()) {
        list_->setFocus();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return; // a dialog's default button: there is none
    QDialog::keyPressEvent(event);
}

} // namespace countercheck::ui
