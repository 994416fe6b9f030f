// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reading.h"

#include "core/text/lexicon.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <algorithm>

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

void CodePointIndex::reset(std::string_view utf8) {
    text_ = utf8;
    every_.clear();
    ascii_ = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii_)
        return;
    every_.reserve(utf8.size() / 256 + 2);
    std::uint32_t points = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        while (next <= i) { // points before byte `next`: those that start before it
            every_.push_back(points);
            next += 256;
        }
        i += static_cast<unsigned char>(utf8[i]) < 0x80 ? 1 : decodeAt(utf8, i).length;
        ++points;
    }
    while (next <= utf8.size()) {
        every_.push_back(points);
        next += 256;
    }
}

std::uint32_t CodePointIndex::codePoints(std::uint32_t byteOffset) const {
    if (ascii_)
        return byteOffset;
    byteOffset = std::min(byteOffset, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t block = byteOffset / 256;
    std::uint32_t points = every_[block];
    std::size_t i = std::size_t{block} * 256;
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
    const auto it = std::upper_bound(every_.begin(), every_.end(), codePointOffset);
    const std::size_t block = it == every_.begin() ? 0 : static_cast<std::size_t>(it - every_.begin()) - 1;
    std::size_t i = block * 256;
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
    for (Sentence& sentence : out.sentences) {
        std::uint16_t hints = 0;
        for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t)
            hints |= out.tokens[t].hints;
        sentence.hints = hints;
    }
    recogniseBlocks(lexicon, out);
}

} // namespace countercheck::text
