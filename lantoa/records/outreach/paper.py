"""What outreach says on paper: how much was told, and through which channels."""

from lantoa.paper import Paragraphs
from lantoa.records.outreach.measures import CHANNELS, SORTS
from lantoa.records.record.paper import Paper, Told, any_known, listing


def spreading(told: Told, rows: None) -> Paragraphs:
    """Say how much was told, where any of it is known."""
    sorts = listing(told, [(SORTS[each].code, each.label.lower()) for each in SORTS])
    channels = listing(told, [(CHANNELS[each].code, f"qua {each.label}") for each in CHANNELS])
    said = (f"Đã đăng, phát, tổ chức {sorts}.",) if sorts else ()
    return (*said, f"Theo kênh (ở những việc có ghi): {channels}.") if channels else said


PAPER = Paper(parts={"spreading": spreading}, speaks=any_known(*SORTS.values()))
