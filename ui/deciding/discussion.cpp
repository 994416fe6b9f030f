// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/discussion.h"

#include "ui/basics/growingedit.h"
#include "ui/basics/theme.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace countercheck::ui {

Discussion::Discussion(Workbench* workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    setAccessibleName(tr("Discussion"));
    said_ = new QLabel;
    said_->setWordWrap(true);
    said_->setTextFormat(Qt::RichText);
    said_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    said_->setFont(interfaceFont(9));
    said_->setObjectName(QStringLiteral("Discussion"));
    field_ = new GrowingEdit(1, 6);
    field_->setAccessibleName(tr("Say something about this question"));
    field_->setPlaceholderText(tr("Say something about this question"));
    field_->setFont(interfaceFont(9));
    field_->installEventFilter(this);
    say_ = new QPushButton(tr("Say it"));
    say_->setProperty("link", true);
    say_->setFont(interfaceFont(8.5));
    say_->setCursor(Qt::PointingHandCursor);
    say_->setAccessibleName(tr("Say it"));
    say_->setToolTip(tr("Return; Shift+Return begins a new line"));
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(say_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addWidget(said_);
    all->addWidget(field_);
    all->addLayout(foot);
    connect(say_, &QPushButton::clicked, this, &Discussion::say);
    connect(field_, &GrowingEdit::dirtyChanged, this, [this] {
        say_->setVisible(field_->dirty());
        emit dirtyChanged();
    });
    connect(field_, &GrowingEdit::left, this, [this](QWidget* to) {
        if (to != say_)
            say();
    });
    say_->hide();
}

void Discussion::show(const dossier::Dossier& dossier, const dossier::QuestionKey& key) {
    const bool other = !known_ || key != key_;
    key_ = key;
    known_ = true;
    const QString quiet = Theme::current().quiet.name();
    QString said;
    QStringList spoken;
    for (const auto& note : dossier.decisionsOf(key).notes) {
        said += QStringLiteral("<p style='margin:0 0 6px 0'><b>%1</b> <span style='color:%2'>%3</span><br>%4</p>")
                    .arg(text(note.stamp.by).toHtmlEscaped(), quiet, when(note.stamp.at).toHtmlEscaped(),
                         text(note.text).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
        spoken << tr("%1, %2: %3").arg(text(note.stamp.by), when(note.stamp.at), text(note.text));
    }
    said_->setText(said);
    said_->setAccessibleName(spoken.join(u'\n'));
    said_->setVisible(!said.isEmpty());
    if (other)
        field_->setKept({});
    const QString refused = workbench_->whyNot(dossier::AddNote{key, "x"});
    field_->setReadOnly(!refused.isEmpty());
    field_->setToolTip(refused);
    say_->setVisible(field_->dirty());
}

bool Discussion::dirty() const {
    return known_ && field_->dirty();
}

void Discussion::say() {
    const QString typed = field_->toPlainText().trimmed();
    if (!known_ || typed.isEmpty()) {
        field_->setKept({});
        return;
    }
    field_->setKept({});
    if (!workbench_->apply(dossier::AddNote{key_, utf8(typed)}))
        field_->setPlainText(typed); // refused: what was typed stays in the field
}

void Discussion::flush() {
    if (dirty())
        say();
}

void Discussion::focus() {
    field_->setFocus(Qt::ShortcutFocusReason);
}

bool Discussion::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            say();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace countercheck::ui
