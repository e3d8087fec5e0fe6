"""What the cards of experiments say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from adaptive_cards.card import ChoiceField, ChoicesField, Span
from adaptive_cards.views import card, form
from adaptive_cards.views.mending import mending
from dialogs.calendar.due import Kind
from dialogs.journey.area import Mend
from dialogs.journey.experiments import messages as m
from dialogs.journey.experiments.messages import Shown
from dialogs.journey.experiments.state import Verdict
from dialogs.journey.messages import Digest, DigestLine, OwnLine, OwnThings
from tests.adaptive_cards.views.small import pressed, text_of, words

TODAY = date(2026, 11, 30)
"""A Monday."""
REVIEW = date(2026, 12, 21)
WHAT = "Perjantain tilannekuva kirjataan Planneriin"
VIEW = m.ExperimentView(
    "1",
    WHAT,
    "",
    "",
    "maanantaina kukaan ei kysy samaa kahdesti",
    "Omar",
    ("Anna", "Sari"),
    TODAY,
    REVIEW,
    Shown.RUNNING,
)
LINE = m.ExperimentLine("1", WHAT, Shown.RUNNING, "Omar", REVIEW)
SEEN = "Päätökset ja kokeilut näkyvät kaikille tällä kanavalla. Kirjoittajan nimeä ei näytetä."


def test_the_board_says_how_far_each_is() -> None:
    over = replace(LINE, id="2", shown=Shown.STOPPED, day=None, learning="Liian\ntyölästä")
    made = card(m.ExperimentsBoard("j1", TODAY, (LINE,), ("Yhteinen aamu",), (over,), 1), words())
    assert text_of(made) == (
        f"Kokeilut\n════════\n\n• {WHAT} · käynnissä · vastuu: Omar · katsotaan ma 21.12.\n\n"
        "Päätetty, mutta kokeilu sopimatta\n─────────────────────────────────\n\n• Yhteinen aamu\n\n"
        f"Viimeksi päättyneet\n───────────────────\n\n• {WHAT} · lopetettiin · Liian työlästä\n\n"
        f"Lisäksi yksi aiemmin päättynyt.\n\n{SEEN}"
    )
    assert pressed(made) == {
        "Sovi kokeilu": "try-from|j1",
        "Kirjaa päätös": "decide|j1",
        "Avaa kokeilu": "try-open|j1",
        "Poista päätöksiä": "undecide|j1",
    }
    assert made.summary == "Kokeilut: yksi avoinna"


def test_of_a_long_board_the_rest_is_counted() -> None:
    lines = tuple(replace(LINE, id=str(number)) for number in range(30))
    said = text_of(card(m.ExperimentsBoard("j1", TODAY, lines), words()))
    assert said.count(WHAT) == 12
    assert "Ja 18 muuta." in said


def test_a_day_of_another_year_has_its_year() -> None:
    line = replace(LINE, day=date(2027, 1, 11))
    assert "katsotaan ma 11.1.2027" in text_of(card(m.ExperimentsBoard("j1", TODAY, (line,)), words()))


def test_an_experiment_with_what_can_be_done_with_it() -> None:
    judged = (m.JudgementLine(TODAY, Verdict.CONTINUE, "Muistutus riitti", REVIEW),)
    view = replace(VIEW, notes=((TODAY, "Toimi"),), judgements=judged)
    made = card(m.ExperimentCard("j1", TODAY, view, ("try-verdict", "try-drop", "try-trace")), words())
    title = f"Kokeilu: {WHAT}"
    assert text_of(made) == (
        f"{title}\n{'═' * len(title)}\n\nTilanne: käynnissä\nVastuu: Omar\nMukana: Anna ja Sari\n"
        "Aloitus: ma 30.11.\nKatsotaan: ma 21.12.\n"
        "Huomaamme siitä: maanantaina kukaan ei kysy samaa kahdesti\n\n"
        "Matkan varrelta\n───────────────\n\n”Toimi”\n  – ma 30.11.\n\n"
        "Arviot\n──────\n\nma 30.11. · Jatketaan · katsotaan ma 21.12.\n\n”Muistutus riitti”\n\n"
        f"{SEEN}"
    )
    assert pressed(made) == {
        "Arvioi": "try-verdict|j1|1",
        "Luovu kokeilusta": "try-drop|j1|1",
        "Jäljitä": "try-trace|j1|1",
    }


def test_who_is_only_asked_does_not_answer_for_it_yet() -> None:
    view = replace(VIEW, shown=Shown.ASKED, accepted=False, takers=())
    made = card(m.ExperimentCard("j1", TODAY, view, ("try-yes", "try-no"), asked=True), words())
    said = text_of(made)
    assert "Otatko tästä vastuun?" in said
    assert "Kysytty: Omar\nMukana: koko tiimi" in said
    assert pressed(made) == {"Otan vastuun": "try-yes|j1|1", "En pysty nyt": "try-no|j1|1"}


def test_words_of_somebody_forgotten_are_said_to_be_removed() -> None:
    view = replace(VIEW, what="", owner="", takers=("",))
    said = text_of(card(m.ExperimentCard("j1", TODAY, view, ("try-trace",)), words()))
    assert said.startswith("Kokeilu: (teksti poistettu)")
    assert "Vastuu: ei vielä ketään" in said


def test_a_reminder_has_honest_answers() -> None:
    nudge = m.ExperimentNudge(Kind.REVIEW.value, "1", WHAT, "", VIEW.sign, REVIEW, REVIEW)
    made = card(Digest(REVIEW, (DigestLine("j1", "", "experiment/1", "review", nudge),)), words())
    assert f"Nyt katsotaan, miten kokeilu on toiminut: {WHAT}. Miten meni?" in text_of(made)
    assert pressed(made) == {
        "Jatketaan": "try-verdict|j1|1|continue",
        "Muutetaan": "try-verdict|j1|1|change",
        "Lopetetaan": "try-verdict|j1|1|stop",
        "Ei ehditty": "try-verdict|j1|1|not_tried",
        "Siirrä päivää": "try-move|j1|1",
        "Miksi sain tämän?": "why|j1",
    }
    first = replace(nudge, kind=Kind.FIRST_STEP.value, first="Tehdään paikka")
    made = card(Digest(TODAY, (DigestLine("j1", "", "experiment/1", "first_step", first),)), words())
    assert list(pressed(made))[:4] == ["Tehty", "Ei vielä", "Tarvitsen apua", "Siirrä päivää"]


def test_ones_own_things_of_one_name_can_be_told_apart() -> None:
    things = tuple(
        OwnLine("j1", "", m.OwnExperiment(replace(LINE, id=number), TODAY)) for number in ("1", "2")
    )
    made = card(OwnThings(things), words())
    assert made.title == "Sinulla on auki 2 asiaa"
    assert pressed(made) == {f"Avaa: {WHAT}": "try-show|j1|1", f"Avaa: {WHAT} (2)": "try-show|j1|2"}


def test_the_form_of_an_experiment_is_filled_in_as_far_as_it_can_be() -> None:
    people = (("slack:T1:U1", "Anna"), ("slack:T1:U2", "Omar"))
    message = m.TryForm("s1", ("s1", "nostot", "n1"), TODAY, people, people[0][0], TODAY, REVIEW, what=WHAT)
    made = form(message, words(), "nonce-1")
    values = {one.id: one.values if isinstance(one, ChoicesField) else one.value for one in made.fields}
    assert values == {
        "what": WHAT,
        "moment": "",
        "owner": "slack:T1:U1",
        "takers": (),
        "starts": "30.11.2026",
        "first": "",
        "review": "21.12.2026",
        "sign": "",
    }
    assert made.action.encode() == "try|s1|s1|nostot|n1"


def test_what_has_begun_keeps_its_first_day() -> None:
    message = m.TryForm("j1", ("1",), TODAY, (("p", "Anna"),), "gone", None, REVIEW, experiment="1")
    made = form(message, words(), "nonce-1")
    assert "starts" not in {one.id for one in made.fields}
    assert [one.value for one in made.fields if isinstance(one, ChoiceField)] == [""]


def test_days_that_may_be_meant_are_named() -> None:
    days = (date(2026, 12, 3), date(2026, 12, 10))
    assert mending(Mend("date_ambiguous", days), words()) == (
        "Tämä voi tarkoittaa montaa päivää. Kumpi: 3.12.2026 tai 10.12.2026? Kirjoita päivä numeroin."
    )
    assert "3 December 2026 or 10 December 2026" in mending(Mend("date_ambiguous", days), words("en"))
    assert mending("empty", words()) == "Kirjoita tähän jotain, vaikka yksi sana."


def test_the_words_of_people_are_literal() -> None:
    view = replace(VIEW, what="**Kaikki** <!channel>")
    made = card(m.ExperimentCard("j1", TODAY, view, ("try-trace",)), words())
    assert made.title == "Kokeilu: **Kaikki** <!channel>"
    line = replace(LINE, what="**Kaikki** <!channel>")
    spans = [
        span
        for block in card(m.ExperimentsBoard("j1", TODAY, (line,)), words()).blocks
        for item in getattr(block, "items", ())
        for span in item
    ]
    assert spans[0] == Span("**Kaikki** <!channel>", bold=True)
