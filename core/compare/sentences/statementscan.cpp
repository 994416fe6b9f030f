// SPDX-License-Identifier: GPL-3.0-or-later
// Predicates of the table of opposites that stand where the parser found no verb for them, or another one.
#include "core/compare/sentences/statementreader.h"

#include "core/compare/words/cues.h"
#include "core/compare/words/wordlists.h"

#include <algorithm>

namespace countercheck::compare {

using claim::ChunkKind;
using text::Tag;
using text::Token;
using text::TokenKind;

/// "The coral is healthy", "est toujours vivant": is the word all that a form of "be" says? The parser may take it for
/// an object.
std::uint32_t StatementReader::copulaOf(std::uint32_t chunk, std::uint32_t token) const {
    if (chunk == none || chunk == 0 || chunks_[chunk].kind != ChunkKind::NounPhrase || chunks_[chunk].head != token ||
        chunks_[chunk].first + 1 < token || chunks_[chunk - 1].kind != ChunkKind::VerbGroup)
        return none;
    const bool says = chunks_[chunk - 1].end >= chunks_[chunk].first && cue(Cue::Copula, parsed_.deed(chunk - 1));
    return says ? chunk - 1 : none;
}

void StatementReader::scan() {
    Relative relative;
    for (std::uint32_t t = s_.firstToken; t < s_.endToken; ++t) {
        follow(relative, t);
        if (relative.in || !reading_.tokens[t].is(TokenKind::Word))
            continue;
        Found found;
        found.token = t;
        found.chunk = syntax_.chunkAt(t);
        found.group = found.chunk != none && chunks_[found.chunk].kind == ChunkKind::VerbGroup;
        if (!leftOpen(found) && findPredicate(found) && confirmedByVerb(found) && !noPredicate(found) &&
            !toldAlready(found))
            tellPredicate(found);
    }
}

/// "The strike that was to begin on Monday" is no news of its beginning; "the climber who disappeared a week ago was
/// found alive": the relative clause ends where a second finite verb begins.
void StatementReader::follow(Relative& relative, std::uint32_t token) const {
    const std::string_view word = reading_.of(reading_.tokens[token]);
    if (reading_.tokens[token].is(TokenKind::Comma))
        relative.in = false;
    if (const std::uint32_t at = relative.in ? syntax_.chunkAt(token) : none;
        at != none && chunks_[at].kind == ChunkKind::VerbGroup && chunks_[at].finite() && chunks_[at].first == token) {
        const bool joined = at > 0 && chunks_[at - 1].kind == ChunkKind::Conjunction;
        relative.in = relative.verb == none || relative.verb == at || joined;
        relative.verb = at;
    }
    if (word == "which" || word == "who" || word == "whose" || word == "qui" || word == "dont" ||
        (word == "that" && token > s_.firstToken && syntax_.classOf(token - 1) == claim::WordClass::Noun))
        relative = {true, none};
}

/// Of a word in a verb group: is it wished ("urged the minister to resign"), supposed ("thought to have died") or left
/// open, or does the verb itself stand behind it?
bool StatementReader::leftOpen(const Found& found) const {
    if (!found.group)
        return false;
    const claim::Chunk& group = chunks_[found.chunk];
    if (parsed_.wished(found.chunk))
        return true;
    if (group.infinitive && group.first > s_.firstToken &&
        listed(Family::Supposed, reading_, reading_.tokens[group.first - 1]))
        return true;
    return parsed_.open(mentions_, sentence_, found.chunk) || group.head > found.token;
}

/// Has the table a name for what begins at the word? Not where it stands in a name.
bool StatementReader::findPredicate(Found& found) const {
    found.known = parsed_.known(found.token, s_.endToken);
    if (found.known.empty())
        found.known = parsed_.moved(mentions_, sentence_, found.token);
    const std::uint32_t begin = reading_.tokens[found.token].begin;
    return !found.known.empty() && !std::ranges::any_of(read::inSentence(mentions_.names, sentence_),
                                                        [&](const read::Name& n) { return n.span.contains(begin); });
}

/// Does a copula say it ("is healthy"), or of a noun that tells the deed a verb ("confirmed the closure", "denied the
/// closure")? False: it takes one, and none says it.
bool StatementReader::confirmedByVerb(Found& found) const {
    found.copula = found.group ? none : copulaOf(found.chunk, found.token);
    if (found.copula != none) {
        found.confirmed = !parsed_.denied(found.copula);
        return !parsed_.open(mentions_, sentence_, found.copula) && !parsed_.wished(found.copula);
    }
    if (found.group || syntax_.classOf(found.token) != claim::WordClass::Noun ||
        found.known.find('_') != std::string_view::npos)
        return true;
    const std::uint32_t verb =
        found.chunk == none || chunks_[found.chunk].head != found.token ? none : syntax_.verbOfObject(found.chunk);
    if (verb == none)
        return false;
    const bool refuses = parsed_.verbIn("refuse", verb);
    if ((!refuses && !parsed_.verbIn("tell", verb)) || parsed_.open(mentions_, sentence_, verb))
        return false;
    found.confirmed = refuses == parsed_.denied(verb);
    found.byVerb = true;
    return true;
}

/// "Asked for a sentence of ten years", "want to ban", "by 62 votes for and 40 against": the word tells no deed.
bool StatementReader::noPredicate(const Found& found) const {
    if (found.group) {
        const std::uint32_t before = found.chunk - 1;
        return chunks_[found.chunk].infinitive && found.chunk > 0 && chunks_[before].kind == ChunkKind::VerbGroup &&
               (listed(Family::Wish, parsed_.verb(before)) || parsed_.verbIn("believing", before));
    }
    if (syntax_.classOf(found.token) != claim::WordClass::Noun)
        return false;
    const bool afterArticle =
        found.token > s_.firstToken && syntax_.classOf(found.token - 1) == claim::WordClass::Determiner;
    return (afterArticle && found.known.find('_') != std::string_view::npos) || table_.in("votes", found.known);
}

bool StatementReader::toldAlready(const Found& found) const {
    const std::uint32_t begin = reading_.tokens[found.token].begin;
    return std::any_of(out_.begin(), out_.end(), [&](const Statement& statement) {
        return statement.words.contains(begin) || statement.verb == found.known;
    });
}

void StatementReader::tellPredicate(Found& found) {
    Statement statement;
    statement.parsed = false;
    statement.deed = statement.verb = found.known;
    found.first = found.from == none ? found.token : found.from;
    found.end = found.token + 1;
    if (found.group)
        tellGroup(found, statement);
    else if (found.chunk != none && chunks_[found.chunk].kind == ChunkKind::NounPhrase)
        statement.negative = parsed_.denies(found.chunk) == found.confirmed;
    else
        statement.negative = !found.confirmed;
    denyBefore(found, statement);
    denyByExcess(found, statement);
    statement.words = parsed_.bytes(found.first, found.end);
    around(found.first, found.end, statement);
    found.verb = found.copula != none                 ? found.copula
                 : found.group || found.chunk == none ? found.chunk
                                                      : syntax_.verbOfClause(found.chunk);
    if (found.verb != none)
        statement.expected = parsed_.expected(found.verb);
    tellWhat(found, statement);
    tellWho(found, statement);
    tellThan(found, statement);
    out_.push_back(std::move(statement));
}

/// What its verb group tells, with the group's subject.
void StatementReader::tellGroup(Found& found, Statement& statement) const {
    const claim::Chunk& group = chunks_[found.chunk];
    statement.negative = parsed_.denied(found.chunk);
    statement.earlier = parsed_.earlier(found.chunk);
    statement.aside = parsed_.aside(found.chunk);
    statement.passive = group.passive || (group.participle && !group.finite());
    if (statement.passive)
        if (const std::string_view name = table_.undergone(parsed_.verb(found.chunk)); !name.empty())
            statement.deed = statement.verb = name;
    found.first = group.first;
    found.end = std::max(found.end, group.end);
    std::uint32_t subject = syntax_.subjectOf(found.chunk); // "is expected to support": of the verb before
    if (subject == none && group.infinitive && found.chunk > 0 && chunks_[found.chunk - 1].kind == ChunkKind::VerbGroup)
        subject = syntax_.subjectOf(found.chunk - 1);
    if (subject == none)
        return;
    subject = parsed_.speakerFor(subject);
    statement.subject = concepts_.spoken(sentence_, parsed_.phrase(subject));
    statement.doer = parsed_.headConcept(concepts_, sentence_, subject);
    statement.subjectOwner = parsed_.ownerOf(concepts_, sentence_, subject);
}

/// "Refused to …", "not …", "no longer …": do words before it deny it?
void StatementReader::denyBefore(Found& found, Statement& statement) const {
    const text::Lexicon& lexicon = text::Lexicon::of(reading_.language);
    constexpr std::uint32_t far = 4;
    for (std::uint32_t b = found.first; b-- > s_.firstToken && found.first - b <= far;) {
        if (!reading_.tokens[b].is(TokenKind::Word))
            return;
        const std::uint32_t at = syntax_.chunkAt(b);
        if (at != none && at != found.chunk && chunks_[at].kind == ChunkKind::NounPhrase)
            return; // "rejected the bill banning …"
        const bool refuses = at != none && chunks_[at].kind == ChunkKind::VerbGroup && chunks_[at].head == b &&
                             (parsed_.verbIn("refuse", at) || table_.in("refuse", parsed_.deed(at)));
        if ((refuses && !found.byVerb) || (!found.group && lexicon.has(reading_.tokens[b].word, Tag::Neg))) {
            statement.negative = !statement.negative;
            found.first = refuses ? chunks_[at].first : b;
        }
    }
}

/// "Too weak to attend", "trop faible pour assister"
void StatementReader::denyByExcess(Found& found, Statement& statement) const {
    if (!found.group || !chunks_[found.chunk].infinitive)
        return;
    constexpr std::uint32_t far = 4;
    const std::uint32_t first = chunks_[found.chunk].first;
    for (std::uint32_t b = first; b-- > s_.firstToken && first - b <= far;)
        if (listed(Family::Excess, reading_, reading_.tokens[b])) {
            statement.negative = !statement.negative;
            found.first = b;
            return;
        }
}

/// The object's part.
void StatementReader::tellWhat(const Found& found, Statement& statement) const {
    if (const std::uint32_t object = whatOf(found, statement); object != none) {
        statement.object = concepts_.within(sentence_, parsed_.phrase(object));
        statement.target = parsed_.objectConcept(concepts_, sentence_, object);
        statement.further = parsed_.further(object);
    } else {
        tellWhom(found, statement);
    }
}

/// The object of its verb group; of a word behind an object, that ("left its main rate unchanged"). Of a word at the
/// end of an object, the statement takes the word before.
std::uint32_t StatementReader::whatOf(const Found& found, Statement& statement) const {
    if (found.group)
        return statement.passive ? none : parsed_.objectOf(found.chunk);
    if (found.copula != none || found.verb == none)
        return none;
    const std::uint32_t t = found.token;
    if (found.chunk != none && chunks_[found.chunk].kind == ChunkKind::NounPhrase && chunks_[found.chunk].head == t &&
        t > chunks_[found.chunk].first && syntax_.verbOfObject(found.chunk) != none)
        if (const auto rest = concepts_.spoken(sentence_, parsed_.bytes(t - 1, t)); !rest.empty()) {
            statement.target = rest.front();
            statement.object = rest;
        }
    const std::uint32_t object = parsed_.objectOf(found.verb);
    return object != none && chunks_[object].end == found.first ? object : none;
}

/// "Found the director of the clinic guilty": of whom the word is said stands before it.
void StatementReader::tellWhom(const Found& found, Statement& statement) const {
    if (found.group || found.copula != none || found.verb == none)
        return;
    const text::Lexicon& lexicon = text::Lexicon::of(reading_.language);
    const Token& token = reading_.tokens[found.token];
    const std::uint32_t of = parsed_.objectOf(found.verb);
    if (of == none || chunks_[of].first >= found.token || lexicon.use(token.word).frequency[0] != 0 ||
        parsed_.deed(found.verb) != "discovery")
        return;
    statement.doer = parsed_.headConcept(concepts_, sentence_, of);
    statement.subject = concepts_.spoken(sentence_, {reading_.tokens[chunks_[of].first].begin, token.begin});
    statement.subjectOwner = parsed_.ownerOf(concepts_, sentence_, of);
}

/// The subject of its clause, where nobody is told yet: "was found alive".
void StatementReader::tellWho(const Found& found, Statement& statement) const {
    if (found.verb == none || statement.passive || statement.doer != 0)
        return;
    std::uint32_t subject = syntax_.subjectOf(found.verb);
    if (subject == none)
        subject = parsed_.openingSubject(sentence_, found.verb);
    if (subject == none || chunks_[subject].end > found.first)
        return;
    statement.takesUp = parsed_.takesUp(subject);
    statement.doer = parsed_.headConcept(concepts_, sentence_, parsed_.wholeOf(subject));
    statement.share = parsed_.shareOf(subject);
    // Of "confirmed the closure", "sold 200 cars, down 5 percent" it is not the subject that undergoes it.
    const std::uint32_t what = parsed_.objectOf(found.verb);
    if (!found.byVerb && (found.group || what == none || what == found.chunk))
        statement.subject = concepts_.spoken(sentence_, parsed_.phrase(subject));
    statement.subjectOwner = parsed_.ownerOf(concepts_, sentence_, subject);
    statement.further |= parsed_.further(subject);
}

} // namespace countercheck::compare
