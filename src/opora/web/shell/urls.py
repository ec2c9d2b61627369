"""Addresses of the frame: the look, the language, the gallery."""

from django.urls import path
from django.views.i18n import set_language

from opora.web.shell import views

app_name = "shell"
urlpatterns = [
    path("look/", views.choose_look, name="theme"),
    path("language/", set_language, name="language"),
    path("settings/", views.show_settings, name="settings"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/confirm/", views.gallery_confirm, name="gallery_confirm"),
]
