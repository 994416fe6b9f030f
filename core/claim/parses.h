// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the article that a thread has in hand, as the shallow parser saw them: claims are read from them,
// and comparing asks of the same ones again. Each is parsed once.
#pragma once

#include "core/claim/syntax.h"

#include <cstdint>
#include <vector>

namespace countercheck::claim {

class Parses {
public:
    /// The thread's own.
    static Parses& here();
    /// Takes up an article, and forgets the one before. Both must outlive the use.
    void begin(const text::Reading& reading, const read::Mentions& mentions);
    /// Keeps what `syntax` found of a sentence, which it forgets.
    void keep(std::uint32_t sentence, Syntax& syntax);
    /// The sentence, parsed now or before. Valid until another one is asked for.
    const Syntax& of(std::uint32_t sentence);
    /// The one that was asked for last.
    [[nodiscard]] const Syntax& last() const { return syntax_; }

private:
    static constexpr std::uint32_t none = Syntax::none;
    static constexpr std::uint32_t most = 1024; ///< of a very long article the first ones are kept

    const text::Reading* reading_ = nullptr;
    const read::Mentions* mentions_ = nullptr;
    Syntax syntax_;
    std::uint32_t sentence_ = none;      ///< that `syntax_` holds
    std::vector<SentenceFound> kept_;    ///< room is kept from article to article
    std::vector<std::uint32_t> placeOf_; ///< by sentence its place in `kept_`; none: not kept
    std::uint32_t count_ = 0;            ///< of those in `kept_`
};

} // namespace countercheck::claim
