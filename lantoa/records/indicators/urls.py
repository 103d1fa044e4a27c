"""Addresses of indicators."""

from lantoa.records.indicators.views import KIND
from lantoa.records.record.urls import pages

app_name = "indicators"
urlpatterns = [*pages(KIND, word="chi-tieu")]
