// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions/questionmodel.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/questions/signingway.h"
#include "ui/workbench/comparisonfacts.h"
#include "ui/workbench/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace countercheck::ui {

using compare::RelationKind;
using dossier::FigureState;
using dossier::QuestionKey;

namespace {

/// Would a row say the same of both? Every decision leaves a line of history; what others changed shows in the rest.
bool same(const dossier::Decisions& a, const dossier::Decisions& b) {
    const auto last = [](const dossier::Decisions& one) {
        return one.history.empty() ? std::uint64_t{0} : one.history.front().record.value;
    };
    return a.history.size() == b.history.size() && last(a) == last(b) && a.verdict == b.verdict &&
           a.dismissed == b.dismissed && a.revoked == b.revoked && a.signOff == b.signOff && a.proposal == b.proposal &&
           a.changed == b.changed && a.conflicts == b.conflicts;
}

/// The questions whose decisions are not the same in both.
std::vector<const QuestionKey*> differing(const dossier::Dossier& before, const dossier::Dossier& now) {
    std::vector<const QuestionKey*> keys;
    auto a = before.decisions.begin();
    auto b = now.decisions.begin();
    while (a != before.decisions.end() || b != now.decisions.end()) {
        if (b == now.decisions.end() || (a != before.decisions.end() && a->first < b->first)) {
            keys.push_back(&a++->first);
        } else if (a == before.decisions.end() || b->first < a->first) {
            keys.push_back(&b++->first);
        } else {
            if (!same(a->second, b->second))
                keys.push_back(&b->first);
            ++a;
            ++b;
        }
    }
    return keys;
}

} // namespace

QString stateInWords(const dossier::Decisions& decisions) {
    const auto say = [](const char* words) {
        return QCoreApplication::translate("countercheck::ui::QuestionModel", words);
    };
    if (decisions.figureState() == FigureState::SignedOff)
        return say(QT_TRANSLATE_NOOP("countercheck::ui::QuestionModel", "signed off"));
    if (!decisions.dismissed.empty())
        return say(QT_TRANSLATE_NOOP("countercheck::ui::QuestionModel", "dismissed: %1"))
            .arg(text(decisions.dismissed));
    if (!decisions.conflicts.empty())
        return say(QT_TRANSLATE_NOOP("countercheck::ui::QuestionModel", "two decisions, to be settled"));
    if (const QString broken = brokenSignOff(decisions); !broken.isEmpty())
        return broken;
    return decisions.verdict ? verdictWord(decisions.verdict->state)
                             : say(QT_TRANSLATE_NOOP("countercheck::ui::QuestionModel", "unchecked"));
}

void QuestionModel::readDecisions(int row) {
    const auto& decisions = snapshot_->decisionsOf(QuestionKey{question(row).key});
    std::uint8_t& flags = flags_[static_cast<std::size_t>(row)];
    --counts_[flags];
    flags = static_cast<std::uint8_t>(flags & (StatusBits | Needed));
    if (decisions.resolved())
        flags |= Resolved;
    if (decisions.figureState() == FigureState::SignedOff)
        flags |= SignedOff;
    if (!decisions.history.empty() || decisions.verdict || decisions.proposal || decisions.signOff ||
        !decisions.conflicts.empty())
        flags |= Decided;
    ++counts_[flags];
}

void QuestionModel::readFlags() {
    flags_ = ComparisonFacts::of(snapshot_->comparison)->standing;
    counts_ = {};
    for (const std::uint8_t flags : flags_)
        ++counts_[flags];
    for (const auto& [key, decisions] : snapshot_->decisions)
        if (const int row = rowOf(key); row >= 0)
            readDecisions(row);
}

void QuestionModel::setSnapshot(const dossier::Snapshot& snapshot) {
    const dossier::Snapshot before = snapshot_;
    const auto& questions = snapshot->comparison.questions;
    const bool sameArticles = before && before->articles.sharesWith(snapshot->articles);
    const auto countShown = [&] {
        shownArticles_ =
            static_cast<std::size_t>(std::count_if(snapshot->articles.get().begin(), snapshot->articles.get().end(),
                                                   [](const dossier::Article& article) { return !article.hidden; }));
    };
    if (before && before->comparison.questions.sharesWith(questions)) {
        snapshot_ = snapshot;
        for (const QuestionKey* key : differing(*before, *snapshot)) {
            const int row = rowOf(*key);
            if (row < 0)
                continue;
            readDecisions(row);
            rows_[static_cast<std::size_t>(row)].reset();
            if (sameArticles)
                emit dataChanged(index(row), index(row));
        }
        if (!sameArticles) { // hidden or shown: rows say of how many they are
            countShown();
            rows_.clear();
            rows_.resize(questions.size());
            if (rowCount() > 0)
                emit dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    const auto sameKey = [](const auto& a, const auto& b) { return a.key == b.key; };
    // The index is made anew where keys change their places, and there alone.
    const bool sameRows =
        before && !questions.empty() &&
        ((snapshot->questionIndex && snapshot->questionIndex == before->questionIndex) ||
         std::equal(questions.get().begin(), questions.get().end(), before->comparison.questions.get().begin(),
                    before->comparison.questions.get().end(), sameKey));
    if (!sameRows)
        beginResetModel();
    snapshot_ = snapshot;
    if (!sameArticles)
        countShown();
    rows_.clear();
    rows_.resize(questions.size());
    readFlags();
    if (!sameRows)
        endResetModel();
    else
        emit dataChanged(index(0), index(rowCount() - 1));
}

int QuestionModel::rowOf(const QuestionKey& key) const {
    const auto* found = snapshot_ ? snapshot_->question(key) : nullptr;
    return found ? static_cast<int>(found - snapshot_->comparison.questions.data()) : -1;
}

int QuestionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

const compare::Question& QuestionModel::question(int row) const {
    return snapshot_->comparison.questions.get()[static_cast<std::size_t>(row)];
}

std::optional<RelationKind> QuestionModel::status(int row) const {
    const int bits = flags_[static_cast<std::size_t>(row)] & StatusBits;
    return bits == 0 ? std::nullopt : std::optional(static_cast<RelationKind>(bits - 1));
}

const QuestionModel::Row& QuestionModel::row(int at) const {
    auto& held = rows_[static_cast<std::size_t>(at)];
    if (held)
        return *held;
    const compare::Question& asked = question(at);
    const auto& decisions = snapshot_->decisionsOf(QuestionKey{asked.key});
    auto made = std::make_unique<Row>();
    made->key = text(asked.key);
    made->title = questionTitle(asked);
    made->values = valuesLine(asked);
    std::set<std::uint32_t> covered;
    for (const auto& claim : asked.claims.get())
        if (claim.article < snapshot_->articles.size() && !snapshot_->articles.get()[claim.article].hidden)
            covered.insert(claim.article);
    made->coverage = tr("%1 of %2").arg(covered.size()).arg(shownArticles_);
    if (!decisions.conflicts.empty() || !brokenSignOff(decisions).isEmpty())
        made->marks = QStringLiteral("⚠"); // somebody has to look at it again
    else if (signedOff(at))
        made->marks = QStringLiteral("✓✓");
    else if (!decisions.dismissed.empty())
        made->marks = QStringLiteral("–");
    else if (decisions.verdict && resolved(at))
        made->marks = QStringLiteral("✓");
    const QString state = stateInWords(decisions), sort = statusWord(status(at));
    made->spoken = tr("%1, %2, %3, %4 articles, %5").arg(made->title, sort, made->values, made->coverage, state);
    made->sentence = tr("%1: %2. %3 articles. %4.").arg(sort, statusGloss(status(at)), made->coverage, state);
    held = std::move(made);
    return *held;
}

template <class Which> std::size_t QuestionModel::countWhere(Which which) const {
    std::size_t count = 0;
    for (std::size_t flags = 0; flags < counts_.size(); ++flags)
        count += which(flags) ? counts_[flags] : 0;
    return count;
}
std::size_t QuestionModel::countOf(RelationKind status) const {
    return countWhere([&](std::size_t flags) { return (flags & StatusBits) == static_cast<std::size_t>(status) + 1; });
}
std::size_t QuestionModel::countOpen() const {
    return countWhere([](std::size_t flags) { return (flags & Needed) != 0 && (flags & Resolved) == 0; });
}
std::size_t QuestionModel::countSignedOff() const {
    return countWhere([](std::size_t flags) { return (flags & SignedOff) != 0; });
}

QVariant QuestionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row(index.row()).title;
    case Qt::ToolTipRole:
        return row(index.row()).sentence;
    case Qt::AccessibleTextRole:
        return row(index.row()).spoken;
    case Qt::AccessibleDescriptionRole:
    case ValuesRole:
        return row(index.row()).values;
    case KeyRole:
        return text(question(index.row()).key);
    case CoverageRole:
        return row(index.row()).coverage;
    case MarksRole:
        return row(index.row()).marks;
    case StatusRole:
        return status(index.row()) ? static_cast<int>(*status(index.row())) : -1;
    case ResolvedRole:
        return resolved(index.row());
    case OpenRole:
        return open(index.row());
    case SignedOffRole:
        return signedOff(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> QuestionModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{KeyRole, "key"},
                  {ValuesRole, "values"},
                  {CoverageRole, "coverage"},
                  {MarksRole, "marks"},
                  {StatusRole, "status"},
                  {ResolvedRole, "resolved"},
                  {OpenRole, "open"},
                  {SignedOffRole, "signedOff"}});
    return names;
}

} // namespace countercheck::ui
