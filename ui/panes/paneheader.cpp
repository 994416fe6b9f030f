// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/paneheader.h"
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/panes/lineageindex.h"
#include "ui/panes/versionplace.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace countercheck::ui {

namespace {

QString say(const char* words) {
    return QCoreApplication::translate("PaneHeader", words);
}

/// "13 Jan 2026" or "13 Jan 2026 08:15" from ISO 8601; what cannot be read is shown as it is.
QString shownDate(const std::string& iso, bool withTime) {
    const QString text = QString::fromStdString(iso);
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid())
        return text;
    QString shown = QLocale().toString(date, QStringLiteral("d MMM yyyy"));
    if (withTime && text.size() >= 16)
        shown = QLocale().toString(date, QStringLiteral("d MMM")) + u' ' + text.mid(11, 5);
    return shown;
}

} // namespace

QString lineagePill(const dossier::Dossier& dossier, std::size_t article) {
    const compare::Comparison& comparison = dossier.comparison;
    const compare::Lineage* best = nullptr;
    bool source = false;
    const auto rank = [](const compare::Lineage& lineage) { return static_cast<int>(lineage.kind); };
    for (const std::uint32_t at : lineagesOf(comparison, article)) {
        const compare::Lineage& lineage = comparison.lineage.get()[at];
        if (lineage.kind == compare::LineageKind::Derived && lineage.a == article) {
            source = true;
            continue;
        }
        if (!best || rank(lineage) < rank(*best) ||
            (rank(lineage) == rank(*best) && lineage.similarity > best->similarity))
            best = &lineage;
    }
    if (best && !(source && best->kind == compare::LineageKind::SharedSource)) {
        const QString other = articleLetter(best->a == article ? best->b : best->a);
        switch (best->kind) {
        case compare::LineageKind::SameText:
            return say(QT_TRANSLATE_NOOP("PaneHeader", "same text as %1")).arg(other);
        case compare::LineageKind::Derived:
            if (best->similarity <= 0) // nothing was measured: a person says so
                return say(QT_TRANSLATE_NOOP("PaneHeader", "derived from %1 ✎")).arg(other);
            return say(QT_TRANSLATE_NOOP("PaneHeader", "derived from %1 · %2 %"))
                .arg(other)
                .arg(std::lround(best->similarity * 100));
        case compare::LineageKind::SharedSource:
            return say(QT_TRANSLATE_NOOP("PaneHeader", "shares a source with %1")).arg(other);
        }
    }
    if (source)
        return say(QT_TRANSLATE_NOOP("PaneHeader", "original"));
    if (comparison.origin.size() == dossier.articles.size() && dossier.articles.size() > 1) {
        if (articlesOfOrigin(comparison, article) == 1)
            return say(QT_TRANSLATE_NOOP("PaneHeader", "independent"));
    }
    return {};
}

bool restsOnAnother(const compare::Comparison& comparison, std::size_t article) {
    const auto found = lineagesOf(comparison, article);
    return std::any_of(found.begin(), found.end(), [&](std::uint32_t at) {
        const compare::Lineage& lineage = comparison.lineage.get()[at];
        return lineage.b == article && (lineage.kind != compare::LineageKind::SharedSource);
    });
}

QStringList headerFacts(const dossier::Dossier& dossier, std::size_t index, const ArticleView* view) {
    const dossier::Article& article = dossier.articles[index];
    QStringList facts;
    if (!article.info.published.empty())
        facts += shownDate(article.info.published, false);
    else
        facts += say(QT_TRANSLATE_NOOP("PaneHeader", "no date"));
    if (const VersionPlace version = versionPlace(dossier, index); version.of > 1)
        facts += say(QT_TRANSLATE_NOOP("PaneHeader", "version %1 of %2")).arg(version.number).arg(version.of);
    if (restsOnAnother(dossier.comparison, index))
        facts += say(QT_TRANSLATE_NOOP("PaneHeader", "not an independent source"));
    if (view && view->repairedCharacters() > 0)
        facts += view->repairedCharacters() == 1
                     ? say(QT_TRANSLATE_NOOP("PaneHeader", "1 character repaired"))
                     : say(QT_TRANSLATE_NOOP("PaneHeader", "%1 characters repaired")).arg(view->repairedCharacters());
    if (view && view->droppedMarkup() > 0)
        facts += view->droppedMarkup() == 1
                     ? say(QT_TRANSLATE_NOOP("PaneHeader", "1 stray tag dropped"))
                     : say(QT_TRANSLATE_NOOP("PaneHeader", "%1 stray tags dropped")).arg(view->droppedMarkup());
    if (!article.capturedAt.empty())
        facts += say(QT_TRANSLATE_NOOP("PaneHeader", "captured %1")).arg(shownDate(article.capturedAt, true));
    if (!article.id.sha256.empty())
        facts += QStringLiteral("sha256 %1…").arg(QString::fromStdString(article.id.sha256.substr(0, 4)));
    return facts;
}

// --- ElidedText ---

ElidedText::ElidedText(int lines, QWidget* parent) : QWidget(parent), lines_(lines) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ElidedText::setText(const QString& text) {
    if (text_ == text)
        return;
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedText::setLook(const QFont& font, bool quiet) {
    font_ = font;
    quiet_ = quiet;
    updateGeometry();
    update();
}

void ElidedText::setMostLines(int lines) {
    lines_ = lines;
    updateGeometry();
}

int ElidedText::layOut(int width, QPainter* painter) const {
    const QFontMetricsF metrics(font_);
    const qreal advance = std::ceil(metrics.height());
    QTextLayout layout(text_, font_);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int count = 0;
    cut_ = false;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool lastAllowed = count + 1 == lines_;
        const bool rest = line.textStart() + line.textLength() < text_.size();
        const QPointF at(0, count * advance);
        ++count;
        if (lastAllowed && rest) {
            cut_ = true;
            if (painter) {
                const QString words = metrics.elidedText(text_.mid(line.textStart()), Qt::ElideRight, width);
                painter->drawText(QRectF(at, QSizeF(width, advance)), Qt::AlignVCenter | Qt::AlignLeading, words);
            }
            break;
        }
        if (painter)
            line.draw(painter, at);
    }
    layout.endLayout();
    return static_cast<int>(std::max(1, count) * advance);
}

int ElidedText::heightForWidth(int width) const {
    return layOut(std::max(20, width), nullptr);
}

QSize ElidedText::sizeHint() const {
    const QFontMetricsF metrics(font_);
    return {static_cast<int>(std::ceil(metrics.horizontalAdvance(text_))) + 2,
            static_cast<int>(std::ceil(metrics.height()))};
}

QSize ElidedText::minimumSizeHint() const {
    return {40, static_cast<int>(std::ceil(QFontMetricsF(font_).height()))};
}

void ElidedText::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font_);
    painter.setPen(quiet_ ? Theme::current().quiet : Theme::current().text);
    if (lines_ == 1)
        painter.translate(0, std::floor((height() - QFontMetricsF(font_).height()) / 2));
    layOut(width(), &painter);
}

// --- PaneHeader ---

PaneHeader::PaneHeader(QWidget* parent)
    : QWidget(parent), title_(new ElidedText(1, this)), pill_(new QLabel(this)), reference_(new QLabel(this)),
      facts_(new ElidedText(2, this)), more_(new QToolButton(this)), menu_(new QMenu(this)) {
    title_->setLook(interfaceFont(10, QFont::Bold), false);
    title_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    facts_->setLook(interfaceFont(8), true);
    for (QLabel* label : {pill_, reference_}) {
        label->setProperty("role", QStringLiteral("pill"));
        label->setFont(interfaceFont(7.5));
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    reference_->setText(tr("★ reference"));
    reference_->setToolTip(tr("The other articles are read against this one"));
    more_->setText(QStringLiteral("⋯"));
    more_->setProperty("quiet", true);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setFocusPolicy(Qt::TabFocus);
    more_->setMenu(menu_);
    more_->setToolTip(tr("Hide, move, make reference, edit details, remove"));

    row_ = new QHBoxLayout;
    row_->setSpacing(7);
    row_->addWidget(title_, 1);
    row_->addWidget(reference_);
    row_->addWidget(pill_);
    row_->addStretch(0);
    row_->addWidget(more_);
    pills_ = new QHBoxLayout;
    pills_->setSpacing(7);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(indent_, 7, 8, 8);
    column->setSpacing(0);
    column->addLayout(row_);
    column->addLayout(pills_);
    column->addWidget(facts_);
    column->addStretch(1);

    menu_->addAction(tr("&Hide"), this, &PaneHeader::hideRequested);
    menu_->addSeparator();
    left_ = menu_->addAction(tr("Move &left"), this, [this] { emit moveRequested(-1); });
    right_ = menu_->addAction(tr("Move &right"), this, [this] { emit moveRequested(1); });
    makeReference_ = menu_->addAction(tr("Make re&ference"), this, [this] { emit referenceRequested(!isReference_); });
    menu_->addSeparator();
    menu_->addAction(tr("&Edit details…"), this, &PaneHeader::editRequested);
    changes_ = menu_->addAction(tr("&What changed…"), this, &PaneHeader::changesRequested);
    menu_->addAction(tr("Remo&ve from case"), this, &PaneHeader::removeRequested);
    left_->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left));
    right_->setShortcut(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right));
    for (QAction* action : {left_, right_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
    setCursor(Qt::OpenHandCursor);
    more_->setCursor(Qt::ArrowCursor);
}

void PaneHeader::setArticle(const dossier::Dossier& dossier, std::size_t index, const ArticleView* view) {
    const dossier::Article& article = dossier.articles[index];
    const QString letter = articleLetter(index);
    title_->setText(QStringLiteral("%1 · %2").arg(letter, articleName(article)));
    QString pill = lineagePill(dossier, index);
    pill_->setText(pill);
    pill_->setVisible(!pill.isEmpty());
    isReference_ = dossier.reference == article.id;
    reference_->setVisible(isReference_);
    makeReference_->setText(isReference_ ? tr("No longer re&ference") : tr("Make re&ference"));
    changes_->setVisible(versionPlace(dossier, index).of > 1);
    const QStringList facts = headerFacts(dossier, index, view);
    facts_->setText(facts.join(QStringLiteral(" · ")));
    more_->setAccessibleName(tr("Article %1: more").arg(letter));
    setAccessibleName(tr("Head of article %1").arg(letter));

    QStringList tip;
    const auto line = [&](const QString& name, const std::string& value) {
        if (!value.empty())
            tip += QStringLiteral("%1: %2").arg(name, QString::fromStdString(value).toHtmlEscaped());
    };
    tip += QStringLiteral("<b>%1</b>").arg(title_->text().toHtmlEscaped());
    line(tr("Title"), article.info.title);
    line(tr("Published"), article.info.published);
    line(tr("URL"), article.info.url);
    line(tr("File"), article.fileName);
    line(tr("Captured"), article.capturedAt);
    line(tr("Encoding"), article.encoding);
    line(QStringLiteral("SHA-256"), article.id.sha256);
    for (const std::uint32_t at : lineagesOf(dossier.comparison, index))
        tip += explanation(dossier.comparison.lineage.get()[at].explanation).toHtmlEscaped();
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(tip.join(QStringLiteral("<br>"))));
    placePills();
    update();
}

void PaneHeader::setPlace(bool first, bool last) {
    left_->setEnabled(!first);
    right_->setEnabled(!last);
}

void PaneHeader::setIndent(int left) {
    if (indent_ == left)
        return;
    indent_ = left;
    layout()->setContentsMargins(indent_, 7, 8, 8);
    placePills();
}

int PaneHeader::wantedHeight(int width) const {
    const int row = std::max({title_->sizeHint().height(), pill_->sizeHint().height(), more_->sizeHint().height()});
    const int second = pillsBelow(width) ? pill_->sizeHint().height() + 2 : 0;
    return 7 + row + second + facts_->heightForWidth(width - indent_ - 8) + 8;
}

bool PaneHeader::pillsBelow(int width) const {
    int wanted = indent_ + 8 + title_->sizeHint().width() + 7 + more_->sizeHint().width();
    bool any = false;
    for (const QLabel* label : {reference_, pill_}) {
        if (label->isHidden())
            continue;
        wanted += 7 + label->sizeHint().width();
        any = true;
    }
    return any && wanted > width;
}

void PaneHeader::placePills() {
    const bool below = pillsBelow(width());
    if (below == below_)
        return;
    below_ = below;
    for (QLabel* label : {reference_, pill_})
        (below ? row_ : pills_)->removeWidget(label);
    if (below) {
        pills_->addWidget(reference_);
        pills_->addWidget(pill_);
        pills_->addStretch(1);
        pills_->setContentsMargins(0, 0, 0, 2);
    } else {
        delete pills_->takeAt(0); // the stretch
        pills_->setContentsMargins(0, 0, 0, 0);
        row_->insertWidget(1, reference_);
        row_->insertWidget(2, pill_);
    }
}

void PaneHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placePills();
}

QString PaneHeader::title() const {
    return title_->text();
}
QString PaneHeader::pill() const {
    return pill_->text();
}
QString PaneHeader::facts() const {
    return facts_->text();
}

void PaneHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().surface);
    painter.fillRect(0, height() - 1, width(), 1, Theme::current().line);
    if (isReference_)
        painter.fillRect(0, 0, width(), 2, Theme::current().accent);
}

void PaneHeader::mousePressEvent(QMouseEvent* event) {
    pressedAt_ = event->button() == Qt::LeftButton ? event->position().toPoint() : QPoint(-1, -1);
}

void PaneHeader::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || pressedAt_.x() < 0)
        return;
    if ((event->position().toPoint() - pressedAt_).manhattanLength() < QApplication::startDragDistance())
        return;
    pressedAt_ = {-1, -1};
    emit dragStarted();
}

void PaneHeader::contextMenuEvent(QContextMenuEvent* event) {
    menu_->popup(event->globalPos());
}

void PaneHeader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace countercheck::ui
