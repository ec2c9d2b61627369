"""Addresses of this front room."""

from django.urls import path

from opora.web.life.views import choosing, mending, reading, recording, visits

app_name = "life"
urlpatterns = [
    path("record/", choosing.choose_family, name="choose_family"),
    path("signals/<int:referral_id>/record/", choosing.of_signal, name="signal_record"),
    path("cases/<int:case_id>/record/", choosing.choose_kind, name="case_choose"),
    path("routes/<int:route_id>/record/", choosing.choose_kind, name="route_choose"),
    path("cases/<int:case_id>/record/<slug:kind>/", recording.record, name="case_record"),
    path("routes/<int:route_id>/record/<slug:kind>/", recording.record, name="route_record"),
    path("cases/<int:case_id>/life/", reading.show, name="case"),
    path("routes/<int:route_id>/life/", reading.show, name="route"),
    path("life/<slug:source>/<int:record_id>/mend/", mending.mend, name="mend"),
    path("life/<slug:source>/<int:record_id>/void/", mending.void, name="void"),
    path("life/<slug:source>/<int:record_id>/undo/", mending.undo, name="undo"),
    path("life/visit/<int:visit_id>/put-off/", visits.put_off, name="put_off"),
    path("life/visit/<int:visit_id>/cancel/", visits.cancel, name="cancel"),
    path("life/visit/<int:visit_id>/missed/", visits.missed, name="missed"),
    path("life/mail/<int:contact_id>/answered/", mending.answered, name="answered"),
]
