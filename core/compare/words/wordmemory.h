// SPDX-License-Identifier: GPL-3.0-or-later
// What was found out about the words of a language, by their numbers: of each word it is found out once in a thread.
#pragma once

#include "core/text/lexicon.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace countercheck::compare {

/// A `Value` for each word of each language; all bytes zero until somebody writes it. Pages that nobody asks for take
/// no memory.
template <class Value> class WordMemory {
    static_assert(std::is_trivial_v<Value>);

public:
    /// @param word  of the language's lexicon
    Value& of(text::Language language, text::WordId word) { return all(language)[word]; }
    /// Those of all words; stay where they are.
    Value* all(text::Language language) {
        Values& values = languages_[static_cast<std::size_t>(language)];
        if (!values)
            values.reset(static_cast<Value*>(allocated(text::Lexicon::of(language).size())));
        return values.get();
    }
    static constexpr std::size_t languages = static_cast<std::size_t>(text::Language::Other) + 1;

private:
    static void* allocated(std::size_t count) {
        void* const memory = std::calloc(count + 1, sizeof(Value));
        if (!memory)
            throw std::bad_alloc();
        return memory;
    }
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    using Values = std::unique_ptr<Value[], Free>;
    std::array<Values, languages> languages_;
};

/// What the table of opposites knows of a word by itself, and whether a phrase may begin with it; see Parsed::known().
struct KnownPredicate {
    const char* name;
    std::uint32_t length;
    bool asked, opens;
};

/// What is asked of nearly every word, side by side; 0: not asked yet.
struct WordTraits {
    std::uint64_t families; ///< see familiesOf()
    std::uint64_t rows;     ///< see inRow()
    KnownPredicate predicate;
    std::uint32_t meaning, hash; ///< see Concepts and DigestWord
    bool small;                  ///< a function word; told with its hash
    std::uint16_t causes;        ///< which rows of causes begin with it; 1: none; see causeWordsAt()
};
inline WordTraits* madeWordTraits(text::Language language) {
    thread_local WordMemory<WordTraits> memory;
    return memory.all(language);
}
inline WordTraits& wordTraits(text::Language language, text::WordId word) {
    constinit thread_local static std::array<WordTraits*, WordMemory<WordTraits>::languages> made{};
    WordTraits*& all = made[static_cast<std::size_t>(language)]; // whether it was made is asked for every word
    if (all == nullptr)
        all = madeWordTraits(language);
    return all[word];
}

} // namespace countercheck::compare
