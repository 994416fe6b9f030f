// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/clause.h"

#include "core/report/bidi.h"
#include "core/report/table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <utility>

extern "C" {
extern const char countercheck_report_predicates_begin[], countercheck_report_predicates_end[];
}

namespace countercheck::report {

namespace {

const Cells* predicateRow(std::string_view name) {
    static const std::vector<Cells> rows =
        rowsOf({countercheck_report_predicates_begin, countercheck_report_predicates_end}, 4);
    static const std::unordered_map<std::string_view, const Cells*> byName = [] {
        std::unordered_map<std::string_view, const Cells*> map;
        for (const Cells& row : rows)
            map.emplace(row[0], &row);
        return map;
    }();
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

struct English {
    std::string subject, predicate; ///< "people" + "were abducted"; an empty predicate: there were
};

bool plural(std::string_view subject) {
    const std::size_t space = subject.rfind(' ');
    const std::string_view last = space == std::string_view::npos ? subject : subject.substr(space + 1);
    for (const std::string_view words : {subject, last})
        if (const auto noun = nounOf(Language::English, words))
            return noun->plural == words;
    return last.ends_with('s') || last.ends_with("people") || last.ends_with("men") || last.ends_with("children") ||
           last == "police";
}

/// "people abducted" → "people" + "were abducted"
std::optional<English> fromLabel(const std::string& label) {
    const std::size_t space = label.rfind(' ');
    if (space == std::string::npos || space == 0 || label.find(',') != std::string::npos)
        return std::nullopt;
    const std::string last = label.substr(space + 1);
    const bool participle = (last.size() > 4 && last.ends_with("ed")) || predicateRow(last);
    const std::string subject = label.substr(0, space);
    if (subject.find(" or ") != std::string::npos || !plural(subject))
        return std::nullopt;
    if (predicateRow("." + last))
        return English{subject, last};
    return participle ? std::optional(English{subject, "were " + last}) : std::nullopt;
}

/// "How many people were abducted?"
std::optional<English> fromTitle(const std::string& title) {
    static constexpr std::string_view opening = "How many ";
    if (!title.starts_with(opening) || !title.ends_with('?'))
        return std::nullopt;
    const std::string body = title.substr(opening.size(), title.size() - opening.size() - 1);
    // Verbs that a plural subject takes as they stand. With any other ("How many did they burn?") no sentence is built.
    static constexpr std::array<std::string_view, 12> verbs = {" were ", " are ",    " have ",  " had ",
                                                               " took ", " died",    " fled",   " came ",
                                                               " hit ",  " escaped", " remain", " attacked"};
    std::size_t at = std::string::npos;
    for (const std::string_view verb : verbs) {
        const std::size_t found = body.find(verb);
        const bool whole = found != std::string::npos && (verb.back() == ' ' || found + verb.size() == body.size() ||
                                                          body[found + verb.size()] == ' ');
        if (whole && found > 0)
            at = std::min(at, found);
    }
    if (at == std::string::npos)
        return std::nullopt;
    English clause{body.substr(0, at), body.substr(at + 1)};
    if (clause.subject.ends_with(" or") || clause.subject.ends_with(" and") ||
        clause.subject.find(" did ") != std::string::npos || clause.subject.find(',') != std::string::npos ||
        clause.subject.find(" or ") != std::string::npos)
        return std::nullopt;
    if (clause.predicate == "were there")
        clause.predicate.clear();
    return clause;
}

/// "How many rounds? (“12 rounds”)": the question, and behind it what tells it from another one.
std::pair<std::string, std::string> apart(const std::string& title) {
    constexpr std::string_view opening = "? (\u201C", closing = "\u201D)";
    const std::size_t at = title.find(opening);
    if (at == std::string::npos || !title.ends_with(closing) || at + opening.size() + closing.size() > title.size())
        return {title, {}};
    const std::size_t from = at + opening.size();
    return {title.substr(0, at + 1), title.substr(from, title.size() - closing.size() - from)};
}

std::optional<English> englishOf(const compare::Question& question) {
    auto clause = fromTitle(withoutTurns(apart(question.title).first));
    return clause ? clause : fromLabel(withoutTurns(question.label));
}

} // namespace

std::optional<Clause> Clause::of(const compare::Question& question, Language language) {
    const auto english = englishOf(question);
    if (!english)
        return std::nullopt;
    Clause clause;
    clause.language_ = language;
    clause.predicate_ = english->predicate;
    const bool passive = clause.predicate_.starts_with("were ");
    const Cells* const row =
        passive ? predicateRow(std::string_view(clause.predicate_).substr(5)) : predicateRow("." + clause.predicate_);
    if (row)
        clause.perfect_ = (*row)[1];
    if (language == Language::English) {
        clause.noun_.plural = english->subject;
        clause.noun_.singular = singularOf(english->subject).value_or(std::string());
        return clause;
    }
    auto noun = nounOf(language, english->subject);
    if (!noun || (!row && !clause.predicate_.empty()))
        return std::nullopt;
    clause.noun_ = std::move(*noun);
    if (row) {
        clause.auxiliary_ = (*row)[2];
        clause.participle_ = (*row)[3];
    }
    return clause;
}

std::string Clause::with(const Number& number, Mood mood) const {
    if (number.one && noun_.singular.empty())
        return {};
    return language_ == Language::French ? french(number, mood) : english(number, mood);
}

std::string Clause::english(const Number& number, Mood mood) const {
    const std::string subject = number.words + ' ' + (number.one ? noun_.singular : noun_.plural);
    if (predicate_.empty())
        return (mood == Mood::Possible ? "there may have been " : number.one ? "there was " : "there were ") + subject;
    const bool passive = predicate_.starts_with("were ");
    if (mood == Mood::Possible) {
        if (passive)
            return subject + " may have been " + predicate_.substr(5);
        return perfect_.empty() ? std::string() : subject + " may have " + perfect_;
    }
    if (!number.one)
        return subject + ' ' + predicate_;
    if (passive)
        return subject + " was " + predicate_.substr(5);
    if (predicate_.starts_with("are "))
        return subject + " is " + predicate_.substr(4);
    if (predicate_.starts_with("have "))
        return subject + " has " + predicate_.substr(5);
    return predicate_.starts_with("remain") ? subject + " remains" + predicate_.substr(6) : subject + ' ' + predicate_;
}

std::string Clause::french(const Number& number, Mood mood) const {
    const std::string& noun = number.one ? noun_.singular : noun_.plural;
    std::string subject = number.words;
    if (subject.ends_with(" de")) {
        subject.resize(subject.size() - 2);
        subject += de(noun);
    } else {
        subject += ' ' + noun;
    }
    if (predicate_.empty())
        return (mood == Mood::Said       ? "il y avait "
                : mood == Mood::Possible ? "il y aurait eu "
                                         : "il y ait eu ") +
               subject;
    const bool be = auxiliary_ == "be";
    const std::size_t form = mood == Mood::Said ? 0 : mood == Mood::Possible ? 1 : 2;
    static constexpr std::array<std::array<std::string_view, 3>, 2> have = {
        {{" a ", " aurait ", " ait "}, {" ont ", " auraient ", " aient "}}};
    static constexpr std::array<std::array<std::string_view, 3>, 2> etre = {
        {{" est ", " serait ", " soit "}, {" sont ", " seraient ", " soient "}}};
    subject += (be ? etre : have)[number.one ? 0 : 1][form];
    if (auxiliary_ == "passive")
        subject += "été ";
    return subject + (auxiliary_ == "have" ? participle_ : agreed(participle_, noun_.feminine, !number.one));
}

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> ofThings = {
    {{"date of the ", "date"}, {"place of the ", "place"}, {"start of the ", "start"}, {"end of the ", "end"}}};

/// "date Amnesty recorded the incidents": the clause; nothing of "date of the attack", "date (file)", "date it was
/// found".
std::optional<std::string> clauseOf(const std::string& label) {
    constexpr std::string_view opening = "date ";
    if (!label.starts_with(opening) || label.size() <= opening.size() || label[opening.size()] == '(' ||
        label.starts_with("date of the ") || label.starts_with("date it "))
        return std::nullopt;
    return label.substr(opening.size());
}

/// French for a label; nothing when the tables do not have all of it.
std::optional<std::string> frenchLabel(const std::string& label) {
    constexpr Language french = Language::French;
    if (const auto noun = nounOf(french, label))
        return noun->plural;
    for (const auto& [opening, name] : ofThings)
        if (label.starts_with(opening))
            if (const auto noun = nounOf(french, std::string_view(label).substr(opening.size())))
                return form(french, "label." + std::string(name), {ofThe(*noun)});
    if (label.starts_with("what ") && label.ends_with(" said"))
        return form(french, "label.said", {tellerIn(label.substr(5, label.size() - 10), french).name});
    if (label.starts_with("name of "))
        return form(french, "label.name", {label.substr(8)});
    if (const auto clause = clauseOf(label))
        return form(french, "label.when", {form(french, "quotation", {isolated(*clause)})});
    if (label.starts_with("home of "))
        return form(french, "label.home", {label.substr(8)});
    const auto clause = fromLabel(label);
    if (!clause || !clause->predicate.starts_with("were "))
        return std::nullopt;
    const Cells* const row = predicateRow(std::string_view(clause->predicate).substr(5));
    const auto noun = nounOf(french, clause->subject);
    if (!row || !noun || (*row)[2] != "passive")
        return std::nullopt;
    return noun->plural + ' ' + agreed((*row)[3], noun->feminine, true);
}

/// A title that the engine made, in French, by the form that it has in English (forms.tsv).
std::optional<std::string> askedInFrench(const std::string& title) {
    constexpr Language french = Language::French;
    enum class Inside : std::uint8_t { Named, Quoted, AsItIs };
    static constexpr std::pair<std::string_view, Inside> patterns[] = {
        {"asked.money", Inside::Named},
        {"asked.money.bare", Inside::Named},
        {"asked.money.told", Inside::Quoted},
        {"asked.money.done", Inside::Quoted},
        {"asked.share", Inside::Named},
        {"asked.share.bare", Inside::Named},
        {"asked.share.told", Inside::Quoted},
        {"asked.share.of", Inside::Quoted},
        {"asked.much", Inside::Named},
        {"asked.long", Inside::Named},
        {"asked.long.told", Inside::Quoted},
        {"asked.long.did", Inside::Quoted},
        {"asked.by", Inside::Quoted},
        {"asked.age.then", Inside::Named},
        {"asked.age", Inside::AsItIs},
        {"asked.when", Inside::Named},
        {"asked.when.noun", Inside::Named},
        {"asked.when.bare", Inside::Named},
        {"asked.home", Inside::AsItIs},
        {"asked.when.done", Inside::Quoted},
        {"asked.where", Inside::Named},
        {"asked.begun", Inside::Named},
        {"asked.ended", Inside::Named},
        {"asked.date", Inside::Named},
        {"asked.start", Inside::Named},
        {"asked.end", Inside::Named},
        {"asked.place", Inside::Named},
        {"asked.when.did", Inside::Quoted},
        {"asked.when.is", Inside::Quoted},
        {"asked.when.are", Inside::Quoted},
        {"asked.when.were", Inside::Quoted},
        {"asked.said", Inside::AsItIs},
        {"asked.claimed", Inside::Named},
        {"asked.behind", Inside::Named},
        {"asked.deed", Inside::Named},
        {"asked.cause", Inside::Named},
        {"asked.outcome", Inside::Named},
        {"asked.name", Inside::Quoted},
        {"asked.many.told", Inside::Quoted},
        {"asked.many", Inside::Quoted},    // of the counts, what no clause could be
                                           // made of
        {"asked.measure", Inside::Quoted}, // "What …?": what none of the others is
    };
    for (const auto& [name, inside] : patterns) {
        constexpr std::string_view gap = "{0}";
        const std::string english = form(Language::English, name, {std::string(gap)});
        const std::size_t place = english.find(gap);
        if (place == std::string::npos) {
            if (title == english)
                return form(french, name);
            continue;
        }
        const std::string_view before = std::string_view(english).substr(0, place);
        const std::string_view behind = std::string_view(english).substr(place + gap.size());
        if (title.size() <= before.size() + behind.size() || !title.starts_with(before) || !title.ends_with(behind))
            continue;
        const std::string words = title.substr(before.size(), title.size() - before.size() - behind.size());
        if (inside == Inside::AsItIs)
            return form(french, name, {isolated(words)});
        const auto noun = inside == Inside::Named ? nounOf(french, words) : std::nullopt;
        return form(french, name, {noun ? the(*noun) : form(french, "quotation", {isolated(words)})});
    }
    return std::nullopt;
}

/// Has a person named it? Then its label and its title are that name; the engine's never are the same.
bool namedByPerson(const compare::Question& question) {
    return !question.label.empty() && question.label == question.title;
}

} // namespace

std::string labelIn(const compare::Question& question, Language language) {
    if (question.label.empty())
        return form(language, "this.question");
    if (namedByPerson(question))
        return isolated(question.label);
    if (language == Language::French) {
        const auto label = frenchLabel(question.label);
        return label ? isolated(*label) : form(language, "quotation", {isolated(question.label)});
    }
    if (const auto noun = nounOf(language, question.label); // a French article's word
        noun && noun->plural != question.label && noun->singular != question.label)
        return noun->plural;
    return isolated(question.label);
}

namespace {

/// The title in another language than English.
/// @param asked  it in English
std::string translated(const compare::Question& question, const std::string& asked, Language language) {
    if (question.kind == compare::QuestionKind::Count) {
        if (const auto clause = Clause::of(question, language)) {
            const auto english = englishOf(question);
            const auto noun = nounOf(language, english->subject);
            if (english->predicate.empty())
                return form(language, "ask.there", {de(noun->plural)});
            std::string words = clause->with({"combien de", false});
            if (!words.empty())
                return capitalised(words) + "\xE2\x80\xAF?";
        }
        if (const auto label = frenchLabel(question.label))
            return form(language, "ask.count", {de(*label)});
    }
    for (const auto& [opening, name] : ofThings)
        if (question.label.starts_with(opening))
            if (const auto noun = nounOf(language, std::string_view(question.label).substr(opening.size())))
                return form(language, "ask." + std::string(name), {the(*noun)});
    if (const auto clause = clauseOf(question.label))
        return form(language, "asked.when", {form(language, "quotation", {isolated(*clause)})});
    if (question.label.starts_with("what ") && question.label.ends_with(" said"))
        return form(language, "ask.said",
                    {tellerIn(question.label.substr(5, question.label.size() - 10), language).name});
    if (question.label.starts_with("name of "))
        return form(language, "ask.name", {question.label.substr(8)});
    if (const auto label = frenchLabel(question.label))
        return capitalised(*label);
    if (const auto french = askedInFrench(asked))
        return *french;
    return form(language, "quotation", {asked});
}

} // namespace

std::string titleIn(const compare::Question& question, Language language) {
    const std::string& asked = !question.title.empty()   ? question.title
                               : !question.label.empty() ? question.label
                                                         : question.key;
    if (language == Language::English || namedByPerson(question))
        return asked;
    const auto [plain, answer] = apart(asked);
    std::string out = translated(question, plain, language);
    if (!answer.empty())
        out += form(language, "bracket", {form(language, "quotation", {isolated(answer)})});
    return out;
}

} // namespace countercheck::report
