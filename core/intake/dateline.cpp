// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/dateline.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <vector>

namespace countercheck::intake {

namespace {

struct Word {
    std::string_view name; ///< lower case, without a final point
    int value;
};

constexpr std::array months = {
    Word{"january", 1},   Word{"jan", 1},      Word{"janvier", 1},   Word{"janv", 1},      Word{"february", 2},
    Word{"feb", 2},       Word{"février", 2},  Word{"fevrier", 2},   Word{"févr", 2},      Word{"fév", 2},
    Word{"march", 3},     Word{"mar", 3},      Word{"mars", 3},      Word{"april", 4},     Word{"apr", 4},
    Word{"avril", 4},     Word{"avr", 4},      Word{"may", 5},       Word{"mai", 5},       Word{"june", 6},
    Word{"jun", 6},       Word{"juin", 6},     Word{"july", 7},      Word{"jul", 7},       Word{"juillet", 7},
    Word{"juil", 7},      Word{"august", 8},   Word{"aug", 8},       Word{"août", 8},      Word{"aout", 8},
    Word{"september", 9}, Word{"sept", 9},     Word{"sep", 9},       Word{"septembre", 9}, Word{"october", 10},
    Word{"oct", 10},      Word{"octobre", 10}, Word{"november", 11}, Word{"nov", 11},      Word{"novembre", 11},
    Word{"december", 12}, Word{"dec", 12},     Word{"décembre", 12}, Word{"déc", 12}};

constexpr std::array<std::string_view, 34> weekdays = {
    "monday", "mon",    "lundi",    "lun",      "tuesday",  "tue",      "tues", "mardi",  "wednesday",
    "wed",    "weds",   "mercredi", "mer",      "thursday", "thu",      "thur", "thurs",  "jeudi",
    "jeu",    "friday", "fri",      "vendredi", "ven",      "saturday", "sat",  "samedi", "sam",
    "sunday", "sun",    "dimanche", "dim",      "mar",      "noon",     "midi"};

enum Cue { Publishes = 1, Updates, Joins }; // Joins: says nothing of its own ("on", "le", "at")
constexpr std::array cues = {Word{"published", Publishes},
                             Word{"posted", Publishes},
                             Word{"date", Publishes},
                             Word{"released", Publishes},
                             Word{"issued", Publishes},
                             Word{"filed", Publishes},
                             Word{"created", Publishes},
                             Word{"publication", Publishes},
                             Word{"publié", Publishes},
                             Word{"publie", Publishes},
                             Word{"publiée", Publishes},
                             Word{"paru", Publishes},
                             Word{"parution", Publishes},
                             Word{"updated", Updates},
                             Word{"modified", Updates},
                             Word{"jour", Updates},
                             Word{"modifié", Updates},
                             Word{"actualisé", Updates},
                             Word{"update", Updates},
                             Word{"first", Joins},
                             Word{"last", Joins},
                             Word{"on", Joins},
                             Word{"at", Joins},
                             Word{"of", Joins},
                             Word{"le", Joins},
                             Word{"la", Joins},
                             Word{"de", Joins},
                             Word{"mis", Joins},
                             Word{"mise", Joins},
                             Word{"à", Joins},
                             Word{"a", Joins},
                             Word{"et", Joins},
                             Word{"and", Joins},
                             Word{"heure", Joins},
                             Word{"local", Joins},
                             Word{"time", Joins},
                             Word{"dernière", Joins},
                             Word{"uk", Joins},
                             Word{"paris", Joins}};

struct Zone {
    std::string_view name;
    std::string_view offset; ///< empty: known as a zone, yet ambiguous or not fixed
};
constexpr std::array zones = {
    Zone{"gmt", "Z"},       Zone{"utc", "Z"},      Zone{"z", "Z"},         Zone{"edt", "-04:00"},
    Zone{"est", "-05:00"},  Zone{"cdt", "-05:00"}, Zone{"mdt", "-06:00"},  Zone{"pdt", "-07:00"},
    Zone{"pst", "-08:00"},  Zone{"cet", "+01:00"}, Zone{"cest", "+02:00"}, Zone{"aest", "+10:00"},
    Zone{"aedt", "+11:00"}, Zone{"hkt", "+08:00"}, Zone{"wat", "+01:00"},  Zone{"eat", "+03:00"},
    Zone{"sast", "+02:00"}, Zone{"bst", ""},       Zone{"cst", ""},        Zone{"mst", ""},
    Zone{"ist", ""},        Zone{"et", ""},        Zone{"pt", ""},         Zone{"ct", ""},
    Zone{"mt", ""}};

struct Piece {
    enum Kind { Letters, Digits, Sign } kind = Sign;
    std::string_view words;
    std::string lower;
    bool capital = false;
    bool spaceBefore = false;
    std::size_t begin = 0, end = 0;
    [[nodiscard]] int number() const {
        int value = 0;
        for (const char c : words.substr(0, 8))
            value = value * 10 + (c - '0');
        return value;
    }
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Lower case for ASCII and for Latin letters with accents of two bytes.
std::string lowered(std::string_view words) {
    std::string out(words);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] >= 'A' && out[i] <= 'Z')
            out[i] = static_cast<char>(out[i] + 32);
        else if (out[i] == '\xC3' && i + 1 < out.size() && static_cast<unsigned char>(out[i + 1]) <= 0x9E)
            out[i + 1] = static_cast<char>(out[i + 1] + 32);
    }
    return out;
}

std::vector<Piece> split(std::string_view line, std::size_t most = 64) {
    std::vector<Piece> pieces;
    bool space = false;
    for (std::size_t at = 0; at < line.size() && pieces.size() < most;) {
        const char c = line[at];
        if (c == ' ' || c == '\t' || c == '\r') {
            space = true;
            ++at;
            continue;
        }
        if (line.substr(at).starts_with("\xC2\xA0") || line.substr(at).starts_with("\xE2\x80\xAF")) { // no-break blanks
            space = true;
            at += c == '\xC2' ? 2 : 3;
            continue;
        }
        Piece piece;
        piece.begin = at;
        if (isDigit(c)) {
            piece.kind = Piece::Digits;
            while (at < line.size() && isDigit(line[at]))
                ++at;
        } else if (isAsciiLetter(c) || c == '\xC3') {
            piece.kind = Piece::Letters;
            while (at < line.size() && (isAsciiLetter(line[at]) || (line[at] == '\xC3' && at + 1 < line.size())))
                at += line[at] == '\xC3' ? 2 : 1;
        } else {
            ++at;
            while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80)
                ++at;
        }
        piece.end = at;
        piece.words = line.substr(piece.begin, at - piece.begin);
        piece.lower = lowered(piece.words);
        piece.capital = (c >= 'A' && c <= 'Z') || c == '\xC3';
        piece.spaceBefore = space;
        space = false;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

template <std::size_t N> const Word* find(const std::array<Word, N>& words, std::string_view name) {
    const auto it = std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.name == name; });
    return it == words.end() ? nullptr : &*it;
}

bool dayExists(int year, int month, int day) {
    static constexpr std::array<int, 13> days = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month)])
        return false;
    return month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

std::string isoDay(int year, int month, int day) {
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
    return buffer.data();
}

/// Reads pieces from left to right; each taker consumes what it knows or nothing.
class Reader {
public:
    explicit Reader(const std::vector<Piece>& pieces) : p_(pieces) {}

    std::size_t at = 0;
    std::size_t endOfDates = 0; ///< just behind the last date, time or zone
    bool sawDay = false;        ///< even when day and month could be swapped

    /// The longest run of pieces that belong to a date line.
    DateLine run() {
        DateLine out;
        Cue role = Publishes;
        std::string day, time, zone;
        const auto flush = [&] {
            if (!day.empty()) {
                std::string& target = role == Updates ? out.updated : out.published;
                if (target.empty())
                    target = time.empty() ? day : day + 'T' + time + zone;
            }
            day.clear();
            time.clear();
            zone.clear();
        };
        while (at < p_.size()) {
            const bool afterTime = afterTime_;
            afterTime_ = false;
            if (takeDay(day, flush) || takeTime(time) || takeZone(time.empty() ? ignored_ : zone, afterTime)) {
                endOfDates = at;
                continue;
            }
            if (takeWeekday())
                continue;
            if (const Word* word = cueAt(at)) {
                // An update's own time may follow the date without another date: "Friday, Sep 10, 2010 | Updated 8:52
                // PM".
                if (word->value == Updates && dayFollows(at + 1))
                    flush();
                if (word->value != Joins) {
                    out.cue = true;
                    if (day.empty())
                        role = word->value == Updates ? Updates : Publishes;
                    else
                        timeIsUpdate_ = true;
                }
                ++at;
                continue;
            }
            if (p_[at].kind == Piece::Sign && isSeparator(p_[at].words)) {
                ++at;
                continue;
            }
            break;
        }
        flush();
        return out;
    }

private:
    const std::vector<Piece>& p_;
    std::string ignored_;
    bool timeIsUpdate_ = false;
    bool afterTime_ = false; ///< the piece before was a time: an offset may follow

    bool is(std::size_t i, Piece::Kind kind) const { return i < p_.size() && p_[i].kind == kind; }
    bool sign(std::size_t i, std::string_view words) const { return is(i, Piece::Sign) && p_[i].words == words; }
    int number(std::size_t i) const { return is(i, Piece::Digits) && p_[i].words.size() <= 4 ? p_[i].number() : -1; }
    bool year(std::size_t i) const {
        return is(i, Piece::Digits) && p_[i].words.size() == 4 && p_[i].number() >= 1900 && p_[i].number() <= 2100;
    }

public:
    static bool isSeparator(std::string_view s) {
        static constexpr std::array<std::string_view, 14> known = {
            ",",        "|",           "-", ":", "(", ")", "@", "/", ".", ";", "\xE2\x80\x93", "\xE2\x80\x94",
            "\xC2\xB7", "\xE2\x80\xA2"};
        return std::find(known.begin(), known.end(), s) != known.end() || s == "*" || s == "#" || s == "_" ||
               s == "[" || s == "]";
    }

private:
    const Word* cueAt(std::size_t i) const { return is(i, Piece::Letters) ? find(cues, p_[i].lower) : nullptr; }
    int monthAt(std::size_t i) const {
        const Word* word = is(i, Piece::Letters) ? find(months, p_[i].lower) : nullptr;
        return word ? word->value : 0;
    }
    /// "st", "nd", "rd", "th", "er" right behind a number.
    std::size_t skipOrdinal(std::size_t i) const {
        static constexpr std::array<std::string_view, 5> endings = {"st", "nd", "rd", "th", "er"};
        if (is(i, Piece::Letters) && !p_[i].spaceBefore &&
            std::find(endings.begin(), endings.end(), p_[i].lower) != endings.end())
            return i + 1;
        return i;
    }
    std::size_t skipSign(std::size_t i, std::string_view a, std::string_view b = {}) const {
        return sign(i, a) || (!b.empty() && sign(i, b)) ? i + 1 : i;
    }
    /// A date at `i`: what it is and where it ends. Sets `past` even when the date is ambiguous (then `iso` is empty).
    bool dayAt(std::size_t i, std::string& iso, std::size_t& past) const {
        iso.clear();
        int y = 0, m = 0, d = 0;
        if (year(i) && (sign(i + 1, "-") || sign(i + 1, "/") || sign(i + 1, ".")) && number(i + 2) >= 1 &&
            sign(i + 3, p_[i + 1].words) && number(i + 4) >= 1) { // 2026-01-13
            y = number(i), m = number(i + 2), d = number(i + 4);
            past = i + 5;
        } else if (number(i) >= 1 && (sign(i + 1, "/") || sign(i + 1, ".") || sign(i + 1, "-")) && number(i + 2) >= 1 &&
                   sign(i + 3, p_[i + 1].words) && year(i + 4)) { // 16/08/2011, 12/19/2005
            const int a = number(i), b = number(i + 2);
            y = number(i + 4);
            past = i + 5;
            if (a > 12 || a == b || sign(i + 1, ".")) // with points the day comes first
                d = a, m = b;
            else if (b > 12)
                m = a, d = b;
            else
                return dayExists(y, a, b); // could be either: a date, yet not one to rely on
        } else if (monthAt(i)) {           // January 13, 2026
            m = monthAt(i);
            std::size_t at2 = skipSign(i + 1, ".");
            d = number(at2);
            if (d < 1 || p_[at2].words.size() > 2)
                return false;
            at2 = skipOrdinal(at2 + 1);
            at2 = skipSign(at2, ",", ".");
            if (!year(at2))
                return false;
            y = number(at2);
            past = at2 + 1;
        } else if (number(i) >= 1 && p_[i].words.size() <= 2) { // 13 January 2026, 1er janvier 2026
            d = number(i);
            std::size_t at2 = skipOrdinal(i + 1);
            at2 = skipSign(at2, "-", ".");
            if (is(at2, Piece::Letters) && p_[at2].lower == "of")
                ++at2;
            m = monthAt(at2);
            if (!m)
                return false;
            at2 = skipSign(at2 + 1, ".");
            at2 = skipSign(at2, ",", "-");
            if (!year(at2))
                return false;
            y = number(at2);
            past = at2 + 1;
        } else {
            return false;
        }
        if (!dayExists(y, m, d))
            return false;
        iso = isoDay(y, m, d);
        return true;
    }
    bool dayFollows(std::size_t i) const {
        std::string iso;
        std::size_t past = 0;
        for (; i < p_.size(); ++i) {
            if (dayAt(i, iso, past))
                return true;
            const Word* word = cueAt(i);
            if (word && word->value != Joins)
                return false;
        }
        return false;
    }
    template <class Flush> bool takeDay(std::string& day, const Flush& flush) {
        std::string iso;
        std::size_t past = 0;
        if (!dayAt(at, iso, past))
            return false;
        if (!day.empty())
            flush();
        sawDay = true;
        day = iso;
        at = past;
        if (is(at, Piece::Letters) && p_[at].lower == "t" && is(at + 1, Piece::Digits)) // the T of ISO 8601
            ++at;
        return true;
    }
    bool takeWeekday() {
        if (!is(at, Piece::Letters) || std::find(weekdays.begin(), weekdays.end(), p_[at].lower) == weekdays.end())
            return false;
        ++at;
        at = skipSign(at, ".");
        return true;
    }
    void keep(std::string& time, int hour, int minute, std::size_t past) {
        at = past;
        if (!time.empty() || timeIsUpdate_)
            return;
        std::array<char, 32> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", hour, minute);
        time = buffer.data();
    }
    /// "am", "p.m." at `i`: 'a', 'p' or 0; moves `i` past it.
    char halfDay(std::size_t& i) const {
        if (!is(i, Piece::Letters))
            return 0;
        const std::string& word = p_[i].lower;
        if (word == "am" || word == "pm") {
            ++i;
            return word[0];
        }
        if ((word == "a" || word == "p") && sign(i + 1, ".") && is(i + 2, Piece::Letters) && p_[i + 2].lower == "m") {
            const char half = word[0];
            i = skipSign(i + 3, ".");
            return half;
        }
        return 0;
    }
    bool takeTime(std::string& time) {
        if (!is(at, Piece::Digits))
            return false;
        int hour = number(at), minute = 0;
        const auto minuteAt = [&](std::size_t i) {
            return is(i, Piece::Digits) && p_[i].words.size() == 2 && number(i) < 60;
        };
        std::size_t past = at + 1;
        bool shaped = false;
        if (p_[at].words.size() <= 2 && (sign(past, ":") || sign(past, ".")) && minuteAt(past + 1)) { // 10:12, 10.12
            minute = number(past + 1);
            shaped = sign(past, ":");
            past += 2;
            if (sign(past, ":") && minuteAt(past + 1)) { // seconds
                past += 2;
                if (sign(past, ".") && is(past + 1, Piece::Digits) && !p_[past + 1].spaceBefore)
                    past += 2;
            }
        } else if (p_[at].words.size() <= 2 && is(past, Piece::Letters) && p_[past].lower == "h") { // 10h12, 10 h
            shaped = true;
            ++past;
            if (minuteAt(past)) {
                minute = number(past);
                ++past;
            }
        } else if (p_[at].words.size() == 4 && is(past, Piece::Letters) && isZone(past)) { // 1052 GMT
            minute = hour % 100;
            hour /= 100;
            shaped = minute < 60;
        } else if (p_[at].words.size() > 2) {
            return false;
        }
        if (const char half = halfDay(past)) {
            if (hour < 1 || hour > 12)
                return false;
            hour = hour % 12 + (half == 'p' ? 12 : 0);
            shaped = true;
        }
        if (!shaped || hour < 0 || hour > 23)
            return false;
        keep(time, hour, minute, past);
        afterTime_ = true;
        return true;
    }
    bool isZone(std::size_t i) const {
        return is(i, Piece::Letters) &&
               std::any_of(zones.begin(), zones.end(), [&](const Zone& z) { return z.name == p_[i].lower; });
    }
    bool takeZone(std::string& zone, bool afterTime) {
        if (is(at, Piece::Letters)) {
            const auto it =
                std::find_if(zones.begin(), zones.end(), [&](const Zone& z) { return z.name == p_[at].lower; });
            // "Et" opens many a French sentence: zones are written in capitals.
            if (it == zones.end() || !p_[at].capital)
                return false;
            ++at;
            if (it->offset == "Z" && takeOffset(zone))
                return true;
            if (zone.empty())
                zone = it->offset;
            return true;
        }
        return afterTime && (sign(at, "+") || (sign(at, "-") && !p_[at].spaceBefore)) && takeOffset(zone);
    }
    /// "+05:00", "+0200", "-5" after a time.
    bool takeOffset(std::string& zone) {
        if (!(sign(at, "+") || sign(at, "-")) || !is(at + 1, Piece::Digits) || p_[at + 1].spaceBefore)
            return false;
        const std::string_view digits = p_[at + 1].words;
        int hours = 0, minutes = 0;
        std::size_t past = at + 2;
        if (digits.size() == 4) {
            hours = number(at + 1) / 100;
            minutes = number(at + 1) % 100;
        } else if (digits.size() <= 2) {
            hours = number(at + 1);
            if (sign(past, ":") && is(past + 1, Piece::Digits) && p_[past + 1].words.size() == 2) {
                minutes = number(past + 1);
                past += 2;
            }
        } else {
            return false;
        }
        if (hours > 14 || minutes > 59)
            return false;
        std::array<char, 32> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", p_[at].words[0], hours, minutes);
        if (zone.empty())
            zone = buffer.data();
        at = past;
        return true;
    }
};

} // namespace

std::optional<DateLine> dateLine(std::string_view line) {
    if (line.size() > 200 || std::none_of(line.begin(), line.end(), isDigit)) // no day without one
        return std::nullopt;
    const std::vector<Piece> pieces = split(line);
    Reader reader(pieces);
    DateLine found = reader.run();
    if (reader.at < pieces.size() || !reader.sawDay)
        return std::nullopt;
    found.end = line.size();
    return found;
}

std::optional<DateLine> leadingDateLine(std::string_view line) {
    line = line.substr(0, 200);
    const std::vector<Piece> first = split(line, 1);
    const Word* const cue = first.empty() ? nullptr : find(cues, first.front().lower);
    if (!cue || cue->value == Joins) // nearly every line
        return std::nullopt;
    const std::vector<Piece> pieces = split(line);
    Reader reader(pieces);
    DateLine found = reader.run();
    reader.at = reader.endOfDates;
    while (reader.at < pieces.size() && pieces[reader.at].kind == Piece::Sign &&
           Reader::isSeparator(pieces[reader.at].words))
        ++reader.at;
    if (!reader.sawDay || reader.at >= pieces.size())
        return std::nullopt;
    // What follows must begin as a text does: the sentence "Published January 13, 2026 in a journal, …" goes on.
    const Piece& next = pieces[reader.at];
    const bool opens = next.capital || next.kind == Piece::Digits || next.words == "\"" ||
                       next.words == "\xE2\x80\x9C" || next.words == "\xC2\xAB";
    if (!opens || !next.spaceBefore || pieces[reader.at - 1].words == ",")
        return std::nullopt;
    found.end = next.begin;
    return found;
}

std::optional<std::string> isoDate(std::string_view words) {
    const std::size_t first = words.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || words.size() - first < 10 || !isDigit(words[first]) ||
        words.find_first_not_of("0123456789-:.+TZ \t\r", first) != std::string_view::npos || words[first + 4] != '-')
        return std::nullopt;
    const std::optional<DateLine> found = dateLine(words.substr(first));
    if (!found || found->published.empty())
        return std::nullopt;
    return found->published;
}

} // namespace countercheck::intake
