// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalquestion.h"

#include "core/compare/gate/gate.h"
#include "core/compare/letter.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/explaining.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

std::string folded(const Digest& article, const Piece& piece) {
    return text::foldAccents(piece.span.of(article.text));
}

namespace {

QuestionClaim claimOf(const Digest& article, std::uint32_t index, const Outline& outline, const Piece& piece) {
    QuestionClaim claim;
    claim.article = index;
    claim.words = piece.span;
    claim.sentence = outline.span;
    claim.quote = std::string(piece.span.of(article.text));
    claim.derivation = piece.sort == Piece::Sort::Cause ? "cause" : "name";
    return claim;
}

} // namespace

Question questionOf(Rivals why, const Digest& a, std::uint32_t i, const Outline& x, const Piece& p, const Digest& b,
                    std::uint32_t j, const Outline& y, const Piece& q, std::size_t shared) {
    Question question;
    const bool cause = p.sort == Piece::Sort::Cause,
               place = p.sort == Piece::Sort::Place || q.sort == Piece::Sort::Place;
    const bool nation = p.sort == Piece::Sort::Nation;
    const bool noun = p.sort == Piece::Sort::Noun;
    question.kind = cause ? QuestionKind::Cause : place ? QuestionKind::Place : QuestionKind::Name;
    question.label = cause ? "cause" : place ? "place" : "name";
    question.title = cause ? "What caused it?" : place ? "Where was it?" : "Who was it?";
    question.key = question.label + " of one thing:" + std::min(folded(a, p), folded(b, q));
    question.claims = {claimOf(a, i, x, p), claimOf(b, j, y, q)};
    const auto named = [](const Digest& article, const Piece& piece, std::uint32_t index) {
        return text::explained("“{0}” ({1})", {text::verbatim(piece.span.of(article.text)), articleLetter(index)});
    };
    const char* const alike = cause ? "{0} and {1}: two causes of one thing, in sentences that are alike otherwise."
                              : nation
                                  ? "{0} and {1}: two countries that one is of, in sentences that are alike otherwise."
                              : noun  ? "{0} and {1}: two answers, at one place of sentences that are alike otherwise."
                              : place ? "{0} and {1}: two places, at one place of sentences that are alike otherwise."
                                      : "{0} and {1}: two names, at one place of sentences that are alike otherwise.";
    const char* const role = place ? "{0} and {1}: two places of what can have but one."
                                   : "{0} and {1}: two names in a role that but one can have.";
    const char* const form = why == Rivals::OneRole ? role : alike;
    question.relations.push_back({0, 1, RelationKind::Contradiction, Reason::Value, Supersedes::None,
                                  text::explained(form, {named(a, p, i), named(b, q, j)})});
    question.because.push_back(text::explained("their sentences share {0} content words", {std::to_string(shared)}));
    return question;
}

bool oneDeed(const Outline& x, const Outline& y) {
    bool told = x.doings.empty() || y.doings.empty();
    for (const Doing& p : x.doings)
        for (const Doing& q : y.doings) {
            if (opposed({p.deed, p.deed}, {q.deed, q.deed}))
                return false;
            told = told || p.deed == q.deed || gate::kindred(p.deed, q.deed) ||
                   alike({p.deed, p.deed}, {q.deed, q.deed}) || verbsClose(p.deed, q.deed) ||
                   listed(Family::Light, p.deed) || listed(Family::Light, q.deed);
        }
    return told;
}

bool otherFigures(const Digest& a, std::uint32_t s, const Digest& b, std::uint32_t t) {
    return a.anyIn(s, [&](const Fact& x) {
        return (gate::numeric(x.kind) || x.kind == claim::ClaimKind::Age) && b.anyIn(t, [&](const Fact& y) {
            return y.kind == x.kind && y.slot.unit == x.slot.unit &&
                   (x.kind == claim::ClaimKind::Age || y.slot.head == x.slot.head) && x.said.set != y.said.set;
        });
    });
}

bool timesApart(const claim::Anchor& x, const claim::Anchor& y) {
    if (!x.unresolved.empty() && !y.unresolved.empty() && x.unresolved != y.unresolved)
        return true;
    return x.explicitTime && y.explicitTime && x.time && y.time && !gate::meet(*x.time, *y.time);
}

bool toldAlready(const std::vector<Question>& told, std::uint32_t i, const Outline& x, std::uint32_t j,
                 const Outline& y) {
    return std::any_of(told.begin(), told.end(), [&](const Question& question) {
        return std::any_of(question.relations.get().begin(), question.relations.get().end(), [&](const Relation& r) {
            if (r.kind > RelationKind::Discrepancy)
                return false;
            const QuestionClaim &c = question.claims.get()[r.a], &d = question.claims.get()[r.b];
            return (c.article == i && d.article == j && x.span.overlaps(c.words) && y.span.overlaps(d.words)) ||
                   (c.article == j && d.article == i && x.span.overlaps(d.words) && y.span.overlaps(c.words));
        });
    });
}

} // namespace countercheck::compare
