"""The one refusal of a template, with words a clerk can act on."""


class TemplateRefused(ValueError):
    """A template cannot be used; the message says in Vietnamese what to mend."""
