// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate/rivalcounts.h"

#include "core/compare/gate/gate.h"
#include "core/compare/letter.h"
#include "core/compare/relate.h"
#include "core/compare/words/concepts.h"
#include "core/compare/words/lookups.h"
#include "core/compare/words/wordlists.h"
#include "core/text/explaining.h"
#include "core/text/tablerows.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::compare {

namespace {

bool oneDeed(const Fact& x, const Fact& y) {
    const auto &p = x.slot.event, &q = y.slot.event;
    return p == q || listed(Family::Light, p) || listed(Family::Light, q) || gate::kindred(p, q) ||
           (!x.slot.classified && !y.slot.classified && verbsClose(p, q));
}

/// Of one noun, and not "a guard" beside "two people"; of people of whom another word for the same is told, too.
bool oneNoun(const Fact& x, const Fact& y) {
    const auto &p = x.slot.head, &q = y.slot.head;
    if (p.empty() || q.empty())
        return false;
    if (p == q || together(Family::Thing, p, q))
        return true;
    if (x.slot.headClass != "person" && x.slot.headClass != "thing")
        return gate::sameHead(x, y); // "a parked vehicle", "five cars"
    return x.partitive && y.partitive && !gate::genericPerson(p) && !gate::genericPerson(q) && gate::sameHead(x, y);
}

/// "A French engineer", "two French engineers"; not "a 12-year-old girl", "two girls": has the other's sentence what
/// narrows the one, and the one what narrows the several?
bool narrowedAlike(const Digest& a, const Fact& one, const Fact& many) {
    const std::string words = text::foldAccents(one.said.words.of(a.text));
    if (words.find_first_of("0123456789") != std::string::npos)
        return false;
    for (const std::string& kind : many.marks.kinds)
        if (words.find(kind) == std::string::npos)
            return false;
    bool all = true;
    text::forEachWord(many.slot.modifiers, [&](std::string_view modifier) {
        all = all && (one.subjectKinds.empty() || words.find(modifier) != std::string::npos ||
                      std::ranges::find(one.subjectKinds, Concepts::named(modifier)) != one.subjectKinds.end());
    });
    return all && std::ranges::all_of(one.subjectKinds, [&](std::uint32_t kind) { return hasWord(many, kind); });
}

/// Is it a number of several to whom something was done?
bool several(const Fact& f) {
    return f.kind == claim::ClaimKind::Count && f.said.set && !f.none && f.sum.empty() && !f.negatedVerb &&
           !f.planned && !f.asked && !f.marks.more && !f.marks.other && !f.marks.each && !f.loose && f.said.set->low &&
           *f.said.set->low >= read::Decimal(2) && !contains(*f.said.set, read::Decimal(1)) &&
           (f.slot.relation == claim::Relation::Patient || listed(Family::Light, f.slot.event));
}

/// Does the report count such things, to which the same was done, elsewhere? Then the one may be one of them.
bool countsThem(const Digest& in, const Fact& one) {
    return std::ranges::any_of(in.facts, [&](const Fact& f) {
        return f.kind == claim::ClaimKind::Count && f.said.set && !f.none &&
               (oneNoun(one, f) || (f.slot.headClass == "person" && gate::genericPerson(f.slot.head) &&
                                    one.slot.headClass == "person" && f.sentence != one.sentence)) &&
               oneDeed(one, f);
    });
}

bool tellsOne(const Digest& in, const Fact& other, const Fact& but) {
    return std::ranges::any_of(in.singles, [&](const Fact& f) {
        return &f != &but && oneNoun(f, other) && oneDeed(f, other) &&
               (f.subjectKinds != but.subjectKinds || f.sentence == but.sentence);
    });
}

/// Do the two sentences tell one thing of one happening?
bool oneThing(const Candidate& a, const Candidate& b, const Common& common) {
    const Fact &x = *a.fact, &y = *b.fact;
    const std::size_t words = gate::overlap(x.content, y.content);
    const double cover = gate::share(x.content, y.content);
    const bool light = listed(Family::Light, x.slot.event) || listed(Family::Light, y.slot.event);
    const bool narrow = !light && !x.subjectKinds.empty(); // "a prior conviction", "three prior convictions"
    // "Two guards were shot dead": a short sentence has no more.
    const bool enough = words >= (narrow ? 2u : 3u) || (words == 2 && cover >= 0.6);
    if (!enough || cover < (light ? 0.5 : 0.3) || !gate::oneHappening(common, words) ||
        (!common.tiny && !gate::oneStory(common)))
        return false;
    if (gate::namesOthers(a, b) || gate::strangers(a, b, common) || gate::aboutOther(a, b) || gate::aboutOther(b, a) ||
        gate::elsewhere(a, b) || gate::sequel(a, b) || gate::otherTitles(x, y) || gate::otherComplements(x, y) ||
        (x.slot.headClass == "thing" && gate::otherCharges(a, b)) || x.anchor.background != y.anchor.background)
        return false;
    Verdict here;
    return !gate::happeningVeto(a, b, common, here);
}

QuestionClaim claimOf(const Digest& article, std::uint32_t index, const Fact& fact) {
    QuestionClaim claim = fact.said;
    claim.article = index;
    claim.quote = std::string(claim.words.of(article.text));
    if (claim.shown.empty())
        claim.shown = claim.quote;
    return claim;
}

Question questionOf(const Candidate& one, const Candidate& many, int hedgePercent, const TitleOf& titleOf) {
    const bool turned = many.article < one.article;
    const Candidate &a = turned ? many : one, &b = turned ? one : many;
    Question question;
    question.kind = QuestionKind::Count;
    question.label = many.fact->topic;
    question.title = titleOf(*many.fact);
    question.claims = {claimOf(*a.in, a.article, *a.fact), claimOf(*b.in, b.article, *b.fact)};
    const auto& claims = std::as_const(question).claims.get();
    question.key = "one of several:" + text::foldAccents(claims[0].quote) + "|" + text::foldAccents(claims[1].quote);
    const auto ruling = relateFigures({claims[0], articleLetter(a.article), a.in->published},
                                      {claims[1], articleLetter(b.article), b.in->published}, hedgePercent);
    if (ruling)
        question.relations.push_back({0, 1, ruling->kind, ruling->reason, ruling->supersedes, ruling->explanation});
    question.because.push_back(
        text::explained("one report tells of one of them without a number, the other counts several"));
    question.because.push_back(text::explained("their sentences share {0} content words",
                                               {std::to_string(gate::overlap(a.fact->content, b.fact->content))}));
    return question;
}

/// Is a conflict of the two sentences told already?
bool toldAlready(const std::vector<Question>& told, const Candidate& a, const Candidate& b) {
    return std::ranges::any_of(told, [&](const Question& question) {
        return std::ranges::any_of(question.relations.get(), [&](const Relation& r) {
            const QuestionClaim &c = question.claims.get()[r.a], &d = question.claims.get()[r.b];
            const auto are = [&](const QuestionClaim& x, const QuestionClaim& y) {
                return x.article == a.article && y.article == b.article && x.words.overlaps(a.fact->said.words) &&
                       y.words.overlaps(b.fact->said.words);
            };
            return r.kind <= RelationKind::Discrepancy && (are(c, d) || are(d, c));
        });
    });
}

} // namespace

std::vector<Question> rivalCounts(const std::vector<const Digest*>& articles, const std::vector<Common>& common,
                                  int hedgePercent, const TitleOf& titleOf, const std::vector<Question>& told) {
    std::vector<Question> out;
    const auto n = static_cast<std::uint32_t>(articles.size());
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t j = 0; j < n; ++j) {
            const Digest &a = *articles[i], &b = *articles[j];
            if (i == j || a.singles.empty() || a.language != b.language)
                continue;
            const Common& shares = common[std::min(i, j) * n + std::max(i, j)];
            if (shares.longApart)
                continue;
            for (const Fact& one : a.singles) {
                const Fact* many = nullptr;
                bool sure = true;
                for (const Fact& f : b.facts)
                    if (several(f) && oneNoun(one, f) && oneDeed(one, f) && f.partitive == one.partitive &&
                        narrowedAlike(a, one, f)) {
                        sure = sure && (!many || many->said.set == f.said.set);
                        many = many ? many : &f;
                    }
                if (!many || !sure || countsThem(a, one) || tellsOne(a, one, one) || tellsOne(b, one, *many))
                    continue;
                const Candidate x{i, 0xFFFFFFFFu, &one, &a};
                const Candidate y{j, static_cast<std::uint32_t>(many - b.facts.data()), many, &b};
                if (!oneThing(x, y, shares) || toldAlready(told, x, y) || toldAlready(out, x, y))
                    continue;
                Question question = questionOf(x, y, hedgePercent, titleOf);
                if (question.status() == RelationKind::Contradiction)
                    out.push_back(std::move(question));
            }
        }
    return out;
}

} // namespace countercheck::compare
