// SPDX-License-Identifier: GPL-3.0-or-later
// Reads tests/read/*.tsv: one example a line, text, a tab, what is expected. "\n" in a text is a new paragraph.
#pragma once

#include "core/read/mentions.h"
#include "core/read/names/gazetteer.h"

#include <QFile>
#include <QTest>

#include <string>

namespace countercheck::read {

inline void addRows(const char* file) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QFile table(QStringLiteral(COUNTERCHECK_TEST_DATA "/read/") + QString::fromUtf8(file));
    QVERIFY2(table.open(QIODevice::ReadOnly), file);
    int rows = 0;
    while (!table.atEnd()) {
        const QString line = QString::fromUtf8(table.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QStringList cells = line.split(QLatin1Char('\t'));
        QVERIFY2(cells.size() == 2, qPrintable(line));
        QString text = cells[0];
        text.replace(QStringLiteral("\\n"), QStringLiteral("\n\n"));
        QTest::newRow(qPrintable(QString::number(++rows) + QLatin1Char(' ') + cells[0].left(48))) << text << cells[1];
    }
    QVERIFY(rows > 0);
}

/// A text with everything that it mentions; the text is kept alive as long as this is.
struct Read {
    std::string text;
    text::Reading reading;
    Mentions mentions;
    explicit Read(const QString& given, text::Language language = text::Language::English) : text(given.toStdString()) {
        text::read(text, language, reading);
        readTimes(reading, ReadContext{}, mentions); // the parts that are under test, without the figures
        readQuotes(reading, mentions);
        readNames(reading, mentions);
        readAttributions(reading, mentions);
    }
    [[nodiscard]] QString of(text::Span span) const {
        const std::string_view words = reading.of(span);
        return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
    }
};

} // namespace countercheck::read
