"""Pages of reorganisation."""

from lantoa.reorganisation.views.comparing import compare
from lantoa.reorganisation.views.deciding import approve, reverse
from lantoa.reorganisation.views.drafting import (
    add_step,
    draft,
    draft_by_hand,
    drop,
    drop_step,
    example_list,
    redraft,
    template,
)
from lantoa.reorganisation.views.history import became, life
from lantoa.reorganisation.views.listing import acts
from lantoa.reorganisation.views.trying import act, outcome_file, simulate, steps_file

__all__ = [
    "act",
    "acts",
    "add_step",
    "approve",
    "became",
    "compare",
    "draft",
    "draft_by_hand",
    "drop",
    "drop_step",
    "example_list",
    "life",
    "outcome_file",
    "redraft",
    "reverse",
    "simulate",
    "steps_file",
    "template",
]
