// SPDX-License-Identifier: GPL-3.0-or-later
// The board as people and screen readers use it: selecting, scrolling, keys, menus, dropping, accessibility, big texts.
#include "samplecase.h"
#include "ui/basics/theme.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/overviewruler.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/paneheader.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWheelEvent>

using namespace countercheck;
using namespace countercheck::ui;
using K = compare::RelationKind;

class TestPaneBoard : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneBoard> board;
    dossier::Snapshot snapshot;

    ArticleText* text(int i) const { return board->pane(i)->text(); }
    QString marked(int pane, int mark) const {
        const Range range = text(pane)->marks()[static_cast<std::size_t>(mark)].range;
        return text(pane)->shownText().mid(range.begin, range.end - range.begin);
    }
    qreal heightOf(int pane, int mark) const { return text(pane)->markRects(mark).front().top(); }
    void take(samplecase::Builder& builder) {
        snapshot = builder.snapshot();
        board->setSnapshot(snapshot);
        QTest::qWait(1);
    }
    QAction* menuItem(int pane, const QString& words) const {
        for (QAction* action : board->pane(pane)->header()->menu()->actions()) {
            if (action->text().remove(u'&').startsWith(words))
                return action;
        }
        return nullptr;
    }
    static QByteArray fill(int paragraphs) {
        QByteArray filler;
        for (int i = 0; i < paragraphs; ++i)
            filler +=
                "Paragraph number " + QByteArray::number(i) + " says nothing that anybody would want to check.\n\n";
        return filler;
    }

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() {
        board = std::make_unique<PaneBoard>();
        board->setReducedMotion(true);
        board->resize(960, 420);
        samplecase::Builder three = samplecase::threeReports();
        take(three);
        board->show();
        QVERIFY(QTest::qWaitForWindowExposed(board.get()));
    }
    void cleanup() { board.reset(); }

    void showsEveryArticle() {
        QCOMPARE(board->paneCount(), 3);
        QCOMPARE(board->pane(0)->header()->title(), QStringLiteral("A · AFP"));
        QCOMPARE(board->pane(2)->header()->title(), QStringLiteral("C · Local press"));
        QCOMPARE(board->pane(1)->header()->pill(), QStringLiteral("derived from A · 81 %"));
        QVERIFY(board->pane(1)->header()->facts().contains(QStringLiteral("13 Jan 2026")));
    }

    void bringsCounterpartsToOneHeight() {
        samplecase::Builder b = samplecase::threeReports();
        // The words stand far down in each, at different places, with enough below to scroll.
        for (std::size_t i = 0; i < 3; ++i) {
            b.articles[i].id.sha256 += "long"; // another text is another capture
            const std::string before = fill(20 + static_cast<int>(i) * 17).toStdString();
            b.articles[i].text = before + b.articles[i].text.get() + "\n\n" + fill(40).toStdString();
            for (auto& question : b.questions) {
                for (auto& claim : question.claims) {
                    if (claim.article == i) {
                        claim.words.begin += static_cast<std::uint32_t>(before.size());
                        claim.words.end += static_cast<std::uint32_t>(before.size());
                    }
                }
            }
        }
        take(b);
        board->selectQuestion(dossier::QuestionKey{"attackers"});
        const qreal third = text(0)->viewport()->height() / 3.0;
        for (int i = 0; i < 3; ++i) {
            const int mark = text(i)->marksOfSelected().front();
            QVERIFY2(std::abs(heightOf(i, mark) - third) <= 2, qPrintable(QString::number(heightOf(i, mark))));
            QCOMPARE(board->pane(i)->twins().front().sight, Sight::Visible);
        }
        QCOMPARE(board->connectorPlan().curves.size(), std::size_t{2});

        // Scrolled away in one pane, the twin is counted at its edge and the curve is gone.
        text(1)->scrollToContent(0);
        QTRY_COMPARE(board->connectorPlan().curves.size(), std::size_t{0});
        QCOMPARE(board->connectorPlan().edges.at(1), (ConnectorPlan::Edge{0, 1}));
        board->pane(1)->showHidden(false);
        QTRY_COMPARE(board->connectorPlan().curves.size(), std::size_t{2});

        // Without bringing, nothing moves.
        const qreal before = text(0)->scrollTop();
        board->selectQuestion(dossier::QuestionKey{"sites"}, false);
        QCOMPARE(text(0)->scrollTop(), before);
    }

    void panesKeepTheirPlaceThroughANewState() {
        text(0)->scrollToContent(30);
        text(0)->setCaret(7, false, false);
        const ArticlePane* first = board->pane(0);
        samplecase::Builder b = samplecase::threeReports();
        b.dossier.reference = b.articles[2].id;
        take(b);
        QCOMPARE(board->pane(0), first);
        QCOMPARE(text(0)->scrollTop(), 30.0);
        QCOMPARE(text(0)->caret(), qsizetype{7});
        QVERIFY(board->pane(2)->header()->markedAsReference());
        QVERIFY(!board->pane(0)->header()->markedAsReference());
    }

    void saysWhenNotMentioned() {
        board->selectQuestion(dossier::QuestionKey{"curfew"});
        QVERIFY(board->pane(0)->saysNotMentioned());
        QVERIFY(board->pane(1)->saysNotMentioned());
        QVERIFY(!board->pane(2)->saysNotMentioned());
        board->selectQuestion(dossier::QuestionKey{"sites"});
        for (int i = 0; i < 3; ++i)
            QVERIFY(!board->pane(i)->saysNotMentioned());
        board->selectQuestion(dossier::QuestionKey{"no such question"});
        for (int i = 0; i < 3; ++i)
            QVERIFY(!board->pane(i)->saysNotMentioned());
        board->selectQuestion(std::nullopt);
        QVERIFY(!board->pane(0)->saysNotMentioned());
    }

    void tabWalksTheMarks() {
        QSignalSpy activated(board.get(), &PaneBoard::questionActivated);
        text(0)->setFocus();
        QStringList walked;
        for (int i = 0; i < 7; ++i) {
            QTest::keyClick(text(0), Qt::Key_Tab);
            if (text(0)->markUnderCaret() >= 0 && text(0)->hasFocus())
                walked += marked(0, text(0)->markUnderCaret());
        }
        const QStringList expected{QStringLiteral("three industrial sites"), QStringLiteral("Sunday"),
                                   QStringLiteral("“enormous” damage"),      QStringLiteral("Nearly 160 fighters"),
                                   QStringLiteral("three people"),           QStringLiteral("four civilians"),
                                   QStringLiteral("since September")};
        QCOMPARE(walked, expected);
        QTest::keyClick(text(0), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(marked(0, text(0)->markUnderCaret()), QStringLiteral("four civilians"));
        QVERIFY(text(0)->accessibleDescription().contains(QStringLiteral("Contradiction")));
        QTest::keyClick(text(0), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<dossier::QuestionKey>().value, std::string("abducted"));

        // From the caret, not from the top; behind the last mark the focus goes on.
        text(0)->setCaret(text(0)->shownText().size());
        QTest::keyClick(text(0), Qt::Key_Tab);
        QVERIFY(!text(0)->hasFocus());
    }

    void singleSourcesAreNoStops() {
        text(2)->setFocus();
        QStringList walked;
        while (text(2)->goToMark(true))
            walked += marked(2, text(2)->markUnderCaret());
        QVERIFY(!walked.contains(QStringLiteral("101")));
        QCOMPARE(walked.size(), 5);
        board->selectQuestion(dossier::QuestionKey{"incidents"}); // unless theirs is the question
        text(2)->setCaret(0);
        walked.clear();
        while (text(2)->goToMark(true))
            walked += marked(2, text(2)->markUnderCaret());
        QVERIFY(walked.contains(QStringLiteral("101")));
    }

    void clickActivatesAndStays() {
        QSignalSpy activated(board.get(), &PaneBoard::questionActivated);
        int people = -1;
        for (std::size_t i = 0; i < text(0)->marks().size(); ++i) {
            if (marked(0, static_cast<int>(i)) == QStringLiteral("three people"))
                people = static_cast<int>(i);
        }
        text(0)->bringMark(people, 100);
        const qreal top = text(0)->scrollTop();
        QTest::mouseClick(text(0)->viewport(), Qt::LeftButton, {},
                          text(0)->markRects(people).front().center().toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<dossier::QuestionKey>().value, std::string("abducted"));
        QCOMPARE(text(0)->selectedQuestion(),
                 people < 0 ? -1 : text(0)->marks()[static_cast<std::size_t>(people)].question);
        QCOMPARE(text(0)->scrollTop(), top); // the pane that was clicked does not move
        // Beside the words nothing is activated.
        QTest::mouseClick(text(0)->viewport(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(activated.size(), 1);
    }

    void selectsAndCopies() {
        text(0)->setFocus();
        text(0)->setCaret(0);
        QTest::keyClick(text(0), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(text(0)->selectedText().trimmed(), QStringLiteral("Armed"));
        QTest::keyClick(text(0), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().trimmed(), QStringLiteral("Armed"));
        QTest::keyClick(text(0), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(text(0)->selectedText(), text(0)->shownText());
        QTest::keyClick(text(0), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(text(0)->caret(), qsizetype{0});
        const QRectF first = text(0)->rectOf({0, 1});
        QTest::keyClick(text(0), Qt::Key_Down);
        const QRectF second = text(0)->rectOf({text(0)->caret(), text(0)->caret() + 1});
        QVERIFY(second.top() > first.top());
        QTest::keyClick(text(0), Qt::Key_Up);
        QCOMPARE(text(0)->caret(), qsizetype{0});
        // Down from line to line reaches the end, and up the beginning.
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(text(0), Qt::Key_Down);
        QCOMPARE(text(0)->shownText().size() - text(0)->caret() < 60, true);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(text(0), Qt::Key_Up);
        QVERIFY(text(0)->caret() < 60);
        QTest::mouseDClick(text(0)->viewport(), Qt::LeftButton, {}, text(0)->rectOf({1, 2}).center().toPoint());
        QCOMPARE(text(0)->selectedText(), QStringLiteral("Armed"));
    }

    void screenReadersGetTextAndMarks() {
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(text(0));
        QVERIFY(accessible);
        QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Article A, AFP"));
        QAccessibleTextInterface* words = accessible->textInterface();
        QVERIFY(words);
        QCOMPARE(words->characterCount(), static_cast<int>(text(0)->shownText().size()));
        const auto at = static_cast<int>(text(0)->shownText().indexOf(QStringLiteral("four civilians")));
        QCOMPARE(words->text(at, at + 14), QStringLiteral("four civilians"));
        int begin = 0, end = 0;
        const QString attributes = words->attributes(at + 3, &begin, &end);
        QCOMPARE(begin, at);
        QCOMPARE(end, at + 14);
        QVERIFY(attributes.contains(QStringLiteral("background-color:rgb(253,227,224)")));
        QVERIFY(attributes.contains(QStringLiteral("text-underline-style:double")));
        QVERIFY(attributes.contains(QStringLiteral("mark:Contradiction")));
        QVERIFY(attributes.contains(QStringLiteral("What about abducted?")));
        QVERIFY(words->attributes(0, &begin, &end).isEmpty());
        QCOMPARE(begin, 0);
        QVERIFY(end > 0 && text(0)->shownText().mid(end).startsWith(QStringLiteral("three industrial")));
        words->setCursorPosition(5);
        QCOMPARE(words->cursorPosition(), 5);
        words->setSelection(0, 2, 6);
        QCOMPARE(words->selectionCount(), 1);
        words->selection(0, &begin, &end);
        QCOMPARE(begin, 2);
        QCOMPARE(end, 6);
        words->removeSelection(0);
        QCOMPARE(words->selectionCount(), 0);
        words->attributes(-1, &begin, &end); // out of range is answered, not fatal
        words->attributes(1000000, &begin, &end);
        QCOMPARE(words->text(-5, 1000000), text(0)->shownText());
        const QRect rect = words->characterRect(0);
        QCOMPARE(words->offsetAtPoint(rect.center()), 0);
    }

    void everyControlHasAnAccessibleName() {
        samplecase::Builder b = samplecase::threeReports();
        b.articles[0].hidden = true;
        take(b);
        board->selectQuestion(dossier::QuestionKey{"attackers"});
        for (const QAbstractButton* button : board->findChildren<QAbstractButton*>()) {
            QAccessibleInterface* accessible =
                QAccessible::queryAccessibleInterface(const_cast<QAbstractButton*>(button));
            if (button->isVisible())
                QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
        }
    }

    void asksForArrangements() {
        QSignalSpy arranged(board.get(), &PaneBoard::arrangeRequested);
        const auto last = [&] { return arranged.takeLast()[0].value<dossier::Arrange>(); };
        menuItem(1, QStringLiteral("Hide"))->trigger();
        QCOMPARE(last().hidden.front(), snapshot->articles[1].id);
        menuItem(1, QStringLiteral("Move left"))->trigger();
        QCOMPARE(last().order.front(), snapshot->articles[1].id);
        QVERIFY(!menuItem(0, QStringLiteral("Move left"))->isEnabled());
        QVERIFY(!menuItem(2, QStringLiteral("Move right"))->isEnabled());
        menuItem(2, QStringLiteral("Make reference"))->trigger();
        QVERIFY(last().reference == snapshot->articles[2].id);
        text(0)->setFocus();
        QTest::keyClick(text(0), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(arranged.size(), 1);
        QCOMPARE(last().order[1], snapshot->articles[0].id);

        QSignalSpy edit(board.get(), &PaneBoard::infoEditRequested);
        QSignalSpy remove(board.get(), &PaneBoard::removeRequested);
        menuItem(2, QStringLiteral("Edit details"))->trigger();
        menuItem(2, QStringLiteral("Remove"))->trigger();
        QCOMPARE(edit[0][0].value<dossier::ArticleId>(), snapshot->articles[2].id);
        QCOMPARE(remove[0][0].value<dossier::ArticleId>(), snapshot->articles[2].id);
    }

    void hiddenOnesAreListedAndComeBack() {
        samplecase::Builder b = samplecase::threeReports();
        b.articles[1].hidden = true;
        take(b);
        QCOMPARE(board->paneCount(), 2);
        QCOMPARE(board->pane(1)->header()->title(), QStringLiteral("C · Local press")); // letters do not shift
        QPushButton* show = nullptr;
        for (QPushButton* button : board->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("B · Rewrite site"))
                show = button;
        }
        QVERIFY(show);
        QSignalSpy arranged(board.get(), &PaneBoard::arrangeRequested);
        show->click();
        QVERIFY(arranged.takeLast()[0].value<dossier::Arrange>().hidden.empty());
    }

    void dropsOfFilesTextAndPanes() {
        QSignalSpy files(board.get(), &PaneBoard::filesDropped);
        QSignalSpy words(board.get(), &PaneBoard::textDropped);
        QSignalSpy arranged(board.get(), &PaneBoard::arrangeRequested);
        const auto drop = [&](const QMimeData& mime, QPoint at) {
            QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(board.get(), &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent event(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(board.get(), &event);
        };
        QMimeData file;
        file.setUrls(
            {QUrl::fromLocalFile(QStringLiteral("/articles/a b.txt")), QUrl(QStringLiteral("https://example.org/x"))});
        drop(file, {10, 10});
        QCOMPARE(files[0][0].toStringList(), QStringList{QStringLiteral("/articles/a b.txt")});
        QMimeData text;
        text.setText(QStringLiteral("A report."));
        drop(text, {10, 10});
        QCOMPARE(words[0][0].toString(), QStringLiteral("A report."));
        QMimeData blank;
        blank.setText(QStringLiteral("  \n"));
        drop(blank, {10, 10});
        QCOMPARE(words.size(), 1);
        QMimeData pane;
        pane.setData(QStringLiteral("application/x-countercheck-pane"),
                     QByteArray::fromStdString(snapshot->articles[2].id.sha256));
        drop(pane, {20, 100});
        QCOMPARE(arranged.takeLast()[0].value<dossier::Arrange>().order.front(), snapshot->articles[2].id);
        drop(pane, {950, 100}); // where it stands already
        QVERIFY(arranged.empty());
    }

    void moreThanFitScrollSideways() {
        samplecase::Builder b;
        for (int i = 0; i < 7; ++i)
            b.article("Paper " + std::to_string(i), "Some words.");
        take(b);
        const auto* area = board->findChild<QAbstractScrollArea*>(QStringLiteral("Row of panes"));
        QVERIFY(area->horizontalScrollBar()->maximum() > 0);
        for (int i = 0; i < 7; ++i)
            QVERIFY(board->pane(i)->width() >= 232);
        // Three whole ones, and the edge of the next, so that it is plain that there is more.
        const double shares = double(area->viewport()->width()) / board->pane(0)->width();
        QVERIFY2(shares > 3.05 && shares < 3.3, qPrintable(QString::number(shares)));
        text(0)->setFocus();
        for (int i = 0; i < 6; ++i)
            board->focusNextPane();
        QVERIFY(text(6)->hasFocus());
        QVERIFY(area->horizontalScrollBar()->value() == area->horizontalScrollBar()->maximum());
        board->focusNextPane();
        QVERIFY(text(0)->hasFocus());
        board->focusPreviousPane();
        QVERIFY(text(6)->hasFocus());
        board->setPanesVisible(7);
        QCOMPARE(board->pane(0)->width(), 232);
    }

    void zooms() {
        const qreal before = text(0)->contentHeight();
        QSignalSpy zoomed(board.get(), &PaneBoard::textZoomChanged);
        QWheelEvent wheel(QPointF(50, 50), QPointF(50, 50), {}, QPoint(0, 240), Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(text(0)->viewport(), &wheel);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(board->textZoom() > 1.2);
        QVERIFY(text(0)->contentHeight() > before * 1.1);
        QVERIFY(text(2)->contentHeight() > before);
        board->setTextZoom(100);
        QCOMPARE(board->textZoom(), 3.0);
    }

    void whatWasLeftOutIsFoldedAndReachable() {
        samplecase::Builder b;
        b.article("Paper", "Published: 12 January 2026\nURL: https://example.org/report\nLanguage: en\n\n"
                           "Boats leave the harbour\n\nOn Monday [[n:twelve]] boats left the harbour of the town, the "
                           "mayor said.\n\nMore of them will leave today.");
        b.article("Other", "On Monday [[n:ten]] boats left.");
        b.relate("n", 0, 1, K::Contradiction);
        take(b);
        ArticleText* pane = text(0);
        const auto& flow = pane->flow();
        QCOMPARE(flow.folds().size(), std::size_t(1));
        const QString whole = pane->shownText();
        QVERIFY(whole.contains("example.org")); // it is there, for screen readers and for copying
        const auto top = [&] {
            return pane->rectOf({whole.indexOf("Boats leave"), whole.indexOf("Boats leave") + 1}).top();
        };
        const qreal folded = top();
        pane->selectAll();
        QVERIFY(pane->selectedText().contains("example.org"));
        QCOMPARE(top(), folded);
        // A click on the pill shows the lines, another hides them.
        const auto pill = [&] {
            const auto& head = flow.pieces()[static_cast<std::size_t>(flow.folds().front().first)];
            return (head.pillRect.center() + QPointF(pane->columnLeft(), head.top + 14)).toPoint();
        };
        QTest::mouseClick(pane->viewport(), Qt::LeftButton, {}, pill());
        QVERIFY(flow.folds().front().open);
        QVERIFY(top() > folded + 20);
        QTest::mouseClick(pane->viewport(), Qt::LeftButton, {}, pill());
        QCOMPARE(top(), folded);
        // With the keyboard: Enter on the line, or a step into it; Down goes past it.
        pane->setFocus();
        pane->setCaret(0);
        QTest::keyClick(pane, Qt::Key_Down);
        QVERIFY(!flow.folds().front().open);
        QCOMPARE(pane->caret(), whole.indexOf("Boats leave"));
        pane->setCaret(0);
        QTest::keyClick(pane, Qt::Key_Return);
        QVERIFY(flow.folds().front().open);
        QTest::keyClick(pane, Qt::Key_Return);
        QVERIFY(!flow.folds().front().open);
        QTest::keyClick(pane, Qt::Key_Right);
        QVERIFY(flow.folds().front().open);
        QCOMPARE(pane->caret(), 1);
    }

    void narrowHeadsKeepTheName() {
        board->resize(3 * 236, 420);
        QTest::qWait(1);
        for (int i = 0; i < 3; ++i) {
            const PaneHeader* head = board->pane(i)->header();
            QVERIFY(head->width() < 240);
            const auto parts = head->findChildren<ElidedText*>();
            const auto title = std::find_if(parts.begin(), parts.end(),
                                            [&](const auto* part) { return part->text() == head->title(); });
            QVERIFY(title != parts.end());
            QVERIFY((*title)->width() + 2 >= (*title)->sizeHint().width());
        }
        QCOMPARE(board->pane(1)->header()->pill(), QStringLiteral("derived from A · 81 %"));
    }

    void emptyCase() {
        QSignalSpy add(board.get(), &PaneBoard::addRequested);
        board->setSnapshot(nullptr);
        QCOMPARE(board->paneCount(), 0);
        board->selectQuestion(dossier::QuestionKey{"x"});
        board->focusNextPane();
        for (QPushButton* button : board->findChildren<QPushButton*>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(add.size(), 1);
    }

    void rulerScrollsAndFinds() {
        samplecase::Builder b;
        b.article("X", fill(400).toStdString() + "At last [[n:three]] people and [[n:four]] more.\n\n" +
                           fill(100).toStdString());
        b.relate("n", 0, 1, K::Contradiction);
        take(b);
        OverviewRuler* ruler = board->pane(0)->ruler();
        QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint(8, ruler->height() / 2));
        QVERIFY(text(0)->scrollTop() > text(0)->contentHeight() / 3);
        text(0)->scrollToContent(0);
        ruler->grab();
        QSignalSpy clicked(ruler, &OverviewRuler::tickClicked);
        for (int y = 4; y < ruler->height() && clicked.empty(); y += 2)
            QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint(8, y));
        QCOMPARE(clicked.size(), 1);
        const qreal at = text(0)->markRects(0).front().top();
        QVERIFY2(at >= 0 && at < text(0)->viewport()->height(), qPrintable(QString::number(at)));
    }

    void aMegabyteWithTwoThousandMarks() {
        samplecase::Builder b;
        std::string words;
        for (int i = 0; i < 2000; ++i) {
            words += fill(7).toStdString();
            words += "Some [[k" + std::to_string(i % 50) + ":" + std::to_string(i + 2) + " people]] were there.\n\n";
        }
        b.article("Big", words);
        b.article("One line", std::string(1000000, 'x') + " [[k0:nine people]] at its end");
        for (int i = 0; i < 50; ++i)
            b.relate("k" + std::to_string(i), 0, 1, K::Contradiction);
        take(b);
        QVERIFY(text(0)->shownText().size() > 800000);
        QCOMPARE(text(0)->marks().size(), std::size_t{2000});
        board->grab();
        const int far = 1750;
        text(0)->bringMark(far, 100);
        QVERIFY2(std::abs(heightOf(0, far) - 100) <= 2, qPrintable(QString::number(heightOf(0, far))));
        QCOMPARE(marked(0, far), QStringLiteral("1752 people"));
        board->grab();
        board->selectQuestion(dossier::QuestionKey{"k0"});
        QCOMPARE(text(1)->marksOfSelected().size(), std::size_t{1});
        const qreal at = heightOf(1, 0);
        QVERIFY2(at >= 0 && at < text(1)->viewport()->height(), qPrintable(QString::number(at)));
        for (int step = 0; step <= 20; ++step) {
            text(0)->scrollToContent(text(0)->contentHeight() * step / 20);
            board->grab();
        }
        QTest::keyClick(text(0), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(text(0)->caret(), text(0)->shownText().size());
    }

    void rightToLeftMarksStandOnTheirWords() {
        samplecase::Builder b;
        b.article("صحيفة", "قال شهود إن [[n:ثلاثة أشخاص]] خطفوا هناك و[[n:أربعة]] فروا.");
        b.relate("n", 0, 1, K::Contradiction);
        take(b);
        const QRectF first = text(0)->markRects(0).front();
        const QRectF second = text(0)->markRects(1).front();
        QVERIFY(first.left() > second.right()); // what is read first stands further right
        const qsizetype at = text(0)->offsetAt(first.center().toPoint());
        QVERIFY(text(0)->marks()[0].range.contains(at));
    }

    void followsTheTheme() {
        board->resize(960, 420);
        const QImage light = board->grab().toImage();
        applyTheme(*qApp, ThemeChoice::Dark);
        QTest::qWait(1);
        const QImage dark = board->grab().toImage();
        applyTheme(*qApp, ThemeChoice::Light);
        QTest::qWait(1);
        QCOMPARE(light.pixelColor(8, 200), Theme::light().surface);
        QCOMPARE(dark.pixelColor(8, 200), Theme::darkTheme().surface);
        QCOMPARE(board->grab().toImage(), light);
    }
};

QTEST_MAIN(TestPaneBoard)
#include "tst_paneboard.moc"
