"""Addresses of the chain."""

from django.urls import path

from opora.web.chain import views

app_name = "chain"
urlpatterns = [
    path("chain/", views.list_models, name="list"),
    path("chain/<slug:code>/", views.show_model, name="model"),
]
