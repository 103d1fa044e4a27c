"""Addresses of the desk."""

from django.urls import path

from lantoa.desk import views

app_name = "desk"
TASKS = "don-vi/<uuid:unit>/ke-hoach"
GIVEN = "don-vi/<uuid:unit>/viec-duoc-giao"
urlpatterns = [
    path("", views.first, name="first"),
    path("dang-nhap/", views.SignIn.as_view(), name="sign-in"),
    path("dang-nhap/ma/", views.second_factor, name="second-factor"),
    path("dang-xuat/", views.sign_out, name="sign-out"),
    path("don-vi/", views.units, name="units"),
    path("don-vi/<uuid:unit>/", views.unit, name="unit"),
    path("don-vi/<uuid:unit>/so-lieu/<str:measure>/", views.measure, name="measure"),
    path("don-vi/<uuid:unit>/chua-co-so/<str:kind>/", views.silent, name="silent"),
    path("don-vi/<uuid:unit>/can-xem-lai/", views.doubts, name="doubts"),
    path(f"{TASKS}/", views.plans, name="plans"),
    path(f"{TASKS}/them/<uuid:plan>/", views.add_task, name="add-task"),
    path(f"{TASKS}/<uuid:task>/", views.task, name="task"),
    path(f"{TASKS}/<uuid:task>/giao/", views.hand_task, name="hand-task"),
    path(f"{TASKS}/<uuid:task>/nhac/", views.remind_late, name="remind"),
    path(f"{GIVEN}/", views.given, name="given"),
    path(f"{GIVEN}/<uuid:share>/xong/", views.say_done, name="say-done"),
    path(f"{GIVEN}/<uuid:share>/<slug:said>/", views.tap, name="tap"),
    path("don-vi/<uuid:unit>/kien-nghi/", views.matters, name="matters"),
    path("don-vi/<uuid:unit>/kien-nghi/ghi/", views.raise_one, name="raise-matter"),
    path("kien-nghi/<uuid:matter>/", views.matter, name="matter"),
    path("kien-nghi/<uuid:matter>/<slug:deed>/", views.go_on, name="move-matter"),
    path("don-vi/<uuid:unit>/quy/", views.funds, name="funds"),
    path("don-vi/<uuid:unit>/quy/quy-dinh/", views.payment_rule, name="payment-rule"),
    path("quy/<uuid:fund>/", views.fund, name="fund"),
    path("quy/<uuid:fund>/bang-tinh/", views.fund_sheet, name="fund-sheet"),
    path("quy/<uuid:fund>/chuyen/", views.move_money, name="move-money"),
    path("quy/<uuid:fund>/de-nghi-chi/", views.propose_payment, name="propose-payment"),
    path("de-nghi-chi/<uuid:proposal>/", views.decide_payment, name="decide-payment"),
    path("khoan/<uuid:transfer>/dao/", views.reverse_transfer, name="reverse-transfer"),
]
