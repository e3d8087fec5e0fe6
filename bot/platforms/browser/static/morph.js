// Make one piece of the page look like another without replacing what is the same: focus, scrolling and
// pictures stay where they are when a card is edited.

/** Change `old` into `fresh`. Both are elements with the same tag. */
export function morph(old, fresh) {
  attributes(old, fresh);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, place) => {
    const here = before[place];
    if (!here) old.append(child);
    else if (!alike(here, child)) here.replaceWith(child);
    else if (here.nodeType === Node.ELEMENT_NODE) morph(here, child);
    else if (here.data !== child.data) here.data = child.data;
  });
  before.slice(after.length).forEach((child) => child.remove());
}

/** A button that does something else is another button, even in the same place: a finger may be on its way. */
function alike(one, other) {
  return (
    one.nodeType === other.nodeType &&
    one.nodeName === other.nodeName &&
    one.dataset?.action === other.dataset?.action &&
    one.dataset?.opensForm === other.dataset?.opensForm
  );
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
