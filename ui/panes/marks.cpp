// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/marks.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace countercheck::ui {

namespace {

constexpr int drawnLayers = 2;

/// Ranges that do not overlap, by where they begin.
class Lane {
public:
    /// The mark that lies in the way, or -1.
    [[nodiscard]] int inTheWay(Range range) const {
        auto after = byBegin_.lower_bound(range.end);
        if (after == byBegin_.begin())
            return -1;
        const auto& [begin, taken] = *--after;
        return taken.first > range.begin ? taken.second : -1;
    }
    void take(Range range, int mark) { byBegin_[range.begin] = {range.end, mark}; }

private:
    std::map<qsizetype, std::pair<qsizetype, int>> byBegin_;
};

void layMarks(std::vector<Mark>& marks) {
    std::vector<int> order(marks.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return gravity(marks[static_cast<std::size_t>(a)].status) < gravity(marks[static_cast<std::size_t>(b)].status);
    });
    std::array<Lane, drawnLayers> lanes;
    for (const int index : order) {
        Mark& mark = marks[static_cast<std::size_t>(index)];
        if (!mark.status && !mark.person)
            continue; // drawn only while it is pointed at or selected
        // One underlay does for all that say the same of the same words: a second line would look like a contradiction.
        const auto same = [&](const Lane& lane) {
            const int other = lane.inTheWay(mark.range);
            return other >= 0 && marks[static_cast<std::size_t>(other)].range == mark.range &&
                   marks[static_cast<std::size_t>(other)].status == mark.status;
        };
        if (std::any_of(lanes.begin(), lanes.end(), same)) {
            mark.layer = drawnLayers;
            continue;
        }
        int layer = 0;
        while (layer < drawnLayers && lanes[static_cast<std::size_t>(layer)].inTheWay(mark.range) >= 0)
            ++layer;
        mark.layer = layer;
        if (layer < drawnLayers)
            lanes[static_cast<std::size_t>(layer)].take(mark.range, index);
        else
            ++marks[static_cast<std::size_t>(lanes[0].inTheWay(mark.range))].more;
    }
}

} // namespace

int gravity(std::optional<compare::RelationKind> status) {
    return status ? static_cast<int>(*status) : static_cast<int>(compare::RelationKind::Agreement) + 1;
}

std::optional<compare::RelationKind> statusOfClaim(const compare::Question& question, std::uint32_t claim) {
    std::optional<compare::RelationKind> gravest;
    for (const compare::Relation& relation : question.relations) {
        if ((relation.a == claim || relation.b == claim) && gravity(relation.kind) < gravity(gravest))
            gravest = relation.kind;
    }
    return gravest;
}

std::vector<Mark> marksOf(const compare::Comparison& comparison, std::span<const ClaimIndex::Claim> claims,
                          const ArticleView& view) {
    std::vector<Mark> marks;
    marks.reserve(claims.size());
    const auto& questions = comparison.questions.get();
    for (const ClaimIndex::Claim& at : claims) {
        const compare::Question& question = questions[at.question];
        const compare::QuestionClaim& claim = question.claims.get()[at.claim];
        const Range range = view.shown(claim.words);
        if (range.empty())
            continue;
        Mark mark;
        mark.question = static_cast<int>(at.question);
        mark.claim = static_cast<int>(at.claim);
        mark.status = statusOfClaim(question, at.claim);
        mark.range = range;
        mark.person = !claim.person.empty();
        marks.push_back(mark);
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        if (a.range.begin != b.range.begin)
            return a.range.begin < b.range.begin;
        return gravity(a.status) < gravity(b.status);
    });
    layMarks(marks);
    return marks;
}

std::vector<int> marksAt(const std::vector<Mark>& marks, qsizetype at) {
    std::vector<int> found;
    for (std::size_t i = 0; i < marks.size() && marks[i].range.begin <= at; ++i) {
        if (marks[i].range.contains(at))
            found.push_back(static_cast<int>(i));
    }
    std::stable_sort(found.begin(), found.end(), [&](int a, int b) {
        return gravity(marks[static_cast<std::size_t>(a)].status) < gravity(marks[static_cast<std::size_t>(b)].status);
    });
    return found;
}

} // namespace countercheck::ui
