"""Addresses of the pages of a unit's keeper."""

from django.urls import path

from lantoa.office import views

app_name = "office"
HERE = "don-vi/<uuid:unit>"
PERSONAL = f"{HERE}/du-lieu-ca-nhan"
GUIDANCE = f"{HERE}/chi-dao/<slug:sort>"
ACCOUNT = f"{HERE}/tai-khoan/<uuid:account>"
urlpatterns = [
    path(f"{HERE}/mo-chi-bo/", views.open_cells, name="open-cells"),
    path(f"{HERE}/mo-chi-bo/bang-mau.xlsx", views.list_template, name="list-template"),
    path(f"{HERE}/the/", views.cards, name="cards"),
    path(f"{HERE}/the/may/", views.card_phones, name="card-phones"),
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
    path(f"{PERSONAL}/", views.personal, name="personal"),
    path(f"{PERSONAL}/ban-ke.docx", views.statement, name="statement"),
    path(f"{PERSONAL}/ten/<uuid:name>/", views.person, name="person"),
    path(f"{PERSONAL}/ten/<uuid:name>/rut/", views.withdraw_name, name="withdraw-name"),
    path(f"{PERSONAL}/ten/<uuid:name>/xoa/", views.erase_name, name="erase-name"),
    path(f"{PERSONAL}/ten/<uuid:name>/tep.html", views.person_file, name="person-file"),
    path(f"{PERSONAL}/tai-khoan/<uuid:account>/", views.holder, name="holder"),
    path(f"{PERSONAL}/tai-khoan/<uuid:account>/xoa/", views.erase_holder, name="erase-holder"),
    path(f"{PERSONAL}/tai-khoan/<uuid:account>/tep.html", views.holder_file, name="holder-file"),
    path(f"{HERE}/chi-dao/", views.guidance, {"sort": "van-ban"}, name="all-guidance"),
    path(f"{GUIDANCE}/", views.guidance, name="guidance"),
    path(f"{GUIDANCE}/them/", views.add_guidance, name="add-guidance"),
    path(f"{GUIDANCE}/<uuid:row>/", views.guidance_row, name="guidance-row"),
    path(f"{GUIDANCE}/<uuid:row>/sua/", views.correct_guidance, name="correct-guidance"),
    path(f"{GUIDANCE}/<uuid:row>/bo/", views.withdraw_guidance, name="withdraw-guidance"),
    path(f"{HERE}/van-ban/<uuid:row>/tep/", views.add_document_file, name="add-file"),
    path(f"{HERE}/van-ban/tep/<uuid:file>/", views.document_file, name="file"),
    path(f"{HERE}/van-ban/tep/<uuid:file>/go/", views.remove_document_file, name="remove-file"),
    path(f"{HERE}/thoi-han/", views.limits, name="limits"),
    path(f"{HERE}/thoi-han/doi/<str:code>/", views.change_limit, name="change-limit"),
    path(f"{HERE}/phieu-doi-chieu/", views.head, name="head"),
    path(f"{HERE}/phieu-doi-chieu/tep.json", views.head_file, name="head-file"),
    path(f"{HERE}/ma-xac-nhan/", views.require_factor, name="require-factor"),
    path(f"{ACCOUNT}/bo-ma/", views.reset_factor, name="reset-factor"),
    path("ma-xac-nhan/", views.own_factor, name="own-factor"),
    path("ma-xac-nhan/khoa/", views.passkeys, name="passkeys"),
    path("ma-xac-nhan/khoa/them/", views.add_passkey, name="add-passkey"),
    path("may-dang-nhap/", views.machines, name="machines"),
    path("mat-khau/", views.own_password, name="own-password"),
]
