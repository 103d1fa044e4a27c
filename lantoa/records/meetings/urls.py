"""Addresses of meetings."""

from lantoa.records.meetings.views import KIND
from lantoa.records.record.urls import pages

app_name = "meetings"
urlpatterns = [*pages(KIND, word="buoi-hoc")]
