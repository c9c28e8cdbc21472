"""The seventeen kinds of step, each with what it needs and what it does."""

from gongkai.statute.clock.acts.act import Act, Offer, Refusal
from gongkai.statute.clock.acts.amendment import (
    AMENDED,
    AMENDMENT_LAPSED,
    AMENDMENT_REQUESTED,
)
from gongkai.statute.clock.acts.consultation import (
    OTHER_ORGAN_CONSULTED,
    OTHER_ORGAN_REPLIED,
    THIRD_PARTY_CONSULTED,
    THIRD_PARTY_REPLIED,
)
from gongkai.statute.clock.acts.ending import DECIDED, DELIVERED, WITHDRAWN
from gongkai.statute.clock.acts.extension import DELAYED, EXTENDED, REASONS_REQUESTED
from gongkai.statute.clock.acts.fee import FEE_LAPSED, FEE_NOTIFIED, FEE_PAID
from gongkai.statute.clock.acts.receipt import RECEIPT_CONFIRMED

ACTS = {
    act.kind: act
    for act in (
        RECEIPT_CONFIRMED,
        AMENDMENT_REQUESTED,
        AMENDED,
        AMENDMENT_LAPSED,
        THIRD_PARTY_CONSULTED,
        THIRD_PARTY_REPLIED,
        OTHER_ORGAN_CONSULTED,
        OTHER_ORGAN_REPLIED,
        EXTENDED,
        REASONS_REQUESTED,
        DELAYED,
        FEE_NOTIFIED,
        FEE_PAID,
        FEE_LAPSED,
        WITHDRAWN,
        DECIDED,
        DELIVERED,
    )
}

__all__ = ["ACTS", "Act", "Offer", "Refusal"]
