// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/overview.h"

#include "ui/basics/theme.h"
#include "ui/sources/articlesmodel.h"
#include "ui/sources/lineagegraph.h"
#include "ui/sources/lineagescope.h"
#include "ui/sources/matrixmodel.h"
#include "ui/sources/timeline.h"
#include "ui/workbench/settings.h"
#include "ui/workbench/words.h"

#include <QAccessibleWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QImage>
#include <QImageWriter>
#include <QItemSelectionModel>
#include <QPainter>
#include <QPoint>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace countercheck::ui {

namespace {

constexpr int widest = 8000, highest = 12000; // pixels: a picture that others can open

/// What an article answers, on the ground of the question's relation; the sign stands in the row's head.
class CellDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// The ground fills the cell, the words stand clear of its edges, and a frame marks the one that is chosen.
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem inside(option);
        initStyleOption(&inside, index);
        painter->fillRect(option.rect, inside.backgroundBrush);
        inside.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
        inside.rect.adjust(6, 4, -6, -4);
        const int line = QFontMetrics(inside.font).lineSpacing(); // whole lines only
        inside.rect.setHeight(std::max(1, inside.rect.height() / line) * line);
        QStyledItemDelegate::paint(painter, inside, index);
        if (option.state & QStyle::State_Selected) {
            painter->save();
            painter->setPen(QPen(Theme::current().accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
            painter->restore();
        }
    }
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme& theme = Theme::current();
        const int status = index.data(MatrixModel::StatusRole).toInt();
        if (!index.data().toString().isEmpty() && status >= 0)
            option->backgroundBrush = theme.mark(static_cast<compare::RelationKind>(status)).underlay;
        option->palette.setColor(QPalette::Text, theme.text);
        option->palette.setColor(QPalette::HighlightedText, theme.text);
        option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
        option->features |= QStyleOptionViewItem::WrapText;
    }
};

/// A row whose words stay where they are when it is chosen.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem inside(option);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, Theme::current().selection);
        inside.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
        inside.rect.adjust(6, 0, -6, 0);
        QStyledItemDelegate::paint(painter, inside, index);
    }
};

/// Qt calls a scroll area nothing in particular; a screen reader is told that it is a pane.
QAccessibleInterface* paneOf(const QString& className, QObject* object) {
    auto* widget = className == QStringLiteral("QScrollArea") ? qobject_cast<QWidget*>(object) : nullptr;
    return widget ? new QAccessibleWidget(widget, QAccessible::Pane) : nullptr;
}

QScrollArea* scrolled(QWidget* inside, const QString& name) {
    [[maybe_unused]] static const bool known = (QAccessible::installFactory(paneOf), true);
    auto* area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(name);
    return area;
}

} // namespace

Overview::Overview(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Overview"));
    setAccessibleName(tr("Overview"));
    setModal(false);
    resize(980, 640);
    model_ = new MatrixModel(this);
    table_ = new QTableView;
    table_->setModel(model_);
    table_->setItemDelegate(new CellDelegate(table_));
    table_->setAccessibleName(tr("Claims by articles"));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setFont(interfaceFont(9));
    table_->setWordWrap(true);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->horizontalHeader()->setDefaultSectionSize(180);
    table_->verticalHeader()->setDefaultSectionSize(60); // one height for all: ten thousand rows cost nothing
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setMaximumWidth(320);
    table_->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->setCornerButtonEnabled(false);
    timeline_ = new Timeline;
    lineage_ = new LineageGraph;
    articlesModel_ = new ArticlesModel(this);
    articles_ = new QTableView;
    articles_->setModel(articlesModel_);
    articles_->setItemDelegate(new RowDelegate(articles_));
    articles_->setAccessibleName(tr("All articles"));
    articles_->setAccessibleDescription(tr("Enter brings an article into view in the window."));
    articles_->setFrameShape(QFrame::NoFrame);
    articles_->setFont(interfaceFont(9));
    articles_->setShowGrid(false);
    articles_->setAlternatingRowColors(true);
    articles_->setSelectionBehavior(QAbstractItemView::SelectRows);
    articles_->setSelectionMode(QAbstractItemView::SingleSelection);
    articles_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    articles_->verticalHeader()->hide();
    articles_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    articles_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    articles_->horizontalHeader()->setHighlightSections(false);
    for (const auto& [column, width] : {std::pair<int, int>{ArticlesModel::Article, 240},
                                        {ArticlesModel::Title, 380},
                                        {ArticlesModel::Published, 110},
                                        {ArticlesModel::RestsOn, 110}})
        articles_->setColumnWidth(column, width);
    articles_->horizontalHeader()->setStretchLastSection(true);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(tr("Views"));
    tabs_->addTab(table_, tr("&Matrix"));
    tabs_->addTab(scrolled(timeline_, tr("Timeline view")), tr("&Timeline"));
    tabs_->addTab(scrolled(lineage_, tr("Lineage view")), tr("&Lineage"));
    tabs_->addTab(articles_, tr("&Articles"));
    auto* save = new QPushButton(tr("Save picture…"));
    save->setAccessibleName(tr("Save picture"));
    connect(lineage_, &LineageGraph::articleChosen, this,
            [this](const dossier::ArticleId& article) { emit articleChosen(article, {}); });
    scope_ = new LineageScope(lineage_);
    scopePlace_ = new QWidget; // only beside the lineage
    auto* place = new QHBoxLayout(scopePlace_);
    place->setContentsMargins(0, 0, 0, 0);
    place->addWidget(scope_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 10);
    row->addWidget(scopePlace_);
    row->addStretch();
    row->addWidget(save);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 6, 0, 0);
    all->setSpacing(0);
    all->addWidget(tabs_, 1);
    all->addLayout(row);

    connect(save, &QPushButton::clicked, this, &Overview::savePicture);
    connect(tabs_, &QTabWidget::currentChanged, this, &Overview::showTab);
    connect(timeline_, &Timeline::questionChosen, this, &Overview::questionChosen);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!following_ && index.isValid())
            emit questionChosen({utf8(index.data(MatrixModel::KeyRole).toString())});
    });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
        const QVariant span = index.data(MatrixModel::FirstSpanRole);
        if (!span.isValid())
            return;
        const QPoint words = span.toPoint();
        emit articleChosen(model_->snapshot()->articles.get()[static_cast<std::size_t>(index.column())].id,
                           {static_cast<std::uint32_t>(words.x()), static_cast<std::uint32_t>(words.y())});
    });
    connect(articles_, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit articleChosen(
            std::as_const(articlesModel_->snapshot()->articles)[static_cast<std::size_t>(index.row())].id, {});
    });
}

void Overview::showArticles() {
    tabs_->setCurrentWidget(articles_);
    if (!articles_->currentIndex().isValid())
        articles_->setCurrentIndex(articlesModel_->index(0, 0));
    articles_->setFocus(Qt::OtherFocusReason);
}

void Overview::setSnapshot(const dossier::Snapshot& snapshot) {
    const dossier::Snapshot before = model_->snapshot();
    following_ = true;
    model_->setSnapshot(snapshot);
    following_ = false;
    if (before && before->comparison.questions.sharesWith(snapshot->comparison.questions) &&
        before->comparison.lineage.sharesWith(snapshot->comparison.lineage) &&
        before->articles.sharesWith(snapshot->articles))
        return; // a decision changes neither dates nor lineage
    timelineDue_ = lineageDue_ = articlesDue_ = true;
    showTab();
}

/// What is on show is made; what nobody looks at waits.
void Overview::showTab() {
    scopePlace_->setVisible(tabs_->currentIndex() == 2);
    if (!model_->snapshot())
        return;
    if (tabs_->currentIndex() == 1 && std::exchange(timelineDue_, false))
        timeline_->setSnapshot(model_->snapshot());
    if (tabs_->currentIndex() == 2 && std::exchange(lineageDue_, false))
        scope_->setSnapshot(model_->snapshot());
    if (tabs_->currentIndex() == 3 && std::exchange(articlesDue_, false))
        articlesModel_->setSnapshot(model_->snapshot());
}

void Overview::setSelection(const std::optional<dossier::QuestionKey>& key) {
    timeline_->setSelection(key);
    scope_->setSelection(key);
    const int row = key ? model_->rowOf(*key) : -1;
    if (row < 0 || table_->currentIndex().row() == row)
        return;
    following_ = true;
    const int column = std::max(0, table_->currentIndex().column());
    table_->setCurrentIndex(model_->index(row, column));
    table_->scrollTo(model_->index(row, column));
    following_ = false;
}

QImage Overview::picture(bool* cut) const {
    QWidget* view = tabs_->currentIndex() == 1   ? static_cast<QWidget*>(timeline_)
                    : tabs_->currentIndex() == 2 ? static_cast<QWidget*>(lineage_)
                                                 : nullptr;
    const Theme& theme = Theme::current();
    if (view) {
        const int ratio = view->height() * 2 <= highest ? 2 : 1;
        const QSize size(view->width(), std::min(view->height(), highest / ratio));
        if (cut)
            *cut = size != view->size();
        QImage image(size * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(theme.surface);
        view->render(&image, {}, QRect(QPoint(), size));
        return image;
    }
    return tableInFull(tabs_->currentIndex() == 3 ? *articles_ : *table_, cut);
}

/// A table of its own, as large as all that is in it.
QImage Overview::tableInFull(const QTableView& table, bool* cut) const {
    QTableView whole;
    whole.setModel(table.model());
    if (&table == table_)
        whole.setItemDelegate(new CellDelegate(&whole));
    else
        whole.setItemDelegate(new RowDelegate(&whole));
    whole.setFont(table.font());
    whole.setFrameShape(QFrame::NoFrame);
    whole.setShowGrid(table.showGrid());
    whole.setAlternatingRowColors(table.alternatingRowColors());
    whole.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    whole.verticalHeader()->setVisible(!table.verticalHeader()->isHidden());
    whole.horizontalHeader()->setDefaultSectionSize(table.horizontalHeader()->defaultSectionSize());
    whole.horizontalHeader()->setDefaultAlignment(table.horizontalHeader()->defaultAlignment());
    whole.verticalHeader()->setDefaultSectionSize(table.verticalHeader()->defaultSectionSize());
    whole.verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (&table == articles_)
        for (int column = 0; column < ArticlesModel::ColumnCount; ++column)
            whole.setColumnWidth(column, table.columnWidth(column));
    whole.ensurePolished();
    const int head = whole.verticalHeader()->isHidden() ? 0 : whole.verticalHeader()->sizeHint().width();
    const QSize all(head + whole.horizontalHeader()->length() + 2,
                    whole.horizontalHeader()->sizeHint().height() + whole.verticalHeader()->length() + 2);
    const QSize size = all.boundedTo({widest, highest});
    if (cut)
        *cut = size != all;
    whole.resize(size);
    whole.setAttribute(Qt::WA_DontShowOnScreen);
    whole.show();
    QImage image(whole.size(), QImage::Format_RGB32);
    image.fill(Theme::current().surface);
    whole.render(&image);
    return image;
}

void Overview::savePicture() {
    auto* dialog = new QFileDialog(this, tr("Save picture"), Settings::lastFolder(QStringLiteral("pictures")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setNameFilter(tr("Pictures (*.png)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        Settings::setLastFolder(QStringLiteral("pictures"), QFileInfo(file).absolutePath());
        QImageWriter writer(file, "png");
        bool cut = false;
        if (writer.write(picture(&cut)))
            emit saved(file, cut);
        else
            emit failed(tr("%1 could not be written: %2. Choose another place.").arg(file, writer.errorString()));
    });
    dialog->open();
}

} // namespace countercheck::ui
