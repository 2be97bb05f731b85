// Measures the contrast of the pairs of theme.css that reading depends on; exit code 1 if one falls short.
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("theme.css", import.meta.url), "utf8");
const [lightCss, darkCss] = css.split("@media screen");
const variables = (text) =>
  Object.fromEntries([...text.matchAll(/--ds-(?:color-)?([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
const light = variables(lightCss);
const dark = { ...light, ...variables(darkCss) };

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const grounds = ["background-default", "background-tinted", "surface-default", "surface-tinted"];
const pairs = [];
for (const scale of ["accent", "neutral"]) {
  for (const ground of grounds) {
    pairs.push([`${scale}-text-default`, `${scale}-${ground}`, 7]);
    pairs.push([`${scale}-text-subtle`, `${scale}-${ground}`, 4.5]);
    pairs.push([`${scale}-border-default`, `${scale}-${ground}`, 3]);
    pairs.push([`accent-text-subtle`, `neutral-${ground}`, 4.5]);
    pairs.push([`link-color-visited`, `neutral-${ground}`, 4.5]);
    pairs.push([`focus-outer`, `neutral-${ground}`, 3]);
  }
  for (const state of ["default", "hover", "active"]) {
    pairs.push([`${scale}-base-contrast-default`, `${scale}-base-${state}`, 4.5]);
    pairs.push([`${scale}-base-${state}`, `neutral-background-default`, 3]);
  }
  for (const state of ["hover", "active"]) pairs.push([`${scale}-text-default`, `${scale}-surface-${state}`, 4.5]);
}

let failed = 0;
for (const [name, scheme] of [["light", light], ["dark", dark]]) {
  const seen = new Set();
  for (const [front, ground, least] of pairs) {
    if (seen.has(front + ground)) continue;
    seen.add(front + ground);
    if (!scheme[front] || !scheme[ground]) throw new Error(`${name}: ${front} or ${ground} is not in theme.css`);
    const measured = ratio(scheme[front], scheme[ground]);
    const verdict = measured >= least ? "ok" : "TOO LOW";
    if (measured < least) failed += 1;
    console.log(`${name.padEnd(6)}${measured.toFixed(2).padStart(6)} (at least ${least}) ${verdict.padEnd(8)} ${front} on ${ground}`);
  }
}
process.exit(failed ? 1 : 0);
