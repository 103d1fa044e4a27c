"""Addresses of works and of their proofs."""

from django.urls import path

from lantoa.records.record.urls import pages
from lantoa.records.works import views

app_name = "works"
urlpatterns = [
    *pages(views.KIND, word="cong-trinh"),
    path("cong-trinh/<uuid:work>/minh-chung/", views.add_proofs, name="add-proofs"),
    path("minh-chung/<uuid:proof>/", views.proof, name="proof"),
    path("minh-chung/<uuid:proof>/go/", views.remove_proof, name="remove-proof"),
]
