// SPDX-License-Identifier: GPL-3.0-or-later
// Occurrences of names, the acronyms that the article gives them, and what the words around them show: titles, ages,
// jobs, "the town of", "who".
#include "core/read/names/namesreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;
using text::WordId;

std::uint32_t NameReader::acronymDefinition(std::uint32_t first, std::uint32_t end, std::uint32_t& defined) {
    if (french_ || !is(end, TokenKind::OpenBracket) || !is(end + 2, TokenKind::CloseBracket) || !capital(end + 1) ||
        !tokens_[end + 1].has(text::AllCaps) || (end == first + 1 && tokens_[first].has(text::AllCaps)))
        return first;
    const std::string_view acronym = of(end + 1);
    if (acronym.size() < 2 || acronym.size() > 12 ||
        lex_.hasAny(tokens_[end + 1].word, tagBit(Tag::NotName) | tagBit(Tag::Zone)))
        return first;
    // Words to the left, over the small words that names have inside.
    std::uint32_t best = first;
    bool matched = initialsMatch(first, end, acronym);
    const std::uint32_t floor = previousSentenceToken(first);
    for (std::uint32_t t = first, steps = 0; !matched && t > floor && steps < 12; ++steps) {
        std::uint32_t prev = t - 1;
        while (prev > floor && isConnector(prev))
            --prev;
        if (!nameWord(prev) || (prev == floor && lex_.hasAny(tokens_[prev].word, smallWords)))
            break;
        if (t - prev > 3)
            break;
        // "… in Mali for the Group": a determiner before it opens a new noun phrase, unless "of the"
        if (t - prev == 3 && of(prev + 1) != "of" && of(prev + 2) == "the")
            break;
        t = prev;
        if (initialsMatch(t, end, acronym)) {
            matched = true;
            best = t;
        } else if (has(t, Tag::OrgWord) && !matched) {
            best = t;
        }
    }
    const bool known = has(end + 1, Tag::OrgWord) && !matched && best == first && end - first < 3;
    bool organisation = matched || end - best >= 3;
    for (std::uint32_t t = best; t < end; ++t)
        organisation = organisation || has(t, Tag::OrgWord);
    if (!organisation || (!matched && has(best, Tag::FirstName)))
        return first; // "Jane Doe (GOP)"
    if (known || (!matched && end == first + 1 && best == first && acronym.front() != of(first).front()))
        return first; // "LONDON (AP)", or an unrelated remark
    dropFrom(best);
    defined = formOf(end + 1, end + 2);
    return best;
}

std::uint32_t NameReader::previousSentenceToken(std::uint32_t t) const {
    const std::uint32_t first = r_.sentences[sentence_].firstToken;
    return first <= t ? first : t;
}

bool NameReader::isConnector(std::uint32_t t) const {
    static constexpr WordSet words(
        {"of", "for", "to", "and", "the", "in", "on", "against", "de", "des", "du", "et", "la", "le", "les", "pour"});
    return is(t, TokenKind::Word) && words.contains(of(t));
}

bool NameReader::initialsMatch(std::uint32_t first, std::uint32_t end, std::string_view acronym) const {
    std::size_t matched = 0;
    for (std::uint32_t t = first; t < end && matched < acronym.size(); ++t)
        if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised) && of(t).front() == acronym[matched])
            ++matched;
        else if (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised))
            return false;
    return matched == acronym.size() && capital(first);
}

void NameReader::dropFrom(std::uint32_t t) {
    while (!found_.empty() && found_.back().endToken > t && found_.back().sentence == sentence_) {
        if (found_.back().strong && forms_[found_.back().form].strong > 0)
            --forms_[found_.back().form].strong;
        found_.pop_back();
    }
}

std::uint32_t NameReader::formOf(std::uint32_t first, std::uint32_t end) {
    const text::Span span{tokens_[first].begin, tokens_[end - 1].end};
    const std::string_view words = r_.of(span);
    const std::uint64_t hash = text::hashSmallIn(r_.text, span.begin, span.end);
    const auto [index, fresh] = scratch_.byText.insert(words, hash, static_cast<std::uint32_t>(forms_.size()));
    if (fresh) {
        Form& form = forms_.emplace_back();
        form.text = words;
        form.hash = hash;
        form.firstToken = first;
        form.endToken = end;
        for (std::uint32_t t = first; t < end; ++t)
            form.words += tokens_[t].is(TokenKind::Word) || tokens_[t].is(TokenKind::Alnum) ? 1u : 0u;
    }
    return index;
}

std::uint32_t NameReader::record(std::uint32_t first, std::uint32_t end, std::uint32_t defined, bool strong,
                                 bool withTail) {
    Occurrence o;
    o.form = formOf(first, end);
    o.firstToken = first;
    o.endToken = end;
    o.sentence = sentence_;
    o.strong = strong;
    if (withTail && end - first > 1 && nameWord(first + 1))
        o.tail = formOf(first + 1, end);
    if (strong)
        ++forms_[o.form].strong;
    if (defined != none && defined != o.form) {
        forms_[o.form].acronym = defined;
        forms_[o.form].evidence |= Acronym;
        forms_[defined].evidence |= Acronym;
    }
    aliasBehind(o.form, first, end);
    gather(o);
    found_.push_back(o);
    previousEnd_ = end;
    return end;
}

void NameReader::gather(const Occurrence& o) {
    Form& form = forms_[o.form];
    const std::uint32_t firstOfSentence = r_.sentences[sentence_].firstToken;
    if (!tokens_[o.endToken - 1].has(text::Capitalised) && o.endToken == o.firstToken + 1)
        return; // "malien"
    if (o.firstToken > firstOfSentence)
        gatherBefore(o, form, firstOfSentence);
    std::uint32_t after = o.endToken;
    if (is(after, TokenKind::Apostrophe))
        return;
    if (is(after, TokenKind::Word) && has(after, Tag::PlaceWord) && !capital(after)) {
        static constexpr WordSet areas({"region", "province", "district", "county", "state", "city", "town", "village",
                                        "island", "valley", "peninsula", "river", "desert", "suburb"});
        if (areas.contains(of(after)))
            form.evidence |= PlaceCue;
    }
    if (is(after, TokenKind::Word) && !capital(after) && isWorks(after))
        form.evidence |= OrgCue;
    if (is(after, TokenKind::Word) && lex_.hasAny(tokens_[after].word, tagBit(Tag::Say)) && has(after, Tag::VerbPast))
        form.evidence |= Speaks;
    if (!is(after, TokenKind::Comma)) {
        if (is(after, TokenKind::Word) && of(after) == "who")
            form.evidence |= WhoAfter;
        return;
    }
    if (is(after + 1, TokenKind::Number) && tokens_[after + 1].end - tokens_[after + 1].begin <= 2 &&
        (is(after + 2, TokenKind::Comma) || is(after + 2, TokenKind::Stop) || after + 2 >= end_)) {
        form.evidence |= AgeAfter;
        return;
    }
    if (after + 1 >= end_)
        return;
    if (of(after + 1) == "who" || of(after + 1) == "whose") {
        form.evidence |= WhoAfter;
        return;
    }
    if (capital(after + 1) && has(after + 1, Tag::Country)) {
        form.evidence |= OfPlace;
        return;
    }
    roleAfter(o, after + 1);
}

void NameReader::gatherBefore(const Occurrence& o, Form& form, std::uint32_t firstOfSentence) {
    std::uint32_t before = o.firstToken - 1;
    if (tokens_[before].is(TokenKind::Stop) && before > firstOfSentence)
        --before; // "Lt."
    if (french_ && linkWord(before) && before > firstOfSentence + 1 && is(before - 1, TokenKind::Stop) &&
        has(before - 2, Tag::Title))
        before -= 2; // "M. de X"
    if (tokens_[before].is(TokenKind::Comma) || (french_ && is(before, TokenKind::Word))) {
        if (const std::uint32_t role = roleBefore(o, firstOfSentence); role != none) {
            form.evidence |= Titled;
            if (form.role == none)
                form.role = role;
        }
    }
    if (!is(before, TokenKind::Word))
        return;
    if (has(before, Tag::Title) && !has(before, Tag::PlaceWord)) {
        form.evidence |= Titled;
        if (form.role == none && lex_.value(tokens_[before].word, Tag::Title) == "office")
            form.role = roleEndingAt(before, firstOfSentence, before);
    }
    const std::string_view word = of(before);
    if (has(before, Tag::OrgWord) && !capital(before))
        form.evidence |= OrgCue; // "the newspaper X", "insurgent group X"
    if ((word == "and" || word == "or" || word == "et" || word == "ou") && !found_.empty() &&
        found_.back().sentence == sentence_ && found_.back().endToken == before)
        form.evidence |= forms_[found_.back().form].evidence & (PlaceCue | InPlace | AtPlace); // "the towns of X and Y"
    if (is(o.endToken, TokenKind::Apostrophe)) {
        // "in X's custody": whoever X is
    } else if (french_) {
        gatherFrench(form, o.firstToken, firstOfSentence);
    } else if (word == "in" || word == "near" || word == "In" || word == "Near" || word == "around" ||
               word == "outside") {
        form.evidence |= InPlace;
    } else if (word == "the" || word == "The") {
        form.evidence |= Possessed;
    } else if (word == "of" && before > firstOfSentence && has(before - 1, Tag::PlaceWord) && !capital(before - 1)) {
        form.evidence |= PlaceCue;
    }
    if (has(before, Tag::PlaceWord) && !capital(before) && before > firstOfSentence && word != "camp" &&
        word != "market")
        form.evidence |= PlaceCue; // "the city Thessaloniki", "capital Bamako"
}

std::uint32_t NameReader::roleBefore(const Occurrence& o, std::uint32_t floor) {
    std::uint32_t end = o.firstToken;
    if (tokens_[end - 1].is(TokenKind::Comma)) {
        // "the interior minister, X Y, said": X must be set off, or it may be whoever the minister speaks of
        const std::uint32_t after = o.endToken;
        if (forms_[o.form].words < 2 || !(after >= end_ || is(after, TokenKind::Comma) || is(after, TokenKind::Stop)) ||
            lex_.hasAny(tokens_[o.firstToken].word, nameTags | tagBit(Tag::PlaceWord)))
            return none;
        --end;
    }
    for (std::uint32_t i = end, steps = 0; i > floor && steps < 10; ++steps) {
        --i;
        const Token& token = tokens_[i];
        if (!token.is(TokenKind::Word) && !token.is(TokenKind::Hyphen) && !token.is(TokenKind::Apostrophe))
            return none;
        if (i + 1 == end && end == o.firstToken && !has(i, Tag::Title) && !has(i, Tag::Adjective) &&
            !has(i, Tag::Nationality) && !(capital(i) && isDomain(i, floor)))
            return none; // "la procureure de X", "le patron du groupe X"
        if (has(i, Tag::Title) && !has(i, Tag::PlaceWord)) {
            if (lex_.value(token.word, Tag::Title) != "office" || (i + 1 == end && end == o.firstToken))
                return none; // the latter is told by the word itself
            if (end == o.firstToken && !linkWord(i + 1) && !has(i + 1, Tag::Adjective) && !has(i + 1, Tag::Nationality))
                return none;
            if (i + 1 < end && !linkWord(i + 1) &&
                !lex_.hasAny(tokens_[i + 1].word, tagBit(Tag::Prep) | tagBit(Tag::Adjective) |
                                                      tagBit(Tag::Nationality) | tagBit(Tag::Title)))
                return none;
            return roleEndingAt(i, floor, end - 1);
        }
        if (lex_.hasAny(token.word, tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Say) | tagBit(Tag::VerbPast) |
                                        tagBit(Tag::Wh) | tagBit(Tag::Subord)) &&
            !capital(i))
            return none;
    }
    return none;
}

bool NameReader::isWorks(std::uint32_t t) const {
    static constexpr WordSet works({"plant",       "factory",     "quarry",      "mine",    "company",   "firm",
                                    "group",       "newspaper",   "agency",      "website", "airline",   "store",
                                    "supermarket", "brand",       "shares",      "stock",   "employees", "executives",
                                    "spokesman",   "spokeswoman", "spokesperson"});
    return works.contains(of(t));
}

std::uint32_t NameReader::roleEndingAt(std::uint32_t t, std::uint32_t floor, std::uint32_t last) {
    std::uint32_t first = t;
    for (std::uint32_t i = t; i > floor && t - i < 3;) { // "Premier ministre", "vice-présidente"
        --i;
        if (const auto phrase = lex_.matchPhrase(r_, i, tagBit(Tag::Title)); phrase && phrase->endToken == t + 1)
            first = i;
    }
    while (first > floor && t - first < 3 && is(first - 1, TokenKind::Word) && tokens_[first].has(text::SpaceBefore) &&
           (has(first - 1, Tag::Title) ||
            (!capital(first - 1) &&
             !lex_.hasAny(tokens_[first - 1].word, smallWords | tagBit(Tag::Say) | tagBit(Tag::Verb)) &&
             plainNoun(first - 1))))
        --first;
    roles_.push_back(r_.of(text::Span{tokens_[first].begin, tokens_[last].end}));
    return static_cast<std::uint32_t>(roles_.size() - 1);
}

bool NameReader::plainNoun(std::uint32_t t) {
    const text::WordUse& use = lex_.use(tokens_[t].word);
    return !french_ && use.noun() && use.frequency[0] >= use.frequency[1] && (use.forms & text::NounSingular) != 0;
}

void NameReader::roleAfter(const Occurrence& o, std::uint32_t t) {
    std::uint32_t i = t;
    const Form& before = forms_[o.form];
    if (before.words == 1 && (before.evidence & (InPlace | AtPlace | PlaceCue)) != 0)
        return; // "in Paris, the minister …"
    if (is(i, TokenKind::Word) && (has(i, Tag::Det) || has(i, Tag::Poss)))
        ++i;
    const std::uint32_t begin = i;
    std::uint32_t job = none;
    for (std::uint32_t steps = 0; i < end_ && steps < 4 && (is(i, TokenKind::Word) || is(i, TokenKind::Hyphen));
         ++i, ++steps) {
        if (const auto phrase = lex_.matchPhrase(r_, i, tagBit(Tag::Title)); phrase && phrase->endToken <= end_) {
            job = phrase->endToken - 1;
            break;
        }
        if (has(i, Tag::Title) || of(i) == "head" || of(i) == "member") {
            job = i;
            if (!is(i + 1, TokenKind::Word) || !has(i + 1, Tag::Title))
                break;
        } else if (lex_.hasAny(tokens_[i].word, smallWords)) {
            break;
        }
    }
    if (job == none || nameWord(job + 1))
        return; // "X, President Y": two persons
    std::uint32_t end = job + 1;
    for (std::uint32_t steps = 0; end < end_ && steps < 14; ++end, ++steps) {
        const Token& token = tokens_[end];
        const bool inside = token.is(TokenKind::Word) || token.is(TokenKind::Hyphen) || token.is(TokenKind::Alnum) ||
                            token.is(TokenKind::Apostrophe);
        if (!inside || has(end, Tag::Wh) || of(end) == "that" ||
            lex_.hasAny(token.word, tagBit(Tag::Aux) | tagBit(Tag::Modal)) ||
            (has(end, Tag::Say) && has(end, Tag::VerbPast)) || (end == job + 1 && !has(end, Tag::Prep)) ||
            of(end) == "and" || has(end, Tag::Weekday))
            break;
    }
    Form& form = forms_[o.form];
    form.evidence |= RoleAfter;
    if (form.role == none) {
        roles_.push_back(r_.of(text::Span{tokens_[begin].begin, tokens_[end - 1].end}));
        form.role = static_cast<std::uint32_t>(roles_.size() - 1);
    }
}

} // namespace countercheck::read
