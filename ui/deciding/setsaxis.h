// SPDX-License-Identifier: GPL-3.0-or-later
// "On one line": the values of one question drawn as sets on one axis, a row a source (of many sources,
// a row a value). A filled end belongs to the set,
// an open circle does not, an arrow goes on without end. Dates stand on an axis of time. Values that are neither
// figures nor dates are not drawn at all (available() says so); the same in words is in the accessible description.
#pragma once

#include "core/dossier/dossier.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace countercheck::ui {

class SetsAxis : public QWidget {
    Q_OBJECT
public:
    explicit SetsAxis(QWidget* parent = nullptr);

    /// Nothing to draw for no question, or for one without figures or dates.
    void setQuestion(const dossier::Dossier& dossier, const compare::Question* question);
    [[nodiscard]] bool available() const { return !rows_.empty(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Row {
        QString label, words;
        std::optional<double> low, high; ///< nothing: goes on without end
        bool lowInclusive = true, highInclusive = true;
        bool copy = false;                  ///< repeats another article
        QStringList others;                 ///< articles that give the same value: of many, they stand in one row
        [[nodiscard]] QString said() const; ///< the row in words
    };
    void joinAlike();
    void addTicks();
    [[nodiscard]] double labelWidth() const;
    std::vector<Row> rows_;
    std::size_t left_ = 0; ///< values for which there is no row
    std::vector<std::pair<double, QString>> ticks_;
    double from_ = 0, to_ = 1;
    bool time_ = false;
    QString unit_;
    std::optional<compare::RelationKind> status_;
};

/// Round steps for an axis from `from` to `to` with at most `most` marks: 1, 2 or 5 times a power of ten.
std::vector<double> roundTicks(double from, double to, int most);

} // namespace countercheck::ui
