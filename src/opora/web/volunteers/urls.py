"""Addresses of this front room."""

from django.urls import path

from opora.web.volunteers import views

app_name = "volunteers"
urlpatterns = [
    path("volunteers/", views.list_helpers, name="list"),
    path("volunteers/new/", views.keep, name="new"),
    path("volunteers/<int:helper_id>/", views.show, name="helper"),
    path("volunteers/<int:helper_id>/change/", views.keep, name="change"),
    path("volunteers/<int:helper_id>/hours/", views.note_hours, name="hours"),
    path("volunteers/<int:helper_id>/void/", views.void, name="void"),
]
