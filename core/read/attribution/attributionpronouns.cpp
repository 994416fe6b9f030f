// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a pronoun or a description means: the last speaker, whoever was asked, the person named or introduced nearest,
// "the farmer" of the article. Each rule says why it prefers one; in doubt nobody is taken.
#include "core/read/attribution/attributionreader.h"
#include "core/read/wordset.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace countercheck::read {

std::string_view EventReader::resolve(std::uint32_t token, bool speaking) {
    std::string_view pronoun = lex_.value(r_.tokens[token].word, Tag::Pron);
    if (p_.french() && p_.small(token) == Small::Clitic) // "selon lui"
        pronoun = "he";
    else if (p_.french() && p_.of(token) == "eux")
        pronoun = "they";
    return resolveAs(pronoun, token, speaking);
}

std::string_view EventReader::resolveAs(std::string_view pronoun, std::uint32_t token, bool speaking) {
    const bool person = pronoun == "he" || pronoun == "she";
    if (!person && pronoun != "it" && pronoun != "they")
        return {};
    const char sex = pronoun == "she" ? 'f' : pronoun == "he" ? 'm' : '\0';
    const auto fits = [&](const Entity& entity) {
        if (voice_ < m_.entities.size() && &entity == &m_.entities[voice_])
            return false; // whoever answers says "I"
        if (!person)
            return entity.kind == NameKind::Organisation && pronoun == "it";
        if (entity.kind != NameKind::Person)
            return false;
        const char shown = sexOf(entity);
        return shown == 0 || shown == sex;
    };
    const auto leads = [&](const Name& name) { // "Lucette, qui tient le café": it opens the sentence before
        return person && name.kind == NameKind::Other && name.sentence + 1 == sentence_ &&
               name.firstToken == r_.sentences[name.sentence].firstToken;
    };
    const auto presented = [&](const Name& name) { // "la Brésilienne Duda Reis": no list has her
        return person && name.kind == NameKind::Other && name.endToken > name.firstToken + 1 &&
               name.sentence + 1 == sentence_ && name.firstToken > r_.sentences[name.sentence].firstToken &&
               (p_.has(name.firstToken - 1, Tag::Nationality) || p_.isPerson(name.firstToken - 1));
    };
    const auto speaks = [&](std::uint32_t entity) {
        if (!speaking)
            return std::string_view(m_.entities[entity].name);
        lastSpeaker_ = entity;
        lastUnnamed_ = {};
        if (person && m_.entities[entity].kind == NameKind::Person)
            lastOf_[sex == 'f' ? 1 : 0] = {entity, sentence_, true};
        return std::string_view(m_.entities[entity].name);
    };
    const auto it = std::upper_bound(m_.names.begin(), m_.names.end(), token,
                                     [](std::uint32_t value, const Name& name) { return value < name.firstToken; });
    // "Teller asked her whether …, she said": whoever was asked answers
    const Heard& heard = lastOf_[sex == 'f' ? 1 : 0];
    if (person && heard.known && asked_ == sex && askedAt_ + 1 >= sentence_ && heard.sentence + 8 >= sentence_)
        return speaks(heard.entity);
    if (person && replying_ && asked())
        if (const std::uint32_t other = lastPersons_[lastPersons_.front() == lastSpeaker_ ? 1 : 0];
            other < m_.entities.size() && lastPersonSpoke_ + 6 >= sentence_ && fits(m_.entities[other]))
            return speaks(other); // “Did you lie?” Counsel asked. “Yes,” he replied: not counsel
    // "Bridgewell declined to comment on what it called “…”": the body that heads the same sentence
    if (pronoun == "it" && token > p_.first() + 2 && p_.is(token - 1, TokenKind::Word) && p_.of(token - 1) == "what")
        if (const Name* own = p_.nameAround(p_.first()); own != nullptr && own->endToken < token &&
                                                         own->firstToken <= p_.first() + 1 &&
                                                         fits(m_.entities[own->entity]))
            return speaks(own->entity);
    // "L'institut, lui, se garde de trancher ; il relève que": who stands at the head of the same sentence
    if (firstEvent_ == events_.size() && p_.strongBreakBefore(token) > p_.first() + 1 && pronoun != "they") {
        const NounPhrase topic = p_.phraseAt(p_.first());
        if (!topic.empty() && topic.end < token && p_.classOf(topic.head) == WordClass::Noun &&
            p_.has(topic.head, Tag::SourceNoun) && (person || !p_.isPerson(topic.head)))
            return r_.of(p_.spanOf(topic));
        if (const Name* own =
                !topic.empty() && pronoun == "it" && p_.classOf(topic.head) == WordClass::Name && topic.end < token
                    ? nameOf(topic)
                    : nullptr;
            own != nullptr && own->firstToken == topic.first && fits(m_.entities[own->entity]))
            return speaks(own->entity); // "UltraPay did not comment; a year ago it told investors"
    }
    // Whoever spoke in the sentence before goes on speaking.
    if (lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_) {
        const Entity& last = m_.entities[lastSpeaker_];
        if (person && p_.french() && last.kind == NameKind::Organisation) // "Le syndicat, par la voix de X, … il"
            for (auto n = it; n != m_.names.begin() && (n - 1)->sentence >= lastSpoke_; --n)
                if (fits(m_.entities[(n - 1)->entity]) && (n - 1)->sentence == lastSpoke_ &&
                    (n - 1)->firstToken > r_.sentences[lastSpoke_].firstToken + 3 &&
                    sexOf(m_.entities[(n - 1)->entity]) == sex)
                    return speaks((n - 1)->entity);
        if (fits(last) || ((person || pronoun == "it") && last.kind == NameKind::Other) ||
            (p_.french() && person && last.kind == NameKind::Organisation))
            return speaks(lastSpeaker_);
    }
    if (pronoun == "it" && lastSpoke_ + 1 < sentence_ && lastUnnamedAt_ + 1 < sentence_)
        if (const std::string_view thing = thingBefore(); !thing.empty())
            return thing;
    const bool otherSex = sex != 0 && lastUnnamedSex_ != 0 && lastUnnamedSex_ != sex;
    bool named = false; // somebody who fits has been named since
    const bool recent = !lastUnnamed_.empty() && lastUnnamedAt_ + 2 >= sentence_;
    const bool body =
        p_.french() && lastUnnamedKind_ == Unnamed::Body; // "Le syndicat, par la voix de X, …": X, if "il"
    const auto amid = [&](const Name& name) {             // "…, a-t-elle dit": whom her words name between
        return name.sentence == sentence_ && name.firstToken > p_.first() + 3;
    };
    for (auto n = it;
         person && recent && n != m_.names.begin() && !named &&
         ((n - 1)->sentence > lastUnnamedAt_ || (body && (n - 1)->sentence == lastUnnamedAt_ &&
                                                 (n - 1)->firstToken > r_.sentences[lastUnnamedAt_].firstToken + 3));
         --n)
        named = !amid(*(n - 1)) && (((n - 1)->kind == NameKind::Person && fits(m_.entities[(n - 1)->entity])) ||
                                    leads(*(n - 1)) || presented(*(n - 1)));
    // "…, d'après sa maison de disques. « … », corrigeait-elle": she whom the article knows, and not the firm
    bool known = false;
    if (body && person && p_.is(token - 1, TokenKind::Hyphen))
        for (const std::uint32_t before : lastPersons_)
            known = known || (before < m_.entities.size() && lastPersonSpoke_ + 12 >= sentence_ &&
                              sexOf(m_.entities[before]) == sex && lastUnnamedSex_ == 0);
    if (!lastUnnamed_.empty() && !otherSex && !named && !known && lastUnnamedAt_ + (person ? 2u : 1u) >= sentence_ &&
        (pronoun == "they" ? lastUnnamedKind_ == Unnamed::Several
         : person          ? lastUnnamedKind_ != Unnamed::Several && (lastUnnamedKind_ != Unnamed::Body || p_.french())
                           : lastUnnamedKind_ == Unnamed::Body || lastUnnamedKind_ == Unnamed::Name)) {
        if (speaking && lastUnnamedSex_ == 0)
            lastUnnamedSex_ = sex; // "L'association … Elle": so it is no "il"
        return lastUnnamed_;
    }
    // « … », demande la présidente. « … », souffle l'accusé. « … », dit-elle: the one of two without a name who fits
    if (const UnnamedOne& other = unnamedOf_[sex == 'f' ? 1 : 0];
        person && otherSex && !named && !other.words.empty() && other.sentence + 4 >= sentence_) {
        if (speaking) {
            lastUnnamed_ = other.words;
            lastUnnamedSex_ = sex;
            unnamedOf_[sex == 'f' ? 1 : 0].sentence = sentence_;
        }
        return lastUnnamed_.empty() || !speaking ? other.words : lastUnnamed_;
    }
    // "Le Premier ministre ne cède pas. Il …": nobody has spoken since, or nobody at all
    const bool since = lastSpoke_ + 1 < sentence_ && (lastUnnamed_.empty() || lastUnnamedAt_ + 1 < sentence_);
    const bool nearer = person && it != m_.names.begin() &&
                        (it - 1)->sentence == sentence_ && // "Le docteur X, …, dit-il"
                        (it - 1)->kind == NameKind::Person && !(speaking && insideQuote((it - 1)->firstToken)) &&
                        fits(m_.entities[(it - 1)->entity]);
    if (person && !nearer && (silent() || (since && p_.french())))
        if (const Introduced one = introduced(speaking ? quoteBefore(token) : text::Span{});
            !one.words.empty() && (one.sex == 0 || one.sex == sex)) {
            if (speaking) {
                lastSpeaker_ = ~0u;
                lastUnnamed_ = one.words;
                lastUnnamedSex_ = one.sex;
                lastUnnamedKind_ = Unnamed::Person;
            }
            return one.words;
        }
    // Otherwise the person named first in the nearest sentence that names one.
    const Name *found = nullptr, *full = nullptr;
    std::size_t steps = 0;
    for (auto n = it; n != m_.names.begin() && steps < 40; ++steps) {
        --n;
        if (n->sentence + (person ? 8u : 2u) < sentence_ || (found != nullptr && n->sentence != found->sentence))
            break;
        if (speaking && lastPersons_[0] != n->entity && lastPersons_[1] != n->entity && insideQuote(n->firstToken))
            continue; // whom somebody names does not say it
        const Entity& entity = m_.entities[n->entity];
        // "L'Office ne confirme pas. Il recense": in French a body is "il", too, where its sentence begins with it
        const bool topic = p_.french() && person && entity.kind == NameKind::Organisation &&
                           n->sentence + 1 == sentence_ &&
                           (n->firstToken <= r_.sentences[n->sentence].firstToken + 1 ||
                            (r_.tokens[n->endToken].is(TokenKind::Comma) && n->endToken + 1 < r_.tokens.size() &&
                             r_.of(r_.tokens[n->endToken + 1]) == "qui")); // "…, dit la CGL, qui appelle à la grève."
        if (person && full == nullptr &&
            ((entity.kind == NameKind::Other && entity.name.find(' ') != std::string::npos &&
              !r_.tokens[n->firstToken].has(text::AllCaps)) || // no ship: "INS Mysore"
             leads(*n)))
            full = &*n; // a name of two words may be a person's that no list has
        if (!fits(entity) && !topic)
            continue;
        if (found != nullptr && !p_.french() && r_.tokens[n->endToken].is(TokenKind::Apostrophe))
            continue; // "Mrs Loveday's niece, Susan Court, …": the niece
        if (found != nullptr && sexOf(entity) == 0 && sexOf(m_.entities[found->entity]) != 0 &&
            n->firstToken != r_.sentences[n->sentence].firstToken)
            continue; // a name that shows its sex is the better guess
        found = &*n;
    }
    // "Peg Lomax grows apples. “…,” she says": a full name at the head of the sentence before, whatever its kind
    if (full != nullptr && full->sentence + 1 == sentence_ &&
        full->firstToken == r_.sentences[full->sentence].firstToken &&
        (found == nullptr || found->sentence < full->sentence))
        return speaks(full->entity);
    // "…, la Brésilienne Duda Reis a eu un mot. « … », a-t-elle dit": nearer than whom another paragraph names
    if (full != nullptr && presented(*full) &&
        (found == nullptr || r_.sentences[found->sentence].block != r_.sentences[sentence_].block))
        return speaks(full->entity);
    if (found != nullptr)
        return speaks(found->entity);
    // Nobody near: the person who has spoken before, if not too long ago.
    if (person && lastPersonSpoke_ + 12 >= sentence_)
        for (const std::uint32_t before : lastPersons_)
            if (before < m_.entities.size() && fits(m_.entities[before]))
                return speaks(before);
    // Lists of first names err: whoever has just spoken, or is named nearest, before nobody at all.
    if (person && lastSpeaker_ < m_.entities.size() && lastSpoke_ + 1 >= sentence_ &&
        m_.entities[lastSpeaker_].kind == NameKind::Person)
        return speaks(lastSpeaker_);
    if (full != nullptr)
        return speaks(full->entity);
    if (pronoun == "they" && !p_.french()) // "hospitals call it unrealistic; they put the cost at": several of a kind
        for (std::uint32_t t = token; t-- > p_.first();)
            if (p_.classOf(t) == WordClass::Noun && (p_.has(t, Tag::SourceNoun) || p_.has(t, Tag::OrgWord)) &&
                plural({t, t + 1, t}) && (t == p_.first() || p_.classOf(t - 1) != WordClass::Prep))
                return r_.of(p_.spanOf({t, t + 1, t}));
    if (pronoun == "they" && !p_.french())
        return thoseBefore();
    if (pronoun == "they" && p_.french())
        return severalBefore(token);
    return person ? protagonist(token, sex) : std::string_view{};
}

/// "… un refus du département. Celui-ci répond": whoever was spoken of last, if that is nobody with a name.
text::Span EventReader::theLatter(NounPhrase pronoun) const {
    const std::uint32_t before = r_.sentences[sentence_ == 0 ? 0 : sentence_ - 1].firstToken;
    const bool opens = pronoun.first <= p_.first() + 3;
    if (opens && (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block))
        return {};
    const bool she = p_.of(pronoun.first).ends_with("lle");
    for (std::uint32_t t = opens ? p_.first() : pronoun.first, from = opens ? before : p_.first(); t-- > from + 1;) {
        if (r_.tokens[t].has(text::Capitalised) && r_.tokens[t].is(TokenKind::Word))
            return {}; // somebody's name: as for any pronoun
        if (!r_.tokens[t].is(TokenKind::Word) || !lex_.has(r_.tokens[t].word, Tag::SourceNoun))
            continue; // mostly
        const std::string_view article = r_.of(r_.tokens[t - 1]);
        const bool his = article == "du" || article == "le" || article == "au" || article == "un" || article == "son";
        const bool hers = article == "la" || article == "une" || article == "sa";
        if (she ? hers : his)
            return article == "du" || article == "au" ? r_.tokens[t].span()
                                                      : text::Span{r_.tokens[t - 1].begin, r_.tokens[t].end};
    }
    return {};
}

/// "Les onze élus ont quitté la salle. … selon eux": the persons of whom the sentence before speaks.
std::string_view EventReader::severalBefore(std::uint32_t token) const {
    if (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block)
        return {};
    for (std::uint32_t t = std::min(token, r_.sentences[sentence_].firstToken + 40),
                       from = r_.sentences[sentence_ - 1].firstToken;
         t-- > from;) {
        if (!r_.tokens[t].is(TokenKind::Word) || !lex_.has(r_.tokens[t].word, Tag::SourceNoun) ||
            !(r_.of(r_.tokens[t]).ends_with("s") || r_.of(r_.tokens[t]).ends_with("x")))
            continue; // mostly
        for (std::uint32_t d = t; d-- > from && d + 3 > t;)
            if (const std::string_view article = r_.of(r_.tokens[d]); article == "les" || article == "Les" ||
                                                                      article == "des" || article == "Des" ||
                                                                      article == "ces" || article == "Ces")
                return r_.of(text::Span{r_.tokens[d].begin, r_.tokens[t].end});
    }
    return {};
}

/// The quote that ends right before the tag that holds the token; empty: none.
text::Span EventReader::quoteBefore(std::uint32_t token) const {
    const std::uint32_t at = r_.tokens[token].begin;
    const auto it = std::lower_bound(m_.quotes.begin(), m_.quotes.end(), at,
                                     [](const Quote& quote, std::uint32_t value) { return quote.whole.begin < value; });
    if (it == m_.quotes.begin() || (it - 1)->whole.end > at || (it - 1)->endToken + 8 < token)
        return {};
    return (it - 1)->whole;
}

bool EventReader::asked() const {
    if (asksAt_ != 0 && asksAt_ + 1 >= sentence_ && asker_ == lastSpeaker_)
        return true;
    // the quote before this one ends with a question mark
    const std::uint32_t here = r_.sentences[sentence_].span.begin;
    const auto it = std::lower_bound(m_.quotes.begin(), m_.quotes.end(), here,
                                     [](const Quote& quote, std::uint32_t at) { return quote.whole.begin < at; });
    if (it == m_.quotes.begin() || (it - 1)->words.empty() || (it - 1)->sentence + 3 < sentence_)
        return false;
    return r_.text[(it - 1)->words.end - 1] == '?';
}

std::string_view EventReader::around(std::uint32_t t) {
    if (t > p_.first() + 2) { // "L'élue ne cède pas : d'après ses calculs, …"; "…, « indigne » à ses yeux"
        const NounPhrase lead = p_.phraseAt(p_.first());
        if (!lead.empty() && lead.end < t && p_.maySpeak(lead) && p_.classOf(lead.head) != WordClass::Pron) {
            SayEvent event;
            event.cueFirst = t;
            setSource(event, lead);
            return event.source;
        }
    }
    if (lastSpeaker_ < m_.entities.size() && lastSpoke_ + 2 >= sentence_)
        return m_.entities[lastSpeaker_].name;
    if (!lastUnnamed_.empty() && lastUnnamedAt_ + 2 >= sentence_)
        return lastUnnamed_;
    return {};
}

EventReader::Introduced EventReader::introduced(text::Span tagged) const {
    std::uint32_t here = sentence_; // where the quote begins that is tagged
    while (here > 0 && !tagged.empty() && r_.sentences[here].span.begin > tagged.begin)
        --here;
    if (here == 0 || r_.sentences[here - 1].block != r_.sentences[here].block)
        return {};
    const Small opening = p_.word(r_.tokens[r_.sentences[here - 1].firstToken].word).small;
    if (here > 1 &&
        r_.sentences[here - 2].block == r_.sentences[here].block && // "The mayor has a medal. She wants a crane."
        (opening == Small::He || opening == Small::She) && !r_.sentences[here - 1].may(text::HintQuote))
        --here;
    const text::Sentence& before = r_.sentences[here - 1];
    const std::uint32_t first = before.firstToken;
    if (first + 2 >= before.endToken)
        return {};
    const text::Token& opens = r_.tokens[first];
    if (opens.is(TokenKind::Word) && lex_.tags(opens.word) == 0 && !lex_.use(opens.word).known() &&
        r_.tokens[first + 1].is(TokenKind::Comma) &&
        (lex_.has(r_.tokens[first + 2].word, Tag::Wh) ||
         (p_.french() && (lex_.has(r_.tokens[first + 2].word, Tag::SourceNoun) || p_.isPerson(first + 2)))))
        return {r_.of(opens), 0, false}; // "Lucette, qui tient le café, …"; "Yacine, opticien cours Gambetta, …"
    const std::string_view article = p_.of(first);
    const bool elided = article.starts_with("L'") || article.starts_with("L\xE2");
    const bool some = article == "Un" || article == "Une" || article == "A" || article == "An" || article == "One";
    static constexpr WordSet owned({"My", "His", "Her", "Their", "Our", "Mon", "Ma", "Son", "Sa", "Notre", "Leur"});
    if (!some && !elided && article != "Le" && article != "La" && article != "The" && !owned.contains(article))
        return {};
    for (std::uint32_t t = first + 1; t < first + 4 && t < before.endToken; ++t) {
        const text::Token& token = r_.tokens[t];
        if (p_.of(t) == "Premier" || p_.of(t) == "Première")
            continue;
        if (token.is(TokenKind::Number) && t + 4 < before.endToken && r_.tokens[t + 1].is(TokenKind::Hyphen) &&
            p_.of(t + 4) == "old")
            return {r_.of(text::Span{r_.tokens[first].begin, r_.tokens[t + 4].end}), 0, some}; // "The 38-year-old"
        if (!token.is(TokenKind::Word) || token.has(text::Capitalised))
            return {};
        if (!p_.lex.has(token.word, Tag::SourceNoun) && !p_.isPerson(t))
            continue;
        const auto name = std::lower_bound(m_.names.begin(), m_.names.end(), first,
                                           [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
        if (name != m_.names.end() && name->firstToken < t + (r_.tokens[t + 1].is(TokenKind::Comma) ? 9 : 5))
            return {}; // "Le maire, Éric Pralong, …" is named
        const char sex = article == "Une" || article == "La" || article == "Ma" || article == "Sa"    ? 'f'
                         : article == "Un" || article == "Le" || article == "Mon" || article == "Son" ? 'm'
                                                                                                      : '\0';
        return {r_.of(text::Span{r_.tokens[first].begin, token.end}), sex, some};
    }
    return {};
}

std::string_view EventReader::thoseBefore() const {
    if (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block)
        return {};
    const std::uint32_t first = r_.sentences[sentence_ - 1].firstToken, end = r_.sentences[sentence_ - 1].endToken;
    for (std::uint32_t t = first; t < first + 4 && t < end; ++t) {
        const text::Token& token = r_.tokens[t];
        if (!token.is(TokenKind::Word) || (t > first && token.has(text::Capitalised)))
            return {};
        if (r_.of(token).ends_with("s") && p_.isPerson(t))
            return r_.of(text::Span{r_.tokens[first].begin, token.end});
    }
    return {};
}

std::string_view EventReader::thingBefore() const {
    if (sentence_ == 0 || r_.sentences[sentence_ - 1].block != r_.sentences[sentence_].block)
        return {};
    const std::uint32_t first = r_.sentences[sentence_ - 1].firstToken, end = r_.sentences[sentence_ - 1].endToken;
    const auto name = std::lower_bound(m_.names.begin(), m_.names.end(), first,
                                       [](const Name& n, std::uint32_t value) { return n.firstToken < value; });
    if (name != m_.names.end() && name->firstToken == first && // "Valley Electric has hit back. “…,” it says"
        (name->kind == NameKind::Organisation || name->kind == NameKind::Other) && name->endToken < end)
        return m_.entities[name->entity].name;
    if (!lex_.hasAny(r_.tokens[first].word, text::tagBit(Tag::Det) | text::tagBit(Tag::Poss)))
        return {};
    for (std::uint32_t t = first + 1; t < first + 4 && t < end; ++t) {
        if (r_.tokens[t].is(TokenKind::Number))
            continue; // "A 2024 inspection report"
        if (!r_.tokens[t].is(TokenKind::Word) || r_.tokens[t].has(text::Capitalised))
            return {};
        if (lex_.has(r_.tokens[t].word, Tag::SayNoun) && !lex_.has(r_.tokens[t].word, Tag::Plural))
            return r_.of(text::Span{r_.tokens[first].begin, r_.tokens[t].end});
    }
    return {};
}

std::string_view EventReader::protagonist(std::uint32_t token, char sex) const {
    if (m_.entities.size() > 400 || m_.names.size() > 4000) // no article: reading stays linear
        return {};
    const Entity* found = nullptr;
    std::size_t persons = 0;
    for (const Entity& entity : m_.entities) {
        if (entity.kind != NameKind::Person)
            continue;
        ++persons;
        const char shown = sexOf(entity);
        if ((shown == 0 || shown == sex) && (found == nullptr || entity.mentions > found->mentions))
            found = &entity;
    }
    if (found == nullptr || (found->mentions < 2 && persons > 1))
        return {};
    const auto index = static_cast<std::uint32_t>(found - m_.entities.data());
    for (const Name& name : m_.names) // named already?
        if (name.firstToken >= token)
            break;
        else if (name.entity == index && !quoteBefore(token).contains(name.span))
            return found->name;
    return {};
}

} // namespace countercheck::read
