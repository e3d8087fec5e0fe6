"""Every form, empty and filled."""

from __future__ import annotations

from collections.abc import Iterator

from adaptive_cards.samples.material import FIVE, MAIJA, SESSION, Material, Named
from dialogs import messages as m
from dialogs.decisions.planning import PAUSES
from dialogs.forms.leading import LENGTHS


def samples(material: Material) -> tuple[Named[m.FormMessage], ...]:
    """(name, message)."""
    return (*_notes(material), *_turns(material), *_picks(material), *_steering(material))


def _notes(material: Material) -> Iterator[Named[m.FormMessage]]:
    step, cells = material.gather.id, material.gather.canvas.ids()
    text = material.words.steps[step].cells[cells[0]].examples[0]
    yield "note-form", m.NoteForm(SESSION, step, "g2", cells, "")
    yield "note-form-again", m.NoteForm(SESSION, step, "g2", cells, cells[1], just_saved=True)
    yield "note-form-one-cell", m.NoteForm(SESSION, step, "", cells[:1], "")
    yield "mine-form", m.MineForm(SESSION, step, (("n1", text), ("n2", text * 9)))
    yield "mine-form-one", m.MineForm(SESSION, step, (("n1", text),))
    yield "edit-form", m.EditForm(SESSION, step, "n1", text)


def _turns(material: Material) -> Iterator[Named[m.FormMessage]]:
    step, said = material.step("exchange").id, material.says("exchange").examples[0]
    yield "turn-form-opening", m.TurnForm(SESSION, step, 0, m.TurnKind.OPENING, "Ville", "")
    yield "turn-form-answer", m.TurnForm(SESSION, step, 1, m.TurnKind.ANSWER, "Anna", said)


def _picks(material: Material) -> Iterator[Named[m.FormMessage]]:
    cells = material.words.steps[material.pick.notes_of].cells
    notes = tuple(
        (f"n{index}", cell, words.examples[0])
        for index, (cell, words) in enumerate(cells.items())
        if words.examples
    )
    few, of = notes[:3], material.pick.notes_of
    many = tuple((f"m{number}", cell, text) for number in range(12) for _, cell, text in notes)
    yield "pick-form", m.PickForm(SESSION, material.pick.id, "g1", 3, few, of, ("n1",))
    yield "pick-form-one", m.PickForm(SESSION, material.pick.id, "g1", 1, few, of, ())
    yield (
        "pick-form-many",
        m.PickForm(SESSION, material.pick.id, "g1", 3, _renumbered(many[:100]), of, ("gone",)),
    )


def _renumbered(notes: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((f"n{index}", cell, text) for index, (_, cell, text) in enumerate(notes))


def _steering(material: Material) -> Iterator[Named[m.FormMessage]]:
    steps = tuple(
        (step.id, step.minutes, step.on) for step in material.workshop.steps[:-1] if not step.choice
    )
    choices = {step.choice for step in material.workshop.steps} - {""}
    alternatives = tuple(
        (
            choice,
            tuple(step.id for step in material.workshop.steps if step.choice == choice),
            material.shapes[0].id,
        )
        for choice in sorted(choices)
    )
    yield "agenda-form", m.AgendaForm(SESSION, steps, alternatives)
    yield "plan-form", m.PlanForm(SESSION, 120, "remote", LENGTHS)
    yield "plan-form-free", m.PlanForm(SESSION, 0, "room", LENGTHS)
    items = tuple((step, minutes, 10) for step, minutes, _ in steps)
    yield "item-form", m.ItemForm(SESSION, items, PAUSES)
    yield "wish-form", m.WishForm(SESSION, tuple(step for step, *_ in steps), (steps[0][0],))
    people = tuple((f"test:t:{name.lower()}", name) for name in FIVE)
    yield "lead-form", m.LeadForm(SESSION, people)
    yield "lead-form-nobody", m.LeadForm(SESSION, ())
    yield "feedback-form", m.FeedbackForm(SESSION, (MAIJA,), 0, "")
    yield (
        "feedback-form-again",
        m.FeedbackForm(SESSION, (MAIJA, "Omar"), 5, material.says("close").examples[0]),
    )
