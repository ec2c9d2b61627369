"""Addresses of this front room."""

from django.urls import path

from opora.web.catalogue import views

app_name = "catalogue"
urlpatterns = [path("catalogue/", views.show_catalogue, name="list")]
