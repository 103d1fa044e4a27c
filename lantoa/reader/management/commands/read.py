"""`lantoa read`: the figures and checks of a published document, or of a folder of them."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantoa.intake.documents import text_of
from lantoa.intake.refusal import Unreadable
from lantoa.intake.texts.kinds import SUFFIXES, FileKind
from lantoa.intake.texts.text import Text
from lantoa.people.room import reason
from lantoa.reader.checking import checks_of
from lantoa.reading import described, figures_in

Document = dict[str, Any]


class Command(BaseCommand):
    help = "Đọc số liệu và kiểm phép tính trong một tài liệu (.docx, .pdf, .xlsx, .html, .txt)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="TỆP")
        parser.add_argument("--json", action="store_true", help="in dạng JSON")
        parser.add_argument(
            "--text",
            type=Path,
            metavar="TỆP",
            help="ghi ra phần chữ đã đọc; vị trí của các số là vị trí trong phần chữ ấy "
            "(với --folder: tên một thư mục)",
        )
        parser.add_argument("--folder", type=Path, metavar="THƯ MỤC", help="đọc mọi tệp trong đó")
        parser.add_argument("--out", type=Path, metavar="THƯ MỤC", help="nơi ghi TÊN.json")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.read(options)
        except OSError as failure:
            where = failure.filename or options["out"] or options["text"]
            raise CommandError(f"Không ghi được {where}: {failure.strerror or failure}.") from None

    def read(self, options: dict[str, Any]) -> None:
        """Read a file or a folder, whichever is asked."""
        if options["folder"]:
            self.read_folder(options["folder"], out=options["out"], texts=options["text"])
        elif options["file"]:
            self.read_one(options["file"], as_json=options["json"], text=options["text"])
        else:
            raise CommandError("Hãy cho biết tệp cần đọc, hoặc --folder THƯ MỤC --out THƯ MỤC.")

    def read_one(self, file: Path, *, as_json: bool, text: Path | None) -> None:
        """Read one file and print what it says."""
        try:
            read = opened(file)
        except Unreadable as refusal:
            raise CommandError(f"{file.name}: {refusal}") from None
        if text:
            write_text(text, read)
        found = document_of(file, read)
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for line in (*read.remarks, *shown(found)):
            self.stdout.write(line)

    def read_folder(self, folder: Path, *, out: Path | None, texts: Path | None) -> None:
        """Read every file of a folder; one that cannot be read is named, and the others go on."""
        if out is None or not folder.is_dir():
            raise CommandError("Cần một thư mục có thật, và --out THƯ MỤC để ghi kết quả.")
        files = sorted(each for each in folder.iterdir() if each.suffix.lower() in SUFFIXES)
        refused = 0
        for place, (file, name) in enumerate(named(files), start=1):
            self.stdout.write(f"[{place}/{len(files)}] {file.name}: ", ending="")
            self.stdout.flush()
            try:
                found = self.read_into(file, out / f"{name}.json", texts and texts / f"{name}.txt")
            except Unreadable as refusal:
                refused += 1
                self.stdout.write(f"không đọc được. {refusal}")
            else:
                self.stdout.write(summary(found))
        self.stdout.write(f"Đã đọc {len(files) - refused}/{len(files)} tệp vào {out}.")
        if refused:
            raise CommandError(f"{refused} tệp không đọc được (xem ở trên).")

    def read_into(self, file: Path, out: Path, text: Path | None) -> Document:
        """Read one file of a folder and write what it says."""
        read = opened(file)
        found = document_of(file, read)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        if text:
            write_text(text, read)
        return found


def opened(file: Path) -> Text:
    """Return the text of a file; raises Unreadable also where there is no such file."""
    try:
        content = file.read_bytes()
    except OSError as refusal:
        raise Unreadable(f"Không mở được tệp ({reason(refusal)}).") from None
    return text_of(file.name, content)


def document_of(file: Path, text: Text) -> Document:
    """Return what a file says; a figure of a paged file bears its place in the file."""
    figures = figures_in(text.content)
    found = described(file.stem, figures, checks_of(text, figures))
    if SUFFIXES[file.suffix.lower()] is not FileKind.PLAIN:
        for figure in found["figures"]:
            figure["place"] = text.place_of(figure["start"])
    return found


def named(files: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each file with the name of its answer: the stem, unless two files share it."""
    stems = [file.stem for file in files]
    for file in files:
        yield file, file.stem if stems.count(file.stem) == 1 else file.name


def write_text(out: Path, text: Text) -> None:
    """Write a text as it is, its line ends untouched, so that offsets hold."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8", newline="") as file:
        file.write(text.content)


def summary(found: Document) -> str:
    """Say in a line what was found."""
    failed = sum(not check["holds"] for check in found["checks"])
    words = f"{len(found['figures'])} số liệu, {len(found['checks'])} phép tính"
    if not found["checks"]:
        return words
    return f"{words}, {failed} không khớp" if failed else f"{words}, đều khớp"


def shown(found: Document) -> Iterator[str]:
    """Yield what was found in lines: the checks that fail first, then every figure."""
    yield summary(found)
    for check in sorted(found["checks"], key=lambda each: bool(each["holds"])):
        total = found["figures"][check["total"]]
        words = check["note"].rpartition(" [")[0] or check["note"]
        yield f"{'khớp' if check['holds'] else 'KHÔNG KHỚP'}: “{total['text']}”: {words}"
    for figure in found["figures"]:
        where = figure.get("place") or f"{figure['start']}–{figure['end']}"
        words = " ".join(figure["text"].split())
        period = f" · {figure['period']}" if figure["period"] else ""
        yield f"  {where}: {words} [{figure['unit']}] {figure['subject']}{period}"
