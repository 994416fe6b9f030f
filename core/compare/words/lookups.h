// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the gazetteer and WordNet that comparing asks again and again, with the last answers kept at hand in
// each thread.
#pragma once

#include "core/read/names/gazetteer.h"

#include <string_view>

namespace countercheck::compare {

/// read::placeRelation.
read::PlaceRelation placesRelated(std::string_view a, std::string_view b);
/// Are two names the same once accents and capitals are taken away? As text::foldAccents() says.
bool sameFolded(std::string_view a, std::string_view b);
/// read::sameDimension.
bool sameDimension(std::string_view a, std::string_view b);
/// text::closeNouns and text::closeVerbs with one sense; of nouns of one class, two.
bool nounsClose(std::string_view a, std::string_view b);
bool nounsNear(std::string_view a, std::string_view b);
bool verbsClose(std::string_view a, std::string_view b);

} // namespace countercheck::compare
