// SPDX-License-Identifier: GPL-3.0-or-later
// Compares a set of articles again and again, as articles come and go, and does only once what depends on one article
// or on two of them: reading it, judging which of their claims answer one question, finding what they share word for
// word. What it gives is always what comparing the same articles from scratch gives.
#pragma once

#include "core/compare/compare.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace countercheck::compare {

class Comparer {
public:
    /// @param keep  remember what was found for the next call
    explicit Comparer(const Settings& settings = {}, bool keep = true);
    ~Comparer();
    Comparer(const Comparer&) = delete;
    Comparer& operator=(const Comparer&) = delete;

    /// As compareArticles. Cancelled: nothing, and what was done until then is remembered. One call at a time.
    std::optional<Comparison> compare(std::span<const Input> articles, const Progress& progress = {},
                                      const std::stop_token& stop = {}, unsigned threads = 0);

    /// What the last call had to do anew.
    struct Work {
        std::size_t read = 0;     ///< articles
        std::size_t judged = 0;   ///< pairs of articles whose claims were put side by side
        std::size_t asked = 0;    ///< pairs of claims in them
        std::size_t examined = 0; ///< pairs of articles whose wording was
    };
    [[nodiscard]] const Work& work() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Why two passages are, or are not, taken to answer one question: for people who miss a relation. What was claimed
/// there, which veto fell, or what was lacking. `few` as in align.h. Spans are bytes of the captured texts.
std::string whyNot(const Input& a, Span wordsA, const Input& b, Span wordsB, bool few, const Settings& settings = {});

} // namespace countercheck::compare
