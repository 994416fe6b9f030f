// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/text/inflect.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <mutex>
#include <unordered_set>

namespace countercheck::claim {

using read::Figure;
using read::FigureKind;
using read::TimeMention;
using read::TimeType;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string_view interned(std::string_view text) {
    static std::mutex mutex;
    static std::unordered_set<std::string> pool;
    if (text.empty())
        return {};
    const std::lock_guard lock(mutex);
    return *pool.emplace(text).first;
}

namespace {

/// The mentions of one kind that stand in a sentence; lists are in order of place.
template <class List> std::pair<std::uint32_t, std::uint32_t> inSentence(const List& list, std::uint32_t sentence) {
    const auto first = std::lower_bound(list.begin(), list.end(), sentence,
                                        [](const auto& m, std::uint32_t s) { return m.sentence < s; });
    auto last = first;
    while (last != list.end() && last->sentence == sentence)
        ++last;
    return {static_cast<std::uint32_t>(first - list.begin()), static_cast<std::uint32_t>(last - list.begin())};
}

bool oneOf(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::int64_t day = 86400;

/// Nouns that only carry a number: "the number of …", "the toll", "the figure".
bool numberNoun(std::string_view lemma) {
    return oneOf(lemma, {"number", "toll", "figure", "total", "tally"});
}
bool groupNoun(std::string_view lemma) {
    return oneOf(lemma,
                 {"group", "crowd", "gang", "band", "team", "convoy", "mob", "column", "party", "army", "force"});
}

} // namespace

Assembler::Assembler(const text::Reading& reading, const read::Mentions& mentions, const read::ReadContext& context,
                     Claims& out)
    : reading_(reading), mentions_(mentions), context_(context), out_(out),
      lexicon_(text::Lexicon::of(reading.language)) {}

void Assembler::run() {
    findLead();
    for (const text::Block& block : reading_.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence; ++s)
            sentence(s);
    }
}

Assembler::Range Assembler::timesOf(std::uint32_t sentence) const {
    const auto [first, end] = inSentence(mentions_.times, sentence);
    return {first, end};
}

/// The lead event: the first classified event of the first sentences, and the finest day-like time that they give for
/// it.
void Assembler::findLead() {
    std::uint32_t seen = 0;
    for (const text::Block& block : reading_.blocks) {
        if (block.role != text::BlockRole::Body && block.role != text::BlockRole::Title)
            continue;
        for (std::uint32_t s = block.firstSentence; s < block.endSentence && seen < 5; ++s, ++seen) {
            const text::Sentence& sentence = reading_.sentences[s];
            syntax_.parse(reading_, mentions_, s);
            sentence_ = s;
            bool here = false;
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const std::string_view event = syntax_.eventOf(t);
                if (event.empty() || oneOf(event, {"announcement", "denial", "launch", "end", "rise", "fall", "hire",
                                                   "deployment", "ride"}))
                    continue;
                if (out_.leadEvent.empty())
                    out_.leadEvent = event;
                here |= event == out_.leadEvent;
            }
            if (!here && seen > 1)
                continue;
            const Range times = timesOf(s);
            for (std::uint32_t i = times.first; i < times.end; ++i) {
                const TimeMention& time = mentions_.times[i];
                if (!time.resolved || time.type == TimeType::Duration || time.type == TimeType::Set || saidTime(i) ||
                    time.resolved->openFrom || time.resolved->openTo)
                    continue;
                const std::int64_t length = time.resolved->to - time.resolved->from;
                if (length > 10 * day || (context_.published && time.resolved->from > *context_.published + 2 * day))
                    continue;
                const bool finer = out_.leadTime && time.resolved->from >= out_.leadTime->from &&
                                   time.resolved->to <= out_.leadTime->to;
                if (!out_.leadTime || finer)
                    out_.leadTime = time.resolved;
            }
            if (seen < 3) {
                const auto [first, end] = inSentence(mentions_.names, s);
                for (std::uint32_t i = first; i < end; ++i)
                    if (mentions_.names[i].kind == read::NameKind::Place && out_.leadPlaces.size() < 8)
                        out_.leadPlaces.push_back(text::foldAccents(reading_.of(mentions_.names[i].span)));
            }
        }
    }
}

void Assembler::sentence(std::uint32_t index) {
    const auto figures = inSentence(mentions_.figures, index);
    const auto times = inSentence(mentions_.times, index);
    const auto quotes = inSentence(mentions_.quotes, index);
    const auto names = inSentence(mentions_.names, index);
    const text::Sentence& s = reading_.sentences[index];
    if (figures.first == figures.second && times.first == times.second && quotes.first == quotes.second &&
        names.first == names.second)
        return;
    sentence_ = index;
    syntax_.parse(reading_, mentions_, index);
    backgroundSentence_ = false;
    afterToken_ = Syntax::none;
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const std::string_view low = reading_.tokens[t].is(TokenKind::Word) ? syntax_.lower(t) : std::string_view{};
        if (oneOf(low, {"previously", "formerly", "historically", "ago", "repeatedly", "decades"}) ||
            (oneOf(low, {"recent", "past", "previous"}) && t + 1 < s.endToken &&
             oneOf(syntax_.lower(t + 1), {"months", "weeks", "years", "days", "attacks", "incidents"})))
            backgroundSentence_ = true;
        if (oneOf(low, {"after", "since"}) && t > s.firstToken &&
            (lexicon_.has(reading_.tokens[t - 1].word, Tag::TimeUnit) ||
             oneOf(syntax_.lower(t - 1), {"come", "comes", "came", "follows"})))
            afterToken_ = t; // "comes two weeks after …": what stands behind went before
        if (low == "since" && t + 1 < s.endToken && syntax_.lower(t + 1) == "then")
            backgroundSentence_ = true;
    }
    for (std::uint32_t i = figures.first; i < figures.second; ++i)
        if (mentions_.figures[i].kind == FigureKind::Age)
            ageClaim(i);
        else if (mentions_.figures[i].kind != FigureKind::Ordinal)
            figureClaim(i);
    for (std::uint32_t i = times.first; i < times.second; ++i)
        dateClaim(i);
    for (std::uint32_t i = names.first; i < names.second; ++i)
        if (mentions_.names[i].kind == read::NameKind::Place)
            placeClaim(i);
    for (std::uint32_t i = quotes.first; i < quotes.second; ++i)
        quoteClaim(i);
    responsibilityClaims();
}

// --- predicates
// --------------------------------------------------------------------------------------------------------

bool Assembler::sayVerb(std::uint32_t vg) const {
    return vg != Syntax::none && lexicon_.has(reading_.tokens[syntax_.chunks()[vg].head].word, Tag::Say);
}

bool Assembler::lightVerb(std::uint32_t vg) const {
    const Chunk& group = syntax_.chunks()[vg];
    const std::string lemma = syntax_.verbLemma(group.head);
    if (oneOf(lemma,
              {"carry", "take",   "launch",   "conduct",    "stage",       "involve", "occur",  "happen", "result",
               "cause", "lead",   "suffer",   "be",         "number",      "make",    "have",   "see",    "mount",
               "ride",  "travel", "impose",   "perpetrate", "commit",      "follow",  "come",   "leave",  "remain",
               "say",   "report", "place",    "hold",       "participate", "engage",  "begin",  "start",  "continue",
               "end",   "target", "estimate", "believe",    "record",      "do",      "arrive", "put"})) {
        return true;
    }
    const text::WordId word = reading_.tokens[group.head].word;
    return lexicon_.hasAny(word, tagBit(Tag::Aux) | tagBit(Tag::Modal));
}

std::string_view Assembler::eventNounNear(std::uint32_t vg) const {
    const auto& chunks = syntax_.chunks();
    const auto nounEvent = [&](std::uint32_t np) -> std::string_view {
        return chunks[np].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[np].head) : std::string_view{};
    };
    for (std::uint32_t i = vg + 1; i < chunks.size() && i < vg + 7; ++i) { // its object, or "in the attacks"
        if (const auto event = nounEvent(i); !event.empty())
            return event;
        if (chunks[i].kind == ChunkKind::Conjunction || chunks[i].kind == ChunkKind::Comma ||
            chunks[i].kind == ChunkKind::VerbGroup || chunks[i].kind == ChunkKind::Mark ||
            chunks[i].kind == ChunkKind::Subordinator || chunks[i].kind == ChunkKind::Relative)
            break;
    }
    if (const std::uint32_t subject = syntax_.subjectOf(vg); subject != Syntax::none)
        return nounEvent(subject); // "the attack took place", "attacks, which occurred on Sunday"
    return {};
}

Assembler::Predicate Assembler::ofVerb(std::uint32_t vg, Relation relation) const {
    Predicate out;
    const Chunk& group = syntax_.chunks()[vg];
    out.verbGroup = vg;
    out.relation = relation;
    const std::string lemma = syntax_.verbLemma(group.head);
    std::string_view event;
    for (std::uint32_t t = group.first; t < group.end && event.empty(); ++t)
        event = syntax_.classOf(t) == WordClass::Verb || t == group.head ? syntax_.eventOf(t) : std::string_view{};
    if (lightVerb(vg))
        if (const auto noun = eventNounNear(vg); !noun.empty() || event.empty())
            event = noun.empty() ? event : noun;
    out.classified = !event.empty();
    out.event = out.classified ? event : interned(lemma);
    const auto words = text::Span{reading_.tokens[group.first].begin, reading_.tokens[group.end - 1].end};
    out.because = std::string(relation == Relation::Agent     ? "doer in “"
                              : relation == Relation::Patient ? "undergoer of “"
                                                              : "beside “") +
                  std::string(reading_.of(words)) + "”";
    return out;
}

Assembler::Predicate Assembler::predicateOf(std::uint32_t np, int depth) const {
    const auto& chunks = syntax_.chunks();
    if (np == Syntax::none || depth > 3 || chunks[np].kind != ChunkKind::NounPhrase)
        return {};
    const std::uint32_t p = syntax_.prepositionOf(np);
    if (p != Syntax::none) {
        const std::string preposition(syntax_.lower(chunks[p].head));
        const std::uint32_t host = syntax_.hostOf(p);
        if (host == Syntax::none)
            return {};
        if (chunks[host].kind == ChunkKind::NounPhrase) {
            const std::string lemma = syntax_.nounLemma(chunks[host].head);
            const std::string_view event = syntax_.eventOf(chunks[host].head);
            if (!event.empty() && oneOf(preposition, {"of", "on", "against", "by"})) {
                Predicate out;
                out.event = event;
                out.classified = true;
                out.relation = preposition == "by" ? Relation::Agent : Relation::Patient;
                out.because =
                    "“" + std::string(reading_.of(reading_.tokens[chunks[host].head])) + " " + preposition + " …”";
                return out;
            }
            if (preposition == "of" && (groupNoun(lemma) || numberNoun(lemma)))
                return predicateOf(host, depth + 1);
            // "… of its 40 members": it belongs to a noun, not to an event
            if (preposition == "of") {
                Predicate out;
                out.event = interned(lemma);
                out.relation = Relation::Copula;
                out.because = "belongs to “" + lemma + "”";
                return out;
            }
            const std::uint32_t verb = syntax_.verbOfClause(np);
            if (verb == Syntax::none)
                return {};
            Predicate out = ofVerb(verb, Relation::Adjunct);
            out.preposition = preposition;
            return out;
        }
        Predicate out = ofVerb(host, preposition == "by" && chunks[host].passive ? Relation::Agent : Relation::Adjunct);
        out.preposition = preposition;
        return out;
    }
    const auto subjectPredicate = [&](std::uint32_t verb) {
        const bool theme =
            lexicon_.value(lexicon_.lemma(reading_.tokens[chunks[verb].head].word), Tag::Role) == "theme";
        return ofVerb(verb, chunks[verb].passive || theme ? Relation::Patient : Relation::Agent);
    };
    if (const std::uint32_t verb = syntax_.verbOfObject(np); verb != Syntax::none) {
        // "police said 12 people were injured": the subject of what is said
        if (sayVerb(verb))
            if (const std::uint32_t own = syntax_.verbOfSubject(np); own != Syntax::none && own > np)
                return subjectPredicate(own);
        // "left three workers dead": the state names the event
        const std::uint32_t after = chunks[np].end;
        const std::uint32_t state = after < reading_.sentences[sentence_].endToken ? after : Syntax::none;
        for (const std::uint32_t t : {state, chunks[np].head}) {
            if (t == Syntax::none || lexicon_.has(reading_.tokens[t].word, Tag::Plural))
                continue;
            const std::string_view role = lexicon_.value(reading_.tokens[t].word, Tag::Role);
            if (role.ends_with(":patient") &&
                oneOf(syntax_.lower(t), {"dead", "wounded", "injured", "hurt", "missing", "displaced"})) {
                Predicate out;
                out.event = role.substr(0, role.find(':'));
                out.classified = true;
                out.relation = Relation::Patient;
                out.verbGroup = verb;
                out.because = "“… " + std::string(syntax_.lower(t)) + "”";
                return out;
            }
        }
        return ofVerb(verb, chunks[verb].passive && !chunks[verb].participle ? Relation::Copula : Relation::Patient);
    }
    if (const std::uint32_t verb = syntax_.verbOfSubject(np); verb != Syntax::none)
        return subjectPredicate(verb);
    return {};
}

// --- what all claims share
// ---------------------------------------------------------------------------------------------

Claim& Assembler::begin(ClaimKind kind, Span highlight, std::uint32_t chunk) {
    Claim& claim = out_.claims.emplace_back();
    claim.kind = kind;
    claim.highlight = highlight;
    claim.sentence = sentence_;
    std::pair<std::uint32_t, std::uint32_t> clause{reading_.sentences[sentence_].firstToken,
                                                   reading_.sentences[sentence_].endToken};
    if (chunk != Syntax::none)
        clause = syntax_.clauseOf(chunk);
    claim.clause = Span{reading_.tokens[clause.first].begin, reading_.tokens[clause.second - 1].end}.united(highlight);
    content(clause.first, clause.second, claim.near);
    return claim;
}

void Assembler::finish(Claim& claim) {
    const text::Sentence& s = reading_.sentences[sentence_];
    content(s.firstToken, s.endToken, claim.content);
    attribute(claim);
    anchor(claim);
    if (claim.topic.empty())
        claim.topic = topicOf(claim);
}

void Assembler::attribute(Claim& claim) const {
    const auto [first, end] = inSentence(mentions_.attributions, claim.sentence);
    std::uint32_t best = 0xFFFFFFFFu;
    for (std::uint32_t i = first; i < end; ++i) {
        const read::Attribution& a = mentions_.attributions[i];
        if (!a.scope.contains(claim.highlight) && !a.scope.contains(claim.highlight.begin))
            continue;
        // the narrowest scope that names a source; an unnamed one only where nobody is named
        if (claim.attribution >= 0) {
            const read::Attribution& had = mentions_.attributions[static_cast<std::size_t>(claim.attribution)];
            if ((a.source.empty() && !had.source.empty()) ||
                (a.scope.length() >= best && had.source.empty() == a.source.empty()))
                continue;
        }
        claim.attribution = static_cast<std::int32_t>(i);
        best = a.scope.length();
    }
    if (claim.attribution >= 0)
        claim.modality = mentions_.attributions[static_cast<std::size_t>(claim.attribution)].modality;
    if (claim.kind == ClaimKind::Quote)
        return; // what is quoted is quoted, whatever it says
    const auto modals = inSentence(mentions_.modals, claim.sentence);
    for (std::uint32_t i = modals.first; i < modals.second; ++i) {
        const read::ModalScope& m = mentions_.modals[i];
        if (!m.scope.contains(claim.highlight.begin))
            continue;
        if (m.negation)
            claim.negative = true;
        else if (claim.modality == read::Modality::Asserted || claim.modality == read::Modality::Reported)
            claim.modality = m.modality;
    }
}

void Assembler::anchor(Claim& claim) const {
    Anchor& a = claim.anchor;
    const Range times = timesOf(claim.sentence);
    for (std::uint32_t i = times.first; i < times.end; ++i) {
        const TimeMention& t = mentions_.times[i];
        if (t.type == TimeType::Set || saidTime(i))
            continue;
        if (t.type == TimeType::Duration) {
            // "in the 12 days of the offensive": a sum over a stretch
            if (claim.clause.contains(t.span) && t.firstToken > reading_.sentences[claim.sentence].firstToken) {
                std::uint32_t at = t.firstToken - 1;
                while (at > reading_.sentences[claim.sentence].firstToken &&
                       lexicon_.has(reading_.tokens[at].word, Tag::Det))
                    --at;
                a.period |= oneOf(syntax_.lower(at), {"in", "over", "during", "within", "past", "last"});
            }
            continue;
        }
        if (!t.resolved) {
            if (t.value == "PAST_REF" && claim.clause.contains(t.span))
                a.background = true;
            continue;
        }
        const bool inClause = claim.clause.contains(t.span);
        if (a.explicitTime && !inClause)
            continue;
        const bool longer = t.resolved->openFrom || t.resolved->openTo || t.resolved->to - t.resolved->from > 8 * day;
        a.time = t.resolved;
        a.explicitTime = true;
        a.period = longer;
    }
    // Two ends of one stretch ("between January 1 and June 30"): one period.
    if (times.end - times.first >= 2 && a.explicitTime)
        for (std::uint32_t i = times.first; i + 1 < times.end; ++i) {
            const TimeMention &x = mentions_.times[i], &y = mentions_.times[i + 1];
            if (!x.resolved || !y.resolved || x.sentence != y.sentence || y.firstToken < x.endToken ||
                y.firstToken - x.endToken > 2 || x.firstToken == 0 || x.type != TimeType::Date)
                continue;
            const std::string_view word = syntax_.lower(x.firstToken - 1);
            if ((word == "between" || word == "from") && y.resolved->to - x.resolved->from > 2 * day) {
                a.time = read::TimeSpan{x.resolved->from, y.resolved->to, x.resolved->grain, false, false};
                a.period = true;
            }
        }
    a.background |= backgroundSentence_ ||
                    (afterToken_ != Syntax::none && claim.highlight.begin > reading_.tokens[afterToken_].begin);
    if (a.explicitTime && out_.leadTime && a.time) {
        const bool meets = a.time->from < out_.leadTime->to && out_.leadTime->from < a.time->to;
        if (!meets || a.period)
            a.background = true;
    }
    if (!a.explicitTime && !a.background && out_.leadTime)
        a.time = out_.leadTime;
    a.lead = !a.background && !a.period;
    const auto [first, end] = inSentence(mentions_.names, claim.sentence);
    for (std::uint32_t i = first; i < end; ++i)
        if (mentions_.names[i].kind == read::NameKind::Place && a.places.size() < 6)
            a.places.push_back(text::foldAccents(reading_.of(mentions_.names[i].span)));
}

void Assembler::content(std::uint32_t first, std::uint32_t end, std::vector<std::uint32_t>& out) const {
    out.clear();
    for (std::uint32_t t = first; t < end; ++t) {
        const Token& token = reading_.tokens[t];
        if (!token.is(TokenKind::Word) || token.end - token.begin < 3)
            continue;
        const std::uint64_t tags = lexicon_.tags(token.word);
        if ((tags & (tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Conj) | tagBit(Tag::Subord) |
                     tagBit(Tag::Pron) | tagBit(Tag::Poss) | tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Wh) |
                     tagBit(Tag::Adverb) | tagBit(Tag::Number) | tagBit(Tag::Hedge) | tagBit(Tag::Say))) != 0)
            continue;
        std::string_view lemma;
        if (lexicon_.lemma(token.word) != token.word)
            lemma = lexicon_.form(lexicon_.lemma(token.word));
        std::string low(syntax_.lower(t));
        if (lemma.empty())
            if (const auto info = text::wordInfo(low))
                lemma = info->frequency[1] > info->frequency[0] && !info->verbLemma.empty() ? info->verbLemma
                        : !info->nounLemma.empty()                                          ? info->nounLemma
                        : !info->verbLemma.empty()                                          ? info->verbLemma
                                                                                            : std::string_view{};
        const std::string folded = text::foldAccents(lemma.empty() ? std::string_view(low) : lemma);
        out.push_back(static_cast<std::uint32_t>(text::hashBytes(folded)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
}

bool Assembler::saidTime(std::uint32_t index) const {
    const TimeMention& time = mentions_.times[index];
    const std::uint32_t chunk = syntax_.chunkAt(time.firstToken);
    const auto& chunks = syntax_.chunks();
    if (chunk == Syntax::none)
        return false;
    // "Sunday's attack": belongs to the noun
    if (chunk + 1 < chunks.size() && time.endToken < reading_.tokens.size() &&
        reading_.tokens[time.endToken].is(TokenKind::Apostrophe))
        return false;
    for (std::uint32_t i = chunk; i-- > 0 && i + 6 > chunk;) { // "told reporters on Monday", "said Monday"
        if (chunks[i].kind == ChunkKind::VerbGroup)
            return sayVerb(i);
        if (chunks[i].kind == ChunkKind::Mark || chunks[i].kind == ChunkKind::Subordinator ||
            chunks[i].kind == ChunkKind::Relative)
            break;
        if (chunks[i].kind == ChunkKind::NounPhrase &&
            oneOf(syntax_.nounLemma(chunks[i].head),
                  {"statement", "report", "interview", "announcement", "briefing", "tweet", "post", "letter"}))
            return true;
    }
    return false;
}

// --- claims of each kind
// -----------------------------------------------------------------------------------------------

std::string Assembler::headClass(std::uint32_t token, const std::string& lemma) const {
    const text::WordId word = lexicon_.find(lemma);
    if (const auto value = lexicon_.value(word, Tag::Class); !value.empty())
        return std::string(value);
    if (token != Syntax::none && syntax_.classOf(token) == WordClass::Name)
        return {};
    if (const auto info = text::wordInfo(lemma))
        switch (info->nounField) {
        case text::Field::Person:
            return "person";
        case text::Field::Animal:
            return "animal";
        case text::Field::Group:
            return "group";
        case text::Field::Artifact:
            return "artifact";
        case text::Field::Event:
        case text::Field::Act:
            return "event";
        case text::Field::Time:
            return "time";
        case text::Field::Communication:
            return "communication";
        default:
            break;
        }
    return {};
}

void Assembler::marksOf(const Figure& figure, std::uint32_t np, Claim& claim) const {
    SetMarks& m = claim.marks;
    const text::Sentence& s = reading_.sentences[sentence_];
    const auto& chunks = syntax_.chunks();
    const std::uint32_t first = np != Syntax::none ? chunks[np].first : figure.firstToken;
    const std::uint32_t end = np != Syntax::none ? chunks[np].end : figure.endToken;
    const auto mark = [&](std::string_view value) {
        m.ofThem |= value == "of-them" || value == "including" || value == "among";
        m.other |= value == "other" || value == "another";
        m.more |= value == "more";
        m.soFar |= value == "so-far";
        m.total |= value == "total";
    };
    for (std::uint32_t t = first; t < end; ++t) {
        if (reading_.tokens[t].begin >= figure.phrase.begin && t < figure.endToken)
            continue; // the hedge: the "more" of "more than 100" counts nobody further
        mark(lexicon_.value(reading_.tokens[t].word, Tag::SetMark));
        const std::string_view low = syntax_.lower(t);
        m.each |= low == "each" || low == "every" || low == "per";
    }
    // before the phrase: "including two", "among them three", "another 12"
    for (std::uint32_t t = first; t-- > s.firstToken && t + 4 > first;) {
        if (reading_.tokens[t].is(TokenKind::Comma) && t + 1 != first)
            break;
        if (const auto phrase = lexicon_.match(reading_, t, tagBit(Tag::SetMark)); phrase && phrase->endToken <= first)
            mark(lexicon_.value(phrase->entry, Tag::SetMark));
    }
    // behind it: "three of them", "12 of whom", "two each"
    const auto behind = [&](std::uint32_t t) {
        if (t >= s.endToken)
            return;
        if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark)))
            mark(lexicon_.value(phrase->entry, Tag::SetMark));
        m.each |= syntax_.lower(t) == "each" || syntax_.lower(t) == "apiece" || syntax_.lower(t) == "per";
    };
    behind(figure.endToken);
    behind(end);
    for (std::uint32_t t = end; t < std::min(end + 4, s.endToken); ++t) // "two militants were among the dead"
        m.ofThem |= syntax_.lower(t) == "among";
    // "two women and a man": members of a sum
    if (np != Syntax::none) {
        const auto person = [&](std::uint32_t c) {
            return c < chunks.size() && chunks[c].kind == ChunkKind::NounPhrase && c != np &&
                   syntax_.classOf(chunks[c].head) == WordClass::Noun &&
                   headClass(chunks[c].head, syntax_.nounLemma(chunks[c].head)) == "person" &&
                   syntax_.nounLemma(chunks[c].head) != claim.slot.head &&
                   (lexicon_.has(reading_.tokens[chunks[c].first].word, Tag::Det) ||
                    syntax_.classOf(chunks[c].first) == WordClass::Number);
        };
        const bool link = np + 1 < chunks.size() && chunks[np + 1].kind == ChunkKind::Conjunction && person(np + 2);
        const bool linked = np >= 2 && chunks[np - 1].kind == ChunkKind::Conjunction && person(np - 2);
        m.listed = claim.slot.headClass == "person" && (link || linked);
    }
    // the clause: "so far", "in total", "has risen to"
    const auto clause = np != Syntax::none ? syntax_.clauseOf(np) : std::pair{s.firstToken, s.endToken};
    for (std::uint32_t t = clause.first; t < clause.second; ++t) {
        if (const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::SetMark) | tagBit(Tag::Growth))) {
            const auto value = lexicon_.value(phrase->entry, Tag::SetMark);
            if (value == "so-far" || value == "total")
                mark(value);
            m.growth |= lexicon_.has(phrase->entry, Tag::Growth) && t < figure.firstToken + 6;
        }
    }
    // nationalities and narrowing adjectives of people
    for (std::uint32_t t = figure.endToken; t < end; ++t) {
        const Token& token = reading_.tokens[t];
        if (!token.is(TokenKind::Word) || syntax_.classOf(t) == WordClass::Number)
            continue;
        if (lexicon_.has(token.word, Tag::Nationality) ||
            (token.has(text::Capitalised) && syntax_.classOf(t) == WordClass::Adjective))
            m.kinds.emplace_back(syntax_.lower(t));
        else if (t != chunks[np].head &&
                 (syntax_.classOf(t) == WordClass::Adjective || syntax_.classOf(t) == WordClass::Noun)) {
            if (!claim.slot.modifiers.empty())
                claim.slot.modifiers += ' ';
            claim.slot.modifiers +=
                syntax_.classOf(t) == WordClass::Noun ? syntax_.nounLemma(t) : std::string(syntax_.lower(t));
        }
    }
}

void Assembler::figureClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const auto& chunks = syntax_.chunks();
    std::uint32_t np = syntax_.chunkAt(figure.firstToken);
    std::uint32_t headToken = Syntax::none;
    if (!figure.counted.empty())
        for (std::uint32_t t = reading_.sentences[sentence_].firstToken; t < reading_.sentences[sentence_].endToken;
             ++t)
            if (reading_.tokens[t].begin >= figure.counted.begin && reading_.tokens[t].end <= figure.counted.end)
                headToken = t;
    if (np == Syntax::none)
        return;
    if (headToken != Syntax::none && (headToken < chunks[np].first || headToken >= chunks[np].end) &&
        syntax_.chunkAt(headToken) != Syntax::none && chunks[syntax_.chunkAt(headToken)].kind == ChunkKind::NounPhrase)
        np = syntax_.chunkAt(headToken);

    const ClaimKind kind = figure.kind == FigureKind::Money     ? ClaimKind::Money
                           : figure.kind == FigureKind::Measure ? ClaimKind::Measure
                           : figure.kind == FigureKind::Percentage || figure.kind == FigureKind::Fraction
                               ? ClaimKind::Percentage
                               : ClaimKind::Count;
    if (kind == ClaimKind::Count &&
        oneOf(figure.countedLemma, {"count", "degree", "time", "point", "part", "kind", "type", "way", "sort"}))
        return; // "two counts of murder", "three times": counts of nothing that reports would differ about
    Claim& claim = begin(kind, figure.phrase, np);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.unit = figure.unit;
    std::string lemma = figure.countedLemma;
    if (lemma.empty() && headToken != Syntax::none)
        lemma = syntax_.nounLemma(headToken);
    claim.slot.head = lemma == "people" ? "person" : lemma;
    claim.slot.headClass = interned(headClass(headToken, claim.slot.head));
    text::WordId headWord = lexicon_.find(claim.slot.head);
    claim.slot.headRole = lexicon_.value(headWord, Tag::Role);
    Predicate predicate = predicateOf(np);

    // "the number at four", "the toll rose to 14", "as high as four": what the number noun stands for.
    bool borrowed = false;
    std::uint32_t numberChunk = Syntax::none; // the noun phrase that only carries the number: "the death toll"
    if (kind == ClaimKind::Count) {
        if (numberNoun(claim.slot.head) && headToken != Syntax::none && headToken < figure.firstToken)
            numberChunk = syntax_.chunkAt(headToken);
        if (numberChunk == Syntax::none && predicate.verbGroup != Syntax::none)
            for (const std::uint32_t c :
                 {syntax_.subjectOf(predicate.verbGroup), syntax_.objectOf(predicate.verbGroup)})
                if (c != Syntax::none && c != np && numberNoun(syntax_.nounLemma(chunks[c].head)))
                    numberChunk = c;
    }
    const bool carriesNumber = numberChunk != Syntax::none;
    if (carriesNumber && ofNumberNoun(numberChunk, claim)) {
        marksOf(figure, np, claim);
        finish(claim);
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
        return;
    }
    // A bare numeral in a noun phrase that has its own noun counts that noun; one that stands alone counts only
    // what a verb of its own says.
    if (claim.slot.head.empty() && kind == ClaimKind::Count) {
        const std::uint32_t h = chunks[np].head;
        if (syntax_.classOf(h) == WordClass::Noun && h >= figure.endToken) {
            claim.slot.head = syntax_.nounLemma(h);
            claim.slot.headClass = interned(headClass(h, claim.slot.head));
        } else if (predicate.relation != Relation::Patient || !predicate.classified ||
                   (predicate.verbGroup != Syntax::none && lightVerb(predicate.verbGroup))) {
            predicate = {};
        }
    }
    const bool bare = claim.slot.head.empty() && predicate.event.empty();
    if (kind == ClaimKind::Count && (carriesNumber || bare) && lastCount_ >= 0 && lastCountSentence_ + 1 >= sentence_) {
        const Claim& before = out_.claims[static_cast<std::size_t>(lastCount_)];
        if (carriesNumber && &before != &claim) {
            const std::string ownHead = numberNoun(claim.slot.head) ? std::string{} : claim.slot.head;
            const std::string_view ownClass = ownHead.empty() ? std::string_view{} : claim.slot.headClass;
            claim.slot = before.slot;
            if (!ownHead.empty() && (ownClass == before.slot.headClass || before.slot.headClass.empty())) {
                claim.slot.head = ownHead;
                claim.slot.headClass = ownClass;
            }
            claim.because.push_back("“the number” stands for what “" + std::string(reading_.of(before.highlight)) +
                                    "” counts");
            borrowed = true;
        }
    }
    if (!borrowed) {
        claim.slot.event = predicate.event;
        claim.slot.classified = predicate.classified;
        claim.slot.relation = predicate.relation;
        claim.slot.preposition = predicate.preposition;
        if (!predicate.because.empty())
            claim.because.push_back(predicate.because);
        // The counted noun is an event itself ("12 deaths", "three arrests"), or names who takes part in one ("160
        // attackers").
        const std::string_view own =
            lexicon_.has(headWord, Tag::Noun) ? lexicon_.value(headWord, Tag::Event) : std::string_view{};
        const std::string_view role = claim.slot.headRole;
        if (!own.empty() && kind == ClaimKind::Count) {
            claim.slot.event = own;
            claim.slot.classified = true;
            claim.slot.relation = Relation::Patient;
            if (oneOf(own, {"death", "injury", "arrest", "abduction"}))
                claim.slot.headClass = "person";
            claim.because.push_back("“" + claim.slot.head + "” names the event");
        } else if (!role.empty()) {
            const std::string_view event = role.substr(0, role.find(':'));
            const bool agent = role.ends_with(":agent");
            const bool sameEvent = claim.slot.event == event || claim.slot.event.empty();
            const bool light = predicate.verbGroup != Syntax::none && lightVerb(predicate.verbGroup);
            if (sameEvent || light) {
                claim.slot.event = event;
                claim.slot.classified = true;
                claim.slot.relation = agent ? Relation::Agent : Relation::Patient;
                claim.because.push_back("“" + claim.slot.head + "” names who " + (agent ? "did" : "suffered") + " it");
            }
        }
    }
    marksOf(figure, np, claim);
    finish(claim);
    if (kind == ClaimKind::Count && !claim.slot.event.empty()) {
        lastCount_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
        lastCountSentence_ = sentence_;
    }
}

/// "the death toll", "the number of bodies found": the slot of what the number is of. False: "the number" alone.
bool Assembler::ofNumberNoun(std::uint32_t np, Claim& claim) const {
    const auto& chunks = syntax_.chunks();
    const auto people = [](std::string_view event) {
        return oneOf(event, {"death", "injury", "arrest", "abduction", "missing", "infection"});
    };
    std::string_view event;
    for (std::uint32_t t = chunks[np].first; t < chunks[np].end && event.empty(); ++t)
        event = syntax_.eventOf(t);
    if (event.empty() && syntax_.nounLemma(chunks[np].head) == "toll")
        event = "death";
    if (event.empty() && np + 2 < chunks.size() && chunks[np + 1].kind == ChunkKind::Preposition &&
        syntax_.lower(chunks[np + 1].head) == "of" && chunks[np + 2].kind == ChunkKind::NounPhrase) {
        const std::uint32_t inner = np + 2;
        claim.slot.head = syntax_.nounLemma(chunks[inner].head);
        claim.slot.headClass = interned(headClass(chunks[inner].head, claim.slot.head));
        const std::string_view role = lexicon_.value(lexicon_.find(claim.slot.head), Tag::Role);
        if (inner + 1 < chunks.size() && chunks[inner + 1].kind == ChunkKind::VerbGroup &&
            (chunks[inner + 1].participle || !chunks[inner + 1].passive) &&
            !syntax_.eventOf(chunks[inner + 1].head).empty()) {
            event = syntax_.eventOf(chunks[inner + 1].head); // "the number of bodies found"
        } else if (const auto own = syntax_.eventOf(chunks[inner].head); !own.empty()) {
            event = own;
        } else if (!role.empty()) {
            event = role.substr(0, role.find(':'));
        } else {
            return false;
        }
    } else if (!event.empty()) {
        claim.slot.head = people(event) ? "person" : "";
        claim.slot.headClass = people(event) ? "person" : "";
    }
    if (event.empty())
        return false;
    claim.slot.event = event;
    claim.slot.classified = true;
    claim.slot.relation = Relation::Patient;
    claim.because.push_back("“" +
                            std::string(reading_.of(Span{reading_.tokens[chunks[np].first].begin,
                                                         reading_.tokens[chunks[np].end - 1].end})) +
                            "” says what the number is of");
    return true;
}

void Assembler::ageClaim(std::uint32_t index) {
    const Figure& figure = mentions_.figures[index];
    const std::uint32_t last = reading_.sentences[sentence_].endToken;
    if (figure.endToken + 1 < last && oneOf(syntax_.lower(figure.endToken), {"and", "or"}) &&
        (reading_.tokens[figure.endToken + 1].is(TokenKind::Number) ||
         syntax_.classOf(figure.endToken + 1) == WordClass::Number))
        return; // "aged 12 and 15": whose is which?
    const auto names = inSentence(mentions_.names, sentence_);
    std::string subject;
    for (std::uint32_t i = names.first; i < names.second; ++i) {
        const read::Name& name = mentions_.names[i];
        if (name.kind != read::NameKind::Person)
            continue;
        // "Rahman, 36": nothing but a comma between
        const bool before = name.endToken < figure.firstToken && figure.firstToken - name.endToken == 1 &&
                            reading_.tokens[name.endToken].is(TokenKind::Comma);
        // "the 36-year-old Rahman": in the same noun phrase
        const bool after = name.firstToken >= figure.endToken &&
                           syntax_.chunkAt(name.firstToken) == syntax_.chunkAt(figure.firstToken);
        if (before || (after && subject.empty()))
            subject = mentions_.entities[name.entity].name;
    }
    const std::uint32_t np = syntax_.chunkAt(figure.firstToken);
    Claim& claim = begin(ClaimKind::Age, figure.phrase, np);
    claim.figure = static_cast<std::int32_t>(index);
    claim.slot.event = "age";
    claim.slot.classified = true;
    claim.slot.relation = Relation::Copula;
    claim.slot.unit = figure.unit;
    claim.slot.head = figure.countedLemma;
    claim.slot.headClass = "person";
    claim.subject = subject;
    claim.topic = subject.empty() ? "age" + (claim.slot.head.empty() ? std::string{} : " of the " + claim.slot.head)
                                  : "age of " + subject;
    finish(claim);
}

void Assembler::dateClaim(std::uint32_t index) {
    const TimeMention& time = mentions_.times[index];
    if (!time.resolved || time.type == TimeType::Duration || time.type == TimeType::Set || saidTime(index))
        return;
    const auto& chunks = syntax_.chunks();
    const std::uint32_t chunk = syntax_.chunkAt(time.firstToken);
    if (chunk == Syntax::none)
        return;
    Relation relation = Relation::When;
    std::uint32_t verb = Syntax::none;
    std::string_view event;
    std::string because;
    if (time.firstToken > reading_.sentences[sentence_].firstToken) {
        const std::string_view word = syntax_.lower(time.firstToken - 1);
        if (word == "by" || word == "before" || word == "after" || word == "between" || word == "and" || word == "for")
            if (word != "and" || time.firstToken < 3)
                return; // as of a day, or a stretch: not when it happened
        if (word == "since" || word == "from")
            relation = Relation::Start;
        else if (word == "until" || word == "till" || word == "to" || word == "through")
            relation = Relation::End;
    }
    const auto nounEvent = [&](std::uint32_t np) {
        return chunks[np].kind == ChunkKind::NounPhrase ? syntax_.eventOf(chunks[np].head) : std::string_view{};
    };
    if (chunk + 1 < chunks.size() && chunks[chunk + 1].first == time.endToken) // "Sunday's attack", "the weekend raids"
        event = nounEvent(chunk + 1);
    if (event.empty() && chunk >= 2 && chunks[chunk - 1].kind == ChunkKind::Preposition &&
        chunks[chunk - 2].kind == ChunkKind::NounPhrase && relation == Relation::When) // "the attack on Sunday"
        event = nounEvent(chunk - 2);
    if (event.empty()) {
        verb = syntax_.verbOfClause(chunk);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, relation);
        if (predicate.classified)
            event = predicate.event;
        else if (const auto noun = eventNounNear(verb); !noun.empty())
            event = noun;
        because = predicate.because;
    }
    if (event.empty())
        return;
    Claim& claim = begin(ClaimKind::Date, time.span, chunk);
    claim.time = static_cast<std::int32_t>(index);
    claim.slot.event = event;
    claim.slot.classified = true;
    claim.slot.relation = relation;
    if (!because.empty())
        claim.because.push_back(because);
    finish(claim);
    claim.anchor.time = time.resolved;
}

void Assembler::placeClaim(std::uint32_t index) {
    const read::Name& name = mentions_.names[index];
    const auto& chunks = syntax_.chunks();
    std::uint32_t np = syntax_.chunkAt(name.firstToken);
    if (np == Syntax::none || chunks[np].kind != ChunkKind::NounPhrase)
        return;
    std::uint32_t p = syntax_.prepositionOf(np);
    if (p == Syntax::none)
        return;
    // "in A and B": one answer of two places
    if (lastPlace_ >= 0 && lastPlacePreposition_ == p &&
        out_.claims[static_cast<std::size_t>(lastPlace_)].sentence == sentence_) {
        Claim& before = out_.claims[static_cast<std::size_t>(lastPlace_)];
        before.highlight = before.highlight.united(name.span);
        before.place = std::string(reading_.of(before.highlight));
        return;
    }
    const std::uint32_t ownPreposition = p;
    // "in the towns of A and B": what the kind of place hangs on
    if (syntax_.lower(chunks[p].head) == "of" && p > 0 && chunks[p - 1].kind == ChunkKind::NounPhrase &&
        oneOf(syntax_.nounLemma(chunks[p - 1].head),
              {"town", "city", "village", "region", "district", "province", "area", "state", "port", "suburb"})) {
        np = p - 1;
        p = syntax_.prepositionOf(np);
        if (p == Syntax::none)
            return;
    }
    const std::string_view preposition = syntax_.lower(chunks[p].head);
    const bool from = preposition == "from";
    if (!oneOf(preposition, {"in", "at", "near", "outside", "from"}))
        return;
    const std::uint32_t host = syntax_.hostOf(p);
    if (host == Syntax::none)
        return;
    std::string_view event;
    bool classified = true;
    if (chunks[host].kind == ChunkKind::NounPhrase)
        event = syntax_.eventOf(chunks[host].head);
    if (event.empty()) {
        const std::uint32_t verb = syntax_.verbOfClause(np);
        if (verb == Syntax::none || sayVerb(verb))
            return;
        const Predicate predicate = ofVerb(verb, Relation::Where);
        event = predicate.event;
        classified = predicate.classified;
    }
    if (from && !oneOf(event, {"release", "abduction", "evacuation", "theft", "missing"}))
        return;
    Claim& claim = begin(ClaimKind::Place, name.span, np);
    claim.place = std::string(reading_.of(name.span));
    claim.slot.event = event;
    claim.slot.classified = classified;
    claim.slot.relation = Relation::Where;
    finish(claim);
    lastPlace_ = static_cast<std::int32_t>(out_.claims.size()) - 1;
    lastPlacePreposition_ = ownPreposition;
}

void Assembler::quoteClaim(std::uint32_t index) {
    const read::Quote& quote = mentions_.quotes[index];
    if (quote.scare && quote.speaker.empty())
        return;
    std::uint32_t chunk = Syntax::none;
    for (std::uint32_t t = reading_.sentences[sentence_].firstToken;
         t < reading_.sentences[sentence_].endToken && chunk == Syntax::none; ++t)
        if (reading_.tokens[t].begin >= quote.words.begin && reading_.tokens[t].begin < quote.words.end)
            chunk = syntax_.chunkAt(t);
    Claim& claim = begin(ClaimKind::Quote, quote.words, chunk);
    claim.quote = static_cast<std::int32_t>(index);
    claim.slot.event = "quote";
    claim.slot.classified = true;
    claim.subject = quote.speaker;
    claim.topic = quote.speaker.empty() ? "quote" : "what " + quote.speaker + " said";
    finish(claim);
}

/// "No group has claimed responsibility", "believed to be the work of X", "blamed on X": claimed and suspected are
/// two questions.
void Assembler::responsibilityClaims() {
    const text::Sentence& s = reading_.sentences[sentence_];
    for (std::uint32_t t = s.firstToken; t < s.endToken; ++t) {
        const auto phrase = lexicon_.matchPhrase(reading_, t, tagBit(Tag::Event));
        if (!phrase)
            continue;
        const std::string_view event = lexicon_.value(phrase->entry, Tag::Event);
        if (event != "responsibility" && event != "suspicion")
            continue;
        const std::uint32_t chunk = syntax_.chunkAt(t);
        const auto names = inSentence(mentions_.names, sentence_);
        const read::Name* who = nullptr;
        for (std::uint32_t i = names.first; i < names.second; ++i) {
            const read::Name& name = mentions_.names[i];
            if (name.kind == read::NameKind::Place || name.kind == read::NameKind::Nationality)
                continue;
            if (event == "suspicion" ? name.firstToken >= phrase->endToken && who == nullptr : name.endToken <= t)
                who = &name;
        }
        bool nobody = false;
        if (event == "responsibility") {
            const std::uint32_t verb = chunk != Syntax::none && syntax_.chunks()[chunk].kind == ChunkKind::VerbGroup
                                           ? chunk
                                           : syntax_.verbOfClause(chunk);
            const std::uint32_t subject = verb == Syntax::none ? Syntax::none : syntax_.subjectOf(verb);
            if (subject != Syntax::none)
                nobody = oneOf(syntax_.lower(syntax_.chunks()[subject].first), {"no", "nobody", "none", "neither"});
        }
        if (who == nullptr && !nobody)
            continue;
        const Span words{reading_.tokens[t].begin, reading_.tokens[phrase->endToken - 1].end};
        Claim& claim = begin(ClaimKind::Responsibility, event == "suspicion" ? words.united(who->span) : words, chunk);
        claim.slot.event = event;
        claim.slot.classified = true;
        claim.slot.relation = Relation::Agent;
        claim.subject = who != nullptr && !nobody ? mentions_.entities[who->entity].name : std::string{};
        claim.topic = event == "suspicion" ? "who is believed to have done it" : "who claimed responsibility";
        finish(claim);
        if (nobody)
            claim.negative = true;
        t = phrase->endToken - 1;
    }
}

// --- words for people
// --------------------------------------------------------------------------------------------------

std::string Assembler::plural(const std::string& noun) const {
    if (noun == "person")
        return "people";
    if (noun.empty())
        return {};
    if (const auto info = text::wordInfo(noun);
        info && (info->forms & text::NounPlural) != 0 && info->nounLemma == noun)
        return noun; // troops, sheep
    if (noun.ends_with("man") && noun != "human" && noun != "german")
        return noun.substr(0, noun.size() - 3) + "men";
    if (noun == "child")
        return "children";
    return text::pluralOf(noun);
}

std::string Assembler::topicOf(const Claim& claim) const {
    const Slot& slot = claim.slot;
    const std::string key = "event:" + std::string(slot.event);
    const std::string_view label = lexicon_.value(lexicon_.find(key), Tag::Label); // "abducted,abductors,abduction"
    const auto part = [&](int n) -> std::string {
        std::string_view rest = label;
        for (; n > 0 && !rest.empty(); --n)
            rest.remove_prefix(std::min(rest.find(','), rest.size() - 1) + 1);
        std::string word(rest.substr(0, rest.find(',')));
        std::replace(word.begin(), word.end(), '_', ' '); // a value in a table has no blanks
        return word;
    };
    const std::string noun = label.empty() ? std::string(slot.event) : part(2);
    switch (claim.kind) {
    case ClaimKind::Date:
        return (slot.relation == Relation::Start ? "start of the "
                : slot.relation == Relation::End ? "end of the "
                                                 : "date of the ") +
               noun;
    case ClaimKind::Place:
        return "place of the " + noun;
    default:
        break;
    }
    std::string things = plural(slot.head);
    if (!slot.modifiers.empty() && slot.modifiers.find(' ') == std::string::npos)
        things = slot.modifiers + " " + things;
    if (slot.classified && !label.empty()) {
        if (slot.relation == Relation::Agent)
            return part(1).empty() ? things : part(1);
        if (slot.relation == Relation::Patient) {
            if (slot.head.empty() || lexicon_.value(lexicon_.find(slot.head), Tag::Event) == slot.event)
                return slot.head.empty() || slot.headClass == "person" ? "people " + part(0) : things;
            return things + " " + part(0);
        }
    }
    if (claim.kind == ClaimKind::Money || claim.kind == ClaimKind::Percentage || claim.kind == ClaimKind::Measure) {
        const std::string what = claim.kind == ClaimKind::Money        ? "amount"
                                 : claim.kind == ClaimKind::Percentage ? "share"
                                                                       : "measure";
        if (slot.event.empty())
            return things.empty() ? what : what + ", " + things;
        return what + " (" + std::string(slot.event) + (slot.preposition.empty() ? "" : " " + slot.preposition) + ")";
    }
    if (things.empty())
        return "number (" + std::string(slot.event.empty() ? "unclear" : slot.event) + ")";
    return slot.headClass == "group" && slot.relation != Relation::Agent && slot.relation != Relation::Patient
               ? slot.head
               : things;
}

} // namespace countercheck::claim
