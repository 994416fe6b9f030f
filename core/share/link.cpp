// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/link.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <sys/eventfd.h>
#include <unistd.h>

namespace countercheck::share {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr int mostAtOnce = 200;                    ///< records in one question or transaction
constexpr std::size_t mostBytesAtOnce = 64u << 20; ///< material that is held while it is taken in
constexpr milliseconds silence{20000};             ///< after that much of it, one asks
/// Where much comes in, it is taken in together: after a round that took some time one waits so many times as long, but
/// no longer than that, before the next one that only takes in. What is decided here never waits.
constexpr int restPerWork = 8;
constexpr milliseconds longestRest{400};
constexpr std::chrono::seconds betweenWrites{1}; ///< of the memory, which is only one

std::string refusedWords(const Fault& fault) {
    if (fault.state == code::insufficientPrivilege)
        return "the server does not let this login do that";
    return fault.what();
}

} // namespace

Link::Link(std::shared_ptr<store::CaseFile> file, Address address, Options options)
    : file_(std::move(file)), address_(std::move(address)), options_(std::move(options)),
      memory_(Memory::read(memoryPath(file_->path()))), wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (memory_.sentThrough > file_->snapshot()->records) { // the end of what came in was lost in a crash
        memory_.position = memory_.sentThrough = 0;
        memory_.seal.clear();
    }
    setMe({memory_.person, memory_.role, {}});
    standing_.waiting = file_->countAfter(memory_.sentThrough);
    standing_.refused = memory_.refused;
    thread_ = std::thread([this] { run(); });
}

Link::~Link() {
    {
        const std::lock_guard guard(mutex_);
        stop_ = true;
    }
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
    moved_.notify_all();
    thread_.join();
    ::close(wake_);
    file_->setGuard({});
}

bool Link::stopping() const {
    const std::lock_guard guard(mutex_);
    return stop_;
}

void Link::setMe(const Me& me) {
    {
        const std::lock_guard guard(mutex_);
        standing_.me = me;
    }
    // A record that may be made is about to be: it is sent as soon as it is on disk.
    file_->setGuard([this, me](const dossier::Record& record) {
        std::string why = whyNotShared(record, me);
        if (why.empty())
            nudge();
        return why;
    });
    file_->setUndoBy(me.person);
}

void Link::nudge() {
    {
        const std::lock_guard guard(mutex_);
        ++asked_;
        standing_.waiting = std::max<std::uint64_t>(standing_.waiting, 1);
    }
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
    moved_.notify_all();
}

void Link::tryNow() {
    {
        const std::lock_guard guard(mutex_);
        ++asked_;
        now_ = true;
    }
    const std::uint64_t one = 1;
    (void)!::write(wake_, &one, sizeof one);
    moved_.notify_all();
}

Standing Link::standing() const {
    const std::lock_guard guard(mutex_);
    return standing_;
}

bool Link::settle(milliseconds most) {
    tryNow();
    std::unique_lock guard(mutex_);
    const std::uint64_t wanted = asked_;
    moved_.wait_for(guard, most, [&] { return answered_ >= wanted; });
    return answered_ >= wanted && standing_.phase == Standing::Phase::Shared && standing_.waiting == 0;
}

void Link::publish(Standing::Phase phase, const std::string& words, bool arrived) {
    const std::uint64_t waiting = file_->countAfter(memory_.sentThrough);
    {
        const std::lock_guard guard(mutex_);
        const Standing before = standing_;
        standing_.phase = phase;
        standing_.words = words;
        standing_.waiting = waiting;
        standing_.refused = memory_.refused;
        if (standing_ == before && !arrived)
            return;
    }
    if (options_.changed)
        options_.changed(arrived);
}

/// Not at each record: a file that is replaced costs the disk more than the record itself. What a crash loses of it is
/// compared once more.
void Link::remember(bool now) {
    if (!now && Clock::now() < rememberNext_) {
        toRemember_ = true;
        return;
    }
    toRemember_ = false;
    rememberNext_ = Clock::now() + betweenWrites;
    (void)!memory_.write(memoryPath(file_->path())).empty();
}

/// Without a connection: true when something more was asked for before the time is up. False: try again.
bool Link::waitsFor(std::chrono::steady_clock::time_point until, std::uint64_t& asked) {
    std::unique_lock guard(mutex_);
    moved_.wait_until(guard, until, [&] { return stop_ || now_ || asked_ != asked; });
    if (stop_ || now_ || asked_ == asked)
        return false;
    asked = asked_;
    return true;
}

void Link::run() {
    milliseconds pause = options_.soonest;
    while (!stopping()) {
        std::uint64_t asked = 0;
        const auto takeUp = [&] {
            std::uint64_t count = 0;
            (void)!::read(wake_, &count, sizeof count);
            const std::lock_guard guard(mutex_);
            asked = asked_;
            now_ = false;
        };
        const auto answer = [&](std::uint64_t what) {
            const std::lock_guard guard(mutex_);
            answered_ = what;
            moved_.notify_all();
        };
        bool lost = true;
        try {
            takeUp();
            Server server(address_, [this] { return stopping(); });
            greet(server);
            while (!stopping()) {
                takeUp();
                const auto begun = Clock::now();
                round(server);
                const auto ended = Clock::now();
                pause = options_.soonest;
                answer(asked);
                const auto rested = ended + std::min<Clock::duration>((ended - begun) * restPerWork, longestRest);
                auto until = ended + silence;
                for (auto now = ended; now < until && !stopping(); now = Clock::now()) {
                    if (toRemember_ && now >= rememberNext_)
                        remember(true);
                    const auto next = toRemember_ ? std::min(until, rememberNext_) : until;
                    const auto left = std::chrono::ceil<milliseconds>(next - now);
                    server.connection().wait(wake_, static_cast<int>(left.count()));
                    const auto news = server.connection().notifications();
                    std::uint64_t count = 0;
                    if (::read(wake_, &count, sizeof count) > 0)
                        break;
                    if (std::find(news.begin(), news.end(), caseId_) != news.end())
                        until = std::min(until, rested);
                }
            }
        } catch (const Fault& fault) {
            if (toRemember_)
                remember(true);
            if (stopping())
                break;
            lost = fault.lost;
            publish(lost ? Standing::Phase::Away : Standing::Phase::Refused, refusedWords(fault), false);
        } catch (const std::exception& problem) {
            publish(Standing::Phase::Refused, problem.what(), false);
            lost = false;
        }
        answer(asked);
        // What is decided meanwhile is counted, and waits.
        const auto until = std::chrono::steady_clock::now() + (lost ? pause : options_.latest);
        pause = std::min(pause * 2, options_.latest);
        while (waitsFor(until, asked)) {
            const Standing now = standing();
            publish(now.phase, now.words, false);
            answer(asked); // there is no connection: that is the answer
        }
    }
    if (toRemember_)
        remember(true);
}

void Link::greet(Server& server) {
    const Welcome welcome = server.hello();
    if (welcome.format == 0)
        throw Fault("there are no shared cases in that database: its administrator makes the tables with "
                    "“countercheck-cli prepare”",
                    {}, false);
    Me me{welcome.person, welcome.role, {}};
    if (welcome.writesFrom > knownFormat)
        me.readOnly = "the shared cases on this server are of format " + std::to_string(welcome.format) +
                      ", and this Countercheck can change them up to format " + std::to_string(knownFormat) +
                      ": it only reads until you update it";
    else if (welcome.format < knownFormat)
        me.readOnly = "the shared cases on this server are of the older format " + std::to_string(welcome.format) +
                      ": this Countercheck only reads them until the administrator runs “countercheck-cli prepare”";
    else if (welcome.role == "viewer")
        me.readOnly = welcome.person +
                      " is viewer on this server: only a checker, editor or head of desk can change a shared case";
    setMe(me);
    memory_.person = me.person;
    memory_.role = me.role;

    CaseOnServer there = server.find(address_.caseName);
    if (there.id.empty()) {
        if (!options_.create) {
            std::string names;
            for (const auto& name : server.cases())
                names += (names.empty() ? "“" : ", “") + name + "”";
            throw Fault("there is no shared case “" + address_.caseName + "” on that server" +
                            (names.empty() ? std::string("; it has none yet") : "; it has " + names),
                        std::string(code::noCase), false);
        }
        there.id = server.make(address_.caseName, memory_.caseId);
    }
    if (!memory_.caseId.empty() && memory_.caseId != there.id)
        throw Fault("the server has another case of the name “" + address_.caseName +
                        "” than the one that this copy is of: nothing is sent to it; your copy is " + file_->path(),
                    std::string(code::noCase), false);
    memory_.caseId = caseId_ = there.id;
    server.connection().run("LISTEN countercheck");

    // Does the server still have what it had? After an older back-up was restored it has not, and gets it again.
    const std::string last = server.lastOf(caseId_, memory_.desk);
    bool same = last == memory_.deskLast &&
                (memory_.position == 0 || server.sealAt(caseId_, memory_.position) == memory_.seal) &&
                memory_.sentThrough <= file_->snapshot()->records;
    if (!last.empty() && !file_->holdsContent(last)) { // this copy is older than what it sent once: another desk
        memory_.desk = newDesk();
        memory_.deskLast.clear();
        same = false;
    } else {
        memory_.deskLast = last;
    }
    if (!same) {
        memory_.position = 0;
        memory_.seal.clear();
        memory_.sentThrough = 0;
    }
    remember(true);
}

void Link::round(Server& server) {
    send(server);
    const bool arrived = take(server);
    send(server); // what was decided meanwhile
    publish(Standing::Phase::Shared, {}, arrived);
}

/// Sends one record; true when it is there. False: the server will not have it.
bool Link::put(Server& server, dossier::Content content) {
    if (!content.previous.empty() && content.previous != memory_.deskLast &&
        server.known(caseId_, {content.previous}).empty())
        content.previous = memory_.deskLast; // the one before was refused, or is not there yet
    for (int attempt = 0;; ++attempt) {
        try {
            server.add(caseId_, content, memory_.desk, memory_.deskLast);
            memory_.deskLast = content.record.hash;
            return true;
        } catch (const Fault& fault) {
            if (fault.lost || fault.state == code::old || fault.state == code::noCase || fault.state == code::material)
                throw;
            if (fault.state == code::desk && attempt == 0) { // somebody sent under this desk's name
                memory_.desk = newDesk();
                memory_.deskLast.clear();
                continue;
            }
            memory_.refused.push_back({content.record.hash, refusedWords(fault)});
            return false;
        }
    }
}

void Link::sendSingly(Server& server, const std::vector<dossier::Content>& contents) {
    for (const auto& content : contents)
        put(server, content);
}

void Link::send(Server& server) {
    Me me;
    {
        const std::lock_guard guard(mutex_);
        me = standing_.me;
    }
    const bool whole = memory_.sentThrough == 0;
    auto read = file_->contentsAfter(memory_.sentThrough);
    if (const auto* problem = std::get_if<Problem>(&read))
        throw Fault(problem->message, {}, false);
    auto& contents = std::get<0>(read);
    if (contents.empty() || !me.readOnly.empty())
        return;
    std::uint64_t foreign = 0;
    for (std::size_t from = 0; from < contents.size(); from += mostAtOnce) {
        const std::size_t to = std::min(contents.size(), from + mostAtOnce);
        std::vector<std::string> hashes;
        for (std::size_t i = from; i < to; ++i)
            hashes.push_back(contents[i].record.hash);
        const auto known = server.known(caseId_, hashes);
        std::erase_if(memory_.refused, [&](const Refused& one) { return known.contains(one.hash); });
        std::vector<dossier::Content> wanted;
        for (std::size_t i = from; i < to; ++i) {
            const auto& content = contents[i];
            if (known.contains(content.record.hash) ||
                std::any_of(memory_.refused.begin(), memory_.refused.end(),
                            [&](const Refused& one) { return one.hash == content.record.hash; }))
                continue;
            if (content.record.by != me.person && me.role != "head") {
                ++foreign; // theirs to send, or a head's
                continue;
            }
            for (const store::Material& material : store::materialOf(content.record)) {
                if (server.hasMaterial(material.sha256))
                    continue;
                auto bytes = file_->blob(material.sha256);
                if (const auto* problem = std::get_if<Problem>(&bytes))
                    throw Fault(problem->message, {}, false);
                server.addMaterial(material.sha256, std::get<std::string>(bytes));
            }
            wanted.push_back(content);
        }
        if (wanted.size() < 2) {
            sendSingly(server, wanted);
        } else {
            const std::string before = memory_.deskLast;
            try {
                Work work(server.connection());
                for (const auto& content : wanted) {
                    server.add(caseId_, content, memory_.desk, memory_.deskLast);
                    memory_.deskLast = content.record.hash;
                }
                work.commit();
            } catch (const Fault& fault) {
                if (fault.lost) // whether they are there is asked when there is a connection again
                    throw;
                memory_.deskLast = before;
                sendSingly(server, wanted);
            }
        }
        memory_.sentThrough = contents[to - 1].carrier;
        remember();
    }
    const std::lock_guard guard(mutex_);
    standing_.foreign = whole ? foreign : standing_.foreign + foreign;
}

/// Takes in what the server has and the copy has not; true when something came.
bool Link::take(Server& server) {
    bool arrived = false;
    for (;;) {
        auto kept = server.recordsAfter(caseId_, memory_.position, mostAtOnce);
        if (kept.empty())
            return arrived;
        std::unordered_map<std::string, std::string> bytes;
        std::size_t held = 0, count = 0;
        std::string seal = memory_.seal;
        std::vector<dossier::Content> contents;
        std::string person;
        {
            const std::lock_guard guard(mutex_);
            person = standing_.me.person;
        }
        for (auto& one : kept) {
            if (held > mostBytesAtOnce)
                break;
            if (one.position != memory_.position + count + 1 || sealAfter(seal, one) != one.seal)
                throw Fault("the server's records do not hold at position " + std::to_string(one.position) +
                                ": nothing was taken in from there; “countercheck-cli verify” says more",
                            std::string(code::unsound), false);
            seal = one.seal;
            ++count;
            if (file_->holdsContent(one.content.record.hash))
                continue;
            for (const store::Material& material : store::materialOf(one.content.record))
                if (!bytes.contains(material.sha256) && !file_->has(material)) {
                    std::string& one_ = bytes[material.sha256];
                    one_ = server.material(material.sha256);
                    held += one_.size();
                }
            contents.push_back(std::move(one.content));
        }
        if (!contents.empty()) {
            auto taken = file_->takeIn(std::move(contents), person, [&](const store::Material& material) {
                const auto found = bytes.find(material.sha256);
                return found == bytes.end() ? std::string() : found->second;
            });
            if (const auto* problem = std::get_if<Problem>(&taken))
                throw Fault(problem->message, {}, false);
            const auto& [added, before, records] = std::get<0>(taken);
            arrived = arrived || added > 0;
            if (before == memory_.sentThrough)
                memory_.sentThrough = records;
        }
        memory_.position += count;
        memory_.seal = seal;
        remember();
        if (count == kept.size() && kept.size() < static_cast<std::size_t>(mostAtOnce))
            return arrived; // that was all; the server tells of what came since
    }
}

} // namespace countercheck::share
