// Small helpers for making elements. Texts are only ever set as text.

export const $ = (id) => document.getElementById(id);

/** An element with properties, data attributes, and children (elements or texts). */
export function make(tag, { data = {}, attributes = {}, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The elements of markup that the server has rendered and escaped. Scripts in it would not run. */
export function parse(markup) {
  const body = new DOMParser().parseFromString(markup, "text/html").body;
  return document.importNode(body.firstElementChild, true);
}

/** A round sign with the first letter of a name; the same name has always the same colour. */
export function face(name) {
  const shade = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return make("span", { className: `face face-${shade}`, attributes: { "aria-hidden": "true" } }, [...name][0].toUpperCase());
}
