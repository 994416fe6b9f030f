// SPDX-License-Identifier: GPL-3.0-or-later
// A vector whose copies share their elements until one of them is changed. Snapshots of a case are copied with every
// edit; with ten thousand articles nothing but what changed may cost anything. Reads like a std::vector: through a
// const object nothing is ever copied; the first change through a non-const one makes its own copy when others still
// look at the same elements, which also invalidates iterators taken before. Copies may be used in different threads.
#pragma once

#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace countercheck::compare {

template <class T> class SharedVector {
public:
    using Vector = std::vector<T>;
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = T&;
    using const_reference = const T&;
    using iterator = typename Vector::iterator;
    using const_iterator = typename Vector::const_iterator;

    SharedVector() = default;
    SharedVector(Vector elements) : data_(std::make_shared<Vector>(std::move(elements))) {} // NOLINT: a vector is one
    SharedVector(std::initializer_list<T> elements) : data_(std::make_shared<Vector>(elements)) {}

    /// The elements as a plain vector, without copying.
    [[nodiscard]] const Vector& get() const {
        static const Vector none;
        return data_ ? *data_ : none;
    }
    /// The elements, to be changed; copied first when they are shared.
    Vector& edit() {
        if (!data_)
            data_ = std::make_shared<Vector>();
        else if (data_.use_count() != 1)
            data_ = std::make_shared<Vector>(std::as_const(*data_));
        else
            std::atomic_thread_fence(std::memory_order_acquire);
        return *data_;
    }
    operator const Vector&() const { return get(); } // NOLINT: reads as a vector
    operator Vector&() { return edit(); }            // NOLINT
    /// True when both look at the same elements in memory (so they are equal, and nothing was copied).
    [[nodiscard]] bool sharesWith(const SharedVector& other) const { return data_ == other.data_; }

    [[nodiscard]] std::size_t size() const { return get().size(); }
    [[nodiscard]] bool empty() const { return get().empty(); }
    [[nodiscard]] const T* data() const { return get().data(); }
    const T& operator[](std::size_t i) const { return get()[i]; }
    T& operator[](std::size_t i) { return edit()[i]; }
    [[nodiscard]] const T& at(std::size_t i) const { return get().at(i); }
    T& at(std::size_t i) { return edit().at(i); }
    [[nodiscard]] const T& front() const { return get().front(); }
    T& front() { return edit().front(); }
    [[nodiscard]] const T& back() const { return get().back(); }
    T& back() { return edit().back(); }
    [[nodiscard]] const_iterator begin() const { return get().begin(); }
    [[nodiscard]] const_iterator end() const { return get().end(); }
    [[nodiscard]] const_iterator cbegin() const { return get().begin(); }
    [[nodiscard]] const_iterator cend() const { return get().end(); }
    iterator begin() { return edit().begin(); }
    iterator end() { return edit().end(); }
    [[nodiscard]] auto rbegin() const { return get().rbegin(); }
    [[nodiscard]] auto rend() const { return get().rend(); }

    void push_back(T element) { edit().push_back(std::move(element)); }
    template <class... Args> T& emplace_back(Args&&... args) {
        return edit().emplace_back(std::forward<Args>(args)...);
    }
    void pop_back() { edit().pop_back(); }
    void clear() { data_.reset(); }
    void reserve(std::size_t n) { edit().reserve(n); }
    void resize(std::size_t n) { edit().resize(n); }
    iterator insert(const_iterator before, T element) {
        const auto at = before - get().begin();
        Vector& own = edit();
        return own.insert(own.begin() + at, std::move(element));
    }
    template <class It> iterator insert(const_iterator before, It first, It last) {
        const auto at = before - get().begin();
        Vector& own = edit();
        return own.insert(own.begin() + at, first, last);
    }
    iterator erase(const_iterator where) {
        const auto at = where - get().begin();
        Vector& own = edit();
        return own.erase(own.begin() + at);
    }
    iterator erase(const_iterator first, const_iterator last) {
        const auto at = first - get().begin();
        const auto count = last - first;
        Vector& own = edit();
        return own.erase(own.begin() + at, own.begin() + at + count);
    }

    friend bool operator==(const SharedVector& a, const SharedVector& b) {
        return a.data_ == b.data_ || a.get() == b.get();
    }

private:
    std::shared_ptr<Vector> data_;
};

} // namespace countercheck::compare
