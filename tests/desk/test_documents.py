"""The life of a normative document, on the desk."""

import pytest
from django.urls import reverse

from factories.organs import account_with_role
from factories.publishing import ItemFactory, NormativeDocumentFactory
from gongkai.organs.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(client):
    """A document of the organ whose officer is logged in."""
    made = NormativeDocumentFactory(item=ItemFactory(title="关于校外培训的意见"))
    made.organ = made.item.organ
    made.save()
    client.force_login(account_with_role(Role.OGI_OFFICER, made.organ))
    return made


def do(client, document, act, **values):
    address = reverse(f"normativedocument:{act}", args=[document.pk])
    return client.post(address, values, follow=True)


def test_an_officer_repeals_a_document_and_names_its_replacement(client, document):
    newer = NormativeDocumentFactory(organ=document.organ, title="新的意见")

    page = do(
        client,
        document,
        "repeal",
        on="2022-01-01",
        how="repealed",
        replaced_by=newer.number,
    )

    document.refresh_from_db()
    assert document.replaced_by == newer
    assert "新的意见" in page.content.decode()


def test_a_repealed_document_offers_no_second_repeal(client, document):
    do(client, document, "repeal", on="2022-01-01", how="repealed")

    page = client.get(reverse("normativedocument:inspect", args=[document.pk]))

    assert reverse("normativedocument:repeal", args=[document.pk]) not in (
        page.content.decode()
    )


def test_a_day_before_issue_is_refused_with_the_reason(client, document):
    page = do(client, document, "repeal", on="2020-01-01", how="repealed")

    document.refresh_from_db()
    assert document.ended_on is None
    assert "早于制发日期" in page.content.decode()


def test_the_steps_of_its_making_stand_on_its_page(client, document):
    page = do(
        client,
        document,
        "proceeding",
        kind="consultation",
        on="2021-01-20",
        result="公开征求意见30日，没有收到意见",
    )

    assert "征求意见 · 2021-01-20" in page.content.decode()


def test_the_public_page_leads_to_the_replacement(client, document):
    newer = NormativeDocumentFactory(
        organ=document.organ, item=ItemFactory(organ=document.organ), title="新的意见"
    )
    do(
        client,
        document,
        "repeal",
        on="2022-01-01",
        how="repealed",
        replaced_by=newer.number,
    )

    page = client.get(
        reverse("portal:item", args=[document.organ.code, document.item.pk])
    ).content.decode()

    assert "本文件已废止" in page
    assert reverse("portal:item", args=[newer.organ.code, newer.item.pk]) in page
