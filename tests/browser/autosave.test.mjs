// What the script does for a person who writes: saves by itself, and says when it could not.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, assertFilledIn, assertSays, chooseAndLogIn, fillIn, formPath, logIn, press, toPage,
} from './lib/walk.mjs';

const FIRST = 'Skrevet i den første fanen.';
const SECOND = 'Skrevet i den andre fanen.';
const FORM = `/horinger/${SLUG}/innspill`;
// The word that stands in the sentence of each state.
const SAVED = /^Lagret kl\./;
const ELSEWHERE = /annen fane/;
const LOGGED_OUT = /logget ut/;

after(closeBrowser);

const type = ({ page }, text) => page.locator('[name="answer-4"]').pressSequentially(text);

/** Waits until the line beside the buttons says so. */
async function told({ page }, sentence) {
  const line = page.locator('[data-saved]');
  await page.waitForFunction(({ source }) =>
    new RegExp(source).test(document.querySelector('[data-saved]').innerText), { source: sentence.source });
  assert.match(await line.innerText(), sentence);
}

test('what is typed is saved by itself and found on another device', () => inHouse(async ({ visit }) => {
  const desk = await visit({});
  await logIn(desk, PERSONAS.citizen, FORM);
  await type(desk, FIRST);
  await told(desk, SAVED);
  const phone = await visit({ width: 360 });
  await logIn(phone, PERSONAS.citizen, FORM);
  await assertFilledIn(phone, { 'answer-4': FIRST });
}));

test('an autosave that meets another device says so and overwrites nothing', () => inHouse(async ({ visit }) => {
  const desk = await visit({});
  const phone = await visit({ width: 360 });
  await logIn(desk, PERSONAS.citizen, FORM);
  await logIn(phone, PERSONAS.citizen, FORM);
  await type(desk, FIRST);
  await told(desk, SAVED);
  await type(phone, SECOND);
  await told(phone, ELSEWHERE);
  phone.faults.length = 0; // The browser complains of the 409; it is meant.
  await press(phone, 'save');
  await checkPage(phone, 'skjema-konflikt-autolagring', { status: 409 });
  await assertFilledIn(phone, { 'answer-4': SECOND });
  await assertSays(phone, FIRST);
  await desk.page.reload();
  await assertFilledIn(desk, { 'answer-4': FIRST });
}));

test('a person who was logged out keeps the text and saves it after logging in again', () =>
  inHouse(async ({ visit }) => {
    const visitor = await visit({});
    await logIn(visitor, PERSONAS.citizen, FORM);
    const otherTab = { ...visitor, page: await visitor.context.newPage() };
    await otherTab.page.goto('/');
    await toPage(otherTab, () => otherTab.page.locator('form[action="/logg-ut"] button').click());
    await type(visitor, FIRST);
    await told(visitor, LOGGED_OUT);
    await otherTab.page.goto('/logg-inn');
    await chooseAndLogIn(otherTab, PERSONAS.citizen);
    await press(visitor, 'save');
    visitor.faults.length = 0; // The browser complains of the 403; it is meant.
    // The page belongs to the session before, so it is asked for once more, with all that was typed.
    await checkPage(visitor, 'skjema-sendes-pa-nytt', { status: 403 });
    await assertSays(visitor, FIRST);
    await toPage(visitor, () => visitor.page.locator('main form button').click());
    await assertFilledIn(visitor, { 'answer-4': FIRST });
    await told(visitor, SAVED);
  }));

for (const js of [true, false]) {
  test(`a session that ends in the middle of the form loses no text, ${js ? 'with' : 'without'} JavaScript`, () =>
    inHouse(async ({ visit }) => {
      const visitor = await visit({ js, width: js ? 1280 : 360 });
      await logIn(visitor, PERSONAS.citizen, FORM);
      await fillIn(visitor, { role: 'organisation', name: 'Torunn', organisation: 'Laget', 'answer-4': FIRST });
      await visitor.context.clearCookies({ name: 'innspill' });
      await press(visitor, 'check');
      visitor.faults.length = 0; // The browser complains of the 401; it is meant.
      await checkPage(visitor, 'skjema-tatt-vare-pa', { status: 401 });
      await assertSays(visitor, FIRST);
      await toPage(visitor, () => visitor.page.locator('main a.ds-button').click());
      await chooseAndLogIn(visitor, PERSONAS.citizen);
      await checkPage(visitor, 'skjema-hentet-fram');
      const typed = { role: 'organisation', name: 'Torunn', organisation: 'Laget', 'answer-4': FIRST };
      await assertFilledIn(visitor, typed);
      await press(visitor, 'save');
      await assertFilledIn(visitor, typed);
      await assertSays(visitor, 'Lagret kl.');
    }));
}

test('leaving with text that is not saved asks first; leaving with saved text does not', () =>
  inHouse(async ({ visit }) => {
    const visitor = await visit({});
    const { page } = visitor;
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog.dismiss();
    });
    await logIn(visitor, PERSONAS.citizen, FORM);
    await type(visitor, FIRST);
    await page.locator('header a[href="/"]').click();
    await told(visitor, SAVED);
    assert.deepEqual(asked, ['beforeunload']);
    assert.equal(new URL(page.url()).pathname, formPath(visitor));
    await toPage(visitor, () => page.locator('header a[href="/"]').click());
    assert.deepEqual(asked, ['beforeunload']);
  }));

test('a national identity number and a text that is too long are pointed out while writing', () =>
  inHouse(async ({ visit }) => {
    const { page, ...visitor } = await visit({ width: 360 });
    await logIn({ page, ...visitor }, PERSONAS.citizen, FORM);
    await page.locator('[name="answer-1"]').fill('Ring 05859510002 om dette.');
    await page.locator('[data-id-warning][data-for="answer-1"]').getByText('fødselsnummer').waitFor();
    await page.locator('[name="answer-1"]').fill('x'.repeat(20_001));
    await page.locator('[data-counter][data-for="answer-1"]').getByText('1 tegn for mye').waitFor();
  }));
