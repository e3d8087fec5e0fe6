from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import facts as f
from dialogs.codec import KINDS, dump, load

moments = st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- the strategy adds UTC
texts = st.text(st.characters(codec="utf-8"), max_size=40)
st.register_type_strategy(datetime, moments)
st.register_type_strategy(str, texts)
ANY_FACT = st.one_of(*(st.builds(kind) for kind in KINDS.values()))


@given(ANY_FACT)
def test_every_fact_comes_back_as_it_was(fact: f.FactType) -> None:
    kind, body = dump(fact)
    assert load(kind, body) == fact
    assert json.loads(body)


def test_every_fact_has_a_kind() -> None:
    assert set(KINDS.values()) == set(get_args(f.FactType))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("NoSuchFact", b"{}"),
        ("PersonLeft", b"{}"),
        ("PersonLeft", b"not json"),
        ("PersonLeft", b'{"at": "yesterday", "person": "a"}'),
    ],
)
def test_what_is_no_fact_of_ours_is_refused(kind: str, body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        load(kind, body)


@pytest.mark.parametrize(
    ("kind", "old"),
    [
        ("NoteDeleted", {"note": "n1", "person": "a"}),
        ("PeopleReminded", {"step": "s", "people": ["a"]}),
        ("GroupsFormed", {"step": "s", "groups": [{"id": "g1", "members": ["a", "b"]}]}),
        ("GroupLeft", {"step": "s", "group": "g1", "person": "a"}),
        ("NoteWritten", {"note": "n", "step": "s", "group": "", "cell": "c", "person": "a", "text": "x"}),
    ],
)
def test_facts_that_were_written_before_a_field_was_added_are_read(kind: str, old: dict[str, Any]) -> None:
    fact = load(kind, json.dumps({"at": "2026-01-12T07:00:00+00:00", **old}).encode())
    assert set(old) < {one.name for one in fields(fact)}
    assert fact.at == datetime(2026, 1, 12, 7, tzinfo=UTC)
