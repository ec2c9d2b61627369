"""Addresses of this front room."""

from django.urls import path

from opora.web.correspondence.views import (
    agreements,
    answers,
    documents,
    family,
    journal,
    meetings,
    mending,
    sending,
    writing,
)

app_name = "correspondence"
urlpatterns = [
    path("letters/", journal.list_letters, name="list"),
    path("letters/new/", writing.new_letter, name="new"),
    path("letters/in/", answers.record_incoming, name="in"),
    path("letters/<int:official_id>/", journal.show_letter, name="letter"),
    path("letters/<int:official_id>/file/", journal.hand_out, name="file"),
    path("letters/<int:official_id>/change/", writing.change_letter, name="change"),
    path("letters/<int:official_id>/check/", sending.check_letter, name="check"),
    path("letters/<int:official_id>/approve/", sending.approve, name="approve"),
    path("letters/<int:official_id>/send/", sending.send, name="send"),
    path("letters/<int:official_id>/answer/", answers.record_answer, name="answer"),
    path("letters/<int:official_id>/give-up/", answers.give_up, name="give_up"),
    path("letters/<int:official_id>/correct/", mending.correct, name="correct"),
    path("letters/<int:official_id>/void/", mending.void, name="void"),
    path("cases/<int:case_id>/letters/", family.show, name="case"),
    path("cases/<int:case_id>/letters/new/", writing.new_letter, name="case_new"),
    path("cases/<int:case_id>/letters/in/", answers.record_incoming, name="case_in"),
    path("routes/<int:route_id>/letters/", family.show, name="route"),
    path("routes/<int:route_id>/letters/new/", writing.new_letter, name="route_new"),
    path("routes/<int:route_id>/letters/in/", answers.record_incoming, name="route_in"),
    path("documents/", documents.list_documents, name="documents"),
    path("cases/<int:case_id>/documents/", documents.list_documents, name="case_documents"),
    path("cases/<int:case_id>/documents/<slug:kind>/", documents.hand_out, name="document"),
    path("agreements/", agreements.list_agreements, name="agreements"),
    path("agreements/new/", agreements.keep, name="agreement_new"),
    path("agreements/<int:agreement_id>/", agreements.show, name="agreement"),
    path("agreements/<int:agreement_id>/change/", agreements.keep, name="agreement_change"),
    path("agreements/<int:agreement_id>/end/", agreements.end, name="agreement_end"),
    path("agreements/<int:agreement_id>/void/", agreements.void, name="agreement_void"),
    path("agreements/<int:agreement_id>/file/", agreements.hand_out, name="agreement_file"),
    path("agreements/<int:agreement_id>/print/", agreements.print_out, name="agreement_print"),
    path("meetings/", meetings.list_meetings, name="meetings"),
    path("meetings/new/", meetings.keep, name="meeting_new"),
    path("meetings/<int:meeting_id>/", meetings.show, name="meeting"),
    path("meetings/<int:meeting_id>/change/", meetings.keep, name="meeting_change"),
    path("meetings/<int:meeting_id>/void/", meetings.void, name="meeting_void"),
]
