// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is asked before a decision can be made: a few fields, why they are asked for, and, as long as the
// decision cannot be made, what is still missing. It opens beside the running window; nothing waits for it.
#pragma once

#include <QDialog>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace countercheck::ui {

class AskForm : public QDialog {
    Q_OBJECT
public:
    /// `agree`: the words on the button that makes the decision.
    AskForm(const QString& title, const QString& explanation, const QString& agree, QWidget* parent);

    // Each field's accessible name is its label.
    QLineEdit* addLine(const QString& label, const QString& value = {}, const QString& hint = {});
    QLineEdit* addSecret(const QString& label); ///< not shown while it is typed
    QPlainTextEdit* addText(const QString& label, const QString& value = {}, const QString& hint = {});
    QComboBox* addChoice(const QString& label, const QStringList& choices, int current = 0);
    /// One of perhaps very many: a list to choose from, or a field that looks for what is typed. Says which is chosen;
    /// −1: none is.
    std::function<int()> addOneOf(const QString& label, const QStringList& choices, int current = 0);
    QLabel* addRemark(const QString& words); ///< quiet words across the form
    QCheckBox* addCheck(const QString& words, bool on = false);
    QPushButton* addButton(const QString& words);

    /// `missing` says what is still missing, empty when nothing is; asked after every change.
    void setMissing(std::function<QString()> missing);
    /// `act` runs when the person agrees. What it returns is shown and the form stays; empty closes it.
    void setAct(std::function<QString()> act);
    void check();

protected:
    void showEvent(QShowEvent* event) override;
    void tell(const QString& words, bool error);

private:
    void accept() override;
    void addRow(const QString& label, QWidget* field);

    QFormLayout* form_;
    QLabel* wrong_;
    QPushButton* agree_;
    QWidget* first_ = nullptr;
    std::function<QString()> missing_, act_;
};

} // namespace countercheck::ui
