// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printing/pictures.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cstring>
#include <memory>

namespace countercheck::printing {

std::vector<Picture> picturesOf(std::string_view pdf, double dotsPerInch, std::size_t most,
                                const std::stop_token& stop) {
    std::vector<Picture> pictures;
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document || document->is_locked())
        return pictures;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    for (int i = 0; i < document->pages() && pictures.size() < most && !stop.stop_requested(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        const poppler::image image =
            page ? renderer.render_page(page.get(), dotsPerInch, dotsPerInch) : poppler::image();
        if (!image.is_valid())
            continue;
        Picture picture{image.width(), image.height(), {}};
        const auto width = static_cast<std::size_t>(picture.width);
        picture.pixels.resize(width * static_cast<std::size_t>(picture.height));
        for (int row = 0; row < picture.height; ++row)
            std::memcpy(picture.pixels.data() + static_cast<std::size_t>(row) * width,
                        image.const_data() + static_cast<std::ptrdiff_t>(row) * image.bytes_per_row(), width * 4);
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

} // namespace countercheck::printing
