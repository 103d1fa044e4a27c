"""`make bench`: builds a made-up country in a database of its own, measures, prints, and goes.

`python -m bench country` measures the reorganisation of the real one, `python -m bench durable`
what waiting for the disk costs.
"""

import os
import sys
import tempfile
import time

UNITS = int(os.environ.get("LANTOA_BENCH_UNITS", "20000"))
RECORDS = int(os.environ.get("LANTOA_BENCH_RECORDS", "500000"))


def main() -> int:
    """Measure what the first word asks for: by default counting, else the country."""
    if sys.argv[1:] == ["reading"]:
        from bench import reading

        return reading.main()
    if sys.argv[1:] == ["country"]:
        from bench import country

        return country.main()
    if sys.argv[1:] == ["durable"]:
        from bench import durable

        return durable.main()
    return counting()


def counting() -> int:
    """Measure and print; the target is a ratio of at most 2."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LANTOA_VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "lantoa.settings"
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        from bench import verifying
        from bench.counting import measure
        from bench.ground import build

        call_command("migrate", verbosity=0)
        start = time.perf_counter()
        root, provinces, communes = build(units=UNITS, records=RECORDS)
        taken = time.perf_counter() - start
        print(
            f"{connection.vendor}: {UNITS:,} units, {RECORDS:,} records, recorded in {taken:.0f} s "
            f"({RECORDS / taken:,.0f} a second)."
        )
        places = {"one commune": communes[0], "one province": provinces[0], "whole tree": root}
        print("Milliseconds of one sheet of figures; by hand: its sums alone, and all its answers.")
        print(f"{'':<14}{'live':>9}{'sums':>9}{'ratio':>7}{'answers':>9}{'ratio':>7}")
        for row in measure(places):
            live, sums, answers = (row[each] for each in ("live", "sums alone", "same answers"))
            print(
                f"{row['place']:<14}{live:>9.1f}{sums:>9.1f}{live / sums:>7.2f}"
                f"{answers:>9.1f}{live / answers:>7.2f}"
            )
        verifying.measure()
        connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
