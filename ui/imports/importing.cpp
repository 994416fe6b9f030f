// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/importing.h"

#include "ui/imports/changesdialog.h"
#include "ui/imports/importdialog.h"
#include "ui/imports/watchform.h"
#include "ui/imports/webform.h"
#include "ui/panes/versionplace.h"
#include "ui/statusline.h"
#include "ui/workbench/messagebar.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace countercheck::ui {

namespace {
QFileDialog* openDialog(QWidget* parent, const QString& title, QFileDialog::FileMode mode) {
    auto* dialog = new QFileDialog(parent, title, Settings::lastFolder(QStringLiteral("articles")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [mode](const QStringList& files) {
        if (!files.isEmpty())
            Settings::setLastFolder(QStringLiteral("articles"), mode == QFileDialog::Directory
                                                                    ? files.front()
                                                                    : QFileInfo(files.front()).absolutePath());
    });
    return dialog;
}

/// The formats as a file dialog filters them; the program itself goes by what is in a file, never by its name.
QStringList filters() {
    struct Group {
        QString name;
        const char* endings;
    };
    const Group groups[] = {
        {Importing::tr("Text and Markdown"), "*.txt *.md *.markdown"},
        {Importing::tr("Saved pages"), "*.html *.htm *.xhtml *.mhtml *.mht"},
        {Importing::tr("Documents (PDF, Word, OpenDocument, RTF, EPUB)"), "*.pdf *.docx *.odt *.fodt *.rtf *.epub"},
        {Importing::tr("Mails"), "*.eml *.mbox"},
        {Importing::tr("Feeds and news items (RSS, Atom, NewsML-G2, ninjs)"),
         "*.rss *.atom *.xml *.newsml *.nitf *.json"},
        {Importing::tr("Tables and JSON Lines"), "*.csv *.tsv *.jsonl *.ndjson"},
        {Importing::tr("Web archives and ZIP"), "*.warc *.warc.gz *.wacz *.zip *.gz"},
    };
    QStringList every, out;
    for (const Group& group : groups) {
        every << QLatin1String(group.endings);
        out << QStringLiteral("%1 (%2)").arg(
            QString(group.name).replace(QStringLiteral("("), QStringLiteral("– ")).remove(u')'),
            QLatin1String(group.endings));
    }
    out.prepend(Importing::tr("All that can be read") + QStringLiteral(" (%1)").arg(every.join(u' ')));
    out << Importing::tr("All files (*)");
    return out;
}
} // namespace

Importing::Importing(Workbench* workbench, MessageBar* messages, StatusLine* status, QWidget* window)
    : QObject(window), workbench_(workbench), messages_(messages), status_(status), window_(window) {
    connect(workbench_, &Workbench::imported, this, &Importing::afterImport);
    connect(workbench_, &Workbench::placeChanged, this, &Importing::followCase);
    connect(&watch_, &FolderWatch::arrived, workbench_,
            [this](const QStringList& files) { workbench_->addFiles(files, true); });
    connect(&watch_, &FolderWatch::seenChanged, this, &Importing::keepWatch);
    connect(&watch_, &FolderWatch::lostChanged, this, [this](bool lost) {
        if (lost)
            messages_->showProblem(tr("The watched folder %1 cannot be reached. It is looked for again every few "
                                      "seconds; stop watching it in the line below.")
                                       .arg(QDir::toNativeSeparators(watch_.folder())));
        else
            messages_->showNotice(tr("The watched folder is there again."));
        showWatch();
    });
    connect(status_, &StatusLine::stopWatchingRequested, this, &Importing::stopWatching);
    connect(status_, &StatusLine::lookRequested, &watch_, &FolderWatch::look);
}

// --- what comes in --------------------------------------------------------------------------------------------------

void Importing::askFiles() {
    auto* dialog = openDialog(window_, tr("Add articles"), QFileDialog::ExistingFiles);
    dialog->setNameFilters(filters());
    connect(dialog, &QFileDialog::filesSelected, workbench_,
            [this](const QStringList& files) { workbench_->addFiles(files); });
    dialog->open();
}

void Importing::askFolder() {
    auto* dialog = openDialog(window_, tr("Add all articles of a folder"), QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, workbench_,
            [this](const QStringList& folders) { workbench_->addFiles(folders); });
    dialog->open();
}

void Importing::askWeb(const QString& address) {
    if (!web_) {
        web_ = new WebForm(workbench_, window_);
        web_->setAttribute(Qt::WA_DeleteOnClose);
    }
    if (!address.isEmpty())
        web_->setAddress(address);
    web_->show();
    web_->raise();
    web_->activateWindow();
}

void Importing::takeFiles(const QStringList& files) {
    const auto cases = std::count_if(files.begin(), files.end(), [](const QString& file) {
        return file.endsWith(QStringLiteral(".countercheck"), Qt::CaseInsensitive);
    });
    if (cases == 1 && files.size() == 1)
        emit caseRequested(files.front());
    else if (cases > 0)
        emit workbench_->problem(
            tr("Drop either one case or articles, not both: open the case, then add the articles."));
    else
        workbench_->addFiles(files);
}

void Importing::takeMime(const QMimeData* mime) {
    if (!mime) { // an empty clipboard
        workbench_->addText({});
        return;
    }
    QStringList files;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    const QString plain = mime->text();
    if (!files.isEmpty()) {
        takeFiles(files);
        return;
    }
    // An address alone is no article; fetching it is for the person to say.
    const QString word = plain.trimmed().isEmpty() && mime->hasUrls()
                             ? QString::fromUtf8(mime->urls().front().toEncoded())
                             : plain.trimmed();
    if ((word.startsWith(QStringLiteral("https://")) || word.startsWith(QStringLiteral("http://"))) &&
        std::none_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); })) {
        askWeb(word);
        return;
    }
    if (mime->hasHtml() && !mime->html().trimmed().isEmpty()) {
        QString address; // browsers tell where the words stood
        if (const QByteArray firefox = mime->data(QStringLiteral("text/x-moz-url-priv")); firefox.size() >= 2)
            address = QString::fromUtf16(reinterpret_cast<const char16_t*>(firefox.constData()), firefox.size() / 2);
        else
            address = QString::fromUtf8(mime->data(QStringLiteral("chromium/x-source-url")));
        address = address.section(QChar(u'\0'), 0, 0).trimmed();
        const QString scheme = QUrl(address, QUrl::StrictMode).scheme();
        if (scheme != QStringLiteral("http") && scheme != QStringLiteral("https"))
            address.clear();
        workbench_->addRichText(mime->html(), plain, address);
        return;
    }
    workbench_->addText(plain);
}

// --- what became of it ----------------------------------------------------------------------------------------------

void Importing::afterImport(bool quietly) {
    const SharedReport report = workbench_->lastImport();
    if (!report)
        return;
    const auto version = std::find_if(report->lines.begin(), report->lines.end(),
                                      [](const ImportLine& line) { return line.outcome == Outcome::Version; });
    if (report->count(Outcome::Version) == 1 && report->count(Outcome::Skipped) == 0)
        messages_->offer(tr("What changed"), [this, article = version->article] { showChanges(article); });
    else if (report->lines.size() > 1 || report->count(Outcome::Skipped) > 0)
        messages_->offer(tr("Show report"), [this] { showReport(); });
    if (report_)
        report_->setReport(report);
    else if (!quietly && report->lines.size() > 1 && report->count(Outcome::Skipped) > 0)
        showReport(); // one file's fault stands in the message
    emit watchChanged();
}

void Importing::showReport() {
    const SharedReport report = workbench_->lastImport();
    if (!report) {
        messages_->showNotice(tr("Nothing has been taken in yet since the case was opened."));
        return;
    }
    if (!report_) {
        report_ = new ImportDialog(report, window_);
        report_->setAttribute(Qt::WA_DeleteOnClose);
        connect(report_, &ImportDialog::articleChosen, this, &Importing::articleRequested);
        connect(report_, &ImportDialog::saved, messages_,
                [this](const QString& file) { messages_->showNotice(tr("Written: %1").arg(file)); });
        connect(report_, &ImportDialog::failed, messages_, &MessageBar::showProblem);
    }
    report_->show();
    report_->raise();
    report_->activateWindow();
}

void Importing::showChanges(const dossier::ArticleId& article) {
    const auto snapshot = workbench_->snapshot();
    for (std::size_t i = 0; i < snapshot->articles.size(); ++i) {
        if (snapshot->articles[i].id != article)
            continue;
        if (versionPlace(*snapshot, i).of < 2) {
            messages_->showNotice(tr("There is no other version of this article in the case."));
            return;
        }
        auto* dialog = new ChangesDialog(snapshot, i, window_);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
        return;
    }
}

void Importing::showAnyChanges() {
    const auto snapshot = workbench_->snapshot();
    for (std::size_t i = snapshot->articles.size(); i-- > 0;)
        if (const VersionPlace place = versionPlace(*snapshot, i); place.of > 1 && place.number == place.of) {
            showChanges(snapshot->articles[i].id);
            return;
        }
    messages_->showNotice(tr("No article of this case has another version in it."));
}

// --- a folder is watched --------------------------------------------------------------------------------------------

void Importing::toggleWatch() {
    if (!watch_.folder().isEmpty()) {
        stopWatching();
        return;
    }
    auto* form = new WatchForm(window_);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &WatchForm::chosen, this,
            [this](const QString& folder, bool alsoPresent) { watch(folder, alsoPresent); });
    form->open();
}

void Importing::watch(const QString& folder, bool alsoPresent) {
    if (workbench_->place() == Workbench::Place::Nowhere)
        workbench_->openArticles({});
    if (workbench_->readOnly()) {
        messages_->showProblem(tr("This case is open for reading only: nothing can come into it."));
        return;
    }
    if (alsoPresent)
        watch_.start(folder, {});
    else
        watch_.startAfresh(folder);
    messages_->showNotice(tr("New files in %1 are taken in by themselves while this case is open.")
                              .arg(QDir::toNativeSeparators(folder)));
    keepWatch();
    showWatch();
}

void Importing::stopWatching() {
    if (watch_.folder().isEmpty())
        return;
    const QString name = QDir::toNativeSeparators(watch_.folder());
    watch_.stop();
    Settings::setWatched(workbench_->path(), {}, {});
    messages_->showNotice(tr("%1 is no longer watched.").arg(name));
    showWatch();
}

void Importing::keepWatch() {
    if (!watch_.folder().isEmpty())
        Settings::setWatched(workbench_->path(), watch_.folder(), watch_.seen());
}

/// A case has its folder; another case another one.
void Importing::followCase() {
    if (workbench_->place() == Workbench::Place::Nowhere) {
        watch_.stop(); // kept for the next time
        if (report_)
            report_->close();
    } else if (!watch_.folder().isEmpty()) {
        keepWatch(); // the same case under another name
    } else if (const QString folder = Settings::watchedFolder(workbench_->path());
               !folder.isEmpty() && !workbench_->readOnly()) {
        watch_.start(folder, Settings::watchedSeen(workbench_->path()));
    }
    showWatch();
}

void Importing::showWatch() {
    const QString name = QDir(watch_.folder()).dirName();
    status_->setWatching(watch_.folder().isEmpty() ? QString() : name, QDir::toNativeSeparators(watch_.folder()),
                         watch_.lost());
    emit watchChanged();
}

} // namespace countercheck::ui
