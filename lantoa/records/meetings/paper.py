"""What meetings say on paper: how often people studied, what, and how many took part."""

from collections.abc import Iterator, Sequence

from lantoa.figures.writing import write_number, write_percentage
from lantoa.paper import ORDER, Column, Holds, Paragraphs, Table, numbered_rows, share, whole
from lantoa.records.meetings.queries import Taught, by_content
from lantoa.records.record.paper import Paper, PaperNumber, Told, counted, listing, shared

CROWD = (
    ("meetings.members", "lượt đảng viên"),
    ("meetings.guests", "lượt khách"),
    ("meetings.nonmembers", "lượt người ngoài Đảng"),
    ("meetings.unseparated", "lượt người dự chưa tách trong, ngoài Đảng"),
)
MODES = (
    ("meetings.in_person", "buổi trực tiếp"),
    ("meetings.online", "buổi trực tuyến"),
    ("meetings.mixed", "buổi trực tiếp kết hợp trực tuyến"),
    ("meetings.zalo", "buổi qua nhóm Zalo"),
)
IN_CELLS = (
    ("meetings.cell_regular", "kỳ sinh hoạt thường kỳ"),
    ("meetings.cell_thematic", "buổi sinh hoạt chuyên đề"),
)
STORIES = (
    ("meetings.with_story", "buổi có kể chuyện về Bác"),
    ("meetings.stories", "mẩu chuyện"),
    ("meetings.lessons", "bài học rút ra"),
)
UPPER = (
    ("meetings.upper_assigned", "lượt được phân công"),
    ("meetings.upper_attended", "lượt đã dự"),
)
MENDED = (
    ("meetings.faults_found", "hạn chế đã nêu"),
    ("meetings.faults_mended", "hạn chế đã sửa"),
)
TRAINED = (
    ("meetings.courses", "lớp bồi dưỡng lý luận, kỹ năng"),
    ("meetings.sent", "lượt người cử đi học lớp của đơn vị khác"),
)
ONCE = "Một buổi học nhiều nội dung được tính ở từng nội dung; số chung của cả kỳ chỉ tính một lần."


BESIDES = (
    ("Kể chuyện trong sinh hoạt (ở những buổi có ghi): {}.", STORIES),
    ("Cấp ủy viên cấp trên dự sinh hoạt chi bộ: {}.", UPPER),
    ("Tự soi, tự sửa: {}.", MENDED),
)


def rows(told: Told) -> list[Taught]:
    """Return what was taught, one row a document or theme."""
    return by_content(units=told.units, asked=told.asked)


def speaks(told: Told, rows: list[Taught]) -> bool:
    """Tell whether any meeting was counted."""
    return told.total("meetings.held") is not None or bool(rows)


def study(told: Told, rows: list[Taught]) -> Paragraphs:
    """Say how often people studied, how many took part, and what was taught."""
    held = told.say("meetings.held")
    if held is None:
        return ("Số buổi học tập, quán triệt trong kỳ: chưa có số.",)
    crowd = listing(told, CROWD)
    first = f"Đã tổ chức {held} hội nghị, lớp, buổi học tập, quán triệt, sinh hoạt"
    said = f"{first}, với {crowd} dự." if crowd else f"{first}; số người dự: chưa có số."
    once = [ONCE] if len(rows) > 1 else []
    return (said, *rate(told), *map(taught, rows), *once)


def rate(told: Told) -> Iterator[str]:
    """Yield how many of those invited came, where both numbers are known."""
    part, whole = told.share("meetings.present_of_invited")
    if part is not None and whole:
        both, held = map(write_number, told.share("meetings.both_known"))
        yield (
            f"Ở {both}/{held} buổi ghi đủ số dự và số triệu tập, có "
            f"{write_number(part)}/{write_number(whole)} lượt đảng viên dự, "
            f"đạt {write_percentage(part, whole)}."
        )


def taught(row: Taught) -> str:
    """Say what was taught of one document or theme, and to how many."""
    crowd = []
    if row.members is not None:
        crowd.append(f"{write_number(row.members)} lượt đảng viên")
    if row.others is not None:
        crowd.append(f"{write_number(row.others)} lượt người khác hoặc chưa tách")
    times = "số buổi chưa có" if row.events is None else f"{write_number(row.events)} buổi"
    words = f"{times}, {', '.join(crowd) or 'chưa có số người dự'}"
    if row.present_of_invited is not None and row.invited:
        share = write_percentage(row.present_of_invited, row.invited)
        pair = f"{write_number(row.present_of_invited)}/{write_number(row.invited)}"
        words += f" (có số triệu tập: {pair}, đạt {share})"
    return f"- {row.title}: {words}."


def spreading(told: Told, rows: list[Taught]) -> Paragraphs:
    """Say how many talks there were and how people took part."""
    said = []
    if talks := told.say("meetings.talks"):
        said.append(f"Tổ chức {talks} buổi tọa đàm, kể chuyện về Bác.")
    said += _where_known(told, [("Bồi dưỡng: {}.", TRAINED)])
    if rhythms := told.say("meetings.rhythms"):
        said.append(f"Lập {rhythms} nền nếp định kỳ (chào cờ, giờ phát thanh…).")
    if modes := listing(told, MODES):
        said.append(f"Theo cách dự (ở các buổi có ghi): {modes}.")
    return tuple(said)


def cells(told: Told, rows: list[Taught]) -> Paragraphs:
    """Say how often cells met."""
    met = listing(told, IN_CELLS)
    first = f"Các chi bộ đã ghi {met}." if met else "Số kỳ sinh hoạt chi bộ: chưa có số."
    return (first, *_where_known(told, BESIDES))


def _where_known(told: Told, asked: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> list[str]:
    """Say each sentence of which any number is known."""
    listed = [(sentence, listing(told, words)) for sentence, words in asked]
    return [sentence.format(said) for sentence, said in listed if said]


def contents(told: Told, rows: list[Taught]) -> Table:
    """Return what was taught, a row a document or theme."""
    return Table(
        name="Nội dung học tập",
        title="KẾT QUẢ HỌC TẬP, QUÁN TRIỆT THEO NỘI DUNG",
        measured_in="Đơn vị tính: buổi, lượt",
        columns=(
            ORDER,
            Column("Nội dung", Holds.TEXT),
            Column("Số buổi"),
            Column("Lượt đảng viên dự"),
            Column("Lượt người khác, chưa tách"),
            Column("Lượt triệu tập (nơi có số)"),
            Column("Tỷ lệ dự"),
        ),
        rows=numbered_rows(
            (
                row.title,
                whole(row.events),
                whole(row.members),
                whole(row.others),
                whole(row.invited),
                share(row.present_of_invited, row.invited),
            )
            for row in rows
        ),
        footnotes=("Một buổi học nhiều nội dung có ở nhiều dòng; không cộng các dòng với nhau.",),
    )


def numbers(rows: list[Taught]) -> Iterator[PaperNumber]:
    """Yield what was taught, by document and theme."""
    for row in rows:
        figures = {
            "số buổi": row.events,
            "lượt đảng viên": row.members,
            "lượt người khác": row.others,
            "lượt triệu tập": row.invited,
            "lượt dự trong số triệu tập": row.present_of_invited,
        }
        yield from counted((figure, f"{row.title}: {words}") for words, figure in figures.items())
        yield from shared(row.present_of_invited, row.invited, f"{row.title}: tỷ lệ dự")


PAPER = Paper(
    rows=rows,
    speaks=speaks,
    parts={"study": study, "spreading": spreading, "cells": cells},
    tables={"contents": contents},
    numbers=numbers,
)
