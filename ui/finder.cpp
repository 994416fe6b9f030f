// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/panes/articleview.h"
#include "ui/workbench/words.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

namespace {

constexpr int margin = 12;

/// Without accents and in lower case, one character for one, so that places stay.
QString folded(const QString& words) {
    QString out = words;
    for (QChar& c : out) {
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        c = parts.isEmpty() ? c : parts.front().toLower();
    }
    return out;
}

/// Where each typed word stands; nothing when one does not.
std::optional<std::vector<std::pair<int, int>>> match(const QString& words, const QString& query) {
    const QString in = folded(words);
    std::vector<std::pair<int, int>> found;
    for (const QString& word : folded(query).split(u' ', Qt::SkipEmptyParts)) {
        const auto at = in.indexOf(word);
        if (at < 0)
            return std::nullopt;
        found.emplace_back(static_cast<int>(at), static_cast<int>(word.size()));
    }
    return found;
}

/// A hit's line as it is shown: not longer than a person reads, with the first word found near its beginning.
FinderEntry entryOf(const store::Hit& hit) {
    constexpr std::uint32_t before = 60;
    constexpr std::size_t longest = 400;
    std::size_t from = 0;
    if (!hit.found.empty() && hit.found.front().begin > before) {
        from = hit.line.rfind(' ', hit.found.front().begin - before);
        from = from == std::string::npos ? 0 : from + 1;
    }
    std::size_t to = std::min(hit.line.size(), from + longest);
    while (to < hit.line.size() && (static_cast<unsigned char>(hit.line[to]) & 0xC0) == 0x80)
        ++to;
    FinderEntry entry;
    entry.words = (from > 0 ? QStringLiteral("…") : QString()) + text(hit.line.substr(from, to - from)) +
                  (to < hit.line.size() ? QStringLiteral("…") : QString());
    const int shift = from > 0 ? 1 : 0;
    for (const text::Span& span : hit.found) {
        if (span.begin < from || span.end > to)
            continue;
        const auto at = text(hit.line.substr(from, span.begin - from)).size();
        entry.found.emplace_back(static_cast<int>(at) + shift,
                                 static_cast<int>(text(std::string(span.of(hit.line))).size()));
    }
    return entry;
}

} // namespace

void FinderModel::setEntries(std::vector<FinderEntry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
}
const FinderEntry* FinderModel::entry(int row) const {
    return row >= 0 && row < static_cast<int>(entries_.size()) ? &entries_[static_cast<std::size_t>(row)] : nullptr;
}
int FinderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}
Qt::ItemFlags FinderModel::flags(const QModelIndex& index) const {
    const FinderEntry* one = index.isValid() ? entry(index.row()) : nullptr;
    if (!one)
        return Qt::NoItemFlags;
    return one->enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsSelectable;
}
QVariant FinderModel::data(const QModelIndex& index, int role) const {
    const FinderEntry* one = index.isValid() ? entry(index.row()) : nullptr;
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return one->words;
    case Qt::AccessibleTextRole:
        return one->place + QStringLiteral(": ") + one->words +
               (one->right.isEmpty() ? QString() : QStringLiteral(", ") + one->right);
    case PlaceRole:
        return one->place;
    case RightRole:
        return one->right;
    case FoundRole: {
        QVariantList found;
        for (const auto& [begin, length] : one->found)
            found << begin << length;
        return found;
    }
    default:
        return {};
    }
}

void FinderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.selection);
    const QRect inner = option.rect.adjusted(margin, 5, -margin, -5);
    const QFont small = interfaceFont(8);
    painter->setFont(small);
    painter->setPen(theme.quiet);
    const QFontMetrics metrics(small);
    painter->drawText(inner.left(), inner.top() + metrics.ascent(),
                      metrics.elidedText(index.data(FinderModel::PlaceRole).toString(), Qt::ElideRight, inner.width()));
    const QString right = index.data(FinderModel::RightRole).toString();
    const int rightWidth = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + 16;
    const int top = inner.top() + metrics.height() + 1;
    if (!right.isEmpty())
        painter->drawText(QRect(inner.right() - rightWidth, top, rightWidth, inner.bottom() - top),
                          Qt::AlignRight | Qt::AlignVCenter, right);

    QTextLayout layout(index.data().toString(), interfaceFont(10));
    QList<QTextLayout::FormatRange> formats;
    const QVariantList found = index.data(FinderModel::FoundRole).toList();
    for (qsizetype i = 0; i + 1 < found.size(); i += 2) {
        QTextLayout::FormatRange range;
        range.start = found[i].toInt();
        range.length = found[i + 1].toInt();
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        formats << range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(1e6);
    layout.endLayout();
    painter->setClipRect(QRect(inner.left(), top, inner.width() - rightWidth, inner.bottom() - top + 4));
    painter->setPen(enabled ? theme.text : theme.faint);
    layout.draw(painter, QPointF(inner.left(), top));
    painter->restore();
}

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, QFontMetrics(interfaceFont(8)).height() + QFontMetrics(interfaceFont(10)).height() + 13};
}

Finder::Finder(What what, QMenuBar* commands, QWidget* parent) : QDialog(parent), what_(what) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(what == What::Commands ? tr("Commands") : tr("Find in the case"));
    setAccessibleName(windowTitle());
    field_ = new QLineEdit;
    field_->setFont(interfaceFont(12));
    field_->setAccessibleName(what == What::Commands ? tr("Command") : tr("Words to find"));
    field_->setPlaceholderText(what == What::Commands
                                   ? tr("What would you like to do?")
                                   : tr("Words, or “a phrase” in quotation marks, in articles, questions, notes…"));
    field_->setClearButtonEnabled(true);
    model_ = new FinderModel(this);
    list_ = new QListView;
    list_->setModel(model_);
    list_->setItemDelegate(new FinderDelegate(list_));
    list_->setAccessibleName(tr("Results"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFocusPolicy(Qt::NoFocus); // the keys of the field move in it
    status_ = new QLabel;
    status_->setProperty("role", "quiet");
    status_->setFont(interfaceFont(8.5));
    status_->setContentsMargins(margin, 2, margin, 8);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(margin, margin, margin, 8);
    top->addWidget(field_);
    all->addLayout(top);
    all->addWidget(list_, 1);
    all->addWidget(status_);
    resize(640, 460);

    if (commands && what == What::Commands) {
        const std::function<void(QMenu*, const QString&)> collect = [&](QMenu* menu, const QString& place) {
            for (QAction* action : menu->actions()) {
                if (action->menu())
                    collect(action->menu(), place + QStringLiteral(" ▸ ") + action->text().remove(u'&'));
                else if (!action->isSeparator() && action->isVisible())
                    commands_.push_back({action, action->text().remove(u'&'), place,
                                         action->shortcut().toString(QKeySequence::NativeText)});
            }
        };
        for (QAction* action : commands->actions())
            if (action->menu())
                collect(action->menu(), action->text().remove(u'&'));
    }
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &Finder::typed);
    connect(list_, &QListView::clicked, this, &Finder::choose);
    typed({});
    field_->setFocus();
}

void Finder::setQuery(const QString& query) {
    field_->setText(query);
    field_->selectAll();
}

void Finder::setStatus(const QString& words) {
    status_->setText(words);
    status_->setAccessibleName(words);
}

void Finder::typed(const QString& query) {
    if (what_ == What::Commands) {
        showCommands(query);
        return;
    }
    if (query.trimmed().isEmpty()) {
        model_->setEntries({});
        setStatus(tr("Each word is found by its beginning; accents and capitals do not matter."));
        return;
    }
    emit asked(query);
}

void Finder::showCommands(const QString& query) {
    std::vector<FinderEntry> entries;
    for (const Command& command : commands_) {
        if (!command.action)
            continue;
        auto found = match(command.words, query);
        if (!found && !match(command.place + u' ' + command.words, query))
            continue;
        FinderEntry entry;
        entry.words = command.words;
        entry.place = command.place;
        entry.right = command.key;
        entry.enabled = command.action->isEnabled();
        if (found)
            entry.found = std::move(*found);
        entry.go = [action = command.action] {
            if (action)
                action->trigger();
        };
        entries.push_back(std::move(entry));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const FinderEntry& one) {
            return (one.enabled ? 0 : 4) + (one.found.empty() ? 2 : one.found.front().first == 0 ? 0 : 1);
        };
        return rank(a) < rank(b);
    });
    setStatus(entries.empty() ? tr("There is no such command.") : tr("Enter does it; Escape leaves all as it is."));
    model_->setEntries(std::move(entries));
    list_->setCurrentIndex(model_->index(0));
}

void Finder::setHits(const QString& query, const std::vector<store::Hit>& hits, const dossier::Dossier& dossier,
                     bool complete, const QString& problem) {
    if (query != field_->text())
        return; // the answer to an older question
    std::vector<FinderEntry> entries;
    for (const store::Hit& hit : hits) {
        FinderEntry entry = entryOf(hit);
        if (hit.kind == store::HitKind::Article) {
            for (std::size_t i = 0; i < dossier.articles.size(); ++i)
                if (dossier.articles[i].id == hit.article)
                    entry.place = articleLetter(i) + QStringLiteral(" · ") + articleName(dossier.articles[i]);
            entry.go = [this, article = hit.article, words = hit.words] { emit articleChosen(article, words); };
        } else {
            const auto* question = dossier.question(hit.question);
            const QString title = question ? questionTitle(*question) : tr("a question that is no longer there");
            entry.place = hit.kind == store::HitKind::Question ? tr("Question")
                          : hit.kind == store::HitKind::Note   ? tr("Note on “%1”").arg(title)
                                                               : tr("Evidence for “%1”").arg(title);
            entry.enabled = question != nullptr;
            entry.go = [this, key = hit.question] { emit questionChosen(key); };
        }
        entries.push_back(std::move(entry));
    }
    const int count = static_cast<int>(entries.size());
    if (!problem.isEmpty())
        setStatus(problem);
    else if (count == 0)
        setStatus(complete ? tr("Nothing in this case holds these words.")
                           : tr("Nothing yet; the case is still being read."));
    else
        setStatus((count == 1 ? tr("1 place") : tr("%1 places").arg(count)) +
                  (complete ? QString() : tr(" so far; the case is still being read")));
    model_->setEntries(std::move(entries));
    list_->setCurrentIndex(model_->index(0));
}

void Finder::choose() {
    const FinderEntry* one = model_->entry(list_->currentIndex().row());
    if (!one || !one->enabled)
        return;
    const auto go = one->go;
    close();
    go();
}

bool Finder::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        int step = 0;
        switch (key->key()) {
        case Qt::Key_Down:
            step = 1;
            break;
        case Qt::Key_Up:
            step = -1;
            break;
        case Qt::Key_PageDown:
            step = 8;
            break;
        case Qt::Key_PageUp:
            step = -8;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            return QDialog::eventFilter(watched, event);
        }
        const int rows = model_->rowCount();
        if (rows > 0)
            list_->setCurrentIndex(model_->index(std::clamp(list_->currentIndex().row() + step, 0, rows - 1)));
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace countercheck::ui
