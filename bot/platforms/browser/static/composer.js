// The message box: a line to say, with the commands offered as they are typed.
import { $, make } from "./dom.js";
import { completions, counted, page } from "./words.js";

let made = 0;

export class Composer {
  /** `send(text)` resolves when the line has gone; while it throws, the text stays in the box. `names()`: people here. */
  constructor(place, { send, names }) {
    place.append($("composer-template").content.cloneNode(true));
    this.form = place.querySelector("form");
    this.box = place.querySelector("input");
    this.offers = place.querySelector(".offers");
    this.list = place.querySelector("ul");
    this.status = place.querySelector(".status");
    Object.assign(this, { send, names, active: -1, list_id: `offers-${++made}` });
    this.list.id = this.list_id;
    this.list.setAttribute("aria-label", page.commands);
    this.box.setAttribute("aria-controls", this.list_id);
    this.box.setAttribute("aria-label", page.say);
    this.box.addEventListener("input", () => this.offer());
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", (event) => this.submit(event));
  }

  set placeholder(text) {
    this.box.placeholder = text;
  }

  /** Put a line into the box without sending it. */
  fill(text) {
    this.box.value = text;
    this.box.focus();
    this.close();
  }

  /** Say something under the box, to the eye and to the ear. */
  say(text) {
    this.status.textContent = text;
  }

  async submit(event) {
    event.preventDefault();
    this.close();
    const text = this.box.value;
    if (!text.trim() || this.sending) return;
    this.sending = true;
    this.say("");
    try {
      await this.send(text);
      if (this.box.value === text) this.box.value = "";
    } catch (trouble) {
      this.say(trouble.lost ? page.not_sent : trouble.message);
    } finally {
      this.sending = false;
    }
  }

  offer() {
    const found = offersFor(this.box.value, this.names());
    this.active = -1;
    this.list.replaceChildren(...found.map((one, place) => this.option(one, place)));
    this.expand(found.length > 0);
    this.say(found.length ? counted("commands_found", found.length) : "");
  }

  option({ text, does }, place) {
    const option = make("li", { id: `${this.list_id}-${place}`, attributes: { role: "option", "aria-selected": "false" } });
    option.append(make("kbd", {}, text), " ", make("span", {}, does));
    // Before the box loses the focus, which would close the list.
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.fill(text);
    });
    option.dataset.text = text;
    return option;
  }

  key(event) {
    if (this.offers.hidden) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) this.move(move);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0) this.fill(this.list.children[this.active].dataset.text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  move(step) {
    const options = [...this.list.children];
    this.active = (this.active + step + options.length + (this.active < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", place === this.active));
    this.box.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  expand(open) {
    this.offers.hidden = !open;
    this.box.setAttribute("aria-expanded", open);
    this.box.removeAttribute("aria-activedescendant");
  }

  close() {
    if (this.offers.hidden) return;
    this.active = -1;
    this.expand(false);
    this.say("");
  }
}

/** The commands that begin with what is written, or else hold its words; after an @ the names of those here. */
function offersFor(written, names) {
  const at = /^(\s*[/@]?paja\s.*@)([^@]*)$/i.exec(written);
  if (at) {
    const begun = at[2].toLowerCase();
    return names.filter((name) => name.toLowerCase().startsWith(begun)).map((name) => ({ text: at[1] + name, does: "" }));
  }
  const text = written.trimStart().toLowerCase().replace(/^@?paja(?=\s|$)/, "/paja");
  if (!text.startsWith("/")) return [];
  const beginning = completions.filter((one) => one.text.toLowerCase().startsWith(text));
  if (beginning.length) return beginning.filter((one) => one.text.toLowerCase() !== text);
  const parts = text.replace(/^\/(paja)?/, "").split(/\s+/).filter(Boolean);
  const holds = (one) => parts.every((part) => `${one.text} ${one.does}`.toLowerCase().includes(part));
  return parts.length ? completions.filter(holds) : [];
}
