// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentence.h"

#include "core/report/bidi.h"
#include "core/report/clause.h"
#include "core/report/words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace countercheck::report {

using compare::QuestionClaim;
using compare::QuestionKind;
using read::Decimal;
using read::Modality;
using read::Qualifier;

namespace {

using Values = std::vector<SourcedValue>;
using Names = std::vector<std::string>;

void addOnce(Names& to, const std::string& name) {
    if (std::find(to.begin(), to.end(), name) == to.end())
        to.push_back(name);
}

class Writer {
public:
    Writer(const compare::Question& question, const Values& values, const dossier::Dossier& dossier,
           const dossier::Decisions& decisions, Language language)
        : q_(question), v_(values), d_(dossier), decisions_(decisions), language_(language),
          clause_(Clause::of(question, language)) {}

    [[nodiscard]] std::string write() const {
        if (decisions_.proposal)
            return proposed(*decisions_.proposal);
        if (decisions_.verdict && decisions_.verdict->state == dossier::VerdictState::Unverifiable)
            return notEstablished();
        if (v_.empty())
            return notEstablished();
        if (v_.size() == 1 && q_.kind == QuestionKind::Quote && v_.front().attributed)
            return quotes();
        if (v_.size() == 1)
            return one(v_.front());
        if (const auto update = updated())
            return *update;
        switch (q_.kind) {
        case QuestionKind::Count:
            return figures();
        case QuestionKind::Polarity:
            return polarity();
        case QuestionKind::Quote:
            return quotes();
        default:
            return listed();
        }
    }

private:
    const compare::Question& q_;
    const Values& v_;
    const dossier::Dossier& d_;
    const dossier::Decisions& decisions_;
    Language language_;
    std::optional<Clause> clause_;

    [[nodiscard]] std::string say(std::string_view name, std::initializer_list<std::string_view> parts) const {
        return form(language_, name, parts);
    }
    /// The form for one or for several of those whom its verb is about.
    [[nodiscard]] std::string say(std::string_view name, bool several,
                                  std::initializer_list<std::string_view> parts) const {
        return form(language_, std::string(name) + (several ? ".2" : ".1"), parts);
    }
    [[nodiscard]] std::string join(const Names& names) const { return joined(names, language_); }
    [[nodiscard]] bool severalOf(const Names& names) const {
        if (names.size() != 1)
            return true;
        for (const SourcedValue& value : v_)
            if (value.source == names.front())
                return value.several;
        return false;
    }

    /// "people abducted" as a subject: "Number of people abducted" for counts, the label itself otherwise.
    [[nodiscard]] std::string subject() const {
        const std::string label = labelIn(q_, language_);
        if (q_.kind != QuestionKind::Count)
            return label;
        std::string words = say("number.of", {label});
        if (language_ == Language::French && words.ends_with("de " + label))
            words.replace(words.size() - label.size() - 3, words.npos, de(label));
        return words;
    }
    [[nodiscard]] std::string numberOf(const QuestionClaim& claim) const {
        return numberWords(claim, language_, clause_ && clause_->feminine());
    }
    [[nodiscard]] std::string clauseOf(const QuestionClaim& claim, Mood mood = Mood::Said) const {
        if (!clause_ || q_.kind != QuestionKind::Count)
            return {};
        const auto number = beforeNoun(claim, language_, clause_->feminine());
        return number ? clause_->with(*number, mood) : std::string();
    }
    /// "three people were abducted" after "denied that".
    [[nodiscard]] std::string thatClause(const QuestionClaim& claim) const {
        const std::string words = clauseOf(claim, Mood::Denied);
        return words.empty() || language_ == Language::English ? words : que(words);
    }
    /// "Sahel Lookout: 3; an official: 4"
    [[nodiscard]] std::string attributions() const {
        Names parts;
        for (const SourcedValue& value : v_)
            addOnce(parts, say("teller.value", {teller(value), words(value)}));
        return all(parts);
    }
    [[nodiscard]] std::string all(const Names& parts) const {
        std::string out;
        for (const std::string& part : parts)
            out = out.empty() ? part : say("semicolon", {out, part});
        return out;
    }
    [[nodiscard]] std::string attributed() const {
        const std::string all = attributions();
        return all.empty() ? all : say("bracket", {all});
    }
    /// Who says so; a copy that says something of its own is named as the copy it is.
    [[nodiscard]] std::string teller(const SourcedValue& value) const {
        if (!value.derivedCopy)
            return value.source;
        return value.attributed ? say("rewritten", {value.source, names(value.articles)})
                                : say("written.from", {value.source, name(value.copiedFrom)});
    }
    [[nodiscard]] std::string marked(const QuestionClaim& claim, std::string words) const {
        if (claim.modality == Modality::Denied)
            words = say("mark.denied", {words});
        else if (claim.modality == Modality::Possible)
            words = say("mark.possible", {words});
        return claim.negative ? say("mark.not", {words}) : words;
    }
    [[nodiscard]] std::string words(const SourcedValue& value) const {
        const QuestionClaim& claim = *value.claim;
        return marked(claim, q_.kind == QuestionKind::Quote   ? quotedWords(claim.shown, language_)
                             : q_.kind == QuestionKind::Count ? inDigits(claim, language_)
                                                              : shownIn(claim, language_));
    }
    [[nodiscard]] std::string name(std::uint32_t article) const {
        return article < d_.articles.size() ? isolated(articleName(d_.articles[article])) : say("an.article", {});
    }
    [[nodiscard]] Names namesOf(std::vector<std::uint32_t> articles) const {
        std::sort(articles.begin(), articles.end());
        Names out;
        for (const std::uint32_t article : articles)
            addOnce(out, name(article));
        return out;
    }
    [[nodiscard]] std::string names(const std::vector<std::uint32_t>& articles) const {
        return join(namesOf(articles));
    }
    /// "Alpha and Charlie and repeated by Bravo"
    [[nodiscard]] std::string reporters(const SourcedValue& value) const {
        return value.copies.empty() ? names(value.articles)
                                    : say("repeated", {names(value.articles), names(value.copies)});
    }
    [[nodiscard]] bool severalReport(const SourcedValue& value) const { return namesOf(value.articles).size() > 1; }

    [[nodiscard]] std::string proposed(const dossier::Proposal& proposal) const {
        std::string sentence = withoutTurns(proposal.wording);
        while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == ' ' || sentence.back() == '\n'))
            sentence.pop_back();
        if (sentence.empty()) {
            if (proposal.low.empty() && proposal.high.empty())
                return notEstablished();
            sentence = range(proposal.low, proposal.high);
        }
        const bool closed = sentence.ends_with('!') || sentence.ends_with('?') || sentence.ends_with("\xE2\x80\x9D");
        if (sentence.ends_with(')')) // who says what stands there already
            return capitalised(sentence) + '.';
        return capitalised(sentence) + (closed && v_.empty() ? "" : sourcesOf(proposal) + '.');
    }
    /// Who says the low and the high figure, as the person put it; else as the articles do.
    [[nodiscard]] std::string sourcesOf(const dossier::Proposal& proposal) const {
        if (proposal.lowSource.empty() || proposal.highSource.empty() || proposal.low.empty() || proposal.high.empty())
            return attributed();
        const std::string low = say("teller.value", {isolated(proposal.lowSource), plain(proposal.low)});
        const std::string high = say("teller.value", {isolated(proposal.highSource), plain(proposal.high)});
        return say("bracket", {low == high ? low : say("semicolon", {low, high})});
    }
    [[nodiscard]] std::string plain(const std::string& digits) const {
        const auto value = Decimal::tryFrom(digits);
        return value ? grouped(*value, language_) : digits;
    }
    /// What a person put down as low and high.
    [[nodiscard]] std::string range(const std::string& low, const std::string& high) const {
        std::string number;
        if (low.empty())
            number = hedged(Qualifier::AtMost, plain(high), language_);
        else if (high.empty())
            number = hedged(Qualifier::AtLeast, plain(low), language_);
        else if (low == high)
            number = plain(low);
        else
            number = say("between", {plain(low), plain(high)});
        const auto most = Decimal::tryFrom(high.empty() ? low : high);
        if (clause_ && q_.kind == QuestionKind::Count && most && *most >= Decimal(1)) {
            const bool one = *most == Decimal(1) && (low == high || low.empty() || high.empty());
            if (const std::string words = clause_->with({number, one}); !words.empty())
                return words;
        }
        return say("labelled", {subject(), number});
    }
    [[nodiscard]] std::string notEstablished() const {
        return capitalised(say(q_.kind == QuestionKind::Count ? "not.established.count" : "not.established",
                               {subject(), attributed()}));
    }

    /// One value and one source.
    [[nodiscard]] std::string one(const SourcedValue& value) const {
        const QuestionClaim& claim = *value.claim;
        const bool reported = value.articles.size() + value.copies.size() > 1;
        if (claim.modality == Modality::Denied) {
            const std::string what = thatClause(claim);
            if (!what.empty())
                return capitalised(reported
                                       ? say("denied.reported", value.several, {value.source, what, reporters(value)})
                                       : say("denied", value.several, {value.source, what}));
        } else if (claim.modality == Modality::Possible) {
            const std::string maybe = clauseOf(claim, Mood::Possible);
            if (!maybe.empty() && !reported)
                return capitalised(say("unconfirmed", {value.source, maybe}));
        } else if (const std::string what = clauseOf(claim); !what.empty()) {
            if (value.attributed && reported)
                return capitalised(
                    say("according.reported", severalReport(value), {what, value.source, reporters(value)}));
            if (reported)
                return capitalised(say("reported", severalReport(value), {what, reporters(value)}));
            return capitalised(say("unconfirmed", {value.source, what}));
        }
        std::string out = value.attributed ? say("labelled.according", {subject(), words(value), value.source})
                                           : say("labelled", {subject(), words(value)});
        if (!value.attributed || reported)
            out = say("labelled.reported", {out, reporters(value)});
        return capitalised(say(reported ? "stop" : "stop.unconfirmed", {out}));
    }

    /// "At least 14 people died, B said, up from nine (A)."
    [[nodiscard]] std::optional<std::string> updated() const {
        if (v_.size() != 2 || q_.kind != QuestionKind::Count)
            return std::nullopt;
        const auto it = std::find_if(q_.relations.begin(), q_.relations.end(), [](const compare::Relation& r) {
            return r.reason == compare::Reason::Update && r.supersedes != compare::Supersedes::None;
        });
        if (it == q_.relations.end())
            return std::nullopt;
        const std::uint32_t newer = it->supersedes == compare::Supersedes::A ? it->a : it->b;
        const auto holds = [&](const SourcedValue& v, std::uint32_t claim) {
            return std::find(v.claims.begin(), v.claims.end(), claim) != v.claims.end();
        };
        const std::size_t at = holds(v_[0], newer) ? 0 : 1;
        const SourcedValue &now = v_[at], &before = v_[1 - at];
        const auto plainly = [](const QuestionClaim& claim) {
            return !claim.negative && claim.modality != Modality::Denied && claim.modality != Modality::Possible;
        };
        if (!holds(now, newer) || !now.claim->set || !now.claim->set->headline || !before.claim->set ||
            !before.claim->set->headline || !plainly(*now.claim) || !plainly(*before.claim) ||
            *now.claim->set->headline == *before.claim->set->headline)
            return std::nullopt;
        const std::string what = clauseOf(*now.claim);
        if (what.empty())
            return std::nullopt;
        const bool up = *now.claim->set->headline > *before.claim->set->headline;
        return capitalised(say(up ? "update.up" : "update.down", now.several,
                               {what, now.source, day(now), numberOf(*before.claim), day(before),
                                before.source == now.source ? std::string() : say("bracket", {before.source})}));
    }
    /// " on Wednesday", from the day on which the article was published; empty: unknown.
    [[nodiscard]] std::string day(const SourcedValue& value) const {
        if (value.claim->article >= d_.articles.size())
            return {};
        const auto seconds = read::parseIsoTime(d_.articles[value.claim->article].info.published);
        return seconds ? say("on.day", {weekday(*seconds, language_)}) : std::string();
    }

    /// Two or more values of a count.
    [[nodiscard]] std::string figures() const {
        Values plain; // with a headline figure
        Values vague; // several, dozens
        for (const SourcedValue& value : v_) {
            if (!value.claim->set || value.claim->negative || value.claim->modality == Modality::Denied)
                return denied(); // no range may be made of a denial
            (value.claim->set->headline ? plain : vague).push_back(value);
        }
        if (plain.empty())
            return listed();
        std::vector<Decimal> exact, all;
        for (const SourcedValue& value : plain) {
            const Decimal& headline = *value.claim->set->headline;
            if (std::find(all.begin(), all.end(), headline) == all.end())
                all.push_back(headline);
            if (value.claim->set->qualifier == Qualifier::Exact &&
                std::find(exact.begin(), exact.end(), headline) == exact.end())
                exact.push_back(headline);
        }
        std::sort(all.begin(), all.end());
        std::sort(exact.begin(), exact.end());
        if (all.size() == 1)
            return agreed(plain, vague);
        // Exact figures that name all there is: "Either 3 or 5", "Between 3 and 4".
        if (exact.size() >= 2 && exact.front() == all.front() && exact.back() == all.back() &&
            all.front() > Decimal(0) && all.size() == exact.size())
            return either(exact);
        return estimates(plain);
    }
    /// "Estimates of the attackers run from more than 100 (A) to nearly 160 (B)."
    [[nodiscard]] std::string estimates(const Values& plain) const {
        const auto low = std::min_element(plain.begin(), plain.end(), byHeadline),
                   high = std::max_element(plain.begin(), plain.end(), byHeadline);
        std::string from = numberOf(*low->claim), to = numberOf(*high->claim);
        if (language_ == Language::French) {
            from = de(from);
            if (high->claim->set->qualifier == Qualifier::AtMost) // not « à jusqu’à »
                to = spelled(*high->claim->set->headline, language_, clause_ && clause_->feminine());
        }
        const bool bare = language_ == Language::English && q_.label.find(' ') == std::string::npos;
        std::string out =
            say("estimates", {bare ? labelIn(q_, language_) : subject(), say("bracketed", {from, teller(*low)}),
                              say("bracketed", {to, teller(*high)})});
        Names rest;
        for (const SourcedValue& value : v_)
            if (value.claim != low->claim && value.claim != high->claim)
                rest.push_back(say("teller.value", {value.source, words(value)}));
        if (!rest.empty())
            out = say("others", {out, all(rest)});
        return capitalised(say("stop", {out}));
    }
    /// "Residents said two people were abducted; the company denied it."
    [[nodiscard]] std::string denied() const {
        Names said, refused;
        const SourcedValue* first = nullptr;
        for (const SourcedValue& value : v_) {
            const QuestionClaim& claim = *value.claim;
            if (!claim.set || !claim.set->headline || claim.modality == Modality::Possible ||
                (first && (*claim.set->headline != *first->claim->set->headline ||
                           claim.set->qualifier != first->claim->set->qualifier)))
                return listed();
            first = first ? first : &value;
            const bool no = claim.modality == Modality::Denied;
            if (no && claim.negative)
                return listed();
            addOnce(no || claim.negative ? refused : said, value.source);
        }
        std::string what;
        for (const SourcedValue& value : v_)
            if (what.empty())
                what = clauseOf(*value.claim);
        if (what.empty() || said.empty() || refused.empty())
            return listed();
        return capitalised(say("said.denied", severalOf(refused), {join(said), what, join(refused)}));
    }
    static bool byHeadline(const SourcedValue& a, const SourcedValue& b) {
        return *a.claim->set->headline < *b.claim->set->headline;
    }
    [[nodiscard]] std::string either(const std::vector<Decimal>& exact) const {
        bool contiguous = true;
        for (std::size_t i = 1; i < exact.size(); ++i) {
            const auto next = exact[i - 1].plus(Decimal(1));
            contiguous = contiguous && next && *next == exact[i];
        }
        std::string number;
        if (contiguous) {
            number = say("between", {grouped(exact.front(), language_), grouped(exact.back(), language_)});
        } else {
            number = say("either", {grouped(exact.front(), language_)});
            for (std::size_t i = 1; i < exact.size(); ++i)
                number = say(i + 1 == exact.size() ? "or.last" : "or.comma", {number, grouped(exact[i], language_)});
        }
        const bool sentence =
            clause_ && std::none_of(v_.begin(), v_.end(), [](const SourcedValue& v) { return !v.claim->unit.empty(); });
        return capitalised(
            say("stop",
                {(sentence ? clause_->with({number, false}) : say("labelled", {subject(), number})) + attributed()}));
    }
    /// One headline figure, whatever the hedges; vaguer words besides.
    [[nodiscard]] std::string agreed(const Values& plain, const Values& vague) const {
        const SourcedValue* best = &plain.front(); // exact words before hedged ones
        for (const SourcedValue& value : plain)
            if (best->claim->set->qualifier != Qualifier::Exact && value.claim->set->qualifier == Qualifier::Exact)
                best = &value;
        Names same;
        Groups others;
        const auto hedge = [](const SourcedValue& v) {
            return std::pair(v.claim->set->qualifier, v.claim->modality == Modality::Possible);
        };
        for (const SourcedValue& value : plain)
            if (hedge(value) == hedge(*best))
                addOnce(same, value.source);
            else
                others.add(marked(*value.claim, numberOf(*value.claim)), value.source);
        for (const SourcedValue& value : vague)
            others.add(marked(*value.claim, numberOf(*value.claim)), value.source);
        const std::string what =
            clauseOf(*best->claim, best->claim->modality == Modality::Possible ? Mood::Possible : Mood::Said);
        std::string out =
            say("according", {what.empty() ? say("labelled", {subject(), words(*best)}) : what, join(same)});
        if (!others.list.empty())
            out = say("also.given", {out, shown(others, "comma")});
        return capitalised(say("stop", {out}));
    }
    /// Words, each once, with all who say them.
    struct Groups {
        std::vector<std::pair<std::string, Names>> list;
        void add(const std::string& words, const std::string& source) {
            auto it = std::find_if(list.begin(), list.end(), [&](const auto& g) { return g.first == words; });
            if (it == list.end())
                it = list.insert(list.end(), {words, {}});
            addOnce(it->second, source);
        }
    };
    /// "several (Alpha), dozens (Bravo, Charlie)"
    [[nodiscard]] std::string shown(const Groups& groups, std::string_view divider) const {
        std::string out;
        for (const auto& [words, sources] : groups.list) {
            std::string all;
            for (const std::string& source : sources)
                all = all.empty() ? source : say("comma", {all, source});
            const std::string one = say("bracketed", {words, all});
            out = out.empty() ? one : say(divider, {out, one});
        }
        return out;
    }
    /// One speaker's words: "A source said “enormous damage” (Alpha); shortened to “enormous” (Bravo)."
    [[nodiscard]] std::string quotes() const {
        const SourcedValue* whole = &v_.front();
        for (const SourcedValue& value : v_) {
            if (value.source != v_.front().source || !value.attributed || value.claim->negative ||
                value.claim->modality == Modality::Denied)
                return listed();
            if (value.claim->shown.size() > whole->claim->shown.size())
                whole = &value;
        }
        Groups groups;
        const std::string full = quotedWords(whole->claim->shown, language_);
        bool shortened = true;
        for (const SourcedValue& value : v_) {
            const std::string part = quotedWords(value.claim->shown, language_);
            if (&value == whole || part == full)
                continue;
            shortened = shortened && lowered(full).find(bare(lowered(part))) != std::string::npos;
            for (const std::uint32_t article : value.articles)
                groups.add(part, name(article));
            for (const std::uint32_t article : value.copies)
                groups.add(part, name(article));
        }
        std::string out = say("quoted", {whole->source, full, reporters(*whole)});
        if (!groups.list.empty())
            out = say(shortened ? "quoted.shortened" : "quoted.also", {out, shown(groups, "comma")});
        return capitalised(say("stop", {out}));
    }
    /// Without the marks around.
    [[nodiscard]] std::string bare(const std::string& quoted) const {
        const std::string marks = say("quotation", {""});
        const std::size_t half = marks.size() / 2; // each mark takes as many bytes as the other
        return quoted.substr(half, quoted.size() - 2 * half);
    }
    [[nodiscard]] std::string polarity() const {
        Names said, refused;
        for (const SourcedValue& value : v_)
            addOnce(value.claim->negative || value.claim->modality == Modality::Denied ? refused : said, value.source);
        if (said.empty() || refused.empty())
            return listed();
        return capitalised(say("polarity", {subject(), join(said), join(refused)}));
    }
    /// Everything else: what it is, and each value with who gives it.
    [[nodiscard]] std::string listed() const {
        Groups groups;
        for (const SourcedValue& value : v_)
            groups.add(words(value), value.source);
        const auto status = q_.status();
        const bool differ =
            status && groups.list.size() > 1 &&
            (*status == compare::RelationKind::Contradiction || *status == compare::RelationKind::Discrepancy);
        if (differ)
            return capitalised(say(*status == compare::RelationKind::Contradiction ? "conflict" : "differ",
                                   {subject(), shown(groups, "semicolon")}));
        Groups first, rest;
        for (std::size_t i = 0; i < groups.list.size(); ++i)
            (i == 0 ? first : rest).list.push_back(groups.list[i]);
        return capitalised(rest.list.empty()
                               ? say("given", {subject(), shown(first, "comma")})
                               : say("given.also", {subject(), shown(first, "comma"), shown(rest, "semicolon")}));
    }
};

} // namespace

std::string sentenceFor(const compare::Question& question, const std::vector<SourcedValue>& values,
                        const dossier::Dossier& dossier, const dossier::Decisions& decisions, Language language) {
    // What comes from articles is set apart first, so that the forms need not think of it.
    Values safe = values;
    std::vector<QuestionClaim> claims;
    claims.reserve(safe.size());
    for (SourcedValue& value : safe) {
        claims.push_back(*value.claim);
        claims.back().shown = isolated(claims.back().shown.empty() ? claims.back().quote : claims.back().shown);
        value.claim = &claims.back();
        const Teller teller = value.attributed ? tellerIn(value.source, language) : Teller{value.source, false};
        value.several = teller.several;
        value.source = isolated(teller.name);
    }
    return Writer(question, safe, dossier, decisions, language).write();
}

std::string valueWords(const SourcedValue& value, Language language) {
    const QuestionClaim& claim = *value.claim;
    const bool count = claim.set && claim.unit.empty();
    std::string words = language == Language::French && count ? inDigits(claim, language) : shownIn(claim, language);
    if (claim.set && words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' && words[1] <= 'z')
        words[0] = static_cast<char>(words[0] + 32); // "Three people" only began a sentence
    if (claim.negative)
        words = form(language, "mark.not", {words});
    if (claim.modality == read::Modality::Denied)
        words = form(language, "mark.denied", {words});
    else if (claim.modality == read::Modality::Possible)
        words = form(language, "mark.possible", {words});
    return words;
}

} // namespace countercheck::report
