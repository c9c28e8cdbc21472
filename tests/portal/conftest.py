import re
from datetime import date
from decimal import Decimal

import lxml.etree
import lxml.html
import pytest

from factories.annual_report import AnnualReportFactory
from factories.catalogue import CategoryFactory, GuideFactory
from factories.organs import OrganFactory
from factories.publishing import ItemFactory
from gongkai.annual_report.models import ReportStatus
from gongkai.statute.annual_report.cells import empty_report, set_cell
from gongkai.statute.annual_report.format import load_format


@pytest.fixture
def organ():
    return OrganFactory(
        code="YX01",
        name="云溪县示例局",
        address="云溪县春风路1号",
        phone="0000-1234567",
        site_id_code="0000000001",
        icp_number="示例ICP备00000000号",
        website="https://www.yunxi.example/slj/",
    )


@pytest.fixture
def category(organ):
    return CategoryFactory(organ=organ, code="F01", name="政策文件")


@pytest.fixture
def item(organ, category):
    """A published item; tests change it to what must not be seen."""
    return ItemFactory(
        organ=organ,
        category=category,
        number="YX01/2021-00001",
        title="关于做好防汛工作的通知",
        document_number="云示〔2021〕7号",
        body="各股室：\n请做好防汛工作。\n云溪县示例局\n2021年5月20日",
    )


@pytest.fixture
def guide(organ):
    return GuideFactory(organ=organ, work_body="云溪县示例局办公室")


def document(organ_name="云溪县示例局", year=2021):
    """A report as it is published, with four figures stated."""
    report = empty_report(organ_name, year, load_format("2021"))
    report["sections"]["overview"] = "（一）主动公开。通过政府网站公开信息64条。"
    report["figures"] = {"items.government_website": 64}
    set_cell(report, "table2.administrative_licensing.decisions", 588)
    set_cell(report, "table2.administrative_fees.amount_10k_yuan", Decimal("2673.5355"))
    set_cell(report, "table3.total.new", 0)
    return report


@pytest.fixture
def published(organ):
    """Make published reports: ``published(2021)``."""

    def make(year, **fields):
        return AnnualReportFactory(
            organ=organ,
            year=year,
            status=ReportStatus.PUBLISHED,
            published_on=date(year + 1, 1, 20),
            published=document(year=year),
            **fields,
        )

    return make


class Shown(lxml.html.HtmlElement):
    """An element of a page that was shown."""

    def select(self, selector):
        """Find by names, .classes, #ids and [attributes], below or > inside."""
        axes = {" ": "//", " > ": "/"}
        path = "descendant::"
        for part in re.split(r"( > | )", selector):
            path += axes.get(part) or _step(part)
        return self.xpath(path)


def _step(part):
    name = re.match(r"\w*", part)[0] or "*"
    classes = re.findall(r"\.([\w-]+)", part)
    conditions = [f"contains(concat(' ', @class, ' '), ' {one} ')" for one in classes]
    conditions += [f"@id='{one}'" for one in re.findall(r"#([\w-]+)", part)]
    conditions += [f"@{one}" for one in re.findall(r"\[([^]]+)\]", part)]
    return name + "".join(f"[{condition}]" for condition in conditions)


_PARSER = lxml.html.HTMLParser(encoding="utf-8")
_PARSER.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=Shown))


@pytest.fixture
def page(client):
    """Fetch an address and parse what came; another status than asked for fails."""

    def fetch(address, status=200):
        response = client.get(address)
        assert response.status_code == status
        return lxml.html.document_fromstring(response.content, parser=_PARSER)

    return fetch


@pytest.fixture
def words():
    """Return the visible words of an element, without the white space of the file."""

    def of(element):
        return "".join(element.text_content().split())

    return of
