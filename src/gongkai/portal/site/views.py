from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Invite every robot to what is public, and keep it off the staff site."""
    lines = ("User-agent: *", f"Disallow: {reverse('wagtailadmin_home')}", "Allow: /")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Send browsers that ask for the old address to the icon."""
    return HttpResponsePermanentRedirect(static("portal/favicon.svg"))
