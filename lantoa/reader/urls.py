"""Addresses of the reader."""

from django.urls import path

from lantoa.reader import views

app_name = "reader"
READ = "don-vi/<uuid:unit>/doc-bao-cao/"
ONE = f"{READ}<uuid:reading>/"
urlpatterns = [
    path(READ, views.read, name="read"),
    path(ONE, views.show, name="show"),
    path(f"{ONE}so/<int:start>/", views.decide, name="decide"),
    path(f"{ONE}doi-chieu/", views.account, name="account"),
    path(f"{ONE}xoa-van-ban/", views.forget, name="forget"),
    path("don-vi/<uuid:unit>/dan-tin-nhan/", views.message, name="message"),
]
