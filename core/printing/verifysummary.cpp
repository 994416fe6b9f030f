// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/verifysummary.h"

#include "core/printing/outgoing.h"
#include "core/printing/readback.h"
#include "core/report/report.h"

#include <algorithm>

namespace countercheck::printing {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Words in one line, without the blanks between them; but a blank that parts two numbers stays, for "1 60" is not
/// "160". (Between long strings of letters, hashes broken over lines, it goes, too.) `start`: per byte, its word.
struct Joined {
    std::string text;
    std::vector<std::size_t> word;
    explicit Joined(const std::vector<std::string>& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i > 0 && isDigit(words[i - 1].back()) && isDigit(words[i].front()) && words[i - 1].size() < 16 &&
                words[i].size() < 16) {
                text += ' ';
                word.push_back(i);
            }
            text += words[i];
            word.insert(word.end(), words[i].size(), i);
        }
    }
};

std::string excerpt(const std::vector<std::string>& words, std::size_t at) {
    std::string out;
    const std::size_t begin = at > 4 ? at - 4 : 0, end = std::min(at + 5, words.size());
    for (std::size_t i = begin; i < end; ++i)
        out += (out.empty() ? "" : " ") + words[i];
    return out.empty() ? std::string("nothing") : "\xE2\x80\x9C" + out + "\xE2\x80\x9D";
}

/// Where two lists of words differ, for people; empty: nowhere.
std::string difference(const ReadBack& file, const ReadBack& wanted) {
    if (file.words == wanted.words)
        return {};
    const bool data = wanted.container == Container::Json || wanted.container == Container::Csv ||
                      wanted.container == Container::Xlsx;
    if (data) {
        std::size_t i = 0;
        while (i < file.words.size() && i < wanted.words.size() && file.words[i] == wanted.words[i])
            ++i;
        const auto shown = [&](const ReadBack& back) {
            return i < back.words.size() ? "\xE2\x80\x9C" + back.words[i] + "\xE2\x80\x9D"
                                         : std::string("nothing more");
        };
        return "the file has " + shown(file) + ", the case has " + shown(wanted);
    }
    const Joined a(file.words), b(wanted.words);
    if (a.text == b.text)
        return {};
    std::size_t i = 0;
    while (i < a.text.size() && i < b.text.size() && a.text[i] == b.text[i])
        ++i;
    const std::size_t wordA = i < a.word.size() ? a.word[i] : file.words.size();
    const std::size_t wordB = i < b.word.size() ? b.word[i] : wanted.words.size();
    return "the file says " + excerpt(file.words, wordA) + ", the case says " + excerpt(wanted.words, wordB);
}

/// The cell of a column in the first row of data; empty: there is none.
std::string cellOf(const ReadBack& csv, std::string_view column) {
    const std::string opening = "row 1, " + std::string(column) + ": ";
    for (const std::string& word : csv.words)
        if (word.starts_with(opening))
            return word.substr(opening.size());
    return {};
}

std::optional<report::Statement> statementOfCsv(const ReadBack& csv) {
    report::Statement statement;
    statement.format = "csv";
    statement.asOf = cellOf(csv, "as of");
    statement.log = cellOf(csv, "log hash");
    statement.records = std::strtoull(cellOf(csv, "case records").c_str(), nullptr, 10);
    if (statement.asOf.empty() || statement.log.empty())
        return std::nullopt;
    for (const std::string& word : csv.words)
        if (const std::size_t at = word.find(", mark: "); at != std::string::npos)
            statement.includeUnsigned = statement.includeUnsigned || word.find(", mark: signed off") != at;
    return statement;
}

} // namespace

std::variant<Holds, Differs> verifySummary(std::string_view bytes, const CaseView& view) {
    std::string problem;
    const auto file = readBack(bytes, problem);
    if (!file)
        return Differs{"the file cannot be read: " + problem};
    const auto statement = file->container == Container::Csv ? statementOfCsv(*file) : report::statementIn(file->text);
    if (!statement)
        return Differs{"the file does not say what case it was made from: its seal (a line that begins with "
                       "countercheck-summary:) is missing or damaged"};
    const auto format = formatFromName(statement->format);
    if (!format)
        return Differs{"the file says that it is of the format \xE2\x80\x9C" + statement->format +
                       "\xE2\x80\x9D, which this version does not know"};
    if (statement->records > view.now->records)
        return Differs{"the file was made after " + std::to_string(statement->records) +
                       " records of a log, and this case has " + std::to_string(view.now->records) +
                       ": it is of another case, or this is an older copy"};
    auto then = view.at(statement->records);
    if (const auto* const message = std::get_if<std::string>(&then))
        return Differs{*message};
    const dossier::Dossier& dossier = *std::get<dossier::Snapshot>(then);
    if (dossier.lastHash != statement->log)
        return Differs{"the file was made from another log: its record " + std::to_string(statement->records) +
                       " has the hash " + statement->log.substr(0, 12) + "\xE2\x80\xA6, and that of this case has " +
                       dossier.lastHash.substr(0, 12) + "\xE2\x80\xA6"};

    const Order order{*format,       statement->asOf, statement->by, statement->language, statement->includeUnsigned,
                      statement->url};
    auto printed = print(dossier, order);
    const auto* const again = std::get_if<std::string>(&printed);
    if (!again)
        return Differs{"the summary could not be made again: " + (std::holds_alternative<Problem>(printed)
                                                                      ? std::get<Problem>(printed).message
                                                                      : std::string("it was stopped"))};
    const auto wanted = readBack(*again, problem);
    if (!wanted)
        return Differs{"the summary that was made again cannot be read: " + problem};
    if (std::string found = difference(*file, *wanted); !found.empty()) {
        if (statement->program != COUNTERCHECK_VERSION && !statement->program.empty())
            found += " (the file was made with version " + statement->program + ", this is " COUNTERCHECK_VERSION ")";
        return Differs{std::move(found)};
    }

    Holds holds;
    holds.asOf = statement->asOf;
    const bool everything =
        *format == Format::Csv || *format == Format::Xlsx || *format == Format::Json || *format == Format::Annotations;
    for (const Outgoing& one : outgoing(dossier, order, everything)) {
        if (!one.isSigned) {
            ++holds.unsignedLines;
            continue;
        }
        const std::string name = "\xE2\x80\x9C" + one.title + "\xE2\x80\x9D";
        const compare::Question* const question = view.now->question({one.question->key});
        if (!question)
            return Differs{name + " was signed off when this was exported, and is no question of the case any more"};
        const dossier::Decisions& now = view.now->decisionsOf({question->key});
        if (!now.signOff || now.figureState() != dossier::FigureState::SignedOff)
            return Differs{name + " was signed off when this was exported, and is not any more" +
                           (now.revokedBecause.empty() ? std::string() : ": " + now.revokedBecause)};
        if (now.signOff->subjectHash != one.decisions->signOff->subjectHash)
            return Differs{name + " was signed anew since, by " + now.signOff->stamp.by + " at " +
                           now.signOff->stamp.at + ", with something else than what this file says: export it again"};
        ++holds.signedLines;
    }
    return holds;
}

} // namespace countercheck::printing
