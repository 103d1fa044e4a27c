"""Every address of the site."""

from django.urls import include, path

urlpatterns = [
    path("", include("lantoa.desk.urls")),
    path("", include("lantoa.phone.urls")),
    path("", include("lantoa.reports.urls")),
    path("", include("lantoa.reader.urls")),
    path("", include("lantoa.records.meetings.urls")),
    path("", include("lantoa.records.works.urls")),
    path("", include("lantoa.records.indicators.urls")),
    path("", include("lantoa.records.quotations.urls")),
    path("", include("lantoa.office.urls")),
    path("", include("lantoa.reorganisation.urls")),
]
