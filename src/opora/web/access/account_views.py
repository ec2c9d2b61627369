"""Pages of django-allauth that change something, wrapped so that the journal line stands in the same transaction."""

from typing import Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.usersessions.views import ListUserSessionsView
from django.db import transaction
from django.http import HttpResponse

from opora.access import actions
from opora.web.access.devices import describe
from opora.web.shell.asking import actor_of


class ActivateApp(ActivateTOTPView):
    """Somebody adds a code app to the own account."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.record_second_factor(actor=actor_of(self.request), is_on=True)
        return response


class DeactivateApp(DeactivateTOTPView):
    """Somebody takes the code app off the own account, where the organization leaves that to people."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.record_second_factor(actor=actor_of(self.request), is_on=False)
        return response


class GenerateCodes(GenerateRecoveryCodesView):
    """New recovery codes; the old ones die."""

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.record_recovery_codes(actor=actor_of(self.request))
        return response


class Sessions(ListUserSessionsView):
    """Where one is signed in, and the way out of everywhere else."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["devices"] = [(describe(session.user_agent), session) for session in context["sessions"]]
        return context

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        actions.record_other_sessions_ended(actor=actor_of(self.request))
        return response
