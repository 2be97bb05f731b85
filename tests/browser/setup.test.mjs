// An administrator makes a round from scratch, shares a preview of it and publishes it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, STAFF_WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, logIn, path, toPage, wayName,
} from './lib/walk.mjs';

const TITLE = 'Plan for Nygårdsparken';
const NEW = 'plan-for-nygardsparken';
const BODY = '## Bakgrunn\n\nParken er **gammel**.\n\n- benker\n- lys';
const TEXTS = {
  title_nn: 'Plan for Nygårdsparken', lede_nb: 'Parken skal rustes opp.', lede_nn: 'Parken skal rustast opp.',
  body_nb: BODY, body_nn: BODY.replace('gammel', 'gamal'),
};
const FACTS = {
  case_number: '2026/1016', unit_nb: 'Bymiljøetaten', unit_nn: 'Bymiljøetaten', contact_name: 'Kari Kontakt',
  contact_email: 'kari@example.org',
};

after(closeBrowser);

for (const way of STAFF_WAYS) {
  test(`an administrator makes a round: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, '/saksbehandling');
    await checkPage(administrator, 'saksbehandling-administrator');
    await makes(administrator);
    await writesTheTexts(administrator);
    await goesThroughTheParts(administrator);
    const colleague = await visit(way);
    await sharesAPreview(administrator, colleague);
    await plansAndPublishes(administrator);
    const citizen = await visit(way);
    await citizen.page.goto(path(citizen, `/horinger/${NEW}`));
    await assertSays(citizen, TITLE, 'Kari Kontakt');
    await checkPage(citizen, 'runde-laget-i-nettleseren');
    await correctsWhatIsPublic(administrator);
  }));
}

test('two change the same part at once, and the second sees both', () => inHouse(async ({ visit }) => {
  const way = { language: 'nb', width: 360, js: true };
  const [first, second] = [await visit(way), await visit(way)];
  await logIn(first, PERSONAS.administrator, '/saksbehandling/ny');
  await makes(first);
  for (const one of [first, second]) {
    if (one === second) await logIn(second, PERSONAS.administrator);
    await one.page.goto(setup(one, '/tekster'));
  }
  await fillIn(first, { lede_nb: 'Den første ingressen' });
  await press(first, 'save');
  await fillIn(second, { lede_nb: 'Den andre ingressen' });
  await press(second, 'save');
  await assertSays(second, 'Den første ingressen');
  await assertFilledIn(second, { lede_nb: 'Den andre ingressen' });
  await checkPage(second, 'oppsett-konflikt', { status: 422 });
}));

test('a draft that nobody has used is deleted', () => inHouse(async ({ visit }) => {
  const administrator = await visit({ language: 'nn', width: 360, js: true });
  await logIn(administrator, PERSONAS.administrator, '/saksbehandling');
  await makes(administrator);
  await follow(administrator, setup(administrator, '/slett'));
  await checkPage(administrator, 'oppsett-slett');
  await toPage(administrator, () => administrator.page.locator('main form button').click());
  assertAt(administrator, path(administrator, '/saksbehandling'));
  await checkPage(administrator, 'oppsett-slettet');
}));

const setup = (visitor, rest = '') => path(visitor, `/saksbehandling/${NEW}/oppsett${rest}`);

/** Presses one of the visible buttons of the form that is edited. */
const press = (visitor, deed) =>
  toPage(visitor, () => visitor.page.locator(`main .actions button[value="${deed}"]`).click());

async function makes(visitor) {
  await visitor.page.goto(path(visitor, '/saksbehandling/ny'));
  await checkPage(visitor, 'ny-horing');
  const make = () => visitor.page.locator('main form button[type="submit"]').click();
  await fillIn(visitor, { from: 'kopi' });
  await toPage(visitor, make);
  await checkPage(visitor, 'ny-horing-feil', { status: 422 });
  await fillIn(visitor, { title_nb: TITLE, from: 'fem-sporsmal' });
  await toPage(visitor, make);
  assertAt(visitor, setup(visitor));
  await checkPage(visitor, 'oppsett-nytt');
}

async function writesTheTexts(visitor) {
  await follow(visitor, setup(visitor, '/tekster'));
  await checkPage(visitor, 'oppsett-tekster');
  await fillIn(visitor, TEXTS);
  await press(visitor, 'preview');
  await assertSays(visitor, 'benker');
  assert.equal(await visitor.page.locator('.looks strong').first().innerText(), 'gammel');
  await checkPage(visitor, 'oppsett-tekster-sett');
  await assertFilledIn(visitor, TEXTS);
  await press(visitor, 'next');
  assertAt(visitor, setup(visitor, '/opplysninger'));
}

async function goesThroughTheParts(visitor) {
  await fillIn(visitor, { contact_email: 'ikke en adresse', slug: 'Feil Adresse' });
  await press(visitor, 'save');
  await checkPage(visitor, 'oppsett-opplysninger-feil', { status: 422 });
  await fillIn(visitor, { ...FACTS, slug: NEW });
  await visitor.page.locator('[name="previous"]').selectOption(SLUG);
  await press(visitor, 'next');
  await checkPage(visitor, 'oppsett-frister');
  await press(visitor, 'next');
  await checkPage(visitor, 'oppsett-deltakere');
  await press(visitor, 'next');
  assertAt(visitor, setup(visitor));
  await checkPage(visitor, 'oppsett');
}

async function sharesAPreview(administrator, colleague) {
  await fillIn(administrator, { label: 'Ledergruppen' });
  await toPage(administrator, () => administrator.page.locator('button[value="make-preview"]').click());
  await checkPage(administrator, 'oppsett-lenke');
  const link = await administrator.page.locator('.ds-alert a').first().getAttribute('href');
  await colleague.page.goto(new URL(link).pathname);
  await assertSays(colleague, TITLE, 'benker');
  await checkPage(colleague, 'forhandsvisning');
  await administrator.page.goto(setup(administrator));
  await toPage(administrator, () => administrator.page.locator('button[value="revoke-preview"]').click());
  await colleague.page.goto(new URL(link).pathname);
  await checkPage(colleague, 'forhandsvisning-slettet', { status: 404 });
}

async function plansAndPublishes(visitor) {
  await fillIn(visitor, { when: 'at' });
  const publish = () => visitor.page.locator('button[value="publish"]').click();
  await toPage(visitor, publish);
  await checkPage(visitor, 'oppsett-publisering-feil', { status: 422 });
  const dates = await visitor.page.locator('[name="publish_date"]');
  await dates.fill(inDays(3));
  await toPage(visitor, publish);
  await checkPage(visitor, 'oppsett-planlagt');
  await toPage(visitor, () => visitor.page.locator('button[value="call-off"]').click());
  await fillIn(visitor, { when: 'now' });
  await toPage(visitor, publish);
  await checkPage(visitor, 'oppsett-publisert');
}

async function correctsWhatIsPublic(visitor) {
  await visitor.page.goto(setup(visitor, '/tekster'));
  await fillIn(visitor, { lede_nb: 'Parken skal rustes opp i 2027.' });
  await press(visitor, 'save');
  await checkPage(visitor, 'oppsett-rettelse-feil', { status: 422 });
  await fillIn(visitor, { reason_nb: 'Årstallet manglet.', reason_nn: 'Årstalet mangla.' });
  await press(visitor, 'save');
  await checkPage(visitor, 'oppsett-rettet');
  for (const part of ['/frister', '/deltakere']) {
    await visitor.page.goto(setup(visitor, part));
    await checkPage(visitor, `oppsett-fast-${part.slice(1)}`);
  }
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
