// SPDX-License-Identifier: GPL-3.0-or-later
// When does each article say that it happened? A row an article, a time axis below; every date and time that a question
// holds stands there as a bar as long as the words leave open, with its words. The same in sentences is in the
// accessible description and the tool tips.
#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace countercheck::ui {

class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);
    void setSnapshot(const dossier::Snapshot& snapshot);
    void setSelection(const std::optional<dossier::QuestionKey>& key);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QString spoken() const { return spoken_; }
    [[nodiscard]] int bars() const { return static_cast<int>(bars_.size()); }

signals:
    void questionChosen(const countercheck::dossier::QuestionKey& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bar {
        std::uint32_t article = 0;
        std::string key;
        QString words, title;
        std::int64_t from = 0, to = 0; ///< seconds, half-open
        std::optional<compare::RelationKind> status;
        int lane = 0; ///< within the article's row
    };
    [[nodiscard]] QRectF rectOf(const Bar& bar) const;
    /// Where its words stand: in it, or beside it where it is too narrow.
    [[nodiscard]] QRectF wordsOf(const Bar& bar) const;
    [[nodiscard]] int rowTop(std::uint32_t article) const;
    [[nodiscard]] qreal xOf(std::int64_t seconds) const;
    [[nodiscard]] int barAt(QPointF at) const;
    void layLanes();
    [[nodiscard]] static QString dayWords(std::int64_t seconds);

    [[nodiscard]] QString nameOf(std::uint32_t article) const;

    dossier::Snapshot snapshot_;
    std::vector<Bar> bars_; ///< in order of time
    std::vector<int> tops_; ///< where each article's row begins; and where the last one ends
    std::int64_t from_ = 0, to_ = 1;
    std::size_t left_ = 0; ///< dates far outside the time on show
    std::string selected_;
    QString spoken_;
};

} // namespace countercheck::ui
