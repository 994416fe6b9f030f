// SPDX-License-Identifier: GPL-3.0-or-later
// Articles come in: the workbench's part of it. Files are read in a thread of their own, one after the other; what was
// read is written here, some at a time, so that the window stays free; one comparison follows at the end.
#include "core/dossier/versions.h"
#include "core/intake/fetch.h"
#include "core/intake/format.h"
#include "core/intake/intake.h"
#include "ui/basics/explanation.h"
#include "ui/basics/handover.h"
#include "ui/workbench/changes.h"
#include "ui/workbench/folderfiles.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QUrl>

#include <algorithm>
#include <utility>
#include <variant>

namespace countercheck::ui {

using store::Problem;

namespace {
constexpr qint64 sliceMs = 12;      ///< of the window's time, before it may do something else
constexpr std::size_t mostTold = 3; ///< messages in the bar; all of them stand in the report

using Ping = std::function<void()>;

/// Runs beside the window.
void readFiles(const QStringList& roots, Handover& to, const Ping& ping, const std::stop_token& stop,
               const Jobs::Progress& progress) {
    const auto put = [&](Handover::Item item) {
        if (to.put(std::move(item), stop))
            ping();
    };
    QStringList problems, names;
    const std::vector<FolderFile> files = filesOf(roots, stop, problems);
    for (const FolderFile& file : files)
        names << file.name;
    for (const QString& problem : std::as_const(problems))
        put(Handover::One{problem.section(QStringLiteral(": "), 0, 0), intake::Refusal{utf8(problem)}});
    put(Handover::Files{names});
    for (std::size_t i = 0; i < files.size() && !stop.stop_requested(); ++i) {
        const FolderFile& file = files[i];
        const auto tell = [&](const QString& what) {
            progress(i, files.size(), QCoreApplication::translate("Workbench", "Taking in %1").arg(what));
        };
        tell(QFileInfo(file.path).fileName());
        intake::Options options;
        options.stop = stop;
        options.progress = [&](std::size_t, std::size_t, const std::string& what) { tell(text(what)); };
        intake::readFile(QFile::encodeName(file.path).toStdString(), options, [&](intake::Taken&& taken) {
            put(Handover::One{file.name, std::move(taken)});
            return !stop.stop_requested();
        });
        if (!stop.stop_requested())
            put(Handover::FileDone{});
    }
    to.waitUntilTaken(stop);
}

/// What an article is called where its letter says nothing yet.
QString called(const dossier::Article& article) {
    return article.info.title.empty() ? text(article.fileName) : QStringLiteral("“%1”").arg(text(article.info.title));
}

std::unique_ptr<dossier::VersionIndex> versionsIn(const dossier::Dossier& dossier) {
    auto index = std::make_unique<dossier::VersionIndex>();
    for (const dossier::Article& article : dossier.articles.get())
        index->add(article);
    return index;
}
} // namespace

struct Workbench::Import {
    std::shared_ptr<Handover> handover;
    std::unique_ptr<dossier::VersionIndex> versions;
    ImportReport report;
    QStringList pending;       ///< files that are not through yet
    std::size_t fromFirst = 0; ///< articles and refusals of the first of them
    bool quietly = true;
    bool fatal = false; ///< the case cannot be written
    QElapsedTimer shown;
    qint64 showAfter = 0; ///< ms since `shown`
};

// --- files and folders ----------------------------------------------------------------------------------------------

bool Workbench::readyToTakeIn() {
    if (!file_)
        openArticles({});
    if (!file_)
        return false;
    if (readOnly()) {
        emit problem(tr("This case is open for reading only. Use File ▸ Save case as… to go on in a copy."));
        return false;
    }
    promote();
    return ensurePerson();
}

void Workbench::addFiles(const QStringList& files, bool quietly) {
    if (files.isEmpty())
        return;
    if (!readyToTakeIn())
        return;
    waiting_ << files;
    if (!importing_)
        importing_ = std::make_shared<Import>();
    importing_->quietly = importing_->quietly && quietly;
    if (!imports_.running())
        nextImport();
}

void Workbench::nextImport() {
    if (!importing_)
        return;
    if (waiting_.isEmpty() || !file_) {
        const auto done = std::exchange(importing_, nullptr);
        if (file_) {
            conclude(std::move(done->report), done->quietly);
            refreshSnapshot();
        }
        return;
    }
    const QStringList roots = std::exchange(waiting_, {});
    const auto handover = std::make_shared<Handover>();
    importing_->handover = handover;
    importing_->pending = roots;
    if (!importing_->versions) {
        importing_->versions = versionsIn(*file_->snapshot());
        file_->hurry();
    }
    const Ping ping = [this, handover] {
        QMetaObject::invokeMethod(
            this, [this, handover] { writeSome(handover); }, Qt::QueuedConnection);
    };
    const QString what = roots.size() == 1 ? QFileInfo(roots.front()).fileName() : tr("articles");
    imports_.start(
        tr("Taking in %1").arg(what),
        [this, roots, handover, ping](const std::stop_token& stop, const Jobs::Progress& progress) -> Jobs::Delivery {
            readFiles(roots, *handover, ping, stop, progress);
            return [this] { nextImport(); };
        });
}

void Workbench::writeSome(const std::shared_ptr<Handover>& from) {
    const auto current = [this, &from] { return importing_ && importing_->handover == from && file_; };
    QElapsedTimer spent;
    spent.start();
    while (current()) {
        auto item = from->take();
        if (!item)
            break;
        if (auto* files = std::get_if<Handover::Files>(&*item)) {
            importing_->pending = files->names;
            importing_->fromFirst = 0;
        } else if (std::holds_alternative<Handover::FileDone>(*item)) {
            if (!importing_->pending.isEmpty())
                importing_->pending.removeFirst();
            importing_->fromFirst = 0;
        } else {
            auto& one = std::get<Handover::One>(*item);
            ++importing_->fromFirst;
            auto* captured = std::get_if<intake::Captured>(&one.taken);
            importing_->report.lines.push_back(captured
                                                   ? admit(std::move(*captured), one.file, *importing_->versions)
                                                   : admit(std::move(std::get<intake::Refusal>(one.taken)), one.file));
            if (importing_->fatal)
                stopImport(false);
            else if (!importing_->shown.isValid())
                showSoFar(); // the first one at once
        }
        if (spent.elapsed() >= sliceMs && current()) {
            if (!from->empty())
                QMetaObject::invokeMethod(
                    this, [this, from] { writeSome(from); }, Qt::QueuedConnection);
            break;
        }
    }
    if (current())
        showSoFar();
}

/// Shows what is in so far: at once, and then the more rarely the longer it takes.
void Workbench::showSoFar() {
    Import& import = *importing_;
    if (import.shown.isValid() && import.shown.elapsed() < import.showAfter)
        return;
    if (import.report.lines.empty())
        return;
    const auto shown = importing_; // a listener may end the import
    QElapsedTimer cost;
    cost.start();
    snapshot_ = file_->snapshot();
    emit snapshotChanged(snapshot_);
    shown->showAfter = std::clamp<qint64>(cost.elapsed() * 20, 1500, 60'000);
    shown->shown.start();
}

void Workbench::stopImport(bool quietly) {
    const auto stopped = std::exchange(importing_, nullptr);
    QStringList left = (stopped ? stopped->pending : QStringList()) + std::exchange(waiting_, {});
    imports_.cancel();
    if (!stopped || !file_)
        return;
    // One article is mostly all that a file has. Where more are in, the rest of the file is not.
    if (stopped->fromFirst == 1 && !left.isEmpty())
        left.removeFirst();
    for (const QString& file : left)
        stopped->report.lines.push_back(
            {QFileInfo(file).isAbsolute() ? QFileInfo(file).fileName() : file,
             Outcome::NotTried,
             stopped->fatal ? tr("The case could not be written.") : tr("The import was stopped before."),
             {}});
    conclude(std::move(stopped->report), quietly, true);
    refreshSnapshot();
}

// --- one article ----------------------------------------------------------------------------------------------------

ImportLine Workbench::admit(intake::Refusal&& refusal, const QString& file) const {
    const QString where = text(refusal.message).section(QStringLiteral(": "), 0, 0); // "/in/a.zip › b.txt"
    const qsizetype part = where.indexOf(QStringLiteral(" › "));
    const bool french = !where.isEmpty() && where.back().isSpace(); // a folder's: the window says it itself
    const QString message = french ? text(refusal.message) : told(refusal.message);
    return {part < 0 ? file : file + where.mid(part), Outcome::Skipped, message, {}};
}

ImportLine Workbench::admit(intake::Captured&& captured, const QString& file, dossier::VersionIndex& versions) {
    const dossier::Article article = captured.edit.article;
    ImportLine line;
    line.article = article.id;
    const QString own = text(article.fileName);
    line.file = own.contains(QStringLiteral(" › ")) || file.isEmpty() ? own : file;
    if (file_->holds(article.id)) {
        line.outcome = Outcome::AlreadyThere;
        line.message = tr("The same capture is in the case.");
        return line;
    }
    QStringList said;
    if (const auto version = versions.find(article)) {
        if (version->sameText) {
            line.outcome = Outcome::AlreadyThere;
            line.message = tr("The same text is in the case as %1.").arg(called(*version->other));
            return line;
        }
        line.outcome = Outcome::Version;
        const auto& other = *version->other;
        const QString changes = changesInWords(version->later ? sentenceChanges(other.text, article.text)
                                                              : sentenceChanges(article.text, other.text));
        said << (version->later ? tr("A later version of %1: %2") : tr("An earlier version of %1: %2"))
                    .arg(called(other), changes.isEmpty() ? tr("only blanks differ") : changes);
    }
    for (const std::string& part : {article.info.publisher, article.info.published})
        if (!part.empty())
            said << text(part);
    for (const std::string& remark : captured.remarks)
        said << told(remark);
    line.message = said.join(QStringLiteral(" · "));
    const auto done = file_->apply(std::move(captured.edit), person_.name);
    if (const auto* wrong = std::get_if<Problem>(&done)) {
        line = {line.file, Outcome::Skipped, told(wrong->message), {}};
        if (importing_)
            importing_->fatal = true; // the case, not the article: the next one would meet the same
        return line;
    }
    versions.add(article);
    return line;
}

// --- the clipboard, and the web -------------------------------------------------------------------------------------

void Workbench::addText(const QString& pasted) {
    if (pasted.trimmed().isEmpty()) {
        emit notice(tr("The clipboard holds no text. Copy an article's text first."));
        return;
    }
    addRead(intake::read(utf8(pasted), utf8(tr("pasted text"))), true);
}

void Workbench::addRichText(const QString& html, const QString& plain, const QString& address) {
    std::string markup = utf8(html);
    // A fragment says by its type only that it is HTML: words without a tag that a page would have.
    if (intake::formatOfText(markup, "html").kind != intake::Kind::Page)
        markup.insert(0, "<!DOCTYPE html>\n");
    intake::Options options;
    options.charset = "utf-8";
    options.fragment = true;
    options.url = utf8(address);
    auto contents = intake::read(std::move(markup), utf8(tr("pasted text")), options);
    if (contents.articles.empty() && !plain.trimmed().isEmpty())
        addText(plain); // markup without words of its own
    else
        addRead(std::move(contents), true);
}

void Workbench::addRead(intake::Contents&& contents, bool pasted) {
    if (!readyToTakeIn())
        return;
    ImportReport report;
    const auto versions = versionsIn(*file_->snapshot());
    for (auto& refusal : contents.refusals)
        report.lines.push_back(admit(std::move(refusal), {}));
    const dossier::ArticleInfo info =
        contents.articles.size() == 1 ? contents.articles.front().edit.article.info : dossier::ArticleInfo{};
    for (auto& captured : contents.articles)
        report.lines.push_back(admit(std::move(captured), {}, *versions));
    refreshSnapshot();
    if (pasted && report.lines.size() == 1 && report.lines.front().outcome == Outcome::Taken) {
        const QString letter = articleLetter(snapshot_->articles.size() - 1);
        emit notice(
            info.publisher.empty() || info.published.empty()
                ? tr("The pasted text was taken in as article %1. Add publisher and date under Edit ▸ Article details…")
                      .arg(letter)
                : tr("The pasted text was taken in as article %1.").arg(letter));
        report_ = std::make_shared<const ImportReport>(std::move(report));
        emit imported(true);
        return;
    }
    conclude(std::move(report), false);
}

void Workbench::addFromWeb(const QString& address) {
    if (file_ && readOnly()) {
        emit webRefused(tr("This case is open for reading only. Use File ▸ Save case as… to go on in a copy."));
        emit webEnded();
        return;
    }
    const Fetcher fetcher = fetcher_ ? fetcher_
                                     : [](const std::string& url, const std::stop_token& stop,
                                          const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
                                           return intake::fetch(url, {}, stop, progress);
                                       };
    const std::string url = utf8(address.trimmed());
    const auto into = file_; // what comes back goes nowhere else
    fetching_.start(tr("Fetching %1").arg(QUrl::fromUserInput(address.trimmed()).host()),
                    [this, fetcher, url, into](const std::stop_token& stop, const Jobs::Progress&) -> Jobs::Delivery {
                        auto last = std::make_shared<QElapsedTimer>();
                        auto got = fetcher(url, stop, [this, last](std::uint64_t bytes, std::uint64_t of) {
                            if (last->isValid() && last->elapsed() < 80)
                                return;
                            last->start();
                            QMetaObject::invokeMethod(this, [this, bytes, of] { emit webProgressed(bytes, of); });
                        });
                        auto contents = std::make_shared<intake::Contents>();
                        if (auto* refused = std::get_if<intake::Refusal>(&got)) {
                            contents->refusals.push_back(std::move(*refused));
                        } else {
                            intake::Options options;
                            options.stop = stop;
                            *contents = intake::readFetched(std::move(std::get<intake::Fetched>(got)), options);
                        }
                        return [this, contents, into, url] {
                            if (file_ != into)
                                return;
                            if (contents->articles.empty()) {
                                emit webRefused(
                                    contents->refusals.empty()
                                        ? tr("%1: there is no article in what the site sent; open it in a browser and "
                                             "save the page.")
                                              .arg(text(url))
                                        : told(contents->refusals.front().message));
                                return;
                            }
                            emit webTaken();
                            addRead(std::move(*contents), false);
                        };
                    });
}

// --- what became of it ----------------------------------------------------------------------------------------------

void Workbench::conclude(ImportReport&& report, bool quietly, bool stopped) {
    if (file_) {
        const auto settled = file_->settle();
        if (const auto* wrong = std::get_if<Problem>(&settled))
            report.lines.push_back({QFileInfo(path()).fileName(), Outcome::Skipped, told(wrong->message), {}});
    }
    if (report.lines.empty())
        return;
    const std::size_t versions = report.count(Outcome::Version), taken = report.count(Outcome::Taken) + versions,
                      there = report.count(Outcome::AlreadyThere), skipped = report.count(Outcome::Skipped),
                      left = report.count(Outcome::NotTried);
    QStringList words;
    if (stopped)
        words << tr("Stopped: %1, %2.")
                     .arg(counted(taken, tr("1 article was taken in"), tr("%1 articles were taken in")),
                          counted(left, tr("1 was not"), tr("%1 were not")));
    else if (taken > 0)
        words << counted(taken, tr("1 article taken in."), tr("%1 articles taken in."));
    if (there > 0 && (taken > 0 || skipped > 0 || stopped))
        words << counted(there, tr("1 was there already."), tr("%1 were there already."));
    else if (there > 0 && !quietly)
        words << counted(there, tr("This article is in the case already."),
                         tr("All %1 articles are in the case already."));
    if (versions > 0) {
        const auto first = std::find_if(report.lines.begin(), report.lines.end(),
                                        [](const ImportLine& line) { return line.outcome == Outcome::Version; });
        words << (versions == 1
                      ? QStringLiteral("%1: %2.").arg(first->file, first->message.section(QStringLiteral(" · "), 0, 0))
                      : tr("%1 are other versions of articles in the case.").arg(versions));
    }
    const QString summary = words.join(u' ');
    if (skipped > 0) {
        QStringList lines;
        if (!summary.isEmpty())
            lines << summary;
        std::size_t told = 0;
        for (const ImportLine& line : report.lines)
            if (line.outcome == Outcome::Skipped && told < mostTold) {
                lines << line.message;
                ++told;
            }
        if (skipped > told)
            lines << counted(skipped - told, tr("1 more was skipped: see the import report."),
                             tr("%1 more were skipped: see the import report."));
        emit problem(lines.join(u'\n'));
    } else if (!summary.isEmpty()) {
        emit notice(summary);
    }
    report_ = std::make_shared<const ImportReport>(std::move(report));
    emit imported(quietly);
}

} // namespace countercheck::ui
