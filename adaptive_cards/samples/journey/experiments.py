"""Cards and forms of decisions and experiments, in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from adaptive_cards.samples.material import Named
from dialogs.calendar.due import Kind
from dialogs.journey.experiments import messages as x
from dialogs.journey.experiments.messages import Shown
from dialogs.journey.experiments.state import ChangeKind, Verdict
from dialogs.journey.messages import Digest, DigestLine, JourneyForm, JourneyMessage, OwnLine, OwnThings

TODAY, REVIEW, NEXT = date(2027, 2, 1), date(2027, 2, 22), date(2028, 1, 10)
HOSTILE = " ".join(("<!channel> **Kokeillaan** @all _kaikkea_",) * 6)
WHAT = "Perjantain tilannekuva kirjataan Planneriin"
SIGN = "Maanantaina kukaan ei kysy samaa kahdesti"
J = "j1"
VIEW = x.ExperimentView(
    id="1",
    what=WHAT,
    moment="Jos on perjantai ja kello kaksi, niin kirjaan tilanteen",
    first="Tehdään Planneriin paikka tilannekuvalle",
    sign=SIGN,
    owner="Omar",
    takers=("Anna", "Sari"),
    starts=TODAY,
    review=REVIEW,
    shown=Shown.RUNNING,
)
BARE = x.ExperimentView("2", "", "", "", "", "", (), REVIEW, NEXT, Shown.OWNERLESS, accepted=False)
CONTINUED = x.JudgementLine(TODAY, Verdict.CONTINUE, "Lyhyt muistutus riitti", NEXT)
STOPPED = x.JudgementLine(TODAY, Verdict.STOP, "")
NOTES = ((TODAY, "Kolmena perjantaina neljästä tilanne oli paikallaan"), (TODAY, ""))
ALL = (
    *("try-yes", "try-no", "try-verdict", "try-established", "try-note"),
    *("try-move", "try-edit", "try-drop", "try-help", "try-trace"),
)
PEOPLE = (("slack:T1:U1", "Anna"), ("slack:T1:U2", "Omar"), ("slack:T1:U3", "Ville"))


def _line(number: int, shown: Shown, day: date | None = REVIEW, owner: str = "Omar") -> x.ExperimentLine:
    learning = "" if day else "Lyhyt muistutus riitti"
    return x.ExperimentLine(
        str(number), WHAT if number % 2 else "", shown, owner, day, learning, shown is not Shown.ASKED
    )


GOING = (Shown.REVIEW, Shown.RUNNING, Shown.CONTINUED, Shown.CHANGED, Shown.AGREED, Shown.ASKED)
OVER = (Shown.STOPPED, Shown.NOT_TRIED, Shown.ESTABLISHED, Shown.DROPPED)
LINES = (
    *(_line(number, one) for number, one in enumerate(GOING, 1)),
    _line(9, Shown.OWNERLESS, NEXT, owner=""),
)
ENDED = tuple(_line(number, one, None) for number, one in enumerate(OVER, 10))


def samples() -> tuple[Named[JourneyMessage], ...]:
    """(name, message)."""
    return (*_boards(), *_cards(), *_traces(), *_reminders(), *_owned())


def _boards() -> tuple[Named[JourneyMessage], ...]:
    many = tuple(_line(number, Shown.RUNNING) for number in range(1, 41))
    return (
        ("experiments-none", x.ExperimentsBoard(J, TODAY)),
        ("experiments", x.ExperimentsBoard(J, TODAY, LINES, ("Yhteinen aamu", ""), ENDED, 3)),
        ("experiments-many", x.ExperimentsBoard(J, TODAY, many, (HOSTILE,) * 40, ENDED, 1)),
        ("experiments-decided", x.ExperimentsBoard(J, TODAY, (), ("Yhteinen aamu",))),
        ("decision-kept", x.DecisionKept(J, ("Yhteinen aamu",), "1")),
        ("decisions-kept", x.DecisionKept(J, ("Yhteinen aamu", HOSTILE))),
    )


def _cards() -> tuple[Named[JourneyMessage], ...]:
    asked = replace(VIEW, shown=Shown.ASKED, accepted=False)
    told = replace(VIEW, notes=NOTES * 4, judgements=(CONTINUED,), shown=Shown.CONTINUED, review=NEXT)
    over = replace(VIEW, shown=Shown.STOPPED, judgements=(CONTINUED, STOPPED), is_open=False)
    hostile = replace(
        VIEW, what=HOSTILE, moment=HOSTILE, first=HOSTILE, sign=HOSTILE, notes=((TODAY, HOSTILE),)
    )
    return (
        (
            "experiment-asked",
            x.ExperimentCard(J, TODAY, asked, ("try-yes", "try-no", "try-trace"), asked=True),
        ),
        ("experiment", x.ExperimentCard(J, TODAY, VIEW, ("try-note", "try-trace"))),
        ("experiment-told", x.ExperimentCard(J, TODAY, told, ALL)),
        ("experiment-bare", x.ExperimentCard(J, TODAY, BARE, ("try-yes", "try-trace"))),
        ("experiment-hostile", x.ExperimentCard(J, TODAY, hostile, ALL)),
        ("experiment-over", x.ExperimentCard(J, TODAY, over, ("try-trace",))),
        ("owner-sought", x.OwnerSoughtCard(J, TODAY, replace(VIEW, owner=""), seeking=True)),
        ("owner-found", x.OwnerSoughtCard(J, TODAY, VIEW, seeking=False)),
        ("owner-sought-over", x.OwnerSoughtCard(J, TODAY, replace(over, owner=""), seeking=False)),
        ("help-wanted", x.HelpCard(J, TODAY, VIEW, "Omar")),
        ("help-wanted-nameless", x.HelpCard(J, TODAY, BARE, "")),
    )


def _traces() -> tuple[Named[JourneyMessage], ...]:
    changes = (
        x.ChangeLine(TODAY, ChangeKind.REVIEW, NEXT),
        x.ChangeLine(TODAY, ChangeKind.STARTS, REVIEW),
        x.ChangeLine(TODAY, ChangeKind.OWNER, name="Omar"),
        x.ChangeLine(TODAY, ChangeKind.OWNER),
        x.ChangeLine(TODAY, ChangeKind.WORDS),
        x.ChangeLine(TODAY, ChangeKind.TAKERS),
    )
    full = x.Trace(
        journey=J,
        today=TODAY,
        view=replace(VIEW, notes=NOTES, judgements=(CONTINUED, STOPPED), is_open=False, shown=Shown.STOPPED),
        decision="Tilannekuva yhteen paikkaan",
        decided=TODAY,
        from_pick=True,
        pick="Samaa kysytään monta kertaa",
        theme="Tieto liikkuu",
        others=("Kuka tietää mitä?",) * 12,
        slug="tietotyon-muutos",
        held=TODAY,
        changes=changes,
    )
    own = x.Trace(J, TODAY, BARE, "", TODAY)
    return (
        ("trace", full),
        ("trace-own", own),
        ("trace-forgotten", replace(full, pick="", decision="", theme="")),
    )


def _reminders() -> tuple[Named[JourneyMessage], ...]:
    nudge = x.ExperimentNudge(Kind.FIRST_STEP.value, "1", WHAT, "Tehdään paikka", SIGN, REVIEW, TODAY)
    kinds = tuple(
        replace(nudge, kind=kind.value, experiment=str(number))
        for number, kind in enumerate((Kind.FIRST_STEP, Kind.HALF_WAY, Kind.DAY_BEFORE, Kind.REVIEW))
    )
    waiting = tuple(replace(one, waiting=True, first="", sign="") for one in kinds[:3])
    ownerless = tuple(replace(one, ownerless=True, what="") for one in kinds[1:])
    found = (("", kinds), ("-waiting", waiting), ("-ownerless", ownerless))
    lines = tuple(
        DigestLine(J, "tietotyon-muutos", f"experiment/{one.experiment}", one.kind, one) for one in kinds
    )
    several = ("digest-several", Digest(TODAY, lines))
    return several, *(
        (
            f"digest-{one.kind}{name}",
            Digest(TODAY, (DigestLine(J, "", f"experiment/{one.experiment}", one.kind, one),)),
        )
        for name, views in found
        for one in views
    )


def _owned() -> tuple[Named[JourneyMessage], ...]:
    things = tuple(OwnLine(J, "tietotyon-muutos", x.OwnExperiment(one, TODAY)) for one in LINES)
    other = OwnLine("j2", "teknologiat-tyossa", x.OwnExperiment(LINES[0], TODAY))
    return (
        ("own-nothing", OwnThings(())),
        ("own-one", OwnThings(things[:1])),
        ("own-many", OwnThings((*things, other, *things))),
    )


def form_samples() -> tuple[Named[JourneyForm], ...]:
    """(name, form)."""
    sources = (("d/1", "Yhteinen aamu", True), ("p/s1/nostot/n1", HOSTILE, False))
    new = x.TryForm(J, (), TODAY, PEOPLE, PEOPLE[0][0], TODAY, REVIEW)
    edited = replace(
        new,
        args=("1",),
        experiment="1",
        starts=None,
        takers=(PEOPLE[1][0],),
        what=WHAT,
        moment="Jos on perjantai",
        first="Tehdään paikka",
        sign=SIGN,
    )
    return (
        ("try-from", x.TryFromForm(J, sources)),
        ("try-from-one", x.TryFromForm("s1", sources[:1])),
        ("decide", x.DecideForm(J, (("p/s1/nostot/n1", HOSTILE), ("p/s1/nostot/n2", "Aamun rauha")))),
        ("decide-free", x.DecideForm("s1", ())),
        ("undecide", x.UndecideForm(J, (("1", HOSTILE), ("2", "")))),
        ("try", new),
        ("try-of-pick", replace(new, journey="s1", args=("s1", "nostot", "n1"), what=HOSTILE[:300])),
        ("try-of-decision", replace(new, args=("1",), what="Yhteinen aamu")),
        ("try-edit", edited),
        ("try-edit-due", replace(edited, review=None)),
        ("try-move-due", x.TryMoveForm(J, "1", TODAY, WHAT, None, None)),
        ("try-open", x.TryOpenForm(J, (*LINES, *ENDED))),
        ("try-open-one", x.TryOpenForm(J, LINES[:1])),
        ("try-note", x.TryNoteForm(J, "1", WHAT)),
        ("try-move", x.TryMoveForm(J, "1", TODAY, WHAT, TODAY, REVIEW)),
        ("try-move-begun", x.TryMoveForm(J, "1", TODAY, HOSTILE, None, NEXT)),
        ("try-owner", x.TryOwnerForm(J, "1", WHAT, PEOPLE)),
        ("try-verdict", x.TryVerdictForm(J, "1", TODAY, WHAT, SIGN)),
        ("try-verdict-pressed", x.TryVerdictForm(J, "1", TODAY, "", "", "continue")),
    )
