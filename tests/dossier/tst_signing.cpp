// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and signatures: RFC 8032's own vectors, key files of every kind that is read, and what is refused.
#include "core/dossier/signing.h"

#include <QByteArray>
#include <QTest>

using namespace countercheck::dossier;

namespace {

std::array<unsigned char, 32> seedOf(const char* hex) {
    const QByteArray bytes = QByteArray::fromHex(hex);
    std::array<unsigned char, 32> seed{};
    std::copy(bytes.begin(), bytes.end(), seed.begin());
    return seed;
}
std::string base64(const char* hex) {
    return QByteArray::fromHex(hex).toBase64().toStdString();
}

// RFC 8032, 7.1, test 3.
constexpr auto seed3 = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
constexpr auto public3 = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
constexpr auto signature3 = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

std::string pem(const char* seed) {
    const QByteArray der = QByteArray::fromHex("302e020100300506032b657004220420") + QByteArray::fromHex(seed);
    return "-----BEGIN PRIVATE KEY-----\n" + der.toBase64().toStdString() + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

class TestSigning : public QObject {
    Q_OBJECT
private slots:
    void vector() {
        const Signer signer(seedOf(seed3));
        QCOMPARE(signer.publicKey(), base64(public3));
        QCOMPARE(signer.sign("\xaf\x82"), base64(signature3));
        QVERIFY(signatureHolds("\xaf\x82", base64(signature3), base64(public3)));
        QVERIFY(!signatureHolds("\xaf\x83", base64(signature3), base64(public3)));
        QVERIFY(!signatureHolds("\xaf\x82", base64(signature3), Signer::generate()->publicKey()));
        QVERIFY(!signatureHolds("\xaf\x82", "not base64!", base64(public3)));
        QVERIFY(!signatureHolds("\xaf\x82", "", ""));
    }

    void messageBindsEachPart() {
        const std::string message = signatureMessage("h", "s", "Ben", "2026");
        QVERIFY(message != signatureMessage("h", "s", "Be", "n2026"));
        QVERIFY(message != signatureMessage("hs", "", "Ben", "2026"));
    }

    void keyFiles_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("wrong"); // empty: it is the key of seed3
        const Signer signer(seedOf(seed3));
        const auto row = [](const char* name, const std::string& text, const char* passphrase, const char* wrong) {
            QTest::newRow(name) << QString::fromStdString(text) << passphrase << wrong;
        };
        row("open", signer.toKeyFile(""), "", "");
        row("sealed", signer.toKeyFile("open sesame"), "open sesame", "");
        row("sealed, wrong passphrase", signer.toKeyFile("open sesame"), "open barley", "passphrase does not open");
        row("sealed, cut off", signer.toKeyFile("x").substr(0, 90), "x", "not whole");
        row("PEM", pem(seed3), "", "");
        row("PEM of another kind", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n", "",
            "not an Ed25519 private key");
        row("PEM under a passphrase", "-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "", "countercheck-cli key");
        row("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\n", "", "countercheck-cli key");
        row("hexadecimal", std::string(seed3) + "\n", "", "");
        row("base64", base64(seed3) + "\n", "", "");
        row("nothing", "", "", "not a signing key");
        row("prose", "my key", "", "not a signing key");
    }
    void keyFiles() {
        QFETCH(QString, text);
        QFETCH(QString, passphrase);
        QFETCH(QString, wrong);
        const auto key = Signer::fromKeyFile(text.toStdString(), passphrase.toStdString());
        if (wrong.isEmpty()) {
            QVERIFY2(std::holds_alternative<std::unique_ptr<Signer>>(key),
                     key.index() == 1 ? std::get<1>(key).c_str() : "");
            QCOMPARE(std::get<0>(key)->publicKey(), base64(public3));
        } else {
            QVERIFY(std::holds_alternative<std::string>(key));
            QVERIFY2(std::get<1>(key).find(wrong.toStdString()) != std::string::npos, std::get<1>(key).c_str());
        }
        QCOMPARE(Signer::wantsPassphrase(text.toStdString()), text.contains("sealed: "));
    }

    void sealedFilesDiffer() {
        const Signer signer(seedOf(seed3));
        QVERIFY(signer.toKeyFile("same") != signer.toKeyFile("same")); // salt and nonce are new each time
        QVERIFY(signer.toKeyFile("same").find(base64(seed3)) == std::string::npos);
    }

    void publicKeys() {
        QVERIFY(isPublicKey(base64(public3)));
        QVERIFY(!isPublicKey(base64(signature3)));
        QVERIFY(!isPublicKey("x"));
    }
};

QTEST_APPLESS_MAIN(TestSigning)
#include "tst_signing.moc"
