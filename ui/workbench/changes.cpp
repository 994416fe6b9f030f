// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/changes.h"

#include "core/text/reading.h"
#include "ui/workbench/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace countercheck::ui {

namespace {
using Kind = SentenceChange::Kind;
constexpr std::size_t largestTable = 4u << 20; ///< cells; beyond it only what is alike at both ends is found

/// The sentences as they stand in the captured text. What is between them and is no blank (a heading that is no
/// sentence) is one, too.
QStringList sentencesOf(std::string_view captured) {
    text::Reading reading;
    text::read(captured, text::Language::Unknown, reading);
    QStringList out;
    for (const text::Block& block : reading.blocks) {
        std::uint32_t at = block.span.begin;
        const auto add = [&](std::uint32_t end) {
            if (const QString words = text(text::Span{at, end}.of(reading.text)).simplified(); !words.isEmpty())
                out << words;
            at = end;
        };
        for (std::uint32_t i = block.firstSentence; i < block.endSentence; ++i) {
            add(reading.sentences[i].span.begin);
            add(reading.sentences[i].span.end);
        }
        add(block.span.end);
    }
    return out;
}

/// Pairs of places that both lists share, in order: a longest common subsequence.
std::vector<std::pair<qsizetype, qsizetype>> common(const QStringList& a, const QStringList& b) {
    std::vector<std::pair<qsizetype, qsizetype>> out;
    qsizetype begin = 0, endA = a.size(), endB = b.size();
    while (begin < endA && begin < endB && a[begin] == b[begin]) {
        out.emplace_back(begin, begin);
        ++begin;
    }
    qsizetype tail = 0;
    while (endA > begin && endB > begin && a[endA - 1] == b[endB - 1]) {
        --endA;
        --endB;
        ++tail;
    }
    const auto rows = static_cast<std::size_t>(endA - begin), columns = static_cast<std::size_t>(endB - begin);
    if (rows > 0 && columns > 0 && rows * columns <= largestTable) {
        std::vector<std::uint32_t> table((rows + 1) * (columns + 1), 0);
        const auto cell = [&](std::size_t r, std::size_t c) -> std::uint32_t& { return table[r * (columns + 1) + c]; };
        const auto same = [&](std::size_t r, std::size_t c) {
            return a[begin + static_cast<qsizetype>(r)] == b[begin + static_cast<qsizetype>(c)];
        };
        for (std::size_t r = rows; r-- > 0;)
            for (std::size_t c = columns; c-- > 0;)
                cell(r, c) = same(r, c) ? cell(r + 1, c + 1) + 1 : std::max(cell(r + 1, c), cell(r, c + 1));
        for (std::size_t r = 0, c = 0; r < rows && c < columns;) {
            if (same(r, c)) {
                out.emplace_back(begin + static_cast<qsizetype>(r), begin + static_cast<qsizetype>(c));
                ++r;
                ++c;
            } else if (cell(r + 1, c) >= cell(r, c + 1)) {
                ++r;
            } else {
                ++c;
            }
        }
    }
    for (qsizetype i = 0; i < tail; ++i)
        out.emplace_back(endA + i, endB + i);
    return out;
}

/// The words that are not among the common ones, neighbours as one place.
std::vector<std::pair<int, int>> without(const QStringList& words, const std::vector<qsizetype>& shared) {
    std::vector<std::pair<int, int>> out;
    int at = 0;
    std::size_t next = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int end = at + static_cast<int>(words[i].size());
        if (next < shared.size() && shared[next] == i)
            ++next;
        else if (!out.empty() && out.back().second + 1 == at)
            out.back().second = end;
        else
            out.emplace_back(at, end);
        at = end + 1; // sentences are simplified: one blank between two words
    }
    return out;
}

/// Is one a new wording of the other: do they share at least half of the words of the longer one?
bool pairUp(SentenceChange& gone, SentenceChange& come) {
    const QStringList a = gone.words.split(u' '), b = come.words.split(u' ');
    const auto shared = common(a, b);
    if (static_cast<qsizetype>(shared.size()) * 2 < std::max(a.size(), b.size()))
        return false;
    std::vector<qsizetype> ofA, ofB;
    for (const auto& [i, j] : shared) {
        ofA.push_back(i);
        ofB.push_back(j);
    }
    gone.differing = without(a, ofA);
    come.differing = without(b, ofB);
    gone.rewritten = come.rewritten = true;
    return true;
}

} // namespace

std::vector<SentenceChange> sentenceChanges(std::string_view earlier, std::string_view later) {
    const QStringList a = sentencesOf(earlier), b = sentencesOf(later);
    std::vector<SentenceChange> out;
    qsizetype i = 0, j = 0;
    const auto gap = [&](qsizetype toA, qsizetype toB) {
        while (i < toA) {
            SentenceChange gone{Kind::Removed, a[i++], false, {}};
            // The first sentence that came and is a new wording of it; what came before that stands before it.
            qsizetype match = j;
            std::optional<SentenceChange> come;
            for (; match < toB && !come; ++match) {
                SentenceChange candidate{Kind::Added, b[match], false, {}};
                if (pairUp(gone, candidate))
                    come = std::move(candidate);
            }
            if (!come) {
                out.push_back(std::move(gone));
                continue;
            }
            for (; j < match - 1; ++j)
                out.push_back({Kind::Added, b[j], false, {}});
            ++j;
            out.push_back(std::move(gone));
            out.push_back(std::move(*come));
        }
        while (j < toB)
            out.push_back({Kind::Added, b[j++], false, {}});
    };
    for (const auto& [sameA, sameB] : common(a, b)) {
        gap(sameA, sameB);
        out.push_back({Kind::Same, b[sameB], false, {}});
        i = sameA + 1;
        j = sameB + 1;
    }
    gap(a.size(), b.size());
    return out;
}

QString changesInWords(const std::vector<SentenceChange>& changes) {
    std::size_t rewritten = 0, added = 0, removed = 0;
    for (const SentenceChange& change : changes) {
        rewritten += change.rewritten && change.kind == Kind::Added ? 1 : 0;
        added += !change.rewritten && change.kind == Kind::Added ? 1 : 0;
        removed += !change.rewritten && change.kind == Kind::Removed ? 1 : 0;
    }
    const auto say = [](const char* words) { return QCoreApplication::translate("Changes", words); };
    QStringList parts;
    if (rewritten > 0)
        parts << counted(rewritten, say(QT_TRANSLATE_NOOP("Changes", "1 sentence rewritten")),
                         say(QT_TRANSLATE_NOOP("Changes", "%1 sentences rewritten")));
    if (added > 0)
        parts << counted(added, say(QT_TRANSLATE_NOOP("Changes", "1 sentence added")),
                         say(QT_TRANSLATE_NOOP("Changes", "%1 sentences added")));
    if (removed > 0)
        parts << counted(removed, say(QT_TRANSLATE_NOOP("Changes", "1 sentence removed")),
                         say(QT_TRANSLATE_NOOP("Changes", "%1 sentences removed")));
    return parts.join(QStringLiteral(", "));
}

} // namespace countercheck::ui
