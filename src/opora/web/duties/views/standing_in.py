"""Who stands in while somebody is away."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from opora.access import actions as access
from opora.access.policies import may_name_substitute
from opora.access.queries import substitutes_for, substitutions_of
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.duties import actions, queries
from opora.duties.policies import check_can_look
from opora.web.duties.forms import SubstituteForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


@require_http_methods(["GET", "POST"])
def name_substitute(request: HttpRequest, user_id: int) -> HttpResponse:
    """Name a colleague who does the work for some days."""
    actor = actor_of(request)
    check_can_look(actor, user_id)
    name = queries.name_of(user_id=user_id)
    if not may_name_substitute(actor, user_id):
        raise NotFound
    back = reverse("duties:work", args=[user_id])
    form = SubstituteForm(given(request), people=substitutes_for(actor=actor, user_id=user_id))
    return form_page(
        request,
        form,
        lambda typed: actions.name_substitute(actor=actor, user_id=user_id, on=today(), **typed),
        template="duties/substitute.html",
        done=_("The substitute is named. Both see it on their pages."),
        back=back,
        context={"user_id": user_id, "name": name},
    )


@require_POST
def end_substitution(request: HttpRequest, user_id: int, substitution_id: int) -> HttpResponse:
    """The absent colleague is back earlier."""
    actor = actor_of(request)
    check_can_look(actor, user_id)
    known = {one.pk for one in substitutions_of(actor=actor, user_id=user_id, on=today())}
    if substitution_id in known:
        access.end_substitution(actor=actor, substitution_id=substitution_id, on=today())
    say(request, _("The standing in has ended."))
    return HttpResponseRedirect(reverse("duties:work", args=[user_id]))
