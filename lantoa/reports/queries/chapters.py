"""The text of a report: the chapters that the form asks, in its order."""

from collections.abc import Iterator

from lantoa.paper import Paragraph, ToWrite
from lantoa.prescribed.queries import Chapter
from lantoa.records.record.paper import Papers
from lantoa.reports.document import Section


def sections_of(chapters: tuple[Chapter, ...], papers: Papers) -> tuple[Section, ...]:
    """Return the sections of some chapters, with the sections inside them."""
    return tuple(
        Section(
            chapter.heading,
            tuple(said(chapter, papers)),
            sections_of(chapter.chapters, papers),
        )
        for chapter in chapters
    )


def said(chapter: Chapter, papers: Papers) -> Iterator[Paragraph]:
    """Yield what stands under a heading; where nobody has a word for it, a place to write."""
    paragraphs = list(_asked(chapter, papers))
    yield from paragraphs
    if not paragraphs and not chapter.chapters:
        yield ToWrite(chapter.heading.lower())


def _asked(chapter: Chapter, papers: Papers) -> Iterator[Paragraph]:
    for each in chapter.says:
        if isinstance(each, ToWrite):
            yield each
        else:
            yield from papers.part(each.kind, each.part)
