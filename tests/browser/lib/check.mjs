// What every page must hold, whatever it is about.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { htmlFaults, startChecker } from './vnu.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROWEST = 320;

let ownChecker;

/** The address of the HTML checker that runs for all test files, or of one of our own. */
async function checkerUrl() {
  if (process.env.INNSPILL_VNU) return process.env.INNSPILL_VNU;
  ownChecker ??= startChecker().then((checker) => {
    process.once('exit', checker.stop);
    return checker;
  });
  return (await ownChecker).url;
}

/**
 * Fails with the list of all that is wrong with the page that the visitor looks at. `status` is
 * what the page is expected to answer with, `name` stands in the message and on the picture,
 * `without` names the rules of axe that cannot judge this page.
 */
export async function checkPage(visitor, name, { status = 200, without = [] } = {}) {
  await takePicture(visitor, name);
  const faults = [
    ...visitor.faults.splice(0),
    ...(await answerFaults(visitor, status)),
    ...(await markupFaults(visitor)),
    ...(await axeFaults(visitor, without)),
    ...(await reflowFaults(visitor)),
    ...visitor.faults.splice(0),
  ];
  const { language, width, js, page } = visitor;
  const where = `${name} (${language}, ${width} px${js ? '' : ', without JavaScript'}) ${page.url()}`;
  assert.equal(faults.length, 0, `${where}\n  - ${faults.join('\n  - ')}`);
}

async function takePicture({ page, language, width, js }, name) {
  const folder = process.env.INNSPILL_SCREENSHOTS;
  if (!folder || !js) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${language}-${width}.png`), fullPage: true });
}

async function answerFaults({ document }, status) {
  const faults = [];
  if (document.status() !== status) faults.push(`answered ${document.status()}, not ${status}`);
  const headers = document.headers();
  const policy = headers['content-security-policy'] ?? '';
  if (!/default-src|script-src/.test(policy)) faults.push('no content security policy');
  if (/unsafe-/.test(policy)) faults.push(`weak content security policy: ${policy}`);
  const html = (await document.body()).toString('utf8');
  return [...faults, ...(await htmlFaults(await checkerUrl(), html))];
}

/** Own probes for what axe does not see or sees too kindly. */
async function markupFaults({ page, language }) {
  return page.evaluate((wanted) => {
    const faults = [];
    const all = (selector) => [...document.querySelectorAll(selector)];
    const headings = all('h1').length;
    if (headings !== 1) faults.push(`${headings} h1 headings`);
    if (document.documentElement.lang !== wanted) {
      faults.push(`html lang is "${document.documentElement.lang}", not "${wanted}"`);
    }
    if (!document.title.trim()) faults.push('no title');
    const ids = all('[id]').map((element) => element.id);
    for (const id of new Set(ids.filter((one, place) => ids.indexOf(one) !== place))) {
      faults.push(`duplicate id "${id}"`);
    }
    // A placeholder disappears when one writes; axe takes it for a label.
    for (const field of all('input:not([type=hidden]), select, textarea')) {
      const named = field.labels?.length || field.ariaLabel || field.getAttribute('aria-labelledby');
      if (!named && field.type !== 'submit') faults.push(`no label for ${field.outerHTML.slice(0, 90)}`);
    }
    for (const link of all('a[href^="#"]')) {
      const id = decodeURIComponent(link.hash.slice(1));
      if (id && !document.getElementById(id)) faults.push(`a link to #${id}, which is not there`);
    }
    const words = document.body.innerText;
    // What the language library shows for a sentence that it does not have or cannot fill in.
    const broken = words.match(/Unknown localization.*|\{ ?\$[\w-]+ ?\}/);
    if (broken) faults.push(`broken sentence: ${broken[0]}`);
    return faults;
  }, language);
}

async function axeFaults(visitor, without) {
  const page = visitor.js ? visitor.page : await throughLens(visitor);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).disableRules(without)
    .setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) =>
    `axe ${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`));
}

/**
 * axe cannot run where scripts are off, so what the server answered is shown once more in a page
 * that allows axe and still loads none of the site's scripts.
 */
async function throughLens(visitor) {
  visitor.lens ??= await openLens(visitor);
  await visitor.lens.goto(visitor.page.url());
  return visitor.lens;
}

async function openLens(visitor) {
  const context = await visitor.context.browser().newContext({
    viewport: visitor.page.viewportSize(),
    reducedMotion: 'reduce',
  });
  // When the whole browser closes, it takes this context with it and says so.
  visitor.context.once('close', () => context.close().catch(() => {}));
  await context.route('**/*', async (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill(await answerOf(visitor));
    return request.resourceType() === 'script' ? route.abort() : route.continue();
  });
  return context.newPage();
}

// A header that was sent twice is told in two lines, which no single header may hold.
async function answerOf({ document }) {
  const headers = Object.entries(document.headers()).map(([name, value]) => [name, value.replaceAll('\n', ', ')]);
  return { status: document.status(), headers: Object.fromEntries(headers), body: await document.body() };
}

async function reflowFaults({ page }) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height: size.height });
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const needed = document.documentElement.scrollWidth;
    if (needed <= room) return [];
    const culprit = [...document.body.querySelectorAll('*')]
      .find((element) => element.scrollWidth > room || element.getBoundingClientRect().right > room);
    const named = culprit?.outerHTML.slice(0, 90);
    return [`sideways scrolling: ${needed} px wide at ${room} px: ${named}`];
  });
  await page.setViewportSize(size);
  return wide;
}
