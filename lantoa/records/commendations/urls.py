"""Addresses of the papers of commendations."""

from django.urls import path

from lantoa.records.commendations import views

urlpatterns = [
    path("khen-thuong/<uuid:record>/to-trinh.docx", views.proposal, name="proposal"),
    path("khen-thuong/<uuid:record>/giay-ghi-nhan.docx", views.certificate, name="certificate"),
]
