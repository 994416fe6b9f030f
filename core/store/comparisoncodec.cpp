// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/comparisoncodec.h"

#include <bit>
#include <cstring>

namespace countercheck::store {

namespace {

using compare::Comparison;
using compare::Question;
using compare::QuestionClaim;
using text::Span;

__extension__ using Wide = unsigned __int128; // a Decimal's mantissa
__extension__ using SignedWide = __int128;

constexpr std::size_t leastPart = 16u << 10, partSize = 512u << 10;
constexpr std::uint64_t cutsOne = 63; ///< of so many items about one ends its part

/// FNV-1a: the same in every version, so that parts stay what they are.
std::uint64_t steadyHash(std::string_view text) {
    std::uint64_t h = 0xcbf29ce484222325ull;
    for (const char c : text)
        h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
    return h ^ (h >> 32);
}

enum class Item : std::uint8_t { Question = 1, Lineage, NearMiss, Origin, End };

struct Writer {
    std::string out;

    void number(std::uint64_t value) {
        while (value >= 0x80) {
            out += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        out += static_cast<char>(value);
    }
    void signedNumber(std::int64_t value) {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void string(std::string_view text) {
        number(text.size());
        out += text;
    }
    template <class E> void name(E value) { number(static_cast<std::uint64_t>(value)); }
    void span(Span value) {
        number(value.begin);
        number(value.end);
    }
    /// Digits without their point, and where it was: a Decimal is mantissa × 10^exponent.
    void decimal(const std::optional<read::Decimal>& value) {
        if (!value)
            return number(0);
        const int exponent = value->exponent();
        std::string digits = value->toString();
        const bool negative = !digits.empty() && digits.front() == '-';
        std::string plain;
        for (const char c : digits)
            if (c >= '0' && c <= '9')
                plain += c;
        if (exponent > 0 && plain.size() > static_cast<std::size_t>(exponent))
            plain.resize(plain.size() - static_cast<std::size_t>(exponent));
        Wide mantissa = 0;
        for (const char c : plain)
            mantissa = mantissa * 10 + static_cast<unsigned>(c - '0');
        number(negative ? 2 : 1);
        number(static_cast<std::uint64_t>(mantissa));
        number(static_cast<std::uint64_t>(mantissa >> 64));
        signedNumber(exponent);
    }
    void claim(const QuestionClaim& claim) {
        number(claim.article);
        span(claim.words);
        span(claim.sentence);
        string(claim.quote);
        string(claim.shown);
        number(claim.set.has_value());
        if (const auto& set = claim.set) {
            decimal(set->headline);
            decimal(set->low);
            decimal(set->high);
            number((set->lowInclusive ? 1U : 0U) | (set->highInclusive ? 2U : 0U));
            name(set->qualifier);
        }
        string(claim.unit);
        number(claim.time.has_value());
        if (const auto& time = claim.time) {
            signedNumber(time->from);
            signedNumber(time->to);
            name(time->grain);
            number((time->openFrom ? 1U : 0U) | (time->openTo ? 2U : 0U));
        }
        string(claim.attribution);
        string(claim.via);
        name(claim.modality);
        number(claim.negative);
        string(claim.derivation);
    }
    void question(const Question& question) {
        name(Item::Question);
        string(question.key);
        string(question.label);
        string(question.title);
        name(question.kind);
        number(question.claims.size());
        for (const auto& one : question.claims)
            claim(one);
        number(question.relations.size());
        for (const auto& relation : question.relations) {
            number(relation.a);
            number(relation.b);
            name(relation.kind);
            name(relation.reason);
            name(relation.supersedes);
            string(relation.explanation);
        }
        number(question.because.size());
        for (const auto& because : question.because)
            string(because);
        number(question.origins);
    }
    void lineage(const compare::Lineage& lineage) {
        name(Item::Lineage);
        number(lineage.a);
        number(lineage.b);
        name(lineage.kind);
        number(std::bit_cast<std::uint64_t>(lineage.similarity));
        number(lineage.evidence.size());
        for (const auto& run : lineage.evidence) {
            span(run.a);
            span(run.b);
        }
        string(lineage.explanation);
    }
};

/// Reads what Writer wrote. After the first thing that does not fit, `good` is false and all values are empty.
struct Reader {
    std::string_view in;
    bool good = true;

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; good && shift < 64; shift += 7) {
            if (in.empty())
                break;
            const auto byte = static_cast<unsigned char>(in.front());
            in.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        good = false;
        return 0;
    }
    std::int64_t signedNumber() {
        const std::uint64_t value = number();
        return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
    }
    std::uint32_t small() {
        const std::uint64_t value = number();
        if (value > 0xFFFFFFFFu)
            good = false;
        return good ? static_cast<std::uint32_t>(value) : 0;
    }
    /// A count of things that take at least one byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > in.size())
            good = false;
        return good ? static_cast<std::size_t>(value) : 0;
    }
    std::string string() {
        const std::size_t size = count();
        std::string text(in.substr(0, size));
        in.remove_prefix(size);
        return text;
    }
    template <class E> E name(E last) {
        const std::uint64_t value = number();
        if (value > static_cast<std::uint64_t>(last))
            good = false;
        return good ? static_cast<E>(value) : E{};
    }
    bool flag() { return name(Item::Question) == Item::Question; }
    Span span() {
        Span value;
        value.begin = small();
        value.end = small();
        return value;
    }
    std::optional<read::Decimal> decimal() {
        const auto sign = number();
        if (!good || sign == 0)
            return std::nullopt;
        Wide mantissa = number();
        mantissa |= static_cast<Wide>(number()) << 64;
        const std::int64_t exponent = signedNumber();
        if (sign > 2 || exponent > 400 || exponent < -400 || (mantissa >> 127) != 0)
            good = false;
        if (!good)
            return std::nullopt;
        const auto value = static_cast<SignedWide>(mantissa);
        return read::Decimal(sign == 2 ? -value : value, static_cast<int>(exponent));
    }
    QuestionClaim claim() {
        QuestionClaim claim;
        claim.article = small();
        claim.words = span();
        claim.sentence = span();
        claim.quote = string();
        claim.shown = string();
        if (flag()) {
            read::FigureSet set;
            set.headline = decimal();
            set.low = decimal();
            set.high = decimal();
            const auto flags = number();
            set.lowInclusive = (flags & 1) != 0;
            set.highInclusive = (flags & 2) != 0;
            set.qualifier = name(read::Qualifier::Vague);
            claim.set = set;
        }
        claim.unit = string();
        if (flag()) {
            read::TimeSpan time;
            time.from = signedNumber();
            time.to = signedNumber();
            time.grain = name(read::Grain::Second);
            const auto flags = number();
            time.openFrom = (flags & 1) != 0;
            time.openTo = (flags & 2) != 0;
            claim.time = time;
        }
        claim.attribution = string();
        claim.via = string();
        claim.modality = name(read::Modality::Denied);
        claim.negative = flag();
        claim.derivation = string();
        return claim;
    }
    Question question() {
        Question question;
        question.key = string();
        question.label = string();
        question.title = string();
        question.kind = name(compare::QuestionKind::Quote);
        const std::size_t claims = count();
        for (std::size_t i = 0; good && i < claims; ++i)
            question.claims.push_back(claim());
        const std::size_t relations = count();
        for (std::size_t i = 0; good && i < relations; ++i) {
            compare::Relation relation;
            relation.a = small();
            relation.b = small();
            relation.kind = name(compare::RelationKind::Agreement);
            relation.reason = name(compare::Reason::Polarity);
            relation.supersedes = name(compare::Supersedes::B);
            relation.explanation = string();
            question.relations.push_back(std::move(relation));
        }
        const std::size_t because = count();
        for (std::size_t i = 0; good && i < because; ++i)
            question.because.push_back(string());
        question.origins = small();
        return question;
    }
    compare::Lineage lineage() {
        compare::Lineage lineage;
        lineage.a = small();
        lineage.b = small();
        lineage.kind = name(compare::LineageKind::SharedSource);
        lineage.similarity = std::bit_cast<double>(number());
        const std::size_t runs = count();
        for (std::size_t i = 0; good && i < runs; ++i) {
            compare::LineageRun run;
            run.a = span();
            run.b = span();
            lineage.evidence.push_back(run);
        }
        lineage.explanation = string();
        return lineage;
    }
};

bool fits(Span span, std::uint32_t length) {
    return span.begin <= span.end && span.end <= length;
}

std::string wrongWithQuestion(const Question& question, const std::vector<std::uint32_t>& lengths) {
    if (question.key.empty())
        return "a question has no key";
    if (question.claims.empty())
        return "question “" + question.key + "” has no claims";
    for (const auto& claim : question.claims) {
        if (claim.article >= lengths.size())
            return "a claim of question “" + question.key + "” names an article that there is not";
        if (!fits(claim.words, lengths[claim.article]) || !fits(claim.sentence, lengths[claim.article]))
            return "a claim of question “" + question.key + "” stands outside its article";
    }
    for (const auto& relation : question.relations)
        if (relation.a >= question.claims.size() || relation.b >= question.claims.size())
            return "a relation of question “" + question.key + "” names a claim that there is not";
    return {};
}

std::string wrongWithLineage(const compare::Lineage& lineage, const std::vector<std::uint32_t>& lengths) {
    if (lineage.a >= lengths.size() || lineage.b >= lengths.size())
        return "a lineage names an article that there is not";
    for (const auto& run : lineage.evidence)
        if (!fits(run.a, lengths[lineage.a]) || !fits(run.b, lengths[lineage.b]))
            return "a lineage's run stands outside its article";
    return {};
}

} // namespace

std::vector<std::string> encode(const Comparison& comparison) {
    std::vector<std::string> parts;
    Writer writer;
    // Where a part ends is decided by what stands there, so that a change moves no end but its own part's.
    const auto cut = [&](bool always, bool here = false) {
        if (!always && writer.out.size() < (here ? leastPart : partSize))
            return;
        parts.push_back(std::move(writer.out));
        writer.out.clear();
    };
    for (const auto& question : comparison.questions) {
        writer.question(question);
        cut(false, (steadyHash(question.key) & cutsOne) == 0);
    }
    cut(false, true);
    for (const auto& lineage : comparison.lineage) {
        writer.lineage(lineage);
        cut(false, ((std::uint64_t{lineage.a} * 31 + lineage.b) & cutsOne) == 0);
    }
    cut(false, true);
    for (const auto& miss : comparison.nearMisses) {
        writer.name(Item::NearMiss);
        writer.string(miss.keyA);
        writer.string(miss.keyB);
        writer.string(miss.because);
        cut(false);
    }
    cut(false, true);
    writer.name(Item::Origin);
    writer.number(comparison.origin.size());
    for (const auto origin : comparison.origin)
        writer.number(origin);
    writer.name(Item::End);
    cut(true);
    return parts;
}

bool ComparisonReader::add(std::string_view part) {
    Reader reader{part};
    while (reader.good && !reader.in.empty()) {
        if (ended_)
            return false;
        switch (reader.name(Item::End)) {
        case Item::Question: {
            Question question = reader.question();
            if (!reader.good || !wrongWithQuestion(question, lengths_).empty())
                return false;
            questions_.push_back(std::move(question));
            break;
        }
        case Item::Lineage: {
            compare::Lineage lineage = reader.lineage();
            if (!reader.good || !wrongWithLineage(lineage, lengths_).empty())
                return false;
            lineage_.push_back(std::move(lineage));
            break;
        }
        case Item::NearMiss: {
            compare::NearMiss miss;
            miss.keyA = reader.string();
            miss.keyB = reader.string();
            miss.because = reader.string();
            misses_.push_back(std::move(miss));
            break;
        }
        case Item::Origin: {
            const std::size_t count = reader.count();
            for (std::size_t i = 0; reader.good && i < count; ++i)
                origin_.push_back(reader.small());
            break;
        }
        case Item::End:
            ended_ = true;
            break;
        default:
            return false;
        }
    }
    return reader.good;
}

std::optional<Comparison> ComparisonReader::take() {
    if (!ended_ || (!origin_.empty() && origin_.size() != lengths_.size()))
        return std::nullopt;
    Comparison comparison;
    comparison.questions = std::move(questions_);
    comparison.lineage = std::move(lineage_);
    comparison.nearMisses = std::move(misses_);
    comparison.origin = std::move(origin_);
    return comparison;
}

std::string wrongWith(const Comparison& comparison, const std::vector<std::uint32_t>& lengths) {
    for (const auto& question : comparison.questions)
        if (std::string wrong = wrongWithQuestion(question, lengths); !wrong.empty())
            return wrong;
    for (const auto& lineage : comparison.lineage)
        if (std::string wrong = wrongWithLineage(lineage, lengths); !wrong.empty())
            return wrong;
    if (!comparison.origin.empty() && comparison.origin.size() != lengths.size())
        return "the origins are not those of the articles";
    return {};
}

} // namespace countercheck::store
