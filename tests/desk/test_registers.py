"""What every register of the desk does, case by case."""

import csv
import io

import pytest

from desk.cases import CASES
from desk.pages import english_in, text_of
from factories.organs import OrganFactory
from gongkai.audit.models import AuditEntry

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize("case", CASES, ids=lambda case: case.register),
]


def listed(page):
    return [row.url for row in page.context["table"].rows]


def uploaded(content, name):
    file = io.BytesIO(content)
    file.name = name
    return file


def exported(response):
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_list_shows_the_records_of_the_own_organ_only(
    case, as_role, organ, other_organ
):
    own, foreign = case.make(organ), case.make(other_organ)

    page = as_role(case.writer).get(case.url("index"))

    assert case.row_url(own.pk) in listed(page)
    assert case.row_url(foreign.pk) not in listed(page)


def test_create_registers_the_record_and_journals_it(case, as_role, organ):
    browser = as_role(case.writer)
    before = set(case.viewset.model.objects.values_list("pk", flat=True))

    response = browser.post(case.url("add"), case.new(organ))

    (record,) = case.viewset.model.objects.exclude(pk__in=before)
    assert response.url == case.url("inspect", pk=record.pk)
    assert record.organ == organ
    entry = AuditEntry.objects.filter(subject=case.register).latest("pk")
    assert (entry.action, entry.organ_code) == ("登记", organ.code)


def test_wrong_input_is_refused_in_words_and_nothing_is_kept(case, as_role, organ):
    browser = as_role(case.writer)
    data = case.new(organ) | case.wrong
    before = case.viewset.model.objects.count()

    page = browser.post(case.url("add"), data)

    assert case.sentence in text_of(page)
    assert case.viewset.model.objects.count() == before


def test_edit_changes_the_record_and_journals_what_changed(case, as_role, organ):
    browser = as_role(case.writer)
    data = case.new(organ)
    browser.post(case.url("add"), data)
    record = case.viewset.model.objects.latest("pk")

    response = browser.post(case.url("edit", pk=record.pk), data | case.changed)

    assert response.url == case.url("inspect", pk=record.pk)
    entry = AuditEntry.objects.filter(subject=case.register).latest("pk")
    assert (entry.action, set(entry.detail)) == ("修改", set(case.changed))


def test_delete_asks_for_the_reason_then_removes(case, as_role, organ):
    browser, record = as_role(case.writer), case.make(organ)
    url = case.url("delete", pk=record.pk)

    asked = browser.post(url, {"reason": ""})
    done = browser.post(url, {"reason": "重复登记"})

    assert "请写明删除理由。" in text_of(asked)
    assert done.url == case.url("index")
    assert not case.viewset.model.objects.filter(pk=record.pk).exists()
    entry = AuditEntry.objects.filter(subject=case.register).latest("pk")
    assert (entry.action, entry.detail["reason"]) == ("删除", "重复登记")


def test_view_shows_the_record_and_its_journal(case, as_role, organ):
    browser = as_role(case.writer)
    browser.post(case.url("add"), case.new(organ))
    record = case.viewset.model.objects.latest("pk")

    page = browser.get(case.url("inspect", pk=record.pk))

    assert str(record) in text_of(page)
    assert "登记" in [entry.action for entry in page.context["journal"]]


def test_search_finds_the_words(case, as_role, organ):
    browser = as_role(case.writer)
    record = case.make(organ)

    found = browser.get(case.url("index"), {"q": case.words})
    missed = browser.get(case.url("index"), {"q": "没有的词"})

    assert listed(found) == [case.row_url(record.pk)]
    assert listed(missed) == []


def test_filters_narrow_the_list(case, as_role, organ):
    browser = as_role(case.writer)
    url = case.row_url(case.make(organ).pk)

    found = browser.get(case.url("index"), case.filters)
    missed = browser.get(case.url("index"), case.missed)

    assert url in listed(found)
    assert (url in listed(missed)) is (case.missed == {})


def test_a_wrong_filter_lists_nothing_and_says_so(case, as_role, organ):
    browser = as_role(case.writer)
    case.make(organ)
    wrong = dict.fromkeys(case.missed, "nonsense")

    page = browser.get(case.url("index"), wrong)
    file = browser.get(case.url("index"), wrong | {"export": "csv"})

    assert (listed(page) == []) is bool(wrong)
    assert ("筛选条件有误" in text_of(page)) is bool(wrong)
    assert file.headers["Content-Type"].startswith("text/html") is bool(wrong)


def test_export_holds_the_own_organ_only_and_follows_the_filters(
    case, as_role, organ, other_organ
):
    browser = as_role(case.writer)
    case.make(organ)
    case.make(other_organ)

    rows = exported(browser.get(case.url("index"), {"export": "csv"}))
    none = exported(browser.get(case.url("index"), {"export": "csv", "q": "没有的词"}))

    assert {row["机关代码"] for row in rows} == {organ.code}
    assert none == []


def test_export_can_be_imported_again_without_change(case, as_role, organ):
    browser = as_role(case.writer)
    case.make(organ)
    count = case.viewset.model.objects.count()
    table = browser.get(case.url("index"), {"export": "xlsx"})

    page = browser.post(
        case.url("import"), {"file": uploaded(table.content, "table.xlsx")}
    )

    result = page.context["result"]
    assert (result.added, result.changed, result.unchanged) == (0, 0, count)


def test_number_of_queries_is_the_same_for_one_and_three_rows(
    case, as_role, organ, django_assert_num_queries
):
    browser = as_role(case.writer)
    below = OrganFactory.create_batch(2, parent=organ)
    case.make(organ)
    browser.get(case.url("index"))
    with django_assert_num_queries(100, exact=False) as one:
        browser.get(case.url("index"))
    for place in below:
        case.make(place)

    with django_assert_num_queries(len(one)):
        browser.get(case.url("index"))


def test_a_record_of_another_organ_is_not_there(case, as_role, other_organ):
    browser = as_role(case.writer)
    foreign = case.make(other_organ)

    statuses = {
        name: browser.get(case.url(name, pk=foreign.pk)).status_code
        for name in ("inspect", "edit", "delete")
    }
    refused = browser.post(case.url("add") + f"?organ={other_organ.code}", {})

    assert statuses == {"inspect": 404, "edit": 404, "delete": 404}
    assert refused.status_code == 404


def test_pages_speak_chinese(case, as_role, organ):
    browser = as_role(case.writer)
    record = case.make(organ)
    urls = [
        case.url("index"),
        case.url("index") + "?q=zzz",
        case.url("add"),
        case.url("import"),
        *(case.url(name, pk=record.pk) for name in ("inspect", "edit", "delete")),
    ]

    pages = {url: browser.get(url) for url in urls}
    pages["wrong"] = browser.post(case.url("add"), case.new(organ) | case.wrong)

    for url, page in pages.items():
        assert english_in(text_of(page)) == [], url
