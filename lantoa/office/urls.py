"""Addresses of the pages of a unit's keeper."""

from django.urls import path

from lantoa.office import views

app_name = "office"
HERE = "don-vi/<uuid:unit>"
ACCOUNT = f"{HERE}/tai-khoan/<uuid:account>"
urlpatterns = [
    path(f"{HERE}/mo-chi-bo/", views.open_cells, name="open-cells"),
    path(f"{HERE}/mo-chi-bo/bang-mau.xlsx", views.list_template, name="list-template"),
    path(f"{HERE}/the/", views.cards, name="cards"),
    path(f"{HERE}/the/in/", views.sheet, name="card-sheet"),
    path(f"{HERE}/tai-khoan/", views.posts, name="posts"),
    path(f"{HERE}/tai-khoan/moi/", views.open_account, name="open-account"),
    path(f"{HERE}/tai-khoan/giao/", views.give_post, name="give-post"),
    path(f"{HERE}/nhiem-vu/<uuid:post>/thoi/", views.end_post, name="end-post"),
    path(f"{ACCOUNT}/", views.account, name="account"),
    path(f"{ACCOUNT}/mat-khau/", views.new_password, name="new-password"),
    path(f"{ACCOUNT}/tat-mo/", views.switch_account, name="switch-account"),
    path(f"{HERE}/phai-ghi/", views.obligations, name="obligations"),
    path(f"{HERE}/phai-ghi/bo/<uuid:row>/", views.take_back, name="take-back"),
    path(f"{HERE}/phai-ghi/doi/<str:kind>/", views.oblige, name="oblige"),
    path(f"{HERE}/thoi-han/", views.limits, name="limits"),
    path(f"{HERE}/thoi-han/doi/<str:code>/", views.change_limit, name="change-limit"),
    path(f"{HERE}/phieu-doi-chieu/", views.head, name="head"),
    path(f"{HERE}/phieu-doi-chieu/tep.json", views.head_file, name="head-file"),
    path(f"{HERE}/ma-xac-nhan/", views.require_factor, name="require-factor"),
    path(f"{ACCOUNT}/bo-ma/", views.reset_factor, name="reset-factor"),
    path("ma-xac-nhan/", views.own_factor, name="own-factor"),
    path("may-dang-nhap/", views.machines, name="machines"),
    path("mat-khau/", views.own_password, name="own-password"),
]
