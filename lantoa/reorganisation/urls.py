"""Addresses of reorganisation."""

from django.urls import path

from lantoa.reorganisation import views

HERE = "don-vi/<uuid:unit>/sap-xep/"
ACT = f"{HERE}<uuid:act>/"

app_name = "reorganisation"
urlpatterns = [
    path(HERE, views.acts, name="acts"),
    path(f"{HERE}moi/", views.draft, name="draft"),
    path(f"{HERE}moi/tung-viec/", views.draft_by_hand, name="draft-by-hand"),
    path(f"{HERE}bang-mau.xlsx", views.template, name="template"),
    path(f"{HERE}vi-du.xlsx", views.example_list, name="example"),
    path(ACT, views.act, name="act"),
    path(f"{ACT}sua/", views.redraft, name="redraft"),
    path(f"{ACT}them-viec/", views.add_step, name="add-step"),
    path(f"{ACT}bo-viec/<int:order>/", views.drop_step, name="drop-step"),
    path(f"{ACT}chay-thu/", views.simulate, name="simulate"),
    path(f"{ACT}chay-thu.xlsx", views.outcome_file, name="outcome"),
    path(f"{ACT}duyet/", views.approve, name="approve"),
    path(f"{ACT}danh-sach.xlsx", views.steps_file, name="steps"),
    path(f"{ACT}bo/", views.drop, name="drop"),
    path(f"{ACT}thu-hoi/", views.reverse, name="reverse"),
    path("don-vi/<uuid:unit>/lich-su/", views.life, name="life"),
    path("don-vi/<uuid:unit>/so-sanh/", views.compare, name="compare"),
    path("doi-thanh/", views.became, name="became"),
]
