"""Addresses of this front room."""

from django.urls import path

from opora.web.journal import views

app_name = "journal"
urlpatterns = [
    path("journal/", views.entries, name="entries"),
    path("journal/check/", views.check, name="check"),
    path("cases/<int:case_id>/journal/", views.family, name="family"),
]
