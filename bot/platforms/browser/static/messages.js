// A list of messages: the channel's, a direct chat's, or a thread's.
import { face, make, parse } from "./dom.js";
import { morph } from "./morph.js";
import { counted, page, timeOf } from "./words.js";

const NEAR = 80; // pixels from the end that still count as reading along

export class MessageList {
  /** `newest` (may be null) is shown when something new stands below what is being read. */
  constructor(list, scroller, newest, openThread) {
    Object.assign(this, { list, scroller, newest, openThread, items: new Map(), note: null });
    scroller.addEventListener("scroll", () => this.atEnd() && this.hideNewest());
    // A picture that arrives later must not push the end out of sight.
    list.addEventListener("load", () => this.sticking && this.toEnd(), true);
    newest?.addEventListener("click", () => this.toEnd());
  }

  /** Show these and nothing else; what is there already is only brought up to date. */
  show(entries, replies, { fromStart = false } = {}) {
    if (fromStart) this.clear();
    const stick = fromStart || this.atEnd();
    const refs = new Set(entries.map((entry) => entry.ref));
    for (const [ref, item] of this.items) if (!refs.has(ref)) this.forget(ref, item);
    entries.forEach((entry) => this.put(entry, replies(entry)));
    if (stick) this.toEnd();
  }

  /** A new message, or an edited one in its place. */
  take(entry, replies) {
    const stick = this.atEnd();
    const isNew = !this.items.has(entry.ref);
    this.put(entry, replies);
    if (stick) this.toEnd();
    else if (isNew && this.newest) this.newest.hidden = false;
  }

  /** A card for this person only, until it is hidden or the next one comes. */
  whisper(card) {
    this.note?.remove();
    const hide = make("button", { type: "button", className: "quiet", onclick: () => this.unwhisper() }, page.hide);
    const by = make("p", { className: "by" }, make("strong", {}, page.bot), make("span", { className: "only-you" }, page.only_you), hide);
    const body = make("div", { className: "body" }, by, make("div", { className: "content" }, parse(card.html)));
    this.note = make("li", { className: "message bot private", tabIndex: -1, data: { room: card.room } }, botFace(), body);
    this.list.append(this.note);
    this.toEnd();
  }

  unwhisper() {
    const hadFocus = this.note?.contains(document.activeElement);
    this.note?.remove();
    this.note = null;
    if (hadFocus) this.scroller.focus({ preventScroll: true });
  }

  clear() {
    this.items.clear();
    this.note = null;
    this.list.replaceChildren();
    this.hideNewest();
  }

  forget(ref, item) {
    item.remove();
    this.items.delete(ref);
  }

  put(entry, replies) {
    const known = this.items.get(entry.ref);
    const item = known ?? this.item(entry);
    if (!known) this.list.append(item);
    else if (entry.html) this.redraw(item, entry);
    this.items.set(entry.ref, item);
    this.showReplies(item, entry, replies);
  }

  item(entry) {
    const name = entry.author ? entry.author.name : page.bot;
    const time = entry.at ? make("time", { dateTime: entry.at }, timeOf(entry.at)) : null;
    const by = make("p", { className: "by" }, make("strong", { dir: "auto" }, name), time);
    const said = entry.html ? parse(entry.html) : make("p", { className: "said", dir: "auto" }, entry.text);
    const body = make("div", { className: "body" }, by, make("div", { className: "content" }, said));
    const kind = entry.author ? "person" : "bot";
    const sign = entry.author ? face(name) : botFace();
    return make("li", { className: `message ${kind}`, tabIndex: -1, data: { ref: entry.ref, room: entry.room } }, sign, body);
  }

  /** Bring the card up to date; whoever stood on a button that is no more is left standing on the message. */
  redraw(item, entry) {
    const hadFocus = item.contains(document.activeElement);
    morph(item.querySelector(".content").firstElementChild, parse(entry.html));
    if (hadFocus && !item.contains(document.activeElement)) item.focus({ preventScroll: true });
  }

  showReplies(item, entry, replies) {
    const body = item.querySelector(".body");
    let button = body.querySelector(":scope > .replies");
    if (!replies) return void button?.remove();
    if (!button) {
      button = make("button", { type: "button", className: "quiet replies", onclick: () => this.openThread(entry.ref, button) });
      body.append(button);
    }
    const text = counted("replies", replies);
    if (button.textContent !== text) button.textContent = text;
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.sticking = scrollHeight - scrollTop - clientHeight < NEAR;
    return this.sticking;
  }

  toEnd() {
    this.sticking = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.hideNewest();
  }

  hideNewest() {
    if (this.newest) this.newest.hidden = true;
  }
}

function botFace() {
  return make("img", { className: "face", src: "/practice/static/icon.svg", alt: "" });
}
