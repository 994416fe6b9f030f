// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/assembler.h"

#include "core/claim/parts.h"
#include "core/text/utf8.h"

namespace countercheck::claim {

using read::Figure;
using text::Tag;
using text::tagBit;
using text::Token;
using text::TokenKind;

std::string_view Assembler::headClass(std::uint32_t token, text::WordId word) const {
    if (const auto value = lexicon_.value(word, Tag::Class); !value.empty())
        return value;
    if (token != Syntax::none && parsed_ && token >= first_ && token < end_ &&
        syntax_.classOf(token) == WordClass::Name)
        return {};
    switch (lexicon_.use(word).nounField) {
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
        return {};
    }
}

Assembler::Noun Assembler::nounAt(std::uint32_t token) {
    const text::WordId lemma = syntax().nounLemma(token);
    return {lemma, lemma == 0 ? lemmaOf(0, token) : Words(lexicon_.form(lemma)), lemmaOf(lemma, token)};
}

/// @param lemma  lower case, held by the mentions
Assembler::Noun Assembler::nounNamed(std::string_view lemma) const {
    text::WordId word = lexicon_.findWord(lemma);
    if (lexicon_.has(word, Tag::Plural) && grammar_[word].kind == Kind::Person && lexicon_.lemma(word) != word)
        word = lexicon_.lemma(word); // "people"
    if (word == 0)
        return {0, lemma, lemma};
    const std::string_view across = lexicon_.value(word, Tag::Label);
    return {word, lexicon_.form(word), across.empty() ? lexicon_.form(word) : across};
}

void Assembler::setHead(Claim& claim, const Noun& noun, std::uint32_t token) const {
    claim.slot.head = noun.head;
    claim.slot.noun = noun.own;
    claim.slot.nounWord = noun.word;
    claim.slot.headClass = noun.own.empty() ? std::string_view{} : headClass(token, noun.word);
}

/// "420 passengers and crew": is the bare noun behind the noun phrase counted with its own?
bool Assembler::countsBoth(std::uint32_t np) const {
    const auto& chunks = syntax_.chunks();
    const Chunk& second = chunks[np + 2];
    if (chunks[np + 1].kind != ChunkKind::Conjunction || second.kind != ChunkKind::NounPhrase ||
        second.first != second.head || syntax_.classOf(second.head) != WordClass::Noun ||
        !oneOf(reading_.of(reading_.tokens[chunks[np + 1].first]), {"and", "et"}))
        return false;
    const bool saysItself = syntax_.verbOfObject(np) != Syntax::none && np + 3 < chunks.size() &&
                            chunks[np + 3].kind == ChunkKind::VerbGroup; // "killed 12 soldiers and police said"
    return !saysItself && oneOf(headClass(second.head, syntax_.nounLemma(second.head)), {"person", "group"});
}

/// Reads what part of the slot a figure means: marks in its phrase, around it and in its clause.
class Assembler::Marking {
public:
    Marking(Assembler& assembler, const Figure& figure, std::uint32_t nounPhrase, Claim& claim)
        : my(assembler), parse_(assembler.syntax()), chunks_(parse_.chunks()), figure_(figure), np_(nounPhrase),
          claim_(claim), m(claim.marks), first_(np_ != Syntax::none ? chunks_[np_].first : figure.firstToken),
          end_(np_ != Syntax::none ? chunks_[np_].end : figure.endToken),
          any_(parse_.anyMarked(Parts | Tells | StartsMark)),
          clause_(any_ && np_ != Syntax::none ? parse_.clauseOf(np_) : std::pair{my.first_, my.end_}) {}
    void run() {
        within();
        before();
        behind();
        inSum();
        if (figure_.endToken + 1 < my.end_ && my.facts(figure_.endToken).prep == Prep::Of &&
            parse_.classOf(figure_.endToken + 1) == WordClass::Number)
            m.ofThem = true; // "178 of 369 blows"
        inClause();
        ofOthers();
        // A share is always of something; "a $4 billion takeover of the brewer".
        if (claim_.kind == ClaimKind::Percentage || (claim_.kind == ClaimKind::Money && end_ > figure_.endToken))
            m.ofThem = false;
    }

private:
    void mark(Mark value) {
        m.ofThem |= value == Mark::OfThem;
        m.other |= value == Mark::Other;
        m.more |= value == Mark::More;
        m.soFar |= value == Mark::SoFar;
        m.total |= value == Mark::Total;
    }
    bool phraseMark(std::uint32_t t) {
        if (!parse_.marked(t, StartsMark))
            return false;
        const auto phrase = my.lexicon_.matchPhrase(my.reading_, t, tagBit(Tag::SetMark));
        if (phrase)
            mark(my.grammar_[phrase->entry].mark);
        return phrase.has_value();
    }
    void each(std::uint32_t t) { m.each |= my.facts(t).telling == Telling::Each; }
    [[nodiscard]] bool isPerson(std::uint32_t chunk) const;
    [[nodiscard]] bool eachOfAnother(std::uint32_t t) const;
    [[nodiscard]] bool beside(std::uint32_t t) const;
    void within();
    void before();
    void behind();
    void inSum();
    void inClause();
    void ofOthers();

    Assembler& my;
    const Syntax& parse_;
    const Chunks& chunks_;
    const Figure& figure_;
    const std::uint32_t np_;
    Claim& claim_;
    SetMarks& m;
    const std::uint32_t first_, end_; ///< tokens of the noun phrase, else of the figure
    const bool any_;                  ///< else no word of the sentence marks anything
    const std::pair<std::uint32_t, std::uint32_t> clause_;
};

/// "Another 12 people", "12 more".
void Assembler::Marking::within() {
    for (std::uint32_t t = any_ ? first_ : end_; t < end_; ++t) {
        if (!parse_.marked(t, Parts | Tells | StartsMark))
            continue;
        if (my.reading_.tokens[t].begin >= figure_.phrase.begin && t < figure_.endToken)
            continue; // the hedge: the "more" of "more than 100" counts nobody further
        if (!phraseMark(t))
            mark(my.facts(t).mark);
        each(t);
    }
}

/// "Including two", "among them three", "another 12".
void Assembler::Marking::before() {
    for (std::uint32_t t = first_; t-- > my.first_ && t + 4 > first_;) {
        if (my.reading_.tokens[t].is(TokenKind::Comma) && t + 1 != first_)
            break;
        if (!parse_.marked(t, Parts | StartsMark))
            continue;
        if (const auto phrase = my.lexicon_.match(my.reading_, t, tagBit(Tag::SetMark));
            phrase && phrase->endToken <= first_)
            mark(my.grammar_[phrase->entry].mark);
    }
}

/// "Three of them", "12 of whom", "two each", "trois de plus".
void Assembler::Marking::behind() {
    const auto& tokens = my.reading_.tokens;
    for (const std::uint32_t t : {figure_.endToken, end_})
        if (t < my.end_ &&
            tokens[t].begin >= figure_.phrase.end) { // the "per" of "88 miles per hour" is the figure's own
            phraseMark(t);
            each(t);
        }
    for (std::uint32_t t = end_; t < std::min(end_ + 4, my.end_) && !tokens[t].is(TokenKind::Comma);
         ++t) // "two militants were among the dead"
        m.ofThem |= parse_.marked(t, Governs) && my.facts(t).prep == Prep::Among;
}

/// Is the phrase one of other people, which is counted by itself?
bool Assembler::Marking::isPerson(std::uint32_t c) const {
    if (c >= chunks_.size() || chunks_[c].kind != ChunkKind::NounPhrase ||
        parse_.classOf(chunks_[c].head) != WordClass::Noun)
        return false;
    const text::WordId word = parse_.nounLemma(chunks_[c].head);
    // "14 dead and 30 wounded", "14 morts et 30 blessés": two counts, no sum.
    const Facts &fact = my.grammar_[word], &form = my.facts(chunks_[c].head);
    for (const std::uint8_t other : {fact.event, fact.roleEvent, form.roleEvent})
        if (other != 0 && my.grammar_.eventName(other) != claim_.slot.event)
            return false;
    return my.headClass(chunks_[c].head, word) == "person" &&
           (word == 0 || my.lexicon_.form(word) != claim_.slot.noun) &&
           (my.has(chunks_[c].first, Tag::Det) || parse_.classOf(chunks_[c].first) == WordClass::Number);
}

/// "Two women and a man": members of a sum.
void Assembler::Marking::inSum() {
    if (np_ == Syntax::none || claim_.slot.headClass != "person")
        return;
    m.listed = (np_ + 1 < chunks_.size() && chunks_[np_ + 1].kind == ChunkKind::Conjunction && isPerson(np_ + 2)) ||
               (np_ >= 2 && chunks_[np_ - 1].kind == ChunkKind::Conjunction && isPerson(np_ - 2));
    if (const std::uint32_t second = np_ + 2; !m.listed && second < chunks_.size() && my.countsBoth(np_))
        m.kinds.push_back("and " + std::string(my.reading_.of(my.reading_.tokens[chunks_[second].head])));
}

/// Is the "each" at the token said of something else?
bool Assembler::Marking::eachOfAnother(std::uint32_t t) const {
    bool another = false; // "62 turbines, each 236 metres tall"
    for (std::uint32_t i = my.in_.figures.first; i < my.in_.figures.end; ++i)
        another |= my.mentions_.figures[i].firstToken == t + 1 && t + 1 != figure_.firstToken;
    // "Executed two of them with a single bullet each": so many for each of the two
    if (const std::uint32_t before = t > end_ ? parse_.chunkAt(t - 1) : Syntax::none; before != Syntax::none)
        another |= before != np_ && chunks_[before].kind == ChunkKind::NounPhrase &&
                   chunks_[before].first != chunks_[before].head &&
                   oneOf(my.reading_.of(my.reading_.tokens[chunks_[before].first]), {"a", "an", "one", "un", "une"});
    return another;
}

/// "So far", "in total", "has risen to".
void Assembler::Marking::inClause() {
    // "the toll rose to 61, with 20 still missing": these did not rise
    const std::uint32_t preposition = np_ != Syntax::none ? parse_.prepositionOf(np_) : Syntax::none;
    const bool aside = preposition != Syntax::none && my.besides(preposition);
    for (std::uint32_t t = any_ ? clause_.first : clause_.second; t < clause_.second; ++t) {
        if (parse_.marked(t, StartsMark))
            if (const auto phrase =
                    my.lexicon_.matchPhrase(my.reading_, t, tagBit(Tag::SetMark) | tagBit(Tag::Growth))) {
                const Facts& fact = my.grammar_[phrase->entry];
                if (fact.mark == Mark::SoFar || fact.mark == Mark::Total)
                    mark(fact.mark);
                m.growth |= !aside && (fact.telling == Telling::Up || fact.telling == Telling::SoFar) &&
                            t < figure_.firstToken + 6;
            }
        if (!parse_.marked(t, Tells) || my.facts(t).telling != Telling::Each || my.facts(t).prep != Prep::None ||
            (t >= figure_.firstToken && my.reading_.tokens[t].begin < figure_.phrase.end))
            continue;
        m.each |= !eachOfAnother(t);
    }
}

/// Does the word tell of another one beside those that the report is about? "Rival gangs fought" are rivals of each
/// other.
bool Assembler::Marking::beside(std::uint32_t t) const {
    const bool mutual = t + 1 < my.end_ && parse_.classOf(t + 1) == WordClass::Noun &&
                        !my.reading_.tokens[t + 1].has(text::Capitalised) &&
                        parse_.nounLemma(t + 1) != my.reading_.tokens[t + 1].word;
    return my.facts(t).mark == Mark::Beside && !mutual;
}

/// "Its predecessor cost 480 million", "neighbouring Sund has reported nine deaths".
void Assembler::Marking::ofOthers() {
    if (!parse_.anyMarked(Parts))
        return;
    for (std::uint32_t t = clause_.first; t < std::min(first_, figure_.firstToken); ++t)
        m.other |= beside(t);
    if (np_ == Syntax::none)
        return;
    if (const std::uint32_t verb = parse_.verbOfClause(np_); verb != Syntax::none)
        if (const std::uint32_t subject = parse_.subjectOf(verb); subject != Syntax::none && subject != np_)
            for (std::uint32_t t = chunks_[subject].first; t < chunks_[subject].end; ++t)
                m.other |= beside(t);
}

void Assembler::marksOf(const Figure& figure, std::uint32_t np, Claim& claim) {
    Marking(*this, figure, np, claim).run();
}

/// What narrows the counted noun: its modifiers, and nationalities of people, which are marks.
void Assembler::modifiersOf(const Figure& figure, std::uint32_t np, Claim& claim) {
    const Syntax& parse = syntax();
    const auto& chunks = parse.chunks();
    const std::uint32_t end = np != Syntax::none ? chunks[np].end : figure.endToken;
    for (std::uint32_t t = figure.endToken; t < end; ++t) {
        const Token& token = reading_.tokens[t];
        const WordClass c = parse.classOf(t);
        if (!token.is(TokenKind::Word) || c == WordClass::Number || figure.counted.contains(token.begin))
            continue;
        if (const Facts& fact = facts(t); // "left 12 people dead" narrows nothing
            np != Syntax::none && t > chunks[np].head && fact.part == Part::Patient && fact.roleEvent != 0)
            continue;
        if (has(t, Tag::Nationality) || (token.has(text::Capitalised) && c == WordClass::Adjective)) {
            if (!compared_)
                continue;
            std::string buffer;
            claim.marks.kinds.emplace_back(has(t, Tag::Nationality)
                                               ? std::string(lemmaOf(lexicon_.lemma(token.word), t))
                                               : std::string(text::lowered(reading_.of(token), buffer)));
        } else if (t > first_ && reading_.tokens[t - 1].is(text::TokenKind::Hyphen)) {
            continue; // "Soviet-era tanks", "20-odd": the half of a compound narrows nothing
        } else if ((t != chunks[np].head || sharesHead(figure)) &&
                   (c == WordClass::Adjective || c == WordClass::Noun)) {
            const text::WordId word = c == WordClass::Noun ? parse.nounLemma(t) : token.word;
            Words own = lemmaOf(word, t);
            if (oneOf(own, {"co", "ex"}) && reading_.tokens[t + 1].is(text::TokenKind::Hyphen))
                own = out_.words.keep(own, "-"); // "co-workers"
            claim.slot.modifiers =
                claim.slot.modifiers.empty() ? own : Words(out_.words.keep(claim.slot.modifiers, " ", own));
        }
    }
}

} // namespace countercheck::claim
