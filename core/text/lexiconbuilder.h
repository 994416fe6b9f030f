// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out a language's table of words (lexiconformat.h) from the tables of resources/lexicon and a list of the
// dictionary's words. Used by the build tool lexiconpack and by tests.
//
// The list has a line for each form: form, then, behind tabs, nine numbers separated by blanks (frequency as noun,
// verb, adjective and adverb, noun field, verb field, forms, parts, weight), the noun's lemma, the verb's lemma, the
// noun's synsets and the verb's, separated by blanks. A line that begins with '>' names a synset and its hypernym. The
// weight orders the words: what comes often is kept together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace countercheck::text {

/// The table's bytes. Throws std::runtime_error naming the line that cannot be read.
/// @param tables      texts of our own tables, see lexicon.h
/// @param dictionary  the list described above; may be empty
/// @param frequent    the language's most frequent words, one a line, the most frequent first, with comments behind #:
///                    of the tables' words and of the dictionary's, these are numbered first. May be empty.
std::vector<std::uint64_t> buildLexicon(const std::vector<std::string_view>& tables, std::string_view dictionary,
                                        std::string_view frequent = {});

} // namespace countercheck::text
