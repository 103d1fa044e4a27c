"""Kills the server under load, again and again, and says what became of what it had acknowledged.

As a program: `python -m tests.durable.killing 100`, with LANTOA_DATABASE naming an empty database
where it is not to be SQLite. It ends what it started, and works in a folder that it takes away.
"""

import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from tests.durable.place import Place, prepared
from tests.durable.posting import Clerk

CLERKS = 4
MOST_SAVED = 6
"""How many records are saved at most before the kill: it waits for one to six of them,"""
MOMENT = 0.2
"""and then up to this many seconds more, so that it falls into the midst of the next ones."""
PATIENCE = 60
"""Seconds after which it is killed whatever was saved."""
COUNTED = """
import json
from collections import Counter
from lantoa.records.meetings.models import Meeting
from lantoa.trail.models import Entry
from tests.whole import faults
lines = Entry.objects.filter(deed="meetings.record").values_list("after", flat=True)
print(json.dumps({
    "rows": list(Meeting.objects.values_list("key", flat=True)),
    "told": [key for after in lines for key in json.loads(after)["keys"]],
    "faults": list(faults()),
}))
"""


@dataclass
class Sent:
    """The keys that were posted, and those of them that were answered as saved."""

    posted: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    again: list[str] = field(default_factory=list)
    strange: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    """What became of what was sent."""

    kills: int
    acknowledged: int
    unanswered: int
    lost: int
    twice: int
    untold: int
    faults: list[str]
    strange: list[tuple[int, str]]

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing was lost, doubled, left out of the trail or answered strangely."""
        return not (self.lost or self.twice or self.untold or self.faults or self.strange)


def kill_under_load(place: Place, *, times: int, seed: int) -> Outcome:
    """Start, let clerks post, kill at a random moment; as often as asked, then count."""
    chance, sent, clerk = random.Random(seed), Sent(), Clerk(place)
    for _ in range(times):
        place.start()
        if not clerk.is_signed_in:
            clerk.sign_in()
        _post_until_killed(clerk, sent, chance)
    place.start()
    _send_again(clerk, sent)
    place.kill()
    return _outcome(place, sent, kills=times)


def _post_until_killed(clerk: Clerk, sent: Sent, chance: random.Random) -> None:
    enough = len(sent.acknowledged) + chance.randint(1, MOST_SAVED)
    clerks = [clerk.another() for _ in range(CLERKS)]
    threads = [threading.Thread(target=_post, args=(each, sent)) for each in clerks]
    for thread in threads:
        thread.start()
    until = time.monotonic() + PATIENCE
    while len(sent.acknowledged) < enough and time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(chance.uniform(0, MOMENT))
    clerk.place.kill()
    for thread in threads:
        thread.join()


def _post(clerk: Clerk, sent: Sent) -> None:
    """Post records until nobody answers; a key without an answer is sent again after the start."""
    while True:
        key = sent.again.pop() if sent.again else str(uuid4())
        sent.posted.add(key)
        try:
            status, page = clerk.record(key)
        except OSError:
            sent.again.append(key)
            return
        if status == 302:
            sent.acknowledged.add(key)
        else:
            sent.strange.append((status, page[:2000]))


def _send_again(clerk: Clerk, sent: Sent) -> None:
    """Send the half of what got no answer, as a browser that is loaded anew does."""
    for key in sent.again[::2]:
        status, _ = clerk.record(key)
        if status == 302:
            sent.acknowledged.add(key)


def _outcome(place: Place, sent: Sent, *, kills: int) -> Outcome:
    held = json.loads(place.run(COUNTED))
    rows, told = held["rows"], held["told"]
    return Outcome(
        kills=kills,
        acknowledged=len(sent.acknowledged),
        unanswered=len(sent.posted - sent.acknowledged),
        lost=len(sent.acknowledged - set(rows)),
        twice=_repeated(rows) + _repeated(told),
        untold=len(set(rows) ^ set(told)),
        faults=held["faults"],
        strange=sent.strange,
    )


def _repeated(keys: Iterable[str]) -> int:
    known = list(keys)
    return len(known) - len(set(known))


def main() -> int:
    """Kill as often as the first word says; return 1 where anything was lost."""
    times = int(sys.argv[1]) if sys.argv[1:] else 20
    seed = random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory() as folder:
        place = prepared(Path(folder), database=os.environ.get("LANTOA_DATABASE", ""))
        try:
            outcome = kill_under_load(place, times=times, seed=seed)
        finally:
            place.kill()
    sys.stdout.write(f"seed {seed}: {outcome}\n")
    return 0 if outcome.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
