// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom for tests: a PostgreSQL of its own (packaging/newsroom.sh), and desks that work on one of its cases.
#pragma once

#include "core/share/link.h"
#include "tests/store/outcome.h"
#include "tests/store/samples.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace newsroom {

using namespace samples;
namespace share = countercheck::share;

/// A port of the loopback that nobody uses.
inline int freePort() {
    const int file = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool bound = ::bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::getsockname(file, reinterpret_cast<sockaddr*>(&address), &length) == 0;
    ::close(file);
    return bound ? ntohs(address.sin_port) : 0;
}

class Newsroom {
public:
    Newsroom() {
        ::chmod(folder_.path().toUtf8().constData(), 0755); // the server's own user goes in
        port_ = freePort();
    }
    ~Newsroom() { run({"down", room()}); }

    /// Runs packaging/newsroom.sh; its standard output, and what went wrong in `problem`.
    QByteArray run(const QStringList& arguments, const QByteArray& input = {}) {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("COUNTERCHECK_NEWSROOM"), room());
        environment.insert(QStringLiteral("COUNTERCHECK_NEWSROOM_PORT"), QString::number(port_));
        if (tls)
            environment.insert(QStringLiteral("NEWSROOM_TLS"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(folder_.filePath(QStringLiteral("out")));
        process.setStandardErrorFile(folder_.filePath(QStringLiteral("err")));
        process.start(QStringLiteral(NEWSROOM_SCRIPT), arguments);
        process.write(input);
        process.closeWriteChannel();
        const bool done = process.waitForFinished(120000) && process.exitCode() == 0;
        QFile out(folder_.filePath(QStringLiteral("out"))), err(folder_.filePath(QStringLiteral("err")));
        (void)out.open(QIODevice::ReadOnly);
        (void)err.open(QIODevice::ReadOnly);
        problem = done ? QByteArray() : err.readAll() + " (exit " + QByteArray::number(process.exitCode()) + ")";
        return out.readAll();
    }
    bool up() {
        run({QStringLiteral("up"), room()});
        return problem.isEmpty();
    }
    /// One statement as the administrator; the answer's rows, columns by |.
    QByteArray sql(const QByteArray& statement) {
        return run({QStringLiteral("psql"), QStringLiteral("--command"), QString::fromUtf8(statement)}).trimmed();
    }
    std::string uri(const std::string& login, const std::string& caseName, const std::string& more = {}) const {
        return "postgresql://" + login + "@127.0.0.1:" + std::to_string(port_) +
               "/newsroom?passfile=" + room().toStdString() + "/pgpass" +
               (caseName.empty() ? "" : "&case=" + caseName) + more;
    }
    share::Address address(const std::string& login, const std::string& caseName, const std::string& more = {}) const {
        auto read = share::Address::tryFrom(uri(login, caseName, more));
        return std::holds_alternative<share::Address>(read) ? std::get<share::Address>(read) : share::Address{};
    }
    QString room() const { return folder_.filePath(QStringLiteral("room")); }
    QString path(const QString& name) const { return folder_.filePath(name); }
    int port() const { return port_; }

    bool tls = false;
    QByteArray problem;

private:
    QTemporaryDir folder_;
    int port_ = 0;
};

/// Somebody's copy of a case, and its link.
struct Desk {
    std::shared_ptr<store::CaseFile> file;
    std::unique_ptr<share::Link> link;
    std::string name;

    /// `create`: makes the case on the server.
    Desk(Newsroom& room, const std::string& login, std::string person, const std::string& caseName, bool create = false,
         const std::string& copy = {}, std::function<void(bool)> changed = {})
        : name(std::move(person)), room_(room), login_(login), caseName_(caseName), create_(create),
          path_(room.path(QString::fromStdString((copy.empty() ? caseName + "-" + login : copy) + ".countercheck"))
                    .toStdString()),
          changed_(std::move(changed)) {
        auto opened = store::CaseFile::open(path_, store::OpenMode::CreateOrOpen);
        if (auto* made = std::get_if<std::unique_ptr<store::CaseFile>>(&opened))
            file = std::move(*made);
        if (file)
            connect();
    }
    void connect() {
        share::Link::Options options;
        options.create = create_;
        options.soonest = std::chrono::milliseconds(50);
        options.latest = std::chrono::milliseconds(400);
        options.changed = changed_;
        link.reset(); // one at a time: the one that goes takes its rules off the case
        link = std::make_unique<share::Link>(file, room_.address(login_, caseName_), options);
    }
    [[nodiscard]] bool settle() const { return link->settle(std::chrono::seconds(60)); }
    /// Decides, and tells the link. The problem's message; empty when there is none.
    std::string decide(const dossier::Edit& edit) const {
        const auto outcome = file->apply(edit, name);
        link->nudge();
        return message(outcome);
    }
    [[nodiscard]] std::vector<std::string> hashes() const {
        std::vector<std::string> all;
        auto contents = file->contentsAfter(0);
        if (auto* list = std::get_if<std::vector<dossier::Content>>(&contents))
            for (const auto& content : *list)
                all.push_back(content.record.hash);
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    Newsroom& room_;
    std::string login_, caseName_;
    bool create_;
    std::string path_;
    std::function<void(bool)> changed_;
};

inline const dossier::QuestionKey taken{"taken"};
inline const dossier::QuestionKey men{"men"};

/// People and two articles; the results that stand for what the engine finds in them.
inline void fill(store::CaseFile& file, const std::string& by) {
    DONE(file.apply(article("first", first), by));
    DONE(file.apply(article("second", second), by));
    DONE(file.setComparison(results()));
}

} // namespace newsroom
