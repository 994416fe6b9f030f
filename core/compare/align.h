// SPDX-License-Identifier: GPL-3.0-or-later
// The same-question gate: do two claims answer one question? Vetoes first (other times, other places, a part on one
// side, other units), then evidence in words, of two independent kinds at least. In doubt, no.
#pragma once

#include "core/compare/digest.h"
#include "core/text/explaining.h"

#include <string>
#include <string_view>
#include <vector>

namespace countercheck::compare {

/// A claim among those that are compared.
struct Candidate {
    std::uint32_t article = 0;
    std::uint32_t index = 0; ///< into the article's facts
    const Fact* fact = nullptr;
    const Digest* in = nullptr;
};

enum class Gate : std::uint8_t { Join, Possible, No };

/// What the gate decides. Words are put together only where somebody wants to read them.
struct Verdict {
    Gate gate = Gate::No;
    int strength = 0;     ///< kinds of evidence; orders the joins
    bool explain = false; ///< asks for `because`
    /// What speaks for it (core/text/explaining.h); for a veto or a near miss, the last line says what speaks against.
    std::vector<std::string> because;

    template <class... Parts> void say(const Parts&... parts) {
        if (explain)
            because.push_back(text::explainedBy(parts...));
    }
    template <class... Parts> Verdict& no(const Parts&... parts) {
        gate = Gate::No;
        say(parts...);
        return *this;
    }
    template <class... Parts> Verdict& possible(const Parts&... parts) {
        gate = Gate::Possible;
        say(parts...);
        return *this;
    }
    Verdict& join() {
        gate = Gate::Join;
        return *this;
    }
};

/// How much two articles have in common: what the gate asks of them beforehand. A handful of articles was chosen by a
/// person because they belong together; in an archive, that has to be shown.
struct Common {
    std::uint32_t names = 0;    ///< names that both mention
    std::uint32_t ownNames = 0; ///< of them, those that are no countries
    bool leadTimesMeet = false, leadTimesApart = false;
    bool followUp = false;  ///< of a handful: the one tells what came after, and speaks of the other's day
    bool longApart = false; ///< published more than a month apart
    bool sameLeadEvent = false;
    std::uint32_t leadWords = 0; ///< content words that their beginnings share; asked of a handful only
    bool few = true;             ///< a handful of articles
    bool tiny = false;           ///< one of them is a sentence or two, among few articles: nothing more to ask
    // Do their lead events lie in places that are one or hold one another, or are places
    // named on both sides and nothing shows that?
    bool leadPlacesMeet = false, leadPlacesApart = false;
};
/// What commonOf() asks of an article of an archive to know whether it may tell of what another one tells.
struct Lead {
    const std::vector<std::uint64_t>& names; ///< Digest::nameKeys
    const std::vector<std::string>& places;  ///< Digest::leadPlaces
};
/// Of an archive's articles: may anything show that the two speak of one happening? As gate::mayBeOneHappening() says
/// of what they have in common.
bool mayBeOneHappening(const Lead& a, const Lead& b);

/// @param few  the case is so small that a person chose its articles because they belong together
Common commonOf(const Digest& a, const Digest& b, bool few);

/// Symmetrical up to the order in which the explanation names the two.
Verdict sameQuestion(const Candidate& a, const Candidate& b, const Common& common, bool explain = false);

} // namespace countercheck::compare
