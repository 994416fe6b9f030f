// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/people.h"

#include "core/compare/letter.h"
#include "core/text/explaining.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace countercheck::cli {

namespace {

using compare::Question;
using compare::QuestionClaim;
using compare::RelationKind;
using Status = std::optional<RelationKind>;

struct Look {
    const char* sign;
    const char* word;
    const char* plural;
    Ink ink;
};

const Look& lookOf(Status status) {
    static constexpr Look contradiction{"✕", "Contradiction", "contradictions", Ink::Red};
    static constexpr Look discrepancy{"≠", "Discrepancy", "discrepancies", Ink::Amber};
    static constexpr Look refinement{"≈", "Refinement", "refinements", Ink::Blue};
    static constexpr Look agreement{"=", "Agreement", "agreements", Ink::Green};
    static constexpr Look single{"·", "Single source", "from a single source", Ink::Quiet};
    if (!status)
        return single;
    switch (*status) {
    case RelationKind::Contradiction:
        return contradiction;
    case RelationKind::Discrepancy:
        return discrepancy;
    case RelationKind::Refinement:
        return refinement;
    case RelationKind::Agreement:
        break;
    }
    return agreement;
}

std::string counted(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

/// Equal words of one source in several articles stand on one line.
struct ValueLine {
    std::string letters; ///< "A B"
    std::string words;
    std::string who;
};

std::string whoSays(const QuestionClaim& claim) {
    std::string who = claim.attribution;
    if (!claim.via.empty() && claim.via != claim.attribution)
        who += (who.empty() ? "via " : ", via ") + claim.via;
    std::string how;
    switch (claim.modality) {
    case read::Modality::Asserted:
        break;
    case read::Modality::Reported:
        how = who.empty() ? "reported, source not named" : "";
        break;
    case read::Modality::Possible:
        how = "possible";
        break;
    case read::Modality::Denied:
        how = "denied";
        break;
    }
    if (claim.negative)
        how += how.empty() ? "negated" : ", negated";
    if (who.empty() && how.empty())
        return "the report itself";
    return who + (who.empty() || how.empty() ? "" : " · ") + how;
}

std::vector<ValueLine> valueLines(const Question& question) {
    std::vector<ValueLine> lines;
    for (const QuestionClaim& claim : question.claims) {
        std::string words = Terminal::tame(claim.quote.empty() ? claim.shown : claim.quote);
        if (question.kind == compare::QuestionKind::Quote) // the stop that ends the quoting sentence is none of theirs
            words.erase(words.find_last_not_of(".,;:_ ") + 1);
        const std::string who = Terminal::tame(whoSays(claim));
        const std::string at = letter(claim.article);
        const auto same = std::find_if(lines.begin(), lines.end(),
                                       [&](const ValueLine& l) { return l.words == words && l.who == who; });
        if (same == lines.end()) {
            lines.push_back({at, words, who});
        } else if (std::string_view(same->letters).substr(same->letters.rfind(' ') + 1) != at) {
            same->letters += " " + at;
        }
    }
    return lines;
}

std::size_t articlesOf(const Question& question) {
    std::set<std::uint32_t> articles;
    for (const QuestionClaim& claim : question.claims)
        articles.insert(claim.article);
    return articles.size();
}

std::string reach(const Question& question, std::size_t articles) {
    std::string words = std::to_string(articlesOf(question)) + " of " + counted(articles, "article", "articles");
    if (question.origins > 0)
        words += " · " + counted(question.origins, "origin", "origins");
    return words;
}

void printQuestion(Terminal& out, const Question& question, std::size_t articles, const DecidedLines& decided,
                   bool verbose) {
    const Look& look = lookOf(question.status());
    const std::string head = std::string(look.sign) + " " + look.word + "  ";
    out.headed(head, look.ink, question.title.empty() ? question.label : question.title, Ink::Strong,
               reach(question, articles));
    const auto lines = valueLines(question);
    int letters = 1;
    int words = 12;
    for (const ValueLine& line : lines) {
        letters = std::max(letters, Terminal::columns(line.letters));
        words = std::max(words, Terminal::columns(line.words));
    }
    letters = std::min(letters, 12);
    words = std::min(words, (out.width() - letters - 6) / 2);
    for (const ValueLine& line : lines) {
        const std::string left = Terminal::shortened(line.letters, letters);
        const std::string pad(static_cast<std::size_t>(letters - Terminal::columns(left) + 2), ' ');
        out.row(4, left + pad + Terminal::shortened(line.words, words), Ink::Plain, letters + 2 + words, line.who,
                Ink::Quiet);
    }
    // The gravest relations tell why; the rest is in --json and in the window.
    std::set<std::string_view> told;
    std::size_t more = 0;
    for (const compare::Relation& relation : question.relations) {
        if ((relation.kind != question.relations.front().kind && !verbose) || relation.explanation.empty() ||
            told.count(relation.explanation) > 0)
            continue;
        if (told.size() == 2 && !verbose) {
            ++more;
            continue;
        }
        told.insert(relation.explanation);
        out.paragraph("    → ", look.ink, text::inEnglish(relation.explanation), Ink::Plain);
    }
    if (more > 0)
        out.paragraph("      ", Ink::Plain, "and " + std::to_string(more) + " more of this kind (--json lists them)",
                      Ink::Quiet);
    if (verbose)
        for (const std::string& line : question.because)
            out.paragraph("    one question: ", Ink::Quiet, text::inEnglish(line), Ink::Quiet);
    if (decided)
        for (const std::string& line : decided(question))
            out.paragraph("    ✓ ", Ink::Strong, line, Ink::Plain);
    out.blank();
}

/// The pairs of questions that came near to being one, and what spoke against it.
void printNearMisses(Terminal& out, const compare::Comparison& comparison) {
    const auto labelOf = [&](const std::string& key) {
        for (const Question& question : comparison.questions)
            if (question.key == key)
                return Terminal::tame(question.label);
        return Terminal::tame(key);
    };
    if (comparison.nearMisses.empty())
        return;
    out.paragraph("? ", Ink::Quiet, "Not joined, and why", Ink::Strong);
    for (const compare::NearMiss& miss : comparison.nearMisses) {
        const std::string a = labelOf(miss.keyA);
        const std::string b = labelOf(miss.keyB);
        out.paragraph("    ", Ink::Plain, a == b ? a : a + " · " + b, Ink::Plain);
        out.paragraph("      ", Ink::Quiet, text::inEnglish(miss.because), Ink::Quiet);
    }
    out.blank();
}

void printSingles(Terminal& out, const std::vector<const Question*>& singles, const DecidedLines& decided) {
    if (singles.empty())
        return;
    out.paragraph("· ", Ink::Quiet, "Told by a single source, nothing to compare with", Ink::Strong);
    int widest = 12;
    for (const Question* question : singles)
        widest = std::max(widest, Terminal::columns(Terminal::tame(question->label)));
    widest = std::min(widest, out.width() / 2 - 8);
    for (const Question* question : singles) {
        std::string values;
        for (const ValueLine& line : valueLines(*question)) {
            values += values.empty() ? "" : " · ";
            values += line.words + " (" + line.letters + (line.who == "the report itself" ? "" : ", " + line.who) + ")";
        }
        out.row(4, Terminal::tame(question->label), Ink::Plain, widest, Terminal::shortened(values, 2 * out.width()),
                Ink::Quiet);
        if (decided)
            for (const std::string& line : decided(*question))
                out.paragraph("      ✓ ", Ink::Strong, line, Ink::Plain);
    }
    out.blank();
}

std::string lineageWords(const compare::Lineage& link, std::size_t article) {
    const std::string other = letter(article == link.a ? link.b : link.a);
    const std::string share = std::to_string(std::lround(link.similarity * 100)) + " %";
    switch (link.kind) {
    case compare::LineageKind::SameText:
        return "same text as " + other + " · " + share + ", not an independent source";
    case compare::LineageKind::Derived:
        if (article == link.b)
            return letter(article) + " derived from " + other + " · " + share + ", not an independent source";
        break;
    case compare::LineageKind::SharedSource:
        return "shares a source with " + other + " · " + share;
    }
    return {};
}

void printSources(Terminal& out, const std::vector<Sheet>& sheets, const compare::Comparison& comparison) {
    out.line("Sources", Ink::Strong);
    text::Reading reading;
    const std::vector<compare::Lineage>& lineage = comparison.lineage.get();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Sheet& sheet = sheets[i];
        std::string head = sheet.publisher.empty() ? sheet.name : sheet.publisher;
        for (const std::string& part : {sheet.published, sheet.publisher.empty() ? std::string() : sheet.name})
            if (!part.empty())
                head += " · " + part;
        const std::string mark = "  " + letter(i) + "  ";
        const std::string indent(static_cast<std::size_t>(Terminal::columns(mark)), ' ');
        out.paragraph(mark, Ink::Strong, head, Ink::Plain);
        if (!sheet.title.empty())
            out.paragraph(indent, Ink::Plain, sheet.title, Ink::Quiet);
        bool related = false;
        for (const compare::Lineage& link : lineage) {
            if (link.a != i && link.b != i)
                continue;
            related = true;
            // A copy's line stands with the copy; of two equal texts, with the later one.
            if (link.kind != compare::LineageKind::SharedSource && link.b != i)
                continue;
            const std::string words = lineageWords(link, i);
            if (words.empty())
                continue;
            out.paragraph(indent + "↳ ", Ink::Amber, words, Ink::Plain);
        }
        if (!related && sheets.size() > 1)
            out.paragraph(indent, Ink::Plain, "shares no text with the others", Ink::Quiet);
        text::read(sheet.text, text::languageFromTag(sheet.language), reading);
        if (const std::string cleaned = cleanedInWords(reading); !cleaned.empty())
            out.paragraph(indent + "cleaned for reading, kept as captured: ", Ink::Quiet, cleaned, Ink::Quiet);
    }
}

} // namespace

std::string letter(std::size_t article) {
    return compare::articleLetter(article);
}

std::string setInWords(const read::FigureSet& set) {
    if (set.low && set.high && *set.low == *set.high)
        return "exactly " + set.low->toString();
    if (set.low && set.high)
        return set.low->toString() + (set.lowInclusive ? "" : ", not included,") + " to " + set.high->toString() +
               (set.highInclusive ? "" : ", not included");
    if (set.low)
        return (set.lowInclusive ? set.low->toString() + " or more" : "more than " + set.low->toString());
    if (set.high)
        return (set.highInclusive ? set.high->toString() + " or less" : "less than " + set.high->toString());
    return "any";
}

std::string cleanedInWords(const text::Reading& reading) {
    static constexpr std::array<std::pair<text::RepairKind, const char*>, 5> kinds = {{
        {text::RepairKind::Mojibake, "garbled characters repaired"},
        {text::RepairKind::StrayMarkup, "pieces of stray markup left out"},
        {text::RepairKind::ControlCharacter, "control characters left out"},
        {text::RepairKind::Entity, "character references resolved"},
        {text::RepairKind::Composition, "letters put together with their accents"},
    }};
    std::string words;
    const auto add = [&](std::size_t count, std::string_view what) {
        if (count > 0)
            words.append(words.empty() ? "" : ", ").append(std::to_string(count)).append(" × ").append(what);
    };
    for (const auto& [kind, name] : kinds)
        add(static_cast<std::size_t>(std::count_if(reading.repairs.begin(), reading.repairs.end(),
                                                   [kind = kind](const text::Repair& r) { return r.kind == kind; })),
            name);
    for (const auto role :
         {text::BlockRole::RepeatedTitle, text::BlockRole::Byline, text::BlockRole::Dateline, text::BlockRole::Credit,
          text::BlockRole::Caption, text::BlockRole::Furniture, text::BlockRole::Newsletter, text::BlockRole::Metadata})
        add(static_cast<std::size_t>(std::count_if(reading.blocks.begin(), reading.blocks.end(),
                                                   [role](const text::Block& b) { return b.role == role; })),
            text::blockRoleName(role));
    return words;
}

void printComparison(Terminal& out, std::string_view title, const std::vector<Sheet>& sheets,
                     const compare::Comparison& comparison, const DecidedLines& decided, bool verbose) {
    const std::vector<Question>& questions = comparison.questions.get();
    std::string head;
    if (!title.empty())
        head = std::string(title) + " · ";
    head += counted(sheets.size(), "article", "articles");
    const std::set<std::uint32_t> origins(comparison.origin.begin(), comparison.origin.end());
    if (!origins.empty())
        head += ", " + counted(origins.size(), "origin", "origins");
    head += " · " + counted(questions.size(), "question", "questions");
    out.paragraph("", Ink::Plain, head, Ink::Strong);

    std::string tally;
    for (const Status status : {Status(RelationKind::Contradiction), Status(RelationKind::Discrepancy),
                                Status(RelationKind::Refinement), Status(RelationKind::Agreement), Status()}) {
        const auto n =
            std::count_if(questions.begin(), questions.end(), [&](const Question& q) { return q.status() == status; });
        if (n == 0)
            continue;
        const Look& look = lookOf(status);
        std::string one = look.word;
        one.front() = static_cast<char>(one.front() - 'A' + 'a');
        tally += (tally.empty() ? "" : "   ") + std::string(look.sign) + " " + std::to_string(n) + " " +
                 (n == 1 && status ? one : std::string(look.plural));
    }
    if (!tally.empty())
        out.line(tally, Ink::Quiet);
    out.blank();

    std::vector<const Question*> singles;
    for (const Question& question : questions) {
        if (question.status())
            printQuestion(out, question, sheets.size(), decided, verbose);
        else
            singles.push_back(&question);
    }
    printSingles(out, singles, decided);
    if (verbose)
        printNearMisses(out, comparison);
    if (questions.empty()) {
        out.paragraph("", Ink::Plain, "No checkable claims were found in these texts.", Ink::Plain);
        out.blank();
    }
    printSources(out, sheets, comparison);
}

} // namespace countercheck::cli
