"""Addresses of this front room."""

from django.urls import path

from opora.web.organization import views

app_name = "organization"
urlpatterns = [
    path("organization/", views.change_details, name="details"),
    path("organization/days/", views.keep_year, name="days"),
]
