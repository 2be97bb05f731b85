// A form with a question of every kind: filled in, put right, checked, sent, changed, and counted by staff.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, logIn, path, press, referenceOf,
  send, toPage, wayName,
} from './lib/walk.mjs';

const ROUND = fileURLToPath(new URL('../data/every-kind.toml', import.meta.url));
const FORM = '/horinger/sykkelveier/innspill';
const STRONGLY = { nb: 'Helt enig', nn: 'Heilt einig', en: 'Strongly agree' };

after(closeBrowser);

for (const way of WAYS) {
  test(`questions of every kind: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    importRound(service);
    const visitor = await visit(way);
    await visitor.page.goto(path(visitor, '/horinger/sykkelveier'));
    await checkPage(visitor, 'alle-slag-runde');
    await logIn(visitor, PERSONAS.citizen, FORM);
    await checkPage(visitor, 'alle-slag-skjema');
    await putsRight(visitor);
    const reference = await sends(visitor);
    await changes(visitor, reference);
    const staff = await visit(way);
    await logIn(staff, PERSONAS.caseOfficer, '/saksbehandling/sykkelveier/sporsmal/4');
    await checkPage(staff, 'alle-slag-fordeling');
    await staff.page.goto(path(staff, `/saksbehandling/sykkelveier/innspill/${reference}`));
    await assertSays(staff, STRONGLY[staff.language]);
    await checkPage(staff, 'alle-slag-innspill');
  }));
}

test('a form of every kind is filled in by keyboard alone', () => inHouse(async ({ service, visit }) => {
  importRound(service);
  const visitor = await visit({ language: 'nb', width: 1280, js: true });
  const { page } = visitor;
  await logIn(visitor, PERSONAS.citizen, FORM);
  await page.locator('#answer-2').focus();
  await page.keyboard.type('Åsane');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'answer-3');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), 'answer-3-aasen');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'answer-5');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await assertFilledIn(visitor, { 'choice-3': 'aasen', 'choice-5': '5' });
  assert.deepEqual(await chosen(page, 4), ['jobb', 'varer']);
}));

const focused = (page) => page.evaluate(() => document.activeElement.id);

const chosen = (page, question) => page.locator(`input[name^="choice-${question}-"]:checked`)
  .evaluateAll((boxes) => boxes.map((box) => box.name.split('-').slice(2).join('-')));

/** The round of every kind, open for long. */
function importRound(service) {
  const folder = mkdtempSync(join(tmpdir(), 'innspill-runde-'));
  try {
    const round = readFileSync(ROUND, 'utf8').replace(/^closes_on = .*$/m, 'closes_on = 2099-12-31')
      .replaceAll('2026-06-01', '2023-06-01');
    writeFileSync(join(folder, 'runde.toml'), round);
    service.command('round', 'import', join(folder, 'runde.toml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function putsRight(visitor) {
  const { page } = visitor;
  await fillIn(visitor, {
    role: 'self', name: 'Torunn', email: 't@example.org', language: visitor.language,
    'answer-1': 'En god plan.', 'answer-2': 'Åsane', 'choice-4-tur': true, 'choice-4-varer': true, 'choice-5': '4',
  });
  await press(visitor, 'check');
  await checkPage(visitor, 'alle-slag-feil', { status: 422 });
  const link = page.locator('main a[href="#answer-3"]');
  assert.equal(await link.count(), 1);
  await link.click();
  assert.equal(await focused(page), 'answer-3');
  assert.equal(await page.locator('#answer-3').getAttribute('aria-invalid'), 'true');
  await assertFilledIn(visitor, { 'answer-2': 'Åsane', 'choice-5': '4' });
  assert.deepEqual(await chosen(page, 4), ['tur', 'varer']);
  await fillIn(visitor, { 'choice-3': 'aasen' });
}

async function sends(visitor) {
  await press(visitor, 'check');
  assertAt(visitor, `${path(visitor, FORM)}/kontroll`);
  await assertSays(visitor, 'Åsane', '=Tur og trening');
  await checkPage(visitor, 'alle-slag-kontroll');
  await send(visitor);
  await checkPage(visitor, 'alle-slag-kvittering');
  return referenceOf(visitor);
}

async function changes(visitor, reference) {
  await follow(visitor, `${path(visitor, FORM)}?endrer=${reference}`);
  await assertFilledIn(visitor, { 'choice-3': 'aasen', 'choice-5': '4' });
  await fillIn(visitor, { 'choice-5': '5', 'choice-4-tur': false });
  await press(visitor, 'check');
  await send(visitor);
  await assertSays(visitor, STRONGLY[visitor.language]);
  await toPage(visitor, () => visitor.page.goto(path(visitor, '/mine-innspill')));
  await checkPage(visitor, 'alle-slag-mine');
}
