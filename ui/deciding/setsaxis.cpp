// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/setsaxis.h"

#include "ui/basics/drawing.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace countercheck::ui {

namespace {
constexpr int rowHeight = 20, leastLabel = 84, axisHeight = 26;
constexpr std::size_t fewRows = 10, mostRows = 14;
constexpr double day = 86400;

QFont axisFont() {
    return interfaceFont(8);
}

QString timeTick(double at, double step) {
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(at), Qt::UTC);
    const char* format = step >= 365 * day ? "yyyy" : step >= 28 * day ? "MMM yyyy" : step >= day ? "d MMM" : "HH:mm";
    return QLocale().toString(moment, QLatin1String(format));
}
} // namespace

std::vector<double> roundTicks(double from, double to, int most) {
    std::vector<double> ticks;
    if (!(to > from) || most < 1 || !std::isfinite(from) || !std::isfinite(to))
        return ticks;
    double step = std::pow(10, std::floor(std::log10((to - from) / most)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if ((to - from) / (step * factor) <= most) {
            step *= factor;
            break;
        }
    }
    const double first = std::ceil(from / step - 1e-9);
    for (int i = 0; i <= most && (first + i) * step <= to + step * 1e-9; ++i)
        ticks.push_back((first + i) * step);
    return ticks;
}

SetsAxis::SetsAxis(QWidget* parent) : QWidget(parent) {
    callChart(this); // before it is named: naming asks what it is
    setAccessibleName(tr("On one line"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SetsAxis::setQuestion(const dossier::Dossier& dossier, const compare::Question* question) {
    rows_.clear();
    left_ = 0;
    ticks_.clear();
    unit_.clear();
    status_ = question ? question->status() : std::nullopt;
    QStringList spoken;
    if (question) {
        const bool figures = std::any_of(question->claims.begin(), question->claims.end(),
                                         [](const auto& claim) { return claim.set.has_value(); });
        time_ = !figures;
        std::optional<std::string> unit;
        std::set<QString> drawn;
        for (const auto& claim : question->claims) {
            Row row;
            if (figures) {
                if (!claim.set || (unit && claim.unit != *unit))
                    continue; // another unit has no place on this axis
                unit = claim.unit;
                if (claim.set->low)
                    row.low = claim.set->low->toDouble();
                if (claim.set->high)
                    row.high = claim.set->high->toDouble();
                row.lowInclusive = claim.set->lowInclusive;
                row.highInclusive = claim.set->highInclusive;
            } else {
                if (!claim.time)
                    continue;
                if (!claim.time->openFrom)
                    row.low = static_cast<double>(claim.time->from);
                if (!claim.time->openTo)
                    row.high = static_cast<double>(claim.time->to);
            }
            if (!row.low && !row.high)
                continue;
            row.label = claim.article < dossier.articles.size() ? articleLetter(claim.article) + QStringLiteral(" · ") +
                                                                      articleName(dossier.articles[claim.article])
                                                                : QString();
            row.words = text(claim.shown.empty() ? claim.quote : claim.shown);
            row.copy = isDerivedCopy(dossier.comparison, claim.article);
            const QString same = row.label + u'|' + QString::number(row.low.value_or(-1e300), 'g', 17) + u'|' +
                                 QString::number(row.high.value_or(1e300), 'g', 17);
            if (!drawn.insert(same).second)
                continue; // one article says the same twice
            rows_.push_back(std::move(row));
        }
        joinAlike();
        for (const Row& row : rows_)
            spoken << row.said();
        unit_ = unit ? text(*unit) : QString();
    }
    setAccessibleDescription(spoken.join(u'\n'));
    if (!rows_.empty()) {
        double low = 1e300, high = -1e300;
        bool openLow = false, openHigh = false;
        for (const Row& row : rows_) {
            for (const auto& end : {row.low, row.high})
                if (end) {
                    low = std::min(low, *end);
                    high = std::max(high, *end);
                }
            openLow |= !row.low;
            openHigh |= !row.high;
        }
        const double room = high > low ? (high - low) : time_ ? day : std::max(1.0, std::abs(high) * 0.2);
        from_ = low - room * (openLow ? 0.45 : 0.25);
        to_ = high + room * (openHigh ? 0.45 : 0.25);
        if (!time_ && low >= 0)
            from_ = std::max(0.0, from_);
        if (!time_ && low == 0)
            from_ = -room * 0.08;
        addTicks();
    }
    updateGeometry();
    update();
}

QString SetsAxis::Row::said() const {
    constexpr qsizetype most = 12;
    QString out = label;
    if (!others.isEmpty())
        out += QStringLiteral(", ") + others.mid(0, most).join(QStringLiteral(", "));
    if (others.size() > most)
        out += QStringLiteral(", ") + SetsAxis::tr("and %1 more").arg(others.size() - most);
    return out + QStringLiteral(": ") + words;
}

/// Dozens of rows with one value would leave no room for the one that differs.
void SetsAxis::joinAlike() {
    if (rows_.size() <= fewRows)
        return;
    std::vector<Row> joined;
    std::map<std::tuple<std::optional<double>, std::optional<double>, bool, bool>, std::size_t> at;
    for (Row& row : rows_) {
        const auto [place, fresh] =
            at.try_emplace({row.low, row.high, row.lowInclusive, row.highInclusive}, joined.size());
        if (fresh) {
            joined.push_back(std::move(row));
            continue;
        }
        Row& first = joined[place->second];
        if (first.copy && !row.copy) { // an original stands for all of them
            first.others << first.label;
            first.label = row.label;
            first.words = row.words;
            first.copy = false;
        } else {
            first.others << row.label;
        }
    }
    rows_ = std::move(joined);
    if (rows_.size() > mostRows) {
        left_ = rows_.size() - mostRows;
        rows_.resize(mostRows);
    }
}

double SetsAxis::labelWidth() const {
    return std::max<double>(leastLabel, std::floor((width() - 8) * 0.38));
}

void SetsAxis::addTicks() {
    if (!time_) {
        // What is counted in whole numbers has no halves.
        const auto isWhole = [](const std::optional<double>& end) { return !end || *end == std::floor(*end); };
        const bool whole = std::all_of(rows_.begin(), rows_.end(),
                                       [&](const Row& row) { return isWhole(row.low) && isWhole(row.high); });
        for (const double tick : roundTicks(from_, to_, 5)) {
            if (whole && tick != std::floor(tick))
                continue;
            QString label = std::abs(tick) >= 1e12  ? QLocale().toString(tick / 1e12) + tr(" tn")
                            : std::abs(tick) >= 1e9 ? QLocale().toString(tick / 1e9) + tr(" bn")
                            : std::abs(tick) >= 1e6 ? QLocale().toString(tick / 1e6) + tr(" m")
                                                    : QLocale().toString(tick, 'g', 6);
            ticks_.emplace_back(tick, label);
        }
        return;
    }
    // Steps that calendars know.
    static constexpr double steps[] = {3600,     3 * 3600.0, 6 * 3600.0, day,       2 * day,   7 * day,    14 * day,
                                       31 * day, 92 * day,   183 * day,  366 * day, 732 * day, 1830 * day, 3660 * day};
    double step = steps[std::size(steps) - 1];
    for (const double candidate : steps)
        if ((to_ - from_) / candidate <= 3.2) {
            step = candidate;
            break;
        }
    QDateTime at = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(from_), Qt::UTC);
    if (step >= 366 * day)
        at = QDateTime(QDate(at.date().year(), 1, 1), QTime(0, 0), Qt::UTC);
    else if (step >= 31 * day)
        at = QDateTime(QDate(at.date().year(), at.date().month(), 1), QTime(0, 0), Qt::UTC);
    else
        at = QDateTime(at.date(), QTime(0, 0), Qt::UTC);
    for (int guard = 0; guard < 400 && static_cast<double>(at.toSecsSinceEpoch()) <= to_; ++guard) {
        const double seconds = static_cast<double>(at.toSecsSinceEpoch());
        if (seconds >= from_)
            ticks_.emplace_back(seconds, timeTick(seconds, step));
        if (step >= 366 * day)
            at = at.addYears(static_cast<int>(step / (366 * day)));
        else if (step >= 31 * day)
            at = at.addMonths(std::max(1, static_cast<int>(std::lround(step / (30.5 * day)))));
        else
            at = at.addSecs(static_cast<qint64>(step));
    }
}

QSize SetsAxis::sizeHint() const {
    return {240, rows_.empty() ? 0 : static_cast<int>(rows_.size()) * rowHeight + axisHeight + (left_ ? rowHeight : 0)};
}

void SetsAxis::paintEvent(QPaintEvent*) {
    if (rows_.empty())
        return;
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(axisFont());
    const QFontMetrics metrics(axisFont());
    const double labels = labelWidth(), left = labels + 6, right = width() - 8;
    const auto x = [&](double value) { return left + (value - from_) / (to_ - from_) * (right - left); };

    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const double y = static_cast<double>(i) * rowHeight + rowHeight / 2.0;
        painter.setPen(row.copy ? theme.faint : theme.text);
        const QString more = row.others.isEmpty() ? QString() : QStringLiteral(" +%1").arg(row.others.size());
        const int room = static_cast<int>(labels) - metrics.horizontalAdvance(more);
        painter.drawText(QRectF(0, y - rowHeight / 2.0, labels, rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.label, Qt::ElideRight, room) + more);
        // A copy is grey and smaller: it says no more than what it was copied from.
        const QColor ink = row.copy ? theme.quiet : theme.mark(status_).ink;
        const double radius = row.copy ? 3 : 4;
        const double start = row.low ? x(*row.low) : left;
        const double end = row.high ? x(*row.high) : right;
        const bool point = row.low && row.high && end - start < 1.5;
        const double thickness = row.low && row.high ? (row.copy ? 4 : 7) : (row.copy ? 1.2 : 2);
        if (!point) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawRoundedRect(QRectF(start, y - thickness / 2, end - start, thickness), thickness > 3 ? 2 : 0,
                                    thickness > 3 ? 2 : 0);
        }
        const auto cap = [&](double at, bool inclusive) {
            painter.setPen(QPen(ink, 1.8));
            painter.setBrush(inclusive ? ink : theme.surface);
            painter.drawEllipse(QPointF(at, y), radius, radius);
        };
        const auto arrow = [&](double at, double direction) {
            painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(QPolygonF{{at - direction * 6, y - 4.5}, {at, y}, {at - direction * 6, y + 4.5}});
        };
        if (point) {
            cap((start + end) / 2, true);
            continue;
        }
        if (!row.low)
            arrow(left, -1);
        else if (!row.high || !row.lowInclusive)
            cap(start, row.lowInclusive);
        if (!row.high)
            arrow(right, 1);
        else if (!row.low || (!row.highInclusive && !time_))
            cap(end, row.highInclusive);
    }

    const double axis = static_cast<double>(rows_.size()) * rowHeight + 4.5;
    painter.setPen(QPen(theme.quiet, 1));
    painter.drawLine(QPointF(left, axis), QPointF(right, axis));
    double used = -1e9;
    for (const auto& [value, label] : ticks_) {
        const double at = x(value);
        painter.drawLine(QPointF(at, axis), QPointF(at, axis + 3));
        const double half = metrics.horizontalAdvance(label) / 2.0;
        const double begin = std::min(at - half, width() - 2 * half);
        if (begin < used + 6)
            continue;
        painter.drawText(QRectF(begin, axis + 4, 2 * half + 2, metrics.height()), Qt::AlignLeft, label);
        used = begin + 2 * half;
    }
    if (!unit_.isEmpty())
        painter.drawText(QRectF(0, axis + 4, labels, metrics.height()), Qt::AlignLeft, unit_);
    if (left_) {
        painter.setPen(theme.quiet);
        painter.drawText(QRectF(0, axis + axisHeight - 4, width(), rowHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         left_ == 1 ? tr("and 1 more value") : tr("and %1 more values").arg(left_));
    }
}

bool SetsAxis::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto row = static_cast<std::size_t>(std::max(0, help->pos().y()) / rowHeight);
        if (row < rows_.size())
            QToolTip::showText(help->globalPos(), rows_[row].said(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace countercheck::ui
