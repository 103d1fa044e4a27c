"""Addresses of those in the field."""

from django.urls import path

from lantoa.phone import views

app_name = "phone"
urlpatterns = [
    path("the/<str:token>/", views.card, name="card"),
    path("ghi/", views.home, name="home"),
    path("ghi/thoat/", views.leave, name="leave"),
    path("ghi/<uuid:unit>/", views.unit, name="unit"),
]
