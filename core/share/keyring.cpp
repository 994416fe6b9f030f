// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/keyring.h"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <stop_token>
#include <thread>

#include <libsecret/secret.h>
#include <pwd.h>
#include <unistd.h>

namespace countercheck::share {

namespace {

const SecretSchema* schema() {
    static const SecretSchema known = [] {
        SecretSchema made{};
        made.name = "org.countercheck.SharedCase";
        made.flags = SECRET_SCHEMA_NONE;
        made.attributes[0] = {"server", SECRET_SCHEMA_ATTRIBUTE_STRING};
        made.attributes[1] = {"database", SECRET_SCHEMA_ATTRIBUTE_STRING};
        made.attributes[2] = {"user", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return made;
    }();
    return &known;
}

/// Is there a session bus to ask? Without one libsecret would try to start one.
bool hasBus() {
    if (const char* named = std::getenv("DBUS_SESSION_BUS_ADDRESS"); named && *named)
        return true;
    const std::string path = "/run/user/" + std::to_string(::geteuid()) + "/bus";
    return ::access(path.c_str(), R_OK | W_OK) == 0;
}

std::string serverOf(const Address& address) {
    const std::string service = address.value("service");
    if (!service.empty())
        return "service " + service;
    const std::string host = address.value("host").empty() ? address.value("hostaddr") : address.value("host");
    const std::string port = address.value("port");
    return (host.empty() ? "localhost" : host) + ":" + (port.empty() ? "5432" : port);
}
std::string userOf(const Address& address) {
    if (std::string user = address.value("user"); !user.empty())
        return user;
    const passwd* const entry = ::getpwuid(::geteuid());
    return entry && entry->pw_name ? entry->pw_name : "";
}
std::string databaseOf(const Address& address) {
    std::string name = address.value("dbname");
    return name.empty() ? userOf(address) : name;
}

} // namespace

std::string passwordFromKeyring(const Address& address, const std::function<bool()>& stopped) {
    if (!hasBus())
        return {};
    // A locked keyring asks its owner, who may take any time, or leave.
    const std::unique_ptr<GCancellable, decltype(&g_object_unref)> cancel(g_cancellable_new(), &g_object_unref);
    const std::jthread watch([&](const std::stop_token& done) {
        for (; !done.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds(50)))
            if (stopped && stopped())
                g_cancellable_cancel(cancel.get());
    });
    GError* error = nullptr;
    const std::unique_ptr<gchar, decltype(&secret_password_free)> password(
        secret_password_lookup_sync(schema(), cancel.get(), &error, "server", serverOf(address).c_str(), "database",
                                    databaseOf(address).c_str(), "user", userOf(address).c_str(), nullptr),
        &secret_password_free);
    g_clear_error(&error); // no keyring is like an empty one: the server says that it wants a password
    return password ? std::string(password.get()) : std::string();
}

std::string keepInKeyring(const Address& address, const std::string& password) {
    const std::string otherwise = "put the password into ~/.pgpass (host:port:database:user:password, mode 0600)";
    if (!hasBus())
        return "this session has no keyring: " + otherwise;
    GError* error = nullptr;
    const std::string label = "Countercheck: " + userOf(address) + " on " + serverOf(address);
    const bool kept = secret_password_store_sync(schema(), SECRET_COLLECTION_DEFAULT, label.c_str(), password.c_str(),
                                                 nullptr, &error, "server", serverOf(address).c_str(), "database",
                                                 databaseOf(address).c_str(), "user", userOf(address).c_str(), nullptr);
    const std::string why = error ? std::string(" (") + error->message + ")" : std::string();
    g_clear_error(&error);
    return kept ? std::string()
                : "the keyring did not take the password" + why + ": unlock it and do it again, or " + otherwise;
}

} // namespace countercheck::share
