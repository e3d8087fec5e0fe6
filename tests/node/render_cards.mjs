// Renders Adaptive Cards with the official renderer and says what it complains of.
//
// In: one JSON line for each card on stdin. Out: one JSON line for each: {"warnings": [...], "text": "...", "buttons": [...]}.
// `warnings` are the renderer's own (unknown elements and properties, missing labels, wrong values).
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });
globalThis.window = window;
globalThis.document = window.document;
for (const name of Object.getOwnPropertyNames(window).filter((name) => /^(HTML.*|Node|.*Event)$/.test(name))) {
    globalThis[name] = window[name];
}
Object.defineProperty(window.HTMLElement.prototype, "innerText", {
    // jsdom has no layout, and so no innerText.
    get() { return this.textContent; },
    set(text) { this.textContent = text; },
});
globalThis.getComputedStyle = window.getComputedStyle.bind(window);
// The bundle: the package's own modules name each other in a way that Node does not follow.
const { AdaptiveCard, GlobalSettings, SerializationContext, Version } =
    createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

// What Teams shows is Markdown; here it is left as it stands, so that `text` can be compared.
AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    result.didProcess = true;
};
GlobalSettings.setTabIndexAtCardRoot = false;

function render(json) {
    const card = new AdaptiveCard();
    const context = new SerializationContext(new Version(1, 5));
    card.parse(json, context);
    const warnings = [];
    for (let at = 0; at < context.eventCount; at++) {
        const event = context.getEventAt(at);
        warnings.push(`${event.event}: ${event.message}`);
    }
    for (const failure of card.validateProperties().validationEvents) {
        warnings.push(`${failure.event}: ${failure.message}`);
    }
    const shown = card.render();
    const buttons = [...shown.querySelectorAll("button")].map((button) => button.textContent);
    return { warnings, text: shown.textContent, buttons };
}

for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(render(JSON.parse(line))));
}
