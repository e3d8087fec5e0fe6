// The words of the page, in its language.
const given = JSON.parse(document.getElementById("words").textContent);
const plural = new Intl.PluralRules(given.language);
const clock = new Intl.DateTimeFormat(given.language, { hour: "numeric", minute: "2-digit" });

export const { language, page, completions } = given;

/** "1 uusi", "3 uutta": the words `<key>_one` and `<key>_other`. */
export function counted(key, n) {
  const form = plural.select(n) === "one" ? "one" : "other";
  return page[`${key}_${form}`].replace("{n}", n);
}

/** The time of day here of a moment in UTC. */
export function timeOf(moment) {
  return clock.format(new Date(moment));
}
