"""错敏词库: kept by the organ, filled from the shipped list, used by the check."""

import pytest

from desk.pages import text_of
from factories.organs import OrganFactory, account_with_role
from factories.publishing import draft_of
from gongkai.organs.roles import Role
from gongkai.publishing.models import Item, LexiconWord
from gongkai.publishing.screening import LexiconEntry, lexicon_check
from gongkai.publishing.services import (
    adopt_example_words,
    example_words,
    screen_item,
)
from gongkai.statute.errors import GongkaiError

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, organ):
    account = account_with_role(Role.OGI_OFFICER, organ)
    client.force_login(account)
    return account


def test_the_shipped_words_find_each_wrong_one_and_no_right_one():
    words = example_words()
    check = lexicon_check([LexiconEntry(*pair) for pair in words.items()])

    assert [hit.text for hit in check("，".join(words))] == list(words)
    assert list(check("，".join(words.values()))) == []


def test_the_example_is_taken_over_once_and_own_words_stay(client, organ, officer):
    LexiconWord.objects.create(organ=organ, word="按排", suggestion="统筹安排")

    page = client.post("/desk/lexicon/example/", {"organ": organ.pk}, follow=True)

    assert f"已载入{len(example_words()) - 1}个词语" in text_of(page)
    assert LexiconWord.objects.get(word="按排").suggestion == "统筹安排"
    assert adopt_example_words(organ=organ, actor=officer) == 0


def test_the_page_lists_the_words_before_they_are_taken_over(client, officer):
    page = text_of(client.get("/desk/lexicon/example/"))

    assert "布署 部署" in page


def test_words_of_an_organ_above_count_below(officer, organ):
    below = OrganFactory(parent=organ)
    LexiconWord.objects.create(organ=organ, word="布署", suggestion="部署")
    draft = draft_of(account_with_role(Role.CLERK, below))
    Item.objects.filter(pk=draft.pk).update(title="布署会")

    screen_item(item=draft)

    assert draft.findings.get().advice == "建议写作“部署”。"


def test_nobody_fills_the_list_of_another_organ(officer):
    with pytest.raises(GongkaiError, match="没有维护"):
        adopt_example_words(organ=OrganFactory(), actor=officer)
