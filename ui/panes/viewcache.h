// SPDX-License-Identifier: GPL-3.0-or-later
// Views of articles that were shown lately, so that a pane that comes back is not read again.
#pragma once

#include "ui/panes/articleview.h"

#include <algorithm>
#include <list>

namespace countercheck::ui {

class ViewCache {
public:
    /// Read now, or what was read before for the same capture in the same language.
    std::shared_ptr<const ArticleView> of(const dossier::Article& article) {
        const auto found = std::find_if(held_.begin(), held_.end(), [&](const Held& held) {
            return held.article == article.id && held.language == article.info.language;
        });
        if (found != held_.end()) {
            held_.splice(held_.begin(), held_, found);
            return held_.front().view;
        }
        held_.push_front({article.id, article.info.language, readForView(article)});
        if (held_.size() > most)
            held_.pop_back();
        return held_.front().view;
    }

private:
    static constexpr std::size_t most = 32;
    struct Held {
        dossier::ArticleId article;
        std::string language;
        std::shared_ptr<const ArticleView> view;
    };
    std::list<Held> held_; ///< the one that was asked for last comes first
};

} // namespace countercheck::ui
