// SPDX-License-Identifier: GPL-3.0-or-later
// Hedges and negations that are nobody's attribution: "may have been", "possibly", "did not", "without". Each holds
// inside its own clause.
#include "core/read/attributionevents.h"

namespace countercheck::read {

namespace {

using text::Tag;
using text::TokenKind;

class ModalReader {
public:
    ModalReader(Phrases& phrases, Mentions& out) : p_(phrases), r_(phrases.r), out_(out) {}

    void run() {
        out_.modals.clear();
        for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
            if (!r_.sentences[s].may(text::HintHedge))
                continue;
            const text::BlockRole role = r_.blocks[r_.sentences[s].block].role;
            if (role != text::BlockRole::Body && role != text::BlockRole::Title && role != text::BlockRole::Caption)
                continue;
            const text::Sentence& sentence = r_.sentences[s];
            if (sentence.endToken - sentence.firstToken > Phrases::longest)
                continue;
            for (std::uint32_t t = sentence.firstToken; t < sentence.endToken; ++t) {
                const text::WordId id = r_.tokens[t].word;
                if (r_.tokens[t].may(text::HintHedge) && (p_.word(id).begins & BeginsHedge) != 0) {
                    p_.setSentence(s);
                    cue(t, s);
                }
            }
        }
    }

private:
    void cue(std::uint32_t t, std::uint32_t s) {
        const Small form = p_.small(t);
        if (p_.has(t, Tag::Neg) && form != Small::One) {
            const std::uint32_t next = t + 1;
            // "not only", "no longer", "no fewer than", "no later": no denial of what follows
            if (form == Small::Not && (p_.small(next) == Small::Only || p_.small(next) == Small::Just ||
                                       p_.small(next) == Small::Merely || p_.small(next) == Small::Least))
                return;
            if (form == Small::No &&
                (p_.small(next) == Small::Fewer || p_.small(next) == Small::Less || p_.small(next) == Small::More ||
                 p_.small(next) == Small::Later || p_.small(next) == Small::Doubt || p_.is(next, TokenKind::Comma) ||
                 p_.is(next, TokenKind::Stop)))
                return;
            const bool fromCue = form == Small::No || form == Small::Without || form == Small::NoneOf ||
                                 form == Small::Nobody || form == Small::Nothing || form == Small::Neither ||
                                 form == Small::Nor ||
                                 (t > p_.first() && p_.classOf(t - 1) != WordClass::Aux &&
                                  p_.classOf(t - 1) != WordClass::Modal && form == Small::Not);
            add(t, fromCue ? t : p_.clauseBegin(t), p_.clauseEnd(t), Modality::Asserted, true, s);
            return;
        }
        const std::string_view kind = p_.lex.value(r_.tokens[t].word, Tag::Modality);
        if (kind == "possible") {
            if (p_.has(t, Tag::Month) && r_.tokens[t].has(text::Capitalised) &&
                (t != p_.first() || p_.is(t + 1, TokenKind::Number) || p_.classOf(t + 1) == WordClass::Mark ||
                 p_.classOf(t + 1) == WordClass::Prep))
                return;
            if (p_.has(t, Tag::Modal) && p_.has(t + 1, Tag::Neg) && form == Small::Could)
                return; // "could not": it did not happen
        } else if (kind == "likely") {
            const bool predicate =
                p_.small(t + 1) == Small::To ||
                (t > p_.first() && (p_.small(t - 1) == Small::Most || p_.small(t - 1) == Small::Very));
            if (!predicate)
                return;
        } else if (kind == "seem") {
            if (p_.small(t + 1) != Small::To && p_.small(t + 1) != Small::Likely)
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
