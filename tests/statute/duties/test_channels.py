import pytest

from gongkai.statute.duties import (
    CHANNELS,
    channels_in,
    checklist,
    duty_templates,
    kept,
)
from gongkai.statute.errors import StatuteError


def test_a_checklist_reads_back_as_it_was_printed():
    used = ("政府网站", "社区/企事业单位/村公示栏（电子屏）")

    assert channels_in(checklist(used)) == used
    assert channels_in(kept(used)) == used


def test_an_unknown_channel_is_refused_with_the_known_ones():
    with pytest.raises(StatuteError, match="“村口喇叭”不在公开渠道里。可填：政府网站"):
        channels_in("■村口喇叭 □政府网站")


def test_the_templates_use_the_checklists_words():
    used = {
        channel
        for template in duty_templates()
        for row in template.rows
        for channel in row.channels
    }

    assert used - set(CHANNELS) == set()
