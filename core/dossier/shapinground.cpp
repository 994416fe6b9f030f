// SPDX-License-Identifier: GPL-3.0-or-later
// One update of the shaped questions, step by step: articles move, corrections are put on top, questions are joined,
// and what is not as it was takes its place among the rest.
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

void sortOnce(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
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
        sortOnce(numbers);
        return numbers;
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

/// One update: its steps, in the order in which they are taken, and what they know of each other.
class Shaping::Round {
public:
    Round(Shaping& shaping, const Ledger& ledger, bool afresh);
    Touched run();

private:
    void moveArticles();
    void moveQuestions();
    void correctQuestions();
    void joinQuestions();
    void keepBases();
    void findDirty();
    void reckonAll();
    void reckonDirty();
    void patch();
    void putInPlace();
    void noteJoins();

    [[nodiscard]] const Question* below(std::uint32_t number) const;
    [[nodiscard]] const Question* shaped(std::uint32_t number) const;
    void reckon(std::uint32_t number);
    void note(const Question* question);
    std::vector<std::uint32_t> orderByClass(std::vector<std::uint32_t>& place) const;
    std::vector<Question> questionsIn(const std::vector<std::uint32_t>& order);
    void indexQuestions();

    Shaping& shaping_;
    const Ledger& ledger_;
    const std::vector<Article>& articles_;
    const std::vector<Question>& engines_;
    const bool afresh_;
    std::vector<Placed> corrections_;
    const bool lineageCorrected_;
    bool all_;                ///< all questions are shaped again
    bool asCompared_ = false; ///< articles stand where they stood when they were compared

    std::vector<std::uint32_t> touched_; ///< the engine's questions that have articles that moved
    std::vector<Question> movedAll_;     ///< the same with their articles moved
    std::unordered_map<std::uint32_t, Question> movedSome_;
    Layer layer_;
    Joins joins_;
    std::map<std::uint32_t, Question> joinedTo_, beforeJoin_, bases_;
    std::set<std::uint32_t> joinedAway_;

    std::vector<std::uint32_t> dirty_; ///< what is perhaps not as it was
    bool asGiven_ = false;             ///< results that nobody shaped
    bool sameOrder_ = false;
    std::vector<std::uint8_t> fresh_; ///< number → how it is put in order now
    std::vector<std::pair<std::uint32_t, const Question*>> patches_;
    Touched result_;
};

Shaping::Round::Round(Shaping& shaping, const Ledger& ledger, bool afresh)
    : shaping_(shaping), ledger_(ledger), articles_(ledger.articles.get()),
      engines_(std::as_const(shaping.results_).questions.get()), afresh_(afresh),
      corrections_(inOrder(ledger.corrections)),
      lineageCorrected_(std::any_of(corrections_.begin(), corrections_.end(),
                                    [](const Placed& one) { return one.correction.kind == CorrectionKind::Lineage; })),
      all_(afresh || lineageCorrected_ || shaping.lineageCorrected_),
      layer_(shaping, [this](std::uint32_t number) { return below(number); }) {}

Shaping::Touched Shaping::update(const Ledger& ledger, bool afresh) {
    noteNamed(ledger);
    return Round(*this, ledger, afresh).run();
}

Shaping::Touched Shaping::Round::run() {
    moveArticles();
    moveQuestions();
    correctQuestions();
    joinQuestions();
    keepBases();
    findDirty();
    result_.all = all_;
    // Results that nobody shaped stay in the engine's order, even if it were another.
    asGiven_ = asCompared_ && layer_.changed.empty() && joinedTo_.empty();
    if (all_)
        reckonAll();
    else
        reckonDirty();
    if (sameOrder_)
        patch();
    else
        putInPlace();
    shaping_.class_ = std::move(fresh_);
    noteJoins();
    shaping_.bases_ = std::move(bases_);
    shaping_.beforeJoin_ = std::move(beforeJoin_);
    shaping_.added_ = std::move(layer_.added);
    shaping_.corrections_ = std::move(corrections_);
    shaping_.lineageCorrected_ = lineageCorrected_;
    return std::move(result_);
}

/// Which of the engine's questions have articles that moved?
void Shaping::Round::moveArticles() {
    Moves& to = shaping_.to_;
    const Moves was = std::exchange(to, {});
    shaping_.moveArticles(articles_, to);
    const bool wasUsed = was.size() == to.size() && !all_;
    asCompared_ = [&] {
        for (std::uint32_t i = 0; i < to.size(); ++i)
            if (to[i] != i)
                return false;
        return true;
    }();
    if (wasUsed) {
        shaping_.indexResults();
        const auto& begins = shaping_.begins_;
        const auto held = shaping_.held_.begin();
        std::size_t moves = 0;
        for (std::uint32_t i = 0; i < to.size(); ++i)
            moves += was[i] != to[i] ? 1 : 0;
        all_ = moves * 2 > to.size();
        for (std::uint32_t i = 0; i < to.size() && !all_; ++i)
            if (was[i] != to[i])
                touched_.insert(touched_.end(), held + begins[i], held + begins[i + 1]);
        sortOnce(touched_);
    } else {
        all_ = true;
    }
    shaping_.shapeOrigins();
    shaping_.shapeLineage(was, !wasUsed || lineageCorrected_);
}

/// The same questions with their articles moved.
void Shaping::Round::moveQuestions() {
    const auto& origin = shaping_.now_.origin;
    if (all_ && !asCompared_) {
        movedAll_.reserve(engines_.size());
        for (const Question& question : engines_)
            movedAll_.push_back(moved(question, shaping_.to_, origin));
    } else if (!all_) {
        for (const std::uint32_t number : touched_)
            movedSome_.emplace(number, moved(engines_[number], shaping_.to_, origin));
    }
    shaping_.work_ += all_ ? engines_.size() : touched_.size();
}

const Question* Shaping::Round::below(std::uint32_t number) const {
    if (all_)
        return asCompared_ ? &engines_[number] : &movedAll_[number];
    if (const auto found = movedSome_.find(number); found != movedSome_.end())
        return &found->second;
    if (const auto found = shaping_.bases_.find(number); found != shaping_.bases_.end())
        return &found->second;
    return shaping_.standing(number);
}

void Shaping::Round::correctQuestions() {
    auto& now = shaping_.now_;
    const auto corrected = correct(layer_, now.lineage, now.origin, corrections_, articles_, shaping_.relate_);
    if (!corrected.lineage || now.origin.empty())
        return;
    for (std::uint32_t number = 0; number < layer_.size(); ++number)
        if (const Question* question = layer_.at(number))
            if (const auto origins = originsOf(*question, now.origin); origins != question->origins)
                layer_.edit(number).origins = origins;
}

void Shaping::Round::joinQuestions() {
    joins_ = shaping_.findJoins(ledger_, layer_);
    const auto& origin = shaping_.now_.origin;
    for (const auto& group : joins_.groups) {
        Question into = *layer_.at(group.front());
        beforeJoin_.emplace(group.front(), into);
        for (std::size_t i = 1; i < group.size(); ++i) {
            beforeJoin_.emplace(group[i], *layer_.at(group[i]));
            joinInto(into, *layer_.at(group[i]), articles_, shaping_.relate_);
            joinedAway_.insert(group[i]);
        }
        if (!origin.empty())
            into.origins = originsOf(into, origin);
        putInOrder(into);
        joinedTo_.emplace(group.front(), std::move(into));
    }
}

const Question* Shaping::Round::shaped(std::uint32_t number) const {
    if (joinedAway_.contains(number))
        return nullptr;
    const auto found = joinedTo_.find(number);
    return found == joinedTo_.end() ? layer_.at(number) : &found->second;
}

void Shaping::Round::keepBases() {
    const auto keepBase = [&](std::uint32_t number) {
        if (number < engines_.size() && !bases_.contains(number))
            if (const Question* base = layer_.below(number))
                bases_.emplace(number, *base);
    };
    for (const auto& [number, question] : layer_.changed)
        keepBase(number);
    for (const auto& [number, question] : beforeJoin_)
        keepBase(number);
}

/// What is not as it was.
void Shaping::Round::findDirty() {
    dirty_ = std::move(touched_);
    if (all_)
        return;
    for (const auto* known : {&shaping_.bases_, &bases_})
        for (const auto& [number, question] : *known)
            dirty_.push_back(number);
    for (auto number = static_cast<std::uint32_t>(engines_.size());
         number < std::max<std::size_t>(shaping_.place_.size(), layer_.size()); ++number)
        dirty_.push_back(number);
    sortOnce(dirty_);
}

void Shaping::Round::reckon(std::uint32_t number) {
    const Question* corrected = layer_.at(number);
    fresh_[number] = classOf(layer_.below(number), corrected, shaped(number));
    if (number >= engines_.size())
        return;
    if (const Question* base = layer_.below(number); base && !base->claims.empty())
        shaping_.gone_.erase(engines_[number].key);
    else
        shaping_.gone_.insert(engines_[number].key);
}

void Shaping::Round::reckonAll() {
    fresh_.assign(layer_.size(), absent);
    shaping_.gone_.clear();
    for (std::uint32_t number = 0; number < layer_.size(); ++number)
        reckon(number);
    shaping_.shapeMisses();
}

void Shaping::Round::reckonDirty() {
    const auto& was = shaping_.class_;
    sameOrder_ = !asGiven_ && shaping_.inOrder_ && was.size() == layer_.size() && layer_.added == shaping_.added_;
    fresh_ = was;
    fresh_.resize(layer_.size(), absent);
    const auto gone = [&](std::uint32_t number) {
        return number < engines_.size() && shaping_.gone_.contains(engines_[number].key);
    };
    bool missesChange = false;
    for (const std::uint32_t number : dirty_) {
        note(shaping_.standing(number));
        if (number >= layer_.size())
            continue;
        const bool wasGone = gone(number);
        reckon(number);
        missesChange = missesChange || wasGone != gone(number);
        note(shaped(number));
        sameOrder_ = sameOrder_ && fresh_[number] == was[number];
        patches_.emplace_back(number, shaped(number));
    }
    if (missesChange)
        shaping_.shapeMisses();
}

void Shaping::Round::note(const Question* question) {
    if (question)
        result_.keys.insert({question->key});
}

/// The order stays: those that changed take the places of what they were.
void Shaping::Round::patch() {
    std::vector<std::pair<std::uint32_t, Question>> put; // copies: what they are taken from may move
    for (const auto& [number, question] : patches_)
        if (question && question != shaping_.standing(number))
            put.emplace_back(shaping_.place_[number], *question);
    if (put.empty())
        return;
    auto& questions = shaping_.now_.questions.edit();
    for (auto& [place, question] : put)
        questions[place] = std::move(question);
}

/// All are put in order.
void Shaping::Round::putInPlace() {
    std::vector<std::uint32_t> order, place;
    if (asGiven_) {
        order.resize(layer_.size());
        std::iota(order.begin(), order.end(), 0U);
        place = order;
    } else {
        order = orderByClass(place);
    }
    shaping_.inOrder_ = !asGiven_ || std::is_sorted(fresh_.begin(), fresh_.end());
    const bool sameKeys = !afresh_ && place == shaping_.place_ && layer_.added == shaping_.added_;
    if (asGiven_)
        shaping_.now_.questions = shaping_.results_.questions;
    else
        shaping_.now_.questions = questionsIn(order);
    shaping_.place_ = std::move(place);
    if (!sameKeys)
        indexQuestions();
}

/// `place`: number → place in that order, or none.
std::vector<std::uint32_t> Shaping::Round::orderByClass(std::vector<std::uint32_t>& place) const {
    place.assign(layer_.size(), none);
    std::array<std::uint32_t, classes + 1> begin{};
    for (const std::uint8_t one : fresh_)
        if (one != absent)
            ++begin[one + 1u];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> order(begin.back());
    for (std::uint32_t number = 0; number < layer_.size(); ++number)
        if (fresh_[number] != absent) {
            place[number] = begin[fresh_[number]];
            order[begin[fresh_[number]]++] = number;
        }
    return order;
}

std::vector<Question> Shaping::Round::questionsIn(const std::vector<std::uint32_t>& order) {
    std::vector<Question> questions;
    questions.reserve(order.size());
    for (const std::uint32_t number : order) {
        // What was made for this alone is not copied once more.
        if (all_ && !asCompared_ && number < engines_.size() && !layer_.changed.contains(number) &&
            !joinedTo_.contains(number))
            questions.push_back(std::move(movedAll_[number]));
        else
            questions.push_back(*shaped(number));
    }
    return questions;
}

void Shaping::Round::indexQuestions() {
    auto index = std::make_shared<Index>();
    const auto& questions = std::as_const(shaping_.now_).questions.get();
    index->reserve(questions.size());
    for (std::uint32_t i = 0; i < questions.size(); ++i)
        index->emplace(questions[i].key, i);
    shaping_.index_ = std::move(index);
}

/// What is joined otherwise than it was.
void Shaping::Round::noteJoins() {
    auto& keys = result_.keys;
    addDiffering(shaping_.joinedInto_, joins_.into, keys);
    addDiffering(joins_.into, shaping_.joinedInto_, keys);
    addDiffering(shaping_.joinLines_, joins_.lines, keys);
    addDiffering(joins_.lines, shaping_.joinLines_, keys);
    std::map<QuestionKey, std::vector<QuestionKey>> joinedHere;
    for (const auto& [from, into] : joins_.into)
        joinedHere[into].push_back(from);
    addDiffering(shaping_.joinedHere_, joinedHere, keys);
    addDiffering(joinedHere, shaping_.joinedHere_, keys);
    shaping_.joinedHere_ = std::move(joinedHere);
    shaping_.joinedInto_ = std::move(joins_.into);
    shaping_.joinLines_ = std::move(joins_.lines);
}

} // namespace countercheck::dossier
