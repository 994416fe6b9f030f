// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/correcting.h"

#include "core/dossier/anchor.h"
#include "core/dossier/plaintext.h"
#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/deciding/marked.h"
#include "ui/workbench/editform.h"
#include "ui/workbench/words.h"
#include "ui/workbench/workbench.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>

#include <algorithm>

namespace countercheck::ui {

using compare::QuestionKind;
using dossier::Correct;
using dossier::Correction;
using dossier::CorrectionKind;

namespace {
bool wantsFigure(const compare::Question& question) {
    return question.kind == QuestionKind::Count || question.kind == QuestionKind::Money ||
           question.kind == QuestionKind::Measure || question.kind == QuestionKind::Percentage;
}

/// What a hedge is called in the list of them.
struct HedgeChoice {
    const char* words;
    read::Qualifier qualifier;
};
constexpr HedgeChoice hedges[] = {
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "exactly"), read::Qualifier::Exact},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "about"), read::Qualifier::Approximate},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "nearly"), read::Qualifier::Nearly},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "at least"), read::Qualifier::AtLeast},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "more than"), read::Qualifier::MoreThan},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "at most"), read::Qualifier::AtMost},
    {QT_TRANSLATE_NOOP("countercheck::ui::Correcting", "less than"), read::Qualifier::LessThan},
};

QString decimalText(const std::optional<read::Decimal>& value) {
    return value ? text(value->toString()) : QString();
}

text::Span bytesOf(const dossier::ClaimAnchor& anchor, const dossier::Article& article) {
    const auto begin = static_cast<std::uint32_t>(dossier::byteOfCodePoint(article.text, anchor.start).value_or(0));
    return {begin, begin + static_cast<std::uint32_t>(anchor.quote.size())};
}

/// The fields of a value: figure, hedge, bounds, unit, who says it.
struct ValueFields {
    QComboBox* hedge = nullptr;
    QLineEdit *value = nullptr, *low = nullptr, *high = nullptr, *unit = nullptr, *from = nullptr, *to = nullptr,
              *attribution = nullptr;
    /// What differs from how the form was filled; the rest stays as it was read.
    void into(Correction& correction) const {
        const auto field = [](const QLineEdit* edit, std::optional<std::string>& part) {
            if (edit && edit->text().trimmed() != edit->property("was").toString())
                part = utf8(edit->text().trimmed());
        };
        if (hedge && hedge->currentIndex() > 0)
            correction.qualifier = read::qualifierName(hedges[hedge->currentIndex() - 1].qualifier);
        field(value, correction.value);
        field(low, correction.low);
        field(high, correction.high);
        field(unit, correction.unit);
        field(from, correction.from);
        field(to, correction.to);
        field(attribution, correction.attribution);
    }
    /// The bounds follow from the value and its hedge.
    void bound() const {
        const auto number = read::Decimal::tryFrom(utf8(value->text().trimmed()));
        if (!number || hedge->currentIndex() <= 0)
            return;
        const auto set = read::figureSet(*number, *read::hedgeOf(hedges[hedge->currentIndex() - 1].qualifier),
                                         unit->text().trimmed().isEmpty());
        low->setText(decimalText(set.low));
        high->setText(decimalText(set.high));
    }
    /// As the words were read.
    void fill(const MarkedFigure& figure) const {
        unit->setText(text(figure.unit));
        value->setText(decimalText(figure.set.headline));
        for (std::size_t i = 0; i < std::size(hedges); ++i)
            if (hedges[i].qualifier == figure.set.qualifier)
                hedge->setCurrentIndex(static_cast<int>(i) + 1);
        low->setText(decimalText(figure.set.low));
        high->setText(decimalText(figure.set.high));
    }
};

ValueFields addValueFields(AskForm& form, bool figure, bool time, const compare::QuestionClaim* claim) {
    ValueFields fields;
    const auto add = [&form](const QString& label, const QString& value, const QString& hint = {}) {
        QLineEdit* edit = form.addLine(label, value, hint);
        edit->setProperty("was", value);
        return edit;
    };
    if (figure) {
        const auto set = claim && claim->set ? *claim->set : read::FigureSet{};
        fields.value = add(QObject::tr("Value"), decimalText(set.headline), QObject::tr("plain digits"));
        QStringList words{claim ? Correcting::tr("as it was read") : Correcting::tr("as the bounds say")};
        for (const HedgeChoice& choice : hedges)
            words << Correcting::tr(choice.words);
        fields.hedge = form.addChoice(Correcting::tr("Hedge"), words);
        fields.low = add(QObject::tr("At least"), decimalText(set.low), QObject::tr("no lower bound"));
        fields.high = add(QObject::tr("At most"), decimalText(set.high), QObject::tr("no upper bound"));
        fields.unit = add(QObject::tr("Unit"), claim ? text(claim->unit) : QString(), QObject::tr("EUR, km, none"));
        QObject::connect(fields.hedge, &QComboBox::currentIndexChanged, &form, [fields] { fields.bound(); });
        QObject::connect(fields.value, &QLineEdit::textEdited, &form, [fields] { fields.bound(); });
    }
    if (time) {
        fields.from = add(QObject::tr("From"), {}, QStringLiteral("2026-01-13"));
        fields.to = add(QObject::tr("Until (not in it)"), {}, QStringLiteral("2026-01-14"));
    }
    fields.attribution = add(QObject::tr("Who says so"), claim ? text(claim->attribution) : QString(),
                             QObject::tr("the article itself"));
    return fields;
}
} // namespace

QString correctionLine(const dossier::Placed& placed) {
    const Correction& correction = placed.correction;
    const QString words = correction.claims.empty() ? QString() : text(correction.claims.front().quote);
    const QString label = text(correction.label);
    switch (correction.kind) {
    case CorrectionKind::Rename:
        return QObject::tr("“%1” renamed “%2”").arg(label, text(correction.text));
    case CorrectionKind::Split:
        return QObject::tr("“%1” set apart from “%2”").arg(words, label);
    case CorrectionKind::Relation:
        return QObject::tr("relation of “%1” and “%2” dismissed: %3")
            .arg(words, correction.claims.size() > 1 ? text(correction.claims[1].quote) : QString(),
                 text(correction.reason));
    case CorrectionKind::Mark:
        return label.isEmpty() ? QObject::tr("“%1” marked for “%2”").arg(words, text(correction.text))
                               : QObject::tr("“%1” marked for “%2”").arg(words, label);
    case CorrectionKind::Value:
        return QObject::tr("value of “%1” in “%2” put right").arg(words, label);
    case CorrectionKind::Lineage:
        return correction.text == "derived" ? QObject::tr("an article marked as derived from another")
                                            : QObject::tr("two articles marked as independent");
    }
    return {};
}

Correcting::Correcting(Workbench* workbench, QWidget* window)
    : QObject(window), workbench_(workbench), window_(window) {}

// --- What is pointed at ---------------------------------------------------------------------------------------------

std::optional<Spot::Claim> Correcting::claimAt(const std::optional<Spot>& spot) const {
    if (!spot)
        return std::nullopt;
    // Where several lie over one another, the one of the selected question is meant.
    for (const auto& claim : spot->claims)
        if (workbench_->selection() && claim.question == *workbench_->selection())
            return claim;
    return spot->claims.empty() ? std::nullopt : std::optional(spot->claims.front());
}

std::optional<dossier::ClaimAnchor> Correcting::words(const std::optional<Spot>& spot) const {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto* article = spot ? snapshot->article(spot->article) : nullptr;
    if (!article || spot->words.begin >= spot->words.end)
        return std::nullopt;
    const std::string_view captured = article->text;
    const text::Span whole = wholeWords(captured, spot->words);
    if (whole.begin >= whole.end)
        return std::nullopt;
    dossier::ClaimAnchor anchor;
    anchor.article = spot->article;
    anchor.start = dossier::codePointsBefore(captured, whole.begin);
    anchor.end = dossier::codePointsBefore(captured, whole.end);
    anchor.quote = captured.substr(whole.begin, whole.end - whole.begin);
    return anchor;
}

void Correcting::fillMenu(QMenu* menu, const Spot& spot) {
    menu->addSeparator();
    menu->setToolTipsVisible(true);
    const bool writable = workbench_->place() != Workbench::Place::Nowhere && !workbench_->readOnly();
    const auto add = [&](const QString& words, auto&& slot, bool can, const QString& missing) {
        QAction* action = menu->addAction(words);
        action->setEnabled(writable && can);
        action->setToolTip(!writable ? tr("This case is open for reading only.") : can ? QString() : missing);
        connect(action, &QAction::triggered, this, std::forward<decltype(slot)>(slot));
        return action;
    };
    const bool selected = spot.words.begin < spot.words.end;
    const auto claim = claimAt(spot);
    const auto* question = workbench_->selectedQuestion();
    add(
        question ? tr("&Mark as answer to “%1”\tM").arg(questionTitle(*question).replace(u'&', QStringLiteral("&&")))
                 : tr("&Mark as answer\tM"),
        [this, spot] { mark(spot); }, selected && question,
        selected ? tr("Select a question at the left first.") : tr("Select the words first."));
    add(
        tr("&New question from these words…"), [this, spot] { askNewQuestion(spot); }, selected,
        tr("Select the words first."));
    const QString noMark = tr("There is no mark here.");
    add(
        tr("Correct &value…"), [this, spot] { askValue(spot); }, claim.has_value(), noMark);
    add(
        tr("Not the same q&uestion"), [this, spot] { split(spot); }, claim.has_value(), noMark);
    add(
        tr("&Same question as…"), [this, spot] { beginSame(spot); }, claim.has_value(), noMark);
}

// --- Words ----------------------------------------------------------------------------------------------------------

void Correcting::mark(const std::optional<Spot>& spot) {
    const auto anchor = words(spot);
    const auto* question = workbench_->selectedQuestion();
    if (!anchor)
        emit workbench_->notice(tr("Select the words in an article that answer the question, then press M."));
    else if (!question)
        emit workbench_->notice(tr("Select the question that these words answer at the left first."));
    else if (wantsFigure(*question))
        askMark(*anchor, question);
    else {
        Correct edit;
        edit.correction.kind = CorrectionKind::Mark;
        edit.correction.question = {question->key};
        edit.correction.claims = {*anchor};
        const dossier::Snapshot snapshot = workbench_->snapshot();
        const auto* article = snapshot->article(anchor->article);
        if (article && (question->kind == QuestionKind::Date || question->kind == QuestionKind::Time))
            if (const auto time = timeOf(article->text, bytesOf(*anchor, *article), article->info.language,
                                         article->info.published)) {
                edit.correction.from = read::isoTime(time->from);
                edit.correction.to = read::isoTime(time->to);
            }
        workbench_->apply(
            edit, [workbench = workbench_, quote = text(anchor->quote), title = questionTitle(*question)] {
                emit workbench->notice(tr("“%1” answers “%2” now. Ctrl+Z takes it back.").arg(quote, title));
            });
    }
}

void Correcting::askNewQuestion(const std::optional<Spot>& spot) {
    if (const auto anchor = words(spot))
        askMark(*anchor, nullptr);
    else
        emit workbench_->notice(tr("Select the words in an article that the new question is about first."));
}

void Correcting::askMark(const dossier::ClaimAnchor& anchor, const compare::Question* question) {
    const QString quote = text(anchor.quote);
    auto* form = new AskForm(question ? tr("Mark as answer") : tr("New question"),
                             question ? tr("“%1” answers “%2”.").arg(quote, questionTitle(*question))
                                      : tr("What question does “%1” answer?").arg(quote),
                             question ? tr("Mark") : tr("Ask"), window_);
    QLineEdit* name = question ? nullptr : form->addLine(tr("Question"), {}, tr("How many were hurt?"));
    ValueFields fields = addValueFields(*form, true, false, nullptr);
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto* article = snapshot->article(anchor.article);
    if (article)
        if (const auto figure = figureOf(article->text, bytesOf(anchor, *article), article->info.language))
            fields.fill(*figure);
    if (!question)
        form->addRemark(tr("Leave the value empty when the words are no figure."));
    const auto edit = [anchor, fields, name, key = question ? question->key : std::string()] {
        Correct correct;
        correct.correction.kind = CorrectionKind::Mark;
        correct.correction.question.value = key;
        correct.correction.claims = {anchor};
        if (name)
            correct.correction.text = utf8(name->text().simplified());
        fields.into(correct.correction);
        return correct;
    };
    openFor(form, workbench_, edit, [this, edit, fields, figure = question != nullptr] {
        const Correct correct = edit();
        const auto& c = correct.correction;
        if (figure && (!c.value || c.value->empty()) && (!c.low || c.low->empty()) && (!c.high || c.high->empty()))
            return tr("The question asks for a figure: write the value that these words say.");
        return workbench_->whyNot(correct);
    });
}

void Correcting::split(const std::optional<Spot>& spot) {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto claim = claimAt(spot);
    const auto* question = claim ? findQuestion(*snapshot, claim->question) : nullptr;
    if (!question) {
        emit workbench_->notice(tr("Put the caret on the mark that answers another question first (Tab goes to it)."));
        return;
    }
    const auto anchors = dossier::anchorsOf(*question, snapshot->articles.get());
    Correct edit;
    edit.correction.kind = CorrectionKind::Split;
    edit.correction.question = claim->question;
    edit.correction.claims = {anchors[static_cast<std::size_t>(claim->claim)]};
    workbench_->apply(edit, [workbench = workbench_, quote = text(edit.correction.claims.front().quote)] {
        emit workbench->notice(tr("“%1” is a question of its own now. Ctrl+Z takes it back.").arg(quote));
    });
}

void Correcting::askValue(const std::optional<Spot>& spot) {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto at = claimAt(spot);
    const auto* question = at ? findQuestion(*snapshot, at->question) : nullptr;
    if (!question) {
        emit workbench_->notice(tr("Put the caret on the mark whose value is wrong first (Tab goes to it)."));
        return;
    }
    const auto index = static_cast<std::size_t>(at->claim);
    const auto& claim = question->claims[index];
    const auto anchor = dossier::anchorsOf(*question, snapshot->articles.get())[index];
    auto* form = new AskForm(tr("Correct value"),
                             tr("What “%1” says on “%2”. What you leave as it is stays as it was read.")
                                 .arg(text(claim.quote), questionTitle(*question)),
                             tr("Correct"), window_);
    const bool time = claim.time || question->kind == QuestionKind::Date || question->kind == QuestionKind::Time;
    const ValueFields fields = addValueFields(*form, claim.set || wantsFigure(*question) || !time, time, &claim);
    const auto edit = [anchor, fields, key = at->question] {
        Correct correct;
        correct.correction.kind = CorrectionKind::Value;
        correct.correction.question = key;
        correct.correction.claims = {anchor};
        fields.into(correct.correction);
        return correct;
    };
    openFor(form, workbench_, edit);
}

// --- Questions ------------------------------------------------------------------------------------------------------

void Correcting::beginSame(const std::optional<Spot>& spot) {
    const auto claim = claimAt(spot);
    first_ = claim ? std::optional(claim->question) : workbench_->selection();
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto* question = first_ ? findQuestion(*snapshot, *first_) : nullptr;
    if (!question) {
        first_.reset();
        emit workbench_->notice(tr("Select a question or a mark first."));
        return;
    }
    emit choosingChanged(tr("“%1” is the same question as: choose a mark in an article, or a question in the list. "
                            "Escape leaves it.")
                             .arg(questionTitle(*question)));
}

void Correcting::chosen(const dossier::QuestionKey& key) {
    if (!first_ || key == *first_)
        return;
    const dossier::QuestionKey first = *first_;
    stopChoosing();
    workbench_->apply(dossier::Join{{first, key}}, [this, self = QPointer(this), key] {
        if (!self)
            return;
        const auto joined = workbench_->snapshot()->question(key);
        emit workbench_->notice(tr("The two are one question now. Ctrl+Z takes it back."));
        if (joined)
            emit questionRequested({joined->key});
    });
}

void Correcting::stopChoosing() {
    if (!first_)
        return;
    first_.reset();
    emit choosingChanged({});
}

void Correcting::askName() {
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    auto* form = new AskForm(tr("Rename question"), {}, tr("Rename"), window_);
    const QString was = questionTitle(*question);
    auto* name = form->addLine(tr("Question"), was);
    name->selectAll();
    const auto edit = [name, key = question->key] {
        Correct correct;
        correct.correction.kind = CorrectionKind::Rename;
        correct.correction.question.value = key;
        correct.correction.text = utf8(name->text().simplified());
        return correct;
    };
    openFor(form, workbench_, edit, [this, edit, name, was] {
        return name->text().simplified() == was ? tr("This is its name already.") : workbench_->whyNot(edit());
    });
}

void Correcting::askRelation() {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    const auto* question = workbench_->selectedQuestion();
    if (!question)
        return;
    if (question->relations.empty()) {
        emit workbench_->notice(tr("Nothing is related in this question: there is nothing to dismiss."));
        return;
    }
    QStringList lines;
    const auto words = [&](std::uint32_t claim) {
        const auto& one = question->claims[claim];
        return tr("%1: %2").arg(articleLetter(one.article), text(one.shown.empty() ? one.quote : one.shown));
    };
    for (const auto& relation : question->relations)
        lines << QStringLiteral("%1 %2 · %3 ↔ %4")
                     .arg(statusSign(relation.kind), statusWord(relation.kind), words(relation.a), words(relation.b));
    auto* form = new AskForm(tr("Dismiss relation"),
                             tr("The two claims stay; only that they stand to one another this way is taken out."),
                             tr("Dismiss"), window_);
    auto* which = form->addChoice(tr("Relation"), lines);
    auto* why = form->addRemark({});
    const auto explain = [which, why, relations = question->relations] {
        why->setText(explanation(relations[static_cast<std::size_t>(which->currentIndex())].explanation));
    };
    explain();
    connect(which, &QComboBox::currentIndexChanged, form, explain);
    auto* reason = form->addLine(tr("Reason"), {}, tr("why it does not hold"));
    const auto edit = [which, reason, key = question->key, relations = question->relations,
                       anchors = dossier::anchorsOf(*question, snapshot->articles.get())] {
        const auto& relation = relations[static_cast<std::size_t>(which->currentIndex())];
        Correct correct;
        correct.correction.kind = CorrectionKind::Relation;
        correct.correction.question.value = key;
        correct.correction.claims = {anchors[relation.a], anchors[relation.b]};
        correct.correction.reason = utf8(reason->text().simplified());
        return correct;
    };
    openFor(form, workbench_, edit);
}

// --- Articles -------------------------------------------------------------------------------------------------------

void Correcting::askLineage() {
    const dossier::Snapshot snapshot = workbench_->snapshot();
    if (snapshot->articles.size() < 2) {
        emit workbench_->notice(tr("There are no two articles of which one could rest on the other."));
        return;
    }
    QStringList names;
    for (std::size_t i = 0; i < snapshot->articles.size(); ++i)
        names << articleLetter(i) + QStringLiteral(" · ") + articleName(snapshot->articles[i]);
    auto* form = new AskForm(tr("Which rests on which"),
                             tr("Articles that rest on one another count as one origin, in every question."),
                             tr("Mark"), window_);
    const auto article = form->addOneOf(tr("Article"), names, 1);
    auto* how = form->addChoice(tr("Is"), {tr("derived from"), tr("independent of")});
    const auto other = form->addOneOf(tr("Other article"), names, 0);
    auto* reason = form->addLine(tr("Reason"), {}, tr("how you know"));
    const auto edit = [snapshot, article, how, other, reason] {
        Correct correct;
        correct.correction.kind = CorrectionKind::Lineage;
        correct.correction.text = how->currentIndex() == 0 ? "derived" : "independent";
        for (const int one : {other(), article()}) // the second from the first
            if (one >= 0)
                correct.correction.articles.push_back(snapshot->articles[static_cast<std::size_t>(one)].id);
        correct.correction.reason = utf8(reason->text().simplified());
        return correct;
    };
    openFor(form, workbench_, edit, [this, edit, article, other] {
        if (article() < 0 || other() < 0)
            return tr("Choose both articles from their lists: type some words of one, then take it from the list.");
        return workbench_->whyNot(edit());
    });
}

} // namespace countercheck::ui
