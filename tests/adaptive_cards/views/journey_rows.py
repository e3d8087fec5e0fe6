"""What the verbs of journeys have: fields, lengths, arguments. Rows for the tables in `test_all_samples`."""

from __future__ import annotations

_EXPERIMENT = {"what", "moment", "owner", "takers", "starts", "first", "review", "sign"}
FIELDS = {
    "try-from": {"source"},
    "decide": {"picks", "text"},
    "undecide": {"decisions"},
    "try": _EXPERIMENT,
    "try-edit": _EXPERIMENT,
    "try-open": {"experiment"},
    "try-note": {"text"},
    "try-move": {"starts", "review"},
    "try-owner": {"owner"},
    "try-verdict": {"verdict", "learning", "what", "review"},
}
MAY_LACK = {"decide": {"picks"}, "try-edit": {"starts"}, "try-move": {"starts"}}
"""Fields that a form has only sometimes."""
LENGTHS = {
    "decide": {300},
    "try": {300, 60},
    "try-edit": {300, 60},
    "try-move": {60},
    "try-verdict": {300, 500, 60},
}
"""Characters of the texts of a form, where not 500."""
_ONE = frozenset({1})
ARGS = {
    "try": {0, 1, 3},
    "try-verdict": {1, 2},
    **dict.fromkeys(("try-yes", "try-no", "try-first", "try-later", "try-help"), _ONE),
    **dict.fromkeys(("try-established", "try-drop", "try-show", "try-trace"), _ONE),
    **dict.fromkeys(("try-edit", "try-note", "try-move", "try-owner"), _ONE),
}
"""How many arguments a verb may travel with, where it has any."""
WRITING = {"decide", "try", "try-edit", "try-note", "try-verdict"}
"""Verbs by which somebody writes something that others see."""
