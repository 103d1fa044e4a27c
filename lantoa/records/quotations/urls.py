"""Addresses of quoted figures."""

from lantoa.records.quotations.views import KIND
from lantoa.records.record.urls import pages

app_name = "quotations"
urlpatterns = [*pages(KIND, word="trich-dan")]
