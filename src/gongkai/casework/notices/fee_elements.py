"""What a fee notice states, from the decision and the organ's settings.

《政府信息公开信息处理费管理办法》第六条: 依据、标准、数额、缴纳方式.
"""

from gongkai.casework.models import CaseworkSettings, DisclosureRequest
from gongkai.casework.selectors.fees import account_of, decision_of
from gongkai.statute.fees import FeeWay, tariff_on


def fee_elements(
    disclosure_request: DisclosureRequest, settings: CaseworkSettings
) -> dict[str, str]:
    """Return the elements of the fee notice; without a charge only how to pay."""
    known = {"fee_payment": payment_words(settings)}
    decision = decision_of(disclosure_request)
    if decision is None or not decision.is_charged:
        return known
    way = FeeWay(decision.way)
    return known | {
        "fee_tariff": tariff_on(way, disclosure_request.received_on).text,
        "fee_counted": (
            f"当月第{decision.ordinal}件"
            if decision.ordinal
            else f"提供{decision.pages}页"
        ),
        "fee_account": account_of(decision).text.partition("。")[0],
        "fee_total": f"{decision.amount}元",
    }


def payment_words(settings: CaseworkSettings) -> str:
    """Return how a fee is paid to the organ, as far as its settings say."""
    named = (
        ("收款单位", settings.fee_payee),
        ("开户银行和账号（国库渠道）", settings.fee_account),
        ("缴款方式", settings.fee_channel),
    )
    return "；".join(f"{label}：{text}" for label, text in named if text)
