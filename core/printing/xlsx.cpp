// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook (libxlsxwriter) with a sheet each for questions, claims, sources and log, and one that says what it is.
// Numbers, moments and truths are typed; words are words, whatever they begin with: no cell is a formula.
#include "core/printing/outgoing.h"
#include "core/printing/writers.h"
#include "core/report/codepoints.h"
#include "core/report/values.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace countercheck::printing {

namespace {

constexpr std::size_t mostRows = 1048576, mostLetters = 32767;

/// A file of its own that goes away with it.
class TemporaryFile {
public:
    TemporaryFile() {
        const char* const folder = std::getenv("TMPDIR");
        path_ = std::string(folder && *folder ? folder : "/tmp") + "/countercheck-XXXXXX";
        const int descriptor = ::mkstemp(path_.data());
        if (descriptor < 0)
            path_.clear();
        else
            ::close(descriptor);
    }
    ~TemporaryFile() {
        if (!path_.empty())
            ::unlink(path_.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::optional<std::string> bytes() const {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path_.c_str(), "rb"), std::fclose);
        if (!file)
            return std::nullopt;
        std::string all;
        char block[65536];
        for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file.get())) > 0;)
            all.append(block, got);
        return std::ferror(file.get()) ? std::nullopt : std::optional(std::move(all));
    }

private:
    std::string path_;
};

struct Column {
    const char* name;
    double width; ///< in digits
};

class Book {
public:
    Book(const dossier::Dossier& dossier, const Order& order, const Progress& progress, const std::stop_token& stop)
        : d_(dossier), order_(order), progress_(progress), stop_(stop), all_(outgoing(dossier, order, true)) {
        for (const Outgoing& one : all_)
            claims_ += one.question->claims.size();
    }

    std::variant<std::string, Problem, Stopped> write() {
        if (claims_ + 1 > mostRows || d_.history.size() + 1 > mostRows)
            return Problem{"a sheet holds " + std::to_string(mostRows - 1) + " rows, and this case has " +
                           std::to_string(std::max(claims_, d_.history.size())) + "; export it as csv or json instead"};
        const TemporaryFile file;
        if (file.path().empty())
            return Problem{"no file could be made for the workbook in the folder for temporary files; make room there, "
                           "or set TMPDIR to another folder"};
        lxw_workbook_options options{};
        options.constant_memory = claims_ > 20000 ? LXW_TRUE : LXW_FALSE;
        book_ = workbook_new_opt(file.path().c_str(), &options);
        if (!book_)
            return Problem{"the workbook could not be made: not enough memory"};
        formats();
        questions();
        claims();
        sources();
        log();
        about();
        const lxw_error error = workbook_close(book_);
        if (stop_.stop_requested())
            return Stopped{};
        auto bytes = file.bytes();
        if (error != LXW_NO_ERROR || !bytes)
            return Problem{std::string("the workbook could not be written: ") + lxw_strerror(error) +
                           "; make room in the folder for temporary files"};
        return std::move(*bytes);
    }

private:
    const dossier::Dossier& d_;
    const Order& order_;
    const Progress& progress_;
    std::stop_token stop_;
    std::vector<Outgoing> all_;
    std::size_t claims_ = 0;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format *head_ = nullptr, *words_ = nullptr, *moment_ = nullptr, *day_ = nullptr, *number_ = nullptr,
               *mark_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;

    void formats() {
        head_ = workbook_add_format(book_);
        format_set_bold(head_);
        format_set_bottom(head_, LXW_BORDER_MEDIUM);
        format_set_align(head_, LXW_ALIGN_VERTICAL_BOTTOM);
        words_ = workbook_add_format(book_);
        format_set_text_wrap(words_);
        format_set_align(words_, LXW_ALIGN_VERTICAL_TOP);
        mark_ = workbook_add_format(book_);
        format_set_bold(mark_);
        format_set_align(mark_, LXW_ALIGN_VERTICAL_TOP);
        const auto numbers = [this](const char* pattern) {
            lxw_format* const format = workbook_add_format(book_);
            format_set_num_format(format, pattern);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            return format;
        };
        moment_ = numbers("yyyy-mm-dd hh:mm:ss");
        day_ = numbers("yyyy-mm-dd");
        number_ = numbers("General");
    }
    template <std::size_t N> void begin(const char* name, const std::array<Column, N>& columns, std::size_t rows) {
        sheet_ = workbook_add_worksheet(book_, name);
        for (std::size_t i = 0; i < N; ++i) {
            const auto at = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, at, at, columns[i].width, nullptr);
            worksheet_write_string(sheet_, 0, at, columns[i].name, head_);
        }
        worksheet_freeze_panes(sheet_, 1, 1);
        worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(N - 1));
        worksheet_repeat_rows(sheet_, 0, 0);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9); // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        row_ = 0;
    }
    void next() {
        ++row_;
        column_ = 0;
    }
    void text(std::string_view given, lxw_format* format = nullptr) {
        std::string words = report::clean(given);
        if (words.size() > mostLetters) { // bytes: fewer letters than a cell holds
            std::size_t end = mostLetters - 3;
            while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80)
                --end;
            words.resize(end);
            words += "\xE2\x80\xA6";
        }
        if (!words.empty())
            worksheet_write_string(sheet_, row_, column_, words.c_str(), format ? format : words_);
        ++column_;
    }
    void number(double value) { worksheet_write_number(sheet_, row_, column_++, value, number_); }
    /// As a number where a binary double holds it to the digit, else as words.
    void number(const std::optional<read::Decimal>& value) {
        if (!value)
            return text("");
        const std::string digits = value->toString();
        const auto figures = std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        figures <= 15 ? number(value->toDouble()) : text(digits);
    }
    void truth(bool value) { worksheet_write_boolean(sheet_, row_, column_++, value, words_); }
    /// A moment or a day; words where it is neither.
    void time(std::string_view iso) {
        lxw_datetime when{};
        const std::string words(iso);
        const int got = std::sscanf(words.c_str(), "%4d-%2d-%2dT%2d:%2d:%lf", &when.year, &when.month, &when.day,
                                    &when.hour, &when.min, &when.sec);
        const bool day = got >= 3 && when.year >= 1900 && when.month >= 1 && when.month <= 12 && when.day >= 1 &&
                         when.day <= 31 && when.hour < 24 && when.min < 60 && when.sec < 60;
        if (!day || (got == 3 && words.size() > 10))
            return text(iso);
        worksheet_write_datetime(sheet_, row_, column_++, &when, got >= 5 ? moment_ : day_);
    }
    [[nodiscard]] bool go() {
        if (row_ % 512 == 0 && progress_)
            progress_(row_, claims_);
        return !stop_.stop_requested();
    }

    void questions() {
        static constexpr std::array<Column, 22> columns = {
            {{"question", 34}, {"sentence", 60},    {"mark", 14},          {"kind", 11},          {"status", 14},
             {"verdict", 12},  {"note", 30},        {"checked by", 18},    {"checked at", 19},    {"wording", 34},
             {"low", 10},      {"high", 10},        {"signed off by", 18}, {"signed off at", 19}, {"identity", 12},
             {"origins", 9},   {"articles", 9},     {"subject hash", 20},  {"public key", 20},    {"signature", 20},
             {"key", 24},      {"why unsigned", 24}}};
        begin("Questions", columns, all_.size());
        for (const Outgoing& one : all_) {
            if (next(); !go())
                return;
            const dossier::Decisions& decisions = *one.decisions;
            static const dossier::SignOff nobody;
            const dossier::SignOff& signOff = one.isSigned ? *decisions.signOff : nobody;
            text(one.title);
            text(one.sentence);
            text(one.mark, one.isSigned ? nullptr : mark_);
            text(compare::questionKindName(one.question->kind));
            text(one.question->status() ? compare::relationKindName(*one.question->status())
                                        : std::string_view("single-source"));
            text(dossier::verdictStateName(decisions.verdict ? decisions.verdict->state
                                                             : dossier::VerdictState::Unchecked));
            text(decisions.verdict ? decisions.verdict->note : std::string());
            text(decisions.verdict ? decisions.verdict->stamp.by : std::string());
            time(decisions.verdict ? decisions.verdict->stamp.at : std::string());
            text(decisions.proposal ? decisions.proposal->wording : std::string());
            number(decisions.proposal ? read::Decimal::tryFrom(decisions.proposal->low) : std::nullopt);
            number(decisions.proposal ? read::Decimal::tryFrom(decisions.proposal->high) : std::nullopt);
            text(signOff.stamp.by);
            time(signOff.stamp.at);
            text(!one.isSigned ? "" : signOff.asserted ? "asserted" : "signed");
            number(one.question->origins);
            std::vector<std::uint32_t> articles;
            for (const compare::QuestionClaim& claim : one.question->claims)
                articles.push_back(claim.article);
            std::sort(articles.begin(), articles.end());
            number(static_cast<double>(std::unique(articles.begin(), articles.end()) - articles.begin()));
            text(signOff.subjectHash);
            text(signOff.publicKey);
            text(signOff.signature);
            text(one.question->key);
            text(one.because);
        }
    }
    void claims() {
        static constexpr std::array<Column, 23> columns = {
            {{"question", 34}, {"article", 8},  {"publisher", 20},    {"words", 34},         {"value", 12},
             {"low", 12},      {"high", 12},    {"low inclusive", 8}, {"high inclusive", 8}, {"qualifier", 12},
             {"unit", 9},      {"from", 19},    {"to", 19},           {"attribution", 24},   {"via", 14},
             {"modality", 11}, {"negative", 9}, {"mark", 14},         {"start", 9},          {"end", 9},
             {"sentence", 60}, {"key", 24},     {"derivation", 30}}};
        begin("Claims", columns, claims_);
        std::vector<report::CodePoints> points;
        for (const dossier::Article& article : d_.articles)
            points.emplace_back(std::string_view(article.text));
        static const dossier::Article unknown;
        for (const Outgoing& one : all_)
            for (const compare::QuestionClaim& claim : one.question->claims) {
                if (next(); !go())
                    return;
                const bool known = claim.article < d_.articles.size();
                const dossier::Article& article = known ? d_.articles[claim.article] : unknown;
                text(one.title);
                text(report::articleLetter(claim.article));
                text(report::articleName(article));
                text(claim.quote);
                if (claim.set) {
                    number(claim.set->headline);
                    number(claim.set->low);
                    number(claim.set->high);
                    truth(claim.set->lowInclusive);
                    truth(claim.set->highInclusive);
                    text(read::qualifierName(claim.set->qualifier));
                } else {
                    column_ = static_cast<lxw_col_t>(column_ + 6);
                }
                text(claim.unit);
                time(claim.time && !claim.time->openFrom ? read::isoTime(claim.time->from) : std::string());
                time(claim.time && !claim.time->openTo ? read::isoTime(claim.time->to) : std::string());
                text(claim.attribution);
                text(claim.via);
                text(read::modalityName(claim.modality));
                truth(claim.negative);
                text(one.mark, one.isSigned ? nullptr : mark_);
                if (known) {
                    number(points[claim.article].before(claim.words.begin));
                    number(points[claim.article].before(claim.words.end));
                } else {
                    column_ = static_cast<lxw_col_t>(column_ + 2);
                }
                text(claim.sentence.of(std::string_view(article.text)));
                text(one.question->key);
                text(claim.derivation);
            }
    }
    void sources() {
        static constexpr std::array<Column, 9> columns = {{{"article", 8},
                                                           {"title", 50},
                                                           {"publisher", 24},
                                                           {"published", 19},
                                                           {"url", 40},
                                                           {"language", 10},
                                                           {"file", 30},
                                                           {"captured at", 19},
                                                           {"sha256", 66}}};
        begin("Sources", columns, d_.articles.size());
        for (std::uint32_t i = 0; i < d_.articles.size(); ++i) {
            if (next(); !go())
                return;
            const dossier::Article& article = d_.articles[i];
            text(report::articleLetter(i));
            text(article.info.title);
            text(article.info.publisher);
            time(article.info.published);
            text(article.info.url);
            text(article.info.language);
            text(article.fileName);
            time(article.capturedAt);
            text(article.id.sha256);
        }
    }
    /// Oldest first. What was done about questions that stay out is told without its words.
    void log() {
        static constexpr std::array<Column, 4> columns = {{{"record", 9}, {"at", 19}, {"by", 24}, {"what", 80}}};
        begin("Log", columns, d_.history.size());
        std::vector<std::uint64_t> hidden;
        if (!order_.includeUnsigned) {
            const auto hide = [&](const dossier::Decisions& decisions) {
                for (const dossier::HistoryLine& line : decisions.history)
                    hidden.push_back(line.record.value);
            };
            for (const auto& [key, decisions] : d_.decisions)
                if (std::none_of(all_.begin(), all_.end(),
                                 [&](const Outgoing& one) { return one.decisions == &decisions; }))
                    hide(decisions);
            for (const auto& [key, decisions] : d_.lost)
                hide(decisions);
            std::sort(hidden.begin(), hidden.end());
        }
        for (auto line = d_.history.rbegin(); line != d_.history.rend(); ++line) {
            if (next(); !go())
                return;
            number(static_cast<double>(line->record.value));
            time(line->stamp.at);
            text(line->stamp.by);
            text(std::binary_search(hidden.begin(), hidden.end(), line->record.value)
                     ? report::form(order_.language, "unsigned.in.log")
                     : line->text);
        }
    }
    void about() {
        static constexpr std::array<Column, 2> columns = {{{"about", 24}, {"this workbook", 90}}};
        const report::Statement statement = statementOf(d_, order_);
        begin("About", columns, 8);
        const auto row = [&](const char* name, std::string_view value) {
            next();
            text(name);
            text(value);
        };
        row("case", d_.title);
        next();
        text("as of");
        time(order_.asOf);
        row("exported by", order_.by);
        next();
        text("records");
        number(static_cast<double>(statement.records));
        row("hash of the log", statement.log);
        next();
        text("includes unsigned");
        truth(order_.includeUnsigned);
        row("seal", report::sealOf(statement));
        row("made with", "Countercheck " COUNTERCHECK_VERSION);
    }
};

} // namespace

std::variant<std::string, Problem, Stopped> toXlsx(const dossier::Dossier& dossier, const Order& order,
                                                   const Progress& progress, const std::stop_token& stop) {
    return Book(dossier, order, progress, stop).write();
}

} // namespace countercheck::printing
