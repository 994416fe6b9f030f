// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reading.h"

#include "core/text/lexicon.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <bit>
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
    size_ = static_cast<std::uint32_t>(utf8.size());
    stretches_.clear();
    std::size_t i = skipAscii(utf8, 0);
    ascii_ = i == utf8.size();
    if (ascii_)
        return;
    stretches_.resize(utf8.size() / stretch + 1);
    while (i < utf8.size()) {
        const std::size_t end = i + decodeAt(utf8, i).length;
        while (++i < end)
            stretches_[i / stretch].starts &= ~(std::uint64_t{1} << (i % stretch));
        i = skipAscii(utf8, end);
    }
    std::uint32_t points = 0;
    for (Stretch& one : stretches_) {
        one.before = points;
        points += static_cast<std::uint32_t>(std::popcount(one.starts));
    }
}

std::uint32_t CodePointIndex::codePoints(std::uint32_t byteOffset) const {
    if (ascii_)
        return byteOffset;
    byteOffset = std::min(byteOffset, size_);
    const Stretch& one = stretches_[byteOffset / stretch];
    const std::uint64_t before = (std::uint64_t{1} << (byteOffset % stretch)) - 1;
    return one.before + static_cast<std::uint32_t>(std::popcount(one.starts & before));
}

std::uint32_t CodePointIndex::bytes(std::uint32_t codePointOffset) const {
    if (ascii_)
        return std::min(codePointOffset, size_);
    const auto it = std::upper_bound(stretches_.begin(), stretches_.end(), codePointOffset,
                                     [](std::uint32_t points, const Stretch& one) { return points < one.before; });
    const auto index = static_cast<std::uint32_t>(it - stretches_.begin()) - 1; // the first has none before it
    std::uint64_t starts = stretches_[index].starts;
    for (std::uint32_t skip = codePointOffset - stretches_[index].before; skip > 0 && starts != 0; --skip)
        starts &= starts - 1;
    return starts == 0 ? size_
                       : std::min(size_, index * stretch + static_cast<std::uint32_t>(std::countr_zero(starts)));
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
