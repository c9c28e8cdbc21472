"""The headers that keep a public page from running or framing what is not ours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "Content-Security-Policy": _CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class PublicSecurityHeaders:
    """Middleware: neither inline script nor inline style on the public pages.

    The staff site is left alone: Wagtail's own pages need inline code.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_public(request):
            for name, value in _HEADERS.items():
                response.headers.setdefault(name, value)
        return response


def _is_public(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is None or "portal" in match.app_names
