"""Addresses of the frame: today, the look, the language, the gallery."""

from django.urls import path
from django.views.i18n import set_language

from opora.web.shell import views
from opora.web.shell.today import PANELS

app_name = "shell"
urlpatterns = [
    path("", views.today, name="today"),
    *[path(f"today/{name}/", views.panel, {"name": name}, name=f"today_{name}") for name in PANELS],
    path("look/", views.choose_look, name="theme"),
    path("language/", set_language, name="language"),
    path("settings/", views.show_settings, name="settings"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/confirm/", views.gallery_confirm, name="gallery_confirm"),
]
