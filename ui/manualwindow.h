// SPDX-License-Identifier: GPL-3.0-or-later
// The manual, read in the window: contents at the left, the page at the right, search over all pages. The pages are
// part of the program (resources/manual); nothing else is ever loaded, whatever a page says.
#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QTextBrowser>

#include <memory>
#include <vector>

class QLineEdit;
class QListWidget;
class QTextDocument;
class QToolButton;

namespace countercheck::ui {

/// One page of the manual.
struct ManualPage {
    QString file;  ///< "03-questions.html"
    QString title; ///< as its <title> says
    QString html;
};

/// The pages in reading order, in the window's language; a page that is not translated is there in English.
QList<ManualPage> manualPages(bool french);

/// Shows pages of qrc:/manual/ and follows links among them; everything else is refused.
class ManualBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit ManualBrowser(QWidget* parent = nullptr);
    QVariant loadResource(int type, const QUrl& url) override;

protected:
    void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int pictureWidth_ = 0; ///< that the page was loaded for
};

class ManualWindow : public QDialog {
    Q_OBJECT
public:
    explicit ManualWindow(QWidget* parent = nullptr);
    ~ManualWindow() override;

    /// "03-questions.html", with an anchor if wanted; unknown pages are ignored.
    void open(const QString& page);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showContents();
    void search(const QString& words);
    void openRow(int row);
    void showHits(int position = -1);
    void pageChanged(const QUrl& url);

    QList<ManualPage> pages_;
    std::vector<std::unique_ptr<QTextDocument>> texts_; ///< what search walks, as the pages
    QLineEdit* find_ = nullptr;
    QListWidget* list_ = nullptr;
    QToolButton *back_ = nullptr, *forward_ = nullptr;
    ManualBrowser* page_ = nullptr;
};

} // namespace countercheck::ui
