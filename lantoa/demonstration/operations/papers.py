"""The reports that the demonstration writes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lantoa.figures.period import Period
from lantoa.figures.question import Question
from lantoa.reports.operations import KINDS, file_of
from lantoa.reports.queries import Request, report
from lantoa.units.queries import find_unit

PAPER_DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class SampleReport:
    """One report: whose, over which period, under which name."""

    name: str
    code: str
    period: Period


PAPERS = (
    SampleReport("thoai-son", "894", Period(date(2021, 5, 18), date(2024, 6, 30))),
    SampleReport("chau-doc", "884", Period(date(2021, 5, 18), date(2023, 12, 31))),
    SampleReport("an-phu", "886", Period(date(2021, 5, 18), date(2022, 6, 30))),
    SampleReport("my-thanh", "30304", Period(date(2021, 5, 18), date(2023, 5, 31))),
    SampleReport("an-giang-moi", "91@2025-07-01", Period(date(2021, 5, 18), date(2026, 10, 31))),
    SampleReport("xa-mau", "MAU", Period(date(2026, 1, 1), date(2026, 10, 31))),
)


def write_all(folder: Path) -> list[Path]:
    """Write every report as .docx and its annexes as .xlsx; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    return [file for paper in PAPERS for file in _write(paper, folder)]


def _write(paper: SampleReport, folder: Path) -> list[Path]:
    asked = Request(Question(find_unit(paper.code).pk, paper.period), day=PAPER_DAY)
    document = report(asked)
    written = []
    for kind in KINDS:
        file = folder / f"bao-cao_{paper.name}.{kind}"
        file.write_bytes(file_of(document, profile=asked.profile, kind=kind))
        written.append(file)
    return written
