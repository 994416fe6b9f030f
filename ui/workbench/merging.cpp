// SPDX-License-Identifier: GPL-3.0-or-later
// Working together without a server: the workbench's part of it.
#include "ui/basics/explanation.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QFileInfo>

#include <memory>
#include <variant>

namespace countercheck::ui {

using store::CaseFile;
using store::Problem;

bool Workbench::exportBundle(const QString& path) {
    emit aboutToLeave();
    if (!file_)
        return false;
    finishEdits();
    const auto saved = file_->copyTo(utf8(path), true); // the file dialog has asked about replacing
    if (const auto* wrong = std::get_if<Problem>(&saved)) {
        emit problem(told(wrong->message));
        return false;
    }
    emit notice(tr("Written: %1. Whoever gets it goes on in it; File ▸ Merge… brings their decisions back.")
                    .arg(QFileInfo(path).fileName()));
    return true;
}

void Workbench::merge(const QString& path) {
    emit aboutToLeave();
    if (!file_ || readOnly()) {
        emit problem(file_ ? tr("This case is open for reading only. Use File ▸ Save case as… to go on in a copy.")
                           : tr("No case is open. Open the one that the other copy goes into first."));
        return;
    }
    finishEdits();
    promote();
    if (!ensurePerson())
        return;
    const std::string by = person_.name;
    const QString name = QFileInfo(path).fileName();
    merging_.start(
        tr("Merging %1").arg(name),
        [this, file = file_, path, name, by](const std::stop_token&, const Jobs::Progress& progress) -> Jobs::Delivery {
            progress(0, 1, tr("Merging %1").arg(name));
            auto other = CaseFile::open(utf8(path), store::OpenMode::ReadOnly);
            auto done = std::make_shared<store::Outcome<store::Merged>>();
            if (auto* wrong = std::get_if<Problem>(&other))
                *done = *wrong;
            else
                *done = file->merge(*std::get<0>(other), by);
            return [this, file, done, name] {
                if (file != file_)
                    return;
                if (const auto* wrong = std::get_if<Problem>(done.get())) {
                    emit problem(told(wrong->message));
                    refreshSnapshot();
                    return;
                }
                const auto& merged = std::get<store::Merged>(*done);
                refreshSnapshot(); // compares again when articles came
                QString words =
                    merged.added == 0
                        ? tr("%1 brought nothing new: all of it is here already.").arg(name)
                        : tr("Merged %1: %2, %3.")
                              .arg(name, counted(merged.added, tr("1 record is new"), tr("%1 records are new")),
                                   counted(merged.known, tr("1 was known"), tr("%1 were known")));
                if (!merged.conflicts.empty())
                    words += u' ' + counted(merged.conflicts.size(),
                                            tr("1 decision stands against another: settle it in the inspector."),
                                            tr("%1 decisions stand against others: settle them in the inspector."));
                emit notice(words);
                if (!merged.conflicts.empty())
                    for (const auto& [key, decisions] : snapshot_->decisions)
                        if (!decisions.conflicts.empty()) {
                            select(key);
                            break;
                        }
            };
        });
}

std::variant<std::string, QString> Workbench::exhibit(const dossier::Evidence& evidence) const {
    if (evidence.fileName.empty())
        return std::string();
    if (!file_)
        return tr("No case is open.");
    auto bytes = file_->blob(evidence.sha256);
    if (auto* wrong = std::get_if<Problem>(&bytes))
        return told(wrong->message);
    return std::move(std::get<std::string>(bytes));
}

void Workbench::checkRecord() {
    if (!file_)
        return;
    if (path().isEmpty()) { // the sample: there is no file that a second look could open
        const auto checked = file_->verify();
        const auto* wrong = std::get_if<Problem>(&checked);
        emit recordChecked(
            !wrong, wrong ? told(wrong->message)
                          : counted(std::get<std::uint64_t>(checked), tr("1 record holds"), tr("All %1 records hold")));
        return;
    }
    checking_.start(tr("Checking the record"),
                    [this, path = path()](const std::stop_token&, const Jobs::Progress& progress) -> Jobs::Delivery {
                        progress(0, 1, tr("Checking the record"));
                        // A look of its own at the file: what is checked is what is on disk.
                        auto opened = CaseFile::open(utf8(path), store::OpenMode::ReadOnly);
                        QString words;
                        bool holds = false;
                        if (const auto* wrong = std::get_if<Problem>(&opened)) {
                            words = told(wrong->message);
                        } else {
                            const auto checked = std::get<0>(opened)->verify();
                            const auto* bad = std::get_if<Problem>(&checked);
                            holds = !bad;
                            words = bad ? told(bad->message)
                                        : counted(std::get<std::uint64_t>(checked), tr("1 record holds"),
                                                  tr("All %1 records hold"));
                        }
                        return [this, holds, words] { emit recordChecked(holds, words); };
                    });
}

} // namespace countercheck::ui
