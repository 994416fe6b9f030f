// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/articleaccessible.h"

#include "ui/basics/theme.h"
#include "ui/panes/articletext.h"

#include <algorithm>

namespace countercheck::ui {

namespace {

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* widget = qobject_cast<ArticleText*>(object);
    return widget ? new ArticleAccessible(widget) : nullptr;
}

/// IAccessible2's quoting for attribute values.
QString quoted(QString value) {
    for (const QChar c : {u'\\', u':', u',', u'=', u';'})
        value.replace(c, QStringLiteral("\\") + c);
    return value;
}

} // namespace

void installArticleAccessibility() {
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

ArticleAccessible::ArticleAccessible(ArticleText* widget) : QAccessibleWidget(widget, QAccessible::EditableText) {}

ArticleText* ArticleAccessible::article() const {
    return static_cast<ArticleText*>(object());
}

void* ArticleAccessible::interface_cast(QAccessible::InterfaceType type) {
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State ArticleAccessible::state() const {
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString ArticleAccessible::text(QAccessible::Text kind) const {
    if (kind == QAccessible::Value)
        return article()->shownText();
    return QAccessibleWidget::text(kind);
}

void ArticleAccessible::selection(int index, int* begin, int* end) const {
    const Range chosen = index == 0 ? article()->selection() : Range{};
    *begin = static_cast<int>(chosen.begin);
    *end = static_cast<int>(chosen.end);
}

int ArticleAccessible::selectionCount() const {
    return article()->selection().empty() ? 0 : 1;
}

void ArticleAccessible::addSelection(int begin, int end) {
    article()->select({begin, end});
}

void ArticleAccessible::removeSelection(int) {
    article()->setCaret(article()->caret());
}

void ArticleAccessible::setSelection(int, int begin, int end) {
    article()->select({begin, end});
}

int ArticleAccessible::cursorPosition() const {
    return static_cast<int>(article()->caret());
}

void ArticleAccessible::setCursorPosition(int position) {
    article()->setCaret(position);
}

QString ArticleAccessible::text(int begin, int end) const {
    const QString shown = article()->shownText();
    begin = std::clamp(begin, 0, static_cast<int>(shown.size()));
    end = end < 0 ? static_cast<int>(shown.size()) : std::clamp(end, begin, static_cast<int>(shown.size()));
    return shown.mid(begin, end - begin);
}

int ArticleAccessible::characterCount() const {
    return static_cast<int>(article()->shownText().size());
}

QRect ArticleAccessible::characterRect(int offset) const {
    ArticleText* widget = article();
    if (offset < 0 || offset > characterCount())
        return {};
    const QRect rect = widget->rectOf({offset, offset + 1}).toAlignedRect();
    return {widget->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

int ArticleAccessible::offsetAtPoint(const QPoint& point) const {
    ArticleText* widget = article();
    return static_cast<int>(widget->offsetAt(widget->viewport()->mapFromGlobal(point)));
}

void ArticleAccessible::scrollToSubstring(int begin, int end) {
    article()->ensureVisible({begin, end});
}

QString ArticleAccessible::attributes(int offset, int* begin, int* end) const {
    const ArticleText* widget = article();
    const int size = characterCount();
    *begin = *end = std::clamp(offset, 0, size);
    if (offset < 0 || offset >= size)
        return {};
    // The stretch over which no mark begins or ends.
    *begin = 0;
    *end = size;
    const std::vector<Mark>& marks = widget->marks();
    const auto cut = [&](qsizetype at) {
        if (at <= offset)
            *begin = std::max(*begin, static_cast<int>(at));
        else
            *end = std::min(*end, static_cast<int>(at));
    };
    for (const Mark& mark : marks) {
        cut(mark.range.begin);
        cut(mark.range.end);
    }
    const std::vector<int> here = marksAt(marks, offset);
    if (here.empty())
        return {};
    const Mark& mark = marks[static_cast<std::size_t>(here.front())];
    const QColor under = Theme::current().mark(mark.status).underlay;
    QString style;
    if (mark.status) {
        switch (*mark.status) {
        case compare::RelationKind::Contradiction:
            style = QStringLiteral("double");
            break;
        case compare::RelationKind::Discrepancy:
            style = QStringLiteral("dash");
            break;
        case compare::RelationKind::Refinement:
            style = QStringLiteral("dotted");
            break;
        case compare::RelationKind::Agreement:
            style = QStringLiteral("solid");
            break;
        }
    }
    QString out =
        QStringLiteral("background-color:rgb(%1,%2,%3);").arg(under.red()).arg(under.green()).arg(under.blue());
    if (!style.isEmpty())
        out += QStringLiteral("text-underline-style:%1;text-underline-type:%2;")
                   .arg(style, style == QLatin1String("double") ? QStringLiteral("double") : QStringLiteral("single"));
    out += QStringLiteral("mark:%1;").arg(quoted(statusWord(mark.status)));
    if (const QString line = widget->lineOf(here.front()); !line.isEmpty())
        out += QStringLiteral("question:%1;").arg(quoted(line));
    return out;
}

} // namespace countercheck::ui
