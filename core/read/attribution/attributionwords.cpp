// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/attribution/attributionwords.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <utility>

namespace countercheck::read {

namespace {

using text::Lexicon;
using text::Tag;
using text::tagBit;

constexpr std::string_view englishNames[] = {
#define X(name) #name,
    COUNTERCHECK_SMALL_WORDS(X)
#undef X
};

constexpr std::pair<std::string_view, Small> french[] = {
    {"et", Small::And},
    {"ou", Small::Or},
    {"mais", Small::But},
    {"par", Small::By},
    {"que", Small::That},
    {"qu'", Small::That},
    {"qui", Small::Who},
    {"de", Small::Of},
    {"d'", Small::Of},
    {"du", Small::Of},
    {"des", Small::Of},
    {"à", Small::To},
    {"au", Small::To},
    {"aux", Small::To},
    {"en", Small::In},
    {"dans", Small::In},
    {"sur", Small::On},
    {"pour", Small::For},
    {"avec", Small::With},
    {"sans", Small::Without},
    {"via", Small::Via},
    {"près", Small::Near},
    {"comme", Small::As},
    {"depuis", Small::Since},
    {"après", Small::After},
    {"avant", Small::Before},
    {"il", Small::He},
    {"elle", Small::She},
    {"ils", Small::They},
    {"elles", Small::They},
    {"on", Small::On3},
    {"je", Small::I},
    {"j'", Small::I},
    {"nous", Small::We},
    {"t", Small::LongT},
    {"t'", Small::LongT},
    {"ne", Small::Ne},
    {"n'", Small::Ne},
    {"pas", Small::Pas},
    {"jamais", Small::Pas},
    {"se", Small::Se},
    {"s'", Small::Se},
    {"lui", Small::Clitic},
    {"leur", Small::Clitic},
    {"m'", Small::Clitic},
    {"me", Small::Clitic},
    {"vous", Small::Clitic},
    {"y", Small::Clitic},
    {"a", Small::HaveAux},
    {"ont", Small::HaveAux},
    {"avait", Small::HaveAux},
    {"avaient", Small::HaveAux},
    {"est", Small::BeAux},
    {"sont", Small::BeAux},
    {"était", Small::BeAux},
    {"étaient", Small::BeAux},
    {"ai", Small::HaveAux},
    {"avons", Small::HaveAux},
    {"fut", Small::BeAux},
    {"furent", Small::BeAux},
    {"été", Small::Been},
    {"aurait", Small::WouldHave},
    {"auraient", Small::WouldHave},
    {"serait", Small::WouldBe},
    {"seraient", Small::WouldBe},
    {"si", Small::If},
    {"la", Small::Feminine},
    {"une", Small::Feminine},
    {"cette", Small::Feminine},
    {"sa", Small::Feminine},
    {"ma", Small::Feminine},
    {"le", Small::Masculine},
    {"un", Small::Masculine},
    {"ce", Small::Masculine},
    {"son", Small::Masculine},
    {"dernier", Small::Last},
    {"presse", Small::Media},
    {"médias", Small::Media},
    {"journalistes", Small::Media},
    {"dernière", Small::Last},
    {"derniers", Small::Last},
    {"dernières", Small::Last},
    {"source", Small::Source},
    {"sources", Small::Source},
    {"hier", Small::Yesterday},
    {"aujourd'hui", Small::Today},
    {"cité", Small::Cited},
    {"citée", Small::Cited},
    {"cités", Small::Cited},
    {"citées", Small::Cited},
};

constexpr std::pair<std::string_view, SayKind> sayKinds[] = {
    {"plain", SayKind::Plain},   {"that", SayKind::That},   {"tell", SayKind::Tell},   {"think", SayKind::Think},
    {"deny", SayKind::Deny},     {"act", SayKind::Act},     {"voice", SayKind::Voice}, {"put", SayKind::Put},
    {"count", SayKind::Count},   {"learn", SayKind::Learn}, {"hear", SayKind::Hear},   {"expect", SayKind::Expect},
    {"accuse", SayKind::Accuse},
};
constexpr std::pair<std::string_view, CueKind> cueKinds[] = {
    {"by", CueKind::By},           {"citing", CueKind::Citing},
    {"via", CueKind::Via},         {"hearsay", CueKind::Hearsay},
    {"pour", CueKind::Head},       {"source", CueKind::Source},
    {"account", CueKind::Account}, {"conditional", CueKind::Conditional},
    {"polled", CueKind::Polled},
};

template <class Kind, std::size_t N>
Kind kindOf(const std::pair<std::string_view, Kind> (&kinds)[N], std::string_view value) {
    for (const auto& [name, kind] : kinds)
        if (name == value)
            return kind;
    return Kind::None;
}

ModalKind hedgeOf(std::string_view value) {
    return value.empty()         ? ModalKind::None
           : value == "possible" ? ModalKind::Possible
           : value == "likely"   ? ModalKind::Likely
           : value == "seem"     ? ModalKind::Seem
                                 : ModalKind::Other;
}

/// Marks the words of a phrase of saying, but its first, which hint at it: the longest, and those that are verbs of
/// saying or cues themselves.
void markInside(const Lexicon& lexicon, std::string_view phrase, std::vector<SayWord>& words) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= phrase.size();) {
        const std::size_t blank = std::min(phrase.find(' ', from), phrase.size());
        parts.push_back(phrase.substr(from, blank - from));
        from = blank + 1;
    }
    const auto longest = std::max_element(parts.begin(), parts.end(),
                                          [](std::string_view a, std::string_view b) { return a.size() < b.size(); });
    for (auto part = parts.begin() + 1; part != parts.end(); ++part)
        if (const text::WordId id = lexicon.find(*part);
            id != 0 && (part == longest || lexicon.hasAny(id, tagBit(Tag::Say) | tagBit(Tag::Cue))))
            words[id].begins |= InsideSaying;
}

std::vector<SayWord> make(const Lexicon& lexicon, text::Language language) {
    std::vector<SayWord> words(lexicon.listedSize() + 1);
    constexpr std::uint64_t asked = tagBit(Tag::Say) | tagBit(Tag::Cue) | tagBit(Tag::Modality) | tagBit(Tag::Neg) |
                                    tagBit(Tag::SourceNoun) | tagBit(Tag::Pron);
    for (text::WordId id = 1; id < lexicon.listedSize(); ++id) {
        if (!lexicon.hasAny(id, asked))
            continue;
        std::uint8_t bits = 0;
        if (lexicon.hasAny(id, tagBit(Tag::Say) | tagBit(Tag::Cue)))
            bits |= BeginsSaying;
        if (lexicon.hasAny(id, tagBit(Tag::Modality) | tagBit(Tag::Neg)))
            bits |= BeginsHedge;
        std::string_view say = lexicon.value(id, Tag::Say);
        for (; !say.empty() && (say.back() < 'a' || say.back() > 'z'); say.remove_suffix(1)) {
            words[id].figure = words[id].figure || say.back() == '+';
            words[id].unless = words[id].unless || say.back() == '-';
            words[id].reply = words[id].reply || say.back() == '<';
            words[id].asks = words[id].asks || say.back() == '?';
        }
        words[id].say = kindOf(sayKinds, say);
        words[id].again = lexicon.value(id, Tag::SourceNoun) == "again";
        words[id].person = !lexicon.value(id, Tag::Pron).empty();
        words[id].hedge = hedgeOf(lexicon.value(id, Tag::Modality));
        words[id].cue = kindOf(cueKinds, lexicon.value(id, Tag::Cue));
        if (bits == 0)
            continue;
        const std::string_view form = lexicon.form(id);
        const std::size_t blank = form.find(' ');
        const text::WordId first = blank == std::string_view::npos ? id : lexicon.find(form.substr(0, blank));
        if (first != 0)
            words[first].begins |= bits;
        if ((bits & BeginsSaying) != 0 && first != id)
            markInside(lexicon, form, words);
    }
    if (language == text::Language::French) {
        for (const auto& [form, small] : french)
            if (const text::WordId id = lexicon.find(form); id != 0)
                words[id].small = small;
    } else {
        for (std::size_t i = 0; i < std::size(englishNames); ++i) {
            std::string form(englishNames[i]);
            form.front() = static_cast<char>(form.front() | 0x20);
            if (const text::WordId id = lexicon.find(form); id != 0)
                words[id].small = static_cast<Small>(i + 1);
        }
        words[lexicon.find("none")].small = Small::NoneOf;
        words[0].small = Small::None; // should the table lack "none"
    }
    return words;
}

} // namespace

const std::vector<SayWord>& sayWordsOf(text::Language language) {
    constexpr std::size_t languages = 8;
    static std::array<std::once_flag, languages> made;
    static std::array<std::vector<SayWord>, languages> all;
    const std::size_t index = static_cast<std::size_t>(language) % languages;
    std::call_once(made[index], [&] { all[index] = make(Lexicon::of(language), language); });
    return all[index];
}

} // namespace countercheck::read
