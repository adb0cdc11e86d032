"""The small closed vocabulary of tests that a norm may set; `docs/reference/rules.md` explains each.

A rule is a frozen value. It is heard (`hear`), and where it is one of time it gives its window without an act.
"""

from procedure.rules.allocation import seats_as_counted
from procedure.rules.anchors import day_in, done, latest_of, standing, term_day
from procedure.rules.ballots import open_ballot, secret
from procedure.rules.chambers import each_chamber
from procedure.rules.consultation import consulted, consulted_all
from procedure.rules.facts import all_of, by, construed, listed, stated, unless_listed, unread
from procedure.rules.order import after, after_any, before, never, not_during, repeated
from procedure.rules.times import (
    at_local_time,
    by_then,
    dated,
    dated_from,
    dated_within,
    in_window,
    not_before,
    not_within,
    not_within_last,
    same_act_as,
    within,
)
from procedure.rules.votes import adds_up, as_counted, at_least, at_most, initiated_by, quorum, share_reaches

__all__ = [
    "adds_up",
    "after",
    "after_any",
    "all_of",
    "as_counted",
    "at_least",
    "at_local_time",
    "at_most",
    "before",
    "by",
    "by_then",
    "construed",
    "consulted",
    "consulted_all",
    "dated",
    "dated_from",
    "dated_within",
    "day_in",
    "done",
    "each_chamber",
    "in_window",
    "initiated_by",
    "latest_of",
    "listed",
    "never",
    "not_before",
    "not_during",
    "not_within",
    "not_within_last",
    "open_ballot",
    "quorum",
    "repeated",
    "same_act_as",
    "seats_as_counted",
    "secret",
    "share_reaches",
    "standing",
    "stated",
    "term_day",
    "unless_listed",
    "unread",
    "within",
]
