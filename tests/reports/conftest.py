"""A report as a district committee would send it, for every test of its paper."""

from datetime import date

import pytest

from lantoa.paper import Column, Holds, Row, RowKind, Table, ToWrite, share, whole
from lantoa.reports.document import Document, Issuer, Section, Signature

MARK = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"


@pytest.fixture
def conferences() -> Table:
    """A table laid across, with grouped heads, a sum, a note and what nobody knows."""
    return Table(
        name="Hội nghị học tập",
        title="KẾT QUẢ HỌC TẬP, QUÁN TRIỆT",
        measured_in="Đơn vị tính: hội nghị, lượt",
        columns=(
            Column("TT", Holds.ORDER),
            Column("Nội dung", Holds.TEXT),
            Column("Số hội nghị"),
            Column("Đảng viên dự", parts=(Column("Số lượt"), Column("Tổng số"), Column("Tỷ lệ"))),
            Column("Đã công bố"),
        ),
        rows=(
            Row(("1", "Toàn khóa", whole(275), whole(4489), whole(None), share(1, None), "99,75%")),
            Row(("2", "Năm 2023", whole(235), whole(4530), whole(4560), share(4530, 4560), "")),
            Row(("", "Cộng", whole(956), whole(17489), "", "", ""), RowKind.TOTAL),
            Row(("Bài báo ghi 17.939; lệch 450.",), RowKind.NOTE),
        ),
        footnotes=("Một người dự hai hội nghị được tính hai lượt.",),
        source="bản ghi của đơn vị",
    )


@pytest.fixture
def cells() -> Table:
    """A long table along the paper, with one very long name."""
    names = [f"Chi bộ khóm Đông Sơn {place}" for place in range(1, 40)]
    names.append("Đảng bộ Trung tâm Bồi dưỡng chính trị và các trường trung học phổ thông " * 2)
    rows = [Row((str(i), name, whole(i * 1000))) for i, name in enumerate(names, start=1)]
    columns = (Column("TT", Holds.ORDER), Column("Đơn vị", Holds.TEXT), Column("Số lượt"))
    return Table("Theo đơn vị", "THEO ĐƠN VỊ TRỰC THUỘC", columns, tuple(rows))


@pytest.fixture
def gifts() -> Table:
    """A table without rows."""
    columns = (Column("Nội dung", Holds.TEXT), Column("Số suất"))
    return Table("Tặng quà", "TẶNG QUÀ HỘ KHÓ KHĂN", columns)


@pytest.fixture
def document(conferences: Table, cells: Table, gifts: Table) -> Document:
    """A report with all its parts, marked as a sample."""
    study = Section("Quán triệt, học tập", ("Có 956 hội nghị với 17.489 lượt đảng viên dự.",))
    return Document(
        issuer=Issuer("ĐẢNG BỘ TỈNH AN GIANG", "HUYỆN ỦY THOẠI SƠN"),
        symbol="BC/HU",
        place="Thoại Sơn",
        day=date(2026, 2, 5),
        subject="kết quả thực hiện Kết luận số 01-KL/TW",
        signature=Signature("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
        opening=("Ban Thường vụ báo cáo như sau:", ToWrite("đặc điểm tình hình")),
        sections=(
            Section("CÔNG TÁC LÃNH ĐẠO", (), (study, Section("Văn bản", ("Chưa có số.",)))),
            Section("KIẾN NGHỊ", (ToWrite("kiến nghị với cấp trên"),)),
        ),
        annexes=(conferences, cells, gifts),
        recipients=("Thường trực Tỉnh ủy", "Lưu Văn phòng"),
        marks=(MARK,),
        attached_to="(Kèm theo Báo cáo của Huyện ủy Thoại Sơn)",
        provenance="Theo sơ đồ tổ chức ngày 30/6/2024.",
    )
