// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/hiddenstrip.h"
#include "ui/panes/articleview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace countercheck::ui {

HiddenStrip::HiddenStrip(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
    setAccessibleName(tr("Hidden articles"));
    row_->setContentsMargins(14, 3, 8, 3);
    row_->setSpacing(4);
    setVisible(false);
}

void HiddenStrip::setHidden(const dossier::Dossier& dossier, const std::vector<std::uint32_t>& hidden) {
    while (QLayoutItem* item = row_->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    setVisible(!hidden.empty());
    if (hidden.empty())
        return;
    auto* label = new QLabel(tr("%1 hidden:").arg(hidden.size()));
    label->setProperty("role", QStringLiteral("quiet"));
    row_->addWidget(label);
    constexpr std::size_t mostNamed = 8;
    for (std::size_t i = 0; i < hidden.size() && i < mostNamed; ++i) {
        const dossier::Article& article = dossier.articles[hidden[i]];
        const QString name = articleName(article);
        auto* button = new QPushButton(
            QStringLiteral("%1 · %2").arg(articleLetter(hidden[i]), name.size() > 24 ? name.left(23) + u'…' : name));
        button->setProperty("link", true);
        button->setToolTip(tr("Show “%1” again").arg(name));
        button->setAccessibleName(tr("Show article %1, %2").arg(articleLetter(hidden[i]), name));
        connect(button, &QPushButton::clicked, this, [this, id = article.id] { emit showRequested(id); });
        row_->addWidget(button);
    }
    row_->addStretch();
    auto* all = new QPushButton(tr("Show all"));
    all->setProperty("link", true);
    connect(all, &QPushButton::clicked, this, &HiddenStrip::showAllRequested);
    row_->addWidget(all);
}

} // namespace countercheck::ui
