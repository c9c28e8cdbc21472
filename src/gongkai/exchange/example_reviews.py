"""The review of an example's published items, written as it must have been.

The published report says that items pass three levels (三审三校) and not who did it,
so persons and days are made by a rule (examples/README.md): a clerk of the office,
else the OGI officer, submits; the head of the office, the OGI office and the leader
approve, on the last working weekdays up to the day of publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from gongkai.audit.services import record
from gongkai.organs.models import Account, Organ, Person
from gongkai.organs.roles import Role
from gongkai.publishing.content import ItemContent, content_of
from gongkai.publishing.models import Item, ItemRevision, ItemStatus, ReviewEntry
from gongkai.publishing.permissions import REGISTER
from gongkai.statute.errors import GongkaiError
from gongkai.statute.review import ReviewAct, ReviewLevel, ReviewRules, review_standing
from gongkai.statute.review.standing import ReviewState

_SATURDAY = 5
#: Act, level, who may have done it in this order, weekdays before, time of day.
_COURSE = (
    (ReviewAct.SUBMITTED, None, (Role.CLERK, Role.OGI_OFFICER), 3, time(9)),
    (ReviewAct.APPROVED, ReviewLevel.FIRST, (Role.OFFICE_REVIEWER,), 2, time(10, 30)),
    (ReviewAct.APPROVED, ReviewLevel.SECOND, (Role.OGI_REVIEWER,), 1, time(15)),
    (ReviewAct.APPROVED, ReviewLevel.THIRD, (Role.RELEASE_REVIEWER,), 0, time(16)),
)


def account_of(person: Person) -> Account:
    """Return the login named by the person's number; a new one has no password yet."""
    username = person.number.lower()
    account = person.account or Account.objects.filter(username=username).first()
    if account is None:
        account = Account(username=username)
        account.set_unusable_password()
    account.last_name, account.first_name = person.name[:1], person.name[1:]
    account.save()
    if person.account_id is None:
        person.account = account
        person.save(update_fields=["account"])
    return account


def write_reviews() -> int:
    """Give every published item without a trail its three approvals.

    Returns how many. Raises ``GongkaiError`` when an organ lacks a person for a level.
    """
    items = list(
        Item.objects.filter(status=ItemStatus.PUBLISHED, review_entries=None)
        .select_related("organ", "office")
        .prefetch_related("attachments")
    )
    people = _People()
    passages = [_Passage(item, content_of(item), people) for item in items]
    for passage in passages:
        passage.mark_item()
    _keep(passages)
    for organ in {item.organ for item in items}:
        _journal(organ, sum(item.organ == organ for item in items))
    return len(items)


class _People:
    """Who holds which role, with a login; looked up once for each office."""

    def __init__(self) -> None:
        self._found: dict[tuple[Role, int, int | None], Account | None] = {}

    def one_of(self, roles: tuple[Role, ...], item: Item) -> Account:
        for role in roles:
            if account := self._holder(role, item):
                return account
        raise GongkaiError(
            f"示例里的{item.organ}没有“{item.office or item.organ}”的"
            f"“{roles[0].label}”，信息的审核记录写不出来。请在 people.csv 里补上。"
        )

    def _holder(self, role: Role, item: Item) -> Account | None:
        of_office = role in (Role.CLERK, Role.OFFICE_REVIEWER)
        key = (role, item.organ_id, item.office_id if of_office else None)
        if key not in self._found:
            holders = Person.objects.filter(roles__role=role, organ=item.organ)
            if of_office:
                holders = holders.filter(office=item.office)
            person = holders.select_related("account").order_by("pk").first()
            self._found[key] = account_of(person) if person else None
        return self._found[key]


@dataclass
class _Passage:
    """One item on its way: its content and the acts that let it out."""

    item: Item
    content: ItemContent
    people: _People

    def entries(self) -> Iterator[ReviewEntry]:
        """Yield the acts in their order."""
        for position, (act, level, roles, days, at) in enumerate(_COURSE, start=1):
            yield ReviewEntry(
                item=self.item,
                position=position,
                act=act.value,
                level=level,
                account=self.people.one_of(roles, self.item),
                content=self.content.fingerprint,
                levels="123" if act is ReviewAct.SUBMITTED else "",
                at=_moment(self.item, days, at),
            )

    def mark_item(self) -> None:
        """Put on the item what its trail says; the trail has to hold by the law."""
        entries = list(self.entries())
        author = entries[0].account
        standing = review_standing(
            [entry.as_step() for entry in entries],
            ReviewRules(),
            [str(author.pk if author else "")],
        )
        self.item.author = author
        self.item.review_state = ReviewState(standing.state).value
        self.item.review_level = standing.level
        self.item.waiting_since = self.item.published_at = entries[-1].at

    def revision(self) -> ItemRevision:
        """Return the content as it was submitted."""
        return ItemRevision(
            item=self.item,
            content=self.content.fingerprint,
            values=self.content.values,
            files=self.content.files,
            account=self.item.author,
        )


def _keep(passages: list[_Passage]) -> None:
    ReviewEntry.objects.bulk_create(
        entry for passage in passages for entry in passage.entries()
    )
    revisions = ItemRevision.objects.bulk_create(
        passage.revision() for passage in passages
    )
    for revision in revisions:
        revision.at = _moment(revision.item, _COURSE[0][3], _COURSE[0][4])
    ItemRevision.objects.bulk_update(revisions, ["at"])
    Item.objects.bulk_update(
        [passage.item for passage in passages],
        ["author", "review_state", "review_level", "waiting_since", "published_at"],
    )


def _moment(item: Item, days: int, at: time) -> datetime:
    """Return the moment so many weekdays before publication, not before formation."""
    day: date = item.disclosed_on or item.formed_on
    for _ in range(days):
        day -= timedelta(days=1)
        while day.weekday() >= _SATURDAY:
            day -= timedelta(days=1)
    return timezone.make_aware(datetime.combine(max(day, item.formed_on), at))


def _journal(organ: Organ, count: int) -> None:
    record(
        actor=None,
        action="装入审核记录",
        subject=REGISTER,
        subject_key="example",
        organ_code=organ.code,
        detail={"items": count},
    )
