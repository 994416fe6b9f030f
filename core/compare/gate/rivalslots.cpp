// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalslots.h"

#include "core/compare/align.h"
#include "core/compare/gate/gate.h"
#include "core/compare/gate/rivalquestion.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/spelling.h"
#include "core/compare/words/wordlists.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

namespace {

using Words = std::vector<std::uint32_t>;

/// Words of `own` that neither `other` nor the piece has.
std::size_t beyond(const Words& own, const Words& other, const Words& piece) {
    return static_cast<std::size_t>(std::count_if(
        own.begin(), own.end(), [&](std::uint32_t word) { return !in(word, other) && !in(word, piece); }));
}

/// "Iran", "Iraq": two, however alike they are.
bool isCountry(std::string_view folded) {
    const text::Lexicon& english = text::Lexicon::of(text::Language::English);
    return english.has(english.findWord(folded), text::Tag::Country);
}

/// Do two reports that name the one and the other mean two? Of names, where neither report has a word of the other's;
/// of places, where neither is known to lie in the other; of causes, where neither noun is near the other.
bool rivals(const Digest& a, const Outline& x, const Piece& p, const Digest& b, const Outline& y, const Piece& q) {
    if (p.sort == Piece::Sort::Cause) {
        const auto vague = [](const Piece& piece) { return listed(Family::Vague, piece.head); };
        const auto effect = [](const Piece& piece, const Outline& other) { // what one causes is the other's cause
            return std::all_of(piece.words.begin(), piece.words.end(),
                               [&](std::uint32_t word) { return in(word, other.content); });
        };
        return !effect(p, y) && !effect(q, x) && p.head != q.head && gate::overlap(p.words, q.words) == 0 &&
               !vague(p) && !vague(q) && !together(Family::Thing, p.head, q.head) && !gate::kindred(p.head, q.head) &&
               !nounsNear(p.head, q.head) && !together(Family::Fault, p.head, q.head);
    }
    if (p.sort == Piece::Sort::Nation) {
        const auto strange = [](const Piece& piece, const Outline& other) {
            return std::ranges::none_of(piece.words, [&](std::uint32_t word) { return in(word, other.spoken); });
        };
        return !p.words.empty() && !q.words.empty() && strange(p, y) && strange(q, x);
    }
    if (p.sort == Piece::Sort::Sex)
        return listed(Family::Male, p.head) != listed(Family::Male, q.head) && !in(p.word, y.content) &&
               !in(q.word, x.content);
    const auto known = [](const Piece& piece, const Digest& other) {
        return std::any_of(piece.nameWords.begin(), piece.nameWords.end(), [&](std::uint32_t word) {
            return std::binary_search(other.nameWords.begin(), other.nameWords.end(), word);
        });
    };
    if (known(p, b) || known(q, a))
        return false;
    const std::string one = folded(a, p), other = folded(b, q);
    if (p.sort != Piece::Sort::Place && q.sort != Piece::Sort::Place)
        return !alikeNames(one, other);
    const auto relation = placesRelated(p.span.of(a.text), q.span.of(b.text));
    return (relation == read::PlaceRelation::Apart || relation == read::PlaceRelation::Unknown) &&
           (!alikeNames(one, other) || (isCountry(one) && isCountry(other)));
}

/// Of a person or a body; what happens in one place may happen in others, but then the sentences differ further.
bool isName(const Piece& piece) {
    return piece.sort == Piece::Sort::Person || piece.sort == Piece::Sort::Organisation ||
           piece.sort == Piece::Sort::Other;
}

bool shareSlot(const Piece& p, const Piece& q) {
    const auto name = [](const Piece& piece) { return piece.sort <= Piece::Sort::Other; };
    const bool sorts =
        p.sort == q.sort || (name(p) && name(q) && (p.sort == Piece::Sort::Other || q.sort == Piece::Sort::Other));
    if (!sorts || !std::any_of(p.slots.begin(), p.slots.end(), [&](std::uint64_t slot) {
            return std::binary_search(q.slots.begin(), q.slots.end(), slot);
        }))
        return false;
    // "As finance minister", "as trade minister"
    return gate::overlap(p.beside, q.beside) == 0 || beyond(p.beside, q.beside, q.words) == 0 ||
           beyond(q.beside, p.beside, p.words) == 0;
}

/// "Have failed to mate": is what is told not done?
bool refused(const Outline& outline) {
    return std::ranges::any_of(outline.doings,
                               [](const Doing& doing) { return Opposites::only().in("refuse", doing.deed); });
}

/// What several do, each for himself ("criticised the plan"): that another did it, too, is no conflict.
bool severalMay(const Outline& outline) {
    static const Words shared = conceptsOf(Family::Several);
    return gate::overlap(outline.deeds, shared) > 0;
}

/// "Leclerc took over from Brandt", "Brandt took over from Leclerc": sentences of the same words in which two names
/// stand at each other's places, of a deed that both cannot do to each other. Then what stands at the first of these
/// places.
bool exchanged(const Outline& x, const Outline& y, const Piece*& p, const Piece*& q) {
    if (x.content != y.content || x.content.size() < 4 ||
        std::any_of(x.doings.begin(), x.doings.end(), [](const Doing& doing) { return mutual(doing.deed); }))
        return false;
    for (const Piece& r : x.pieces)
        for (const Piece& s : y.pieces) {
            if (!isName(r) || r.nameWords != s.nameWords || shareSlot(r, s) || r.slots.empty() || s.slots.empty())
                continue;
            for (const Piece& t : x.pieces)
                for (const Piece& u : y.pieces)
                    if (&t != &r && isName(t) && t.nameWords == u.nameWords && !shareSlot(t, u) && shareSlot(r, u) &&
                        shareSlot(t, s)) {
                        p = &r;
                        q = &u;
                        return true;
                    }
        }
    return false;
}

/// "The singer died of cancer", "the singer's father died of a heart attack".
bool otherHolders(const Outline& x, const Outline& y) {
    const auto of = [](const Outline& part, const Outline& whole) {
        return part.holderOf != 0 && part.holderOf == whole.holder && part.holder != whole.holder &&
               !in(part.holder, whole.content);
    };
    return of(x, y) || of(y, x);
}

/// Does one tell of somebody or something that the other has no word of ("the bishops", "associations of victims")? Not
/// where the piece itself is that.
bool strangeHolders(const Outline& x, const Piece& p, const Outline& y, const Piece& q) {
    const auto own = [](const Piece& piece, std::uint32_t holder) {
        return std::find(piece.words.begin(), piece.words.end(), holder) != piece.words.end();
    };
    return x.holder != 0 && y.holder != 0 && x.holder != y.holder && !own(p, x.holder) && !own(q, y.holder) &&
           (!in(x.holder, y.content) || !in(y.holder, x.content));
}

/// How many words the two sentences share, where they tell one thing but for the two pieces; 0: they do not.
/// `bare`: the shorter one is all that its report says.
std::size_t oneThing(const Outline& x, const Piece& p, const Outline& y, const Piece& q, const Common& common,
                     bool bare) {
    const std::size_t shared = gate::overlap(x.content, y.content);
    const std::size_t ownX = beyond(x.content, y.content, p.words), ownY = beyond(y.content, x.content, q.words);
    const std::size_t least = std::min(ownX, ownY), most = std::max(ownX, ownY);
    const std::size_t enough = p.sort == Piece::Sort::Cause ? 2 : common.tiny ? 3 : 5;
    if ((p.sort == Piece::Sort::Sex && (most > 0 || shared < 5)) || (p.sort == Piece::Sort::Nation && least > 0))
        return 0;
    const bool alike =
        least * (p.sort == Piece::Sort::Cause ? 6 : 5) <= shared && (most <= shared + 2 || (bare && least == 0));
    return shared >= enough && alike ? shared : 0;
}

} // namespace

std::vector<Question> rivalSlots(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                 const std::vector<Question>& told) {
    std::vector<Question> out;
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        for (std::uint32_t j = i + 1; j < articles.size(); ++j) {
            const Digest &a = *articles[i], &b = *articles[j];
            if (a.outlines.empty() || b.outlines.empty() || a.language != b.language)
                continue;
            const Common& shares = common[i * articles.size() + j];
            if (shares.longApart)
                continue;
            laySideBySide(a, b);
            for (const Outline& x : a.outlines)
                for (const Outline& y : b.outlines) {
                    if (x.denied != y.denied || x.guessed != y.guessed || x.another != y.another ||
                        x.anchor.background != y.anchor.background || gate::overlap(x.content, y.content) < 2)
                        continue;
                    const Piece *p = nullptr, *q = nullptr;
                    std::size_t found = 0;
                    for (const Piece& r : x.pieces)
                        for (const Piece& s : y.pieces)
                            if (shareSlot(r, s) && rivals(a, x, r, b, y, s)) {
                                p = &r;
                                q = &s;
                                ++found;
                            }
                    if (found == 0 && exchanged(x, y, p, q))
                        found = 1;
                    if (found != 1 || (p->sort != Piece::Sort::Cause && !oneDeed(x, y)) ||
                        timesApart(x.anchor, y.anchor) || otherHolders(x, y) ||
                        otherFigures(a, x.sentence, b, y.sentence) ||
                        ((isName(*p) || p->sort == Piece::Sort::Nation) && (severalMay(x) || severalMay(y))))
                        continue;
                    // "Have failed to mate", "have mated": what is done here and not there is no rival
                    if ((p->sort != Piece::Sort::Cause && (strangeHolders(x, *p, y, *q) || refused(x) != refused(y))) ||
                        contrasted(x.content, y.content))
                        continue;
                    const bool bare =
                        refused(x) == refused(y) && (x.content.size() < y.content.size() ? a : b).sentences == 1;
                    const std::size_t shared = oneThing(x, *p, y, *q, shares, bare);
                    if (shared == 0 || !gate::oneHappening(shares, shared) || toldAlready(told, i, x, j, y) ||
                        toldAlready(out, i, x, j, y))
                        continue;
                    out.push_back(questionOf(Rivals::Alike, a, i, x, *p, b, j, y, *q, shared));
                }
        }
    return out;
}

} // namespace countercheck::compare
