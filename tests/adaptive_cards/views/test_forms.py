"""Forms: the fields that the engine expects, and who sees what is written."""

from __future__ import annotations

from adaptive_cards.actions import Action
from adaptive_cards.card import ChoiceField, ChoicesField, Form, Option, Paragraph, Quote, Span, TextField
from adaptive_cards.views import form
from dialogs import messages as m
from tests.adaptive_cards.views.small import NOTES_SEEN, p, small, words


def test_a_note_goes_to_a_cell_of_a_group() -> None:
    assert form(m.NoteForm("s1", "ruudukko", "g2", ("taidot", "tavat"), ""), words(), "n1") == Form(
        title="Lisää lappu",
        fields=(
            ChoiceField(
                "cell",
                "Kohta",
                (Option("taidot", "Oma osaaminen: Taidot"), Option("tavat", "Yhteiset tavat: Tavat")),
            ),
            TextField(
                "text",
                "Lappu",
                hint="Yksi asia yhteen lappuun.",
                placeholder="Esim. Kuuntelen",
                multiline=True,
                max_length=500,
            ),
        ),
        submit="Tallenna",
        cancel="Peru",
        action=Action("note", "s1", ("ruudukko", "g2")),
        nonce="n1",
        intro=(NOTES_SEEN,),
        language="fi",
    )


def test_after_saving_the_next_note_stays_in_its_cell_with_its_question() -> None:
    again = m.NoteForm("s1", "ruudukko", "g2", ("taidot", "tavat"), "tavat", just_saved=True)
    made = form(again, words(), "n2")
    assert made.intro == (p("Tallessa. Voit kirjoittaa heti seuraavan."), NOTES_SEEN)
    cell, text = made.fields
    assert isinstance(cell, ChoiceField)
    assert isinstance(text, TextField)
    assert (cell.value, text.hint, text.placeholder) == ("tavat", "Mikä toimii?", "Esim. Vinkkivartti")


def test_a_canvas_of_one_cell_asks_for_the_note_only() -> None:
    made = form(m.NoteForm("s1", "juttu", "", ("asia",), ""), words(), "n1")
    assert [field.id for field in made.fields] == ["text"]
    assert made.fields[0].hint == "Mitä huomaat?"
    assert made.action == Action("note", "s1", ("juttu", "all"))


def test_own_notes_are_a_list_for_their_writer() -> None:
    made = form(m.MineForm("s1", "juttu", (("n1", "Uusi\njärjestelmä"), ("n2", "x" * 400))), words(), "n1")
    (field,) = made.fields
    assert isinstance(field, ChoiceField)
    assert field.id == "note"
    assert field.options[0] == Option("n1", "Uusi järjestelmä")
    assert len(field.options[1].label) == 150
    assert made.intro == (small("Vain sinä näet tämän listan."),)
    assert made.action == Action("mine", "s1", ("juttu",))


def test_an_own_note_can_be_rewritten_or_taken_away() -> None:
    made = form(m.EditForm("s1", "juttu", "n1", "Uusi järjestelmä"), words(), "n2")
    assert made.fields == (
        TextField("text", "Lappu", value="Uusi järjestelmä", multiline=True, required=False, max_length=500),
        ChoicesField("delete", "Poistaminen", (Option("yes", "Poista tämä lappu"),)),
    )
    assert made.action == Action("edit", "s1", ("n1",))


def test_a_turn_opens_with_the_sentence_that_it_goes_on_from() -> None:
    made = form(m.TurnForm("s1", "kehut", 0, m.TurnKind.OPENING, "Ville", ""), words(), "n1")
    (text,) = made.fields
    assert isinstance(text, TextField)
    assert (text.id, text.label, text.placeholder) == (
        "text",
        "Uskon, että sinulla on…",
        "Esim. hyvä huumori",
    )
    assert made.intro == (
        Paragraph((Span("Kirjoitat hänelle: "), Span("Ville", bold=True))),
        small("Näkyy vain niille, joiden kanssa vaihdat vuoroja. Yhteenvetoon nämä eivät tule."),
    )
    assert made.action == Action("turn", "s1", ("kehut", "0"))


def test_an_answer_shows_what_was_said() -> None:
    made = form(m.TurnForm("s1", "kehut", 1, m.TurnKind.ANSWER, "Anna", "hyvä tilannetaju"), words(), "n1")
    assert made.fields[0].label == "Joo, ja…"
    assert Quote("hyvä tilannetaju") in made.intro


def test_picks_are_the_groups_notes() -> None:
    notes = (("n1", "taidot", "Kuuntelen"), ("n2", "tavat", "Vinkkivartti"))
    made = form(m.PickForm("s1", "nostot", "g1", 3, notes, "ruudukko", ("n2", "gone")), words(), "x")
    assert made.fields == (
        ChoicesField(
            "notes",
            "Ryhmän laput",
            (Option("n1", "Kuuntelen (Taidot)"), Option("n2", "Vinkkivartti (Tavat)")),
            ("n2",),
            hint="Valitse enintään 3.",
        ),
    )
    assert made.action == Action("pick", "s1", ("nostot", "g1"))


def test_the_agenda_has_ticks_and_a_choice_for_each_set_of_alternatives() -> None:
    message = m.AgendaForm(
        "s1", (("avaus", 5, True), ("juttu", 10, False)), (("kuvio", ("kukka", "lotus"), "kukka"),)
    )
    made = form(message, words(), "x")
    steps, choice = made.fields
    assert steps == ChoicesField(
        "steps",
        "Tehtävät",
        (Option("avaus", "Avaus · 5 min"), Option("juttu", "Juttelu · 10 min")),
        ("avaus",),
        hint="Lopetus kuuluu aina ohjelmaan.",
    )
    assert isinstance(choice, ChoiceField)
    assert (choice.id, choice.value) == ("choice.kuvio", "kukka")
    assert made.action == Action("agenda", "s1")


def test_the_lead_is_shared_or_handed_over() -> None:
    made = form(m.LeadForm("s1", (("test:t:1", "Anna"),)), words(), "x")
    assert made.fields == (
        ChoiceField("person", "Kuka?", (Option("test:t:1", "Anna"),)),
        ChoiceField(
            "how",
            "Miten?",
            (Option("share", "Vedämme yhdessä"), Option("hand_over", "Luovutan vetovastuun")),
            "share",
        ),
    )
    assert form(m.LeadForm("s1", ()), words(), "x").fields == ()


def test_feedback_is_a_number_and_perhaps_a_line() -> None:
    made = form(m.FeedbackForm("s1", ("Maija",), 4, "Kuulin uutta."), words(), "x")
    score, line = made.fields
    assert isinstance(score, ChoiceField)
    assert [option.value for option in score.options] == ["1", "2", "3", "4", "5"]
    assert (score.id, score.value) == ("score", "4")
    assert line == TextField(
        "line",
        "Yksi lause, jos haluat",
        placeholder="Esim. Kuulin paljon uutta.",
        value="Kuulin uutta.",
        multiline=True,
        required=False,
        max_length=300,
    )
    assert made.action == Action("feedback", "s1")
