// SPDX-License-Identifier: GPL-3.0-or-later
// `extract --jsonl`. A few articles are in hand at a time, as many as have come: each step of reading is taken
// with all of them before the next. Nothing waits: before more input is waited for, all that came is answered.
#include "app/cli/findings.h"
#include "app/cli/linecommands.h"
#include "app/cli/lines.h"

#include <array>
#include <memory>

namespace countercheck::cli {

namespace {

struct Article {
    RequestReader reader; ///< holds what the request views
    ArticleRequest request;
    LineProblem problem;
    bool good = false;
    Findings findings;
};

class Hand {
public:
    [[nodiscard]] bool empty() const { return count_ == 0; }
    [[nodiscard]] bool full() const { return count_ == most || bytes_ >= enough; }
    /// Would the hand be too heavy with it? A long article is read alone, and always in the first place, so that memory
    /// is that of the longest.
    [[nodiscard]] bool tooMuch(std::size_t bytes) const { return count_ > 0 && bytes >= enough; }
    Article& add(std::size_t bytes) {
        bytes_ += bytes;
        std::unique_ptr<Article>& place = articles_[count_++];
        if (!place)
            place = std::make_unique<Article>();
        return *place;
    }
    /// Reads the articles in hand and writes the answers; false if one of them is a problem.
    bool answer(Output& out) {
        bool good = true;
        for (int step = 0; step < Findings::steps; ++step)
            for (std::size_t i = 0; i < count_; ++i)
                if (articles_[i]->good)
                    articles_[i]->findings.take(step);
        for (std::size_t i = 0; i < count_; ++i) {
            Article& article = *articles_[i];
            if (article.good) {
                JsonWriter json(out);
                article.findings.write(json, article.request.id);
            } else {
                appendProblem(out.buffer(), article.problem);
                good = false;
            }
            if (article.good)
                out.buffer() += '\n';
            out.wrote();
        }
        count_ = 0;
        bytes_ = 0;
        return good;
    }

private:
    static constexpr std::size_t most = 4;
    static constexpr std::size_t enough = std::size_t{24} * 1024; ///< bytes; with more, what was read goes far away
    std::array<std::unique_ptr<Article>, most> articles_;
    std::size_t count_ = 0, bytes_ = 0;
};

} // namespace

int extractLines() {
    Output out(STDOUT_FILENO);
    LineReader in(STDIN_FILENO, &out);
    Hand hand;
    bool flawed = false;
    while (out.failed().empty()) {
        if (!hand.empty() && (hand.full() || !in.ready()))
            flawed |= !hand.answer(out);
        const auto line = in.next();
        if (!line)
            break;
        std::string_view text = line->text;
        if (in.number() == 1 && text.starts_with("\xEF\xBB\xBF"))
            text.remove_prefix(3); // a byte order mark
        if (!line->tooLong && isBlank(text))
            continue;
        if (hand.tooMuch(text.size()))
            flawed |= !hand.answer(out);
        Article& article = hand.add(text.size());
        article.good = false;
        if (line->tooLong)
            article.problem = tooLong(in.number());
        else
            article.good = article.reader.read(text, in.number(), article.request, article.problem);
        if (article.good)
            article.findings.open(article.request.text, article.request.language, article.request.published);
    }
    return closing("extract", in, out, flawed);
}

} // namespace countercheck::cli
