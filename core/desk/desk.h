// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when articles come in? The one place where intake, engine and store meet: files become captures,
// captures are read and compared, results go into the case. Works for the window (in a background thread, on a
// snapshot) and for the command line alike.
#pragma once

#include "core/compare/compare.h"
#include "core/intake/intake.h"
#include "core/store/casefile.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace countercheck::desk {

/// Called now and then from the working thread: done of total, and what is being done.
using Progress = std::function<void(std::size_t done, std::size_t total, const std::string& what)>;

enum class Taken : std::uint8_t { Taken, AlreadyThere, Refused };
struct ImportLine {
    std::string file;
    Taken taken = Taken::Taken;
    std::string
        message; ///< for Refused: what is wrong and what to do; otherwise what was found (publisher, date, repairs)
    dossier::ArticleId article; ///< unless it was refused
    bool fatal = false;         ///< the case could not be written: the rest of that file was not tried
};

/// The articles as the engine takes them: views that hold as long as the articles do.
std::vector<compare::Input> inputsOf(const std::vector<dossier::Article>& articles);

/// Reads and compares articles. Pure: works on values only. Cancelled: an empty optional.
/// `threads` 0: all cores. Results do not depend on it.
std::optional<compare::Comparison> analyse(const std::vector<dossier::Article>& articles, const Progress& progress = {},
                                           const std::stop_token& stop = {}, unsigned threads = 0);

/// Takes files (or web addresses, each fetched once) into a case as `by` and compares again. A file may hold many
/// articles (a feed, a web archive, a ZIP): a line each. The rest goes on when one is refused. A later version of an
/// article that is there is taken in beside it, and its line says what changed.
std::vector<ImportLine> importFiles(store::CaseFile& into, const std::vector<std::string>& files, const std::string& by,
                                    const Progress& progress = {}, const std::stop_token& stop = {});

/// Compares again when the derived results are stale. Returns a message when that failed.
std::string refresh(store::CaseFile& file, const Progress& progress = {}, const std::stop_token& stop = {});

/// Relates the claims of a question by the engine's rules, for what people mark, correct or join: give it to
/// store::CaseFile::setRelate() of every case that is opened.
dossier::Relate relater();

/// An in-memory case with the sample articles of resources/sample, read and compared.
std::unique_ptr<store::CaseFile> sampleCase();

} // namespace countercheck::desk
