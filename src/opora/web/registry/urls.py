"""Addresses of the registry import."""

from django.urls import path

from opora.web.registry import views

app_name = "registry"
urlpatterns = [
    path("registry/", views.start, name="start"),
    path("registry/blank.xlsx", views.download_blank, name="blank"),
    path("registry/<int:run_id>/", views.show_run, name="run"),
    path("registry/<int:run_id>/program/", views.choose_program, name="program"),
    path("registry/<int:run_id>/columns/", views.choose_columns, name="columns"),
    path("registry/<int:run_id>/ask/", views.ask_again, name="ask"),
    path("registry/<int:run_id>/emptied/", views.choose_emptied, name="emptied"),
    path("registry/<int:run_id>/confirm/", views.confirm, name="confirm"),
    path("registry/<int:run_id>/discard/", views.discard, name="discard"),
    path("registry/<int:run_id>/remarks.xlsx", views.download_remarks, name="remarks"),
]
