"""The process that reads one file: bytes in, text with its places out, as JSON."""

import json
import resource
import sys
from dataclasses import astuple

from lantoa.reader.texts import pdf, sheet, web, word
from lantoa.reader.texts.kinds import Kind
from lantoa.reader.texts.limits import MEMORY, SECONDS
from lantoa.reader.texts.text import Unreadable

READERS = {Kind.WORD: word.read, Kind.PDF: pdf.read, Kind.WEB: web.read, Kind.SHEET: sheet.read}


def main() -> None:
    """Read the file on the standard input, which is of the kind that the command names."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(json.dumps(answer(Kind(sys.argv[1]), sys.stdin.buffer.read())))


def answer(kind: Kind, content: bytes) -> dict[str, object]:
    """Return the text of a file, or why it is refused."""
    try:
        text = READERS[kind](content)
    except Unreadable as refusal:
        return {"refused": str(refusal)}
    return {
        "content": text.content,
        "stretches": [astuple(each) for each in text.stretches],
        "remarks": text.remarks,
    }


if __name__ == "__main__":
    main()
