// SPDX-License-Identifier: GPL-3.0-or-later
// A list that grows long and is copied often: notes on one question, the history of a case. It is kept in pieces, and
// copies share the pieces that neither changed; putting something in or taking something out, anywhere, costs one piece
// and a look for it. Reads like a const std::vector; an index is looked for among the pieces. Copies may be used in
// different threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace countercheck::dossier {

template <class T> class LongList {
    using Piece = std::vector<T>;
    using Pieces = std::vector<std::shared_ptr<Piece>>;

public:
    static constexpr std::size_t most = 64; ///< elements of one piece

    class const_iterator {
    public:
        using iterator_category = std::bidirectional_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;

        const_iterator() = default;
        reference operator*() const { return (**piece_)[at_]; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++() {
            if (++at_ == (*piece_)->size()) {
                ++piece_;
                at_ = 0;
            }
            return *this;
        }
        const_iterator& operator--() {
            if (at_ == 0) {
                --piece_;
                at_ = (*piece_)->size();
            }
            --at_;
            return *this;
        }
        const_iterator operator++(int) { return std::exchange(*this, std::next(*this)); }
        const_iterator operator--(int) { return std::exchange(*this, std::prev(*this)); }
        bool operator==(const const_iterator&) const = default;

    private:
        friend class LongList;
        const_iterator(const std::shared_ptr<Piece>* piece, std::size_t at) : piece_(piece), at_(at) {}
        const std::shared_ptr<Piece>* piece_ = nullptr;
        std::size_t at_ = 0;
    };
    using iterator = const_iterator;
    using value_type = T;
    using size_type = std::size_t;

    LongList() = default;
    LongList(std::vector<T> elements) { // NOLINT: a vector is one
        for (T& element : elements)
            push_back(std::move(element));
    }
    LongList(std::initializer_list<T> elements) : LongList(std::vector<T>(elements)) {}

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const_iterator begin() const { return {pieces_.data(), 0}; }
    [[nodiscard]] const_iterator end() const { return {pieces_.data() + pieces_.size(), 0}; }
    [[nodiscard]] auto rbegin() const { return std::make_reverse_iterator(end()); }
    [[nodiscard]] auto rend() const { return std::make_reverse_iterator(begin()); }
    [[nodiscard]] const T& front() const { return pieces_.front()->front(); }
    [[nodiscard]] const T& back() const { return pieces_.back()->back(); }
    const T& operator[](std::size_t i) const {
        const auto piece =
            static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), i) - starts_.begin()) - 1;
        return (*pieces_[piece])[i - starts_[piece]];
    }
    [[nodiscard]] const T& at(std::size_t i) const {
        if (i >= size_)
            throw std::out_of_range("LongList::at");
        return (*this)[i];
    }
    /// The first element of which `before` is false; it must be true of all before it and of none behind.
    template <class Before> [[nodiscard]] const_iterator firstNot(Before before) const {
        const auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                                [&](const auto& one) { return before(std::as_const(*one).back()); });
        if (piece == pieces_.end())
            return end();
        const Piece& in = **piece;
        return {&*piece, static_cast<std::size_t>(std::partition_point(in.begin(), in.end(), before) - in.begin())};
    }

    void clear() { *this = {}; }
    void push_back(T element) { insert(end(), std::move(element)); }
    void push_front(T element) { insert(begin(), std::move(element)); }
    template <class... Args> void emplace_back(Args&&... args) { push_back(T{std::forward<Args>(args)...}); }
    void pop_front() { erase(begin()); }
    /// Iterators taken before do not hold after these.
    void insert(const_iterator before, T element) {
        std::size_t piece = indexOf(before), at = before.at_;
        if (at == 0 && piece > 0 && pieces_[piece - 1]->size() < most) // behind the last of the piece in front of it
            at = pieces_[--piece]->size();
        if (piece == pieces_.size() || (at == 0 && pieces_[piece]->size() >= most)) {
            addPiece(piece, std::make_shared<Piece>());
            pieces_[piece]->reserve(most);
        } else if (pieces_[piece]->size() >= most) {
            Piece& full = own(piece);
            const auto half = static_cast<std::ptrdiff_t>(most / 2);
            auto rest = std::make_shared<Piece>();
            rest->reserve(most);
            std::move(full.begin() + half, full.end(), std::back_inserter(*rest));
            full.erase(full.begin() + half, full.end());
            addPiece(piece + 1, std::move(rest));
            if (at > most / 2) {
                ++piece;
                at -= most / 2;
            }
        }
        Piece& into = own(piece);
        into.insert(into.begin() + static_cast<std::ptrdiff_t>(at), std::move(element));
        ++size_;
        for (std::size_t i = piece + 1; i < starts_.size(); ++i)
            ++starts_[i];
    }
    void erase(const_iterator where) {
        const std::size_t piece = indexOf(where);
        if (pieces_[piece]->size() == 1) {
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(piece));
            starts_.erase(starts_.begin() + static_cast<std::ptrdiff_t>(piece));
            for (std::size_t i = piece; i < starts_.size(); ++i)
                --starts_[i];
        } else {
            Piece& from = own(piece);
            from.erase(from.begin() + static_cast<std::ptrdiff_t>(where.at_));
            for (std::size_t i = piece + 1; i < starts_.size(); ++i)
                --starts_[i];
        }
        --size_;
    }
    void replace(const_iterator where, T element) { own(indexOf(where))[where.at_] = std::move(element); }

    friend bool operator==(const LongList& a, const LongList& b) {
        return a.size_ == b.size_ && std::equal(a.begin(), a.end(), b.begin());
    }

private:
    [[nodiscard]] std::size_t indexOf(const_iterator where) const {
        return static_cast<std::size_t>(where.piece_ - pieces_.data());
    }
    void addPiece(std::size_t at, std::shared_ptr<Piece> piece) {
        const std::size_t start =
            at == 0 ? 0
                    : starts_[at - 1] + pieces_[at - 1]->size(); // what was moved out of the one before is gone there
        pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(at), std::move(piece));
        starts_.insert(starts_.begin() + static_cast<std::ptrdiff_t>(at), start);
    }
    /// The piece, to be changed; copied first when others look at it.
    Piece& own(std::size_t piece) {
        auto& one = pieces_[piece];
        if (one.use_count() != 1) {
            auto copy = std::make_shared<Piece>();
            copy->reserve(most);
            *copy = std::as_const(*one);
            one = std::move(copy);
        } else {
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *one;
    }

    Pieces pieces_;                   ///< none of them is empty
    std::vector<std::size_t> starts_; ///< of each piece, the index of its first
    std::size_t size_ = 0;
};

} // namespace countercheck::dossier
