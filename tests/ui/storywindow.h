// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on the three short articles, for tests that drive it: opened anew for each test.
#pragma once

#include "tests/ui/drive.h"
#include "tests/ui/storycase.h"
#include "ui/mainwindow.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/workbench.h"

#include <QTest>

#include <memory>

class StoryWindow : public QObject {
protected:
    /// `person` sits at the desk; without a name nobody does yet.
    void openStory(countercheck::ui::Workbench::Place place, const countercheck::dossier::Person& person = {}) {
        home_ = std::make_unique<drive::Home>();
        if (!person.name.empty())
            countercheck::ui::Settings::setPerson(person);
        workbench_ = std::make_unique<countercheck::ui::Workbench>();
        window_ = std::make_unique<countercheck::ui::MainWindow>(workbench_.get());
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        workbench_->adopt(storycase::inMemory(), place);
    }
    void closeStory() {
        window_.reset();
        workbench_.reset();
        home_.reset();
    }

    std::unique_ptr<drive::Home> home_;
    std::unique_ptr<countercheck::ui::Workbench> workbench_;
    std::unique_ptr<countercheck::ui::MainWindow> window_;
};
