// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts of docs/archive run, and what they give is what the program gives on the whole.
#include "tests/compare/newscorpus.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace countercheck;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the answers of “compare” relate, without the order of questions.
std::set<std::string> related(const QByteArray& answers) {
    std::set<std::string> all;
    for (const QByteArray& line : answers.split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        for (const auto& one : answer[QLatin1String("questions")].toArray()) {
            const QJsonObject question = one.toObject();
            const QJsonArray claims = question[QLatin1String("claims")].toArray();
            if (question[QLatin1String("kind")] == QLatin1String("name"))
                continue;
            for (const auto& two : question[QLatin1String("relations")].toArray()) {
                const QJsonObject relation = two.toObject();
                QStringList sides;
                for (const char* side : {"a", "b"}) {
                    const QJsonObject claim = claims[relation[QLatin1String(side)].toInt()].toObject();
                    sides << claim[QLatin1String("article")].toString() + u':' +
                                 QString::number(claim[QLatin1String("start")].toInt());
                }
                sides.sort();
                all.insert((sides.join(u' ') + u' ' + relation[QLatin1String("relation")].toString()).toStdString());
            }
        }
    }
    return all;
}

std::string told(const QJsonObject& lineage) {
    return (lineage[QLatin1String("a")].toString() + u' ' + lineage[QLatin1String("b")].toString() + u' ' +
            lineage[QLatin1String("relation")].toString())
        .toStdString();
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void readInParallel();
    void readInShards();
    void comparedInParts();
    void onSpark();
    void theJobIsOne();

private:
    void isTheWhole(const QByteArray& groups, const QByteArray& lines);
    QByteArray run(const QString& program, const QStringList& arguments, const QByteArray& input = {});
    QString path(const char* name) const { return folder_.filePath(QLatin1String(name)); }
    QTemporaryDir folder_;
    QStringList lines_;
};

QByteArray TestArchive::run(const QString& program, const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("COUNTERCHECK_CLI"), QStringLiteral(COUNTERCHECK_CLI));
    environment.insert(QStringLiteral("HOME"), folder_.path()); // GNU parallel keeps notes there
    environment.insert(QStringLiteral("PYTHONPATH"), QStringLiteral(ARCHIVE_TESTS "/spark"));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    const QString folder = QFileInfo(QStringLiteral(COUNTERCHECK_CLI)).path(); // spark.py names the program alone
    environment.insert(QStringLiteral("PATH"), folder + u':' + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("SHARDS"), QStringLiteral("3"));
    environment.insert(QStringLiteral("BLOCK"), QStringLiteral("20k"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder_.path());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(240000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void TestArchive::initTestCase() {
    const compare::NewsCorpus corpus = compare::newsCorpus(150, 11);
    QFile file(path("articles.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QJsonArray all;
    int number = 0;
    for (const auto& article : corpus.articles) {
        const QJsonObject one{{QStringLiteral("id"), QStringLiteral("n%1").arg(number++)},
                              {QStringLiteral("text"), QString::fromStdString(article.text)},
                              {QStringLiteral("published"), QString::fromStdString(article.published)},
                              {QStringLiteral("publisher"), QString::fromStdString(article.publisher)}};
        file.write(QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n');
        all.append(one);
    }
    QFile whole(path("whole.jsonl"));
    QVERIFY(whole.open(QIODevice::WriteOnly));
    whole.write(
        QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("whole")}, {QStringLiteral("articles"), all}})
            .toJson(QJsonDocument::Compact));
}

void TestArchive::readInParallel() {
    const QByteArray straight =
        run(QStringLiteral(COUNTERCHECK_CLI), {QStringLiteral("extract"), QStringLiteral("--jsonl")},
            bytesOf(path("articles.jsonl")));
    QCOMPARE(straight.count('\n'), 150);
    QCOMPARE(run(QStringLiteral(ARCHIVE_SCRIPTS "/read.sh"), {path("articles.jsonl")}), straight);
}

void TestArchive::readInShards() {
    const QByteArray straight =
        run(QStringLiteral(COUNTERCHECK_CLI), {QStringLiteral("extract"), QStringLiteral("--jsonl")},
            bytesOf(path("articles.jsonl")));
    QList<QByteArray> together;
    for (int shard = 0; shard < 3; ++shard) {
        qputenv("JOB_COMPLETION_INDEX", QByteArray::number(shard));
        run(QStringLiteral(ARCHIVE_SCRIPTS "/shard.sh"),
            {path("articles.jsonl"), path("shards"), QStringLiteral("extract"), QStringLiteral("--jsonl")});
        together << bytesOf(path("shards/") + QStringLiteral("shard-0000%1-of-00003.jsonl").arg(shard)).split('\n');
    }
    together.removeAll(QByteArray());
    QList<QByteArray> expected = straight.split('\n');
    expected.removeAll(QByteArray());
    std::sort(together.begin(), together.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(together, expected);
}

void TestArchive::comparedInParts() {
    run(QStringLiteral(ARCHIVE_SCRIPTS "/compare.sh"), {path("articles.jsonl"), path("parts"), QStringLiteral("40")});
    isTheWhole(bytesOf(path("parts/groups.jsonl")), bytesOf(path("parts/lineage.jsonl")));
    QVERIFY(bytesOf(path("parts/parcels.tsv")).count('\n') > 2);
    QVERIFY(bytesOf(path("parts/groups.tsv")).count('\n') > 5);
}

/// spark.py step by step, on a stand-in for Spark (tests/archive/spark).
void TestArchive::onSpark() {
    run(QStringLiteral("python3"),
        {QStringLiteral(ARCHIVE_SCRIPTS "/spark.py"), path("articles.jsonl"), path("spark")});
    isTheWhole(bytesOf(path("spark/groups/part-00000")), bytesOf(path("spark/lineage/part-00000")));
    QCOMPARE(bytesOf(path("spark/findings/part-00000")).count('\n'), 150);
}

/// What the Job for Kubernetes names is there: the script and its arguments; the container's command is run as it
/// stands with the archive's place put in, and gives the shard that its number says.
void TestArchive::theJobIsOne() {
    const QByteArray read = run(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                            QStringLiteral("import json, sys, yaml\n"
                                                                           "job = yaml.safe_load(open(sys.argv[1]))\n"
                                                                           "print(json.dumps(job))"),
                                                            QStringLiteral(ARCHIVE_SCRIPTS "/kubernetes.yaml")});
    const QJsonObject job = QJsonDocument::fromJson(read).object();
    QCOMPARE(job[QLatin1String("kind")].toString(), QStringLiteral("Job"));
    QCOMPARE(job[QLatin1String("apiVersion")].toString(), QStringLiteral("batch/v1"));
    const QJsonObject spec = job[QLatin1String("spec")].toObject();
    QCOMPARE(spec[QLatin1String("completionMode")].toString(), QStringLiteral("Indexed"));
    const QJsonObject pod = spec[QLatin1String("template")].toObject()[QLatin1String("spec")].toObject();
    const QJsonObject container = pod[QLatin1String("containers")].toArray()[0].toObject();
    // Each mount is of a volume that the pod has, and all shards are asked for.
    QStringList volumes;
    for (const auto& one : pod[QLatin1String("volumes")].toArray())
        volumes << one.toObject()[QLatin1String("name")].toString();
    for (const auto& one : container[QLatin1String("volumeMounts")].toArray())
        QVERIFY(volumes.contains(one.toObject()[QLatin1String("name")].toString()));
    const QJsonObject variable = container[QLatin1String("env")].toArray()[0].toObject();
    QCOMPARE(variable[QLatin1String("name")].toString(), QStringLiteral("SHARDS"));
    QCOMPARE(variable[QLatin1String("value")].toString(), // a string, as Kubernetes wants it
             QString::number(spec[QLatin1String("completions")].toInt()));
    QVERIFY(spec[QLatin1String("parallelism")].toInt() <= spec[QLatin1String("completions")].toInt());
    const QString command = container[QLatin1String("command")].toArray()[0].toString();
    QVERIFY(QFileInfo::exists(QStringLiteral(ARCHIVE_SCRIPTS "/") + QFileInfo(command).fileName()));
    QStringList arguments;
    for (const auto& one : container[QLatin1String("args")].toArray())
        arguments << one.toString().replace(QLatin1String("/archive/"), folder_.path() + u'/');
    qputenv("JOB_COMPLETION_INDEX", "1");
    run(QStringLiteral(ARCHIVE_SCRIPTS "/shard.sh"), arguments);
    const QByteArray shard = bytesOf(path("findings/shard-00001-of-00003.jsonl"));
    QCOMPARE(shard.count('\n'), 50);
    QVERIFY(shard.startsWith("{\"id\":\"n0\""));
}

void TestArchive::isTheWhole(const QByteArray& groups, const QByteArray& lines) {
    const auto inParts = related(groups);
    const QByteArray answer = run(QStringLiteral(COUNTERCHECK_CLI),
                                  {QStringLiteral("compare"), QStringLiteral("--jsonl"), QStringLiteral("--partition")},
                                  bytesOf(path("whole.jsonl")));
    const auto whole = related(answer);
    QVERIFY(whole.size() > 50);
    QCOMPARE(QByteArray::number(int(inParts.size())), QByteArray::number(int(whole.size())));
    QVERIFY(inParts == whole);
    std::set<std::string> lineage, lineageInParts;
    for (const auto& one : QJsonDocument::fromJson(answer).object()[QLatin1String("lineage")].toArray())
        lineage.insert(told(one.toObject()));
    for (const QByteArray& line : lines.split('\n'))
        if (!line.isEmpty())
            lineageInParts.insert(told(QJsonDocument::fromJson(line).object()));
    QVERIFY(lineage.size() > 20);
    QVERIFY(std::includes(lineageInParts.begin(), lineageInParts.end(), lineage.begin(), lineage.end()));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
