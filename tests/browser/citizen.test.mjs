// A citizen reads, answers, checks, sends, changes and withdraws.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, WAYS, assertAt, assertFilledIn, assertSays, chooseAndLogIn, fillIn, follow,
  formPath, logIn, path, press, referenceOf, roundPath, send, toPage, wayName,
} from './lib/walk.mjs';

const BEGUN = 'Barnevernet treng folk som blir verande. – «Ein fast kontakt», sa ho.\n\nÆØÅ æøå 🙂';
const CHANGED = 'Det viktigaste er at barnet blir høyrt.';
const SHA256 = /\b[0-9a-f]{64}\b/;

const asOrganisation = (language) => ({
  role: 'organisation',
  organisation: 'Foreldrelaget på Landås',
  org_number: '974 760 673',
  name: 'Kari Nordås',
  email: 'kari@example.org',
  language,
  'answer-1': BEGUN,
});
const wrong = { organisation: '', org_number: '123456789', name: '', email: 'kari(at)example' };

after(closeBrowser);

for (const way of WAYS) {
  test(`a citizen's journey: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    const visitor = await visit(way);
    await readsAndLogsIn(visitor);
    await savesADraft(visitor, await visit(way));
    await putsMistakesRight(visitor);
    const reference = await sends(visitor, service);
    await changes(visitor, service, reference);
    await withdraws(visitor, reference);
  }));
}

async function readsAndLogsIn(visitor) {
  await visitor.page.goto(path(visitor));
  await checkPage(visitor, 'runder');
  await follow(visitor, roundPath(visitor));
  await checkPage(visitor, 'runde');
  await follow(visitor, formPath(visitor));
  assertAt(visitor, path(visitor, '/logg-inn'));
  await checkPage(visitor, 'logg-inn');
  await chooseAndLogIn(visitor, PERSONAS.citizen);
  assertAt(visitor, formPath(visitor));
  await checkPage(visitor, 'skjema');
}

async function savesADraft(visitor, otherDevice) {
  await fillIn(visitor, { 'answer-1': BEGUN });
  await press(visitor, 'save');
  await checkPage(visitor, 'skjema-lagret');
  await assertFilledIn(visitor, { 'answer-1': BEGUN });
  await logIn(otherDevice, PERSONAS.citizen, `/horinger/${SLUG}/innspill`);
  await assertFilledIn(otherDevice, { 'answer-1': BEGUN });
}

async function putsMistakesRight(visitor) {
  const { page, language } = visitor;
  const typed = { ...asOrganisation(language), ...wrong };
  await fillIn(visitor, typed);
  await press(visitor, 'check');
  await checkPage(visitor, 'skjema-feil', { status: 422 });
  const summary = page.locator('main').getByRole('group').filter({ has: page.locator('a[href="#email"]') });
  assert.equal(await summary.evaluate((group) => group === document.activeElement), true, 'focus');
  for (const name of Object.keys(wrong)) {
    const link = summary.locator(`a[href="#${name}"]`);
    const field = page.locator(`#${name}`);
    assert.equal(await field.getAttribute('aria-invalid'), 'true', name);
    const ids = (await field.getAttribute('aria-describedby')).split(' ');
    const told = await Promise.all(ids.map((id) => page.locator(`#${id}`).innerText()));
    assert.ok(told.includes(await link.innerText()), `${name}: the summary and the field differ`);
  }
  await summary.locator('a[href="#email"]').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'email');
  await assertFilledIn(visitor, typed);
  await fillIn(visitor, asOrganisation(language));
}

async function sends(visitor, service) {
  await press(visitor, 'check');
  assertAt(visitor, `${formPath(visitor)}/kontroll`);
  await assertSays(visitor, BEGUN.split('\n')[0], 'Foreldrelaget på Landås', 'kari@example.org');
  await checkPage(visitor, 'kontroll');
  await send(visitor);
  const reference = referenceOf(visitor);
  await checkPage(visitor, 'kvittering');
  await assertSays(visitor, reference, BEGUN.split('\n')[0]);
  assert.match(await visitor.page.locator('main').innerText(), SHA256);
  const [letter, ...others] = await service.waitForMails(1);
  assert.equal(others.length, 0);
  assertReceiptLetter(letter, reference, visitor);
  return reference;
}

function assertReceiptLetter(letter, reference, visitor) {
  assert.equal(letter.to.text, 'kari@example.org');
  assert.ok(letter.text.includes(reference), letter.text);
  assert.ok(letter.text.includes(`${visitor.base}${path(visitor, `/mine-innspill/${reference}`)}`), letter.text);
  for (const private_ of ['Barnevernet treng', CHANGED]) assert.ok(!letter.text.includes(private_), letter.text);
}

async function changes(visitor, service, reference) {
  await follow(visitor, `${formPath(visitor)}?endrer=${reference}`);
  // The number was typed with spaces and is kept without.
  await assertFilledIn(visitor, { ...asOrganisation(visitor.language), org_number: '974760673' });
  await checkPage(visitor, 'skjema-endre');
  await fillIn(visitor, { 'answer-1': CHANGED });
  await press(visitor, 'check');
  await checkPage(visitor, 'kontroll-endring');
  await send(visitor);
  assert.equal(referenceOf(visitor), reference);
  await assertSays(visitor, CHANGED);
  await checkPage(visitor, 'kvittering-endret');
  const letters = await service.waitForMails(2);
  assert.equal(letters.length, 2);
  assertReceiptLetter(letters[1], reference, visitor);
}

async function withdraws(visitor, reference) {
  const withdraw = path(visitor, `/mine-innspill/${reference}/trekk`);
  await follow(visitor, withdraw);
  await checkPage(visitor, 'trekk');
  const form = visitor.page.locator(`main form[action="${withdraw}"]`);
  await toPage(visitor, () => form.getByRole('button').click());
  assertAt(visitor, path(visitor, `/mine-innspill/${reference}`));
  await checkPage(visitor, 'kvittering-trukket');
  await visitor.page.goto(path(visitor, '/mine-innspill'));
  await assertSays(visitor, reference);
  await checkPage(visitor, 'mine-innspill');
  const logOut = visitor.page.locator(`form[action="${path(visitor, '/logg-ut')}"]`).getByRole('button');
  await toPage(visitor, () => logOut.click());
  await visitor.page.goto(path(visitor, '/mine-innspill'));
  assertAt(visitor, path(visitor, '/logg-inn'));
}
