// The live line: a socket, or an event stream where no socket gets through. It comes back by itself.
import { language } from "./words.js";

const SHORTEST = 500;
const LONGEST = 8000;

/** `before()` is awaited before each try; `hear(event, data)`, `up()` and `down()` are called as it goes. */
export async function listen(address, { before, hear, up, down }) {
  let wait = SHORTEST;
  let sockets = true;
  for (;;) {
    try {
      const open = sockets ? socket : stream;
      const heard = await open(await address(await before()), hear, up);
      if (!heard) sockets = !sockets;
      else wait = SHORTEST;
    } catch {
      // The server is not there: try again below.
    }
    down();
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST);
  }
}

/** The address of everything that this person sees. */
export const eventsOf = (person) => `/practice/events?me=${encodeURIComponent(person)}&lang=${language}`;

/** Resolves when the line is gone, with whether anything was heard on it. */
function socket(address, hear, up) {
  return new Promise((resolve) => {
    const line = new WebSocket(new URL(address, location.href.replace(/^http/, "ws")));
    let heard = false;
    line.onopen = up;
    line.onmessage = ({ data }) => {
      heard = true;
      const message = JSON.parse(data);
      hear(message.event, message.data);
    };
    line.onclose = () => resolve(heard);
  });
}

function stream(address, hear, up) {
  return new Promise((resolve) => {
    const line = new EventSource(address);
    let heard = false;
    line.onopen = up;
    for (const event of ["state", "entry", "room", "people", "colleagues"]) {
      line.addEventListener(event, ({ data }) => {
        heard = true;
        hear(event, JSON.parse(data));
      });
    }
    line.onerror = () => {
      line.close();
      resolve(heard);
    };
  });
}
