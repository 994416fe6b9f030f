// SPDX-License-Identifier: GPL-3.0-or-later
// A form for one edit: as long as the edit cannot be made the form says why, and agreeing makes it.
#pragma once

#include "ui/workbench/askform.h"
#include "ui/workbench/workbench.h"

#include <functional>
#include <utility>

namespace countercheck::ui {

/// Opens `form`. `edit` makes the edit from what the fields say now.
/// @param missing  what is missing, where that is more than what whyNot() says of the edit
template <class MakeEdit>
void openFor(AskForm* form, Workbench* workbench, MakeEdit edit, std::function<QString()> missing = {}) {
    form->setMissing(missing ? std::move(missing) : [workbench, edit] { return workbench->whyNot(edit()); });
    form->setAct([workbench, edit] {
        workbench->apply(edit());
        return QString();
    });
    form->open();
}

} // namespace countercheck::ui
