from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    # Wagtail's own account page lets people rename themselves, and the journal
    # writes names: the desk has its own page instead.
    path("desk/account/", RedirectView.as_view(pattern_name="desk_account")),
    path("desk/", include(wagtailadmin_urls)),
    path("", include("gongkai.portal.urls")),
]
