"""The page for a unit's leader: which personal data is held here, filled from what is held."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from lantoa.figures.period import write_day
from lantoa.figures.writing import write_number
from lantoa.paper import ORDER, Column, Holds, Paragraphs, Table, ToWrite, numbered_rows, whole
from lantoa.persons.queries import Held, held_under
from lantoa.posts.queries.holding import people_who_reach
from lantoa.reports.document import Document, Section
from lantoa.reports.profiles import profile_for
from lantoa.reports.queries import SIMULATED, header
from lantoa.units.models import Unit
from lantoa.units.queries import portrait

SUBJECT = "dữ liệu cá nhân mà đơn vị giữ trong phần mềm Lan Tỏa"
HEADS = ("Nêu trong nội bộ", "Nêu công khai", "Đã rút đồng ý", "Đã xóa tên")


def statement_of(unit: Unit, *, on: date) -> Document:
    """Return the statement of a unit and all under it, as of a day."""
    shown, held = portrait(unit, on=on), held_under(unit, on=on)
    above = portrait(shown.parent, on=on) if shown.parent else None
    return Document(
        issuer=header.issuer(shown, parent=above),
        symbol="BK/" + header.symbol_of(shown).partition("/")[2],
        kind="BẢN KÊ",
        place=header.area_of(shown)[1] or shown.name,
        day=on,
        subject=SUBJECT,
        opening=(_summary(held, name=shown.name, on=on),),
        sections=(
            Section("Giữ tên ai, để làm gì", _purposes(held)),
            Section("Ai xem được", _readers(unit, on=on)),
            Section("Giữ bao lâu, xóa thế nào", _retention()),
            Section("Người trả lời về dữ liệu cá nhân", (ToWrite("họ tên, nơi liên hệ"),)),
        ),
        annexes=(_table(held),),
        recipients=("Lãnh đạo đơn vị", "Lưu"),
        signature=header.signature_of(shown, profile_for(on)),
        marks=(SIMULATED,) if shown.is_simulated else (),
        attached_to=f"(Kèm theo Bản kê {SUBJECT})",
        provenance=f"Phần mềm đếm từ các hàng đang giữ, ngày {write_day(on)}. "
        "Bản kê mô tả phần mềm giữ gì, không thay văn bản pháp lý.",
    )


def _summary(held: Sequence[Held], *, name: str, on: date) -> str:
    total = sum(each.kept for each in held)
    return (
        f"Đến ngày {write_day(on)}, {name} và các đơn vị trực thuộc giữ trong phần mềm "
        f"{write_number(total)} tên người. Không giữ số căn cước, số thẻ đảng, điện thoại, "
        "thư điện tử, ngày sinh, dân tộc, tôn giáo, ý kiến của ai; "
        "không giữ danh sách, hồ sơ đảng viên."
    )


def _purposes(held: Sequence[Held]) -> Paragraphs:
    found = [
        f"Để {each.purpose}: {write_number(each.kept)} tên"
        + (f", trong đó {write_number(each.public)} người đồng ý công khai" if each.public else "")
        + "."
        for each in held
        if each.kept
    ]
    rule = (
        "Tên người trong bản ghi chỉ được ghi khi người ấy đồng ý: ghi rõ nêu trong nội bộ "
        "hay công khai, ngày nào, bằng cách nào. Rút đồng ý thì tên không hiện nữa."
    )
    return (*found, rule)


def _readers(unit: Unit, *, on: date) -> Paragraphs:
    rights = people_who_reach(unit, on=on)
    told = "; ".join(f"{write_number(count)} người có quyền {right}" for right, count in rights)
    return (
        f"Tài khoản có nhiệm vụ tại đơn vị: {told or 'chưa có ai'}. Cấp trên xem theo nhiệm vụ.",
        "Mỗi lần mở trang của một tên hoặc xuất tệp đều ghi lại: ai, lúc nào.",
        "Người giữ máy chủ đọc được toàn bộ cơ sở dữ liệu và các bản sao lưu.",
    )


def _retention() -> Paragraphs:
    names, accounts = settings.KEEP_NAMES_DAYS, settings.KEEP_ACCOUNT_NAMES_DAYS
    return (
        _kept("Tên trong bản ghi", names, since="hết mục đích (rút đồng ý, hoặc bản ghi đã hủy)"),
        _kept("Tên của tài khoản", accounts, since="tài khoản bị tắt"),
        "Tên đã xóa không lấy lại được; số liệu, bản ghi và nhật ký giữ nguyên. "
        "Tên còn trong các bản sao lưu cũ cho đến khi bản sao ấy bị bỏ.",
    )


def _kept(what: str, days: int, *, since: str) -> str:
    if not days:
        return f"{what}: phần mềm không tự xóa; người quản trị xóa khi hết mục đích."
    return f"{what}: tự xóa sau {write_number(days)} ngày kể từ khi {since}."


def _table(held: Sequence[Held]) -> Table:
    rows = [
        (each.purpose, *map(whole, (each.inside, each.public, each.withdrawn, each.erased)))
        for each in held
    ]
    return Table(
        name="Dữ liệu cá nhân",
        title="TÊN NGƯỜI ĐANG GIỮ, THEO MỤC ĐÍCH",
        columns=(ORDER, Column("Giữ để làm gì", Holds.TEXT), *map(Column, HEADS)),
        rows=numbered_rows(rows),
        measured_in="Đơn vị tính: người",
        remarks=("Tên của tài khoản chỉ dùng trong nội bộ, không cần đồng ý để nêu công khai.",),
    )
