// SPDX-License-Identifier: GPL-3.0-or-later
// How does it come in? Files, pasted text and pages become captures: the bytes exactly as they came, the text that was
// read from them, and what the document tells about itself (title, publisher, dates, author, URL, language). Nothing
// is guessed that the document does not say; nothing is fetched; no macro or script runs. A file may hold many articles
// (a feed, a web archive, a table, a mailbox, a ZIP of any of these): each is a capture of its own.
//
// Limits against bombs, each with its own message: bytes of a file, bytes that an archive unpacks to, members of an
// archive, archives within archives, depth of nesting, pages and seconds of a PDF.
#pragma once

#include "core/dossier/dossier.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace countercheck::intake {

/// An article that is ready to be taken into a case.
struct Captured {
    dossier::AddArticle edit;
    std::vector<std::string> remarks; ///< for people: "2 characters repaired", "read as windows-1252"
    std::vector<std::string> apart;   ///< furniture that stands in the capture and not in the text: menus, captions
};
/// One clear message that names the file, what is wrong with it, and what to do.
struct Refusal {
    std::string message;
};
using Taken = std::variant<Captured, Refusal>;

inline constexpr std::uint64_t largestFile = 256ull << 20; ///< bytes; larger ones are refused

struct Options {
    std::string capturedAt; ///< UTC, ISO 8601; empty: now. A document that tells when it was captured counts more
    std::string url;        ///< where the bytes were fetched, when that is known
    std::string charset;    ///< what the server's header said of their encoding
    /// A person chose these words (pasted, dropped): none of them is set apart as furniture of a page, unless the
    /// page's own menu is among them, which tells that it was copied whole.
    bool fragment = false;
    std::stop_token stop; ///< looked at between articles, and while a child process works
    /// Called now and then: parts done, of how many (0: not known), and which one comes next.
    std::function<void(std::size_t done, std::size_t total, const std::string& what)> progress;
};

/// What a file held.
struct Contents {
    std::vector<Captured> articles;
    std::vector<Refusal> refusals; ///< the file itself, or parts of it
    bool stopped = false;          ///< cancelled: what is in is good, the rest is missing
};

/// Takes in all articles of a file, one after the other, so that a large archive needs the memory of one.
/// @param each  gets every article and every refusal; false ends it
/// @return false when it was stopped
bool readFile(const std::string& path, const Options& options, const std::function<bool(Taken&&)>& each);
/// The same for bytes under a name ("pasted text", or a path, of which the last part becomes the file name).
bool readBytes(std::string bytes, const std::string& name, const Options& options,
               const std::function<bool(Taken&&)>& each);

/// The same at once.
Contents readFile(const std::string& path, const Options& options = {});
Contents read(std::string bytes, const std::string& name, const Options& options = {});

/// For those who want one article: the only one of a file; a file that holds several is refused and says so.
Taken fromFile(const std::string& path);
/// @param capturedAt  like Options::capturedAt
Taken fromBytes(std::string bytes, const std::string& name, const std::string& capturedAt = {});

} // namespace countercheck::intake
