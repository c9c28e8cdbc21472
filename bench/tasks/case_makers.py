"""Invented open and closed requests with their steps, the same ones at every run."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from gongkai.casework.models import CaseStep, DisclosureRequest
from gongkai.statute.applicants import ApplicantKind
from gongkai.statute.calendar import WorkingDays
from gongkai.statute.clock import Channel, StepKind
from gongkai.statute.outcomes import Outcome

TODAY = date(2026, 9, 15)
#: The latest open request came yesterday, the oldest so many days before.
OLDEST = 60
#: One request in so many belongs to the first organ.
LARGE = 20
#: Kind and working day after receipt of each step, and how many in a hundred cases.
_COURSES: dict[tuple[tuple[StepKind, int], ...], int] = {
    (): 55,
    ((StepKind.EXTENDED, 18),): 15,
    ((StepKind.AMENDMENT_REQUESTED, 5),): 6,
    ((StepKind.AMENDMENT_REQUESTED, 5), (StepKind.AMENDED, 9)): 6,
    ((StepKind.THIRD_PARTY_CONSULTED, 4),): 5,
    ((StepKind.THIRD_PARTY_CONSULTED, 4), (StepKind.THIRD_PARTY_REPLIED, 14)): 5,
    ((StepKind.OTHER_ORGAN_CONSULTED, 6), (StepKind.OTHER_ORGAN_REPLIED, 12)): 5,
    ((StepKind.FEE_NOTIFIED, 10), (StepKind.FEE_PAID, 15)): 3,
}
_CHANNELS = {
    Channel.ONLINE: 40,
    Channel.IN_PERSON: 25,
    Channel.POST_SIGNED: 25,
    Channel.EMAIL: 10,
}
_CALENDAR = WorkingDays.load_all()
_CONFIRMED_AFTER = 1


def requests(
    organs: Sequence[int], count: int, open_share: float
) -> Iterator[DisclosureRequest]:
    """Make requests, none of them saved; the copies of open ones are left empty."""
    random = Random(2026)  # noqa: S311
    channels, kinds = list(_CHANNELS), [kind.value for kind in ApplicantKind]
    weights = list(_CHANNELS.values())
    for n in range(count):
        came = TODAY - timedelta(days=random.randint(1, OLDEST))
        channel = random.choices(channels, weights)[0]
        confirmed = channel not in (Channel.ONLINE, Channel.EMAIL)
        one = DisclosureRequest(
            organ_id=organs[0 if n % LARGE == 0 else n % len(organs)],
            number=f"2026-{n:07d}",
            applicant_kind=random.choice(kinds),
            channel=channel.value,
            subject="申请公开教师招聘方案。",
            submitted_on=came,
            received_on=came if confirmed else None,
        )
        if random.random() >= open_share:
            _end(one, came, random)
        yield one


def steps(saved: Sequence[DisclosureRequest], seed: int) -> Iterator[CaseStep]:
    """Make the steps of saved requests up to today."""
    random = Random(seed)  # noqa: S311
    courses, weights = list(_COURSES), list(_COURSES.values())
    for one in saved:
        if one.closed_on is not None or one.submitted_on is None:
            continue
        done = list(random.choices(courses, weights)[0])
        received_on = one.submitted_on
        if one.received_on is None:
            received_on += timedelta(days=_CONFIRMED_AFTER)
            done.insert(0, (StepKind.RECEIPT_CONFIRMED, 0))
        for place, (kind, day) in enumerate(done, 1):
            on = _CALENDAR.add(received_on, day)
            if on > TODAY:
                break
            yield CaseStep(
                disclosure_request=one, position=place, kind=kind.value, on=on
            )


def _end(one: DisclosureRequest, came: date, random: Random) -> None:
    one.received_on = came
    one.closed_on = came + timedelta(days=random.randrange(30))
    one.outcome = random.choice(list(Outcome)).value
    one.due_on = came + timedelta(days=28)
    one.state = "decided"
