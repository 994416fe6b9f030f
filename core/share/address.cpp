// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/address.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>

#include <libpq-fe.h>
#include <unistd.h>

namespace countercheck::share {

namespace {

/// Certificates of authorities that Debian trusts.
constexpr const char* systemAuthorities = "/etc/ssl/certs/ca-certificates.crt";

std::optional<std::string> percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto hex = text.substr(i + 1, 2);
        if (hex.size() != 2 || !std::isxdigit(static_cast<unsigned char>(hex[0])) ||
            !std::isxdigit(static_cast<unsigned char>(hex[1])))
            return std::nullopt;
        const char byte = static_cast<char>(std::stoi(std::string(hex), nullptr, 16));
        if (byte == '\0')
            return std::nullopt;
        out += byte;
        i += 2;
    }
    return out;
}

/// Is every host of a list ("a,b") on this machine? An empty one is the local socket.
bool allStayHere(std::string_view hosts) {
    for (;;) {
        const auto comma = hosts.find(',');
        if (!staysHere(hosts.substr(0, comma)))
            return false;
        if (comma == std::string_view::npos)
            return true;
        hosts.remove_prefix(comma + 1);
    }
}

const Problem hasPassword{
    "the address holds a password, which everybody on this machine can see in the list of processes: change that "
    "password, put the new one into ~/.pgpass (host:port:database:user:password, mode 0600), a service file or the "
    "keyring, and give the address without it"};

} // namespace

bool isAddress(std::string_view text) {
    return text.starts_with("postgresql://") || text.starts_with("postgres://");
}

bool staysHere(std::string_view host) {
    if (host.empty() || host.front() == '/' || host.front() == '@')
        return true;
    if (host == "localhost" || host == "::1")
        return true;
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string Address::value(std::string_view keyword) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const auto& pair) { return pair.first == keyword; });
    return found == parameters.end() ? std::string() : found->second;
}

std::string Address::shown() const {
    std::string text = caseName.empty() ? std::string() : "“" + caseName + "” on ";
    const std::string host = value("host").empty() ? value("hostaddr") : value("host");
    if (!value("service").empty())
        text += "service " + value("service");
    else
        text += host.empty() || host.front() == '/' ? "this machine" : host;
    if (!value("port").empty())
        text += ":" + value("port");
    if (!value("dbname").empty())
        text += "/" + value("dbname");
    return text;
}

Outcome<Address> Address::tryFrom(std::string_view uri) {
    const std::string form = "write it like postgresql://user@host/database?case=NAME";
    if (!isAddress(uri))
        return Problem{"this is no address of a shared case: " + form};
    // “case” is ours; libpq knows the rest.
    Address address;
    const auto query = uri.find('?');
    std::string rest(uri.substr(0, query));
    if (query != std::string_view::npos) {
        std::string_view left = uri.substr(query + 1);
        char mark = '?';
        while (!left.empty()) {
            const auto end = std::min(left.find('&'), left.size());
            const std::string_view one = left.substr(0, end);
            left.remove_prefix(std::min(end + 1, left.size()));
            if (one.starts_with("case=")) {
                auto name = percentDecoded(one.substr(5));
                if (!name || name->size() > 200)
                    return Problem{"the name of the case in the address cannot be read: " + form};
                address.caseName = std::move(*name);
                continue;
            }
            rest += mark;
            rest += one;
            mark = '&';
        }
    }
    char* words = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(rest.c_str(), &words),
                                                                               &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> why(words, &PQfreemem);
    if (!options) // its words may quote the whole address, and a password in it
        return Problem{"the address cannot be read: " + form + " (what is special in a name is written like %20)"};
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (!option->val || !*option->val)
            continue;
        const std::string_view keyword = option->keyword;
        if (keyword == "password" || keyword == "sslpassword")
            return hasPassword;
        address.parameters.emplace_back(keyword, option->val);
    }

    const std::string mode = address.value("sslmode");
    const std::string host = address.value("host"), hostaddr = address.value("hostaddr");
    const bool named = !host.empty() || !hostaddr.empty();
    const bool here = named && allStayHere(host) && allStayHere(hostaddr);
    if (!here) { // a service file or the environment may name any host: the local socket needs no encryption anyway
        if (!mode.empty() && mode != "verify-full" && mode != "verify-ca")
            return Problem{"sslmode=" + mode + " would let others on the network read along or pretend to be " +
                           (named ? host.empty() ? hostaddr : host : std::string("the server")) +
                           ": leave it out (verify-full), or use verify-ca"};
        if (mode.empty())
            address.parameters.emplace_back("sslmode", "verify-full");
        const char* home = ::getenv("HOME");
        const std::string own = home ? std::string(home) + "/.postgresql/root.crt" : std::string();
        if (address.value("sslrootcert").empty() && !::getenv("PGSSLROOTCERT") &&
            (own.empty() || ::access(own.c_str(), R_OK) != 0) && ::access(systemAuthorities, R_OK) == 0)
            address.parameters.emplace_back("sslrootcert", systemAuthorities);
    }
    return address;
}

} // namespace countercheck::share
