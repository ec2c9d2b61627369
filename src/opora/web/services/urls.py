"""Addresses of this front room."""

from django.urls import path

from opora.web.services.views import family, given, log, planning, several

app_name = "services"
urlpatterns = [
    path("given/", given.show_rooms, name="given"),
    path("services/", log.show_log, name="log"),
    path("services/totals/", log.show_totals, name="totals"),
    path("services/several/", several.choose, name="several"),
    path("services/several/record/", several.record, name="several_form"),
    path("cases/<int:case_id>/services/", family.show, name="case"),
    path("routes/<int:route_id>/services/", family.show, name="route"),
    path("cases/<int:case_id>/services/deliver/", family.deliver, name="case_deliver"),
    path("routes/<int:route_id>/services/deliver/", family.deliver, name="route_deliver"),
    path("cases/<int:case_id>/services/plan/", planning.plan, name="case_plan"),
    path("routes/<int:route_id>/services/plan/", planning.plan, name="route_plan"),
    path("services/planned/<int:planned_id>/", planning.change, name="change"),
    path("services/planned/<int:planned_id>/stop/", planning.stop, name="stop"),
    path("services/planned/<int:planned_id>/void/", planning.void, name="void_plan"),
]
