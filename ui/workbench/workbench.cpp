// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/workbench.h"

#include "core/desk/desk.h"
#include "core/dossier/draft.h"
#include "core/intake/intake.h"
#include "ui/basics/explanation.h"
#include "ui/panes/claimindex.h"
#include "ui/workbench/comparisonfacts.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>
#include <variant>

namespace countercheck::ui {

using dossier::QuestionKey;
using store::CaseFile;
using store::OpenMode;
using store::Problem;

namespace {
/// Evidence beyond this would make a case file that nobody can send around.
constexpr qint64 largestEvidence = 256ll << 20;
/// A case file beyond this is opened beside the window.
constexpr qint64 largestAtOnce = 2ll << 20;
} // namespace

Workbench::Workbench(QObject* parent) : QObject(parent), snapshot_(std::make_shared<const dossier::Dossier>()) {
    qRegisterMetaType<dossier::Snapshot>();
    person_ = Settings::person();
    for (Jobs* jobs : {&imports_, &comparing_, &merging_, &fetching_, &opening_}) {
        connect(jobs, &Jobs::started, this, &Workbench::jobStarted);
        connect(jobs, &Jobs::progressed, this, &Workbench::jobProgressed);
        connect(jobs, &Jobs::finished, this, [this] {
            if (!busy())
                emit jobFinished();
        });
    }
    connect(&fetching_, &Jobs::finished, this, &Workbench::webEnded);
    connect(&editing_, &EditLane::made, this, &Workbench::takeMade);
}

void Workbench::makeReady(const dossier::Dossier& dossier) {
    (void)ClaimIndex::of(dossier.comparison);
    (void)ComparisonFacts::of(dossier.comparison);
}

Workbench::~Workbench() {
    editing_.disconnect(this);
    opening_.cancel();
    fetching_.cancel();
    imports_.cancel();
    comparing_.cancel();
    merging_.cancel();
}

// --- which case -----------------------------------------------------------------------------------------------------

QString Workbench::workingFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/working");
}

QString Workbench::freshWorkingPath() const {
    QDir().mkpath(workingFolder());
    const QString stem = workingFolder() + u'/' + tr("Untitled") + u' ' +
                         QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmm"));
    QString path = stem + QStringLiteral(".countercheck");
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QStringLiteral("%1 (%2).countercheck").arg(stem).arg(n);
    return path;
}

void Workbench::removeWorkingFile(const QString& path) {
    for (const char* suffix : {"", "-wal", "-shm", "-lock"})
        QFile::remove(path + QLatin1String(suffix));
}

QString Workbench::path() const {
    return file_ ? text(file_->path()) : QString();
}
bool Workbench::readOnly() const {
    return file_ && (file_->readOnly() || (link_ && !link_->standing().me.readOnly.empty()));
}

bool Workbench::hasDecisions() const {
    if (!snapshot_->decisions.empty() || !snapshot_->lost.empty())
        return true;
    // Whatever was logged beyond taking articles in and introducing people was somebody's work.
    std::size_t work = 0;
    if (file_)
        file_->log([&work](const dossier::Record& record) {
            const bool routine = record.edit == "add-article" || record.edit == "person";
            work += routine ? 0 : 1;
            return work == 0;
        });
    return work > 0;
}

void Workbench::take(std::unique_ptr<CaseFile> file, Place place, bool ready) {
    opening_.cancel();
    close();
    file_ = std::move(file);
    if (!ready)
        file_->setRelate(desk::relater());
    place_ = place;
    if (place_ == Place::CaseFile)
        Settings::addRecentCase(path());
    emit placeChanged();
    refreshSnapshot();
    const Selection first = std::exchange(first_, {});
    if (first && findQuestion(*snapshot_, *first))
        select(first);
    else if (!snapshot_->comparison.questions.empty())
        select(QuestionKey{snapshot_->comparison.questions.front().key});
}

void Workbench::adopt(std::unique_ptr<CaseFile> file, Place place) {
    take(std::move(file), place);
}

void Workbench::openSample() {
    auto sample = sample_.valid() ? sample_.get() : desk::sampleCase();
    if (!sample) {
        emit problem(tr("The sample case could not be made. Open a case or add articles instead."));
        return;
    }
    take(std::move(sample), Place::Memory);
}

bool Workbench::openCase(const QString& path, bool toRead) {
    if (isShared(path))
        return openShared(path);
    emit aboutToLeave();
    if (file_ && QFileInfo(path).canonicalFilePath() == QFileInfo(this->path()).canonicalFilePath() &&
        !this->path().isEmpty()) {
        emit notice(tr("%1 is open already.").arg(QFileInfo(path).fileName()));
        return true;
    }
    const OpenMode mode = toRead ? OpenMode::ReadOnly : OpenMode::ReadWrite;
    if (QFileInfo(path).size() <= largestAtOnce)
        return takeOpened(CaseFile::open(utf8(path), mode), path, toRead, false);
    if (opening_.running() && path == openingPath_)
        return true; // it is on its way
    openingPath_ = path;
    opening_.start(tr("Opening %1").arg(QFileInfo(path).fileName()),
                   [this, path, mode, toRead](const std::stop_token& stop, const Jobs::Progress&) -> Jobs::Delivery {
                       const auto opened = std::make_shared<Opened>(CaseFile::open(utf8(path), mode));
                       if (const auto* file = std::get_if<0>(opened.get()); file && !stop.stop_requested()) {
                           (*file)->setRelate(desk::relater());
                           makeReady(*(*file)->snapshot());
                           (void)(*file)->comparisonStale();
                       }
                       return [this, opened, path, toRead] { takeOpened(std::move(*opened), path, toRead, true); };
                   });
    return true;
}

bool Workbench::takeOpened(Opened opened, const QString& path, bool toRead, bool ready) {
    if (auto* wrong = std::get_if<Problem>(&opened)) {
        emit problem(told(wrong->message));
        // Another window has it, or it cannot be written there: it can be read all the same.
        if (!toRead && !ready && CaseFile::open(utf8(path), OpenMode::ReadOnly).index() == 0)
            emit readableInstead(path);
        return false;
    }
    const bool working = QFileInfo(path).absolutePath() == QFileInfo(workingFolder()).absoluteFilePath();
    take(std::move(std::get<0>(opened)), working ? Place::Working : Place::CaseFile, ready);
    if (working)
        Settings::addRecentCase(path);
    if (toRead)
        emit notice(tr("This case is open for reading only."));
    else if (readOnly())
        emit notice(told(file_->readOnlyBecause()));
    return true;
}

bool Workbench::newCase(const QString& path) {
    emit aboutToLeave();
    if (QFileInfo::exists(path)) {
        emit problem(tr("%1 exists already. Choose another name, or open it.").arg(path));
        return false;
    }
    auto made = CaseFile::open(utf8(path), OpenMode::CreateOrOpen);
    if (auto* wrong = std::get_if<Problem>(&made)) {
        emit problem(told(wrong->message));
        return false;
    }
    take(std::move(std::get<0>(made)), Place::CaseFile);
    apply(dossier::SetTitle{utf8(QFileInfo(path).completeBaseName())});
    return true;
}

bool Workbench::openArticles(const QStringList& files) {
    emit aboutToLeave();
    auto made = CaseFile::open(utf8(freshWorkingPath()), OpenMode::CreateOrOpen);
    if (auto* wrong = std::get_if<Problem>(&made)) {
        // Better a case in memory that says so than none.
        emit problem(told(wrong->message));
        take(CaseFile::inMemory(), Place::Memory);
    } else {
        take(std::move(std::get<0>(made)), Place::Working);
    }
    addFiles(files);
    return true;
}

bool Workbench::saveAs(const QString& path, bool replace) {
    emit aboutToLeave();
    if (!file_)
        return false;
    finishEdits();
    if (place_ == Place::Shared) // a file of it, beside; the shared case goes on
        return exportBundle(path);
    const QString before = this->path();
    auto saved = file_->saveAs(utf8(path), replace);
    if (auto* wrong = std::get_if<Problem>(&saved)) {
        emit problem(told(wrong->message));
        return false;
    }
    if (place_ == Place::Working && before != this->path()) {
        removeWorkingFile(before); // everything in it went along, log included
        Settings::removeRecentCase(before);
    }
    place_ = Place::CaseFile;
    Settings::addRecentCase(path);
    if (snapshot_->title.empty() || text(snapshot_->title) == tr("Untitled"))
        apply(dossier::SetTitle{utf8(QFileInfo(path).completeBaseName())});
    emit placeChanged();
    refreshSnapshot();
    emit notice(tr("Saved as %1. From now on each change is kept there.").arg(QFileInfo(path).fileName()));
    return true;
}

void Workbench::close() {
    if (!file_)
        return;
    emit aboutToLeave();
    finishEdits();
    if (imports_.running())
        stopImport(true);
    cancelJobs();
    report_.reset();
    const QString working = place_ == Place::Working && !hasDecisions() ? path() : QString();
    const QString kept = place_ == Place::Working && working.isEmpty() ? path() : QString();
    if (place_ == Place::Shared)
        leaveShared();
    file_.reset();
    place_ = Place::Nowhere;
    if (!working.isEmpty()) {
        removeWorkingFile(working);
        Settings::removeRecentCase(working);
    }
    if (!kept.isEmpty())
        Settings::addRecentCase(kept);
    selection_.reset();
    snapshot_ = std::make_shared<const dossier::Dossier>();
    emit selectionChanged(selection_, false);
    emit snapshotChanged(snapshot_);
    emit placeChanged();
}

bool Workbench::promote() {
    if (place_ != Place::Memory)
        return true;
    auto saved = file_->saveAs(utf8(freshWorkingPath()), false);
    if (auto* wrong = std::get_if<Problem>(&saved)) {
        emit problem(tr("What you decide now is kept in memory only: %1").arg(told(wrong->message)));
        return true;
    }
    place_ = Place::Working;
    emit placeChanged();
    return true;
}

// --- what is selected -----------------------------------------------------------------------------------------------

const compare::Question* Workbench::selectedQuestion() const {
    return selection_ ? findQuestion(*snapshot_, *selection_) : nullptr;
}

void Workbench::select(const Selection& key, bool bringCounterparts) {
    if (key != selection_) {
        emit aboutToLeave();
        selection_ = key;
    }
    emit selectionChanged(selection_, bringCounterparts);
}

void Workbench::walkUnresolved(int step) {
    emit aboutToLeave();
    const auto& questions = snapshot_->comparison.questions.get();
    const auto unresolved = [this](const compare::Question& question) {
        return dossier::needsDecision(question) && !snapshot_->decisionsOf(QuestionKey{question.key}).resolved();
    };
    const auto count = static_cast<std::ptrdiff_t>(questions.size());
    std::ptrdiff_t at = step > 0 ? -1 : count;
    if (const auto* selected = selectedQuestion())
        at = selected - questions.data();
    for (std::ptrdiff_t walked = 1; walked <= count; ++walked) {
        std::ptrdiff_t next = at + walked * step;
        const bool wrapped = next < 0 || next >= count;
        next = ((next % count) + count) % count;
        const auto& question = questions[static_cast<std::size_t>(next)];
        if (!unresolved(question))
            continue;
        const bool same = selection_ && question.key == selection_->value;
        select(QuestionKey{question.key});
        if (same)
            emit notice(tr("This is the only unresolved question."));
        else if (wrapped)
            emit notice(step > 0 ? tr("Reached the last unresolved question; going on from the first.")
                                 : tr("Reached the first unresolved question; going on from the last."));
        return;
    }
    emit notice(tr("Nothing is unresolved."));
}

// --- who sits here --------------------------------------------------------------------------------------------------

void Workbench::setPerson(const dossier::Person& person) {
    emit aboutToLeave();
    if (link_ && (person.name != person_.name || person.role != person_.role)) {
        emit problem(
            tr("On this server you are %1 (%2): it knows you by your login. Only your key can be changed here.")
                .arg(text(person_.name), roleWord(person_.role)));
        return;
    }
    if (person.name != person_.name || (signer_ && signer_->publicKey() != person.key))
        signer_.reset(); // another person's key, or another key of theirs
    person_ = person;
    if (!link_)
        Settings::setPerson(person);
    const auto known = std::find_if(snapshot_->people.begin(), snapshot_->people.end(),
                                    [&](const auto& p) { return p.name == person.name; });
    if (known != snapshot_->people.end() && !(*known == person))
        ensurePerson();
    emit personChanged();
    emit snapshotChanged(snapshot_);
}

bool Workbench::ensurePerson() {
    dossier::Person person = person_;
    const dossier::Person* known = snapshot_->person(person.name);
    if (known && person.key.empty())
        person.key = known->key; // this desk has not got the key; the case goes on knowing it
    return (known && *known == person) || applyRaw(dossier::SetPerson{person});
}

// --- edits ----------------------------------------------------------------------------------------------------------

QString Workbench::whyNot(const dossier::Edit& edit) const {
    if (!file_)
        return tr("No case is open.");
    if (readOnly())
        return tr("This case is open for reading only.");
    const auto& people = snapshot_->people;
    if (std::none_of(people.begin(), people.end(),
                     [this](const auto& person) { return person.name == person_.name; })) {
        if (introducedTo_ != snapshot_ || introduced_->people.back() != person_) {
            auto with = std::make_shared<dossier::Dossier>(*snapshot_); // as it will be: the first edit introduces them
            with->people.push_back(person_);
            introduced_ = std::move(with);
            introducedTo_ = snapshot_;
        }
        return told(dossier::whyNot(*introduced_, edit, person_.name));
    }
    return told(dossier::whyNot(*snapshot_, edit, person_.name));
}

bool Workbench::applyRaw(const dossier::Edit& edit) {
    auto done = file_->apply(edit, person_.name);
    if (auto* wrong = std::get_if<Problem>(&done)) {
        emit problem(told(wrong->message));
        return false;
    }
    snapshot_ = file_->snapshot();
    return true;
}

/// Does deriving what follows from it take long in this case? Undoing does when what is undone did.
bool Workbench::takesLong(const dossier::Edit& edit) const {
    if (snapshot_->articles.size() <= large_)
        return false;
    const auto shapes = [](std::string_view name) {
        return name == "arrange" || name == "remove-article" || name == "edit-article" || name == "join" ||
               name == "correct";
    };
    if (std::holds_alternative<dossier::Undo>(edit))
        return shapes(snapshot_->undoEdit);
    if (std::holds_alternative<dossier::Redo>(edit))
        return shapes(snapshot_->redoEdit);
    return shapes(dossier::editName(edit));
}

void Workbench::later(const dossier::Edit& edit, const std::function<void()>& then) {
    const bool first = !busy();
    editing_.add({file_, edit, person_.name, then});
    if (first)
        emit jobStarted(tr("Arranging"));
}

/// What was made beside the window is shown.
void Workbench::takeMade(const std::vector<EditLane::Made>& made) {
    const bool mine = file_ && made.back().task.file == file_;
    for (const auto& one : made)
        if (const auto* wrong = std::get_if<Problem>(&one.outcome))
            emit problem(told(wrong->message));
    if (mine) {
        dossier::Snapshot before = snapshot_;
        show(made.back().snapshot, made.back().stale);
        for (const auto& one : made)
            if (std::holds_alternative<dossier::Record>(one.outcome)) {
                tellDecided(one.task.edit);
                if (one.task.then)
                    one.task.then();
            }
        editing_.discard(std::move(before));
    }
    if (!busy())
        emit jobFinished();
}

void Workbench::tellDecided(const dossier::Edit& edit) {
    if (const auto* verdict = std::get_if<dossier::SetVerdict>(&edit)) {
        if (snapshot_->decisionsOf(verdict->question).resolved())
            emit decided(verdict->question);
    } else if (const auto* dismissal = std::get_if<dossier::Dismiss>(&edit)) {
        emit decided(dismissal->question);
    }
}

bool Workbench::apply(const dossier::Edit& edit, const std::function<void()>& then) {
    if (!file_) {
        emit problem(tr("No case is open. Add articles or open a case first."));
        return false;
    }
    if (readOnly()) {
        emit problem(tr("This case is open for reading only. Use File ▸ Save case as… to go on in a copy."));
        return false;
    }
    if (editing_.busy()) { // behind those that came before it
        later(edit, then);
        return true;
    }
    promote();
    if (!ensurePerson()) { // undoing is signed, too; who takes part is no step that is undone
        refreshSnapshot();
        return false;
    }
    if (takesLong(edit)) {
        if (QString why = told(dossier::whyNot(*snapshot_, edit, person_.name)); !why.isEmpty()) {
            refreshSnapshot();
            emit problem(why);
            return false;
        }
        later(edit, then);
        return true;
    }
    const bool done = applyRaw(edit);
    refreshSnapshot();
    if (done) {
        tellDecided(edit);
        if (then)
            then();
    }
    return done;
}

void Workbench::refreshSnapshot() {
    if (editing_.busy())
        return; // what is made shows all that came before it
    show(file_ ? file_->snapshot() : std::make_shared<const dossier::Dossier>(), file_ && file_->comparisonStale());
}

void Workbench::show(const dossier::Snapshot& snapshot, bool stale) {
    snapshot_ = snapshot;
    introduced_.reset(); // of what was before
    introducedTo_.reset();
    if (stale && !imports_.running())
        compareAgain();
    if (selection_ && !findQuestion(*snapshot_, *selection_)) {
        selection_.reset();
        emit snapshotChanged(snapshot_);
        emit selectionChanged(selection_, false);
        return;
    }
    emit snapshotChanged(snapshot_);
}

void Workbench::compareAgain() {
    const dossier::Snapshot on = snapshot_;
    using Saved = store::Outcome<std::monostate>;
    comparing_.start(
        tr("Comparing"),
        [this, on, large = large_, whose = std::weak_ptr(file_)](const std::stop_token& stop,
                                                                 const Jobs::Progress& progress) -> Jobs::Delivery {
            auto found = desk::analyse(
                on->articles,
                [&progress](std::size_t done, std::size_t total, const std::string& what) {
                    progress(done, total, text(what));
                },
                stop, 0);
            if (!found)
                return {};
            // Many results are taken up beside the window, too: the file knows what came and went since `on`.
            std::optional<Saved> saved;
            compare::Comparison comparison;
            const auto into = on->articles.size() > large ? whose.lock() : nullptr;
            if (into && !stop.stop_requested()) {
                saved = into->setComparison(std::move(*found), *on);
                makeReady(*into->snapshot());
            } else {
                comparison = std::move(*found);
            }
            return [this, on, whose, saved, comparison = std::move(comparison)]() mutable {
                if (!file_ || file_ != whose.lock())
                    return;
                // The articles may have changed meanwhile; then another comparison is already under way or due.
                const dossier::Snapshot now = file_->snapshot();
                const bool same =
                    now->articles.sharesWith(on->articles) ||
                    std::equal(now->articles.begin(), now->articles.end(), on->articles.begin(), on->articles.end(),
                               [](const auto& a, const auto& b) { return a.id == b.id && a.info == b.info; });
                if (!same) {
                    refreshSnapshot();
                    return;
                }
                if (!saved)
                    saved = file_->setComparison(std::move(comparison));
                if (auto* wrong = std::get_if<Problem>(&*saved))
                    emit problem(told(wrong->message));
                snapshot_ = file_->snapshot();
                emit snapshotChanged(snapshot_);
                if (selection_ && !findQuestion(*snapshot_, *selection_))
                    selection_.reset();
                if (!selection_ && !snapshot_->comparison.questions.empty())
                    select(QuestionKey{snapshot_->comparison.questions.front().key});
                else
                    emit selectionChanged(selection_, false);
            };
        });
}

void Workbench::cancelJobs() {
    if (editing_.busy())
        if (const std::size_t dropped = editing_.drop(); dropped > 0) {
            emit notice(counted(dropped, tr("1 change that waited was not made."),
                                tr("%1 changes that waited were not made.")));
            if (!busy())
                emit jobFinished();
        }
    opening_.cancel();
    fetching_.cancel();
    if (comparing_.running()) {
        comparing_.cancel();
        emit notice(tr("Comparing was stopped. It starts again with the next change."));
    }
    if (imports_.running())
        stopImport(false);
}

bool Workbench::addEvidence(const QuestionKey& key, const QString& path, const QString& note, const QString& url) {
    if (path.isEmpty())
        return apply(dossier::AddEvidence{key, {}, {}, utf8(note), utf8(url)});
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        emit problem(tr("%1 could not be read as evidence: %2. Choose a file that you may read.")
                         .arg(path, QFileInfo(path).isDir() ? tr("it is a folder") : file.errorString()));
        return false;
    }
    if (file.size() > largestEvidence) {
        emit problem(
            tr("%1 is larger than 256 MB. Evidence is copied into the case; add an extract instead.").arg(path));
        return false;
    }
    return apply(dossier::AddEvidence{key, utf8(QFileInfo(path).fileName()), file.readAll().toStdString(), utf8(note),
                                      utf8(url)});
}

} // namespace countercheck::ui
