// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/scores.h"

#include "core/claim/parts.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace countercheck::compare {

namespace {

bool isGames(std::string_view word) {
    return !word.empty() && word.size() <= 3 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "52-3", "45-7-2": games won, lost and drawn; the token behind it.
struct Games {
    std::string shown;
    std::uint32_t end = 0;
    int most = 0;
};

/// Splits the words of tokens that touch at their dashes.
std::optional<Games> gamesAt(const text::Reading& reading, std::uint32_t first, std::uint32_t end) {
    Games out;
    std::uint32_t t = first;
    while (t < end && (t == first || reading.tokens[t].begin == reading.tokens[t - 1].end)) {
        const std::string_view word = reading.of(reading.tokens[t]);
        const bool dash = word == "-" || word == "\xE2\x80\x93";
        if (!dash && (word.empty() || word[0] < '0' || word[0] > '9'))
            break;
        out.shown += dash ? "-" : word;
        ++t;
    }
    out.end = t;
    for (std::size_t at = out.shown.find("\xE2\x80\x93"); at != std::string::npos; at = out.shown.find("\xE2\x80\x93"))
        out.shown.replace(at, 3, "-");
    int parts = 0;
    for (std::string_view rest = out.shown; !rest.empty(); ++parts) {
        const std::string_view part = rest.substr(0, rest.find('-'));
        if (!isGames(part))
            return std::nullopt;
        out.most = std::max(out.most, std::stoi(std::string(part)));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    }
    return parts == 2 || parts == 3 ? std::optional(std::move(out)) : std::nullopt;
}

/// The name that ends right before the token, or the last one before it; null: none.
const read::Name* nameBefore(const read::Mentions& mentions, std::uint32_t sentence, std::uint32_t token, bool right) {
    const read::Name* out = nullptr;
    for (const read::Name& name : read::inSentence(mentions.names, sentence))
        if ((right ? name.endToken == token : name.endToken <= token) &&
            (name.kind == read::NameKind::Person || name.kind == read::NameKind::Organisation ||
             name.kind == read::NameKind::Other || (right && name.kind == read::NameKind::Place)))
            out = &name;
    return out;
}

/// Does the sentence speak of a season's or a fighter's games?
bool ofGames(const text::Reading& reading, const text::Sentence& s, std::uint32_t behind) {
    for (std::uint32_t t = behind; t < std::min(behind + 4, s.endToken); ++t) // "(52-3, 46 KOs)"
        if (const std::string_view word = reading.of(reading.tokens[t]);
            word.find("KO") != std::string_view::npos || word.starts_with("knockout"))
            return true;
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view event = lexicon.value(reading.tokens[t].word, text::Tag::Event);
        if (event == "win" || event == "score" ||
            claim::oneOf(reading.of(reading.tokens[t]), {"beat", "lost", "game", "games", "season", "streak",
                                                         "rebounds", "defeat", "loss", "victory"}))
            return true;
    }
    return false;
}

std::uint32_t hashOfLast(const text::Reading& reading, const read::Name* name) {
    if (!name)
        return 0;
    const std::string folded = text::foldAccents(reading.of(name->span));
    return static_cast<std::uint32_t>(text::hashBytes(std::string_view(folded).substr(folded.rfind(' ') + 1))) | 1u;
}

/// "Improved to", "dropped to", "took his record to", "with a record of"
bool changedTo(const text::Reading& reading, std::uint32_t first, std::uint32_t token) {
    constexpr std::uint32_t far = 8;
    const std::string_view link = token > first ? reading.of(reading.tokens[token - 1]) : std::string_view();
    if (!claim::oneOf(link, {"to", "of", "is", "at"}))
        return false;
    static constexpr std::array<std::string_view, 15> moves{"improved", "improve", "improves", "improving", "fell",
                                                            "falls",    "fall",    "dropped",  "drops",     "dropping",
                                                            "moved",    "moves",   "slipped",  "record",    "raised"};
    for (std::uint32_t t = token - 1, lowest = std::max(first, token - std::min(token, far)); t-- > lowest;)
        if (const std::string_view word = reading.of(reading.tokens[t]);
            std::find(moves.begin(), moves.end(), word) != moves.end())
            return word == "record" || link == "to";
    return false;
}

} // namespace

/// "3-1": how a match ended, the higher first. A sentence with several tells of sets or of several matches.
void readScore(const text::Reading& reading, std::uint32_t sentence, const BeginFact& begin) {
    const text::Sentence& s = reading.sentences[sentence];
    const text::Lexicon& lexicon = text::Lexicon::of(reading.language);
    if (!s.may(text::HintFigure))
        return;
    const auto digits = [&](std::uint32_t t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        return !word.empty() && word.size() <= 3 &&
               std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    std::vector<text::Span> scores;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        const std::size_t dash = std::max(word.find('-'), word.find("\xE2\x80\x93"));
        if (dash != std::string_view::npos && dash > 0) { // one token
            const std::string_view left = word.substr(0, dash);
            const std::string_view right = word.substr(dash + (word[dash] == '-' ? 1 : 3));
            const auto number = [](std::string_view w) {
                return !w.empty() && w.size() <= 3 &&
                       std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
            };
            if (number(left) && number(right))
                scores.push_back({reading.tokens[t].begin, reading.tokens[t].end});
        } else if (t + 2 < s.endToken && digits(t) && digits(t + 2) &&
                   (reading.of(reading.tokens[t + 1]) == "-" || reading.of(reading.tokens[t + 1]) == "\xE2\x80\x93") &&
                   reading.tokens[t].end == reading.tokens[t + 1].begin) {
            if (t + 3 < s.endToken && reading.of(reading.tokens[t + 3]) == "-" &&
                reading.tokens[t + 3].begin == reading.tokens[t + 2].end) { // "12-5-3": won, lost and drawn
                t += 4;
                continue;
            }
            scores.push_back({reading.tokens[t].begin, reading.tokens[t + 2].end});
            t += 2;
        }
    }
    if (scores.empty()) // nearly every sentence
        return;
    std::string_view stage; // "on penalties", "at half-time"
    std::string buffer;
    bool told = false;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]);
        const std::string_view event = lexicon.value(reading.tokens[t].word, text::Tag::Event);
        if (listed(Family::Stage, reading, reading.tokens[t]))
            stage = headOf(Family::Stage, text::lowered(word, buffer));
        told |= event == "win" || event == "score" || word == "victory" || word == "draw" || word == "drew" ||
                word == "lost" || word == "defeat" || word == "victoire" || word == "nul" || word == "défaite" ||
                word == "imposé" || word == "imposés" || word == "battu" || word == "gagné" || word == "final";
    }
    // "6-4, 6-2": the sets of one match stand beside each other.
    for (std::size_t i = 1; i < scores.size(); ++i)
        if (scores[i].begin - scores[i - 1].end > 2)
            return;
    if (!told)
        return;
    if (scores.size() > 1) {
        const text::Span all = scores.front().united(scores.back());
        Fact& fact = begin(claim::ClaimKind::Statement, sentence, all, std::string_view("score"));
        fact.slot.classified = true;
        fact.slot.head = stage;
        fact.subject = std::string(reading.of(all));
        fact.topic = "score";
        fact.said.derivation = "score: " + fact.subject;
        return;
    }
    const std::string_view score = reading.of(scores.front());
    int left = 0, right = 0;
    bool second = false;
    for (const char c : score)
        if (c >= '0' && c <= '9')
            (second ? right : left) = (second ? right : left) * 10 + (c - '0');
        else
            second = true;
    Fact& fact = begin(claim::ClaimKind::Statement, sentence, scores.front(), std::string_view("score"));
    fact.slot.classified = true;
    fact.slot.head = stage;
    fact.subject = std::to_string(std::max(left, right)) + "-" + std::to_string(std::min(left, right));
    fact.topic = "score";
    fact.said.derivation = "score: " + fact.subject;
}

void readRecords(const text::Reading& reading, const read::Mentions& mentions, std::uint32_t sentence, Digest& out,
                 const BeginFact& begin) {
    const text::Sentence& s = reading.sentences[sentence];
    if (!s.may(text::HintFigure))
        return;
    constexpr int fewest = 8; // less is the score of a match, or of a set
    for (std::uint32_t t = s.firstToken + 1; t < s.endToken; ++t) {
        const std::string_view word = reading.of(reading.tokens[t]), before = reading.of(reading.tokens[t - 1]);
        if (word.empty() || word[0] < '0' || word[0] > '9' || reading.tokens[t].begin == reading.tokens[t - 1].end)
            if (before != "(")
                continue;
        const auto games = gamesAt(reading, t, s.endToken);
        if (!games || games->most < fewest || games->end >= s.endToken)
            continue;
        const std::string_view behind = reading.of(reading.tokens[games->end]);
        const bool closed = before == "(" && (behind == ")" || behind == ",");
        const bool aside = before == "," && behind == ",";
        const bool changed = !closed && !aside && changedTo(reading, s.firstToken, t);
        const read::Name* whose = nameBefore(mentions, sentence, t - 1, !changed);
        if ((!changed && (!whose || !ofGames(reading, s, games->end))) || !(closed || aside || changed))
            continue;
        const std::uint32_t bearer = hashOfLast(reading, whose);
        // "(31-2, 22 KOs)": what stands beside is of the same
        const std::uint32_t last = std::min(games->end + 3, s.endToken) - 1;
        const text::Span beside = reading.map.toCaptured({reading.tokens[games->end].begin, reading.tokens[last].end});
        for (Fact& f : out.facts)
            if (!changed && f.sentence == sentence && f.kind == claim::ClaimKind::Count &&
                beside.contains(f.said.words.begin))
                f.doer = bearer;
        Fact& fact = begin(claim::ClaimKind::Statement, sentence,
                           {reading.tokens[t].begin, reading.tokens[games->end - 1].end}, recordEvent);
        fact.slot.classified = true;
        fact.slot.head = changed ? "after" : "beside";
        fact.doer = bearer;
        fact.subject = games->shown;
        fact.topic = "record";
        fact.said.derivation = "record: " + fact.subject;
        t = games->end - 1;
    }
}

} // namespace countercheck::compare
