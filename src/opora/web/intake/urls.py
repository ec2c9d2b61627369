"""Addresses of this front room."""

from django.urls import path

from opora.web.intake.views import channels, helping, new, public, queue, signal, sources, study

app_name = "intake"
urlpatterns = [
    path("help/", public.ask_for_help, name="help"),
    path("help/sent/", public.thank, name="help_sent"),
    path("signals/", queue.list_signals, name="list"),
    path("signals/new/", new.new_signal, name="new"),
    path("signals/known/", new.look_for_known, name="known"),
    path("signals/channels/", channels.list_channels, name="channels"),
    path("signals/<int:referral_id>/", signal.show_signal, name="signal"),
    path("signals/<int:referral_id>/same/<int:second_id>/", signal.join_signals, name="join"),
    path("signals/<int:referral_id>/joined/<int:join_id>/undo/", signal.part_signals, name="part"),
    path("signals/contacts/", helping.list_contacts, name="contacts"),
    path("signals/sources/<int:note_id>/", sources.show_source, name="source"),
    path("signals/contacts/<int:contact_id>/", helping.show_contact, name="contact"),
    path("signals/aid/<int:aid_id>/", helping.show_aid, name="aid"),
    path("signals/visits/<int:visit_id>/", study.show_visit, name="visit"),
    path("signals/visits/<int:visit_id>/report/", study.report_visit, name="report_visit"),
    path("signals/visits/<int:visit_id>/approve/", study.approve_visit, name="approve_visit"),
    path("signals/risks/<int:form_id>/", study.show_risk_form, name="risks"),
    path("signals/reports/<int:report_id>/", study.show_report, name="report"),
    path("signals/reports/<int:report_id>/freeze/", study.freeze_report, name="freeze_report"),
    path("routes/<int:route_id>/intake/", signal.show_panel, name="panel"),
    path("routes/<int:route_id>/intake/sources/", sources.list_sources, name="sources"),
    path("routes/<int:route_id>/intake/sources/new/", sources.new_source, name="new_source"),
    path("routes/<int:route_id>/intake/aid/", helping.new_aid, name="new_aid"),
    path("routes/<int:route_id>/intake/screening/", helping.screen, name="screening"),
    path("routes/<int:route_id>/intake/risks/", study.new_risk_form, name="new_risks"),
    path("routes/<int:route_id>/intake/report/", study.write_report, name="write_report"),
]
