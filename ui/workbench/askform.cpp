// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/askform.h"

#include "ui/basics/growingedit.h"
#include "ui/basics/theme.h"
#include "ui/workbench/choicefield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {

constexpr qsizetype mostAtAGlance = 40; ///< choices of a plain list; among more one looks for words

} // namespace

AskForm::AskForm(const QString& title, const QString& explanation, const QString& agree, QWidget* parent)
    : QDialog(parent), form_(new QFormLayout), wrong_(new QLabel) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setMinimumWidth(460);
    form_->setHorizontalSpacing(14);
    form_->setVerticalSpacing(9);
    form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    wrong_->setProperty("role", "quiet");
    wrong_->setTextFormat(Qt::PlainText);
    wrong_->setWordWrap(true);
    wrong_->setObjectName(QStringLiteral("What is missing"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    agree_ = buttons->addButton(agree, QDialogButtonBox::AcceptRole);
    agree_->setProperty("primary", true);
    agree_->setAccessibleName(agree);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 14);
    all->setSpacing(12);
    if (!explanation.isEmpty()) {
        auto* why = new QLabel(explanation);
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setObjectName(QStringLiteral("Why it is asked"));
        all->addWidget(why);
    }
    all->addLayout(form_);
    all->addStretch();
    all->addWidget(wrong_);
    all->addWidget(buttons);
    agree_->setDefault(true); // only now does the button know its dialog
    connect(buttons, &QDialogButtonBox::accepted, this, &AskForm::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &AskForm::reject);
}

void AskForm::addRow(const QString& label, QWidget* field) {
    field->setAccessibleName(label);
    form_->addRow(label, field);
    if (!first_) {
        first_ = field;
        first_->setFocus();
    }
}

QLineEdit* AskForm::addLine(const QString& label, const QString& value, const QString& hint) {
    auto* field = new QLineEdit(value);
    field->setPlaceholderText(hint);
    addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &AskForm::check);
    return field;
}

QLineEdit* AskForm::addSecret(const QString& label) {
    QLineEdit* field = addLine(label);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QPlainTextEdit* AskForm::addText(const QString& label, const QString& value, const QString& hint) {
    auto* field = new GrowingEdit(2, 8);
    field->setKept(value);
    field->setPlaceholderText(hint);
    addRow(label, field);
    connect(field, &QPlainTextEdit::textChanged, this, &AskForm::check);
    return field;
}

QComboBox* AskForm::addChoice(const QString& label, const QStringList& choices, int current) {
    auto* field = new QComboBox;
    field->addItems(choices);
    field->setCurrentIndex(current);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(24);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addRow(label, field);
    connect(field, &QComboBox::currentIndexChanged, this, &AskForm::check);
    return field;
}

std::function<int()> AskForm::addOneOf(const QString& label, const QStringList& choices, int current) {
    if (choices.size() <= mostAtAGlance) {
        auto* box = addChoice(label, choices, current);
        return [box] { return box->currentIndex(); };
    }
    auto* field = new ChoiceField(choices, current);
    addRow(label, field);
    connect(field, &ChoiceField::currentIndexChanged, this, &AskForm::check);
    return [field] { return field->currentIndex(); };
}

QLabel* AskForm::addRemark(const QString& words) {
    auto* remark = new QLabel(words);
    remark->setProperty("role", "quiet");
    remark->setTextFormat(Qt::PlainText);
    remark->setFont(interfaceFont(8.5));
    remark->setWordWrap(true);
    form_->addRow(remark);
    return remark;
}

QCheckBox* AskForm::addCheck(const QString& words, bool on) {
    auto* box = new QCheckBox(words);
    box->setAccessibleName(words);
    box->setChecked(on);
    form_->addRow(QString(), box);
    return box;
}

QPushButton* AskForm::addButton(const QString& words) {
    auto* button = new QPushButton(words);
    button->setAccessibleName(words);
    button->setAutoDefault(false);
    form_->addRow(QString(), button);
    return button;
}

/// No taller than its words need at the width that it has.
void AskForm::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (const int needed = layout()->heightForWidth(width()); needed > 0 && needed < height())
        resize(width(), needed);
}

void AskForm::setMissing(std::function<QString()> missing) {
    missing_ = std::move(missing);
    check();
}

void AskForm::setAct(std::function<QString()> act) {
    act_ = std::move(act);
}

void AskForm::tell(const QString& words, bool error) {
    wrong_->setText(words);
    wrong_->setVisible(!words.isEmpty());
    const QString role = error ? QStringLiteral("error") : QStringLiteral("quiet");
    if (wrong_->property("role").toString() == role)
        return;
    wrong_->setProperty("role", role);
    wrong_->style()->unpolish(wrong_); // a style sheet looks at properties only then
    wrong_->style()->polish(wrong_);
}

void AskForm::check() {
    const QString missing = missing_ ? missing_() : QString();
    tell(missing, false); // what is still to be written is no fault yet
    agree_->setEnabled(missing.isEmpty());
    agree_->setToolTip(missing);
    agree_->setAccessibleDescription(missing);
}

void AskForm::accept() {
    check();
    if (!agree_->isEnabled())
        return;
    if (const QString wrong = act_ ? act_() : QString(); !wrong.isEmpty()) {
        tell(wrong, true);
        return;
    }
    QDialog::accept();
}

} // namespace countercheck::ui
