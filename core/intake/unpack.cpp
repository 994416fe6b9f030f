// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/unpack.h"

#include "core/intake/strings.h"

#include <algorithm>

#include <brotli/decode.h>
#define ZLIB_CONST
#include <zlib.h>

namespace countercheck::intake {

namespace {

constexpr std::uint64_t mostRatio = 300, ratioCountsFrom = 32u << 20;
constexpr int anyHeader = 15 + 32; // gzip or zlib, whichever it is

const unsigned char* unsignedBytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

Gunzip::Gunzip(std::string_view packed) : packed_(packed), stream_(std::make_unique<z_stream>()) {
    ended_ = damaged_ = inflateInit2(stream_.get(), anyHeader) != Z_OK;
}

Gunzip::~Gunzip() {
    inflateEnd(stream_.get());
}

std::string Gunzip::read(std::size_t most) {
    std::string out;
    while (!ended_ && out.size() < most) {
        const std::size_t filled = out.size();
        out.resize(std::min<std::size_t>(most, filled + (256 << 10)));
        const std::string_view rest = packed_.substr(taken_);
        const auto offered = static_cast<unsigned>(std::min<std::size_t>(rest.size(), 1u << 30));
        stream_->next_in = unsignedBytes(rest);
        stream_->avail_in = offered;
        stream_->next_out = reinterpret_cast<unsigned char*>(out.data() + filled);
        const auto room = static_cast<unsigned>(out.size() - filled);
        stream_->avail_out = room;
        const int result = ::inflate(stream_.get(), Z_NO_FLUSH);
        const std::size_t used = offered - stream_->avail_in;
        taken_ += used;
        const std::size_t made = room - stream_->avail_out;
        out.resize(filled + made);
        if (result == Z_STREAM_END) { // perhaps another member behind it
            const std::string_view behind = packed_.substr(taken_);
            if (!behind.starts_with("\x1F\x8B"))
                ended_ = true; // padding is no fault
            else
                inflateReset(stream_.get());
        } else if (result != Z_OK || (used == 0 && made == 0)) {
            ended_ = damaged_ = true;
        }
    }
    return out;
}

std::variant<std::string, Fault> gunzipped(std::string_view packed, std::uint64_t most) {
    Gunzip stream(packed);
    std::string out;
    while (true) {
        const std::string piece = stream.read(1u << 20);
        if (piece.empty())
            break;
        out += piece;
        if (out.size() > most)
            return Fault{"it unpacks to more than " + sizeInWords(most),
                         "unpack it, and take in the files that you need"};
        if (out.size() > ratioCountsFrom && out.size() / mostRatio > packed.size())
            return Fault{"it unpacks to more than " + std::to_string(mostRatio) +
                             " times its size, as no article does (a bomb?)",
                         "do not open it before you know who made it"};
    }
    if (stream.damaged())
        return Fault{"this gzip file is damaged or cut short", "save or copy it again"};
    return out;
}

std::variant<std::string, Fault> inflated(std::string_view packed, std::uint64_t most) {
    auto out = gunzipped(packed, most);
    if (std::holds_alternative<std::string>(out))
        return out;
    // Some servers send deflate without its header.
    z_stream stream{};
    if (inflateInit2(&stream, -15) != Z_OK)
        return out;
    std::string raw;
    stream.next_in = unsignedBytes(packed);
    stream.avail_in = static_cast<unsigned>(std::min<std::size_t>(packed.size(), 1u << 30));
    int result = Z_OK;
    while (result == Z_OK && raw.size() <= std::min<std::uint64_t>(most, 64u << 20)) {
        const std::size_t filled = raw.size();
        raw.resize(filled + (256 << 10));
        stream.next_out = reinterpret_cast<unsigned char*>(raw.data() + filled);
        stream.avail_out = 256 << 10;
        result = ::inflate(&stream, Z_NO_FLUSH);
        raw.resize(raw.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (result == Z_STREAM_END)
        return raw;
    return out;
}

std::variant<std::string, Fault> unbrotlied(std::string_view packed, std::uint64_t most) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
    std::string out;
    std::size_t left = packed.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (state && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= most) {
        const std::size_t filled = out.size();
        out.resize(filled + (256 << 10));
        std::size_t room = out.size() - filled;
        auto* to = reinterpret_cast<std::uint8_t*>(out.data() + filled);
        result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
        out.resize(out.size() - room);
    }
    if (result == BROTLI_DECODER_RESULT_SUCCESS)
        return out;
    return Fault{"it cannot be unpacked (Brotli)", "save it again"};
}

} // namespace countercheck::intake
