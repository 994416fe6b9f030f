// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the board in both themes and sizes. With COUNTERCHECK_PICTURES set to a directory, the pictures are kept there.
#include "core/dossier/dossier.h"
#include "samplecase.h"
#include "ui/basics/theme.h"
#include "ui/panes/articlepane.h"
#include "ui/panes/articletext.h"
#include "ui/panes/paneboard.h"

#include <QApplication>
#include <QTest>

using namespace countercheck;
using namespace countercheck::ui;

class PanePictures : public QObject {
    Q_OBJECT

private:
    static void keep(const QPixmap& picture, const QString& name) {
        const QString directory = qEnvironmentVariable("COUNTERCHECK_PICTURES");
        if (!directory.isEmpty())
            QVERIFY(picture.save(directory + QStringLiteral("/panes-") + name + QStringLiteral(".png")));
    }

    static QPixmap draw(const dossier::Snapshot& snapshot, const QString& key, QSize size) {
        PaneBoard board;
        board.setReducedMotion(true);
        board.resize(size);
        board.setSnapshot(snapshot);
        board.show();
        if (!key.isEmpty())
            board.selectQuestion(dossier::QuestionKey{key.toStdString()});
        QTest::qWait(30);
        return board.grab();
    }

private slots:
    void draws_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void draws() {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        samplecase::Builder three = samplecase::threeReports();
        const QPixmap whole = draw(three.snapshot(), QStringLiteral("attackers"), {960, 860});
        QCOMPARE(whole.toImage().pixelColor(300, 800), Theme::current().surface);
        keep(whole, QStringLiteral("three") + suffix);
        keep(draw(three.snapshot(), QStringLiteral("abducted"), {960, 420}), QStringLiteral("low") + suffix);

        samplecase::Builder one;
        one.article(
            "A newspaper whose name is so long that it can't stand in the head of any pane, however wide it may be",
            "Hall by the harbour opens after three years of work\n\nBy Jane Doe\n\n[[n:Twelve]] people came to the "
            "opening, the [[n:dozen]] organisers said.");
        one.relate("n", 0, 1, compare::RelationKind::Agreement);
        one.dossier.reference = one.articles[0].id;
        keep(draw(one.snapshot(), {}, {900, 500}), QStringLiteral("one") + suffix);

        samplecase::Builder seven = samplecase::threeReports();
        seven.article("صحيفة",
                      "قال شهود إن [[attackers:أكثر من 100 مسلح]] على دراجات نارية هاجموا [[sites:ثلاثة مواقع]] "
                      "صناعية يوم [[date:الأحد 11 يناير]] في غرب البلاد (AFP).\n\nNo word of it elsewhere.");
        seven.article("Quiet paper", "Nothing about that here.");
        seven.article("Late paper", "It was [[attackers:about 120 men]], an officer said.");
        seven.article("Hidden paper", "Hidden.");
        seven.articles[6].hidden = true;
        seven.relate("attackers", 2, 3, compare::RelationKind::Agreement);
        seven.relate("attackers", 3, 4, compare::RelationKind::Discrepancy);
        seven.relate("sites", 2, 3, compare::RelationKind::Refinement);
        seven.relate("date", 2, 3, compare::RelationKind::Agreement);
        keep(draw(seven.snapshot(), QStringLiteral("attackers"), {2100, 600}), QStringLiteral("seven") + suffix);
        keep(draw(seven.snapshot(), QStringLiteral("attackers"), {960, 600}), QStringLiteral("seven-narrow") + suffix);
        keep(draw(nullptr, {}, {900, 500}), QStringLiteral("empty") + suffix);
    }
};

QTEST_MAIN(PanePictures)
#include "tst_panepictures.moc"
