import random
from datetime import date, timedelta

import pytest

from factories.organs import OrganFactory
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.publishing.figures import FIGURES
from gongkai.publishing.models import Channel, ItemStatus
from gongkai.publishing.models.normative_document import DocumentKind
from gongkai.publishing.selectors import (
    document_groups,
    documents_in_cell,
    documents_in_force,
    items_disclosed,
    published_items,
)
from gongkai.statute.annual_report.tabulation import LedgerTotals, tabulate_ledger
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db

COLUMNS = ("issued", "repealed", "in_force")


@pytest.fixture
def organ():
    return OrganFactory()


def test_published_items_are_newest_first_without_drafts_and_withdrawn(organ):
    ItemFactory(organ=organ, status=ItemStatus.DRAFT)
    ItemFactory(organ=organ, status=ItemStatus.WITHDRAWN)
    older = ItemFactory(organ=organ, disclosed_on=date(2021, 1, 4))
    newer = ItemFactory(organ=organ, disclosed_on=date(2021, 2, 4))

    assert list(published_items(organ)) == [newer, older]


def test_published_items_of_no_organ_are_those_of_all(organ):
    items = {ItemFactory(organ=organ), ItemFactory()}

    assert set(published_items()) == items
    assert published_items(organ).count() == 1


def test_items_disclosed_are_those_of_the_year(organ):
    first = ItemFactory(organ=organ, disclosed_on=date(2021, 1, 1))
    last = ItemFactory(organ=organ, disclosed_on=date(2021, 12, 31))
    ItemFactory(organ=organ, disclosed_on=date(2020, 12, 31))
    ItemFactory(organ=organ, disclosed_on=date(2022, 1, 1))
    ItemFactory(organ=organ, status=ItemStatus.WITHDRAWN)

    assert list(items_disclosed(organ, 2021)) == [last, first]


def test_items_disclosed_on_a_channel_counts_an_item_once(organ):
    both = ItemFactory(organ=organ, channels=[Channel.WECHAT, Channel.BOARD])
    ItemFactory(organ=organ, channels=[Channel.BOARD])

    assert list(items_disclosed(organ, 2021, Channel.WECHAT)) == [both]
    assert items_disclosed(organ, 2021).count() == 2


def test_items_disclosed_refuses_an_unknown_channel(organ):
    with pytest.raises(GongkaiError, match="没有“pigeon”这个公开渠道"):
        items_disclosed(organ, 2021, "pigeon")


def test_documents_in_force_are_those_that_have_not_ended(organ):
    holds = NormativeDocumentFactory(organ=organ)
    NormativeDocumentFactory(organ=organ, ended_on=date(2021, 12, 1))

    assert list(documents_in_force(organ)) == [holds]


@pytest.mark.parametrize(
    ("issued_on", "ended_on", "columns"),
    [
        (date(2021, 1, 1), None, {"issued", "in_force"}),
        (date(2020, 12, 31), None, {"in_force"}),
        (date(2021, 12, 31), date(2022, 1, 1), {"issued", "in_force"}),
        (date(2021, 1, 1), date(2021, 12, 31), {"issued", "repealed"}),
        (date(2020, 12, 31), date(2021, 1, 1), {"repealed"}),
        (date(2020, 1, 1), date(2020, 12, 31), set()),
        (date(2022, 1, 1), None, set()),
    ],
)
def test_a_document_on_the_border_of_the_year_opens_in_its_columns(
    organ, issued_on, ended_on, columns
):
    document = NormativeDocumentFactory(
        organ=organ, issued_on=issued_on, ended_on=ended_on
    )
    kind = document.kind

    opened = {
        column
        for column in COLUMNS
        if document in documents_in_cell(organ, 2021, kind, column)
    }

    assert opened == columns


def test_every_document_cell_of_table_two_opens_exactly_what_it_counts(organ):
    choose = random.Random(5)  # noqa: S311
    for _ in range(120):
        issued_on = date(2020, 6, 1) + timedelta(days=choose.randrange(700))
        ended_on = issued_on + timedelta(days=choose.randrange(500))
        NormativeDocumentFactory(
            organ=organ,
            kind=choose.choice(DocumentKind.values),
            issued_on=issued_on,
            ended_on=choose.choice((None, ended_on)),
        )
    NormativeDocumentFactory()
    documents = tuple(document_groups(organ, 2021))
    table = tabulate_ledger(LedgerTotals(documents=documents))

    opened = {
        kind: {c: documents_in_cell(organ, 2021, kind, c).count() for c in COLUMNS}
        for kind in DocumentKind.values
    }

    assert opened == {kind: table[kind] for kind in DocumentKind.values}
    assert all(count for cells in opened.values() for count in cells.values())


def test_document_groups_takes_one_query(organ, django_assert_num_queries):
    NormativeDocumentFactory(organ=organ)

    with django_assert_num_queries(1):
        assert len(document_groups(organ, 2021)) == 1


@pytest.mark.parametrize(
    ("kind", "column"), [("laws", "issued"), ("regulations", "burnt")]
)
def test_documents_in_cell_refuses_a_cell_that_the_table_has_not(organ, kind, column):
    with pytest.raises(GongkaiError, match="表二没有"):
        documents_in_cell(organ, 2021, kind, column)


def test_figures_count_items_by_channel(organ):
    ItemFactory(organ=organ, channels=[Channel.WECHAT, Channel.GOVERNMENT_WEBSITE])
    ItemFactory(organ=organ, channels=[Channel.GOVERNMENT_WEBSITE])
    ItemFactory(organ=organ)

    counted = {figure.key: figure.value(organ, 2021) for figure in FIGURES}

    assert counted == {
        "items.disclosed": 3,
        **{f"items.{channel}": 0 for channel in Channel.values},
        "items.wechat": 1,
        "items.government_website": 2,
    }
