"""The report on the movement, written from live figures."""

from lantoa.reports.queries.building import SIMULATED, Request, report

__all__ = ["SIMULATED", "Request", "report"]
