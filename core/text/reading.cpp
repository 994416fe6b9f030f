// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reading.h"

#include "core/text/lexicon.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstring>

namespace countercheck::text {

namespace {

/// The segment that holds `at` (by `begin`), or the last one before it.
template <auto begin>
const OffsetMap::Segment& segmentAt(const std::vector<OffsetMap::Segment>& all, std::uint32_t at) {
    auto it = std::upper_bound(all.begin(), all.end(), at,
                               [](std::uint32_t value, const OffsetMap::Segment& s) { return value < s.*begin; });
    return it == all.begin() ? all.front() : *std::prev(it);
}

} // namespace

Span OffsetMap::toCaptured(Span reading) const {
    using S = Segment;
    if (identity())
        return reading;
    const auto begin = [&](std::uint32_t at) {
        // A dropped stretch has no length in the reading view: the last segment that begins at `at` is the one that
        // counts.
        const S& s = segmentAt<&S::reading>(segments_, at);
        if (s.readingLength == s.capturedLength)
            return s.captured + std::min(at - s.reading, s.capturedLength);
        return at - s.reading >= s.readingLength && at > s.reading ? s.captured + s.capturedLength : s.captured;
    };
    const auto end = [&](std::uint32_t at) {
        if (at == 0)
            return 0u;
        const S& s = segmentAt<&S::reading>(segments_, at - 1);
        if (s.readingLength == s.capturedLength)
            return s.captured + std::min(at - s.reading, s.capturedLength);
        return s.captured + s.capturedLength;
    };
    const std::uint32_t from = begin(reading.begin);
    return {from, reading.empty() ? from : std::max(from, end(reading.end))};
}

Span OffsetMap::toReading(Span captured) const {
    using S = Segment;
    if (identity())
        return captured;
    const auto point = [&](std::uint32_t at, bool ending) {
        const S& s = segmentAt<&S::captured>(segments_, ending && at > 0 ? at - 1 : at);
        const std::uint32_t inside = std::min(at - s.captured, s.capturedLength);
        if (s.readingLength == s.capturedLength)
            return s.reading + inside;
        return ending || inside >= s.capturedLength ? s.reading + s.readingLength : s.reading;
    };
    const std::uint32_t from = point(captured.begin, false);
    return {from, captured.empty() ? from : std::max(from, point(captured.end, true))};
}

namespace {

/// Where the run of ASCII bytes from `i` on ends.
std::size_t skipAscii(std::string_view text, std::size_t i) {
    constexpr std::uint64_t high = 0x8080808080808080u;
    for (; i + 32 <= text.size(); i += 32) {
        std::uint64_t words[4];
        std::memcpy(words, text.data() + i, 32);
        if (((words[0] | words[1] | words[2] | words[3]) & high) != 0)
            break;
    }
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80)
        ++i;
    return i;
}

} // namespace

void CodePointIndex::reset(std::string_view utf8) {
    text_ = utf8;
    every_.clear();
    std::size_t i = skipAscii(utf8, 0);
    ascii_ = i == utf8.size();
    if (ascii_)
        return;
    every_.reserve(utf8.size() / stretch + 2);
    std::uint32_t points = 0;
    std::size_t next = 0, from = 0;         // `points` are those that start before `from`
    const auto mark = [&](std::size_t to) { // all between are one byte long
        for (; next <= to; next += stretch)
            every_.push_back(points + static_cast<std::uint32_t>(next - std::min(from, next)));
        points += static_cast<std::uint32_t>(to - from);
        from = to;
    };
    while (i < utf8.size()) {
        mark(i);
        from = i + decodeAt(utf8, i).length;
        ++points;
        for (; next < from; next += stretch) // inside it
            every_.push_back(points);
        i = skipAscii(utf8, from);
    }
    mark(utf8.size());
    every_.push_back(points);
}

std::uint32_t CodePointIndex::codePoints(std::uint32_t byteOffset) const {
    if (ascii_)
        return byteOffset;
    byteOffset = std::min(byteOffset, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t block = byteOffset / stretch;
    std::uint32_t points = every_[block];
    std::size_t i = std::size_t{block} * stretch;
    if (every_[block + 1] - points == stretch) // a code point for each byte
        return points + byteOffset % stretch;
    // A code point may straddle the block's edge: its trailing bytes were counted with its first.
    for (int k = 0; k < 3 && i < byteOffset && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80 && straddles(i);
         ++k)
        ++i;
    while (i < byteOffset) {
        i += static_cast<unsigned char>(text_[i]) < 0x80 ? 1 : decodeAt(text_, i).length;
        ++points;
    }
    return points;
}

bool CodePointIndex::straddles(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back)
        if ((static_cast<unsigned char>(text_[at - back]) & 0xC0) != 0x80)
            return decodeAt(text_, at - back).length > back;
    return false;
}

std::uint32_t CodePointIndex::bytes(std::uint32_t codePointOffset) const {
    if (ascii_)
        return std::min(codePointOffset, static_cast<std::uint32_t>(text_.size()));
    const auto it = std::upper_bound(every_.begin(), every_.end() - 1, codePointOffset); // not the sum at the end
    const std::size_t block = it == every_.begin() ? 0 : static_cast<std::size_t>(it - every_.begin()) - 1;
    std::size_t i = block * stretch;
    std::uint32_t points = every_[block];
    while (i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80 && straddles(i))
        ++i;
    while (points < codePointOffset && i < text_.size()) {
        i += static_cast<unsigned char>(text_[i]) < 0x80 ? 1 : decodeAt(text_, i).length;
        ++points;
    }
    return static_cast<std::uint32_t>(i);
}

Span Reading::codePoints(Span reading) const {
    const Span at = map.toCaptured(reading);
    return {capturedPoints.codePoints(at.begin), capturedPoints.codePoints(at.end)};
}

void read(std::string_view captured, Language declared, Reading& out) {
    out.captured = captured;
    out.capturedPoints.reset(captured);
    repair(out);
    out.language = declared == Language::Unknown ? detectLanguage(out.text) : declared;
    const Lexicon& lexicon = Lexicon::of(out.language);
    tokenize(lexicon, out);
    splitSentences(lexicon, out);
    recogniseBlocks(lexicon, out);
}

} // namespace countercheck::text
