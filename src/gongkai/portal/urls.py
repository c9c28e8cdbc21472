from django.urls import path

from gongkai.portal.annual_report import views as annual_report
from gongkai.portal.casework.views import (
    amend,
    apply,
    corrections,
    follow,
    sending,
    steps,
    withdrawing,
)
from gongkai.portal.catalogue import duties
from gongkai.portal.catalogue import views as catalogue
from gongkai.portal.organs import views as organs
from gongkai.portal.publishing import item_page
from gongkai.portal.publishing import views as publishing
from gongkai.portal.site import views as site

app_name = "portal"

_ORGAN = "o/<slug:organ_code>/"

urlpatterns = [
    path("", organs.front, name="front"),
    path("search/", publishing.search, name="search"),
    path("robots.txt", site.robots, name="robots"),
    path("favicon.ico", site.favicon, name="favicon"),
    path(_ORGAN, organs.home, name="home"),
    path(f"{_ORGAN}guide/", catalogue.guide, name="guide"),
    path(f"{_ORGAN}rules/", publishing.rules, name="rules"),
    path(f"{_ORGAN}duties/", duties.duties, name="duties"),
    path(f"{_ORGAN}duties/duties.xlsx", duties.duties_file, name="duties-file"),
    path(f"{_ORGAN}content/", publishing.content, name="content"),
    path(f"{_ORGAN}content/<path:category_code>/", publishing.content, name="category"),
    path(f"{_ORGAN}reports/", annual_report.reports, name="reports"),
    path(f"{_ORGAN}reports/<int:year>/", annual_report.report, name="report"),
    path(
        f"{_ORGAN}reports/<int:year>/<str:file_name>",
        annual_report.report_file,
        name="report-file",
    ),
    path(f"{_ORGAN}apply/", catalogue.apply, name="apply"),
    path(f"{_ORGAN}apply/form/", apply.start, name="apply-form"),
    path(f"{_ORGAN}apply/form/offers/", apply.offered, name="apply-offers"),
    path(f"{_ORGAN}apply/form/review/", sending.review, name="apply-review"),
    path(f"{_ORGAN}apply/form/discard/", sending.discard, name="apply-discard"),
    path(f"{_ORGAN}apply/form/<slug:step>/", steps.step, name="apply-step"),
    path(f"{_ORGAN}apply/receipt/", sending.receipt, name="apply-receipt"),
    path(
        f"{_ORGAN}apply/receipt/receipt.txt", sending.receipt_file, name="receipt-file"
    ),
    path(f"{_ORGAN}correction/", corrections.correction, name="correction"),
    path("follow/", follow.follow, name="follow"),
    path("follow/case/", follow.case, name="follow-case"),
    path("follow/amend/", amend.write, name="amend"),
    path("follow/amend/review/", amend.review, name="amend-review"),
    path("follow/withdraw/", withdrawing.withdraw, name="follow-withdraw"),
    path("follow/leave/", follow.leave, name="follow-leave"),
    path("follow/notices/<int:pk>/", follow.notice, name="follow-notice"),
    path("follow/files/<int:pk>/", follow.reply_file, name="follow-file"),
    path(f"{_ORGAN}search/", publishing.search, name="organ-search"),
    path(f"{_ORGAN}items/<int:pk>/", item_page.item, name="item"),
    path(f"{_ORGAN}items/<int:pk>/preview/", item_page.preview, name="item-preview"),
    path(
        f"{_ORGAN}items/<int:pk>/attachments/<int:attachment_pk>/<str:file_name>",
        item_page.attachment,
        name="attachment",
    ),
    path(f"{_ORGAN}index/<path:number>/", item_page.item_by_number, name="item-number"),
]
