// SPDX-License-Identifier: GPL-3.0-or-later
// Hedges and negations that are nobody's attribution: "may have been", "possibly", "did not", "without". Each holds
// inside its own clause.
#include "core/read/attributionevents.h"
#include "core/read/triggers.h"

namespace countercheck::read {

namespace {

using text::Tag;
using text::TokenKind;

class ModalReader {
public:
    ModalReader(Phrases& phrases, Mentions& out) : p_(phrases), r_(phrases.r), out_(out) {}

    void run() {
        out_.modals.clear();
        const std::vector<std::uint8_t>& triggers = triggersOf(r_.language);
        for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
            const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
            if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption)
                continue;
            const text::Sentence& sentence = r_.sentences[s];
            if (sentence.endToken - sentence.firstToken > Phrases::longest)
                continue;
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const text::WordId id = r_.tokens[t].word;
                if ((triggers[id] & BeginsHedge) != 0) {
                    p_.setSentence(s);
                    cue(t, s);
                }
            }
        }
    }

private:
    void cue(std::uint32_t t, std::uint32_t s) {
        const std::string_view form = p_.small(t);
        if (p_.has(t, Tag::Neg) && form != "one") {
            const std::uint32_t next = t + 1;
            // "not only", "no longer", "no fewer than", "no later": no denial of what follows
            if (form == "not" && (p_.small(next) == "only" || p_.small(next) == "just" || p_.small(next) == "merely" ||
                                  p_.small(next) == "least"))
                return;
            if (form == "no" && (p_.small(next) == "fewer" || p_.small(next) == "less" || p_.small(next) == "more" ||
                                 p_.small(next) == "later" || p_.small(next) == "doubt" ||
                                 p_.is(next, TokenKind::Comma) || p_.is(next, TokenKind::Stop)))
                return;
            const bool fromCue = form == "no" || form == "without" || form == "none" || form == "nobody" ||
                                 form == "nothing" || form == "neither" || form == "nor" ||
                                 (t > p_.first() && p_.classOf(t - 1) != WordClass::Aux &&
                                  p_.classOf(t - 1) != WordClass::Modal && form == "not");
            add(t, fromCue ? t : p_.clauseBegin(t), p_.clauseEnd(t), Modality::Asserted, true, s);
            return;
        }
        const std::string_view kind = p_.lex.value(r_.tokens[t].word, Tag::Modality);
        if (kind == "possible") {
            if (p_.has(t, Tag::Month) && r_.tokens[t].has(text::Capitalised) &&
                (t != p_.first() || p_.is(t + 1, TokenKind::Number) || p_.classOf(t + 1) == WordClass::Mark ||
                 p_.classOf(t + 1) == WordClass::Prep))
                return;
            if (p_.has(t, Tag::Modal) && p_.has(t + 1, Tag::Neg) && form == "could")
                return; // "could not": it did not happen
        } else if (kind == "likely") {
            const bool predicate =
                p_.small(t + 1) == "to" || (t > p_.first() && (p_.small(t - 1) == "most" || p_.small(t - 1) == "very"));
            if (!predicate)
                return;
        } else if (kind == "seem") {
            if (p_.small(t + 1) != "to" && p_.small(t + 1) != "likely")
                return;
        } else {
            return;
        }
        add(t, p_.clauseBegin(t), p_.clauseEnd(t), Modality::Possible, false, s);
    }

    void add(std::uint32_t cue, std::uint32_t from, std::uint32_t to, Modality modality, bool negation,
             std::uint32_t sentence) {
        ModalScope scope;
        scope.cue = r_.tokens[cue].span();
        scope.scope = p_.trimmed(from, to);
        scope.modality = modality;
        scope.negation = negation;
        scope.sentence = sentence;
        if (!scope.scope.empty())
            out_.modals.push_back(scope);
    }

    Phrases& p_;
    const text::Reading& r_;
    Mentions& out_;
};

} // namespace

void readModality(Phrases& phrases, Mentions& mentions) {
    ModalReader(phrases, mentions).run();
}

} // namespace countercheck::read
