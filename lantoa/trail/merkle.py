"""A tree of digests over the lines of a book, so that one head stands for all of them.

Leaves, nodes and proofs are those of RFC 6962, section 2.1: SHA-256, a zero byte before a leaf and
a one before a node. The head of a book that grows is kept up by the peaks of its tree: the heads of
the full trees that it falls into, the largest first.
"""

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256().digest()
Digests = Sequence[bytes]


def leaf(content: bytes) -> bytes:
    """Return the digest of a leaf."""
    return sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the digest of two trees side by side."""
    return sha256(b"\x01" + left + right).digest()


def grown(peaks: Digests, *, size: int, by: bytes) -> list[bytes]:
    """Return the peaks of a tree of `size` leaves after one more leaf, given by its digest."""
    standing, last = list(peaks), by
    while size % 2:
        last = node(standing.pop(), last)
        size //= 2
    return [*standing, last]


def head_of(peaks: Digests) -> bytes:
    """Return the head of the tree that has these peaks."""
    if not peaks:
        return EMPTY
    head = peaks[-1]
    for peak in reversed(peaks[:-1]):
        head = node(peak, head)
    return head


def head(leaves: Digests) -> bytes:
    """Return the head of a tree over the digests of its leaves."""
    peaks: list[bytes] = []
    for size, each in enumerate(leaves):
        peaks = grown(peaks, size=size, by=each)
    return head_of(peaks)


def _split(size: int) -> int:
    """Return the largest power of two below a size above one."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion(leaves: Digests, place: int) -> list[bytes]:
    """Return the proof that the leaf at a place, from 0, stands in the tree."""
    if len(leaves) <= 1:
        return []
    middle = _split(len(leaves))
    left, right = leaves[:middle], leaves[middle:]
    if place < middle:
        return [*inclusion(left, place), head(right)]
    return [*inclusion(right, place - middle), head(left)]


def includes(proof: Digests, *, leaf: bytes, place: int, size: int, head: bytes) -> bool:
    """Tell whether a proof shows that a leaf stands at a place of a tree with a size and a head.

    RFC 9162, section 2.1.3.2.
    """
    if not 0 <= place < size:
        return False
    here, last, found = place, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if here % 2 or here == last:
            found = node(each, found)
            while here and not here % 2:
                here, last = here // 2, last // 2
        else:
            found = node(found, each)
        here, last = here // 2, last // 2
    return last == 0 and found == head


def extension(leaves: Digests, earlier: int) -> list[bytes]:
    """Return the proof that a tree extends the one of its first `earlier` leaves."""
    return _extension(leaves, earlier, is_whole=True) if 0 < earlier < len(leaves) else []


def _extension(leaves: Digests, earlier: int, *, is_whole: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if is_whole else [head(leaves)]
    middle = _split(len(leaves))
    left, right = leaves[:middle], leaves[middle:]
    if earlier <= middle:
        return [*_extension(left, earlier, is_whole=is_whole), head(right)]
    return [*_extension(right, earlier - middle, is_whole=False), head(left)]


def extends(proof: Digests, *, earlier: int, earlier_head: bytes, size: int, head: bytes) -> bool:
    """Tell whether a proof shows that a tree with a size and a head extends an earlier one.

    RFC 9162, section 2.1.4.2.
    """
    if not 0 < earlier <= size:
        return earlier == 0 and not proof
    if earlier == size:
        return not proof and earlier_head == head
    path = [earlier_head, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    return bool(path) and _leads_to(path, earlier - 1, size - 1) == (earlier_head, head)


def _leads_to(path: Digests, here: int, last: int) -> tuple[bytes, bytes] | None:
    """Return the earlier and the later head to which a path leads; None where it is too long."""
    while here % 2:
        here, last = here // 2, last // 2
    before = after = path[0]
    for each in path[1:]:
        if last == 0:
            return None
        if here % 2 or here == last:
            before, after = node(each, before), node(each, after)
            while here and not here % 2:
                here, last = here // 2, last // 2
        else:
            after = node(after, each)
        here, last = here // 2, last // 2
    return (before, after) if last == 0 else None
