// Anyone searches among the rounds; staff search theirs, and follow one that runs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { PERSONAS, SLUG, WAYS, assertAt, follow, logIn, path, roundPath, submit, toPage, wayName } from './lib/walk.mjs';

const ANSWERS = {
  role: 'self', name: 'Kari Nordås', email: 'kari@example.org', 'answer-1': 'En fast kontakt.', 'answer-3': 'Mer tid.',
};

after(closeBrowser);

for (const way of WAYS) {
  test(`searching and following: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const visitor = await visit(way);
    await visitor.page.goto(path(visitor));
    await search(visitor, 'barnevernet');
    assert.deepEqual(await visitor.page.locator('main h3 a').evaluateAll(addresses), [roundPath(visitor)]);
    await checkPage(visitor, 'runder-sok');
    await filter(visitor, 'arkivert');
    assert.equal(await visitor.page.locator('main h3').count(), 0);
    await checkPage(visitor, 'runder-sok-tomt');

    const staff = await visit(way);
    await logIn(staff, PERSONAS.caseOfficer, '/saksbehandling');
    await search(staff, 'barnevernet');
    assert.equal(await staff.page.locator('tbody tr').count(), 1);
    await checkPage(staff, 'saksbehandling-sok');
    await follow(staff, path(staff, `/saksbehandling/${SLUG}`));
    const progress = path(staff, `/saksbehandling/${SLUG}/utvikling`);
    await follow(staff, progress);
    assertAt(staff, progress);
    await checkPage(staff, 'utvikling-tom');
    await submit(await visit({ js: false }), PERSONAS.citizen, ANSWERS);
    await staff.page.reload();
    await hasWhatTheTableSays(staff);
    await checkPage(staff, 'utvikling');
  }));
}

const addresses = (links) => links.map((link) => link.getAttribute('href'));

async function search(visitor, words) {
  await visitor.page.locator('#sok').fill(words);
  await toPage(visitor, () => visitor.page.locator('#sok').press('Enter'));
}

/** With the keyboard, as one who has no mouse. */
async function filter(visitor, status) {
  const { page } = visitor;
  await page.locator('.search summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'status');
  await page.locator('#status').selectOption(status);
  await toPage(visitor, () => page.locator('.search button').press('Enter'));
}

/** The one column is as tall as the scale says, and the table beside it has the same number. */
async function hasWhatTheTableSays({ page }) {
  const plot = page.locator('svg[role="img"]');
  assert.match(await plot.getAttribute('aria-label'), /1/);
  assert.equal(await plot.locator('rect').count(), 1);
  const [column, whole] = await Promise.all([plot.locator('rect').boundingBox(), plot.boundingBox()]);
  assert.ok(Math.abs(column.height / whole.height - 0.5) < 0.02, `${column.height} of ${whole.height}`);
  const counts = await page.locator('.chart-and-table tbody td:nth-of-type(1)').allInnerTexts();
  assert.deepEqual(counts.filter((count) => count !== '0'), ['1']);
}
