"""The legal acts on published information. Each checks, writes and journals."""

from gongkai.publishing.services.documents import issue, repeal
from gongkai.publishing.services.drafting import keep_revision, locked, save_item
from gongkai.publishing.services.publication import (
    publish,
    publish_due,
    withdraw,
    withdraw_expired,
)
from gongkai.publishing.services.review import (
    approve,
    clear,
    recall,
    refer,
    return_item,
    submit,
)

__all__ = [
    "approve",
    "clear",
    "issue",
    "keep_revision",
    "locked",
    "publish",
    "publish_due",
    "recall",
    "refer",
    "repeal",
    "return_item",
    "save_item",
    "submit",
    "withdraw",
    "withdraw_expired",
]
