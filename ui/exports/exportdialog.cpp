// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportdialog.h"

#include "core/report/clause.h"
#include "core/report/report.h"
#include "ui/basics/explanation.h"
#include "ui/basics/jobs.h"
#include "ui/basics/theme.h"
#include "ui/exports/exportpreview.h"
#include "ui/exports/previewwindow.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QTimer>
#include <QVBoxLayout>

namespace countercheck::ui {

namespace {

struct Shown {
    printing::Format format;
    QString name, what;
};

QList<Shown> shownFormats() {
    using printing::Format;
    const auto words = [](const char* name) { return QString::fromLatin1(name); };
    return {{Format::Html, words("HTML"), ExportDialog::tr("a page to publish or send; opens anywhere")},
            {Format::Pdf, words("PDF"), ExportDialog::tr("pages to print and to keep")},
            {Format::Odt, words("ODT"), ExportDialog::tr("to go on writing, LibreOffice")},
            {Format::Docx, words("DOCX"), ExportDialog::tr("to go on writing, Word")},
            {Format::Markdown, words("Markdown"), ExportDialog::tr("for wikis and repositories")},
            {Format::Text, ExportDialog::tr("Plain text"), ExportDialog::tr("for mail and notes")},
            {Format::Csv, words("CSV"), ExportDialog::tr("one row a claim")},
            {Format::Xlsx, words("XLSX"), ExportDialog::tr("sheets of questions, claims, sources, log")},
            {Format::Json, words("JSON"), ExportDialog::tr("all data, for programs")},
            {Format::ClaimReview, words("ClaimReview"), ExportDialog::tr("schema.org, for search engines")},
            {Format::Annotations, ExportDialog::tr("Web Annotations"), ExportDialog::tr("W3C, on the articles' words")},
            {Format::Ninjs, words("ninjs 3.1"), ExportDialog::tr("IPTC, for newsroom systems")},
            {Format::SideBySide, ExportDialog::tr("Side by side"),
             ExportDialog::tr("the articles with their words marked")},
            {Format::Sheet, ExportDialog::tr("Checker's sheet"), ExportDialog::tr("to print and fill in by hand")}};
}

QLabel* heading(const QString& words) {
    auto* label = new QLabel(words);
    label->setProperty("role", "quiet");
    return label;
}

} // namespace

QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return QObject::tr(
                   "%1 could not be written: %2. Choose another folder, or make room; nothing was left half-written.")
            .arg(path, file.errorString());
    return {};
}

ExportDialog::ExportDialog(dossier::Snapshot snapshot, QString by, QWidget* parent)
    : QDialog(parent), snapshot_(std::move(snapshot)), by_(std::move(by)), jobs_(new Jobs(this)),
      preview_(new ExportPreview), soon_(new QTimer(this)) {
    setWindowTitle(tr("Export"));
    setAccessibleName(tr("Export dialog"));
    resize(1080, 700);
    soon_->setSingleShot(true);
    soon_->setInterval(120);

    auto* choices = new QVBoxLayout;
    choices->setContentsMargins(18, 16, 16, 14);
    choices->setSpacing(10);
    choices->addWidget(makeChoices(), 1);
    choices->addWidget(makePlace());
    what_ = new QLabel;
    what_->setProperty("role", "quiet");
    what_->setWordWrap(true);
    what_->setObjectName(QStringLiteral("What will be written"));
    wrong_ = new QLabel;
    wrong_->setProperty("role", "error");
    wrong_->setWordWrap(true);
    wrong_->setObjectName(QStringLiteral("Export problem"));
    wrong_->hide();
    progress_ = new QProgressBar;
    progress_->setAccessibleName(tr("Progress of the export"));
    progress_->setTextVisible(false);
    progress_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    go_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    go_->setProperty("primary", true);
    go_->setDefault(true);
    go_->setAccessibleName(tr("Write export"));
    for (QWidget* widget : {static_cast<QWidget*>(what_), static_cast<QWidget*>(wrong_),
                            static_cast<QWidget*>(progress_), static_cast<QWidget*>(buttons)})
        choices->addWidget(widget);
    auto* left = new QWidget;
    left->setFixedWidth(std::clamp(formats_->sizeHintForColumn(0) + 52, 408, 480));
    left->setLayout(choices);

    shownFormat_ = new QLabel;
    shownFormat_->setProperty("role", "quiet");
    shownFormat_->setContentsMargins(20, 14, 20, 10);
    auto* line = new QFrame;
    line->setProperty("role", "line");
    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(shownFormat_);
    right->addWidget(line);
    right->addWidget(preview_, 1);
    auto* between = new QFrame;
    between->setProperty("role", "vline");
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(left);
    all->addWidget(between);
    all->addLayout(right, 1);

    connect(formats_, &QListWidget::itemChanged, this, &ExportDialog::update);
    connect(formats_, &QListWidget::currentRowChanged, soon_, qOverload<>(&QTimer::start));
    const auto again = [this] {
        showLeftOut();
        update();
    };
    connect(language_, &QComboBox::currentIndexChanged, this, again);
    connect(unsigned_, &QCheckBox::toggled, this, again);
    for (QLineEdit* edit : {folder_, name_, url_})
        connect(edit, &QLineEdit::textChanged, this, &ExportDialog::update);
    connect(soon_, &QTimer::timeout, this, &ExportDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(jobs_, &Jobs::progressed, this, [this](int done, int total, const QString& what) {
        progress_->setRange(0, total);
        progress_->setValue(done);
        what_->setText(what);
    });
    formats_->setCurrentRow(0);
    showLeftOut();
    update();
    formats_->setFocus();
}

QWidget* ExportDialog::makeChoices() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    formats_ = new QListWidget;
    formats_->setAccessibleName(tr("Export formats"));
    formats_->setAccessibleDescription(tr("Space chooses a format; the one in focus is shown beside."));
    formats_->setSpacing(1);
    formats_->installEventFilter(this);
    const QByteArray kept = Settings::state(QStringLiteral("export formats"));
    const QList<QByteArray> chosen = kept.isEmpty() ? QList<QByteArray>{"html", "csv"} : kept.split(' ');
    for (const Shown& shown : shownFormats()) {
        auto* item = new QListWidgetItem(shown.name + QStringLiteral("  \u2013  ") + shown.what, formats_);
        const std::string_view name = printing::infoOf(shown.format).name;
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(QByteArray(name.data(), static_cast<qsizetype>(name.size())))
                                ? Qt::Checked
                                : Qt::Unchecked);
        item->setData(Qt::UserRole, static_cast<int>(shown.format));
        item->setData(Qt::UserRole + 1, shown.name);
        item->setToolTip(item->text());
    }
    column->addWidget(heading(tr("Formats")));
    column->addWidget(formats_, 1);

    language_ = new QComboBox;
    language_->setAccessibleName(tr("Language of the summary"));
    language_->addItem(QStringLiteral("English"), static_cast<int>(report::Language::English));
    language_->addItem(QStringLiteral("Français"), static_cast<int>(report::Language::French));
    language_->setCurrentIndex(tr("en", "the code of this language") == QLatin1String("fr") ? 1 : 0);
    unsigned_ = new QCheckBox(tr("Include what is not signed off, marked as unsigned"));
    unsigned_->setAccessibleName(tr("Include unsigned"));
    leftOut_ = new QListWidget;
    leftOut_->setAccessibleName(tr("Left out, and why"));
    leftOut_->setMaximumHeight(84);
    leftOut_->installEventFilter(this);
    leftOut_->setSelectionMode(QAbstractItemView::SingleSelection);
    leftOut_->setAccessibleDescription(tr("Enter goes to the question."));
    for (QListWidget* list : {formats_, leftOut_}) { // what does not fit is in the tool tip
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setTextElideMode(Qt::ElideRight);
    }
    connect(leftOut_, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        const QString key = item->data(Qt::UserRole).toString();
        if (key.isEmpty() || jobs_->running())
            return;
        emit questionRequested({utf8(key)});
        reject();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(heading(tr("Language")));
    row->addWidget(language_);
    row->addStretch();
    column->addSpacing(4);
    column->addLayout(row);
    column->addWidget(unsigned_);
    column->addWidget(leftOut_);
    return box;
}

bool ExportDialog::eventFilter(QObject* watched, QEvent* event) {
    if ((watched == formats_ || watched == leftOut_) && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == formats_)
                go_->click();
            else if (QListWidgetItem* item = leftOut_->currentItem())
                emit leftOut_->itemActivated(item);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QWidget* ExportDialog::makePlace() {
    auto* box = new QWidget;
    folder_ = new QLineEdit(Settings::lastFolder(QStringLiteral("export")));
    folder_->setAccessibleName(tr("Export folder"));
    QString stem = text(snapshot_->title).simplified();
    for (QChar& c : stem)
        if (QStringLiteral("/\\:*?\"<>|").contains(c))
            c = u'-';
    name_ = new QLineEdit(stem.isEmpty() ? tr("Summary") : stem);
    name_->setAccessibleName(tr("Export name"));
    url_ = new QLineEdit;
    url_->setAccessibleName(tr("Address of publication"));
    url_->setPlaceholderText(tr("where it will be published, for ClaimReview"));
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose export folder"));
    auto* folderRow = new QHBoxLayout;
    folderRow->setSpacing(8);
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browse);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(7);
    form->addRow(tr("Folder"), folderRow);
    form->addRow(tr("Name"), name_);
    form->addRow(tr("Address"), url_);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Folder of the export"), folder_->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, folder_, &QLineEdit::setText);
        dialog->open();
    });
    return box;
}

printing::Order ExportDialog::order(printing::Format format) const {
    return {format,
            nowUtc(),
            utf8(by_),
            static_cast<report::Language>(language_->currentData().toInt()),
            unsigned_->isChecked(),
            utf8(url_->text().trimmed())};
}

QList<ExportDialog::Target> ExportDialog::targets() const {
    const QString stem = folder_->text() + u'/' + name_->text().trimmed();
    QList<Target> files;
    for (int i = 0; i < formats_->count(); ++i) {
        const QListWidgetItem* const item = formats_->item(i);
        if (item->checkState() != Qt::Checked)
            continue;
        auto format = static_cast<printing::Format>(item->data(Qt::UserRole).toInt());
        if (format == printing::Format::Sheet) // what is printed goes out as pages
            format = printing::Format::SheetPdf;
        files << Target{format, stem + text(printing::infoOf(format).suffix)};
    }
    return files;
}

void ExportDialog::showLeftOut() {
    constexpr std::size_t most = 200; // rows; a person does not read more
    const auto language = static_cast<report::Language>(language_->currentData().toInt());
    leftOut_->clear();
    out_ = behind_ = 0;
    for (const auto& question : snapshot_->comparison.questions) {
        const dossier::Decisions& decisions = snapshot_->decisionsOf({question.key});
        const bool decided = decisions.verdict || decisions.proposal || decisions.signOff || decisions.revoked ||
                             !decisions.dismissed.empty();
        if (!question.status() && !decided)
            continue; // one source alone: never listed
        if (report::goesOut(decisions, unsigned_->isChecked())) {
            ++out_;
            continue;
        }
        if (++behind_ > most)
            continue;
        auto* item = new QListWidgetItem(text(report::titleIn(question, language)) + QStringLiteral("  \u2013  ") +
                                             text(report::whyLeftOut(decisions, language)),
                                         leftOut_);
        item->setData(Qt::UserRole, text(question.key));
        item->setToolTip(item->text() + u'\n' + tr("Enter or a double click goes there."));
    }
    if (behind_ > most)
        new QListWidgetItem(tr("… and %1 more").arg(behind_ - most), leftOut_);
    leftOut_->setVisible(behind_ > 0);
}

void ExportDialog::update() {
    if (jobs_->running())
        return;
    QStringList lines;
    lines << ui::counted(out_, tr("1 question goes out"), tr("%1 questions go out")) +
                 (behind_ > 0
                      ? QStringLiteral(" \u00B7 ") + ui::counted(behind_, tr("1 stays behind"), tr("%1 stay behind"))
                      : QString());
    if (const auto open = snapshot_->unresolved(); open > 0)
        lines << tr("%1 of %2 are still unresolved.").arg(open).arg(snapshot_->countable());
    QStringList replaced;
    for (const Target& target : targets())
        if (QFileInfo::exists(target.file))
            replaced << QFileInfo(target.file).fileName();
    if (!replaced.isEmpty())
        lines << tr("Will be replaced: %1.").arg(replaced.join(QStringLiteral(", ")));
    what_->setText(lines.join(u'\n'));
    wrong_->hide();
    QString reason;
    if (targets().isEmpty())
        reason = tr("Choose at least one format.");
    else if (name_->text().trimmed().isEmpty() || name_->text().contains(u'/'))
        reason = tr("Give a name without a slash.");
    else if (!QFileInfo(folder_->text()).isDir())
        reason = tr("The folder does not exist. Choose another one.");
    go_->setEnabled(reason.isEmpty());
    go_->setToolTip(reason);
    if (!reason.isEmpty()) {
        wrong_->setText(reason);
        wrong_->show();
    }
    soon_->start();
}

void ExportDialog::refresh() {
    const QListWidgetItem* const item = formats_->currentItem();
    if (!item)
        return;
    shownFormat_->setText(tr("Preview: %1").arg(item->data(Qt::UserRole + 1).toString()));
    preview_->preview(snapshot_, order(static_cast<printing::Format>(item->data(Qt::UserRole).toInt())));
}

void ExportDialog::setWriting(bool writing) {
    for (QWidget* widget : {static_cast<QWidget*>(formats_), static_cast<QWidget*>(language_),
                            static_cast<QWidget*>(unsigned_), static_cast<QWidget*>(folder_),
                            static_cast<QWidget*>(name_), static_cast<QWidget*>(url_), static_cast<QWidget*>(go_)})
        widget->setEnabled(!writing);
    progress_->setRange(0, 0);
    progress_->setVisible(writing);
}

void ExportDialog::accept() {
    if (!go_->isEnabled() || jobs_->running())
        return;
    QByteArray chosen;
    QList<std::pair<printing::Order, QString>> files;
    for (const Target& target : targets()) {
        files << std::pair(order(target.format), target.file);
        const bool sheet = target.format == printing::Format::SheetPdf;
        const std::string_view name = printing::infoOf(sheet ? printing::Format::Sheet : target.format).name;
        chosen += (chosen.isEmpty() ? "" : " ") + QByteArray(name.data(), static_cast<qsizetype>(name.size()));
    }
    Settings::setState(QStringLiteral("export formats"), chosen);
    setWriting(true);
    jobs_->start(tr("Export"),
                 [this, snapshot = snapshot_, files](const std::stop_token& stop,
                                                     const Jobs::Progress& progress) -> Jobs::Delivery {
                     QStringList written;
                     QString problem;
                     for (const auto& [order, file] : files) {
                         const auto done = static_cast<std::size_t>(written.size());
                         progress(done, static_cast<std::size_t>(files.size()),
                                  tr("Writing %1").arg(QFileInfo(file).fileName()));
                         auto printed = printing::print(*snapshot, order, {}, stop);
                         if (std::holds_alternative<printing::Stopped>(printed) || stop.stop_requested())
                             return {};
                         if (const auto* const wrong = std::get_if<printing::Problem>(&printed))
                             problem =
                                 tr("%1 was not written: %2").arg(QFileInfo(file).fileName(), told(wrong->message));
                         else
                             problem = writeWhole(file, QByteArray::fromStdString(std::get<std::string>(printed)));
                         if (!problem.isEmpty())
                             break;
                         written << file;
                     }
                     return [this, written, problem] {
                         setWriting(false);
                         if (!problem.isEmpty()) { // the dialog stays: choose another folder
                             update();
                             wrong_->setText(problem);
                             wrong_->show();
                             return;
                         }
                         Settings::setLastFolder(QStringLiteral("export"), folder_->text());
                         emit exported(written);
                         QDialog::accept();
                     };
                 });
}

void ExportDialog::reject() {
    if (!jobs_->running())
        return QDialog::reject();
    jobs_->cancel(); // what was written whole stays, nothing is left half-written
    setWriting(false);
    update();
    wrong_->setText(tr("Stopped. Files that were written already stay."));
    wrong_->show();
}

} // namespace countercheck::ui
