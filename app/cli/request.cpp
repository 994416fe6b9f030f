// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/request.h"

#include "app/cli/jsonwriter.h"
#include "core/read/mentions.h"

#include <unordered_set>

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <simdjson.h>

namespace countercheck::cli {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Finds the value of the outermost `id` while RapidJSON reads, for as far as it gets.
struct IdFinder : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, IdFinder> {
    std::string id = "null";
    int depth = 0;
    bool next = false; // the value of `id` comes next

    bool Default() {
        next = false;
        return true;
    }
    bool RawNumber(const char* digits, rapidjson::SizeType length, bool) {
        if (next)
            id.assign(digits, length);
        return Default();
    }
    bool String(const char* utf8, rapidjson::SizeType length, bool) {
        if (next) {
            id.clear();
            appendJsonString(id, {utf8, length});
        }
        return Default();
    }
    bool Key(const char* name, rapidjson::SizeType length, bool) {
        next = depth == 1 && std::string_view(name, length) == "id";
        return true;
    }
    bool StartObject() {
        ++depth;
        return Default();
    }
    bool EndObject(rapidjson::SizeType) {
        --depth;
        return Default();
    }
    bool StartArray() {
        ++depth;
        return Default();
    }
    bool EndArray(rapidjson::SizeType) {
        --depth;
        return Default();
    }
};

template <unsigned extraFlags> rapidjson::ParseResult readAgain(std::string_view line, IdFinder& finder) {
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | extraFlags;
    rapidjson::MemoryStream bytes(line.data(), line.size());
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    return reader.Parse<flags>(stream, finder);
}

const char* reasonOf(rapidjson::ParseErrorCode code) {
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return "nothing but blanks";
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return "something follows the end of the JSON value";
    case rapidjson::kParseErrorValueInvalid:
        return "this is not a JSON value";
    case rapidjson::kParseErrorObjectMissName:
        return "a member's name in double quotes is missing";
    case rapidjson::kParseErrorObjectMissColon:
        return "a colon after a member's name is missing";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return "a comma or } is missing after a member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return "a comma or ] is missing after an element";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return "\\u needs four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return "\\u surrogates must come in pairs";
    case rapidjson::kParseErrorStringEscapeInvalid:
        return "an unknown escape or an unescaped control character in a string";
    case rapidjson::kParseErrorStringMissQuotationMark:
        return "a string is not closed";
    case rapidjson::kParseErrorStringInvalidEncoding:
        return "these bytes are not UTF-8";
    case rapidjson::kParseErrorNumberTooBig:
        return "a number is too large";
    case rapidjson::kParseErrorNumberMissFraction:
        return "digits are missing after the point of a number";
    case rapidjson::kParseErrorNumberMissExponent:
        return "digits are missing in the exponent of a number";
    default:
        return "this is not JSON";
    }
}

/// What is wrong with a line that simdjson refused.
void diagnose(std::string_view line, simdjson::error_code refused, LineProblem& problem) {
    IdFinder finder;
    const auto result = readAgain<rapidjson::kParseValidateEncodingFlag>(line, finder);
    if (!result.IsError()) {
        // JSON, and yet more than can be read: a number without end, nesting without end.
        problem.id = finder.id;
        problem.message += simdjson::error_message(refused);
        return;
    }
    if (result.Code() == rapidjson::kParseErrorStringInvalidEncoding) {
        // The structure may be sound all the same: look for an id after the bad bytes, too.
        finder = {};
        readAgain<rapidjson::kParseNoFlags>(line, finder);
    }
    problem.id = finder.id;
    problem.message += "at byte " + std::to_string(result.Offset()) + ": ";
    problem.message += reasonOf(result.Code());
}

const char* typeName(element value) {
    switch (value.type()) {
    case element_type::ARRAY:
        return "an array";
    case element_type::OBJECT:
        return "an object";
    case element_type::STRING:
        return "a string";
    case element_type::BOOL:
        return "true or false";
    case element_type::NULL_VALUE:
        return "null";
    default:
        return "a number";
    }
}

} // namespace

struct RequestReader::Private {
    simdjson::dom::parser parser;
    std::string_view line;

    // Appends to `message` what is wrong with the member `name`.
    static bool wrong(std::string& message, std::string_view name, const char* wanted, element value) {
        message.append("“").append(name).append("” must be ").append(wanted).append(", not ").append(typeName(value));
        return false;
    }

    static bool string(element value, std::string_view name, bool optional, std::string_view& out,
                       std::string& message) {
        if (value.is_string()) {
            out = value.get_string().value_unsafe();
            return true;
        }
        if (optional && value.is_null())
            return true;
        return wrong(message, name, "a string", value);
    }

    // An id: a string or a number, kept as JSON. A number that is not whole is looked up in the line itself, so that it
    // goes out as it came in.
    bool identity(element value, bool outermost, std::string& out, std::string& message) const {
        switch (value.type()) {
        case element_type::STRING:
            out.clear();
            appendJsonString(out, value.get_string().value_unsafe());
            return true;
        case element_type::INT64:
            out = std::to_string(value.get_int64().value_unsafe());
            return true;
        case element_type::UINT64:
            out = std::to_string(value.get_uint64().value_unsafe());
            return true;
        case element_type::DOUBLE: {
            if (!outermost) {
                out = simdjson::minify(value);
                return true;
            }
            IdFinder finder;
            readAgain<rapidjson::kParseNoFlags>(line, finder);
            out = finder.id;
            return true;
        }
        default:
            return wrong(message, "id", "a string or a number", value);
        }
    }

    bool article(simdjson::dom::object object, bool outermost, ArticleRequest& out, std::string& message) const {
        out.id.clear();
        out.text = out.publishedText = out.language = out.publisher = {};
        out.published.reset();
        bool hasText = false;
        std::string_view url, title; // of the interface, and nothing is done with them yet
        std::string_view* const none = nullptr;
        // The id first, so that a message about any other member can name it.
        element id;
        if (object["id"].get(id) == simdjson::SUCCESS && !identity(id, outermost, out.id, message))
            return false;
        for (const auto [name, value] : object) {
            std::string_view* const into = name == "text"        ? &out.text
                                           : name == "published" ? &out.publishedText
                                           : name == "language"  ? &out.language
                                           : name == "publisher" ? &out.publisher
                                           : name == "url"       ? &url
                                           : name == "title"     ? &title
                                                                 : none;
            if (!into)
                continue;
            if (!string(value, name, into != &out.text, *into, message))
                return false;
            hasText = hasText || into == &out.text;
        }
        if (out.id.empty() || !hasText) {
            message += out.id.empty() ? "“id” is missing: give it a string or a number"
                                      : "“text” is missing: give it a string";
            return false;
        }
        if (const std::string_view published = out.publishedText; !published.empty()) {
            out.published = read::parseIsoTime(published);
            if (!out.published) {
                message.append("“published” is “").append(published.substr(0, 60));
                message += "”, not an ISO 8601 date or date-time such as 2026-01-13 or 2026-01-13T08:15:00Z";
                return false;
            }
        }
        return true;
    }

    // The line's outermost object. Sets the message's beginning, "line 3: ", in any case.
    bool object(std::string_view text, std::uint64_t number, simdjson::dom::object& out, LineProblem& problem) {
        line = text;
        problem.id = "null";
        problem.message = "line " + std::to_string(number) + ": ";
        element root;
        if (const auto refused = parser.parse(text.data(), text.size(), false).get(root)) {
            diagnose(text, refused, problem);
            return false;
        }
        if (root.get(out) != simdjson::SUCCESS) {
            problem.message += std::string("must be a JSON object, not ") + typeName(root);
            return false;
        }
        return true;
    }
};

RequestReader::RequestReader() : d(std::make_unique<Private>()) {}
RequestReader::~RequestReader() = default;

bool RequestReader::read(std::string_view line, std::uint64_t number, ArticleRequest& out, LineProblem& problem) {
    simdjson::dom::object object;
    if (!d->object(line, number, object, problem))
        return false;
    if (d->article(object, true, out, problem.message))
        return true;
    if (!out.id.empty())
        problem.id = out.id;
    return false;
}

bool RequestReader::read(std::string_view line, std::uint64_t number, CaseRequest& out, LineProblem& problem) {
    simdjson::dom::object object;
    if (!d->object(line, number, object, problem))
        return false;
    std::string& message = problem.message;
    element id;
    out.id.clear();
    if (object["id"].get(id) != simdjson::SUCCESS) {
        message += "“id” is missing: give it a string or a number";
        return false;
    }
    if (!d->identity(id, true, out.id, message))
        return false;
    problem.id = out.id;

    element list;
    if (object["articles"].get(list) != simdjson::SUCCESS) {
        message += "“articles” is missing: give it an array of two or more articles";
        return false;
    }
    simdjson::dom::array articles;
    if (list.get(articles) != simdjson::SUCCESS)
        return Private::wrong(message, "articles", "an array", list);
    out.articles.resize(articles.size());
    std::unordered_set<std::string_view> seen;
    std::size_t i = 0;
    for (const element value : articles) {
        std::string where = "articles[" + std::to_string(i) + "]: ";
        simdjson::dom::object one;
        if (value.get(one) != simdjson::SUCCESS) {
            message += where + "must be an object, not " + typeName(value);
            return false;
        }
        ArticleRequest& article = out.articles[i];
        if (!d->article(one, false, article, where)) {
            message += where;
            return false;
        }
        if (!seen.insert(article.id).second) {
            message += where + "the id " + article.id + " is another article's already: give each its own";
            return false;
        }
        ++i;
    }
    if (out.articles.size() < 2) {
        message += "“articles” has " + std::string(out.articles.empty() ? "none" : "only one") +
                   ": give it two or more to compare";
        return false;
    }
    return true;
}

bool isBlank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

} // namespace countercheck::cli
