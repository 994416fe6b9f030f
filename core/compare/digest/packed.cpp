// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/digest/packed.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

namespace countercheck::compare {

namespace {

/// Bytes that grow behind their end; memory is kept for the next use.
class Bytes {
public:
    void add(const void* from, std::size_t count) {
        char* const at = room(count);
        std::memcpy(at, from, count);
        used_ += count;
    }
    /// Seven bits a byte, the lowest first; all but the last have the eighth set.
    void add(std::uint64_t number) {
        char* at = room(10);
        for (; number >= 128; number >>= 7)
            *at++ = static_cast<char>(number | 128);
        *at++ = static_cast<char>(number);
        used_ = static_cast<std::size_t>(at - bytes_.data());
    }
    void clear() { used_ = 0; }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), used_}; }

private:
    char* room(std::size_t count) {
        if (used_ + count > bytes_.size())
            bytes_.resize(std::max<std::size_t>(8192, (used_ + count) * 2));
        return bytes_.data() + used_;
    }
    std::vector<char> bytes_;
    std::size_t used_ = 0;
};

/// Writes values one behind the other. Strings are kept once each, in front of all else.
class Writer {
public:
    template <class T> void number(const T& value) { bytes_.add(static_cast<std::uint64_t>(value)); }
    void whole(const std::int64_t& value) { // small negative ones are short, too
        number(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }
    template <class... Flags> void flags(const Flags&... flags) {
        std::uint32_t bits = 0, at = 0;
        ((bits |= static_cast<std::uint32_t>(flags) << at++), ...);
        number(bits);
    }
    template <class T> void raw(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes_.add(&value, sizeof value);
    }
    template <class T> void rawList(const std::vector<T>& list) {
        static_assert(std::is_trivially_copyable_v<T>);
        number(list.size());
        if (!list.empty())
            bytes_.add(list.data(), list.size() * sizeof(T));
    }
    template <class List, class Each> void list(const List& list, const Each& each) {
        number(list.size());
        for (const auto& element : list)
            each(element);
    }
    template <class T, class Each> void optional(const std::optional<T>& value, const Each& each) {
        flags(value.has_value());
        if (value)
            each(*value);
    }
    void view(std::string_view words) { number(numberOf(words)); }
    void string(const std::string& words) { view(words); }

    void clear() {
        bytes_.clear();
        strings_.clear();
        stringCount_ = 1;
        if (known_.size() > 4096) // after an article that was very long
            known_.clear();
        for (Known& known : known_)
            known.number = 0;
    }
    [[nodiscard]] std::string packed() {
        length_.clear();
        length_.add(strings_.view().size());
        std::string out;
        out.reserve(length_.view().size() + strings_.view().size() + bytes_.view().size());
        return out.append(length_.view()).append(strings_.view()).append(bytes_.view());
    }

private:
    struct Known {
        std::uint32_t number = 0, at = 0, size = 0;
    };
    /// 0: no words.
    std::uint32_t numberOf(std::string_view words) {
        if (words.empty())
            return 0;
        if (stringCount_ * 2 > known_.size())
            grow();
        for (std::size_t i = text::hashSmall(words);; ++i) {
            Known& known = known_[i & (known_.size() - 1)];
            if (known.number == 0) {
                strings_.add(words.size());
                known = {stringCount_++, static_cast<std::uint32_t>(strings_.view().size()),
                         static_cast<std::uint32_t>(words.size())};
                strings_.add(words.data(), words.size());
                return known.number;
            }
            if (strings_.view().substr(known.at, known.size) == words)
                return known.number;
        }
    }
    void grow() {
        std::vector<Known> before(std::max<std::size_t>(256, known_.size() * 2));
        before.swap(known_);
        for (const Known& known : before)
            if (known.number != 0) {
                std::size_t i = text::hashSmall(strings_.view().substr(known.at, known.size));
                while (known_[i & (known_.size() - 1)].number != 0)
                    ++i;
                known_[i & (known_.size() - 1)] = known;
            }
    }
    Bytes bytes_, strings_, length_;
    std::vector<Known> known_;
    std::uint32_t stringCount_ = 1;
};

/// Reads what a Writer wrote, call by call. What it is given was packed by this program in this process: it is not
/// checked.
class Reader {
public:
    /// @param strings  reused memory: what the numbers of strings stand for
    Reader(std::string_view packed, std::vector<std::string_view>& strings) : at_(packed.data()), strings_(strings) {
        strings.assign(1, {});
        std::size_t size = 0;
        number(size);
        for (const char* const end = at_ + size; at_ < end;) {
            std::size_t length = 0;
            number(length);
            strings.emplace_back(at_, length);
            at_ += length;
        }
    }
    template <class T> void number(T& value) {
        std::uint64_t all = static_cast<unsigned char>(*at_);
        if (all < 128) { // nearly every number
            ++at_;
            value = static_cast<T>(all);
            return;
        }
        all = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            all |= std::uint64_t{byte & 127u} << shift;
            if (byte < 128)
                break;
        }
        value = static_cast<T>(all);
    }
    void whole(std::int64_t& value) {
        std::uint64_t all = 0;
        number(all);
        value = static_cast<std::int64_t>(all >> 1) ^ -static_cast<std::int64_t>(all & 1);
    }
    template <class... Flags> void flags(Flags&... flags) {
        std::uint32_t bits = 0, at = 0;
        number(bits);
        ((flags = bits >> at++ & 1), ...);
    }
    template <class T> void raw(T& value) {
        std::memcpy(static_cast<void*>(&value), at_, sizeof value);
        at_ += sizeof value;
    }
    template <class T> void rawList(std::vector<T>& list) {
        std::size_t size = 0;
        number(size);
        if (size == 0) // most are empty
            return list.clear();
        list.resize(size);
        std::memcpy(static_cast<void*>(list.data()), at_, size * sizeof(T));
        at_ += size * sizeof(T);
    }
    template <class List, class Each> void list(List& list, const Each& each) {
        std::size_t size = 0;
        number(size);
        list.resize(size);
        for (auto& element : list)
            each(element);
    }
    template <class T, class Each> void optional(std::optional<T>& value, const Each& each) {
        bool there = false;
        flags(there);
        if (!there)
            value.reset();
        else
            each(value.emplace());
    }
    template <class View> void view(View& words) {
        std::uint32_t at = 0;
        number(at);
        words = strings_[at];
    }
    void string(std::string& words) {
        std::string_view all;
        view(all);
        if (all.empty())
            words.clear();
        else
            words.assign(all);
    }

private:
    const char* at_;
    std::vector<std::string_view>& strings_;
};

// What is packed, in its order: of a Writer the values are constant, of a Reader they are filled in.

template <class Pack, class T> void packSpan(Pack& pack, T& span) {
    pack.number(span.begin);
    pack.number(span.end);
}

template <class Pack, class T> void packTime(Pack& pack, T& time) {
    pack.whole(time.from);
    pack.whole(time.to);
    pack.number(time.grain);
    pack.flags(time.openFrom, time.openTo);
}

template <class Pack, class T> void packSet(Pack& pack, T& set) {
    const auto raw = [&](auto& decimal) { pack.raw(decimal); };
    pack.optional(set.headline, raw);
    pack.optional(set.low, raw);
    pack.optional(set.high, raw);
    pack.flags(set.lowInclusive, set.highInclusive);
    pack.number(set.qualifier);
}

template <class Pack, class T> void packSlot(Pack& pack, T& slot) {
    pack.view(slot.event);
    pack.flags(slot.classified);
    pack.number(slot.relation);
    pack.view(slot.preposition);
    pack.view(slot.head);
    pack.view(slot.noun);
    pack.number(slot.nounWord);
    pack.view(slot.headClass);
    pack.view(slot.headRole);
    pack.view(slot.modifiers);
    pack.view(slot.unit);
}

/// Article, quote and person are not said yet.
template <class Pack, class T> void packSaid(Pack& pack, T& said) {
    packSpan(pack, said.words);
    packSpan(pack, said.sentence);
    pack.string(said.shown);
    pack.optional(said.set, [&](auto& set) { packSet(pack, set); });
    pack.string(said.unit);
    pack.optional(said.time, [&](auto& time) { packTime(pack, time); });
    pack.string(said.attribution);
    pack.string(said.via);
    pack.number(said.modality);
    pack.flags(said.negative);
    pack.string(said.derivation);
}

template <class Pack, class T> void packAnchor(Pack& pack, T& anchor) {
    pack.optional(anchor.time, [&](auto& time) { packTime(pack, time); });
    pack.flags(anchor.explicitTime, anchor.period, anchor.background, anchor.lead);
    pack.string(anchor.unresolved);
    pack.list(anchor.places, [&](auto& place) { pack.string(place); });
}

template <class Pack, class T> void packPiece(Pack& pack, T& piece) {
    pack.number(piece.sort);
    packSpan(pack, piece.span);
    pack.view(piece.head);
    pack.raw(piece.word);
    pack.rawList(piece.slots);
    pack.rawList(piece.words);
    pack.rawList(piece.nameWords);
    pack.rawList(piece.beside);
    pack.rawList(piece.sole);
    pack.raw(piece.outdone);
    pack.rawList(piece.around);
}

template <class Pack, class T> void packOutline(Pack& pack, T& outline) {
    pack.number(outline.sentence);
    packSpan(pack, outline.span);
    pack.flags(outline.denied, outline.guessed, outline.another);
    packAnchor(pack, outline.anchor);
    pack.rawList(outline.content);
    pack.rawList(outline.spoken);
    pack.rawList(outline.deeds);
    pack.raw(outline.holder);
    pack.raw(outline.holderOf);
    pack.list(outline.doings, [&](auto& doing) {
        packSpan(pack, doing.span);
        pack.view(doing.deed);
        pack.raw(doing.word);
    });
    for (auto* const pieces : {&outline.pieces, &outline.nouns})
        pack.list(*pieces, [&](auto& piece) { packPiece(pack, piece); });
}

/// Does not compile when a fact has more than what is packed here: then pack that, too, and name it here.
[[maybe_unused]] void allOf(const Fact& fact) {
    [[maybe_unused]] const auto& [kind, sentence, slot, keeper, marks, anchor, negatedVerb, part, sum, planned,
                                  partitive, none, namedDoer, length, loose, thing, foreseen, hindered, earlier,
                                  takesUp, subjectOwner, objectOwner, narrowed, increment, subjectKind, everywhere,
                                  rate, atHour, saidLongAgo, bodiesFound, several, doerToo, doer, only, matters, sequel,
                                  ofAge, ofGroup, asked, ambiguous, topic, place, subject, asking, doneBy, doneTo,
                                  doers, dones, nameConcepts, ownNames, subjectKinds, ended, ability, share, further,
                                  content, near, subjects, objects, beside, titled, complements, measures, quoteContent,
                                  quoteWords, named, bodies, names, keys, said] = fact;
}

template <class Pack, class T> void packFact(Pack& pack, T& fact) {
    const auto string = [&](auto& words) { pack.string(words); };
    pack.number(fact.kind);
    pack.number(fact.sentence);
    pack.number(fact.share);
    pack.number(fact.ability);
    pack.flags(fact.ended);
    packSlot(pack, fact.slot);
    auto& marks = fact.marks;
    pack.flags(marks.ofThem, marks.other, marks.more, marks.soFar, marks.total, marks.each, marks.listed, marks.growth);
    pack.list(marks.kinds, string);
    packAnchor(pack, fact.anchor);
    pack.flags(fact.negatedVerb, fact.part, fact.planned, fact.partitive, fact.none, fact.length, fact.loose, fact.only,
               fact.ambiguous, fact.namedDoer, fact.several, fact.foreseen, fact.hindered, fact.everywhere, fact.rate,
               fact.atHour, fact.saidLongAgo, fact.bodiesFound, fact.further, fact.sequel, fact.ofAge, fact.ofGroup,
               fact.asked, fact.earlier, fact.takesUp, fact.increment);
    pack.number(fact.matters);
    pack.raw(fact.doer);
    pack.raw(fact.doerToo);
    pack.raw(fact.thing);
    pack.raw(fact.subjectOwner);
    pack.raw(fact.objectOwner);
    pack.raw(fact.subjectKind);
    pack.number(fact.narrowed);
    pack.string(fact.sum);
    pack.string(fact.topic);
    pack.string(fact.place);
    pack.string(fact.subject);
    auto& asking = fact.asking;
    for (auto* words :
         {&asking.verb, &asking.past, &asking.who, &asking.whom, &asking.what, &asking.undergone, &asking.beside})
        pack.string(*words);
    pack.flags(asking.done, asking.many, asking.ahead, asking.object, asking.manyObjects);
    pack.string(fact.doneBy);
    pack.string(fact.doneTo);
    pack.rawList(fact.content);
    for (auto* list :
         {&fact.near, &fact.subjects, &fact.objects, &fact.beside, &fact.quoteContent, &fact.quoteWords, &fact.names,
          &fact.doers, &fact.dones, &fact.nameConcepts, &fact.ownNames, &fact.subjectKinds, &fact.measures})
        pack.rawList(*list);
    for (auto* list : {&fact.named, &fact.bodies, &fact.keys, &fact.titled, &fact.complements})
        pack.rawList(*list);
    packSaid(pack, fact.said);
}

template <class Pack, class T> void packNamed(Pack& pack, T& named) {
    pack.number(named.kind);
    pack.string(named.name);
    pack.string(named.acronym);
    pack.raw(named.form);
    pack.raw(named.acronymForm);
    pack.string(named.shown);
    packSpan(pack, named.words);
    packSpan(pack, named.sentence);
    pack.rawList(named.content);
}

template <class Pack, class T> void packDigest(Pack& pack, T& digest) {
    const auto string = [&](auto& words) { pack.string(words); };
    pack.string(digest.publisher);
    pack.optional(digest.published, [&](auto& at) { pack.whole(at); });
    pack.number(digest.sentences);
    pack.number(digest.language);
    pack.list(digest.facts, [&](auto& fact) { packFact(pack, fact); });
    pack.list(digest.byKey, [&](auto& entry) {
        pack.raw(entry.first);
        pack.number(entry.second);
    });
    pack.list(digest.disputes, [&](auto& pair) {
        pack.number(pair.first);
        pack.number(pair.second);
    });
    pack.list(digest.names, [&](auto& named) { packNamed(pack, named); });
    pack.rawList(digest.nameKeys);
    pack.rawList(digest.nameWords);
    pack.list(digest.placeNames, string);
    pack.optional(digest.leadTime, [&](auto& time) { packTime(pack, time); });
    pack.list(digest.leadPlaces, string);
    pack.view(digest.leadEvent);
    pack.list(digest.outlines, [&](auto& outline) { packOutline(pack, outline); });
    pack.list(digest.singles, [&](auto& fact) { packFact(pack, fact); });
    pack.list(digest.causes, [&](auto& fact) { packFact(pack, fact); });
    pack.rawList(digest.leadWords);
    pack.rawList(digest.frequent);
}

/// Words follow each other: what is kept is how far each begins behind the one before.
template <class Pack, class T> void packWord(Pack& pack, T& word, DigestWord& before) {
    std::uint32_t step = word.begin - before.begin, sentence = word.sentence, small = word.small, quoted = word.quoted;
    pack.raw(word.hash);
    pack.number(step);
    pack.number(word.length);
    std::uint32_t rest = (sentence - before.sentence) << 2 | small << 1 | quoted;
    pack.number(rest);
    if constexpr (!std::is_const_v<T>) {
        word.begin = before.begin + step;
        word.sentence = static_cast<std::uint16_t>((rest >> 2) + before.sentence) & DigestWord::lastSentence;
        word.small = rest >> 1 & 1;
        word.quoted = rest & 1;
    }
    before = word;
}

template <class Pack, class T> void packWording(Pack& pack, T& digest) {
    DigestWord before{};
    pack.list(digest.words, [&](auto& word) { packWord(pack, word, before); });
    pack.rawList(digest.prints);
}

} // namespace

PackedDigest::PackedDigest(const Digest& digest) {
    static std::atomic<std::uint64_t> made{0};
    thread_local Writer writer;
    id_ = ++made;
    writer.clear();
    packDigest(writer, digest);
    digest_ = writer.packed();
    writer.clear();
    packWording(writer, digest);
    wording_ = writer.packed();
}

void PackedDigest::open(Digest& into) const {
    thread_local std::vector<std::string_view> strings;
    Reader reader(digest_, strings);
    packDigest(reader, into);
    for (Fact& fact : into.facts)
        fact.keeper = nullptr;
    into.sortBySentence();
    numberSentences(into);
}

void PackedDigest::openWording(Digest& into) const {
    into.words.clear();
    into.prints.clear();
    if (wording_.empty())
        return;
    thread_local std::vector<std::string_view> strings;
    Reader reader(wording_, strings);
    packWording(reader, into);
}

Opener::Opener(std::size_t articles)
    : slots_(std::clamp<std::size_t>(articles, 1, 2048)) {} // an archive's of some weeks: some dozen kilobytes each

std::shared_ptr<const Digest> Opener::open(const PackedDigest& packed, std::string_view text, std::size_t near) {
    Slot& slot = slots_[near % slots_.size()];
    const std::lock_guard guard(slot.mutex);
    if (slot.id == packed.id())
        return slot.digest;
    if (!slot.digest || slot.digest.use_count() > 1)
        slot.digest = std::make_shared<Digest>();
    slot.id = 0; // should memory run out
    packed.open(*slot.digest);
    slot.digest->text = text;
    slot.id = packed.id();
    return slot.digest;
}

} // namespace countercheck::compare
