// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/child.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace countercheck::intake {

namespace {

constexpr int noProgram = 127;
constexpr std::size_t mostErrors = 64u << 10;

class Descriptor {
public:
    explicit Descriptor(int fd = -1) : fd_(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    void reset(int fd) {
        close();
        fd_ = fd;
    }
    void close() {
        if (fd_ >= 0)
            ::close(fd_);
        fd_ = -1;
    }

private:
    int fd_;
};

/// Where the program lies: looked up before the fork, after which only calls that are safe there may be made.
std::string inPath(const std::string& program) {
    if (program.find('/') != std::string::npos)
        return program;
    const char* path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nothing here sets it
    std::string rest = path ? path : "/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t end = rest.find(':');
        const std::string candidate = rest.substr(0, end) + '/' + program;
        if (::access(candidate.c_str(), X_OK) == 0)
            return candidate;
        rest = end == std::string::npos ? std::string() : rest.substr(end + 1);
    }
    return {};
}

void limit(__rlimit_resource what, std::uint64_t most) {
    const rlimit value{most, most};
    ::setrlimit(what, &value);
}

} // namespace

ChildResult runChild(const std::vector<std::string>& words, std::string_view input, const ChildLimits& limits,
                     const std::stop_token& stop) {
    ChildResult result;
    const std::string program = inPath(words.front());
    if (program.empty())
        return result;
    const Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    for (std::size_t written = 0; written < input.size();) {
        const ssize_t n = ::write(file.get(), input.data() + written, input.size() - written);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return result;
        written += static_cast<std::size_t>(n);
    }
    ::lseek(file.get(), 0, SEEK_SET);
    std::array<int, 2> out{}, err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0)
        return result;
    Descriptor outRead(out[0]), outWrite(out[1]);
    if (::pipe2(err.data(), O_CLOEXEC) != 0)
        return result;
    Descriptor errRead(err[0]), errWrite(err[1]);
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT: execv does not write there
    arguments.push_back(nullptr);

    const pid_t child = ::fork();
    if (child < 0)
        return result;
    if (child == 0) { // only calls that are safe behind a fork
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        limit(RLIMIT_CPU, limits.seconds);
        limit(RLIMIT_AS, limits.memory);
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_FSIZE, limits.output);
        ::dup2(file.get(), 0);
        ::dup2(outWrite.get(), 1);
        ::dup2(errWrite.get(), 2);
        ::execv(program.c_str(), arguments.data());
        ::_exit(noProgram);
    }
    outWrite.close();
    errWrite.close();

    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + std::chrono::seconds(2 * limits.seconds);
    bool killed = false;
    const auto end = [&](ChildResult::End how) {
        ::kill(child, SIGKILL);
        result.end = how;
        killed = true;
    };
    std::array<pollfd, 2> polled{pollfd{outRead.get(), POLLIN, 0}, pollfd{errRead.get(), POLLIN, 0}};
    std::string buffer(64u << 10, '\0');
    while (!killed && (polled[0].fd >= 0 || polled[1].fd >= 0)) {
        if (stop.stop_requested()) {
            end(ChildResult::End::Stopped);
            break;
        }
        if (Clock::now() > until) {
            end(ChildResult::End::TooLong);
            break;
        }
        if (::poll(polled.data(), polled.size(), 50) < 0 && errno != EINTR)
            break;
        for (pollfd& one : polled) {
            if (one.fd < 0 || one.revents == 0)
                continue;
            const ssize_t got = ::read(one.fd, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0) {
                one.fd = -1;
                continue;
            }
            const std::string_view piece(buffer.data(), static_cast<std::size_t>(got));
            if (&one == &polled[1]) {
                if (result.errors.size() < mostErrors)
                    result.errors += piece;
            } else if (result.output.size() + piece.size() > limits.output) {
                end(ChildResult::End::TooMuch);
            } else {
                result.output += piece;
            }
        }
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (killed)
        return result;
    if (WIFEXITED(status)) {
        result.code = WEXITSTATUS(status);
        result.end = result.code == noProgram ? ChildResult::End::Missing : ChildResult::End::Exited;
    } else {
        const int signal = WTERMSIG(status);
        result.end = signal == SIGXCPU || signal == SIGKILL ? ChildResult::End::TooLong : ChildResult::End::Crashed;
    }
    return result;
}

} // namespace countercheck::intake
