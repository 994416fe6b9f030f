// SPDX-License-Identifier: GPL-3.0-or-later
// Names in one walk: runs of capitalised words become occurrences of a form (names.cpp); what stands around each
// occurrence is gathered as evidence on its form (namesevidence.cpp); then each form gets its kind once
// (nameskinds.cpp), and forms that name the same are one entity (namesentities.cpp). Private to core/read.
#pragma once

#include "core/read/mentions.h"
#include "core/read/wordmap.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace countercheck::read {

/// Keeps short texts in place until clear(), which gives no memory back.
class TextPool {
public:
    void clear() { chunk_ = used_ = 0; }
    /// Room for `size` bytes.
    char* room(std::size_t size) {
        while (chunk_ < chunks_.size() && used_ + size > chunks_[chunk_].size()) {
            ++chunk_;
            used_ = 0;
        }
        if (chunk_ == chunks_.size())
            chunks_.emplace_back(std::max<std::size_t>(size, 4096));
        char* place = chunks_[chunk_].data() + used_;
        used_ += size;
        return place;
    }
    std::string_view keep(std::string_view text) {
        char* place = room(text.size());
        std::copy(text.begin(), text.end(), place);
        return {place, text.size()};
    }

private:
    std::deque<std::vector<char>> chunks_; ///< never moved
    std::size_t chunk_ = 0, used_ = 0;
};

class NameReader {
    using Lexicon = text::Lexicon;
    using Reading = text::Reading;
    using Tag = text::Tag;
    using Token = text::Token;
    using TokenKind = text::TokenKind;
    using WordId = text::WordId;

    static constexpr std::uint32_t none = ~0u;

    static constexpr std::uint64_t nameTags =
        text::tagBit(Tag::Country) | text::tagBit(Tag::Nationality) | text::tagBit(Tag::OrgWord);
    static constexpr std::uint64_t smallWords =
        text::tagBit(Tag::Det) | text::tagBit(Tag::Prep) | text::tagBit(Tag::Conj) | text::tagBit(Tag::Subord) |
        text::tagBit(Tag::Pron) | text::tagBit(Tag::Poss) | text::tagBit(Tag::Aux) | text::tagBit(Tag::Modal) |
        text::tagBit(Tag::Neg) | text::tagBit(Tag::Wh) | text::tagBit(Tag::Adverb) | text::tagBit(Tag::Function) |
        text::tagBit(Tag::Vague);
    static constexpr std::uint64_t timeTags = text::tagBit(Tag::Month) | text::tagBit(Tag::Weekday) |
                                              text::tagBit(Tag::Holiday) | text::tagBit(Tag::Zone) |
                                              text::tagBit(Tag::NotName);

    enum NameEvidence : std::uint16_t {
        Titled = 1,      // "President X", "Mr X"
        RoleAfter = 2,   // "X, chief executive of Y"
        AgeAfter = 4,    // "X, 43,"
        PlaceCue = 8,    // "the town of X", "X region"
        InPlace = 16,    // "in X", "near X"
        WhoAfter = 32,   // "X, who"
        Acronym = 64,    // "Long Name (ACR)"
        OfPlace = 128,   // "X, Mali"
        Possessed = 256, // "the X", which no person takes
        Speaks = 512,    // "X said"
        OrgCue = 1024,   // "the X plant", "the newspaper X"
        AtPlace = 2048   // "à X", "au X": where, or to whom
    };

public:
    /// A spelling, with what the article shows about it.
    struct Form {
        std::string_view text;                  ///< of its first occurrence
        std::string_view folded;                ///< foldedName(text)
        std::string_view key;                   ///< what forms of one entity share, see keyOf()
        std::uint64_t hash = 0, foldedHash = 0; ///< hashSmall() of text and folded
        std::uint16_t evidence = 0;
        std::uint32_t strong = 0; ///< occurrences that are surely names
        std::uint32_t words = 0;
        std::uint32_t firstToken = 0, endToken = 0;
        std::uint32_t acronym = none; ///< form of the acronym that the article gives it
        std::uint32_t entity = none;
        std::uint32_t role = none;    ///< index into roles
        std::uint32_t persons = none; ///< a last name that several persons have: the first of them
        NameKind kind = NameKind::Other;
    };

    struct Occurrence {
        std::uint32_t form = none,
                      tail = none; ///< `tail`: the form without its first word, which may be an ordinary one
        std::uint32_t firstToken = 0, endToken = 0, sentence = 0;
        bool strong = false;
    };

    /// Storage that serves article after article. Each thread keeps its own.
    struct Scratch {
        std::vector<std::uint32_t> smallAndCapital, merged, uses, firstTokenOf, compacted;
        std::vector<std::uint8_t> nameWords;
        std::vector<Form> forms;
        /// Persons with full names; those of one last name are a chain.
        struct Person {
            std::uint32_t form = none, entity = none, next = none;
            char gender = 0; ///< 'f' or 'm' by the given name or a word of address
        };
        std::vector<Person> persons;
        std::vector<Occurrence> found;
        std::vector<std::string_view> roles;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> aliases; ///< forms of one and the same
        TextPool pool;                                                ///< the folded forms
        WordMap byText, lastNames, byFolded, byLast, byFirst, byInitials;

        void clear() {
            forms.clear();
            persons.clear();
            found.clear();
            roles.clear();
            pool.clear();
            aliases.clear();
            merged.clear();
            for (WordMap* map : {&byText, &lastNames, &byFolded, &byLast, &byFirst, &byInitials})
                map->clear();
        }
    };
    NameReader(const Reading& reading, Mentions& out, Scratch& scratch)
        : r_(reading), tokens_(reading.tokens.data()), lex_(Lexicon::of(reading.language)), out_(out),
          french_(reading.language == text::Language::French), scratch_(scratch), nameWords_(scratch.nameWords),
          forms_(scratch.forms), found_(scratch.found), roles_(scratch.roles), merged_(scratch.merged) {
        scratch.clear();
        nameWords_.assign(reading.tokens.size(), 0);
    }

    void run();

private:
    [[nodiscard]] std::string_view of(std::uint32_t t) const { return r_.of(tokens_[t]); }
    [[nodiscard]] bool has(std::uint32_t t, Tag tag) const { return lex_.has(tokens_[t].word, tag); }
    [[nodiscard]] bool is(std::uint32_t t, TokenKind kind) const { return t < end_ && tokens_[t].is(kind); }
    [[nodiscard]] bool capital(std::uint32_t t) const {
        return t < end_ && (tokens_[t].is(TokenKind::Word) || tokens_[t].is(TokenKind::Alnum)) &&
               tokens_[t].has(text::Capitalised);
    }
    [[nodiscard]] bool allCaps(std::uint32_t t) const { return tokens_[t].has(text::AllCaps) && !shouting_; }

    /// A word of the language in small letters as well: not only a name.
    [[nodiscard]] bool ordinary(std::uint32_t t);
    /// Only ever a verb, adjective or adverb in front of a name: "Attacking", "Former".
    [[nodiscard]] bool noNoun(std::uint32_t t);

    /// "I'm", "They're", "We've"
    [[nodiscard]] static bool contraction(std::string_view word) {
        // An apostrophe's last byte stands second or third from behind: nearly never.
        const std::size_t size = word.size();
        const char before = word[size >= 2 ? size - 2 : 0], twoBefore = word[size >= 3 ? size - 3 : 0];
        const auto ends = [](char c) { return static_cast<unsigned>(c == '\'') | static_cast<unsigned>(c == '\x99'); };
        if (((ends(before) | ends(twoBefore)) & static_cast<unsigned>(size >= 3) & static_cast<unsigned>(size <= 10)) ==
            0)
            return false;
        std::size_t mark = 0;
        while (mark < word.size() && word[mark] != '\'' && word[mark] != '\xE2')
            ++mark;
        if (mark + 1 >= word.size())
            return false;
        const std::string_view tail = word.substr(word[mark] == '\'' ? mark + 1 : std::min(mark + 3, word.size()));
        return tail == "m" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" || tail == "t";
    }

    /// Can the token be part of a name at all?
    [[nodiscard]] bool nameWord(std::uint32_t t) const { return t < end_ && nameWords_[t] != 0; }
    /// The same for a token with a capital; asked once a token, before the sentence is read.
    [[nodiscard]] bool canBeName(const Token& token) const {
        const std::uint32_t size = token.end - token.begin;
        if (!(token.is(TokenKind::Word) || (token.is(TokenKind::Alnum) && size <= 24)) ||
            lex_.hasAny(token.word, timeTags))
            return false;
        const std::string_view word = r_.of(token);
        return !(size == 1 && word.front() == 'I') && !contraction(word);
    }

    [[nodiscard]] bool personNoun(std::uint32_t t) const;

    void sentence(std::uint32_t s, bool title);

    // French (namesfrench.cpp)

    /// "ministère de l'Intérieur", "ministre de la Transition écologique": the office's domain is no name of its own,
    /// and a ministry is an organisation. Returns where to go on; 0: the capital at `t` is nothing of the kind.
    std::uint32_t domain(std::uint32_t t);
    [[nodiscard]] std::uint32_t domainHead(std::uint32_t t, std::uint32_t floor) const;
    [[nodiscard]] bool isDomain(std::uint32_t t, std::uint32_t floor) const;
    /// Last token of what follows an organisation's first words in small letters: "Office français de la biodiversité",
    /// "Cour pénale internationale". `last` if nothing does.
    [[nodiscard]] std::uint32_t smallTail(std::uint32_t first, std::uint32_t last) const;
    /// Last token of a particle with its name, from `next` on: "de Gaulle", "d'Estaing", "Le Pen". 0: none.
    [[nodiscard]] std::uint32_t particleName(std::uint32_t first, std::uint32_t last, std::uint32_t next) const;
    /// The articles and prepositions before a name: "à X", "au X", "la ville de X", "l'aéroport de X".
    void gatherFrench(Form& form, std::uint32_t firstToken, std::uint32_t floor);
    /// "La Haye", "Le Mans" at a sentence's start: the article belongs to the place's name.
    [[nodiscard]] bool articleOfPlace(std::uint32_t t) const;
    [[nodiscard]] bool elided(std::uint32_t t) const;   ///< l' d' qu'
    [[nodiscard]] bool linkWord(std::uint32_t t) const; ///< de du des d' la le les l'
    [[nodiscard]] bool smallNoun(std::uint32_t t) const;

    void gatherBefore(const Occurrence& o, Form& form, std::uint32_t firstOfSentence);
    /// "the interior minister, X,", "le ministre de l'Intérieur X": the job before the name; none.
    std::uint32_t roleBefore(const Occurrence& o, std::uint32_t floor);

    /// "al-Qaeda", "el-Sisi": a small particle, a hyphen, a capital.
    [[nodiscard]] bool particleOpens(std::uint32_t t) const;

    /// After what a capital letter says little: the sentence's start, a colon, an opening mark.
    [[nodiscard]] bool atStart(std::uint32_t t) const;

    [[nodiscard]] bool titleBeforeName(std::uint32_t t) const;

    /// Reads the names that begin at `t`; returns where to go on.
    std::uint32_t runFrom(std::uint32_t t);

    [[nodiscard]] bool shortCountry(std::uint32_t t) const { return tokens_[t].end - tokens_[t].begin <= 2; }

    std::uint32_t finishKnown(std::uint32_t first, std::uint32_t end);

    /// "Malian President X", "French Emmanuel Y", "Mali's": the nationality or country stands alone.
    [[nodiscard]] bool breaksAfterNationality(std::uint32_t t) const;

    [[nodiscard]] bool initial(std::uint32_t t) const {
        return is(t, TokenKind::Word) && tokens_[t].end - tokens_[t].begin == 1 && tokens_[t].has(text::Capitalised);
    }

    /// Takes in what follows as long as it belongs to the name; returns the last token.
    std::uint32_t extend(std::uint32_t first, std::uint32_t last);

    /// Where "St. Petersburg" ends, if a place is called that; 0.
    [[nodiscard]] std::uint32_t saintOfPlace(std::uint32_t t) const;
    [[nodiscard]] bool romanNumeral(std::uint32_t t) const;
    [[nodiscard]] bool isRoad(std::uint32_t t) const;

    /// "Bank of England", "Ministry of Trade and Industry", "Centre for Democracy": the small words inside.
    std::uint32_t joinOf(std::uint32_t first, std::uint32_t last, std::uint32_t next);

    std::uint32_t finishRun(std::uint32_t first, std::uint32_t end, bool start);

    [[nodiscard]] bool orgEnded(std::uint32_t end) const;

    /// "(JNIM)" after the run: takes in the words to the left that belong to the name; notes the acronym's form.
    std::uint32_t acronymDefinition(std::uint32_t first, std::uint32_t end, std::uint32_t& defined);

    /// How many content words of the tokens give no letter to the short form; 99 when they do not spell it.
    [[nodiscard]] int spellingCost(std::uint32_t first, std::uint32_t end, std::string_view letters) const;
    /// "Office français de la biodiversité (OFB": finds the long form of the short one at `t`, behind a bracket.
    bool defineLeft(std::uint32_t t);
    /// "X, alias Y", "LN (Long Name)", "LN, the Long Name,": notes that the name just read is another of the last one.
    void aliasBehind(std::uint32_t form, std::uint32_t first, std::uint32_t end);

    [[nodiscard]] std::uint32_t previousSentenceToken(std::uint32_t t) const;
    [[nodiscard]] bool isConnector(std::uint32_t t) const;
    /// Do the capital words' first letters spell the acronym?
    [[nodiscard]] bool initialsMatch(std::uint32_t first, std::uint32_t end, std::string_view acronym) const;
    /// Occurrences from `t` on are parts of a longer name after all.
    void dropFrom(std::uint32_t t);

    std::uint32_t formOf(std::uint32_t first, std::uint32_t end);

    std::uint32_t record(std::uint32_t first, std::uint32_t end, std::uint32_t defined, bool strong,
                         bool withTail = false);

    void gather(const Occurrence& o);

    /// What belongs to a firm of the name before it: "the X plant".
    [[nodiscard]] bool isWorks(std::uint32_t t) const;

    /// "police spokesman", "prison spokesman", "Prime Minister": the words of a job whose noun is `t`, up to `last`.
    std::uint32_t roleEndingAt(std::uint32_t t, std::uint32_t floor, std::uint32_t last);
    [[nodiscard]] bool plainNoun(std::uint32_t t);

    /// ", CEO of a plant that …", ", a spokeswoman for the FBI,"
    void roleAfter(const Occurrence& o, std::uint32_t t);

    /// Decides about capitals at a sentence's start by what the rest of the article shows.
    void settle();

    [[nodiscard]] NameKind kindOf(Form& form);
    /// Sets the form's folded spelling: foldedName(), kept as long as the article is read.
    void fold(Form& form);

    /// "INS Mysore", "MV Gibe"
    [[nodiscard]] bool isShip(std::uint32_t t) const;

    [[nodiscard]] bool commonNoun(std::uint32_t t);
    /// A noun of the language for no person and no place.
    [[nodiscard]] bool thing(std::uint32_t t);
    [[nodiscard]] WordId phraseEntry(const Form& form) const;
    [[nodiscard]] bool orgWordIn(const Form& form) const;
    [[nodiscard]] bool allUpper(const Form& form) const;
    [[nodiscard]] static bool acronymLike(const Form& form) {
        return form.text.size() > 1 && form.text[1] == '.' && form.text[0] != '.';
    }
    [[nodiscard]] static bool shortForm(const Form& form) { return form.text.size() <= 3; }
    [[nodiscard]] bool inShouting(const Form& form);
    [[nodiscard]] bool hasInitial(const Form& form) const;

    void makeEntities();
    /// A capital or a shouted word that is no name: "the Constitution", "LIVE".
    [[nodiscard]] bool noName(const Form& form, std::uint32_t uses);
    /// What forms of one entity share: the folded spelling, or a country's or nationality's code.
    [[nodiscard]] std::string_view keyOf(Form& form);
    /// The entity that a full name belongs to: one whose given name, initials and last name agree; none.
    [[nodiscard]] std::uint32_t sameFullName(const Form& form) const;
    /// "f" or "m" by the word of address before the occurrence; 0: it has none.
    [[nodiscard]] char addressed(std::uint32_t firstToken) const;
    /// Which of the persons of that last name an occurrence means, by its word of address; none.
    [[nodiscard]] std::uint32_t byAddress(std::uint32_t person, std::uint32_t firstToken) const;

    void alias(Entity& entity, std::string_view form);

    [[nodiscard]] std::uint32_t rootOf(std::uint32_t entity) const;
    void merge(std::uint32_t into, std::uint32_t from);
    /// Entities that nothing mentions go; the names' indexes follow.
    void compact();

    /// A country, or a city of a million: rather that than the last name of a person.
    [[nodiscard]] bool largePlace(const Form& form) const;
    [[nodiscard]] static std::string_view firstWord(std::string_view folded) {
        return folded.substr(0, folded.find(' '));
    }
    [[nodiscard]] static std::string_view lastWord(std::string_view folded);
    /// Kept as long as the article is read.
    [[nodiscard]] std::string_view initialsOf(const Form& form);

    const Reading& r_;
    const Token* const tokens_;
    const Lexicon& lex_;
    Mentions& out_;
    bool french_;
    std::uint32_t sentence_ = 0, end_ = 0, previousEnd_ = none;
    bool headline_ = false, shouting_ = false;
    Scratch& scratch_;
    std::size_t nextCapital_ = 0;          ///< index into the reading's: where the next sentence's begin
    std::vector<std::uint8_t>& nameWords_; ///< of each token: see nameWord()
    std::vector<Form>& forms_;
    std::vector<Occurrence>& found_;
    std::vector<std::string_view>& roles_;
    std::vector<std::uint32_t>& merged_;
};

} // namespace countercheck::read
