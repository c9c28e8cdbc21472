"""文件清理 on the desk."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from desk.pages import text_of
from factories.organs import OrganFactory, account_with_role
from factories.publishing import NormativeDocumentFactory
from gongkai.organs.roles import Role
from gongkai.publishing.models import Cleanup

pytestmark = pytest.mark.django_db


@pytest.fixture
def cleanup(client):
    """A clean-up of one document, begun by the officer who is logged in."""
    organ = OrganFactory()
    NormativeDocumentFactory(organ=organ)
    client.force_login(account_with_role(Role.OGI_OFFICER, organ))
    values = {"organ": organ.pk, "title": "2026年清理", "effective_on": "2026-03-02"}
    client.post(reverse("cleanups:index"), values)
    return Cleanup.objects.get()


def send(client, cleanup, **values):
    address = reverse("cleanups:page", args=[cleanup.pk])
    return client.post(address, values, follow=True)


def propose(client, cleanup, proposal, reason):
    pk = cleanup.lines.get().pk
    return send(client, cleanup, **{f"proposal-{pk}": proposal, f"reason-{pk}": reason})


def test_a_proposal_is_kept_and_applied_with_one_confirmation(client, cleanup):
    propose(client, cleanup, "repeal", "不再适用")

    page = send(client, cleanup, apply="1")

    document = cleanup.lines.get().document
    assert (str(document.ended_on), document.ended_how) == ("2026-03-02", "repealed")
    assert "清理已办结，1件文件的效力有变化。" in text_of(page)


def test_a_proposal_without_a_reason_says_what_to_do(client, cleanup):
    page = propose(client, cleanup, "repeal", "")

    assert "要写明废止的理由" in text_of(page)


def test_the_list_comes_as_a_table(client, cleanup):
    content = client.get(reverse("cleanups:export", args=[cleanup.pk])).content

    rows = list(load_workbook(io.BytesIO(content)).active.values)
    assert rows[1][0] == "关于规范校外培训的意见"
    assert rows[1][4] == "继续有效"


def test_another_organ_does_not_see_it(client, cleanup):
    client.force_login(account_with_role(Role.OGI_OFFICER, OrganFactory()))

    page = client.get(reverse("cleanups:page", args=[cleanup.pk]))

    assert page.status_code == 404
