"""Addresses of this front room."""

from django.urls import path

from opora.web.reminders.views import calendar, listing, settings

app_name = "reminders"
urlpatterns = [
    path("reminders/", listing.show_reminders, name="list"),
    path("reminders/settings/", settings.show_settings, name="settings"),
    path("reminders/calendar/new/", settings.make_calendar, name="make_calendar"),
    path("reminders/calendar/revoke/", settings.revoke_calendar, name="revoke_calendar"),
    path("calendar/<str:token>.ics", calendar.give_calendar, name="calendar"),
]
