// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest.h"

#include "core/compare/closely.h"
#include "core/compare/compare.h"
#include "core/compare/concepts.h"
#include "core/compare/gate.h"
#include "core/compare/names.h"
#include "core/compare/outcomes.h"
#include "core/compare/relate.h"
#include "core/compare/tablerows.h"
#include "core/compare/wordlists.h"
#include "core/read/calendar.h"
#include "core/read/gazetteer.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>

namespace countercheck::compare {

namespace {

using claim::Claim;
using claim::ClaimKind;
using text::Tag;
using text::tagBit;
using text::TokenKind;

template <class T> void sortUnique(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    std::uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xd6e8feb86659fd93ull;
    return h ^ (h >> 32);
}

/// The words of a name that tell it from others: hashes, small words left out.
template <class Take> void forEachNameWord(std::string_view name, const Take& take) {
    const std::string folded = text::foldAccents(name);
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" -'.", i), folded.size());
        if (end - i >= 3)
            take(static_cast<std::uint32_t>(text::hashBytes(std::string_view(folded).substr(i, end - i))) | 1u);
        i = end + 1;
    }
}

/// Everything that reading one article yields; reused from article to article.
struct Workspace {
    text::Reading reading;
    read::Mentions mentions;
    claim::Claims claims;
};

class Digester {
public:
    Digester(const Workspace& in, Digest& out)
        : in_(in), out_(out), lexicon_(text::Lexicon::of(in.reading.language)), concepts_(in.reading, in.mentions) {}
    void run(bool closely) {
        out_.sentences = static_cast<std::uint32_t>(in_.reading.sentences.size());
        out_.language = in_.reading.language;
        out_.leadTime = in_.claims.leadTime;
        out_.leadEvent = in_.claims.leadEvent;
        names();
        words();
        prints();
        out_.facts.reserve(in_.claims.claims.size());
        for (const Claim& claim : in_.claims.claims)
            fact(claim);
        disputes();
        markParts();
        markAmbiguous();
        markOnly();
        sums();
        outcomes();
        if (closely) {
            const std::size_t before = out_.facts.size();
            readClosely(in_.reading, in_.mentions, concepts_, out_);
            for (std::size_t i = before; i < out_.facts.size(); ++i)
                namedIn(out_.facts[i]);
        }
        for (std::uint32_t i = 0; i < out_.facts.size(); ++i)
            for (const std::uint64_t key : out_.facts[i].keys)
                out_.byKey.emplace_back(key, i);
        std::sort(out_.byKey.begin(), out_.byKey.end());
    }

private:
    void names();
    void words();
    void prints();
    void fact(const Claim& claim);
    [[nodiscard]] bool smallWord(const text::Token& token) const {
        return lexicon_.hasAny(token.word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) |
                                               tagBit(Tag::Pron) | tagBit(Tag::Aux) | tagBit(Tag::Subord) |
                                               tagBit(Tag::Modal) | tagBit(Tag::Poss) | tagBit(Tag::Wh) |
                                               tagBit(Tag::Adverb));
    }
    void quoteWordsOf(const Claim& claim, Fact& fact) const;
    void keysOf(Fact& fact) const;
    void settle(claim::Slot& slot) const;
    void tellPart(const Claim& claim, Fact& fact) const;
    [[nodiscard]] bool disputed(const Claim& a, const Claim& b) const;
    void disputes();
    void markParts();
    void markAmbiguous();
    void markOnly();
    void sums();
    void outcomes();
    [[nodiscard]] bool onlyLinked(Span between) const;
    void namedIn(Fact& fact) const;

    const Workspace& in_;
    Digest& out_;
    const text::Lexicon& lexicon_;
    Concepts concepts_;
    mutable std::string buffer_;
};

void Digester::names() {
    const read::Mentions& mentions = in_.mentions;
    std::vector<const read::Name*> fullest(mentions.entities.size());
    for (const read::Name& name : mentions.names) {
        const read::Name*& best = fullest[name.entity];
        if (best == nullptr || name.span.length() > best->span.length())
            best = &name;
    }
    for (std::size_t e = 0; e < mentions.entities.size(); ++e) {
        const read::Entity& entity = mentions.entities[e];
        if (entity.kind == read::NameKind::Nationality)
            continue;
        Named named;
        named.kind = entity.kind;
        named.name = entity.name;
        named.acronym = entity.acronym;
        named.form = nameForm(named.name);
        named.acronymForm = named.acronym.size() >= 3 ? nameForm(named.acronym) : 0;
        if (const read::Name* place = fullest[e]) {
            named.shown = std::string(in_.reading.of(place->span));
            named.words = in_.reading.map.toCaptured(place->span);
            named.sentence = in_.reading.map.toCaptured(in_.reading.sentences[place->sentence].span);
        }
        const std::string folded = text::foldAccents(entity.name);
        const auto where = entity.kind == read::NameKind::Place ? read::place(entity.name) : std::nullopt;
        const bool country = where && where->kind == read::PlaceKind::Country;
        out_.nameKeys.push_back((text::hashBytes(folded) & ~countryBit) | (country ? countryBit : 0));
        if (!entity.acronym.empty())
            out_.nameKeys.push_back(text::hashBytes(text::foldAccents(entity.acronym)) & ~countryBit);
        if (entity.kind == read::NameKind::Place)
            out_.placeNames.push_back(folded);
        out_.names.push_back(std::move(named));
    }
    // The title and the first sentences tell where the lead event lies.
    for (const read::Name& name : mentions.names)
        if (name.sentence < 4 && name.kind == read::NameKind::Place && out_.leadPlaces.size() < 8)
            out_.leadPlaces.push_back(text::foldAccents(in_.reading.of(name.span)));
    for (const read::Name& name : mentions.names)
        forEachNameWord(in_.reading.of(name.span), [&](std::uint32_t word) { out_.nameWords.push_back(word); });
    sortUnique(out_.nameWords);
    sortUnique(out_.nameKeys);
    sortUnique(out_.placeNames);
}

void Digester::words() {
    for (const text::Block& block : in_.reading.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        bool quoted = false;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s) {
            const text::Sentence& sentence = in_.reading.sentences[s];
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const text::Token& token = in_.reading.tokens[t];
                if (token.is(TokenKind::OpenQuote))
                    quoted = true;
                else if (token.is(TokenKind::CloseQuote))
                    quoted = false;
                if (!token.is(TokenKind::Word) && !token.is(TokenKind::Number) && !token.is(TokenKind::Alnum))
                    continue;
                const Span span = in_.reading.map.identity() ? token.span() : in_.reading.map.toCaptured(token.span());
                DigestWord word;
                word.hash = static_cast<std::uint32_t>(text::hashBytes(text::lowered(in_.reading.of(token), buffer_)));
                word.begin = span.begin;
                word.length = static_cast<std::uint16_t>(
                    std::min<std::uint32_t>(span.length(), std::numeric_limits<std::uint16_t>::max()));
                word.sentence = static_cast<std::uint16_t>(std::min<std::uint32_t>(s, 0x3FFF));
                word.small = lexicon_.hasAny(token.word, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) |
                                                             tagBit(Tag::Pron) | tagBit(Tag::Aux) |
                                                             tagBit(Tag::Subord) | tagBit(Tag::Modal) |
                                                             tagBit(Tag::Poss) | tagBit(Tag::Wh) | tagBit(Tag::Adverb));
                word.quoted = quoted;
                out_.words.push_back(word);
            }
        }
    }
    out_.words.shrink_to_fit();
    for (const DigestWord& word : out_.words)
        if (word.sentence < 4 && !word.small && word.length >= 4)
            out_.leadWords.push_back(word.hash);
    sortUnique(out_.leadWords);
}

/// Of every window of neighbouring runs of five words the one with the smallest hash (winnowing; Schleimer, Wilkerson
/// and Aiken, SIGMOD 2003): texts that share eight words in a row share a print.
void Digester::prints() {
    constexpr std::size_t run = 5, window = 4;
    const auto& words = out_.words;
    if (words.size() < run)
        return;
    std::vector<std::uint64_t> hashes(words.size() - run + 1);
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        std::uint64_t h = 0;
        for (std::size_t k = 0; k < run; ++k)
            h = (h ^ words[i + k].hash) * 0x9e3779b97f4a7c15ull;
        hashes[i] = h ^ (h >> 31);
    }
    for (std::size_t i = 0; i + window <= hashes.size() || i == 0; ++i)
        out_.prints.push_back(
            *std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(i),
                              hashes.begin() + static_cast<std::ptrdiff_t>(std::min(i + window, hashes.size()))));
    sortUnique(out_.prints);
    out_.prints.shrink_to_fit();
}

void Digester::quoteWordsOf(const Claim& claim, Fact& fact) const {
    const read::Quote& quote = in_.mentions.quotes[static_cast<std::size_t>(claim.quote)];
    const auto& tokens = in_.reading.tokens;
    std::string buffer;
    auto t = std::lower_bound(tokens.begin(), tokens.end(), quote.words.begin,
                              [](const text::Token& token, std::uint32_t at) { return token.begin < at; });
    for (; t != tokens.end() && t->end <= quote.words.end; ++t) {
        if (!t->is(TokenKind::Word) && !t->is(TokenKind::Number))
            continue;
        const auto word = static_cast<std::uint32_t>(text::hashBytes(text::lowered(in_.reading.of(*t), buffer)));
        fact.quoteWords.push_back(word);
        if (!smallWord(*t) && t->end - t->begin >= 3)
            fact.quoteContent.push_back(word);
    }
    sortUnique(fact.quoteContent);
    for (const std::uint32_t word : fact.quoteContent.empty() ? fact.quoteWords : fact.quoteContent)
        fact.keys.push_back(word);
    sortUnique(fact.quoteWords);
}

void Digester::keysOf(Fact& fact) const {
    const auto key = [&](std::string_view a, std::string_view b) {
        fact.keys.push_back(
            mixed(mixed(text::hashBytes(a), text::hashBytes(b)), static_cast<std::uint64_t>(fact.kind) + 1));
    };
    if (fact.kind == ClaimKind::Age) {
        const std::size_t blank = fact.subject.rfind(' ');
        key("age", fact.subject.empty()
                       ? fact.slot.head
                       : text::foldAccents(fact.subject.substr(blank == std::string::npos ? 0 : blank + 1)));
    } else if (fact.kind != ClaimKind::Quote) {
        if (!fact.slot.event.empty())
            key(fact.slot.event, "");
        if (!fact.slot.head.empty() &&
            (!fact.slot.classified || (fact.kind == ClaimKind::Count && fact.slot.head != "person")))
            key("", fact.slot.head);
        if (fact.kind == ClaimKind::Date && fact.anchor.lead && fact.sentence <= 1)
            key("lead", "date");
        if (fact.said.set && telling(*fact.said.set)) // the same figure, told with another verb
            key(fact.said.set->headline->toString(), fact.said.unit);
    }
    sortUnique(fact.keys);
}

/// What the noun phrase itself tells: "left 29 people dead", "claimed 52 lives".
void Digester::settle(claim::Slot& slot) const {
    const auto death = [&] {
        slot.event = "death";
        slot.classified = true;
        slot.relation = claim::Relation::Patient;
        slot.preposition = {};
    };
    if (listed(Family::Life, slot.head) && !slot.classified) {
        death();
        slot.head = "person";
        slot.headClass = "person";
        return;
    }
    if (together(Family::Thing, slot.head, "spectator")) { // they see, fill or cheer; what is told is that they came
        slot.event = "attendance";
        slot.classified = true;
        slot.relation = claim::Relation::Patient;
        return;
    }
    if (slot.headClass == "person" &&
        (slot.event == "carry" || slot.event == "transport" || slot.event == "transporter")) {
        slot.event = "aboard";
        slot.classified = true;
        slot.relation = claim::Relation::Patient;
        return;
    }
    if (slot.classified && !listed(Family::Light, slot.event))
        return;
    forEachWord(slot.modifiers, [&](std::string_view word) {
        const std::string_view role = lexicon_.value(lexicon_.find(word), Tag::Role);
        if (role == "death:patient")
            death();
    });
}

/// "Nine of its hospitals" counts some; of "four of those taken on Sunday" the taking tells of the whole. "Will build"
/// tells of a plan.
void Digester::tellPart(const Claim& claim, Fact& fact) const {
    const text::Sentence& s = in_.reading.sentences[claim.sentence];
    const auto& tokens = in_.reading.tokens;
    bool of = false;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view word = in_.reading.of(tokens[t]);
        if (claim.clause.contains(tokens[t].begin))
            fact.planned |= listed(Family::Plan, text::lowered(word, buffer_));
        if (claim.figure < 0)
            continue;
        if (claim.highlight.contains(tokens[t].begin)) {
            const bool determined = t + 1 < s.endToken && (lexicon_.has(tokens[t + 1].word, Tag::Det) ||
                                                           lexicon_.has(tokens[t + 1].word, Tag::Poss));
            of |= t > s.firstToken && ((word == "of" && determined) || word == "des" || (word == "de" && determined));
            continue;
        }
        const bool behind =
            t > s.firstToken && tokens[t].begin >= claim.highlight.end && claim.highlight.contains(tokens[t - 1].begin);
        if (of && behind &&
            (lexicon_.has(tokens[t].word, Tag::VerbPart) || word == "who" || word == "that" || word == "qui"))
            fact.marks.ofThem = true;
    }
    // "2.4 million copies of the album": what stands behind the counted noun belongs to it, and is no whole.
    if (claim.figure >= 0 && fact.marks.ofThem && !of) {
        const auto behind =
            std::lower_bound(tokens.begin(), tokens.end(), claim.highlight.end,
                             [](const text::Token& token, std::uint32_t at) { return token.begin < at; });
        const read::Figure& figure = in_.mentions.figures[static_cast<std::size_t>(claim.figure)];
        if (behind + 1 < tokens.end() && in_.reading.of(*behind) == "of" && in_.reading.of(*(behind + 1)) == "the" &&
            !figure.counted.empty() && claim.highlight.contains(figure.counted))
            fact.marks.ofThem = false;
    }
    fact.partitive = of && fact.kind == ClaimKind::Count;
}

void Digester::fact(const Claim& claim) {
    const text::Reading& reading = in_.reading;
    Fact& fact = out_.facts.emplace_back();
    fact.kind = claim.kind;
    fact.sentence = claim.sentence;
    fact.slot = claim::detached(claim.slot, fact.keeper);
    settle(fact.slot);
    fact.marks = claim.marks;
    fact.anchor = claim.anchor;
    fact.negatedVerb = claim.negatedVerb;
    fact.topic = claim.topic;
    fact.place = claim.place;
    fact.subject = claim.subject;
    fact.content = concepts_.whole(claim.sentence);
    fact.near = concepts_.within(claim.sentence, claim.kind == ClaimKind::Quote ? claim.highlight : claim.clause);
    tellPart(claim, fact);
    QuestionClaim& said = fact.said;
    said.words = reading.map.toCaptured(claim.highlight);
    said.sentence = reading.map.toCaptured(reading.sentences[claim.sentence].span);
    std::string_view shown = reading.of(claim.highlight);
    if (claim.kind == ClaimKind::Quote) // the comma before the closing mark is the report's, not the speaker's
        while (!shown.empty() && (shown.back() == ',' || shown.back() == '.' || shown.back() == ' '))
            shown.remove_suffix(1);
    if (shown != said.words.of(reading.captured))
        said.shown = std::string(shown);
    if (claim.figure >= 0) {
        const read::Figure& figure = in_.mentions.figures[static_cast<std::size_t>(claim.figure)];
        said.set = figure.set;
        said.unit = figure.unit;
        said.derivation = figure.derivation.toString();
    }
    if (claim.time >= 0) {
        const read::TimeMention& time = in_.mentions.times[static_cast<std::size_t>(claim.time)];
        said.time = time.resolved;
        said.derivation = time.derivation.toString();
    }
    for (const auto& line : claim.because) {
        if (!said.derivation.empty())
            said.derivation += "; ";
        said.derivation += line;
    }
    if (claim.attribution >= 0) {
        const read::Attribution& a = in_.mentions.attributions[static_cast<std::size_t>(claim.attribution)];
        said.attribution = a.source;
        said.via = a.via;
    }
    if (claim.kind == ClaimKind::Quote) {
        if (said.attribution.empty())
            said.attribution = claim.subject;
        quoteWordsOf(claim, fact);
    }
    namedIn(fact);
    said.modality = claim.modality;
    said.negative = claim.negative;
    keysOf(fact);
}

/// Does the text set the two figures against each other? Two sources that are both named are rivals; one source, or
/// none, only where the words say so.
bool Digester::disputed(const Claim& a, const Claim& b) const {
    const Claim& x = a.highlight.begin < b.highlight.begin ? a : b;
    const Claim& y = &x == &a ? b : a;
    if (y.sentence > x.sentence + 1)
        return false;
    const text::Reading& reading = in_.reading;
    const bool borrowed = std::any_of(y.because.begin(), y.because.end(), [](const auto& line) {
        return std::string_view(line).find("stands for") != std::string_view::npos;
    });
    if (borrowed)
        return true;
    const auto source = [&](const Claim& c) {
        return c.attribution < 0 ? std::string{}
                                 : in_.mentions.attributions[static_cast<std::size_t>(c.attribution)].source;
    };
    if (!source(x).empty() && !source(y).empty() && source(x) != source(y))
        return true;
    if (x.attribution < 0 || y.attribution < 0 || x.attribution == y.attribution)
        return false;
    const auto first = std::lower_bound(reading.tokens.begin(), reading.tokens.end(), x.highlight.end,
                                        [](const text::Token& t, std::uint32_t at) { return t.begin < at; });
    for (auto t = first; t != reading.tokens.end() && t->begin < y.highlight.end; ++t)
        if (lexicon_.match(reading, static_cast<std::uint32_t>(t - reading.tokens.begin()), tagBit(Tag::Dispute)))
            return true;
    return false;
}

void Digester::disputes() {
    const auto& claims = in_.claims.claims;
    for (std::uint32_t i = 0; i < claims.size(); ++i) {
        if (!gate::numeric(claims[i].kind))
            continue;
        for (std::uint32_t j = i + 1; j < claims.size(); ++j)
            if (claims[j].kind == claims[i].kind && claims[j].slot.event == claims[i].slot.event &&
                claims[j].sentence <= claims[i].sentence + 1 && claims[i].sentence <= claims[j].sentence + 1 &&
                disputed(claims[i], claims[j]))
                out_.disputes.emplace_back(i, j);
    }
}

void Digester::markParts() {
    for (std::uint32_t i = 0; i < out_.facts.size(); ++i)
        for (std::uint32_t j = i + 1; j < out_.facts.size(); ++j) {
            Fact &x = out_.facts[i], &y = out_.facts[j];
            if (x.kind != ClaimKind::Count || y.kind != ClaimKind::Count || x.sentence != y.sentence ||
                x.slot.event.empty() || x.slot.event != y.slot.event || x.slot.relation != y.slot.relation ||
                x.slot.head == y.slot.head || out_.disputed(i, j))
                continue;
            if (x.marks.ofThem != y.marks.ofThem)
                continue; // "15 hurt, two of them badly": the words say which is the whole
            if (x.slot.headClass == y.slot.headClass || x.slot.head.empty() || y.slot.head.empty())
                x.part = y.part = true;
        }
}

void Digester::markAmbiguous() {
    for (std::uint32_t i = 0; i < out_.facts.size(); ++i)
        for (std::uint32_t j = i + 1; j < out_.facts.size(); ++j) {
            Fact &x = out_.facts[i], &y = out_.facts[j];
            if (x.kind == ClaimKind::Age && y.kind == ClaimKind::Age && x.subject.empty() && y.subject.empty() &&
                x.slot.head == y.slot.head && x.said.set != y.said.set)
                x.ambiguous = y.ambiguous = true;
            if (!gate::numeric(x.kind) || x.kind != y.kind || x.slot.event.empty() || x.slot.event != y.slot.event ||
                x.slot.relation != y.slot.relation || x.slot.unit != y.slot.unit ||
                x.anchor.background != y.anchor.background || x.anchor.period != y.anchor.period)
                continue;
            if (!x.said.set || !y.said.set || !x.said.set->headline || !y.said.set->headline ||
                *x.said.set->headline == *y.said.set->headline)
                continue; // "three sites" and "several sites"
            if (!gate::sameHead(x, y) || gate::markVeto(x, y) || out_.disputed(i, j))
                continue;
            x.ambiguous = y.ambiguous = true;
        }
}

void Digester::markOnly() {
    for (Fact& x : out_.facts)
        x.only = x.kind == ClaimKind::Count && !x.slot.head.empty() &&
                 std::none_of(out_.facts.begin(), out_.facts.end(), [&](const Fact& y) {
                     const bool past =
                         y.anchor.background && !x.anchor.background; // "a protest in May had drawn 150 tractors"
                     return &x != &y && !past && y.kind == ClaimKind::Count && y.slot.head == x.slot.head &&
                            y.said.set != x.said.set;
                 });
}

/// Do only commas and words such as "and" stand there?
bool Digester::onlyLinked(Span between) const {
    bool any = false;
    for (auto t = std::lower_bound(in_.reading.tokens.begin(), in_.reading.tokens.end(), between.begin,
                                   [](const text::Token&token, std::uint32_t at) { return token.begin < at; });
         t != in_.reading.tokens.end() && t->end <= between.end; ++t) {
        if (!t->is(TokenKind::Comma) && !lexicon_.has(t->word, Tag::Conj))
            return false;
        any = true;
    }
    return any;
}

/// "Two Indians and one Chinese were abducted": people whom a sentence lists are added up, so that the whole can be
/// found again where another report gives it.
void Digester::sums() {
    const auto& claims = in_.claims.claims;
    const std::size_t count = out_.facts.size();
    const auto people = [&](const Fact& f) {
        return f.slot.headClass == "person" || !f.marks.kinds.empty() ||
               lexicon_.has(lexicon_.find(f.slot.head), Tag::Nationality);
    };
    const auto addend = [&](std::size_t i) {
        const Fact& f = out_.facts[i];
        return f.kind == ClaimKind::Count && f.slot.classified && f.said.set && f.said.set->headline &&
               f.said.set->qualifier == read::Qualifier::Exact && people(f) && !f.marks.ofThem && !f.marks.other &&
               !f.marks.more && !f.marks.each;
    };
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (!addend(i))
            continue;
        std::size_t end = i + 1;
        std::optional<read::Decimal> whole = out_.facts[i].said.set->headline;
        std::string spelt = whole->toString();
        for (; whole && end < count && addend(end); ++end) {
            const Fact &f = out_.facts[end - 1], &g = out_.facts[end];
            if (g.sentence != f.sentence || g.slot.event != f.slot.event || g.slot.relation != f.slot.relation ||
                claims[end].highlight.begin < claims[end - 1].highlight.end ||
                !onlyLinked({claims[end - 1].highlight.end, claims[end].highlight.begin}))
                break;
            whole = whole->plus(*g.said.set->headline);
            spelt += " + " + g.said.set->headline->toString();
        }
        if (end == i + 1 || !whole)
            continue;
        Fact sum = out_.facts[i];
        sum.sum = spelt;
        sum.slot.head = "person";
        sum.slot.headClass = "person";
        sum.slot.headRole = {};
        sum.slot.modifiers = {};
        sum.marks = {};
        sum.part = sum.only = sum.ambiguous = false;
        sum.keys.clear();
        const std::size_t blank = sum.topic.rfind(' ');
        sum.topic = "people" + (blank == std::string::npos ? std::string{} : sum.topic.substr(blank));
        sum.said.words = in_.reading.map.toCaptured(claims[i].highlight.united(claims[end - 1].highlight));
        sum.said.shown.clear();
        sum.said.set = read::rangeSet(*whole, *whole);
        sum.said.set->qualifier = read::Qualifier::Exact;
        sum.said.set->headline = whole;
        sum.said.derivation = spelt;
        for (std::size_t k = i + 1; k < end; ++k) {
            sum.content.insert(sum.content.end(), out_.facts[k].content.begin(), out_.facts[k].content.end());
            sum.near.insert(sum.near.end(), out_.facts[k].near.begin(), out_.facts[k].near.end());
        }
        sortUnique(sum.content);
        sortUnique(sum.near);
        keysOf(sum);
        out_.facts.push_back(std::move(sum));
        i = end - 1;
    }
}

/// Where the words say how a matter ended. A report that stands on both sides of it speaks of two ends: it is left out.
void Digester::outcomes() {
    static const std::array<std::uint32_t, 8> nots = [] {
        std::array<std::uint32_t, 8> out{};
        std::size_t i = 0;
        for (const char* word : {"not", "never", "no", "t", "pas", "jamais", "n", "without"})
            out[i++] = static_cast<std::uint32_t>(text::hashBytes(word));
        return out;
    }();
    const auto& words = out_.words;
    std::vector<std::uint32_t> hashes;
    hashes.reserve(words.size());
    for (const DigestWord& word : words)
        hashes.push_back(word.hash);
    const std::size_t before = out_.facts.size();
    const auto causing = [&](std::size_t at) { // does the sentence around the word speak of it?
        std::size_t first = at;
        while (first > 0 && words[first - 1].sentence == words[at].sentence)
            --first;
        for (std::size_t i = first; i < words.size() && words[i].sentence == words[at].sentence; ++i)
            if (outcomeAt(out_.language, std::span(hashes).subspan(i)).matter == "causing")
                return true;
        return false;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Outcome outcome = outcomeAt(out_.language, std::span(hashes).subspan(i));
        if (outcome.words == 0 || outcome.matter == "causing" ||
            words[i + outcome.words - 1].sentence != words[i].sentence || words[i].quoted)
            continue;
        const std::uint16_t s = words[i].sentence;
        if (s >= in_.reading.sentences.size())
            continue;
        if (outcome.asksCause && !causing(i))
            continue;
        bool uncertain = false, negative = false;
        for (const auto& list : {&in_.mentions.modals})
            for (const read::ModalScope& modal : *list)
                uncertain |= modal.sentence == s && !modal.negation;
        for (std::size_t k = i; k-- > 0 && i - k <= 3 && words[k].sentence == s;)
            negative |= std::find(nots.begin(), nots.end(), words[k].hash) != nots.end();
        if (uncertain)
            continue;
        Fact fact;
        fact.kind = ClaimKind::Statement;
        fact.sentence = s;
        fact.slot.event = outcome.matter;
        fact.slot.classified = true;
        fact.subject = std::string(outcome.side);
        fact.topic =
            outcome.matter == "cause" ? std::string("cause") : "how the " + std::string(outcome.matter) + " ended";
        const DigestWord& last = words[i + outcome.words - 1];
        fact.said.words = {words[i].begin, last.begin + last.length};
        fact.said.sentence = in_.reading.map.toCaptured(in_.reading.sentences[s].span);
        fact.said.negative = negative;
        fact.said.derivation =
            "outcome: " + std::string(outcome.matter) + " " + (negative ? "not " : "") + std::string(outcome.side);
        for (std::size_t k = 0; k < words.size(); ++k)
            if (words[k].sentence == s && !words[k].small && words[k].length >= 4 && (k < i || k >= i + outcome.words))
                fact.content.push_back(words[k].hash);
        sortUnique(fact.content);
        keysOf(fact);
        const bool contrary =
            std::any_of(out_.facts.begin() + static_cast<std::ptrdiff_t>(before), out_.facts.end(), [&](const Fact& f) {
                return f.slot.event == fact.slot.event && (f.subject != fact.subject) != (f.said.negative != negative);
            });
        if (contrary)
            for (auto f = out_.facts.begin() + static_cast<std::ptrdiff_t>(before); f != out_.facts.end(); ++f)
                f->ambiguous |= f->slot.event == fact.slot.event;
        fact.ambiguous = contrary;
        out_.facts.push_back(std::move(fact));
        i += outcome.words - 1;
    }
}

void Digester::namedIn(Fact& fact) const {
    auto name = std::lower_bound(in_.mentions.names.begin(), in_.mentions.names.end(), fact.sentence,
                                 [](const read::Name& n, std::uint32_t s) { return n.sentence < s; });
    for (; name != in_.mentions.names.end() && name->sentence == fact.sentence; ++name) {
        if (name->kind == read::NameKind::Nationality)
            continue;
        const bool source = std::any_of(
            in_.mentions.attributions.begin(), in_.mentions.attributions.end(), [&](const read::Attribution& a) {
                return a.sourceSpan.begin <= name->span.begin && name->span.end <= a.sourceSpan.end;
            });
        if (source)
            continue;
        forEachNameWord(in_.reading.of(name->span), [&](std::uint32_t word) { fact.names.push_back(word); });
        fact.names.push_back(name->kind == read::NameKind::Place ? endOfPlace : endOfName);
        if (name->kind == read::NameKind::Person)
            continue;
        const std::uint64_t key =
            text::hashBytes(text::foldAccents(in_.mentions.entities[name->entity].name)) & ~countryBit;
        if (!std::binary_search(out_.nameKeys.begin(), out_.nameKeys.end(), key | countryBit))
            (name->kind == read::NameKind::Organisation ? fact.bodies : fact.named).push_back(key);
    }
    sortUnique(fact.named);
    sortUnique(fact.bodies);
}

} // namespace

bool Digest::disputed(std::uint32_t a, std::uint32_t b) const {
    return std::binary_search(disputes.begin(), disputes.end(), std::pair(std::min(a, b), std::max(a, b)));
}

Digest digestOf(const Input& input, const Settings& settings, bool closely) {
    thread_local Workspace space;
    Digest out;
    out.text = input.text;
    out.publisher = std::string(input.publisher);
    out.published = read::parseIsoTime(input.published);
    text::read(input.text, text::languageFromTag(input.language), space.reading);
    read::ReadContext context;
    context.published = out.published;
    context.hedgePercent = settings.hedgePercent;
    context.dayFirst = read::dayBeforeMonth(input.language);
    read::readMentions(space.reading, context, space.mentions);
    claim::readClaims(space.reading, space.mentions, context, space.claims);
    claim::prepareForComparing(space.reading, space.mentions, space.claims);
    Digester(space, out).run(closely);
    return out;
}

} // namespace countercheck::compare
