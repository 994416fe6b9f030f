// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentence.h"

#include "core/report/bidi.h"
#include "core/report/words.h"

#include <algorithm>
#include <array>
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

class Writer {
public:
    Writer(const compare::Question& question, const Values& values, const dossier::Dossier& dossier,
           const dossier::Decisions& decisions)
        : q_(question), v_(values), d_(dossier), decisions_(decisions),
          clause_(clauseOf(withoutTurns(question.title))) {
        if (!clause_)
            clause_ = clauseOfLabel(withoutTurns(question.label));
    }

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
    std::optional<Clause> clause_;

    /// "people abducted" as a subject: "Number of people abducted" for counts, the label itself otherwise.
    [[nodiscard]] std::string subject() const {
        const std::string label = q_.label.empty() ? std::string("this question") : isolated(q_.label);
        return q_.kind == QuestionKind::Count ? "number of " + label : label;
    }
    /// "(Sahel Lookout: 3; an official: 4)"
    [[nodiscard]] std::string attributed(const Values& values) const {
        std::string out;
        std::vector<std::string> parts;
        for (const SourcedValue& value : values)
            addOnce(parts, teller(value) + ": " + words(value));
        for (const std::string& part : parts)
            out += (out.empty() ? "" : "; ") + part;
        return out.empty() ? out : " (" + out + ")";
    }
    [[nodiscard]] std::string attributed() const { return attributed(v_); }
    /// Who says so; a copy that says something of its own is named as the copy it is.
    [[nodiscard]] std::string teller(const SourcedValue& value) const {
        if (!value.derivedCopy)
            return value.source;
        return value.attributed ? value.source + ", as rewritten by " + names(value.articles)
                                : value.source + ", written from " + name(value.copiedFrom);
    }

    static std::string marked(const QuestionClaim& claim, std::string words) {
        if (claim.modality == Modality::Denied)
            words += " (denied)";
        else if (claim.modality == Modality::Possible)
            words += " (possible)";
        if (claim.negative)
            words = "not " + words;
        return words;
    }
    [[nodiscard]] std::string words(const SourcedValue& value) const {
        const QuestionClaim& claim = *value.claim;
        std::string shown = q_.kind == QuestionKind::Quote   ? quotedWords(claim.shown)
                            : q_.kind == QuestionKind::Count ? inDigits(claim)
                                                             : claim.shown;
        return marked(claim, std::move(shown));
    }
    [[nodiscard]] std::string name(std::uint32_t article) const {
        return article < d_.articles.size() ? isolated(articleName(d_.articles[article])) : std::string("an article");
    }
    [[nodiscard]] std::string names(std::vector<std::uint32_t> articles) const {
        std::sort(articles.begin(), articles.end());
        std::vector<std::string> out;
        for (const std::uint32_t article : articles)
            if (const std::string outlet = name(article); std::find(out.begin(), out.end(), outlet) == out.end())
                out.push_back(outlet);
        return joined(out);
    }
    /// "Alpha and Charlie and repeated by Bravo"
    [[nodiscard]] std::string reporters(const SourcedValue& value) const {
        return names(value.articles) + (value.copies.empty() ? "" : " and repeated by " + names(value.copies));
    }

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
        return capitalised(sentence) + (closed && v_.empty() ? "" : attributed() + ".");
    }
    /// What a person put down as low and high.
    [[nodiscard]] std::string range(const std::string& low, const std::string& high) const {
        const auto plain = [](const std::string& s) {
            const auto value = Decimal::tryFrom(s);
            return value ? grouped(*value) : s;
        };
        std::string number;
        if (low.empty())
            number = "up to " + plain(high);
        else if (high.empty())
            number = "at least " + plain(low);
        else if (low == high)
            number = plain(low);
        else
            number = "between " + plain(low) + " and " + plain(high);
        const auto most = Decimal::tryFrom(high.empty() ? low : high);
        if (clause_ && q_.kind == QuestionKind::Count && most && *most > Decimal(1))
            return clause_->with(number);
        return subject() + ": " + number;
    }
    [[nodiscard]] std::string notEstablished() const {
        if (q_.kind == QuestionKind::Count)
            return "The " + subject() + " is not established" + attributed() + '.';
        return capitalised(subject()) + ": not established" + attributed() + '.';
    }

    /// One value and one source.
    [[nodiscard]] std::string one(const SourcedValue& value) const {
        const QuestionClaim& claim = *value.claim;
        const std::string number = q_.kind == QuestionKind::Count ? beforeNoun(claim) : std::string();
        const bool several = value.articles.size() + value.copies.size() > 1;
        const std::string what = clause_ && !number.empty() ? clause_->with(number) : std::string();
        if (!what.empty() && claim.modality == Modality::Denied)
            return capitalised(value.source) + " denied that " + what +
                   (several ? ", as reported by " + reporters(value) : std::string()) + '.';
        const std::string maybe = clause_ && !number.empty() && claim.modality == Modality::Possible
                                      ? clause_->possible(number)
                                      : std::string();
        if (!maybe.empty() && !several)
            return capitalised(value.source) + " said " + maybe + "; this has not been independently confirmed.";
        if (!what.empty() && claim.modality != Modality::Possible) {
            if (value.attributed && several)
                return capitalised(what) + ", according to " + value.source + ", as reported by " + reporters(value) +
                       '.';
            if (several)
                return capitalised(what) + ", as reported by " + reporters(value) + '.';
            return capitalised(value.source) + " said " + what + "; this has not been independently confirmed.";
        }
        std::string out = capitalised(subject()) + ": " + words(value);
        if (value.attributed)
            out += ", according to " + value.source;
        if (!value.attributed || several)
            out += ", as reported by " + reporters(value);
        return out + (several ? "." : "; this has not been independently confirmed.");
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
        const std::string number = beforeNoun(*now.claim);
        if (!holds(now, newer) || number.empty() || !clause_ || !now.claim->set->headline || !before.claim->set ||
            !before.claim->set->headline)
            return std::nullopt;
        const bool up = *now.claim->set->headline > *before.claim->set->headline;
        return capitalised(clause_->with(number)) + ", " + now.source + " said" + day(now) + ", " +
               (up ? "up" : "down") + " from " + numberWords(*before.claim) + (day(before).empty() ? "" : day(before)) +
               (before.source == now.source ? "" : " (" + before.source + ")") + '.';
    }
    /// " on Wednesday", from the day on which the article was published; empty: unknown.
    [[nodiscard]] std::string day(const SourcedValue& value) const {
        if (value.claim->article >= d_.articles.size())
            return {};
        const auto seconds = read::parseIsoTime(d_.articles[value.claim->article].info.published);
        if (!seconds)
            return {};
        static constexpr std::array<std::string_view, 7> days = {"Thursday", "Friday",  "Saturday", "Sunday",
                                                                 "Monday",   "Tuesday", "Wednesday"};
        std::int64_t number = *seconds / 86400 - (*seconds % 86400 < 0 ? 1 : 0);
        number = (number % 7 + 7) % 7;
        return " on " + std::string(days[static_cast<std::size_t>(number)]);
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
        const auto phrase = [this](const SourcedValue& value) {
            return numberWords(*value.claim) + " (" + teller(value) + ")";
        };
        const auto low = std::min_element(plain.begin(), plain.end(), byHeadline),
                   high = std::max_element(plain.begin(), plain.end(), byHeadline);
        std::string out = (q_.label.find(' ') == std::string::npos ? "Estimates of the " + q_.label
                                                                   : "Estimates of the " + subject()) +
                          " run from " + phrase(*low) + " to " + phrase(*high);
        std::string rest;
        for (const SourcedValue& value : v_)
            if (value.claim != low->claim && value.claim != high->claim)
                rest += (rest.empty() ? "" : "; ") + value.source + ": " + words(value);
        return out + (rest.empty() ? "" : "; others: " + rest) + '.';
    }
    /// "Residents said two people were abducted; the company denied it."
    [[nodiscard]] std::string denied() const {
        std::vector<std::string> said, refused;
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
            std::vector<std::string>& side = no || claim.negative ? refused : said;
            if (std::find(side.begin(), side.end(), value.source) == side.end())
                side.push_back(value.source);
        }
        std::string number;
        for (const SourcedValue& value : v_)
            if (number.empty())
                number = beforeNoun(*value.claim);
        if (!clause_ || number.empty() || said.empty() || refused.empty())
            return listed();
        return capitalised(joined(said)) + " said " + clause_->with(number) + "; " + joined(refused) + " denied it.";
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
            number = "between " + grouped(exact.front()) + " and " + grouped(exact.back());
        } else {
            number = "either ";
            for (std::size_t i = 0; i < exact.size(); ++i)
                number += (i == 0 ? "" : i + 1 == exact.size() ? " or " : ", ") + grouped(exact[i]);
        }
        const bool sentence =
            clause_ && std::none_of(v_.begin(), v_.end(), [](const SourcedValue& v) { return !v.claim->unit.empty(); });
        return capitalised(sentence ? clause_->with(number) : subject() + ": " + number) + attributed() + '.';
    }
    /// One headline figure, whatever the hedges; vaguer words besides.
    [[nodiscard]] std::string agreed(const Values& plain, const Values& vague) const {
        const SourcedValue* best = &plain.front(); // exact words before hedged ones
        for (const SourcedValue& value : plain)
            if (best->claim->set->qualifier != Qualifier::Exact && value.claim->set->qualifier == Qualifier::Exact)
                best = &value;
        std::vector<std::string> same;
        Groups others;
        const auto hedge = [](const SourcedValue& v) {
            return std::pair(v.claim->set->qualifier, v.claim->modality == Modality::Possible);
        };
        for (const SourcedValue& value : plain)
            if (hedge(value) == hedge(*best))
                addOnce(same, value.source);
            else
                others.add(marked(*value.claim, numberWords(*value.claim)), value.source);
        for (const SourcedValue& value : vague)
            others.add(marked(*value.claim, numberWords(*value.claim)), value.source);
        const std::string number = beforeNoun(*best->claim);
        const bool sentence = clause_ && !number.empty() && best->claim->modality != Modality::Possible;
        return capitalised(sentence ? clause_->with(number) : subject() + ": " + words(*best)) + ", according to " +
               joined(same) + (others.list.empty() ? "" : "; also given as " + others.shown(", ")) + '.';
    }
    /// Words, each once, with all who say them.
    struct Groups {
        std::vector<std::pair<std::string, std::vector<std::string>>> list;
        void add(const std::string& words, const std::string& source) {
            auto it = std::find_if(list.begin(), list.end(), [&](const auto& g) { return g.first == words; });
            if (it == list.end())
                it = list.insert(list.end(), {words, {}});
            addOnce(it->second, source);
        }
        /// "several (Alpha), dozens (Bravo, Charlie)"
        [[nodiscard]] std::string shown(std::string_view divider) const {
            std::string out;
            for (const auto& [words, sources] : list) {
                out += (out.empty() ? "" : std::string(divider)) + words + " (";
                for (std::size_t i = 0; i < sources.size(); ++i)
                    out += (i == 0 ? "" : ", ") + sources[i];
                out += ')';
            }
            return out;
        }
    };
    static void addOnce(std::vector<std::string>& to, const std::string& name) {
        if (std::find(to.begin(), to.end(), name) == to.end())
            to.push_back(name);
    }
    /// One speaker's words: "A source said “enormous damage” (Alpha); shortened to “enormous” (Bravo)."
    [[nodiscard]] std::string quotes() const {
        const SourcedValue* whole = &v_.front();
        Groups groups;
        for (const SourcedValue& value : v_) {
            if (value.source != v_.front().source || !value.attributed || value.claim->negative ||
                value.claim->modality == Modality::Denied)
                return listed();
            if (value.claim->shown.size() > whole->claim->shown.size())
                whole = &value;
        }
        const std::string full = quotedWords(whole->claim->shown);
        bool shortened = true;
        for (const SourcedValue& value : v_) {
            const std::string part = quotedWords(value.claim->shown);
            if (&value == whole || part == full)
                continue;
            shortened = shortened && lowered(full).find(bare(lowered(part))) != std::string::npos;
            for (const std::uint32_t article : value.articles)
                groups.add(part, name(article));
            for (const std::uint32_t article : value.copies)
                groups.add(part, name(article));
        }
        return capitalised(whole->source) + " said " + full + ", as quoted by " + reporters(*whole) +
               (groups.list.empty() ? "" : (shortened ? "; shortened to " : "; also quoted as ") + groups.shown(", ")) +
               '.';
    }
    /// Without the three-byte marks around.
    static std::string bare(const std::string& quoted) { return quoted.substr(3, quoted.size() - 6); }
    [[nodiscard]] std::string polarity() const {
        std::vector<std::string> said, denied;
        for (const SourcedValue& value : v_)
            (value.claim->negative || value.claim->modality == Modality::Denied ? denied : said)
                .push_back(value.source);
        if (said.empty() || denied.empty())
            return listed();
        return capitalised(subject()) + ": asserted by " + joined(said) + "; denied by " + joined(denied) + '.';
    }
    /// Everything else: what it is, and each value with who gives it.
    [[nodiscard]] std::string listed() const {
        Groups groups;
        for (const SourcedValue& value : v_)
            groups.add(words(value), value.source);
        std::string out = capitalised(subject()) + ": ";
        const auto status = q_.status();
        const bool differ =
            status && groups.list.size() > 1 &&
            (*status == compare::RelationKind::Contradiction || *status == compare::RelationKind::Discrepancy);
        if (differ)
            return out +
                   (*status == compare::RelationKind::Contradiction ? "accounts conflict \xE2\x80\x93 "
                                                                    : "accounts differ \xE2\x80\x93 ") +
                   groups.shown("; ") + '.';
        Groups first, rest;
        for (std::size_t i = 0; i < groups.list.size(); ++i)
            (i == 0 ? first : rest).list.push_back(groups.list[i]);
        return out + first.shown("") + (rest.list.empty() ? "" : ", also given as " + rest.shown("; ")) + '.';
    }
};

} // namespace

std::string sentenceFor(const compare::Question& question, const std::vector<SourcedValue>& values,
                        const dossier::Dossier& dossier, const dossier::Decisions& decisions) {
    // What comes from articles is set apart first, so that the templates need not think of it.
    Values safe = values;
    std::vector<QuestionClaim> claims;
    claims.reserve(safe.size());
    for (SourcedValue& value : safe) {
        claims.push_back(*value.claim);
        claims.back().shown = isolated(claims.back().shown.empty() ? claims.back().quote : claims.back().shown);
        value.claim = &claims.back();
        value.source = isolated(insideSentence(value.source));
    }
    return Writer(question, safe, dossier, decisions).write();
}

std::string valueWords(const SourcedValue& value) {
    std::string words = value.claim->shown.empty() ? value.claim->quote : value.claim->shown;
    if (value.claim->set && words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a' &&
        words[1] <= 'z')
        words[0] = static_cast<char>(words[0] + 32); // "Three people" only began a sentence
    if (value.claim->negative)
        words = "not " + words;
    if (value.claim->modality == Modality::Denied)
        words += " (denied)";
    else if (value.claim->modality == Modality::Possible)
        words += " (possible)";
    return words;
}

} // namespace countercheck::report
