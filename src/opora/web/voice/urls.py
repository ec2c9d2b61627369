"""Addresses of this front room."""

from django.urls import path

from opora.web.voice import channels, quotes, views

app_name = "voice"
urlpatterns = [
    path("voice/", views.list_pieces, name="list"),
    path("voice/new/", views.keep, name="new"),
    path("voice/<int:piece_id>/change/", views.keep, name="change"),
    path("voice/<int:piece_id>/void/", views.void, name="void"),
    path("cases/<int:case_id>/quotes/", quotes.show, name="case_quotes"),
    path("routes/<int:route_id>/quotes/", quotes.show, name="route_quotes"),
    path("cases/<int:case_id>/quotes/new/", quotes.mark, name="case_quote_new"),
    path("routes/<int:route_id>/quotes/new/", quotes.mark, name="route_quote_new"),
    path("voice/quotes/<int:quote_id>/take-back/", quotes.take_back, name="take_back"),
    path("voice/channels/", channels.list_channels, name="channels"),
    path("voice/channels/new/", channels.keep, name="channel_new"),
    path("voice/channels/<int:channel_id>/", channels.show, name="channel"),
    path("voice/channels/<int:channel_id>/change/", channels.keep, name="channel_change"),
    path("voice/channels/<int:channel_id>/count/", channels.count, name="count"),
]
