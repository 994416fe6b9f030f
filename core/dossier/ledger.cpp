// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/ledger.h"

#include "core/dossier/arrangement.h"
#include "core/dossier/describe.h"
#include "core/dossier/step.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace countercheck::dossier {

namespace {

using logjson::Value;

bool has(const Value& object, const char* name) {
    return object.FindMember(name) != object.MemberEnd();
}

/// Sets `slot` when the object has that member; null clears it.
template <class T> bool take(const Value& object, const char* name, std::optional<T>& slot) {
    if (!has(object, name))
        return true;
    const Value* value = logjson::member(object, name);
    if (!value) {
        slot.reset();
        return true;
    }
    T read;
    if (!logjson::read(*value, read))
        return false;
    slot = std::move(read);
    return true;
}

/// Sets or clears the numbered items that the object's member names.
template <class T> bool takeNumbered(const Value& object, const char* name, std::map<std::uint64_t, T>& items) {
    const Value* members = logjson::member(object, name);
    if (!members)
        return true;
    if (!members->IsObject())
        return false;
    for (const auto& item : members->GetObject()) {
        std::uint64_t number = 0;
        const char* end = item.name.GetString() + item.name.GetStringLength();
        if (const auto read = std::from_chars(item.name.GetString(), end, number);
            read.ec != std::errc() || read.ptr != end)
            return false;
        if (item.value.IsNull()) {
            items.erase(number);
            continue;
        }
        T value;
        if (!logjson::read(item.value, value))
            return false;
        items[number] = std::move(value);
    }
    return true;
}

/// Sets or clears the grades that the object's member names.
bool takeGrades(const Value& object, const char* name, std::map<std::string, Grade>& grades) {
    const Value* members = logjson::member(object, name);
    if (!members)
        return true;
    if (!members->IsObject())
        return false;
    for (const auto& item : members->GetObject()) {
        const std::string source(item.name.GetString(), item.name.GetStringLength());
        if (item.value.IsNull()) {
            grades.erase(source);
            continue;
        }
        if (!logjson::read(item.value, grades[source]))
            return false;
    }
    return true;
}

template <class T>
void writeNumbered(logjson::Out& out, const char* name, const std::map<std::uint64_t, T>& from,
                   const std::map<std::uint64_t, T>& to) {
    if (from == to)
        return;
    out.key(name);
    out.beginObject();
    std::map<std::uint64_t, const T*> differing;
    for (const auto& [number, value] : from)
        if (const auto other = to.find(number); other == to.end() || !(other->second == value))
            differing[number] = &value;
    for (const auto& [number, value] : to)
        if (!from.contains(number))
            differing[number] = nullptr;
    for (const auto& [number, value] : differing) {
        out.key(std::to_string(number));
        if (value)
            logjson::write(out, *value);
        else
            out.null();
    }
    out.endObject();
}

/// What a slot says, for people; the same words mean the same decision.
std::string sideText(const Entry& entry, std::string_view slot) {
    if (slot == "verdict" && entry.verdict) {
        const Verdict& verdict = *entry.verdict;
        return std::string(verdictStateName(verdict.state)) + (verdict.note.empty() ? "" : ": " + verdict.note);
    }
    if (slot == "proposal" && entry.proposal) {
        const Proposal& proposal = *entry.proposal;
        return proposal.wording + " (" + (proposal.low.empty() ? "…" : proposal.low) + " to " +
               (proposal.high.empty() ? "…" : proposal.high) + ")";
    }
    if (slot == "signOff" && entry.signedOff)
        return "signed off " + entry.signedOff->signOff.subjectHash;
    if (slot == "takenBack" && entry.taken)
        return "sign-off taken back: " + entry.taken->reason;
    if (slot == "dismissed" && !entry.dismissed.empty())
        return "dismissed: " + entry.dismissed;
    return "nothing";
}

Conflict::Side sideOf(const Entry& entry, std::string_view slot, const Stamp& stamp) {
    Conflict::Side side;
    side.stamp = stamp;
    side.text = sideText(entry, slot);
    if (slot == "verdict")
        side.verdict = entry.verdict;
    else if (slot == "proposal")
        side.proposal = entry.proposal;
    else if (slot == "dismissed")
        side.dismissed = entry.dismissed;
    return side;
}

constexpr std::array<std::string_view, 5> decidedSlots{"verdict", "proposal", "signOff", "takenBack", "dismissed"};

/// After a record set slots of an entry (`was`: as they stood before): finds decisions of which neither maker knew the
/// other, and closes conflicts that this record settles.
void noteConflicts(const Ledger& ledger, const Record& record, const Value& after, const Entry& was, Entry& entry) {
    for (const std::string_view name : decidedSlots) {
        const std::string slot(name);
        if (!has(after, slot.c_str()))
            continue;
        std::string& last = entry.setBy[slot];
        const bool known = last.empty() || ledger.knew(record.hash, last);
        const auto open = entry.conflicts.find(slot);
        const Conflict::Side side = sideOf(entry, name, {record.by, record.at});
        if (open != entry.conflicts.end()) {
            auto& [conflict, hashes] = open->second;
            if (std::all_of(hashes.begin(), hashes.end(),
                            [&](const std::string& hash) { return ledger.knew(record.hash, hash); })) {
                entry.conflicts.erase(open);
            } else {
                // Whoever goes on from one side speaks for that side.
                std::size_t at = hashes.size();
                for (std::size_t i = 0; i < hashes.size(); ++i)
                    if (ledger.knew(record.hash, hashes[i]))
                        at = i;
                if (at == hashes.size()) {
                    hashes.emplace_back();
                    conflict.sides.emplace_back();
                }
                hashes[at] = record.hash;
                conflict.sides[at] = side;
            }
        } else if (!known && sideText(was, name) != side.text) {
            Entry::Open fresh;
            fresh.conflict.slot = name == "signOff"     ? "sign-off"
                                  : name == "takenBack" ? "taking back of the sign-off"
                                  : name == "dismissed" ? "dismissal"
                                                        : slot;
            fresh.conflict.sides = {sideOf(was, name, entry.setStamp[slot]), side};
            fresh.hashes = {last, record.hash};
            entry.conflicts[slot] = std::move(fresh);
        }
        last = record.hash;
        entry.setStamp[slot] = side.stamp;
    }
}

bool readEntry(const Value& slot, Entry& entry) {
    entry.key.value = logjson::text(slot, "question");
    entry.label = logjson::text(slot, "label");
    entry.changedBy = logjson::text(slot, "changedBy");
    if (has(slot, "dismissed"))
        entry.dismissed = logjson::text(slot, "dismissed");
    if (const Value* anchors = logjson::member(slot, "anchors"); anchors && !logjson::read(*anchors, entry.anchors))
        return false;
    return take(slot, "verdict", entry.verdict) && take(slot, "proposal", entry.proposal) &&
           take(slot, "signOff", entry.signedOff) && take(slot, "takenBack", entry.taken) &&
           takeNumbered(slot, "notes", entry.notes) && takeNumbered(slot, "evidence", entry.evidence) &&
           takeGrades(slot, "information", entry.information);
}

bool readArticle(const Value& slot, Ledger& ledger, const Ledger::TextOf& textOf, Change& change) {
    const ArticleId id{logjson::text(slot, "id")};
    const Value* present = logjson::member(slot, "present");
    if (id.sha256.empty() || !present || !present->IsBool())
        return false;
    const bool known = ledger.textHash.contains(id.sha256);
    if (const std::string hash = logjson::text(slot, "textSha256"); !hash.empty())
        ledger.textHash[id.sha256] = hash;
    auto found = ledger.articles.get().end();
    if (known) // an article that was never named before need not be looked for
        found = std::find_if(ledger.articles.get().begin(), ledger.articles.get().end(),
                             [&](const Article& article) { return article.id == id; });
    const auto place = static_cast<std::size_t>(found - ledger.articles.get().begin());
    const bool there = place < ledger.articles.size();
    change.kind = Change::Kind::Articles;
    if (!present->GetBool()) {
        if (there)
            ledger.articles.erase(ledger.articles.cbegin() + static_cast<std::ptrdiff_t>(place));
        if (ledger.reference == id)
            ledger.reference.reset();
        return true;
    }
    Article article;
    if (there)
        article = std::as_const(ledger.articles)[place];
    article.id = id;
    article.info = {logjson::text(slot, "title"), logjson::text(slot, "publisher"), logjson::text(slot, "published"),
                    logjson::text(slot, "url"), logjson::text(slot, "language")};
    if (there) {
        ledger.articles[place] = std::move(article);
        return true;
    }
    article.encoding = logjson::text(slot, "encoding");
    article.fileName = logjson::text(slot, "file");
    article.capturedAt = logjson::text(slot, "capturedAt");
    article.mediaType = logjson::text(slot, "mediaType");
    article.author = logjson::text(slot, "author");
    article.modified = logjson::text(slot, "modified");
    if (const Value* hidden = logjson::member(slot, "hidden"))
        article.hidden = hidden->IsTrue();
    if (const Value* reference = logjson::member(slot, "reference"); reference && reference->IsTrue())
        ledger.reference = id;
    article.text = textOf(id.sha256, ledger.textHash[id.sha256]);
    const Value* at = logjson::member(slot, "at");
    const std::size_t where = at && at->IsUint64() ? static_cast<std::size_t>(at->GetUint64()) : ledger.articles.size();
    if (where >= ledger.articles.size()) {
        ledger.articles.push_back(std::move(article));
        change.kind = Change::Kind::Appended;
    } else {
        ledger.articles.insert(ledger.articles.cbegin() + static_cast<std::ptrdiff_t>(where), std::move(article));
    }
    return true;
}

bool readPerson(const Value& slot, Ledger& ledger) {
    const std::string name = logjson::text(slot, "name");
    const auto found = std::find_if(ledger.people.begin(), ledger.people.end(),
                                    [&](const Person& person) { return person.name == name; });
    if (!logjson::member(slot, "role")) {
        if (found != ledger.people.end())
            ledger.people.erase(found);
        return true;
    }
    const auto role = roleFromName(logjson::text(slot, "role"));
    if (!role || name.empty())
        return false;
    const Person person{name, *role, logjson::text(slot, "key")};
    if (found == ledger.people.end())
        ledger.people.push_back(person);
    else
        *found = person;
    return true;
}

bool readJoin(const Value& slot, Ledger& ledger, const HistoryLine& line) {
    const Value* id = logjson::member(slot, "id");
    if (!id || !id->IsUint64())
        return false;
    const Value* questions = logjson::member(slot, "questions");
    if (!questions) {
        ledger.joins.erase(id->GetUint64());
        return true;
    }
    if (!questions->IsArray())
        return false;
    JoinGroup group;
    group.line = line;
    for (const auto& item : questions->GetArray()) {
        JoinMember member{{logjson::text(item, "question")}, logjson::text(item, "label"), {}};
        const Value* anchors = logjson::member(item, "anchors");
        if (member.key.value.empty() || (anchors && !logjson::read(*anchors, member.anchors)))
            return false;
        group.members.push_back(std::move(member));
    }
    ledger.joins[id->GetUint64()] = std::move(group);
    return true;
}

bool readCorrection(const Value& slot, Ledger& ledger, const HistoryLine& line) {
    const Value* id = logjson::member(slot, "id");
    if (!id || !id->IsUint64())
        return false;
    if (!logjson::member(slot, "kind")) {
        ledger.corrections.erase(id->GetUint64());
        return true;
    }
    CorrectionEntry entry{{}, line};
    if (!logjson::read(slot, entry.correction))
        return false;
    ledger.corrections[id->GetUint64()] = std::move(entry);
    return true;
}

/// The undone or redone record comes to the top of its stack. False: it is not there, or its turn has not come: all
/// that is newer must be other people's.
bool bringUp(const Record& record, const Value& after, const char* name, std::vector<Undoable>& stack) {
    const Value* number = logjson::member(after, name);
    const auto found = std::find_if(stack.begin(), stack.end(), [&](const Undoable& one) {
        return number && number->IsUint64() && one.record.value == number->GetUint64();
    });
    if (found == stack.end() ||
        std::any_of(found + 1, stack.end(), [&](const Undoable& one) { return one.by == record.by; }))
        return false;
    std::rotate(found, found + 1, stack.end());
    return true;
}

} // namespace

bool Entry::empty() const {
    return !verdict && !proposal && !signedOff && !taken && notes.empty() && evidence.empty() && dismissed.empty() &&
           information.empty();
}

Entry Entry::brief() const {
    return {subject,   key,     label,       verdict,   proposal, signedOff, taken,     {}, {},
            dismissed, anchors, information, conflicts, setBy,    setStamp,  changedBy, {}};
}

std::string entrySlots(const Entry& from, const Entry& to) {
    logjson::Out out;
    out.beginObject();
    out.member("subject", from.subject);
    out.member("question", from.key.value);
    out.member("label", from.label);
    const auto differing = [&](const char* name, const auto& value, const auto& other) {
        if (value == other)
            return;
        out.key(name);
        logjson::write(out, value);
    };
    differing("verdict", from.verdict, to.verdict);
    differing("proposal", from.proposal, to.proposal);
    differing("signOff", from.signedOff, to.signedOff);
    differing("takenBack", from.taken, to.taken);
    writeNumbered(out, "notes", from.notes, to.notes);
    writeNumbered(out, "evidence", from.evidence, to.evidence);
    if (from.information != to.information) {
        out.key("information");
        out.beginObject();
        for (const auto& [source, grade] : from.information)
            if (const auto other = to.information.find(source);
                other == to.information.end() || !(other->second == grade)) {
                out.key(source);
                logjson::write(out, std::optional(grade));
            }
        for (const auto& [source, grade] : to.information)
            if (!from.information.contains(source)) {
                out.key(source);
                out.null();
            }
        out.endObject();
    }
    if (from.dismissed != to.dismissed) {
        out.key("dismissed");
        if (from.dismissed.empty())
            out.null();
        else
            out.string(from.dismissed);
    }
    out.member("changedBy", from.changedBy);
    out.key("anchors");
    logjson::write(out, from.anchors);
    out.endObject();
    return out.text();
}

Change Ledger::apply(const Record& record, const TextOf& textOf, Step* step) {
    Change change;
    ++records;
    lastHash = record.hash;
    lastAt = std::max(lastAt, record.at);
    const auto unreadable = [&](std::string_view why) {
        if (step)
            step->reversible = false;
        change.whole = true;
        change.problem =
            "record " + std::to_string(record.id.value) + " of the log cannot be read: " + std::string(why);
        return change;
    };
    rapidjson::Document before;
    rapidjson::Document after;
    if (!logjson::parse(record.after, after) || !after.IsObject())
        return unreadable("its “after” is not a JSON object");
    if (!logjson::parse(record.before, before) || !before.IsObject())
        return unreadable("its “before” is not a JSON object");
    if (step)
        step->begin(*this, after);

    const bool undoing = record.edit == "undo";
    const bool redoing = record.edit == "redo";
    if (knew && (undoing || redoing)) { // somebody else's record may have come in between
        auto& stack = undoing ? undo : redo;
        const Value* number = logjson::member(after, undoing ? "undoes" : "redoes");
        const auto found = std::find_if(stack.begin(), stack.end(), [&](const Undoable& one) {
            return number && number->IsUint64() && one.record.value == number->GetUint64();
        });
        if (step && found != stack.end())
            step->place = static_cast<std::size_t>(found - stack.begin());
        if (found == stack.end()) // two people undid the same
            stack.push_back({record.id, record.edit, whatOf(record.edit, before, after), record.by, {}});
        else
            std::rotate(found, found + 1, stack.end());
    } else if (undoing && !bringUp(record, after, "undoes", undo)) {
        return unreadable("it undoes a record whose turn it is not");
    } else if (redoing && !bringUp(record, after, "redoes", redo)) {
        return unreadable("it redoes a record whose turn it is not");
    }

    const std::string what = undoing   ? undo.back().what
                             : redoing ? redo.back().what
                                       : whatOf(record.edit, before, after);
    HistoryLine line{record.id, {record.by, record.at}, {}};
    if (undoing || redoing)
        line.text = std::string(undoing ? "undone: " : "redone: ") + what + " by " +
                    (undoing ? undo.back().by : redo.back().by);
    else
        line.text = describe(record.edit, before, after);

    bool read = true;
    if (has(after, "title"))
        title = logjson::text(after, "title");
    if (const Value* slot = logjson::member(after, "person"))
        read = read && readPerson(*slot, *this);
    if (const Value* slot = logjson::member(after, "article"))
        read = read && readArticle(*slot, *this, textOf, change);
    if (const Value* slot = logjson::member(after, "arrangement")) {
        const Arranged arranged = arrange(*slot, articles, reference);
        read = read && arranged != Arranged::Unreadable;
        if (arranged == Arranged::Moved || change.kind != Change::Kind::Plain)
            change.kind = Change::Kind::Articles;
    }
    if (const Value* slot = logjson::member(after, "join")) {
        change.kind = Change::Kind::Joins;
        read = read && readJoin(*slot, *this, line);
    }
    if (const Value* slot = logjson::member(after, "correction")) {
        change.kind = Change::Kind::Joins;
        read = read && readCorrection(*slot, *this, line);
    }
    if (const Value* slot = logjson::member(after, "sources"))
        read = read && takeGrades(after, "sources", sources) && slot->IsObject();
    if (const std::string subject = logjson::text(after, "subject"); !subject.empty()) {
        // Nobody makes a record that changes both; where one comes in, all is derived again.
        change.kind = change.kind == Change::Kind::Plain ? Change::Kind::Subject : Change::Kind::Articles;
        change.subject = subject;
        Entry& entry = entries[subject];
        entry.subject = subject;
        std::optional<Entry> was;
        if (knew) { // the slots on which people can decide apart
            was.emplace();
            was->verdict = entry.verdict;
            was->proposal = entry.proposal;
            was->signedOff = entry.signedOff;
            was->taken = entry.taken;
            was->dismissed = entry.dismissed;
        }
        change.notes = logjson::named(after, "notes", entry.notes);
        change.evidence = logjson::named(after, "evidence", entry.evidence);
        read = read && readEntry(after, entry);
        if (knew && read)
            noteConflicts(*this, record, after, *was, entry);
        entry.history.push_back(line);
        change.line = line;
        line.question = entry.key;
        if (!undoing && !redoing)
            line.text = "“" + entry.label + "”: " + line.text;
    }
    if (!read)
        return unreadable("a value in its “after” is not of the kind that belongs there");
    if (has(after, "article") || has(after, "join") || has(after, "correction"))
        shaping.push_back(line);
    history.push_front(std::move(line));

    using Stack = Step::Stack;
    const Stack stack = undoing ? Stack::Undone : redoing ? Stack::Redone : Stack::Decided;
    if (undoing) {
        redo.push_back(std::move(undo.back()));
        undo.pop_back();
    } else if (redoing) {
        undo.push_back(std::move(redo.back()));
        redo.pop_back();
    } else if (record.edit != "person") { // who takes part is not undone by Ctrl+Z
        undo.push_back({record.id, record.edit, what, record.by, change.subject});
        if (step)
            step->redo_ = std::move(redo);
        redo.clear();
    }
    if (step)
        step->stack = stack;
    return change;
}

const Undoable* Ledger::next(bool undoing) const {
    const auto& stack = undoing ? undo : redo;
    if (undoBy.empty())
        return stack.empty() ? nullptr : &stack.back();
    const auto mine = std::find_if(stack.rbegin(), stack.rend(), [&](const Undoable& one) { return one.by == undoBy; });
    if (mine == stack.rend() ||
        std::any_of(stack.rbegin(), mine, [&](const Undoable& newer) { return newer.subject == mine->subject; }))
        return nullptr;
    return &*mine;
}

} // namespace countercheck::dossier
