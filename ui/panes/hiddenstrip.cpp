// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/hiddenstrip.h"
#include "ui/panes/articleview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace countercheck::ui {

HiddenStrip::HiddenStrip(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setAccessibleName(tr("Hidden articles"));
    row_->setContentsMargins(14, 3, 8, 3);
    row_->setSpacing(4);
    setVisible(false);
}

void HiddenStrip::addLink(const QString& words, const QString& spoken, const std::function<void()>& chosen) {
    auto* button = new QPushButton(words);
    button->setProperty("link", true);
    if (!spoken.isEmpty())
        button->setAccessibleName(spoken);
    connect(button, &QPushButton::clicked, this, chosen);
    row_->addWidget(button);
}

void HiddenStrip::show(const dossier::Dossier* dossier, const std::vector<std::uint32_t>& hidden,
                       const std::optional<Gathered>& gathered) {
    constexpr std::size_t mostNamed = 8;
    std::vector<dossier::ArticleId> ids;
    for (const std::uint32_t article : hidden)
        ids.push_back(dossier->articles.get()[article].id);
    if (ids == hidden_ && gathered == gathered_)
        return;
    hidden_ = ids;
    gathered_ = gathered;
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    setVisible(!hidden.empty() || gathered);
    const auto label = [this](const QString& words) {
        auto* made = new QLabel(words);
        made->setProperty("role", QStringLiteral("quiet"));
        row_->addWidget(made);
    };
    if (!hidden.empty())
        label(tr("%1 hidden:").arg(hidden.size()));
    for (std::size_t i = 0; i < hidden.size() && i < mostNamed; ++i) {
        const QString name = articleName(dossier->articles.get()[hidden[i]]);
        const QString letter = articleLetter(hidden[i]);
        addLink(QStringLiteral("%1 · %2").arg(letter, name.size() > 24 ? name.left(23) + u'…' : name),
                tr("Show article %1, %2").arg(letter, name), [this, id = ids[i]] { emit showRequested(id); });
        row_->itemAt(row_->count() - 1)->widget()->setToolTip(tr("Show “%1” again").arg(name));
    }
    if (!hidden.empty())
        addLink(tr("Show all"), {}, [this] { emit showAllRequested(); });
    row_->addStretch();
    if (!gathered)
        return;
    const auto number = [](std::size_t n) { return QLocale().toString(static_cast<qulonglong>(n)); };
    if (gathered->on) {
        label(tr("%1 of %2 articles answer this question").arg(number(gathered->shown), number(gathered->of)));
        addLink(tr("Show all articles"), {}, [this] { emit gatherRequested(false); });
    } else {
        addLink(tr("Only articles that answer"), tr("Show only the articles that answer the selected question"),
                [this] { emit gatherRequested(true); });
    }
}

} // namespace countercheck::ui
