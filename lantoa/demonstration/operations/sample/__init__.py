"""One commune whose units, meetings and works are all invented, from a fixed seed."""

from lantoa.demonstration.operations.sample.building import CODE, build_sample

__all__ = ["CODE", "build_sample"]
