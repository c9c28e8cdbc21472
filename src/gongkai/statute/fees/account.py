"""A fee with its account, tier by tier.

《政府信息公开信息处理费管理办法》第四条 (requests) and 第五条 (pages). The first band
above 30 requests costs 200 yuan each (docs/interpretations/0030-fee-bands.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gongkai.statute.errors import StatuteError
from gongkai.statute.fees.tariff import FeeWay, Tariff, tariff_on

# No applicant comes near; a slip of the hand stops here.
_MOST = 1_000_000


@dataclass(frozen=True)
class Tier:
    """Units ``from_`` to ``to``: ``count`` of them at ``rate`` yuan each."""

    from_: int
    to: int
    count: int
    rate: Decimal
    yuan: Decimal
    article: str
    text: str


@dataclass(frozen=True)
class FeeAccount:
    """A sum, and the tiers that add up to it."""

    way: FeeWay
    total_yuan: Decimal
    tiers: tuple[Tier, ...]

    @property
    def text(self) -> str:
        """The account as a fee notice states it.

        >>> fee_by_requests(12).text
        '第1至10件，不收费；第11至12件，2件×100元，计200元。合计200元'
        """
        lines = "；".join(tier.text for tier in self.tiers)
        return f"{lines}。合计{self.total_yuan}元" if lines else "合计0元"


def fee_by_requests(n: int, *, already: int = 0, on: date | None = None) -> FeeAccount:
    """Return the fee of ``n`` requests of one applicant in one natural month.

    ``already`` earlier requests of the month keep their own prices: only those after
    them are in the account. ``on`` is the day of receipt; the newest tariff without.

    >>> fee_by_requests(15).total_yuan
    Decimal('500')
    >>> fee_by_requests(4, already=28).total_yuan
    Decimal('600')
    """
    return _account(tariff_on(FeeWay.BY_REQUESTS, on), n, already)


def fee_by_pages(n: int, *, on: date | None = None) -> FeeAccount:
    """Return the fee of ``n`` pages supplied on one request.

    Pages of several requests are never added up: one account for each request.

    >>> fee_by_pages(150).total_yuan
    Decimal('1700')
    """
    return _account(tariff_on(FeeWay.BY_PAGES, on), n, 0)


def _account(tariff: Tariff, n: int, already: int) -> FeeAccount:
    for count in (n, already):
        _check(count, tariff)
    tiers = tuple(_tiers(tariff, already + 1, already + n))
    total = sum((tier.yuan for tier in tiers), Decimal(0))
    return FeeAccount(tariff.way, total, tiers)


def _check(count: int, tariff: Tariff) -> None:
    if not 0 <= count <= _MOST:
        raise StatuteError(
            f"{tariff.unit}数应为0至{_MOST}的整数，现为{count}。请改正后再算。",
            article=tariff.article,
        )


def _tiers(tariff: Tariff, first: int, last: int) -> Iterator[Tier]:
    for band in tariff.bands:
        for begin, end, rate in band.steps(last):
            if end >= first:
                yield _tier(tariff, max(begin, first), end, rate)


def _tier(tariff: Tariff, first: int, last: int, rate: int) -> Tier:
    count = last - first + 1
    span = f"第{first}" if count == 1 else f"第{first}至{last}"
    sum_ = count * rate
    price = f"{count}{tariff.unit}×{rate}元，计{sum_}元" if rate else "不收费"
    return Tier(
        from_=first,
        to=last,
        count=count,
        rate=Decimal(rate),
        yuan=Decimal(sum_),
        article=tariff.article,
        text=f"{span}{tariff.unit}，{price}",
    )
