"""The breadcrumbs of the pages about the review."""

from typing import Any

from django.urls import reverse

from gongkai.desk.registers.furniture import HOME


def trail(label: str) -> list[dict[str, Any]]:
    """Return the way from home through the inbox to a page."""
    inbox = {"url": reverse("review:inbox"), "label": "待我审核"}
    return [HOME, inbox, {"url": "", "label": label}]
