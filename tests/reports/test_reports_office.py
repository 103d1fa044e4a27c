"""Reports opened in LibreOffice and read from the printed pages."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from lantoa.reports import excel, word
from lantoa.reports.document import Document, Section
from lantoa.reports.profiles import profiles

MARK = "SỐ LIỆU MẪU, KHÔNG PHẢI SỐ THẬT"
TOOLS = ("soffice", "pdftotext", "pdffonts")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


def printed(folder: Path, files: dict[str, bytes]) -> dict[str, Path]:
    """Print files to PDF in one call of LibreOffice and return where they are."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/office"
    run("soffice", "--headless", "--nologo", profile, "--convert-to", "pdf",
        "--outdir", str(folder), *(str(folder / name) for name in files))  # fmt: skip
    return {name: (folder / name).with_suffix(".pdf") for name in files}


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "Error" not in done.stderr
    return done.stdout


def pages(path: Path) -> list[str]:
    return run("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


def families(path: Path) -> set[str]:
    names = (line.split()[0] for line in run("pdffonts", str(path)).splitlines()[2:])
    return {name.split("+")[-1].split("-")[0] for name in names}


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.key)
def test_the_printed_report_is_whole(document: Document, profile, tmp_path):
    made = printed(tmp_path, {"report.docx": word.render(document, profile.template)})

    paper = pages(made["report.docx"])

    assert all(MARK in page for page in paper)
    assert [page.split()[0] for page in paper[1:]] == [str(n) for n in range(2, len(paper) + 1)]
    assert paper[0].split()[0] == "SỐ"
    long = [page for page in paper if "Chi bộ khóm" in page]
    assert len(long) == 2
    assert all("Số lượt" in page for page in long)
    assert len(families(made["report.docx"])) == 1


def test_a_signature_never_stands_alone_on_a_page(document: Document, tmp_path):
    files = {}
    for lines in range(17, 23):
        text = tuple(f"Đoạn thứ {line}." for line in range(lines))
        short = replace(document, annexes=(), provenance="", sections=(Section("PHẦN", text),))
        files[f"{lines}.docx"] = word.render(short, profiles()[-1].template)

    made = printed(tmp_path, files)

    signed = [page for path in made.values() for page in pages(path) if "T/M BAN" in page]
    assert len(signed) == len(files)
    assert all("Đoạn thứ" in page for page in signed)
    assert any("BÁO CÁO" not in page for page in signed)


def test_the_printed_sheets_show_their_mark_and_heads_on_every_page(document: Document, tmp_path):
    made = printed(tmp_path, {"annexes.xlsx": excel.render(document)})

    paper = pages(made["annexes.xlsx"])

    assert all(MARK in page for page in paper)
    assert all("Số lượt" in page for page in paper if "Chi bộ khóm" in page)
    assert "17.489" in paper[0]
    assert len(families(made["annexes.xlsx"])) == 1
