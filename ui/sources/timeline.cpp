// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/timeline.h"

#include "ui/basics/drawing.h"
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace countercheck::ui {

namespace {

constexpr int nameWidth = 150, laneHeight = 24, rowGap = 10, axisHeight = 34, margin = 16;
constexpr std::size_t mostSpoken = 200; ///< sentences: nobody listens to more
constexpr std::int64_t day = 86400;
/// Dates farther from the middle one than that are counted, not drawn: one old date would squeeze all others.
constexpr std::int64_t farthest = 400 * day;

} // namespace

Timeline::Timeline(QWidget* parent) : QWidget(parent) {
    callChart(this); // before it is named: naming asks what it is
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QString Timeline::dayWords(std::int64_t seconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date(), QStringLiteral("d MMM yyyy"));
}

void Timeline::setSnapshot(const dossier::Snapshot& snapshot) {
    bars_.clear();
    left_ = 0;
    const dossier::Dossier& dossier = *snapshot;
    snapshot_ = snapshot;
    const std::size_t articles = dossier.articles.size();
    for (const auto& question : dossier.comparison.questions)
        for (const auto& claim : question.claims) {
            if (!claim.time || claim.article >= articles || read::ofNoDay(*claim.time) ||
                (claim.time->openFrom && claim.time->openTo))
                continue;
            Bar bar;
            bar.article = claim.article;
            bar.key = question.key;
            bar.words = text(claim.quote);
            bar.title = questionTitle(question);
            bar.from = claim.time->openFrom ? claim.time->to : claim.time->from;
            bar.to = std::max(claim.time->openTo ? claim.time->from : claim.time->to, bar.from);
            bar.status = question.status();
            bars_.push_back(std::move(bar));
        }
    std::sort(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) {
        return std::tie(a.from, a.to, a.article) < std::tie(b.from, b.to, b.article);
    });
    if (!bars_.empty()) {
        const std::int64_t middle = bars_[bars_.size() / 2].from;
        const std::size_t all = bars_.size();
        std::erase_if(bars_,
                      [&](const Bar& bar) { return bar.from < middle - farthest || bar.to > middle + farthest; });
        left_ = all - bars_.size();
    }
    from_ = 0;
    to_ = day;
    if (!bars_.empty()) {
        from_ = bars_.front().from;
        to_ = from_ + day;
        for (const Bar& bar : bars_)
            to_ = std::max(to_, bar.to);
        const std::int64_t air = std::max<std::int64_t>(day / 4, (to_ - from_) / 20);
        from_ -= air;
        to_ += air;
    }
    QStringList sentences;
    for (std::size_t i = 0; i < bars_.size() && i < mostSpoken; ++i) {
        const Bar& bar = bars_[i];
        sentences << tr("%1: “%2” (%3), %4")
                         .arg(nameOf(bar.article), bar.words,
                              bar.to - bar.from <= day ? dayWords(bar.from)
                                                       : tr("%1 to %2").arg(dayWords(bar.from), dayWords(bar.to - 1)),
                              bar.title);
    }
    if (bars_.size() > mostSpoken)
        sentences << tr("And %1 more.").arg(bars_.size() - mostSpoken);
    spoken_ = sentences.join(u'\n');
    setAccessibleDescription(spoken_);
    layLanes();
}

QString Timeline::nameOf(std::uint32_t article) const {
    return articleLetter(article) + QStringLiteral(" · ") + shortName(snapshot_->articles.get()[article]);
}

/// Each bar into the first lane of its article in which neither bars nor words are in the way.
void Timeline::layLanes() {
    const std::size_t articles = snapshot_ ? snapshot_->articles.size() : 0;
    tops_.assign(articles + 1, margin); // nobody is higher than another while lanes are looked for
    std::vector<int> lanes(articles, 1);
    std::vector<std::vector<std::pair<int, QRectF>>> taken(articles); // lane and place, by article
    for (Bar& bar : bars_) {
        bar.lane = 0;
        const QRectF rect = (rectOf(bar) | wordsOf(bar)).adjusted(-4, 0, 4, 0);
        auto& before = taken[bar.article];
        const auto inTheWay = [&](const auto& other) {
            return other.first == bar.lane && other.second.left() < rect.right() - 4 &&
                   rect.left() + 4 < other.second.right();
        };
        while (std::any_of(before.begin(), before.end(), inTheWay))
            ++bar.lane;
        before.emplace_back(bar.lane, rect);
        lanes[bar.article] = std::max(lanes[bar.article], bar.lane + 1);
    }
    for (std::size_t i = 0; i < articles; ++i)
        tops_[i + 1] = tops_[i] + lanes[i] * laneHeight + rowGap;
    setMinimumHeight(sizeHint().height());
    updateGeometry();
    update();
}

void Timeline::setSelection(const std::optional<dossier::QuestionKey>& key) {
    selected_ = key ? key->value : std::string();
    update();
}

QSize Timeline::sizeHint() const {
    return {640, (tops_.empty() ? margin : tops_.back()) + axisHeight + margin};
}

int Timeline::rowTop(std::uint32_t article) const {
    return article < tops_.size() ? tops_[article] : margin;
}

qreal Timeline::xOf(std::int64_t seconds) const {
    const qreal room = std::max(200, width() - nameWidth - 2 * margin);
    return nameWidth + margin + room * static_cast<qreal>(seconds - from_) / static_cast<qreal>(to_ - from_);
}

QRectF Timeline::rectOf(const Bar& bar) const {
    const qreal left = xOf(bar.from);
    return {left, rowTop(bar.article) + bar.lane * laneHeight + 3.0, std::max(10.0, xOf(bar.to) - left),
            laneHeight - 6.0};
}

QRectF Timeline::wordsOf(const Bar& bar) const {
    constexpr qreal readable = 60;
    const QRectF rect = rectOf(bar);
    const qreal width = QFontMetricsF(interfaceFont(8.5)).horizontalAdvance(statusSign(bar.status) + u' ' + bar.words);
    if (rect.width() >= std::min(readable, width + 10))
        return rect.adjusted(5, 0, -3, 0);
    const bool fits = rect.right() + width + 8 <= this->width() - margin / 2.0;
    return {fits ? rect.right() + 4 : rect.left() - width - 6, rect.top(), width + 2, rect.height()};
}

void Timeline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layLanes();
}

void Timeline::paintEvent(QPaintEvent* event) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.surface);
    painter.setFont(interfaceFont(8.5));
    const QFontMetricsF metrics(painter.font());
    if (bars_.empty()) {
        painter.setPen(theme.quiet);
        painter.drawText(rect(), Qt::AlignCenter, tr("No question of this case asks for a date."));
        return;
    }
    // The axis: days, or as many of them as leave room for their words.
    const int bottom = tops_.empty() ? margin : tops_.back();
    std::int64_t step = day;
    for (const std::int64_t days : {1, 2, 7, 14, 30, 60, 90, 180, 365}) {
        step = days * day;
        if (xOf(from_ + step) - xOf(from_) >= metrics.horizontalAdvance(QStringLiteral("00 sept. 0000")) + 14)
            break;
    }
    for (std::int64_t tick = (from_ / step) * step; tick <= to_; tick += step) {
        if (tick < from_)
            continue;
        const qreal x = xOf(tick);
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, margin - 6), QPointF(x, bottom));
        painter.setPen(theme.quiet);
        painter.drawText(QRectF(x - 60, bottom + 4, 120, 18), Qt::AlignCenter, dayWords(tick));
    }
    const int seenTop = event->rect().top(), seenBottom = event->rect().bottom();
    const auto firstSeen = std::upper_bound(tops_.begin(), tops_.end(), seenTop) - tops_.begin();
    for (auto i = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, firstSeen - 1));
         i + 1 < tops_.size() && tops_[i] <= seenBottom; ++i) {
        painter.setPen(theme.text);
        painter.drawText(QRectF(margin, rowTop(i), nameWidth - 8, laneHeight), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(nameOf(i), Qt::ElideRight, nameWidth - 8));
    }
    for (const Bar& bar : bars_) {
        if (rowTop(bar.article + 1) < seenTop || rowTop(bar.article) > seenBottom)
            continue;
        const QRectF rect = rectOf(bar);
        const Theme::Mark& mark = theme.mark(bar.status);
        painter.setBrush(mark.underlay);
        painter.setPen(QPen(bar.key == selected_ ? theme.accent : mark.ink, bar.key == selected_ ? 2.2 : 1.2,
                            bar.status ? statusPen(bar.status) : Qt::SolidLine));
        painter.drawRoundedRect(rect, 3, 3);
        const QRectF place = wordsOf(bar);
        painter.setPen(theme.text);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(statusSign(bar.status) + u' ' + bar.words, Qt::ElideRight, place.width()));
    }
    if (left_ > 0) {
        painter.setPen(theme.quiet);
        painter.drawText(QRectF(margin, bottom + 4, nameWidth, 18), Qt::AlignLeft | Qt::AlignVCenter,
                         counted(left_, tr("1 date far away"), tr("%1 dates far away")));
    }
}

int Timeline::barAt(QPointF at) const {
    for (std::size_t i = bars_.size(); i-- > 0;)
        if (rectOf(bars_[i]).contains(at))
            return static_cast<int>(i);
    return -1;
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    if (const int at = barAt(event->position()); at >= 0)
        emit questionChosen({bars_[static_cast<std::size_t>(at)].key});
}

void Timeline::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1
                     : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up  ? -1
                                                                                   : 0;
    if (step == 0 || bars_.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    int at = step > 0 ? -1 : static_cast<int>(bars_.size());
    for (std::size_t i = 0; i < bars_.size(); ++i)
        if (bars_[i].key == selected_) {
            at = static_cast<int>(i);
            if (step < 0)
                break;
        }
    at = std::clamp(at + step, 0, static_cast<int>(bars_.size()) - 1);
    emit questionChosen({bars_[static_cast<std::size_t>(at)].key});
}

bool Timeline::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int at = barAt(help->pos()); at >= 0) {
            const Bar& bar = bars_[static_cast<std::size_t>(at)];
            QToolTip::showText(
                help->globalPos(),
                QStringLiteral("“%1”\n%2 – %3\n%4")
                    .arg(bar.words, text(read::isoTime(bar.from)), text(read::isoTime(bar.to)), bar.title),
                this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace countercheck::ui
