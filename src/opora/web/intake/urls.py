"""Addresses of this front room."""

from django.urls import path

from opora.web.intake.views import new, public, queue, signal

app_name = "intake"
urlpatterns = [
    path("help/", public.ask_for_help, name="help"),
    path("help/sent/", public.thank, name="help_sent"),
    path("signals/", queue.list_signals, name="list"),
    path("signals/new/", new.new_signal, name="new"),
    path("signals/known/", new.look_for_known, name="known"),
    path("signals/<int:referral_id>/", signal.show_signal, name="signal"),
    path("routes/<int:route_id>/intake/", signal.show_panel, name="panel"),
]
