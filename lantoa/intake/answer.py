"""What comes back from the process that opens a file: plain data, and bytes behind it."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from lantoa.intake.refusal import Unreadable


class FileContents(NamedTuple):
    """What a file holds: what JSON can say of it, and bytes (a picture, a document) if any."""

    told: Any
    content: bytes = b""


def packed(answer: FileContents) -> Iterator[bytes]:
    """Yield an answer as bytes: a line of JSON, then the bytes as they are."""
    yield json.dumps({"told": answer.told}, ensure_ascii=False, separators=(",", ":")).encode(
        errors="surrogatepass"
    )
    yield b"\n"
    yield answer.content


def packed_refusal(refusal: Unreadable) -> Iterator[bytes]:
    """Yield a refusal as bytes."""
    yield json.dumps({"refused": str(refusal)}).encode()
    yield b"\n"


def unpacked(sent: bytes) -> FileContents:
    """Return the answer that was packed; raises the Unreadable that was packed instead of one."""
    end = sent.index(b"\n") + 1
    said = json.loads(sent[:end].decode(errors="surrogatepass"))
    if "refused" in said:
        raise Unreadable(said["refused"])
    return FileContents(said["told"], sent[end:])
