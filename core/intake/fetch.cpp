// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/fetch.h"

#include "core/intake/strings.h"

#include <QDateTime>

#include <array>
#include <cstring>
#include <memory>
#include <mutex>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace countercheck::intake {

namespace {

bool isPrivate4(std::uint32_t a) { // host order
    struct Range {
        std::uint32_t network;
        int bits;
    };
    static constexpr std::array ranges = {
        Range{0x00000000, 8},  // this network
        Range{0x0A000000, 8},  // private
        Range{0x64400000, 10}, // shared by a carrier's customers
        Range{0x7F000000, 8},  // loopback
        Range{0xA9FE0000, 16}, // link-local, and clouds' metadata
        Range{0xAC100000, 12}, // private
        Range{0xC0000000, 24}, // protocol assignments
        Range{0xC0000200, 24}, // documentation
        Range{0xC0A80000, 16}, // private
        Range{0xC6120000, 15}, // benchmarks
        Range{0xC6336400, 24}, // documentation
        Range{0xCB007100, 24}, // documentation
        Range{0xE0000000, 3},  // multicast, reserved, broadcast
    };
    for (const Range& range : ranges)
        if ((a >> (32 - range.bits)) == (range.network >> (32 - range.bits)))
            return true;
    return false;
}

bool isPrivate6(const in6_addr& address) {
    const std::uint8_t* b = address.s6_addr;
    const auto embedded = [&](int at) {
        return isPrivate4(std::uint32_t{b[at]} << 24 | std::uint32_t{b[at + 1]} << 16 | std::uint32_t{b[at + 2]} << 8 |
                          b[at + 3]);
    };
    static constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    static constexpr std::array<std::uint8_t, 12> translated = {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
    if (std::memcmp(b, mapped.data(), 12) == 0 || std::memcmp(b, translated.data(), 12) == 0)
        return embedded(12);
    if (b[0] == 0x20 && b[1] == 0x02) // 6to4
        return embedded(2);
    if (b[0] == 0x20 && b[1] == 0x01 && (b[2] < 0x02 || (b[2] == 0x0D && b[3] == 0xB8)))
        return true;              // Teredo and other protocols, documentation
    return (b[0] & 0xE0) != 0x20; // only 2000::/3 is the open network
}

bool isPrivate(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return isPrivate4(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        return isPrivate6(six.sin6_addr);
    }
    return true;
}

struct Transfer {
    const FetchLimits& limits;
    const std::stop_token& stop;
    const std::function<void(std::uint64_t, std::uint64_t)>& progress;
    std::string bytes;
    bool refused = false, tooLarge = false;
};

std::size_t onBytes(char* data, std::size_t size, std::size_t count, void* to) {
    auto& transfer = *static_cast<Transfer*>(to);
    if (transfer.bytes.size() + size * count > transfer.limits.bytes) {
        transfer.tooLarge = true;
        return 0;
    }
    transfer.bytes.append(data, size * count);
    return size * count;
}

int onProgress(void* of, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(of);
    if (transfer.stop.stop_requested())
        return 1;
    if (static_cast<std::uint64_t>(total) > transfer.limits.bytes) {
        transfer.tooLarge = true;
        return 1;
    }
    if (transfer.progress)
        transfer.progress(static_cast<std::uint64_t>(now), static_cast<std::uint64_t>(total));
    return 0;
}

curl_socket_t onSocket(void* of, curlsocktype, curl_sockaddr* address) {
    auto& transfer = *static_cast<Transfer*>(of);
    if (!transfer.limits.privateAddresses && isPrivate(address->addr)) {
        transfer.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

} // namespace

bool isPrivateAddress(std::string_view address) {
    std::string text(address);
    if (text.starts_with('[') && text.ends_with(']'))
        text = text.substr(1, text.size() - 2);
    in_addr four{};
    if (inet_pton(AF_INET, text.c_str(), &four) == 1)
        return isPrivate4(ntohl(four.s_addr));
    in6_addr six{};
    return inet_pton(AF_INET6, text.c_str(), &six) != 1 || isPrivate6(six);
}

std::variant<Fetched, Refusal> fetch(const std::string& asked, const FetchLimits& limits, const std::stop_token& stop,
                                     const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
    std::string url(trimmed(asked));
    const auto refuse = [&](const std::string& what, const std::string& todo) {
        return Refusal{url.substr(0, 300) + ": " + what + "; " + todo + "."};
    };
    const std::string lower = lowered(url);
    if (url.empty())
        return Refusal{"(no address): an address is missing; type the address of an article."};
    if (url.find_first_of(" \t\r\n<>\"") != std::string::npos || url.size() > 8000)
        return refuse("this is no address", "copy the address of the article, and nothing else");
    if (lower.find("://") == std::string::npos && lower.find('.') != std::string::npos &&
        lower.find(':') > lower.find('/'))
        url = "https://" + url;
    else if (!lower.starts_with("http://") && !lower.starts_with("https://"))
        return refuse("only addresses of the web are fetched (http and https)",
                      "save the article yourself, and take in the file");
    const std::size_t authority = url.find("://") + 3;
    if (url.substr(authority, url.find_first_of("/?#", authority) - authority).find('@') != std::string::npos)
        return refuse("an address with a name or password in it is not fetched",
                      "save the article yourself, and take in the file");

    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl)
        return refuse("it could not be fetched (no memory)", "close other programs and try again");
    Transfer transfer{limits, stop, progress, {}, false, false};
    std::array<char, CURL_ERROR_SIZE> error{};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_ERRORBUFFER, error.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(limits.redirects));
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_TIMEOUT, static_cast<long>(limits.seconds));
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(std::min(limits.seconds, 15u)));
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_USERAGENT, "Countercheck/" COUNTERCHECK_VERSION);
    set(CURLOPT_OPENSOCKETFUNCTION, onSocket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&transfer));
    set(CURLOPT_WRITEFUNCTION, onBytes);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, onProgress);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(&transfer));

    const CURLcode code = curl_easy_perform(curl.get());
    const auto seconds = std::to_string(limits.seconds);
    if (stop.stop_requested())
        return refuse("not fetched: it was cancelled", "fetch it again");
    if (transfer.tooLarge)
        return refuse("what is there is larger than " + sizeInWords(limits.bytes),
                      "save it yourself, and take in the file");
    if (transfer.refused && code != CURLE_OK)
        return refuse("it leads to an address of this machine or of a private network, which is not fetched",
                      "save the article yourself, and take in the file");
    switch (code) {
    case CURLE_OK:
        break;
    case CURLE_URL_MALFORMAT:
        return refuse("this is no address", "copy the address of the article, and nothing else");
    case CURLE_UNSUPPORTED_PROTOCOL:
        return refuse("it leads away from the web (only http and https are fetched)",
                      "save the article yourself, and take in the file");
    case CURLE_TOO_MANY_REDIRECTS:
        return refuse("it leads from one address to the next, more than " + std::to_string(limits.redirects) + " times",
                      "open it in a browser and save the page");
    case CURLE_COULDNT_RESOLVE_HOST:
        return refuse("there is no such site, or no network", "check the address and the network");
    case CURLE_COULDNT_CONNECT:
        return refuse("the site does not answer", "check the network, or try again later");
    case CURLE_OPERATION_TIMEDOUT:
        return refuse("the site did not answer within " + seconds + " s",
                      "try again later, or save the page in a browser");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return refuse("the connection is not safe (its certificate does not hold)",
                      "open it in a browser, look why, and save the page there");
    default:
        return refuse(std::string("it could not be fetched (") +
                          (error[0] != 0 ? error.data() : curl_easy_strerror(code)) + ")",
                      "try again later, or save the page in a browser");
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 401 || status == 403 || status == 402 || status == 451)
        return refuse("the site does not give it out (HTTP " + std::to_string(status) + ")",
                      "open it in a browser, log in if need be, and save the page");
    if (status == 404 || status == 410)
        return refuse("there is no such page (HTTP " + std::to_string(status) + ")",
                      "check the address; a web archive may have kept it");
    if (status < 200 || status >= 300)
        return refuse("the site answers with an error (HTTP " + std::to_string(status) + ")", "try again later");
    if (transfer.bytes.empty())
        return refuse("the site sends an empty page", "open it in a browser and save the page");
    Fetched out;
    out.bytes = std::move(transfer.bytes);
    const char* said = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &said);
    out.url = said ? said : url;
    said = nullptr;
    curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &said);
    const std::string type = lowered(said ? said : "");
    out.mediaType = trimmed(std::string_view(type).substr(0, type.find(';')));
    if (const std::size_t charset = type.find("charset="); charset != std::string::npos)
        for (const char c : type.substr(charset + 8, 40)) {
            if (c == ';' || c == ' ')
                break;
            if (c != '"')
                out.charset += c;
        }
    out.at = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    return out;
}

Contents readFetched(Fetched fetched, Options options) {
    options.url = fetched.url;
    options.charset = std::move(fetched.charset);
    if (options.capturedAt.empty())
        options.capturedAt = std::move(fetched.at);
    const std::string path = fetched.url.substr(0, fetched.url.find_first_of("?#"));
    const std::string last(lastPartOf(std::string_view(path).substr(path.find("://") + 3)));
    return read(std::move(fetched.bytes), last.empty() ? hostOfAddress(fetched.url) : last, options);
}

} // namespace countercheck::intake
