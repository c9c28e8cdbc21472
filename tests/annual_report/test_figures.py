from decimal import Decimal

import pytest

from factories.casework import DisclosureRequestFactory
from factories.ledger import LedgerEntryFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.annual_report.counting import count_tables
from gongkai.annual_report.figures import (
    figure_at,
    figure_records,
    printed,
    prose_figures,
    table_figures,
)
from gongkai.statute.annual_report.cells import cell_value
from gongkai.statute.annual_report.format import load_format
from gongkai.statute.annual_report.grid import grids
from gongkai.statute.errors import GongkaiError


@pytest.mark.django_db
def test_every_cell_counts_what_its_click_opens():
    organ = OrganFactory()
    LedgerEntryFactory.create_batch(2, organ=organ, quantity=3)
    LedgerEntryFactory(organ=organ, fee=True)
    NormativeDocumentFactory(organ=organ)
    DisclosureRequestFactory(organ=organ)
    DisclosureRequestFactory(
        organ=organ, outcome="withheld.state_secret", closed_on="2021-06-20"
    )
    LedgerEntryFactory()
    report = count_tables(organ, 2021)

    for path, figure in table_figures().items():
        assert figure.value(organ, 2021) == cell_value(report, path), path


def test_the_figures_cover_every_cell_that_is_printed():
    printed_paths = {
        cell.path
        for grid in grids(load_format("2021"))
        for row in grid.rows
        for cell in row
        if cell.path
    }

    assert printed_paths == set(table_figures())


@pytest.mark.django_db
def test_figure_records_finds_prose_figures_by_their_exchange_path():
    item = ItemFactory(channels=["government_website"])
    ItemFactory(organ=item.organ, channels=["wechat"])

    figure, records = figure_records(
        item.organ, 2021, "figures.items.government_website"
    )

    assert figure.label == "政府网站公开信息"
    assert list(records) == [item]


@pytest.mark.parametrize("path", ["", "figures.none", "table3.total", "table9.a.b"])
def test_an_unknown_figure_is_refused_in_words(path):
    with pytest.raises(GongkaiError, match="没有"):
        figure_at(path)


def test_prose_figures_are_told_apart_by_their_key():
    assert all(key == figure.key for key, figure in prose_figures().items())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (64, "64"),
        (Decimal("400.00"), "400"),
        (Decimal(0), "0"),
        (Decimal("12.50"), "12.5"),
        (Decimal(100), "100"),
        (None, ""),
    ],
)
def test_printed_writes_a_figure_as_prose_does(value, text):
    assert printed(value) == text
