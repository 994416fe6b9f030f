// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/grammar.h"

#include <algorithm>
#include <string>
#include <utility>

namespace countercheck::claim {

using text::Lexicon;
using text::Tag;
using text::tagBit;
using text::WordId;

namespace {

template <class T, std::size_t N>
T named(const std::pair<std::string_view, T> (&list)[N], std::string_view name, T otherwise) {
    for (const auto& [text, value] : list)
        if (text == name)
            return value;
    return otherwise;
}

constexpr std::pair<std::string_view, Prep> preps[] = {
    {"of", Prep::Of},           {"in", Prep::In},           {"at", Prep::At},         {"on", Prep::On},
    {"by", Prep::By},           {"to", Prep::To},           {"from", Prep::From},     {"near", Prep::Near},
    {"outside", Prep::Outside}, {"for", Prep::For},         {"before", Prep::Before}, {"after", Prep::After},
    {"between", Prep::Between}, {"since", Prep::Since},     {"until", Prep::Until},   {"till", Prep::Until},
    {"through", Prep::Through}, {"against", Prep::Against}, {"during", Prep::During}, {"over", Prep::Over},
    {"within", Prep::Within},   {"among", Prep::Among},     {"per", Prep::Per},       {"including", Prep::Including}};
constexpr std::pair<std::string_view, Helper> helpers[] = {
    {"be", Helper::Be}, {"have", Helper::Have}, {"do", Helper::Do}};
constexpr std::pair<std::string_view, Mark> marks[] = {
    {"of-them", Mark::OfThem}, {"including", Mark::OfThem}, {"among", Mark::OfThem},
    {"other", Mark::Other},    {"another", Mark::Other},    {"more", Mark::More},
    {"so-far", Mark::SoFar},   {"total", Mark::Total},      {"beside", Mark::Beside}};
constexpr std::pair<std::string_view, Telling> tellings[] = {
    {"up", Telling::Up},         {"so-far", Telling::SoFar},  {"each", Telling::Each},
    {"before", Telling::Before}, {"recent", Telling::Recent}, {"separate", Telling::Separate},
    {"after", Telling::After},   {"comes", Telling::Comes},   {"higher", Telling::Higher},
    {"lower", Telling::Lower}};
constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"person", Kind::Person}, {"building", Kind::Building}, {"event", Kind::Event}, {"number", Kind::Number}};
constexpr std::pair<std::string_view, Part> parts[] = {
    {"agent", Part::Agent}, {"patient", Part::Patient}, {"thing", Part::Thing}};
constexpr std::pair<std::string_view, Part> verbParts[] = {
    {"theme", Part::Theme}, {"light", Part::Light}, {"planned", Part::Planned}, {"group", Part::Group}};

constexpr std::string_view backdrops[] = {"announcement", "denial", "launch",     "end", "rise",
                                          "fall",         "hire",   "deployment", "ride"};
constexpr std::string_view peopleEvents[] = {"death", "injury", "arrest", "abduction", "missing", "infection"};
constexpr std::string_view personEvents[] = {"abduction", "arrest", "layoff", "release"};
constexpr std::string_view outOfEvents[] = {"release", "abduction", "evacuation", "theft", "missing"};

constexpr std::string_view topicNames[] = {"age",         "age-of",   "age-of-the", "amount", "date",      "end",
                                           "measure",     "number",   "people",     "person", "place",     "quote",
                                           "responsible", "said",     "share",      "start",  "suspected", "unclear",
                                           "when",        "when-did", "when-done",  "where"};
static_assert(std::size(topicNames) == topics);

template <std::size_t N> bool in(const std::string_view (&list)[N], std::string_view name) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

std::size_t slotOf(std::string_view event) {
    return event.empty()
               ? 0
               : (static_cast<unsigned char>(event.front()) * 31u + static_cast<unsigned char>(event.back()) * 7u +
                  event.size() * 131u + static_cast<unsigned char>(event[event.size() / 2]) * 17u) &
                     1023u;
}

} // namespace

const Grammar& Grammar::of(text::Language language) {
    switch (language) {
    case text::Language::English:
    case text::Language::Unknown: {
        static const Grammar english(text::Language::English);
        return english;
    }
    case text::Language::French: {
        static const Grammar french(text::Language::French);
        return french;
    }
    case text::Language::German: {
        static const Grammar german(text::Language::German);
        return german;
    }
    case text::Language::Spanish: {
        static const Grammar spanish(text::Language::Spanish);
        return spanish;
    }
    case text::Language::Other:
        break;
    }
    static const Grammar other(text::Language::Other);
    return other;
}

Grammar::Grammar(text::Language language) : language_(language), lexicon_(&Lexicon::of(language)) {
    const Lexicon& lexicon = *lexicon_;
    facts_.resize(std::max<std::size_t>(lexicon.listedSize(), 1));
    events_.emplace_back();
    const auto event = [&](std::string_view name) -> std::uint8_t {
        if (name.empty())
            return 0;
        if (const std::uint8_t known = eventNamed(name); known != 0)
            return known;
        if (events_.size() > 255)
            return 0;
        EventFacts& facts = events_.emplace_back();
        facts.name = name;
        std::size_t slot = slotOf(name);
        while (eventSlots_[slot] != 0)
            slot = (slot + 1) & (eventSlots_.size() - 1);
        eventSlots_[slot] = static_cast<std::uint8_t>(events_.size() - 1);
        facts.backdrop = in(backdrops, name);
        facts.ofPeople = in(peopleEvents, name);
        facts.ofPersons = in(personEvents, name);
        facts.outOf = in(outOfEvents, name);
        const WordId entry = lexicon.find("event:" + std::string(name));
        std::string_view rest = lexicon.value(entry, Tag::Label);
        for (std::string_view& label : facts.labels) {
            label = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(label.size() + 1, rest.size()));
        }
        return static_cast<std::uint8_t>(events_.size() - 1);
    };
    constexpr std::uint64_t asked = tagBit(Tag::Modal) | tagBit(Tag::Event) | tagBit(Tag::Role) | tagBit(Tag::Prep) |
                                    tagBit(Tag::Aux) | tagBit(Tag::SetMark) | tagBit(Tag::Growth) | tagBit(Tag::Class) |
                                    tagBit(Tag::Function) | tagBit(Tag::Subord) | tagBit(Tag::Pron);
    for (WordId word = 1; word < lexicon.listedSize(); ++word) {
        const std::uint64_t tags = lexicon.tags(word);
        if ((tags & asked) == 0)
            continue;
        Facts& facts = facts_[word];
        facts.event = event(lexicon.value(word, Tag::Event));
        const std::string_view role = lexicon.value(word, Tag::Role);
        if (const std::size_t colon = role.find(':'); colon != std::string_view::npos) {
            facts.roleEvent = event(role.substr(0, colon));
            facts.part = named(parts, role.substr(colon + 1), Part::None);
        } else {
            facts.part = named(verbParts, role, Part::None);
        }
        if (lexicon.has(word, Tag::Prep)) {
            const std::string_view value = lexicon.value(word, Tag::Prep);
            facts.prep = named(preps, value.empty() ? lexicon.form(word) : value, Prep::Other);
        }
        if (lexicon.has(word, Tag::Aux))
            facts.helper = named(helpers, lexicon.value(word, Tag::Aux), Helper::Other);
        facts.future = lexicon.has(word, Tag::Modal) && lexicon.value(word, Tag::Modal) == "will";
        const std::string_view pronoun = lexicon.value(word, Tag::Pron);
        facts.reflexive = pronoun == "self";
        facts.clitic = facts.reflexive || pronoun == "clitic";
        facts.mark = named(marks, lexicon.value(word, Tag::SetMark), Mark::None);
        facts.telling = named(tellings, lexicon.value(word, Tag::Growth), Telling::None);
        if (const std::string_view kind = lexicon.value(word, Tag::Class); !kind.empty())
            facts.kind = named(kinds, kind, Kind::Other);
        if (lexicon.value(word, Tag::Function) == "infinitive")
            infinitiveMark_ = word;
        if (lexicon.value(word, Tag::Subord) == "that" && lexicon.has(word, Tag::Det))
            that_ = word;
    }
    responsibility_ = eventNamed("responsibility");
    suspicion_ = eventNamed("suspicion");
    blame_.resize(facts_.size());
    for (WordId word = 1; word < lexicon.listedSize(); ++word) {
        const std::uint8_t named = facts_[word].event;
        const std::string_view form = lexicon.form(word);
        if (named != 0 && (named == responsibility_ || named == suspicion_) && form.find(' ') != std::string_view::npos)
            blame_[lexicon.find(form.substr(0, form.find(' ')))] = 1;
    }
    for (std::size_t i = 0; i < topics; ++i) {
        const std::string_view pattern = lexicon.value(lexicon.find("topic:" + std::string(topicNames[i])), Tag::Label);
        topics_[i] = pattern.empty() ? topicNames[i] : pattern;
        const std::size_t hole = std::min(topics_[i].find('%'), topics_[i].size());
        patterns_[i] = {std::string(topics_[i].substr(0, hole)),
                        std::string(topics_[i].substr(std::min(hole + 1, topics_[i].size())))};
        for (std::string* part : {&patterns_[i].before, &patterns_[i].behind})
            std::replace(part->begin(), part->end(), '_', ' '); // a value in a table has no blanks
    }
    person_ = lexicon.findWord(topic(Topic::Person));
}

std::uint8_t Grammar::eventNamed(std::string_view name) const {
    for (std::size_t slot = slotOf(name); eventSlots_[slot] != 0; slot = (slot + 1) & (eventSlots_.size() - 1))
        if (events_[eventSlots_[slot]].name == name)
            return eventSlots_[slot];
    return 0;
}

} // namespace countercheck::claim
