// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/marked.h"

#include "core/read/calendar.h"
#include "core/text/reading.h"

#include <QChar>

#include <algorithm>

namespace countercheck::ui {

namespace {

struct Letter {
    char32_t value = 0; ///< 0: none
    std::uint32_t size = 0;
};

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

Letter letterAt(std::string_view text, std::uint32_t at) {
    if (at >= text.size())
        return {};
    std::uint32_t size = 1;
    while (size < 4 && at + size < text.size() && continues(text[at + size]))
        ++size;
    const QString decoded = QString::fromUtf8(text.data() + at, static_cast<qsizetype>(size));
    const auto points = decoded.toUcs4();
    return {points.isEmpty() ? U' ' : static_cast<char32_t>(points.front()), size};
}

Letter letterBefore(std::string_view text, std::uint32_t at) {
    std::uint32_t size = 1;
    if (at == 0)
        return {};
    while (size < 4 && size < at && continues(text[at - size]))
        ++size;
    Letter letter = letterAt(text, at - size);
    letter.size = size;
    return letter;
}

bool setsNoBlanks(char32_t letter) {
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool ofWord(char32_t letter) {
    return letter != 0 && (QChar::isLetterOrNumber(letter) || QChar::isMark(letter)) && !setsNoBlanks(letter);
}

bool digit(char32_t letter) {
    return letter != 0 && QChar::isDigit(letter);
}

/// Would a cut here go through a word, or through a number like 1,200 or 3.5?
bool within(std::string_view text, std::uint32_t at) {
    const Letter before = letterBefore(text, at), after = letterAt(text, at);
    if (ofWord(before.value) && ofWord(after.value))
        return true;
    const auto point = [](char32_t letter) { return letter == U',' || letter == U'.'; };
    if (digit(before.value) && point(after.value))
        return digit(letterAt(text, at + after.size).value);
    return point(before.value) && digit(after.value) && digit(letterBefore(text, at - before.size).value);
}

bool blank(char32_t letter) {
    return QChar::isSpace(letter);
}

/// The whole text read: what a word means hangs on those around it.
struct Read {
    Read(std::string_view captured, std::string_view language, std::string_view published) {
        read::ReadContext context;
        context.published = read::parseIsoTime(published);
        context.dayFirst = read::dayBeforeMonth(language);
        text::read(captured, text::languageFromTag(language), reading);
        read::readTimes(reading, context, mentions);
        read::readFigures(reading, context, mentions);
    }
    [[nodiscard]] bool touches(text::Span span, text::Span words) const {
        const text::Span there = reading.map.identity() ? span : reading.map.toCaptured(span);
        return there.begin < words.end && words.begin < there.end;
    }
    text::Reading reading;
    read::Mentions mentions;
};

} // namespace

text::Span wholeWords(std::string_view text, text::Span marked) {
    const auto size = static_cast<std::uint32_t>(text.size());
    text::Span whole{std::min(marked.begin, size), std::min(marked.end, size)};
    while (whole.begin < whole.end && blank(letterAt(text, whole.begin).value))
        whole.begin += letterAt(text, whole.begin).size;
    while (whole.end > whole.begin && blank(letterBefore(text, whole.end).value))
        whole.end -= letterBefore(text, whole.end).size;
    if (whole.begin >= whole.end)
        return {whole.begin, whole.begin};
    while (whole.begin > 0 && within(text, whole.begin))
        whole.begin -= letterBefore(text, whole.begin).size;
    while (whole.end < size && within(text, whole.end))
        whole.end += letterAt(text, whole.end).size;
    return whole;
}

std::optional<MarkedFigure> figureOf(std::string_view captured, text::Span words, std::string_view language) {
    const Read found(captured, language, {});
    for (const read::Figure& figure : found.mentions.figures)
        if (figure.kind != read::FigureKind::Ordinal && found.touches(figure.numeral, words))
            return MarkedFigure{figure.set, figure.unit};
    return std::nullopt;
}

std::optional<read::TimeSpan> timeOf(std::string_view captured, text::Span words, std::string_view language,
                                     std::string_view published) {
    const Read found(captured, language, published);
    for (const read::TimeMention& time : found.mentions.times)
        if (time.resolved && !time.resolved->openFrom && !time.resolved->openTo && found.touches(time.span, words))
            return time.resolved;
    return std::nullopt;
}

} // namespace countercheck::ui
