"""Addresses of this front room."""

from django.urls import path

from opora.web.notes import views

app_name = "notes"
urlpatterns = [
    path("notes/", views.list_mine, name="list"),
    path("notes/left/", views.list_left, name="left"),
    path("notes/<int:note_id>/", views.show, name="note"),
    path("notes/<int:note_id>/correct/", views.correct, name="correct"),
    path("notes/<int:note_id>/void/", views.void, name="void"),
    path("notes/<int:note_id>/readers/", views.name_readers, name="readers"),
    path("notes/<int:note_id>/hand-on/", views.hand_on, name="hand_on"),
    path("cases/<int:case_id>/notes/", views.write, name="case"),
    path("routes/<int:route_id>/notes/", views.write, name="route"),
]
