"""What giving says on paper: what was mobilised, what was passed on, to whom."""

from collections.abc import Iterator

from lantoa.paper import Paragraphs
from lantoa.records.giving.measures import (
    APPEALS,
    GOODS,
    GOODS_VALUE,
    MEASURES,
    MOBILISED,
    SPENT,
)
from lantoa.records.giving.models import NOT_A_LEDGER
from lantoa.records.record.paper import Paper, Told, any_known, listing

SERVED = (
    ("giving.poor_households", "hộ nghèo"),
    ("giving.near_poor_households", "hộ cận nghèo"),
    ("giving.policy_households", "gia đình chính sách"),
    ("giving.other_households", "hộ khác, chưa phân loại"),
    ("giving.pupils", "học sinh"),
    ("giving.people", "người"),
)


def mobilised(told: Told, rows: None) -> Paragraphs:
    """Say what was asked for and received, what was passed on, and to whom."""
    return tuple(_mobilised(told))


def _mobilised(told: Told) -> Iterator[str]:
    said = [*_received(told), *_given(told)]
    yield from said
    if said:
        yield f"{NOT_A_LEDGER} Tiền vận động và giá trị công trình là hai số khác nhau, không cộng."


def _received(told: Told) -> Iterator[str]:
    if told.total(APPEALS.code):
        yield f"Đã phát động {told.say(APPEALS.code)} đợt vận động."
    received = [
        f"{words} {said}"
        for code, words in (
            (MOBILISED.code, "tiền"),
            (GOODS_VALUE.code, "hiện vật trị giá"),
            ("giving.workdays", "ngày công"),
        )
        if (said := told.say(code)) is not None
    ]
    if received:
        yield f"Kết quả vận động: {'; '.join(received)}."


def _given(told: Told) -> Iterator[str]:
    if (spent := told.say(SPENT.code)) is not None:
        yield f"Đã hỗ trợ, phân bổ {spent}."
    if goods := listing(told, [(GOODS[each].code, f"{each.label.lower()}") for each in GOODS]):
        yield f"Đã trao {goods}."
    if served := listing(told, SERVED):
        yield f"Đối tượng được hỗ trợ: {served}."


PAPER = Paper(parts={"mobilised": mobilised}, speaks=any_known(*MEASURES))
