"""Messages: what a board says, as values without words.

`adaptive_cards/views/` has one view for each of them.

A message holds only what its reader may see. Times are UTC. Names stand as people gave them. What people
wrote is in fields called `text`, `notes`, `line`, `points`, `quotes`: literal, never formatted.
"""

from __future__ import annotations

from dialogs.messages.answers import (
    StatusCard,
    StepInfo,
    StoredInfo,
)
from dialogs.messages.canvases import (
    AxisView,
    CanvasView,
    CellView,
    PickView,
    PictureView,
)
from dialogs.messages.forms import (
    AgendaForm,
    EditForm,
    FeedbackForm,
    ItemForm,
    LeadForm,
    MineForm,
    NoteForm,
    PickForm,
    PlaceForm,
    PlanForm,
    RethemeForm,
    ThemeForm,
    TurnForm,
    TurnOverForm,
    WishForm,
)
from dialogs.messages.session import (
    AgendaLine,
    CautionView,
    Cockpit,
    CutView,
    GroupLine,
    LeadOffer,
    Lobby,
    Nudge,
    Summary,
    SummaryCanvas,
    Thanks,
    TwoLeft,
    Warned,
    Welcome,
)
from dialogs.messages.stages import (
    Audience,
    Stage,
)
from dialogs.messages.steps import (
    Brief,
    Closing,
    Discuss,
    ExchangeBoard,
    ExchangeCard,
    GatherBoard,
    GroupCanvas,
    GroupPicks,
    Instructions,
    MergeBoard,
    MergeCell,
    MergeLine,
    PickBoard,
    RotateBoard,
    ScaleBoard,
    Shape,
    StationCard,
    StationLine,
    StationNotes,
    ThemeBoard,
    ThemeView,
    Together,
    TurnKind,
)

Message = (
    Lobby
    | Welcome
    | Cockpit
    | Warned
    | TwoLeft
    | Nudge
    | LeadOffer
    | Thanks
    | Summary
    | SummaryCanvas
    | Brief
    | Discuss
    | ExchangeBoard
    | ExchangeCard
    | Together
    | GatherBoard
    | RotateBoard
    | StationCard
    | ThemeBoard
    | ScaleBoard
    | MergeBoard
    | GroupCanvas
    | Instructions
    | PickBoard
    | GroupPicks
    | Shape
    | Closing
    | StatusCard
    | StoredInfo
    | StepInfo
)
"""Everything that can stand on a card."""

FormMessage = (
    NoteForm
    | MineForm
    | EditForm
    | ThemeForm
    | RethemeForm
    | PlaceForm
    | TurnOverForm
    | TurnForm
    | PickForm
    | AgendaForm
    | PlanForm
    | ItemForm
    | WishForm
    | LeadForm
    | FeedbackForm
)
"""Everything that can be a form."""

__all__ = [
    "AgendaForm",
    "AgendaLine",
    "Audience",
    "AxisView",
    "Brief",
    "CanvasView",
    "CautionView",
    "CellView",
    "Closing",
    "Cockpit",
    "CutView",
    "Discuss",
    "EditForm",
    "ExchangeBoard",
    "ExchangeCard",
    "FeedbackForm",
    "FormMessage",
    "GatherBoard",
    "GroupCanvas",
    "GroupLine",
    "GroupPicks",
    "Instructions",
    "ItemForm",
    "LeadForm",
    "LeadOffer",
    "Lobby",
    "MergeBoard",
    "MergeCell",
    "MergeLine",
    "Message",
    "MineForm",
    "NoteForm",
    "Nudge",
    "PickBoard",
    "PickForm",
    "PickView",
    "PictureView",
    "PlaceForm",
    "PlanForm",
    "RethemeForm",
    "RotateBoard",
    "ScaleBoard",
    "Shape",
    "Stage",
    "StationCard",
    "StationLine",
    "StationNotes",
    "StatusCard",
    "StepInfo",
    "StoredInfo",
    "Summary",
    "SummaryCanvas",
    "Thanks",
    "ThemeBoard",
    "ThemeForm",
    "ThemeView",
    "Together",
    "TurnForm",
    "TurnKind",
    "TurnOverForm",
    "TwoLeft",
    "Warned",
    "Welcome",
    "WishForm",
]
