"""Addresses of this front room."""

from django.urls import path

from opora.web.search import views

app_name = "search"
urlpatterns = [path("search/", views.find, name="find")]
