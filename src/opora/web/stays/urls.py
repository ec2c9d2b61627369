"""Addresses of this front room."""

from django.urls import path

from opora.web.stays.views import admitting, board, during, family, rooms

app_name = "stays"
urlpatterns = [
    path("stays/", board.list_places, name="list"),
    path("stays/new/", rooms.add_place, name="new"),
    path("stays/<int:shelter_id>/", board.show_board, name="board"),
    path("stays/<int:shelter_id>/rooms/", rooms.show_rooms, name="rooms"),
    path("stays/<int:shelter_id>/rooms/new/", rooms.add_room, name="room_new"),
    path("stays/rooms/<int:room_id>/bed/", rooms.add_bed, name="bed_new"),
    path("stays/beds/<int:bed_id>/remove/", rooms.remove_bed, name="bed_remove"),
    path("stays/beds/<int:bed_id>/block/", rooms.block_bed, name="bed_block"),
    path("stays/blocks/<int:use_id>/end/", rooms.unblock_bed, name="bed_unblock"),
    path("cases/<int:case_id>/stays/", family.show_case, name="case"),
    path("cases/<int:case_id>/stays/admit/", admitting.admit, name="case_admit"),
    path("cases/<int:case_id>/stays/longer/", family.longer, name="case_longer"),
    path("cases/<int:case_id>/stays/leave/", family.leave, name="case_leave"),
    path("cases/<int:case_id>/stays/<int:stay_id>/place/", admitting.settle, name="settle"),
    path("routes/<int:route_id>/stays/", family.show_route, name="route"),
    path("routes/<int:route_id>/stays/admit/", family.show_route, name="route_admit"),
    path("stays/admissions/<int:admission_id>/", family.show_admission, name="admission"),
    path("stays/admissions/<int:admission_id>/act/", family.show_act, name="act"),
    path("stays/admissions/<int:admission_id>/arrive/", admitting.arrive, name="arrive"),
    path("stays/admissions/<int:admission_id>/call-off/", admitting.call_off, name="call_off"),
    path("stays/admissions/<int:admission_id>/extend/", during.ask, name="ask"),
    path("stays/admissions/<int:admission_id>/decide/", during.decide, name="decide"),
    path("stays/admissions/<int:admission_id>/move/", during.move, name="move"),
    path("stays/admissions/<int:admission_id>/away/", during.away, name="away"),
    path("stays/admissions/<int:admission_id>/join/", during.join, name="join"),
    path("stays/admissions/<int:admission_id>/leaves/<int:lodger_id>/", during.one_leaves, name="one_leaves"),
]
