"""A pasted message: understood, shown, and kept nowhere."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from lantoa.posts.access import Purpose
from lantoa.reader.forms import MessageForm
from lantoa.reader.messages import Understood, understood
from lantoa.reader.places import named_in, names_any
from lantoa.reader.queries.reading import known_units
from lantoa.reader.views.frame import frame, place_for
from lantoa.records.record.columns import columns_of
from lantoa.records.record.forms import complaints
from lantoa.records.record.kinds import KindConfig, filled_from_messages
from lantoa.records.record.pages import Fact
from lantoa.units.models import Unit
from lantoa.units.queries import Portrait


@sensitive_post_parameters("message")
@login_required
@never_cache
def message(request: HttpRequest, unit: UUID) -> HttpResponse:
    """Ask for a message, show what was understood, and lead to the form filled with it.

    Only numbers, the day and the sort go on, in the address of the form; the words go nowhere.
    """
    place, today = place_for(request, unit, work=Purpose.RECORD), localdate()
    form = MessageForm(request.POST or None)
    context = {"form": form, "errors": complaints(form)} | frame(place, today=today)
    if form.is_valid():
        words = form.cleaned_data["message"]
        read = understood(words, today=today)
        kind, (named, whose) = filled_from_messages(), _unit_named(words, place)
        context |= {"read": read, "facts": _facts(read, whose, kind), "form": MessageForm()}
        context |= {"open_form": _address(whose, read, kind), "unknown_unit": not named}
    return render(request, "reader/message.html", context)


def _unit_named(words: str, place: Unit) -> tuple[bool, Portrait]:
    """Return the unit that a message names among those reached, else the one of the page.

    False says that it names one that is not known here.
    """
    today = localdate()
    known = known_units(place, day=today, today=today)
    found = next((unit for _, unit in named_in(words, known)), None)
    return found is not None or not names_any(words), found or known.home


def _facts(read: Understood, whose: Portrait, kind: KindConfig) -> list[Fact]:
    """Return what was understood in the words of the form: the unit, the sort, day and numbers."""
    columns = {column.name: column for column in columns_of(kind.counted.model)}
    sort = columns["sort"]
    said = dict(sort.flatchoices).get(read.boxes.get("sort", ""), "chưa rõ")
    facts = [("Đơn vị", whose.full_name), (sort.verbose_name, said)]
    facts += [(columns[name].verbose_name, text) for name, text in read.shown]
    return [Fact(str(term), str(text)) for term, text in facts]


def _address(whose: Portrait, read: Understood, kind: KindConfig) -> str:
    """Return the form with the boxes filled."""
    return f"{kind.at('record', whose)}?{urlencode(read.boxes)}"
