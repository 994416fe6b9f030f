// SPDX-License-Identifier: GPL-3.0-or-later
// An immutable UTF-8 text whose copies share its bytes. Reads like a const std::string; assigned as a whole.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace countercheck::dossier {

class SharedText {
public:
    SharedText() = default;
    SharedText(std::string text)
        : text_(std::make_shared<const std::string>(std::move(text))) {} // NOLINT: a text is one
    SharedText(std::string_view text) : SharedText(std::string(text)) {} // NOLINT
    SharedText(const char* text) : SharedText(std::string(text)) {}      // NOLINT

    [[nodiscard]] const std::string& get() const {
        static const std::string none;
        return text_ ? *text_ : none;
    }
    operator const std::string&() const { return get(); } // NOLINT: reads as a string
    operator std::string_view() const { return get(); }   // NOLINT

    [[nodiscard]] std::size_t size() const { return get().size(); }
    [[nodiscard]] std::size_t length() const { return get().size(); }
    [[nodiscard]] bool empty() const { return get().empty(); }
    [[nodiscard]] const char* data() const { return get().data(); }
    [[nodiscard]] const char* c_str() const { return get().c_str(); }
    char operator[](std::size_t i) const { return get()[i]; }
    [[nodiscard]] auto begin() const { return get().begin(); }
    [[nodiscard]] auto end() const { return get().end(); }
    [[nodiscard]] std::string substr(std::size_t at, std::size_t count = std::string::npos) const {
        return get().substr(at, count);
    }
    [[nodiscard]] std::size_t find(std::string_view what, std::size_t from = 0) const { return get().find(what, from); }
    [[nodiscard]] std::size_t find(char what, std::size_t from = 0) const { return get().find(what, from); }
    [[nodiscard]] bool starts_with(std::string_view what) const { return get().starts_with(what); }

    friend bool operator==(const SharedText& a, const SharedText& b) {
        return a.text_ == b.text_ || a.get() == b.get();
    }
    friend bool operator==(const SharedText& a, std::string_view b) { return std::string_view(a.get()) == b; }
    friend bool operator==(const SharedText& a, const std::string& b) { return a.get() == b; }
    friend bool operator==(const SharedText& a, const char* b) { return a.get() == b; }
    friend std::ostream& operator<<(std::ostream& out, const SharedText& text) { return out << text.get(); }

private:
    std::shared_ptr<const std::string> text_;
};

} // namespace countercheck::dossier
