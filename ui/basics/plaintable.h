// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that are read and not edited: all of them look and answer to the keys alike.
#pragma once

class QTableView;

namespace countercheck::ui {

/// Rows of one line without a grid, chosen whole and one at a time; Tab leaves the table; the last column takes the
/// room that is left. The model has to be set.
void makePlain(QTableView& table);

} // namespace countercheck::ui
