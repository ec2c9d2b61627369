"""Addresses of outcomes."""

from django.urls import path

from opora.web.evidence import depth, served, views

app_name = "evidence"
urlpatterns = [
    path("outcomes/", views.show_outcomes, name="outcomes"),
    path("outcomes/served/", served.show_served, name="served"),
    path("outcomes/served/export/", served.export_served, name="served_export"),
    path("outcomes/form/", depth.show_depth, name="depth"),
    path("outcomes/form/export/", depth.export_depth, name="depth_export"),
    path("outcomes/<int:program_id>/form/cases/", depth.show_depth_cases, name="depth_cases"),
    path("outcomes/<int:program_id>/cases/", views.show_behind, name="behind"),
    path("outcomes/export/<slug:kind>/", views.export, name="export"),
]
