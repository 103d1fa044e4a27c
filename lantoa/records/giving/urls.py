"""Addresses of the list of groups of givers, and of slips."""

from django.urls import path

from lantoa.records.giving import views

GROUPS = "don-vi/<uuid:unit>/nhom-nguoi-gop"
urlpatterns = [
    path(f"{GROUPS}/", views.groups, name="groups"),
    path(f"{GROUPS}/<slug:code>/thoi/", views.end, name="end-group"),
    path("van-dong/<uuid:gift>/giay-xac-nhan/", views.make, name="make-slip"),
    path("giay-xac-nhan/<uuid:slip>/", views.slip, name="slip"),
    path("giay-xac-nhan/<uuid:slip>/huy/", views.cancel, name="cancel-slip"),
]
