"""Addresses of this front room."""

from django.urls import path

from opora.web.circumstances.views import family, now

app_name = "circumstances"
urlpatterns = [
    path("circumstances/", now.list_now, name="list"),
    path("cases/<int:case_id>/circumstances/", family.show, name="case"),
    path("routes/<int:route_id>/circumstances/", family.show, name="route"),
    path("cases/<int:case_id>/circumstances/record/", family.record, name="case_record"),
    path("routes/<int:route_id>/circumstances/record/", family.record, name="route_record"),
]
