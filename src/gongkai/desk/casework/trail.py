"""Where a page of casework stands, for its breadcrumbs."""

from typing import Any

from django.urls import reverse

from gongkai.desk.registers.furniture import HOME


def trail(*steps: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the breadcrumbs below the list of requests: address and label."""
    listing = {"url": reverse("disclosurerequest:index"), "label": "公开申请"}
    return [HOME, listing, *({"url": url, "label": label} for url, label in steps)]
