"""The address of the sheet that is posted."""

from django.urls import path

from lantoa.records.commitments import views

urlpatterns = [path("cam-ket/<uuid:record>/niem-yet.docx", views.posting, name="posting")]
