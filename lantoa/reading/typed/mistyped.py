"""The one refusal of what was typed."""


class Mistyped(ValueError):
    """A text that writes no day or number; the message says what to write, in Vietnamese."""
