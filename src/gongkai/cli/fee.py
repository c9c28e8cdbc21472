"""``gongkai fee --requests N | --pages N``: the information processing fee.

Statute only; Django is never imported. The counts are read as strings, so that a slip
gets one Chinese sentence and not the option parser's English.
"""

import json
import re
from typing import Any

import click

from gongkai.statute.errors import GongkaiError
from gongkai.statute.fees import FeeAccount, Tier, fee_by_pages, fee_by_requests

_COUNT = re.compile(r"[0-9]{1,9}")


@click.command("fee", short_help="信息处理费是多少")
@click.option(
    "--requests", metavar="N", help="同一申请人一个自然月内申请N件，按件计收。"
)
@click.option("--pages", metavar="N", help="一件申请提供N页，按量计收。")
@click.option("--json", "as_json", is_flag=True, help="输出一份JSON，含逐档计算。")
@click.pass_context
def fee(
    ctx: click.Context, requests: str | None, pages: str | None, as_json: bool
) -> None:
    """按国办函〔2020〕109号计算信息处理费，逐档列明。

    例：gongkai fee --requests 15；gongkai fee --pages 150
    """
    try:
        account = _account(requests, pages)
    except GongkaiError as error:
        click.echo(error.message, err=True)
        ctx.exit(2)
    if as_json:
        click.echo(json.dumps(_document(account), ensure_ascii=False, indent=2))
    else:
        click.echo(_sentences(account))


def _account(requests: str | None, pages: str | None) -> FeeAccount:
    match requests, pages:
        case str(n), None:
            return fee_by_requests(_as_count(n, "件"))
        case None, str(n):
            return fee_by_pages(_as_count(n, "页"))
        case _:
            raise GongkaiError(
                "应在--requests（件数）和--pages（页数）中选一项，不能同时按两种标准"
                "计算，例如：gongkai fee --requests 15。"
            )


def _as_count(text: str, unit: str) -> int:
    if not _COUNT.fullmatch(text):
        raise GongkaiError(f"“{text}”不是{unit}数。请写0或者正整数，例如15。")
    return int(text)


def _document(account: FeeAccount) -> dict[str, Any]:
    return {
        "way": account.way.value,
        "total_yuan": int(account.total_yuan),
        "tiers": [_tier(tier) for tier in account.tiers],
    }


def _tier(tier: Tier) -> dict[str, Any]:
    return {
        "from": tier.from_,
        "to": tier.to,
        "count": tier.count,
        "rate": int(tier.rate),
        "yuan": int(tier.yuan),
        "article": tier.article,
        "text": tier.text,
    }


def _sentences(account: FeeAccount) -> str:
    lines = [f"信息处理费{account.total_yuan}元（{account.way.label}）。"]
    lines += [f"  {tier.text}。" for tier in account.tiers]
    if account.tiers:
        lines.append(f"依据：{account.tiers[0].article}。")
    return "\n".join(lines)
