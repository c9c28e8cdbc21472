"""Which tariffs may be chosen for a request, and what each would come to.

《政府信息公开信息处理费管理办法》第三条: for each request one of the two, never both.
第五条: by pages only where copies are wanted, and not where the information is public
already and the organ only tells how to get it (条例第三十六条第一项).
"""

from dataclasses import dataclass
from datetime import date

from gongkai.statute.fees.account import FeeAccount, fee_by_pages, fee_by_requests
from gongkai.statute.fees.tariff import FeeWay

_REASONS_ASKED = (
    "已依《条例》第三十五条要求申请人说明理由，同一申请再收费依据不足，"
    "建议只选一种处理。"
)


@dataclass(frozen=True)
class FeeProposal:
    """One tariff that the OGI office may choose, with its account and doubts."""

    account: FeeAccount
    warnings: tuple[str, ...] = ()

    @property
    def way(self) -> FeeWay:
        """What is counted."""
        return self.account.way


def permitted_ways(*, pages: int, is_already_public: bool) -> tuple[FeeWay, ...]:
    """Return the tariffs that may be chosen for a request.

    By requests fits every kind of decision (第四条), refusals too.

    >>> [way.label for way in permitted_ways(pages=300, is_already_public=True)]
    ['按件计收']
    """
    if pages and not is_already_public:
        return (FeeWay.BY_REQUESTS, FeeWay.BY_PAGES)
    return (FeeWay.BY_REQUESTS,)


def propose_fees(
    *,
    already: int,
    units: int = 1,
    pages: int = 0,
    is_already_public: bool = False,
    reasons_asked: bool = False,
    on: date | None = None,
) -> tuple[FeeProposal, ...]:
    """Return the fees that may be charged for a request; none if nothing is due.

    ``already`` counts the applicant's earlier requests at this organ in the natural
    month, ``units`` the parts that the letter was split into. Postage is never part
    of it. Asking for reasons by 条例第三十五条 as well makes the fee doubtful
    (docs/interpretations/0033-fee-beside-reasons.md).

    >>> [str(p.account.total_yuan) for p in propose_fees(already=11, pages=120)]
    ['100', '1100']
    """
    accounts = {
        FeeWay.BY_REQUESTS: fee_by_requests(units, already=already, on=on),
        FeeWay.BY_PAGES: fee_by_pages(pages, on=on),
    }
    warnings = (_REASONS_ASKED,) if reasons_asked else ()
    return tuple(
        FeeProposal(accounts[way], warnings)
        for way in permitted_ways(pages=pages, is_already_public=is_already_public)
        if accounts[way].total_yuan
    )
