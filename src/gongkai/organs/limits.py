"""How often one address or one person may do what a program could do endlessly."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from gongkai.organs.encryption import fingerprint
from gongkai.organs.models import Tally

_IPV6_NETWORK = 64


@dataclass(frozen=True)
class Limit:
    """At most ``most`` times within each span of ``span``."""

    purpose: str
    most: int
    span: timedelta

    def is_reached(self, who: str) -> bool:
        """Say whether ``who`` has done it as often as may be."""
        tally = Tally.objects.filter(key=self._key(who)).first()
        return tally is not None and tally.count >= self.most

    def count(self, who: str) -> None:
        """Count one time more, and forget the spans that are over."""
        Tally.objects.filter(ends_at__lt=timezone.now()).delete()
        Tally.objects.get_or_create(
            key=self._key(who), defaults={"ends_at": self._starts_at() + self.span}
        )
        Tally.objects.filter(key=self._key(who)).update(count=F("count") + 1)

    def again_in_words(self) -> str:
        """Return from when on it may be tried again, as one says it."""
        again = self._starts_at() + self.span
        if again.date() != timezone.localdate():
            return "明天"
        return f"{again:%H:%M}"

    def _starts_at(self) -> datetime:
        """Return the start of the span that runs now; a day starts at midnight here."""
        now = timezone.localtime()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + (now - midnight) // self.span * self.span

    def _key(self, who: str) -> str:
        return fingerprint(f"{self._starts_at()}\0{who}", purpose=self.purpose)


def address_of(request: HttpRequest) -> str:
    """Return where the visitor comes from; of IPv6 the network.

    Behind proxies of our own (``GONGKAI_PROXY_COUNT``) the last of them says it;
    what the visitor himself writes before is not believed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.PROXY_COUNT <= len(forwarded):
        address = forwarded[-settings.PROXY_COUNT].strip() or address
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, _IPV6_NETWORK), strict=False))
    return str(found)
