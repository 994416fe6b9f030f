// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/shaping.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace countercheck::dossier {

using compare::Question;

namespace {

constexpr std::uint8_t absent = 255;
constexpr int grave = 5; ///< how many gravities there are
constexpr int classes = grave * grave * (grave + 1);
static_assert(classes < absent);

/// By the gravity after joining; those that are equal in it by the one before, then by that of the question as it was
/// moved, then by number. What a correction added was not moved and comes behind.
std::uint8_t classOf(const Question* moved, const Question* corrected, const Question* joined) {
    if (!joined || joined->claims.empty())
        return absent;
    return static_cast<std::uint8_t>((gravity(*joined) * grave + gravity(corrected ? *corrected : *joined)) *
                                         (grave + 1) +
                                     (moved ? gravity(*moved) : grave));
}

bool same(const QuestionKey& a, const QuestionKey& b) {
    return a == b;
}
bool same(const HistoryLine& a, const HistoryLine& b) {
    return a.record == b.record && a.stamp == b.stamp && a.text == b.text && a.question == b.question;
}
template <class T> bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& x, const T& y) { return same(x, y); });
}
/// The keys that stand otherwise in the one than in the other, or in the one alone.
template <class Map> void addDiffering(const Map& one, const Map& other, std::set<QuestionKey>& keys) {
    for (const auto& [key, value] : one)
        if (const auto found = other.find(key); found == other.end() || !same(found->second, value))
            keys.insert(key);
}

std::vector<std::uint32_t> sortedOnce(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<Placed> inOrder(const std::map<std::uint64_t, CorrectionEntry>& corrections) {
    std::vector<Placed> placed;
    placed.reserve(corrections.size());
    for (const auto& [record, entry] : corrections)
        placed.push_back({RecordId{record}, entry.line.stamp, entry.correction, false});
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { // not by number: after a
        return std::tie(a.stamp.at, a.stamp.by, a.correction.text) < // merge these are only this copy's
               std::tie(b.stamp.at, b.stamp.by, b.correction.text);
    });
    return placed;
}

} // namespace

/// What is being shaped: questions as they were moved, with what is changed of them on top.
class Shaping::Layer : public Changeable {
public:
    using Below = std::function<const Question*(std::uint32_t)>;
    Layer(const Shaping& shaping, Below below)
        : shaping_(shaping), below_(std::move(below)), size_(shaping.engines()) {}

    [[nodiscard]] const Question* at(std::uint32_t number) const override {
        const auto found = changed.find(number);
        const Question* question = found == changed.end() ? below(number) : &found->second;
        return question && !question->claims.empty() ? question : nullptr;
    }
    [[nodiscard]] const Question* below(std::uint32_t number) const {
        return number < shaping_.engines() ? below_(number) : nullptr;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const override {
        return shaping_.numberOf(key, *this, added);
    }
    [[nodiscard]] std::vector<std::uint32_t> holding(std::uint32_t article) const override {
        std::vector<std::uint32_t> numbers;
        shaping_.holdingBelow(article, numbers);
        for (const auto& [number, question] : changed)
            numbers.push_back(number);
        return sortedOnce(std::move(numbers));
    }
    [[nodiscard]] std::optional<std::uint32_t> place(const ArticleId& article) const override {
        return shaping_.placeOf(article);
    }
    Question& edit(std::uint32_t number) override {
        const auto found = changed.find(number);
        return found != changed.end() ? found->second : changed.emplace(number, *below(number)).first->second;
    }
    std::uint32_t add(Question question) override {
        added.emplace(question.key, size_);
        changed.emplace(size_, std::move(question));
        return size_++;
    }
    [[nodiscard]] std::uint32_t size() const { return size_; }

    std::map<std::uint32_t, Question> changed;
    std::unordered_map<std::string, std::uint32_t> added;

private:
    const Shaping& shaping_;
    const Below below_;
    std::uint32_t size_;
};

/// Questions as they stand, corrected and not joined.
class Shaping::Standing : public Asked {
public:
    explicit Standing(const Shaping& shaping) : shaping_(shaping) {}
    [[nodiscard]] const Question* at(std::uint32_t number) const override {
        const auto found = shaping_.beforeJoin_.find(number);
        return found == shaping_.beforeJoin_.end() ? shaping_.standing(number) : &found->second;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& key) const override {
        return shaping_.numberOf(key, *this, shaping_.added_);
    }
    [[nodiscard]] std::vector<std::uint32_t> holding(std::uint32_t article) const override {
        std::vector<std::uint32_t> numbers;
        shaping_.holdingBelow(article, numbers);
        for (const auto& [number, question] : shaping_.bases_)
            numbers.push_back(number);
        for (const auto& [key, number] : shaping_.added_)
            numbers.push_back(number);
        return sortedOnce(std::move(numbers));
    }
    [[nodiscard]] std::optional<std::uint32_t> place(const ArticleId& article) const override {
        return shaping_.placeOf(article);
    }

private:
    const Shaping& shaping_;
};

/// The question of a key: the engine's, where it is among those asked, or one that corrections added.
std::optional<std::uint32_t> Shaping::numberOf(const std::string& key, const Asked& among,
                                               const std::unordered_map<std::string, std::uint32_t>& added) const {
    if (const auto found = number_.find(key); found != number_.end() && among.at(found->second))
        return found->second;
    const auto found = added.find(key);
    return found == added.end() ? std::nullopt : std::optional(found->second);
}

void Shaping::setResults(compare::Comparison results, std::vector<ArticleId> cover) {
    results_ = std::move(results);
    cover_ = std::move(cover);
    coverPlace_.clear();
    coverPlace_.reserve(cover_.size());
    for (std::uint32_t i = 0; i < cover_.size(); ++i)
        coverPlace_.emplace(cover_[i].sha256, i);
    number_.clear();
    number_.reserve(engines());
    for (std::uint32_t i = 0; i < engines(); ++i)
        number_.emplace(std::as_const(results_).questions[i].key, i);
    begins_.clear();
    held_.clear();
    to_.clear();
    bases_.clear();
    beforeJoin_.clear();
    added_.clear();
}

/// Which questions each covered article answers.
void Shaping::indexResults() const {
    if (!begins_.empty() || cover_.empty())
        return;
    begins_.assign(cover_.size() + 1, 0);
    const auto& questions = std::as_const(results_).questions.get();
    for (int pass = 0; pass < 2; ++pass) {
        for (std::uint32_t number = 0; number < questions.size(); ++number) {
            std::uint32_t last = none; // claims stand in order of their articles
            for (const auto& claim : questions[number].claims.get()) {
                if (claim.article == last || claim.article >= cover_.size())
                    continue;
                last = claim.article;
                if (pass == 0)
                    ++begins_[claim.article + 1];
                else
                    held_[begins_[claim.article]++] = number;
            }
        }
        if (pass == 0) {
            std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
            held_.resize(begins_.back());
        }
    }
    // The second pass has moved each beginning to its end.
    begins_.insert(begins_.begin(), 0);
    begins_.pop_back();
}

/// Where the compared articles are, and which were never compared.
void Shaping::moveArticles(const std::vector<Article>& articles, Moves& to) {
    to.assign(cover_.size(), std::nullopt);
    from_.assign(articles.size(), none);
    uncovered_.clear();
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        std::uint32_t covered = none;
        if (next < cover_.size() && cover_[next] == articles[i].id)
            covered = next;
        else if (const auto found = coverPlace_.find(articles[i].id.sha256); found != coverPlace_.end())
            covered = found->second;
        if (covered == none) {
            uncovered_.emplace(articles[i].id.sha256, i);
            continue;
        }
        to[covered] = i;
        from_[i] = covered;
        next = covered + 1;
    }
}

std::optional<std::uint32_t> Shaping::placeOf(const ArticleId& article) const {
    if (const auto found = coverPlace_.find(article.sha256); found != coverPlace_.end())
        return to_[found->second];
    const auto found = uncovered_.find(article.sha256);
    return found == uncovered_.end() ? std::nullopt : std::optional(found->second);
}

void Shaping::holdingBelow(std::uint32_t article, std::vector<std::uint32_t>& numbers) const {
    const std::uint32_t covered = article < from_.size() ? from_[article] : none;
    if (covered == none)
        return;
    indexResults();
    numbers.insert(numbers.end(), held_.begin() + begins_[covered], held_.begin() + begins_[covered + 1]);
}

const Question* Shaping::standing(std::uint32_t number) const {
    return number < place_.size() && place_[number] != none ? &now_.questions[place_[number]] : nullptr;
}

std::optional<QuestionKey> Shaping::home(const std::vector<Article>& articles, const QuestionKey& key,
                                         const std::vector<ClaimAnchor>& anchors) const {
    const Standing standing(*this);
    const auto number = findAsked(standing, articles, key, anchors);
    if (!number)
        return std::nullopt;
    const QuestionKey here{standing.at(*number)->key};
    const auto into = joinedInto_.find(here);
    return into == joinedInto_.end() ? here : into->second;
}

void Shaping::append(const ArticleId& article) {
    const auto place = static_cast<std::uint32_t>(from_.size());
    from_.push_back(none);
    uncovered_.emplace(article.sha256, place);
    if (results_.origin.empty())
        return;
    const auto most = [](const std::vector<std::uint32_t>& groups) {
        return groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end());
    };
    now_.origin.push_back(std::max(most(results_.origin), most(now_.origin)) + 1); // one more
}

void Shaping::shapeOrigins() {
    now_.origin.clear();
    if (results_.origin.empty())
        return;
    auto fresh = *std::max_element(results_.origin.begin(), results_.origin.end());
    now_.origin.reserve(from_.size());
    for (const std::uint32_t covered : from_)
        now_.origin.push_back(covered == none || covered >= results_.origin.size() ? ++fresh
                                                                                   : results_.origin[covered]);
}

void Shaping::shapeLineage(const Moves& was, bool afresh) {
    const auto changed = [&](const Moves& one, const Moves& other) {
        return std::any_of(results_.lineage.get().begin(), results_.lineage.get().end(), [&](const auto& lineage) {
            return one[lineage.a] != other[lineage.a] || one[lineage.b] != other[lineage.b];
        });
    };
    if (!afresh && !changed(was, to_))
        return;
    if (std::all_of(results_.lineage.get().begin(), results_.lineage.get().end(),
                    [&](const auto& one) { return to_[one.a] == one.a && to_[one.b] == one.b; })) {
        now_.lineage = results_.lineage;
        return;
    }
    std::vector<compare::Lineage> lineage;
    for (const auto& old : std::as_const(results_).lineage) {
        if (!to_[old.a] || !to_[old.b])
            continue;
        compare::Lineage one = old;
        one.a = *to_[old.a];
        one.b = *to_[old.b];
        lineage.push_back(std::move(one));
    }
    now_.lineage = std::move(lineage);
}

void Shaping::shapeMisses() {
    now_.nearMisses = results_.nearMisses;
    if (!gone_.empty())
        std::erase_if(now_.nearMisses.edit(),
                      [this](const auto& miss) { return gone_.contains(miss.keyA) || gone_.contains(miss.keyB); });
}

/// The articles on which corrections and joins look for their claims.
void Shaping::noteNamed(const Ledger& ledger) {
    named_.clear();
    const auto all = [this](const std::vector<ClaimAnchor>& anchors) {
        for (const auto& anchor : anchors)
            named_.insert(anchor.article.sha256);
    };
    for (const auto& [record, entry] : ledger.corrections) {
        all(entry.correction.anchors);
        all(entry.correction.claims);
        for (const auto& article : entry.correction.articles)
            named_.insert(article.sha256);
    }
    for (const auto& [record, group] : ledger.joins)
        for (const auto& member : group.members)
            all(member.anchors);
}

struct Shaping::Joins {
    std::vector<std::vector<std::uint32_t>> groups; ///< the leading one first
    std::map<QuestionKey, QuestionKey> into;
    std::map<QuestionKey, std::vector<HistoryLine>> lines;
};

/// Union of the groups' questions; the leader is the question named first in the oldest group.
Shaping::Joins Shaping::findJoins(const Ledger& ledger, const Layer& layer) const {
    Joins joins;
    std::map<std::uint32_t, std::uint32_t> leader;
    const auto leaderOf = [&](std::uint32_t question) {
        auto found = leader.find(question);
        while (found != leader.end() && found->second != question) {
            question = found->second;
            found = leader.find(question);
        }
        return question;
    };
    std::vector<std::uint32_t> order;
    std::vector<std::pair<std::uint32_t, const HistoryLine*>> lines;
    std::vector<std::pair<QuestionKey, std::uint32_t>> names;
    std::vector<const JoinGroup*> byTime; // after a merge the numbers are only this copy's
    for (const auto& [record, group] : ledger.joins)
        byTime.push_back(&group);
    std::stable_sort(byTime.begin(), byTime.end(), [](const JoinGroup* a, const JoinGroup* b) {
        return std::tie(a->line.stamp.at, a->line.stamp.by, a->line.text) <
               std::tie(b->line.stamp.at, b->line.stamp.by, b->line.text);
    });
    for (const JoinGroup* group : byTime) {
        std::optional<std::uint32_t> first;
        for (const auto& member : group->members) {
            const auto question = findAsked(layer, ledger.articles.get(), member.key, member.anchors);
            if (!question)
                continue;
            names.emplace_back(member.key, *question);
            if (leader.emplace(*question, *question).second)
                order.push_back(*question);
            if (!first)
                first = leaderOf(*question);
            else
                leader[leaderOf(*question)] = *first;
        }
        if (first)
            lines.emplace_back(*first, &group->line);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (const auto question : order) {
        auto& group = members[leaderOf(question)];
        if (question == leaderOf(question))
            group.insert(group.begin(), question);
        else
            group.push_back(question);
    }
    const auto keyOf = [&](std::uint32_t question) { return QuestionKey{layer.at(question)->key}; };
    for (auto& [first, group] : members) {
        if (group.size() < 2)
            continue;
        for (std::size_t i = 1; i < group.size(); ++i)
            joins.into[keyOf(group[i])] = keyOf(first);
        joins.groups.push_back(std::move(group));
    }
    for (const auto& [key, question] : names) // a key that a re-reading changed still leads there
        if (const auto now = keyOf(leaderOf(question)); key != now && !layer.find(key.value))
            joins.into[key] = now;
    for (const auto& [question, line] : lines)
        if (!joins.into.empty() && members.contains(leaderOf(question)))
            joins.lines[keyOf(leaderOf(question))].push_back(*line);
    return joins;
}

Shaping::Touched Shaping::update(const Ledger& ledger, bool afresh) {
    const auto& articles = ledger.articles.get();
    noteNamed(ledger);
    std::vector<Placed> corrections = inOrder(ledger.corrections);
    const bool lineageCorrected = std::any_of(corrections.begin(), corrections.end(), [](const Placed& one) {
        return one.correction.kind == CorrectionKind::Lineage;
    });
    bool all = afresh || lineageCorrected || lineageCorrected_;
    const Moves was = std::exchange(to_, {});
    moveArticles(articles, to_);
    const bool wasUsed = was.size() == to_.size() && !all;
    const bool asCompared = [&] {
        for (std::uint32_t i = 0; i < to_.size(); ++i)
            if (to_[i] != i)
                return false;
        return true;
    }();

    // Which of the engine's questions have articles that moved?
    std::vector<std::uint32_t> touched;
    if (wasUsed) {
        indexResults();
        std::size_t moves = 0;
        for (std::uint32_t i = 0; i < to_.size(); ++i)
            moves += was[i] != to_[i] ? 1 : 0;
        all = moves * 2 > to_.size();
        for (std::uint32_t i = 0; i < to_.size() && !all; ++i)
            if (was[i] != to_[i])
                touched.insert(touched.end(), held_.begin() + begins_[i], held_.begin() + begins_[i + 1]);
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    } else {
        all = true;
    }
    shapeOrigins();
    shapeLineage(was, !wasUsed || lineageCorrected);

    // The same questions with their articles moved.
    const auto& engines = std::as_const(results_).questions.get();
    std::vector<Question> movedAll;
    std::unordered_map<std::uint32_t, Question> movedSome;
    if (all && !asCompared) {
        movedAll.reserve(engines.size());
        for (const Question& question : engines)
            movedAll.push_back(moved(question, to_, now_.origin));
    } else if (!all) {
        for (const std::uint32_t number : touched)
            movedSome.emplace(number, moved(engines[number], to_, now_.origin));
    }
    work_ += all ? engines.size() : touched.size();
    const Layer::Below below = [&](std::uint32_t number) -> const Question* {
        if (all)
            return asCompared ? &engines[number] : &movedAll[number];
        if (const auto found = movedSome.find(number); found != movedSome.end())
            return &found->second;
        if (const auto found = bases_.find(number); found != bases_.end())
            return &found->second;
        return standing(number);
    };

    // Corrections, then joins.
    Layer layer(*this, below);
    if (correct(layer, now_.lineage, now_.origin, corrections, articles, relate_).lineage && !now_.origin.empty()) {
        for (std::uint32_t number = 0; number < layer.size(); ++number)
            if (const Question* question = layer.at(number))
                if (const auto origins = originsOf(*question, now_.origin); origins != question->origins)
                    layer.edit(number).origins = origins;
    }
    Joins joins = findJoins(ledger, layer);
    std::map<std::uint32_t, Question> joinedTo, beforeJoin;
    std::set<std::uint32_t> joinedAway;
    for (const auto& group : joins.groups) {
        Question into = *layer.at(group.front());
        beforeJoin.emplace(group.front(), into);
        for (std::size_t i = 1; i < group.size(); ++i) {
            beforeJoin.emplace(group[i], *layer.at(group[i]));
            joinInto(into, *layer.at(group[i]), articles, relate_);
            joinedAway.insert(group[i]);
        }
        if (!now_.origin.empty())
            into.origins = originsOf(into, now_.origin);
        putInOrder(into);
        joinedTo.emplace(group.front(), std::move(into));
    }
    const auto shaped = [&](std::uint32_t number) -> const Question* {
        if (joinedAway.contains(number))
            return nullptr;
        const auto found = joinedTo.find(number);
        return found == joinedTo.end() ? layer.at(number) : &found->second;
    };

    // What is not as it was.
    std::map<std::uint32_t, Question> bases;
    const auto keepBase = [&](std::uint32_t number) {
        if (number < engines.size() && !bases.contains(number))
            if (const Question* base = layer.below(number))
                bases.emplace(number, *base);
    };
    for (const auto& [number, question] : layer.changed)
        keepBase(number);
    for (const auto& [number, question] : beforeJoin)
        keepBase(number);
    std::vector<std::uint32_t> dirty = std::move(touched);
    if (!all) {
        for (const auto* known : {&bases_, &bases})
            for (const auto& [number, question] : *known)
                dirty.push_back(number);
        for (auto number = static_cast<std::uint32_t>(engines.size());
             number < std::max<std::size_t>(place_.size(), layer.size()); ++number)
            dirty.push_back(number);
        std::sort(dirty.begin(), dirty.end());
        dirty.erase(std::unique(dirty.begin(), dirty.end()), dirty.end());
    }
    Touched result;
    result.all = all;
    const auto note = [&](const Question* question) {
        if (question)
            result.keys.insert({question->key});
    };
    // Results that nobody shaped stay in the engine's order, even if it were another.
    const bool asGiven = asCompared && layer.changed.empty() && joinedTo.empty();
    bool sameOrder = !all && !asGiven && inOrder_ && class_.size() == layer.size() && layer.added == added_;
    std::vector<std::uint8_t> fresh = all ? std::vector<std::uint8_t>(layer.size(), absent) : class_;
    fresh.resize(layer.size(), absent);
    const auto reckon = [&](std::uint32_t number) {
        const Question* corrected = layer.at(number);
        fresh[number] = classOf(layer.below(number), corrected, shaped(number));
        if (number < engines.size()) {
            if (const Question* base = layer.below(number); base && !base->claims.empty())
                gone_.erase(engines[number].key);
            else
                gone_.insert(engines[number].key);
        }
    };
    const std::size_t goneBefore = gone_.size();
    bool missesChange = all;
    if (all) {
        gone_.clear();
        for (std::uint32_t number = 0; number < layer.size(); ++number)
            reckon(number);
    }
    std::vector<std::pair<std::uint32_t, const Question*>> patches;
    if (!all) {
        for (const std::uint32_t number : dirty) {
            note(standing(number));
            if (number >= layer.size())
                continue;
            const bool wasGone = number < engines.size() && gone_.contains(engines[number].key);
            reckon(number);
            missesChange = missesChange || (number < engines.size() && wasGone != gone_.contains(engines[number].key));
            note(shaped(number));
            sameOrder = sameOrder && fresh[number] == class_[number];
            patches.emplace_back(number, shaped(number));
        }
    }
    if (missesChange || goneBefore != gone_.size())
        shapeMisses();

    if (sameOrder) {
        std::vector<std::pair<std::uint32_t, Question>> put; // copies: what they are taken from may move
        for (const auto& [number, question] : patches)
            if (question && question != standing(number))
                put.emplace_back(place_[number], *question);
        if (!put.empty()) {
            auto& questions = now_.questions.edit();
            for (auto& [place, question] : put)
                questions[place] = std::move(question);
        }
    } else {
        std::vector<std::uint32_t> order, place(layer.size(), none);
        if (asGiven) {
            order.resize(layer.size());
            std::iota(order.begin(), order.end(), 0U);
            place = order;
            inOrder_ = std::is_sorted(fresh.begin(), fresh.end());
        } else {
            std::array<std::uint32_t, classes + 1> begin{};
            for (const std::uint8_t one : fresh)
                if (one != absent)
                    ++begin[one + 1u];
            std::partial_sum(begin.begin(), begin.end(), begin.begin());
            order.resize(begin.back());
            for (std::uint32_t number = 0; number < layer.size(); ++number)
                if (fresh[number] != absent) {
                    place[number] = begin[fresh[number]];
                    order[begin[fresh[number]]++] = number;
                }
            inOrder_ = true;
        }
        const bool sameKeys = !afresh && place == place_ && layer.added == added_;
        if (asGiven) {
            now_.questions = results_.questions;
        } else {
            std::vector<Question> questions;
            questions.reserve(order.size());
            for (const std::uint32_t number : order) {
                // What was made for this alone is not copied once more.
                if (all && !asCompared && number < engines.size() && !layer.changed.contains(number) &&
                    !joinedTo.contains(number))
                    questions.push_back(std::move(movedAll[number]));
                else
                    questions.push_back(*shaped(number));
            }
            now_.questions = std::move(questions);
        }
        place_ = std::move(place);
        if (!sameKeys) {
            auto index = std::make_shared<Index>();
            index->reserve(order.size());
            const auto& questions = std::as_const(now_).questions.get();
            for (std::uint32_t i = 0; i < questions.size(); ++i)
                index->emplace(questions[i].key, i);
            index_ = std::move(index);
        }
    }
    class_ = std::move(fresh);

    addDiffering(joinedInto_, joins.into, result.keys);
    addDiffering(joins.into, joinedInto_, result.keys);
    addDiffering(joinLines_, joins.lines, result.keys);
    addDiffering(joins.lines, joinLines_, result.keys);
    std::map<QuestionKey, std::vector<QuestionKey>> joinedHere;
    for (const auto& [from, into] : joins.into)
        joinedHere[into].push_back(from);
    addDiffering(joinedHere_, joinedHere, result.keys);
    addDiffering(joinedHere, joinedHere_, result.keys);
    joinedHere_ = std::move(joinedHere);
    joinedInto_ = std::move(joins.into);
    joinLines_ = std::move(joins.lines);
    bases_ = std::move(bases);
    beforeJoin_ = std::move(beforeJoin);
    added_ = std::move(layer.added);
    corrections_ = std::move(corrections);
    lineageCorrected_ = lineageCorrected;
    return result;
}

} // namespace countercheck::dossier
