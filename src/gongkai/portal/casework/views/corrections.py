from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.casework.models import CaseworkSettings
from gongkai.catalogue.models import Guide
from gongkai.portal.catalogue.views import contacts_of
from gongkai.portal.site.columns import CORRECTION
from gongkai.portal.site.pages import Page, organ_or_404, show
from gongkai.statute.corrections import USUAL_WORKING_DAYS


@require_safe
def correction(request: HttpRequest, organ_code: str) -> HttpResponse:
    """个人信息更正: who may ask, with what, how and where (条例第四十一条)."""
    organ = organ_or_404(organ_code)
    guide = Guide.objects.filter(organ=organ).first()
    settings = CaseworkSettings.objects.filter(organ=organ).first()
    context = {
        "contacts": contacts_of(organ),
        "work_body": guide.work_body if guide else f"{organ.name}政府信息公开工作机构",
        "working_days": settings.correction_working_days
        if settings
        else USUAL_WORKING_DAYS,
    }
    page = Page(title=CORRECTION.name, organ=organ, section="apply", column=CORRECTION)
    return show(request, "casework/correction.html", page, context)
