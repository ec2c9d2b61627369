"""Addresses of this front room."""

from django.urls import path

from opora.web.cases.views import (
    correcting,
    ending,
    file,
    listing,
    new,
    own_family,
    path_family,
    path_worker,
    stay,
    team,
    transferring,
)

app_name = "cases"
urlpatterns = [
    path("cases/", listing.list_cases, name="list"),
    path("cases/new/", new.new_case, name="new"),
    path("cases/<int:case_id>/people/<int:person_id>/own-family/", own_family.open_own, name="own_family"),
    path("routes/<int:route_id>/family/", path_family.name_family, name="path_family"),
    path("routes/<int:route_id>/worker/", path_worker.choose_worker, name="path_worker"),
    path("cases/<int:case_id>/summary/", file.show_summary, name="summary"),
    path("cases/<int:case_id>/history/", file.show_history, name="history"),
    path("cases/<int:case_id>/team/", team.show_team, name="team"),
    path("cases/<int:case_id>/team/join/", team.join, name="join"),
    path("cases/<int:case_id>/team/<int:member_id>/leave/", team.leave, name="leave"),
    path("cases/<int:case_id>/hand-over/call-off/", team.call_off, name="call_off_hand_over"),
    path("cases/<int:case_id>/hand-over/", team.hand_over, name="hand_over"),
    path("cases/<int:case_id>/stay/", stay.show_stay, name="stay"),
    path("cases/<int:case_id>/stay/begin/", stay.move_in, name="move_in"),
    path("cases/<int:case_id>/stay/extend/", stay.extend, name="extend"),
    path("cases/<int:case_id>/stay/end/", stay.move_out, name="move_out"),
    path("cases/<int:case_id>/close/", ending.close, name="close"),
    path("cases/<int:case_id>/correct/", correcting.correct, name="correct"),
    path("cases/<int:case_id>/correct/closing/", correcting.correct_closing, name="correct_closing"),
    path("cases/<int:case_id>/correct/children/<int:person_id>/", correcting.take_off_child, name="take_off_child"),
    path("cases/<int:case_id>/mistake/", correcting.void, name="void"),
    path("routes/<int:route_id>/mistake/", correcting.void_path, name="void_path"),
    path("cases/<int:case_id>/transfer/", transferring.transfer_case, name="transfer"),
    path("mistakes/", correcting.list_voided, name="voided"),
    path("mistakes/cases/<int:case_id>/", correcting.take_back, name="take_back"),
    path("mistakes/paths/<int:route_id>/", correcting.take_back_path, name="take_back_path"),
    path("cases/<int:case_id>/reopen/", ending.reopen, name="reopen"),
    path("cases/<int:case_id>/follow-up/", ending.follow_up, name="follow_up"),
]
