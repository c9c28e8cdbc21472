"""The tables of all registers, in the order in which a folder of them is loaded."""

from gongkai.exchange.registers.layout import Layout
from gongkai.exchange.registers.layouts.cases import REMEDIES, REQUESTS, STEPS
from gongkai.exchange.registers.layouts.corrections import CORRECTIONS
from gongkai.exchange.registers.layouts.house import (
    LEADERSHIP,
    OFFICES,
    ORGANS,
    PEOPLE,
)
from gongkai.exchange.registers.layouts.published import (
    CATEGORIES,
    DUTIES,
    GUIDES,
    ITEMS,
    LEXICON,
    NORMATIVE_DOCUMENTS,
)
from gongkai.exchange.registers.layouts.work import (
    LEDGER,
    PATROLS,
    PROBLEMS,
    PROPOSALS,
    TRAININGS,
)

LAYOUTS: dict[str, Layout] = {
    layout.slug: layout
    for layout in (
        ORGANS,
        OFFICES,
        PEOPLE,
        LEADERSHIP,
        CATEGORIES,
        DUTIES,
        GUIDES,
        ITEMS,
        NORMATIVE_DOCUMENTS,
        LEXICON,
        LEDGER,
        REQUESTS,
        STEPS,
        CORRECTIONS,
        REMEDIES,
        PROPOSALS,
        TRAININGS,
        PROBLEMS,
        PATROLS,
    )
}
