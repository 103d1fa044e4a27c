"""What is counted for Prometheus: requests by route and status, their time, how the house is."""

import os
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from lantoa.keeping.queries.health import Vital

REQUESTS = Counter("lantoa_requests", "Requests answered", ["method", "route", "status"])
SECONDS = Histogram("lantoa_request_seconds", "Time to answer a request", ["route"])
METHODS = {"GET", "HEAD", "POST"}


def count(*, method: str, route: str, status: int, seconds: float) -> None:
    """Count a request that was answered; sorts of it are as many as addresses in the project."""
    REQUESTS.labels(method if method in METHODS else "other", route, str(status)).inc()
    SECONDS.labels(route).observe(seconds)


def page(vitals: Iterable[Vital]) -> bytes:
    """Return all that was counted, over every process that serves, and how the house is now."""
    counted = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(counted)  # type: ignore[no-untyped-call]
    else:
        counted.register(REQUESTS)
        counted.register(SECONDS)
    now = CollectorRegistry()
    now.register(_Now(vitals))
    return generate_latest(counted) + generate_latest(now)


class _Now(Collector):
    """How the house is now: asked by one process for all, so that none keeps it."""

    def __init__(self, vitals: Iterable[Vital]) -> None:
        """Take what was found."""
        self.vitals = list(vitals)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Yield whether each thing is well, and the figures behind that."""
        well = GaugeMetricFamily("lantoa_well", "1 where all is well", labels=["of"])
        figures = GaugeMetricFamily("lantoa_figure", "The figure behind it", labels=["of"])
        for each in self.vitals:
            well.add_metric([each.name], float(each.is_well))
            if isinstance(each.figure, int):
                figures.add_metric([each.name], each.figure)
        yield well
        yield figures
