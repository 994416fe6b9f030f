// SPDX-License-Identifier: GPL-3.0-or-later
// What a form is: a person, an organisation, a place? The words themselves, the evidence, then the gazetteer.
#include "core/read/names/gazetteer.h"
#include "core/read/names/namesreader.h"
#include "core/read/wordset.h"

#include <algorithm>
#include <cstring>

namespace countercheck::read {

using text::tagBit;
using text::WordId;

void NameReader::settle() {
    WordMap& lastNames = scratch_.lastNames;
    for (const Form& form : forms_)
        if (form.strong > 0 && form.words > 1 &&
            !lex_.hasAny(tokens_[form.endToken - 1].word, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord)))
            lastNames.insert(r_.of(tokens_[form.endToken - 1]), 1);
    std::size_t kept = 0;
    for (Occurrence o : found_) {
        const Form& form = forms_[o.form];
        if (!o.strong && form.strong == 0) {
            if (o.tail != none &&
                (forms_[o.tail].strong > 0 || lastNames.contains(forms_[o.tail].text, forms_[o.tail].hash))) {
                o.form = o.tail;
                ++o.firstToken;
            } else if (form.words == 1) {
                if (!lastNames.contains(form.text, form.hash) && (form.evidence & (AgeAfter | Acronym)) == 0)
                    continue;
            } else if ((form.evidence & (AgeAfter | RoleAfter | Acronym | Speaks)) == 0) {
                // two ordinary words or more at the start: a name only if nothing but the first is ordinary
                bool odd = false;
                for (std::uint32_t t = o.firstToken + 1; t < o.endToken; ++t)
                    odd = odd || (tokens_[t].is(TokenKind::Word) && tokens_[t].has(text::Capitalised));
                if (!odd)
                    continue;
            }
        }
        found_[kept++] = o;
    }
    found_.resize(kept);
}

void NameReader::fold(Form& form) {
    // Letters and single blanks, as nearly all: eight bytes at a time.
    const std::string_view name = form.text;
    char* const place = scratch_.pool.room(name.size() + 8);
    constexpr std::uint64_t every = 0x0101010101010101u;
    std::uint64_t behind = ' '; // the byte before the eight
    bool plain = true;
    for (std::size_t i = 0; i < name.size() && plain; i += 8) {
        const std::size_t size = std::min<std::size_t>(name.size() - i, 8);
        const std::uint64_t small = text::smallLetters(text::loadBytes(name.data() + i, size));
        const std::uint64_t used = size == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
        const std::uint64_t low = small & (every * 0x7F);
        const std::uint64_t letter = (low + every * (0x80 - 'a')) & ~(low + every * (0x7F - 'z')) & ~small;
        const std::uint64_t notBlank = ((small ^ every * ' ') & every * 0x7F) + every * 0x7F;
        const std::uint64_t blank = ~(notBlank | small) & every * 0x80;
        const std::uint64_t blankBefore = blank << 8 | (behind == ' ' ? 0x80u : 0u);
        plain = (~(letter | blank) & used & every * 0x80) == 0 && (blank & blankBefore & used) == 0;
        std::memcpy(place + i, &small, 8);
        behind = small >> 56;
    }
    if (plain) {
        form.folded = {place, name.size()};
        form.foldedHash = form.hash;
    } else {
        form.folded = scratch_.pool.keep(foldedName(name));
        form.foldedHash = text::hashSmall(form.folded);
    }
}

NameKind NameReader::kindOf(Form& form) {
    const Token& first = tokens_[form.firstToken];
    const Token& last = tokens_[form.endToken - 1];
    const bool single = form.endToken == form.firstToken + 1;
    const std::uint16_t e = form.evidence;
    const WordId whole = single ? first.word : phraseEntry(form);
    if (whole != 0) {
        if (lex_.has(whole, Tag::Nationality) && !lex_.has(whole, Tag::Country))
            return NameKind::Nationality;
        if (lex_.has(whole, Tag::Country) && (e & (Titled | AgeAfter)) == 0 && (!shortForm(form) || allUpper(form)))
            return NameKind::Place;
        if (lex_.value(whole, Tag::OrgWord) == "known" && (form.text.size() > 4 || allUpper(form)))
            return NameKind::Organisation;
    }
    if (!single && isShip(form.firstToken))
        return NameKind::Other;
    if ((e & (Titled | AgeAfter)) != 0 && !orgWordIn(form))
        return NameKind::Person;
    if ((e & Acronym) != 0 || orgWordIn(form))
        return NameKind::Organisation;
    if ((e & (RoleAfter | WhoAfter)) != 0 && !allUpper(form))
        return NameKind::Person;
    if ((e & OrgCue) != 0 && (e & (PlaceCue | InPlace | OfPlace)) == 0 &&
        !(form.text.find(' ') != std::string_view::npos && lex_.has(first.word, Tag::FirstName)) &&
        !briefOfFolded(form.folded, form.foldedHash))
        return NameKind::Organisation;
    if (!single && (lex_.has(last.word, Tag::PlaceWord) || lex_.has(first.word, Tag::PlaceWord)))
        return NameKind::Place;
    if (single && allUpper(form) && !inShouting(form))
        return first.end - first.begin <= 1 ? NameKind::Other : NameKind::Organisation;
    const bool apart = !single && form.text.find(' ') != std::string_view::npos;
    if (!single && lex_.has(first.word, Tag::FirstName) && (apart || lex_.has(last.word, Tag::FirstName)))
        return NameKind::Person;
    if (last.is(TokenKind::Number))
        return NameKind::Place; // a road with its number
    if ((e & PlaceCue) != 0)
        return NameKind::Place;
    const auto listed = briefOfFolded(form.folded, form.foldedHash);
    const bool major = listed && listed->exact;
    if (major && ((e & (InPlace | OfPlace)) != 0 || listed->population >= 100'000 || listed->kind != PlaceKind::City) &&
        !(single && lex_.has(first.word, Tag::FirstName) && (e & InPlace) == 0))
        return NameKind::Place;
    if (hasInitial(form))
        return NameKind::Person;
    if (!single && lex_.has(last.word, Tag::Country) && !lex_.has(first.word, Tag::FirstName))
        return lex_.use(first.word).known() ? NameKind::Place
                                            : NameKind::Organisation; // "West Texas"; "Vodafone Egypt"
    if (!single && lex_.has(first.word, Tag::Nationality) && !lex_.has(first.word, Tag::FirstName))
        return NameKind::Other; // "Islamic Jihad"
    if ((e & OfPlace) != 0)
        return NameKind::Place;
    if ((e & InPlace) != 0 && (e & Possessed) == 0 && form.words <= 2)
        return NameKind::Place;
    if ((e & AtPlace) != 0 && (e & (Possessed | Speaks | Titled)) == 0 && single &&
        !scratch_.lastNames.contains(form.text, form.hash) && !lex_.has(first.word, Tag::FirstName))
        return NameKind::Place;
    if (major && (e & Speaks) == 0 && !lex_.has(first.word, Tag::FirstName))
        return NameKind::Place;
    if (apart && form.words <= 4 && (e & Possessed) == 0 && !lex_.has(last.word, Tag::PlaceWord)) {
        bool plain = !thing(form.firstToken); // "Hurricane Otis"
        for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
            plain = plain && !(tokens_[t].is(TokenKind::Word) && !has(t, Tag::Particle) &&
                               (commonNoun(t) || tokens_[t].has(text::AllCaps)));
        if (plain)
            return NameKind::Person;
    }
    if (single && lex_.has(first.word, Tag::FirstName))
        return NameKind::Person;
    return NameKind::Other;
}

bool NameReader::isShip(std::uint32_t t) const {
    static constexpr WordSet prefixes({"INS", "USS", "HMS", "MV", "MS", "SS", "MT", "RMS", "HMAS", "RV", "USNS"});
    return prefixes.contains(of(t));
}

bool NameReader::commonNoun(std::uint32_t t) {
    if (lex_.hasAny(tokens_[t].word, tagBit(Tag::FirstName)))
        return false;
    const text::WordUse& use = lex_.use(tokens_[t].word);
    if (french_)
        return use.known() && (use.parts & text::ProperNoun) == 0;
    return (use.frequency[0] > 30 || use.frequency[2] > 30 || use.frequency[1] > 30) &&
           use.nounField != text::Field::Person;
}

bool NameReader::thing(std::uint32_t t) {
    if (lex_.hasAny(tokens_[t].word, tagBit(Tag::FirstName)))
        return false;
    const text::WordUse& use = lex_.use(tokens_[t].word);
    return use.noun() && (!french_ || (use.parts & text::ProperNoun) == 0) && use.nounField != text::Field::Person &&
           use.nounField != text::Field::Location;
}

WordId NameReader::phraseEntry(const Form& form) const {
    const auto phrase = lex_.matchPhrase(r_, form.firstToken, nameTags);
    return phrase && phrase->endToken == form.endToken ? phrase->entry : 0;
}

bool NameReader::orgWordIn(const Form& form) const {
    if (form.endToken == form.firstToken + 1)
        return false;
    const WordId first = tokens_[form.firstToken].word, last = tokens_[form.endToken - 1].word;
    // "Kim Jong Un" is not the UN
    const bool acronym = lex_.value(last, Tag::OrgWord) == "known" && lex_.form(last).size() <= 4 &&
                         !tokens_[form.endToken - 1].has(text::AllCaps);
    if (acronym)
        return false;
    if (lex_.has(last, Tag::OrgWord) && !(lex_.has(first, Tag::FirstName) && form.words == 2))
        return true;
    if (lex_.has(first, Tag::OrgWord) && !lex_.has(first, Tag::FirstName))
        return true;
    bool joined = false;
    for (std::uint32_t t = form.firstToken; t < form.endToken; ++t) {
        joined = joined || of(t) == "of" || of(t) == "for";
        if ((joined || form.words > 2) && lex_.has(tokens_[t].word, Tag::OrgWord) && !lex_.has(first, Tag::FirstName))
            return true;
    }
    return lex_.matchPhrase(r_, form.firstToken, tagBit(Tag::OrgWord)).has_value();
}

bool NameReader::allUpper(const Form& form) const {
    return tokens_[form.firstToken].has(text::AllCaps) || acronymLike(form);
}

bool NameReader::inShouting(const Form& form) {
    return form.text.size() > 6 && form.endToken == form.firstToken + 1 && ordinary(form.firstToken);
}

bool NameReader::hasInitial(const Form& form) const {
    for (std::uint32_t t = form.firstToken; t < form.endToken; ++t)
        if (tokens_[t].is(TokenKind::Word) && tokens_[t].end - tokens_[t].begin == 1 && form.words > 1 &&
            form.words <= 4)
            return true;
    return false;
}

bool NameReader::largePlace(const Form& form) const {
    if (has(form.firstToken, Tag::Country))
        return true;
    const auto info = briefOfFolded(form.folded, form.foldedHash);
    return info && info->exact && (info->kind == PlaceKind::Country || info->population >= 1'000'000);
}

} // namespace countercheck::read
