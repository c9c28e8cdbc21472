"""A second clock, written from the law file alone, that walks day by day.

It shares nothing with ``gongkai.statute.clock``: its working days are the off-days and
make-up days printed in the law file, it knows no due-day formula, and it finds a limit
by crossing off one day after another. Where both agree on a million random histories,
an error would have to be made twice in two ways.
"""

import re
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

# law file, request_procedure.md §7: "Off-days and make-up days used"
ARRANGEMENTS = """
2021 off 01-01~03, 02-11~17, 04-03~05, 05-01~05, 06-12~14, 09-19~21, 10-01~07;
  make-up 02-07, 02-20, 04-25, 05-08, 09-18, 09-26, 10-09
2022 off 01-01~03, 01-31~02-06, 04-03~05, 04-30~05-04, 06-03~05, 09-10~12,
  10-01~07, 12-31; make-up 01-29, 01-30, 04-02, 04-24, 05-07, 10-08, 10-09
2023 off 01-01~02, 01-21~27, 04-05, 04-29~05-03, 06-22~24, 09-29~10-06, 12-30~31;
  make-up 01-28, 01-29, 04-23, 05-06, 06-25, 10-07, 10-08
2024 off 01-01, 02-10~17, 04-04~06, 05-01~05, 06-08~10, 09-15~17, 10-01~07;
  make-up 02-04, 02-18, 04-07, 04-28, 05-11, 09-14, 09-29, 10-12
2025 off 01-01, 01-28~02-04, 04-04~06, 05-01~05, 05-31~06-02, 10-01~08;
  make-up 01-26, 02-08, 04-27, 09-28, 10-11
2026 off 01-01~03, 02-15~23, 04-04~06, 05-01~05, 06-19~21, 09-25~27, 10-01~07;
  make-up 01-04, 02-14, 02-28, 05-09, 09-20, 10-10
"""
YEAR = re.compile(r"(\d{4}) off (.+?);\s+make-up (.+?)(?=\n\d{4} |\Z)", re.DOTALL)


def days_of(year, text):
    for part in re.split(r",\s*", text.strip()):
        first, _, last = part.partition("~")
        month, day = first.split("-")
        end = last if "-" in last else f"{month}-{last or day}"
        running = date(int(year), int(month), int(day))
        while running <= date(int(year), *map(int, end.split("-"))):
            yield running
            running += ONE_DAY


OFF, MADE_UP = set(), set()
for year, off, made_up in YEAR.findall(ARRANGEMENTS):
    OFF |= set(days_of(year, off))
    MADE_UP |= set(days_of(year, made_up))


def is_worked(day):
    assert 2021 <= day.year <= 2026, day
    return day in MADE_UP or (day.weekday() < 5 and day not in OFF)


class Period:
    """Working days of somebody, crossed off one by one; the last one still belongs."""

    def __init__(self, received, length):
        self.received = received
        self.left = length
        self.last_day = None

    def cross_off(self, day):
        if day > self.received and is_worked(day) and self.last_day is None:
            self.left -= 1
            if not self.left:
                self.last_day = day

    def is_over(self, day):
        return self.last_day is not None and day > self.last_day


class Until:
    """A period that ends on a date; a rest day gives way to the next working day."""

    def __init__(self, day):
        while not is_worked(day):
            day += ONE_DAY
        self.last_day = day

    def cross_off(self, day):
        pass

    def is_over(self, day):
        return day > self.last_day


class Letter:
    """An opinion that was asked for."""

    def __init__(self, who, sent, received):
        self.who = who
        self.sent = sent
        self.period = Period(received, 15)
        self.opinion = None

    def is_awaited(self, day):
        return self.opinion is None and not self.period.is_over(day)


class Walk:
    """A case that is lived through one day at a time."""

    def __init__(self, channel, on):
        self.day = on
        self.receipt = None  # 收到申请之日
        self.began = None  # day zero of the reply period
        self.counted = 0
        self.allowed = 20
        self.last_day = None  # the day on which the allowed days were used up
        self.fixed = None  # the date of a deferred reply
        self.seven = None
        self.amendment = None  # its period, once asked for
        self.amendment_is_safe = False
        self.amended = self.was_extended = self.was_delayed = self.asked_reasons = False
        self.letters = []
        self.fee = None
        self.fee_paid = False
        self.end = None
        self.due_at_end = None
        self.outcome = None
        self.delivered = False
        self.confirmed = False
        if channel in ("in_person", "post_signed"):
            self.receive(on)

    # --- days

    def go_to(self, day):
        while self.day < day:
            self.day += ONE_DAY
            self.live(self.day)

    def live(self, day):
        for period in (self.seven, self.amendment, self.fee):
            if period is not None:
                period.cross_off(day)
        awaited = False
        for letter in self.letters:
            letter.period.cross_off(day)
            awaited = awaited or (letter.sent < day and letter.is_awaited(day))
        if self.began is None or not is_worked(day):
            return
        if self.stands_still() or awaited or self.last_day is not None:
            return
        self.counted += 1
        if self.counted == self.allowed:
            self.last_day = day

    def stands_still(self):
        waits_for_amendment = (
            self.amendment is not None and not self.amended and self.amendment_is_safe
        )
        return waits_for_amendment or (self.fee is not None and not self.fee_paid)

    def receive(self, day):
        self.receipt = day
        self.seven = Period(day, 7)
        self.begin(day)

    def begin(self, day):
        self.began = day
        self.counted = 0
        self.allowed = 20
        self.last_day = None
        self.fixed = None

    # --- what can be asked on a day

    def due(self):
        """The due day as it stands, or None; walks on in mind only."""
        if self.end is not None:
            return self.due_at_end
        if self.began is None or self.stands_still():
            return None
        if self.fixed is not None:
            return self.fixed
        if self.last_day is not None:
            return self.last_day
        if any(letter.is_awaited(self.day) for letter in self.letters):
            return None
        day, left = self.day, self.allowed - self.counted
        while left:
            day += ONE_DAY
            left -= is_worked(day)
        return day

    def is_past_due(self):
        due = self.due()
        return due is not None and self.day > due

    def state(self):  # noqa: PLR0911 - one line for each state
        if self.end is not None:
            if self.delivered:
                return "delivered"
            return "decided" if self.end == "decided" else "closed"
        if self.began is None:
            return "submitted"
        if self.is_past_due():
            return "overdue"
        if self.fee is not None and not self.fee_paid:
            return "awaiting_fee"
        if self.amendment is not None and not self.amended:
            return "awaiting_amendment"
        if any(letter.is_awaited(self.day) for letter in self.letters):
            return "consulting"
        if self.asked_reasons and not self.was_delayed:
            return "awaiting_reasons"
        return "registered"

    def remaining(self):
        due = self.due()
        if due is None or self.end is not None:
            return None
        step = ONE_DAY if due > self.day else -ONE_DAY
        day, number = self.day, 0
        while day != due:
            number += is_worked(day + ONE_DAY if due > self.day else day)
            day += step
        return number if due > self.day else -number

    # --- steps: True if it was taken, False if it cannot have happened

    def take(self, step):
        kind = step["kind"]
        if self.end is not None:
            undoing = kind == "amended" and self.end == "amendment_lapsed"
            delivering = kind == "delivered" and self.end == "decided"
            if not undoing and (not delivering or self.delivered):
                return False
        if self.began is None and kind not in ("receipt_confirmed", "withdrawn"):
            return False
        return getattr(self, f"take_{kind}")(step)

    def finish(self, end, outcome):
        self.due_at_end = self.due()
        self.end, self.outcome = end, outcome
        return True

    def take_receipt_confirmed(self, _step):
        if self.confirmed:
            return False
        self.confirmed = True
        if self.receipt is None:
            self.receive(self.day)
        return True

    def take_amendment_requested(self, step):
        if self.amendment is not None or self.stands_still():
            return False
        received = step.get("received_on", self.day)
        if "respond_by" in step:
            if step["respond_by"] < received:
                return False
            self.amendment = Until(step["respond_by"])
        else:
            self.amendment = Period(received, 10)
        self.amendment_is_safe = not self.seven.is_over(self.day)
        return True

    def take_amended(self, step):
        if self.amendment is None or self.amended:
            return False
        if self.amendment.is_over(self.day) and "note" not in step:
            return False
        self.amended = True
        self.end = self.outcome = None
        if self.amendment_is_safe:
            self.receive(self.day)
        return True

    def take_amendment_lapsed(self, _step):
        if self.amendment is None or self.amended:
            return False
        if not self.amendment.is_over(self.day):
            return False
        return self.finish("amendment_lapsed", "other.amendment_lapsed")

    def consult(self, who, step):
        if self.stands_still():
            return False
        received = step.get("received_on", self.day)
        self.letters.append(Letter(who, self.day, received))
        return True

    def hear(self, who):
        unanswered = [
            each for each in self.letters if each.who == who and each.opinion is None
        ]
        awaited = [each for each in unanswered if each.is_awaited(self.day)]
        if not unanswered:
            return False
        (awaited or unanswered)[0].opinion = self.day
        return True

    def take_third_party_consulted(self, step):
        return self.consult("third_party", step)

    def take_third_party_replied(self, _step):
        return self.hear("third_party")

    def take_other_organ_consulted(self, step):
        return self.consult("other_organ", step)

    def take_other_organ_replied(self, _step):
        return self.hear("other_organ")

    def take_extended(self, step):
        days = step.get("working_days", 20)
        if self.was_extended or self.fixed is not None or self.stands_still():
            return False
        if self.is_past_due() or not 1 <= days <= 20:
            return False
        self.was_extended = True
        self.allowed += days
        self.last_day = None
        return True

    def take_reasons_requested(self, _step):
        if self.asked_reasons or self.stands_still():
            return False
        self.asked_reasons = True
        return True

    def take_delayed(self, step):
        if not self.asked_reasons or self.was_delayed or self.stands_still():
            return False
        if self.is_past_due() or step["until"] <= (self.due() or self.day):
            return False
        self.was_delayed = True
        self.fixed = Until(step["until"]).last_day
        return True

    def take_fee_notified(self, step):
        if self.fee is not None or self.stands_still() or self.is_past_due():
            return False
        self.fee = Period(step.get("received_on", self.day), 20)
        return True

    def take_fee_paid(self, _step):
        if self.fee is None or self.fee_paid or self.fee.is_over(self.day):
            return False
        self.fee_paid = True
        self.begin(self.day)
        return True

    def take_fee_lapsed(self, _step):
        if self.fee is None or self.fee_paid or not self.fee.is_over(self.day):
            return False
        return self.finish("fee_lapsed", "other.fee_lapsed")

    def take_withdrawn(self, _step):
        return self.finish("withdrawn", "other.other")

    def take_decided(self, step):
        if self.stands_still():
            return False
        return self.finish("decided", step["outcome"])

    def take_delivered(self, _step):
        if self.end != "decided":
            return False
        self.delivered = True
        return True
