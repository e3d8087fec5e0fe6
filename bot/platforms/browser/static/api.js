// What the page says to the server.
import { language } from "./words.js";

/** The server said no, in plain words (`message`); `code` names the reason. `lost`: it did not answer at all. */
export class Refused extends Error {
  constructor(code, message, lost = false) {
    super(message);
    this.code = code;
    this.lost = lost;
  }
}

/** A new id for one act. The same act sent again carries the same id, and has one effect. */
export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Send, and give back what the server answers; throws `Refused`. */
export async function post(what, body) {
  let response;
  let answer;
  try {
    response = await fetch(`/practice/${what}?lang=${language}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    answer = await response.json();
  } catch {
    throw new Refused("lost", "", true);
  }
  if (!response.ok) throw new Refused(answer.code, answer.message);
  return answer;
}
