"""Whether the trail that a test wrote is whole, by the walk that every comparison takes."""

from collections.abc import Iterator

from lantoa.keeping.operations.verifying import InDatabase
from lantoa.trail.queries.chain import Chain


def faults() -> Iterator[str]:
    """Yield, in words, each place where the trail is not what was written; none if it is whole."""
    source = InDatabase()
    chain = Chain(source.homes())
    for entry in source.entries():
        yield from chain.follow(entry)
    yield from chain.ended()
