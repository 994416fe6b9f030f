// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of evidence, looked at inside the window. Exhibits come from anywhere and are treated so: pictures, text,
// saved pages and PDF are shown by this program alone, nothing that they name is loaded, nothing in them runs, and no
// other program is started. What is not shown can be saved as a copy.
#pragma once

#include "core/dossier/dossier.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace countercheck::ui {

/// What the bytes of an exhibit are, told from the bytes and not from the file's name.
enum class ExhibitKind { Picture, Page, Text, Pdf, Other };
ExhibitKind exhibitKind(const std::string& bytes);

class ExhibitView : public QDialog {
    Q_OBJECT
public:
    /// `bytes` are what the case keeps under the exhibit's hash; `problem` says why there are none.
    ExhibitView(const dossier::Evidence& evidence, std::string bytes, const QString& problem, QWidget* parent);
    ~ExhibitView() override;

signals:
    void saved(const QString& file);
    void failed(const QString& message);

private:
    void showContent();
    QWidget* picture();
    QWidget* page();
    QWidget* text();
    QWidget* pdf();
    QWidget* other();
    void turnTo(int pageNumber);
    void saveCopy();

    struct Document;
    dossier::Evidence evidence_;
    std::string bytes_;
    std::unique_ptr<Document> document_;
    QStackedWidget* content_;
    QLabel* sheet_ = nullptr; ///< the PDF's page
    QLabel* pageWords_ = nullptr;
    QPushButton* back_ = nullptr;
    QPushButton* on_ = nullptr;
};

} // namespace countercheck::ui
