"""The diary as conversations: noted in private, shared or not, and the mirror that is made of it."""

from __future__ import annotations

import pytest

from dialogs.boards import CHANNEL, direct
from dialogs.journey.diary import messages as m
from dialogs.journey.diary.state import Sharing, Sort
from dialogs.journey.opening.messages import Opening
from dialogs.receipts import Code, Receipt
from tests.support.stage_watch import pid
from tests.support.task_stage import EVERYBODY, TaskStage

GONE = Receipt(Code.UNKNOWN)
FIVE = EVERYBODY[:5]


@pytest.fixture
def stage() -> TaskStage:
    return TaskStage().with_workshop()


def notes(stage: TaskStage, name: str, text: str, sort: str = "load", tags: str = "") -> str:
    """Somebody notes an observation with the form; its number."""
    stage.sends(name, "observe", text=text, sort=sort, tags=tags)
    assert stage.answer == Receipt(Code.OBSERVATION_SAVED), stage.errors
    return str(stage.journey.observed)


def shares(stage: TaskStage, name: str, text: str, how: str = "nameless", **more: str) -> str:
    """Somebody notes an observation and shares it; its number."""
    number = notes(stage, name, text, **more)
    stage.presses(name, f"observation-{how}", number)
    return number


def mirror(stage: TaskStage) -> m.MirrorView:
    """The newest mirror in the channel."""
    return stage.card("", m.MirrorBoard).mirror


# --- noted ------------------------------------------------------------------------------------------------


def test_one_line_is_kept_as_it_was_typed_for_its_author_alone(stage: TaskStage) -> None:
    stage.says("Anna", "havainto Kokous SIIRTYI taas: näin ei ehdi")

    assert stage.answer == Receipt(Code.OBSERVATION_SAVED)
    card = stage.card("Anna", m.ObservationCard).observation
    assert (card.text, card.sort, card.sharing) == (
        "Kokous SIIRTYI taas: näin ei ehdi",
        Sort.UNSORTED,
        Sharing.KEPT,
    )
    assert [one for one in ("Ville", "Maija", "") if "SIIRTYI" in repr(stage.posted_to(one))] == []


@pytest.mark.parametrize("said", ["havainto", "note", "observation ", "iakttagelse"])
def test_without_words_the_form_opens(stage: TaskStage, said: str) -> None:
    stage.says("Anna", said)
    assert stage.answer == m.ObserveForm("j1")
    assert stage.journey.observed == 0


def test_what_is_too_long_is_not_cut(stage: TaskStage) -> None:
    stage.says("Anna", f"havainto {'pitkä ' * 200}")
    assert stage.answer == Receipt(Code.OBSERVATION_TOO_LONG)
    assert stage.journey.observed == 0


def test_its_kind_is_chosen_with_a_button(stage: TaskStage) -> None:
    stage.says("Anna", "havainto Aamu oli rauhallinen")
    stage.presses("Anna", "observation-sort", "1", "success")
    assert stage.card("Anna", m.ObservationCard).observation.sort is Sort.SUCCESS
    for bad in (("1", "unsorted"), ("1", "x"), ("1",), ("9", "load"), ()):
        assert stage.presses("Anna", "observation-sort", *bad) == GONE


def test_a_form_has_a_kind_and_tags(stage: TaskStage) -> None:
    notes(stage, "Anna", "Keskeytyksiä", tags="#kiire,  Melu ; kiire,, ")
    card = stage.card("Anna", m.ObservationCard).observation
    assert (card.sort, card.tags) == (Sort.LOAD, ("kiire", "Melu"))


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({}, {"text": "empty", "sort": "choose"}),
        ({"text": "\u200b", "sort": "idea"}, {"text": "empty"}),
        ({"text": "a", "sort": "unsorted"}, {"sort": "choose"}),
        ({"text": "a" * 501, "sort": "idea"}, {"text": "too_long"}),
        ({"text": "a", "sort": "idea", "tags": "a,b,c,d,e,f"}, {"tags": "tags"}),
        ({"text": "a", "sort": "idea", "tags": "a" * 41}, {"tags": "tags"}),
        ({"text": "a", "sort": "idea", "tags": "a" * 9000}, {"tags": "too_long"}),
    ],
)
def test_what_cannot_be_kept_is_said_field_by_field(
    stage: TaskStage, values: dict[str, str], errors: dict[str, str]
) -> None:
    stage.sends("Anna", "observe", **values)
    assert stage.errors == errors
    assert stage.journey.observed == 0


def test_a_form_that_arrives_twice_is_one_observation(stage: TaskStage) -> None:
    for _ in range(2):
        stage.sends("Anna", "observe", nonce="n-1", text="Melu", sort="load", tags="")
    assert stage.answer == Receipt(Code.ALREADY_SAVED)
    assert stage.journey.observed == 1


def test_ones_own_list_has_the_newest_first_and_only_ones_own(stage: TaskStage) -> None:
    for number in range(12):
        notes(stage, "Anna", f"Havainto {number}")
    notes(stage, "Ville", "Villen oma")
    stage.says("Anna", "havainnot")

    found = stage.answered(m.MyObservations)
    assert [one.text for one in found.observations][:2] == ["Havainto 11", "Havainto 10"]
    assert (found.more, found.leads) == (2, False)


def test_ones_own_can_be_changed_and_taken_away(stage: TaskStage) -> None:
    notes(stage, "Anna", "Melu")
    stage.sends("Anna", "observation-mine", observation="1")
    stage.answered(m.ObservationForm)
    stage.sends("Anna", "observation-edit", "1", text="Melua aulassa", sort="idea", tags="aula")
    card = stage.card("Anna", m.ObservationCard).observation
    assert (card.text, card.sort, card.tags) == ("Melua aulassa", Sort.IDEA, ("aula",))

    stage.sends("Anna", "observation-edit", "1", text="Melua", sort="idea", tags="", delete=("yes",))
    assert stage.answer == Receipt(Code.DELETED)
    assert stage.sees("Anna")[-1] == m.ObservationGone()
    assert stage.opens("Anna", "observation-edit", "1") == GONE
    assert stage.opens("Anna", "observation-mine") == Receipt(Code.NOTHING_THERE)


def test_somebody_elses_is_out_of_reach(stage: TaskStage) -> None:
    notes(stage, "Anna", "Melu")
    others = Receipt(Code.NOT_YOURS)
    assert stage.opens("Ville", "observation-edit", "1") == others
    for verb in ("observation-named", "observation-nameless", "observation-kept"):
        assert stage.presses("Ville", verb, "1") == others
        assert stage.presses("Ville", verb, "7") == GONE
    assert stage.presses("Ville", "observation-sort", "1", "idea") == others
    stage.submits("Ville", "observation-edit", "1", delete=("yes",))
    assert stage.answer == others
    stage.submits("Ville", "observation-mine", observation="1")
    assert stage.answer == others
    assert stage.board(direct(pid("Ville")), "observation", "1") is None
    assert stage.card("Anna", m.ObservationCard).observation.sharing is Sharing.KEPT


# --- the mirror -------------------------------------------------------------------------------------------


def test_nothing_private_is_in_a_mirror(stage: TaskStage) -> None:
    for name in FIVE:
        shares(stage, name, f"{name} jakoi")
        notes(stage, name, f"{name} piti itsellään")
    stage.says("Maija", "peili")

    assert stage.answer == Receipt(Code.MIRROR_LAID)
    assert mirror(stage).sorts == (m.SortCount("load", 5),)
    assert "piti" not in repr(stage.channel)


def test_what_is_shared_with_a_name_is_shown_with_it(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu", "named", tags="aula")
    stage.says("Maija", "peili")
    shown = mirror(stage)
    assert shown.texts == (m.TextView("load", "Melu", "Anna"),)
    assert shown.tags == (m.TagCount("aula", 1),)


def test_four_people_without_names_wait_for_a_fifth(stage: TaskStage) -> None:
    for name in FIVE[:4]:
        shares(stage, name, "Melu")
    shares(stage, "Anna", "Melu taas")
    stage.says("Maija", "peili")
    assert stage.answer == Receipt(Code.MIRROR_WAITS)
    assert stage.channel == ()

    shares(stage, "Liisa", "Kiire")
    stage.says("Maija", "peili")
    assert stage.answer == Receipt(Code.MIRROR_LAID)
    assert len(mirror(stage).texts) == 6
    assert {one.name for one in mirror(stage).texts} == {""}


def test_who_waits_is_told_of_beside_those_who_shared_with_a_name(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu", "named")
    shares(stage, "Ville", "Kiire")
    stage.says("Maija", "peili")
    shown = mirror(stage)
    assert [one.text for one in shown.texts] == ["Melu"]
    assert shown.waits
    assert "Kiire" not in repr(stage.channel)


def test_rare_kinds_are_merged_so_that_nothing_can_be_reckoned(stage: TaskStage) -> None:
    for name in EVERYBODY:
        shares(stage, name, f"Melu {name}", sort="load")
    shares(stage, "Anna", "Ehkä näin", sort="idea")
    stage.says("Maija", "peili")
    # One idea by itself would be Anna's: the loads go with it into the rest.
    assert mirror(stage).sorts == (m.SortCount("", 7),)
    assert {one.sort for one in mirror(stage).texts} == {""}


def test_two_kinds_with_enough_people_stand_by_themselves(stage: TaskStage) -> None:
    for name in FIVE:
        shares(stage, name, f"Melu {name}", sort="load")
        shares(stage, name, f"Rauha {name}", sort="success")
    stage.says("Maija", "peili")
    assert mirror(stage).sorts == (m.SortCount("load", 5), m.SortCount("success", 5))


def test_a_tag_needs_five_people_too(stage: TaskStage) -> None:
    for name in FIVE:
        shares(stage, name, "Melu", tags="melu, aula" if name != "Anna" else "MELU")
    stage.says("Maija", "peili")
    assert mirror(stage).tags == (m.TagCount("melu", 5),)


def test_weeks_are_counted_on_the_teams_clocks(stage: TaskStage) -> None:
    for name in FIVE:
        shares(stage, name, "Melu")
    stage.waits(days=7)
    for name in FIVE:
        shares(stage, name, "Kiire")
    stage.says("Maija", "peili")
    picture = mirror(stage).picture
    assert picture is not None
    assert [(week.monday.isoformat(), week.counts) for week in picture.weeks] == [
        ("2027-02-01", (5, 0, 0, 0)),
        ("2027-02-08", (5, 0, 0, 0)),
    ]
    assert picture.rest == 0


def test_only_facilitators_lay_it_out(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu", "named")
    stage.presses("Anna", "mirror")
    assert stage.answer == Receipt(Code.FACILITATORS_ONLY, names=("Maija",))
    assert stage.channel == ()


def test_an_empty_mirror_is_not_posted(stage: TaskStage) -> None:
    stage.says("Maija", "mirror")
    assert stage.answer == Receipt(Code.MIRROR_EMPTY)
    assert stage.channel == ()


def test_sharing_can_be_taken_back_until_it_has_been_shown(stage: TaskStage) -> None:
    number = shares(stage, "Anna", "Melu", "named")
    stage.presses("Anna", "observation-kept", number)
    assert stage.answer == Receipt(Code.OBSERVATION_KEPT)
    stage.says("Maija", "peili")
    assert stage.answer == Receipt(Code.MIRROR_EMPTY)

    stage.presses("Anna", "observation-named", number)
    stage.says("Maija", "peili")
    used = Receipt(Code.OBSERVATION_USED)
    assert stage.presses("Anna", "observation-kept", number) == used
    assert stage.presses("Anna", "observation-sort", number, "idea") == used
    stage.sends("Anna", "observation-edit", number, text="Toinen", sort="idea", tags="")
    assert stage.answer == used
    assert stage.card("Anna", m.ObservationCard).observation.used


def test_what_was_shown_can_still_be_deleted_and_then_goes_from_the_mirror(stage: TaskStage) -> None:
    for name in FIVE:
        shares(stage, name, f"Melu {name}")
    stage.says("Maija", "peili")
    stage.sends("Anna", "observation-edit", "1", text="", sort="", tags="", delete=("yes",))

    # Four are left: nothing of theirs is shown without the fifth.
    assert mirror(stage).sorts == ()
    assert "Melu" not in repr(stage.channel)


def test_a_mirror_shows_what_is_new_since_the_last(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu", "named")
    stage.says("Maija", "peili")
    shares(stage, "Ville", "Kiire", "named")
    stage.says("Maija", "peili")
    mirrors = [card.mirror for card in stage.channel if isinstance(card, m.MirrorBoard)]
    assert [[one.text for one in shown.texts] for shown in mirrors] == [["Melu"], ["Kiire"]]


def test_a_workshop_opens_with_what_was_shared(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu", "named")
    stage.begins()
    opened = stage.card("", Opening).mirror
    assert opened is not None
    assert [one.text for one in opened.texts] == ["Melu"]
    assert stage.says("Maija", "peili") == Receipt(Code.MIRROR_EMPTY)


def test_a_workshop_does_not_open_with_what_waits(stage: TaskStage) -> None:
    shares(stage, "Anna", "Melu")
    session = stage.begins()
    assert stage.board(CHANNEL, "opening", session) is None


def test_who_is_forgotten_leaves_no_words_anywhere(stage: TaskStage) -> None:
    for name in EVERYBODY:
        shares(stage, name, f"Melu {name}", tags="melu")
    stage.says("Maija", "peili")
    stage.forgets("Anna")

    assert "Melu Anna" not in repr(stage.facts)
    assert len(mirror(stage).texts) == 5
    stage.forgets("Ville")
    assert mirror(stage).sorts == ()
