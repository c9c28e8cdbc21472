"""The places of organs in their tree: the path of each, and no circles."""

from collections import defaultdict

from gongkai.organs.models import Organ
from gongkai.statute.errors import GongkaiError

_BATCH = 500


def settle_paths() -> None:
    """Give every organ the path that its place in the tree asks for.

    An organ that is saved keeps its own path; those below it are settled here, when
    it got another parent or code. Permissions go by the paths.
    """
    organs = {organ.pk: organ for organ in Organ.objects.only("code", "parent", "path")}
    below = defaultdict(list)
    for organ in organs.values():
        below[organ.parent_id].append(organ)
    moved = []
    waiting = [(organ, "") for organ in below[None]]
    while waiting:
        organ, above = waiting.pop()
        path = f"{above}{organ.code}/"
        if organ.path != path:
            organ.path = path
            moved.append(organ)
        waiting += [(child, path) for child in below[organ.pk]]
    Organ.objects.bulk_update(moved, ["path"], batch_size=_BATCH)


def refuse_circle(organ: Organ) -> None:
    """Refuse a parent that is the organ itself or stands below it."""
    above = organ.parent
    while above is not None:
        if above.pk == organ.pk:
            raise GongkaiError(
                f"{organ.parent}是{organ}自己或者它的下级，不能作它的上级。请另选上级机关。"
            )
        above = above.parent
