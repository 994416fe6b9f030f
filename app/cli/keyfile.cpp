// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keyfile.h"

#include "app/cli/cases.h"
#include "app/cli/commands.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace countercheck::cli {

namespace {

/// Asks on the terminal without showing what is typed. False when there is no terminal.
bool ask(const char* question, std::string& answer) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+"), &std::fclose);
    if (!terminal)
        return false;
    const int file = ::fileno(terminal.get());
    termios shown{};
    if (::tcgetattr(file, &shown) != 0)
        return false;
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(file, TCSAFLUSH, &hidden);
    std::fputs(question, terminal.get());
    std::fflush(terminal.get());
    answer.clear();
    for (int c = std::fgetc(terminal.get()); c != EOF && c != '\n'; c = std::fgetc(terminal.get()))
        answer += static_cast<char>(c);
    std::fputc('\n', terminal.get());
    ::tcsetattr(file, TCSAFLUSH, &shown);
    return true;
}

bool fromEnvironment(std::string& passphrase) {
    const char* const value = std::getenv(passphraseVariable);
    if (value)
        passphrase = value;
    return value != nullptr;
}

} // namespace

std::shared_ptr<const dossier::Signer> openKey(const std::string& path, std::string& problem) {
    struct stat there {};
    if (::stat(path.c_str(), &there) != 0) {
        problem = path + ": " + std::strerror(errno) + "; make a key with countercheck-cli key " + path;
        return nullptr;
    }
    constexpr off_t largest = 64 << 10;
    if (!S_ISREG(there.st_mode) || there.st_size > largest) {
        problem = path + ": is not a key file; make one with countercheck-cli key FILE";
        return nullptr;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file) {
        problem = path + ": cannot be read; check its permissions";
        return nullptr;
    }
    std::string passphrase;
    if (dossier::Signer::wantsPassphrase(text) && !fromEnvironment(passphrase) &&
        !ask(("Passphrase of " + path + ": ").c_str(), passphrase)) {
        problem = path + ": is protected by a passphrase and there is no terminal to ask on; set " +
                  std::string(passphraseVariable);
        return nullptr;
    }
    auto key = dossier::Signer::fromKeyFile(text, passphrase);
    if (auto* wrong = std::get_if<std::string>(&key)) {
        problem = path + ": " + *wrong;
        return nullptr;
    }
    return std::move(std::get<0>(key));
}

std::string newPassphrase(std::string& problem) {
    std::string passphrase;
    if (fromEnvironment(passphrase)) {
        if (passphrase.empty())
            problem = std::string(passphraseVariable) + " is empty; set it, or use --unprotected";
        return passphrase;
    }
    std::string again;
    if (!ask("New passphrase: ", passphrase) || !ask("Once more: ", again))
        problem = "there is no terminal to ask for a passphrase on; set " + std::string(passphraseVariable) +
                  ", or use --unprotected";
    else if (passphrase.empty())
        problem = "an empty passphrase protects nothing; choose one, or use --unprotected";
    else if (passphrase != again)
        problem = "the two are not the same; try again";
    return passphrase;
}

int key(const Arguments& arguments) {
    const std::string& path = arguments.words().front();
    struct stat there {};
    if (::stat(path.c_str(), &there) == 0) {
        std::string problem;
        const auto signer = openKey(path, problem);
        if (!signer)
            return fail("key", problem);
        std::printf("%s\n", signer->publicKey().c_str());
        return Done;
    }
    std::string passphrase;
    if (!arguments.has("--unprotected")) {
        std::string problem;
        passphrase = newPassphrase(problem);
        if (!problem.empty())
            return fail("key", problem);
    }
    const auto signer = dossier::Signer::generate();
    const mode_t mask = ::umask(0077); // for its owner's eyes only
    const std::string problem = writeWhole(path, signer->toKeyFile(passphrase));
    ::umask(mask);
    if (!problem.empty())
        return fail("key", problem);
    std::printf("%s\n", signer->publicKey().c_str());
    return Done;
}

} // namespace countercheck::cli
