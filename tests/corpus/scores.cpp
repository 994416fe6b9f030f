// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/corpus/scores.h"

#include "core/claim/claim.h"

#include <algorithm>
#include <cmath>

namespace countercheck::corpus {

namespace {

/// A span without blanks and closing or opening punctuation at its ends: whose comma it is, is a matter of house style.
Span trimmed(std::string_view text, Span span) {
    static constexpr std::array<std::string_view, 12> idle{" ", "\n", "\t", ",", ".",      ";",
                                                           ":", "!",  "?",  "…", "\u00a0", "\u202f"};
    const auto strip = [&](auto ends, auto shorten) {
        for (bool again = true; again && !span.empty();) {
            again = false;
            for (const std::string_view mark : idle)
                if (!span.empty() && ends(span.of(text), mark)) {
                    shorten(static_cast<std::uint32_t>(mark.size()));
                    again = true;
                }
        }
    };
    strip([](std::string_view words, std::string_view mark) { return words.ends_with(mark); },
          [&](std::uint32_t by) { span.end -= by; });
    strip([](std::string_view words, std::string_view mark) { return words.starts_with(mark); },
          [&](std::uint32_t by) { span.begin += by; });
    return span;
}

/// Everything between the quotation marks around `span`, without leaving its line.
Span betweenMarks(std::string_view text, Span span) {
    const std::string_view line = text.substr(0, std::min(text.find('\n', span.end), text.size()));
    std::size_t open = std::string_view::npos;
    std::size_t close = std::string_view::npos;
    for (const std::string_view mark : {"«", "“"})
        if (const std::size_t at = text.rfind(mark, span.begin); at != std::string_view::npos)
            if (open == std::string_view::npos || at + mark.size() > open)
                open = at + mark.size();
    for (const std::string_view mark : {"»", "”"})
        close = std::min(close, line.find(mark, span.end));
    if (open == std::string_view::npos || close == std::string_view::npos ||
        text.substr(open, close - open).find('\n') != std::string_view::npos)
        return span;
    return trimmed(text, {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)});
}

/// "une trentaine" and "trentaine", "a dozen" and "dozen" are the same numeral.
Span withoutArticle(std::string_view text, Span span) {
    for (const std::string_view article :
         {"a ", "A ", "une ", "Une ", "un ", "Un ", "la ", "La ", "les ", "Les ", "des ", "Des "})
        if (span.of(text).starts_with(article))
            return {span.begin + static_cast<std::uint32_t>(article.size()), span.end};
    return span;
}

bool isTimeUnit(std::string_view unit) {
    static constexpr std::array<std::string_view, 8> units{"s", "min", "h", "d", "wk", "mo", "a", "ms"};
    return std::find(units.begin(), units.end(), unit) != units.end();
}

bool allowsNobody(const Row& row) {
    return std::find(row.who.begin(), row.who.end(), "-") != row.who.end();
}
bool namesSomebody(const Row& row) {
    return std::any_of(row.who.begin(), row.who.end(), [](const std::string& who) { return who != "-"; });
}
bool isOneOf(const Row& row, std::string_view who) {
    return std::any_of(row.who.begin(), row.who.end(),
                       [&](const std::string& name) { return name != "-" && sameSource(name, who); });
}

/// One article as the program reads it, and the counting.
class Scorer {
public:
    Scorer(const Article& article, std::vector<std::string>& misses) : article_(article), misses_(misses) {
        read::ReadContext context;
        context.published = read::parseIsoTime(article.published);
        text::read(article.text, text::languageFromTag(article.language), reading_);
        read::readMentions(reading_, context, mentions_);
        claim::readClaims(reading_, mentions_, context, claims_);
    }

    Scores run() {
        quotes();
        figures();
        return scores_;
    }

private:
    Score& at(Measure measure) { return scores_[static_cast<std::size_t>(measure)]; }
    [[nodiscard]] std::string line(Span span) const {
        return std::to_string(1 + std::count(article_.text.begin(), article_.text.begin() + span.begin, '\n'));
    }
    void miss(Measure measure, Span span, const std::string& what) {
        misses_.push_back(article_.name + ".txt:" + line(span) + ": " + std::string(measureName(measure)) + ": “" +
                          std::string(span.of(article_.text).substr(0, 70)) + "” " + what);
    }
    static std::string names(const Row& row) {
        std::string out;
        for (const std::string& who : row.who)
            out += (out.empty() ? "" : " | ") + who;
        return out;
    }

    /// Who says it: right, expected and found of one row that is neither optional nor left out.
    void compareWho(Measure measure, const Row& row, const std::string& who) {
        Score& score = at(measure);
        const bool right = !who.empty() && isOneOf(row, who);
        if (who.empty() && allowsNobody(row))
            return;
        score.expected += namesSomebody(row) && (right || !allowsNobody(row)) ? 1 : 0;
        score.found += who.empty() ? 0 : 1;
        score.right += right ? 1 : 0;
        if (!right)
            miss(measure, row.span, "is said by " + names(row) + ", read: " + (who.empty() ? "nobody" : who));
    }

    void quotes() {
        struct Found {
            Span span;
            const read::Quote* quote = nullptr;
            bool used = false, optional = false;
        };
        std::vector<Found> found;
        for (const read::Quote& quote : mentions_.quotes)
            found.push_back({trimmed(article_.text, reading_.map.toCaptured(quote.words)), &quote});
        std::vector<const Row*> rows;
        for (const Row& row : article_.rows)
            if (row.quote)
                rows.push_back(&row);
        for (const Row* row : rows) {
            const Span words = trimmed(article_.text, row->span);
            const Span whole = betweenMarks(article_.text, words);
            auto it = std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.span == words; });
            if (it == found.end())
                it = std::find_if(found.begin(), found.end(), [&](const Found& f) { return f.span == whole; });
            if (it == found.end()) // one span over all paragraphs of a quote
                it = std::find_if(found.begin(), found.end(),
                                  [&](const Found& f) { return overParagraphs(f.span, *row, rows); });
            if (it != found.end()) {
                it->optional = it->optional || row->optional;
                if (row->optional)
                    continue;
                it->used = true;
                ++at(Measure::Quotes).right;
                ++at(Measure::Quotes).expected;
                compareWho(Measure::Speakers, *row, it->quote->speaker);
            } else if (!row->optional) {
                ++at(Measure::Quotes).expected;
                miss(Measure::Quotes, row->span, "not found");
                if (!allowsNobody(*row))
                    ++at(Measure::Speakers).expected;
            }
        }
        // One span that answers several rows counts as often as it is right.
        at(Measure::Quotes).found = at(Measure::Quotes).right;
        for (const Found& f : found)
            if (!f.used && !f.optional) {
                ++at(Measure::Quotes).found;
                miss(Measure::Quotes, f.span, "is no quote of its own");
                if (!f.quote->speaker.empty())
                    ++at(Measure::Speakers).found;
            }
    }

    [[nodiscard]] bool overParagraphs(Span span, const Row& row, const std::vector<const Row*>& rows) const {
        if (!span.contains(trimmed(article_.text, row.span)))
            return false;
        bool begins = false;
        bool ends = false;
        for (const Row* other : rows) {
            const Span words = trimmed(article_.text, other->span);
            if (other->who != row.who)
                continue;
            begins = begins || words.begin == span.begin;
            ends = ends || words.end == span.end;
        }
        return begins && ends;
    }

    void figures() {
        std::vector<bool> used(mentions_.figures.size());
        for (const Row& row : article_.rows) {
            if (row.quote)
                continue;
            const std::size_t i = figureFor(row, used);
            if (i < used.size())
                used[i] = true;
            if (row.optional) {
                for (std::size_t k = 0; k < used.size(); ++k)
                    if (reading_.map.toCaptured(mentions_.figures[k].numeral).overlaps(row.span))
                        used[k] = true;
                continue;
            }
            ++at(Measure::Figures).expected;
            const bool right = i < used.size() && valueIsRight(row, mentions_.figures[i]);
            if (i < used.size())
                ++at(Measure::Figures).found;
            if (!right) {
                miss(Measure::Figures, row.span,
                     i < used.size() ? "has another value: " + mentions_.figures[i].value.toString() : "not found");
                if (!allowsNobody(row))
                    ++at(Measure::Sources).expected;
                continue;
            }
            ++at(Measure::Figures).right;
            details(row, i);
        }
        for (std::size_t i = 0; i < used.size(); ++i) {
            const read::Figure& figure = mentions_.figures[i];
            if (used[i] || figure.kind == read::FigureKind::Ordinal || figure.kind == read::FigureKind::Age ||
                isTimeUnit(figure.unit))
                continue;
            ++at(Measure::Figures).found;
            miss(Measure::Figures, reading_.map.toCaptured(figure.numeral),
                 "is no figure of its own, read as " + std::string(figureKindName(figure.kind)) + " " +
                     figure.value.toString());
        }
    }

    /// The program's figure at a row's numeral: the same span, or any overlap for a vague or an optional one.
    [[nodiscard]] std::size_t figureFor(const Row& row, const std::vector<bool>& used) const {
        const Span numeral = withoutArticle(article_.text, row.span);
        for (std::size_t i = 0; i < used.size(); ++i) {
            const Span span = reading_.map.toCaptured(mentions_.figures[i].numeral);
            const bool loose = row.optional || row.qualifier == "vague";
            if (!used[i] && (loose ? span.overlaps(numeral) : withoutArticle(article_.text, span) == numeral))
                return i;
        }
        return used.size();
    }

    static bool valueIsRight(const Row& row, const read::Figure& figure) {
        if (row.qualifier == "vague" || !row.value)
            return true;
        return std::abs(figure.value.toDouble() - *row.value) <= 1e-9 * std::max(1.0, std::abs(*row.value));
    }

    void details(const Row& row, std::size_t i) {
        const read::Figure& figure = mentions_.figures[i];
        const auto compare = [&](Measure measure, bool right, const std::string& what) {
            ++at(measure).expected;
            ++at(measure).found;
            at(measure).right += right ? 1 : 0;
            if (!right)
                miss(measure, row.span, what);
        };
        const std::string_view hedge = qualifierName(figure.set.qualifier);
        compare(Measure::Hedges, hedge == row.qualifier, "is " + row.qualifier + ", read: " + std::string(hedge));

        if (std::find(row.counts.begin(), row.counts.end(), "-") == row.counts.end()) {
            const bool right = std::any_of(row.counts.begin(), row.counts.end(), [&](const std::string& counts) {
                return counts == figure.unit || sameSource(counts, figure.countedLemma);
            });
            compare(Measure::Counted, right,
                    "counts " + row.counts.front() +
                        ", read: " + (figure.unit.empty() ? figure.countedLemma : figure.unit));
        }

        std::string who;
        read::Modality modality = read::Modality::Asserted;
        bool claimed = false;
        for (const claim::Claim& claim : claims_.claims)
            if (claim.figure == static_cast<std::int32_t>(i)) {
                claimed = true;
                modality = claim.modality;
                if (claim.attribution >= 0)
                    who = mentions_.attributions[static_cast<std::size_t>(claim.attribution)].source;
                break;
            }
        compareWho(Measure::Sources, row, who);
        if (claimed && !(row.modality == "asserted" && namesSomebody(row))) // either will do where either source does
            compare(Measure::Modality, modalityName(modality) == row.modality,
                    "is " + row.modality + ", read: " + std::string(modalityName(modality)));
    }

    const Article& article_;
    std::vector<std::string>& misses_;
    text::Reading reading_;
    read::Mentions mentions_;
    claim::Claims claims_;
    Scores scores_{};
};

} // namespace

std::string_view measureName(Measure measure) {
    static constexpr std::array<std::string_view, measures> names{"quotes",  "speakers", "figures", "hedges",
                                                                  "counted", "sources",  "modality"};
    return names[static_cast<std::size_t>(measure)];
}

Scores score(const Article& article, std::vector<std::string>& misses) {
    return Scorer(article, misses).run();
}

} // namespace countercheck::corpus
