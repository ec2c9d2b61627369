"""Addresses of this front room."""

from django.urls import URLPattern, URLResolver

app_name = "shell"
urlpatterns: list[URLPattern | URLResolver] = []
