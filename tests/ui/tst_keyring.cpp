// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's keyring as it answers over the bus: open, locked and unlocked, locked and left so, refusing, not there.
// Each answer is a sentence of ours, and the way out is always to write the passphrase.
#include "tests/ui/drive.h"
#include "tests/ui/secretservice.h"
#include "tests/ui/storywindow.h"

#include "ui/basics/theme.h"
#include "ui/workbench/askform.h"
#include "ui/workbench/keyring.h"
#include "ui/workbench/signingkey.h"

#include <QLineEdit>

#include <memory>
#include <optional>

using namespace countercheck;
using namespace countercheck::ui;
using secretservice::Owner;

Q_DECLARE_METATYPE(secretservice::Owner)

namespace {
secretservice::Bus* ownBus = nullptr;
QString ownAddress;

struct Told {
    QString secret, problem;
};
} // namespace

class tst_Keyring : public StoryWindow {
    Q_OBJECT
public:
    /// Before anything in this process asks for the session's bus.
    static void initMain() {
        for (const char* desktop :
             {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID"})
            qunsetenv(desktop);
        static secretservice::Bus bus;
        ownBus = &bus;
        ownAddress = bus.begin();
        qputenv("DBUS_SESSION_BUS_ADDRESS", ownAddress.toUtf8());
    }

private:
    std::unique_ptr<secretservice::Service> service_;

    Told read(const QString& account) {
        std::optional<Told> told;
        keyring::read(account, this, [&](const QString& secret, const QString& problem) {
            told = Told{secret, problem};
        });
        return QTest::qWaitFor([&] { return told.has_value(); }, 60'000) ? *told : Told{{}, "it never answered"};
    }
    QString keep(const QString& account, const QString& secret) {
        std::optional<QString> told;
        keyring::keep(account, secret, this, [&](const QString& problem) { told = problem; });
        return QTest::qWaitFor([&] { return told.has_value(); }, 60'000) ? *told : "it never answered";
    }
    QString forget(const QString& account) {
        std::optional<QString> told;
        keyring::forget(account, this, [&](const QString& problem) { told = problem; });
        return QTest::qWaitFor([&] { return told.has_value(); }, 60'000) ? *told : "it never answered";
    }

private slots:
    void initTestCase() {
        if (ownAddress.isEmpty())
            QSKIP("no dbus-daemon");
        applyTheme(*qApp, ThemeChoice::Light);
    }
    void init() {
        service_ = std::make_unique<secretservice::Service>(ownAddress);
        QVERIFY(service_->come());
    }
    void cleanup() {
        closeStory();
        service_.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("keyring of a test"));
    }

    void keepsReadsAndForgets() {
        QCOMPARE(keep("ed25519:abc", "a long passphrase"), QString());
        QCOMPARE(service_->kept.size(), std::size_t{1});
        QCOMPARE(read("ed25519:abc").secret, "a long passphrase");
        QCOMPARE(forget("ed25519:abc"), QString());
        QVERIFY(service_->kept.empty());
        const Told gone = read("ed25519:abc");
        QVERIFY(gone.secret.isNull());
        QVERIFY2(gone.problem.contains("gave no passphrase"), qPrintable(gone.problem));
    }

    void unlockedWhenItsOwnerIsAsked() {
        QCOMPARE(keep("ed25519:abc", "a long passphrase"), QString());
        service_->owner = Owner::Unlocks;
        QCOMPARE(read("ed25519:abc").secret, "a long passphrase");
        QCOMPARE(service_->asked, 1);
    }

    void saysWhyThereIsNone_data() {
        QTest::addColumn<Owner>("owner");
        QTest::addColumn<bool>("there");
        QTest::addColumn<QString>("says");
        QTest::newRow("left locked") << Owner::Dismisses << true << "stayed locked";
        QTest::newRow("refuses") << Owner::Refuses << true << "keyring";
        QTest::newRow("not there") << Owner::Unlocked << false << "keyring";
    }
    void saysWhyThereIsNone() {
        QFETCH(Owner, owner);
        QFETCH(bool, there);
        QFETCH(QString, says);
        QCOMPARE(keep("ed25519:abc", "a long passphrase"), QString());
        service_->owner = owner;
        if (!there)
            QVERIFY(service_->leave());
        const Told told = read("ed25519:abc");
        QVERIFY(told.secret.isNull());
        QVERIFY2(told.problem.contains(says), qPrintable(told.problem));
        const QString kept = keep("ed25519:other", "another");
        QVERIFY2(kept.endsWith("The passphrase is asked for when you sign."), qPrintable(kept));
        qInfo("%s\n%s", qPrintable(told.problem), qPrintable(kept));
    }

    /// Whoever signs is told why the passphrase is asked for, and signs with it all the same.
    void theKeyFileIsTheWayOut_data() { saysWhyThereIsNone_data(); }
    void theKeyFileIsTheWayOut() {
        QFETCH(Owner, owner);
        QFETCH(bool, there);
        QFETCH(QString, says);
        openStory(Workbench::Place::CaseFile, {"Ada", dossier::Role::Checker});
        workbench_->select(dossier::QuestionKey{"attackers"});
        drive::press(window_.get(), "Verdict: Disputed");
        const auto made = signingkey::make("a long passphrase");
        const auto& key = std::get<signingkey::KeyFile>(made);
        Settings::setKeyFile("Grace", key.path);
        Settings::setKeyInKeyring("Grace", true);
        workbench_->setPerson({"Grace", dossier::Role::Editor, key.publicKey});
        QCOMPARE(keep(QString::fromStdString(key.publicKey), "a long passphrase"), QString());
        service_->owner = owner;
        if (!there)
            QVERIFY(service_->leave());
        drive::press(window_.get(), "Sign off");
        auto* form = drive::dialog<AskForm>();
        const QString why = drive::label(form, "Why it is asked")->text();
        QVERIFY2(why.contains(says), qPrintable(why));
        if (const QByteArray folder = qgetenv("COUNTERCHECK_PICTURES"); !folder.isEmpty()) // to be looked at
            form->grab().save(QString::fromLocal8Bit(folder) + u'/' + QTest::currentDataTag() + ".png");
        drive::find<QLineEdit>(form, "Passphrase")->setText("a long passphrase");
        drive::press(form, "Sign");
        const auto signedOff = [this] { return workbench_->snapshot()->decisionsOf({"attackers"}).signOff; };
        QTRY_VERIFY(signedOff() && !signedOff()->asserted);
    }
};

QTEST_MAIN(tst_Keyring)
#include "tst_keyring.moc"
