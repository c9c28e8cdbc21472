"""The clock of a request for disclosure: 条例第三十条 to 第三十五条, 第四十二条.

``evaluate`` takes the dated steps of a case and says in which state it is, when the
reply is due, and why: a ledger of day ranges with articles.

The rules that trip up programs, and where each is kept:

1. one notice to amend: a second is refused, or kept without effect (``amendment``)
2. a late notice keeps the due day, with a warning (``amendment``)
3. the period to amend: ``ClockSettings.amendment_working_days``
4. a late amendment needs its good reason in ``Step.note`` (``amendment``)
5. one extension of at most twenty working days (``extension``)
6. what is not counted in the extension either (``Course.due_on``)
7. a third party's silence and an organ's, never merged (``consultation``)
8. the question to a secrecy authority stops no clock (``consultation``)
9. several requests in one letter are several cases of one receipt: the caller's
10. each applicant and organ is a case: the caller's
11. another organ's matter ends as ``unavailable.not_held``: the text is not ours
12. a repeat ends as ``not_processed.repeated``: finding the first case is the caller's
13. a petition ends as ``not_processed.petition``; its own periods are not ours
14. a question for advice ends by an outcome the officer chooses: the caller's
15. no proof of identity: a notice to amend; unreachable: unconfirmed, no clock runs
16. a party's own file is not a request: never comes here
17. no test of purpose: no step asks for one
18. withdrawal until the decision (``ending``, ``gate``)
19. receipt on a rest day: ``ClockSettings.rest_day_receipt_moves``
20. year's end: ``ClockState.is_open`` on 31 December says what is carried forward
21. a reply sent electronically is given when sent: ``Step.on`` of the decision
22. help for an applicant (第四十三条) is no step and moves nothing
"""

from gongkai.statute.clock.answer import ClockAnswer
from gongkai.statute.clock.errors import ClockError
from gongkai.statute.clock.evaluation import evaluate
from gongkai.statute.clock.ledger import ReasoningLine
from gongkai.statute.clock.limits import Limit, Limits, limits_on
from gongkai.statute.clock.next_steps import NextStep
from gongkai.statute.clock.settings import ClockSettings
from gongkai.statute.clock.states import ClockState
from gongkai.statute.clock.steps import Channel, Receipt, Step, StepKind
from gongkai.statute.clock.sub_clocks import (
    Actor,
    SubClock,
    SubClockKind,
    SubClockState,
)

__all__ = [
    "Actor",
    "Channel",
    "ClockAnswer",
    "ClockError",
    "ClockSettings",
    "ClockState",
    "Limit",
    "Limits",
    "NextStep",
    "ReasoningLine",
    "Receipt",
    "Step",
    "StepKind",
    "SubClock",
    "SubClockKind",
    "SubClockState",
    "evaluate",
    "limits_on",
]
