// SPDX-License-Identifier: GPL-3.0-or-later
// Reading XML of strangers: Qt's stream reader, which resolves nothing from outside and expands entities only so far,
// with a limit on nesting and one clear fault.
#pragma once

#include "core/intake/document.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <optional>
#include <string>

namespace countercheck::intake {

inline constexpr int deepestXml = 500;

/// A reader over bytes or decoded text (whose declared encoding then does not count). The bytes must outlive it.
inline QByteArray sharedBytes(std::string_view bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Runs over a document: `begin` and `end` on elements, `words` on text. `begin` false: the element is skipped with all
/// that is in it. Faults: not well-formed, nested too deep, entities of its own.
template <class Begin, class End, class Words>
std::optional<Fault> walkXml(QXmlStreamReader& xml, const Begin& begin, const End& end, const Words& words) {
    int depth = 0, skipped = 0;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++depth > deepestXml)
                return Fault{"its elements are nested more than " + std::to_string(deepestXml) + " deep",
                             "save it again with the program that made it"};
            if (skipped > 0 || !begin(xml))
                ++skipped;
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (skipped > 0)
                --skipped;
            else
                end(xml);
            break;
        case QXmlStreamReader::Characters:
            if (skipped == 0)
                words(xml.text());
            break;
        case QXmlStreamReader::EntityReference:
            if (skipped == 0)
                return Fault{"it uses an entity of its own (&" + xml.name().toString().toStdString() +
                                 ";), which is not resolved",
                             "save it again with the program that made it"};
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        return Fault{"its XML does not hold, line " + std::to_string(xml.lineNumber()) + " (" +
                         xml.errorString().toStdString() + ")",
                     "it is damaged or cut short: save it again with the program that made it"};
    return std::nullopt;
}

} // namespace countercheck::intake
