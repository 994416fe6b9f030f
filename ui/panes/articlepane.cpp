// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/articlepane.h"

#include "ui/basics/explanation.h"
#include "ui/basics/theme.h"
#include "ui/panes/articletext.h"
#include "ui/panes/overviewruler.h"
#include "ui/panes/paneheader.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <utility>

namespace countercheck::ui {

ArticlePane::ArticlePane(QWidget* parent)
    : QWidget(parent), header_(new PaneHeader(this)), banner_(new QLabel(this)), text_(new ArticleText(this)),
      ruler_(new OverviewRuler(this)), above_(new QToolButton(this)), below_(new QToolButton(this)) {
    banner_->setProperty("role", QStringLiteral("quiet"));
    banner_->setText(tr("Not mentioned here"));
    banner_->setFont(interfaceFont(8.5));
    banner_->setAlignment(Qt::AlignCenter);
    banner_->setVisible(false);
    for (QToolButton* arrow : {above_, below_}) {
        arrow->setProperty("chip", true);
        arrow->setFont(interfaceFont(8, QFont::DemiBold));
        arrow->setCursor(Qt::PointingHandCursor);
        arrow->setVisible(false);
    }
    text_->setDescriptions([this](int mark) { return tipOf(mark); }, [this](int mark) { return lineOf(mark); });
    ruler_->setTip([this](int mark) { return tipOf(mark); });

    connect(text_, &ArticleText::viewChanged, this, [this] {
        updateTicks();
        header_->setIndent(text_->columnLeft());
        emit viewChanged();
    });
    connect(ruler_, &OverviewRuler::scrollRequested, text_, &ArticleText::scrollToContent);
    connect(ruler_, &OverviewRuler::tickClicked, this,
            [this](int mark) { text_->bringMark(mark, text_->viewport()->height() / 3.0); });
    connect(above_, &QToolButton::clicked, this, [this] { showHidden(true); });
    connect(below_, &QToolButton::clicked, this, [this] { showHidden(false); });
}

void ArticlePane::chainTabs(const ArticlePane* before) {
    if (before)
        setTabOrder(before->below_, text_);
    setTabOrder(text_, header_->menuButton());
    setTabOrder(header_->menuButton(), above_);
    setTabOrder(above_, below_);
}

void ArticlePane::setArticle(dossier::Snapshot snapshot, std::size_t article, std::shared_ptr<const ArticleView> view,
                             std::span<const ClaimIndex::Claim> claims) {
    snapshot_ = std::move(snapshot);
    article_ = article;
    const dossier::Article& shown = snapshot_->articles[article];
    id_ = shown.id;
    text_->setArticle(view, marksOf(snapshot_->comparison, claims, *view));
    text_->setAccessibleName(tr("Article %1, %2").arg(articleLetter(article), articleName(shown)));
    header_->setArticle(*snapshot_, article, view.get());
    updateTicks();
}

void ArticlePane::setSelectedQuestion(int question) {
    text_->setSelectedQuestion(question);
    mentioned_ = question < 0 || !text_->marksOfSelected().empty();
    banner_->setVisible(!mentioned_);
    if (!mentioned_) {
        const QString title = questionTitle(snapshot_->comparison.questions[static_cast<std::size_t>(question)]);
        banner_->setAccessibleName(tr("Not mentioned here: %1").arg(title));
        banner_->setToolTip(title);
    }
    place();
    updateTicks();
}

bool ArticlePane::saysNotMentioned() const {
    return !banner_->isHidden();
}

void ArticlePane::setHeaderHeight(int height) {
    if (headerHeight_ == height)
        return;
    headerHeight_ = height;
    place();
}

void ArticlePane::setLastInRow(bool last) {
    last_ = last;
    place();
}

void ArticlePane::place() {
    const int right = width() - (last_ ? 0 : 1);
    header_->setGeometry(0, 0, right, headerHeight_);
    int top = headerHeight_;
    if (!mentioned_) {
        banner_->setGeometry(0, top, right, 26);
        top += 26;
    }
    const int rest = std::max(0, height() - top);
    const int strip = ruler_->width();
    text_->setGeometry(0, top, std::max(0, right - strip), rest);
    ruler_->setGeometry(right - strip, top, strip, rest);
    const int middle = text_->width() / 2;
    above_->move(middle - above_->sizeHint().width() / 2, top + 5);
    below_->move(middle - below_->sizeHint().width() / 2, height() - below_->sizeHint().height() - 6);
    for (QToolButton* arrow : {above_, below_})
        arrow->resize(arrow->sizeHint());
}

void ArticlePane::setEdge(ConnectorPlan::Edge edge) {
    above_->setText(QStringLiteral("↑ %1").arg(edge.above));
    below_->setText(QStringLiteral("↓ %1").arg(edge.below));
    above_->setAccessibleName(edge.above == 1 ? tr("1 mention further up")
                                              : tr("%1 mentions further up").arg(edge.above));
    below_->setAccessibleName(edge.below == 1 ? tr("1 mention further down")
                                              : tr("%1 mentions further down").arg(edge.below));
    above_->setToolTip(above_->accessibleName());
    below_->setToolTip(below_->accessibleName());
    above_->setVisible(edge.above > 0);
    below_->setVisible(edge.below > 0);
    place();
}

std::vector<TwinPlace> ArticlePane::twins() const {
    std::vector<TwinPlace> out;
    const qreal height = text_->viewport()->height();
    for (const int mark : text_->marksOfSelected()) {
        const qreal y = text_->roughTopOfMark(mark) - text_->scrollTop();
        const Sight sight = y < -4 ? Sight::Above : y > height - 14 ? Sight::Below : Sight::Visible;
        out.push_back({mark, text_->marks()[static_cast<std::size_t>(mark)].claim, sight});
    }
    return out;
}

Spot ArticlePane::spot(const std::vector<int>& marks) const {
    Spot spot;
    spot.article = id_;
    const QString shown = text_->shownText();
    Range words = text_->selection();
    while (!words.empty() && shown[words.begin].isSpace())
        ++words.begin;
    while (!words.empty() && shown[words.end - 1].isSpace())
        --words.end;
    if (text_->view() && !words.empty())
        spot.words = text_->view()->captured(words);
    for (const int index : marks) {
        const Mark& mark = text_->marks()[static_cast<std::size_t>(index)];
        spot.claims.push_back(
            {{snapshot_->comparison.questions[static_cast<std::size_t>(mark.question)].key}, mark.claim});
    }
    return spot;
}

void ArticlePane::showHidden(bool above) {
    int target = -1;
    for (const TwinPlace& twin : twins()) {
        if (above && twin.sight == Sight::Above)
            target = twin.mark; // the last of those above is the nearest
        if (!above && twin.sight == Sight::Below) {
            target = twin.mark;
            break;
        }
    }
    if (target < 0)
        return;
    text_->bringMark(target, text_->viewport()->height() / 3.0);
    text_->setFocus(Qt::OtherFocusReason);
    text_->setCaret(text_->marks()[static_cast<std::size_t>(target)].range.begin, false, false);
}

void ArticlePane::updateTicks() {
    ruler_->setContent(text_->contentHeight(), text_->scrollTop(), text_->viewport()->height());
    const std::pair now{text_->arrangement(), text_->selectedQuestion()};
    if (std::exchange(ticked_, now) == now)
        return;
    std::vector<Tick> ticks;
    const std::vector<Mark>& marks = text_->marks();
    ticks.reserve(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const bool selected = marks[i].question == text_->selectedQuestion();
        if (marks[i].status || selected)
            ticks.push_back(
                {text_->roughTopOfMark(static_cast<int>(i)), marks[i].status, selected, static_cast<int>(i)});
    }
    ruler_->setTicks(std::move(ticks));
}

QString ArticlePane::tipOf(int index) const {
    const Mark& mark = text_->marks()[static_cast<std::size_t>(index)];
    const compare::Question& question = snapshot_->comparison.questions[static_cast<std::size_t>(mark.question)];
    const compare::QuestionClaim& claim = question.claims[static_cast<std::size_t>(mark.claim)];
    const QColor ink = Theme::current().mark(mark.status).ink;
    QString tip = QStringLiteral("<b style='color:%1'>%2 %3</b> · %4<br>%5<br><b>%6</b>")
                      .arg(ink.name(), statusSign(mark.status), statusWord(mark.status), statusGloss(mark.status),
                           questionTitle(question).toHtmlEscaped(),
                           QString::fromStdString(claim.shown.empty() ? claim.quote : claim.shown).toHtmlEscaped());
    if (!claim.attribution.empty())
        tip += tr(" · says %1").arg(QString::fromStdString(claim.attribution).toHtmlEscaped());
    if (!claim.via.empty())
        tip += tr(", in %1").arg(QString::fromStdString(claim.via).toHtmlEscaped());
    if (!claim.person.empty())
        tip += tr("<br>✎ by %1").arg(QString::fromStdString(claim.person).toHtmlEscaped());
    return tip;
}

QString ArticlePane::lineOf(int index) const {
    const Mark& mark = text_->marks()[static_cast<std::size_t>(index)];
    const compare::Question& question = snapshot_->comparison.questions[static_cast<std::size_t>(mark.question)];
    const compare::QuestionClaim& claim = question.claims[static_cast<std::size_t>(mark.claim)];
    const QString line = tr("%1 of %2: %3, %4: %5")
                             .arg(mark.claim + 1)
                             .arg(question.claims.size())
                             .arg(statusWord(mark.status), questionTitle(question),
                                  QString::fromStdString(claim.shown.empty() ? claim.quote : claim.shown));
    return claim.person.empty() ? line : tr("%1, by hand of %2").arg(line, QString::fromStdString(claim.person));
}

void ArticlePane::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    if (!mentioned_) {
        painter.fillRect(banner_->geometry(), theme.ruler);
        painter.fillRect(QRect(0, banner_->geometry().bottom(), width(), 1), theme.line);
    }
    if (!last_)
        painter.fillRect(width() - 1, 0, 1, height(), theme.line);
}

void ArticlePane::resizeEvent(QResizeEvent*) {
    place();
}

} // namespace countercheck::ui
