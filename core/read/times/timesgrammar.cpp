// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/times/timesgrammar.h"

#include "core/read/calendar.h"
#include "core/text/utf8.h"

#include <charconv>

namespace countercheck::read {

using text::Tag;
using text::tagBit;
using text::TokenKind;

namespace {

constexpr std::uint64_t phraseTags = tagBit(Tag::TimeWord) | tagBit(Tag::TimeUnit) | tagBit(Tag::TimeRef) |
                                     tagBit(Tag::DayPart) | tagBit(Tag::Holiday) | tagBit(Tag::TimeMod) |
                                     tagBit(Tag::Season) | tagBit(Tag::Weekday);

} // namespace

TimesGrammar::TimesGrammar(const text::Reading& reading, const ReadContext& context, bool dayFirst, Mentions& out)
    : TimesReader(reading, context, dayFirst, out), words_(timeWordsOf(reading.language).words) {
    heads_ = &timeWordsOf(reading.language).heads;
    everyNumber_ = true;
    headHint_ = ~0u; // number words are heads, and of few of them a time is made
}

TimesGrammar::Hit TimesGrammar::hitAt(Index i) const {
    if (!inside(i) || !token(i).is(TokenKind::Word))
        return {&words_[0], i + 1};
    if (const auto match = lexicon_.matchPhrase(reading_, i, phraseTags); match && match->endToken <= end_)
        return {&words_[match->entry], match->endToken};
    return {&words_[token(i).word], i + 1};
}

TimesGrammar::Index TimesGrammar::before(Index end, Roles roles) const {
    for (Index length = 4; length >= 2; --length) {
        if (end < first_ + length)
            continue;
        const Index s = end - length;
        if (!token(s).is(TokenKind::Word))
            continue;
        const auto match = lexicon_.matchPhrase(reading_, s, tagBit(Tag::TimeWord));
        if (match && match->endToken == end && words_[match->entry].is(roles))
            return s;
    }
    return end > first_ && context(end - 1).is(roles) ? end - 1 : end;
}

TimesReader::Deixis TimesGrammar::deixisOf(const TimeWord& w) {
    return w.is(Role::Last)        ? Deixis::Last
           : w.is(Role::Next)      ? Deixis::Next
           : w.is(Role::This)      ? Deixis::This
           : w.is(Role::Same)      ? Deixis::Same
           : w.is(Role::Following) ? Deixis::Following
           : w.is(Role::Previous)  ? Deixis::Previous
           : w.is(Role::Every)     ? Deixis::Habit
                                   : Deixis::None;
}

TimesReader::Deixis TimesGrammar::deixisAt(Index i) const {
    return deixisOf(word(i));
}

/// "Am Freitag beginnt …", "Das Gericht verkündet das Urteil am Freitag": a finite verb in the present that no table
/// lists, right behind the time or behind its subject. Preterites and the verbs of reports stand in the tables.
bool TimesGrammar::germanPresent(Index first, Index end) const {
    const auto finite = [&](Index i, Index behind = 0) {
        const text::Token& t = token(i);
        if (i >= end_ || !t.is(TokenKind::Word) || t.has(text::Capitalised) || t.end - t.begin < 4 ||
            lexicon_.tags(t.word) != 0 || words_[t.word].roles != 0)
            return false;
        const std::string_view form = text(i);
        // A participle ends its clause: "ist am Sonntag gekommen", "wurde festgenommen und …".
        const std::size_t ge = form.find("ge");
        if ((ge == 0 || (ge != std::string_view::npos && ge >= 2 && ge + 5 < form.size())))
            return false;
        const bool more = i + 1 < end_ && token(i + 1).is(TokenKind::Word) && !has(i + 1, Tag::Conj);
        const bool singular = form.ends_with('t'), plural = form.ends_with("en");
        return ((singular && (more || i != end)) ||
                (plural && !form.ends_with("ten") && (i == end || i == behind) && more)) &&
               !isAny<"nicht", "jetzt", "selbst", "erst", "zuletzt", "dort", "fast", "seit", "laut", "längst",
                      "zunächst", "bereit", "gegen", "neben", "wegen", "zwischen", "außen", "unten", "hinten", "morgen",
                      "statt", "samt", "sonst", "meist", "derzeit", "damit", "somit", "weit", "spät">(i);
    };
    if (finite(end))
        return true;
    for (Index i = first; i-- > reading_.sentences[sentence_].firstToken + 1;) {
        const text::Token& t = token(i);
        if (t.is(TokenKind::Semicolon) || t.is(TokenKind::Comma) || words_[t.word].is(Role::Past))
            return false;
        if (finite(i) && (token(i - 1).has(text::Capitalised) || isAny<"er", "sie", "es", "man", "das">(i - 1)))
            return true;
        if (i + 2 == first && text(i).ends_with("en") && finite(i, i) && token(i - 1).has(text::Capitalised) &&
            i < reading_.sentences[sentence_].firstToken + 5)
            return true; // "Die Wahllokale öffnen am Sonntag"
    }
    return false;
}

/// "Der Termin ist am 4. Juli", "la cita es el jueves": the present of "to be" with nothing but the time behind it
/// tells of what is set for then. A participle at the clause's end makes it a perfect.
bool TimesGrammar::setFor(Index be, Index first, Index end) const {
    for (Index k = be + 1; k < first; ++k) {
        const text::Token& t = token(k);
        if (t.is(TokenKind::Comma) || t.is(TokenKind::Semicolon))
            return false;
        if (!t.is(TokenKind::Word))
            continue;
        const TimeWord& w = words_[t.word];
        if (w.is(Role::Past) || (w.roles == 0 && w.number < 0 && w.ordinal == 0 && w.part == DayPart::None && !w.unit &&
                                 w.month == 0 && w.weekday == 0 && w.namedHour < 0 && !w.reference &&
                                 w.mod == TimeMod::None && !w.holiday && !t.may(text::HintTime) && t.end - t.begin > 1))
            return false;
    }
    if (!german())
        return true;
    for (Index k = end; k < end_ && !token(k).is(TokenKind::Semicolon) && !token(k).is(TokenKind::Comma); ++k) {
        if (!token(k).is(TokenKind::Word) || token(k).has(text::Capitalised))
            continue;
        const std::string_view form = text(k);
        const bool last = k + 1 >= end_ || !token(k + 1).is(TokenKind::Word);
        if (form.size() > 4 && (form.ends_with("en") || form.ends_with('t')) &&
            (last || form.starts_with("ge") || form.find("ge") != std::string_view::npos))
            return false;
    }
    return true;
}

/// "Réserve …", "Montre-moi …", "Zeig mir …", "Muéstrame …": what is asked of somebody is to come.
bool TimesGrammar::ordered(Index begin) const {
    if (context(begin).is(Role::Order))
        return true;
    if (!token(begin).is(TokenKind::Word) || begin + 1 >= end_)
        return false;
    if (german())
        return isAny<"mir", "mich", "uns", "bitte">(begin + 1) && words_[token(begin).word].roles == 0;
    if (reading_.language == text::Language::French)
        return token(begin + 1).is(TokenKind::Hyphen) && isAny<"moi", "nous", "lui", "leur">(begin + 2);
    const std::string_view form = text(begin);
    return form.size() > 5 &&
           (form.ends_with("me") || form.ends_with("nos") || form.ends_with("lo") || form.ends_with("la") ||
            form.ends_with("los") || form.ends_with("las") || form.ends_with("le")) &&
           (form.find("á") != std::string_view::npos || form.find("é") != std::string_view::npos ||
            form.find("í") != std::string_view::npos || form.find("ó") != std::string_view::npos);
}

/// The nearest verb decides, first before the mention, then behind it: by the tables, else by its ending.
TimesReader::Tense TimesGrammar::tenseAt(Index first, Index end) const {
    // "les routes sont coupées jusqu'à jeudi": a state that lasts till then
    const Index since =
        role(first - 1, Role::Article) || context(first - 1).mod != TimeMod::None ? first - 2 : first - 1;
    if (isAny<"seit", "depuis">(since) || (offhand_ && is(since, "desde") && word(first).month != 0))
        return Tense::Past;
    if (putOffTo(first, end))
        return Tense::Future;
    if (const Index until = !german() && (isAny<"à", "au", "el">(first - 1) || context(first - 1).is(Role::Until))
                                ? before(role(first - 1, Role::Article) ? first - 1 : first, only(Role::Until))
                                : first;
        until < first && isAny<"a", "ont", "avait", "avaient", "tiene", "tienen", "tenía", "tenían">(until - 1))
        return Tense::Future; // "l'entreprise a jusqu'à vendredi"
    if (german() && is(first - 1, "vom") && word(first).weekday != 0 && !role(end, Role::Until | Role::To))
        return Tense::Past; // das Spiel vom Sonntag
    const bool till = reading_.language != text::Language::Spanish && before(first, only(Role::Until)) < first;
    const auto participle = [&] { // "hat bis Freitag gewartet"
        for (Index i = end; i < end_; ++i)
            if (token(i).is(TokenKind::Word) && text(i).starts_with("ge") && !token(i).has(text::Capitalised) &&
                (text(i).ends_with('t') || text(i).ends_with("en")))
                return true;
        return false;
    };
    const bool question = asked();
    const auto cue = [&](Index i) {
        const text::Token& t = token(i);
        if (!t.is(TokenKind::Word))
            return Tense::Unknown;
        const TimeWord& w = words_[t.word];
        if (w.is(Role::Future) || (w.is(Role::Copula) && i < first && setFor(i, first, end)))
            return Tense::Future;
        if (i < first && isAny<"est", "sont", "es", "está", "están">(i) && i + 1 < first &&
            !(i > 0 && text(i - 1).starts_with('s')) && // s'est ouvert
            isAny<"libre", "libres", "ouvert", "ouverte", "ouverts", "ouvertes", "fermé", "fermée", "fermés", "fermées",
                  "disponible", "disponibles", "abierto", "abierta", "abiertos", "abiertas", "cerrado", "cerrada",
                  "cerrados", "cerradas">(i + 1))
            return Tense::Future; // "il est libre jeudi"
        if (isAny<"hätte", "hätten">(i) && i < first && isAny<"gern", "gerne">(i + 1))
            return Tense::Future; // "ich hätte gern einen Tisch"
        if (question && i >= end && isAny<"est", "sont", "ist", "sind">(i))
            return Tense::Unknown;          // "Est-ce que le 11 novembre est férié ?"
        if (w.is(Role::Past) && question && // "Habe ich am Freitag etwas vor?", "Est-ce que j'ai …?"
            (german() ? isAny<"haben", "hat", "habe", "hast", "habt">(i) && !participle()
                      : (is(i, "est") && token(i + 1).is(TokenKind::Hyphen) && is(i + 2, "ce")) ||
                            (isAny<"ai", "a", "as", "avons", "avez", "ont">(i) && !token(i + 1).is(TokenKind::Hyphen) &&
                             !text(i + 1).ends_with("é") && !text(i + 1).ends_with("u") &&
                             !text(i + 1).ends_with("is") && !text(i + 1).ends_with("it"))))
            return Tense::Unknown;
        if (isAny<"ai", "avons">(i) && reading_.language == text::Language::French && i < first &&
            (role(i + 1, Role::Article | Role::One) || has(i + 1, Tag::Poss) || token(i + 2).is(TokenKind::Hyphen) ||
             isAny<"cours", "réunion", "entraînement", "classe", "école">(i + 1)))
            return Tense::Unknown; // "j'ai rendez-vous le 22", "j'ai un cours"
        const Index last = kind(end_ - 1, TokenKind::Stop) ? end_ - 2 : end_ - 1;
        if (isAny<"habe", "haben">(i) && i < first && i == reading_.sentences[sentence_].firstToken + 1 &&
            token(last).has(text::Capitalised) && token(last).is(TokenKind::Word) && german())
            return Tense::Unknown; // "Ich habe am Montag Urlaub"
        if (w.is(Role::Past))
            return till && (is(i, "est") || is(i, "sont") ||
                            (isAny<"haben", "hat", "ist", "sind">(i) && german() && !participle()))
                       ? Tense::Future
                       : Tense::Past;
        constexpr std::uint64_t verbTags = tagBit(Tag::Say) | tagBit(Tag::Cue) | tagBit(Tag::Verb) |
                                           tagBit(Tag::VerbPast) | tagBit(Tag::VerbS) | tagBit(Tag::VerbPart) |
                                           tagBit(Tag::Event) | tagBit(Tag::Growth) | tagBit(Tag::Dispute) |
                                           tagBit(Tag::NotCount);
        const std::uint64_t more = lexicon_.tags(t.word) & ~verbTags;
        if ((more != 0 && !(more == tagBit(Tag::TimeWord) && w.roles == only(Role::Span))) || // "durera jusqu'au 23"
            (t.has(text::Capitalised) && i != reading_.sentences[sentence_].firstToken) || t.end - t.begin < 4)
            return Tense::Unknown;
        const std::string_view form = text(i);
        if (reading_.language == text::Language::French)
            return form.ends_with("ront") || form.ends_with("vra") || form.ends_with("ttra") ||
                           form.ends_with("îtra") || form.ends_with("rai") || form.ends_with("dra") ||
                           form.ends_with("rra") || form.ends_with("rons") ||
                           ((form.ends_with("era") || form.ends_with("ira")) && form.size() > 4)
                       ? Tense::Future
                   : form.ends_with("aient") || (form.ends_with("ait") && form.size() >= 6 && !form.ends_with("fait") &&
                                                 !form.ends_with("trait") && !form.ends_with("lait"))
                       ? Tense::Past
                       : Tense::Unknown;
        if (reading_.language == text::Language::Spanish && offhand_ && !t.has(text::Capitalised) &&
            t.end - t.begin > 4 &&
            ((form.ends_with("é") && !form.ends_with("ré")) || (form.ends_with("í") && i == first_)) &&
            !isAny<"café", "comité", "bebé", "porqué">(i))
            return Tense::Past; // cuánto gasté
        if (reading_.language == text::Language::Spanish)
            return form.ends_with("rá") || form.ends_with("ré") || form.ends_with("remos") || form.ends_with("rán")
                       ? Tense::Future
                   : form.ends_with("ó") || form.ends_with("aron") || form.ends_with("ieron") ||
                           ((form.ends_with("aba") || form.ends_with("aban")) && form.size() > 5)
                       ? Tense::Past
                       : Tense::Unknown;
        // a participle that ends its clause: "ist … gekommen"
        if (form.starts_with("ge") && form.size() >= 7 && (form.ends_with("en") || form.ends_with('t')) &&
            (i + 1 >= end_ || !token(i + 1).is(TokenKind::Word)))
            return Tense::Past;
        return (form.ends_with("te") || form.ends_with("ten")) && !(offhand_ && t.has(text::Capitalised))
                   ? Tense::Past
                   : Tense::Unknown; // "Miete bis zum 1. zahlen"
    };
    const Index begin = reading_.sentences[sentence_].firstToken;
    if (german() && germanPresent(first, end))
        return Tense::Future;
    if (const Index part = first - 2; !german() && first >= begin + 4 && context(first - 1).is(Role::In) &&
                                      ordered(begin)) { // les photos prises en décembre
        const std::string_view form = text(part);
        for (const std::string_view ending : {"é", "és", "ée", "ées", "ises", "ado", "ados", "adas", "idos", "idas"})
            if (form.size() > 4 && form.ends_with(ending))
                return Tense::Past;
    }
    if (const Index lead = role(first - 1, Role::Article) ? first - 2 : first - 1;
        (word(first).weekday != 0 || kind(first, TokenKind::Number) ||
         (role(first, Role::Article) && kind(first + 1, TokenKind::Number) && inside(first + 1))) &&
        lead > begin && isAny<"pour", "für", "para">(lead))
        return Tense::Future; // "une grève pour jeudi"
    for (Index i = first; i-- > begin && !token(i).is(TokenKind::Semicolon);)
        if (const Tense tense = cue(i); tense != Tense::Unknown)
            return tense;
    for (Index i = end; i < end_ && !token(i).is(TokenKind::Semicolon); ++i)
        if (const Tense tense = cue(i); tense != Tense::Unknown)
            return tense;
    const auto perfect = [&] { // "je suis arrivé lundi"
        for (Index i = begin; i + 1 < end_; ++i)
            if (isAny<"suis", "sommes">(i) && token(i + 1).is(TokenKind::Word) &&
                !isAny<"fermé", "fermés", "fermée", "fermées", "occupé", "occupée", "occupés">(i + 1)) {
                const std::string_view form = text(i + 1);
                for (const std::string_view ending :
                     {"é", "és", "ée", "ées", "u", "us", "ue", "ues", "i", "is", "ie", "ies"})
                    if (form.ends_with(ending))
                        return true;
            }
        return false;
    };
    const auto closedByParticiple = [&] { // "ich bin am 28. Dezember zurückgekommen"
        const std::string_view last = text(kind(end_ - 1, TokenKind::Stop) ? end_ - 2 : end_ - 1);
        const std::size_t ge = last.find("ge");
        bool be = false;
        for (Index i = begin; i < first; ++i)
            be = be || isAny<"bin", "sind">(i);
        return be && german() && ge != std::string_view::npos && ge + 5 < last.size() &&
               (last.ends_with("en") || last.ends_with('t'));
    };
    if (context(begin).is(Role::Speaker) && begin < first && (perfect() || closedByParticiple() || is(since, "desde")))
        return Tense::Past;
    // "Réserve une table vendredi", "Ich bin ab Donnerstag weg": said of what is to come
    if (begin < first && (ordered(begin) ||
                          // "Wir treffen uns am Dienstag", "on se voit mardi": no verb of the past was found
                          context(begin).is(Role::Speaker)))
        return Tense::Future;
    // "bis Freitag", "jusqu'à vendredi": what lasts till then has not ended
    const Index part = context(first - 1).mod != TimeMod::None ? first - 1 : first;
    if (offhand_ && word(first).weekday != 0 && inside(end))
        if (const auto hour = clockForward(role(end, Role::At) ? end + 1 : end); hour && hour->end == end_)
            return Tense::Future; // "Zahnarzt Do 12:15"
    return before(part, only(Role::Until)) < part || alone(first, end) || asked() || typed() ||
                   (offhand_ && end == end_ &&
                    (first <= first_ + 1 || end_ - first_ <= 4)) // Mitte November, Wetter am Wochenende
               ? Tense::Future
               : Tense::Unknown;
}

void TimesGrammar::setOpenEnds(TimeMention& mention) const {
    if (!mention.resolved || mention.firstToken == 0)
        return;
    const TimeWord& w = context(mention.firstToken - 1);
    if (w.is(Role::Since)) {
        mention.resolved->openTo = true;
        mention.derivation.add("since");
    } else if (w.is(Role::Until)) {
        mention.resolved->openFrom = true;
        mention.derivation.add("until");
    }
}

TimesReader::Index TimesGrammar::at(Index i) {
    Index next = i;
    if (!kind(i, TokenKind::Word)) {
        next = clockHead(i);
        if (next == i)
            next = dayList(i);
        if (next == i)
            next = dateHead(i);
        if (next == i)
            next = decadeHead(i);
        if (next == i)
            next = yearHead(i);
        if (next == i)
            next = dayOfPeriod(i, false);
        if (next == i)
            next = dayAlone(i);
        if (next == i && kind(i, TokenKind::Alnum)) {
            if (auto piece = quarterName(i))
                next = emit(*piece);
            else if (context(i - 1).is(Role::Span) || context(i - 1).is(Role::During | Role::In) ||
                     (context(i - 1).is(Role::Of) && context(i - 2).is(Role::Span)) ||
                     (glued(i) && (kind(i - 1, TokenKind::Apostrophe) || kind(i - 1, TokenKind::Word)) && !german()) ||
                     (offhand_ && i == first_ && kind(i + 1, TokenKind::Alnum)))
                next = gluedAhead(i); // dure 1h30, dans 1h15, un minuteur d'1h30
        }
        return next;
    }
    const Hit hit = hitAt(i);
    const TimeWord& w = *hit.word;
    if (w.holiday)
        next = holidayHead(i);
    if (next == i && w.reference)
        next = reference(i, hit);
    if (next == i && w.weekday != 0)
        next = weekdayHead(i, w);
    if (next == i && w.month != 0)
        next = dateHead(i);
    if (next == i && w.season != 0)
        next = seasonHead(i, w);
    if (next == i && w.is(Role::Decade))
        next = decadeHead(i);
    if (next == i && w.unit)
        next = unitHead(i, hit);
    if (next == i && (w.namedHour >= 0 || w.number > 0 || w.is(Role::Half | Role::Quarter) ||
                      w.is(Role::ThreeQuarters | Role::HourArticle)))
        next = clockHead(i);
    if (next == i && w.part != DayPart::None && w.namedHour < 0 && !w.is(Role::PartPhrase))
        next = partHead(i, w);
    if (next == i && reading_.language == text::Language::Spanish && w.number >= 20 && w.number % 10 == 0)
        next = decadeHead(i);
    if (next == i && german() && w.ordinal > 0 && context(i - 1).is(Role::On | Role::From) &&
        text(i - 1).ends_with('m')) {
        next = dayOfPeriod(i, false); // am Ersten jedes Monats
        if (next == i)
            next = dayAlone(i); // am fünfzehnten
    }
    if (next == i && w.number > 0 && reading_.language == text::Language::French && is(i - 1, "en"))
        next = yearSaidShort(i);
    if (next == i && (w.ordinal == 1 || (german() && w.ordinal > 1) || (w.number > 0 && !german()))) {
        next = dayList(i);
        if (next == i && dateForward(i))
            next = dateHead(i);
        if (next == i)
            next = dayOfPeriod(i, false);
    }
    return next;
}

/// "dure 1h30"; "dans 1h15" where it tells of what is to come.
TimesReader::Index TimesGrammar::gluedAhead(Index i) {
    const Index end = gluedUnit(i);
    if (end == i || !context(i - 1).is(Role::In) || context(i - 1).is(Role::Weak) || !anchor_ ||
        tenseAt(i - 1, end) == Tense::Past)
        return end;
    TimeMention& mention = out_.times.back();
    if (!mention.value.starts_with("PT"))
        return end;
    mention.firstToken = i - 1;
    mention.span.begin = token(i - 1).begin;
    mention.type = TimeType::Time;
    if (!anchorHasClock_) {
        mention.value = isoTime(dayOfSecond(*anchor_) * secondsPerDay) + "TXX:XX";
        return end;
    }
    std::int64_t minutes = 0, number = 0; // PT1H30M
    for (const char c : mention.value.substr(2)) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            continue;
        }
        minutes += c == 'H' ? number * 60 : c == 'M' ? number : 0;
        number = 0;
    }
    const std::int64_t at = *anchor_ + minutes * 60;
    mention.value = isoTime(at);
    mention.resolved = TimeSpan{at, at + 60, Grain::Minute};
    return end;
}

/// "hier", "demain matin", "heute um 8 Uhr", "le lendemain", "maintenant", "täglich".
TimesReader::Index TimesGrammar::reference(Index i, const Hit& hit) {
    text::WordId entry = token(i).word;
    if (hit.end > i + 1)
        if (const auto match = lexicon_.matchPhrase(reading_, i, phraseTags))
            entry = match->entry;
    std::string_view ref = lexicon_.value(entry, Tag::TimeRef);
    Piece piece;
    piece.first = i;
    piece.end = hit.end;
    const auto shift = [](std::string_view number) {
        int value = 0;
        std::from_chars(number.data(), number.data() + number.size(), value);
        return value;
    };
    if (hit.word->part != DayPart::None && hit.end == i + 1 && ref.starts_with("day:")) {
        // "Morgen" and "la mañana" are parts of a day
        if (german() ? capital(i) && i > first_
            : is(i - 1, "media") // a media mañana
                ? true
                : role(i - 1, Role::Article | Role::This) ||
                      (role(i - 1, Role::All | Role::Every) && !is(i - 1, "todo")))
            return i;
    }
    if (ref.starts_with("day:") || ref.starts_with("night:")) {
        const bool night = ref[0] == 'n';
        piece.rule = "relative-day";
        if (today_)
            piece.time.setDay(*today_ + shift(ref.substr(night ? 6 : 4)));
        else
            piece.time.someDay = true;
        if (night)
            piece.time.part = DayPart::Night;
        if (role(i - 1, Role::Early | Role::Late) && inside(i - 1)) {
            piece.first = i - 1;
            piece.mod = role(i - 1, Role::Early) ? TimeMod::Start : TimeMod::End;
        }
        if (!night && shiftBehind(piece))
            return emit(piece);
        if (german() && !night)
            if (const auto day = relativeDayAt(i); day && day->end > piece.end) { // am gestrigen Dienstag
                piece.end = day->end;
                piece.time.part = day->time.part;
            }
        rightOf(piece);
        return emit(piece);
    }
    for (const std::string_view unit : {"year", "quarter", "month", "week"}) // im Vorjahr; im Juli … im Vormonat
        if (ref.starts_with(unit) && ref.size() > unit.size() && ref[unit.size()] == ':') {
            const int step = shift(ref.substr(unit.size() + 1));
            const TimeMention* named = step == 0 ? nullptr
                                                 : earlierIn(unit == "year"      ? Grain::Year
                                                             : unit == "quarter" ? Grain::Quarter
                                                             : unit == "month"   ? Grain::Month
                                                                                 : Grain::Day);
            return periodOf(piece,
                            step < 0   ? Deixis::Last
                            : step > 0 ? Deixis::Next
                                       : Deixis::This,
                            unit, named != nullptr && named->sentence == sentence_);
        }
    if (ref.starts_with("month-"))
        return monthCompound(i, ref);
    if (ref.starts_with("prior:"))
        return priorPeriod(piece, ref.substr(6));
    if (ref.starts_with("rel:")) { // le lendemain, la veille, am Vortag
        if (role(i - 1, Role::Article) && inside(i - 1))
            piece.first = i - 1;
        if (const Index of = role(hit.end + 1, Role::Article) ? hit.end + 2 : hit.end + 1; role(hit.end, Role::Of))
            if (auto feast = holidayDate(of);
                feast && feast->time.hasFullDate() && inside(of)) { // le lendemain de Noël
                const std::int64_t day = feast->time.dayNumber() + shift(ref.substr(4));
                piece.end = feast->end;
                piece.rule = "distance";
                piece.time.setDay(day);
                rightOf(piece);
                return emit(piece);
            }
        if (role(hit.end, Role::Of) && !word(hit.end + 1).weekday && inside(hit.end + 1)) {
            // la veille du scrutin: whose eve is not known
            auto date = dateForward(hit.end + 1);
            if (!date)
                return i;
            if (date->time.day != 0 && date->time.month != 0 && !date->time.hasClock()) { // la veille du 1er mai
                if (!date->time.hasFullDate())
                    resolve(*date, Deixis::None);
                if (date->time.hasFullDate()) {
                    piece.end = date->end;
                    piece.rule = "distance";
                    piece.time.setDay(date->time.dayNumber() + shift(ref.substr(4)));
                    rightOf(piece);
                    return emit(piece);
                }
            }
        }
        piece.rule = "day-of-mention";
        piece.time.someDay = true;
        if (const TimeMention* day = earlierDay())
            piece.time.setDay(dayOfSecond(day->resolved->from) + shift(ref.substr(4)));
        else if (today_ && shift(ref.substr(4)) <= 0) // no other day is named: seen from the report's own
            piece.time.setDay(*today_ + shift(ref.substr(4)));
        rightOf(piece);
        return emit(piece);
    }
    if (ref.starts_with("set:")) {
        if (capital(i) && i > first_ && !german())
            return i;
        hourOfHabit(piece);
        std::string habit(ref.substr(4));
        if (piece.end > hit.end && (habit == "P1D" || habit.starts_with('X'))) // werktags um 7:45 Uhr
            habit = (habit == "P1D" ? std::string() : habit) + timexValue(piece.time);
        else
            piece.end = hit.end;
        return emit(role(i - 1, Role::Times) && inside(i - 1) ? i - 1 : i, piece.end, TimeType::Set, TimeMod::None,
                    std::move(habit), std::nullopt, "habit"); // zweimal täglich
    }
    if (ref.starts_with("length:")) { // eine Viertelstunde
        const Index first = (role(i - 1, Role::One) || word(i - 1).number == 1) && inside(i - 1) ? i - 1 : i;
        if (const Index hang = before(first, Role::Ago | Role::In); hang < first && inside(hang) && first < i) {
            const bool ago = context(hang).is(Role::Ago);
            int minutes = 0;
            if (const std::string_view length = ref.substr(7); length.starts_with("PT") && length.ends_with('M'))
                std::from_chars(length.data() + 2, length.data() + length.size(), minutes);
            else if (length.ends_with('Y')) { // vor einem Vierteljahrhundert
                int years = 0;
                std::from_chars(length.data() + 1, length.data() + length.size(), years);
                return moveBy(hang, hit.end, std::int64_t{years} * 1000, "year", ago ? -1 : 1, false, TimeMod::None);
            }
            if (minutes > 0 && (ago || tenseAt(hang, hit.end) != Tense::Past)) // in einer Viertelstunde
                return moveBy(hang, hit.end, std::int64_t{minutes} * 1000, "minute", ago ? -1 : 1, false,
                              TimeMod::None);
        }
        return emit(first, hit.end, TimeType::Duration, TimeMod::None, std::string(ref.substr(7)), std::nullopt,
                    "length");
    }
    const char* value = ref == "present"  ? "PRESENT_REF"
                        : ref == "past"   ? "PAST_REF"
                        : ref == "future" ? "FUTURE_REF"
                                          : nullptr;
    if (value == nullptr)
        return i;
    if ((capital(i) && i > first_ && !german()) || role(hit.end, Role::Of))
        return i;
    return emit(i, hit.end, TimeType::Date, TimeMod::None, value, std::nullopt, "reference");
}

} // namespace countercheck::read
