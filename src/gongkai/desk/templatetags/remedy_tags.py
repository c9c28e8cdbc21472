"""Remedies beside the requests that they are about."""

from typing import Any

from django import template

from gongkai.casework.models import DisclosureRequest
from gongkai.desk.remedies.on_case import remedies_on, replies_anew

register = template.Library()


@register.inclusion_tag("desk/remedies/_on_case.html", takes_context=True)
def remedies_of(context: dict[str, Any], case: DisclosureRequest) -> dict[str, Any]:
    """Print the remedies of a case, and the way to register one."""
    return remedies_on(case, context["request"].user)


@register.inclusion_tag("desk/remedies/_replies_anew.html", takes_context=True)
def ordered_replies(context: dict[str, Any]) -> dict[str, Any]:
    """Print the remedies after which a request waits for a new reply."""
    return {"replies_anew": replies_anew(context["request"].user)}
