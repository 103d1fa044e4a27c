"""What inspections say on paper: how many, of how many, with which results."""

from lantoa.paper import Paragraphs
from lantoa.records.inspections.measures import COUNTED
from lantoa.records.record.paper import Paper, Told, any_known, listing

HELD = (
    ("inspections_regular", "cuộc kiểm tra thường xuyên"),
    ("inspections_thematic", "cuộc kiểm tra chuyên đề"),
    ("supervisions_regular", "cuộc giám sát thường xuyên"),
    ("supervisions_thematic", "cuộc giám sát chuyên đề"),
)
ALL = (("inspections", "cuộc kiểm tra"), ("supervisions", "cuộc giám sát"))
WHOM = (("organisations", "tổ chức đảng"), ("members", "đảng viên"))
RESULTS = (
    ("good_organisations", "tổ chức đảng làm tốt"),
    ("faulty_organisations", "tổ chức đảng có khuyết điểm"),
    ("disciplined_organisations", "tổ chức đảng bị kỷ luật"),
    ("good_members", "đảng viên làm tốt"),
    ("faulty_members", "đảng viên có khuyết điểm"),
    ("disciplined_members", "cán bộ, đảng viên bị kỷ luật"),
)
REMEDIES = (("remedies_due", "việc phải khắc phục"), ("remedies_done", "việc đã khắc phục"))


def inspected(told: Told, rows: None) -> Paragraphs:
    """Say how many inspections there were, of how many, and what they found; zero is said."""
    lines = (
        ("Đã tiến hành", ALL),
        ("Trong đó", HELD),
        ("Số được kiểm tra, giám sát", WHOM),
        ("Kết luận", RESULTS),
        ("Sau kết luận", REMEDIES),
    )
    said = [
        f"{what}: {figures}."
        for what, pairs in lines
        if (figures := listing(told, [(f"inspections.{code}", word) for code, word in pairs]))
    ]
    return tuple(said) or ("Kiểm tra, giám sát trong kỳ: chưa có số.",)


PAPER = Paper(parts={"inspected": inspected}, speaks=any_known(*COUNTED.measures()))
