"""Addresses of this front room."""

from django.urls import path

from opora.web.today import views

app_name = "today"
urlpatterns = [
    path("", views.show_today, name="today"),
    path("today/nobodys/", views.show_nobodys, name="nobodys"),
]
