"""What the law leaves open, as settings of an organ.

Each has the default of the project and a page in ``docs/interpretations/``.
"""

from dataclasses import dataclass

from gongkai.statute.errors import StatuteError

#: docs/interpretations/0013-amendment-period.md
SHORTEST_AMENDMENT, LONGEST_AMENDMENT = 5, 15


@dataclass(frozen=True, slots=True)
class ClockSettings:
    """The readings that an organ has chosen.

    >>> ClockSettings().amendment_working_days
    10
    """

    #: 0010: the platform's automatic receipt is the confirmation by both sides.
    automatic_receipt_confirms: bool = False
    #: 0010: confirm what came in electronically within so many working days.
    confirmation_working_days: int = 1
    #: 0011: a request received on a rest day counts as received the next working day.
    rest_day_receipt_moves: bool = False
    #: 0012: the day on which the letter is sent counts in the reply period.
    sending_day_counts: bool = True
    #: 0012: the day on which the opinion arrives counts in the reply period.
    arrival_day_counts: bool = False
    #: 0013: period to amend where the notice names none.
    amendment_working_days: int = 10
    #: 0014: an amendment notice after the 7th working day moves the clock all the same.
    late_amendment_notice_resets: bool = False
    #: 0015: keep a second amendment notice as a fact without effect, and warn.
    second_amendment_notice_kept: bool = False
    #: 0016: several extensions, together no longer than the limit.
    several_extensions: bool = False
    #: 0016: extend anew after an amendment or a payment began the period again.
    extension_after_restart: bool = False
    #: 0017: the question to a secrecy authority stops the clock.
    secrecy_referral_pauses: bool = False
    #: 0018: payment begins the reply period anew; otherwise it goes on.
    fee_payment_restarts: bool = True
    #: 0002: years without a holiday notice go by weekends, and the answer says so.
    provisional: bool = False

    def __post_init__(self) -> None:
        days = self.amendment_working_days
        if not SHORTEST_AMENDMENT <= days <= LONGEST_AMENDMENT:
            raise StatuteError(
                f"补正期限应为{SHORTEST_AMENDMENT}至{LONGEST_AMENDMENT}个工作日，"
                f"现设为{days}个。请改正设置。",
                article="30",
            )
        if not 0 <= self.confirmation_working_days <= LONGEST_AMENDMENT:
            raise StatuteError(
                f"确认收到的期限应为0至{LONGEST_AMENDMENT}个工作日，"
                f"现设为{self.confirmation_working_days}个。请改正设置。",
                article="31(3)",
            )
