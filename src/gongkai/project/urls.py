from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from gongkai.portal.casework.views.calendar_feed import calendar_feed

urlpatterns = [
    # Wagtail's own account page lets people rename themselves, and the journal
    # writes names: the desk has its own page instead.
    path("desk/account/", RedirectView.as_view(pattern_name="desk_account")),
    # Read by phones, which do not sign in: before the desk and its login.
    path("desk/feeds/<str:token>.ics", calendar_feed, name="calendar_feed"),
    path("desk/", include(wagtailadmin_urls)),
    path("", include("gongkai.portal.urls")),
]
