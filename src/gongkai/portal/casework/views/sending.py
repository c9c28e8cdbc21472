from contextlib import ExitStack
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from gongkai.casework.models import DisclosureRequest
from gongkai.casework.services import reissue_code_of_form, submit_online
from gongkai.organs.limits import address_of
from gongkai.organs.models import Organ
from gongkai.portal.casework import application
from gongkai.portal.casework.application import FORM_STEPS, TITLES, Application
from gongkai.portal.casework.draft import (
    Draft,
    Receipt,
    forget_draft,
    forget_receipt,
)
from gongkai.portal.casework.limits import (
    submissions_from_address,
    submissions_of_identity,
)
from gongkai.portal.casework.views.apply import (
    show_step,
    step_address,
    step_that_is_lost,
)
from gongkai.portal.site.columns import APPLY
from gongkai.portal.site.pages import Crumb, Page, organ_or_404, show
from gongkai.statute.errors import GongkaiError

BUSY = (
    "系统正忙，申请还没有提交，填写的内容都在。请过一分钟再按“提交申请”；"
    "重复提交只算一件。"
)
_OTHER_WAYS = "请明天再提交，或者改用当面、邮寄等其他方式提交。"


class TooManyError(GongkaiError):
    """More applications in a day than one address or applicant may send online."""


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Show all answers before they are sent; send them."""
    organ = organ_or_404(organ_code)
    draft = Draft.of(request.session, organ)
    missing = application.first_missing(draft)
    if missing:
        is_sent = not draft.answers and Receipt.of(request.session, organ)
        was_sent = request.method == "POST"
        lost = step_that_is_lost if was_sent else step_address
        to = receipt_address(organ) if is_sent else lost(organ, missing)
        return redirect(to)
    written = application.read(draft)
    if written is None:
        draft.done = []
        draft.save(request.session, organ)
        return redirect(step_address(organ, FORM_STEPS[0]))
    if request.method == "POST":
        return _send(request, organ, draft, written)
    return _show_review(request, organ, draft, written, [])


def _show_review(
    request: HttpRequest,
    organ: Organ,
    draft: Draft,
    written: Application,
    problems: list[tuple[str, str]],
) -> HttpResponse:
    context: dict[str, Any] = {
        "parts": [
            (step, TITLES[step], application.rows(step, draft)) for step in FORM_STEPS
        ],
        "joint": application.joint_rows(draft),
        "files": draft.files,
        "reminders": application.reminders(written),
        "problems": problems,
    }
    return show_step(request, organ, application.REVIEW, "review.html", context)


def _send(
    request: HttpRequest, organ: Organ, draft: Draft, written: Application
) -> HttpResponse:
    try:
        _check_limits(request, written)
        code = _submit(request.session, organ, draft, written)
    except FileNotFoundError:
        return _without_lost_files(request, organ, draft, written)
    except GongkaiError as error:
        problems = [("send", str(error))]
        return _show_review(request, organ, draft, written, problems)
    except OperationalError:
        return _show_review(request, organ, draft, written, [("send", BUSY)])
    if code:
        _count(request, written)
        for held in draft.files:
            held.drop()
    return redirect(receipt_address(organ))


def _submit(
    session: SessionBase, organ: Organ, draft: Draft, written: Application
) -> str | None:
    """Send; case and receipt are written down together or not at all.

    A second click gets the same case and no code: then the first one has the receipt,
    and what the first one wrote into the session is left alone.
    """
    with transaction.atomic(), ExitStack() as open_files:
        disclosure_request, code = submit_online(
            organ=organ,
            applicant_kind=written.applicant_kind,
            subject=written.subject,
            supply_form=written.supply_form,
            applicant=written.applicant,
            joint=written.joint,
            files=[open_files.enter_context(held.open()) for held in draft.files],
            on=timezone.localdate(),
            form_key=draft.form_key,
        )
        if code:
            _receipt(disclosure_request, code).replace_draft(session, organ)
        elif not Receipt.of(_as_stored(session), organ):
            _reissue(session, organ, draft)
    return code


def _reissue(session: SessionBase, organ: Organ, draft: Draft) -> None:
    """Show a fresh code: the receipt of the first sending is lost.

    A page of the form that was still open in another tab wrote over it.
    """
    again = reissue_code_of_form(organ=organ, form_key=draft.form_key)
    if again is not None:
        _receipt(*again).replace_draft(session, organ)


def _receipt(disclosure_request: DisclosureRequest, code: str) -> Receipt:
    day = disclosure_request.submitted_on or timezone.localdate()
    return Receipt(
        number=disclosure_request.number,
        code=code,
        submitted_on=day.isoformat(),
        subject=disclosure_request.subject,
    )


def _as_stored(session: SessionBase) -> SessionBase:
    """Return the session as it lies in the database now, after another request."""
    return type(session)(session.session_key)


def _without_lost_files(
    request: HttpRequest, organ: Organ, draft: Draft, written: Application
) -> HttpResponse:
    """Answer when an attachment is gone: sent by the first click, or swept away."""
    if Receipt.of(_as_stored(request.session), organ):
        return redirect(receipt_address(organ))
    again = reissue_code_of_form(organ=organ, form_key=draft.form_key)
    if again is not None:
        _receipt(*again).replace_draft(request.session, organ)
        return redirect(receipt_address(organ))
    lost = [held.name for held in draft.files if not held.is_there]
    draft.files = [held for held in draft.files if held.is_there]
    draft.save(request.session, organ)
    names = "、".join(f"“{name}”" for name in lost)
    problems = [("send", f"附件{names}保存得太久，已经清除。需要的请重新添加。")]
    return _show_review(request, organ, draft, written, problems)


def _check_limits(request: HttpRequest, written: Application) -> None:
    by_address, by_identity = submissions_from_address(), submissions_of_identity()
    if by_address.is_reached(address_of(request)):
        raise TooManyError(
            f"您所在的网络今天已经在网上提交了{by_address.most}件申请。{_OTHER_WAYS}"
        )
    if by_identity.is_reached(written.applicant.identity_number):
        raise TooManyError(
            f"这个证件号码今天已经在网上提交了{by_identity.most}件申请。{_OTHER_WAYS}"
        )


def _count(request: HttpRequest, written: Application) -> None:
    submissions_from_address().count(address_of(request))
    submissions_of_identity().count(written.applicant.identity_number)


def receipt_address(organ: Organ) -> str:
    return reverse("portal:apply-receipt", args=[organ.code])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Show number and code to print or save; a POST clears them from the screen."""
    organ = organ_or_404(organ_code)
    if request.method == "POST":
        forget_receipt(request.session, organ)
        return redirect("portal:apply", organ.code)
    page = Page(
        title="申请已提交",
        organ=organ,
        section="apply",
        column=APPLY,
        crumbs=(
            Crumb(APPLY.name, reverse("portal:apply", args=[organ.code])),
            Crumb("回执"),
        ),
    )
    found = Receipt.of(request.session, organ)
    template = "receipt.html" if found else "no_receipt.html"
    response = show(request, f"casework/{template}", page, {"receipt": found})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def receipt_file(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Give the receipt as a text file."""
    organ = organ_or_404(organ_code)
    found = Receipt.of(request.session, organ)
    if found is None:
        return redirect(receipt_address(organ))
    lines = (
        "政府信息公开申请回执",
        f"受理机关：{organ.name}",
        f"申请编号：{found.number}",
        f"查询码：{found.code}",
        f"提交日期：{found.submitted_on}",
        f"查询网址：{request.build_absolute_uri(reverse('portal:follow'))}",
        "",
        found.subject,
    )
    text = "\r\n".join(lines) + "\r\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="receipt.txt"'
    return response


@never_cache
@require_http_methods(["POST"])
def discard(request: HttpRequest, organ_code: str) -> HttpResponse:
    """Give the application up and forget what was typed."""
    organ = organ_or_404(organ_code)
    for held in Draft.of(request.session, organ).files:
        held.drop()
    forget_draft(request.session, organ)
    return redirect("portal:apply", organ.code)
