// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/deciding.h"

#include "ui/basics/explanation.h"
#include "ui/workbench/editform.h"
#include "ui/workbench/keyring.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/signingkey.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <memory>

namespace countercheck::ui {

using dossier::VerdictState;

QString sourceOf(const dossier::Dossier& dossier, const compare::QuestionClaim& claim) {
    if (!claim.attribution.empty())
        return text(claim.attribution);
    return claim.article < dossier.articles.size() ? articleName(dossier.articles[claim.article])
                                                   : articleLetter(claim.article);
}

QStringList sourcesOf(const dossier::Dossier& dossier, const compare::Question& question) {
    QStringList sources;
    for (const auto& claim : question.claims)
        if (const QString source = sourceOf(dossier, claim); !sources.contains(source))
            sources << source;
    return sources;
}

QString gradesWord(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const QString& source) {
    const auto& information = dossier.decisionsOf(key).information;
    const auto reliable = dossier.sources.find(utf8(source));
    const auto credible = information.find(utf8(source));
    return (reliable == dossier.sources.end() ? QStringLiteral("F") : text(reliable->second.grade)) +
           (credible == information.end() ? QStringLiteral("6") : text(credible->second.grade));
}

Deciding::Deciding(Workbench* workbench, QWidget* window) : QObject(window), workbench_(workbench), window_(window) {}

void Deciding::askVerdict(VerdictState state, const QString& note) {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    const dossier::QuestionKey key{question->key};
    const auto& decisions = workbench_->snapshot()->decisionsOf(key);
    const QString subject = questionTitle(*question);
    QString why, agree = verdictWord(state);
    if (state == VerdictState::Verified)
        why = question->origins == 1
                  ? tr("The articles that answer “%1” rest on one another: they are one origin. One primary source can "
                       "be enough: name it, and say why.")
                        .arg(subject)
                  : tr("“%1” has no two origins that are known to be independent. One primary source can be enough: "
                       "name it, and say why.")
                        .arg(subject);
    else if (state == VerdictState::Outdated)
        why = tr("What has taken the place of what was decided on “%1”?").arg(subject);
    else
        why = tr("“%1” was decided. Why is it checked again?").arg(subject);
    auto* form = new AskForm(tr("Verdict: %1").arg(verdictWord(state)), why, agree, window_);
    QLineEdit *primary = nullptr, *superseding = nullptr;
    if (state == VerdictState::Verified)
        primary = form->addLine(tr("Primary source"), decisions.verdict ? text(decisions.verdict->primary) : QString(),
                                tr("a document, an official count, a recording"));
    if (state == VerdictState::Outdated)
        superseding =
            form->addLine(tr("Superseded by"), decisions.verdict ? text(decisions.verdict->supersededBy) : QString(),
                          tr("the ministry's count of 15 January"));
    auto* reason = form->addText(state == VerdictState::Outdated ? tr("Note") : tr("Reason"), note,
                                 state == VerdictState::Verified ? tr("why this one source is enough") : QString());
    const auto edit = [key, state, primary, superseding, reason] {
        return dossier::SetVerdict{key, state, utf8(reason->toPlainText().trimmed()),
                                   primary ? utf8(primary->text().simplified()) : std::string(),
                                   superseding ? utf8(superseding->text().simplified()) : std::string()};
    };
    openFor(form, workbench_, edit);
}

void Deciding::askSendBack() {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    const dossier::QuestionKey key{question->key};
    auto* form = new AskForm(tr("Send back"),
                             tr("The question goes back to checking. What has to be done before it can be signed?"),
                             tr("Send back"), window_);
    auto* comment = form->addText(tr("Comment"));
    const auto edit = [key, comment] { return dossier::SendBack{key, utf8(comment->toPlainText().trimmed())}; };
    openFor(form, workbench_, edit);
}

void Deciding::signOff() {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    const dossier::QuestionKey key{question->key};
    if (const QString refused = workbench_->whyNot(dossier::SignOffFigure{key, nullptr}); !refused.isEmpty()) {
        emit workbench_->problem(refused);
        return;
    }
    const QString keyFile = Settings::keyFile(workbench_->person().name);
    if (workbench_->signer() || keyFile.isEmpty())
        workbench_->apply(dossier::SignOffFigure{key, workbench_->signer()});
    else
        signWith(key, keyFile);
}

QString Deciding::sign(const dossier::QuestionKey& key, std::shared_ptr<const dossier::Signer> signer) {
    const dossier::SignOffFigure edit{key, signer};
    if (QString refused = workbench_->whyNot(edit); !refused.isEmpty())
        return refused;
    workbench_->setSigner(std::move(signer));
    workbench_->apply(edit);
    return {};
}

void Deciding::signWith(const dossier::QuestionKey& key, const QString& keyFile) {
    const auto looked = signingkey::look(keyFile);
    const auto* found = std::get_if<signingkey::KeyFile>(&looked);
    if (!found)
        return askPassphrase(key, keyFile, {}, std::get<QString>(looked));
    const auto open = [this, key, keyFile](const QString& passphrase) -> QString {
        auto opened = signingkey::unlock(keyFile, passphrase);
        if (auto* problem = std::get_if<QString>(&opened))
            return *problem;
        if (const QString refused = sign(key, std::get<0>(opened)); !refused.isEmpty())
            emit workbench_->problem(refused);
        return {};
    };
    const QString publicKey = text(found->publicKey);
    if (!found->wantsPassphrase) {
        if (const QString problem = open({}); !problem.isEmpty())
            askPassphrase(key, keyFile, publicKey, problem);
        return;
    }
    if (!Settings::keyInKeyring(workbench_->person().name))
        return askPassphrase(key, keyFile, publicKey, {});
    keyring::read(publicKey, this,
                  [this, key, keyFile, publicKey, open](const QString& passphrase, const QString& problem) {
                      const QString trouble = passphrase.isNull() ? problem : open(passphrase);
                      if (passphrase.isNull() || !trouble.isEmpty())
                          askPassphrase(key, keyFile, publicKey, trouble);
                  });
}

void Deciding::askPassphrase(const dossier::QuestionKey& key, const QString& keyFile, const QString& publicKey,
                             const QString& trouble) {
    const bool usable = !publicKey.isEmpty();
    const QString signing = tr("Signing as %1 (key %2). The passphrase is asked for once while the program runs.")
                                .arg(text(workbench_->person().name), signingkey::shortForm(utf8(publicKey)));
    auto* form = new AskForm(tr("Sign off"),
                             !usable             ? trouble
                             : trouble.isEmpty() ? signing
                                                 : trouble + u'\n' + signing,
                             tr("Sign"), window_);
    QLineEdit* passphrase = usable ? form->addSecret(tr("Passphrase")) : nullptr;
    const std::string person = workbench_->person().name;
    QCheckBox* remember =
        usable ? form->addCheck(tr("Let this desktop's keyring keep it"), Settings::keyInKeyring(person)) : nullptr;
    if (remember)
        remember->setToolTip(tr("Switched off, the passphrase is kept nowhere"));
    auto* without = form->addButton(tr("Sign off without the key"));
    without->setToolTip(tr("The sign-off then says that the identity is only asserted"));
    connect(without, &QPushButton::clicked, form, [this, form, key] {
        workbench_->apply(dossier::SignOffFigure{key, nullptr});
        form->close();
    });
    form->setMissing([passphrase] {
        return !passphrase                    ? tr("The key file is missing: choose it again under Check ▸ I am….")
               : passphrase->text().isEmpty() ? tr("The passphrase is missing.")
                                              : QString();
    });
    form->setAct([this, passphrase, remember, keyFile, publicKey, person, key]() -> QString {
        auto opened = signingkey::unlock(keyFile, passphrase->text());
        if (auto* problem = std::get_if<QString>(&opened)) {
            passphrase->clear();
            return *problem;
        }
        const bool was = Settings::keyInKeyring(person);
        if (remember->isChecked())
            keyring::keep(publicKey, passphrase->text(), this, [this, person](const QString& problem) {
                Settings::setKeyInKeyring(person, problem.isEmpty());
                if (!problem.isEmpty())
                    emit workbench_->notice(problem);
            });
        else if (was)
            keyring::forget(publicKey, this, [this, person](const QString& problem) {
                Settings::setKeyInKeyring(person, false);
                if (!problem.isEmpty())
                    emit workbench_->notice(problem);
            });
        passphrase->clear();
        return sign(key, std::get<0>(opened));
    });
    form->open();
}

void Deciding::askAddress() {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    const dossier::QuestionKey key{question->key};
    auto* form = new AskForm(tr("Evidence"),
                             tr("An address can change or go: add the page or a picture of it, too, if you can. Files "
                                "are copied into the case with their hash."),
                             tr("Add evidence"), window_);
    auto* address = form->addLine(tr("Address"), {}, QStringLiteral("https://…"));
    auto* note = form->addText(tr("What it shows"));
    auto* file = form->addLine(tr("File"), {}, tr("none"));
    auto* choose = form->addButton(tr("Choose a file…"));
    connect(choose, &QPushButton::clicked, form, [form, file] {
        auto* dialog = new QFileDialog(form, tr("Add evidence"), Settings::lastFolder(QStringLiteral("evidence")));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, file, [file](const QString& path) {
            file->setText(path);
            Settings::setLastFolder(QStringLiteral("evidence"), QFileInfo(path).absolutePath());
        });
        dialog->open();
    });
    form->setMissing([this, key, address, note, file] {
        if (const QString path = file->text().trimmed(); !path.isEmpty() && !QFileInfo(path).isFile())
            return tr("There is no file %1.").arg(path);
        const bool named = !file->text().trimmed().isEmpty();
        return workbench_->whyNot(dossier::AddEvidence{
            key, {}, named ? "x" : "", utf8(note->toPlainText().trimmed()), utf8(address->text().trimmed())});
    });
    form->setAct([this, key, address, note, file] {
        workbench_->addEvidence(key, file->text().trimmed(), note->toPlainText().trimmed(), address->text().trimmed());
        return QString();
    });
    form->open();
}

void Deciding::askGrades(const QString& first) {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    const auto snapshot = workbench_->snapshot();
    const dossier::QuestionKey key{question->key};
    const QStringList sources = sourcesOf(*snapshot, *question);
    auto* form = new AskForm(tr("Grade a source"),
                             tr("How reliable the source is holds for the whole case; how credible its information is, "
                                "for this question. The two are never put together into one."),
                             tr("Grade"), window_);
    auto* who = form->addChoice(tr("Source"), sources, std::max<int>(0, static_cast<int>(sources.indexOf(first))));
    auto* reliable = form->addChoice(tr("Reliability"), {tr("A – reliable"), tr("B – usually reliable"),
                                                         tr("C – fairly reliable"), tr("D – not usually reliable"),
                                                         tr("E – unreliable"), tr("F – cannot be judged")});
    auto* reliableWhy = form->addLine(tr("Why this reliability"));
    auto* credible = form->addChoice(tr("Credibility"),
                                     {tr("1 – confirmed by others"), tr("2 – probably true"), tr("3 – possibly true"),
                                      tr("4 – doubtful"), tr("5 – improbable"), tr("6 – cannot be judged")});
    auto* credibleWhy = form->addLine(tr("Why this credibility"));
    const auto was = std::make_shared<std::pair<dossier::Grade, dossier::Grade>>();
    const auto fill = [snapshot, key, who, reliable, reliableWhy, credible, credibleWhy, was] {
        const std::string name = utf8(who->currentText());
        const auto& information = snapshot->decisionsOf(key).information;
        const auto one = snapshot->sources.find(name);
        const auto two = information.find(name);
        was->first = one == snapshot->sources.end() ? dossier::Grade{"F", {}, {}} : one->second;
        was->second = two == information.end() ? dossier::Grade{"6", {}, {}} : two->second;
        reliable->setCurrentIndex(was->first.grade[0] - 'A');
        reliableWhy->setText(text(was->first.reason));
        credible->setCurrentIndex(was->second.grade[0] - '1');
        credibleWhy->setText(text(was->second.reason));
    };
    fill();
    connect(who, &QComboBox::currentIndexChanged, form, fill);
    const auto ofSource = [who, reliable, reliableWhy] {
        return dossier::GradeSource{utf8(who->currentText()),
                                    std::string(1, static_cast<char>('A' + reliable->currentIndex())),
                                    utf8(reliableWhy->text().simplified())};
    };
    const auto ofInformation = [key, who, credible, credibleWhy] {
        return dossier::GradeInformation{key, utf8(who->currentText()),
                                         std::string(1, static_cast<char>('1' + credible->currentIndex())),
                                         utf8(credibleWhy->text().simplified())};
    };
    const auto differs = [](const dossier::Grade& grade, const std::string& to, const std::string& reason) {
        return grade.grade != to || grade.reason != reason;
    };
    form->setMissing([this, was, ofSource, ofInformation, differs]() -> QString {
        const auto source = ofSource();
        const auto information = ofInformation();
        const bool one = differs(was->first, source.grade, source.reason);
        const bool two = differs(was->second, information.grade, information.reason);
        if (!one && !two)
            return tr("Nothing is graded differently yet.");
        const QString wrong = one ? workbench_->whyNot(source) : QString();
        return wrong.isEmpty() && two ? workbench_->whyNot(information) : wrong;
    });
    form->setAct([this, was, ofSource, ofInformation, differs] {
        const auto source = ofSource();
        const auto information = ofInformation();
        if (differs(was->first, source.grade, source.reason))
            workbench_->apply(source);
        if (differs(was->second, information.grade, information.reason))
            workbench_->apply(information);
        return QString();
    });
    form->open();
}

} // namespace countercheck::ui
