// SPDX-License-Identifier: GPL-3.0-or-later
// One of very many: an article of a hundred thousand. What is typed is looked for in all of them, words in any order; a
// list under the field shows the first that have them, and how many more there are. Nothing is chosen as long as what
// stands in the field is none of them.
#pragma once

#include <QAbstractListModel>
#include <QLineEdit>
#include <QStringList>

#include <vector>

class QCompleter;

namespace countercheck::ui {

/// Those of many lines that have all the words: at most `most` of them, and a last row that says how many more.
class MatchingLines : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int most = 100;
    explicit MatchingLines(QStringList lines, QObject* parent = nullptr);
    /// No words: the first of all.
    void setWords(const QString& words);
    [[nodiscard]] const QStringList& lines() const { return lines_; }
    /// The place in lines() of that row; −1: the row that counts the others.
    [[nodiscard]] int lineOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    const QStringList lines_;
    QStringList words_;
    std::vector<int> found_;
    int more_ = 0;
};

class ChoiceField : public QLineEdit {
    Q_OBJECT
public:
    ChoiceField(const QStringList& choices, int current, QWidget* parent = nullptr);
    /// −1: what is typed is none of them.
    [[nodiscard]] int currentIndex() const { return current_; }
    void setCurrentIndex(int index);
    [[nodiscard]] MatchingLines* matches() const { return matches_; }

signals:
    void currentIndexChanged(int index);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(int index);
    void typed(const QString& words);
    void showList(const QString& words);

    MatchingLines* matches_;
    QCompleter* completer_;
    int current_ = -1;
};

} // namespace countercheck::ui
