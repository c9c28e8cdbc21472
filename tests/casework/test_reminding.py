"""Who is told of what on a working day, once."""

from datetime import date

import pytest

from factories.casework import DisclosureRequestFactory, registered, take_steps
from factories.corrections import RecordCorrectionFactory
from factories.organs import OfficeFactory, OrganFactory, account_with_role
from gongkai.casework.models import CaseworkSettings, Reminder, UnitConsultation
from gongkai.casework.selectors.digest import digest_of
from gongkai.casework.services.reminding import remind
from gongkai.organs.roles import Role
from gongkai.statute.clock import Step, StepKind

pytestmark = pytest.mark.django_db

#: A Wednesday; the days after it work until Friday.
TODAY = date(2022, 4, 20)


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def officer(organ):
    return with_mail(account_with_role(Role.OGI_OFFICER, organ))


def with_mail(account):
    account.email = f"{account.username}@example.com"
    account.save()
    return account


def due(organ, day, **fields):
    return DisclosureRequestFactory(
        organ=organ, received_on=date(2022, 3, 1), due_on=day, **fields
    )


def told(account, today=TODAY):
    lines = digest_of(account, today).lines
    return {key: [one.pk for one in rows] for key, rows in lines.items() if rows}


class Post:
    """A mail server that takes everything, or nothing."""

    def __init__(self):
        self.works = True
        self.sent = []

    def __call__(self, account, digest):
        assert not digest.is_empty
        if self.works:
            self.sent.append(account)
        return self.works


@pytest.fixture
def post():
    return Post()


def remind_all(post, today=TODAY):
    return remind(today=today, send=post, progress=lambda *_: None)


def test_officer_is_told_what_is_late_due_and_soon_due(organ, officer):
    late = due(organ, date(2022, 4, 19))
    now = due(organ, TODAY)
    soon = due(organ, date(2022, 4, 25))
    due(organ, date(2022, 4, 26))

    # 24 April 2022 was a Sunday that worked: the third day ahead is that Sunday
    assert told(officer) == {"overdue": [late.pk], "due_today": [now.pk]}
    CaseworkSettings.objects.create(organ=organ, reminder_days=4)
    assert told(officer)["soon"] == [soon.pk]


def test_handler_is_told_of_his_own_cases_only(organ):
    handler = account_with_role(Role.OGI_REVIEWER, organ)
    own = due(organ, TODAY, handler=handler.person)
    due(organ, TODAY)

    assert told(handler) == {"due_today": [own.pk]}


def test_nobody_is_told_of_organs_below_that_have_their_own_officer(organ, officer):
    due(OrganFactory(parent=organ), TODAY)

    assert told(officer) == {}


def test_unconfirmed_request_is_told_after_one_working_day(organ, officer):
    old = due(organ, None, submitted_on=date(2022, 4, 18))
    new = due(organ, None, submitted_on=date(2022, 4, 19))
    type(old).objects.filter(pk__in=[old.pk, new.pk]).update(received_on=None)

    assert told(officer) == {"to_confirm": [old.pk]}


def test_consultation_whose_period_ended_is_told(organ, officer):
    case = registered(date(2022, 3, 28), organ=organ)
    asked = date(2022, 3, 29)
    step = Step(StepKind.THIRD_PARTY_CONSULTED, asked, received_on=asked, party="甲")
    take_steps(case, step)

    # fifteen working days from 29 March end on 20 April
    assert "run_out" not in told(officer, date(2022, 4, 20))
    assert told(officer, date(2022, 4, 21))["run_out"] == [case.pk]


def test_question_that_an_office_left_unanswered_is_told(organ, officer):
    case = due(organ, date(2022, 5, 20))
    UnitConsultation.objects.create(
        disclosure_request=case,
        office=OfficeFactory(organ=organ),
        question="有吗？",
        asked_on=date(2022, 4, 11),
        due_on=date(2022, 4, 19),
    )

    assert told(officer) == {"run_out": [case.pk]}


def test_overdue_case_reaches_the_heads(organ):
    office = OfficeFactory(organ=organ)
    director = account_with_role(Role.DIRECTOR, organ)
    head = account_with_role(Role.OFFICE_REVIEWER, organ)
    head.person.office = office
    head.person.save()
    late = due(organ, date(2022, 4, 19), office=office)
    other = due(organ, date(2022, 4, 19))

    assert told(director) == {"below": [late.pk, other.pk]}
    assert told(head) == {"below": [late.pk]}


def test_heads_are_not_told_where_the_organ_does_not_want_it(organ):
    director = account_with_role(Role.DIRECTOR, organ)
    due(organ, date(2022, 4, 19))
    CaseworkSettings.objects.create(organ=organ, tells_heads=False)

    assert told(director) == {}


def test_each_person_gets_one_mail_a_day(organ, officer, post):
    due(organ, TODAY)

    remind_all(post)
    remind_all(post)

    assert post.sent == [officer]


def test_nothing_is_sent_on_a_day_of_rest(organ, officer, post):
    due(organ, date(2022, 4, 19))

    remind_all(post, date(2022, 4, 23))

    assert post.sent == []


def test_nobody_without_something_to_do_gets_a_mail(organ, officer, post):
    remind_all(post)

    assert (post.sent, Reminder.objects.count()) == ([], 0)


def test_mail_that_failed_is_sent_when_the_server_works_again(organ, officer, post):
    due(organ, TODAY)
    post.works = False
    first = remind_all(post)
    post.works = True

    second = remind_all(post)

    assert (first.failed, second.sent) == (1, 1)
    assert Reminder.objects.get().state == "sent"


def test_mail_that_may_have_gone_out_is_not_sent_again(organ, officer, post):
    due(organ, TODAY)
    Reminder.objects.create(account=officer, on=TODAY, state="sending")

    remind_all(post)

    assert post.sent == []


def test_organ_can_do_without_mails(organ, officer, post):
    due(organ, TODAY)
    CaseworkSettings.objects.create(organ=organ, sends_reminders=False)

    remind_all(post)

    assert post.sent == []


def test_digest_asks_the_database_the_same_for_one_and_for_three(
    organ, officer, django_assert_max_num_queries
):
    due(organ, TODAY)
    digest_of(officer, TODAY)
    with django_assert_max_num_queries(30) as one:
        digest_of(officer, TODAY)
    due(organ, TODAY)
    due(organ, date(2022, 4, 19))
    with django_assert_max_num_queries(30) as three:
        digest_of(officer, TODAY)

    assert len(one) == len(three)


def test_the_officer_is_told_of_corrections_that_are_due(organ, officer):
    late = RecordCorrectionFactory(organ=organ, due_on=date(2022, 4, 19))
    RecordCorrectionFactory(organ=organ, due_on=date(2022, 5, 19))
    RecordCorrectionFactory(due_on=date(2022, 4, 19))

    (line,) = digest_of(officer, TODAY).lines["corrections"]

    assert (line.pk, line.what, line.page) == (late.pk, "更正", "correction:page")
    assert told(officer) == {"corrections": [late.pk]}


def test_who_handles_a_correction_alone_gets_the_mail(organ, post):
    handler = with_mail(account_with_role(Role.OGI_REVIEWER, organ))
    RecordCorrectionFactory(organ=organ, due_on=TODAY, handler=handler.person)

    remind_all(post)

    assert post.sent == [handler]
