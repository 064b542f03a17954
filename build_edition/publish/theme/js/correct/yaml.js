// A record as the text of a file, as `corrections/as_yaml.py` writes it: words in quotes, so that nothing a reader types
// can be taken for anything but words.

const FIELDS = ["line", "read", "nth", "as", "perhaps", "stet", "cause", "cert", "by", "on", "note", "seen", "instead"];
const AS_IT_IS = new Set(["line", "nth", "stet", "cause", "cert", "on"]);
const MAY_BE_PLAIN = new Set(["by", "note"]);
const PLAIN = /^[A-Za-z][A-Za-z0-9 .’_-]*$/;
const NO_WORDS = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);

/** Records as a list in YAML; a field that is null or not there is left out. */
export function asYaml(records) {
  return records.map((record) => {
    const lines = FIELDS.filter((name) => record[name] !== undefined && record[name] !== null).map((name) => `${name}: ${written(name, record[name])}\n`);
    return `- ${lines.join("  ")}`;
  }).join("\n");
}

function written(name, value) {
  if (name === "instead") return `{line: ${value.line}, read: ${quoted(value.read)}${value.nth ? `, nth: ${value.nth}` : ""}}`;
  if (AS_IT_IS.has(name)) return String(value);
  const isPlain = MAY_BE_PLAIN.has(name) && PLAIN.test(value) && !value.endsWith(" ") && !NO_WORDS.has(value.toLowerCase());
  return isPlain ? value : quoted(value);
}

/** A text in double quotes, with an escape for each sign that nobody would see. */
export function quoted(text) {
  return JSON.stringify(text).replace(/[\p{C}\p{Z}]/gu, (sign) => {
    if (sign === " ") return sign;
    const code = sign.codePointAt(0);
    return code > 0xffff ? `\\U${code.toString(16).toUpperCase().padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
