// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a pane shows it: the reading view as UTF-16 paragraphs, and the way between byte offsets of the
// captured text (what comparisons speak of) and offsets of the shown text (what layouts speak of). Every paragraph of
// the reading is shown, furniture too; nothing is reordered. Bytes that are no UTF-8 show as U+FFFD, one for each byte.
#pragma once

#include "core/dossier/dossier.h"
#include "core/text/reading.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace countercheck::ui {

/// A half-open range of UTF-16 offsets into ArticleView::text().
struct Range {
    qsizetype begin = 0, end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] bool contains(qsizetype at) const { return at >= begin && at < end; }
    bool operator==(const Range&) const = default;
};

struct Paragraph {
    Range range;        ///< in the shown text, without the line feed that ends it
    text::Span reading; ///< bytes of the reading view
    text::BlockRole role = text::BlockRole::Body;
    [[nodiscard]] bool read() const { return role == text::BlockRole::Body || role == text::BlockRole::Title; }
};

/// A place where the reading view differs from what was captured.
struct ShownRepair {
    Range range;      ///< in the shown text; empty where something was dropped
    QString captured; ///< what stood there, as captured
    text::RepairKind kind{};
};

class ArticleView {
public:
    /// Everything that is needed is copied: the reading may go away.
    explicit ArticleView(const text::Reading& reading);
    /// For a text that is shown as captured: one paragraph for each line.
    explicit ArticleView(std::string_view captured);

    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
    [[nodiscard]] const std::vector<ShownRepair>& repairs() const { return repairs_; }

    /// Where captured bytes are shown. Empty when they are not shown at all; blanks at the ends are left out.
    [[nodiscard]] Range shown(text::Span captured) const;
    /// The captured bytes that a shown range stands for.
    [[nodiscard]] text::Span captured(Range shown) const;

    [[nodiscard]] int repairedCharacters() const { return repairedCharacters_; }
    [[nodiscard]] int droppedMarkup() const { return droppedMarkup_; }

private:
    void build(std::string_view reading, const std::vector<text::Block>& blocks);
    void addParagraph(std::string_view reading, text::Span span, text::BlockRole role);
    [[nodiscard]] qsizetype unitsBefore(std::uint32_t readingByte) const;
    [[nodiscard]] std::uint32_t byteAfter(qsizetype units) const;
    [[nodiscard]] qsizetype shownOffset(std::uint32_t readingByte) const;
    [[nodiscard]] std::uint32_t readingOffset(qsizetype shown) const;

    QString text_;
    std::vector<Paragraph> paragraphs_;
    std::vector<ShownRepair> repairs_;
    text::OffsetMap map_;
    std::string bytes_;                ///< the reading view
    std::vector<std::uint32_t> every_; ///< UTF-16 units before each 128th byte of the reading view
    int repairedCharacters_ = 0;
    int droppedMarkup_ = 0;
};

/// Reads an article as the engine does and makes its view.
std::shared_ptr<const ArticleView> readForView(const dossier::Article& article);

/// "A", "B", … "Z", "AA": the letter of the article at this place in the case's order.
QString articleLetter(std::size_t index);
/// Publisher, else title, else file name; never empty.
QString articleName(const dossier::Article& article);

} // namespace countercheck::ui
