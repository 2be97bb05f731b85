// An administrator changes the questions and the codebook of a round that people are answering.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, STAFF_WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, formPath, logIn, path, press,
  roundPath, toPage, wayName,
} from './lib/walk.mjs';

const PERSON = { role: 'self', name: 'Kari Nordås', email: 'kari@example.org' };
const QUESTION = {
  theme_nb: 'Fritid', theme_nn: 'Fritid', wording_nb: 'Hvor ofte er dere ute?', wording_nn: 'Kor ofte er de ute?',
  options_nb: 'Hver dag\nAv og til', options_nn: 'Kvar dag\nAv og til',
};
const REASON = { reason_nb: 'Vi glemte fritid.', reason_nn: 'Vi gløymde fritid.' };
const REASON_IN = { nb: REASON.reason_nb, nn: REASON.reason_nn, en: REASON.reason_nb };

after(closeBrowser);

for (const way of STAFF_WAYS) {
  test(`an administrator changes form and codebook: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const citizen = await visit(way);
    await logIn(citizen, PERSONAS.citizen, `/horinger/${SLUG}/innspill`);
    await fillIn(citizen, { ...PERSON, 'answer-1': 'Om den første', 'answer-2': 'Om den andre' });
    await press(citizen, 'save');
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, `/saksbehandling/${SLUG}/skjema`);
    await checkPage(administrator, 'skjemaredigering');
    await addsWithMistakes(administrator);
    await changesAndRemoves(administrator);
    await publishes(administrator);
    await citizen.page.goto(formPath(citizen));
    await assertSays(citizen, REASON_IN[citizen.language], 'Om den første');
    await assertFilledIn(citizen, { 'answer-1': 'Om den andre' });
    await checkPage(citizen, 'skjema-endret');
    await citizen.page.goto(roundPath(citizen));
    await assertSays(citizen, REASON_IN[citizen.language]);
    await checkPage(citizen, 'runde-skjema-endret');
    await keepsTheCodebook(administrator);
  }));
}

const staff = (visitor, rest = '') => path(visitor, `/saksbehandling/${SLUG}${rest}`);

async function addsWithMistakes(visitor) {
  await follow(visitor, staff(visitor, '/skjema/nytt'));
  await checkPage(visitor, 'sporsmal-nytt');
  await visitor.page.locator('[name="kind"]').selectOption('one-choice');
  await fillIn(visitor, { theme_nb: 'Fritid', options_nb: 'Bare ett' });
  await press(visitor, 'change');
  await checkPage(visitor, 'sporsmal-feil', { status: 422 });
  await assertFilledIn(visitor, { theme_nb: 'Fritid', options_nb: 'Bare ett' });
  await fillIn(visitor, QUESTION);
  await press(visitor, 'change');
  assertAt(visitor, staff(visitor, '/skjema'));
  await checkPage(visitor, 'skjemaredigering-utkast');
  const row = visitor.page.locator('.paper').last();
  await toPage(visitor, () => row.locator('button[value="up"]').click());
}

async function changesAndRemoves(visitor) {
  await toPage(visitor, () => visitor.page.locator('.paper__title a').first().click());
  await checkPage(visitor, 'sporsmal');
  await press(visitor, 'remove');
  assert.equal(await visitor.page.locator('.papers > li').count(), 5);
}

async function publishes(visitor) {
  await fillIn(visitor, { reason_nb: REASON.reason_nb });
  await press(visitor, 'publish');
  await checkPage(visitor, 'skjemaredigering-feil', { status: 422 });
  await assertFilledIn(visitor, { reason_nb: REASON.reason_nb });
  await fillIn(visitor, REASON);
  await press(visitor, 'publish');
  await checkPage(visitor, 'skjemaredigering-publisert');
}

async function keepsTheCodebook(visitor) {
  await visitor.page.goto(staff(visitor, '/kodebok'));
  await checkPage(visitor, 'kodebok');
  await fillIn(visitor, { name_nb: 'Noe nytt', key: 'T 1' });
  await press(visitor, 'add');
  await checkPage(visitor, 'kodebok-feil', { status: 422 });
  await fillIn(visitor, { key: '' });
  await visitor.page.locator('[name="under"]').selectOption('M1');
  await press(visitor, 'add');
  await assertSays(visitor, 'T16 Noe nytt');
  await follow(visitor, staff(visitor, '/kodebok/T16'));
  await checkPage(visitor, 'kode');
  await press(visitor, 'remove');
  assertAt(visitor, staff(visitor, '/kodebok'));
}
