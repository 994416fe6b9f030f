// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/signing.h"

#include "core/dossier/canonical.h"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <stdexcept>
#include <vector>

namespace countercheck::dossier {

namespace {

constexpr std::string_view header = "countercheck-key-1";
// What one guess of the passphrase costs: libsodium's "interactive" figures (64 MiB, two passes).
constexpr unsigned long long passes = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr std::size_t memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

void ready() {
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not be started");
}
const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t n> std::string base64(const std::array<unsigned char, n>& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(n, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), n, sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the zero byte behind it
    return text;
}
std::string base64(const std::vector<unsigned char>& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}
std::optional<std::vector<unsigned char>> fromBase64(std::string_view text) {
    std::vector<unsigned char> bytes(text.size());
    std::size_t length = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), "\r\n \t", &length, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}
template <std::size_t n> std::optional<std::array<unsigned char, n>> exactly(std::string_view text) {
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != n)
        return std::nullopt;
    std::array<unsigned char, n> result{};
    std::copy(bytes->begin(), bytes->end(), result.begin());
    return result;
}

/// What stands behind "name:" on a line of its own; empty when there is none.
std::string_view field(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ':')
            continue;
        line.remove_prefix(name.size() + 1);
        while (!line.empty() && line.front() == ' ')
            line.remove_prefix(1);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r'))
            line.remove_suffix(1);
        return line;
    }
    return {};
}

/// The seed in a PKCS#8 private key (RFC 8410): the DER prefix of an Ed25519 key is always the same.
std::optional<Seed> seedOfPem(std::string_view text) {
    constexpr std::string_view begin = "-----BEGIN PRIVATE KEY-----";
    constexpr std::string_view end = "-----END PRIVATE KEY-----";
    constexpr std::array<unsigned char, 16> prefix{0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                                   0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};
    const auto from = text.find(begin);
    const auto to = text.find(end);
    if (from == std::string_view::npos || to == std::string_view::npos || to < from)
        return std::nullopt;
    const auto der = fromBase64(text.substr(from + begin.size(), to - from - begin.size()));
    Seed seed{};
    if (!der || der->size() < prefix.size() + seed.size() || !std::equal(prefix.begin(), prefix.end(), der->begin()))
        return std::nullopt;
    std::copy_n(der->begin() + prefix.size(), seed.size(), seed.begin());
    return seed;
}

std::optional<Seed> seedOfHex(std::string_view text) {
    Seed seed{};
    std::size_t length = 0;
    if (text.size() != 2 * seed.size() ||
        sodium_hex2bin(seed.data(), seed.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0 ||
        length != seed.size())
        return std::nullopt;
    return seed;
}

std::variant<Seed, std::string> opened(std::string_view text, std::string_view passphrase) {
    if (const auto plain = field(text, "seed"); !plain.empty()) {
        if (const auto seed = exactly<crypto_sign_SEEDBYTES>(plain))
            return *seed;
        return "its “seed” is not 32 bytes in base64";
    }
    const auto salt = exactly<crypto_pwhash_SALTBYTES>(field(text, "salt"));
    const auto nonce = exactly<crypto_secretbox_NONCEBYTES>(field(text, "nonce"));
    const auto sealed = exactly<crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES>(field(text, "sealed"));
    if (!salt || !nonce || !sealed)
        return "it is not whole: “salt”, “nonce” or “sealed” is missing or broken";
    std::array<unsigned char, crypto_secretbox_KEYBYTES> key{};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt->data(), passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return "there is not enough memory to open it";
    Seed seed{};
    const bool right =
        crypto_secretbox_open_easy(seed.data(), sealed->data(), sealed->size(), nonce->data(), key.data()) == 0;
    sodium_memzero(key.data(), key.size());
    if (!right)
        return "the passphrase does not open it";
    return seed;
}

} // namespace

std::string signatureMessage(std::string_view subjectHash, std::string_view subject, std::string_view by,
                             std::string_view at) {
    return Canonical("countercheck-sign-off-1").add(subjectHash).add(subject).add(by).add(at).bytes();
}

Signer::Signer(const std::array<unsigned char, 32>& seed) {
    ready();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_seed_keypair(open.data(), secret_.data(), seed.data());
    publicKey_ = base64(open);
}

Signer::~Signer() {
    sodium_memzero(secret_.data(), secret_.size());
}

std::string Signer::sign(std::string_view message) const {
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesOf(message), message.size(), secret_.data());
    return base64(signature);
}

std::unique_ptr<Signer> Signer::generate() {
    ready();
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    auto signer = std::make_unique<Signer>(seed);
    sodium_memzero(seed.data(), seed.size());
    return signer;
}

bool Signer::wantsPassphrase(std::string_view text) {
    return text.starts_with(header) && !field(text, "sealed").empty();
}

std::variant<std::unique_ptr<Signer>, std::string> Signer::fromKeyFile(std::string_view text,
                                                                       std::string_view passphrase) {
    ready();
    std::optional<Seed> seed;
    if (text.starts_with(header)) {
        auto result = opened(text, passphrase);
        if (auto* wrong = std::get_if<std::string>(&result))
            return std::move(*wrong);
        seed = std::get<Seed>(result);
    } else if (text.find("ENCRYPTED PRIVATE KEY") != std::string_view::npos) {
        return "it is a PEM key under a passphrase, which is not read: make a key with “countercheck-cli key”";
    } else if (text.find("OPENSSH PRIVATE KEY") != std::string_view::npos) {
        return "it is an OpenSSH key, which is not read: make a key with “countercheck-cli key”";
    } else if (text.find("-----BEGIN") != std::string_view::npos) {
        seed = seedOfPem(text);
        if (!seed)
            return "it is not an Ed25519 private key in PKCS#8";
    } else {
        while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0)
            text.remove_suffix(1);
        seed = seedOfHex(text);
        if (!seed)
            if (const auto bytes = exactly<crypto_sign_SEEDBYTES>(text))
                seed = *bytes;
        if (!seed)
            return "it is not a signing key: make one with “countercheck-cli key”";
    }
    auto signer = std::make_unique<Signer>(*seed);
    sodium_memzero(seed->data(), seed->size());
    return signer;
}

std::string Signer::toKeyFile(std::string_view passphrase) const {
    Seed seed{};
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
    std::string text = std::string(header) + "\npublic: " + publicKey_ + "\n";
    if (passphrase.empty()) {
        text += "seed: " + base64(seed) + "\n";
    } else {
        std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
        std::array<unsigned char, crypto_secretbox_NONCEBYTES> nonce{};
        std::array<unsigned char, crypto_secretbox_KEYBYTES> key{};
        randombytes_buf(salt.data(), salt.size());
        randombytes_buf(nonce.data(), nonce.size());
        if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), passes, memory,
                          crypto_pwhash_ALG_ARGON2ID13) != 0)
            throw std::runtime_error("there is not enough memory to seal the key");
        std::vector<unsigned char> sealed(seed.size() + crypto_secretbox_MACBYTES);
        crypto_secretbox_easy(sealed.data(), seed.data(), seed.size(), nonce.data(), key.data());
        sodium_memzero(key.data(), key.size());
        text += "salt: " + base64(salt) + "\nnonce: " + base64(nonce) + "\nsealed: " + base64(sealed) + "\n";
    }
    sodium_memzero(seed.data(), seed.size());
    return text;
}

bool signatureHolds(std::string_view message, std::string_view signature, std::string_view publicKey) {
    ready();
    const auto key = exactly<crypto_sign_PUBLICKEYBYTES>(publicKey);
    const auto signedBy = exactly<crypto_sign_BYTES>(signature);
    return key && signedBy &&
           crypto_sign_verify_detached(signedBy->data(), bytesOf(message), message.size(), key->data()) == 0;
}

bool isPublicKey(std::string_view base64) {
    return exactly<crypto_sign_PUBLICKEYBYTES>(base64).has_value();
}

} // namespace countercheck::dossier
