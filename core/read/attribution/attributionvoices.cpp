// SPDX-License-Identifier: GPL-3.0-or-later
// Whose words quotes hold, as the whole article shows it: an interview's answers, a headline whose words stand below,
// the only voice there is; and the attributions of sentences that stand wholly inside a quote.
#include "core/read/attribution/attributionspeakers.h"

#include <algorithm>
#include <iterator>

namespace countercheck::read {

void Speakers::soleVoice() {
    const Entity* only = nullptr;
    for (const Entity& entity : m_.entities)
        if (entity.kind == NameKind::Person) {
            if (only != nullptr)
                return; // mostly
            only = &entity;
        }
    if (only == nullptr)
        return;
    const Quote* heard = nullptr;
    for (const Quote& quote : m_.quotes)
        if (quote.speaker == only->name)
            heard = &quote;
        else if (!quote.speaker.empty() && around(static_cast<std::size_t>(&quote - m_.quotes.data())) == nullptr)
            return; // somebody else speaks, too
    if (heard == nullptr)
        return;
    const Span span = heard->speakerSpan;
    for (Quote& quote : m_.quotes)
        if (quote.speaker.empty() && !lost(quote) && words(quote.firstToken, quote.endToken) >= 5 &&
            r_.sentences[quote.sentence].span.begin == quote.whole.begin) {
            take(quote, only->name, span);
            quote.derivation.add("speaker:only-voice");
        }
}

void Speakers::headlines() {
    for (std::size_t q = 0; q < m_.quotes.size() && q < 200; ++q) {
        Quote& quote = m_.quotes[q];
        if (!quote.speaker.empty())
            continue; // mostly
        const text::Block& block = r_.blocks[r_.sentences[quote.sentence].block];
        const bool heading = block.span.length() <= 90 && block.span.length() <= quote.whole.length() + 40 &&
                             block.span.length() > 0 && r_.text[block.span.end - 1] != '.';
        if ((block.role != text::BlockRole::Title && !heading) || words(quote.firstToken, quote.endToken) < 2)
            continue;
        const std::string_view said = r_.of(quote.words).substr(1); // with a capital there
        for (std::size_t below = q + 1; below < m_.quotes.size() && below < 200; ++below)
            if (const Quote& other = m_.quotes[below]; !other.speaker.empty() && other.words.begin > quote.whole.end &&
                                                       r_.of(other.words).find(said) != std::string_view::npos) {
                take(quote, other.speaker, other.speakerSpan);
                quote.scare = false;
                quote.derivation.add("speaker:said-below");
                break;
            }
    }
}

void Speakers::interview() {
    std::vector<std::size_t> answers;
    std::size_t openings = 0, asked = 0;
    for (std::size_t q = 0; q < m_.quotes.size(); ++q) {
        const Quote& quote = m_.quotes[q];
        const std::uint32_t block = r_.sentences[quote.sentence].block;
        const bool pronoun = quote.speaker == "he" || quote.speaker == "she";
        const bool guessed =
            quote.derivation.size() > 1 &&
            std::string_view(quote.derivation[quote.derivation.size() - 1]) == "speaker:sentence-before" &&
            r_.blocks[block].span.begin == quote.whole.begin;
        if ((!quote.speaker.empty() && !pronoun && !guessed) || around(q) != nullptr)
            continue;
        const bool opens = r_.blocks[block].span.begin == quote.whole.begin;
        const bool after = !answers.empty() && r_.sentences[m_.quotes[answers.back()].sentence].block == block;
        if (block > 0 && opens && r_.blocks[block - 1].span.length() > 0) {
            asked += r_.text[r_.blocks[block - 1].span.end - 1] == '?' ? 1 : 0;
            const bool between = q == 0 || r_.sentences[m_.quotes[q - 1].sentence].block + 1 < block;
            openings += between ? 1 : 0;
        }
        if (opens || after)
            answers.push_back(q);
    }
    if (openings < 3 || asked == 0)
        return;
    for (const Name& name : m_.names)
        if (name.kind == NameKind::Person && name.endToken > name.firstToken + 1) {
            for (const std::size_t q : answers) {
                take(m_.quotes[q], m_.entities[name.entity].name, name.span);
                m_.quotes[q].scare = false;
                m_.quotes[q].derivation.add("speaker:interview");
            }
            return;
        }
}

void Speakers::ownWords() {
    std::size_t q = 0;
    for (Attribution& attribution : m_.attributions) {
        if (attribution.source.size() > longestPronoun)
            continue; // nearly always
        const bool itself = speaksOfItself(attribution.source);
        if (!itself && !barePronoun(attribution.source))
            continue;
        while (q < m_.quotes.size() && m_.quotes[q].whole.end <= attribution.sourceSpan.begin)
            ++q;
        if (!itself && (q == m_.quotes.size() || !m_.quotes[q].words.contains(attribution.sourceSpan)) &&
            namesSomebody()) {
            attribution.source.clear(); // "he", whoever that is
            continue;
        }
        if (q < m_.quotes.size() && m_.quotes[q].words.contains(attribution.sourceSpan) &&
            !m_.quotes[q].speaker.empty()) {
            attribution.source = m_.quotes[q].speaker;
            if (attribution.via == attribution.source)
                attribution.via.clear();
        }
    }
}

void Speakers::coverSentences() {
    const std::size_t known = m_.attributions.size();
    std::size_t at = 0;
    for (const Quote& quote : m_.quotes) {
        if (quote.speaker.empty() && !quote.derivation.has(pronounAlone))
            continue; // "he" has said it, whoever that is
        for (std::uint32_t s = quote.sentence; s < r_.sentences.size() && r_.sentences[s].span.begin < quote.words.end;
             ++s) {
            if (lost(quote) && s != quote.sentence)
                break;
            const Span inside{std::max(quote.words.begin, r_.sentences[s].span.begin),
                              std::min(quote.words.end, r_.sentences[s].span.end)};
            if (inside.length() < 12 && !r_.sentences[s].may(text::HintFigure))
                continue; // « Sept. » tells a figure
            while (at < known && m_.attributions[at].sentence < s)
                ++at;
            bool covered = false;
            for (std::size_t i = at; i < known && m_.attributions[i].sentence == s; ++i)
                covered = covered || m_.attributions[i].scope.overlaps(inside);
            if (covered)
                continue;
            Attribution attribution;
            attribution.source = quote.speaker;
            attribution.sourceSpan = quote.speakerSpan;
            attribution.cue = {quote.whole.begin, quote.words.begin};
            attribution.scope = inside;
            attribution.sentence = s;
            m_.attributions.push_back(std::move(attribution));
        }
    }
    sortIn(known);
}

void Speakers::sortIn(std::size_t known) {
    std::vector<Attribution>& all = m_.attributions;
    const auto added = all.begin() + static_cast<std::ptrdiff_t>(known);
    const auto earlier = [](const Attribution& a, const Attribution& b) { return a.sentence < b.sentence; };
    if (std::is_sorted(all.begin(), all.end(), earlier))
        return;
    if (!std::is_sorted(all.begin(), added, earlier) || !std::is_sorted(added, all.end(), earlier)) {
        std::stable_sort(all.begin(), all.end(), earlier);
        return;
    }
    thread_local std::vector<Attribution> merged; // room is kept from article to article
    merged.clear();
    merged.reserve(all.size());
    std::merge(std::move_iterator(all.begin()), std::move_iterator(added), std::move_iterator(added),
               std::move_iterator(all.end()), std::back_inserter(merged), earlier);
    all.swap(merged);
}

} // namespace countercheck::read
