// The list of rooms, with what has not been read in each.
import { $, make } from "./dom.js";
import { counted, page } from "./words.js";

const ORDER = ["channel", "thread", "direct", "together"];

/** What a room is called, for `me`; a thread by the card that it hangs under. */
export function titleOf(room, me, entries) {
  if (room.kind === "thread") return entries.get(room.root)?.title || page.thread;
  if (room.kind === "together") return room.names.filter((name) => name !== me.name).join(", ") || page.direct;
  return page[room.kind];
}

export const aboutOf = (room) => page[`${room.kind}_about`];

/** Draw the list; `choose(key)` is called for the room that is chosen. */
export function drawRooms(rooms, { shown, unread, titleFor, choose }) {
  const sorted = [...rooms.values()].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  const list = $("rooms");
  const known = new Map([...list.children].map((item) => [item.dataset.key, item]));
  const items = sorted.map((room) => known.get(room.key) ?? item(room, choose));
  if (items.length !== list.children.length || items.some((one, place) => list.children[place] !== one)) list.replaceChildren(...items);
  sorted.forEach((room, place) => update(items[place], room, { shown, count: unread.get(room.key) ?? 0, title: titleFor(room) }));
  const all = sorted.reduce((sum, room) => sum + (unread.get(room.key) ?? 0), 0);
  mark($("all-unread"), all);
  return all;
}

function item(room, choose) {
  const name = make("span", { className: "name", dir: "auto" });
  const button = make("button", { type: "button", onclick: () => choose(room.key) }, name, make("span", { className: "mark", hidden: true }));
  return make("li", { className: `room-${room.kind}`, data: { key: room.key } }, button);
}

function update(element, room, { shown, count, title }) {
  const button = element.firstElementChild;
  const name = button.querySelector(".name");
  if (name.textContent !== title) name.textContent = title;
  if (shown.has(room.key)) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.classList.toggle("unread", count > 0);
  mark(button.querySelector(".mark"), count);
}

function mark(element, count) {
  element.hidden = !count;
  element.textContent = count || "";
  element.setAttribute("aria-label", count ? counted("unread", count) : "");
  element.setAttribute("role", "img");
}
