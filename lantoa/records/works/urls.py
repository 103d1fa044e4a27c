"""Addresses of the files that prove works."""

from django.urls import path

from lantoa.records.works import views

urlpatterns = [
    path("cong-trinh/<uuid:work>/minh-chung/", views.add_proofs, name="add-proofs"),
    path("minh-chung/<uuid:proof>/", views.proof, name="proof"),
    path("minh-chung/<uuid:proof>/go/", views.remove_proof, name="remove-proof"),
]
