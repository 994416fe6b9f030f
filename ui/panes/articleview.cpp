// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/articleview.h"

#include "core/compare/letter.h"
#include <QCoreApplication>

#include <algorithm>

namespace countercheck::ui {

using text::Span;

namespace {

constexpr std::uint32_t stride = 128;

/// One step of a lenient UTF-8 walk: length in bytes, and the code point (U+FFFD with length 1 for a bad byte).
struct Step {
    std::uint32_t length;
    char32_t point;
};

Step stepAt(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {1, lead};
    const int more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0;
    if (more == 0 || lead >= 0xF5 || at + static_cast<std::size_t>(more) >= s.size())
        return {1, 0xFFFD};
    char32_t point = lead & (0x3F >> more);
    for (int i = 1; i <= more; ++i) {
        const unsigned char next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80)
            return {1, 0xFFFD};
        point = (point << 6) | (next & 0x3F);
    }
    if ((more == 2 && (point < 0x800 || (point >= 0xD800 && point < 0xE000))) ||
        (more == 3 && (point < 0x10000 || point > 0x10FFFF)))
        return {1, 0xFFFD};
    return {static_cast<std::uint32_t>(more) + 1, point};
}

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

Span trimmed(std::string_view s, Span span) {
    span.end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(s.size()));
    while (span.begin < span.end && blank(s[span.begin]))
        ++span.begin;
    while (span.end > span.begin && blank(s[span.end - 1]))
        --span.end;
    return span;
}

QString lenient(std::string_view s) {
    QString out;
    out.reserve(static_cast<qsizetype>(s.size()));
    for (std::size_t at = 0; at < s.size();) {
        const Step step = stepAt(s, at);
        if (step.point >= 0x10000) {
            out += QChar(QChar::highSurrogate(step.point));
            out += QChar(QChar::lowSurrogate(step.point));
        } else {
            out += QChar(static_cast<char16_t>(step.point));
        }
        at += step.length;
    }
    return out;
}

} // namespace

ArticleView::ArticleView(const text::Reading& reading) : map_(reading.map) {
    build(reading.text, reading.blocks);
    for (const text::Repair& repair : reading.repairs) {
        if (repair.kind == text::RepairKind::StrayMarkup)
            ++droppedMarkup_;
        else if (repair.kind != text::RepairKind::LineEnding)
            ++repairedCharacters_;
        if (repair.kind == text::RepairKind::LineEnding)
            continue;
        const Range range{shownOffset(repair.reading.begin), shownOffset(repair.reading.end)};
        repairs_.push_back({range, lenient(repair.captured.of(reading.captured)), repair.kind});
    }
}

ArticleView::ArticleView(std::string_view captured) {
    std::vector<text::Block> blocks;
    for (std::size_t at = 0; at < captured.size();) {
        const std::size_t end = std::min(captured.find('\n', at), captured.size());
        text::Block block;
        block.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        blocks.push_back(block);
        at = end + 1;
    }
    build(captured, blocks);
}

void ArticleView::build(std::string_view reading, const std::vector<text::Block>& blocks) {
    bytes_ = reading;
    every_.reserve(reading.size() / stride + 2);
    std::uint32_t units = 0;
    std::size_t at = 0;
    std::size_t next = 0;
    while (at < reading.size()) {
        while (next <= at) { // a character may straddle the mark: it then counts from its own start
            every_.push_back(units);
            next += stride;
        }
        const Step step = stepAt(reading, at);
        units += step.point >= 0x10000 ? 2 : 1;
        at += step.length;
    }
    every_.push_back(units);

    text_.reserve(static_cast<qsizetype>(units) + static_cast<qsizetype>(blocks.size()));
    std::uint32_t done = 0;
    for (const text::Block& block : blocks) {
        addParagraph(reading, {done, block.span.begin}, text::BlockRole::Metadata); // words that no block holds
        addParagraph(reading, block.span, block.role);
        done = std::max(done, block.span.end);
    }
    addParagraph(reading, {done, static_cast<std::uint32_t>(reading.size())},
                 blocks.empty() ? text::BlockRole::Body : text::BlockRole::Metadata);
    if (text_.endsWith(u'\n'))
        text_.chop(1);
}

void ArticleView::addParagraph(std::string_view reading, Span span, text::BlockRole role) {
    span = trimmed(reading, span);
    if (span.empty())
        return;
    const qsizetype begin = text_.size();
    text_ += lenient(span.of(reading));
    // A paragraph is one run of prose: line ends inside it are blanks, unit for unit.
    for (qsizetype i = begin; i < text_.size(); ++i) {
        if (text_[i] == u'\n' || text_[i] == u'\r' || text_[i] == u'\f' || text_[i] == u'\v' || text_[i].isNull())
            text_[i] = u' ';
    }
    paragraphs_.push_back({{begin, text_.size()}, span, role});
    text_ += u'\n';
}

qsizetype ArticleView::unitsBefore(std::uint32_t readingByte) const {
    const std::uint32_t target = std::min<std::uint32_t>(readingByte, static_cast<std::uint32_t>(bytes_.size()));
    std::size_t at = target / stride * stride;
    std::uint32_t units = every_.empty() ? 0 : every_[target / stride];
    // The recorded count stands for the first character that begins at or after the mark.
    while (at < bytes_.size() && at > 0 && (static_cast<unsigned char>(bytes_[at]) & 0xC0) == 0x80) {
        std::size_t lead = at;
        while (lead > 0 && at - lead < 3 && (static_cast<unsigned char>(bytes_[lead]) & 0xC0) == 0x80)
            --lead;
        if (lead == at || lead + stepAt(bytes_, lead).length <= at)
            break; // a stray continuation byte: it is a character of its own
        at = lead + stepAt(bytes_, lead).length;
    }
    while (at < target) {
        const Step step = stepAt(bytes_, at);
        if (at + step.length > target)
            break;
        units += step.point >= 0x10000 ? 2 : 1;
        at += step.length;
    }
    return static_cast<qsizetype>(units);
}

std::uint32_t ArticleView::byteAfter(qsizetype units) const {
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(bytes_.size());
    while (low < high) { // the first byte with that many units before it
        const std::uint32_t middle = low + (high - low) / 2;
        if (unitsBefore(middle) < units)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

qsizetype ArticleView::shownOffset(std::uint32_t readingByte) const {
    const auto after =
        std::upper_bound(paragraphs_.begin(), paragraphs_.end(), readingByte,
                         [](std::uint32_t byte, const Paragraph& paragraph) { return byte < paragraph.reading.begin; });
    if (after == paragraphs_.begin())
        return 0;
    const Paragraph& paragraph = *(after - 1);
    if (readingByte >= paragraph.reading.end)
        return paragraph.range.end;
    return paragraph.range.begin + unitsBefore(readingByte) - unitsBefore(paragraph.reading.begin);
}

std::uint32_t ArticleView::readingOffset(qsizetype shown) const {
    const auto after =
        std::upper_bound(paragraphs_.begin(), paragraphs_.end(), shown,
                         [](qsizetype at, const Paragraph& paragraph) { return at < paragraph.range.begin; });
    if (after == paragraphs_.begin())
        return 0;
    const Paragraph& paragraph = *(after - 1);
    if (shown >= paragraph.range.end)
        return paragraph.reading.end;
    return byteAfter(unitsBefore(paragraph.reading.begin) + shown - paragraph.range.begin);
}

Range ArticleView::shown(Span captured) const {
    const Span reading = trimmed(bytes_, map_.identity() ? captured : map_.toReading(captured));
    if (reading.empty())
        return {};
    // Words that end a paragraph end before its line feed; words that begin one begin behind it.
    Range range{shownOffset(reading.begin), shownOffset(reading.end)};
    if (range.begin < text_.size() && text_[range.begin] == u'\n')
        ++range.begin;
    return range;
}

Span ArticleView::captured(Range shown) const {
    const Span reading{readingOffset(shown.begin), readingOffset(shown.end)};
    return map_.identity() ? reading : map_.toCaptured(reading);
}

std::shared_ptr<const ArticleView> readForView(const dossier::Article& article) {
    text::Reading reading;
    text::read(article.text, text::languageFromTag(article.info.language), reading);
    return std::make_shared<const ArticleView>(reading);
}

QString articleLetter(std::size_t index) {
    return QString::fromStdString(compare::articleLetter(index));
}

QString articleName(const dossier::Article& article) {
    for (const std::string* name : {&article.info.publisher, &article.info.title, &article.fileName}) {
        const QString shown = QString::fromStdString(*name).simplified();
        if (!shown.isEmpty())
            return shown;
    }
    return QCoreApplication::translate("ArticleView", "untitled");
}

} // namespace countercheck::ui
