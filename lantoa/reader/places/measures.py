"""Which measure a figure states: what people confirmed before, our words, then the labels."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from lantoa.figures.measure import Measure
from lantoa.reader.places.proposal import Reason, Sureness
from lantoa.reader.places.wording import COUNTED, bare, holds, phrase_of
from lantoa.reading import FoundFigure

WORD = re.compile(r"\w+")
EMPTY_WORDS = frozenset(
    ("số", "của", "và", "theo", "trong", "các", "trên", "một", "tổng", "tỷ", "lệ", "có", "mới")
)
MOST_MISSING = 0.34
"""Which share of the words of an indicator's label may be missing."""

Learned = Mapping[tuple[str, str], tuple[str, int]]
"""By phrase and unit of a figure: the measure that people chose, and how often."""


@dataclass(frozen=True)
class Rule:
    """Words that make a figure of some units a figure of a measure; empty conditions hold."""

    measure: str
    units: frozenset[str]
    said: str
    never: str
    near: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What a figure can be held against: every measure, and what was learned."""

    measures: Mapping[str, Measure]
    learned: Learned = field(default_factory=dict)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules in their order: the first that fits counts."""
    lines = files(__package__).joinpath("words.csv").read_text(encoding="utf-8").splitlines()
    return tuple(
        Rule(
            row["measure"],
            frozenset(row["units"].split(",")),
            row["said"],
            row["never"],
            tuple(each.strip() for each in row["near"].split("+") if each.strip()),
        )
        for row in csv.DictReader(lines, delimiter=";")
    )


def measure_for(figure: FoundFigure, sentence: str, ground: Vocabulary) -> Reason[Measure]:
    """Return the measure that a figure states, as far as words tell; `sentence` is around it."""
    phrase = phrase_of(figure)
    found = _learned(figure, phrase, ground)
    if found is not None:
        return found
    around = bare(sentence)
    for rule in rules():
        if rule.measure in ground.measures and _fits(rule, figure, phrase, around):
            return _by_rule(rule, figure, ground.measures[rule.measure])
    return _by_label(figure, phrase, around, ground)


def _learned(figure: FoundFigure, phrase: str, ground: Vocabulary) -> Reason[Measure] | None:
    code, times = ground.learned.get((phrase, figure.unit), ("", 0))
    if not times or (code and code not in ground.measures):
        return None
    words = f"“{phrase}” đã được xác nhận như vậy {times} lần"
    return Reason(ground.measures.get(code), words, Sureness.SURE)


def _fits(rule: Rule, figure: FoundFigure, phrase: str, around: str) -> bool:
    if figure.unit not in rule.units or (rule.never and holds(phrase, rule.never)):
        return False
    if rule.said and not holds(phrase, rule.said):
        return False
    return all(holds(around, words) for words in rule.near)


def _by_rule(rule: Rule, figure: FoundFigure, measure: Measure) -> Reason[Measure]:
    counted = COUNTED.get(figure.unit, figure.unit)
    if rule.said:
        return Reason(measure, f"đếm {counted}, lời văn nói “{figure.subject}”", Sureness.SURE)
    sure = Sureness.LIKELY if rule.near else Sureness.SURE
    return Reason(measure, f"đếm {counted}, câu văn nói về việc này", sure)


def _by_label(figure: FoundFigure, phrase: str, around: str, ground: Vocabulary) -> Reason[Measure]:
    """Return the indicator whose label the words hold, as nearly as any."""
    best, fewest = None, MOST_MISSING
    for measure in ground.measures.values():
        if not measure.is_listed:
            continue
        missing = _missing(measure, figure, phrase, around)
        if missing < fewest:
            best, fewest = measure, missing
    if best is None:
        return Reason(None, "chưa thấy chỉ tiêu nào cùng nội dung", Sureness.NONE)
    sure = Sureness.LIKELY if fewest else Sureness.SURE
    return Reason(best, f"lời văn giống tên chỉ tiêu “{best.label}”", sure)


def _missing(measure: Measure, figure: FoundFigure, phrase: str, around: str) -> float:
    """Return which share of the words of a label is missing; 1 where other things are counted."""
    counted = COUNTED.get(figure.unit, "")
    is_share = figure.unit == "percent" and (measure.share_of or measure.unit == "%")
    if measure.unit not in {counted, *counted.split(" ")[:1]} and not is_share:
        return 1.0
    wanted = set(WORD.findall(bare(measure.label))) - EMPTY_WORDS
    said = set(WORD.findall(f"{phrase} {around}"))
    return len(wanted - said) / len(wanted) if wanted else 1.0
