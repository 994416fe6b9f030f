// SPDX-License-Identifier: GPL-3.0-or-later
// The walk: where a name begins, and what belongs to it.
#include "core/read/names/gazetteer.h"
#include "core/read/names/namesreader.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;
using text::WordId;

namespace {

/// Small words that a name can have inside.
constexpr WordSet joining({"of", "for", "on", "against", "and"});

} // namespace

void NameReader::run() {
    for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
        const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
        if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption &&
            role != text::BlockRole::RepeatedTitle)
            continue;
        sentence(s, role == text::BlockRole::Title || role == text::BlockRole::RepeatedTitle);
    }
    settle();
    for (Form& form : forms_) {
        fold(form);
        prefetchPlace(form.foldedHash);
    }
    for (Form& form : forms_)
        form.kind = kindOf(form);
    makeEntities();
}

bool NameReader::ordinary(std::uint32_t t) {
    const WordId id = tokens_[t].word;
    const bool listed = lex_.inLexicon(id);
    if (lex_.hasAny(id, smallWords))
        return true;
    if (lex_.hasAny(id, nameTags & ~tagBit(Tag::OrgWord)) || lex_.value(id, Tag::OrgWord) == "known")
        return false;
    if (listed && !lex_.hasAny(id, tagBit(Tag::FirstName) | tagBit(Tag::Particle)))
        return true;
    if (tokens_[t].has(text::AllCaps) && !shouting_)
        return false;
    const text::WordUse& use = lex_.use(id);
    if (!use.known())
        return false;
    if (french_)
        return !listed && (use.parts & text::ProperNoun) == 0;
    if (use.verb() || use.adjective() || use.adverb())
        return !listed || use.frequency[1] + use.frequency[2] + use.frequency[3] > 40;
    return use.noun() && use.nounField != text::Field::Location && !listed &&
           (use.nounField != text::Field::Person || use.frequency[0] > 20);
}

bool NameReader::noNoun(std::uint32_t t) {
    const WordId id = tokens_[t].word;
    if (lex_.hasAny(id, smallWords | tagBit(Tag::Number) | tagBit(Tag::Ordinal) | tagBit(Tag::VerbIng)))
        return true;
    if (lex_.hasAny(id, nameTags | tagBit(Tag::FirstName) | tagBit(Tag::Title) | tagBit(Tag::PlaceWord)))
        return false;
    const text::WordUse& use = lex_.use(id);
    if (french_)
        return use.known() && (use.parts & text::ProperNoun) == 0 && !use.noun();
    return use.known() && (!use.noun() || (use.adverb() && use.frequency[3] > use.frequency[0]) ||
                           (use.forms & text::VerbGerund) != 0);
}

bool NameReader::personNoun(std::uint32_t t) const {
    const text::WordUse& use = lex_.use(tokens_[t].word);
    return use.noun() && use.nounField == text::Field::Person &&
           !lex_.hasAny(tokens_[t].word, nameTags | tagBit(Tag::FirstName) | tagBit(Tag::Particle));
}

void NameReader::sentence(std::uint32_t s, bool title) {
    const text::Sentence& sentence = r_.sentences[s];
    if (!french_ && !sentence.may(text::HintName))
        return;
    sentence_ = s;
    end_ = sentence.endToken;
    const Token* const tokens = tokens_;
    const std::uint32_t end = end_;
    const auto isLong = [](const Token& token) {
        return static_cast<std::uint32_t>(token.is(TokenKind::Word)) & (token.end - token.begin >= 4);
    };
    std::uint32_t long_ = 0, capitals = 0, upper = 0;
    // the tokens that have a capital, or are French for "Malian"
    const std::vector<std::uint32_t>& all = r_.capitals;
    while (nextCapital_ < all.size() && all[nextCapital_] < sentence.firstToken)
        ++nextCapital_;
    const std::uint32_t* kept = all.data() + nextCapital_;
    for (; nextCapital_ < all.size() && all[nextCapital_] < end; ++nextCapital_) {
        const Token& token = tokens[all[nextCapital_]];
        capitals += isLong(token);
        upper += isLong(token) & token.has(text::AllCaps);
        nameWords_[all[nextCapital_]] = canBeName(token);
    }
    std::size_t found = static_cast<std::size_t>(all.data() + nextCapital_ - kept);
    if (french_) {
        std::vector<std::uint32_t>& both = scratch_.smallAndCapital;
        both.resize(end - sentence.firstToken);
        found = 0;
        for (std::uint32_t t = sentence.firstToken; t < end; ++t) {
            both[found] = t;
            found += tokens[t].has(text::Capitalised) || lex_.has(tokens[t].word, Tag::Nationality);
        }
        kept = both.data();
    }
    // so many are enough for neither a headline nor shouting
    for (std::uint32_t t = sentence.firstToken; t < end && long_ < capitals * 2; ++t)
        long_ += isLong(tokens[t]);
    headline_ = (title && capitals * 2 > long_) ||
                (long_ >= 5 && capitals * 10 > long_ * 7 && !tokens_[end_ - 1].is(TokenKind::Stop) &&
                 !tokens_[end_ - 1].is(TokenKind::CloseQuote));
    shouting_ = long_ >= 3 && upper * 2 > long_;
    previousEnd_ = none;
    std::uint32_t next = sentence.firstToken;
    for (std::size_t i = 0; i < found; ++i) {
        const std::uint32_t t = kept[i];
        if (!tokens_[t].has(text::Capitalised)) {
            next = t >= next ? record(t, t + 1, none, true) : next;
            continue;
        }
        if (french_ && t >= next && t > sentence.firstToken && tokens_[t - 1].is(TokenKind::OpenBracket))
            defineLeft(t);
        if (french_ && t >= next)
            if (const std::uint32_t behind = domain(t); behind != 0) {
                next = behind;
                continue;
            }
        const bool particle = t >= next + 2 && tokens_[t - 1].is(TokenKind::Hyphen) && particleOpens(t - 2);
        if (t >= next && (particle || nameWord(t)))
            next = runFrom(particle ? t - 2 : t);
    }
}

bool NameReader::particleOpens(std::uint32_t t) const {
    return is(t, TokenKind::Word) && is(t + 1, TokenKind::Hyphen) && !tokens_[t + 1].has(text::SpaceBefore) &&
           has(t, Tag::Particle) && nameWord(t + 2);
}

bool NameReader::atStart(std::uint32_t t) const {
    if (tokens_[t].has(text::SentenceStart))
        return true;
    const Token& before = tokens_[t - 1];
    return before.is(TokenKind::Colon) || before.is(TokenKind::OpenQuote) || before.is(TokenKind::Stop) ||
           before.is(TokenKind::OpenBracket) || before.is(TokenKind::Dash) || before.is(TokenKind::Symbol) ||
           before.is(TokenKind::CloseQuote) || before.is(TokenKind::Slash);
}

bool NameReader::titleBeforeName(std::uint32_t t) const {
    // "General Motors", "Justice Department": a title's word that belongs to an organisation's name
    std::uint32_t next = t + 1;
    if (is(next, TokenKind::Stop))
        ++next;
    if (!nameWord(next) || !tokens_[next].has(text::SpaceBefore))
        return false;
    std::uint32_t last = next;
    while (last < next + 8 && nameWord(last + 1) && tokens_[last + 1].has(text::SpaceBefore))
        ++last;
    return !lex_.hasAny(tokens_[last].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)) || has(next, Tag::FirstName);
}

std::uint32_t NameReader::runFrom(std::uint32_t t) {
    const bool start = atStart(t);
    const std::uint64_t tags = lex_.tags(tokens_[t].word);
    // A small word or a verb at the start of a sentence is no name, whatever follows.
    if (start && (tags & smallWords) != 0 && !allCaps(t) && (tags & tagBit(Tag::Country)) == 0)
        return french_ && articleOfPlace(t) ? finishRun(t, t + 2, false) : t + 1;
    if (start && !tokens_[t].has(text::AllCaps) && nameWord(t + 1) && noNoun(t) && !has(t, Tag::Nationality) &&
        !lex_.matchPhrase(r_, t, nameTags))
        return t + 1;
    // "Receptionist X", "Polygamist X": any word for a person in front of a given name
    if (!french_ && nameWord(t + 1) && has(t + 1, Tag::FirstName) && tokens_[t + 1].has(text::SpaceBefore) &&
        personNoun(t))
        return t + 1;
    if (start && (tags & (tagBit(Tag::TimeRef) | tagBit(Tag::DayPart))) != 0 && !tokens_[t].has(text::AllCaps))
        return t + 1;
    if (headline_ && ordinary(t) && (tags & (nameTags | tagBit(Tag::FirstName))) == 0 &&
        !lex_.matchPhrase(r_, t, nameTags))
        return t + 1;
    // Titles: "Prime Minister X", "Lt. Gregg Hastings"
    if (const auto phrase = lex_.matchPhrase(r_, t, tagBit(Tag::Title)); phrase && phrase->endToken <= end_)
        return nameWord(phrase->endToken) ? phrase->endToken : std::max(phrase->endToken, t + 1);
    if (const std::uint32_t end = saintOfPlace(t); end != 0)
        return finishRun(t, end, false);
    if ((tags & tagBit(Tag::Title)) != 0) {
        if (titleBeforeName(t))
            return is(t + 1, TokenKind::Stop) ? t + 2 : t + 1;
        if (!nameWord(t + 1) && !(is(t + 1, TokenKind::Hyphen)))
            return t + 1; // "the President said"
    }
    // Known names of several words, and nationalities in front of other names
    std::uint32_t last = t; // last token of the run
    if (const auto phrase = lex_.matchPhrase(r_, t, nameTags);
        phrase && phrase->endToken <= end_ && (french_ || capital(phrase->endToken - 1))) {
        last = phrase->endToken - 1;
        const bool organisation = lex_.has(phrase->entry, Tag::OrgWord);
        const bool next = nameWord(last + 1) && tokens_[last + 1].has(text::SpaceBefore);
        const bool goesOn =
            next && (organisation ? !has(last + 1, Tag::FirstName) &&
                                        !(has(last + 1, Tag::Title) && titleBeforeName(last + 1)) && !headline_
                                  : lex_.hasAny(tokens_[last + 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)));
        if (!goesOn && !(organisation && last + 1 < end_ && joinOf(t, last, last + 1) != 0))
            return finishKnown(t, last + 1);
    } else if ((tags & (tagBit(Tag::Nationality) | tagBit(Tag::Country))) != 0) {
        if ((tags & tagBit(Tag::Country)) != 0 && shortCountry(t) && !allCaps(t))
            return t + 1; // "Us" at the start of a sentence
        if (breaksAfterNationality(t))
            return finishKnown(t, t + 1);
    }
    last = extend(t, last);
    if (french_)
        last = smallTail(t, last);
    return finishRun(t, last + 1, start);
}

std::uint32_t NameReader::finishKnown(std::uint32_t first, std::uint32_t end) {
    std::uint32_t defined = none;
    first = acronymDefinition(first, end, defined);
    return record(first, end, defined, true);
}

bool NameReader::breaksAfterNationality(std::uint32_t t) const {
    if (is(t + 1, TokenKind::Hyphen))
        return !nameWord(t + 2);
    if (!nameWord(t + 1) || !tokens_[t + 1].has(text::SpaceBefore))
        return true;
    if (has(t + 1, Tag::Title))
        return titleBeforeName(t + 1) || !nameWord(t + 2);
    if (lex_.matchPhrase(r_, t + 1, tagBit(Tag::Title)))
        return true;
    if (headline_)
        return !lex_.hasAny(tokens_[t + 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord));
    return has(t + 1, Tag::FirstName) || lex_.hasAny(tokens_[t + 1].word, tagBit(Tag::Nationality));
}

std::uint32_t NameReader::extend(std::uint32_t first, std::uint32_t last) {
    while (last + 1 < end_ && last - first < 24) { // a longer run is a list
        const std::uint32_t next = last + 1;
        const Token& n = tokens_[next];
        if (n.is(TokenKind::Word) && !n.has(text::Capitalised) && !n.may(text::HintClosed) &&
            !has(next, Tag::Particle) && !is(next + 1, TokenKind::Hyphen) && !joining.contains(of(next)))
            return last; // a small word that no rule below asks about: mostly so
        if (n.is(TokenKind::Hyphen) && !n.has(text::SpaceBefore) && next + 1 < end_ &&
            !tokens_[next + 1].has(text::SpaceBefore)) {
            if (nameWord(next + 1)) {
                last = next + 1;
                continue;
            }
            // "Jumeirah-al-Farq": a small particle between hyphens
            if (has(next + 1, Tag::Particle) && is(next + 2, TokenKind::Hyphen) && nameWord(next + 3)) {
                last = next + 3;
                continue;
            }
            return last;
        }
        if (n.is(TokenKind::Stop) && !n.has(text::SpaceBefore) && of(next) == ".") {
            if (initial(last) && last > first && (nameWord(next + 1) || next + 1 >= end_ || !capital(next + 1))) {
                last = next; // "Tim F.", "George W. Bush"
                if (nameWord(next + 1) && tokens_[next + 1].has(text::SpaceBefore) && !has(next + 1, Tag::Title))
                    last = next + 1;
                continue;
            }
            if ((initial(last) || has(last, Tag::Abbreviation)) && nameWord(next + 1) &&
                (initial(last) || has(last, Tag::PlaceWord) || of(last) == "St" || of(last) == "Mt")) {
                last = next + 1; // "J. Smith", "St. Louis"
                continue;
            }
            return last;
        }
        if (n.is(TokenKind::Number) && n.has(text::SpaceBefore) && n.end - n.begin <= 3 && isRoad(last)) {
            return next; // "National Route 22"
        }
        if (n.is(TokenKind::Symbol) && of(next) == "&" && nameWord(next + 1)) {
            last = next + 1;
            continue;
        }
        if (!n.has(text::SpaceBefore))
            return last;
        if (capital(next) && has(next, Tag::Month) && has(last, Tag::FirstName) && !is(next + 1, TokenKind::Number) &&
            (next + 1 >= end_ || !is(next + 1, TokenKind::Comma) || !is(next + 2, TokenKind::Number))) {
            last = next; // "Theresa May"
            continue;
        }
        if (french_ && has(next, Tag::Particle))
            if (const std::uint32_t joined = particleName(first, last, next); joined != 0) {
                last = joined;
                continue;
            }
        if (n.is(TokenKind::OpenQuote) && nameWord(next + 1)) { // Vincent "The Chin" Gigante
            std::uint32_t close = next + 1;
            while (close < end_ && close < next + 4 && capital(close))
                ++close;
            if (is(close, TokenKind::CloseQuote) && nameWord(close + 1) && !has(close + 1, Tag::Title)) {
                last = close + 1;
                continue;
            }
            return last;
        }
        if (nameWord(next)) {
            if (lex_.hasAny(n.word, tagBit(Tag::Nationality)) && !has(first, Tag::OrgWord) && last > first)
                return last;
            if (has(next, Tag::Title) && titleBeforeName(next) && !has(next, Tag::OrgWord))
                return last;
            if (const auto job = lex_.matchPhrase(r_, next, tagBit(Tag::Title));
                job && job->endToken <= end_ && capital(job->endToken - 1) &&
                !(is(job->endToken, TokenKind::Word) && of(job->endToken) == "for"))
                return last; // "Oregon State Police Lt. Gregg Hastings"
            if (initial(next) && is(next + 1, TokenKind::Stop) && nameWord(next + 2)) { // Bryant A. Dalton
                last = next + 2;
                continue;
            }
            if (lex_.hasAny(n.word, smallWords) && !allCaps(next))
                return last;
            if (headline_ && ordinary(next) && !lex_.hasAny(n.word, nameTags | tagBit(Tag::PlaceWord)))
                return last;
            last = next;
            continue;
        }
        if (!n.is(TokenKind::Word))
            return last;
        if (romanNumeral(next) && has(last, Tag::FirstName)) { // "Charles III"
            last = next;
            continue;
        }
        if (of(next) == "Sun" && capital(last)) { // a newspaper, no day
            last = next;
            continue;
        }
        if (has(next, Tag::Particle) && !has(next, Tag::Prep) && !has(next, Tag::Det)) {
            std::uint32_t t = next + 1;
            while (t < end_ && has(t, Tag::Particle) && !capital(t))
                ++t;
            if (is(t, TokenKind::Hyphen) && !capital(t - 1))
                ++t; // "wal-Muslimin", "al-Islam"
            if (nameWord(t)) {
                last = t;
                continue;
            }
            return last;
        }
        if (const std::uint32_t joined = joinOf(first, last, next); joined != 0) {
            last = joined;
            continue;
        }
        // "Nusrat wal-Muslimin": a small word, a hyphen, a capital
        if (is(next + 1, TokenKind::Hyphen) && !tokens_[next + 1].has(text::SpaceBefore) && nameWord(next + 2) &&
            n.end - n.begin <= 3 && !has(next, Tag::Prep) && !lex_.inLexicon(n.word)) {
            last = next + 2;
            continue;
        }
        return last;
    }
    return last;
}

std::uint32_t NameReader::saintOfPlace(std::uint32_t t) const {
    const std::string_view word = of(t);
    if (word.front() != 'S' || (word != "St" && word != "Saint" && word != "Ste" && word != "Sainte"))
        return 0;
    std::uint32_t name = t + 1;
    if (is(name, TokenKind::Stop) || is(name, TokenKind::Hyphen))
        ++name;
    if (!nameWord(name) || is(name + 1, TokenKind::Hyphen))
        return 0;
    const auto listed = briefOfFolded(foldedName(r_.of(text::Span{tokens_[t].begin, tokens_[name].end})));
    return listed ? name + 1 : 0;
}

bool NameReader::romanNumeral(std::uint32_t t) const {
    const std::string_view word = of(t);
    if (word.front() > 'X' || word.size() > 5) // nearly always
        return false;
    return word.find_first_not_of("IVX") == std::string_view::npos && word != "I" && word != "X";
}

bool NameReader::isRoad(std::uint32_t t) const {
    const std::string_view word = of(t);
    return word == "Route" || word == "Highway" || word == "Interstate" || word == "Road" || word == "Motorway";
}

std::uint32_t NameReader::joinOf(std::uint32_t first, std::uint32_t last, std::uint32_t next) {
    const std::string_view word = of(next);
    if (!joining.contains(word))
        return 0;
    const bool institution = lex_.hasAny(tokens_[last].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)) ||
                             of(last) == "House" || of(last) == "Republic" || of(last) == "Commissioner";
    std::uint32_t t = next + 1;
    if (word == "of") {
        if (last == first && lex_.value(tokens_[last].word, Tag::OrgWord) == "known")
            return 0;
        if (!institution || (last == first && has(last, Tag::PlaceWord) && !has(last, Tag::OrgWord) &&
                             lex_.value(tokens_[last].word, Tag::PlaceWord) == "settlement"))
            return 0;
        if (is(t, TokenKind::Word) && of(t) == "the")
            ++t;
    } else if (word == "for" || word == "on" || word == "against") {
        if (!institution)
            return 0;
        if (is(t, TokenKind::Word) && of(t) == "the")
            ++t;
        // only a name that goes on: "Centre for X", not "the Army for Mali"
        if (lex_.hasAny(tokens_[t < end_ ? t : last].word, timeTags | tagBit(Tag::Country)))
            return 0;
        if (word == "on" && last > first)
            return 0;
    } else if (word == "and") {
        bool ministry = false;
        for (std::uint32_t i = first; i < last; ++i)
            ministry = ministry || of(i) == "of" || of(i) == "for" || of(i) == "on";
        // "the Food and Drug Administration"
        std::uint32_t far = t;
        while (far < t + 8 && nameWord(far + 1) && tokens_[far + 1].has(text::SpaceBefore))
            ++far;
        if (!ministry && far > t && nameWord(t) && lex_.value(tokens_[far].word, Tag::OrgWord) == "institution" &&
            !lex_.hasAny(tokens_[last].word, nameTags | tagBit(Tag::FirstName)) && first > 0 &&
            has(first - 1, Tag::Det))
            return t;
        bool office = false;
        for (std::uint32_t i = first; i < last && !office; ++i)
            office = lex_.value(tokens_[i].word, Tag::OrgWord) == "institution";
        if (!ministry || !office)
            return 0;
        if (nameWord(t) && lex_.hasAny(tokens_[t].word, tagBit(Tag::OrgWord)))
            return 0;
    } else {
        return 0;
    }
    return nameWord(t) && tokens_[t].has(text::SpaceBefore) ? t : 0;
}

std::uint32_t NameReader::finishRun(std::uint32_t first, std::uint32_t end, bool start) {
    // "The Detroit Free Press" is one name, "The Vancouver" is not
    if (!start && !french_ && end > first + 1 && has(first, Tag::Det) && !has(end - 1, Tag::OrgWord) &&
        of(end - 1) != "Sun")
        ++first;
    const bool single = end == first + 1;
    if (single && (initial(first) || has(first, Tag::Det)))
        return end;
    // "Marion County Sheriff", "Woodburn Police Chief": a job behind the place or body that it belongs to
    if (end > first + 1 && has(end - 1, Tag::Title) &&
        !lex_.hasAny(tokens_[end - 1].word, nameTags | tagBit(Tag::PlaceWord) | tagBit(Tag::FirstName)) &&
        lex_.hasAny(tokens_[end - 2].word, nameTags | tagBit(Tag::PlaceWord)) &&
        (!has(first, Tag::FirstName) ||
         lex_.hasAny(tokens_[end - 2].word, tagBit(Tag::PlaceWord) | tagBit(Tag::OrgWord))))
        return std::max(finishRun(first, end - 1, start), end);
    if (single && !allCaps(first) && lex_.hasAny(tokens_[first].word, smallWords) &&
        !lex_.hasAny(tokens_[first].word, nameTags | tagBit(Tag::FirstName)))
        return end;
    const bool defines =
        is(end, TokenKind::OpenBracket) && is(end + 2, TokenKind::CloseBracket) && tokens_[end + 1].has(text::AllCaps);
    if (single && !start && !allCaps(first) && !defines) {
        // "the Department", "the River", "the Champion": a common word with a capital
        const WordId id = tokens_[first].word;
        if (lex_.hasAny(id, tagBit(Tag::PlaceWord)) && !lex_.hasAny(id, nameTags))
            return end;
        if (has(first, Tag::OrgWord) && lex_.value(id, Tag::OrgWord) != "known" && !is(end, TokenKind::OpenBracket))
            return end;
    }
    if (single && shouting_ && ordinary(first))
        return end;
    std::uint32_t defined = none;
    first = acronymDefinition(first, end, defined);
    bool strong = !start;
    if (headline_) {
        bool known = false;
        for (std::uint32_t t = first; t < end; ++t)
            known = known || lex_.hasAny(tokens_[t].word, nameTags) || allCaps(t) || has(t, Tag::FirstName) ||
                    (tokens_[t].is(TokenKind::Word) && !ordinary(t));
        if (!known && single)
            return end;
        strong = known;
    } else if (start) {
        strong = single ? !ordinary(first) : !ordinary(first) || defined != none || orgEnded(end);
    }
    return record(first, end, defined, strong, !strong && !single);
}

bool NameReader::orgEnded(std::uint32_t end) const {
    return has(end - 1, Tag::OrgWord) || has(end - 1, Tag::PlaceWord);
}

void readNames(const text::Reading& reading, Mentions& out) {
    out.names.clear();
    out.entities.clear();
    thread_local NameReader::Scratch scratch;
    NameReader(reading, out, scratch).run();
}

} // namespace countercheck::read
