"""The legal acts on published information. Each checks, writes and journals."""

from gongkai.publishing.services.documents import issue, repeal
from gongkai.publishing.services.drafting import (
    items_of_title,
    keep_revision,
    locked,
    remove_item,
    save_item,
)
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
    "items_of_title",
    "keep_revision",
    "locked",
    "publish",
    "publish_due",
    "recall",
    "refer",
    "remove_item",
    "repeal",
    "return_item",
    "save_item",
    "submit",
    "withdraw",
    "withdraw_expired",
]
