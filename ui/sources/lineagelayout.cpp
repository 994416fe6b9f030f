// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/lineagelayout.h"

#include "ui/panes/lineageindex.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace countercheck::ui {

using compare::Lineage;
using compare::LineageKind;

namespace {

constexpr int mostLanes = 5;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// How near; what a person says comes before all that is measured.
double closeness(const Lineage& lineage) {
    return lineage.similarity <= 0 ? 2 : lineage.similarity;
}

/// Sets that grow together.
class Sets {
public:
    explicit Sets(std::size_t size) : of_(size) { std::iota(of_.begin(), of_.end(), std::size_t{0}); }
    std::size_t find(std::size_t one) {
        while (of_[one] != one)
            one = of_[one] = of_[of_[one]];
        return one;
    }
    bool join(std::size_t a, std::size_t b) {
        a = find(a), b = find(b);
        of_[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<std::size_t> of_;
};

struct Edge {
    std::size_t a, b; ///< places in the list of articles
    std::size_t lineage;
};

class Placing {
public:
    Placing(const compare::Comparison& comparison, std::span<const std::uint32_t> articles)
        : lineages_(comparison.lineage.get()), articles_(articles), parent_(articles.size(), none),
          children_(articles.size()), shared_(articles.size()), together_(articles.size()),
          boxOf_(articles.size(), none) {
        collect(comparison);
    }

    LineageLayout lay() {
        choose();
        std::vector<std::size_t> members(articles_.size(), 0);
        for (std::size_t i = 0; i < articles_.size(); ++i)
            ++members[together_.find(i)];
        for (const bool alone : {false, true})
            for (std::size_t i = 0; i < articles_.size(); ++i)
                if (together_.find(i) == i && (members[i] == 1) == alone)
                    putCluster(i);
        layout_.rows = std::max(left_, right_);
        link();
        return std::move(layout_);
    }

private:
    void collect(const compare::Comparison& comparison) {
        const auto add = [&](std::size_t a, std::size_t b, std::size_t at) {
            (lineages_[at].kind == LineageKind::SharedSource ? sharing_
             : lineages_[at].kind == LineageKind::SameText   ? same_
                                                             : writing_)
                .push_back({a, b, at});
        };
        std::unordered_map<std::uint32_t, std::size_t> place;
        for (std::size_t i = 0; i < articles_.size(); ++i)
            place[articles_[i]] = i;
        for (std::size_t i = 0; i < articles_.size(); ++i)
            for (const std::uint32_t at : lineagesOf(comparison, articles_[i])) {
                const Lineage& lineage = lineages_[at];
                if (lineage.a != articles_[i] || lineage.b == lineage.a)
                    continue; // once, and not with itself
                if (const auto other = place.find(lineage.b); other != place.end())
                    add(i, other->second, at);
            }
        const auto closer = [this](const Edge& x, const Edge& y) {
            return closeness(lineages_[x.lineage]) > closeness(lineages_[y.lineage]);
        };
        std::stable_sort(writing_.begin(), writing_.end(), closer);
        std::stable_sort(same_.begin(), same_.end(), closer);
        std::stable_sort(sharing_.begin(), sharing_.end(), closer);
    }

    void hang(std::size_t child, std::size_t parent, std::size_t lineage) {
        parent_[child] = parent;
        children_[parent].push_back(child);
        drawn_.push_back({parent, child, lineage});
    }

    /// Of those that are one text, one stands for the others: the one that none of them was taken to be written from,
    /// unless one was written from something else.
    void chooseOfOneText() {
        Sets one(articles_.size());
        std::vector<bool> later(articles_.size(), false);
        for (const Edge& edge : same_) {
            one.join(edge.a, edge.b);
            later[edge.b] = true;
        }
        std::vector<std::size_t> first(articles_.size(), none);
        const auto rank = [&](std::size_t i) { return std::pair(parent_[i] == none, later[i]); };
        for (std::size_t i = 0; i < articles_.size(); ++i)
            if (std::size_t& best = first[one.find(i)]; best == none || rank(i) < rank(best))
                best = i;
        // With the one that stands for all if it was compared with it, else with the closest.
        for (const bool direct : {true, false})
            for (const Edge& edge : same_) {
                const std::size_t of = first[one.find(edge.a)];
                for (const auto& [child, other] : {std::pair(edge.b, edge.a), std::pair(edge.a, edge.b)})
                    if (child != of && parent_[child] == none && (!direct || other == of) && together_.join(child, of))
                        hang(child, of, edge.lineage);
            }
    }

    /// Which relations are drawn: of what each was written from, the nearest; of what is shared, all or the closest.
    void choose() {
        for (const Edge& edge : writing_)
            if (parent_[edge.b] == none && together_.join(edge.a, edge.b))
                hang(edge.b, edge.a, edge.lineage);
        chooseOfOneText();
        for (auto& children : children_)
            std::sort(children.begin(), children.end());
        const bool all = articles_.size() <= fewArticles;
        for (const Edge& edge : sharing_) {
            const bool joins = together_.join(edge.a, edge.b);
            if (!joins && (!all || rootOf(edge.a) == rootOf(edge.b))) {
                layout_.closestOnly = true; // within one family the other lines say it already
                continue;
            }
            drawn_.push_back(edge);
            shared_[rootOf(edge.a)].push_back(rootOf(edge.b));
            shared_[rootOf(edge.b)].push_back(rootOf(edge.a));
        }
    }

    [[nodiscard]] std::size_t rootOf(std::size_t one) const {
        while (parent_[one] != none)
            one = parent_[one];
        return one;
    }

    std::size_t put(std::size_t one, int column, int row, int depth) {
        boxOf_[one] = layout_.boxes.size();
        layout_.boxes.push_back({articles_[one], column, row, depth});
        return boxOf_[one];
    }

    void putFamily(std::size_t root) {
        if (!children_[root].empty())
            left_ = right_ = std::max(left_, right_);
        put(root, 0, left_++, 0);
        right_ = std::max(right_, left_ - 1);
        struct Step {
            std::size_t one;
            int depth;
        };
        std::vector<Step> steps; // not by calls: a chain may be long
        const auto push = [&](std::size_t of, int depth) {
            for (auto child = children_[of].rbegin(); child != children_[of].rend(); ++child)
                steps.push_back({*child, depth});
        };
        push(root, 1);
        while (!steps.empty()) {
            const Step step = steps.back();
            steps.pop_back();
            put(step.one, 1, right_++, step.depth);
            push(step.one, step.depth + 1);
        }
    }

    /// Families that share something one after the other, along what they share.
    void putCluster(std::size_t first) {
        left_ = right_ = std::max(left_, right_);
        std::vector<std::size_t> steps{rootOf(first)};
        while (!steps.empty()) {
            const std::size_t root = steps.back();
            steps.pop_back();
            if (boxOf_[root] != none)
                continue;
            putFamily(root);
            for (auto next = shared_[root].rbegin(); next != shared_[root].rend(); ++next)
                if (boxOf_[*next] == none)
                    steps.push_back(*next);
        }
    }

    void link() {
        // Lines that begin at one box run together; shorter ones stand nearer.
        struct Trunk {
            int from, to;
            std::vector<std::size_t> links;
        };
        std::map<std::size_t, Trunk> trunks;
        for (const Edge& edge : drawn_) {
            LineageLink link{boxOf_[edge.a], boxOf_[edge.b], edge.lineage, -1};
            if (lineages_[edge.lineage].kind == LineageKind::SharedSource) {
                const auto place = [&](std::size_t box) {
                    return std::pair(layout_.boxes[box].row, layout_.boxes[box].column);
                };
                if (place(link.from) > place(link.to))
                    std::swap(link.from, link.to);
                const LineageBox &upper = layout_.boxes[link.from], &lower = layout_.boxes[link.to];
                if (upper.column == 0 && lower.column == 0) {
                    Trunk& trunk = trunks.try_emplace(link.from, Trunk{upper.row, upper.row, {}}).first->second;
                    trunk.to = std::max(trunk.to, lower.row);
                    trunk.links.push_back(layout_.links.size());
                }
            }
            layout_.links.push_back(link);
        }
        std::vector<const Trunk*> order;
        for (const auto& [box, trunk] : trunks)
            order.push_back(&trunk);
        std::stable_sort(order.begin(), order.end(),
                         [](const Trunk* x, const Trunk* y) { return x->to - x->from < y->to - y->from; });
        // A lane is taken at the rows that a trunk in it passes.
        std::vector<std::vector<bool>> taken(mostLanes, std::vector<bool>(static_cast<std::size_t>(layout_.rows)));
        for (const Trunk* trunk : order) {
            const auto begin = static_cast<std::ptrdiff_t>(trunk->from), end = static_cast<std::ptrdiff_t>(trunk->to);
            int lane = 0;
            while (lane + 1 < mostLanes) {
                const auto& rows = taken[static_cast<std::size_t>(lane)];
                if (std::find(rows.begin() + begin, rows.begin() + end + 1, true) == rows.begin() + end + 1)
                    break;
                ++lane;
            }
            auto& rows = taken[static_cast<std::size_t>(lane)];
            std::fill(rows.begin() + begin, rows.begin() + end + 1, true);
            for (const std::size_t link : trunk->links)
                layout_.links[link].lane = lane;
            layout_.lanes = std::max(layout_.lanes, lane + 1);
        }
    }

    const std::vector<Lineage>& lineages_;
    std::span<const std::uint32_t> articles_;
    std::vector<Edge> writing_, same_, sharing_, drawn_;
    std::vector<std::size_t> parent_;
    std::vector<std::vector<std::size_t>> children_, shared_; ///< shared: between the roots of families
    Sets together_;
    std::vector<std::size_t> boxOf_;
    int left_ = 0, right_ = 0; ///< the next free rows
    LineageLayout layout_;
};

} // namespace

LineageLayout layOutLineage(const compare::Comparison& comparison, std::span<const std::uint32_t> articles) {
    return Placing(comparison, articles).lay();
}

std::vector<std::uint32_t> articlesBehind(const compare::Comparison& comparison, const compare::Question& question) {
    std::vector<std::uint32_t> articles;
    for (const compare::QuestionClaim& claim : question.claims)
        articles.push_back(claim.article);
    const auto tidy = [&articles] {
        std::sort(articles.begin(), articles.end());
        articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    };
    tidy();
    const std::vector<Lineage>& lineages = comparison.lineage.get();
    std::vector<std::uint32_t> origins;
    for (const std::uint32_t article : articles) {
        const Lineage* nearest = nullptr;
        for (const std::uint32_t at : lineagesOf(comparison, article)) {
            const Lineage& lineage = lineages[at];
            if (lineage.b == article && lineage.kind != LineageKind::SharedSource &&
                (!nearest || closeness(lineage) > closeness(*nearest)))
                nearest = &lineage;
        }
        if (nearest)
            origins.push_back(nearest->a);
    }
    articles.insert(articles.end(), origins.begin(), origins.end());
    tidy();
    return articles;
}

} // namespace countercheck::ui
