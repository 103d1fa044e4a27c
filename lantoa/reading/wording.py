"""Patterns of whole words and phrases."""


def whole_words(*phrases: str) -> str:
    """Return a pattern that finds phrases where they stand as whole words.

    Each begins with its letters and only then looks back, so that a search runs past all
    places where none of the first letters stands.
    """
    alternatives = (rf"{phrase}(?<!\w{'.' * len(phrase)})" for phrase in phrases)
    return rf"(?:{'|'.join(alternatives)})(?!\w)"
