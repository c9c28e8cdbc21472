"""The page of a finished extraction shows an officer only his own organ's files."""

import pytest
from django.urls import reverse

from desk.pages import text_of
from factories.organs import OrganFactory, account_with_role
from factories.publishing import ItemFactory
from gongkai.jobs.models import Job, JobState
from gongkai.organs.roles import Role
from gongkai.publishing.extraction import EXTRACT

pytestmark = pytest.mark.django_db


def failure_in(item, title):
    return {"item": item.pk, "title": title, "problem": "文件设了打开密码。"}


def test_the_page_names_the_unread_files_of_the_own_organ(client):
    own, other = ItemFactory(organ=OrganFactory()), ItemFactory()
    officer = account_with_role(Role.OGI_OFFICER, own.organ)
    job = Job.objects.create(
        kind=EXTRACT,
        state=JobState.DONE,
        started_by=officer,
        result={
            "counts": {"read": 3, "failed": 2},
            "failed": [failure_in(own, "锁.docx"), failure_in(other, "别家.docx")],
        },
    )
    client.force_login(officer)

    page = text_of(client.get(reverse("desk_jobs:job", args=[job.pk])))

    assert "已提取 3 件，不能读取 2 件。" in page
    assert "锁.docx" in page
    assert "别家.docx" not in page
