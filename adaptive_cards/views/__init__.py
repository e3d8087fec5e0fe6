"""Views: message + words -> `Card` or `Form`. One module for each subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from adaptive_cards.card import Card, Form
from adaptive_cards.views import (
    brief,
    close,
    cockpit,
    desk,
    discuss,
    examples,
    exchange,
    gather,
    help_card,
    lead,
    lobby,
    merge,
    nudge,
    own_data,
    pick,
    receipts,
    rotate,
    scale,
    shape,
    status,
    stored,
    summary,
    theme,
    warned,
    welcome,
    workshop_list,
)
from adaptive_cards.views.forms import agenda, feedback, note, place, plan, turn, turn_over
from adaptive_cards.views.forms import lead as lead_forms
from adaptive_cards.views.forms import pick as pick_forms
from adaptive_cards.views.forms import theme as theme_forms
from adaptive_cards.words import Words
from dialogs import desk_messages as d
from dialogs import messages as m
from dialogs.receipts import Receipt

VIEWS: Mapping[type, Callable[[Any, Words], Card]] = {
    m.Lobby: lobby.lobby,
    m.Welcome: welcome.welcome,
    m.Cockpit: cockpit.cockpit,
    m.Warned: warned.warned,
    m.TwoLeft: warned.two_left,
    m.Nudge: nudge.nudge,
    m.LeadOffer: lead.lead_offer,
    m.Thanks: close.thanks,
    m.Summary: summary.summary,
    m.SummaryCanvas: summary.summary_canvas,
    m.Brief: brief.brief,
    m.Discuss: discuss.discuss,
    m.ExchangeBoard: exchange.exchange_board,
    m.ExchangeCard: exchange.exchange_card,
    m.Together: exchange.together,
    m.GatherBoard: gather.gather_board,
    m.GroupCanvas: gather.group_canvas,
    m.Instructions: gather.instructions,
    m.RotateBoard: rotate.rotate_board,
    m.StationCard: rotate.station_card,
    m.ThemeBoard: theme.theme_board,
    m.ScaleBoard: scale.scale_board,
    m.MergeBoard: merge.merge_board,
    m.PickBoard: pick.pick_board,
    m.GroupPicks: pick.group_picks,
    m.Shape: shape.shape,
    m.Closing: close.closing,
    m.StatusCard: status.status,
    m.StoredInfo: stored.stored,
    m.StepInfo: examples.examples,
    Receipt: receipts.receipt,
    d.Help: help_card.help_card,
    d.WorkshopList: workshop_list.workshop_list,
    d.UnknownCommand: desk.unknown_command,
    d.UnknownWorkshop: desk.unknown_workshop,
    d.ChannelOnly: desk.channel_only,
    d.AlreadyRunning: desk.already_running,
    d.NothingHere: desk.nothing_here,
    d.LanguageChanged: desk.language_changed,
    d.UnknownLanguage: desk.unknown_language,
    d.PlatformTrouble: desk.platform_trouble,
    d.WentWrong: desk.went_wrong,
    d.TooLong: desk.too_long,
    d.FacilitatorUnknown: desk.facilitator_unknown,
    d.ForgetQuestion: own_data.forget_question,
    d.Forgotten: own_data.forgotten,
    d.MyData: own_data.my_data,
}
"""Kind of message -> its view."""

FORM_VIEWS: Mapping[type, Callable[[Any, Words, str], Form]] = {
    m.NoteForm: note.note_form,
    m.MineForm: note.mine_form,
    m.EditForm: note.edit_form,
    m.ThemeForm: theme_forms.theme_form,
    m.RethemeForm: theme_forms.retheme_form,
    m.PlaceForm: place.place_form,
    m.TurnOverForm: turn_over.turn_over_form,
    m.TurnForm: turn.turn_form,
    m.PickForm: pick_forms.pick_form,
    m.AgendaForm: agenda.agenda_form,
    m.PlanForm: plan.plan_form,
    m.ItemForm: plan.item_form,
    m.WishForm: plan.wish_form,
    m.LeadForm: lead_forms.lead_form,
    m.FeedbackForm: feedback.feedback_form,
}
"""Kind of form -> its view."""

CardMessage = m.Message | d.DeskMessage | Receipt


def card(message: CardMessage, words: Words) -> Card:
    """What stands on the card of `message`."""
    return VIEWS[type(message)](message, words)


def form(message: m.FormMessage, words: Words, nonce: str) -> Form:
    """The form of `message`; `nonce` is new each time that it is opened."""
    return FORM_VIEWS[type(message)](message, words, nonce)
