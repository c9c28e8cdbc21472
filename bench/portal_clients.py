"""Citizens with browsers: each fills the form of the portal and sends it."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
_ANSWERS = {
    "kind": {"applicant_kind": "natural_person"},
    "applicant": {
        "name": "林小满",
        "identity_kind": "other",
        "phone": "0000-7654321",
    },
    "subject": {"information": "2021年教师招聘方案"},
    "supply": {"supply_form": "electronic"},
    "files": {},
    "review": {},
}
_RECEIPT = "/receipt/"


def apply(origin: str, organ: str, identity: str) -> str:
    """Apply as a new visitor; return nothing, or what went wrong."""
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(CookieJar()),
        urllib.request.ProxyHandler({}),
    )
    form = f"{origin}/o/{organ}/apply/form/"
    try:
        page = browser.open(form, timeout=120)
        for step, answers in _ANSWERS.items():
            told = {**answers, "go": "next", "csrfmiddlewaretoken": _token(page.read())}
            if step == "applicant":
                told["identity_number"] = identity
            page = browser.open(
                f"{form}{step}/", urllib.parse.urlencode(told).encode(), timeout=120
            )
    except (OSError, LookupError) as error:
        return repr(error)
    return "" if page.url.endswith(_RECEIPT) else f"ended at {page.url}"


def _token(page: bytes) -> str:
    found = _TOKEN.search(page)
    if found is None:
        raise LookupError("a page without a form")
    return found[1].decode()
