"""The desk's own answers."""

from __future__ import annotations

import pytest

from adaptive_cards.card import Attachment, Button, Card, Paragraph, Span, Style
from adaptive_cards.views import CardMessage, card
from dialogs import desk_messages as d
from dialogs.commands import Start, Steer, Unknown, parse
from tests.adaptive_cards.views.small import at, flat, p, pressed, small, text_of, words

LENGTH = "50\N{NO-BREAK SPACE}000"
ONE = d.WorkshopLine(7, "Pieni paja", "Mitä osaamme?", 125)


def test_a_slip_gets_a_suggestion_and_starts_nothing() -> None:
    made = flat(card(d.UnknownCommand("alota", ("aloita 1",)), words()))
    assert made.blocks == (
        Paragraph(
            (
                Span("En tunne komentoa "),
                Span("alota", italic=True),
                Span(". Tarkoititko: "),
                Span("aloita 1", bold=True),
                Span("?"),
            )
        ),
    )


def test_what_somebody_wrote_is_literal_and_short() -> None:
    made = card(d.UnknownCommand("<!channel> **alota** _x_ {text} " * 50), words())
    paragraph = made.blocks[0]
    assert isinstance(paragraph, Paragraph)
    echo = paragraph.rich[1]
    assert isinstance(echo, Span)
    assert echo.text.startswith("<!channel> **alota** _x_ {text}")
    assert len(echo.text) <= 80


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (d.UnknownCommand("ta", ("tila", "tauko")), "En tunne komentoa ta. Tarkoititko: tila tai tauko?"),
        (d.UnknownCommand("xyz"), "En tunne komentoa xyz. Komento ohje näyttää, mitä osaan."),
        (
            d.ChannelOnly("aloita 1"),
            "Komento aloita 1 toimii kanavalla, jossa paja pidetään. Kirjoita se siellä, niin jatkan siitä.",
        ),
        (d.NothingHere(), "Tällä kanavalla ei ole nyt pajaa käynnissä. Aloita sellainen: aloita 1"),
        (d.LanguageChanged("en"), "Kieli vaihtui: englanti."),
        (
            d.UnknownLanguage("klingon", ("fi", "en")),
            "En osaa vielä kieltä klingon. Osaan näitä: suomi ja englanti.",
        ),
        (
            d.UnknownLanguage("", ("fi", "en")),
            "Osaan näitä kieliä: suomi ja englanti. Vaihda näin: kieli fi",
        ),
        (
            d.PlatformTrouble("Slack"),
            "Slack ei juuri nyt vastaa. Kaikki kirjoitettu on tallessa, ja jatkan heti kun yhteys palaa.",
        ),
        (
            d.TooLong(50_000, 500),
            f"Tekstissä on {LENGTH} merkkiä, ja tähän mahtuu 500. Lyhennä sitä vähän, niin otan sen vastaan.",
        ),
        (d.Forgotten(), "Tallessa ei ollut mitään poistettavaa."),
    ],
)
def test_answers_of_one_line(message: CardMessage, said: str) -> None:
    made = card(message, words())
    assert text_of(made) == said
    assert made.summary


def test_a_second_start_tells_what_is_on_and_where_else_one_could_be() -> None:
    made = card(d.AlreadyRunning("s1", 7, at(9, 0), ("Maija",)), words())
    assert text_of(made) == (
        "Tällä kanavalla on jo paja käynnissä: Paja 7, avattu klo 9.00.\n\n"
        "Fasilitaattori: Maija.\n\n"
        "Uuden pajan voit aloittaa rinnalle toisella kanavalla."
    )
    assert pressed(made) == {"Näytä tila": "status|s1"}
    older = card(d.AlreadyRunning("s1", 7, at(9, 0), ("Maija",), today=False), words())
    assert "Paja 7, avattu 30.11. klo 9.00." in text_of(older)


def test_the_list_of_workshops() -> None:
    assert text_of(card(d.WorkshopList((ONE,)), words())) == (
        "Pajat\n═════\n\n• 7. Pieni paja · noin 2 h. Mitä osaamme?\n\nAloita kanavalla: aloita 7"
    )


def test_an_unknown_workshop_is_answered_with_those_that_there_are() -> None:
    said = text_of(card(d.UnknownWorkshop("99", (ONE,)), words()))
    assert said.startswith("En löydä pajaa 99. Nämä löytyvät:\n\n• 7. Pieni paja")


def test_help_is_about_where_one_is() -> None:
    elsewhere = text_of(card(d.Help(d.Where.ELSEWHERE), words()))
    assert "aloita 1: aloittaa pajan numero 1" in elsewhere
    assert "Fasilitaattorille" not in elsewhere
    leading = card(d.Help(d.Where.RUNNING, "s1", leads=True), words())
    assert "lisäaika 5: antaa viisi minuuttia lisää" in text_of(leading)
    assert pressed(leading) == {"Näytä tila": "status|s1"}
    taking_part = text_of(card(d.Help(d.Where.RUNNING, "s1"), words()))
    assert "lisäaika" not in taking_part


def test_every_command_stands_in_some_help() -> None:
    helps = [d.Help(d.Where.ELSEWHERE), d.Help(d.Where.RUNNING, "s1", leads=True)]
    said = " ".join(text_of(card(one, words())) for one in helps)
    commands = [key for key in words().phrases.phrases if key.startswith("command.")]
    assert [key for key in commands if words().text(key) not in said] == []


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_command_that_is_shown_is_understood(language: str) -> None:
    shown = {key: words(language).text(key) for key in words().phrases.phrases if key.startswith("command.")}
    assert {key for key, command in shown.items() if isinstance(parse(command), Unknown)} == set()
    assert parse(shown["command.start"] + " 1") == Start("1")
    assert parse(shown["command.more"] + " 5") == Steer("more", 5)
    steering = ("next", "back", "skip", "pause", "resume", "remind", "end")
    assert [parse(shown[f"command.{verb}"]) for verb in steering] == [Steer(verb) for verb in steering]


def test_the_one_question_before_forgetting() -> None:
    made = card(d.ForgetQuestion(2), words())
    assert "Poistan kaiken, mitä sinusta on tallessa" in text_of(made)
    (button,) = [one for block in made.blocks for one in getattr(block, "buttons", ())]
    assert isinstance(button, Button)
    assert (button.style, pressed(made)) == (Style.DANGER, {"Poista tietoni": "forget|"})


def test_what_was_removed() -> None:
    made = flat(card(d.Forgotten(sessions=1, notes=7, turns=4), words()))
    assert made == Card(
        "Tietosi on poistettu",
        (
            p("Poistin nimesi ja nämä: osallistumisesi yhteen pajaan, 7 lappua ja 4 vuoroa."),
            small(
                "Kanavan kortit päivittyvät hetken päästä."
                " Ihmisten omat kopiot ja viestit jäävät Slackiin tai Teamsiin."
            ),
        ),
        "Tietosi on poistettu",
        "fi",
    )


def test_my_data_is_a_file_for_me_alone() -> None:
    made = card(d.MyData("data-1", "tietosi.json", 2), words())
    assert Attachment("data-1", "tietosi.json", "Tietosi (JSON)") in made.blocks
    assert "Vain sinä näet tämän viestin." in text_of(made)
    assert "Sinusta ei ole tallessa mitään." in text_of(card(d.MyData("", "", 0), words()))


def test_a_facilitator_who_was_not_understood_can_be_chosen_from_a_list() -> None:
    assert "Ohjaamon napista Vetovastuu" in text_of(card(d.FacilitatorUnknown(named=True), words()))


def test_series_of_workshops_are_listed_apart() -> None:
    other = d.WorkshopLine("kehitys 3", "Onnistumiset", "Milloin työ sujuu?", 175, "Pitkä matka")

    made = text_of(card(d.WorkshopList((ONE, other)), words()))

    assert [line for line in made.splitlines() if line] == [
        "Pajat",
        "═════",
        "• 7. Pieni paja · noin 2 h. Mitä osaamme?",
        "Aloita kanavalla: aloita 7",
        "Pitkä matka",
        "───────────",
        "• kehitys 3: Onnistumiset · noin 3 h",
        "Aloita kanavalla: aloita kehitys 3",
    ]
