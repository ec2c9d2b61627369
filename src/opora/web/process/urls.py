"""Addresses of this front room."""

from django.urls import path

from opora.web.process.views import definition, handing, map, moving, palliative, papers, refusal, route, step, work

app_name = "process"
urlpatterns = [
    path("routes/", work.list_work, name="work"),
    path("routes/<int:route_id>/steps/<slug:action>/", step.take_step, name="step"),
    path("routes/<int:route_id>/file-paper/", papers.file_paper, name="file_paper"),
    path("routes/<int:route_id>/withdraw-paper/<int:paper_id>/", papers.withdraw_paper, name="withdraw_paper"),
    path("routes/<int:route_id>/done/<slug:task>/", step.finish_task, name="finish_task"),
    path("routes/<int:route_id>/take-back/", step.take_back, name="take_back"),
    path("routes/<int:route_id>/override/", step.override, name="override"),
    path("routes/<int:route_id>/refusal/", refusal.show_refusal, name="refusal"),
    path("routes/<int:route_id>/type/", palliative.change_type, name="palliative"),
    path("routes/<int:route_id>/hand-on/", handing.hand_on, name="hand_on"),
    path("cases/<int:case_id>/path/", route.lead_to_path, name="case_path"),
    path("process/", map.list_processes, name="list"),
    path("process/<slug:code>/", map.show_map, name="map"),
    path("process/<slug:code>/stage/<slug:stage>/", map.list_stage, name="stage"),
    path("process/<slug:code>/table/", definition.show_tables, name="tables"),
    path("process/<slug:code>/move/", moving.move_paths, name="move"),
    path("process/<slug:code>/bpmn/", definition.download_bpmn, name="bpmn"),
    path("routes/<int:route_id>/map/", map.show_route_map, name="route_map"),
]
