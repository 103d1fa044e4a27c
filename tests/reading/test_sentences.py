"""Every sentence of `sentences/` gives the figures written behind it, and no others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from lantoa.reading import FoundFigure, figures_in

SENTENCES = Path(__file__).parent / "sentences"


def rows() -> Iterator[ParameterSet]:
    for path in sorted(SENTENCES.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if "||" in line and not line.startswith("#"):
                sentence, _, expected = line.rpartition("||")
                yield pytest.param(sentence.strip(), expected.strip(), id=f"{path.stem}-{number}")


def shown(figure: FoundFigure) -> str:
    number = f"{figure.value:.15g}"
    number += "" if figure.of is None else f"/{figure.of:.15g}"
    number += "" if figure.to is None else f"..{figure.to:.15g}"
    manner = "" if figure.approx == "exact" else f" {figure.approx}"
    return f"{figure.text} = {number} {figure.unit}{manner}"


@pytest.mark.parametrize(("sentence", "expected"), list(rows()))
def test_a_sentence_gives_its_figures(sentence: str, expected: str) -> None:
    figures = figures_in(sentence)

    assert ("; ".join(map(shown, figures)) or "-") == expected


def test_there_are_at_least_three_hundred_different_sentences() -> None:
    sentences = {row.values[0] for row in rows()}

    assert len(sentences) >= 300
    assert sum(row.values[1] == "-" for row in rows()) >= 80
