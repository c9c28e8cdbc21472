"""First drafts of the prose sections, with live figures in their places.

国办公开办函〔2021〕30号: 一、总体情况 speaks of five aspects (主动公开、依申请公开、
政府信息管理、政府信息公开平台建设、监督保障). A draft says only what the records
show; what only a person knows is left to him in 【】.
"""

from collections.abc import Mapping

from gongkai.organs.models import Organ
from gongkai.supervision.models import ProblemKind
from gongkai.supervision.selectors import problems_of_year

Values = Mapping[str, str]

_REGULATION = "中华人民共和国政府信息公开条例"
_ORDINALS = "一二三四五六七八九十"


def draft_overview(organ: Organ, year: int, values: Values) -> str:
    """Draft section one: the five aspects."""
    published = "通过政府网站公开信息⟦items.government_website⟧条。"
    return "\n".join(
        [
            f"{year}年，{organ.name}认真贯彻落实《{_REGULATION}》，【概述本年度工作】。",
            f"（一）主动公开。{year}年，{published}",
            f"（二）依申请公开。{_requests(year, values)}{_remedies(values)}",
            f"（三）政府信息管理。{_trainings(values)}【规范性文件管理和公开审查】。",
            "（四）政府信息公开平台建设。【网站、新媒体等平台建设情况】。",
            f"（五）监督保障。{_patrols(values)}【考核、社会评议、责任追究情况】。",
        ]
    )


def draft_problems(organ: Organ, year: int, values: Values) -> str:  # noqa: ARG001
    """Draft section five from the register of problems and improvements."""
    problems = list(problems_of_year(organ, year, ProblemKind.PROBLEM))
    improvements = list(problems_of_year(organ, year, ProblemKind.IMPROVEMENT))
    if not problems:
        return "【在“问题与改进”中登记本年度的问题和改进措施，再重新生成本节】"
    stated = "".join(
        f"{_ORDINALS[i]}是{_sentence(p.heading)}" for i, p in enumerate(problems[:10])
    )
    steps = [
        f"{_ORDINALS[i]}是{_sentence(p.heading)}{p.text}"
        for i, p in enumerate(improvements[:10])
    ]
    return "\n".join(
        [f"{year}年，我局政府信息公开工作仍存在一些问题。{stated}", *steps]
    )


def draft_other_matters(organ: Organ, year: int, values: Values) -> str:  # noqa: ARG001
    """Draft section six: proposals and the information processing fee."""
    return "\n".join(
        [f"（一）建议提案办理情况。{_proposals(year, values)}", _fee(year, values)]
    )


def _requests(year: int, values: Values) -> str:
    if _is_zero(values, "requests.received"):
        return f"{year}年，未收到政府信息公开申请。"
    return (
        f"{year}年，收到政府信息公开申请⟦requests.received⟧件，"
        "办结⟦requests.concluded⟧件，结转下年度继续办理⟦requests.open⟧件。"
    )


def _remedies(values: Values) -> str:
    reconsideration = _is_zero(values, "remedies.reconsideration")
    litigation = _is_zero(values, "remedies.litigation")
    if reconsideration and litigation:
        return "没有发生因政府信息公开引起的行政复议、行政诉讼。"
    return (
        "因政府信息公开引起的行政复议⟦remedies.reconsideration⟧件，"
        "行政诉讼⟦remedies.litigation⟧件。"
    )


def _trainings(values: Values) -> str:
    if _is_zero(values, "trainings.trainings"):
        return ""
    return (
        "组织政府信息公开业务培训⟦trainings.trainings⟧次，"
        "参加⟦trainings.attendees⟧人次。"
    )


def _patrols(values: Values) -> str:
    if _is_zero(values, "patrols.days"):
        return ""
    return (
        "坚持对网站进行巡查，全年巡查⟦patrols.days⟧天，发现问题⟦patrols.findings⟧个。"
    )


def _proposals(year: int, values: Values) -> str:
    if _is_zero(values, "proposals.total"):
        return f"{year}年没有承办建议提案。"
    return (
        f"{year}年共承办建议提案⟦proposals.total⟧件，"
        "其中人大代表建议⟦proposals.congress⟧件、政协委员提案⟦proposals.cppcc⟧件，"
        "已答复⟦proposals.answered⟧件。"
    )


def _fee(year: int, values: Values) -> str:
    if _is_zero(values, "processing_fee.yuan"):
        return f"（二）信息处理费情况。{year}年，未收取信息处理费。"
    return f"（二）信息处理费情况。{year}年，收取信息处理费⟦processing_fee.yuan⟧元。"


def _is_zero(values: Values, key: str) -> bool:
    return values.get(key, "0") in {"0", ""}


def _sentence(text: str) -> str:
    return text if text.endswith("。") else f"{text}。"
