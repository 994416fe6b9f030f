// SPDX-License-Identifier: GPL-3.0-or-later
// A button that shows its key in a small cap beside its words, so that the key is learned by looking.
#pragma once

#include <QPushButton>

namespace countercheck::ui {

class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(const QString& text, const QString& key, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int keyWidth() const;
    QString key_;
};

} // namespace countercheck::ui
