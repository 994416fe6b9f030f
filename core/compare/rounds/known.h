// SPDX-License-Identifier: GPL-3.0-or-later
// What a Comparer remembers from call to call: articles as they were read, what was judged between two of them, and
// the questions that came of it. Used by Comparer alone.
#pragma once

#include "core/compare/comparer.h"
#include "core/compare/digest/names.h"
#include "core/compare/digest/packed.h"
#include "core/compare/rounds/componentkey.h"
#include "core/compare/rounds/groups.h"
#include "core/compare/rounds/happenings.h"
#include "core/compare/rounds/meetings.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace countercheck::compare {

/// Where a question that was put together once is found again: among those of the last comparison.
struct Made {
    static constexpr std::uint32_t unknown = 0xFFFFFFFFu, none = 0xFFFFFFFEu; ///< none: there was nothing to show
    std::uint32_t index = unknown;
    std::uint32_t keyLength = 0, titleLength = 0; ///< of its key and its title before it was told apart from others
};

/// One of the questions that a component falls into; claims by their places in the component.
struct Part {
    Group group;
    std::vector<std::uint32_t> articles; ///< per member its article, then the one whose date it took, as it was made
    Made made;
};

/// Claims that joins connect, and the questions that they fall into. It depends on nothing but these claims and joins.
struct Component {
    std::uint32_t call = 0; ///< the last call in which it came up
    std::vector<Part> parts;
};

/// An article: how it was given, and what reading it gave.
struct Known {
    std::uint64_t hash = 0;
    std::string published, publisher, language;
    std::size_t size = 0;
    std::uint32_t number = 0; ///< never used again for another; 0: not read
    std::uint32_t call = 0;   ///< the last call that asked for it
    bool closely = false;     ///< read as one of a handful
    std::uint32_t facts = 0;
    std::optional<std::int64_t> day; ///< `published` as the digest has it
    PackedDigest packed;
    std::shared_ptr<const Digest> whole; ///< of a few articles that are compared once: not packed
    std::vector<std::uint64_t> names;    ///< Digest::nameKeys
    std::vector<std::uint64_t> keys;     ///< of its facts, ascending, each once
    // Of one of an archive:
    std::vector<FreeFact> free;          ///< its facts for which mayMeetAnywhere() holds
    std::vector<std::uint64_t> freeKeys; ///< theirs, ascending
    std::vector<std::string> leadPlaces; ///< Digest::leadPlaces
    std::vector<Meeting> own;            ///< of its facts with each other
    std::vector<NameForm> forms;
    std::vector<Made> alone; ///< per fact, the question that it answers alone

    /// Digest::words and Digest::prints alone.
    void openWording(Digest& into) const;
    void dropWording() { packed.dropWording(); }
};

/// The pairs of articles that were judged, and what came of it.
struct Judged {
    std::vector<std::uint64_t> pairs; ///< pairKey() of the articles' numbers, ascending
    std::vector<std::uint32_t> ends;  ///< per pair, where its meetings end
    std::vector<Meeting> meetings;    ///< the smaller number's facts come first
    void add(std::uint64_t pair, const Meeting* first, const Meeting* last) {
        pairs.push_back(pair);
        meetings.insert(meetings.end(), first, last);
        ends.push_back(static_cast<std::uint32_t>(meetings.size()));
    }
    [[nodiscard]] const Meeting* begin(std::size_t i) const { return meetings.data() + (i == 0 ? 0 : ends[i - 1]); }
    [[nodiscard]] const Meeting* end(std::size_t i) const { return meetings.data() + ends[i]; }
};

inline std::uint64_t pairKey(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{a < b ? a : b} << 32 | (a < b ? b : a);
}

/// All that is remembered.
struct Memory {
    Settings settings;
    bool keep = true;
    Comparer::Work work;
    unsigned threads = 1;
    std::uint32_t call = 0, numbers = 0;
    bool few = true; ///< of what was judged
    std::unordered_multimap<std::uint64_t, std::unique_ptr<Known>> known;
    Judged judged;
    std::unordered_map<std::uint64_t, std::optional<Lineage>> lineages; ///< a and b are 0 and 1: smaller number 0
    std::unordered_map<ComponentKey, Component, ComponentHash> components;
    KeyMemory wordingKeys, happeningKeys;
    SharedVector<Question> lastQuestions; ///< of the last comparison

    /// The articles of the inputs, as they were read; those that are not known are read. False: stopped.
    bool read(const std::vector<Input>& inputs, std::vector<Known*>& out, const std::stop_token& stop,
              const std::function<void(std::size_t)>& tell);
    /// Lets go of what the last call did not ask for.
    void forget();

private:
    Known* find(const Input& input, std::uint64_t hash);
};

} // namespace countercheck::compare
