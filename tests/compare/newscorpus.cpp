// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/compare/newscorpus.h"
#include "core/text/explaining.h"
#include "tests/dice.h"

#include "core/read/mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace countercheck::compare {

namespace {

using test::Dice;

/// A fact in several wordings; # stands for the figure, @ for the town.
struct Wording {
    std::int64_t low, high;
    std::array<std::string_view, 3> ways;
};
struct Kind {
    std::string_view headline, lead;
    std::array<Wording, 5> facts;
};

constexpr std::array<Kind, 6> kinds = {{
    {"Fire in @",
     "A fire broke out in a warehouse in @ on %.",
     {{{3,
        60,
        {"The fire in @ killed # people.", "# people died in the blaze in @.",
         "In @, # people were killed in the fire."}},
       {4,
        90,
        {"# people were injured in the fire, the hospital in @ said.", "The blaze injured # people in @.",
         "In @, # people were hurt in the fire."}},
       {20,
        400,
        {"# firefighters fought the flames in @.", "In @, # firefighters fought the fire.",
         "The flames in @ were fought by # firefighters."}},
       {5,
        120,
        {"The fire destroyed # houses in @.", "# houses were destroyed by the fire in @.",
         "In @, # houses were destroyed in the blaze."}},
       {100,
        3000,
        {"# residents of @ were evacuated.", "Police evacuated # residents of @.",
         "In @, # residents were evacuated by the police."}}}}},
    {"Flood hits @",
     "Heavy rain flooded the old quarter of @ on %.",
     {{{2, 40, {"# people drowned in @.", "In @, # people drowned.", "The flood in @ killed # people."}},
       {30,
        900,
        {"Soldiers rescued # people from roofs in @.", "# people were rescued from roofs in @.",
         "In @, # people were rescued by soldiers."}},
       {3,
        60,
        {"The water in @ destroyed # bridges.", "# bridges were destroyed in @.",
         "In @, # bridges were destroyed by the flood."}},
       {4,
        200,
        {"The flood closed # schools in @.", "# schools in @ were closed.",
         "In @, # schools were closed because of the flood."}},
       {200,
        5000,
        {"# homes in @ lost electricity.", "In @, # homes lost electricity.",
         "The flood left # homes in @ without electricity."}}}}},
    {"Gunmen attack mine near @",
     "Gunmen attacked a gold mine near @ on %.",
     {{{10,
        300,
        {"# gunmen attacked the mine near @.", "The mine near @ was attacked by # gunmen.",
         "Near @, # gunmen stormed the mine."}},
       {2,
        30,
        {"# workers were kidnapped near @.", "The gunmen abducted # workers near @.",
         "Near @, # workers were taken hostage."}},
       {2,
        50,
        {"# soldiers were killed near @.", "The attack near @ killed # soldiers.",
         "Near @, # soldiers died in the attack."}},
       {2,
        40,
        {"The attackers burned # trucks near @.", "# trucks were burned near @.",
         "Near @, # trucks were set on fire."}},
       {3,
        30,
        {"# suspects were arrested near @.", "Police arrested # suspects near @.",
         "Near @, # suspects were detained."}}}}},
    {"Strike in @",
     "Dock workers in @ began a strike on %.",
     {{{200,
        9000,
        {"# workers joined the strike in @.", "In @, # workers took part in the strike.",
         "The strike in @ was joined by # workers."}},
       {3,
        60,
        {"The strike delayed # ships in @.", "# ships were delayed in @.",
         "In @, # ships were delayed by the strike."}},
       {2,
        90,
        {"Police in @ arrested # strikers.", "# strikers were arrested in @.", "In @, # strikers were detained."}},
       {100,
        2000,
        {"The port of @ will lay off # dockers.", "# dockers will be laid off in @.",
         "In @, # dockers will be laid off."}},
       {2,
        40,
        {"The strike in @ closed # terminals.", "# terminals were closed in @.",
         "In @, # terminals were closed by the strike."}}}}},
    {"Bus crash near @",
     "A coach left the road near @ on %.",
     {{{2,
        40,
        {"The crash near @ killed # passengers.", "# passengers were killed near @.",
         "Near @, # passengers died in the crash."}},
       {3,
        60,
        {"# passengers were injured near @.", "The crash near @ injured # passengers.",
         "Near @, # passengers were hurt."}},
       {20,
        80,
        {"The coach carried # passengers when it crashed near @.", "# passengers were on board near @.",
         "Near @, the coach carried # passengers."}},
       {2,
        20,
        {"# ambulances were sent to @.", "The hospital sent # ambulances to @.", "To @, # ambulances were sent."}},
       {2,
        12,
        {"The crash near @ damaged # cars.", "# cars were damaged near @.",
         "Near @, # cars were damaged in the crash."}}}}},
    {"Outbreak in @",
     "Doctors in @ reported an outbreak of fever on %.",
     {{{20,
        900,
        {"# people in @ were infected.", "The fever has infected # people in @.", "In @, # people were infected."}},
       {2, 80, {"# patients died in @.", "The fever killed # patients in @.", "In @, # patients have died."}},
       {100,
        9000,
        {"Nurses vaccinated # children in @.", "# children were vaccinated in @.",
         "In @, # children were vaccinated by nurses."}},
       {2, 60, {"The outbreak closed # markets in @.", "# markets were closed in @.", "In @, # markets were closed."}},
       {3,
        90,
        {"The ministry sent # doctors to @.", "# doctors were sent to @.",
         "To @, # doctors were sent by the ministry."}}}}},
}};

constexpr std::array<std::string_view, 24> traits = {"old",    "narrow", "quiet",    "broken", "yellow",  "distant",
                                                     "empty",  "heavy",  "stubborn", "gentle", "crowded", "dusty",
                                                     "silent", "bitter", "remote",   "plain",  "curious", "patient",
                                                     "wooden", "proud",  "modern",   "tired",  "green",   "private"};
constexpr std::array<std::string_view, 48> things = {
    "road",    "market",  "teacher",   "farmer",  "council",   "letter",  "harbour", "station", "company",  "office",
    "lamp",    "law",     "train",     "driver",  "weather",   "sky",     "mill",    "table",   "river",    "bridge",
    "school",  "church",  "garden",    "kitchen", "window",    "village", "captain", "tailor",  "hospital", "nurse",
    "library", "museum",  "orchestra", "field",   "forest",    "bakery",  "ferry",   "tower",   "square",   "minister",
    "lawyer",  "painter", "cellar",    "factory", "newspaper", "valley",  "airport", "hotel"};
constexpr std::array<std::string_view, 24> deeds = {
    "remembers", "follows", "ignores", "watches", "crosses", "visits",   "describes", "avoids",
    "praises",   "repairs", "paints",  "leaves",  "serves",  "supports", "studies",   "mentions",
    "expects",   "doubts",  "prefers", "admires", "borrows", "invites",  "guards",    "questions"};
constexpr std::array<std::string_view, 8> links = {"behind",  "near",    "below",  "beside",
                                                   "without", "against", "around", "beyond"};

/// A sentence that says nothing that could be checked.
std::string filler(Dice& dice) {
    std::string out = "The " + std::string(dice.of(traits)) + " " + std::string(dice.of(things)) + " " +
                      std::string(dice.of(deeds)) + " the " + std::string(dice.of(things)) + " " +
                      std::string(dice.of(links)) + " the " + std::string(dice.of(traits)) + " " +
                      std::string(dice.of(things));
    if (dice.once(2))
        out += ", and the " + std::string(dice.of(things)) + " " + std::string(dice.of(deeds)) + " the " +
               std::string(dice.of(traits)) + " " + std::string(dice.of(things));
    return out + ".";
}

constexpr std::array<std::string_view, 12> outlets = {
    "Vale Wire",   "Coast Herald", "North Post",     "The Lantern",  "Harbour Times", "Radio Delta",
    "Plain Daily", "Hill Courier", "Evening Mirror", "Free Gazette", "Union Press",   "Morning Star News"};
constexpr std::array<std::string_view, 8> countries = {"Norway", "Peru",  "Kenya", "Vietnam",
                                                       "Poland", "Chile", "Ghana", "Canada"};

constexpr std::array<std::string_view, 12> openings = {
    "My neighbours",  "The children", "All the old people", "Nobody from the council", "The two brothers next door",
    "Our teacher",    "My sister",    "The baker's family", "Some of the sailors",     "The night guards",
    "Three students", "The priest"};
constexpr std::array<std::string_view, 12> middles = {
    "ran to the square", "heard a loud noise", "came back for their papers", "asked for water",
    "stood in the dark", "carried blankets",   "shouted for help",           "lost everything they had",
    "saw smoke",         "slept in a church",  "went to the river",          "waited for a bus"};
constexpr std::array<std::string_view, 12> endings = {"before the sirens went off",
                                                      "until the doctors arrived",
                                                      "while the lights were out",
                                                      "and then it was quiet",
                                                      "because nobody told them",
                                                      "as they did years ago",
                                                      "when the wall came down",
                                                      "with nothing in their hands",
                                                      "and prayed",
                                                      "after midnight",
                                                      "in the pouring rain",
                                                      "at five in the morning"};

std::string invented(Dice& dice, std::size_t syllables) {
    static constexpr std::array<std::string_view, 24> parts = {"tar", "vik", "or",  "lem", "bel", "sund", "kol", "mar",
                                                               "en",  "dra", "ash", "gru", "nor", "fel",  "ist", "hav",
                                                               "pol", "ren", "tov", "ul",  "zan", "qui",  "bro", "wex"};
    std::string out;
    for (std::size_t i = 0; i < syllables; ++i)
        out += dice.of(parts);
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

std::string dayOf(std::int64_t day) {
    return read::isoTime(1577836800 + day * 86400); // 2020-01-01
}

std::string_view weekdayOf(std::int64_t day) {
    static constexpr std::array<std::string_view, 7> names = {"Wednesday", "Thursday", "Friday", "Saturday",
                                                              "Sunday",    "Monday",   "Tuesday"};
    return names[static_cast<std::size_t>(day % 7)];
}

struct Event {
    const Kind* kind = nullptr;
    std::string town, mayor, witness, quote;
    std::string_view country;
    std::int64_t day = 0;
    std::uint32_t number = 0, firstFact = 0;
    std::array<std::int64_t, 5> values{};
    std::size_t year = 0, killedThen = 0; ///< of what went before
};

/// A sentence with a figure in it: where the figure stands is taken down.
void tell(SyntheticArticle& article, std::string_view words, const Event& event, std::int64_t value,
          std::uint32_t fact) {
    for (const char c : words) {
        if (c == '@') {
            article.text += event.town;
        } else if (c == '%') {
            article.text += weekdayOf(event.day);
        } else if (c == '#') {
            const auto at = static_cast<std::uint32_t>(article.text.size());
            article.text += std::to_string(value);
            article.told.push_back({at, static_cast<std::uint32_t>(article.text.size()), fact, value});
        } else {
            article.text += c;
        }
    }
    article.text += ' ';
}

SyntheticArticle report(Dice& dice, const Event& event) {
    SyntheticArticle out;
    out.event = event.number;
    out.publisher = std::string(dice.of(outlets));
    out.published = dayOf(event.day + static_cast<std::int64_t>(dice.below(2)));
    tell(out, event.kind->headline, event, 0, 0);
    out.text.back() = '\n';
    out.text += '\n';
    tell(out, event.kind->lead, event, 0, 0);
    out.text += "The town in " + std::string(event.country) + " had not seen the like for years, the mayor, " +
                event.mayor + ", said. ";
    std::array<std::size_t, 5> order{0, 1, 2, 3, 4};
    for (std::size_t i = 4; i > 0; --i)
        std::swap(order[i], order[dice.below(i + 1)]);
    const std::size_t facts = 3 + dice.below(3);
    for (std::size_t i = 0; i < facts; ++i) {
        const std::size_t f = order[i];
        const Wording& wording = event.kind->facts[f];
        std::int64_t value = event.values[f];
        if (dice.once(12)) // an error of this report
            value += 1 + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(value) / 3 + 2));
        tell(out, dice.of(wording.ways), event, value, event.firstFact + static_cast<std::uint32_t>(f));
        out.text += filler(dice) + (dice.once(2) ? " " : "\n\n");
        if (dice.once(3))
            out.text += filler(dice) + " ";
    }
    out.text += "“" + event.quote + ",” " + event.witness + " told reporters. ";
    if (dice.once(3)) // what went before is another event
        out.text += "In " + std::to_string(event.year) + " a similar accident in " + event.town + " killed " +
                    std::to_string(event.killedThen) + " people. ";
    for (std::size_t i = dice.below(4) + 2; i > 0; --i)
        out.text += filler(dice) + (i == 1 ? "\n" : " ");
    return out;
}

/// A copy: another outlet's text with its last paragraphs cut, and now and then a figure changed.
SyntheticArticle copyOf(Dice& dice, const SyntheticArticle& original, std::int64_t index) {
    SyntheticArticle out = original;
    while (out.publisher == original.publisher)
        out.publisher = std::string(dice.of(outlets));
    out.writtenFrom = index;
    if (!out.told.empty() && dice.once(4)) {
        ToldFigure& changed = out.told[dice.below(out.told.size())];
        const std::int64_t value = changed.value + 1 + static_cast<std::int64_t>(dice.below(5));
        const std::string digits = std::to_string(value);
        out.text.replace(changed.begin, changed.end - changed.begin, digits);
        const auto grown = static_cast<std::int64_t>(digits.size()) - (changed.end - changed.begin);
        const std::uint32_t at = changed.begin;
        changed.value = value;
        for (ToldFigure& told : out.told) {
            if (told.begin > at)
                told.begin = static_cast<std::uint32_t>(told.begin + grown);
            if (told.begin >= at)
                told.end = static_cast<std::uint32_t>(told.end + grown);
        }
    }
    const std::size_t cut = out.text.find("“");
    if (cut != std::string::npos && dice.once(2))
        out.text.resize(cut);
    return out;
}

} // namespace

std::vector<std::uint32_t> NewsCorpus::conflicting() const {
    std::map<std::uint32_t, std::set<std::int64_t>> values;
    for (const SyntheticArticle& article : articles)
        for (const ToldFigure& told : article.told)
            values[told.fact].insert(told.value);
    std::vector<std::uint32_t> out;
    for (const auto& [fact, list] : values)
        if (list.size() > 1)
            out.push_back(fact);
    return out;
}

NewsCorpus newsCorpus(std::size_t articles, std::uint64_t seed, std::size_t perEvent) {
    Dice dice(seed);
    NewsCorpus out;
    std::uint32_t events = 0;
    // People of whom every paper writes all the time.
    std::vector<std::string> famous;
    for (int i = 0; i < 40; ++i)
        famous.push_back(invented(dice, 2) + " " + invented(dice, 2));
    while (out.articles.size() < articles) {
        Event event;
        event.kind = &dice.of(kinds);
        event.town = invented(dice, 3);
        event.mayor = dice.once(3) ? famous[dice.below(1 + dice.below(famous.size()))]
                                   : invented(dice, 2) + " " + invented(dice, 2);
        event.witness = invented(dice, 2) + " " + invented(dice, 2);
        event.country = dice.of(countries);
        event.quote =
            std::string(dice.of(openings)) + " " + std::string(dice.of(middles)) + " " + std::string(dice.of(endings));
        event.year = 2010 + dice.below(9);
        event.killedThen = 2 + dice.below(30);
        event.day = static_cast<std::int64_t>(out.articles.size() / 60 + dice.below(5)); // sixty articles a day
        event.number = events++;
        event.firstFact = out.facts;
        out.facts += 5;
        for (std::size_t f = 0; f < 5; ++f) {
            const Wording& w = event.kind->facts[f];
            event.values[f] = w.low + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(w.high - w.low)));
        }
        const std::size_t first = out.articles.size(), count = 1 + dice.below(perEvent);
        for (std::size_t i = 0; i < count && out.articles.size() < articles; ++i) {
            if (i > 0 && dice.once(4)) {
                const std::size_t from = first + dice.below(out.articles.size() - first);
                out.articles.push_back(copyOf(dice, out.articles[from], static_cast<std::int64_t>(from)));
            } else {
                out.articles.push_back(report(dice, event));
            }
        }
    }
    return out;
}

std::vector<Input> inputsOf(const NewsCorpus& corpus) {
    std::vector<Input> out;
    out.reserve(corpus.articles.size());
    for (const SyntheticArticle& article : corpus.articles)
        out.push_back({article.text, article.published, article.publisher, "en"});
    return out;
}

PlantedScore scoreOf(const NewsCorpus& corpus, const Comparison& comparison) {
    PlantedScore out;
    const auto toldBy = [&](const QuestionClaim& claim) -> const ToldFigure* {
        for (const ToldFigure& told : corpus.articles[claim.article].told)
            if (told.begin < claim.words.end && claim.words.begin < told.end)
                return &told;
        return nullptr;
    };
    const std::vector<std::uint32_t> planted = corpus.conflicting();
    out.planted = planted.size();
    std::set<std::uint32_t> found;
    for (const Question& question : comparison.questions.get())
        for (const Relation& relation : question.relations) {
            const bool conflict = relation.kind <= RelationKind::Discrepancy;
            const ToldFigure *a = toldBy(question.claims[relation.a]), *b = toldBy(question.claims[relation.b]);
            const bool differ = a && b && a->fact == b->fact && a->value != b->value;
            // A round figure and one that rounds to it are told apart, and are no conflict.
            if (differ && relation.kind != RelationKind::Agreement)
                found.insert(a->fact);
            out.conflicts += conflict;
            out.wrong += conflict && !differ;
            if (conflict && !differ && out.wrongOnes.size() < 5)
                out.wrongOnes.push_back(question.title + " " + text::inEnglish(relation.explanation));
        }
    out.found = found.size();
    std::set<std::pair<std::uint32_t, std::uint32_t>> linked;
    for (const Lineage& l : comparison.lineage.get())
        linked.insert(std::minmax(l.a, l.b));
    for (std::uint32_t i = 0; i < corpus.articles.size(); ++i)
        if (const std::int64_t from = corpus.articles[i].writtenFrom; from >= 0) {
            ++out.copies;
            out.copiesFound += linked.contains(std::minmax(i, static_cast<std::uint32_t>(from)));
        }
    return out;
}

} // namespace countercheck::compare
