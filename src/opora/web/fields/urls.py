"""Addresses of this front room."""

from django.urls import path

from opora.web.fields.views import answering, keeping

app_name = "fields"
urlpatterns = [
    path("fields/", keeping.list_fields, name="list"),
    path("fields/new/", keeping.add, name="new"),
    path("fields/<int:field_id>/", keeping.change, name="field"),
    path("fields/<int:field_id>/end/", keeping.end, name="end"),
    path("fields/<int:field_id>/again/", keeping.ask_again, name="again"),
    path("fields/<int:field_id>/shift/", keeping.shift, name="shift"),
    path("cases/<int:case_id>/details/", answering.show, name="case"),
    path("routes/<int:route_id>/details/", answering.show, name="route"),
    path("cases/<int:case_id>/details/fill/", answering.fill, name="case_fill"),
    path("routes/<int:route_id>/details/fill/", answering.fill, name="route_fill"),
]
