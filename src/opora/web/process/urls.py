"""Addresses of this front room."""

from django.urls import path

from opora.web.process.views import (
    definition,
    draft_parts,
    draft_tables,
    drafting,
    handing,
    map,
    moving,
    palliative,
    papers,
    refusal,
    route,
    step,
    work,
)

app_name = "process"
_DRAFT = "process/<slug:code>/draft/"
_PART = f"{_DRAFT}parts/<slug:part>/<slug:which>/"
_TABLE = f"{_DRAFT}criteria/<slug:table>/"
_FACT = f"{_TABLE}facts/of/<slug:fact>/"
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
    path("process/<slug:code>/versions/", drafting.show_versions, name="versions"),
    path("process/<slug:code>/toml/", drafting.take, name="toml"),
    path(_DRAFT, drafting.show_draft, name="draft"),
    path(f"{_DRAFT}begin/", drafting.begin, name="draft_begin"),
    path(f"{_DRAFT}toml/", drafting.take_draft, name="draft_toml"),
    path(f"{_DRAFT}head/", drafting.change_head, name="draft_head"),
    path(f"{_DRAFT}add/<slug:part>/", draft_parts.add_part, name="draft_add"),
    path(_PART, draft_parts.change_part, name="draft_part"),
    path(f"{_PART}remove/", draft_parts.remove_part, name="draft_remove"),
    path(f"{_PART}shift/", draft_parts.shift_part, name="draft_shift"),
    path(_TABLE, draft_tables.show_table, name="draft_table"),
    path(f"{_TABLE}add/", draft_tables.add_row, name="draft_add_row"),
    path(f"{_TABLE}rows/<int:number>/", draft_tables.change_row, name="draft_row"),
    path(f"{_TABLE}rows/<int:number>/remove/", draft_tables.remove_row, name="draft_remove_row"),
    path(f"{_TABLE}rows/<int:number>/shift/", draft_tables.shift_row, name="draft_shift_row"),
    path(f"{_TABLE}facts/add/", draft_tables.add_fact, name="draft_add_fact"),
    path(_FACT, draft_tables.change_fact, name="draft_fact"),
    path(f"{_FACT}remove/", draft_tables.remove_fact, name="draft_remove_fact"),
    path(f"{_FACT}shift/", draft_tables.shift_fact, name="draft_shift_fact"),
    path(f"{_DRAFT}publish/", drafting.publish, name="draft_publish"),
    path(f"{_DRAFT}give-up/", drafting.give_up, name="draft_give_up"),
    path(f"{_DRAFT}take-back/", drafting.take_back, name="draft_take_back"),
    path("routes/<int:route_id>/map/", map.show_route_map, name="route_map"),
]
