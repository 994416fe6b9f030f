// SPDX-License-Identifier: GPL-3.0-or-later
// Lines from a pipe, however they are cut into pieces.
#include "app/cli/stream.h"

#include <QTest>

#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace countercheck::cli;

class TstStream : public QObject {
    Q_OBJECT
private slots:
    void lines_data();
    void lines();
    void whatIsReady();
    void aLongLine();
    void outputFails();
};

void TstStream::lines_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("wanted");
    const auto row = [](const char* name, QByteArray bytes, QList<QByteArray> wanted) {
        QTest::newRow(name) << bytes << wanted;
    };
    row("nothing", "", {});
    row("one", "a\n", {"a"});
    row("no line end at the end", "a\nb", {"a", "b"});
    row("empty lines", "\n\na\n\n", {"", "", "a", ""});
    row("CRLF", "a\r\nb\r\n", {"a", "b"});
    row("CR at the end", "a\r", {"a"});
    row("CR within", "a\rb\n", {"a\rb"});
    row("NUL", QByteArray("a\0b\nc", 5), {QByteArray("a\0b", 3), "c"});
}

void TstStream::lines() {
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, wanted);
    // All at once, and byte by byte.
    for (const bool slowly : {false, true}) {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        std::thread writer([&, to = ends[1]] {
            if (slowly)
                for (const char byte : bytes)
                    (void)!::write(to, &byte, 1);
            else
                (void)!::write(to, bytes.data(), static_cast<std::size_t>(bytes.size()));
            ::close(to);
        });
        LineReader reader(ends[0], nullptr);
        QList<QByteArray> got;
        while (const auto line = reader.next()) {
            QVERIFY(!line->tooLong);
            got << QByteArray(line->text.data(), static_cast<qsizetype>(line->text.size()));
            QCOMPARE(reader.number(), static_cast<std::uint64_t>(got.size()));
        }
        writer.join();
        ::close(ends[0]);
        QCOMPARE(got, wanted);
        QVERIFY(reader.failed().empty());
    }
}

void TstStream::whatIsReady() {
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], "a\nb\nc", 5), ssize_t{5});
    ::close(ends[1]);
    LineReader reader(ends[0], nullptr);
    QVERIFY(!reader.ready()); // nothing has been read
    QCOMPARE(reader.next()->text, std::string_view("a"));
    QVERIFY(reader.ready());
    QCOMPARE(reader.next()->text, std::string_view("b"));
    QVERIFY(!reader.ready()); // who knows whether it ends there
    QCOMPARE(reader.next()->text, std::string_view("c"));
    QVERIFY(!reader.ready() && !reader.next());
    ::close(ends[0]);
}

void TstStream::aLongLine() {
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const std::string first(3'000'000, 'x');
    const std::string all = "short\n" + first + "\nlast\n";
    std::thread writer([&, to = ends[1]] {
        for (std::size_t at = 0; at < all.size();) {
            const ssize_t n = ::write(to, all.data() + at, std::min<std::size_t>(all.size() - at, 7777));
            if (n <= 0)
                break;
            at += static_cast<std::size_t>(n);
        }
        ::close(to);
    });
    LineReader reader(ends[0], nullptr);
    QCOMPARE(reader.next()->text, std::string_view("short"));
    const auto line = reader.next();
    QVERIFY(line->text == first);
    QVERIFY(reader.next()->text == "last");
    QVERIFY(!reader.next());
    writer.join();
    ::close(ends[0]);
}

void TstStream::outputFails() {
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0)
        QSKIP("no /dev/full here");
    Output out(full);
    out.buffer() = "a";
    QVERIFY(out.failed().empty());
    out.flush();
    QVERIFY(!out.failed().empty());
    QVERIFY(out.buffer().empty());
    ::close(full);
}

QTEST_GUILESS_MAIN(TstStream)
#include "tst_stream.moc"
