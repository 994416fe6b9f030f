// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/changesdialog.h"

#include "ui/basics/theme.h"
#include "ui/exports/previewwindow.h"
#include "ui/panes/versionplace.h"
#include "ui/workbench/words.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

namespace {
using Kind = SentenceChange::Kind;

/// The sentence with its differing words set off.
QString emphasised(const SentenceChange& change) {
    const QString tag = change.kind == Kind::Removed ? QStringLiteral("s") : QStringLiteral("u");
    QString out;
    int at = 0;
    for (const auto& [begin, end] : change.differing) {
        out += change.words.mid(at, begin - at).toHtmlEscaped();
        out += QStringLiteral("<b><%1>%2</%1></b>").arg(tag, change.words.mid(begin, end - begin).toHtmlEscaped());
        at = end;
    }
    return out + change.words.mid(at).toHtmlEscaped();
}
} // namespace

ChangesDialog::ChangesDialog(dossier::Snapshot snapshot, std::size_t index, QWidget* parent)
    : QDialog(parent), snapshot_(std::move(snapshot)), versions_(versionsOf(*snapshot_, index)) {
    setWindowTitle(tr("What changed"));
    setAccessibleName(windowTitle());
    resize(820, 600);
    earlier_ = new QComboBox;
    earlier_->setAccessibleName(tr("Earlier version"));
    later_ = new QComboBox;
    later_->setAccessibleName(tr("Later version"));
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        const dossier::Article& article = snapshot_->articles[versions_[i]];
        const std::string& date = !article.modified.empty()         ? article.modified
                                  : !article.info.published.empty() ? article.info.published
                                                                    : article.capturedAt;
        const QString words = tr("Version %1 of %2: %3, %4 · %5")
                                  .arg(QString::number(i + 1), QString::number(versions_.size()),
                                       articleLetter(versions_[i]), shortName(article), when(date));
        for (QComboBox* box : {earlier_, later_})
            box->addItem(words);
    }
    const auto own = static_cast<int>(std::find(versions_.begin(), versions_.end(), index) - versions_.begin());
    earlier_->setCurrentIndex(own == 0 ? 0 : own - 1);
    later_->setCurrentIndex(own == 0 ? 1 : own);
    auto* from = new QLabel(tr("−  From"));
    auto* to = new QLabel(tr("+  To"));
    from->setBuddy(earlier_);
    to->setBuddy(later_);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(from);
    top->addWidget(earlier_, 1);
    top->addSpacing(10);
    top->addWidget(to);
    top->addWidget(later_, 1);
    for (QComboBox* box : {earlier_, later_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
    }
    summary_ = new QLabel;
    summary_->setObjectName(QStringLiteral("Changes"));
    summary_->setFont(interfaceFont(11, QFont::DemiBold));
    summary_->setWordWrap(true);
    page_ = new InertBrowser;
    page_->setAccessibleName(tr("Sentences that changed"));
    page_->setFrameShape(QFrame::NoFrame);
    page_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    all_ = new QCheckBox(tr("Show &unchanged sentences"));
    const auto button = [](const QString& words, const QString& name) {
        auto* made = new QPushButton(words);
        made->setAccessibleName(name);
        made->setAutoDefault(false);
        return made;
    };
    auto* previous = button(QStringLiteral("▲"), tr("Previous change"));
    auto* next = button(QStringLiteral("▼"), tr("Next change"));
    previous->setToolTip(tr("Previous change (Shift+F8)"));
    next->setToolTip(tr("Next change (F8)"));
    auto* copy = button(tr("Copy as text"), tr("Copy as text"));
    auto* close = button(tr("Close"), tr("Close"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(all_);
    foot->addStretch(1);
    foot->addWidget(previous);
    foot->addWidget(next);
    foot->addSpacing(8);
    foot->addWidget(copy);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(summary_);
    column->addWidget(page_, 1);
    column->addLayout(foot);
    for (QComboBox* box : {earlier_, later_})
        connect(box, &QComboBox::currentIndexChanged, this, &ChangesDialog::render);
    connect(all_, &QCheckBox::toggled, this, &ChangesDialog::render);
    connect(previous, &QPushButton::clicked, this, [this] { go(-1); });
    connect(next, &QPushButton::clicked, this, [this] { go(+1); });
    connect(new QShortcut(Qt::Key_F8, this), &QShortcut::activated, this, [this] { go(+1); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F8, this), &QShortcut::activated, this, [this] { go(-1); });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    render();
    page_->setFocus();
}

void ChangesDialog::render() {
    const auto a = static_cast<std::size_t>(std::max(0, earlier_->currentIndex()));
    const auto b = static_cast<std::size_t>(std::max(0, later_->currentIndex()));
    changes_ = sentenceChanges(snapshot_->articles[versions_[a]].text, snapshot_->articles[versions_[b]].text);
    const QString words = changesInWords(changes_);
    summary_->setText(a == b            ? tr("That is one version: choose another one.")
                      : words.isEmpty() ? tr("No sentence differs.")
                                        : words);
    at_ = -1;
    page_->setHtml(html());
}

void ChangesDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        page_->setHtml(html());
}

QString ChangesDialog::html() const {
    const Theme& theme = Theme::current();
    const auto row = [&](const QString& sign, const QString& word, const QColor& ink, const QColor& ground,
                         const QString& words) {
        return QStringLiteral("<tr><td style='background:%3; color:%2; white-space:nowrap; padding:5px 12px'>%1</td>"
                              "<td width='100%' style='background:%3; padding:5px 10px'>%4</td></tr>")
            .arg(QStringLiteral("<b>%1</b> %2").arg(sign, word), ink.name(), ground.name(), words);
    };
    const auto quiet = [&](const QString& words) {
        return QStringLiteral("<tr><td></td><td style='color:%1; padding:5px 10px'>%2</td></tr>")
            .arg(theme.quiet.name(), words);
    };
    QString rows;
    std::size_t same = 0;
    const auto fold = [&] {
        if (same > 0)
            rows += quiet(counted(same, tr("… 1 sentence unchanged"), tr("… %1 sentences unchanged")));
        same = 0;
    };
    for (const SentenceChange& change : changes_) {
        if (change.kind == Kind::Same) {
            if (all_->isChecked())
                rows += quiet(change.words.toHtmlEscaped());
            else
                ++same;
            continue;
        }
        fold();
        const bool gone = change.kind == Kind::Removed;
        const Theme::Mark& mark = gone ? theme.contradiction : theme.agreement;
        rows +=
            row(gone ? QStringLiteral("−") : QStringLiteral("+"),
                gone ? (change.rewritten ? tr("was") : tr("removed")) : (change.rewritten ? tr("is now") : tr("added")),
                mark.ink, mark.underlay, emphasised(change));
    }
    fold();
    return QStringLiteral("<body style='font-family:\"%1\"; font-size:11pt; color:%2'>"
                          "<table width='100%' cellspacing='0' cellpadding='0'>%3</table></body>")
        .arg(articleFont().family(), theme.text.name(), rows);
}

QString ChangesDialog::asText() const {
    QString out = earlier_->currentText() + QStringLiteral("\n→ ") + later_->currentText() + u'\n' + summary_->text() +
                  QStringLiteral("\n\n");
    for (const SentenceChange& change : changes_)
        if (change.kind != Kind::Same || all_->isChecked())
            out += (change.kind == Kind::Removed ? QStringLiteral("− ")
                    : change.kind == Kind::Added ? QStringLiteral("+ ")
                                                 : QStringLiteral("  ")) +
                   change.words + u'\n';
    return out;
}

void ChangesDialog::go(int step) {
    // The signs stand in blocks of their own.
    std::vector<int> places;
    for (QTextBlock block = page_->document()->begin(); block.isValid(); block = block.next())
        if (block.text().startsWith(u'−') || block.text().startsWith(u'+'))
            places.push_back(block.next().position());
    if (places.empty())
        return;
    const int count = static_cast<int>(places.size());
    at_ = at_ < 0 ? (step > 0 ? 0 : count - 1) : (at_ + step + count) % count;
    QTextCursor cursor(page_->document());
    cursor.setPosition(places[static_cast<std::size_t>(at_)]);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    page_->setTextCursor(cursor);
    page_->ensureCursorVisible();
}

} // namespace countercheck::ui
