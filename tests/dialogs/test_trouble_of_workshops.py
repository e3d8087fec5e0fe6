"""What can go wrong in a workshop, as conversations: it is kindly said, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from adaptive_cards import views
from adaptive_cards.card import Card
from adaptive_cards.preview import HELSINKI
from adaptive_cards.renderers import plain_text
from adaptive_cards.words import Words
from content.loader import default_library
from dialogs import events as e
from dialogs import messages as m
from dialogs.activities.rotate import is_home, station_of
from dialogs.boards import RoomKind
from dialogs.planner import Concern, Wish
from dialogs.receipts import DONE, Code, Receipt
from dialogs.rehearsal import next_deed
from tests.support.phrases import phrase
from tests.support.spectator import passes
from tests.support.stage import Stage, edition
from tests.support.stage_watch import pid

WORKSHOPS = ("1", "2", "3", "4", "5")
FIVE = ("Anna", "Ville", "Sari", "Omar", "Liisa")
SIXTY = tuple(f"Nimi{n}" for n in range(60))


def stage_of(workshop: str, *, thorough: bool = False, wish: Wish | None = None, slow: bool = False) -> Stage:
    return Stage(edition=edition(workshop), thorough=thorough, wish=wish, slow=slow)


def card_of(stage: Stage, message: m.Message | Receipt) -> Card:
    book, spoken = default_library().phrasebook("fi"), stage.edition.in_language("fi")
    return views.card(message, Words(book, spoken, HELSINKI, stage.edition.workshop))


def said(stage: Stage, message: m.Message | Receipt) -> str:
    """What the card says, as text."""
    return plain_text.render(card_of(stage, message))


def every_card_passes(stage: Stage) -> None:
    """Slack, Teams and the browser take every card that stands."""
    for message in stage.standing.values():
        passes(card_of(stage, message))


def work(stage: Stage, names: Iterable[str], most: int = 1000) -> None:
    """They do what colleagues would do, `most` deeds in all."""
    words, names = stage.edition.in_language("fi"), tuple(names)
    for _ in range(most):
        found = (next_deed(stage.session, pid(name), words) for name in names)
        deed = next((one for one in found if one), None)
        if deed is None:
            return
        stage.happens(deed)


def goes_on(stage: Stage, leader: str = "Maija") -> None:
    """The facilitator goes on, over a break where one is planned."""
    if stage.presses(leader, "next").code is Code.PAUSED:
        stage.presses(leader, "resume")


def to_the_end(stage: Stage, names: Iterable[str] = (), leader: str = "Maija") -> m.Summary:
    """Everything that is left; the summary."""
    while not stage.session.closed:
        work(stage, names)
        goes_on(stage, leader)
    return stage.card(leader, m.Summary)


def texts(stage: Stage) -> set[str]:
    return {note.text for note in stage.session.notes.values()}


def cautions(stage: Stage) -> dict[str, int]:
    return {one.concern: one.n for one in stage.card("Maija", m.Cockpit).cautions}


# --- too few --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [2, 2, 2])]
)
def test_few_people_go_round_three_stations_and_each_sees_every_one(count: int, sizes: list[int]) -> None:
    stage = stage_of("3")
    names = SIXTY[:count]
    stage.begins(*names, step="tyopistekierto")
    assert sorted((len(group) for group in stage.groups()), reverse=True) == sizes
    visited: dict[str, list[str]] = {name: [] for name in names}
    while not is_home(stage.session, stage.run):
        for name in names:
            visited[name].append(station_of(stage.session, stage.run, stage.group(name).id))
            stage.writes(name, f"{name} kierroksella {len(visited[name])}", cell=visited[name][-1])
        every_card_passes(stage)
        goes_on(stage)
    assert all(sorted(cells) == ["tyopiste-1", "tyopiste-2", "tyopiste-3"] for cells in visited.values())
    stage.goes_to("tyopisteen-kolme")
    offered = {
        text
        for group in stage.groups()
        if isinstance(form := stage.opens(group[0], "pick"), m.PickForm)
        for _, _, text in form.notes
    }
    assert offered == texts(stage)


def test_before_the_start_the_facilitator_hears_what_few_people_mean() -> None:
    stage = stage_of("3", wish=Wish(240, people=4))
    stage.joins(*FIVE[:4])
    found = cautions(stage)
    assert found.keys() >= {Concern.FEW_PEOPLE, Concern.EMPTY_STATIONS}
    assert found[Concern.FEW_PEOPLE] == 4
    panel = said(stage, stage.card("Maija", m.Cockpit))
    assert phrase("plan.caution.empty_stations", step=title(stage, "tyopistekierto"), n=4) in panel


def title(stage: Stage, step: str) -> str:
    return stage.edition.in_language("fi").steps[step].title


@pytest.mark.parametrize("workshop", WORKSHOPS)
@pytest.mark.parametrize("count", [1, 2, 4, 5])
def test_a_handful_of_people_have_a_whole_workshop(workshop: str, count: int) -> None:
    stage = stage_of(workshop)
    stage.begins(*FIVE[:count])
    summary = to_the_end(stage, FIVE[:count])
    assert summary.names == FIVE[:count]
    assert summary.notes == len(stage.session.notes) > 0
    every_card_passes(stage)


# --- very many ------------------------------------------------------------------------------------


def test_sixty_people_are_spread_evenly_and_every_card_still_fits() -> None:
    stage = stage_of("3", wish=Wish(240, people=60))
    stage.joins(*SIXTY)
    assert cautions(stage)[Concern.MANY_PEOPLE] == 60
    stage.presses("Maija", "begin")
    assert [len(group) for group in stage.groups()] == [2] * 30
    stage.goes_to("tyopistekierto")
    assert [len(group) for group in stage.groups()] == [20, 20, 20]
    for name in SIXTY:
        cell = station_of(stage.session, stage.run, stage.group(name).id)
        stage.writes(name, f"{name} ehdottaa, että kokeilemme tätä yhdessä kaksi viikkoa.", cell=cell)
    every_card_passes(stage)
    assert {line.notes for line in stage.card("", m.RotateBoard).stations} == {20}


# --- everybody leaves -----------------------------------------------------------------------------


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_everybody_leaves_in_the_middle_of_every_step_and_comes_back(workshop: str) -> None:
    stage = stage_of(workshop)
    stage.begins(*FIVE)
    while not stage.session.closed:
        work(stage, FIVE, most=4)
        before = texts(stage)
        for name in FIVE:
            assert stage.presses(name, "leave").code is Code.LEFT
        panel = stage.card("Maija", m.Cockpit)
        assert (panel.here, panel.waiting, panel.groups) == ((), (), ())
        every_card_passes(stage)
        for name in FIVE:
            assert stage.joins(name).code is Code.JOINED
        assert texts(stage) == before
        work(stage, FIVE)
        goes_on(stage)
    assert stage.card("Maija", m.Summary).notes == len(stage.session.notes)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_everybody_leaves_for_good_and_what_they_wrote_is_in_the_summary(workshop: str) -> None:
    stage = stage_of(workshop)
    stage.begins(*FIVE)
    half = len(stage.session.on_agenda) // 2
    for _ in range(half):
        work(stage, FIVE)
        goes_on(stage)
    for name in FIVE:
        stage.presses(name, "leave")
    before = texts(stage)
    summary = to_the_end(stage)
    assert (set(summary.names), summary.notes) == (set(FIVE), len(stage.session.notes))
    assert texts(stage) == before != set()
    every_card_passes(stage)


# --- the facilitator leaves -----------------------------------------------------------------------


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_the_facilitator_leaves_and_somebody_else_brings_it_home(workshop: str) -> None:
    stage = stage_of(workshop)
    stage.begins("Maija", *FIVE)
    for _ in range(len(stage.session.on_agenda) // 2):
        work(stage, FIVE)
        goes_on(stage)
    before = texts(stage)
    assert stage.presses("Maija", "leave").code is Code.LEFT
    offer = stage.card("", m.LeadOffer)
    assert (offer.live, offer.names) == (True, ("Maija",))
    assert phrase("lead_offer.text") in said(stage, offer)
    assert stage.presses("Anna", "takeover").code is Code.DONE
    assert not stage.card("", m.LeadOffer).live
    summary = to_the_end(stage, FIVE, leader="Anna")
    assert texts(stage) >= before
    assert "Maija" in summary.names


def test_while_nobody_leads_people_go_on_writing() -> None:
    stage = stage_of("3")
    stage.begins("Maija", *FIVE, step="tyopistekierto")
    stage.presses("Maija", "leave")
    name = stage.groups()[0][0]
    cell = station_of(stage.session, stage.run, stage.group(name).id)
    assert stage.writes(name, "Jatketaan tästä", cell=cell).code is Code.SAVED
    stage.waits(minutes=60)
    assert stage.card("", m.LeadOffer).live
    stage.presses("Ville", "takeover")
    stage.presses("Ville", "next")
    assert stage.card("", m.RotateBoard).round == 2
    assert "Jatketaan tästä" in texts(stage)


# --- nothing written ------------------------------------------------------------------------------


def picking_after_one_group_wrote(names: tuple[str, ...] = SIXTY[:8]) -> tuple[Stage, str, str]:
    """Workshop 1 at its picks; one in the group that wrote, one in the group that did not."""
    stage = stage_of("1", thorough=True)
    stage.begins(*names, step="voimavararuudukko")
    first, second = stage.groups()[:2]
    stage.writes(first[0], "Kuuntelemme toisiamme")
    stage.goes_to("nostot")
    return stage, first[0], second[0]


def test_a_group_that_wrote_nothing_is_told_kindly_and_nobody_waits_for_it() -> None:
    stage, wrote, silent = picking_after_one_group_wrote()
    card = next(
        one
        for one in stage.channel
        if isinstance(one, m.GroupPicks) and one.group_id == stage.group(silent).id
    )
    assert phrase("pick.empty") in said(stage, card)
    assert stage.opens(silent, "pick") == Receipt(Code.NOTHING_THERE)
    panel = stage.card("Maija", m.Cockpit)
    assert set(panel.waiting) == {stage.session.name(one) for one in stage.group(wrote).members}
    assert (stage.card("", m.PickBoard).groups_done, stage.card("", m.PickBoard).groups) == (0, 1)
    stage.sends(wrote, "pick", notes=(stage.note("Kuuntelemme toisiamme"),))
    assert stage.card("Maija", m.Cockpit).waiting == ()
    assert (stage.card("", m.PickBoard).groups_done, stage.card("", m.PickBoard).groups) == (1, 1)


def test_the_silent_group_writes_after_all_and_then_has_something_to_choose() -> None:
    stage, _, silent = picking_after_one_group_wrote()
    group = stage.group(silent).id
    late = stage.submits(silent, "note", "voimavararuudukko", group, cell="jakaminen", text="Vinkkivartti")
    assert late.code is Code.KEPT_LATE
    assert silent in stage.card("Maija", m.Cockpit).waiting
    assert stage.sends(silent, "pick", notes=(stage.note("Vinkkivartti"),)).code is Code.SAVED


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_nobody_writes_a_word_and_it_still_ends_with_thanks(workshop: str) -> None:
    stage = stage_of(workshop)
    stage.begins(*FIVE)
    while not stage.session.closed:
        every_card_passes(stage)
        goes_on(stage)
    summary = stage.card("Maija", m.Summary)
    assert (summary.notes, summary.names) == (0, FIVE)
    assert stage.card("", m.Thanks).names == FIVE
    every_card_passes(stage)


def test_who_wrote_nothing_on_their_own_sheet_is_not_waited_for() -> None:
    stage = stage_of("3")
    stage.begins(*FIVE, step="oma-swot")
    stage.writes("Anna", "Olen sinnikäs", cell="vahvuudet")
    stage.goes_to("swot-nostot")
    assert stage.card("Maija", m.Cockpit).waiting == ("Anna",)
    assert stage.opens("Ville", "pick", "swot-nostot", "all") == Receipt(Code.NOTHING_THERE)


# --- a station without a group --------------------------------------------------------------------


def test_a_station_whose_group_has_left_can_be_read_and_is_answered_for_by_others() -> None:
    stage = stage_of("3", thorough=True)
    stage.begins(*SIXTY[:7], step="tyopistekierto")
    gone = stage.groups()[0]
    stage.writes(gone[0], "Jää muille", cell="tyopiste-1")
    for name in gone:
        stage.presses(name, "leave")
    card = station(stage, "tyopiste-1")
    assert phrase("rotate.nobody") in said(stage, card)
    assert "Jää muille" in said(stage, card)
    stage.goes_to("tyopisteen-kolme")
    offered = [
        text
        for group in stage.groups()
        if isinstance(form := stage.opens(group[0], "pick"), m.PickForm)
        for _, _, text in form.notes
    ]
    assert offered == ["Jää muille"]


def station(stage: Stage, cell: str) -> m.StationCard:
    return [one for one in stage.channel if isinstance(one, m.StationCard) and one.cell == cell][-1]


# --- votes and picks ------------------------------------------------------------------------------


def voting() -> Stage:
    """Workshop 3: each pair has brought up its two notes, and everybody has dots."""
    stage = stage_of("3", thorough=True)
    stage.begins(*FIVE[:4])
    for pair in stage.groups():
        for name in pair:
            stage.writes(name, f"{name} toivoo", cell="toiveet")
    stage.goes_to("parin-nostot")
    for pair in stage.groups():
        stage.sends(pair[0], "pick", notes=tuple(stage.note(f"{name} toivoo") for name in pair))
    stage.goes_to("vie-eteenpain")
    return stage


def votes(stage: Stage, name: str, *wished: str) -> Code:
    notes = tuple(stage.note(f"{one} toivoo") for one in wished)
    return stage.sends(name, "pick", "vie-eteenpain", "all", notes=notes).code


def tally(stage: Stage) -> dict[str, int]:
    board = [one for one in stage.channel if isinstance(one, m.PickBoard) and one.step == "vie-eteenpain"][-1]
    return {one.text.removesuffix(" toivoo"): one.votes for one in board.tally}


def test_votes_of_those_who_left_count_and_their_notes_stay_to_be_voted_for() -> None:
    stage = voting()
    votes(stage, "Anna", "Anna", "Sari")
    stage.presses("Anna", "leave")
    board = stage.card("", m.PickBoard)
    assert (board.voters, board.here) == (1, 4)
    assert votes(stage, "Ville", "Anna") is Code.SAVED
    stage.presses("Maija", "next")
    assert tally(stage) == {"Anna": 2, "Sari": 1}


def test_going_back_to_picks_that_were_voted_on_keeps_the_votes_of_what_stays() -> None:
    stage = voting()
    votes(stage, "Anna", "Anna", "Ville")
    votes(stage, "Sari", "Anna")
    stage.presses("Maija", "back")
    assert stage.session.current == "parin-nostot"
    pair = next(group for group in stage.groups() if "Anna" in group)
    kept = next(one for one in pair if one != "Anna")
    # The pair takes its pick of Anna's note back: nobody votes for what is not brought up.
    stage.sends(pair[0], "pick", notes=(stage.note(f"{kept} toivoo"),))
    stage.presses("Maija", "next")
    form = stage.opens("Sari", "pick", "vie-eteenpain", "all")
    assert isinstance(form, m.PickForm)
    assert "Anna toivoo" not in [text for _, _, text in form.notes]
    assert form.chosen == ()
    assert "Sari" in stage.card("Maija", m.Cockpit).waiting
    stage.presses("Maija", "next")
    assert tally(stage) == ({"Ville": 1} if kept == "Ville" or "Ville" not in pair else {})
    # Brought up again, it has its votes again: nothing was lost.
    stage.presses("Maija", "back")
    stage.presses("Maija", "back")
    stage.sends(pair[0], "pick", notes=tuple(stage.note(f"{one} toivoo") for one in pair))
    stage.goes_to("sopiminen")
    assert tally(stage) == {"Anna": 2, "Ville": 1}


def test_going_back_to_the_notes_of_a_joint_swot_keeps_what_was_turned() -> None:
    stage = stage_of("3")
    stage.begins(*FIVE, step="oma-swot")
    stage.writes("Anna", "Kiire", cell="heikkoudet")
    stage.goes_to("swot-nostot")
    stage.sends("Anna", "pick", "swot-nostot", "all", notes=(stage.note("Kiire"),))
    stage.goes_to("yhteinen-swot")
    origin = stage.note("Kiire")
    assert stage.sends("Ville", "turn-over", origin=origin, text="Rauhoitamme aamut").code is Code.SAVED
    stage.presses("Maija", "back")
    stage.sends("Anna", "pick", "swot-nostot", "all", notes=())
    stage.goes_to("yhteinen-swot")
    assert turned(stage) == [("Rauhoitamme aamut", "")]
    stage.presses("Maija", "back")
    stage.sends("Anna", "pick", "swot-nostot", "all", notes=(stage.note("Kiire"),))
    stage.goes_to("yhteinen-swot")
    assert turned(stage) == [("Rauhoitamme aamut", "Kiire")]


def turned(stage: Stage) -> list[tuple[str, str]]:
    return [line for cell in stage.card("", m.MergeBoard).cells for line in cell.arrived]


def test_going_back_to_write_more_leaves_the_themes_as_they_were() -> None:
    stage = stage_of("4")
    stage.begins(*FIVE, step="tavoitetila")
    for name in FIVE:
        stage.writes(name, f"{name} unelmoi", cell="millainen")
    stage.goes_to("tavoitetilan-teemat")
    notes = tuple(stage.note(f"{name} unelmoi") for name in FIVE[:3])
    stage.sends("Anna", "theme", "tavoitetilan-teemat", theme="new", name="Unelmat", notes=notes)
    stage.presses("Maija", "back")
    stage.writes("Liisa", "Vielä yksi", cell="arki")
    stage.presses("Maija", "next")
    board = stage.card("", m.ThemeBoard)
    assert [(one.name, len(one.notes)) for one in board.themes] == [("Unelmat", 3)]
    assert set(board.loose) == {"Omar unelmoi", "Liisa unelmoi", "Vielä yksi"}


# --- the agenda changes while it runs -------------------------------------------------------------


def test_a_step_whose_results_are_needed_is_taken_off_and_the_facilitator_is_told() -> None:
    stage = stage_of("3")
    stage.begins(*FIVE[:4])
    assert stage.happens(e.AgendaChosen(pid("Maija"), without(stage, "parin-nostot"))) == DONE
    (caution,) = stage.card("Maija", m.Cockpit).cautions
    assert (caution.concern, caution.step) == (Concern.MISSING_SOURCE, "vie-eteenpain")
    stage.goes_to("vie-eteenpain")
    assert stage.opens("Anna", "pick", "vie-eteenpain", "all") == Receipt(Code.NOTHING_THERE)
    assert stage.card("Maija", m.Cockpit).waiting == ()
    every_card_passes(stage)
    stage.presses("Maija", "next")
    assert stage.session.current == "sopiminen"


def without(stage: Stage, *steps: str) -> tuple[str, ...]:
    return tuple(one for one in stage.session.on_agenda if one not in steps)


@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_what_is_over_is_taken_off_the_agenda_and_stays_in_the_summary(workshop: str) -> None:
    stage = stage_of(workshop)
    stage.begins(*FIVE)
    done: list[str] = []
    while stage.session.step is not None and stage.session.step.kind != "close":
        work(stage, FIVE)
        done.append(stage.session.current)
        goes_on(stage)
    before = texts(stage)
    assert stage.happens(e.AgendaChosen(pid("Maija"), without(stage, *done))).code is Code.DONE
    assert not set(stage.session.on_agenda) & set(done) - chosen(stage)
    summary = to_the_end(stage, FIVE)
    assert (summary.notes, texts(stage)) == (len(stage.session.notes), before)
    shown = repr(stage.sees("Maija"))
    public = [note.text for note in stage.session.notes.values() if note.step != "oma-swot"]
    assert not [text for text in public if repr(text)[1:-1] not in shown]


def chosen(stage: Stage) -> set[str]:
    """Alternatives, of which one is always on."""
    return {step.id for step in stage.session.workshop.steps if step.choice}


def test_the_model_is_swapped_while_it_is_worked_on_and_both_are_kept() -> None:
    stage = stage_of("5")
    stage.begins(*FIVE, step="dynaaminen-malli")
    name = stage.groups()[0][0]
    stage.writes(name, "Kehälle jäi tämä", cell="osaaminen")
    assert stage.presses("Maija", "shape", "porrasmalli").code is Code.DONE
    assert stage.session.current == "porrasmalli"
    assert {"porrasmalli", "porrasmalli-kuva"} <= set(stage.session.on_agenda)
    assert not {"dynaaminen-malli", "dynaaminen-malli-kuva"} & set(stage.session.on_agenda)
    stage.writes(stage.groups()[0][0], "Ensimmäinen porras", cell="porras-1")
    summary = to_the_end(stage)
    assert summary.notes == 2
    shown = repr(stage.sees("Maija"))
    assert "Kehälle jäi tämä" in shown
    assert "Ensimmäinen porras" in shown


# --- slowly, over days ----------------------------------------------------------------------------


def local(stage: Stage) -> datetime:
    return stage.clock.astimezone(ZoneInfo("Europe/Helsinki"))


def due(stage: Stage) -> str:
    return f"{stage.run.ends_at.astimezone(ZoneInfo('Europe/Helsinki')):%a %d.%m. %H.%M}"


def test_slowly_a_step_has_days_and_a_deadline_in_working_hours() -> None:
    """It begins on a Monday morning at nine."""
    stage = stage_of("3", slow=True)
    assert f"{local(stage):%a %H.%M}" == "Mon 09.00"
    stage.begins(*FIVE)
    assert due(stage) == "Wed 14.01. 15.00"
    stage.waits(minutes=12 * 60)
    assert stage.writes("Anna", "Kirjoitan illalla", cell="toiveet").code is Code.SAVED
    assert not [one for one in stage.channel if isinstance(one, m.TwoLeft)]
    stage.clock, at_two = stage.run.ends_at - timedelta(hours=4), stage.run.ends_at - timedelta(hours=1)
    stage.waits(minutes=(at_two - stage.clock).total_seconds() / 60)
    warned = stage.card("", m.TwoLeft)
    assert "15" in said(stage, warned)
    stage.waits(minutes=120)
    assert stage.card("Maija", m.Warned).over
    assert stage.writes("Ville", "Vielä määräajan jälkeen", cell="toiveet").code is Code.SAVED


def test_slowly_every_round_of_stations_has_a_working_day_and_weekends_are_free() -> None:
    stage = stage_of("3", slow=True)
    stage.begins(*SIXTY[:6], step="tyopistekierto")
    ends = []
    while stage.session.current == "tyopistekierto":
        ends.append(due(stage))
        assert stage.run.ends_at > stage.clock
        stage.clock = stage.run.ends_at
        stage.presses("Maija", "next")
    # Who goes on in the afternoon gives the next round two working days, since today is over.
    assert [one.split()[0] for one in ends] == ["Tue", "Thu", "Mon", "Wed"]
    assert all(one.endswith("15.00") for one in ends)


def test_slowly_a_facilitator_who_is_silent_for_two_days_is_not_missed() -> None:
    stage = stage_of("2", slow=True)
    stage.begins(*FIVE)
    stage.clock = stage.run.ends_at
    stage.waits(minutes=24 * 60)
    assert not offers(stage)
    assert stage.presses("Anna", "takeover").code is Code.LEAD_IS_TAKEN
    stage.waits(minutes=25 * 60)
    assert offers(stage)
    assert stage.presses("Anna", "takeover").code is Code.DONE
    assert stage.presses("Anna", "next").code is Code.DONE


def offers(stage: Stage) -> list[m.LeadOffer]:
    return [one for one in stage.channel if isinstance(one, m.LeadOffer)]


def test_slowly_nobody_is_hurried_by_minutes_and_nobody_is_late() -> None:
    stage = stage_of("4", slow=True)
    stage.begins(*FIVE)
    while not stage.session.closed:
        stage.waits(minutes=36 * 60)
        panel = stage.card("Maija", m.Cockpit)
        assert (panel.late_minutes, panel.cuts) == (0, ())
        every_card_passes(stage)
        if stage.session.stage is m.Stage.RUNNING:
            work(stage, FIVE)
        goes_on(stage)
    assert stage.card("Maija", m.Summary).notes == len(stage.session.notes) > 0


def test_slowly_people_come_and_go_and_the_machine_sleeps_a_weekend() -> None:
    stage = stage_of("1", slow=True)
    stage.begins(*FIVE, step="voimavararuudukko")
    stage.writes("Anna", "Kirjoitettu ennen viikonloppua")
    stage.presses("Ville", "leave")
    stage.sleeps(minutes=4 * 24 * 60)
    stage.joins("Tuuli")
    assert "Kirjoitettu ennen viikonloppua" in texts(stage)
    assert stage.writes("Tuuli", "Tulin maanantaina").code is Code.SAVED
    rooms = {room.kind for room, _ in stage.standing}
    assert RoomKind.CHANNEL in rooms
    assert len([one for one in stage.sees("Maija") if isinstance(one, m.Warned)]) <= 2
