// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/metadata.h"

#include "core/intake/dateline.h"

#include <algorithm>
#include <array>
#include <vector>

namespace countercheck::intake {

namespace {

constexpr std::size_t headBytes = 16 << 10, tailBytes = 2 << 10;
constexpr std::size_t headLines = 12; ///< lines with words in which "Published: …" is looked for
constexpr std::size_t titleBytes = 220;

enum class Key { None, Title, Publisher, Source, Published, Updated, Url, Language, Captured, Author, Other };
struct KeyWord {
    std::string_view name; ///< lower case
    Key key;
};
constexpr std::array keyWords = {KeyWord{"title", Key::Title},
                                 KeyWord{"headline", Key::Title},
                                 KeyWord{"titre", Key::Title},
                                 KeyWord{"publisher", Key::Publisher},
                                 KeyWord{"outlet", Key::Publisher},
                                 KeyWord{"site", Key::Publisher},
                                 KeyWord{"newspaper", Key::Publisher},
                                 KeyWord{"publication", Key::Publisher},
                                 KeyWord{"média", Key::Publisher},
                                 KeyWord{"media", Key::Publisher},
                                 KeyWord{"éditeur", Key::Publisher},
                                 KeyWord{"source", Key::Source},
                                 KeyWord{"credit", Key::Source},
                                 KeyWord{"crédit", Key::Source},
                                 KeyWord{"agency", Key::Source},
                                 KeyWord{"agence", Key::Source},
                                 KeyWord{"date", Key::Published},
                                 KeyWord{"published", Key::Published},
                                 KeyWord{"posted", Key::Published},
                                 KeyWord{"publié", Key::Published},
                                 KeyWord{"published at", Key::Published},
                                 KeyWord{"published on", Key::Published},
                                 KeyWord{"date published", Key::Published},
                                 KeyWord{"publié le", Key::Published},
                                 KeyWord{"publication date", Key::Published},
                                 KeyWord{"date de publication", Key::Published},
                                 KeyWord{"datepublished", Key::Published},
                                 KeyWord{"pubdate", Key::Published},
                                 KeyWord{"updated", Key::Updated},
                                 KeyWord{"last updated", Key::Updated},
                                 KeyWord{"modified", Key::Updated},
                                 KeyWord{"mis à jour", Key::Updated},
                                 KeyWord{"mis à jour le", Key::Updated},
                                 KeyWord{"url", Key::Url},
                                 KeyWord{"link", Key::Url},
                                 KeyWord{"lien", Key::Url},
                                 KeyWord{"permalink", Key::Url},
                                 KeyWord{"canonical", Key::Url},
                                 KeyWord{"retrieved from", Key::Url},
                                 KeyWord{"language", Key::Language},
                                 KeyWord{"lang", Key::Language},
                                 KeyWord{"langue", Key::Language},
                                 KeyWord{"captured", Key::Captured},
                                 KeyWord{"retrieved", Key::Captured},
                                 KeyWord{"accessed", Key::Captured},
                                 KeyWord{"consulté le", Key::Captured},
                                 KeyWord{"author", Key::Author},
                                 KeyWord{"byline", Key::Author},
                                 KeyWord{"by", Key::Author},
                                 KeyWord{"auteur", Key::Author},
                                 KeyWord{"section", Key::Other},
                                 KeyWord{"tags", Key::Other},
                                 KeyWord{"keywords", Key::Other},
                                 KeyWord{"description", Key::Other},
                                 KeyWord{"rubrique", Key::Other}};

/// Agencies that sign their reports in the dateline.
constexpr std::array<std::string_view, 34> agencies = {"AFP",
                                                       "AP",
                                                       "Reuters",
                                                       "dpa",
                                                       "DPA",
                                                       "EFE",
                                                       "ANSA",
                                                       "Xinhua",
                                                       "TASS",
                                                       "Interfax",
                                                       "UPI",
                                                       "PTI",
                                                       "ANI",
                                                       "IANS",
                                                       "APS",
                                                       "APA",
                                                       "Anadolu",
                                                       "AA",
                                                       "Kyodo",
                                                       "Yonhap",
                                                       "Belga",
                                                       "ANP",
                                                       "Bloomberg",
                                                       "CNN",
                                                       "BBC",
                                                       "NNA",
                                                       "MAP",
                                                       "PANA",
                                                       "CNS",
                                                       "The Associated Press",
                                                       "Associated Press",
                                                       "Agence France-Presse",
                                                       "Reuters Health",
                                                       "Anadolu Agency"};

struct LanguageName {
    std::string_view name, tag;
};
constexpr std::array languageNames = {LanguageName{"english", "en"},    LanguageName{"anglais", "en"},
                                      LanguageName{"french", "fr"},     LanguageName{"français", "fr"},
                                      LanguageName{"german", "de"},     LanguageName{"deutsch", "de"},
                                      LanguageName{"spanish", "es"},    LanguageName{"español", "es"},
                                      LanguageName{"portuguese", "pt"}, LanguageName{"arabic", "ar"}};

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

std::string_view trimmed(std::string_view s) {
    while (!s.empty()) {
        if (isBlank(s.front()))
            s.remove_prefix(1);
        else if (s.starts_with("\xC2\xA0"))
            s.remove_prefix(2);
        else if (s.starts_with("\xEF\xBB\xBF"))
            s.remove_prefix(3);
        else
            break;
    }
    while (!s.empty()) {
        if (isBlank(s.back()))
            s.remove_suffix(1);
        else if (s.ends_with("\xC2\xA0"))
            s.remove_suffix(2);
        else if (s.ends_with(".\xC3\x82")) // what is left of a no-break blank that was garbled: "said.Â"
            s.remove_suffix(2);
        else
            break;
    }
    return s;
}

std::string lowered(std::string_view words) {
    std::string out(words);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (isUpper(out[i]))
            out[i] = static_cast<char>(out[i] + 32);
        else if (out[i] == '\xC3' && i + 1 < out.size() && static_cast<unsigned char>(out[i + 1]) <= 0x9E)
            out[i + 1] = static_cast<char>(out[i + 1] + 32);
    }
    return out;
}

std::size_t countWords(std::string_view s) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : s) {
        words += !isBlank(c) && !inside;
        inside = !isBlank(c);
    }
    return words;
}

/// As many words or more? A long line is not read to its end.
bool hasWords(std::string_view s, std::size_t least) {
    bool inside = false;
    for (std::size_t i = 0; i < s.size() && least > 0; ++i) {
        least -= !isBlank(s[i]) && !inside;
        inside = !isBlank(s[i]);
    }
    return least == 0;
}

/// Does it end as a sentence does: with a point, perhaps inside closing quotes? An ellipsis and "?" do not count.
bool endsWithStop(std::string_view s) {
    static constexpr std::array<std::string_view, 6> closing = {"\"",           "'",       ")", "\xE2\x80\x9D",
                                                                "\xE2\x80\x99", "\xC2\xBB"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : closing)
            if (s.ends_with(mark)) {
                s = trimmed(s.substr(0, s.size() - mark.size()));
                again = true;
            }
    }
    return s.ends_with('.') && !s.ends_with("...");
}

/// A running paragraph: long, or a whole sentence of some length.
bool isBody(std::string_view line) {
    return line.size() > titleBytes || (endsWithStop(line) && hasWords(line, 8)) || hasWords(line, 31);
}

bool isUrl(std::string_view s) {
    return (s.starts_with("http://") || s.starts_with("https://")) && s.size() > 10 && s.size() < 2000 &&
           std::none_of(s.begin(), s.end(), isBlank) && s.find('.') != std::string_view::npos &&
           s.find_first_of("<>\"") == std::string_view::npos;
}

/// "www.example.org" → "example.org"; empty when there is no host.
std::string hostOf(std::string_view url) {
    std::size_t at = url.find("://");
    if (at == std::string_view::npos)
        return {};
    url.remove_prefix(at + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if ((at = url.rfind('@')) != std::string_view::npos)
        url.remove_prefix(at + 1);
    url = url.substr(0, url.find(':'));
    std::string host = lowered(url);
    if (host.starts_with("www."))
        host.erase(0, 4);
    return host;
}

std::string unquoted(std::string_view s) {
    s = trimmed(s);
    if (s.size() < 2 || (s.front() != '"' && s.front() != '\'') || s.back() != s.front())
        return std::string(s);
    const char mark = s.front();
    std::string out;
    for (std::size_t i = 1; i + 1 < s.size(); ++i) {
        if (mark == '"' && s[i] == '\\' && i + 2 < s.size())
            ++i;
        else if (mark == '\'' && s[i] == '\'' && i + 2 < s.size() && s[i + 1] == '\'')
            ++i;
        out += s[i];
    }
    return out;
}

/// A name such as an outlet bears: short, no sentence, no list of several.
bool isName(std::string_view s) {
    return !s.empty() && s.size() <= 60 && countWords(s) <= 6 && !s.ends_with('.') && !s.ends_with(':') &&
           s.find(',') == std::string_view::npos && s.find(';') == std::string_view::npos &&
           s.find(" via ") == std::string_view::npos && !isLower(s.front()) && !isDigit(s.front());
}

std::string languageTag(std::string_view words) {
    const std::string lower = lowered(trimmed(words));
    for (const LanguageName& language : languageNames)
        if (lower == language.name)
            return std::string(language.tag);
    const std::size_t dash = lower.find_first_of("-_");
    const std::string_view main = std::string_view(lower).substr(0, dash);
    if (main.size() < 2 || main.size() > 3 || !std::all_of(main.begin(), main.end(), isLower) || lower.size() > 12)
        return {};
    std::string tag(trimmed(words));
    std::replace(tag.begin(), tag.end(), '_', '-');
    return tag;
}

/// "Key: value" with a key that is known. `value` is trimmed.
Key keyOf(std::string_view line, std::string_view& value) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 40)
        return Key::None;
    std::string name = lowered(trimmed(line.substr(0, colon)));
    std::erase_if(name, [](char c) { return c == '*' || c == '#'; }); // Markdown's emphasis
    std::replace(name.begin(), name.end(), '_', ' ');
    const auto it =
        std::find_if(keyWords.begin(), keyWords.end(), [&](const KeyWord& w) { return w.name == trimmed(name); });
    if (it == keyWords.end())
        return Key::None;
    value = trimmed(line.substr(colon + 1));
    while (value.starts_with('*'))
        value = trimmed(value.substr(1));
    return it->key;
}

bool isByline(std::string_view line) {
    const auto opens = [&](std::string_view cue) {
        return line.size() > cue.size() && line.starts_with(cue) && isUpper(line[cue.size()]);
    };
    return (opens("By ") || opens("BY ") || opens("by ") || opens("Par ") || opens("PAR ")) && !hasWords(line, 15) &&
           !endsWithStop(line);
}

/// The agency that signs a dateline: "PARIS, Jan 13 (Reuters) - …", "(AFP) – …", "BAMAKO, Mali (AP) — …".
std::string datelineAgency(std::string_view paragraph, std::string* published) {
    const std::size_t open = paragraph.find('(');
    if (open == std::string_view::npos || open > 60)
        return {};
    const std::size_t close = paragraph.find(')', open);
    if (close == std::string_view::npos || close - open < 3 || close - open > 32)
        return {};
    const std::string_view after = trimmed(paragraph.substr(close + 1, 8));
    if (!(after.starts_with('-') || after.starts_with("\xE2\x80\x93") || after.starts_with("\xE2\x80\x94")))
        return {};
    const std::string_view name = trimmed(paragraph.substr(open + 1, close - open - 1));
    const std::string_view place = trimmed(paragraph.substr(0, open));
    const bool known = std::find(agencies.begin(), agencies.end(), name) != agencies.end();
    const std::string_view town = place.substr(0, place.find(','));
    const bool shouted = !town.empty() && std::none_of(town.begin(), town.end(), isLower) &&
                         std::any_of(town.begin(), town.end(), isUpper);
    if (!(known ? place.empty() || shouted || countWords(place) <= 6 : shouted && isName(name)))
        return {};
    if (const std::size_t comma = place.find(','); comma != std::string_view::npos && published) {
        // "Jan 13, 2026": the day on which the agency filed it; without a year it tells nothing.
        if (const auto date = dateLine(place.substr(comma + 1)))
            *published = date->published;
    }
    return std::string(name);
}

struct Line {
    std::string_view words; ///< trimmed, not empty
    std::size_t number = 0;
};

std::vector<Line> linesOf(std::string_view text) {
    std::vector<Line> lines;
    std::size_t number = 0, carriage = std::min(text.find('\r'), text.size());
    for (std::size_t at = 0; at < text.size(); ++number) {
        if (carriage < at)
            carriage = std::min(text.find('\r', at), text.size());
        const std::size_t end = std::min(std::min(text.find('\n', at), text.size()), carriage);
        if (const std::string_view words = trimmed(text.substr(at, end - at)); !words.empty())
            lines.push_back({words, number});
        at = end + 1;
    }
    return lines;
}

class Finder {
public:
    Metadata find(std::string_view text) {
        std::vector<Line> lines = linesOf(text.substr(0, headBytes));
        std::size_t at = frontMatter(lines);
        head(lines, at);
        if (text.size() > headBytes)
            lines = linesOf(text.substr(std::max(text.size() - tailBytes, headBytes)));
        tail(lines, text.size() > headBytes ? 0 : at);
        settle();
        return out_;
    }

private:
    Metadata out_;
    std::string updated_, source_, agency_, agencyDate_, title_;

    static void set(std::string& field, std::string_view value) {
        if (field.empty())
            field = value;
    }

    /// Takes a "Key: value" line; false when it is not to be believed.
    bool take(Key key, std::string_view value, bool fenced) {
        dossier::ArticleInfo& info = out_.info;
        switch (key) {
        case Key::None:
            return false;
        case Key::Title:
            if (value.empty() || value.size() > 2 * titleBytes)
                return false;
            set(info.title, unquoted(value));
            return true;
        case Key::Publisher:
        case Key::Source: {
            const std::string name = unquoted(value);
            if (isUrl(name)) {
                set(info.url, name);
                return true;
            }
            if (!fenced && !isName(name))
                return false;
            set(key == Key::Publisher ? info.publisher : source_, name);
            return true;
        }
        case Key::Published:
        case Key::Updated: {
            const auto date = dateLine(unquoted(value));
            if (!date)
                return false;
            set(key == Key::Published ? info.published : updated_, date->published);
            set(updated_, date->updated);
            return true;
        }
        case Key::Url: {
            const std::string url = unquoted(value);
            if (!isUrl(url))
                return false;
            set(info.url, url);
            return true;
        }
        case Key::Language: {
            const std::string tag = languageTag(unquoted(value));
            if (tag.empty())
                return false;
            set(info.language, tag);
            return true;
        }
        case Key::Captured: {
            const auto date = dateLine(unquoted(value));
            if (date)
                set(out_.captured, date->published);
            return date.has_value();
        }
        case Key::Author:
            return fenced || (countWords(value) <= 12 && !endsWithStop(value));
        case Key::Other:
            return fenced || value.size() <= 120;
        }
        return false;
    }

    /// YAML-like front matter between lines of dashes. Returns the index of the line behind it.
    std::size_t frontMatter(const std::vector<Line>& lines) {
        if (lines.empty() || lines[0].words != "---")
            return 0;
        std::size_t end = 1;
        while (end < lines.size() && lines[end].words != "---" && lines[end].words != "...")
            ++end;
        if (end == lines.size() || end > 40)
            return 0;
        for (std::size_t i = 1; i < end; ++i) {
            std::string_view value;
            const Key key = keyOf(lines[i].words, value);
            take(key, value, true);
        }
        return end + 1;
    }

    /// A date line, alone or behind a byline. True when `line` is one.
    bool takeDate(std::string_view line) {
        const auto use = [&](const DateLine& date) {
            set(out_.info.published, date.published);
            set(updated_, date.updated);
            return true;
        };
        if (const auto date = dateLine(line))
            return use(*date);
        if (line.size() > 160)
            return false;
        // "By Ada Diallo | January 13, 2026", "Kayes Post · 13 janvier 2026"
        static constexpr std::array<std::string_view, 4> dividers = {" | ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " - "};
        for (const std::string_view divider : dividers) {
            const std::size_t at = line.find(divider);
            if (at == std::string_view::npos)
                continue;
            const std::string_view before = trimmed(line.substr(0, at));
            const std::string_view behind = trimmed(line.substr(at + divider.size()));
            const auto date = dateLine(behind);
            if (date && (isByline(before) || (divider != " - " && countWords(before) <= 6)))
                return use(*date);
            const auto first = dateLine(before);
            if (first && (isByline(behind) || (divider != " - " && countWords(behind) <= 6)))
                return use(*first);
        }
        // "By Ada Diallo Published: January 13, 2026"
        if (isByline(line))
            for (const std::string_view cue : {"Published", "Posted", "Updated", "Publié"})
                if (const std::size_t at = line.find(cue); at != std::string_view::npos)
                    if (const auto date = dateLine(line.substr(at)))
                        return use(*date);
        return false;
    }

    void head(const std::vector<Line>& lines, std::size_t begin) {
        std::size_t seen = 0, bodies = 0;
        std::string_view title;
        bool titleFollowed = false, titleDone = false;
        for (std::size_t i = begin; i < lines.size() && seen < headLines && bodies < 3; ++i, ++seen) {
            std::string_view line = lines[i].words;
            std::string_view value;
            const Key key = bodies < 2 ? keyOf(line, value) : Key::None;
            if (key != Key::None && take(key, value, false))
                continue;
            if (isUrl(line)) {
                if (bodies == 0)
                    set(out_.info.url, line);
                continue;
            }
            // Behind a standfirst there may be a date line still; the last line of all is a signature or an event's
            // date.
            if ((bodies == 0 || (bodies == 1 && i + 1 < lines.size())) && takeDate(line))
                continue;
            if (seen == 0)
                if (const auto leading = leadingDateLine(line)) {
                    set(out_.info.published, leading->published);
                    set(updated_, leading->updated);
                    line = trimmed(line.substr(leading->end));
                }
            if (isByline(line))
                continue;
            while (line.starts_with('#')) // Markdown's heading
                line = trimmed(line.substr(1));
            if (isBody(line)) {
                ++bodies;
                titleFollowed = titleFollowed || !title.empty();
                titleDone = true;
                if (agency_.empty())
                    agency_ = datelineAgency(line, &agencyDate_);
                if (bodies == 1)
                    closingDate(line);
            } else if (bodies == 0 && closingDate(line)) {
                titleFollowed = true;
            } else if (!titleDone && title.empty() && !endsWithStop(line) && hasWords(line, 2)) {
                title = line;
            } else if (!title.empty()) {
                titleFollowed = true;
            }
        }
        if (titleFollowed)
            title_ = title;
    }

    /// A standfirst that closes with the date as a sentence of its own: "… 'brides.' August 9, 2011".
    bool closingDate(std::string_view line) {
        if (line.size() > 400)
            return false;
        static constexpr std::array<std::string_view, 5> ends = {". ", ".' ", ".\" ", ".\xE2\x80\x9D ",
                                                                 ".\xE2\x80\x99 "};
        constexpr std::size_t far = 60;
        line.remove_prefix(line.size() - std::min(line.size(), far)); // a date is short
        for (const std::string_view mark : ends)
            for (std::size_t at = line.size(); at > 0 && (at = line.rfind(mark, at - 1)) != std::string_view::npos;) {
                if (const auto date = dateLine(line.substr(at + mark.size()))) {
                    set(out_.info.published, date->published);
                    return true;
                }
            }
        return false;
    }

    void tail(const std::vector<Line>& lines, std::size_t begin) {
        const std::size_t first = std::max(begin, lines.size() > 5 ? lines.size() - 5 : std::size_t{0});
        for (std::size_t i = first; i < lines.size(); ++i) {
            std::string_view value;
            const Key key = keyOf(lines[i].words, value);
            if (key == Key::Published || key == Key::Updated || key == Key::Url || key == Key::Source ||
                key == Key::Captured)
                take(key, value, false);
            else if (isUrl(lines[i].words))
                set(out_.info.url, lines[i].words);
            else if (const auto date = dateLine(lines[i].words); date && date->cue) {
                set(out_.info.published, date->published);
                set(updated_, date->updated);
            }
        }
    }

    void settle() {
        dossier::ArticleInfo& info = out_.info;
        set(info.title, title_);
        set(info.published, updated_);
        set(info.published, agencyDate_);
        set(info.publisher, source_);
        set(info.publisher, hostOf(info.url));
        set(info.publisher, agency_);
    }
};

} // namespace

Metadata metadataFromText(std::string_view utf8) {
    return Finder().find(utf8);
}

dossier::ArticleInfo infoFromText(std::string_view utf8) {
    return Finder().find(utf8).info;
}

} // namespace countercheck::intake
