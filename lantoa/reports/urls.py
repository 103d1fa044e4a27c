"""Addresses of reports."""

from django.urls import path

from lantoa.reports import views

app_name = "reports"
urlpatterns = [
    path("don-vi/<uuid:unit>/bao-cao/", views.ask, name="ask"),
    path("don-vi/<uuid:unit>/bao-cao/mau/", views.layout, name="layout"),
    path("don-vi/<uuid:unit>/bao-cao/mau/tep/", views.layout_file, name="layout-file"),
    path("don-vi/<uuid:unit>/bao-cao/mau/goc/", views.forget, name="forget-layout"),
]
