"""Which case the visitor follows: kept sealed in his session for half an hour."""

from django.http import Http404, HttpRequest

from gongkai.casework.models import DisclosureRequest
from gongkai.portal.casework import sealed_session

_KEY = "follow"
_SECONDS = 30 * 60


def remember(request: HttpRequest, found: DisclosureRequest) -> None:
    """Keep the case whose number and code were given."""
    sealed_session.put(request.session, _KEY, {"case": found.pk}, _SECONDS)


def followed(request: HttpRequest) -> DisclosureRequest | None:
    """Return the case that the visitor follows; None when his time is over.

    Each look begins the half hour anew: who writes an amendment is not cut off.
    """
    kept = sealed_session.get(request.session, _KEY)
    if kept is None:
        return None
    cases = DisclosureRequest.objects.select_related("organ")
    found = cases.filter(pk=kept["case"]).first()
    if found is not None:
        remember(request, found)
    return found


def followed_or_404(request: HttpRequest) -> DisclosureRequest:
    """Return the case that the visitor follows."""
    found = followed(request)
    if found is None:
        raise Http404("请重新输入申请编号和查询码。")
    return found


def forget(request: HttpRequest) -> None:
    """Forget the case, on a computer that others use too."""
    request.session.pop(_KEY, None)
