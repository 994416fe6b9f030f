// SPDX-License-Identifier: GPL-3.0-or-later
// One file on its way in: what converters of containers (archives, feeds, mails, tables) hand their parts to. Keeps the
// limits that hold for the whole of it.
#pragma once

#include "core/intake/document.h"
#include "core/intake/intake.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace countercheck::intake {

/// What a part is called: in full for messages, and short for the list of articles.
struct PartName {
    std::string full, shown;

    explicit PartName(const std::string& path);
    /// "pack.zip › a.html"
    [[nodiscard]] PartName inside(const std::string& part) const;
};

/// What is known of a part beside its bytes.
struct PartHints {
    std::string url, charset, capturedAt;
    dossier::ArticleInfo info; ///< what the container says where the part itself does not
    bool article = true;       ///< false: a part without an article is no fault (a frame of a page, a picture)
};

class Taking {
public:
    Taking(const Options& options, const std::function<bool(Taken&&)>& each) : options_(options), each_(each) {}

    /// Any bytes: what they are is found out, and all articles in them are handed on.
    void part(std::string bytes, const PartName& name, const PartHints& hints);
    /// An article that is read already; `bytes` are its capture.
    void article(std::string bytes, const PartName& name, Document document, const PartHints& hints);
    void refuse(const PartName& name, const std::string& what, const std::string& todo);
    void refuse(const PartName& name, const Fault& fault) { refuse(name, fault.what, fault.todo); }

    [[nodiscard]] bool stopped() const { return ended_ || options_.stop.stop_requested(); }
    [[nodiscard]] const Options& options() const { return options_; }
    void progress(std::size_t done, std::size_t total, const PartName& next) const;
    /// Counts what an archive unpacks to. False: it is too much, and a refusal has been handed on.
    bool unpacked(std::uint64_t bytes, const PartName& archive);
    std::size_t skipped = 0; ///< parts that hold no article and needed none

private:
    const Options& options_;
    const std::function<bool(Taken&&)>& each_;
    int depth_ = 0;
    std::uint64_t unpacked_ = 0;
    bool ended_ = false;

    void hand(Taken&& taken);
    void convert(std::string bytes, const PartName& name, const PartHints& hints);
};

/// Largest sum of bytes that one file may unpack to.
inline constexpr std::uint64_t largestUnpacked = 2ull << 30;
/// Members of an archive, entries of a feed, rows of a table.
inline constexpr std::size_t mostParts = 100'000;
inline constexpr int deepestArchive = 3;

// Containers, each in a file of its own.
void takeZip(Taking& taking, std::string bytes, const PartName& name, const PartHints& hints);
void takeGzip(Taking& taking, const std::string& bytes, const PartName& name, const PartHints& hints);
void takeWebArchive(Taking& taking, std::string_view bytes, const PartName& name, const PartHints& hints);
void takeFeed(Taking& taking, const std::string& utf8, const PartName& name, const PartHints& hints);
void takeNewsMl(Taking& taking, std::string bytes, const std::string& utf8, const PartName& name,
                const PartHints& hints);
void takeMail(Taking& taking, std::string bytes, const PartName& name, const PartHints& hints);
void takeTable(Taking& taking, const std::string& utf8, const PartName& name, const PartHints& hints);
void takeJson(Taking& taking, std::string bytes, const std::string& utf8, const PartName& name, const PartHints& hints);

// Documents with one article.
Converted readPdf(std::string_view bytes, const std::stop_token& stop);
Converted readRtf(std::string_view bytes);
Converted readFlatOpenText(const std::string& bytes);

} // namespace countercheck::intake
