"""Addresses of this front room."""

from django.urls import path

from opora.web.logic.views import reading

app_name = "logic"
urlpatterns = [
    path("logic/", reading.list_models, name="list"),
    path("logic/outcomes/", reading.list_outcomes, name="outcomes"),
    path("logic/assumptions/", reading.list_assumptions, name="assumptions"),
    path("logic/of/<slug:code>/", reading.show_model, name="model"),
    path("logic/of/<slug:code>/versions/<int:number>/", reading.show_version, name="version"),
    path("logic/of/<slug:code>/boxes/<slug:node>/", reading.show_node, name="node"),
]
