"""What people type into the forms of experiments: words made fit to keep, days, people. Slips by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dialogs.calendar.dates import Found, Problem, read_date
from dialogs.journey.area import Acting, Errors, Mend
from dialogs.journey.experiments.events import By
from dialogs.journey.experiments.planning import today
from dialogs.texts import TextError, clean, required

LONGEST = 300
"""Characters of each part of an experiment, and of a decision."""
LONGEST_STORY = 500
"""Characters of a note along the way, and of what was learnt."""


@dataclass(slots=True)
class Reader:
    """Reads one sent form; what has to be mended gathers in `errors`."""

    acting: Acting
    errors: Errors = field(default_factory=dict)

    @property
    def by(self) -> By:
        """Who sent it."""
        return By(self.acting.person, self.acting.name, self.acting.nonce)

    def text(self, name: str, longest: int = LONGEST, *, needed: bool = False) -> str:
        """The words of a field."""
        try:
            return (required if needed else clean)(self.acting.one(name), longest)
        except TextError as error:
            self.errors[name] = error.key
            return ""

    def day(self, name: str, *, needed: bool = True) -> date | None:
        """The day that a field means; None when there is none, with what to mend where it is needed."""
        text = self.acting.one(name).strip()
        if not text:
            if needed:
                self.errors[name] = "date_empty"
            return None
        found = read_date(text, self.acting.now, self.acting.journey.zone)
        if isinstance(found, Found):
            return found.day
        days = found.candidates if found.problem is Problem.AMBIGUOUS else ()
        self.errors[name] = Mend(f"date_{found.problem}", days)
        return None

    def review(self, starts: date | None, *, needed: bool = True) -> date | None:
        """The review date: after the first day, and not today."""
        found = self.day("review", needed=needed)
        first = max(starts or date.min, today(self.acting.journey, self.acting.now))
        if found and found <= first:
            self.errors["review"] = "review_first"
        return found

    def kept(self, review: date, starts: date | None) -> date:
        """The review date that stays as it is: the first day must still be before it."""
        if starts and review <= starts:
            self.errors["review"] = "review_first"
        return review

    def person(self, name: str, people: tuple[tuple[str, str], ...]) -> str:
        """Who was chosen; one of `people`."""
        chosen = self.acting.one(name)
        if chosen not in {person for person, _ in people}:
            self.errors[name] = "choose"
        return chosen

    def people(self, name: str, people: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """Those who were chosen, of `people`."""
        chosen = self.acting.many(name)
        return tuple(person for person, _ in people if person in chosen)


def people_of(acting: Acting) -> tuple[tuple[str, str], ...]:
    """(person, name) of everybody who can be chosen, in the order of their names; the actor is among them."""
    journey = acting.journey
    known = {person: journey.name(person) for person in journey.members}
    known.setdefault(acting.person, acting.name)
    others = sorted((one for one in known.items() if one[0] != acting.person), key=_named)
    chosen = [(acting.person, known[acting.person]), *others[: MOST_PEOPLE - 1]]
    return tuple(sorted(chosen, key=_named))


MOST_PEOPLE = 100
"""Options of one field: more do not fit into a list of Slack."""


def _named(one: tuple[str, str]) -> tuple[str, str]:
    return one[1].casefold(), one[0]
