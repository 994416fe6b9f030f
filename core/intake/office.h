// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of word processors and e-books: DOCX, ODT (also as one flat XML file), EPUB. Their text in its order,
// tables row by row, footnotes at the end. Macros, comments, deleted and hidden text are left out and remarked on;
// running headers are set apart. Entities that a document declares are not expanded.
#pragma once

#include "core/intake/archive.h"
#include "core/intake/document.h"

namespace countercheck::intake {

Converted readWord(Archive& archive);
Converted readOpenText(Archive& archive);
Converted readBook(Archive& archive);

} // namespace countercheck::intake
