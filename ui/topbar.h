// SPDX-License-Identifier: GPL-3.0-or-later
// The bar beneath the menus: the case's title and what is done most often.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace countercheck::ui {

class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& toolTip);
    /// What cannot be done just now is disabled and says why.
    void setCase(bool hasArticles, bool hasUnresolved);
    [[nodiscard]] QLineEdit* search() const { return search_; }

signals:
    void addArticles();
    void previousUnresolved();
    void nextUnresolved();
    void searched(const QString& words);
    void preview();
    void exportCase();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();
    QString whole_;
    QLabel* title_;
    QPushButton* add_;
    QPushButton* previous_;
    QPushButton* next_;
    QLineEdit* search_;
    QPushButton* preview_;
    QPushButton* export_;
};

} // namespace countercheck::ui
