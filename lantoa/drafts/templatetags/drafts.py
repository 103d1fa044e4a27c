"""The tag that stands in each form whose words are not to be lost."""

from django import template
from django.template import RequestContext

from lantoa.drafts.access import FIELD, seal_for

register = template.Library()


@register.inclusion_tag("drafts/typed_here.html", takes_context=True)
def typed_here(context: RequestContext) -> dict[str, object]:
    """Seal a form for whoever has it before them, and give scripts their words.

    Passwords and files are not kept; a form that holds nothing else needs no seal.
    """
    request = context.request
    seal = seal_for(request)
    request.shows_boxes = seal is not None  # type: ignore[attr-defined]
    return {"seal": seal, "field": FIELD, "is_sent": request.method == "POST"}
