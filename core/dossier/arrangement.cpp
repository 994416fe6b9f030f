// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/arrangement.h"

#include "core/dossier/increasing.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace countercheck::dossier {

namespace {

using Order = std::vector<std::uint32_t>;
constexpr auto nobody = Places::nowhere;

/// Which of them may stay while the others move: the most that stand in the order that they had.
std::vector<bool> staying(const Order& order) {
    std::vector<bool> stays(order.size());
    for (const std::size_t place : longestIncreasing(order))
        stays[order[place]] = true;
    return stays;
}

void writeMoves(logjson::Out& out, const std::vector<Article>& articles, const Order& order,
                const std::vector<bool>& stays) {
    out.key("moved");
    out.beginArray();
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (stays[order[i]])
            continue;
        out.beginObject();
        out.member("article", articles[order[i]].id.sha256);
        out.key("behind");
        if (i == 0)
            out.null();
        else
            out.string(articles[order[i - 1]].id.sha256);
        out.endObject();
    }
    out.endArray();
}

void writeReference(logjson::Out& out, const std::optional<ArticleId>& reference) {
    out.key("reference");
    if (reference)
        out.string(reference->sha256);
    else
        out.null();
}

template <class Members> std::string slot(Members members) {
    logjson::Out out;
    out.beginObject();
    out.key("arrangement");
    out.beginObject();
    members(out);
    out.endObject();
    out.endObject();
    return out.text();
}

std::string wholeSlot(const std::vector<Article>& articles, const Order& order, const std::vector<bool>& hidden,
                      const std::optional<ArticleId>& reference) {
    return slot([&](logjson::Out& out) {
        out.key("order");
        out.beginArray();
        for (const auto i : order)
            out.string(articles[i].id.sha256);
        out.endArray();
        out.key("hidden");
        out.beginArray();
        for (std::size_t i = 0; i < articles.size(); ++i)
            if (hidden[i])
                out.string(articles[i].id.sha256);
        out.endArray();
        writeReference(out, reference);
    });
}

/// The order after moves that are named; nothing when they cannot be read.
std::optional<Order> movedOrder(const logjson::Value& moves, const std::vector<Article>& articles) {
    if (!moves.IsArray())
        return std::nullopt;
    Places places(articles);
    const auto placeOf = [&](const logjson::Value& id) {
        return places.of(std::string_view(id.GetString(), id.GetStringLength()));
    };
    // A list in both directions; the last is the one before the first and behind the last.
    const auto count = static_cast<std::uint32_t>(articles.size());
    Order next(count + 1), previous(count + 1);
    for (std::uint32_t i = 0; i <= count; ++i) {
        next[i] = i == count ? 0 : i + 1;
        previous[i] = i == 0 ? count : i - 1;
    }
    for (const auto& move : moves.GetArray()) {
        const logjson::Value* article = logjson::member(move, "article");
        const logjson::Value* behind = logjson::member(move, "behind");
        if (!article || !article->IsString() || (behind && !behind->IsString()))
            return std::nullopt;
        const std::uint32_t one = placeOf(*article);
        const std::uint32_t other = behind ? placeOf(*behind) : count;
        if (one == nobody || other == nobody || one == other)
            continue;
        next[previous[one]] = next[one];
        previous[next[one]] = previous[one];
        next[one] = next[other];
        previous[one] = other;
        previous[next[other]] = one;
        next[other] = one;
    }
    Order order;
    order.reserve(count);
    for (std::uint32_t i = next[count]; i != count; i = next[i])
        order.push_back(i);
    return order;
}

/// The order of a record that names all.
std::optional<Order> wholeOrder(const logjson::Value& ids, const std::vector<Article>& articles) {
    if (!ids.IsArray())
        return std::nullopt;
    std::unordered_map<std::string_view, std::size_t> rank;
    for (const auto& id : ids.GetArray())
        if (id.IsString())
            rank.emplace(std::string_view(id.GetString(), id.GetStringLength()), rank.size());
    std::vector<std::size_t> ranks;
    Order order;
    for (const Article& article : articles) {
        const auto found = rank.find(article.id.sha256);
        ranks.push_back(found == rank.end() ? rank.size() : found->second);
        order.push_back(static_cast<std::uint32_t>(order.size()));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ranks[a] < ranks[b]; });
    return order;
}

} // namespace

std::uint32_t Places::of(std::string_view id) {
    constexpr int mostSearched = 8;
    const auto count = static_cast<std::uint32_t>(articles_.size());
    for (std::uint32_t ahead = next_; ahead < count && ahead < next_ + 2; ++ahead) // one may have been moved away
        if (articles_[ahead].id.sha256 == id) {
            next_ = ahead + 1;
            return ahead;
        }
    if (searched_ < mostSearched) {
        ++searched_;
        for (std::uint32_t i = 0; i < count; ++i)
            if (articles_[i].id.sha256 == id)
                return i;
        return nowhere;
    }
    if (index_.empty()) {
        index_.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i)
            index_.emplace(articles_[i].id.sha256, i);
    }
    const auto found = index_.find(id);
    return found == index_.end() ? nowhere : found->second;
}

std::optional<std::pair<std::string, std::string>> arrangementSlots(const std::vector<Article>& articles,
                                                                    const std::optional<ArticleId>& reference,
                                                                    const Arrange& wanted) {
    Places places(articles);
    const std::size_t count = articles.size();
    Order order, old;
    std::vector<bool> named(count), hidden(count), wasHidden(count);
    for (const auto& id : wanted.order)
        if (const auto found = places.of(id.sha256); found != nobody && !named[found]) {
            named[found] = true;
            order.push_back(found);
        }
    for (const auto& id : wanted.hidden)
        if (const auto found = places.of(id.sha256); found != nobody)
            hidden[found] = true;
    for (std::uint32_t i = 0; i < count; ++i) {
        wasHidden[i] = articles[i].hidden;
        old.push_back(i);
        if (!named[i])
            order.push_back(i);
    }
    if (order == old && hidden == wasHidden && wanted.reference == reference)
        return std::nullopt;
    const std::vector<bool> stays = order == old ? std::vector<bool>(count, true) : staying(order);
    const auto moved = static_cast<std::size_t>(std::count(stays.begin(), stays.end(), false));
    if (moved * 2 > count) // the whole order is shorter
        return std::pair(wholeSlot(articles, old, wasHidden, reference),
                         wholeSlot(articles, order, hidden, wanted.reference));
    const auto changes = [&](const Order& to, const std::vector<bool>& toHidden,
                             const std::optional<ArticleId>& toReference) {
        return slot([&](logjson::Out& out) {
            if (moved != 0)
                writeMoves(out, articles, to, stays);
            if (hidden != wasHidden) {
                out.key("hidden");
                out.beginObject();
                for (std::size_t i = 0; i < count; ++i)
                    if (hidden[i] != wasHidden[i])
                        out.boolean(articles[i].id.sha256, toHidden[i]);
                out.endObject();
            }
            if (wanted.reference != reference)
                writeReference(out, toReference);
        });
    };
    return std::pair(changes(old, wasHidden, reference), changes(order, hidden, wanted.reference));
}

Arranged arrange(const logjson::Value& slot, compare::SharedVector<Article>& articles,
                 std::optional<ArticleId>& reference) {
    if (!slot.IsObject())
        return Arranged::Unreadable;
    const logjson::Value* whole = logjson::member(slot, "order");
    const logjson::Value* moves = logjson::member(slot, "moved");
    const logjson::Value* hidden = logjson::member(slot, "hidden");
    if (whole ? !hidden || !hidden->IsArray() : hidden && !hidden->IsObject())
        return Arranged::Unreadable;
    std::optional<Order> order;
    if (whole || moves) {
        order = whole ? wholeOrder(*whole, articles.get()) : movedOrder(*moves, articles.get());
        if (!order)
            return Arranged::Unreadable;
    }
    std::vector<std::pair<std::size_t, bool>> turned;
    Places places(std::as_const(articles).get());
    if (whole) {
        std::vector<bool> hide(articles.size());
        for (const auto& id : hidden->GetArray())
            if (const auto place = id.IsString() ? places.of({id.GetString(), id.GetStringLength()}) : nobody;
                place != nobody)
                hide[place] = true;
        for (std::size_t i = 0; i < hide.size(); ++i)
            if (hide[i] != std::as_const(articles)[i].hidden)
                turned.emplace_back(i, hide[i]);
    } else if (hidden) {
        for (const auto& item : hidden->GetObject()) {
            if (!item.value.IsBool())
                return Arranged::Unreadable;
            if (const auto place = places.of({item.name.GetString(), item.name.GetStringLength()}); place != nobody)
                turned.emplace_back(place, item.value.GetBool());
        }
    }
    for (const auto& [place, hide] : turned)
        articles[place].hidden = hide;
    const std::string named = logjson::text(slot, "reference");
    if (whole || slot.HasMember("reference")) {
        if (named.empty())
            reference.reset();
        else
            reference = ArticleId{named};
    }
    if (!order || std::is_sorted(order->begin(), order->end()))
        return Arranged::Shown;
    std::vector<Article> inOrder;
    inOrder.reserve(order->size());
    for (const auto place : *order)
        inOrder.push_back(std::as_const(articles)[place]);
    articles = std::move(inOrder);
    return Arranged::Moved;
}

} // namespace countercheck::dossier
