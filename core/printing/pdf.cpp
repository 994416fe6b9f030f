// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of A4 with Pango and cairo: shaping, line breaking and fonts for every script from the libraries, the flow of
// blocks over pages from here. Headings stay with what follows, lines of a paragraph with one another where two fit.
#include "core/printing/writers.h"

#include "core/report/bidi.h"
#include "core/report/escape.h"
#include "core/report/plaintext.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <memory>

namespace countercheck::printing {

namespace {

using report::Block;
using report::Role;
using report::Style;
using report::Words;

// Points.
constexpr double pageWidth = 595.28, pageHeight = 841.89, left = 62, right = 62, top = 60, bottom = 66;
constexpr double textWidth = pageWidth - left - right;

struct Colour {
    double r, g, b;
};
constexpr Colour ink{0.09, 0.09, 0.09}, quiet{0.33, 0.33, 0.33}, rule{0.80, 0.80, 0.78}, alarm{0.60, 0.11, 0.09},
    amber{0.47, 0.27, 0}, wash{0.957, 0.957, 0.945};

struct Face {
    const char* family;
    double size; ///< points
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
    Colour colour = ink;
    double leading = 1.35;
    PangoStyle slant = PANGO_STYLE_NORMAL;
    double tracking = 0; ///< points
};
constexpr const char* serif = "Source Serif 4,Source Serif Pro,Noto Serif,Liberation Serif,DejaVu Serif,serif";
constexpr const char* sans = "Inter,Noto Sans,Liberation Sans,DejaVu Sans,sans-serif";
constexpr const char* mono = "Noto Sans Mono,Liberation Mono,DejaVu Sans Mono,monospace";

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::shared_ptr<PangoLayout>;

/// One thing on a page.
struct Op {
    enum class Kind : std::uint8_t { Text, Line, Box, Frame } kind = Kind::Text;
    Layout layout{}; ///< kept for its lines
    PangoLayoutLine* line = nullptr;
    double x = 0, y = 0, width = 0, height = 0; ///< of text: the baseline
    Colour colour = ink;
    std::string link{};
};
struct Mark {
    std::string text;
    int level = 1;
    std::size_t page = 0;
    double y = 0;
};

class Flow {
public:
    Flow() : map_(pango_cairo_font_map_new()) {
        context_.reset(pango_font_map_create_context(map_.get()), Unref());
        pango_cairo_context_set_resolution(context_.get(), 72); // a point is a unit
        const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
            cairo_font_options_create(), cairo_font_options_destroy);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context_.get(), options.get());
        pages_.emplace_back();
    }

    std::optional<std::string> write(const report::Document& document, const std::stop_token& stop) {
        stop_ = stop;
        pango_context_set_language(
            context_.get(), pango_language_from_string(std::string(report::languageCode(document.language)).c_str()));
        for (const auto* part : {&document.header, &document.body})
            all(*part);
        if (!document.footer.empty()) {
            space(20);
            ruleHere(0.5, rule);
            space(8);
            for (const Block& block : document.footer)
                paragraph(block.words, {sans, 7.6, PANGO_WEIGHT_NORMAL, quiet, 1.4}, 3);
        }
        if (stop.stop_requested())
            return std::nullopt;
        return drawn(document);
    }

private:
    std::unique_ptr<PangoFontMap, Unref> map_;
    std::shared_ptr<PangoContext> context_;
    std::vector<std::vector<Op>> pages_;
    std::vector<Mark> marks_;
    std::stop_token stop_;
    double y_ = top, indent_ = 0;
    bool fresh_ = true; ///< nothing on this page yet

    // --- text

    static void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(end);
        pango_attr_list_insert(list, attribute);
    }
    static PangoAttribute* colourOf(const Colour& c) {
        const auto channel = [](double v) { return static_cast<guint16>(v * 65535); };
        return pango_attr_foreground_new(channel(c.r), channel(c.g), channel(c.b));
    }
    Layout layoutOf(const Words& words, const Face& face, double width) {
        Layout layout(pango_layout_new(context_.get()), Unref());
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
            pango_font_description_from_string(face.family), pango_font_description_free);
        pango_font_description_set_size(font.get(), static_cast<int>(face.size * PANGO_SCALE));
        pango_font_description_set_weight(font.get(), face.weight);
        pango_font_description_set_style(font.get(), face.slant);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        std::string text;
        const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> list(pango_attr_list_new(),
                                                                                    pango_attr_list_unref);
        for (const report::Run& run : words) {
            const std::size_t begin = text.size();
            if (!run.status.empty())
                text.append(report::signOf(run.status)).append("\xC2\xA0");
            text += report::textOf({run});
            const std::size_t end = text.size();
            switch (run.style) {
            case Style::Plain:
                break;
            case Style::Strong:
            case Style::Status:
                add(list.get(), pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), begin, end);
                add(list.get(), colourOf(ink), begin, end);
                break;
            case Style::Quiet:
                add(list.get(), pango_attr_style_new(PANGO_STYLE_ITALIC), begin, end);
                break;
            case Style::Code:
                add(list.get(), pango_attr_family_new(mono), begin, end);
                add(list.get(), pango_attr_size_new(static_cast<int>(face.size * 0.86 * PANGO_SCALE)), begin, end);
                add(list.get(), pango_attr_insert_hyphens_new(FALSE), begin, end);
                break;
            case Style::Unsigned:
                add(list.get(), pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, end);
                add(list.get(), colourOf(alarm), begin, end);
                break;
            }
        }
        if (face.tracking != 0)
            add(list.get(), pango_attr_letter_spacing_new(static_cast<int>(face.tracking * PANGO_SCALE)), 0,
                text.size());
        pango_layout_set_attributes(layout.get(), list.get());
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }
    static double lineHeight(const Face& face) { return face.size * face.leading; }
    static double heightOf(const Layout& layout, const Face& face) {
        return pango_layout_get_line_count(layout.get()) * lineHeight(face);
    }

    // --- pages

    void turn() {
        pages_.emplace_back();
        y_ = top;
        fresh_ = true;
    }
    [[nodiscard]] double room() const { return pageHeight - bottom - y_; }
    void need(double height) {
        if (height > room() && !fresh_)
            turn();
    }
    void space(double height) {
        if (!fresh_)
            y_ += height;
    }
    void put(Op op) {
        pages_.back().push_back(std::move(op));
        fresh_ = false;
    }
    void ruleHere(double thickness, const Colour& colour, double indent = 0) {
        put({Op::Kind::Box, {}, nullptr, left + indent, y_, textWidth - indent, thickness, colour});
        y_ += thickness;
    }

    /// Lines of one layout at `x`; breaks over pages, never after the first or before the last line.
    void lines(const Layout& layout, const Face& face, double x, const std::string& link = {}) {
        const int count = pango_layout_get_line_count(layout.get());
        const double height = lineHeight(face);
        for (int i = 0; i < count; ++i) {
            const bool pair = (i == 0 && count > 1) || i + 2 == count;
            need(pair ? 2 * height : height);
            putLine(layout, i, face, x, y_, link);
            y_ += height;
        }
    }
    void putLine(const Layout& layout, int index, const Face& face, double x, double y, const std::string& link = {}) {
        PangoLayoutLine* const line = pango_layout_get_line_readonly(layout.get(), index);
        PangoRectangle logical;
        pango_layout_line_get_extents(line, nullptr, &logical);
        const double width = static_cast<double>(pango_layout_get_width(layout.get())) / PANGO_SCALE;
        const double length = static_cast<double>(logical.width) / PANGO_SCALE;
        const bool fromRight = pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL;
        Op op;
        op.layout = layout;
        op.line = line;
        op.x = x + (fromRight ? std::max(0.0, width - length) : 0);
        op.y = y + height(face);
        op.width = length;
        op.height = face.size;
        op.colour = face.colour;
        op.link = link;
        put(std::move(op));
    }
    /// From the top of a line to its baseline.
    static double height(const Face& face) { return (lineHeight(face) - face.size) / 2 + face.size * 0.80; }

    void paragraph(const Words& words, const Face& face, double after, double indent = 0, double keep = 0) {
        const Layout layout = layoutOf(words, face, textWidth - indent_ - indent);
        const double all = heightOf(layout, face);
        need(std::min(all, 3 * lineHeight(face)) + keep);
        std::string link;
        for (const report::Run& run : words)
            if (report::isWebAddress(run.link))
                link = run.link;
        lines(layout, face, left + indent_ + indent, link);
        y_ += after;
    }

    // --- blocks

    void all(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (stop_.stop_requested())
                return;
            one(block);
        }
    }
    static constexpr Face small{sans, 8.3, PANGO_WEIGHT_NORMAL, quiet, 1.45};
    static constexpr Face smallInk{sans, 8.3, PANGO_WEIGHT_NORMAL, ink, 1.45};
    static constexpr Face head3{sans, 8, PANGO_WEIGHT_SEMIBOLD, quiet, 1.45};

    void one(const Block& block) {
        switch (block.role) {
        case Role::Kicker: {
            Words upper = block.words;
            return paragraph(upper, {sans, 8, PANGO_WEIGHT_SEMIBOLD, quiet, 1.4, PANGO_STYLE_NORMAL, 0.5}, 6);
        }
        case Role::Title:
            return paragraph(block.words, {serif, 25, PANGO_WEIGHT_SEMIBOLD, ink, 1.2}, 12);
        case Role::Facts:
            return facts(block);
        case Role::Warning:
            return warning(block);
        case Role::Section:
            space(26);
            need(block.id == "check" ? 150 : 90); // a heading never stands alone
            marks_.push_back({report::plainWords(block.words), 1, pages_.size() - 1, y_});
            paragraph(block.words, {sans, 8.6, PANGO_WEIGHT_SEMIBOLD, quiet, 1.4, PANGO_STYLE_NORMAL, 0.4}, 3);
            ruleHere(1.2, ink);
            y_ += 5;
            return all(block.children);
        case Role::Finding:
            return finding(block);
        case Role::Sentence:
            return paragraph(block.words, {serif, 15, PANGO_WEIGHT_NORMAL, ink, 1.32}, 5, 0, 14);
        case Role::Chips:
            return paragraph(report::inOneLine(block.items, "\xC2\xA0\xC2\xA0\xC2\xB7  "), small, 7);
        case Role::Table:
            return table(block);
        case Role::Reasons:
            space(5);
            paragraph(block.words, head3, 1, 0, lineHeight(small));
            for (const Words& item : block.items) {
                need(lineHeight(small));
                lines(layoutOf({report::run("\xE2\x80\x93")}, small, 12), small, left + indent_);
                y_ -= lineHeight(small);
                paragraph(item, small, 1, 11);
            }
            return;
        case Role::Quote: {
            space(6);
            const Face face{serif, 10, PANGO_WEIGHT_NORMAL, ink, 1.4, PANGO_STYLE_ITALIC};
            const std::size_t page = pages_.size();
            const double from = y_;
            paragraph(block.words, face, 0, 12);
            if (pages_.size() == page)
                put({Op::Kind::Box, {}, nullptr, left + indent_, from, 2, y_ - from, rule});
            y_ += 6;
            return;
        }
        case Role::Signed:
            space(6);
            for (const Words& item : block.items)
                paragraph(item, small, 0);
            return;
        case Role::LeftOut:
            for (const auto& row : block.rows)
                paragraph(report::inOneLine(row, "  \xE2\x80\x93  "), small, 3);
            return;
        case Role::Remark:
            space(4);
            return paragraph(block.words, small, 2);
        case Role::Empty:
            space(6);
            return paragraph(block.words, {serif, 10.5, PANGO_WEIGHT_NORMAL, quiet, 1.4, PANGO_STYLE_ITALIC}, 4);
        case Role::Source: {
            space(9);
            need(50);
            lines(layoutOf({report::run(block.label)}, {sans, 9.5, PANGO_WEIGHT_SEMIBOLD, ink, 1.4}, 20),
                  {sans, 9.5, PANGO_WEIGHT_SEMIBOLD, ink, 1.4}, left);
            y_ -= 9.5 * 1.4;
            paragraph(block.words, {serif, 11, PANGO_WEIGHT_SEMIBOLD, ink, 1.3}, 1, 22, 20);
            for (const Words& item : block.items)
                paragraph(item, small, 0, 22);
            return;
        }
        case Role::Proof: {
            space(7);
            Words title = {report::run(block.label + ".\xC2\xA0")};
            title.insert(title.end(), block.words.begin(), block.words.end());
            paragraph(title, head3, 1, 0, 2 * lineHeight(small));
            for (const auto& row : block.rows)
                pair(row, {sans, 7.4, PANGO_WEIGHT_NORMAL, quiet, 1.45}, 130);
            return;
        }
        case Role::Seal: {
            space(5);
            const Face face{mono, 6.8, PANGO_WEIGHT_NORMAL, ink, 1.5};
            const Layout layout =
                layoutOf({report::run(block.words.empty() ? "" : block.words[0].text)}, face, textWidth - 16);
            const double height = heightOf(layout, face) + 10;
            need(height);
            put({Op::Kind::Box, {}, nullptr, left, y_, textWidth, height, wash});
            y_ += 5;
            lines(layout, face, left + 8);
            y_ += 5;
            return;
        }
        case Role::Boxes:
            return boxes(block);
        case Role::Ruled:
            for (const Words& item : block.items) {
                need(44);
                paragraph(item, {sans, 7.4, PANGO_WEIGHT_NORMAL, quiet, 1.3}, 24);
                ruleHere(0.5, rule);
                y_ += 5;
            }
            return;
        }
    }
    /// Name and value side by side.
    void pair(const std::vector<Words>& row, const Face& face, double tab) {
        const Layout name = layoutOf(row[0], face, tab - 8), value = layoutOf(row[1], face, textWidth - indent_ - tab);
        const double height = std::max(heightOf(name, face), heightOf(value, face));
        need(std::min(height, 4 * lineHeight(face)));
        const double from = y_;
        const std::size_t page = pages_.size();
        lines(name, face, left + indent_);
        if (pages_.size() == page)
            y_ = from;
        lines(value, face, left + indent_ + tab);
        if (pages_.size() == page)
            y_ = from + height;
    }
    void facts(const Block& block) {
        ruleHere(0.5, rule);
        y_ += 5;
        for (const auto& row : block.rows)
            pair({row[0], {{row[1][0].text, Style::Strong, row[1][0].foreign}}}, small, 96);
        y_ += 5;
        ruleHere(0.5, rule);
    }
    void warning(const Block& block) {
        space(12);
        const Face face{sans, 8.8, PANGO_WEIGHT_NORMAL, ink, 1.45};
        const Layout layout = layoutOf(block.words, face, textWidth - 26);
        const double height = heightOf(layout, face) + 14;
        need(height);
        put({Op::Kind::Frame, {}, nullptr, left, y_, textWidth, height, amber});
        put({Op::Kind::Box, {}, nullptr, left, y_, 4, height, amber});
        y_ += 7;
        lines(layout, face, left + 14);
        y_ += 7;
    }
    void finding(const Block& block) {
        space(14);
        need(96); // the question, its sentence and what it is
        marks_.push_back({report::plainWords(block.words), 2, pages_.size() - 1, y_});
        const double from = y_;
        const std::size_t page = pages_.size();
        const double indent = indent_;
        if (block.unsignedMark)
            indent_ += 12;
        paragraph(block.words, {sans, 9, PANGO_WEIGHT_SEMIBOLD, quiet, 1.4}, 2, 0, 40);
        all(block.children);
        indent_ = indent;
        if (block.unsignedMark) // a bar along all of it, on every page that it takes
            for (std::size_t i = page - 1; i < pages_.size(); ++i) {
                const double begin = i + 1 == page ? from : top;
                const double end = i + 1 == pages_.size() ? y_ : pageHeight - bottom;
                for (int dash = 0; begin + 7.0 * dash < end; ++dash) {
                    const double at = begin + 7.0 * dash;
                    pages_[i].push_back({Op::Kind::Box, {}, nullptr, left, at, 2, std::min(4.0, end - at), alarm});
                }
            }
        y_ += 8;
        if (room() > 12)
            ruleHere(0.5, rule);
    }
    void table(const Block& block) {
        const double width = textWidth - indent_;
        const std::array<double, 3> columns = {0.34, 0.36, 0.30};
        const auto row = [&](const std::vector<Words>& cells, bool head) {
            std::vector<Layout> layouts;
            std::vector<Face> faces;
            double height = 0;
            for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
                faces.push_back(head     ? Face{sans, 7.4, PANGO_WEIGHT_NORMAL, quiet, 1.4}
                                : i == 0 ? Face{sans, 8.3, PANGO_WEIGHT_SEMIBOLD, ink, 1.4}
                                         : Face{sans, 8.3, PANGO_WEIGHT_NORMAL, ink, 1.4});
                layouts.push_back(layoutOf(cells[i], faces.back(), width * columns[i] - 10));
                height = std::max(height, heightOf(layouts.back(), faces.back()));
            }
            const bool turned = height + 7 > room() && !fresh_;
            need(height + 7);
            put({Op::Kind::Box, {}, nullptr, left + indent_, y_, width, head ? 0.0 : 0.4, rule});
            y_ += 3;
            double x = left + indent_;
            const double from = y_;
            const std::size_t page = pages_.size();
            for (std::size_t i = 0; i < layouts.size(); ++i) {
                if (pages_.size() == page)
                    y_ = from;
                lines(layouts[i], faces[i], x);
                x += width * columns[i];
            }
            if (pages_.size() == page)
                y_ = from + height;
            y_ += 3;
            return turned;
        };
        row(block.head, true);
        for (const auto& cells : block.rows)
            row(cells, false);
    }
    void boxes(const Block& block) {
        space(6);
        need(20);
        double x = left;
        const Face face{sans, 8.8, PANGO_WEIGHT_NORMAL, ink, 1.4};
        for (const Words& item : block.items) {
            const Layout layout = layoutOf(item, face, 90);
            put({Op::Kind::Frame, {}, nullptr, x, y_ + 2, 8.5, 8.5, ink});
            putLine(layout, 0, face, x + 13, y_);
            x += textWidth / static_cast<double>(std::max<std::size_t>(block.items.size(), 1));
        }
        y_ += lineHeight(face) + 5;
    }

    // --- drawing

    static cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    }
    static void source(cairo_t* cairo, const Colour& c) { cairo_set_source_rgb(cairo, c.r, c.g, c.b); }
    static std::string quotedAttribute(std::string_view text) {
        std::string out = "'";
        for (const char c : text)
            out += c == '\'' ? std::string("%27") : c == '\\' ? std::string("%5C") : std::string(1, c);
        return out + "'";
    }

    std::optional<std::string> drawn(const report::Document& document) {
        std::string out;
        const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
            cairo_pdf_surface_create_for_stream(append, &out, pageWidth, pageHeight), cairo_surface_destroy);
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, document.author.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Countercheck " COUNTERCHECK_VERSION);
        const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo(cairo_create(surface.get()), cairo_destroy);
        const Face foot{sans, 7.2, PANGO_WEIGHT_NORMAL, quiet, 1.3};
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            // Without an element around it cairo 1.16 writes a link that names an object that is not there.
            cairo_tag_begin(cairo.get(), "Document", nullptr);
            for (const Op& op : pages_[i])
                draw(cairo.get(), op);
            const std::string number =
                report::form(document.language, "page", {std::to_string(i + 1), std::to_string(pages_.size())});
            footer(cairo.get(), layoutOf({report::foreign(document.title)}, foot, textWidth - 70), left, foot);
            const Layout corner = layoutOf({report::run(number)}, foot, 66);
            pango_layout_set_alignment(corner.get(), PANGO_ALIGN_RIGHT);
            source(cairo.get(), quiet);
            cairo_move_to(cairo.get(), left + textWidth - 66, pageHeight - 44);
            pango_cairo_show_layout(cairo.get(), corner.get());
            cairo_tag_end(cairo.get(), "Document");
            cairo_show_page(cairo.get());
        }
        int parent = CAIRO_PDF_OUTLINE_ROOT;
        for (const Mark& mark : marks_) {
            const std::string where =
                "page=" + std::to_string(mark.page + 1) + " pos=[0 " + std::to_string(static_cast<int>(mark.y)) + "]";
            const int id =
                cairo_pdf_surface_add_outline(surface.get(), mark.level == 1 ? CAIRO_PDF_OUTLINE_ROOT : parent,
                                              mark.text.c_str(), where.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
            if (mark.level == 1)
                parent = id;
        }
        cairo_surface_finish(surface.get());
        if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS ||
            cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
            return std::nullopt;
        return out;
    }
    void footer(cairo_t* cairo, const Layout& layout, double x, const Face& face) {
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
        source(cairo, face.colour);
        cairo_move_to(cairo, x, pageHeight - 44);
        pango_cairo_show_layout(cairo, layout.get());
    }
    static void draw(cairo_t* cairo, const Op& op) {
        source(cairo, op.colour);
        switch (op.kind) {
        case Op::Kind::Text:
            if (!op.link.empty()) {
                const auto number = [](double v) { return std::to_string(static_cast<int>(v)); };
                cairo_tag_begin(cairo, CAIRO_TAG_LINK,
                                ("rect=[" + number(op.x) + " " + number(op.y - op.height) + " " + number(op.width + 1) +
                                 " " + number(op.height * 1.35) + "] uri=" + quotedAttribute(op.link))
                                    .c_str());
                cairo_tag_end(cairo, CAIRO_TAG_LINK);
            }
            cairo_move_to(cairo, op.x, op.y);
            pango_cairo_show_layout_line(cairo, op.line);
            return;
        case Op::Kind::Line:
        case Op::Kind::Box:
            cairo_rectangle(cairo, op.x, op.y, op.width, op.height);
            cairo_fill(cairo);
            return;
        case Op::Kind::Frame:
            cairo_set_line_width(cairo, 0.75);
            cairo_rectangle(cairo, op.x, op.y, op.width, op.height);
            cairo_stroke(cairo);
            return;
        }
    }
};

} // namespace

std::optional<std::string> toPdf(const report::Document& document, const std::stop_token& stop) {
    return Flow().write(document, stop);
}

} // namespace countercheck::printing
