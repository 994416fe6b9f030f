// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows on one shared case: what is decided in one stands in the other; without the server one goes on, and sees
// that it waits.
#include "tests/share/newsroom.h"
#include "tests/ui/drive.h"
#include "ui/mainwindow.h"
#include "ui/shareddialog.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace countercheck;
using namespace countercheck::ui;
using newsroom::Newsroom;

namespace {

struct Window {
    std::unique_ptr<Workbench> workbench = std::make_unique<Workbench>();
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(workbench.get());
    QStringList problems;
    Window() {
        window->resize(1280, 800);
        window->show();
        QObject::connect(workbench.get(), &Workbench::problem, workbench.get(),
                         [this](const QString& words) { problems << words; });
    }
    /// The words at the right end of the status line.
    [[nodiscard]] QString status() const { return window->findChild<QLabel*>(QStringLiteral("Saved"))->text(); }
    [[nodiscard]] const countercheck::compare::Question* contradiction() const {
        for (const auto& question : workbench->snapshot()->comparison.questions)
            if (question.status() == countercheck::compare::RelationKind::Contradiction)
                return &question;
        return nullptr;
    }
};

} // namespace

class TestSharing : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { home_.reset(); }
    void twoWindows();
    void theDialogMakesAnAddress();

private:
    QString uri(const char* login, const char* caseName) const {
        return QString::fromStdString(room_->uri(login, caseName));
    }
    void desk(const char* name) const {
        qputenv("COUNTERCHECK_SHARED_FOLDER", room_->path(QLatin1String(name)).toUtf8());
    }
    std::unique_ptr<Newsroom> room_;
    std::unique_ptr<drive::Home> home_;
};

void TestSharing::initTestCase() {
    home_ = std::make_unique<drive::Home>();
    room_ = std::make_unique<Newsroom>();
    QVERIFY2(room_->up(), room_->problem.constData());
}

void TestSharing::twoWindows() {
    Settings::setPerson({"Somebody", dossier::Role::Checker, {}});
    desk("hana");
    Window hana;
    QVERIFY(hana.workbench->newCase(room_->path(QStringLiteral("kayes.countercheck"))));
    hana.workbench->addText(QStringLiteral("Three people were kidnapped in Kayes on Monday, the governor said."));
    hana.workbench->addText(QStringLiteral("Four people were kidnapped in Kayes on Monday, a union said."));
    QTRY_VERIFY_WITH_TIMEOUT(hana.contradiction(), 20000);
    hana.workbench->share(uri("hana", "kayes"));
    QTRY_VERIFY_WITH_TIMEOUT(hana.workbench->place() == Workbench::Place::Shared, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(hana.workbench->person().name, std::string("Hana"), 20000);
    QVERIFY(hana.workbench->person().role == dossier::Role::Head);
    QTRY_VERIFY_WITH_TIMEOUT(hana.status().contains(QStringLiteral("Shared")), 20000);
    QVERIFY(hana.window->windowTitle().contains(QStringLiteral("shared")));

    desk("chloe");
    Window chloe;
    QVERIFY(chloe.workbench->openCase(uri("chloe", "kayes")));
    QTRY_VERIFY_WITH_TIMEOUT(chloe.contradiction(), 30000); // its articles came, and were compared here
    QCOMPARE(chloe.workbench->person().name, std::string("Chloe"));
    const dossier::QuestionKey key{chloe.contradiction()->key};
    QVERIFY2(chloe.workbench->apply(dossier::SetVerdict{key, dossier::VerdictState::Disputed, "two counts", {}, {}}),
             qPrintable(chloe.problems.join(u' ')));
    QTRY_VERIFY_WITH_TIMEOUT(hana.workbench->snapshot()->decisionsOf(key).verdict.has_value(), 30000);
    QCOMPARE(hana.workbench->snapshot()->decisionsOf(key).verdict->stamp.by, std::string("Chloe"));
    // She cannot become somebody else, nor sign off.
    chloe.workbench->setPerson({"Chloe", dossier::Role::Head, {}});
    QCOMPARE(chloe.problems.size(), 1);
    QVERIFY(chloe.workbench->person().role == dossier::Role::Checker);
    QVERIFY(!chloe.workbench->apply(dossier::SignOffFigure{key, nullptr}));
    QVERIFY(hana.workbench->apply(dossier::SignOffFigure{key, nullptr}));
    QTRY_VERIFY_WITH_TIMEOUT(chloe.workbench->snapshot()->decisionsOf(key).signOff.has_value(), 30000);

    room_->run({QStringLiteral("kill")});
    QTRY_VERIFY_WITH_TIMEOUT(chloe.status().contains(QStringLiteral("No connection")), 20000);
    QVERIFY(chloe.workbench->apply(dossier::AddNote{key, "called the mayor"}));
    QTRY_VERIFY_WITH_TIMEOUT(chloe.status().contains(QStringLiteral("not yet shared")), 20000);
    room_->run({QStringLiteral("start")});
    chloe.workbench->tryServerNow();
    hana.workbench->tryServerNow();
    QTRY_VERIFY_WITH_TIMEOUT(chloe.status().startsWith(QStringLiteral("Shared")), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(hana.workbench->snapshot()->decisionsOf(key).notes.size(), std::size_t(1), 30000);
    // A viewer reads; the window says so.
    desk("vera");
    Window vera;
    QVERIFY(vera.workbench->openShared(uri("vera", "kayes")));
    QTRY_VERIFY_WITH_TIMEOUT(vera.workbench->readOnly(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(vera.status().contains(QStringLiteral("read only")), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(vera.contradiction(), 30000);
    // Leaving a shared case, one is oneself again.
    hana.workbench->openSample();
    QCOMPARE(hana.workbench->person().name, std::string("Somebody"));
    QVERIFY(Settings::recentCases().contains(uri("vera", "kayes")));
}

void TestSharing::theDialogMakesAnAddress() {
    SharedDialog dialog(SharedDialog::What::Open, nullptr);
    dialog.show();
    auto* open = drive::find<QPushButton>(&dialog, QStringLiteral("Open"));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Server"))->setText(QStringLiteral("news.example.org:5433"));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Database"))->setText(QStringLiteral("newsroom"));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Case"))->clear();
    QVERIFY(!open->isEnabled());
    drive::find<QLineEdit>(&dialog, QStringLiteral("Case"))->setText(QStringLiteral("Kayes & Ségou"));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Your login"))->setText(QStringLiteral("ana"));
    QVERIFY(open->isEnabled());
    QCOMPARE(dialog.address(),
             QStringLiteral("postgresql://ana@news.example.org:5433/newsroom?case=Kayes%20%26%20S%C3%A9gou"));
    // What colleagues are given names nobody.
    const auto shown = [&] {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(QStringLiteral("postgresql://")))
                return label->text();
        return QString();
    };
    QVERIFY2(
        shown().endsWith(QStringLiteral("postgresql://news.example.org:5433/newsroom?case=Kayes%20%26%20S%C3%A9gou")),
        qPrintable(shown()));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Server"))
        ->setText(QStringLiteral("postgresql://news.example.org/newsroom?case=Kayes"));
    QCOMPARE(dialog.address(), QStringLiteral("postgresql://ana@news.example.org/newsroom?case=Kayes"));
    QVERIFY(shown().isEmpty());
    drive::find<QLineEdit>(&dialog, QStringLiteral("Server"))
        ->setText(QStringLiteral("postgresql://ben@news.example.org/newsroom?case=Kayes"));
    QCOMPARE(dialog.address(), QStringLiteral("postgresql://ben@news.example.org/newsroom?case=Kayes"));
    drive::find<QLineEdit>(&dialog, QStringLiteral("Server"))
        ->setText(QStringLiteral("postgresql://ana:secret@news.example.org/newsroom?case=Kayes"));
    QVERIFY(!open->isEnabled()); // a password does not go into an address
    drive::find<QLineEdit>(&dialog, QStringLiteral("Server"))
        ->setText(QStringLiteral("postgresql://ana@news.example.org/newsroom?case=Kayes"));
    QVERIFY(open->isEnabled());
}

QTEST_MAIN(TestSharing)
#include "tst_sharing.moc"
