// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand articles on one board: only the panes that somebody sees exist, and nothing is lost for those that do not.
#include "samplecase.h"
#include "ui/basics/theme.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"
#include "ui/panes/paneheader.h"
#include "ui/panes/panerow.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace countercheck;
using namespace countercheck::ui;
using K = compare::RelationKind;

namespace {

constexpr int many = 1000;
constexpr int most = 14; ///< panes: five in view at most, neighbours, and those in which somebody is at work

std::string longText(int number) {
    std::string text = "Report number " + std::to_string(number) + " on the harbour.\n\n";
    for (int i = 0; i < 30; ++i)
        text += "Paragraph " + std::to_string(i) + " says nothing that anybody would want to check today.\n\n";
    return text;
}

/// Articles 3 and 4, 10 and 990 answer one question each; 500 answers both.
samplecase::Builder thousand() {
    samplecase::Builder b;
    for (int i = 0; i < many; ++i) {
        std::string words = longText(i);
        if (i == 3 || i == 4)
            words += "There were [[near:" + std::to_string(i) + " boats]] in the harbour.\n\n";
        if (i == 10 || i == 990)
            words += "There were [[far:" + std::to_string(i) + " people]] in the harbour.\n\n";
        if (i == 500)
            words += "There were [[near:9 boats]] and [[far:8 people]] in it.\n\n";
        b.article("Paper " + std::to_string(i), words + longText(i));
    }
    b.relate("near", 0, 1, K::Contradiction);
    b.relate("far", 0, 2, K::Contradiction);
    return b;
}

} // namespace

class TestManyPanes : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneBoard> board;
    dossier::Snapshot snapshot;

    [[nodiscard]] QScrollBar* bar() const {
        return board->findChild<QAbstractScrollArea*>(QStringLiteral("Row of panes"))->horizontalScrollBar();
    }
    [[nodiscard]] int widgets() const { return static_cast<int>(board->findChildren<ArticlePane*>().size()); }
    /// All panes in view exist and stand side by side where the row says.
    void looksRight() const {
        const auto [first, last] = board->inView();
        QVERIFY(first >= 0 && last >= first);
        for (int i = first; i <= last; ++i) {
            ArticlePane* pane = board->pane(i);
            QVERIFY2(pane && pane->isVisible(), qPrintable(QString::number(i)));
            QCOMPARE(pane->id(), snapshot->articles[static_cast<std::size_t>(i)].id);
            QVERIFY(pane->header()->title().endsWith(QStringLiteral("Paper %1").arg(i)));
            QVERIFY(pane->text()->shownText().startsWith(QStringLiteral("Report number %1 on").arg(i)));
            if (i > first)
                QCOMPARE(pane->x(), board->pane(i - 1)->x() + board->pane(i - 1)->width());
        }
        QVERIFY2(board->existingPanes() <= most, qPrintable(QString::number(board->existingPanes())));
        QVERIFY2(widgets() <= most + 8, qPrintable(QString::number(widgets())));
    }
    void reach(const std::function<bool()>& done) const { QTRY_VERIFY(done()); }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qApp, ThemeChoice::Light);
        samplecase::Builder b = thousand();
        snapshot = b.snapshot();
    }
    void init() {
        board = std::make_unique<PaneBoard>();
        board->setReducedMotion(true);
        board->setGathering(PaneBoard::Gathering::Never);
        board->resize(1280, 600);
        board->show();
        QVERIFY(QTest::qWaitForWindowExposed(board.get()));
        board->setSnapshot(snapshot);
    }
    void cleanup() { board.reset(); }

    void onlyWhatIsSeenExists() {
        QCOMPARE(board->paneCount(), many);
        looksRight();
        QCOMPARE(board->existingPanes(), 4); // three, and the edge of the fourth: no neighbour in the same breath
        QTRY_COMPARE(board->existingPanes(), 6);
        QVERIFY(!board->pane(6));
        QVERIFY(!board->pane(999));
        QVERIFY(!board->pane(many));
        QVERIFY(!board->pane(-1));
    }

    void scrollingFromEndToEndReusesPanes() {
        for (int step = 0; step <= 200; ++step) {
            bar()->setValue(static_cast<int>(static_cast<qint64>(bar()->maximum()) * step / 200));
            looksRight();
            QCoreApplication::processEvents();
        }
        QCOMPARE(board->inView().second, many - 1);
        for (int i = 1; i < many - 8; ++i) // the first one has the keyboard
            QVERIFY2(!board->pane(i), qPrintable(QString::number(i)));
        bar()->setValue(0);
        looksRight();
    }

    void whereSomebodyWasIsKept() {
        ArticleText* text = board->pane(1)->text();
        text->scrollToContent(120);
        text->select({5, 17});
        const QString chosen = text->selectedText();
        const qreal top = text->scrollTop();
        QVERIFY(top > 0);
        bar()->setValue(bar()->maximum() / 2);
        QTRY_VERIFY(!board->pane(1));
        bar()->setValue(0);
        QCOMPARE(board->pane(1)->text()->scrollTop(), top);
        QCOMPARE(board->pane(1)->text()->selectedText(), chosen);
        QCOMPARE(board->pane(0)->text()->scrollTop(), 0.0); // the reused widgets bring nothing along
        QVERIFY(board->pane(0)->text()->selectedText().isEmpty());
        // And through a new state of the case, in which it has another place.
        bar()->setValue(bar()->maximum());
        QTRY_VERIFY(!board->pane(1));
        dossier::Dossier moved = *snapshot;
        std::swap(moved.articles[1], moved.articles[2]);
        board->setSnapshot(std::make_shared<const dossier::Dossier>(moved));
        bar()->setValue(0);
        QCOMPARE(board->pane(2)->text()->scrollTop(), top);
        QCOMPARE(board->pane(2)->text()->selectedText(), chosen);
    }

    void aPaneInWhichSomebodyIsAtWorkStays() {
        ArticlePane* mine = board->pane(2);
        mine->text()->setFocus();
        mine->text()->select({0, 6});
        bar()->setValue(bar()->maximum());
        QTRY_VERIFY(!board->pane(1));
        looksRight();
        QCOMPARE(board->pane(2), mine);
        QVERIFY(mine->text()->hasFocus());
        QVERIFY(mine->visibleRegion().isEmpty()); // far to the left
        QVERIFY(board->spot());
        QCOMPARE(board->spot()->article, snapshot->articles[2].id);
        // Hidden by a colleague: there is no spot any more, also when its widget shows another article.
        dossier::Dossier without = *snapshot;
        without.articles[2].hidden = true;
        board->setSnapshot(std::make_shared<const dossier::Dossier>(without));
        QCOMPARE(board->paneCount(), many - 1);
        bar()->setValue(0);
        QVERIFY(!board->spot() || board->spot()->article != snapshot->articles[2].id);
    }

    void selectingBringsThePaneIn() {
        board->selectQuestion(dossier::QuestionKey{"far"});
        QVERIFY(board->pane(10));
        const auto [first, last] = board->inView();
        QVERIFY(first <= 10 && last >= 10);
        ArticleText* text = board->pane(10)->text();
        const auto stands = [](ArticleText* one) {
            return one->markRects(one->marksOfSelected().front()).front().top() - one->viewport()->height() / 3.0;
        };
        QVERIFY(std::abs(stands(text)) <= 2);
        QVERIFY(board->pane(9)->saysNotMentioned());
        // Its counterparts are numbered, and stand at the same height when they come into view.
        const std::vector<ConnectorPlan::Badge> expected{{10, 0, 1}, {500, 1, 1}, {500, 1, 2}, {990, 2, 2}};
        QVERIFY(board->connectorPlan().badges == expected);
        QVERIFY(board->connectorPlan().curves.empty());
        QVERIFY(board->bringPane(990));
        looksRight();
        QVERIFY(std::abs(stands(board->pane(990)->text())) <= 2);
        QVERIFY(board->pane(989)->saysNotMentioned());
        // What a person scrolled to afterwards is theirs.
        board->pane(990)->text()->scrollToContent(40);
        bar()->setValue(0);
        QTRY_VERIFY(!board->pane(990));
        board->bringPane(990);
        QCOMPARE(board->pane(990)->text()->scrollTop(), 40.0);
        // Words in view stay where they are: nothing scrolls sideways.
        bar()->setValue(0);
        board->selectQuestion(dossier::QuestionKey{"near"});
        QCOMPARE(bar()->value(), 0);
        QCOMPARE(board->connectorPlan().edges.count(3), std::size_t{1});
        board->bringPane(4);
        QTRY_COMPARE(board->connectorPlan().curves.size(), std::size_t{1});
    }

    void revealsInAPaneThatDidNotExist() {
        const std::string& words = snapshot->articles[700].text.get();
        const auto at = static_cast<std::uint32_t>(words.find("Paragraph 20"));
        QVERIFY(board->reveal(snapshot->articles[700].id, {at, at + 12}));
        looksRight();
        QCOMPARE(board->pane(700)->text()->selectedText(), QStringLiteral("Paragraph 20"));
        QVERIFY(board->pane(700)->text()->hasFocus());
        QCOMPARE(board->spot()->article, snapshot->articles[700].id);
        QVERIFY(!board->reveal({"no such article"}, {}));
    }

    void keyboardGoesThroughAll() {
        board->pane(0)->text()->setFocus();
        for (int i = 1; i <= 40; ++i) {
            board->focusNextPane();
            QVERIFY2(board->pane(i) && board->pane(i)->text()->hasFocus(), qPrintable(QString::number(i)));
        }
        looksRight();
        board->bringPane(0);
        board->pane(0)->text()->setFocus();
        board->focusPreviousPane(); // round to the last
        QVERIFY(board->pane(many - 1)->text()->hasFocus());
        looksRight();
        board->focusNextPane();
        QVERIFY(board->pane(0)->text()->hasFocus());
        // Tab goes from pane to pane as well, whether the next one existed before or not.
        QTRY_VERIFY(board->pane(5));
        int reached = 0;
        for (int i = 0; i < 400 && reached < 12; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            for (int place = reached + 1; place <= reached + 2; ++place)
                if (board->pane(place) && board->pane(place)->text()->hasFocus())
                    reached = place;
            QCoreApplication::processEvents();
        }
        QCOMPARE(reached, 12);
    }

    void panesAreMovedAndDroppedByPlace() {
        QSignalSpy arranged(board.get(), &PaneBoard::arrangeRequested);
        bar()->setValue(bar()->maximum() / 2);
        const int first = board->inView().first + 1;
        QMimeData pane;
        pane.setData(QStringLiteral("application/x-countercheck-pane"),
                     QByteArray::fromStdString(snapshot->articles[0].id.sha256));
        const QPoint at(board->pane(first)->x() + 20, 100);
        QDragEnterEvent enter(at, Qt::CopyAction, &pane, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(board.get(), &enter);
        QDropEvent event(at, Qt::CopyAction, &pane, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(board.get(), &event);
        const auto order = arranged.takeLast()[0].value<dossier::Arrange>().order;
        QCOMPARE(order.size(), std::size_t{many});
        QCOMPARE(order[static_cast<std::size_t>(first - 1)], snapshot->articles[0].id);
        QCOMPARE(order[static_cast<std::size_t>(first)], snapshot->articles[static_cast<std::size_t>(first)].id);
        // At the edge the row scrolls along.
        const int before = bar()->value();
        QApplication::sendEvent(board.get(), &enter);
        QDragMoveEvent move(QPoint(board->width() - 5, 100), Qt::MoveAction, &pane, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(board.get(), &move);
        QVERIFY(bar()->value() > before);
        looksRight();
    }

    void thoseThatAnswerAreGathered() {
        const auto places = [this] {
            QStringList names;
            for (int i = 0; i < board->paneCount() && i < 8; ++i)
                names += board->pane(i) ? board->pane(i)->header()->title().section(QStringLiteral(" · "), 1) : u"?"_qs;
            return names.join(QStringLiteral(", "));
        };
        const auto link = [this](const QString& words) {
            for (QPushButton* button : board->findChildren<QPushButton*>())
                if (button->isVisible() && button->text() == words)
                    return button;
            return static_cast<QPushButton*>(nullptr);
        };
        board->setGathering(PaneBoard::Gathering::WhenMany);
        QVERIFY(!board->gathered()); // nothing is selected
        board->bringPane(700);
        board->selectQuestion(dossier::QuestionKey{"far"});
        QVERIFY(board->gathered());
        QCOMPARE(places(), QStringLiteral("Paper 10, Paper 500, Paper 990"));
        QCOMPARE(bar()->maximum(), 0);
        QTRY_COMPARE(board->connectorPlan().curves.size(), std::size_t{2}); // neighbours now
        for (int i = 0; i < 3; ++i)
            QVERIFY(!board->pane(i)->saysNotMentioned());
        board->selectQuestion(dossier::QuestionKey{"near"});
        QCOMPARE(places(), QStringLiteral("Paper 3, Paper 4, Paper 500"));
        QTRY_VERIFY(link(QStringLiteral("Show all articles")));
        const auto labels = board->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("3 of 1,000 articles answer this question");
        }));
        // An article that somebody looks for comes in, until another question is selected.
        QVERIFY(board->reveal(snapshot->articles[40].id, {}));
        QCOMPARE(places(), QStringLiteral("Paper 3, Paper 4, Paper 40, Paper 500"));
        QVERIFY(board->pane(2)->text()->hasFocus());
        board->selectQuestion(dossier::QuestionKey{"far"});
        QCOMPARE(places(), QStringLiteral("Paper 10, Paper 500, Paper 990"));
        // Moved past the neighbour that is seen, not past one of the thousand.
        QSignalSpy arranged(board.get(), &PaneBoard::arrangeRequested);
        emit board->pane(0)->header()->moveRequested(1);
        const auto order = arranged.takeLast()[0].value<dossier::Arrange>().order;
        QCOMPARE(order[500], snapshot->articles[10].id);
        QCOMPARE(order[499], snapshot->articles[500].id);
        // All of them, and back.
        QSignalSpy chosen(board.get(), &PaneBoard::gatheringChosen);
        QTRY_VERIFY(link(QStringLiteral("Show all articles")));
        link(QStringLiteral("Show all articles"))->click();
        QCOMPARE(chosen.takeLast()[0].toBool(), false);
        QCOMPARE(board->paneCount(), many);
        QVERIFY(board->inView().first <= 10 && board->inView().second >= 10); // what stood at the left edge
        QTRY_VERIFY(link(QStringLiteral("Only articles that answer")));
        link(QStringLiteral("Only articles that answer"))->click();
        QCOMPARE(chosen.takeLast()[0].toBool(), true);
        QCOMPARE(places(), QStringLiteral("Paper 10, Paper 500, Paper 990"));
        // A question that is gone shows all again.
        board->selectQuestion(std::nullopt);
        QCOMPARE(board->paneCount(), many);
        looksRight();
        // Few articles are never gathered by themselves.
        samplecase::Builder three = samplecase::threeReports();
        board->setGathering(PaneBoard::Gathering::WhenMany);
        board->setSnapshot(three.snapshot());
        board->selectQuestion(dossier::QuestionKey{"curfew"});
        QCOMPARE(board->paneCount(), 3);
    }

    void looksFollowInPanesThatComeLater() {
        board->setTextZoom(1.5);
        board->bringPane(600);
        QCOMPARE(board->pane(600)->text()->flow().zoom(), 1.5);
        const ArticlePane* pane = board->pane(600);
        board->resize(1900, 700); // the first pane in view stays in view
        QTRY_VERIFY(pane->height() > 600);
        QCOMPARE(board->pane(600), pane);
        QVERIFY(board->inView().first <= 600 && board->inView().second >= 600);
        looksRight();
        board->setPanesVisible(2);
        looksRight();
        QVERIFY(board->pane(board->inView().first)->width() > 800);
    }

    void rowsOfAllSizes() {
        for (const int count : {0, 1, 2, 3, 4, 9, 100'000}) {
            for (const int room : {0, 98, 700, 1280, 3840}) {
                for (const int visible : {0, 1, 7}) {
                    const PaneRow row(count, room, visible);
                    QCOMPARE(row.left(0), 0);
                    if (count == 0) {
                        QCOMPARE(row.inView(0), std::pair(0, -1));
                        continue;
                    }
                    QVERIFY(row.total() >= row.right(count - 1));
                    for (const int place : {0, count / 2, count - 1}) {
                        QVERIFY(row.right(place) - row.left(place) >= PaneRow::narrowest);
                        QCOMPARE(row.at(row.left(place)), place);
                        QCOMPARE(row.at(row.right(place) - 1), place);
                        QCOMPARE(row.dropAt(row.left(place)), place);
                        QCOMPARE(row.dropAt(row.right(place) - 1), place + 1);
                        const int x = row.toShow(place, 0);
                        QVERIFY(row.inView(x).first <= place && row.inView(x).second >= place);
                        QVERIFY(row.left(place) >= x);
                    }
                }
            }
        }
    }
};

QTEST_MAIN(TestManyPanes)
#include "tst_manypanes.moc"
