// SPDX-License-Identifier: GPL-3.0-or-later
// The article's own definitions: "Long Name (LN)", "LN (Long Name)", "LN, the Long Name,", "X, alias Y". The long form
// of a French one runs over small letters, so it is found by the letters of its short form.
#include "core/read/names/namesreader.h"
#include "core/read/wordset.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace countercheck::read {

using text::tagBit;

namespace {

/// The letters that a short form stands for: its capitals ("FAMa": FAM), or all of them ("Cédéao": CEDEAO). Nothing if
/// it does not look like one.
std::string_view shortLetters(std::string_view word, std::array<char, 12>& letters) {
    if (word.size() < 2 || word.size() > 12)
        return {};
    std::size_t n = 0, small = 0, other = 0;
    for (const char c : word) {
        if (c >= 'A' && c <= 'Z')
            letters[n++] = c;
        else if (c >= 'a' && c <= 'z')
            ++small;
        else
            ++other;
    }
    if (n >= 2 && small <= 2 && other == 0 && word.front() < 'a')
        return {letters.data(), n};
    if (n > 1 || word.size() < 4)
        return {};
    const std::string plain = text::foldAccents(word);
    for (n = 0; n < plain.size(); ++n)
        if (plain[n] >= 'a' && plain[n] <= 'z')
            letters[n] = static_cast<char>(plain[n] - 32);
        else
            return {};
    return {letters.data(), n};
}

/// The word's first letter as a capital without its accent; 0 when it has none.
char initialOf(std::string_view word) {
    if (word.empty())
        return 0;
    std::string plain;
    if (static_cast<unsigned char>(word.front()) >= 0x80)
        plain = text::foldAccents(word.substr(0, text::decodeAt(word, 0).length));
    const char c = plain.empty() ? word.front() : plain.front();
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

} // namespace

int NameReader::spellingCost(std::uint32_t first, std::uint32_t end, std::string_view letters) const {
    constexpr int never = 99;
    std::array<int, 13> cost;
    cost.fill(never);
    cost[0] = 0;
    for (std::uint32_t t = first; t < end; ++t) {
        if (!is(t, TokenKind::Word))
            continue;
        const bool small = linkWord(t) || lex_.hasAny(tokens_[t].word, smallWords & ~tagBit(Tag::Adverb));
        const char initial = initialOf(of(t));
        for (std::size_t k = letters.size() + 1; k-- > 0;) {
            const int skipped = std::min(never, cost[k] + (small ? 0 : t == first ? never : 1));
            const int taken = k > 0 && letters[k - 1] == initial ? cost[k - 1] : never;
            cost[k] = std::min(skipped, taken);
        }
    }
    return cost[letters.size()];
}

bool NameReader::defineLeft(std::uint32_t t) {
    std::array<char, 12> buffer;
    const std::string_view letters = shortLetters(of(t), buffer);
    const std::uint32_t floor = r_.sentences[sentence_].firstToken;
    if (letters.empty() || t < floor + 2 || lex_.hasAny(tokens_[t].word, tagBit(Tag::NotName) | tagBit(Tag::Country)))
        return false;
    const std::uint32_t bracket = t - 1;
    std::uint32_t best = none, foreign = none;
    // a word of small letters ("Cédéao") must be spelled in full
    std::size_t upper = 0;
    for (const char c : of(t))
        upper += c >= 'A' && c <= 'Z' ? 1u : 0u;
    const bool spelled = upper >= 2;
    int bestCost = !spelled ? -1 : letters.size() >= 4 ? 2 : letters.size() == 3 ? 1 : 0;
    for (std::uint32_t i = bracket; i > floor && bracket - i < 16;) {
        --i;
        const Token& token = tokens_[i];
        if (!token.is(TokenKind::Word) && !token.is(TokenKind::Hyphen) && !token.is(TokenKind::Apostrophe))
            break;
        if (!token.is(TokenKind::Word))
            continue;
        if (lex_.hasAny(token.word, tagBit(Tag::Aux) | tagBit(Tag::Modal) | tagBit(Tag::Say)) && !capital(i))
            break;
        const bool head = has(i, Tag::OrgWord);
        if (!capital(i) && !head)
            continue;
        if (has(i, Tag::FirstName) || lex_.hasAny(token.word, smallWords) || bracket - i < 2)
            continue;
        const int cost = spellingCost(i, bracket, letters);
        if (cost == 0 || (head && capital(i) && cost <= bestCost && best == none)) {
            best = i;
            bestCost = cost;
            if (cost == 0)
                break;
        }
        if (head && capital(i) && foreign == none)
            foreign = i;
    }
    if (best == none && !spelled)
        return false;
    if (best == none)
        best = lex_.value(tokens_[t].word, Tag::OrgWord) == "known" && letters.size() < 4 ? none : foreign;
    if (best == none)
        return false;
    dropFrom(best);
    record(best, bracket, formOf(t, t + 1), true);
    return true;
}

void NameReader::aliasBehind(std::uint32_t form, std::uint32_t first, std::uint32_t end) {
    // what stands between the last name and this one: ", alias", " (", ", the", ", also known as", ", dit « "
    if (found_.empty() || found_.back().sentence != sentence_ || found_.back().endToken > first)
        return;
    const Occurrence& last = found_.back();
    if (last.form == form || first - last.endToken > 6 || first == last.endToken)
        return;
    std::uint32_t i = last.endToken;
    bool known = false, bracket = false, article = false, comma = false;
    for (; i < first; ++i) {
        const Token& token = tokens_[i];
        if (token.is(TokenKind::Comma) && i == last.endToken) {
            comma = true;
            continue;
        }
        if (token.is(TokenKind::OpenBracket) && i == last.endToken) {
            bracket = true;
            continue;
        }
        if (token.is(TokenKind::OpenQuote) && known)
            continue;
        if (!token.is(TokenKind::Word))
            return;
        const std::string_view word = of(i);
        static constexpr WordSet between({"alias", "dit", "dite", "aka", "a.k.a.", "surnomm\u00E9", "surnomm\u00E9e",
                                          "as", "also", "better", "formerly", "known", "now", "or", "ou", "aussi",
                                          "the"});
        if (!between.contains(word) && !linkWord(i))
            return; // nearly always
        if (word == "alias" || word == "dit" || word == "dite" || word == "aka" || word == "a.k.a." ||
            word == "surnomm\u00E9" || word == "surnomm\u00E9e" || word == "as") {
            known = word != "as" || (i > last.endToken && of(i - 1) == "known");
            if (!known)
                return;
        } else if (word == "also" || word == "better" || word == "formerly" || word == "known" || word == "now" ||
                   word == "or" || word == "ou" || word == "aussi") {
            article = article || word == "or" || word == "ou";
        } else if (word == "the" || word == "le" || word == "la" || word == "les" || linkWord(i)) {
            article = true;
        } else {
            return;
        }
    }
    if (known) {
        scratch_.aliases.emplace_back(last.form, form);
        return;
    }
    // "LN (Long Name)", "LN, the Long Name,", "Long Name, or LN,": the letters must spell it
    if (!bracket && !(comma && article))
        return;
    std::array<char, 12> buffer;
    const bool shortFirst = last.endToken - last.firstToken == 1 && tokens_[last.firstToken].has(text::AllCaps);
    const bool shortLast = end - first == 1 && tokens_[first].has(text::AllCaps);
    if (shortFirst == shortLast)
        return;
    const std::string_view letters = shortLetters(shortFirst ? of(last.firstToken) : of(first), buffer);
    if (letters.empty())
        return;
    const std::uint32_t longForm = shortFirst ? form : last.form, shortForm = shortFirst ? last.form : form;
    const std::uint32_t from = shortFirst ? first : last.firstToken, to = shortFirst ? end : last.endToken;
    const bool spelled = spellingCost(from, to, letters) == 0;
    // a translation's short form: only in brackets behind an organisation's own words, or the other way round
    if (!spelled && !(shortFirst && comma && lex_.has(tokens_[first].word, Tag::OrgWord) && forms_[form].words > 2))
        return;
    if (forms_[longForm].acronym == none) {
        forms_[longForm].acronym = shortForm;
        forms_[longForm].evidence |= Acronym;
        forms_[shortForm].evidence |= Acronym;
    }
}

} // namespace countercheck::read
