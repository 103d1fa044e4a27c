"""Addresses of finding practices, of what services did, and of the lists."""

from django.urls import path

from lantoa.records.practices import views

LISTS = "don-vi/<uuid:unit>/danh-muc-mo-hinh"
urlpatterns = [
    path("don-vi/<uuid:unit>/mo-hinh/tim/", views.find, name="find"),
    path("mo-hinh/<uuid:practice>/thang/", views.add_output, name="add-output"),
    path("mo-hinh/thang/<uuid:output>/bo/", views.withdraw_output, name="withdraw-output"),
    path(f"{LISTS}/", views.lists, name="lists"),
    path(f"{LISTS}/<slug:name>/them/", views.put_on_list, name="put-on-list"),
    path(f"{LISTS}/<slug:name>/<slug:code>/thoi/", views.end_on_list, name="end-on-list"),
]
