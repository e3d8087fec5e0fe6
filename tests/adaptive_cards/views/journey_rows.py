"""What the verbs of journeys have: fields, lengths, arguments. Rows for the tables in `test_all_samples`."""

from __future__ import annotations

_STAGES = {"tried", "happened", "learnt"}
_EXPERIMENT = {"what", "moment", "owner", "takers", "starts", "first", "review", "sign"}
FIELDS = {
    "try-from": {"source"},
    "decide": {"picks", "text"},
    "try": _EXPERIMENT,
    "try-edit": _EXPERIMENT,
    "try-open": {"experiment"},
    "try-note": {"text"},
    "try-move": {"starts", "review"},
    "try-owner": {"owner"},
    "try-verdict": {"verdict", "learning", "what", "review"},
    "task-write": {"part", "text", *_STAGES},
    "task-mine": {"entry"},
    "task-edit": {"text", "delete", *_STAGES},
    "task-time": {"when"},
    "task-name": {"people"},
    "observe": {"text", "sort", "tags"},
    "observation-mine": {"observation"},
    "observation-edit": {"text", "sort", "tags", "delete"},
}
MAY_LACK = {"decide": {"picks"}, "try-edit": {"starts"}, "try-move": {"starts"}}
MAY_LACK |= {"task-write": FIELDS["task-write"], "task-edit": {"text", *_STAGES}}
"""Fields that a form has only sometimes."""
LENGTHS = {
    "decide": {300},
    "try": {300, 60},
    "try-edit": {300, 60},
    "try-move": {60},
    "try-verdict": {300, 500, 60},
    "task-time": {100},
}
"""Characters of the texts of a form, where not 500."""
ARGS = {
    "try": {0, 1, 3},
    "try-verdict": {1, 2},
    **dict.fromkeys(("try-yes", "try-no", "try-first", "try-later", "try-help"), {1}),
    **dict.fromkeys(("try-established", "try-drop", "try-show", "try-trace"), {1}),
    **dict.fromkeys(("try-edit", "try-note", "try-move", "try-owner"), {1}),
}
_OF_TASK = ("task-write", "task-mine", "task-time", "task-name", "task-done", "task-undone", "task-card")
_OF_OBSERVATION = ("named", "nameless", "kept", "edit")
ARGS |= {
    **{verb: {1} for verb in (*_OF_TASK, "opening")},
    **{f"observation-{verb}": {1} for verb in _OF_OBSERVATION},
    "task-edit": {2},
    "observation-sort": {2},
}
"""How many arguments a verb may travel with, where it has any."""
WRITING = {"try-from", "decide", "try", "try-edit", "try-note", "try-verdict"}
WRITING |= {"task-write", "task-edit", "observe", "observation-edit"}
"""Verbs by which somebody writes something that others see."""
