"""Addresses for programs, and of the page that connects them."""

from django.urls import path

from opora.web.api import answering, everything, views

app_name = "api"
urlpatterns = [
    path("everything/", everything.take_everything, name="everything"),
    path("connect/", views.connect, name="connect"),
    path("connect/new/", views.make, name="make"),
    path("connect/all/", views.show_all, name="all"),
    path("connect/<int:token_id>/revoke/", views.revoke, name="revoke"),
    path("api/v1/openapi.json", answering.describe, name="describe"),
    *(path(f"api/v1/{one.path}", answering.view_of(one), name=one.name) for one in answering.ENDPOINTS),
]
