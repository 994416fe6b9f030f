// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/pagemain.h"

#include "core/intake/dateline.h"
#include "core/intake/strings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace countercheck::intake {

namespace {

constexpr std::size_t shortBlock = 10; ///< words; a running paragraph has that many
constexpr std::size_t shortCell = 12;  ///< words; cells of a table of data
constexpr double bodyBonus = 25, articleBonus = 10;

bool hasSentenceMark(std::string_view text) {
    static constexpr std::array<std::string_view, 8> marks = {
        ".", "!", "?", "\xE2\x80\xA6", "\xE3\x80\x82", "\xD8\x9F", "\xE0\xA5\xA4", "\xEF\xBC\x81"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool endsAsSentence(std::string_view text) {
    static constexpr std::array<std::string_view, 7> closing = {
        "\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xE2\x80\x9C"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : closing)
            if (text.ends_with(mark)) {
                text = trimmed(text.substr(0, text.size() - mark.size()));
                again = true;
            }
    }
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
           text.ends_with("\xE2\x80\xA6") || text.ends_with("\xE3\x80\x82") || text.ends_with("\xD8\x9F");
}

std::size_t commasIn(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        count += text[i] == ',' || text.substr(i).starts_with("\xD8\x8C") || text.substr(i).starts_with("\xE3\x80\x81");
    return count;
}

bool isLeaf(BoxKind kind) {
    return kind == BoxKind::Paragraph || kind == BoxKind::Item || kind == BoxKind::Quote || kind == BoxKind::Heading ||
           kind == BoxKind::Cell;
}

class Finder {
public:
    explicit Finder(const PageTree& tree)
        : t_(tree), boxes_(tree.boxes), usable_(boxes_.size(), 0), apart_(boxes_.size(), false),
          inside_(boxes_.size(), false), headed_(boxes_.size(), false) {}

    MainText find(const std::string& articleBody) {
        count();
        measure(true);
        // Names that make furniture of nearly everything are not to be believed.
        if (usable_[0] * 4 < boxes_[0].goodWords)
            measure(false);
        const std::optional<std::uint32_t> told = byArticleBody(articleBody);
        const std::optional<std::uint32_t> target = told ? told : best();
        if (target)
            collect(told ? *told : expanded(*target)); // what the page says need not be guessed
        if (out_.paragraphs.empty())
            return {};
        return std::move(out_);
    }

private:
    const PageTree& t_;
    std::vector<Box> boxes_;
    std::vector<std::size_t> usable_;           ///< words of running text outside furniture
    std::vector<bool> apart_, inside_, headed_; ///< headed: the page's headline stands in it
    MainText out_;

    [[nodiscard]] const Box& boxOf(const Block& block) const { return boxes_[block.box]; }
    [[nodiscard]] bool isGood(const Block& block) const {
        const BoxKind kind = boxOf(block).kind;
        return kind != BoxKind::Heading && kind != BoxKind::Caption && block.words >= shortBlock &&
               block.linkWords * 3 < block.words && hasSentenceMark(block.text);
    }
    /// Runs `each` on the box and all around it; the page last.
    template <class Each> void upward(std::uint32_t box, const Each& each) {
        while (true) {
            each(box);
            if (box == 0)
                return;
            box = boxes_[box].parent;
        }
    }

    void count() {
        for (const Block& block : t_.blocks) {
            const bool good = isGood(block);
            if (boxOf(block).kind == BoxKind::Heading && boxOf(block).level == 1 && block.words >= 3)
                upward(block.box, [&](std::uint32_t box) { headed_[box] = true; });
            upward(block.box, [&](std::uint32_t box) {
                boxes_[box].words += block.words;
                boxes_[box].linkWords += block.linkWords;
                boxes_[box].goodWords += good ? block.words : 0;
            });
        }
    }

    void measure(bool byName) {
        std::fill(usable_.begin(), usable_.end(), 0);
        for (Box& box : boxes_)
            box.score = 0;
        const std::size_t total = boxes_[0].goodWords;
        for (std::uint32_t i = 1; i < boxes_.size(); ++i) {
            const Box& box = boxes_[i];
            const bool named = byName && (box.roles & Furniture) != 0 && (box.roles & Body) == 0 && !box.articleBody &&
                               box.kind != BoxKind::Body && box.kind != BoxKind::Main;
            const bool kind = box.kind == BoxKind::Navigation || box.kind == BoxKind::Aside ||
                              box.kind == BoxKind::Footer || box.kind == BoxKind::Caption;
            // What holds nearly all of the page's sentences is no furniture, however it is called.
            const bool main = box.kind == BoxKind::Article || headed_[i];
            const bool nearlyAll =
                total > 0 && box.goodWords * 100 > total * (main ? 40 : 85) && box.kind != BoxKind::Caption;
            apart_[i] = apart_[box.parent] || ((named || kind) && !nearlyAll);
        }
        for (const Block& block : t_.blocks) {
            if (!isGood(block) || apart_[block.box])
                continue;
            const double score = 1.0 + static_cast<double>(std::min<std::size_t>(commasIn(block.text), 10)) +
                                 static_cast<double>(std::min<std::size_t>(block.words, 100)) / 20.0;
            int level = isLeaf(boxOf(block).kind) ? -1 : 0;
            upward(block.box, [&](std::uint32_t box) {
                usable_[box] += block.words;
                if (level == 0)
                    boxes_[box].score += score;
                else if (level > 0)
                    boxes_[box].score += level == 1 ? score / 2 : score / (3.0 * level);
                ++level;
            });
        }
        for (std::uint32_t i = 0; i < boxes_.size(); ++i) {
            Box& box = boxes_[i];
            if (usable_[i] == 0) {
                box.score = 0;
                continue;
            }
            if ((box.roles & Body) != 0 || box.articleBody)
                box.score += bodyBonus;
            if (box.kind == BoxKind::Article || box.kind == BoxKind::Main)
                box.score += articleBonus;
            box.score *=
                1.0 - static_cast<double>(box.linkWords) / static_cast<double>(std::max<std::size_t>(box.words, 1));
        }
    }

    [[nodiscard]] std::optional<std::uint32_t> best() const {
        std::optional<std::uint32_t> found;
        for (std::uint32_t i = 0; i < boxes_.size(); ++i)
            if (boxes_[i].score > 0 && (!found || boxes_[i].score > boxes_[*found].score))
                found = i;
        return found;
    }

    /// The innermost box around nearly all blocks whose words are the article's body as the page's data gives it.
    std::optional<std::uint32_t> byArticleBody(const std::string& body) {
        if (countWords(body) < 30)
            return std::nullopt;
        const auto grams = [](std::string_view text, const auto& each) {
            const std::vector<std::string> words = plainWords(text);
            for (std::size_t i = 0; i + 4 <= words.size() && i < 20000; ++i)
                each(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2] + ' ' + words[i + 3]);
        };
        std::unordered_set<std::string> wanted;
        grams(body, [&](std::string gram) { wanted.insert(std::move(gram)); });
        std::vector<std::size_t> matched(boxes_.size(), 0);
        for (const Block& block : t_.blocks) {
            std::size_t all = 0, known = 0;
            grams(block.text, [&](const std::string& gram) {
                ++all;
                known += wanted.contains(gram);
            });
            if (all > 0 && known * 2 > all)
                upward(block.box, [&](std::uint32_t box) { matched[box] += block.words; });
        }
        if (matched[0] * 10 < countWords(body) * 6)
            return std::nullopt;
        std::uint32_t found = 0;
        for (std::uint32_t i = 0; i < boxes_.size(); ++i)
            if (matched[i] * 10 >= matched[0] * 9 && !isLeaf(boxes_[i].kind))
                found = i; // a child stands behind its parent
        return found;
    }

    /// Outward while that brings much more of the text: an article in several parts.
    [[nodiscard]] std::uint32_t expanded(std::uint32_t box) const {
        while (box != 0) {
            const Box& here = boxes_[box];
            if (here.kind == BoxKind::Article || here.kind == BoxKind::Body || here.articleBody)
                break;
            std::uint32_t wider = here.parent;
            while (wider != 0 && usable_[wider] == usable_[box])
                wider = boxes_[wider].parent;
            const std::size_t needed = boxes_[wider].kind == BoxKind::Body || wider == 0 ? 150 : 120;
            if (usable_[wider] * 100 < usable_[box] * needed)
                break;
            box = wider;
        }
        return box;
    }

    [[nodiscard]] std::uint8_t rolesAround(const Block& block) const {
        std::uint8_t roles = 0;
        std::uint32_t box = block.box;
        for (int up = 0; up < 3 && box != 0 && boxes_[box].words <= 40; ++up) {
            roles |= boxes_[box].roles;
            box = boxes_[box].parent;
        }
        return roles;
    }

    /// A line with who wrote it or when: noted, and set apart.
    bool noteLine(const Block& block) {
        if (block.words > 20)
            return false;
        const std::uint8_t roles = rolesAround(block);
        const auto date = dateLine(block.text);
        const auto leading = date ? date : leadingDateLine(block.text);
        if (leading && out_.date.empty())
            out_.date = leading->published.empty() ? leading->updated : leading->published;
        if (date)
            return true;
        const bool says = block.text.starts_with("By ") || block.text.starts_with("Par ");
        if ((roles & Byline) != 0 || (says && !endsAsSentence(block.text))) {
            if (out_.byline.empty() && block.words <= 12)
                out_.byline = says ? block.text.substr(block.text.find(' ') + 1) : block.text;
            return true;
        }
        return (roles & DatePart) != 0 && block.words <= 12;
    }

    void collect(std::uint32_t target) {
        inside_[target] = true;
        for (std::uint32_t i = 1; i < boxes_.size(); ++i)
            inside_[i] = inside_[i] || inside_[boxes_[i].parent];
        const std::size_t none = t_.blocks.size();
        std::size_t first = none, last = 0, headline = none;
        for (std::size_t i = 0; i < t_.blocks.size(); ++i)
            if (inside_[t_.blocks[i].box] && !apart_[t_.blocks[i].box] && isGood(t_.blocks[i])) {
                first = std::min(first, i);
                last = i;
            }
        for (std::size_t i = 0; i < t_.blocks.size() && i <= last; ++i) { // the nearest <h1> before or in the body
            const Block& block = t_.blocks[i];
            if (boxOf(block).kind == BoxKind::Heading && boxOf(block).level == 1 && block.words >= 3 &&
                (headline == none || i <= first))
                headline = i;
        }
        if (headline != none)
            out_.headline = t_.blocks[headline].text;
        std::size_t row = none;
        for (std::size_t i = 0; i < t_.blocks.size(); ++i) {
            const Block& block = t_.blocks[i];
            if (i == headline)
                continue;
            if (headline != none && i > headline && i < first && noteLine(block)) {
                out_.apart.push_back(block.text);
                continue;
            }
            if (headline != none && i > headline && i < first && !apart_[block.box] && isStandfirst(block)) {
                out_.standfirst.push_back(block.text);
                continue;
            }
            if (!inside_[block.box] || apart_[block.box] || !isWanted(block, i, first, last)) {
                out_.apart.push_back(block.text);
                continue;
            }
            addTo(out_.paragraphs, block, row);
        }
        // A heading that nothing follows belongs to what was set apart.
        while (!out_.paragraphs.empty() && lastIsHeading_) {
            out_.apart.push_back(std::move(out_.paragraphs.back()));
            out_.paragraphs.pop_back();
            lastIsHeading_ = false;
        }
    }

    bool lastIsHeading_ = false;

    /// Cells of one row of data stand in one line.
    void addTo(std::vector<std::string>& lines, const Block& block, std::size_t& row) {
        const Box& box = boxOf(block);
        const bool cell = box.kind == BoxKind::Cell && block.words <= shortCell;
        if (cell && row == box.parent && !lines.empty())
            lines.back() += '\t' + block.text;
        else
            lines.push_back(block.text);
        row = cell ? box.parent : t_.blocks.size() + boxes_.size();
        lastIsHeading_ = box.kind == BoxKind::Heading;
    }

    [[nodiscard]] bool isStandfirst(const Block& block) const {
        const bool named = (rolesAround(block) & Standfirst) != 0;
        const BoxKind kind = boxOf(block).kind;
        return block.linkWords * 3 < block.words && block.words >= (named ? 3 : 8) && block.words <= 90 &&
               (named || ((kind == BoxKind::Paragraph || kind == BoxKind::Heading) && endsAsSentence(block.text)));
    }

    bool isWanted(const Block& block, std::size_t index, std::size_t first, std::size_t last) {
        const BoxKind kind = boxOf(block).kind;
        if (kind == BoxKind::Caption || (block.linkWords * 2 > block.words && block.words < 60))
            return false;
        if (isGood(block))
            return true;
        if (kind == BoxKind::Cell)
            return true;
        if (index < first + 3 && noteLine(block))
            return false;
        if (kind == BoxKind::Heading)
            return boxOf(block).level > 1 && index + 1 > first && index < last;
        if (index > last) // behind the last paragraph: a closing sentence, not a list of what to do next
            return (kind == BoxKind::Paragraph || kind == BoxKind::Quote) && endsAsSentence(block.text) &&
                   block.words >= 3;
        if (kind == BoxKind::Paragraph || kind == BoxKind::Quote || kind == BoxKind::Item)
            return endsAsSentence(block.text) || block.words >= 4;
        return (endsAsSentence(block.text) && block.words >= 3) || block.words >= shortBlock;
    }
};

} // namespace

MainText mainText(const PageTree& tree, const std::string& articleBody) {
    MainText found = Finder(tree).find(articleBody);
    if (!found.paragraphs.empty())
        return found;
    found = wholeText(tree);
    found.fallback = true;
    return found;
}

MainText wholeText(const PageTree& tree) {
    MainText out;
    std::uint32_t row = 0;
    for (const Block& block : tree.blocks) {
        const Box& box = tree.boxes[block.box];
        const bool cell = box.kind == BoxKind::Cell && block.words <= shortCell;
        if (cell && row == box.parent && row != 0 && !out.paragraphs.empty())
            out.paragraphs.back() += '\t' + block.text;
        else
            out.paragraphs.push_back(block.text);
        row = cell ? box.parent : 0;
    }
    return out;
}

} // namespace countercheck::intake
