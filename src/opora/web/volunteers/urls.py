"""Addresses of this front room."""

from django.urls import path

from opora.web.volunteers import hours, views

app_name = "volunteers"
urlpatterns = [
    path("volunteers/", views.list_helpers, name="list"),
    path("volunteers/new/", views.keep, name="new"),
    path("volunteers/<int:helper_id>/", views.show, name="helper"),
    path("volunteers/<int:helper_id>/change/", views.keep, name="change"),
    path("volunteers/<int:helper_id>/hours/", hours.note, name="hours"),
    path("volunteers/<int:helper_id>/void/", views.void, name="void"),
    path("volunteers/hours/<int:hours_id>/correct/", hours.correct, name="hours_correct"),
    path("volunteers/hours/<int:hours_id>/void/", hours.void, name="hours_void"),
]
