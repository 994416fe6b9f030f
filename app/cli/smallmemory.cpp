// SPDX-License-Identifier: GPL-3.0-or-later
// Memory in small pieces. One case after another takes and gives back some thousand pieces of a few sizes: what is
// given back stays with the thread for whoever asks it for that size next. Each piece is malloc()'s own, so that it
// does not matter which thread gives it back, or by which operator.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t step = 16, largest = 512, most = 4096; ///< bytes; bytes; pieces of each size that are kept

struct Piece {
    Piece* next;
};
struct Kept {
    Piece* first;
    std::size_t room; ///< for so many more
};
constinit thread_local auto kept = [] {
    std::array<Kept, largest / step + 1> sizes{};
    for (Kept& size : sizes)
        size.room = most;
    return sizes;
}();

constexpr std::size_t sizeOf(std::size_t bytes) {
    return (bytes + step - 1) / step;
}

/// Gives back what a thread that ends has kept; what comes later is given back at once.
struct Ending {
    ~Ending() {
        for (Kept& size : kept) {
            for (Piece* piece = size.first; piece != nullptr;) {
                Piece* const next = piece->next;
                std::free(piece);
                piece = next;
            }
            size = {nullptr, 0};
        }
    }
};

[[gnu::noinline]] void* fresh(std::size_t bytes) {
    thread_local const Ending ending;
    for (;;) {
        if (void* const memory = std::malloc(bytes == 0 ? 1 : bytes))
            return memory;
        const std::new_handler handler = std::get_new_handler();
        if (!handler)
            throw std::bad_alloc();
        handler();
    }
}

} // namespace

void* operator new(std::size_t bytes) {
    if (bytes > largest)
        return fresh(bytes);
    Kept& size = kept[sizeOf(bytes)];
    Piece* const piece = size.first;
    if (piece == nullptr)
        return fresh(sizeOf(bytes) * step);
    size.first = piece->next;
    __builtin_prefetch(size.first, 1); // the next one was given back long ago, and lies far away
    ++size.room;
    return piece;
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t bytes) noexcept {
    Kept* const size = bytes <= largest ? &kept[sizeOf(bytes)] : nullptr;
    if (memory == nullptr || size == nullptr || size->room == 0)
        return std::free(memory);
    --size->room;
    size->first = new (memory) Piece{size->first};
}
