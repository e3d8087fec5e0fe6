// "Who are you?": the first thing that a new tab asks. The tab remembers the answer.
import { post } from "./api.js";
import { $, make } from "./dom.js";
import { page } from "./words.js";

const KEY = "paja.name";

export const remembered = () => sessionStorage.getItem(KEY);

/** Tell the server who this is; gives the person's id and tidy name. */
export async function enter(name) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const me = await post("people", { name, timezone: timeZone ?? "" });
  sessionStorage.setItem(KEY, me.name);
  return me;
}

/** Ask; resolves with the person who was chosen, or null when the question was put aside (`may_cancel`). */
export function ask({ mayCancel }) {
  const dialog = $("who");
  const trouble = $("who-trouble");
  return new Promise((resolve) => {
    const leave = new AbortController();
    const on = (target, event, act) => target.addEventListener(event, act, { signal: leave.signal });
    const done = (person) => {
      leave.abort();
      dialog.close();
      resolve(person);
    };
    const tryName = async (name) => {
      try {
        done(await enter(name));
      } catch (refused) {
        trouble.textContent = refused.lost ? page.lost : refused.message;
        trouble.hidden = false;
        $("own-name").focus();
      }
    };
    on(dialog, "cancel", (event) => (event.preventDefault(), mayCancel && done(null)));
    on($("names"), "click", ({ target }) => target.closest("[data-name]") && tryName(target.closest("[data-name]").dataset.name));
    on($("who-form"), "submit", (event) => (event.preventDefault(), tryName($("own-name").value)));
    trouble.hidden = true;
    $("own-name").value = "";
    dialog.showModal();
    $("names").firstElementChild.focus();
  });
}

/** Those who are here already can be chosen too. */
export function offer(names) {
  const there = new Set([...$("names").children].map((button) => button.dataset.name));
  const fresh = names.filter((name) => !there.has(name));
  $("names").append(
    ...fresh.map((name) => make("button", { type: "button", className: "button normal", dir: "auto", data: { name } }, name)),
  );
}
