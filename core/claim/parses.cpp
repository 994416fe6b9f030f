// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/claim/parses.h"

#include <algorithm>

namespace countercheck::claim {

Parses& Parses::own() {
    thread_local Parses one;
    return one;
}

void Parses::begin(const text::Reading& reading, const read::Mentions& mentions) {
    reading_ = &reading;
    mentions_ = &mentions;
    sentence_ = none;
    count_ = 0;
    placeOf_.assign(std::min<std::size_t>(reading.sentences.size(), most), none);
}

void Parses::keep(std::uint32_t sentence, Syntax& syntax) {
    if (sentence >= placeOf_.size())
        return;
    std::uint32_t& place = placeOf_[sentence];
    if (place == none) {
        place = count_++;
        if (place == kept_.size())
            kept_.emplace_back();
    }
    syntax.exchange(kept_[place]);
}

const Syntax& Parses::of(std::uint32_t sentence) {
    if (sentence_ == sentence)
        return syntax_;
    if (sentence_ != none)
        keep(sentence_, syntax_);
    sentence_ = sentence;
    if (sentence < placeOf_.size() && placeOf_[sentence] != none) {
        syntax_.exchange(kept_[placeOf_[sentence]]);
        return syntax_;
    }
    const auto range = [&](const auto& list) {
        const auto these = read::inSentence(list, sentence);
        const auto first = static_cast<std::uint32_t>(these.data() - list.data());
        return MentionRange{first, first + static_cast<std::uint32_t>(these.size())};
    };
    const read::Mentions& mentions = *mentions_;
    syntax_.begin(*reading_, mentions, sentence);
    syntax_.parse({range(mentions.figures), range(mentions.times), range(mentions.quotes), range(mentions.names),
                   range(mentions.attributions), range(mentions.modals)});
    return syntax_;
}

} // namespace countercheck::claim
