"""Addresses of what was typed."""

from django.urls import path

from lantoa.drafts import views

app_name = "drafts"
urlpatterns = [
    path("con-day/", views.still_here, name="still-here"),
    path("chu-da-go/<uuid:draft>/bo/", views.forget, name="forget"),
]
