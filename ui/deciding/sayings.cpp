// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deciding/sayings.h"

#include "ui/basics/theme.h"
#include "ui/deciding/deciding.h"
#include "ui/workbench/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace countercheck::ui {

using read::Modality;

namespace {

constexpr qsizetype mostNamed = 3; ///< articles that are named; more are counted, and named when asked for

bool sameValue(const compare::QuestionClaim& a, const compare::QuestionClaim& b) {
    if (a.modality != b.modality || a.negative != b.negative)
        return false;
    if (a.set && b.set)
        return *a.set == *b.set;
    if (a.time && b.time)
        return *a.time == *b.time;
    return text(a.shown).compare(text(b.shown), Qt::CaseInsensitive) == 0;
}

} // namespace

std::vector<Saying> whoSaysSo(const dossier::Dossier& dossier, const compare::Question& question) {
    struct Group {
        const compare::QuestionClaim* first = nullptr;
        std::vector<std::uint32_t> articles;
    };
    std::vector<Group> groups;
    const auto origin = [&](std::uint32_t article) {
        const auto& origins = dossier.comparison.origin;
        return article < origins.size() ? origins[article] : 1'000'000u + article;
    };
    const auto same = [&](const Group& group, const compare::QuestionClaim& claim) {
        const auto& first = *group.first;
        if (text(first.attribution).compare(text(claim.attribution), Qt::CaseInsensitive) != 0 ||
            first.modality != claim.modality || first.negative != claim.negative)
            return false;
        if (claim.attribution.empty() && origin(first.article) != origin(claim.article))
            return false;
        return sameValue(first, claim);
    };
    for (const auto& claim : question.claims) {
        auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return same(group, claim); });
        if (at == groups.end())
            at = groups.insert(groups.end(), Group{&claim, {}});
        if (std::find(at->articles.begin(), at->articles.end(), claim.article) == at->articles.end())
            at->articles.push_back(claim.article);
    }
    const auto name = [&](std::uint32_t article) {
        return article < dossier.articles.size() ? shortName(dossier.articles[article]) : articleLetter(article);
    };
    std::vector<Saying> sayings;
    for (const Group& group : groups) {
        const auto& claim = *group.first;
        Saying saying;
        saying.value = text(claim.shown.empty() ? claim.quote : claim.shown);
        const QString where = name(claim.article);
        const QString who = text(claim.attribution);
        if (who.isEmpty() || who.compare(where, Qt::CaseInsensitive) == 0)
            saying.source =
                claim.modality == Modality::Reported ? QObject::tr("unnamed source, in %1").arg(where) : where;
        else if (!claim.via.empty() && text(claim.via).compare(where, Qt::CaseInsensitive) != 0)
            saying.source = QObject::tr("%1 to %2, in %3").arg(who, text(claim.via), where);
        else
            saying.source = QObject::tr("%1, in %2").arg(who, where);
        if (claim.negative || claim.modality == Modality::Denied)
            saying.source += QStringLiteral(" · ") + QObject::tr("denies it");
        else if (claim.modality == Modality::Possible)
            saying.source += QStringLiteral(" · ") + QObject::tr("as possible");
        QStringList letters, repeating, also;
        for (const std::uint32_t article : group.articles) {
            letters << articleLetter(article);
            if (article == claim.article)
                continue;
            (origin(article) == origin(claim.article) ? repeating : also) << name(article);
        }
        QStringList rest, named;
        const auto add = [&](const QStringList& names, const QString& with, const QString& one, const QString& many) {
            if (names.isEmpty())
                return;
            const QString all = with.arg(names.join(QStringLiteral(", ")));
            const bool few = repeating.size() + also.size() <= mostNamed;
            rest << (few ? all : counted(static_cast<std::size_t>(names.size()), one, many));
            if (!few)
                named << all;
        };
        add(repeating, QObject::tr("repeated by %1"), QObject::tr("and 1 that repeats it"),
            QObject::tr("and %1 that repeat it"));
        add(also, QObject::tr("also in %1"), QObject::tr("also in 1 other"), QObject::tr("also in %1 others"));
        saying.repeatedBy = rest.join(QStringLiteral(" · "));
        saying.named = named.join(u'\n');
        saying.letters = letters.size() <= mostNamed + 1
                             ? letters.join(u' ')
                             : QStringLiteral("%1 +%2").arg(letters.front()).arg(letters.size() - 1);
        saying.derivation = text(claim.derivation);
        saying.person = text(claim.person);
        saying.graded = sourceOf(dossier, claim);
        saying.grades = gradesWord(dossier, {question.key}, saying.graded);
        saying.alike = static_cast<std::size_t>(&group - groups.data());
        for (const Group& before : groups)
            if (sameValue(*before.first, claim)) {
                saying.alike = static_cast<std::size_t>(&before - groups.data());
                break;
            }
        sayings.push_back(saying);
    }
    return sayings;
}

SayingsList::SayingsList(QWidget* parent) : QWidget(parent), sayings_(new QGridLayout(this)) {
    sayings_->setContentsMargins(0, 0, 0, 0);
}

QPushButton* SayingsList::gradeButton(const dossier::Dossier& dossier, const dossier::QuestionKey& key,
                                      const Saying& saying, const QString& notGraded) {
    const bool ungraded = saying.grades == QStringLiteral("F6");
    auto* button = new QPushButton(saying.grades, this);
    button->setProperty("link", true);
    button->setProperty("faded", ungraded);
    button->setFont(interfaceFont(8.5, ungraded ? QFont::Normal : QFont::DemiBold));
    button->setCursor(Qt::PointingHandCursor);
    button->setEnabled(notGraded.isEmpty());
    QStringList lines;
    const auto reason = [&](const QString& what, const dossier::Grade& grade) {
        lines << tr("%1 %2: %3 (%4, %5)")
                     .arg(what, text(grade.grade), text(grade.reason), text(grade.stamp.by), when(grade.stamp.at));
    };
    const std::string name = utf8(saying.graded);
    if (const auto found = dossier.sources.find(name); found != dossier.sources.end())
        reason(tr("Reliability"), found->second);
    const auto& information = dossier.decisionsOf(key).information;
    if (const auto found = information.find(name); found != information.end())
        reason(tr("Credibility"), found->second);
    if (lines.isEmpty())
        lines << tr("%1 is not graded: reliability F and credibility 6, cannot be judged").arg(saying.graded);
    lines << (notGraded.isEmpty() ? tr("Press to grade") : notGraded);
    button->setToolTip(lines.join(u'\n'));
    button->setAccessibleName(tr("Grade of %1: %2").arg(saying.graded, saying.grades));
    button->setAccessibleDescription(button->toolTip());
    connect(button, &QPushButton::clicked, this, [this, source = saying.graded] { emit gradeRequested(source); });
    return button;
}

void SayingsList::addSaying(const dossier::Dossier& dossier, const dossier::QuestionKey& key, const Saying& saying,
                            const QString& notGraded) {
    const auto cell = [&](const QString& words, const QFont& font) {
        auto* label = new QLabel(words, this);
        label->setFont(font);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        if (!saying.derivation.isEmpty())
            label->setToolTip(tr("How it was read: %1").arg(saying.derivation));
        return label;
    };
    const bool byHand = !saying.person.isEmpty();
    auto* value = cell(byHand ? saying.value + QStringLiteral(" ✎") : saying.value, interfaceFont(9, QFont::DemiBold));
    value->setAccessibleName(tr("%1, says %2, article %3").arg(saying.value, saying.source, saying.letters) +
                             (byHand ? tr(", by hand of %1").arg(saying.person) : QString()));
    if (byHand)
        value->setToolTip(tr("✎ marked or corrected by %1\nHow it was read: %2").arg(saying.person, saying.derivation));
    sayings_->addWidget(value, row_, 0);
    // One label for both lines: a label's height follows its width, a nested layout's does so too late.
    auto* source = cell({}, interfaceFont(9));
    source->setTextFormat(Qt::RichText);
    QString words = saying.source.toHtmlEscaped();
    if (!saying.repeatedBy.isEmpty() && saying.named.isEmpty())
        words += QStringLiteral("<br><span style='color:%1; font-size:8.5pt'>%2</span>")
                     .arg(Theme::current().quiet.name(), saying.repeatedBy.toHtmlEscaped());
    source->setText(words);
    source->setContentsMargins(linkEdge, 0, 0, 0);
    sayings_->addWidget(source, row_, 1);
    auto* letters = cell(saying.letters, interfaceFont(8.5));
    letters->setAlignment(Qt::AlignTop | Qt::AlignRight);
    letters->setProperty("role", "quiet");
    letters->setWordWrap(false);
    sayings_->addWidget(letters, row_, 2);
    sayings_->addWidget(gradeButton(dossier, key, saying, notGraded), row_, 3, Qt::AlignTop);
    ++row_;
    if (saying.named.isEmpty())
        return;
    if (addFold(text(key.value) + saying.value + u'|' + saying.source, saying.repeatedBy, 1,
                tr("%1, %2: who they are").arg(saying.source, saying.repeatedBy))) {
        auto* who = cell(saying.named, interfaceFont(8.5));
        who->setProperty("role", "quiet");
        who->setContentsMargins(linkEdge, 0, 0, 0);
        sayings_->addWidget(who, row_++, 1, 1, 3);
    }
}

bool SayingsList::addFold(const QString& name, const QString& words, int column, const QString& spoken) {
    const bool open = open_.contains(name);
    auto* fold = new QPushButton(words + (open ? QStringLiteral(" ▾") : QStringLiteral(" ▸")), this);
    fold->setProperty("link", true);
    fold->setFont(interfaceFont(8.5));
    fold->setCursor(Qt::PointingHandCursor);
    fold->setFocusPolicy(Qt::StrongFocus);
    fold->setAccessibleName(spoken);
    fold->setAccessibleDescription(open ? tr("Open; press to close") : tr("Closed; press to open"));
    connect(fold, &QPushButton::clicked, this, [this, name, open] {
        if (open)
            open_.remove(name);
        else
            open_.insert(name);
        folded_ = name;
        emit foldingChanged();
    });
    sayings_->addWidget(fold, row_++, column, 1, 4 - column, Qt::AlignLeft);
    if (folded_ == name) {
        folded_.clear();
        fold->show(); // only what can be seen takes the keyboard
        fold->setFocus(Qt::OtherFocusReason);
    }
    return open;
}

void SayingsList::show(const dossier::Dossier& dossier, const compare::Question& question, const QString& notGraded) {
    while (QLayoutItem* item = sayings_->takeAt(0)) {
        // Not at once: a change of the theme may be going through all widgets just now.
        if (QWidget* old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    sayings_->setHorizontalSpacing(12 - linkEdge); // the words of links stand under the other words
    sayings_->setVerticalSpacing(7);
    sayings_->setColumnStretch(0, 4);
    sayings_->setColumnStretch(1, 6);
    row_ = 0;
    constexpr int most = 60;             // rows that anybody reads; each is four widgets
    constexpr std::size_t fewLines = 8;  // are shown as they come
    constexpr std::size_t mostAlike = 3; // of more lines, those with one value stand together, and so many at first
    auto all = whoSaysSo(dossier, question);
    if (all.size() > fewLines)
        std::stable_sort(all.begin(), all.end(), [](const Saying& a, const Saying& b) { return a.alike < b.alike; });
    const dossier::QuestionKey key{question.key};
    for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
        while (end < all.size() && all[end].alike == all[i].alike)
            ++end;
        const bool folds = all.size() > fewLines && end - i > mostAlike + 1;
        const std::size_t seen = folds ? i + mostAlike : end;
        const auto add = [&](std::size_t from, std::size_t to) {
            for (; from < to && row_ < most; ++from)
                addSaying(dossier, key, all[from], notGraded);
            return from == to;
        };
        bool whole = add(i, seen);
        if (whole && folds) {
            const QString words = counted(end - seen, tr("and 1 more source"), tr("and %1 more sources"));
            if (addFold(text(key.value) + all[i].value, words, 1, tr("%1: %2").arg(all[i].value, words)))
                whole = add(seen, end);
        }
        if (!whole || (row_ >= most && end < all.size())) {
            auto* more = new QLabel(tr("And more: the overview (F9) has all of them."), this);
            more->setProperty("role", "quiet");
            more->setWordWrap(true);
            sayings_->addWidget(more, row_, 0, 1, 4);
            break;
        }
    }
    for (int i = 0; i < sayings_->count(); ++i)
        sayings_->itemAt(i)->widget()->show(); // now, while nothing is laid out, and not one after the other later
}

} // namespace countercheck::ui
