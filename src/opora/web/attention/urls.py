"""Addresses of this front room."""

from django.urls import path

from opora.web.attention import views

app_name = "attention"
urlpatterns = [
    path("attention/", views.list_families, name="list"),
    path("attention/panel/", views.show_panel, name="panel"),
    path("attention/rules/", views.set_rules, name="rules"),
    path("cases/<int:case_id>/aside/", views.put_aside, name="aside"),
    path("cases/<int:case_id>/aside/end/", views.take_back, name="take_back"),
]
