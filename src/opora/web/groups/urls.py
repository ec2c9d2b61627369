"""Addresses of this front room."""

from django.urls import path

from opora.web.groups.views import family, keeping, listing, meeting, page, roster, sheet

app_name = "groups"
urlpatterns = [
    path("groups/", listing.show_list, name="list"),
    path("groups/new/", keeping.add, name="new"),
    path("groups/<int:group_id>/", page.show, name="group"),
    path("groups/<int:group_id>/journal/", page.show_journal, name="journal"),
    path("groups/<int:group_id>/change/", keeping.change, name="change"),
    path("groups/<int:group_id>/void/", keeping.void, name="void"),
    path("groups/<int:group_id>/remove/", keeping.remove, name="remove"),
    path("groups/<int:group_id>/meetings/new/", keeping.plan, name="session_new"),
    path("groups/<int:group_id>/families/", roster.choose, name="families"),
    path("cases/<int:case_id>/groups/<int:group_id>/join/", roster.join, name="case_join"),
    path("routes/<int:route_id>/groups/<int:group_id>/join/", roster.join, name="route_join"),
    path("cases/<int:case_id>/groups/", family.show, name="case"),
    path("routes/<int:route_id>/groups/", family.show, name="route"),
    path("cases/<int:case_id>/groups/choose/", family.choose, name="case_choose"),
    path("routes/<int:route_id>/groups/choose/", family.choose, name="route_choose"),
    path("groups/people/<int:participant_id>/leave/", roster.leave, name="leave"),
    path("groups/meetings/<int:session_id>/", sheet.mark, name="sheet"),
    path("groups/meetings/<int:session_id>/change/", keeping.change_day, name="session_change"),
    path("groups/meetings/<int:session_id>/remove/", keeping.remove_day, name="session_remove"),
    path("groups/meetings/<int:session_id>/guest/", meeting.guest, name="guest"),
    path("groups/meetings/<int:session_id>/agreed/", meeting.agree, name="agree"),
    path("groups/guests/<int:guest_id>/", meeting.change_guest, name="guest_change"),
    path("groups/agreed/<int:commitment_id>/", meeting.change_agreed, name="agreed_change"),
    path("groups/agreed/<int:commitment_id>/task/", meeting.make_task, name="make_task"),
]
