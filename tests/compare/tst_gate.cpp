// SPDX-License-Identifier: GPL-3.0-or-later
// The gate asks the same of a and b as of b and a, and decides the same whether it has to explain itself: of every two
// figures of the labelled cases. What is known beforehand of two claims or sentences is what asking them gives.
#include "core/compare/align.h"
#include "core/compare/compare.h"
#include "core/compare/gate/gate.h"
#include "core/text/explaining.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <vector>

using countercheck::claim::ClaimKind;
using countercheck::compare::Candidate;
using countercheck::compare::Common;
using countercheck::compare::commonOf;
using countercheck::compare::Digest;
using countercheck::compare::digestOf;
using countercheck::compare::Gate;
using countercheck::compare::sameQuestion;
using countercheck::compare::Verdict;
using Words = std::vector<std::uint32_t>;
namespace gate = countercheck::compare::gate;
namespace text = countercheck::text;

class TestGate : public QObject {
    Q_OBJECT
private slots:
    void bothWays_data() {
        QTest::addColumn<bool>("few");
        for (const QString& file : QDir(folder_).entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
            QTest::addRow("%s, a handful", qPrintable(file)) << true;
            QTest::addRow("%s, an archive", qPrintable(file)) << false;
        }
    }
    void bothWays() {
        QFETCH(bool, few);
        QFile file(folder_ + QLatin1Char('/') +
                   QString::fromUtf8(QTest::currentDataTag()).section(QLatin1Char(','), 0, 0));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int asked = 0;
        while (!file.atEnd()) {
            const QJsonObject one = QJsonDocument::fromJson(file.readLine()).object();
            std::vector<QByteArray> texts, dates;
            for (const QJsonValue& article : one[QStringLiteral("articles")].toArray()) {
                texts.push_back(article[QStringLiteral("text")].toString().toUtf8());
                dates.push_back(article[QStringLiteral("published")].toString().toUtf8());
            }
            std::vector<Digest> digests;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                countercheck::compare::Input input;
                input.text = std::string_view(texts[i].constData(), static_cast<std::size_t>(texts[i].size()));
                input.published = std::string_view(dates[i].constData(), static_cast<std::size_t>(dates[i].size()));
                digests.push_back(digestOf(input, {}, few));
            }
            for (std::uint32_t i = 0; i < digests.size(); ++i) {
                for (std::uint32_t j = i + 1; j < digests.size(); ++j)
                    asked += askBothWays(digests[i], digests[j], i, j, few, one[QStringLiteral("id")].toString());
                askWithin(digests[i], i, few, one[QStringLiteral("id")].toString());
            }
        }
        QVERIFY(asked > 0);
    }

private:
    /// What is joined by weight tells each weight, and they come to the sum that is told.
    static void sumsUp(const Verdict& told, const QString& id) {
        int sum = 0, said = 0;
        bool weighed = false;
        for (const std::string& line : told.because) {
            const QString words = QString::fromStdString(text::inEnglish(line));
            const QStringList parts = words.split(QStringLiteral(" points"));
            if (parts.size() != 2)
                continue;
            if (words.endsWith(QStringLiteral(" points asked"))) {
                const QStringList numbers =
                    parts.front().split(QStringLiteral(": ")).back().split(QStringLiteral(" of "));
                said = numbers.front().toInt();
                weighed = said >= numbers.back().toInt();
            } else {
                sum += parts.front().toInt();
            }
        }
        if (sum != said || weighed != (said != 0))
            QTest::qFail(qPrintable(QStringLiteral("%1: weights come to %2, told are %3").arg(id).arg(sum).arg(said)),
                         __FILE__, __LINE__);
    }
    /// Of one report nothing is joined that is parted because one report makes both claims.
    static void askWithin(const Digest& report, std::uint32_t article, bool few, const QString& id) {
        const Common own = commonOf(report, report, few);
        for (std::uint32_t p = 0; p < report.facts.size(); ++p)
            for (std::uint32_t q = p + 1; q < report.facts.size(); ++q) {
                const Candidate a{article, p, &report.facts[p], &report}, b{article, q, &report.facts[q], &report};
                if (a.fact->kind == b.fact->kind && gate::partedByReport(a, b) &&
                    sameQuestion(a, b, own).gate != Gate::No)
                    QTest::qFail(qPrintable(id + QStringLiteral(": a pair of one report was joined that never is")),
                                 __FILE__, __LINE__);
            }
    }
    static int askBothWays(const Digest& x, const Digest& y, std::uint32_t i, std::uint32_t j, bool few,
                           const QString& id) {
        const Common there = commonOf(x, y, few), back = commonOf(y, x, few);
        int asked = 0;
        countercheck::compare::laySideBySide(x, y);
        for (std::uint32_t p = 0; p < x.facts.size(); ++p)
            for (std::uint32_t q = 0; q < y.facts.size(); ++q) {
                const Candidate a{i, p, &x.facts[p], &x}, b{j, q, &y.facts[q], &y};
                const Words &own = a.fact->content, &its = b.fact->content;
                if (gate::overlap(a.fact->content, b.fact->content) != gate::overlap(own, its))
                    QTest::qFail(qPrintable(id + QStringLiteral(": sentences laid side by side share other words")),
                                 __FILE__, __LINE__);
                if (a.fact->kind != b.fact->kind)
                    continue;
                ++asked;
                const auto one = sameQuestion(a, b, there), other = sameQuestion(b, a, back),
                           told = sameQuestion(a, b, there, true);
                sumsUp(told, id);
                if (one.gate == Gate::Join &&
                    (gate::neverJoins(*a.fact, *b.fact, there) || gate::neverMeet(*a.fact, *b.fact, there)))
                    QTest::qFail(qPrintable(id + QStringLiteral(": a pair was joined that never is")), __FILE__,
                                 __LINE__);
                if (one.gate == other.gate && one.strength == other.strength && one.gate == told.gate)
                    continue;
                const auto words = [](const Candidate& c) {
                    const std::string_view said = c.fact->said.words.of(c.in->text);
                    return QString::fromUtf8(said.data(), static_cast<qsizetype>(said.size()));
                };
                const auto shown = [](const auto& v) {
                    return QStringLiteral("%1 (%2)").arg(static_cast<int>(v.gate)).arg(v.strength);
                };
                QTest::qFail(qPrintable(QStringLiteral("%1: “%2” and “%3” depend on their order, or on being explained:"
                                                       " %4, turned %5, explained %6")
                                            .arg(id, words(a), words(b), shown(one), shown(other), shown(told))),
                             __FILE__, __LINE__);
            }
        return asked;
    }
    const QString folder_ = QStringLiteral(COUNTERCHECK_TEST_DATA "/compare/labelled");
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
