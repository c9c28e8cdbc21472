"""The information processing fee (信息处理费).

条例第四十二条第一款：「可以收取信息处理费」; how much and how is
《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）. Charging is a power and never
automatic: the program proposes, the OGI office decides.
"""

from gongkai.statute.fees.account import (
    FeeAccount,
    Tier,
    fee_by_pages,
    fee_by_requests,
)
from gongkai.statute.fees.counting import (
    natural_month,
    ordinals_in_month,
    pages_of_sheets,
)
from gongkai.statute.fees.payment import (
    Payment,
    has_objection_route,
    lapses_on,
    notice_is_in_time,
    paid_in_full_on,
    payment_due_on,
    reply_period_restarts_after,
)
from gongkai.statute.fees.proposal import FeeProposal, permitted_ways, propose_fees
from gongkai.statute.fees.tariff import FeeWay, Tariff, tariff_on

__all__ = [
    "FeeAccount",
    "FeeProposal",
    "FeeWay",
    "Payment",
    "Tariff",
    "Tier",
    "fee_by_pages",
    "fee_by_requests",
    "has_objection_route",
    "lapses_on",
    "natural_month",
    "notice_is_in_time",
    "ordinals_in_month",
    "pages_of_sheets",
    "paid_in_full_on",
    "payment_due_on",
    "permitted_ways",
    "propose_fees",
    "reply_period_restarts_after",
    "tariff_on",
]
