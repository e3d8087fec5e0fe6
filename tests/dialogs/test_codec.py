from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs import facts as f
from dialogs.codec import KINDS, dump, load

PLAIN: dict[object, st.SearchStrategy[Any]] = {
    datetime: st.datetimes(min_value=datetime(2020, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 -- it adds UTC
    str: st.text(st.characters(codec="utf-8"), max_size=40),
    int: st.integers(-(10**6), 10**6),
    bool: st.booleans(),
    NoneType: st.none(),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a fact's field."""
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) in (UnionType, Union):
        return st.one_of(*map(values, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=4).map(tuple)
    return st.builds(hint, **{name: values(one) for name, one in get_type_hints(hint).items()})


ANY_FACT = st.one_of(*map(values, KINDS.values()))


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
