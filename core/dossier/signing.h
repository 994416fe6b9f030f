// SPDX-License-Identifier: GPL-3.0-or-later
// Who signed? Ed25519 signatures (RFC 8032, libsodium) over what a sign-off covers. On one desktop an identity is
// asserted, not authenticated; the signature is what others can check.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace countercheck::dossier {

/// What is signed: the subject's hash, the subject, who signs and when, in canonical form.
std::string signatureMessage(std::string_view subjectHash, std::string_view subject, std::string_view by,
                             std::string_view at);

/// Holds a secret key; it is wiped when it goes.
class Signer {
public:
    /// From the 32 bytes of an Ed25519 seed.
    explicit Signer(const std::array<unsigned char, 32>& seed);
    ~Signer();
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;
    [[nodiscard]] const std::string& publicKey() const { return publicKey_; } ///< base64
    [[nodiscard]] std::string sign(std::string_view message) const;           ///< base64

    /// A new key from the system's random numbers.
    static std::unique_ptr<Signer> generate();
    /// From the text of a key file: "countercheck-key-1" (protected by a passphrase when it says so), PEM PKCS#8
    /// ("BEGIN PRIVATE KEY", unencrypted, Ed25519), or the seed as 64 hexadecimal digits or base64. A message that says
    /// what is wrong when it is none.
    static std::variant<std::unique_ptr<Signer>, std::string> fromKeyFile(std::string_view text,
                                                                          std::string_view passphrase);
    /// Does the key file ask for a passphrase?
    static bool wantsPassphrase(std::string_view text);
    /// The key as a key file: sealed with the passphrase (Argon2id, XSalsa20-Poly1305) unless it is empty.
    [[nodiscard]] std::string toKeyFile(std::string_view passphrase) const;

private:
    std::array<unsigned char, 64> secret_{};
    std::string publicKey_;
};

/// Is `signature` (base64) one of `message` by the holder of `publicKey` (base64)?
bool signatureHolds(std::string_view message, std::string_view signature, std::string_view publicKey);
/// True when the text is a public key: 32 bytes in base64.
bool isPublicKey(std::string_view base64);

} // namespace countercheck::dossier
