// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/pagemeta.h"

#include "core/intake/page.h"
#include "core/intake/strings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace countercheck::intake {

namespace {

std::string utf8(const QString& words) {
    return words.toStdString();
}

void set(std::string& field, const std::string& value) {
    if (field.empty())
        field = value;
}

bool isArticleType(const QJsonValue& type) {
    if (type.isArray()) {
        const QJsonArray types = type.toArray();
        return std::any_of(types.begin(), types.end(), [](const QJsonValue& one) { return isArticleType(one); });
    }
    QString name = type.toString();
    name = name.mid(name.lastIndexOf(u'/') + 1);
    return name.endsWith(u"Article") || name.endsWith(u"BlogPosting") || name == u"Report" || name == u"NewsItem";
}

/// The first article in it, however deep: under @graph, in lists, as the main entity of a page.
QJsonObject articleIn(const QJsonValue& value, int depth) {
    if (depth > 8)
        return {};
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            if (const QJsonObject found = articleIn(item, depth + 1); !found.isEmpty())
                return found;
        return {};
    }
    const QJsonObject object = value.toObject();
    if (isArticleType(object[u"@type"]) && (object.contains(u"headline") || object.contains(u"articleBody")))
        return object;
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"})
        if (object.contains(QLatin1String(key)))
            if (const QJsonObject found = articleIn(object[QLatin1String(key)], depth + 1); !found.isEmpty())
                return found;
    return {};
}

/// The object that "@id" names, anywhere in the data.
QJsonObject byId(const QJsonValue& value, const QString& id, int depth) {
    if (depth > 4)
        return {};
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            if (const QJsonObject found = byId(item, id, depth + 1); !found.isEmpty())
                return found;
        return {};
    }
    const QJsonObject object = value.toObject();
    if (object[u"@id"].toString() == id && object.contains(u"name"))
        return object;
    return object.contains(u"@graph") ? byId(object[u"@graph"], id, depth + 1) : QJsonObject();
}

/// The name of a person or an organisation, or the names of several.
std::string nameOf(const QJsonValue& value, const QJsonValue& all, int depth = 0) {
    if (value.isString()) {
        const std::string name = collapsed(utf8(value.toString()));
        return isWebAddress(name) ? std::string() : name;
    }
    if (value.isArray() && depth == 0) {
        std::string names;
        for (const QJsonValue& item : value.toArray())
            if (const std::string name = nameOf(item, all, 1); !name.empty() && names.size() < 200)
                names += (names.empty() ? "" : ", ") + name;
        return names;
    }
    const QJsonObject object = value.toObject();
    if (object.contains(u"name"))
        return nameOf(object[u"name"], all, depth + 1);
    if (depth < 2 && object.contains(u"@id"))
        return nameOf(byId(all, object[u"@id"].toString(), 0)[u"name"], all, 2);
    return {};
}

std::string wordsOf(const QJsonValue& value) {
    const std::string words = utf8(value.toString());
    return words.find_first_of("<&") == std::string::npos ? words : textOfHtml(words);
}

std::string addressOf(const QJsonValue& value) {
    const std::string url = utf8((value.isObject() ? value.toObject()[u"@id"] : value).toString());
    return isWebAddress(url) ? url : std::string();
}

void readData(const PageTree& tree, PageMeta& meta) {
    for (const std::string& json : tree.data) {
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
        const QJsonValue all = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const QJsonObject article = articleIn(all, 0);
        if (article.isEmpty())
            continue;
        set(meta.info.title, collapsed(trimmed(wordsOf(article[u"headline"]))));
        set(meta.info.publisher, nameOf(article[u"publisher"], all));
        set(meta.info.published, instantOf(utf8(article[u"datePublished"].toString())));
        set(meta.modified, instantOf(utf8(article[u"dateModified"].toString())));
        set(meta.author, nameOf(article[u"author"], all));
        set(meta.info.language, languageTagOf(nameOf(article[u"inLanguage"], all)));
        set(meta.info.url, addressOf(article[u"url"]));
        set(meta.info.url, addressOf(article[u"mainEntityOfPage"]));
        set(meta.description, collapsed(trimmed(wordsOf(article[u"description"]))));
        set(meta.articleBody, wordsOf(article[u"articleBody"]));
        const QJsonValue free = article[u"isAccessibleForFree"];
        meta.partial = meta.partial || (free.isBool() && !free.toBool()) ||
                       free.toString().compare(u"false", Qt::CaseInsensitive) == 0;
    }
}

std::string metaNamed(const PageTree& tree, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const auto& [key, value] : tree.metas)
            if (key == name)
                return value;
    return {};
}

std::string dateNamed(const PageTree& tree, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        for (const auto& [key, value] : tree.metas)
            if (key == name)
                if (std::string instant = instantOf(value); !instant.empty())
                    return instant;
    return {};
}

std::string markNamed(const PageTree& tree, std::string_view name, bool date) {
    for (const auto& [key, value] : tree.marks)
        if (key == name)
            if (std::string found = date ? instantOf(value) : value; !found.empty() && found.size() < 300)
                return found;
    return {};
}

void readComments(const PageTree& tree, PageMeta& meta) {
    for (const std::string& comment : tree.comments) {
        // "saved from url=(0031)https://example.org/news/plants" (browsers)
        if (const std::size_t at = comment.find("saved from url="); at != std::string::npos) {
            std::string_view rest = std::string_view(comment).substr(at + 15);
            if (rest.starts_with('('))
                rest.remove_prefix(std::min(rest.size(), rest.find(')') + 1));
            rest = trimmed(rest).substr(0, trimmed(rest).find_first_of(" \r\n"));
            if (isWebAddress(rest))
                set(meta.info.url, std::string(rest));
        }
        // "Page saved with SingleFile \n url: … \n saved date: Tue Jan 13 2026 10:12:00 GMT+0000 (…)"
        if (comment.find("SingleFile") == std::string::npos)
            continue;
        if (const std::size_t at = comment.find("url: "); at != std::string::npos) {
            const std::string_view rest = std::string_view(comment).substr(at + 5);
            if (const auto url = rest.substr(0, rest.find_first_of(" \r\n")); isWebAddress(url))
                set(meta.info.url, std::string(url));
        }
        if (const std::size_t at = comment.find("saved date: "); at != std::string::npos) {
            std::string_view rest = std::string_view(comment).substr(at + 12);
            rest = rest.substr(0, rest.find_first_of("(\r\n"));
            set(meta.captured, instantOf(rest));
        }
    }
}

/// Takes the site's name off a page's title: "Plants burn in Kayes | Wamaps".
std::string withoutSite(std::string title, const std::string& site, const std::string& host) {
    static constexpr std::array<std::string_view, 7> dividers = {
        " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ", " :: ", " \xC2\xBB "};
    for (int again = 0; again < 2; ++again)
        for (const std::string_view divider : dividers) {
            const std::size_t at = title.rfind(divider);
            if (at == std::string::npos || at < 8)
                continue;
            const std::string tail = lowered(title.substr(at + divider.size()));
            std::string joined;
            for (const char c : tail)
                if (c != ' ')
                    joined += c;
            const bool isSite = (!site.empty() && (tail == lowered(site) || tail.starts_with(lowered(site)))) ||
                                (!host.empty() && joined.size() >= 3 &&
                                 (joined == host || host.starts_with(joined + '.') || host.find(joined) == 0));
            if (isSite) {
                title.resize(at);
                break;
            }
        }
    return title;
}

} // namespace

PageMeta metaOf(const PageTree& tree, const std::string& url) {
    PageMeta meta;
    const auto absolute = [&](const std::string& address) -> std::string {
        if (address.empty() || isWebAddress(address))
            return address;
        const std::string& from = !url.empty() ? url : tree.base;
        if (!isWebAddress(from))
            return {};
        const QUrl resolved = QUrl(QString::fromStdString(from)).resolved(QUrl(QString::fromStdString(address)));
        const std::string out = utf8(QString::fromLatin1(resolved.toEncoded()));
        return isWebAddress(out) ? out : std::string();
    };
    // The address first: what JSON-LD says of it is often another page's.
    set(meta.info.url, absolute(tree.canonical));
    set(meta.info.url, absolute(metaNamed(tree, {"og:url", "twitter:url", "dc.identifier", "dcterms.identifier"})));
    if (!isWebAddress(meta.info.url))
        meta.info.url = url;
    readComments(tree, meta);
    readData(tree, meta);

    meta.siteName = metaNamed(tree, {"og:site_name", "application-name", "al:android:app_name"});
    set(meta.info.publisher, metaNamed(tree, {"citation_publisher", "dc.publisher", "dcterms.publisher"}));
    set(meta.info.publisher, meta.siteName);
    set(meta.info.publisher, hostOfAddress(meta.info.url));

    const std::string host = hostOfAddress(meta.info.url);
    set(meta.info.title,
        withoutSite(metaNamed(tree, {"og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"}),
                    meta.siteName, host));
    set(meta.info.title, markNamed(tree, "headline", false));

    set(meta.info.published, dateNamed(tree, {"article:published_time",
                                              "og:published_time",
                                              "og:article:published_time",
                                              "datepublished",
                                              "parsely-pub-date",
                                              "citation_publication_date",
                                              "dcterms.issued",
                                              "dc.date.issued",
                                              "dcterms.created",
                                              "dc.date.created",
                                              "dcterms.date",
                                              "dc.date",
                                              "sailthru.date",
                                              "pubdate",
                                              "publishdate",
                                              "publish-date",
                                              "publication_date",
                                              "date.released",
                                              "article.published",
                                              "cxenseparse:recs:publishtime",
                                              "date"}));
    set(meta.info.published, markNamed(tree, "datepublished", true));
    set(meta.modified, dateNamed(tree, {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
                                        "dc.date.modified", "article.updated", "lastmod", "last-modified"}));
    set(meta.modified, markNamed(tree, "datemodified", true));
    set(meta.info.published, markNamed(tree, "time", true)); // the first one, as pages put it under the headline

    set(meta.author, metaNamed(tree, {"article:author", "og:article:author", "parsely-author", "byl", "citation_author",
                                      "dc.creator", "dcterms.creator", "author", "sailthru.author"}));
    if (isWebAddress(meta.author))
        meta.author.clear();
    set(meta.author, markNamed(tree, "author", false));
    set(meta.info.language, languageTagOf(tree.language));
    set(meta.info.language, languageTagOf(metaNamed(tree, {"content-language", "dc.language", "dcterms.language",
                                                           "inlanguage", "language", "og:locale"})));
    set(meta.info.language, languageTagOf(markNamed(tree, "inlanguage", false)));
    set(meta.description, metaNamed(tree, {"og:description", "description", "dc.description", "twitter:description"}));
    set(meta.info.title, withoutSite(tree.title, meta.siteName.empty() ? meta.info.publisher : meta.siteName, host));
    return meta;
}

} // namespace countercheck::intake
