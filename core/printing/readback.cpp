// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/readback.h"

#include "core/dossier/logjson.h"
#include "core/printing/zip.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>

namespace countercheck::printing {

namespace {

constexpr std::uint64_t mostUnpacked = std::uint64_t{512} << 20;

using Xml = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::string_view nameOf(const xmlNode* node) {
    return node->name ? std::string_view(reinterpret_cast<const char*>(node->name)) : std::string_view();
}
std::string contentOf(const xmlNode* node) {
    return node->content ? std::string(reinterpret_cast<const char*>(node->content)) : std::string();
}
std::string attribute(const xmlNode* node, const char* name) {
    const xmlAttr* const found = xmlHasProp(node, reinterpret_cast<const xmlChar*>(name));
    if (!found || found->type != XML_ATTRIBUTE_NODE)
        return {};
    const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> value(xmlBufferCreate(), xmlBufferFree);
    xmlNodeBufGetContent(value.get(), reinterpret_cast<const xmlNode*>(found)); // entities in it resolved
    return reinterpret_cast<const char*>(xmlBufferContent(value.get()));
}

/// Every node below, without recursion: a file may be nested as deep as it likes. `enter` false: not into it.
void walk(const xmlNode* root, const std::function<bool(const xmlNode*)>& enter,
          const std::function<void(const xmlNode*)>& leave) {
    for (const xmlNode* node = root; node;) {
        if (enter(node) && node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        for (;;) {
            leave(node);
            if (node == root)
                return;
            if (node->next) {
                node = node->next;
                break;
            }
            node = node->parent;
            if (!node)
                return;
        }
    }
}

void splitWords(std::string_view text, std::vector<std::string>& words) {
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && static_cast<unsigned char>(text[at]) <= 0x20)
            ++at;
        std::size_t end = at;
        while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20)
            ++end;
        if (end > at)
            words.emplace_back(text.substr(at, end - at));
        at = end;
    }
}

// --- HTML

std::optional<ReadBack> fromHtml(std::string_view bytes, std::string& problem) {
    const Xml document(
        htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8",
                       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER),
        xmlFreeDoc);
    const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root) {
        problem = "it is no HTML page";
        return std::nullopt;
    }
    static constexpr std::array<std::string_view, 16> inlined = {
        "a", "abbr", "b", "bdi", "bdo", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"};
    const auto isInline = [&](const xmlNode* node) {
        return std::find(inlined.begin(), inlined.end(), nameOf(node)) != inlined.end();
    };
    ReadBack back;
    back.container = Container::Html;
    walk(
        root,
        [&](const xmlNode* node) {
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
                back.text += contentOf(node);
                return false;
            }
            if (node->type != XML_ELEMENT_NODE)
                return false;
            if (!isInline(node))
                back.text += '\n';
            // What can change what is read without changing a word.
            for (const char* const name : {"href", "src", "style", "hidden", "onclick"})
                if (xmlHasProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)))
                    back.text += std::string(" [") + name + "=" + attribute(node, name) + "] ";
            if (nameOf(node) == "script" || nameOf(node) == "iframe" || nameOf(node) == "object")
                back.text += " [" + std::string(nameOf(node)) + "] ";
            return true;
        },
        [&](const xmlNode* node) {
            if (node->type == XML_ELEMENT_NODE && !isInline(node))
                back.text += '\n';
        });
    splitWords(back.text, back.words);
    return back;
}

// --- office documents

Xml parsed(const std::string& bytes) {
    return {xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA),
            xmlFreeDoc};
}

/// Paragraphs, a line each.
std::string textOf(const xmlDoc* document, Container container) {
    std::string out;
    const xmlNode* const root = xmlDocGetRootElement(const_cast<xmlDoc*>(document));
    if (!root)
        return out;
    walk(
        root,
        [&](const xmlNode* node) {
            if (node->type == XML_TEXT_NODE) {
                const std::string_view parent = node->parent ? nameOf(node->parent) : std::string_view();
                if (container == Container::Odt || parent == "t")
                    out += contentOf(node);
                return false;
            }
            if (node->type != XML_ELEMENT_NODE)
                return false;
            const std::string_view name = nameOf(node);
            if (name == "s" || name == "tab" || name == "line-break" || name == "br")
                out += ' ';
            if (name == "vanish")
                out += " [hidden] ";
            if (container == Container::Odt &&
                (name == "tracked-changes" || name == "automatic-styles" || name == "font-face-decls" ||
                 name == "forms" || name == "sequence-decls"))
                return false; // what is deleted, and what is no text
            return true;
        },
        [&](const xmlNode* node) {
            if (node->type == XML_ELEMENT_NODE && (nameOf(node) == "p" || nameOf(node) == "h"))
                out += '\n';
        });
    return out;
}

using Files = std::map<std::string, std::string>;

/// What stands around the text on every page: only numbers of pages may.
void addMargins(const Files& files, Container container, ReadBack& back) {
    for (const auto& [name, bytes] : files) {
        const bool margin = container == Container::Odt
                                ? name == "styles.xml"
                                : name.starts_with("word/header") || name.starts_with("word/footer") ||
                                      name.starts_with("word/footnotes") || name.starts_with("word/endnotes");
        if (!margin)
            continue;
        const Xml document = parsed(bytes);
        std::vector<std::string> words;
        if (document)
            splitWords(textOf(document.get(), container), words);
        for (const std::string& word : words)
            if (word.find_first_not_of("0123456789/") != std::string::npos)
                back.words.push_back(word);
    }
}

std::optional<ReadBack> fromText(const Files& files, const std::string& part, Container container,
                                 std::string& problem) {
    ReadBack back;
    back.container = container;
    const Xml document = parsed(files.at(part));
    if (!document) {
        problem = part + " in it is damaged";
        return std::nullopt;
    }
    back.text = textOf(document.get(), container);
    splitWords(back.text, back.words);
    addMargins(files, container, back);
    return back;
}

/// A number as a number, so that "12" and "12.0" are the same.
std::string number(const std::string& digits) {
    char* end = nullptr;
    const double value = std::strtod(digits.c_str(), &end);
    if (digits.empty() || *end != '\0')
        return digits;
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%.12g", value);
    return out.data();
}

std::optional<ReadBack> fromXlsx(const Files& files, std::string& problem) {
    ReadBack back;
    back.container = Container::Xlsx;
    std::vector<std::string> shared;
    if (const auto found = files.find("xl/sharedStrings.xml"); found != files.end()) {
        const Xml document = parsed(found->second);
        const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
        for (const xmlNode* item = root ? root->children : nullptr; item; item = item->next) {
            if (nameOf(item) != "si")
                continue;
            std::string text;
            walk(
                item,
                [&](const xmlNode* node) {
                    if (node->type == XML_TEXT_NODE && node->parent && nameOf(node->parent) == "t")
                        text += contentOf(node);
                    return true;
                },
                [](const xmlNode*) {});
            shared.push_back(std::move(text));
        }
    }
    for (int sheet = 1;; ++sheet) {
        const auto found = files.find("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
        if (found == files.end())
            break;
        const Xml document = parsed(found->second);
        if (!document) {
            problem = "sheet " + std::to_string(sheet) + " in it is damaged";
            return std::nullopt;
        }
        std::string cell, type, value;
        bool formula = false;
        walk(
            xmlDocGetRootElement(document.get()),
            [&](const xmlNode* node) {
                const std::string_view name = nameOf(node);
                if (node->type == XML_ELEMENT_NODE && name == "c") {
                    cell = attribute(node, "r");
                    type = attribute(node, "t");
                    value.clear();
                    formula = false;
                } else if (node->type == XML_ELEMENT_NODE && name == "f") {
                    formula = true;
                } else if (node->type == XML_TEXT_NODE && node->parent &&
                           (nameOf(node->parent) == "v" || nameOf(node->parent) == "t")) {
                    value += contentOf(node);
                }
                return true;
            },
            [&](const xmlNode* node) {
                if (node->type != XML_ELEMENT_NODE || nameOf(node) != "c" || (value.empty() && !formula))
                    return;
                std::string shown = value;
                if (type == "s") {
                    const auto index = static_cast<std::size_t>(std::strtoull(value.c_str(), nullptr, 10));
                    shown = index < shared.size() ? shared[index] : std::string("[no such text]");
                } else if (type != "inlineStr" && type != "str") {
                    shown = number(value);
                }
                back.text += shown + "\n";
                back.words.push_back("sheet " + std::to_string(sheet) + ", " + cell + ": " +
                                     (formula ? "[a formula] " : "") + shown);
            });
    }
    return back;
}

std::optional<ReadBack> fromZip(std::string_view bytes, std::string& problem) {
    const auto files = readZip(bytes, mostUnpacked, problem);
    if (!files)
        return std::nullopt;
    if (files->contains("word/document.xml"))
        return fromText(*files, "word/document.xml", Container::Docx, problem);
    if (files->contains("xl/workbook.xml"))
        return fromXlsx(*files, problem);
    if (files->contains("content.xml"))
        return fromText(*files, "content.xml", Container::Odt, problem);
    problem = "it is an archive, but no ODT, DOCX or XLSX";
    return std::nullopt;
}

// --- PDF

std::optional<ReadBack> fromPdf(std::string_view bytes, std::string& problem) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document || document->is_locked()) {
        problem = document ? "it is encrypted" : "it is a damaged PDF";
        return std::nullopt;
    }
    ReadBack back;
    back.container = Container::Pdf;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page)
            continue;
        const poppler::rectf all = page->page_rect();
        // Without the foot, where the number of the page stands.
        const poppler::rectf area(0, 0, all.width(), all.height() - 50);
        const poppler::byte_array text = page->text(area, poppler::page::raw_order_layout).to_utf8();
        back.text.append(text.data(), text.size());
        back.text += '\n';
    }
    splitWords(back.text, back.words);
    return back;
}

// --- data

std::optional<ReadBack> fromJson(std::string_view bytes, std::string& problem) {
    rapidjson::Document document;
    if (!dossier::logjson::parse(bytes, document)) {
        problem = "it is no whole JSON text";
        return std::nullopt;
    }
    ReadBack back;
    back.container = Container::Json;
    struct Level {
        const rapidjson::Value* value;
        std::string path;
    };
    std::vector<Level> open = {{&document, ""}};
    while (!open.empty()) {
        const Level level = std::move(open.back());
        open.pop_back();
        if (level.value->IsObject()) {
            for (auto it = level.value->MemberEnd(); it != level.value->MemberBegin();) {
                --it;
                open.push_back({&it->value, level.path + (level.path.empty() ? "" : ".") +
                                                std::string(it->name.GetString(), it->name.GetStringLength())});
            }
        } else if (level.value->IsArray()) {
            for (rapidjson::SizeType i = level.value->Size(); i > 0; --i)
                open.push_back({&(*level.value)[i - 1], level.path + "[" + std::to_string(i - 1) + "]"});
        } else {
            std::string shown;
            if (level.value->IsString()) {
                shown.assign(level.value->GetString(), level.value->GetStringLength());
            } else {
                rapidjson::StringBuffer buffer;
                rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
                level.value->Accept(writer);
                shown = number(std::string(buffer.GetString(), buffer.GetSize()));
            }
            back.text += shown + "\n";
            back.words.push_back(level.path + ": " + shown);
        }
    }
    std::sort(back.words.begin(), back.words.end()); // the order of members says nothing
    return back;
}

ReadBack fromCsv(std::string_view bytes) {
    ReadBack back;
    back.container = Container::Csv;
    back.text = bytes;
    std::vector<std::string> head;
    std::size_t row = 0, column = 0;
    std::string cell;
    const auto end = [&](bool line) {
        if (row == 0)
            head.push_back(cell);
        else if (!cell.empty() && column < head.size())
            back.words.push_back("row " + std::to_string(row) + ", " + head[column] + ": " + cell);
        else if (!cell.empty())
            back.words.push_back("row " + std::to_string(row) + ": " + cell);
        cell.clear();
        ++column;
        if (line) {
            ++row;
            column = 0;
        }
    };
    bool quoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < bytes.size() && bytes[i + 1] == '"')
                cell += bytes[i++];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            end(false);
        } else if (c == '\n') {
            end(true);
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || column > 0)
        end(true);
    return back;
}

} // namespace

std::optional<ReadBack> readBack(std::string_view bytes, std::string& problem) {
    if (bytes.empty()) {
        problem = "it is empty";
        return std::nullopt;
    }
    if (bytes.size() > (std::size_t{1} << 30)) {
        problem = "it is larger than 1 GB";
        return std::nullopt;
    }
    if (bytes.starts_with("PK"))
        return fromZip(bytes, problem);
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return fromPdf(bytes, problem);
    std::string_view body = bytes;
    if (body.starts_with("\xEF\xBB\xBF"))
        body.remove_prefix(3);
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    const char opening = first == std::string_view::npos ? '\0' : body[first];
    if (opening == '{')
        return fromJson(body, problem);
    if (opening == '<')
        return fromHtml(body, problem);
    if (body.starts_with("key,question,kind,") || body.starts_with("\"key\",\"question\",\"kind\","))
        return fromCsv(body);
    ReadBack back;
    back.text = body;
    splitWords(back.text, back.words);
    return back;
}

} // namespace countercheck::printing
