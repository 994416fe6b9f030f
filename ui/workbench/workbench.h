// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the window changes a case. It holds the case file, who sits here and what is selected; every
// change is an edit that goes through the case file and comes back as a new snapshot. Reading and comparing run beside
// the window. Whatever cannot be done becomes one message through problem(), never a dialog of its own.
//
// Nothing that a person decides stays in memory only: articles that were opened without a case get a working file at
// once, and the sample gets one with the first edit.
#pragma once

#include "core/dossier/dossier.h"
#include "core/intake/fetch.h"
#include "core/share/link.h"
#include "core/share/seeker.h"
#include "core/store/casefile.h"
#include "ui/basics/jobs.h"
#include "ui/workbench/editlane.h"
#include "ui/workbench/importreport.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace countercheck::dossier {
class VersionIndex;
}

namespace countercheck::ui {

class Handover;

using Selection = std::optional<dossier::QuestionKey>;

class Workbench : public QObject {
    Q_OBJECT
public:
    /// Where the case lives.
    enum class Place {
        Nowhere,  ///< nothing is open
        Memory,   ///< the sample, untouched
        Working,  ///< a working file that a person has not named yet
        CaseFile, ///< a file of the person's choosing
        Shared,   ///< a copy of a case on a server
    };

    explicit Workbench(QObject* parent = nullptr);
    ~Workbench() override;

    // --- which case -----------------------------------------------------------------------------------------------
    void openSample();
    /// The sample case is being made elsewhere: the next openSample() takes that one.
    void awaitSample(std::future<std::unique_ptr<store::CaseFile>> made) { sample_ = std::move(made); }
    /// With `toRead` it is only looked at, also while another window holds it. A large one is opened beside the window:
    /// then true means that it was begun, and problem() tells when it cannot be had.
    bool openCase(const QString& path, bool toRead = false);
    bool newCase(const QString& path);
    /// Opens a case on a server by its address; does not wait for it.
    bool openShared(const QString& uri);
    /// Is that the address of a shared case, and not a file?
    static bool isShared(const QString& path);
    /// Puts the open case on a server, beside the window, and goes on there.
    void share(const QString& uri);
    /// How the copy stands with its server.
    [[nodiscard]] share::Standing sharing() const;
    void tryServerNow();
    /// What asks the server's full-text search; null: there is no connection just now, or no shared case.
    [[nodiscard]] std::shared_ptr<share::Seeker> seeker() const;
    /// Keeps a password in the desktop's keyring, which may ask its owner first. Tells `done`, as long as `context` is
    /// there: empty, or why it is not kept.
    static void keepPassword(const QString& uri, const QString& password, QObject* context,
                             const std::function<void(const QString& problem)>& done);
    /// A case without a name for these articles, in a working file.
    bool openArticles(const QStringList& files);
    /// Takes over a case that somebody else made (tests, the sample).
    void adopt(std::unique_ptr<store::CaseFile> file, Place place);
    bool saveAs(const QString& path, bool replace);
    /// Lets go of the case. A working file in which nobody decided anything is removed.
    void close();

    [[nodiscard]] Place place() const { return place_; }
    /// The large case that is being opened beside the window; empty: none is.
    [[nodiscard]] QString opening() const { return opening_.running() ? openingPath_ : QString(); }
    [[nodiscard]] QString path() const; ///< empty in memory
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] dossier::Snapshot snapshot() const { return snapshot_; }
    /// Has anybody done anything in it beyond adding articles (verdict, note, corrected details, order of the panes)?
    [[nodiscard]] bool hasDecisions() const;
    /// The folder of working files.
    static QString workingFolder();

    // --- what is selected -----------------------------------------------------------------------------------------
    [[nodiscard]] const Selection& selection() const { return selection_; }
    [[nodiscard]] const compare::Question* selectedQuestion() const;
    void select(const Selection& key, bool bringCounterparts = true);
    /// The next case that is opened begins with this question if it has it, else with its first one.
    void selectFirst(const dossier::QuestionKey& key) { first_ = key; }
    /// Goes to the next (+1) or previous (-1) unresolved question from the selected one, round and round.
    void walkUnresolved(int step);

    // --- who sits here --------------------------------------------------------------------------------------------
    [[nodiscard]] const dossier::Person& person() const { return person_; }
    void setPerson(const dossier::Person& person);
    /// The key that was opened in this session, for the person who sits here; null: none was.
    [[nodiscard]] const std::shared_ptr<const dossier::Signer>& signer() const { return signer_; }
    void setSigner(std::shared_ptr<const dossier::Signer> signer) { signer_ = std::move(signer); }

    // --- edits ----------------------------------------------------------------------------------------------------
    /// Applies an edit as the person who sits here. False when it was refused; problem() has said why. In a large case
    /// an edit that touches most of it (articles moved or out, questions joined, corrections) is made beside the
    /// window, and so is every edit after it until it is done: then true means that it is under way, and problem()
    /// tells when it cannot be made. `then` runs when it was made.
    bool apply(const dossier::Edit& edit, const std::function<void()>& then = {});
    /// Waits for the edits that are under way.
    void finishEdits() { editing_.finish(); }
    /// From how many articles on a case is large.
    void setLarge(std::size_t articles) { large_ = articles; }
    /// Why this edit cannot be made by the person who sits here; empty: it can.
    [[nodiscard]] QString whyNot(const dossier::Edit& edit) const;
    /// Takes in files and all that is in folders, beside the window; imported() reports. `quietly`: nobody asked just
    /// now (a watched folder).
    void addFiles(const QStringList& files, bool quietly = false);
    void addText(const QString& text);
    /// Text with markup from the clipboard or a drop goes through the reader of pages.
    void addRichText(const QString& html, const QString& plain, const QString& address = {});
    /// Fetches one address, once. webTaken() or webRefused() answers, unless it is cancelled.
    void addFromWeb(const QString& address);
    void cancelWeb() { fetching_.cancel(); }
    [[nodiscard]] bool fetching() const { return fetching_.running(); }
    /// What reaches out in place of intake::fetch (tests).
    using Fetcher = std::function<std::variant<intake::Fetched, intake::Refusal>(
        const std::string& url, const std::stop_token& stop,
        const std::function<void(std::uint64_t, std::uint64_t)>& progress)>;
    void setFetcher(Fetcher fetcher) { fetcher_ = std::move(fetcher); }
    /// What became of the files of the last import; null: there was none in this case.
    [[nodiscard]] const SharedReport& lastImport() const { return report_; }
    bool addEvidence(const dossier::QuestionKey& key, const QString& file, const QString& note = {},
                     const QString& url = {});
    /// The bytes of a piece of evidence; what is wrong when they cannot be had.
    [[nodiscard]] std::variant<std::string, QString> exhibit(const dossier::Evidence& evidence) const;
    /// Goes through the whole record beside the window: chain, signatures, hashes. recordChecked() answers.
    void checkRecord();
    /// Writes the whole case, log included, as a copy for somebody else; this window stays where it is.
    bool exportBundle(const QString& path);
    /// Takes in what somebody else's copy has and this case has not; runs beside the window.
    void merge(const QString& path);
    void undo() { apply(dossier::Undo{}); }
    void redo() { apply(dossier::Redo{}); }

    [[nodiscard]] bool busy() const {
        return imports_.running() || comparing_.running() || merging_.running() || fetching_.running() ||
               opening_.running() || editing_.busy();
    }
    void cancelJobs();

signals:
    void snapshotChanged(const countercheck::dossier::Snapshot& snapshot);
    void selectionChanged(const countercheck::ui::Selection& selection, bool bringCounterparts);
    void placeChanged();
    void sharingChanged();
    void personChanged();
    void problem(const QString& message);
    void readableInstead(const QString& path); ///< after a problem: the case can be opened for reading
    void notice(const QString& message);
    /// A question needs nobody's attention any more: a verdict was set, or it was dismissed.
    void decided(const countercheck::dossier::QuestionKey& key);
    void recordChecked(bool holds, const QString& words);
    /// An import is over; lastImport() has it.
    void imported(bool quietly);
    void webTaken();
    void webRefused(const QString& why);
    void webEnded();                               ///< with or without an answer
    void webProgressed(quint64 bytes, quint64 of); ///< of 0: nobody knows
    void jobStarted(const QString& what);
    void jobProgressed(int done, int total, const QString& what);
    void jobFinished();
    /// A person is about to lose the selection or the case: whoever holds unfinished text hands it in now.
    void aboutToLeave();

private:
    bool promote();
    bool ensurePerson();
    bool applyRaw(const dossier::Edit& edit);
    [[nodiscard]] bool takesLong(const dossier::Edit& edit) const;
    void later(const dossier::Edit& edit, const std::function<void()>& then);
    void takeMade(const std::vector<EditLane::Made>& made);
    void tellDecided(const dossier::Edit& edit);
    void refreshSnapshot();
    /// What the window asks of a large comparison is made beside it, and kept.
    static void makeReady(const dossier::Dossier& dossier);
    void show(const dossier::Snapshot& snapshot, bool stale);
    void compareAgain();
    // takingin.cpp
    struct Import;
    [[nodiscard]] bool readyToTakeIn();
    void nextImport();
    void writeSome(const std::shared_ptr<Handover>& from);
    void showSoFar();
    void stopImport(bool quietly);
    ImportLine admit(intake::Captured&& captured, const QString& file, dossier::VersionIndex& versions);
    ImportLine admit(intake::Refusal&& refusal, const QString& file) const;
    void addRead(intake::Contents&& contents, bool pasted);
    void conclude(ImportReport&& report, bool quietly, bool stopped = false);
    using Opened = store::Outcome<std::unique_ptr<store::CaseFile>>;
    bool takeOpened(Opened opened, const QString& path, bool toRead, bool ready);
    /// @param ready  it knows already how claims are related
    void take(std::unique_ptr<store::CaseFile> file, Place place, bool ready = false);
    void sharingMoved(bool arrived);
    void becomeWhoTheServerSays();
    void leaveShared();
    QString freshWorkingPath() const;
    static void removeWorkingFile(const QString& path);

    std::shared_ptr<store::CaseFile> file_; ///< shared with a merge that is under way
    Place place_ = Place::Nowhere;
    QString shared_;                    ///< the address of a shared case
    std::unique_ptr<share::Link> link_; ///< after file_: it goes first
    std::shared_ptr<share::Seeker> seeker_;
    share::Standing standing_; ///< as it was told last
    int linkNumber_ = 0;
    dossier::Snapshot snapshot_;
    /// The case with the person who sits here in it, who has done nothing in it yet; made when it is asked for.
    mutable dossier::Snapshot introduced_, introducedTo_;
    Selection selection_;
    Selection first_;
    std::future<std::unique_ptr<store::CaseFile>> sample_;
    dossier::Person person_;
    std::shared_ptr<const dossier::Signer> signer_;
    QStringList waiting_;               ///< files and folders to take in
    std::shared_ptr<Import> importing_; ///< under way
    SharedReport report_;
    Fetcher fetcher_;
    QString openingPath_;
    Jobs opening_;
    Jobs imports_;
    Jobs fetching_;
    Jobs comparing_;
    Jobs merging_;
    Jobs checking_;
    EditLane editing_;
    std::size_t large_ = 2000;
};

} // namespace countercheck::ui

Q_DECLARE_METATYPE(countercheck::dossier::Snapshot)
