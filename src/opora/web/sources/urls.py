"""Addresses of this front room."""

from django.urls import path

from opora.web.sources import views

app_name = "sources"
urlpatterns = [
    path("sources/", views.show_all, name="all"),
    path("sources/of/<slug:room>/<slug:page>/", views.show_page, name="page"),
]
