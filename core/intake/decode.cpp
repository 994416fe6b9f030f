// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/decode.h"

#include "core/text/utf8.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

namespace countercheck::intake {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t detectorBytes = 64 << 10;

unsigned byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Length of the well-formed UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequenceLength(std::string_view bytes, std::size_t at) {
    const unsigned lead = byteAt(bytes, at);
    if (lead < 0x80)
        return 1;
    std::size_t length = 0;
    unsigned low = 0x80, high = 0xBF; // of the second byte
    if (lead >= 0xC2 && lead <= 0xDF)
        length = 2;
    else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    }
    if (length == 0 || at + length > bytes.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned byte = byteAt(bytes, at + i);
        if (byte < low || byte > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

/// The first byte at or after `at` that is not ASCII.
std::size_t skipAscii(std::string_view bytes, std::size_t at) {
    while (at + 8 <= bytes.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        if (word & 0x8080808080808080ull)
            break;
        at += 8;
    }
    while (at < bytes.size() && byteAt(bytes, at) < 0x80)
        ++at;
    return at;
}

/// Windows-1252's bytes 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<std::uint16_t, 32> windows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::uint32_t fromWindows1252(unsigned byte) {
    return byte >= 0x80 && byte < 0xA0 ? windows1252High[byte - 0x80] : byte;
}

void noteFault(Decoded& out) {
    if (out.firstFaultLine == 0)
        out.firstFaultLine = 1 + static_cast<std::size_t>(std::count(out.text.begin(), out.text.end(), '\n'));
}

void appendWindows1252(Decoded& out, unsigned byte) {
    if (const std::uint32_t point = fromWindows1252(byte)) {
        text::appendUtf8(out.text, point);
        return;
    }
    noteFault(out);
    ++out.replaced;
    out.text += replacement;
}

void decodeWindows1252(std::string_view bytes, Decoded& out) {
    out.text.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = skipAscii(bytes, at);
        out.text.append(bytes, at, end - at);
        at = end;
        if (at < bytes.size())
            appendWindows1252(out, byteAt(bytes, at++));
    }
}

/// Good UTF-8 with some bytes of windows-1252 among it, as pasted-together texts have.
void decodeBrokenUtf8(std::string_view bytes, Decoded& out) {
    out.text.reserve(bytes.size() + 64);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t good = validUtf8Prefix(bytes.substr(at));
        out.text.append(bytes, at, good);
        at += good;
        if (at < bytes.size()) {
            noteFault(out);
            ++out.asWindows1252;
            appendWindows1252(out, byteAt(bytes, at++));
        }
    }
}

void decodeUtf16(std::string_view bytes, bool bigEndian, Decoded& out) {
    const auto unit = [&](std::size_t at) -> std::uint32_t {
        return bigEndian ? byteAt(bytes, at) << 8 | byteAt(bytes, at + 1)
                         : byteAt(bytes, at + 1) << 8 | byteAt(bytes, at);
    };
    out.text.reserve(bytes.size() / 2 + bytes.size() / 8);
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t first = unit(at);
        if (first < 0xD800 || first > 0xDFFF) {
            text::appendUtf8(out.text, first);
            continue;
        }
        const std::uint32_t second = first < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (second >= 0xDC00 && second <= 0xDFFF) {
            text::appendUtf8(out.text, 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00));
            at += 2;
            continue;
        }
        noteFault(out);
        ++out.replaced;
        out.text += replacement;
    }
    if (at < bytes.size()) { // half a unit
        noteFault(out);
        ++out.replaced;
        out.text += replacement;
    }
}

/// False when the C library does not know the encoding.
bool decodeByName(std::string_view bytes, const std::string& encoding, Decoded& out) {
    const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT: iconv's way to say no
        return false;
    out.text.reserve(bytes.size() + bytes.size() / 2);
    std::array<char, 32 << 10> buffer{};
    char* input = const_cast<char*>(bytes.data()); // NOLINT: iconv does not write there
    std::size_t left = bytes.size();
    while (true) {
        char* output = buffer.data();
        std::size_t room = buffer.size();
        const bool finish = left == 0;
        const std::size_t result =
            iconv(converter, finish ? nullptr : &input, finish ? nullptr : &left, &output, &room);
        const int error = errno;
        out.text.append(buffer.data(), buffer.size() - room);
        if (result == static_cast<std::size_t>(-1) && error != E2BIG) { // a fault, or the text ends inside a character
            noteFault(out);
            ++out.replaced;
            out.text += replacement;
            if (left > 0) {
                ++input;
                --left;
            }
            iconv(converter, nullptr, nullptr, nullptr, nullptr);
        } else if (finish) {
            break;
        }
    }
    iconv_close(converter);
    return true;
}

/// UTF-16 without a mark: nearly every second byte is zero, and the others are not.
/// 'L', 'B', or 0 for neither.
char utf16Pattern(std::string_view bytes) {
    const std::size_t seen = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    if (seen < 4)
        return 0;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < seen; i += 2) {
        even += bytes[i] == 0;
        odd += bytes[i + 1] == 0;
    }
    const std::size_t pairs = seen / 2;
    if (odd * 10 >= pairs * 7 && even * 50 <= pairs)
        return 'L';
    if (even * 10 >= pairs * 7 && odd * 50 <= pairs)
        return 'B';
    return 0;
}

/// Do the bytes above ASCII look like a Western text: single accented letters, typographic marks, in ASCII company?
bool looksWestern(std::string_view bytes) {
    // In windows-1252: marks of print, and the letters of Western languages.
    static constexpr std::string_view marks = "\x80\x85\x8A\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x99\x9A\x9C\x9E\xA0\xA1"
                                              "\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBA\xBB\xBD\xBF";
    std::size_t run = 0, high = 0, strange = 0;
    for (std::size_t i = skipAscii(bytes, 0); i < bytes.size(); ++i) {
        const unsigned byte = byteAt(bytes, i);
        if (byte < 0x80) {
            run = 0;
            continue;
        }
        ++high;
        strange += byte < 0xC0 && marks.find(bytes[i]) == std::string_view::npos;
        strange += byte == 0xD7 || byte == 0xF7 || byte == 0xDE || byte == 0xFE || byte == 0xD0 || byte == 0xF0;
        if (++run > 2)
            return false;
    }
    return strange * 20 <= high;
}

std::string detect(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

/// The encoding of bytes that are neither marked nor UTF-8.
std::string guess(std::string_view bytes) {
    // The detector learns from what is not ASCII: begin a little before the first such byte.
    const std::size_t first = skipAscii(bytes, 0);
    const std::string_view sample = bytes.substr(first > 1024 ? first - 1024 : 0, detectorBytes);
    const auto high = static_cast<std::size_t>(
        std::count_if(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
    const bool western = looksWestern(sample);
    if (western && high < 24) // too little for statistics, which then find exotic answers
        return "windows-1252";
    std::string found = detect(sample);
    if (found.empty() || found == "ASCII" || found == "UTF-8" || found == "ISO-8859-1" || found == "WINDOWS-1252" ||
        (western && (found.starts_with("ISO-8859-") || found.starts_with("MAC-") || found.starts_with("IBM"))))
        return "windows-1252";
    if (found == "ISO-8859-9") // windows-1254 holds it and has the typographic marks besides
        return "windows-1254";
    if (found.starts_with("WINDOWS-"))
        found.replace(0, 8, "windows-");
    return found;
}

} // namespace

std::size_t validUtf8Prefix(std::string_view bytes) {
    std::size_t at = 0;
    while ((at = skipAscii(bytes, at)) < bytes.size()) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return bytes.size();
}

std::string shownUtf8(std::string_view bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t good = validUtf8Prefix(bytes.substr(at));
        out.append(bytes, at, good);
        at += good;
        if (at < bytes.size()) {
            out += replacement;
            ++at;
        }
    }
    return out;
}

std::string shownLine(std::string_view bytes) {
    const std::string utf8 = shownUtf8(bytes);
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t length = sequenceLength(utf8, at);
        const unsigned lead = byteAt(utf8, at);
        const unsigned last = byteAt(utf8, at + length - 1);
        const std::string_view sign(utf8.data() + at, length);
        const bool blank =
            lead == '\n' || lead == '\r' || lead == '\t' || sign == "\xE2\x80\xA8" || sign == "\xE2\x80\xA9";
        const bool control = lead < 0x20 || lead == 0x7F || (lead == 0xC2 && last < 0xA0);
        const bool turns = (sign.starts_with("\xE2\x80") && last >= 0xAA && last <= 0xAE) ||
                           (sign.starts_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9);
        out += blank ? " " : control || turns ? replacement : sign;
        at += length;
    }
    return out;
}

Decoded decode(std::string_view bytes) {
    Decoded out;
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    else if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) && bytes.size() % 4 == 0 &&
             decodeByName(bytes.substr(4), "UTF-32LE", out)) {
        out.encoding = "UTF-32LE";
        return out;
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool bigEndian = bytes[0] == '\xFE';
        out.encoding = bigEndian ? "UTF-16BE" : "UTF-16LE";
        decodeUtf16(bytes.substr(2), bigEndian, out);
        return out;
    }
    const std::size_t good = validUtf8Prefix(bytes);
    if (good == bytes.size()) {
        if (const char order = utf16Pattern(bytes)) {
            out.encoding = order == 'B' ? "UTF-16BE" : "UTF-16LE";
            out.detected = true;
            decodeUtf16(bytes, order == 'B', out);
            return out;
        }
        out.encoding = "UTF-8";
        out.text = bytes;
        return out;
    }
    if (const char order = utf16Pattern(bytes)) {
        out.encoding = order == 'B' ? "UTF-16BE" : "UTF-16LE";
        out.detected = true;
        decodeUtf16(bytes, order == 'B', out);
        return out;
    }
    // More good sequences than faults: UTF-8 with foreign bytes. Text in another encoding hardly ever has any.
    std::size_t sequences = 0, faults = 0;
    for (std::size_t at = 0; (at = skipAscii(bytes, at)) < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        sequences += length > 0;
        faults += length == 0;
        at += std::max<std::size_t>(length, 1);
    }
    if (sequences > faults) {
        out.encoding = "UTF-8";
        decodeBrokenUtf8(bytes, out);
        return out;
    }
    out.detected = true;
    out.encoding = guess(bytes);
    if (out.encoding != "windows-1252") {
        if (decodeByName(bytes, out.encoding, out) && out.replaced * 100 <= bytes.size())
            return out;
        out = Decoded{.encoding = "windows-1252", .detected = true};
    }
    decodeWindows1252(bytes, out);
    return out;
}

Decoded decodeAs(std::string_view bytes, std::string_view label) {
    std::string name;
    for (const char c : label)
        if (c != ' ' && c != '"' && c != '\'')
            name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (name.empty() || bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
        bytes.starts_with("\xFE\xFF"))
        return {};
    const bool shifts = name.starts_with("iso-2022-") || name == "hz-gb-2312"; // ASCII bytes that mean something else
    if (name == "utf-8" || name == "utf8" || (!shifts && validUtf8Prefix(bytes) == bytes.size()))
        return {}; // decode() knows
    Decoded out;
    // What the web calls by these names is read as the wider windows encodings (WHATWG Encoding Standard).
    if (name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "us-ascii" || name == "ascii" ||
        name == "windows-1252" || name == "cp1252" || name == "iso-8859-15" || name == "latin-1") {
        if (name == "iso-8859-15" && decodeByName(bytes, "ISO-8859-15", out)) {
            out.encoding = "ISO-8859-15";
            return out;
        }
        decodeWindows1252(bytes, out);
        out.encoding = "windows-1252";
        return out;
    }
    if (name == "iso-8859-9" || name == "latin5")
        name = "windows-1254";
    if (name == "gb2312" || name == "gbk")
        name = "gb18030";
    if (name == "shift_jis" || name == "shift-jis" || name == "x-sjis")
        name = "cp932";
    if (name == "ks_c_5601-1987")
        name = "cp949";
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string::npos ||
        name.starts_with("utf-16") || !decodeByName(bytes, name, out) ||
        validUtf8Prefix(out.text) != out.text.size()) // an encoding of 32 bits may say what no text can
        return {};
    out.encoding = name;
    return out;
}

std::string decodedFrom(std::string_view bytes, const std::string& encoding) {
    Decoded out;
    if (encoding.empty() || encoding == "windows-1252" || !decodeByName(bytes, encoding, out)) {
        out = {};
        decodeWindows1252(bytes, out);
    }
    return std::move(out.text);
}

} // namespace countercheck::intake
