// SPDX-License-Identifier: GPL-3.0-or-later
// RTF 1.9.1 as far as its text goes: groups, destinations, code pages of fonts, Unicode with its fallbacks, tables,
// footnotes. One walk over the bytes; nothing nests in the program's own stack.
#include "core/intake/decode.h"
#include "core/intake/strings.h"
#include "core/intake/taking.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace countercheck::intake {

namespace {

constexpr std::size_t deepest = 1000;

enum class Into : std::uint8_t { Body, Skip, Fonts, Info, Title, Author, Apart, Note };

struct Group {
    Into into = Into::Body;
    int fallback = 1; ///< characters that stand for a \u in readers that do not know it
    int font = -1;
    bool hidden = false, deleted = false;
};

struct Destination {
    std::string_view name;
    Into into;
};
constexpr std::array destinations = {
    Destination{"fonttbl", Into::Fonts},   Destination{"info", Into::Info},     Destination{"header", Into::Apart},
    Destination{"headerl", Into::Apart},   Destination{"headerr", Into::Apart}, Destination{"headerf", Into::Apart},
    Destination{"footer", Into::Apart},    Destination{"footerl", Into::Apart}, Destination{"footerr", Into::Apart},
    Destination{"footerf", Into::Apart},   Destination{"footnote", Into::Note}, Destination{"colortbl", Into::Skip},
    Destination{"stylesheet", Into::Skip}, Destination{"pict", Into::Skip},     Destination{"objdata", Into::Skip},
    Destination{"objclass", Into::Skip},   Destination{"fldinst", Into::Skip},  Destination{"filetbl", Into::Skip},
    Destination{"listtext", Into::Skip},   Destination{"pntext", Into::Skip},   Destination{"nonshppict", Into::Skip},
    Destination{"sp", Into::Skip},         Destination{"xe", Into::Skip},       Destination{"tc", Into::Skip},
    Destination{"chatn", Into::Skip},      Destination{"ftnsep", Into::Skip},   Destination{"ftnsepc", Into::Skip},
    Destination{"aftnsep", Into::Skip}};

struct Symbol {
    std::string_view name, text;
};
constexpr std::array symbols = {Symbol{"tab", "\t"},
                                Symbol{"line", "\n"},
                                Symbol{"lbr", "\n"},
                                Symbol{"softline", "\n"},
                                Symbol{"emdash", "\xE2\x80\x94"},
                                Symbol{"endash", "\xE2\x80\x93"},
                                Symbol{"bullet", "\xE2\x80\xA2"},
                                Symbol{"lquote", "\xE2\x80\x98"},
                                Symbol{"rquote", "\xE2\x80\x99"},
                                Symbol{"ldblquote", "\xE2\x80\x9C"},
                                Symbol{"rdblquote", "\xE2\x80\x9D"},
                                Symbol{"emspace", "\xE2\x80\x83"},
                                Symbol{"enspace", "\xE2\x80\x82"},
                                Symbol{"qmspace", "\xE2\x80\x85"},
                                Symbol{"zwj", "\xE2\x80\x8D"},
                                Symbol{"zwnj", "\xE2\x80\x8C"},
                                Symbol{"ltrmark", "\xE2\x80\x8E"},
                                Symbol{"rtlmark", "\xE2\x80\x8F"}};

/// The code page of a font's character set.
std::string pageOfCharset(int charset) {
    struct Pair {
        int charset;
        const char* page;
    };
    static constexpr std::array table = {
        Pair{77, "macintosh"},     Pair{128, "cp932"},        Pair{129, "cp949"},        Pair{130, "johab"},
        Pair{134, "gb18030"},      Pair{136, "big5"},         Pair{161, "windows-1253"}, Pair{162, "windows-1254"},
        Pair{163, "windows-1258"}, Pair{177, "windows-1255"}, Pair{178, "windows-1256"}, Pair{186, "windows-1257"},
        Pair{204, "windows-1251"}, Pair{222, "cp874"},        Pair{238, "windows-1250"}};
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Pair& p) { return p.charset == charset; });
    return found == table.end() ? std::string() : found->page;
}

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : in_(bytes) { groups_.emplace_back(); }

    Converted read() {
        while (at_ < in_.size()) {
            const char c = in_[at_];
            if (c == '{') {
                open();
            } else if (c == '}') {
                ++at_;
                close();
                if (groups_.size() <= 1)
                    break; // what stands behind the document does not belong to it
            } else if (c == '\\') {
                control();
            } else {
                ++at_;
                if (c != '\r' && c != '\n' && c != '\0')
                    character(c);
            }
            if (groups_.size() > deepest)
                return Fault{"its groups are nested more than " + std::to_string(deepest) + " deep",
                             "save it again with the program that made it"};
        }
        const bool cut = groups_.size() > 1;
        while (groups_.size() > 1)
            close();
        flushBytes();
        endParagraph(true);
        for (const std::string& note : notes_)
            body_.add(note);
        Document out;
        out.mediaType = "application/rtf";
        out.text = body_.take();
        out.info.title = collapsed(trimmed(title_));
        out.author = collapsed(trimmed(author_));
        for (const std::string& words : apart_)
            if (!trimmed(words).empty())
                out.apart.push_back(collapsed(trimmed(words)));
        if (deletions_ > 0)
            out.remarks.emplace_back("tracked deletions left out");
        if (hidden_ > 0)
            out.remarks.emplace_back("hidden text left out");
        if (comments_ > 0)
            out.remarks.push_back(countOf(comments_, "comment", "comments") + " left out");
        if (cut)
            out.remarks.emplace_back("the file ends in the middle: it may be cut short, check the end of the text");
        if (trimmed(out.text).empty())
            return Fault{"there is no text in this RTF document (pictures only?)",
                         "type out its words and take those in"};
        return out;
    }

private:
    std::string_view in_;
    std::size_t at_ = 0;
    std::vector<Group> groups_;
    std::map<int, std::string> fonts_;
    std::string page_ = "windows-1252"; ///< the document's code page
    int fontRead_ = -1;                 ///< in the table of fonts
    std::string bytes_, bytesPage_;     ///< waiting to be decoded
    int skip_ = 0;                      ///< characters still to skip behind a \u
    std::uint32_t high_ = 0;            ///< first half of a surrogate pair
    bool optional_ = false;             ///< \* was read

    Paragraphs body_;
    std::string paragraph_, title_, author_, note_;
    std::vector<std::string> cells_, apart_, notes_;
    bool inTable_ = false;
    std::size_t deletions_ = 0, hidden_ = 0, comments_ = 0;

    Group& now() { return groups_.back(); }

    std::string* target() {
        if (now().hidden || now().deleted)
            return nullptr;
        switch (now().into) {
        case Into::Body:
            return &paragraph_;
        case Into::Title:
            return &title_;
        case Into::Author:
            return &author_;
        case Into::Apart:
            return apart_.empty() ? nullptr : &apart_.back();
        case Into::Note:
            return &note_;
        default:
            return nullptr;
        }
    }

    void open() {
        flushBytes();
        ++at_;
        groups_.push_back(now());
        optional_ = false;
        skip_ = 0;
    }
    void close() {
        flushBytes();
        skip_ = 0;
        if (groups_.size() <= 1)
            return;
        const Into was = now().into;
        groups_.pop_back();
        if (was == Into::Note && now().into != Into::Note) {
            if (!trimmed(note_).empty())
                notes_.push_back(std::string(trimmed(note_)));
            note_.clear();
        }
    }

    void flushBytes() {
        if (bytes_.empty())
            return;
        if (std::string* to = target())
            *to += decodedFrom(bytes_, bytesPage_);
        bytes_.clear();
    }
    void character(char c) {
        if (skip_ > 0) {
            --skip_;
            return;
        }
        if (now().into == Into::Skip || now().into == Into::Fonts || now().into == Into::Info)
            return;
        if (now().hidden)
            ++hidden_;
        if (now().deleted)
            ++deletions_;
        const auto font = fonts_.find(now().font);
        const std::string& page = font != fonts_.end() && !font->second.empty() ? font->second : page_;
        if (page != bytesPage_) {
            flushBytes();
            bytesPage_ = page;
        }
        bytes_ += c;
    }
    void words(std::string_view text) {
        if (skip_ > 0) {
            --skip_;
            return;
        }
        flushBytes();
        if (std::string* to = target())
            *to += text;
    }

    void endParagraph(bool all = false) {
        if (inTable_ && !all) {
            if (!paragraph_.empty())
                paragraph_ += ' ';
            return;
        }
        if (all && !cells_.empty())
            endRow();
        body_.add(paragraph_);
        paragraph_.clear();
    }
    void endCell() {
        cells_.push_back(std::string(trimmed(paragraph_)));
        paragraph_.clear();
    }
    void endRow() {
        const bool data =
            std::all_of(cells_.begin(), cells_.end(), [](const std::string& cell) { return countWords(cell) <= 14; });
        std::string line;
        for (const std::string& cell : cells_) {
            if (!data)
                body_.add(cell);
            else if (!cell.empty())
                line += (line.empty() ? "" : "\t") + cell;
        }
        body_.add(line);
        cells_.clear();
    }

    void control() {
        const std::size_t begin = ++at_;
        if (begin >= in_.size())
            return;
        const char c = in_[at_];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter) {
            ++at_;
            symbol(c);
            return;
        }
        while (at_ < in_.size() && ((in_[at_] >= 'a' && in_[at_] <= 'z') || (in_[at_] >= 'A' && in_[at_] <= 'Z')))
            ++at_;
        const std::string_view name = in_.substr(begin, std::min<std::size_t>(at_ - begin, 32));
        bool negative = false, given = false;
        long long number = 0;
        if (at_ < in_.size() && in_[at_] == '-') {
            negative = true;
            ++at_;
        }
        for (int digits = 0; at_ < in_.size() && in_[at_] >= '0' && in_[at_] <= '9'; ++at_, ++digits)
            if (digits < 10) {
                number = number * 10 + (in_[at_] - '0');
                given = true;
            }
        if (at_ < in_.size() && in_[at_] == ' ')
            ++at_;
        word(name, given, negative ? -number : number);
    }

    void symbol(char c) {
        switch (c) {
        case '\'': {
            if (at_ + 1 >= in_.size()) {
                at_ = in_.size();
                return;
            }
            const int high = hexDigit(in_[at_]), low = hexDigit(in_[at_ + 1]);
            if (high < 0 || low < 0)
                return;
            at_ += 2;
            character(static_cast<char>(static_cast<unsigned char>(high * 16 + low)));
            return;
        }
        case '*':
            optional_ = true;
            return;
        case '~':
            return words("\xC2\xA0");
        case '_':
            return words("-");
        case '-': // an optional hyphen
        case '|':
        case ':':
            return;
        case '\r':
        case '\n':
            flushBytes();
            if (now().into == Into::Body)
                endParagraph();
            return;
        default: // \\ \{ \}
            character(c);
        }
    }

    void word(std::string_view name, bool given, long long number) {
        const bool first = optional_;
        optional_ = false;
        if (name == "bin") {
            at_ += static_cast<std::size_t>(std::clamp<long long>(number, 0, static_cast<long long>(in_.size() - at_)));
            return;
        }
        if (name == "u" && given) {
            unicode(static_cast<std::uint32_t>(number < 0 ? number + 0x10000 : number));
            return;
        }
        if (name == "uc") {
            now().fallback = static_cast<int>(std::clamp<long long>(number, 0, 16));
            return;
        }
        const auto* const special = std::find_if(destinations.begin(), destinations.end(),
                                                 [&](const Destination& d) { return d.name == name; });
        if (name == "annotation") {
            ++comments_;
            enter(Into::Skip);
        } else if (special != destinations.end()) {
            enter(special->into);
        } else if (first && name != "shpinst" && name != "shptxt" && name != "fldrslt") {
            enter(Into::Skip);
        } else if (now().into == Into::Fonts) {
            if (name == "f")
                fontRead_ = static_cast<int>(number);
            else if (name == "fcharset" && fontRead_ >= 0 && fonts_.size() < 5000)
                fonts_[fontRead_] = pageOfCharset(static_cast<int>(number));
        } else if (now().into == Into::Info) {
            flushBytes();
            now().into = name == "title" ? Into::Title : name == "author" ? Into::Author : Into::Skip;
        } else {
            text(name, given, number);
        }
    }
    void enter(Into into) {
        flushBytes();
        if (now().into == Into::Skip) // what is skipped stays so
            return;
        now().into = into;
        if (into == Into::Apart)
            apart_.emplace_back();
    }

    void text(std::string_view name, bool given, long long number) {
        const auto* const found =
            std::find_if(symbols.begin(), symbols.end(), [&](const Symbol& s) { return s.name == name; });
        if (found != symbols.end())
            return words(found->text);
        if (name == "f") {
            flushBytes();
            now().font = static_cast<int>(number);
        } else if (name == "plain") {
            flushBytes();
            now().hidden = now().deleted = false;
        } else if (name == "v") {
            flushBytes();
            now().hidden = !given || number != 0;
        } else if (name == "deleted") {
            flushBytes();
            now().deleted = !given || number != 0;
        } else if (name == "ansicpg" && number > 0 && number < 66000) {
            page_ = number == 65001                    ? std::string("UTF-8")
                    : number >= 1250 && number <= 1258 ? "windows-" + std::to_string(number)
                    : number == 10000                  ? std::string("macintosh")
                                                       : "cp" + std::to_string(number);
        } else if (name == "mac") {
            page_ = "macintosh";
        } else if (name == "pc") {
            page_ = "cp437";
        } else if (name == "pca") {
            page_ = "cp850";
        } else if (now().into == Into::Note && name == "par") {
            words(" ");
        } else if (now().into == Into::Apart && name == "par") {
            words(" ");
        } else if (now().into == Into::Body) {
            if (name == "par" || name == "sect" || name == "page" || name == "column") {
                flushBytes();
                endParagraph();
            } else if (name == "pard") {
                flushBytes();
                inTable_ = false;
            } else if (name == "intbl") {
                inTable_ = true;
            } else if (name == "cell" || name == "nestcell") {
                flushBytes();
                endCell();
            } else if (name == "row" || name == "nestrow") {
                flushBytes();
                endRow();
                inTable_ = false;
            } else if (name == "trowd") {
                inTable_ = true;
            }
        }
    }

    void unicode(std::uint32_t unit) {
        flushBytes();
        std::string out;
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            if (high_ != 0)
                text::appendUtf8(out, 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00));
            high_ = 0;
        } else if (unit < 0x110000 && unit >= 0x20) {
            high_ = 0;
            text::appendUtf8(out, unit);
        }
        if (std::string* to = target())
            *to += out;
        skip_ = now().fallback;
    }
};

} // namespace

Converted readRtf(std::string_view bytes) {
    return Reader(bytes).read();
}

} // namespace countercheck::intake
