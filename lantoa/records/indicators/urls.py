"""Addresses of what indicators of a unit are to come to."""

from django.urls import path

from lantoa.records.indicators import views

urlpatterns = [
    path("don-vi/<uuid:unit>/muc-phai-dat/", views.targets, name="targets"),
    path("don-vi/<uuid:unit>/muc-phai-dat/<uuid:target>/", views.end, name="end-target"),
]
