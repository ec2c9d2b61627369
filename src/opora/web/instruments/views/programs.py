"""Which programs rate their families by a form."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.language import said
from opora.instruments.queries import definition_of, versions_of
from opora.programs.actions import choose_form
from opora.programs.queries import list_programs
from opora.web.instruments.forms import ProgramsForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def choose_programs(request: HttpRequest, code: str) -> HttpResponse:
    """The programs that take this form from now on; cases whose entry was rated by another keep theirs."""
    actor = actor_of(request)
    title = said(definition_of(versions_of(actor=actor, code=code)[0]).title)
    programs = list_programs(actor=actor)
    own = [str(one.pk) for one in programs if one.instrument_code == code]
    form = ProgramsForm(given(request), initial={"programs": own}, programs=[(one.pk, one.name) for one in programs])
    return form_page(
        request,
        form,
        lambda typed: choose_form(actor=actor, program_ids=[int(one) for one in typed["programs"]], code=code),
        template="instruments/programs.html",
        done=_("Saved. New families are rated by this form; those with an entry assessment keep theirs."),
        back=reverse("instruments:form", args=[code]),
        context={"code": code, "title": title},
    )
