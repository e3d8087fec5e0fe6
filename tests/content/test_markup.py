"""The little markup of phrases, and that no value ever becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.markup import Literal, Part, Slot, parse, slots
from content.phrasebook import Phrasebook

HOSTILE = st.one_of(
    st.text(), st.sampled_from(["**", "_", "{n}", "{name}", "**{name}**", "_x_", "<!channel>", "{{", "\\"])
)


@pytest.mark.parametrize(
    ("template", "parts"),
    [
        ("", ()),
        ("Hei", (Literal("Hei"),)),
        ("Hei {name}.", (Literal("Hei "), Slot("name"), Literal("."))),
        ("**{name}** odottaa", (Slot("name", bold=True), Literal(" odottaa"))),
        ("_Joo, ja…_ jatka", (Literal("Joo, ja…", italic=True), Literal(" jatka"))),
        ("_{stem}_", (Slot("stem", italic=True),)),
        (
            "**a _b_ c**",
            (Literal("a ", bold=True), Literal("b", bold=True, italic=True), Literal(" c", bold=True)),
        ),
        ("oma_sana {display_name}", (Literal("oma_sana "), Slot("display_name"))),
        ("2 * 3, {Ei}, {1}", (Literal("2 * 3, {Ei}, {1}"),)),
    ],
)
def test_a_template_is_read(template: str, parts: tuple[Part, ...]) -> None:
    assert parse(template) == parts


def test_the_values_that_a_template_wants_are_known() -> None:
    assert slots("**{name}**: {n} lappua, {n}/{all}") == frozenset({"name", "n", "all"})


@given(st.lists(HOSTILE, min_size=2, max_size=2))
def test_a_value_never_becomes_markup(values: list[str]) -> None:
    book = Phrasebook("fi", {"told": "**{name}** sanoi: _{text}_."})
    first, second = values
    assert book.text("told", name=first, text=second) == f"{first} sanoi: {second}."
    assert book.parts("told") == (
        Slot("name", bold=True),
        Literal(" sanoi: "),
        Slot("text", italic=True),
        Literal("."),
    )


@given(st.text())
def test_any_template_can_be_read_and_loses_only_its_signs(template: str) -> None:
    shown = "".join(
        part.text if isinstance(part, Literal) else f"{{{part.name}}}" for part in parse(template)
    )
    signs = str.maketrans("", "", "*_")
    assert shown.translate(signs) == template.translate(signs)
