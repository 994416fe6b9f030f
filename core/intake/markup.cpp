// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/markup.h"

#include "core/intake/page.h"
#include "core/intake/strings.h"
#include "core/text/utf8.h"

#include <array>
#include <optional>

namespace countercheck::intake {

namespace {

constexpr std::string_view none{};

/// One piece of markup, or of text between markup.
struct Piece {
    enum Kind { Text, Start, End, Cdata, Other } kind = Text;
    std::string_view all;  ///< as it stands there
    std::string_view name; ///< of a tag, with its prefix
    bool closed = false;   ///< <x/>
};

class Scanner {
public:
    explicit Scanner(std::string_view xml) : in_(xml) {}
    std::optional<Piece> next() {
        if (at_ >= in_.size())
            return std::nullopt;
        const std::size_t begin = at_;
        Piece piece;
        if (in_[at_] != '<') {
            at_ = std::min(in_.find('<', at_), in_.size());
            piece.all = in_.substr(begin, at_ - begin);
            return piece;
        }
        const auto until = [&](std::string_view mark, std::size_t from) {
            const std::size_t end = in_.find(mark, from);
            at_ = end == std::string_view::npos ? in_.size() : end + mark.size();
        };
        if (in_.substr(at_, 9) == "<![CDATA[") {
            piece.kind = Piece::Cdata;
            until("]]>", at_ + 9);
        } else if (in_.substr(at_, 4) == "<!--") {
            piece.kind = Piece::Other;
            until("-->", at_ + 4);
        } else if (in_.substr(at_, 2) == "<?") {
            piece.kind = Piece::Other;
            until("?>", at_ + 2);
        } else if (in_.substr(at_, 2) == "<!") {
            piece.kind = Piece::Other;
            const std::size_t bracket = in_.find_first_of("[>", at_);
            until(bracket != std::string_view::npos && in_[bracket] == '[' ? std::string_view("]>")
                                                                           : std::string_view(">"),
                  at_);
        } else {
            piece.kind = in_.substr(at_, 2) == "</" ? Piece::End : Piece::Start;
            char quote = 0;
            std::size_t i = at_ + 1;
            for (; i < in_.size(); ++i) {
                if (quote != 0)
                    quote = in_[i] == quote ? '\0' : quote;
                else if (in_[i] == '"' || in_[i] == '\'')
                    quote = in_[i];
                else if (in_[i] == '>')
                    break;
            }
            at_ = std::min(i + 1, in_.size());
            std::string_view name = in_.substr(begin + (piece.kind == Piece::End ? 2 : 1));
            piece.name = name.substr(0, std::min(name.find_first_of(" \t\r\n/>"), at_ - begin));
            piece.closed = piece.kind == Piece::Start && i > begin && i <= in_.size() && in_[i - 1] == '/';
        }
        piece.all = in_.substr(begin, at_ - begin);
        return piece;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    std::string_view in_;
    std::size_t at_ = 0;
};

std::string_view localOf(std::string_view name) {
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

template <class Matches> std::vector<MarkupElement> find(std::string_view xml, const Matches& matches, bool onlyFirst) {
    std::vector<MarkupElement> out;
    Scanner scanner(xml);
    std::size_t begin = 0, innerBegin = 0;
    int depth = 0;
    std::string_view tag;
    while (const auto piece = scanner.next()) {
        if ((piece->kind != Piece::Start && piece->kind != Piece::End) || !matches(piece->name))
            continue;
        const std::size_t start = scanner.at() - piece->all.size();
        if (piece->kind == Piece::Start) {
            if (piece->closed) {
                if (depth == 0)
                    out.push_back({piece->all, piece->all, none});
            } else if (depth++ == 0) {
                begin = start;
                innerBegin = scanner.at();
                tag = piece->all;
            }
        } else if (depth > 0 && --depth == 0) {
            out.push_back({xml.substr(begin, scanner.at() - begin), tag, xml.substr(innerBegin, start - innerBegin)});
        }
        if (onlyFirst && !out.empty())
            break;
    }
    return out;
}

/// A character reference's point; none that no text may hold.
void appendPoint(std::string& out, unsigned long v) {
    if (v < 0x20 && v != '\n' && v != '\t')
        return;
    if (v > 0x10FFFF || (v >= 0xD800 && v < 0xE000))
        return;
    text::appendUtf8(out, static_cast<char32_t>(v));
}

std::string withEntities(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : std::string_view::npos;
        if (end == std::string_view::npos || end < 2) {
            out += text[i];
            continue;
        }
        const std::string name(text.substr(i + 1, end - 1));
        struct Entity {
            std::string_view name, text;
        };
        static constexpr std::array known = {Entity{"lt", "<"}, Entity{"gt", ">"}, Entity{"amp", "&"},
                                             Entity{"quot", "\""}, Entity{"apos", "'"}};
        std::string found;
        for (const Entity& entity : known)
            if (entity.name == name)
                found = entity.text;
        if (name[0] == '#' && name.size() > 1) {
            const bool hex = name[1] == 'x' || name[1] == 'X';
            const std::string digits = name.substr(hex ? 2 : 1);
            if (!digits.empty() &&
                digits.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789") == std::string::npos &&
                digits.size() < 9)
                appendPoint(found, std::stoul(digits, nullptr, hex ? 16 : 10));
        } else if (found.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                           "0123456789") == std::string::npos) {
            if (const std::string word = textOfHtml('&' + name + ';'); word != '&' + name + ';')
                found = name == "nbsp" ? std::string("\xC2\xA0") : word;
        }
        if (found.empty()) {
            out += text[i];
            continue;
        }
        out += found;
        i += end;
    }
    return out;
}

} // namespace

std::vector<MarkupElement> elementsOf(std::string_view xml, std::string_view name) {
    return find(
        xml, [&](std::string_view found) { return localOf(found) == name; }, false);
}

MarkupElement firstElement(std::string_view xml, std::string_view qualifiedName) {
    const auto found = find(
        xml, [&](std::string_view name) { return name == qualifiedName; }, true);
    return found.empty() ? MarkupElement{} : found.front();
}

std::string attributeIn(std::string_view tag, std::string_view name) {
    for (std::size_t at = 0; (at = tag.find(name, at)) != std::string_view::npos; at += name.size()) {
        if (at == 0 || (tag[at - 1] != ' ' && tag[at - 1] != '\n' && tag[at - 1] != '\t' && tag[at - 1] != '\r'))
            continue;
        std::size_t i = tag.find_first_not_of(" \t\r\n", at + name.size());
        if (i == std::string_view::npos || tag[i] != '=')
            continue;
        i = tag.find_first_not_of(" \t\r\n", i + 1);
        if (i == std::string_view::npos || (tag[i] != '"' && tag[i] != '\''))
            continue;
        const std::size_t end = tag.find(tag[i], i + 1);
        if (end == std::string_view::npos)
            return {};
        return withEntities(tag.substr(i + 1, end - i - 1));
    }
    return {};
}

std::string charactersOf(std::string_view inner) {
    std::string out;
    Scanner scanner(inner);
    while (const auto piece = scanner.next()) {
        if (piece->kind == Piece::Text) {
            out += withEntities(piece->all);
        } else if (piece->kind == Piece::Cdata) {
            std::string_view words = piece->all.substr(9);
            if (words.ends_with("]]>"))
                words.remove_suffix(3);
            out += words;
        }
    }
    return out;
}

} // namespace countercheck::intake
