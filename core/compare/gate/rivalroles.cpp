// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalroles.h"

#include "core/compare/align.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/spelling.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare {

namespace {

using Words = std::vector<std::uint32_t>;

bool shareWord(const Words& a, const Words& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](std::uint32_t word) { return std::find(b.begin(), b.end(), word) != b.end(); });
}

bool fills(const Piece& piece, std::uint64_t place) {
    return std::binary_search(piece.sole.begin(), piece.sole.end(), place);
}

/// "Delmark, a unit of Hanstead", "Gratzen, Linford": two names so close that they may be one matter.
bool close(const Digest& a, const Outline& x, const Piece& p, const Piece& q) {
    constexpr std::uint32_t near = 30;
    const Piece &first = p.span.begin < q.span.begin ? p : q, &last = &first == &p ? q : p;
    const bool parted = std::any_of(x.doings.begin(), x.doings.end(), [&](const Doing& doing) {
        return doing.span.begin >= first.span.end && doing.span.end <= last.span.begin;
    });
    const std::string_view between =
        std::string_view(a.text).substr(first.span.end, last.span.begin - std::min(last.span.begin, first.span.end));
    const auto holds = [&](std::string_view word) { return between.find(word) != std::string_view::npos; };
    return !parted && between.size() < near && !holds(";") && !holds(" after ") && !holds(" before ") &&
           !holds(" because ") && !holds(" when ") && !holds(" while ") && !holds(" instead ") && !holds(" over ");
}

/// May what `q` names fill the place in the report of `x`, too, or belong to what does?
bool mayFill(const Digest& a, const Outline& x, const Piece& p, const Piece& q, std::uint64_t place) {
    return std::any_of(a.outlines.begin(), a.outlines.end(), [&](const Outline& other) {
        return std::any_of(other.pieces.begin(), other.pieces.end(), [&](const Piece& r) {
            return shareWord(r.nameWords, q.nameWords) && (fills(r, place) || (&other == &x && close(a, x, p, r)));
        });
    });
}

/// Does the report name the piece? What stands in another name of the sentence, too, tells nothing: "Alfred Dunmore
/// founded the Dunmore Institute".
bool names(const Digest& article, const Outline& x, const Piece& p) {
    return std::any_of(p.nameWords.begin(), p.nameWords.end(), [&](std::uint32_t word) {
        return std::binary_search(article.nameWords.begin(), article.nameWords.end(), word) &&
               (p.nameWords.size() < 2 || std::none_of(x.pieces.begin(), x.pieces.end(), [&](const Piece& r) {
                    return &r != &p && std::find(r.nameWords.begin(), r.nameWords.end(), word) != r.nameWords.end();
                }));
    });
}

/// Is it told in the longer report `x` that one fills the place, in the shorter that another does?
bool rivals(const Digest& a, const Outline& x, const Piece& p, const Digest& b, const Outline& y, const Piece& q,
            std::uint64_t place) {
    const auto sorts = [](const Piece& r, const Piece& s) {
        return r.sort == s.sort || r.sort == Piece::Sort::Other || s.sort == Piece::Sort::Other;
    };
    if (!sorts(p, q) || shareWord(p.nameWords, q.nameWords) || names(b, x, p) ||
        alikeNames(folded(a, p), folded(b, q)) || mayFill(a, x, p, q, place) || mayFill(b, y, q, p, place))
        return false;
    if (p.sort != Piece::Sort::Place && q.sort != Piece::Sort::Place)
        return true;
    const auto relation = placesRelated(p.span.of(a.text), q.span.of(b.text));
    return relation == read::PlaceRelation::Apart || relation == read::PlaceRelation::Unknown;
}

/// How many words the shorter sentence shares with the longer one, where it has none of its own beside the name and
/// what gives it its role; 0: it has, or shares too few.
std::size_t contained(const Outline& x, const Outline& y, const Piece& q) {
    // "Won the race": of what neither names more has to be said in common.
    const bool named = std::any_of(x.pieces.begin(), x.pieces.end(), [&](const Piece& r) {
        return std::any_of(y.pieces.begin(), y.pieces.end(),
                           [&](const Piece& s) { return shareWord(r.nameWords, s.nameWords); });
    });
    // "Is the president of Kessar": who may be taken for a source is no word of its own, yet the role is shared.
    const bool counted =
        std::any_of(q.around.begin(), q.around.end(), [&](std::uint32_t word) { return in(word, x.spoken); });
    const std::size_t enough = (named ? 2 : 3) - (counted ? 0 : 1);
    const bool more = std::any_of(y.content.begin(), y.content.end(),
                                  [&](std::uint32_t word) { return !in(word, x.spoken) && !in(word, q.around); });
    const std::size_t shared = gate::overlap(x.spoken, y.spoken);
    return more || shared < enough ? 0 : shared;
}

/// "Britain's Ellen Marsh": a place whose piece and a person's fill one place.
bool ownsOther(const Outline& x, const Piece& p, std::uint64_t place) {
    return std::ranges::any_of(x.pieces, [&](const Piece& r) {
        return r.sort == Piece::Sort::Person && fills(r, place) && r.span.begin > p.span.end &&
               r.span.begin <= p.span.end + 4;
    });
}

/// Of two sentences, the pieces that rival each other: every name at the place in the one with every one in the other.
struct Found {
    const Piece *p = nullptr, *q = nullptr;
};
Found found(const Digest& a, const Outline& x, const Digest& b, const Outline& y) {
    for (const Piece& q : y.pieces)
        for (const std::uint64_t place : q.sole) {
            const Piece* first = nullptr;
            bool all = true;
            for (const Piece& p : x.pieces)
                if (fills(p, place) && (p.sort != Piece::Sort::Place || q.sort == p.sort || !ownsOther(x, p, place))) {
                    first = first ? first : &p;
                    all = all && rivals(a, x, p, b, y, q, place);
                }
            const auto others = std::count_if(y.pieces.begin(), y.pieces.end(),
                                              [&](const Piece& other) { return fills(other, place); });
            if (first && all && others == 1)
                return {first, &q};
        }
    return {};
}

} // namespace

std::vector<Question> rivalRoles(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told) {
    std::vector<Question> out;
    const auto compare = [&](std::uint32_t i, const Outline& x, std::uint32_t j, const Outline& y) {
        const Digest &a = *articles[i], &b = *articles[j];
        const bool longer = x.spoken.size() >= y.spoken.size();
        const auto& pieces = (longer ? y : x).pieces; // seldom has one a role that but one can have
        if (std::all_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.sole.empty(); }) ||
            x.denied != y.denied || x.guessed != y.guessed || x.another != y.another ||
            x.anchor.background != y.anchor.background || gate::overlap(x.spoken, y.spoken) < 1 ||
            timesApart(x.anchor, y.anchor))
            return;
        const Found pair = longer ? found(a, x, b, y) : found(b, y, a, x);
        if (!pair.p)
            return;
        const std::size_t shared = longer ? contained(x, y, *pair.q) : contained(y, x, *pair.q);
        if (shared == 0 || otherFigures(a, x.sentence, b, y.sentence) || toldAlready(told, i, x, j, y) ||
            toldAlready(out, i, x, j, y))
            return;
        // "Won the prize in 2008": a time of its own, of which the longer sentence knows nothing
        const claim::Anchor &own = (longer ? y : x).anchor, &other = (longer ? x : y).anchor;
        if ((own.explicitTime || !own.unresolved.empty()) && !other.explicitTime && !own.background &&
            own.unresolved != other.unresolved)
            return;
        const Piece &p = longer ? *pair.p : *pair.q, &q = longer ? *pair.q : *pair.p;
        out.push_back(questionOf(Rivals::OneRole, a, i, x, p, b, j, y, q, shared));
    };
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        for (std::uint32_t j = i + 1; j < articles.size(); ++j) {
            const Digest &a = *articles[i], &b = *articles[j];
            if (a.outlines.empty() || b.outlines.empty() || a.language != b.language ||
                common[i * articles.size() + j].longApart)
                continue;
            for (const Outline& x : a.outlines)
                for (const Outline& y : b.outlines)
                    compare(i, x, j, y);
        }
    return out;
}

} // namespace countercheck::compare
