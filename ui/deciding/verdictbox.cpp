// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/verdictbox.h"

#include "core/read/decimal.h"
#include "ui/basics/flowlayout.h"
#include "ui/basics/growingedit.h"
#include "ui/basics/theme.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QBuffer>
#include <QClipboard>
#include <QDateTime>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countercheck::ui {

using dossier::VerdictState;

QString suggestedWording(const dossier::Dossier& dossier, const compare::Question& question) {
    struct Said {
        QString words;
        QStringList sources;
        std::optional<double> order;
    };
    std::vector<Said> said;
    for (const auto& claim : question.claims) {
        if (isDerivedCopy(dossier.comparison, claim.article) && claim.attribution.empty())
            continue;
        QString words = text(claim.shown.empty() ? claim.quote : claim.shown).simplified();
        // "Nearly 160" began a sentence there; here it stands within one.
        if (claim.set && words.size() > 1 && words[0].isUpper() && words[1].isLower())
            words[0] = words[0].toLower();
        QString source = text(claim.attribution);
        if (source.isEmpty() && claim.article < dossier.articles.size())
            source = shortName(dossier.articles[claim.article]);
        auto at = std::find_if(said.begin(), said.end(),
                               [&](const Said& s) { return s.words.compare(words, Qt::CaseInsensitive) == 0; });
        if (at == said.end()) {
            Said fresh;
            fresh.words = words;
            if (claim.set) {
                const auto& set = *claim.set;
                const auto value = set.headline ? set.headline : set.low ? set.low : set.high;
                if (value)
                    fresh.order = value->toDouble();
            } else if (claim.time) {
                fresh.order = static_cast<double>(claim.time->from);
            }
            at = said.insert(said.end(), fresh);
        }
        if (!source.isEmpty() && !at->sources.contains(source))
            at->sources << source;
    }
    std::stable_sort(said.begin(), said.end(),
                     [](const Said& a, const Said& b) { return a.order && b.order ? *a.order < *b.order : false; });
    QStringList parts;
    for (const Said& one : said)
        parts << (one.sources.isEmpty()
                      ? one.words
                      : one.words + QStringLiteral(" (") + one.sources.join(QStringLiteral(", ")) + u')');
    const bool ordered = std::all_of(said.begin(), said.end(), [](const Said& s) { return s.order.has_value(); });
    if (parts.size() == 2 && ordered)
        return QObject::tr("from %1 to %2").arg(parts[0], parts[1]);
    return parts.join(QStringLiteral("; "));
}

VerdictBox::VerdictBox(Workbench* workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    const VerdictState states[] = {VerdictState::Checking, VerdictState::Disputed, VerdictState::Verified,
                                   VerdictState::False, VerdictState::Unverifiable};
    for (const VerdictState state : states) {
        auto* button = new QPushButton(verdictWord(state));
        button->setCheckable(true);
        button->setProperty("segment", state == VerdictState::Checking       ? "first"
                                       : state == VerdictState::Unverifiable ? "last"
                                                                             : "middle");
        button->setFont(interfaceFont(8));
        button->setAccessibleName(tr("Verdict: %1").arg(verdictWord(state)));
        button->setToolTip(verdictHelp(state));
        button->setMinimumWidth(10);
        button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
        // Toggled, not clicked: assistive technology toggles. Switched off is taken back.
        connect(button, &QPushButton::toggled, this, [this, state](bool on) {
            if (!showing_)
                setVerdict(on ? state : VerdictState::Unchecked);
        });
        row->addWidget(button, button->fontMetrics().horizontalAdvance(button->text()) + 8); // as wide as its word
        choices_.push_back({state, button});
    }

    verdictBy_ = new QLabel;
    verdictBy_->setProperty("role", "quiet");
    verdictBy_->setFont(interfaceFont(8.5));
    verdictBy_->setWordWrap(true);
    verdictBy_->setObjectName(QStringLiteral("Verdict set by"));

    const auto link = [](const QString& words, const QString& name) {
        auto* button = new QPushButton(words);
        button->setProperty("link", true);
        button->setFont(interfaceFont(8.5));
        button->setAccessibleName(name);
        button->setCursor(Qt::PointingHandCursor);
        return button;
    };
    const auto caption = [](const QString& words) {
        auto* label = new QLabel(words);
        label->setProperty("role", "quiet");
        label->setFont(interfaceFont(8.5));
        return label;
    };

    outdated_ = link(tr("Outdated…"), tr("Verdict: %1").arg(verdictWord(VerdictState::Outdated)));
    sendBack_ = link(tr("Send back…"), tr("Send back"));
    auto* verdictFoot = new QHBoxLayout;
    verdictFoot->addWidget(outdated_);
    verdictFoot->addStretch();
    verdictFoot->addWidget(sendBack_);
    connect(outdated_, &QPushButton::clicked, this, [this] { setVerdict(VerdictState::Outdated); });
    connect(sendBack_, &QPushButton::clicked, this, &VerdictBox::sendBackRequested);

    wording_ = new GrowingEdit(1, 6);
    wording_->setAccessibleName(tr("Print as"));
    wording_->setPlaceholderText(tr("the wording that goes out"));
    wording_->setFont(interfaceFont(9, QFont::Medium));
    keepWording_ = link(tr("Keep"), tr("Keep wording"));
    suggest_ = link(tr("Suggest"), tr("Suggest wording"));
    suggest_->setToolTip(tr("Writes every value with who says it, as a first draft"));
    auto* wordingHead = new QHBoxLayout;
    wordingHead->addWidget(caption(tr("Print as:")));
    wordingHead->addStretch();
    wordingHead->addWidget(suggest_);
    wordingHead->addWidget(keepWording_);

    bounds_ = new QWidget;
    auto* boundsGrid = new QGridLayout(bounds_);
    boundsGrid->setContentsMargins(0, 0, 0, 0);
    boundsGrid->setHorizontalSpacing(6);
    boundsGrid->setVerticalSpacing(3);
    boundsGrid->addWidget(caption(tr("as a figure")), 0, 0);
    boundsGrid->addWidget(new QLabel(QStringLiteral("–")), 0, 2);
    boundsGrid->addWidget(caption(tr("says")), 1, 0);
    const std::array<std::pair<QString, QString>, 4> names{
        std::pair(tr("Printed figure from"), tr("from")), std::pair(tr("Printed figure to"), tr("to")),
        std::pair(tr("Who says the lower end"), tr("who")), std::pair(tr("Who says the upper end"), tr("who"))};
    for (int i = 0; i < 4; ++i) {
        auto* edge = figure_[static_cast<std::size_t>(i)] = new QLineEdit;
        edge->setAccessibleName(names[static_cast<std::size_t>(i)].first);
        edge->setPlaceholderText(names[static_cast<std::size_t>(i)].second);
        boundsGrid->addWidget(edge, i / 2, i % 2 == 0 ? 1 : 3);
    }
    for (QLineEdit* edge : figure_) {
        edge->setFont(interfaceFont(8.5));
        edge->setToolTip(edge == figure_[0] || edge == figure_[1]
                             ? tr("Plain digits, or empty: no bound. Both empty: not established.")
                             : tr("Who says this end of the range"));
        connect(edge, &QLineEdit::textEdited, this, &VerdictBox::updateKeepers);
        connect(edge, &QLineEdit::editingFinished, this, &VerdictBox::keepWording);
    }

    note_ = new GrowingEdit(2, 8);
    note_->setAccessibleName(tr("Note"));
    note_->setPlaceholderText(tr("Note: what the verdict rests on"));
    note_->setFont(interfaceFont(9));
    keepNote_ = link(tr("Keep note"), tr("Keep note"));
    notes_ = caption({});
    notes_->setWordWrap(true);
    notes_->setTextFormat(Qt::PlainText);
    notes_->setObjectName(QStringLiteral("Notes"));
    auto* noteFoot = new QHBoxLayout;
    noteFoot->addStretch();
    noteFoot->addWidget(keepNote_);

    evidence_ = new QLabel;
    evidence_->setFont(interfaceFont(9));
    evidence_->setWordWrap(true);
    evidence_->setTextFormat(Qt::PlainText);
    evidence_->setObjectName(QStringLiteral("Evidence"));
    addEvidence_ = link(tr("+ add"), tr("Add evidence"));
    addEvidence_->setToolTip(tr("Copies a file into the case, with its hash"));
    auto* evidenceRow = new QHBoxLayout;
    evidenceRow->addWidget(evidence_, 1);
    evidenceRow->addWidget(addEvidence_, 0, Qt::AlignTop);
    addAddress_ = link(tr("+ address"), tr("Add an address as evidence"));
    addAddress_->setToolTip(tr("An address with a note on what it shows"));
    evidenceRow->addWidget(addAddress_, 0, Qt::AlignTop);
    connect(addAddress_, &QPushButton::clicked, this, &VerdictBox::addressRequested);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(6);
    all->addLayout(row);
    all->addLayout(verdictFoot);
    all->addWidget(verdictBy_);
    all->addLayout(wordingHead);
    all->addWidget(wording_);
    all->addWidget(bounds_);
    all->addSpacing(2);
    all->addWidget(note_);
    all->addLayout(noteFoot);
    all->addWidget(notes_);
    exhibits_ = new QWidget;
    new FlowLayout(exhibits_, 8);
    evidenceArea_ = new QWidget;
    evidenceArea_->setAccessibleName(tr("Evidence"));
    evidenceArea_->setToolTip(tr("Drop files here to add them as evidence"));
    evidenceArea_->setAcceptDrops(true);
    evidenceArea_->installEventFilter(this);
    auto* evidenceLines = new QVBoxLayout(evidenceArea_);
    evidenceLines->setContentsMargins(0, 0, 0, 0);
    evidenceLines->setSpacing(6);
    evidenceLines->addLayout(evidenceRow);
    evidenceLines->addWidget(exhibits_);
    all->addWidget(evidenceArea_);

    connect(wording_, &GrowingEdit::left, this, [this](QWidget* to) {
        if (to != suggest_ && std::find(figure_.begin(), figure_.end(), to) == figure_.end())
            keepWording();
    });
    connect(note_, &GrowingEdit::left, this, [this](QWidget* to) {
        // On the way to a verdict the note goes along with it.
        if (std::none_of(choices_.begin(), choices_.end(), [to](const Choice& choice) { return choice.button == to; }))
            keepNote();
    });
    connect(wording_, &GrowingEdit::dirtyChanged, this, &VerdictBox::updateKeepers);
    connect(note_, &GrowingEdit::dirtyChanged, this, &VerdictBox::updateKeepers);
    connect(keepNote_, &QPushButton::clicked, this, &VerdictBox::keepNote);
    connect(keepWording_, &QPushButton::clicked, this, &VerdictBox::keepWording);
    connect(suggest_, &QPushButton::clicked, this, [this] {
        wording_->setPlainText(suggestion_);
        wording_->setFocus();
    });
    connect(addEvidence_, &QPushButton::clicked, this, &VerdictBox::chooseEvidence);
}

bool VerdictBox::noteIsOfVerdict() const {
    return decisions_.verdict && decisions_.verdict->state != VerdictState::Unchecked &&
           decisions_.verdict->stamp.by == workbench_->person().name;
}

void VerdictBox::show(const dossier::Dossier& dossier, const compare::Question& question) {
    const dossier::QuestionKey key{question.key};
    const bool other = !known_ || key != key_;
    key_ = key;
    known_ = true;
    decisions_ = dossier.decisionsOf(key);
    suggestion_ = suggestedWording(dossier, question);

    const VerdictState state = decisions_.verdict ? decisions_.verdict->state : VerdictState::Unchecked;
    const QString refused = workbench_->whyNot(dossier::SetVerdict{key, VerdictState::Disputed, {}, {}, {}});
    checkOnly(state);
    for (const Choice& choice : choices_) {
        choice.button->setEnabled(refused.isEmpty());
        choice.button->setToolTip(refused.isEmpty() ? verdictHelp(choice.state) : refused);
    }
    const QString notOutdated = workbench_->whyNot(dossier::SetVerdict{key, VerdictState::Outdated, {}, {}, "x"});
    outdated_->setEnabled(notOutdated.isEmpty());
    outdated_->setToolTip(notOutdated.isEmpty() ? verdictHelp(VerdictState::Outdated) : notOutdated);
    const QString notBack = workbench_->whyNot(dossier::SendBack{key, "x"});
    sendBack_->setEnabled(notBack.isEmpty());
    sendBack_->setToolTip(notBack.isEmpty() ? tr("Back to checking, with a comment on what is to be done") : notBack);
    for (QPushButton* button : {outdated_, sendBack_})
        button->setAccessibleDescription(button->toolTip());
    QString by;
    if (decisions_.verdict && state != VerdictState::Unchecked)
        by = tr("%1 by %2, %3")
                 .arg(verdictWord(state), text(decisions_.verdict->stamp.by), when(decisions_.verdict->stamp.at));
    if (decisions_.verdict && !decisions_.verdict->primary.empty())
        by += u'\n' + tr("Primary source: %1").arg(text(decisions_.verdict->primary));
    if (decisions_.verdict && !decisions_.verdict->supersededBy.empty())
        by += u'\n' + tr("Superseded by: %1").arg(text(decisions_.verdict->supersededBy));
    if (!decisions_.dismissed.empty())
        by += (by.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Dismissed: %1").arg(text(decisions_.dismissed));
    if (!refused.isEmpty())
        by += (by.isEmpty() ? QString() : QStringLiteral("\n")) + refused;
    verdictBy_->setText(by);
    verdictBy_->setVisible(!by.isEmpty());

    const QString wording = decisions_.proposal ? text(decisions_.proposal->wording) : QString();
    keptFigure_ = {};
    if (const auto& proposal = decisions_.proposal)
        keptFigure_ = {proposal->low, proposal->high, proposal->lowSource, proposal->highSource};
    if (other || !wording_->hasFocus() || !wording_->dirty()) {
        wording_->setKept(wording);
        for (std::size_t i = 0; i < figure_.size(); ++i)
            figure_[i]->setText(text(keptFigure_[i]));
    }
    const QString note = noteIsOfVerdict() ? text(decisions_.verdict->note) : QString();
    if (other || !note_->hasFocus() || !note_->dirty())
        note_->setKept(note);
    note_->setPlaceholderText(noteIsOfVerdict() || !decisions_.verdict ? tr("Note: what the verdict rests on")
                                                                       : tr("Add a note"));
    const bool numeric = std::any_of(question.claims.begin(), question.claims.end(),
                                     [](const auto& claim) { return claim.set.has_value(); });
    bounds_->setVisible(numeric && (!wording.isEmpty() || wording_->dirty()));

    QStringList notes;
    if (decisions_.verdict && !noteIsOfVerdict() && !decisions_.verdict->note.empty())
        notes << tr("%1, %2: %3")
                     .arg(text(decisions_.verdict->stamp.by), when(decisions_.verdict->stamp.at),
                          text(decisions_.verdict->note));
    notes_->setText(notes.join(u'\n'));
    notes_->setVisible(!notes.isEmpty());

    QStringList evidence;
    for (const auto& one : decisions_.evidence) {
        QStringList parts;
        if (!one.fileName.empty())
            parts << tr("%1 (%2)").arg(text(one.fileName), sizeWords(one.bytes));
        for (const std::string* part : {&one.url, &one.note})
            if (!part->empty())
                parts << text(*part);
        evidence << tr("%1, %2, %3").arg(parts.join(QStringLiteral(" · ")), text(one.stamp.by), when(one.stamp.at));
    }
    evidence_->setText(evidence.isEmpty()     ? tr("Evidence: none yet")
                       : evidence.size() == 1 ? tr("Evidence: %1").arg(evidence.front())
                                              : tr("Evidence:\n%1").arg(evidence.join(u'\n')));
    QStringList hashes;
    for (const auto& one : decisions_.evidence)
        if (one.bytes > 0)
            hashes << text(one.fileName) + QStringLiteral("\nSHA-256 ") + text(one.sha256);
    evidence_->setToolTip(hashes.join(u'\n'));
    showExhibits();
    addEvidence_->setEnabled(refused.isEmpty());
    addAddress_->setEnabled(refused.isEmpty());
    wording_->setReadOnly(!refused.isEmpty());
    note_->setReadOnly(!refused.isEmpty());
    for (QLineEdit* edge : figure_)
        edge->setReadOnly(!refused.isEmpty());
    suggest_->setEnabled(refused.isEmpty());
    updateKeepers();
}

void VerdictBox::showExhibits() {
    QLayout* row = exhibits_->layout();
    while (QLayoutItem* item = row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& one : decisions_.evidence) {
        const QString name = one.fileName.empty() ? text(one.url) : text(one.fileName);
        auto* button = new QPushButton(tr("Look at %1").arg(name.size() > 40 ? name.left(39) + u'…' : name));
        button->setProperty("link", true);
        button->setFont(interfaceFont(8.5));
        button->setCursor(Qt::PointingHandCursor);
        button->setAccessibleName(tr("Look at %1").arg(name));
        button->setToolTip(tr("Shows it inside the window; nothing that it names is loaded"));
        connect(button, &QPushButton::clicked, this, [this, one] { emit exhibitRequested(one); });
        row->addWidget(button);
    }
    exhibits_->setVisible(!decisions_.evidence.empty());
}

bool VerdictBox::dirty() const {
    return known_ && (note_->dirty() || wording_->dirty() || typedFigure() != keptFigure_);
}

std::array<std::string, 4> VerdictBox::typedFigure() const {
    std::array<std::string, 4> typed;
    for (std::size_t i = 0; i < figure_.size(); ++i)
        typed[i] = utf8(figure_[i]->text().trimmed());
    return typed;
}

void VerdictBox::updateKeepers() {
    if (!known_)
        return;
    keepNote_->setVisible(note_->dirty());
    const bool wording = wording_->dirty() || typedFigure() != keptFigure_;
    keepWording_->setVisible(wording);
    suggest_->setVisible(wording_->toPlainText().isEmpty() && !suggestion_.isEmpty());
    emit dirtyChanged(dirty());
}

void VerdictBox::setVerdict(VerdictState state) {
    if (!known_)
        return;
    const VerdictState present = decisions_.verdict ? decisions_.verdict->state : VerdictState::Unchecked;
    const bool ownField = noteIsOfVerdict() || note_->dirty();
    const std::string note = ownField             ? utf8(note_->toPlainText().trimmed())
                             : decisions_.verdict ? decisions_.verdict->note
                                                  : std::string();
    // What a click alone cannot say is asked for; refused for another reason, the message says which.
    const bool asks = state == VerdictState::Outdated || state == VerdictState::Verified ||
                      state == VerdictState::Checking || state == VerdictState::Unchecked;
    const dossier::SetVerdict full{key_, state, "x", "x", "x"};
    if (asks && !workbench_->whyNot(dossier::SetVerdict{key_, state, note, {}, {}}).isEmpty() &&
        workbench_->whyNot(full).isEmpty()) {
        checkOnly(present);
        // A note on the old verdict is no reason for the new one.
        emit needsMore(state, note_->dirty() ? note_->toPlainText().trimmed() : QString());
        return;
    }
    const QString typed = note_->toPlainText();
    note_->setKept(typed); // it goes along; nothing is left to keep
    if (!workbench_->apply(dossier::SetVerdict{key_, state, note})) {
        note_->setKept({});
        note_->setPlainText(typed);
        checkOnly(present);
    }
}

void VerdictBox::checkOnly(VerdictState state) {
    showing_ = true;
    for (const Choice& choice : choices_)
        choice.button->setChecked(choice.state == state);
    showing_ = false;
}

void VerdictBox::keepNote() {
    if (!known_ || !note_->dirty())
        return;
    const QString typed = note_->toPlainText();
    const std::string note = utf8(typed.trimmed());
    if (noteIsOfVerdict()) {
        note_->setKept(typed);
        if (!workbench_->apply(dossier::SetVerdict{key_, decisions_.verdict->state, note, decisions_.verdict->primary,
                                                   decisions_.verdict->supersededBy})) {
            note_->setKept(text(decisions_.verdict->note));
            note_->setPlainText(typed);
        }
        return;
    }
    note_->setKept({});
    if (!note.empty() && !workbench_->apply(dossier::AddNote{key_, note}))
        note_->setPlainText(typed); // refused: what was typed stays in the field
}

void VerdictBox::keepWording() {
    if (!known_)
        return;
    const QString typed = wording_->toPlainText();
    const auto typedNow = typedFigure();
    const auto& [low, high, lowSource, highSource] = typedNow;
    if (!wording_->dirty() && typedNow == keptFigure_)
        return;
    for (const std::string& edge : {low, high}) {
        if (!edge.empty() && !read::Decimal::tryFrom(edge)) {
            emit workbench_->problem(
                tr("“%1” is not a plain number. Write it with digits and at most one point, or leave it empty.")
                    .arg(text(edge)));
            return;
        }
    }
    const QString before = decisions_.proposal ? text(decisions_.proposal->wording) : QString();
    wording_->setKept(typed);
    keptFigure_ = typedNow;
    if (!workbench_->apply(dossier::Propose{key_, utf8(typed.trimmed()), low, high, lowSource, highSource})) {
        wording_->setKept(before);
        wording_->setPlainText(typed);
    }
}

void VerdictBox::flush() {
    keepWording();
    keepNote();
}

void VerdictBox::focusVerdict() {
    for (const Choice& choice : choices_)
        if (choice.button->isChecked())
            return choice.button->setFocus(Qt::ShortcutFocusReason);
    choices_.front().button->setFocus(Qt::ShortcutFocusReason);
}

void VerdictBox::focusNote() {
    note_->setFocus(Qt::ShortcutFocusReason);
}

bool VerdictBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched != evidenceArea_ || !known_ || !addEvidence_->isEnabled())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        if (drag->mimeData()->hasUrls() || drag->mimeData()->hasImage())
            drag->acceptProposedAction();
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        take(drop->mimeData());
        drop->acceptProposedAction();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void VerdictBox::take(const QMimeData* what) {
    if (!known_)
        return;
    const auto key = key_;
    bool any = false;
    for (const QUrl& url : what->urls())
        if (url.isLocalFile()) {
            workbench_->addEvidence(key, url.toLocalFile());
            any = true;
        }
    if (any)
        return;
    if (!what->hasImage()) {
        emit workbench_->problem(tr("There is neither a file nor a picture in the clipboard. Copy one first."));
        return;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!qvariant_cast<QImage>(what->imageData()).save(&buffer, "PNG")) {
        emit workbench_->problem(tr("The picture could not be taken over. Save it as a file and add that."));
        return;
    }
    const QString name =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("'picture 'yyyy-MM-dd' 'HH.mm.ss'.png'"));
    workbench_->apply(dossier::AddEvidence{key, utf8(name), bytes.toStdString(), {}, {}});
}

void VerdictBox::pasteEvidence() {
    take(QGuiApplication::clipboard()->mimeData());
}

void VerdictBox::chooseEvidence() {
    if (!known_)
        return;
    const auto key = key_;
    auto* dialog = new QFileDialog(window(), tr("Add evidence"), Settings::lastFolder(QStringLiteral("evidence")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, key](const QStringList& files) {
        for (const QString& file : files)
            workbench_->addEvidence(key, file);
        if (!files.isEmpty())
            Settings::setLastFolder(QStringLiteral("evidence"), QFileInfo(files.front()).absolutePath());
    });
    dialog->open();
}

} // namespace countercheck::ui
