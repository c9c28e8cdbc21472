"""The legal acts on published information. Each checks, writes and journals."""

from gongkai.publishing.services.cleanups import (
    apply_cleanup,
    begin_cleanup,
    propose,
)
from gongkai.publishing.services.documents import (
    amend,
    issue,
    lapse_expired,
    record_proceeding,
    repeal,
)
from gongkai.publishing.services.drafting import (
    items_of_title,
    keep_revision,
    locked,
    remove_item,
    save_item,
)
from gongkai.publishing.services.lexicon import (
    adopt_example_words,
    example_words,
)
from gongkai.publishing.services.masking import clean_attachment, mask_finding
from gongkai.publishing.services.overturning import mark_overturned
from gongkai.publishing.services.publication import (
    awaiting_release,
    expired,
    publish,
    publish_due,
    withdraw,
    withdraw_expired,
)
from gongkai.publishing.services.reappraisal import reappraise
from gongkai.publishing.services.review import (
    approve,
    clear,
    recall,
    refer,
    return_item,
    submit,
)
from gongkai.publishing.services.review_setting import set_review, unset_review
from gongkai.publishing.services.screening import (
    confirm_change,
    keep_finding,
    screen_item,
)
from gongkai.publishing.services.standing_in import (
    end_stand_in,
    may_end,
    name_stand_in,
)

__all__ = [
    "adopt_example_words",
    "amend",
    "apply_cleanup",
    "approve",
    "awaiting_release",
    "begin_cleanup",
    "clean_attachment",
    "clear",
    "confirm_change",
    "end_stand_in",
    "example_words",
    "expired",
    "issue",
    "items_of_title",
    "keep_finding",
    "keep_revision",
    "lapse_expired",
    "locked",
    "mark_overturned",
    "mask_finding",
    "may_end",
    "name_stand_in",
    "propose",
    "publish",
    "publish_due",
    "reappraise",
    "recall",
    "record_proceeding",
    "refer",
    "remove_item",
    "repeal",
    "return_item",
    "save_item",
    "screen_item",
    "set_review",
    "submit",
    "unset_review",
    "withdraw",
    "withdraw_expired",
]
