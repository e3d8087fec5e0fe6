// The practice room: who I am, the rooms, what stands in them, and what I do there.
import { freshId, post } from "./api.js";
import { ask, enter, offer, remembered } from "./chooser.js";
import { Composer } from "./composer.js";
import { $, face, make } from "./dom.js";
import { openForm } from "./forms.js";
import { eventsOf, listen } from "./live.js";
import { MessageList } from "./messages.js";
import { aboutOf, drawRooms, titleOf } from "./rooms.js";
import { completions, page } from "./words.js";

const SAME_CLICK = 1000; // milliseconds within which a second click on a button is the same one

const here = {
  me: null,
  rooms: new Map(),
  entries: new Map(),
  unread: new Map(),
  people: [],
  room: null, // the key of the room in the middle
  thread: null, // the key of the open thread
  opener: null, // what opened the thread
  greeting: null, // what the bot says to whoever comes in
};

const main = new MessageList($("list"), $("messages"), $("newest"), openThreadUnder);
const side = new MessageList($("thread-list"), $("thread-messages"), null, () => {});
const mainBox = composer($("composer"), () => here.room);
const sideBox = composer($("thread-composer"), () => here.thread);

function composer(place, roomKey) {
  let unsent = { text: "", id: "" };
  const send = async (text) => {
    // A line that nobody answered may have arrived: sent again, it is the same one.
    if (unsent.text !== text) unsent = { text, id: freshId() };
    const room = roomKey();
    try {
      answered(await post("say", { me: here.me.person, room, id: unsent.id, text }), room);
    } catch (trouble) {
      if (!trouble.lost) unsent = { text: "", id: "" };
      throw trouble;
    }
    unsent = { text: "", id: "" };
  };
  return new Composer(place, { send, names: () => here.people.map((person) => person.name) });
}

// ------------------------------------------------------------------------------------------------ what is shown

const inRoom = (key) => [...here.entries.values()].filter((entry) => entry.room === key);
const threadKeyOf = (ref) => [...here.rooms.values()].find((room) => room.root === ref)?.key;
const repliesTo = (entry) => (threadKeyOf(entry.ref) ? inRoom(threadKeyOf(entry.ref)).length : 0);
const isShown = (key) => !document.hidden && (key === here.room || key === here.thread);
const titleFor = (room) => titleOf(room, here.me, here.entries);

function showRoom(key) {
  const room = here.rooms.get(key);
  if (room.kind === "thread") return showThread(key);
  here.room = key;
  $("room-title").textContent = titleFor(room);
  $("room-about").textContent = aboutOf(room);
  mainBox.placeholder = room.kind === "direct" ? page.say_direct : page.say_channel;
  mainBox.say("");
  drawMain({ fromStart: true });
  if (room.kind === "direct" && here.greeting) whisper(here.greeting, key);
}

function drawMain(how) {
  main.show(inRoom(here.room), repliesTo, how);
  drawEmpty(here.rooms.get(here.room));
  read(here.room);
}

function drawThread(how) {
  const room = here.rooms.get(here.thread);
  const root = here.entries.get(room.root);
  side.show([...(root ? [root] : []), ...inRoom(room.key)], () => 0, how);
  $("thread-title").textContent = titleFor(room);
  read(room.key);
}

function showThread(key) {
  here.thread = key;
  $("thread").hidden = false;
  $("room").classList.add("with-thread");
  sideBox.placeholder = page.say_channel;
  drawThread({ fromStart: true });
  $("thread-title").focus();
}

function openThreadUnder(ref, opener) {
  here.opener = opener;
  showThread(threadKeyOf(ref));
}

function closeThread() {
  here.thread = null;
  $("thread").hidden = true;
  $("room").classList.remove("with-thread");
  (here.opener?.isConnected ? here.opener : $("room-title")).focus();
  drawList();
}

function drawEmpty(room) {
  const empty = $("empty");
  const isEmpty = !main.items.size && !main.note;
  empty.hidden = !isEmpty;
  if (isEmpty) empty.replaceChildren(...emptyOf(room));
}

function emptyOf(room) {
  if (room.kind === "together") return [make("p", {}, page.empty_other)];
  const title = make("h3", {}, page[`empty_${room.kind}`]);
  const text = make("p", {}, page[`empty_${room.kind}_text`]);
  if (room.kind === "direct") return [title, text];
  const first = completions[0].text;
  const attempt = make("button", { type: "button", className: "try", onclick: () => mainBox.fill(first) }, make("kbd", {}, first));
  const alone = $("colleagues").hidden ? null : make("p", { className: "small" }, page.empty_channel_alone);
  return [title, text, make("p", {}, page.empty_channel_try, " ", attempt), alone].filter(Boolean);
}

function drawList() {
  const shown = new Set([here.room, here.thread]);
  const all = drawRooms(here.rooms, { shown, unread: here.unread, titleFor, choose });
  document.title = `${all ? `(${all}) ` : ""}${here.me.name} – ${page.name}`;
}

function choose(key) {
  closeSide();
  here.opener = null;
  showRoom(key);
  if (here.rooms.get(key).kind !== "thread") $("room-title").focus();
}

function read(key) {
  if (isShown(key)) here.unread.delete(key);
  drawList();
}

// ---------------------------------------------------------------------------------------------- what is heard

const heard = {
  state({ rooms, entries, people, colleagues }) {
    here.rooms = new Map(rooms.map((room) => [room.key, room]));
    here.entries = new Map(entries.map((entry) => [entry.ref, entry]));
    heard.people({ people });
    heard.colleagues({ colleagues });
    const first = here.room === null || !here.rooms.has(here.room);
    if (first) showRoom(rooms.find((room) => room.kind === "channel").key);
    else drawMain();
    if (here.thread && here.rooms.has(here.thread)) drawThread();
    else if (here.thread) closeThread();
  },
  room(room) {
    here.rooms.set(room.key, room);
    drawList();
  },
  entry(entry) {
    const isNew = !here.entries.has(entry.ref);
    here.entries.set(entry.ref, entry);
    draw(entry);
    if (isNew && entry.author?.person !== here.me.person) notice(entry);
  },
  people({ people }) {
    here.people = people;
    offer(people.map((person) => person.name));
  },
  colleagues({ colleagues }) {
    $("colleagues").hidden = !colleagues;
    if (!colleagues) return;
    $("colleagues-on").checked = colleagues.on;
    $("colleagues-count").max = colleagues.most;
    if (document.activeElement !== $("colleagues-count")) $("colleagues-count").value = colleagues.count;
  },
};

function draw(entry) {
  dropGreeting(entry);
  const thread = here.rooms.get(here.thread);
  if (entry.room === here.room) main.take(entry, repliesTo(entry));
  if (thread && (entry.room === thread.key || entry.ref === thread.root)) side.take(entry, 0);
  const root = here.entries.get(here.rooms.get(entry.room)?.root);
  if (root && root.room === here.room) main.put(root, repliesTo(root));
  if (entry.room === here.room) drawEmpty(here.rooms.get(here.room));
  drawList();
}

/** A greeting gives way to the first card of one's own. */
function dropGreeting(entry) {
  if (!here.greeting || entry.author || here.rooms.get(entry.room)?.kind !== "direct") return;
  here.greeting = null;
  if (entry.room === here.room) main.unwhisper();
}

/** A new message of somebody else: counted where it is not seen, and said aloud once. */
function notice(entry) {
  if (!isShown(entry.room)) here.unread.set(entry.room, (here.unread.get(entry.room) ?? 0) + 1);
  drawList();
  const where = isShown(entry.room) ? "" : `${titleFor(here.rooms.get(entry.room))} – `;
  const who = entry.author ? entry.author.name : page.bot;
  $("aloud").append(make("p", {}, `${where}${who}: ${entry.summary}`));
  while ($("aloud").children.length > 20) $("aloud").firstElementChild.remove();
}

// ------------------------------------------------------------------------------------------------ what is done

/** The desk's answer to what I did in `room`, where I was looking at `seenIn`. */
function answered(answer, room, { seenIn = room, opener = () => null } = {}) {
  if (answer.note) whisper(answer.note, room, seenIn);
  const done = (next) => next.note && whisper(next.note, room, seenIn);
  if (answer.form) openForm(answer.form, { me: here.me.person, room, opener, done });
}

/** A card for me alone: beside what I did, though a thread also shows the message of the channel that it hangs under. */
function whisper(note, room, seenIn = room) {
  const inThread = seenIn === here.thread;
  if (inThread || seenIn === here.room) (inThread ? side : main).whisper({ ...note, room });
  (inThread ? sideBox : mainBox).say(note.summary);
  drawEmpty(here.rooms.get(here.room));
}

const clicks = new WeakMap(); // button -> the id of its last press, and until when a click is the same press

function clickOf(button) {
  const now = performance.now();
  const last = clicks.get(button);
  const click = last && now < last.until && last.action === button.dataset.action ? last : { id: freshId() };
  Object.assign(click, { until: now + SAME_CLICK, action: button.dataset.action });
  clicks.set(button, click);
  return click;
}

async function press(button) {
  const click = clickOf(button);
  if (click.busy) return;
  if (button.dataset.confirm && !(await sure(button.dataset.confirm, button.className))) return void clicks.delete(button);
  click.busy = true;
  const { room } = button.closest("[data-room]").dataset;
  const seenIn = $("thread").contains(button) ? here.thread : room;
  const what = "opensForm" in button.dataset ? "form" : "press";
  try {
    const answer = await post(what, { me: here.me.person, room, id: click.id, action: button.dataset.action });
    answered(answer, room, { seenIn, opener: () => standIn(button) });
  } catch (trouble) {
    (seenIn === here.thread ? sideBox : mainBox).say(trouble.lost ? page.lost : trouble.message);
  } finally {
    Object.assign(click, { busy: false, until: performance.now() + SAME_CLICK });
  }
}

/** Where the focus goes back to: the button, or the one that now stands for it, or its message. */
function standIn(button) {
  if (button.isConnected) return button;
  return document.querySelector(`.message [data-action="${CSS.escape(button.dataset.action)}"]`) ?? $("room-title");
}

function sure(question, style) {
  const dialog = $("sure");
  $("sure-question").textContent = question;
  $("sure-yes").className = style.includes("danger") ? "button danger" : "button primary";
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

async function switchColleagues() {
  const count = Math.max(1, Math.min(Number($("colleagues-count").value) || 1, Number($("colleagues-count").max) || 1));
  try {
    await post("colleagues", { me: here.me.person, on: $("colleagues-on").checked, count });
  } catch (trouble) {
    mainBox.say(trouble.lost ? page.lost : trouble.message);
  }
}

// -------------------------------------------------------------------------------------------------- the page

function openSide() {
  $("room").classList.add("with-side");
  $("rooms-button").setAttribute("aria-expanded", "true");
  $("rooms").querySelector("button")?.focus();
}

function closeSide() {
  $("room").classList.remove("with-side");
  $("rooms-button").setAttribute("aria-expanded", "false");
}

function escape() {
  if ($("room").classList.contains("with-side")) {
    closeSide();
    $("rooms-button").focus();
  } else if (here.thread) closeThread();
}

function line(text) {
  $("line").textContent = text;
  $("line").hidden = !text;
}

function connect() {
  let broken = false;
  listen(eventsOf, {
    // The server may have been started anew, and then it does not know us yet.
    before: async () => (broken ? (await enter(here.me.name)).person : here.me.person),
    hear: (event, data) => heard[event](data),
    up: () => {
      if (broken) line(page.connected);
      if (broken) setTimeout(() => line(""), 3000);
      broken = false;
    },
    down: () => {
      broken = true;
      line(page.lost);
    },
  });
}

function welcome(me) {
  here.me = me;
  here.greeting = me.note;
  $("my-name").textContent = me.name;
  $("my-face").replaceWith(Object.assign(face(me.name), { id: "my-face" }));
  $("room").hidden = false;
  connect();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-action]");
  if (button) press(button);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) escape();
});
document.addEventListener("visibilitychange", () => {
  if (here.room) read(here.room);
  if (here.thread) read(here.thread);
});
$("rooms-button").addEventListener("click", () => ($("room").classList.contains("with-side") ? closeSide() : openSide()));
$("talk").addEventListener("click", (event) => !event.target.closest("#rooms-button") && closeSide());
$("thread-close").addEventListener("click", closeThread);
$("colleagues-on").addEventListener("change", switchColleagues);
$("colleagues-count").addEventListener("change", () => $("colleagues-on").checked && switchColleagues());
$("change").addEventListener("click", async () => {
  if (await ask({ mayCancel: true })) location.reload();
});

const name = remembered();
// A name that the server no longer takes is asked again; a server that is not there is waited for by asking, too.
welcome((name && (await enter(name).catch(() => null))) || (await ask({ mayCancel: false })));
