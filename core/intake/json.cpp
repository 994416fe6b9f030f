// SPDX-License-Identifier: GPL-3.0-or-later
// Articles in JSON: ninjs (IPTC, versions 1 to 3), JSON Lines, a list, or an object that holds a list of them.
#include "core/intake/page.h"
#include "core/intake/pagewords.h"
#include "core/intake/record.h"
#include "core/intake/strings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <vector>

namespace countercheck::intake {

void RecordFields::set(std::string_view field, const std::string& value) {
    if (field.empty() || trimmed(value).empty())
        return;
    std::string& known = values[field];
    if (known.empty())
        known = value;
}

const std::string& RecordFields::get(std::string_view field) const {
    static const std::string none;
    const auto it = values.find(field);
    return it == values.end() ? none : it->second;
}

void takeRecord(Taking& taking, std::string bytes, const PartName& name, const RecordFields& fields,
                const PartHints& hints, const std::string& mediaType) {
    Document out;
    out.mediaType = mediaType;
    std::string text = fields.get("text");
    if (trimmed(text).empty())
        text = textOfHtml(fields.get("html"));
    else if (text.find("</p>") != std::string::npos || text.find("<br") != std::string::npos ||
             text.find("</div>") != std::string::npos)
        text = textOfHtml(text);
    if (trimmed(text).empty())
        return taking.refuse(name, "there is no text in it", "add the article's text, or leave it out");
    out.info.title = collapsed(trimmed(fields.get("title")));
    Paragraphs whole;
    // The headline is one of the article's statements: it stands above the text, as on a page.
    if (!out.info.title.empty() && plainWords(text.substr(0, 4 * out.info.title.size() + 50)).size() > 0 &&
        !collapsed(trimmed(text)).starts_with(out.info.title))
        whole.add(out.info.title);
    std::string even;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r')
            even += text[i];
        else if (i + 1 >= text.size() || text[i + 1] != '\n')
            even += '\n';
    whole.add(even);
    out.text = whole.take();
    out.info.publisher = collapsed(trimmed(fields.get("publisher")));
    if (isWebAddress(out.info.publisher))
        out.info.publisher = hostOfAddress(out.info.publisher);
    out.info.published = instantOf(fields.get("published"));
    out.modified = instantOf(fields.get("modified"));
    const std::string url(trimmed(fields.get("url")));
    if (isWebAddress(url))
        out.info.url = url;
    out.info.language = languageTagOf(fields.get("language"));
    out.author = collapsed(trimmed(fields.get("author")));
    if (!fields.get("published").empty() && out.info.published.empty())
        out.remarks.push_back("its date is not clear: “" + collapsed(fields.get("published")).substr(0, 40) + "”");
    if (!fields.remark.empty())
        out.remarks.push_back(fields.remark);
    taking.article(std::move(bytes), name, std::move(out), hints);
}

namespace {

std::string utf8(const QString& words) {
    return words.toStdString();
}

/// A value as words: a string, a number, a name, names in a list.
std::string wordsOf(const QJsonValue& value, int depth = 0) {
    if (value.isString())
        return utf8(value.toString());
    if (value.isDouble())
        return utf8(QString::number(value.toDouble(), 'f', 0));
    if (value.isArray() && depth < 2) {
        std::string all;
        for (const QJsonValue& item : value.toArray())
            if (const std::string words = wordsOf(item, depth + 1); !words.empty() && all.size() < 500)
                all += (all.empty() ? "" : ", ") + words;
        return all;
    }
    if (value.isObject() && depth < 3)
        for (const char* key : {"name", "title", "value", "byline", "text"})
            if (const std::string words = wordsOf(value.toObject()[QLatin1String(key)], depth + 1); !words.empty())
                return words;
    return {};
}

bool isNinjs(const QJsonObject& object) {
    return object.contains(u"uri") &&
           (object.contains(u"body_text") || object.contains(u"body_html") || object.contains(u"body_xhtml") ||
            object.contains(u"bodies") || object.contains(u"headline") || object.contains(u"headlines") ||
            object.contains(u"versioncreated"));
}

RecordFields ninjs(const QJsonObject& object) {
    RecordFields out;
    const auto said = [&](QLatin1String key) { return wordsOf(object[key]); };
    for (const QJsonValue& headline : object[u"headlines"].toArray())
        if (const QJsonObject one = headline.toObject(); one[u"role"].toString() == u"main" || out.get("title").empty())
            out.set("title", utf8(one[u"value"].toString()));
    out.set("title", said(QLatin1String("headline")));
    out.set("title", said(QLatin1String("title")));
    for (const bool plain : {true, false})
        for (const QJsonValue& body : object[u"bodies"].toArray()) {
            const QJsonObject one = body.toObject();
            if ((one[u"contenttype"].toString() == u"text/plain") == plain)
                out.set(plain ? "text" : "html", utf8(one[u"value"].toString()));
        }
    out.set("text", said(QLatin1String("body_text")));
    for (const char* key : {"body_html", "body_xhtml"})
        out.set("html", said(QLatin1String(key)));
    if (!out.get("html").empty())
        out.values.erase("text"); // it keeps the paragraphs
    for (const QJsonValue& by : object[u"bylines"].toArray())
        out.set("author", wordsOf(by));
    out.set("author", said(QLatin1String("byline")));
    out.set("author", said(QLatin1String("by")));
    for (const char* key : {"source", "usageterms_source", "copyrightholder"})
        out.set("publisher", said(QLatin1String(key)));
    for (const QJsonValue& organisation : object[u"organisations"].toArray())
        if (organisation.toObject()[u"rel"].toString().contains(u"publisher"))
            out.set("publisher", wordsOf(organisation));
    for (const char* key : {"firstcreated", "firstpublished", "contentcreated", "versioncreated"})
        out.set("published", said(QLatin1String(key)));
    out.set("modified", said(QLatin1String("versioncreated")));
    out.set("language", said(QLatin1String("language")));
    out.set("url", said(QLatin1String("uri")));
    return out;
}

RecordFields plainObject(const QJsonObject& object, int depth = 0) {
    RecordFields out;
    // In the order of the table of names, not in that of the alphabet in which Qt keeps members: better names first.
    static constexpr std::array<std::string_view, 9> wanted = {
        "title", "text", "html", "url", "published", "publisher", "modified", "language", "author"};
    for (const std::string_view field : wanted) {
        std::size_t best = std::string::npos;
        std::string value;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const std::string key = utf8(it.key());
            if (fieldOf(key) != field)
                continue;
            const std::string words = wordsOf(it.value());
            const std::size_t rank = rankOf(key);
            if (!trimmed(words).empty() && rank < best) {
                best = rank;
                value = words;
            }
        }
        out.set(field, value);
    }
    if (depth == 0 && out.get("text").empty() && out.get("html").empty())
        for (auto it = object.begin(); it != object.end(); ++it) // {"article": {…}}, {"metadata": {…}, …}
            if (it.value().isObject())
                for (const auto& [field, value] : plainObject(it.value().toObject(), 1).values)
                    out.set(field, value);
    return out;
}

bool holdsArticle(const QJsonObject& object) {
    const RecordFields fields = isNinjs(object) ? ninjs(object) : plainObject(object);
    return !fields.get("text").empty() || !fields.get("html").empty();
}

void takeObject(Taking& taking, std::string bytes, const PartName& name, const QJsonObject& object,
                const PartHints& hints) {
    const bool news = isNinjs(object);
    const RecordFields fields = news ? ninjs(object) : plainObject(object);
    if (fields.get("text").empty() && fields.get("html").empty()) {
        std::string seen;
        int shown = 0;
        for (auto it = object.begin(); it != object.end() && shown < 8; ++it, ++shown)
            seen += (seen.empty() ? "“" : ", “") + utf8(it.key()).substr(0, 40) + "”";
        return taking.refuse(
            name, seen.empty() ? "this object is empty" : "none of its members is an article's text; it has " + seen,
            "name that member “text” (others “title”, “url”, “published”, “publisher”, “language”)");
    }
    takeRecord(taking, std::move(bytes), name, fields, hints, "application/json");
}

/// The elements of the list that begins at `at`, exactly as they stand there. The text is known to be JSON.
std::vector<std::string_view> elementsAt(std::string_view text, std::size_t at) {
    std::vector<std::string_view> out;
    int depth = 0;
    std::size_t begin = at + 1;
    const auto take = [&](std::size_t end) {
        if (const std::string_view element = trimmed(text.substr(begin, end - begin)); !element.empty())
            out.push_back(element);
    };
    for (std::size_t i = at; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            for (++i; i < text.size() && text[i] != '"'; ++i)
                i += text[i] == '\\';
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ',' && depth == 1) {
            take(i);
            begin = i + 1;
        } else if (c == ']' || c == '}') {
            if (depth == 1)
                take(i);
            if (--depth <= 0)
                break;
        }
    }
    return out;
}

/// Where the list begins that the outermost object keeps under `key`; npos when it has none.
std::size_t listUnder(std::string_view text, std::string_view key) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            const std::size_t begin = i + 1;
            for (++i; i < text.size() && text[i] != '"'; ++i)
                i += text[i] == '\\';
            if (depth != 1 || i >= text.size() || text.substr(begin, i - begin) != key)
                continue;
            std::size_t next = text.find_first_not_of(" \t\r\n", i + 1);
            if (next == std::string_view::npos || text[next] != ':')
                continue;
            next = text.find_first_not_of(" \t\r\n", next + 1);
            if (next != std::string_view::npos && text[next] == '[')
                return next;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return std::string_view::npos;
}

/// Objects of the list that begins at `at`; the capture of each is what stands there.
void takeList(Taking& taking, std::string_view text, std::size_t at, const PartName& name, const PartHints& hints) {
    const std::vector<std::string_view> list =
        at == std::string_view::npos ? std::vector<std::string_view>() : elementsAt(text, at);
    if (list.empty())
        return taking.refuse(name, "the list is empty", "check that it is the right file");
    if (list.size() > mostParts)
        return taking.refuse(name, "it holds more than " + std::to_string(mostParts) + " objects", "split it");
    std::size_t i = 0;
    for (const std::string_view item : list) {
        if (taking.stopped())
            return;
        const PartName part = name.inside("object " + std::to_string(++i));
        if (i % 50 == 1)
            taking.progress(i, list.size(), part);
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray(item.data(), static_cast<int>(item.size())));
        if (document.isObject())
            takeObject(taking, std::string(item), part, document.object(), hints);
        else
            taking.refuse(part, "this is no object with an article's text", "leave it out");
    }
}

void takeLines(Taking& taking, const std::string& text, const PartName& name, const PartHints& hints) {
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size() && !taking.stopped();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line(trimmed(std::string_view(text).substr(at, end - at)));
        at = end + 1;
        ++number;
        if (line.empty())
            continue;
        const PartName part = name.inside("line " + std::to_string(number));
        if (number > mostParts)
            return taking.refuse(name, "it has more than " + std::to_string(mostParts) + " lines", "split it");
        if (number % 50 == 1)
            taking.progress(at, text.size(), part);
        QJsonParseError error{};
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(line), &error);
        if (!document.isObject()) {
            taking.refuse(part,
                          error.error == QJsonParseError::NoError
                              ? std::string("this is no object with an article's text")
                              : "this is not JSON, byte " + std::to_string(error.offset) + " (" +
                                    utf8(error.errorString()) + ")",
                          "mend the line, or leave it out");
            continue;
        }
        takeObject(taking, line, part, document.object(), hints);
    }
}

} // namespace

void takeJson(Taking& taking, std::string bytes, const std::string& text, const PartName& name,
              const PartHints& hints) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (document.isArray())
        return takeList(taking, text, text.find('['), name, hints);
    if (document.isObject()) {
        const QJsonObject object = document.object();
        if (!isNinjs(object) && !holdsArticle(object))
            for (const char* key : {"articles", "items", "results", "data", "docs", "documents", "hits", "entries",
                                    "response", "news", "associations"})
                if (const QJsonValue inner = object[QLatin1String(key)]; inner.isArray())
                    return takeList(taking, text, listUnder(text, key), name, hints);
        return takeObject(taking, std::move(bytes), name, object, hints);
    }
    // Several lines, each an object of its own.
    const std::size_t first = text.find('\n');
    const std::string_view line = trimmed(std::string_view(text).substr(0, first));
    const bool lines = first != std::string::npos && line.starts_with('{') && line.ends_with('}');
    if (lines)
        return takeLines(taking, text, name, hints);
    taking.refuse(
        name, "its JSON does not hold, byte " + std::to_string(error.offset) + " (" + utf8(error.errorString()) + ")",
        "it is damaged or cut short: save it again");
}

} // namespace countercheck::intake
