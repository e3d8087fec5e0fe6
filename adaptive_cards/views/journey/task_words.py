"""What interim tasks are called, and what was written for them, in the words of their process."""

from __future__ import annotations

from adaptive_cards.card import Bullets, Paragraph, Rich, Span
from adaptive_cards.views.parts import small
from adaptive_cards.words import Words
from content.process import ForWhom, TaskForm
from content.process_wording import PartWords, TaskWords
from dialogs.journey.tasks.forms import STAGES
from dialogs.journey.tasks.messages import EntryView, TaskAbout


def words_of(about: TaskAbout, words: Words) -> TaskWords | None:
    """The task's words; None when its process is not there any more."""
    process = words.process(about.process)
    return process.tasks.get(about.id) if process else None


def title_of(about: TaskAbout, words: Words) -> str:
    """What the task is called."""
    found = words_of(about, words)
    return found.title if found else words.text("task.untitled")


def part_of(about: TaskAbout, part: str, words: Words) -> PartWords | None:
    """The words of a part."""
    found = words_of(about, words)
    return found.parts.get(part) if found else None


def label_of(about: TaskAbout, part: str, words: Words) -> str:
    """What a part is called."""
    found = part_of(about, part, words)
    return found.label if found else words.text("task.untitled")


def day_and_clock(words: Words, about: TaskAbout) -> Paragraph:
    """When the task is gathered."""
    return small(words, "task.due", date=words.date(about.due), at=words.clock(about.due))


def sees(about: TaskAbout, words: Words) -> Paragraph:
    """Who sees what is written: the promise above every box."""
    if about.private:
        return small(words, "sees.task_private")
    if about.form is TaskForm.SHARED_LIST:
        return small(words, "sees.task_list")
    return small(words, "sees.task_pair" if about.who is ForWhom.PAIRS else "sees.task_later")


def entry_text(entry: EntryView, about: TaskAbout, words: Words) -> str:
    """An entry in one line; the three of a documentation with what each of them is."""
    texts = [" ".join(text.split()) for text in entry.texts]
    if about.form is not TaskForm.DOCUMENTATION:
        return " ".join(texts)
    told = (
        words.text(f"task.{stage}", text=text) for stage, text in zip(STAGES, texts, strict=False) if text
    )
    return " ".join(told)


def entry_line(entry: EntryView, about: TaskAbout, words: Words) -> Rich:
    """An entry with its part, when there are several, and with its author, when it stands with a name."""
    several = len(about.parts) > 1 and about.form is not TaskForm.DOCUMENTATION
    label = f"{label_of(about, entry.part, words)}: " if several else ""
    by = f" ({entry.name})" if entry.name else ""
    parts = (Span(label, bold=True), Span(entry_text(entry, about, words)), Span(by))
    return tuple(span for span in parts if span.text)


def entry_lines(entries: tuple[EntryView, ...], about: TaskAbout, words: Words) -> Bullets | None:
    """Entries as a list; None when there are none."""
    return Bullets(tuple(entry_line(one, about, words) for one in entries)) if entries else None
