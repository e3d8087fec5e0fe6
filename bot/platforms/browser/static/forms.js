// Forms as dialogs. What somebody is typing in is only touched by the answer to what that person sent.
import { freshId, post } from "./api.js";
import { make, parse } from "./dom.js";
import { page } from "./words.js";

const drafts = new Map(); // what was written into a form that was closed without sending, by its action

/** Open the form; `room` is where its button was, `done(answer)` hears the answer that closed it. */
export function openForm(markup, { me, room, done, opener }) {
  const dialog = parse(markup);
  const sending = { id: freshId(), busy: false };
  document.body.append(dialog);
  prepare(dialog);
  dialog.addEventListener("click", (event) => event.target.closest("[data-cancel]") && dialog.close());
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    send(dialog, sending, { me, room, done });
  });
  dialog.addEventListener("close", () => {
    keepDraft(dialog);
    dialog.remove();
    opener()?.focus({ preventScroll: true });
  });
  dialog.showModal();
  firstField(dialog)?.focus();
}

async function send(dialog, sending, { me, room, done }) {
  if (sending.busy || !filled(dialog)) return;
  sending.busy = true;
  const { action, nonce } = dialog.querySelector("form").dataset;
  try {
    const answer = await post("send", { me, room, id: sending.id, action, nonce, values: valuesOf(dialog) });
    sending.id = freshId();
    take(dialog, answer, done);
  } catch (trouble) {
    // Unanswered: the next try is the same sending. Refused: nothing happened, so the next one is another.
    if (!trouble.lost) sending.id = freshId();
    tell(dialog, trouble.lost ? page.not_sent : trouble.message);
  } finally {
    sending.busy = false;
  }
}

function take(dialog, answer, done) {
  const errors = Object.entries(answer.errors ?? {});
  if (errors.length) return showErrors(dialog, errors);
  drafts.delete(keyOf(dialog));
  if (answer.form) {
    dialog.replaceChildren(...parse(answer.form).childNodes);
    prepare(dialog);
    firstField(dialog)?.focus();
  } else {
    dialog.dataset.sent = "";
    dialog.close();
  }
  done(answer);
}

/** Say which fields may be left empty, and bring back what was written before. */
function prepare(dialog) {
  // Boxes to tick say by themselves that none need be ticked.
  for (const field of dialog.querySelectorAll("[data-optional]:not(:has([type=checkbox]))")) {
    const label = field.querySelector("label:not(.tick), legend");
    label.append(" ", make("span", { className: "optional" }, page.optional));
  }
  const draft = drafts.get(keyOf(dialog));
  const empty = draft ? texts(dialog).filter((text) => !text.value && draft[text.name]) : [];
  empty.forEach((text) => (text.value = draft[text.name]));
  if (empty.length) tell(dialog, page.kept);
}

function keepDraft(dialog) {
  if ("sent" in dialog.dataset) return;
  const written = texts(dialog).filter((text) => text.value.trim() && text.value !== text.defaultValue);
  if (written.length) drafts.set(keyOf(dialog), Object.fromEntries(written.map((text) => [text.name, text.value])));
}

function valuesOf(dialog) {
  const values = {};
  for (const field of dialog.querySelectorAll("[name]")) {
    if (field.type === "checkbox") (values[field.name] ??= []).push(...(field.checked ? [field.value] : []));
    else if (field.type !== "radio") values[field.name] = field.value;
    else if (field.checked) values[field.name] = field.value;
    else values[field.name] ??= "";
  }
  return values;
}

function filled(dialog) {
  showErrors(dialog, []);
  const values = valuesOf(dialog);
  const needed = new Set([...dialog.querySelectorAll("[name][required]")].map((field) => field.name));
  const empty = [...needed].filter((name) => !values[name].trim());
  const word = (name) => (dialog.querySelector(`[name="${CSS.escape(name)}"]`).matches("[type=radio], select") ? page.needed_choice : page.needed);
  showErrors(dialog, empty.map((name) => [name, word(name)]));
  return !empty.length;
}

function showErrors(dialog, errors) {
  const messages = new Map(errors);
  for (const mend of dialog.querySelectorAll(".mend")) {
    const message = messages.get(mend.dataset.mend) ?? "";
    messages.delete(mend.dataset.mend);
    mend.textContent = message;
    mend.hidden = !message;
    for (const field of named(dialog, mend.dataset.mend)) field.toggleAttribute("aria-invalid", Boolean(message));
    for (const field of named(dialog, mend.dataset.mend)) if (message) field.setAttribute("aria-invalid", "true");
  }
  tell(dialog, [...messages.values()].join(" "));
  dialog.querySelector("[aria-invalid]")?.focus();
}

function tell(dialog, message) {
  const trouble = dialog.querySelector(".form-trouble");
  trouble.textContent = message;
  trouble.hidden = !message;
}

const keyOf = (dialog) => dialog.querySelector("form").dataset.action;
const texts = (dialog) => [...dialog.querySelectorAll("textarea, input[type=text]")];
const named = (dialog, name) => dialog.querySelectorAll(`[name="${CSS.escape(name)}"]`);
const firstField = (dialog) => dialog.querySelector(".form-body :is(textarea, input, select)") ?? dialog.querySelector("[type=submit]");
