// SPDX-License-Identifier: GPL-3.0-or-later
// A network share that goes away while a case on it is open, at each instant of an edit: one message that says what to
// do, the edit is not taken as made, and when the share is back all that was acknowledged is there.
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

#include <sqlite3.h>

using namespace samples;

namespace {

/// SQLite's way to files as it is here, until it is cut: each call fails then.
class Share {
public:
    static void begin() {
        real = sqlite3_vfs_find(nullptr);
        cut = *real;
        cut.zName = "share";
        cut.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
        cut.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
            auto* const mine = reinterpret_cast<File*>(file);
            mine->base.pMethods = nullptr;
            if (gone())
                return SQLITE_CANTOPEN;
            const int code = real->xOpen(real, name, mine->behind(), flags, outFlags);
            if (code == SQLITE_OK)
                mine->base.pMethods = &methods;
            return code;
        };
        cut.xAccess = [](sqlite3_vfs*, const char* name, int flags, int* result) {
            return gone() ? SQLITE_IOERR_ACCESS : real->xAccess(real, name, flags, result);
        };
        cut.xDelete = [](sqlite3_vfs*, const char* name, int sync) {
            return gone() ? SQLITE_IOERR_DELETE : real->xDelete(real, name, sync);
        };
        sqlite3_vfs_register(&cut, 1);
    }
    static void end() {
        sqlite3_vfs_register(real, 1);
        sqlite3_vfs_unregister(&cut);
    }
    /// Goes away after so many more calls.
    static void goAfter(long calls) { left = calls; }
    static void comeBack() { left = std::numeric_limits<long>::max(); }

private:
    struct File {
        sqlite3_file base;
        sqlite3_file* behind() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static bool gone() { return left <= 0 || --left < 0; }
    static sqlite3_file* behind(sqlite3_file* file) { return reinterpret_cast<File*>(file)->behind(); }
    static const sqlite3_io_methods* of(sqlite3_file* file) { return behind(file)->pMethods; }

    static inline sqlite3_vfs* real = nullptr;
    static inline sqlite3_vfs cut{};
    static inline long left = std::numeric_limits<long>::max();
    static const sqlite3_io_methods methods;
};

const sqlite3_io_methods Share::methods = {
    3,
    [](sqlite3_file* f) { return of(f)->xClose(behind(f)); },
    [](sqlite3_file* f, void* to, int amount, sqlite3_int64 at) {
        return gone() ? SQLITE_IOERR_READ : of(f)->xRead(behind(f), to, amount, at);
    },
    [](sqlite3_file* f, const void* from, int amount, sqlite3_int64 at) {
        return gone() ? SQLITE_IOERR_WRITE : of(f)->xWrite(behind(f), from, amount, at);
    },
    [](sqlite3_file* f, sqlite3_int64 size) {
        return gone() ? SQLITE_IOERR_TRUNCATE : of(f)->xTruncate(behind(f), size);
    },
    [](sqlite3_file* f, int flags) { return gone() ? SQLITE_IOERR_FSYNC : of(f)->xSync(behind(f), flags); },
    [](sqlite3_file* f, sqlite3_int64* size) {
        return gone() ? SQLITE_IOERR_FSTAT : of(f)->xFileSize(behind(f), size);
    },
    [](sqlite3_file* f, int lock) { return gone() ? SQLITE_IOERR_LOCK : of(f)->xLock(behind(f), lock); },
    [](sqlite3_file* f, int lock) { return of(f)->xUnlock(behind(f), lock); },
    [](sqlite3_file* f, int* result) { return of(f)->xCheckReservedLock(behind(f), result); },
    [](sqlite3_file* f, int op, void* with) { return of(f)->xFileControl(behind(f), op, with); },
    [](sqlite3_file* f) { return of(f)->xSectorSize(behind(f)); },
    [](sqlite3_file* f) { return of(f)->xDeviceCharacteristics(behind(f)); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
        return gone() ? SQLITE_IOERR_SHMMAP : of(f)->xShmMap(behind(f), page, size, extend, to);
    },
    [](sqlite3_file* f, int offset, int n, int flags) { return of(f)->xShmLock(behind(f), offset, n, flags); },
    [](sqlite3_file* f) { of(f)->xShmBarrier(behind(f)); },
    [](sqlite3_file* f, int remove) { return of(f)->xShmUnmap(behind(f), remove); },
    [](sqlite3_file*, sqlite3_int64, int, void** to) { // nothing is mapped: a share's pages go with it
        *to = nullptr;
        return SQLITE_OK;
    },
    [](sqlite3_file*, sqlite3_int64, void*) { return SQLITE_OK; },
};

} // namespace

class TestVanishedShare : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Share::begin(); }
    void cleanupTestCase() { Share::end(); }
    void cleanup() { Share::comeBack(); }
    void atEachInstantOfAnEdit();
    void whileItIsOpened();
};

void TestVanishedShare::atEachInstantOfAnEdit() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("shared.countercheck").toStdString();
    std::map<std::uint64_t, std::string> acknowledged;
    const auto note = [](const dossier::Record& record) { return std::pair(record.id.value, record.hash); };
    int failed = 0;
    bool whole = false;
    for (long calls = 0; !whole; ++calls) {
        QVERIFY2(calls < 2000, "an edit has no end");
        {
            auto outcome = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
            DONE(outcome);
            auto& file = *std::get<0>(outcome);
            if (file.snapshot()->people.empty()) {
                DONE(file.apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada"));
                DONE(file.apply(article("first", first), "Ada"));
                DONE(file.apply(article("second", second), "Ada"));
                DONE(file.setComparison(results()));
            }
            for (const auto& [record, hash] : acknowledged)
                QVERIFY(file.snapshot()->records >= record);
            const auto records = file.snapshot()->records;
            Share::goAfter(calls);
            // Larger than what SQLite keeps in memory, so that the file is written in the midst of it, too.
            const auto done = file.apply(
                dossier::AddEvidence{{"taken"}, "exhibit.bin", std::string(60'000, 'x') + std::to_string(calls), ""},
                "Ada");
            Share::comeBack();
            if (const auto* problem = std::get_if<store::Problem>(&done)) {
                ++failed;
                QVERIFY2(problem->message.find("nothing was changed") != std::string::npos ||
                             problem->message.find("connect") != std::string::npos,
                         problem->message.c_str());
                QCOMPARE(file.snapshot()->records, records);
            } else {
                whole = true;
                acknowledged.insert(note(std::get<dossier::Record>(done)));
            }
        }
        // The share is back, and the case is opened anew.
        auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
        DONE(outcome);
        auto& file = *std::get<0>(outcome);
        QVERIFY(!file.readOnly());
        DONE(file.verify());
        const auto done = file.apply(dossier::AddNote{{"taken"}, "after " + std::to_string(calls)}, "Ada");
        DONE(done);
        acknowledged.insert(note(std::get<dossier::Record>(done)));
        std::map<std::uint64_t, std::string> there;
        DONE(file.log([&](const dossier::Record& record) {
            there[record.id.value] = record.hash;
            return true;
        }));
        for (const auto& [record, hash] : acknowledged)
            QVERIFY2(there.contains(record) && there[record] == hash, std::to_string(record).c_str());
    }
    QVERIFY2(failed > 5, std::to_string(failed).c_str());
}

void TestVanishedShare::whileItIsOpened() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("shared.countercheck").toStdString();
    {
        auto outcome = store::CaseFile::open(path, store::OpenMode::CreateOrOpen);
        DONE(outcome);
        DONE(std::get<0>(outcome)->apply(dossier::SetPerson{{"Ada", dossier::Role::Checker}}, "Ada"));
    }
    int failed = 0;
    for (long calls = 0;; ++calls) {
        QVERIFY2(calls < 2000, "opening has no end");
        Share::goAfter(calls);
        const auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
        Share::comeBack();
        const std::string said = message(outcome);
        if (said.empty() && !std::get<0>(outcome)->readOnly())
            break;
        if (!said.empty()) {
            ++failed;
            QVERIFY2(said.find(path) == 0, said.c_str());
            QVERIFY2(said.find("damaged") == std::string::npos, said.c_str()); // it is not
        }
    }
    QVERIFY2(failed > 5, std::to_string(failed).c_str());
    const auto outcome = store::CaseFile::open(path, store::OpenMode::ReadWrite);
    DONE(outcome);
    DONE(std::get<0>(outcome)->verify());
    QCOMPARE(std::get<0>(outcome)->snapshot()->people.size(), 1u);
}

QTEST_GUILESS_MAIN(TestVanishedShare)
#include "tst_vanishedshare.moc"
