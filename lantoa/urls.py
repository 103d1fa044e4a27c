"""Every address of the site."""

from django.urls import include, path

from lantoa.records.record.urls import every_kind

urlpatterns = [
    path("", include("lantoa.desk.urls")),
    path("", include("lantoa.phone.urls")),
    path("", include("lantoa.drafts.urls")),
    path("", include("lantoa.reports.urls")),
    path("", include("lantoa.reader.urls")),
    path("", include("lantoa.office.urls")),
    path("", include("lantoa.reorganisation.urls")),
    *every_kind(),
]

# What refuses or fails speaks in our words; the pages are lantoa/templates/4*.html and 5*.html.
handler400 = "lantoa.desk.views.refusing.unreadable"
handler500 = "lantoa.desk.views.refusing.failed"
