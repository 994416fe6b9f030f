// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of an article, as the shallow parser saw them: claims are read from them, and comparing asks of the
// same ones again. Each is parsed once. A thread asks of one article at a time.
#pragma once

#include "core/claim/syntax.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace countercheck::claim {

class Parses {
public:
    /// Those that the thread asks: its own, unless others were handed to it.
    static Parses& here() { return here_ ? *here_ : own(); }
    /// While it lives, the thread asks these.
    class Using {
    public:
        explicit Using(Parses& parses) : before_(std::exchange(here_, &parses)) {}
        ~Using() { here_ = before_; }
        Using(const Using&) = delete;
        Using& operator=(const Using&) = delete;

    private:
        Parses* before_;
    };
    /// Takes up an article, and forgets the one before. Both must outlive the use.
    void begin(const text::Reading& reading, const read::Mentions& mentions);
    /// Keeps what `syntax` found of a sentence, which it forgets.
    void keep(std::uint32_t sentence, Syntax& syntax);
    /// The sentence, parsed now or before. Valid until another one is asked for.
    const Syntax& of(std::uint32_t sentence);
    /// The one that was asked for last.
    [[nodiscard]] const Syntax& last() const { return syntax_; }

private:
    static Parses& own();
    constinit static inline thread_local Parses* here_ = nullptr;
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
