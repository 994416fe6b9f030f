// SPDX-License-Identifier: GPL-3.0-or-later
// What a claim is about, in few words of the article's language. The words stand in the tables.
#include "core/claim/assembler.h"

#include "core/claim/asking.h"
#include "core/claim/parts.h"
#include "core/read/units.h"
#include "core/text/inflect.h"
#include "core/text/inflectfrench.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string>

namespace countercheck::claim {

using text::Tag;

/// The topic's pattern with the words in it.
Words Assembler::inWords(Topic topic, std::string_view what, std::string_view more) {
    const Grammar::Pattern& pattern = grammar_.pattern(topic);
    return out_.words.keep(pattern.before, what, more, pattern.behind);
}

/// A source as it stands within a phrase: "A group of workers" and "Police" lose the capital of their sentence.
Words Assembler::withinPhrase(std::string_view source) {
    const std::size_t blank = std::min(source.find(' '), source.size());
    if (source.empty() || source.front() < 'A' || source.front() > 'Z')
        return source;
    std::string buffer;
    const std::string first(text::lowered(source.substr(0, blank), buffer));
    const text::WordId word = lexicon_.findWord(first);
    const char next = blank + 1 < source.size() ? source[blank + 1] : 'a';
    const bool opens =
        lexicon_.has(word, Tag::Det) || (lexicon_.has(word, Tag::SourceNoun) && lexicon_.has(word, Tag::Plural));
    const bool article = grammar_.english() && oneOf(first, {"a", "an"}); // "A Surrey Police spokeswoman"
    return article || (opens && next >= 'a' && next <= 'z') ? out_.words.keep(first, source.substr(blank))
                                                            : Words(source);
}

Words Assembler::pluralOf(const Slot& slot) {
    const Words noun = slot.noun;
    if (noun.empty())
        return {};
    if (slot.nounWord == 0 || noun.data() != lexicon_.form(slot.nounWord).data())
        return out_.words.keep(pluralOf(noun, slot.nounWord));
    const auto [known, unseen] = plurals_.try_emplace(slot.nounWord);
    if (unseen) {
        std::string& shown = known->second = pluralOf(noun, slot.nounWord);
        if (!shown.empty() && shown.front() >= 'a' && shown.front() <= 'z' &&
            lexicon_.has(slot.nounWord, Tag::Nationality)) // Palestinians killed, Maliens enlevés
            shown.front() = static_cast<char>(shown.front() - 'a' + 'A');
    }
    return out_.words.keep(known->second);
}

/// "46 KOs": an acronym keeps its capitals.
Words Assembler::asPrinted(const Claim& claim, Words things) {
    if (claim.figure < 0)
        return things;
    std::string buffer;
    for (std::uint32_t t = mentions_.figures[static_cast<std::size_t>(claim.figure)].endToken;
         t < end_ && reading_.tokens[t].begin < claim.highlight.end; ++t) {
        const std::string_view word = reading_.of(reading_.tokens[t]);
        if (!reading_.tokens[t].has(text::Capitalised))
            continue;
        const auto capitals = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (capitals < 2)
            continue;
        const std::string_view low = text::lowered(word, buffer), plural = things;
        if (low == plural)
            return out_.words.keep(word);
        if (plural.size() == low.size() + 1 && plural.starts_with(low) && plural.back() == 's')
            return out_.words.keep(word, "s"); // "47 KO's"
    }
    return things;
}

std::string Assembler::pluralOf(std::string_view noun, text::WordId word) const {
    if (!grammar_.english())
        return text::frenchPluralOf(noun);
    if (noun == "person")
        return "people";
    if (noun == "child")
        return "children";
    const bool plural = lexicon_.has(word, Tag::Plural) && (lexicon_.lemma(word) == 0 || lexicon_.lemma(word) == word);
    if (plural || noun == "others" || // "staff", "police"
        (noun.ends_with('s') &&
         lexicon_.has(lexicon_.findWord(noun.substr(0, noun.size() - 1)), Tag::Nationality))) // "Israelis"
        return std::string(noun);
    if ((lexicon_.use(word).forms & text::NounPlural) != 0 && lexicon_.nounLemma(word) == word)
        return std::string(noun); // troops, sheep
    if (lexicon_.has(word, Tag::Nationality) &&
        (noun.ends_with("sh") || noun.ends_with("ch") || noun.ends_with("ss"))) // British, French, Swiss
        return std::string(noun);
    return text::pluralOf(noun);
}

/// Takes from the predicate's verb what topics say of it. No verb that merely carries a noun ("carried out attacks").
void Assembler::tellVerb(const Predicate& predicate, Slot& slot) {
    const std::uint32_t vg = predicate.verbGroup;
    const Because why = predicate.reason.because;
    if (vg == Syntax::none || (why != Because::Doer && why != Because::Undergoer && why != Because::Beside) ||
        lightVerb(vg) || sayVerb(vg))
        return;
    const Chunk& group = syntax_.chunks()[vg];
    const text::WordId lemma = syntax_.verbLemma(group.head), word = reading_.tokens[group.head].word;
    if (lemma == 0)
        return;
    slot.told = lexicon_.form(lemma);
    if (!grammar_.english())
        return;
    const std::string_view printed = lexicon_.form(word);
    // Dictionaries do not part "saw" from "seen": in the active only what ends like both, and what our tables know.
    const auto participle = [&](std::string_view form, text::WordId of) {
        return of != 0 && (lexicon_.has(of, Tag::VerbPart) ||
                           (of != lemma && (lexicon_.use(of).forms & text::VerbPastParticiple) != 0 &&
                            (form.ends_with('d') || form.ends_with('t')) && !oneOf(form, {"bit", "forgot", "got"})));
    };
    slot.done = true;
    if (group.passive || group.participle || participle(printed, word))
        slot.told = printed;
    else if (!participle(slot.told, lemma)) { // "cut", "hit" are their own
        const std::string regular = text::pastOf(lexicon_.form(lemma));
        const text::WordId past = lexicon_.findWord(regular);
        slot.done = participle(regular, past) && lexicon_.verbLemma(past) == lemma;
        if (slot.done)
            slot.told = lexicon_.form(past);
    }
    // "were allowed to leave", "are accounted for": the verb says it with more words than itself
    const std::string_view behind =
        group.end < end_ ? lexicon_.form(reading_.tokens[group.end].word) : std::string_view();
    slot.done &= !oneOf(slot.told, {"set", "put", "let"}) && predicate.relation == Relation::Patient &&
                 !oneOf(predicate.name, {"rise", "fall"}) &&
                 !oneOf(behind, {"to", "for", "over", "as", "of", "on", "out", "up", "off", "down", "with"});
}

/// Takes from an English verb what its date is called: "found" of "was found", "stopped" of "stopped", nothing of what
/// is in no past form.
void Assembler::tellWhen(std::uint32_t vg, Slot& slot) {
    const Chunk& group = syntax_.chunks()[vg];
    const text::WordId word = reading_.tokens[group.head].word;
    if (!grammar_.english() || word == 0 || lexicon_.form(syntax_.verbLemma(group.head)) != slot.event)
        return;
    const bool past = lexicon_.has(word, Tag::VerbPast) || (lexicon_.use(word).forms & text::VerbPastTense) != 0;
    const bool undergone = group.passive || group.participle; // "those recorded in June"
    if (!undergone && (!past || !group.finite()))
        return;
    slot.told = lexicon_.form(word);
    slot.done = undergone;
}

/// What questions about the claim are asked with; empty at first.
Asking& Assembler::askingOf(Claim& claim) {
    if (claim.asking < 0) {
        claim.asking = static_cast<std::int32_t>(out_.askings.size());
        out_.askings.emplace_back();
    }
    return out_.askings[static_cast<std::size_t>(claim.asking)];
}

void Assembler::askWith(std::uint32_t vg, Claim& claim) {
    if (Asking asking; Asker(reading_, syntax_, sentence_, out_.words).ask(vg, claim.highlight, asking))
        askingOf(claim) = asking;
}

/// What an amount is of: "amount", "share of voters", "weight of cocaine".
/// @param things  what is counted, as lists call it
Words Assembler::amountOf(const Claim& claim, Words bare, Words things) {
    const Slot& slot = claim.slot;
    if (slot.noun.empty() || claim.figure < 0)
        return bare;
    const Span counted = mentions_.figures[static_cast<std::size_t>(claim.figure)].counted;
    if (grammar_.english() && !counted.empty() && lexicon_.nounLemma(slot.nounWord) != 0)
        return out_.words.keep(bare, " of ", reading_.of(counted));
    if (!grammar_.english() && slot.dimension.empty())
        return out_.words.keep(bare, ", ", things);
    return bare;
}

/// "amount spent", "share of voters (backed)", "weight of cocaine (seized)", "share (fell by)": in the report's own
/// words.
/// @param event   what happened, as lists call it
/// @param things  what is counted, as lists call it
Words Assembler::amountTopic(Claim& claim, Words event, Words things) {
    const Slot& slot = claim.slot;
    const Words bare = claim.kind == ClaimKind::Measure
                           ? measureTopic(slot)
                           : inWords(claim.kind == ClaimKind::Money ? Topic::Amount : Topic::Share);
    Words what = amountOf(claim, bare, things);
    Asking* const asking = compared_ ? &askingOf(claim) : nullptr;
    if (asking)
        asking->what = what;
    // "is", "has" and the unit's own word tell nothing
    const bool empty = oneOf(slot.event, {"be", "have", "do", "percent", "cent", "per"});
    if (slot.event.empty() || (empty && !slot.classified) || slot.event == bare)
        return what;
    if (!slot.dimension.empty() && lexicon_.find("dimension:" + std::string(slot.event)) != 0)
        return what; // "200 metres long" tells of no longing
    if (!grammar_.english())
        what = bare;
    const bool done = !slot.told.empty() && slot.done && claim.kind == ClaimKind::Money &&
                      !oneOf(slot.told, {"cost", "totaled", "totalled", "exceeded", "reached", "averaged", "topped"});
    const Words told = slot.told.empty() ? event : slot.told;
    const Words beside = slot.preposition.empty() || done ? told : Words(out_.words.keep(told, " ", slot.preposition));
    if (asking) {
        asking->what = what;
        (done ? asking->undergone : asking->beside) = beside;
    }
    return done ? out_.words.keep(what, " ", beside) : out_.words.keep(what, " (", beside, ")");
}

/// What is measured in the unit: a height, a distance, a weight.
Words Assembler::measureTopic(const Slot& slot) {
    if (!slot.dimension.empty())
        return slot.dimension.substr(0, slot.dimension.find(','));
    if (const auto base = read::toBase(read::Decimal(1), slot.unit))
        if (const std::string_view named = lexicon_.value(lexicon_.find("topic:measure:" + base->unit), Tag::Label);
            !named.empty())
            return named;
    return inWords(Topic::Measure);
}

Words Assembler::topicOf(Claim& claim) {
    const Slot& slot = claim.slot;
    const std::uint8_t event = slot.classified ? grammar_.eventNamed(slot.event) : std::uint8_t{0};
    const auto label = [&](int which) -> std::string_view { return grammar_.label(event, which); };
    const auto spaced = [&](std::string_view value) -> Words {
        if (value.find('_') == std::string_view::npos)
            return value;
        std::string text(value);
        std::replace(text.begin(), text.end(), '_', ' ');
        return out_.words.keep(text);
    };
    const Words noun = label(2).empty() ? Words(slot.event) : spaced(label(2));
    if (claim.kind == ClaimKind::Date)
        return !slot.told.empty()                 ? inWords(slot.done ? Topic::WhenDone : Topic::WhenDid, slot.told)
               : !slot.classified                 ? inWords(Topic::When, noun)
               : slot.relation == Relation::Start ? inWords(Topic::Start, noun)
               : slot.relation == Relation::End   ? inWords(Topic::End, noun)
                                                  : inWords(Topic::Date, noun);
    if (claim.kind == ClaimKind::Place)
        return inWords(slot.classified ? Topic::Place : Topic::Where, noun);
    Words things = slot.sized ? slot.noun : pluralOf(slot);
    if (claim.kind == ClaimKind::Count && !things.empty())
        things = asPrinted(claim, things);
    if (grammar_.english() && !slot.modifiers.empty() && slot.modifiers.find(' ') == std::string_view::npos)
        things = out_.words.keep(slot.modifiers, slot.modifiers.ends_with('-') ? "" : " ", things);
    if (claim.kind == ClaimKind::Count && !(label(0).empty() && label(2).empty())) {
        if (slot.relation ==
            Relation::Agent) // shells that hit a school are no attackers, nor pumps at a fire those there
            return label(1).empty() || (!things.empty() && !oneOf(slot.headClass, {"", "person", "group"}))
                       ? things
                       : spaced(label(1));
        if (slot.relation == Relation::Patient) {
            const text::WordId head = slot.nounWord;
            const bool namesEvent = !slot.noun.empty() && lexicon_.value(head, Tag::Event) == slot.event;
            if (namesEvent && slot.headClass != "person")
                return things;
            if (slot.event == "vote")
                return things; // neither voters nor parties are cast, and ballots name the vote
            Words done = spaced(label(0));
            const auto& use = lexicon_.use(head); // "30 dead", "3,000 homeless": people killed, people displaced
            const bool state = grammar_.english() && grammar_[head].part == Part::Patient && use.adjective() &&
                               use.frequency[2] > use.frequency[0];
            const bool people = slot.noun.empty() || namesEvent || state;
            if (!people && done.ends_with("es") && (lexicon_.use(head).forms & text::Feminine) == 0 &&
                !grammar_.english()) // the tables have the feminine: "enlevées", "enlevés"
                done = out_.words.keep(done.substr(0, done.size() - 2), "s");
            const bool ownWord = slot.done && lexicon_.value(lexicon_.findWord(slot.told), Tag::Event) == slot.event;
            const bool laidOff = slot.event == "layoff" && slot.told == "fired"; // shots are fired, too
            if (!people && !laidOff &&
                (ownWord || (slot.headClass != "person" && slot.done && grammar_.ofPersons(event))))
                done = slot.told; // jurors are dismissed, rockets fired
            return out_.words.keep(people ? Words(grammar_.topic(Topic::People)) : things, " ", done);
        }
    }
    if (claim.kind == ClaimKind::Count && !slot.classified && slot.done && slot.relation == Relation::Patient &&
        !things.empty() && !slot.noun.empty())
        return out_.words.keep(things, " ", slot.told); // "trees planted"
    if (claim.kind == ClaimKind::Money || claim.kind == ClaimKind::Percentage || claim.kind == ClaimKind::Measure)
        return amountTopic(claim, noun, things);
    if (things.empty())
        return slot.event.empty() ? inWords(Topic::Unclear) : inWords(Topic::Number, slot.event);
    return slot.headClass == "group" && slot.relation != Relation::Agent && slot.relation != Relation::Patient
               ? slot.noun
               : things;
}

} // namespace countercheck::claim
