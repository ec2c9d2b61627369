"""Addresses of outcomes."""

from django.urls import path

from opora.web.evidence import views

app_name = "evidence"
urlpatterns = [
    path("outcomes/", views.show_outcomes, name="outcomes"),
    path("outcomes/<int:program_id>/cases/", views.show_behind, name="behind"),
    path("outcomes/export/<slug:kind>/", views.export, name="export"),
]
