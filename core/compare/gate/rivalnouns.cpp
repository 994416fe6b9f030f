// SPDX-License-Identifier: GPL-3.0-or-later
// Common nouns at one place of two sentences: see rivalNouns().
#include "core/compare/align.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/gate/rivalslots.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>
#include <utility>

namespace countercheck::compare {

namespace {

/// Two sorts of thing, of which neither is a kind of the other or near it, and which the other report never names?
bool rivals(const Outline& x, const Piece& p, const Outline& y, const Piece& q) {
    const auto vague = [](const Piece& piece) {
        return listed(Family::Vague, piece.head) || listed(Family::Light, piece.head) ||
               listed(Family::Wide, piece.head) || listed(Family::Settlement, piece.head) ||
               listed(Family::Territory, piece.head);
    };
    return p.head != q.head && p.word != q.word && !vague(p) && !vague(q) && !in(p.word, y.spoken) &&
           !in(q.word, x.spoken) && gate::overlap(p.words, q.words) == 0 && !gate::kindred(p.head, q.head) &&
           !together(Family::Thing, p.head, q.head) && !nounsNear(p.head, q.head) && !nounsClose(p.head, q.head);
}

/// Does the short sentence say nothing of its own beside the noun? How many words it shares then; else 0.
std::size_t contained(const Digest& a, const Outline& x, const Outline& y, const Piece& q) {
    for (const std::uint32_t word : y.spoken)
        if (!in(word, x.spoken) && !in(word, q.words))
            return 0;
    for (const Piece& name : y.pieces)
        for (const std::uint32_t word : name.nameWords)
            if (!std::binary_search(a.nameWords.begin(), a.nameWords.end(), word))
                return 0;
    const std::size_t shared = gate::overlap(x.spoken, y.spoken);
    return shared >= 3 ? shared : 0;
}

/// The only two nouns at one place, of the longer sentence and of the shorter.
std::pair<const Piece*, const Piece*> only(const Outline& x, const Outline& y) {
    std::pair<const Piece*, const Piece*> out{nullptr, nullptr};
    for (const Piece& q : y.nouns)
        for (const Piece& p : x.nouns) {
            if (p.slots != q.slots)
                continue;
            if (out.first || !rivals(x, p, y, q))
                return {nullptr, nullptr};
            out = {&p, &q};
        }
    return out;
}

bool comparable(const Digest& a, const Outline& x, const Digest& b, const Outline& y) {
    return x.denied == y.denied && x.guessed == y.guessed && x.another == y.another &&
           x.anchor.background == y.anchor.background && oneDeed(x, y) && !timesApart(x.anchor, y.anchor) &&
           !otherFigures(a, x.sentence, b, y.sentence) && !contrasted(x.content, y.content);
}

} // namespace

std::vector<Question> rivalNouns(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told) {
    std::vector<Question> out;
    const auto compare = [&](std::uint32_t i, std::uint32_t j) {
        const Digest &a = *articles[i], &b = *articles[j];
        if (b.sentences != 1 || b.outlines.size() != 1 || b.outlines.front().nouns.empty() || a.language != b.language)
            return;
        const Outline& y = b.outlines.front();
        for (const Outline& x : a.outlines) {
            if (x.nouns.empty() || x.spoken.size() < y.spoken.size() || !comparable(a, x, b, y))
                continue;
            const auto [p, q] = only(x, y);
            const std::size_t shared = p ? contained(a, x, y, *q) : 0;
            if (shared == 0 || toldAlready(told, i, x, j, y) || toldAlready(out, i, x, j, y))
                continue;
            out.push_back(questionOf(Rivals::Alike, a, i, x, *p, b, j, y, *q, shared));
        }
    };
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        for (std::uint32_t j = i + 1; j < articles.size(); ++j)
            if (const Common& shares = common[i * articles.size() + j]; shares.tiny && !shares.longApart) {
                const std::size_t before = out.size();
                compare(i, j);
                if (out.size() == before)
                    compare(j, i);
            }
    return out;
}

} // namespace countercheck::compare
