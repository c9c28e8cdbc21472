import pytest
from django.urls import reverse

from gongkai.casework.models import CaseworkSettings

pytestmark = pytest.mark.django_db


def test_the_page_says_who_with_what_and_where(client, organ):
    page = client.get(reverse("portal:correction", args=[organ.code]))

    assert page.status_code == 200
    contacts = [contact.value for contact in page.context["contacts"]]
    assert contacts == [organ.phone]
    assert page.context["working_days"] == 20


def test_the_period_is_the_organs_own(client, organ):
    CaseworkSettings.objects.create(organ=organ, correction_working_days=10)

    page = client.get(reverse("portal:correction", args=[organ.code]))

    assert "10个工作日内办结" in page.content.decode()


def test_the_page_of_requests_leads_there(client, organ):
    page = client.get(reverse("portal:apply", args=[organ.code])).content.decode()

    assert page.count(f'href="/o/{organ.code}/correction/"') == 1
