"""Addresses of this front room. They keep the names by which every room knows a case and a path."""

from django.urls import path

from opora.web.family_page import views

# Joined to the addresses of the rooms whose subjects they are (opora.web.urls): `cases:file` and `process:route`.
OF_CASES = [path("cases/<int:case_id>/", views.show_by_case, name="file")]
OF_PATHS = [path("routes/<int:route_id>/", views.show_by_path, name="route")]
