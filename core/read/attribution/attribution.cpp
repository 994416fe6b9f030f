// SPDX-License-Identifier: GPL-3.0-or-later
// Who says so: the acts of saying in order, and the attributions that are made from them.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"
#include "core/text/hintscan.h"

#include <algorithm>
#include <tuple>

namespace countercheck::read {

using text::WordId;

void EventReader::run() {
    const text::Token* const tokens = r_.tokens.data();
    findVoices();
    findTitles();
    const auto lastSentence = static_cast<std::uint32_t>(r_.sentences.size()) - 1;
    const auto& sentences = r_.sentences;
    const unsigned french = p_.french() ? ~0u : 0u, always = voices_.empty() ? 0u : 1u;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
        // Which sentences there is something to do in cannot be foretold: it is reckoned, and branched on once.
        const text::Sentence& sentence = sentences[s];
        const unsigned hints = sentence.hints;
        const std::uint32_t opens = sentence.firstToken, after = std::min<std::uint32_t>(s + 1, lastSentence);
        const auto behind =
            static_cast<unsigned>(opens > 1) &
            static_cast<unsigned>(tokens[opens - static_cast<std::uint32_t>(opens > 0)].is(TokenKind::CloseQuote));
        const auto ahead = static_cast<unsigned>(tokens[std::max(sentence.endToken, 1u) - 1].is(TokenKind::Colon)) &
                           static_cast<unsigned>(s < lastSentence) &
                           static_cast<unsigned>(sentences[after].may(text::HintQuote));
        // "He shrugs." before a quote that opens the next sentence of the paragraph
        const unsigned shrugs = static_cast<unsigned>(sentences[after].may(text::HintQuote)) &
                                static_cast<unsigned>(tokens[sentences[after].firstToken].is(TokenKind::OpenQuote)) &
                                static_cast<unsigned>(sentences[after].block == sentence.block) &
                                static_cast<unsigned>((hints & text::HintQuote) == 0);
        const bool quoted = (behind | ahead | (hints & text::HintQuote)) != 0;
        const bool moods = (hints & french & text::HintFigure) != 0;
        constexpr unsigned figureInBracket = text::HintFigure | text::HintBracket;
        const bool brackets = (hints & figureInBracket) == figureInBracket && bracketIn(sentence); // "8,000 (police)"
        const bool says = (hints & text::HintSaying) != 0;
        if ((static_cast<unsigned>(quoted) | static_cast<unsigned>(moods) | static_cast<unsigned>(brackets) |
             static_cast<unsigned>(says) | always | shrugs) == 0) {
            const bool mayCarry = !events_.empty() && events_.back().sentence + 1 == s;
            if ((hints & text::HintFigure) != 0 &&
                (mayCarry || (r_.of(tokens[opens]) == "In" && sentence.endToken < opens + Phrases::longest))) {
                p_.setSentence(s);
                sentence_ = s;
                firstEvent_ = events_.size();
                inPaper();
                carryOver();
            }
            continue;
        }
        constexpr unsigned read = 1u << static_cast<unsigned>(text::BlockRole::Body) |
                                  1u << static_cast<unsigned>(text::BlockRole::Title) |
                                  1u << static_cast<unsigned>(text::BlockRole::Caption);
        if ((read >> static_cast<unsigned>(r_.blocks[sentence.block].role) & 1u) == 0 ||
            sentence.endToken - sentence.firstToken > Phrases::longest)
            continue;
        p_.setSentence(s);
        sentence_ = s;
        firstEvent_ = events_.size();
        voice_ = ~0u;
        if (always != 0 && voices_[sentence.block] != nullptr)
            answer(*voices_[sentence.block]);
        std::uint32_t behindLast = p_.first(); // the act of saying before
        for (std::uint32_t t = says || moods ? p_.first() : p_.end();; ++t) {
            if (!moods)
                t = text::nextHinted(r_, t, p_.end(), text::HintSaying);
            if (t >= p_.end())
                break;
            WordId id = tokens[t].word;
            if (moods && r_.text[tokens[t].end - 1] == 't' && (lex_.use(id).forms & text::VerbConditional) != 0 &&
                !lex_.has(id, Tag::Modal) && !lex_.has(id, Tag::Say))
                cue(t, t + 1, CueKind::Conditional);
            if (!moods && (p_.word(id).begins & InsideSaying) != 0) {
                t = phraseAround(t, behindLast);
                id = tokens[t].word;
            }
            if ((p_.word(id).begins & BeginsSaying) == 0)
                continue;
            std::uint32_t end = t + 1;
            WordId entry = id;
            if (const auto phrase = lex_.matchPhrase(r_, t, sayings); phrase && phrase->endToken <= p_.end()) {
                entry = phrase->entry;
                end = phrase->endToken;
            }
            const SayWord& word = p_.word(entry);
            if (word.cue != CueKind::None)
                cue(t, end, word.cue);
            else if (word.say != SayKind::None && p_.french())
                frenchVerb(t, end, entry);
            else if (word.say != SayKind::None)
                verb(t, end, entry);
            else if (const std::uint32_t made = p_.french() ? madeKnown(t) : t; made != t)
                frenchVerb(t, t + 1, lex_.find("fait valoir"));
            else
                continue;
            t = end - 1;
            behindLast = end;
        }
        if (brackets)
            for (std::uint32_t t = p_.first() + 1; t < p_.end(); ++t)
                if (tokens[t].is(TokenKind::OpenBracket))
                    bracketed(t);
        if (quoted)
            quoteTags();
        if ((hints & text::HintFigure) != 0)
            inPaper();
        settleSentence();
        if ((hints & text::HintFigure) != 0)
            carryOver();
        if (shrugs != 0)
            actsBeforeQuote();
    }
}

/// Where the phrase of saying begins that holds the token, not before `from`; the token itself when there is none.
std::uint32_t EventReader::phraseAround(std::uint32_t token, std::uint32_t from) const {
    constexpr std::uint32_t longest = 16; // tokens, with hyphens
    for (std::uint32_t t = std::max(from, token - std::min(token, longest)); t < token; ++t)
        if ((p_.word(r_.tokens[t].word).begins & BeginsSaying) != 0)
            if (const auto phrase = lex_.matchPhrase(r_, t, sayings);
                phrase && phrase->endToken > token && phrase->endToken <= p_.end())
                return t;
    return token;
}

bool EventReader::bracketIn(const text::Sentence& sentence) const {
    if (!sentence.may(text::HintBracket))
        return false; // nearly always
    for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t)
        if (r_.tokens[t].is(TokenKind::OpenBracket) && r_.text[r_.tokens[t].begin] != '{')
            return true;
    return false;
}

void EventReader::verb(std::uint32_t t, std::uint32_t end, WordId entry) {
    const SayKind kind = p_.word(entry).say;
    if (p_.small(end) == Small::Her || p_.small(end) == Small::Him) {
        asked_ = p_.small(end) == Small::Her ? 'f' : 'm';
        askedAt_ = sentence_;
    }
    const bool demands = kind == SayKind::Act && p_.word(entry).figure && // "demand a 5 percent raise"
                         (p_.classOf(end) == WordClass::Ing || p_.of(end).ends_with("ing") || figureAhead(end));
    if ((kind == SayKind::Act || kind == SayKind::Voice) && !demands && !quoteNear())
        return; // states nothing: it matters beside a quote only
    if ((p_.small(t) == Small::Told || kind == SayKind::Hear) && restIsStop(p_.afterTime(end))) {
        hearing(t, end); // "…, court told": the hearer
        return;
    }
    if ((p_.is(t + 1, TokenKind::Comma) || p_.is(t + 1, TokenKind::Stop)) &&
        (kind == SayKind::Plain || kind == SayKind::Count) && byEstimates(t))
        return;
    const bool past = lex_.has(entry, Tag::VerbPast) || lex_.has(entry, Tag::VerbPart);
    bool ing = !past && lex_.has(entry, Tag::VerbIng);
    bool third = !past && !ing && lex_.has(entry, Tag::VerbS);
    const WordClass before = t > p_.first() && !lone(t - 1) ? p_.classOf(t - 1) : WordClass::Mark;
    if (r_.tokens[t].has(text::Capitalised) && t != p_.first() && !p_.is(t - 1, TokenKind::CloseQuote))
        return;                                                // a name, or a headline's word
    const bool asSaying = ing && p_.small(t - 1) == Small::As; // "was quoted as saying"
    const bool bySaying = ing && p_.small(t - 1) == Small::By && (kind == SayKind::Plain || kind == SayKind::That);
    const bool led = !past && !ing && before == WordClass::Prep && p_.small(t - 1) == Small::To && ledBy(t - 1) != none;
    if (before == WordClass::Det || (before == WordClass::Prep && !asSaying && !bySaying && !led) ||
        (before == WordClass::Number && !p_.inTime(t - 1) &&
         !(past && t >= p_.first() + 2 && p_.classOf(t - 2) == WordClass::Prep) && // "in a house for six told"
         !(t >= p_.first() + 2 && p_.classOf(t - 2) == WordClass::Name)))          // "Channel 6 puts"
        return;                                                                    // "the reported attack", "of claims"
    if (p_.is(t - 1, TokenKind::Hyphen) || p_.is(end, TokenKind::Hyphen))
        return;

    // The verb group to the left: adverbs, "has", "had"
    std::uint32_t group = t;
    bool negated = false, passive = false, modal = false, helped = false;
    while (group > p_.first()) {
        const WordClass c = p_.classOf(group - 1);
        const Small self = p_.small(group - 1);
        const bool itself =
            (self == Small::Himself || self == Small::Herself || self == Small::Itself || self == Small::Themselves) &&
            group >= p_.first() + 2 &&
            (p_.classOf(group - 2) == WordClass::Name || p_.classOf(group - 2) == WordClass::Noun);
        if (itself) { // "Ulm herself spoke of"
            --group;
            continue;
        }
        if (group == t && past && p_.of(group - 1) == "once" && group >= p_.first() + 2 &&
            (p_.classOf(group - 2) == WordClass::Noun || p_.classOf(group - 2) == WordClass::Name)) {
            --group; // "the critic once called it"
            continue;
        }
        if (p_.has(group - 1, Tag::Neg)) {
            negated = true;
        } else if (c == WordClass::Modal) {
            modal = true;
        } else if (c == WordClass::Aux) {
            const Small aux = p_.small(group - 1);
            const bool have = aux == Small::Has || aux == Small::Have || aux == Small::Had || aux == Small::Having;
            const bool doing = aux == Small::Did || aux == Small::Does || aux == Small::Do;
            passive = passive || (past && !have && !doing);
            helped = helped || doing || // "do not accept", "are warning that"; not "is recalling 300 cars"
                     (ing && !have &&
                      (p_.classOf(end) == WordClass::That || p_.is(end, TokenKind::OpenQuote) ||
                       p_.is(end, TokenKind::Colon) || kind == SayKind::Act || kind == SayKind::Think ||
                       kind == SayKind::Tell));
        } else if (c != WordClass::Adverb && !(p_.inTime(group - 1) && group - 1 > p_.first())) {
            if (c != WordClass::Noun || p_.of(group - 1) != "turn" || p_.small(group - 2) != Small::In)
                break;
            --group; // "Coleman, who in turn said"
        } else if (p_.inTime(group - 1) && group >= 2 && p_.has(group - 2, Tag::Prep)) {
            --group; // "police on Monday said"
        }
        --group;
    }
    // "to say", "to warn": nobody has said it yet
    if (!past && !third && !ing && group > p_.first() && p_.small(group - 1) == Small::To) {
        const std::uint32_t lead = ledBy(group - 1);
        if (lead == none)
            return;
        group = lead; // "likes to say", "went on to add"
        third = true;
    }
    if (kind == SayKind::Act) // "Reuters quoted the minister as saying": the minister, by "saying"
        for (std::uint32_t i = end; i + 1 < p_.end() && i < end + 10; ++i)
            if (p_.small(i) == Small::As && p_.word(r_.tokens[i + 1].word).say != SayKind::None &&
                lex_.has(r_.tokens[i + 1].word, Tag::VerbIng))
                return;
    if (kind == SayKind::Accuse) {
        accusation(t, end, group, passive);
        return;
    }
    if (passive) {
        passiveVerb(t, end, group, kind);
        return;
    }
    if (kind == SayKind::Hear && !modal && !negated && p_.of(t) == "heard")
        heardThat(t, end, group);
    const bool only = modal && t > p_.first() && p_.small(t - 1) == Small::Only; // "he would only say that"
    if ((modal && !only && kind != SayKind::Act) || kind == SayKind::Hear)
        return;
    const bool unless = negated && p_.word(entry).unless; // "did not accept that"
    if (negated && kind != SayKind::Deny && !unless)
        return;
    if (kind == SayKind::Put) {
        putAt(t, end, group);
        return;
    }
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = t;
    event.cueEnd = end;
    event.entry = entry;
    event.groupFirst = group;
    event.modality = kind == SayKind::Deny || unless ? Modality::Denied
                     : kind == SayKind::Think        ? Modality::Possible
                                                     : Modality::Reported;
    if (negated && kind == SayKind::Deny)
        return;
    event.demand = demands;
    event.quoteOnly = kind == SayKind::Voice || (kind == SayKind::Act && !demands);
    if (past && !passive && kind == SayKind::Think && group == t && p_.of(t) == "suspected" &&
        p_.small(end) == Small::Of) { // "a man suspected of shooting three people was arrested"
        accusation(t, end, group, false);
        if (!events_.empty() && events_.back().cueFirst == t)
            events_.back().modality = Modality::Possible;
        return;
    }
    if (past && !passive && kind == SayKind::Think && fate(end)) { // "up to 12 feared dead"
        passiveVerb(t, end, group, kind);
        return;
    }
    if (past && p_.small(end) == Small::By && !passive &&
        p_.small(t) != Small::Said) { // "reported by X", "described by X as"
        if (event.quoteOnly) {
            const NounPhrase source = p_.phraseAt(end + 1);
            if (!source.empty() && p_.maySpeak(source)) {
                const auto kept = std::tuple(lastSpeaker_, lastSpoke_, lastUnnamed_, lastUnnamedAt_);
                setSource(event, source);
                if (t == p_.first()) // "Asked by counsel whether …, he replied": somebody else
                    std::tie(lastSpeaker_, lastSpoke_, lastUnnamed_, lastUnnamedAt_) = kept;
                event.contentFirst = event.contentEnd = source.end;
                events_.push_back(event);
            }
        } else {
            byParticiple(event);
        }
        return;
    }
    if (kind == SayKind::Expect && p_.of(t) == "sees" && !measureAhead(end))
        return; // "sees 300 patients a day"
    third = third || helped || only;
    ing = ing && !helped;
    const bool inverted = findSubject(event, t, end, group, ing, third, past);
    if (event.subject.empty() && event.source.empty())
        return;
    if (event.quoteOnly) {
        event.contentFirst = end;
        event.contentEnd = end;
        event.backward = inverted || behindQuote(group, event);
        events_.push_back(event);
        return;
    }
    if (!findContent(event, kind, group, inverted)) {
        event.quoteOnly = true;
        event.backward = inverted || behindQuote(group, event);
        event.contentFirst = event.contentEnd = end;
    } else {
        event.states = true;
        closeAside(event);
        if (kind == SayKind::Deny && !event.backward && event.contentFirst > end &&
            p_.is(event.contentFirst - 1, TokenKind::Colon))
            event.modality = Modality::Reported; // "denied it: S": S is what they say
        if (event.modality == Modality::Possible && !event.backward && p_.is(event.contentFirst, TokenKind::OpenQuote))
            event.modality = Modality::Reported; // "fear the worst: “S”"
    }
    events_.push_back(event);
    SayEvent hearer;
    const std::uint32_t rear = inverted                ? event.subject.end
                               : kind == SayKind::Tell ? skipSide(hearer, end, true) // "she told the coroner, and …"
                                                       : end;
    const bool goesOn = event.states && event.backward && !event.source.empty() &&
                        ((!inverted && p_.is(rear, TokenKind::Semicolon) && verbBetween(rear + 1, p_.end())) ||
                         // "S, officials said, with crews still unable to reach T"
                         (p_.is(rear, TokenKind::Comma) && p_.small(rear + 1) == Small::With) ||
                         // "S, she said, and will do T": T is hers, too, as nobody else is named
                         (p_.is(rear, TokenKind::Comma) && p_.classOf(rear + 1) == WordClass::Conj &&
                          (p_.classOf(rear + 2) == WordClass::Aux || p_.classOf(rear + 2) == WordClass::Modal ||
                           p_.classOf(rear + 2) == WordClass::Past)));
    if (goesOn && !saysWithin(rear + 1, p_.end())) { // "S, she said; T": T is hers, too
        SayEvent more;
        more.sentence = sentence_;
        more.cueFirst = more.groupFirst = t;
        more.cueEnd = end;
        inherit(more, event);
        more.contentFirst = rear + 1;
        more.contentEnd = p_.strongBreakAfter(rear + 1);
        more.states = more.contentFirst < more.contentEnd;
        events_.push_back(more);
    }
}

/// "likes to say", "went on to add", "was keen to stress": where the words begin behind which it is said; none: it is
/// not.
std::uint32_t EventReader::ledBy(std::uint32_t to) {
    static constexpr WordSet doing({"likes", "like", "liked", "loves", "loved", "hastened", "hastens", "rushed"});
    static constexpr WordSet being({"quick", "keen", "fond", "careful", "eager"});
    if (to < p_.first() + 2)
        return none;
    if (doing.contains(p_.of(to - 1)))
        return to - 1;
    const bool on = p_.of(to - 1) == "on" && (p_.of(to - 2) == "went" || p_.of(to - 2) == "goes");
    return on || (being.contains(p_.of(to - 1)) && p_.classOf(to - 2) == WordClass::Aux) ? to - 2 : none;
}

/// "At least 200 people marched, by police estimates.": a noun, and no verb.
bool EventReader::byEstimates(std::uint32_t t) {
    static constexpr WordSet reckonings({"estimates", "estimate", "count", "counts", "tally"});
    if (!reckonings.contains(p_.of(t)))
        return false;
    std::uint32_t by = t;
    while (by > p_.first() && by + 7 > t && p_.small(by) != Small::By)
        --by;
    if (p_.small(by) != Small::By || by + 1 >= t || by < p_.first() + 2 || !p_.is(by - 1, TokenKind::Comma) ||
        !(p_.is(t + 1, TokenKind::Comma) || restIsStop(t + 1)))
        return false;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = by;
    event.cueEnd = by + 1;
    setSource(event, {by + 1, t + 1, t});
    event.contentFirst = p_.strongBreakBefore(by - 1);
    event.contentEnd = by - 1;
    event.backward = event.states = true;
    events_.push_back(event);
    return true;
}

/// "…, court told", "…, the inquest heard": what was said before a court is told by it.
namespace {

constexpr WordSet courts({"court", "Court", "inquest", "inquiry", "tribunal", "jury", "hearing", "trial", "MPs",
                          "commission", "committee", "panel", "jurors", "Jurors"});

} // namespace

/// "The court heard that S"
void EventReader::heardThat(std::uint32_t t, std::uint32_t end, std::uint32_t group) {
    if (group == p_.first() || !(p_.classOf(end - 1) == WordClass::That || p_.clauseAt(end)) ||
        toldWithin(end, p_.end()))
        return; // "The court heard that S, prosecutors said": theirs
    const NounPhrase court = p_.phraseEndingAt(group - 1);
    if (court.empty() || !courts.contains(p_.of(court.head)) ||
        (court.first > p_.first() && p_.classOf(court.first - 1) == WordClass::Wh))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = t;
    event.cueEnd = end;
    setSource(event, court);
    event.contentFirst = end;
    event.contentEnd = p_.strongBreakAfter(event.contentFirst);
    event.states = event.contentFirst < event.contentEnd;
    events_.push_back(event);
}

void EventReader::hearing(std::uint32_t t, std::uint32_t end) {
    while (t > p_.first() + 1 && p_.classOf(t - 1) == WordClass::Aux)
        --t; // "an inquest was told", "a court has heard"
    if (t == p_.first())
        return;
    const NounPhrase court = p_.phraseEndingAt(t - 1);
    if (court.empty() || r_.sentences[sentence_].may(text::HintQuote) || court.first <= p_.first() + 1 ||
        !p_.is(court.first - 1, TokenKind::Comma) || !courts.contains(p_.of(court.head)))
        return;
    SayEvent event;
    event.sentence = sentence_;
    event.cueFirst = event.groupFirst = t;
    event.cueEnd = end;
    setSource(event, court);
    event.contentFirst = p_.first();
    event.contentEnd = court.first - 1;
    event.backward = event.states = true;
    events_.push_back(event);
}

bool EventReader::standsAlone(std::uint32_t t) const {
    return t == p_.first() || p_.is(t - 1, TokenKind::Comma) || p_.is(t - 1, TokenKind::CloseQuote) ||
           p_.is(t - 1, TokenKind::Semicolon) || p_.small(t - 1) == Small::But || p_.of(t - 1) == "while";
}

bool EventReader::quoteNear() {
    if (p_.first() > 1 && r_.tokens[p_.first() - 1].is(TokenKind::CloseQuote) &&
        r_.of(r_.tokens[p_.first() - 2]) != ".")
        return true; // “So which is it?” Counsel asked
    while (quote_ < m_.quotes.size() && m_.quotes[quote_].whole.end < r_.sentences[sentence_].span.begin)
        ++quote_;
    const std::uint32_t last = sentence_ + 1 < r_.sentences.size() ? sentence_ + 1 : sentence_;
    return quote_ < m_.quotes.size() && m_.quotes[quote_].whole.begin < r_.sentences[last].span.end;
}

bool EventReader::behindQuote(std::uint32_t group, const SayEvent& event) const {
    const std::uint32_t first = event.subject.empty() ? group : std::min(group, event.subject.first);
    return first > p_.first() && (p_.is(first - 1, TokenKind::CloseQuote) || p_.is(first - 1, TokenKind::Comma));
}

const std::vector<SayEvent>& readSayEvents(Phrases& phrases) {
    thread_local std::vector<SayEvent> events; // room is kept from article to article
    events.clear();
    events.reserve(32);
    EventReader(phrases, events).run();
    return events;
}

namespace {

/// "Reports", "some unconfirmed reports": nobody is named by them; "media reports" are the media's.
bool unnamedReports(std::string_view source) {
    static constexpr WordSet heads({"reports", "Reports", "rumours", "rumors", "Rumours", "Rumors"});
    static constexpr WordSet modifiers(
        {"some",        "Some",        "several", "Several", "many",    "Many",   "unconfirmed",
         "Unconfirmed", "early",       "Early",   "initial", "Initial", "first",  "First",
         "other",       "Other",       "various", "Various", "earlier", "recent", "multiple",
         "conflicting", "Conflicting", "the",     "The",     "these",   "These"});
    for (std::string_view rest = source; !rest.empty();) {
        const std::size_t blank = rest.find(' ');
        const std::string_view word = rest.substr(0, blank);
        if (blank == std::string_view::npos)
            return heads.contains(word);
        if (!modifiers.contains(word))
            return false;
        rest.remove_prefix(blank + 1);
    }
    return false;
}

} // namespace

void readAttributions(const text::Reading& reading, Mentions& out) {
    out.attributions.clear();
    Phrases phrases(reading, out);
    const std::vector<SayEvent>& events = readSayEvents(phrases);
    for (const SayEvent& event : events) {
        if (!event.states)
            continue;
        const std::uint32_t end = reading.sentences[event.sentence].endToken;
        const text::Span scope = phrases.trimmed(event.contentFirst, std::min(event.contentEnd, end));
        if (scope.empty())
            continue;
        Attribution& attribution = out.attributions.emplace_back();
        if (!unnamedReports(event.source)) {
            attribution.source = event.source;
            attribution.sourceSpan = event.sourceSpan;
        }
        attribution.cue = {reading.tokens[event.cueFirst].begin,
                           event.demand ? reading.tokens[event.cueFirst].begin : reading.tokens[event.cueEnd - 1].end};
        attribution.scope = scope;
        attribution.modality = event.modality;
        attribution.via = event.via;
        attribution.sentence = event.sentence;
    }
    nameSpeakers(reading, events, out);
    readModality(phrases, out);
}

} // namespace countercheck::read
