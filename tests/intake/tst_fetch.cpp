// SPDX-License-Identifier: GPL-3.0-or-later
// One address, fetched from a server that the test is itself; and those that are never asked for.
#include "core/intake/fetch.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace countercheck;
using namespace countercheck::intake;

namespace {

/// Answers every request on a port of this machine with what `reply` makes of its path.
class Server {
public:
    explicit Server(std::function<std::string(const std::string& path, int port)> reply) : reply_(std::move(reply)) {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || ::listen(socket_, 16) != 0)
            qFatal("no port");
        socklen_t size = sizeof address;
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        thread_ = std::thread([this] { run(); });
    }
    ~Server() {
        stop_ = true;
        thread_.join();
        ::close(socket_);
    }
    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port) + path;
    }
    int port = 0;
    std::atomic<int> requests = 0;

private:
    std::function<std::string(const std::string&, int)> reply_;
    int socket_ = -1;
    std::atomic<bool> stop_ = false;
    std::thread thread_;

    void run() {
        while (!stop_) {
            pollfd one{socket_, POLLIN, 0};
            if (::poll(&one, 1, 20) <= 0)
                continue;
            const int client = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
            std::string request(4096, '\0');
            const ssize_t got = ::read(client, request.data(), request.size());
            request.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
            ++requests;
            const std::size_t blank = request.find(' ');
            const std::string answer =
                reply_(request.substr(blank + 1, request.find(' ', blank + 1) - blank - 1), port);
            for (std::size_t at = 0; at < answer.size();) {
                const ssize_t n = ::send(client, answer.data() + at, answer.size() - at, MSG_NOSIGNAL);
                if (n <= 0)
                    break;
                at += static_cast<std::size_t>(n);
            }
            ::close(client);
        }
    }
};

std::string ok(const std::string& body, const std::string& type = "text/html; charset=iso-8859-1") {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}
std::string to(const std::string& url) {
    return "HTTP/1.1 302 Found\r\nLocation: " + url + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}
FetchLimits here() {
    FetchLimits limits;
    limits.privateAddresses = true;
    limits.seconds = 5;
    return limits;
}
std::string messageOf(const std::variant<Fetched, Refusal>& result) {
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal ? refusal->message : std::string();
}

} // namespace

class FetchTest : public QObject {
    Q_OBJECT
private slots:
    void fetches() {
        const std::string page = "<html><body><p>Les \xE9l\xE8ves sont partis, dit-on, vers le fleuve avant l'aube, "
                                 "dimanche.</p></body></html>";
        Server server([&](const std::string& path, int) { return path == "/a" ? to("/news/b?x=1") : ok(page); });
        auto result = fetch(server.url("/a"), here());
        QVERIFY2(std::holds_alternative<Fetched>(result), messageOf(result).c_str());
        auto& fetched = std::get<Fetched>(result);
        QCOMPARE(fetched.bytes, page);
        QCOMPARE(fetched.url, server.url("/news/b?x=1"));
        QCOMPARE(fetched.mediaType, std::string("text/html"));
        QCOMPARE(fetched.charset, std::string("iso-8859-1"));
        QCOMPARE(int(server.requests), 2);
        const Contents contents = readFetched(std::move(fetched));
        QCOMPARE(contents.articles.size(), std::size_t{1});
        const dossier::Article& article = contents.articles.front().edit.article;
        QVERIFY(article.text.starts_with("Les élèves sont partis"));
        QCOMPARE(article.info.url, server.url("/news/b?x=1"));
        QCOMPARE(article.fileName, std::string("b"));
        QCOMPARE(contents.articles.front().edit.bytes, page);
    }
    void refusesThisMachine() {
        Server server([&](const std::string&, int) { return ok("secret"); });
        FetchLimits limits = here();
        limits.privateAddresses = false;
        for (const std::string& url :
             {server.url("/"), "http://localhost:" + std::to_string(server.port) + "/",
              "http://[::1]:" + std::to_string(server.port) + "/", "http://0:" + std::to_string(server.port) + "/",
              "http://2130706433:" + std::to_string(server.port) + "/",
              "http://[::ffff:127.0.0.1]:" + std::to_string(server.port) + "/"}) {
            const std::string message = messageOf(fetch(url, limits));
            QVERIFY2(!message.empty(), url.c_str());
            QVERIFY2(message.find("an address of this machine or of a private network") != std::string::npos ||
                         message.find("does not answer") != std::string::npos,
                     message.c_str());
        }
        QCOMPARE(int(server.requests), 0); // nobody was asked
    }
    void addresses_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPrivate");
        for (const char* address : {"127.0.0.1",
                                    "10.1.2.3",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd12::1",
                                    "ff02::1",
                                    "::ffff:10.0.0.1",
                                    "64:ff9b::7f00:1",
                                    "2002:7f00:1::",
                                    "2001::1",
                                    "2001:db8::1",
                                    "[::1]",
                                    "example",
                                    ""})
            QTest::newRow(address) << QString(address) << true;
        for (const char* address :
             {"1.1.1.1", "172.32.0.1", "193.0.0.1", "9.255.255.255", "100.128.0.1", "2606:4700::1",
              "2001:4860:4860::8888", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::"})
            QTest::newRow(address) << QString(address) << false;
    }
    void addresses() {
        QFETCH(QString, address);
        QFETCH(bool, isPrivate);
        QCOMPARE(isPrivateAddress(address.toStdString()), isPrivate);
    }
    void wrongAddresses_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << ""
                              << "an address is missing";
        QTest::newRow("a file") << "file:///etc/passwd"
                                << "only addresses of the web";
        QTest::newRow("ftp") << "ftp://example.org/"
                             << "only addresses of the web";
        QTest::newRow("a script") << "javascript:alert(1)"
                                  << "only addresses of the web";
        QTest::newRow("data") << "data:text/html,x"
                              << "only addresses of the web";
        QTest::newRow("words") << "plants burn"
                               << "this is no address";
        QTest::newRow("a password") << "https://a:b@example.org/"
                                    << "a name or password in it";
    }
    void wrongAddresses() {
        QFETCH(QString, url);
        QFETCH(QString, says);
        const QString message = QString::fromStdString(messageOf(fetch(url.toStdString())));
        QVERIFY2(message.contains(says) && message.endsWith('.'), qPrintable(message));
    }
    void answers_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("says");
        QTest::newRow("round and round") << "/loop"
                                         << "more than 5 times";
        QTest::newRow("away from the web") << "/file"
                                           << "it leads away from the web";
        QTest::newRow("not found") << "/404"
                                   << "there is no such page (HTTP 404)";
        QTest::newRow("forbidden") << "/403"
                                   << "log in if need be";
        QTest::newRow("error") << "/500"
                               << "answers with an error (HTTP 500)";
        QTest::newRow("empty") << "/empty"
                               << "an empty page";
        QTest::newRow("too large, said") << "/large"
                                         << "larger than 64 KiB";
        QTest::newRow("too large, not said") << "/endless"
                                             << "larger than 64 KiB";
        QTest::newRow("packed too large") << "/hang-up"
                                          << "could not be fetched";
    }
    void answers() {
        QFETCH(QString, path);
        QFETCH(QString, says);
        Server server([](const std::string& asked, int) -> std::string {
            if (asked == "/loop")
                return to("/loop");
            if (asked == "/file")
                return to("file:///etc/passwd");
            if (asked == "/404" || asked == "/403" || asked == "/500")
                return "HTTP/1.1 " + asked.substr(1) + " x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx";
            if (asked == "/large")
                return ok(std::string(200'000, 'x'));
            if (asked == "/endless")
                return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(200'000, 'x');
            if (asked == "/hang-up")
                return "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nx";
            return ok("");
        });
        FetchLimits limits = here();
        limits.bytes = 64 << 10;
        const QString message = QString::fromStdString(messageOf(fetch(server.url(path.toStdString()), limits)));
        QVERIFY2(message.contains(says) && message.startsWith("http://127.0.0.1:") && message.endsWith('.'),
                 qPrintable(message));
    }
    void stops() {
        std::stop_source stop;
        stop.request_stop();
        Server server([](const std::string&, int) { return ok("x"); });
        QVERIFY(messageOf(fetch(server.url("/"), here(), stop.get_token())).find("it was cancelled") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(FetchTest)
#include "tst_fetch.moc"
