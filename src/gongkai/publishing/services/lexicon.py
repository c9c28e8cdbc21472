"""The organ's list of wrong words: the shipped example taken over."""

import tomllib
from importlib import resources
from typing import Any

from django.db import transaction

from gongkai.organs.models import Organ
from gongkai.organs.permissions import may
from gongkai.organs.roles import Action
from gongkai.organs.services import register_record
from gongkai.publishing.models import LexiconWord
from gongkai.statute.errors import GongkaiError

LEXICON = "publishing.lexiconword"


def example_words() -> dict[str, str]:
    """Return the shipped words, each with its right writing."""
    file = resources.files("gongkai.publishing.screening") / "lexicon_example.toml"
    words: dict[str, str] = tomllib.loads(file.read_text("utf-8"))["words"]
    return words


@transaction.atomic
def adopt_example_words(*, organ: Organ, actor: Any) -> int:
    """Add the shipped words that the organ's list lacks; return how many.

    What the organ wrote for a word of its own stays as it is.
    """
    if actor is not None and not may(actor, LEXICON, Action.ADD, organ):
        raise GongkaiError(f"您没有维护{organ}词库的权限，请交由有权限的同事办理。")
    known = set(LexiconWord.objects.filter(organ=organ).values_list("word", flat=True))
    missing = [pair for pair in example_words().items() if pair[0] not in known]
    for word, suggestion in missing:
        record = LexiconWord(organ=organ, word=word, suggestion=suggestion)
        register_record(record=record, actor=actor)
    return len(missing)
