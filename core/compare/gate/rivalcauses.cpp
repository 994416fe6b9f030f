// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalcauses.h"

#include "core/compare/gate/gate.h"
#include "core/compare/letter.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/opposites.h"
#include "core/compare/words/wordlists.h"
#include "core/text/explaining.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace countercheck::compare {

namespace {

/// Is it what the report is about: its lead event, or a word of its beginning? A pronoun stands for that.
bool ofStory(const Digest& in, const Fact& cause) {
    const std::string_view effect = cause.slot.event;
    const auto begins = [&](std::string_view word) {
        return std::binary_search(in.leadWords.begin(), in.leadWords.end(), Concepts::named(word));
    };
    return effect.empty() || effect == in.leadEvent || begins(effect) || begins(cause.doneTo);
}

bool oneEffect(const Fact& x, const Fact& y) {
    const std::string_view p = x.slot.event, q = y.slot.event;
    return p.empty() || q.empty() || p == q || x.doneTo == y.doneTo || together(Family::Thing, p, q) ||
           gate::kindred(p, q);
}

/// Are the two nouns two causes, and neither so wide that it may be the other?
bool twoCauses(const Fact& x, const Fact& y) {
    const std::string_view p = x.slot.head, q = y.slot.head;
    const auto vague = [](const Fact& f) {
        return listed(Family::Vague, f.slot.head) || listed(Family::Vague, f.subject) ||
               gate::genericPerson(f.slot.head);
    };
    return p != q && gate::overlap(x.dones, y.dones) == 0 && !vague(x) && !vague(y) && !together(Family::Thing, p, q) &&
           !gate::kindred(p, q) && !gate::kindred(x.subject, y.subject) && !nounsNear(p, q) &&
           !together(Family::Fault, p, q);
}

/// Does the report speak of the cause that the other gives, anywhere? Then it knows of it.
bool speaksOf(const Digest& in, const Fact& cause) {
    const std::string_view word = cause.slot.head;
    std::string lower;
    const std::string_view text = text::lowered(in.text, lower);
    const auto letter = [&](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if ((at == 0 || !letter(at - 1)) && !letter(at + word.size()))
            return true;
    return false;
}

/// The causes of what the report is about: of several it gives none.
const Fact* causeIn(const Digest& in, bool& several) {
    const Fact* out = nullptr;
    for (const Fact& f : in.causes) {
        if (!ofStory(in, f) || f.anchor.background || f.further)
            continue;
        if (out && (out->thing != f.thing || out->none != f.none)) {
            // "The cause was not known, but he had had heart disease" tells of one that is not known.
            if (out->none == f.none)
                several = true;
            out = out->none ? &f : out;
            continue;
        }
        out = out ? out : &f;
    }
    return out;
}

QuestionClaim claimOf(const Digest& article, std::uint32_t index, const Fact& fact) {
    QuestionClaim claim = fact.said;
    claim.article = index;
    claim.quote = std::string(claim.words.of(article.text));
    return claim;
}

Question questionOf(const Candidate& a, const Candidate& b) {
    Question question;
    question.kind = QuestionKind::Cause;
    question.label = "cause";
    question.title = "What caused it?";
    question.claims = {claimOf(*a.in, a.article, *a.fact), claimOf(*b.in, b.article, *b.fact)};
    const auto& claims = std::as_const(question).claims.get();
    const std::string x = text::foldAccents(claims[0].quote), y = text::foldAccents(claims[1].quote);
    question.key = "cause of one story:" + std::min(x, y);
    const bool untold = a.fact->none || b.fact->none;
    const auto named = [](const Candidate& c) {
        return text::explained("“{0}” ({1})",
                               {text::verbatim(c.fact->said.words.of(c.in->text)), articleLetter(c.article)});
    };
    const Candidate &known = a.fact->none ? b : a, &other = a.fact->none ? a : b;
    const std::string explanation =
        untold ? text::explained("{0} names a cause, and {1} says that it is not known.", {named(known), named(other)})
               : text::explained("{0} and {1}: two causes of what both reports are about.", {named(a), named(b)});
    const bool later =
        untold && known.in->published && other.in->published && *known.in->published > *other.in->published;
    question.relations.push_back({0, 1, untold ? RelationKind::Discrepancy : RelationKind::Contradiction,
                                  later ? Reason::Update : Reason::Value,
                                  !later         ? Supersedes::None
                                  : a.fact->none ? Supersedes::B
                                                 : Supersedes::A,
                                  explanation});
    question.because.push_back(
        text::explained("both say what caused what the reports are about, or that it is not known"));
    return question;
}

/// Do the two reports conflict about a cause already?
bool toldAlready(const std::vector<Question>& told, std::uint32_t i, std::uint32_t j) {
    return std::ranges::any_of(told, [&](const Question& question) {
        return question.kind == QuestionKind::Cause &&
               std::ranges::any_of(question.relations.get(), [&](const Relation& r) {
                   const std::uint32_t a = question.claims.get()[r.a].article, b = question.claims.get()[r.b].article;
                   return std::minmax(a, b) == std::minmax(i, j);
               });
    });
}

/// Do the two reports tell of one story, as far as what was caused and their names show?
bool oneStory(const Candidate& a, const Candidate& b, const Common& common) {
    const std::string_view p = a.fact->slot.event, q = b.fact->slot.event;
    return gate::oneStory(common) || (common.names >= 1 && !common.leadTimesApart &&
                                      (common.leadTimesMeet || common.tiny) && !p.empty() && p == q);
}

bool rivals(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    if (a.in->sentences + b.in->sentences < 3 || x.anchor.unresolved != y.anchor.unresolved)
        return false; // one sentence against another is laid beside it whole (rivalslots.h)
    if ((x.none && y.none) || !oneEffect(x, y) || !oneStory(a, b, common) || gate::sequel(a, b) ||
        gate::strangers(a, b, common) || gate::namesOthers(a, b) || gate::before(x, b) || gate::before(y, a))
        return false;
    if (x.none || y.none)
        return (x.none ? y : x).slot.event == (x.none ? x : y).slot.event || gate::firm(common);
    return twoCauses(x, y) && !speaksOf(*a.in, y) && !speaksOf(*b.in, x) &&
           (!common.tiny || gate::overlap(x.content, y.content) >= 1);
}

} // namespace

std::vector<Question> rivalCauses(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                  const std::vector<Question>& told) {
    std::vector<Question> out;
    for (std::uint32_t i = 0; i < articles.size(); ++i)
        for (std::uint32_t j = i + 1; j < articles.size(); ++j) {
            const Digest &a = *articles[i], &b = *articles[j];
            if (a.causes.empty() || b.causes.empty() || a.language != b.language ||
                common[i * articles.size() + j].longApart)
                continue;
            bool several = false;
            const Fact *x = causeIn(a, several), *y = causeIn(b, several);
            if (!x || !y || several)
                continue;
            const Candidate p{i, 0xFFFFFFFFu, x, &a}, q{j, 0xFFFFFFFFu, y, &b};
            if (rivals(p, q, common[i * articles.size() + j]) && !toldAlready(told, i, j))
                out.push_back(questionOf(p, q));
        }
    return out;
}

} // namespace countercheck::compare
