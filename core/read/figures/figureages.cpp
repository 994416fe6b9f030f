// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/figures/figureages.h"

#include "core/read/figures/figurecounted.h"
#include "core/read/wordset.h"

#include <algorithm>

namespace countercheck::read {

using text::tagBit;

std::uint32_t FigureAges::whoBefore(std::uint32_t first) const {
    std::uint32_t i = first - 1;
    if (t_.isOf(i))
        --i;
    return t_.kind(i, TokenKind::Comma) ? i - 1 : i;
}

bool FigureAges::agedBefore(std::uint32_t first, std::uint32_t end) const {
    if (ageWordBefore(first) != first)
        return true;
    if (w_.language != Language::English && t_.isOf(first - 1) && personNoun(t_, first - 2))
        return true;
    if (w_.language != Language::English && t_.isOf(first - 1)) // "la víctima, de 61 años,"
        --first;
    const bool closes =
        t_.kind(end, TokenKind::Comma) || t_.kind(end, TokenKind::Stop) || t_.kind(end, TokenKind::CloseBracket);
    if (w_.language == Language::English && (closes || !t_.inside(end)) && t_.isAny(first - 1, {w_.is, w_.was}) &&
        t_.isAny(first - 2, {w_.he, w_.she}))
        return true; // "She is 18 months."
    static constexpr WordSet terms({"condena", "pena", "prisión", "cárcel", "contrato", "periodo", "período", "plazo",
                                    "hipoteca", "garantía", "duración", "mandato", "experiencia"});
    if (w_.language == Language::Spanish && t_.isOf(first) && t_.kind(first - 1, TokenKind::Comma) && closes &&
        t_.text(end - 1) == "años" && t_.kind(first - 2, TokenKind::Word) && !terms.contains(t_.text(first - 2)))
        return true; // "el autor, de 34 años,"
    const bool who =
        (t_.flag(first - 2, text::Capitalised) && t_.kind(first - 2, TokenKind::Word)) || personNoun(t_, first - 2);
    return t_.kind(first - 1, TokenKind::Comma) && closes && who;
}

std::uint32_t FigureAges::ageWordBefore(std::uint32_t at) const {
    if (!t_.marked(at - 1, FigureWords::EndsAge))
        return at;
    for (std::uint32_t back = 4; back >= 1; --back) {
        if (at < t_.begin + back)
            continue;
        const auto found = t_.match(at - back, tagBit(Tag::AgeWord));
        if (found && found->endToken == at && t_.lexicon.value(found->entry, Tag::AgeWord) == "before")
            return at - back;
    }
    return at;
}

std::uint32_t FigureAges::pastAgeAdverb(std::uint32_t first) const {
    static constexpr WordSet adverbs({"now", "then", "just", "only", "still", "already"});
    if (w_.language != Language::English || first == t_.begin || !adverbs.contains(t_.text(first - 1)))
        return first;
    return t_.text(first - 1) == "then" && t_.is(first - 2, w_.by) ? first - 2 : first - 1;
}

bool FigureAges::apposition(const Numeral& n) const {
    const std::uint32_t lead = pastAgeAdverb(n.first);
    const bool now = t_.text(lead) == "now"; // "the twins, now 11,"
    const bool led = lead != n.first || t_.is(n.first - 1, w_.both) ||
                     (w_.language == Language::Spanish && t_.text(n.first - 1) == "de"); // "su madre, de 29,"
    const std::uint32_t comma = (led ? std::min(lead, n.first - 1) : n.first) - 1;
    if (!t_.kind(comma, TokenKind::Comma) || n.end != n.first + 1 || n.value < Decimal(1) || n.value > Decimal(115))
        return false;
    const std::uint32_t who = comma - 1;
    const bool closes = t_.kind(n.end, TokenKind::Comma) || t_.kind(n.end, TokenKind::Stop) ||
                        t_.kind(n.end, TokenKind::Semicolon) || t_.is(n.end, w_.conjAnd);
    if (!closes || !t_.kind(who, TokenKind::Word))
        return false;
    if (w_.language == Language::Spanish)
        for (std::uint32_t i = who, steps = 0; t_.kind(i, TokenKind::Word) && steps < 4; --i, ++steps)
            if (t_.notCount(i, "street-before"))
                return false; // "Calle Mayor, 12, Madrid"
    const bool name = t_.flag(who, text::Capitalised) &&
                      !t_.hasAny(who, tagBit(Tag::Month) | tagBit(Tag::Weekday) | tagBit(Tag::Country));
    if (t_.kind(n.end, TokenKind::Comma))
        return name || t_.is(n.first - 1, w_.both) || // "a British couple, both 62,"
               personNoun(t_, who) ||
               (now && n.plain && !t_.has(who, Tag::CountNoun) &&
                t_.hasAny(who - 1, tagBit(Tag::Det) | tagBit(Tag::Poss)) && t_.lexicon.use(t_[who].word).noun());
    return (name && t_.flag(who - 1, text::Capitalised) && t_.kind(who - 1, TokenKind::Word)) || personNoun(t_, who);
}

bool FigureAges::firstOfSeveral(const Numeral& n) const {
    std::uint32_t i = n.end;
    while (t_.kind(i, TokenKind::Comma) && t_.kind(i + 1, TokenKind::Number) && i - n.end < 12)
        i += 2;
    return t_.is(i, w_.conjAnd) && t_.kind(i + 1, TokenKind::Number) && t_.has(i + 2, Tag::TimeUnit) &&
           (t_.text(i + 3) == "alt" || ageTime(n.first, i + 3) || (i != n.end && agedBefore(n.first, i + 3)));
}

bool FigureAges::ageGoesOn(const Numeral& n, const Figure* previous) const {
    if (previous == nullptr || previous->kind != FigureKind::Age)
        return false;
    const bool joined = t_.is(n.first - 1, w_.conjAnd) || t_.kind(n.first - 1, TokenKind::Comma);
    return joined && previous->endToken == n.first - 1 && !headAfter(t_, n.end, NounNumber::Many);
}

bool FigureAges::ageTold(const Numeral& n) const {
    if (w_.language == Language::English && t_.isAny(n.first - 1, {w_.to, w_.at, w_.from}) && n.plain &&
        n.value >= Decimal(10) && n.value <= Decimal(110) &&
        (t_.kind(n.end, TokenKind::Comma) || t_.kind(n.end, TokenKind::Stop) || t_.kind(n.end, TokenKind::Semicolon) ||
         !t_.inside(n.end) || (t_.is(n.first - 1, w_.from) && t_.is(n.end, w_.to))))
        for (std::uint32_t back = 2; back <= 7 && n.first >= t_.begin + back; ++back)
            if (t_.text(n.first - back) == "age" && t_.kind(n.first - back - 1, TokenKind::Word))
                return true; // "raise the retirement age for women to 65"
    if (w_.language == Language::English && n.plain && n.first == t_.begin + 1 && t_.is(t_.begin, w_.at) &&
        t_.kind(n.end, TokenKind::Comma) && n.value >= Decimal(5) && n.value <= Decimal(110) &&
        t_.isAny(n.end + 1, {w_.he, w_.she}))
        return true; // "At 19, she left home."
    if (w_.language == Language::English && n.plain && t_.is(n.first - 1, w_.at) && n.value >= Decimal(5) &&
        n.value <= Decimal(115) &&
        (!t_.inside(n.end) || !t_.kind(n.end, TokenKind::Word) || t_.is(n.end, w_.conjAnd) ||
         t_.has(n.end, Tag::Prep))) {
        static constexpr std::string_view lives[] = {"dies", "died",   "retired", "retire",   "retires",
                                                     "wed",  "school", "married", "orphaned", "widowed"};
        if (std::find(std::begin(lives), std::end(lives), t_.text(n.first - 2)) != std::end(lives))
            return true; // "dies at 88", "left school at 15"
        if (n.value >= Decimal(10) && (t_.kind(n.end, TokenKind::Comma) || t_.onlyStopAt(n.end)))
            for (std::uint32_t i = n.first - 2, lowest = i > t_.begin + 6 ? i - 6 : t_.begin;
                 t_.kind(i, TokenKind::Word) && i > lowest; --i)
                if (t_.text(i) == "died" || t_.text(i) == "dies")
                    return true; // "died yesterday in federal prison at 77,"
    }
    if (w_.language == Language::English && t_.isOf(n.first - 1) && n.value >= Decimal(1) && n.value <= Decimal(115) &&
        n.end == n.first + 1 &&
        (!t_.kind(n.end, TokenKind::Word) || t_.is(n.end, w_.conjAnd) || t_.hasAny(n.end, tagBit(Tag::Aux))) &&
        !t_.joins(n.end) && !t_.kind(n.end, TokenKind::Percent)) {
        static constexpr std::string_view lone[] = {"girl", "boy",   "child",     "man",  "woman",  "lad",
                                                    "lady", "youth", "youngster", "baby", "toddler"};
        if (std::find(std::begin(lone), std::end(lone), t_.text(n.first - 2)) != std::end(lone))
            return true; // "a girl of six"
    }
    const auto extreme = [&](std::uint32_t i) { return t_.text(i) == "youngest" || t_.text(i) == "oldest"; };
    if (w_.language == Language::English && n.plain && n.value <= Decimal(115) &&
        ((extreme(n.first - 1) && t_.is(n.first - 2, w_.the)) || // "the youngest was 6 and the oldest | 81"
         (t_.isAny(n.first - 1, {w_.was, w_.is}) &&
          (extreme(n.first - 2) || (extreme(n.first - 3) && personNoun(t_, n.first - 2))))) &&
        !t_.kind(n.end, TokenKind::Percent) && !headAfter(t_, n.end, NounNumber::Many))
        return true;
    const std::uint32_t verb = pastAgeAdverb(n.first) - 1; // "who is now 41"
    const bool told = t_.isAny(verb, {w_.was, w_.is}) ||
                      (t_.kind(verb, TokenKind::Apostrophe) && t_.isAny(verb - 1, {w_.he, w_.she}));
    if (!told || n.value < Decimal(1) || n.value > Decimal(115))
        return false;
    std::uint32_t who = verb - 1;
    if (t_.kind(who, TokenKind::Comma)) { // "Ada Brook, who died on Sunday, was 87"
        constexpr std::uint32_t longest = 16;
        for (std::uint32_t back = who; back-- > t_.begin + 1 && who - back <= longest;)
            if (t_.kind(back, TokenKind::Comma) && t_.is(back + 1, w_.who)) {
                who = back - 1;
                break;
            }
    }
    const bool named = t_.isAny(who, {w_.he, w_.she, w_.who}) || t_.text(who) == "age" ||
                       (t_.is(who - 1, w_.the) && n.value >= Decimal(12) && personNoun(t_, who) &&
                        (t_.lexicon.use(t_[who].word).forms & text::NounSingular) != 0) || // "the victim was 34"
                       (t_.flag(who, text::Capitalised) && t_.flag(who - 1, text::Capitalised));
    const bool closes = !t_.inside(n.end) || t_.kind(n.end, TokenKind::Stop) || t_.kind(n.end, TokenKind::Comma) ||
                        t_.kind(n.end, TokenKind::CloseQuote) || t_.has(n.end, Tag::Subord) || t_.has(n.end, Tag::Wh) ||
                        t_.is(n.end, w_.conjAnd) ||
                        (t_.is(n.end, w_.at) && t_.text(n.end + 1) == "the" && t_.text(n.end + 2) == "time");
    return named && closes;
}

bool FigureAges::lived(std::uint32_t link, std::uint32_t end) const {
    if (w_.language == Language::German) // "starb mit 91 Jahren"; not "mit drei Jahren Haft"
        return (t_.text(link) == "mit" || t_.text(link) == "Mit") && t_.kind(link + 1, TokenKind::Number) &&
               t_.text(link + 1).size() == 2 && end == link + 3 &&
               !(t_.kind(end, TokenKind::Word) && (t_.flag(end, text::Capitalised) || t_.text(end) == "auf"));
    if (w_.language != Language::French || !t_.is(link, w_.to) || t_.isOf(end))
        return false;
    static constexpr WordSet lives({"mort",     "morte",   "morts",    "mortes",   "meurt",    "mourir",   "décédé",
                                    "décédée",  "décédés", "décédées", "décède",   "éteint",   "éteinte",  "disparu",
                                    "disparue", "suicidé", "suicidée", "retraite", "marié",    "mariée",   "emporté",
                                    "emportée", "débuté",  "orphelin", "veuve",    "retraité", "orpheline"});
    for (std::uint32_t i = link, steps = 0; t_.kind(i - 1, TokenKind::Word) && steps < 5; --i, ++steps)
        if (lives.contains(t_.text(i - 1)))
            return true; // "il est mort mardi à 91 ans"
    return false;
}

bool FigureAges::ageTime(std::uint32_t first, std::uint32_t end) const {
    if (w_.language == Language::English || w_.language == Language::Unknown)
        return false;
    const std::string_view unit = t_.text(end - 1);
    const bool years = unit == "ans" || unit == "años" || unit == "Jahre" || unit == "Jahren";
    const bool young = unit == "mois" || unit == "semaines" || unit == "jours" || unit == "meses" ||
                       unit == "semanas" || unit == "Monate" || unit == "Wochen" || unit == "Monaten" || unit == "días";
    if (!years && !young)
        return false;
    std::uint32_t i = first - 1;
    if (t_.is(i, w_.between)) // "hombres de entre 19 y 43 años"
        --i;
    if (t_.isOf(i) && personNoun(t_, i - 1))
        return true;
    if (w_.language == Language::German && i + 1 < first && personNoun(t_, i))
        return true; // "Jugendliche zwischen 15 und 20 Jahren"
    if (t_.isOf(i) && t_.kind(i - 1, TokenKind::Comma) && personNoun(t_, i - 2))
        return true; // "el acusado, de 23 años", "dos mujeres, de entre 20 y 35 años"
    if (w_.language == Language::German && (t_.text(i) == "ab" || t_.text(i) == "bis") && personNoun(t_, i - 1))
        return true; // "Kinder bis 5 Jahre"
    if (young && w_.language == Language::French && t_.text(i) == "a" && (t_.onlyStopAt(end) || !t_.inside(end)) &&
        (t_.text(i - 1) == "il" || t_.text(i - 1) == "elle" || t_.text(i - 1) == "Il" || t_.text(i - 1) == "Elle"))
        return true; // "Elle a 18 mois."
    if (!years)
        return false;
    if (lived(i, end))
        return true;
    if (t_.kind(i, TokenKind::OpenBracket) && t_.kind(end, TokenKind::CloseBracket) &&
        (t_.flag(i - 1, text::Capitalised) || personNoun(t_, i - 1)))
        return true;
    if (w_.language == Language::French && (t_.text(end) == "et" || t_.text(end) == "ou") &&
        (t_.text(end + 1) == "plus" || t_.text(end + 1) == "moins") &&
        (first == t_.begin || t_.text(i) == "les" || t_.text(i) == "Les" || t_.text(i) == "des"))
        return true; // "les 65 ans et plus"
    // "les moins de 25 ans", "los mayores de 65 años": a hedge behind an article.
    for (std::uint32_t back = 1; back <= 4 && first >= t_.begin + back; ++back)
        if (const auto hedge = t_.match(first - back, tagBit(Tag::Hedge));
            hedge && hedge->endToken == first && !t_.has(end, Tag::Prep) &&
            (t_.has(first - back - 1, Tag::Det) || t_.text(first - back).starts_with("menor") ||
             t_.text(first - back).starts_with("mayor") ||
             (t_.isOf(first - back - 1) && (personNoun(t_, first - back - 2) ||
                                            t_.has(first - back - 2, Tag::Fraction))) || // un tiers de moins de 20 ans
             personNoun(t_, first - back - 1)))
            return true;
    if (i == t_.begin && (t_.text(i) == "À" || t_.text(i) == "A") && t_.kind(end, TokenKind::Comma) &&
        (t_.text(end + 1) == "il" || t_.text(end + 1) == "elle"))
        return true; // "À 17 ans, elle quitte le lycée"
    if (t_.text(i) == "los" && (t_.text(i - 1) == "a" || t_.text(i - 1) == "A") && !t_.isOf(end))
        return true; // "murió a los 71 años"
    if (t_.has(i, Tag::Det) && t_.kind(first, TokenKind::Number) && t_.joins(first + 1) && first + 4 == end &&
        !t_.has(end, Tag::Prep)) // "les 18-25 ans"
        return true;
    if (t_.has(i, Tag::Poss) && !t_.isOf(end) && !t_.has(end, Tag::Prep))
        return true; // "a fêté ses 40 ans"
    if (t_.hasAny(i, tagBit(Tag::Hedge)))
        --i;
    const std::string_view verb = t_.text(i);
    if (w_.language == Language::Spanish && (verb.starts_with("cumpl") || verb.starts_with("Cumpl")) && !t_.isOf(end) &&
        !t_.has(end, Tag::Prep))
        return true; // "cumplió 40 años"
    const bool have = verb == "a" || verb == "avait" || verb == "ont" || verb == "avaient" || verb == "ai" ||
                      verb == "aura" || verb == "Tiene" || verb == "Tenía" || verb == "tiene" || verb == "tenía" ||
                      verb == "tienen" || verb == "tenían";
    if (!have || t_.isOf(end) || t_.has(end, Tag::Prep))
        return false;
    const std::string_view who = t_.text(i - 1);
    if (verb == "Tiene" || verb == "Tenía" || verb == "tiene" || verb == "tenía" || verb == "tienen" ||
        verb == "tenían")
        return true; // nobody else has years
    if (who == "y" || who == "hace" || (who == "il" && t_.text(i - 2) == "y"))
        return false;
    return who == "il" || who == "elle" || who == "Il" || who == "Elle" || who == "ils" || who == "elles" ||
           who == "Ella" || who == "Él" || who == "Sie" || who == "qui" || who == "Ils" || who == "Elles" ||
           who == "que" || who == "él" || who == "ella" || personNoun(t_, i - 1) ||
           (t_.flag(i - 1, text::Capitalised) && t_.flag(i - 2, text::Capitalised));
}

std::optional<DecadeRead> FigureAges::decadeAt(std::uint32_t i) const {
    const std::string_view word = t_.text(i);
    DecadeRead read;
    if (t_.kind(i, TokenKind::Alnum)) {
        if (word.size() != 3 || word[0] < '1' || word[0] > '9' || word[1] != '0' || word[2] != 's')
            return std::nullopt;
        read.low = (word[0] - '0') * 10;
    } else {
        static constexpr std::string_view tens[] = {"teens",   "twenties",  "thirties", "forties", "fifties",
                                                    "sixties", "seventies", "eighties", "nineties"};
        char small[48];
        const std::string_view low = t_.lowered(i, small);
        for (int k = 0; k < 9; ++k)
            if (low == tens[k])
                read.low = (k + 1) * 10;
        if (read.low == 0)
            return std::nullopt;
    }
    read.high = read.low + 9;
    if (read.low == 10)
        read.low = 13;
    std::uint32_t before = i - 1;
    if (t_.kind(before, TokenKind::Hyphen))
        --before;
    const std::string_view part = t_.text(before);
    if (part == "early" || part == "mid" || part == "late") {
        const int tens = read.high - 9;
        if (tens != 10) {
            read.low = tens + (part == "early" ? 0 : part == "mid" ? 4 : 7);
            read.high = tens + (part == "early" ? 3 : part == "mid" ? 6 : 9);
        }
        --before;
    }
    if (t_.isAny(before, {w_.conjAnd, w_.conjOr, w_.to}) && t_.kind(before - 1, TokenKind::Alnum) &&
        t_.text(before - 1).size() == 3 && t_.text(before - 1)[2] == 's' && t_.has(before - 2, Tag::Poss)) {
        read.first = i; // "in their 40s and | 50s"
        return read;
    }
    if (!t_.has(before, Tag::Poss) || t_.text(before) == "its")
        return std::nullopt;
    read.first = before;
    return read;
}

bool FigureAges::bracketed(const Numeral& n) const {
    const std::uint32_t open = pastAgeAdverb(n.first) - 1;
    if (w_.language != Language::English && t_.kind(open, TokenKind::OpenBracket) &&
        t_.kind(n.end, TokenKind::CloseBracket) && n.plain && n.end == n.first + 1 && n.value >= Decimal(5) &&
        n.value <= Decimal(110) && personNoun(t_, open - 1) &&
        (w_.language == Language::German || !t_.has(open - 1, Tag::Plural)))
        return true; // "sein Bruder (19)"
    return t_.kind(open, TokenKind::OpenBracket) && t_.kind(n.end, TokenKind::CloseBracket) && n.plain &&
           n.end == n.first + 1 && n.value >= Decimal(10) && n.value <= Decimal(110) &&
           t_.kind(open - 1, TokenKind::Word) && t_.kind(open - 2, TokenKind::Word) &&
           t_.flag(open - 1, text::Capitalised) && t_.flag(open - 2, text::Capitalised) &&
           !t_.flag(open - 1, text::AllCaps) &&
           !t_.hasAny(open - 1, tagBit(Tag::OrgWord) | tagBit(Tag::PlaceWord) | tagBit(Tag::Country) |
                                    tagBit(Tag::Nationality) | tagBit(Tag::Month)) &&
           !t_.hasAny(open - 2, tagBit(Tag::Det) | tagBit(Tag::Prep) | tagBit(Tag::Country));
}

bool FigureAges::ageBound(std::uint32_t hedgeFirst, std::uint32_t end) const {
    if (hedgeFirst == t_.begin || t_.is(hedgeFirst - 1, w_.to) || headAfter(t_, end, NounNumber::Many) || t_.isOf(end))
        return false;
    const std::string_view hedge = t_.text(hedgeFirst);
    if ((hedge == "under" || hedge == "over") && t_.is(hedgeFirst - 1, w_.those))
        return true; // "those over 75"
    if ((hedge == "under" || hedge == "over") && t_.isAny(hedgeFirst - 1, {w_.was, w_.were, w_.are, w_.is}) &&
        t_.kind(end - 1, TokenKind::Number) &&
        (t_.text(end - 1) == "18" || t_.text(end - 1) == "16" || t_.text(end - 1) == "65" || t_.text(end - 1) == "21"))
        return true; // "300 were under 18"
    if ((hedge == "under" || hedge == "over") && t_.isAny(hedgeFirst - 1, {w_.was, w_.were, w_.are, w_.is}) &&
        t_.onlyStopAt(end) &&
        (personNoun(t_, hedgeFirst - 2) ||
         (t_.is(hedgeFirst - 3, w_.those) && t_.kind(hedgeFirst - 2, TokenKind::Word))))
        return true; // "five of the six victims were under 30."
    return (hedge == "under" || hedge == "over" || hedge == "above" || hedge == "below" || hedge == "younger" ||
            hedge == "older") &&
           personNoun(t_, hedgeFirst - 1);
}

} // namespace countercheck::read
