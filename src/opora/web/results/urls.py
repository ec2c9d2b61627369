"""Addresses of this front room."""

from django.urls import path

from opora.web.results.views import family, many

app_name = "results"
urlpatterns = [
    path("results/", many.show_list, name="list"),
    path("cases/<int:case_id>/results/", family.show, name="case"),
    path("routes/<int:route_id>/results/", family.show, name="route"),
    path("cases/<int:case_id>/results/record/", family.record, name="case_record"),
    path("routes/<int:route_id>/results/record/", family.record, name="route_record"),
    path("cases/<int:case_id>/results/answer/", family.answer, name="answer"),
]
