// SPDX-License-Identifier: GPL-3.0-or-later
// The reading view: what the engine reads, made from the captured text without altering it. Mojibake is repaired, stray
// markup dropped, furniture and repeated titles set apart; every change is listed, and OffsetMap leads each byte back
// to the captured text. Where nothing needs cleaning, the reading view is the captured text itself and the map is
// empty.
#pragma once

#include "core/text/span.h"
#include "core/text/token.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::text {

enum class Language : std::uint8_t { Unknown, English, French, German, Spanish, Other };

/// BCP 47 code: "en", "fr", "de", "es", or "und".
std::string_view languageCode(Language language);
/// From a BCP 47 tag ("en", "en-GB", "fr_FR"); Other for a language without rules, Unknown for an empty tag.
Language languageFromTag(std::string_view tag);

enum class RepairKind : std::uint8_t { Mojibake, StrayMarkup, ControlCharacter, LineEnding, Entity, Composition };

/// One change between the captured text and the reading view.
struct Repair {
    Span captured; ///< bytes of the captured text that were replaced
    Span reading;  ///< bytes of the reading view that stand for them; empty when they were dropped
    RepairKind kind{};
};

/// Leads offsets between the reading view and the captured text. Without segments the two are the same text.
class OffsetMap {
public:
    struct Segment {
        std::uint32_t reading = 0;       ///< where the segment begins in the reading view
        std::uint32_t captured = 0;      ///< where it begins in the captured text
        std::uint32_t readingLength = 0; ///< equal lengths: copied; otherwise replaced as a whole
        std::uint32_t capturedLength = 0;
    };

    [[nodiscard]] bool identity() const { return segments_.empty(); }
    [[nodiscard]] Span toCaptured(Span reading) const;
    [[nodiscard]] Span toReading(Span captured) const;
    void clear() { segments_.clear(); }
    void append(Segment segment) { segments_.push_back(segment); }

private:
    std::vector<Segment> segments_; ///< ascending in both texts, without gaps
};

enum class BlockRole : std::uint8_t {
    Body,
    Title,
    RepeatedTitle,
    Byline,
    Dateline,
    Credit,
    Caption,
    Furniture,
    Newsletter,
    Metadata
};
/// For people, in English: "site furniture", "repeated title", …
std::string_view blockRoleName(BlockRole role);

/// One paragraph (or line) of the reading view, and what it is there for. Only Body and Title are read for claims.
struct Block {
    Span span;
    BlockRole role = BlockRole::Body;
    std::uint32_t firstSentence = 0, endSentence = 0; ///< half-open range of Reading::sentences
};

struct Sentence {
    Span span;                                  ///< without the blanks around it
    std::uint32_t firstToken = 0, endToken = 0; ///< half-open range of Reading::tokens
    std::uint32_t block = 0;                    ///< index of its block
    std::uint16_t hints = 0;                    ///< Hint bits of all its tokens together

    [[nodiscard]] constexpr bool may(unsigned hint) const { return (hints & hint) != 0; } ///< any of these Hint bits
};

/// Code points before a byte offset and back, in near-constant time. All-ASCII texts cost nothing.
class CodePointIndex {
public:
    CodePointIndex() = default;
    explicit CodePointIndex(std::string_view utf8) { reset(utf8); }
    void reset(std::string_view utf8);
    [[nodiscard]] std::uint32_t codePoints(std::uint32_t byteOffset) const;
    [[nodiscard]] std::uint32_t bytes(std::uint32_t codePointOffset) const;

private:
    struct Stretch {
        std::uint64_t starts = ~std::uint64_t{0}; ///< a bit for each of its bytes at which a code point starts
        std::uint32_t before = 0;                 ///< code points that start before it
    };
    static constexpr std::uint32_t stretch = 64; ///< bytes
    std::uint32_t size_ = 0;
    bool ascii_ = true;
    std::vector<Stretch> stretches_; ///< one more than the text has whole ones
};

/// An article's text as the engine reads it. Holds views into the captured text that was given to read(): the caller
/// keeps that alive. Reused from article to article: read() clears and refills without giving memory back.
struct Reading {
    std::string_view captured; ///< exactly as given, UTF-8
    std::string_view text;     ///< the reading view: captured itself, or `cleaned`
    std::string cleaned;       ///< storage of the reading view when it differs
    OffsetMap map;
    CodePointIndex capturedPoints; ///< over `captured`
    std::vector<Repair> repairs;
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<std::uint16_t> hints; ///< Token::hints side by side, for nextHinted(); zeros behind the last
    static constexpr std::size_t hintsBehind = 32;
    std::vector<std::uint32_t> capitals; ///< the tokens with a capital, ascending
    std::vector<std::uint32_t> stops;    ///< stops, breaks and words with a point of their own, ascending
    Language language = Language::Unknown;

    Reading() = default;
    Reading(const Reading&) = delete; // `text` may point into `cleaned`
    Reading& operator=(const Reading&) = delete;
    [[nodiscard]] std::string_view of(Span reading) const { return reading.of(text); }
    [[nodiscard]] std::string_view of(const Token& token) const { return token.span().of(text); }
    /// Half-open code-point offsets into the captured text: what leaves the program.
    [[nodiscard]] Span codePoints(Span reading) const;
};

/// Reads a captured text into `out`: repairs, blocks, tokens, sentences, language. Any bytes are safe; bytes that are
/// not UTF-8 stand as they are and are never part of a mention. Linear in the length.
/// @param captured  UTF-8, kept alive by the caller as long as `out` is used
/// @param declared  the language if the caller knows it; Unknown to detect it (CLD2, whole-text vote)
void read(std::string_view captured, Language declared, Reading& out);

} // namespace countercheck::text
