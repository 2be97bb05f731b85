// Roles are given and taken away in the browser; a one-time link lets an administrator in.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, logIn, path, press, toPage, wayName,
} from './lib/walk.mjs';

const NAME = 'Torunn fra Landås';

after(closeBrowser);

for (const way of WAYS) {
  test(`somebody is given a role: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const [colleague, administrator] = [await visit(way), await visit(way)];
    const known = await asksForAccess(colleague);
    await logIn(administrator, PERSONAS.administrator, '/saksbehandling/tilganger');
    await checkPage(administrator, 'tilganger-ingen');
    await givesWithMistakes(administrator);
    await gives(administrator, known);
    await worksInOneRound(colleague);
    await takesAway(administrator);
    await colleague.page.goto(path(colleague, `/saksbehandling/${SLUG}`));
    await checkPage(colleague, 'ingen-rolle-igjen', { status: 403 });
  }));

  test(`an administrator comes in by a link: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    const link = new URL(service.command('staff', 'login-link').trim());
    const visitor = await visit(way);
    await visitor.page.goto(path(visitor, link.pathname));
    await checkPage(visitor, 'engangslenke');
    await usesLink(visitor);
    assertAt(visitor, path(visitor, '/saksbehandling/tilganger'));
    await checkPage(visitor, 'tilganger-med-lenke');
    await visitor.page.goto(path(visitor, link.pathname));
    await usesLink(visitor);
    await checkPage(visitor, 'engangslenke-brukt', { status: 409 });
  }));
}

const usesLink = (visitor) => toPage(visitor, () => visitor.page.locator('main form button').click());

/** Finds no way in, and reads what to send to the administrator. */
async function asksForAccess(visitor) {
  await logIn(visitor, PERSONAS.citizen, '/saksbehandling');
  await checkPage(visitor, 'ingen-rolle', { status: 403 });
  const [issuer, subject] = await visitor.page.locator('main dl code').allInnerTexts();
  assert.ok(issuer && subject);
  return { issuer, subject };
}

async function givesWithMistakes(visitor) {
  await fillIn(visitor, { name: NAME });
  await press(visitor, 'give');
  await checkPage(visitor, 'tilganger-feil', { status: 422 });
  await assertFilledIn(visitor, { name: NAME });
}

async function gives(visitor, known) {
  await fillIn(visitor, { ...known, name: NAME, role: 'case-officer' });
  await visitor.page.locator('[name="round"]').selectOption(SLUG);
  await press(visitor, 'give');
  await assertSays(visitor, NAME, known.subject);
  await checkPage(visitor, 'tilganger-gitt');
}

async function worksInOneRound(visitor) {
  const home = path(visitor, '/saksbehandling');
  await visitor.page.goto(home);
  assert.equal(await visitor.page.locator('main tbody tr').count(), 1);
  await checkPage(visitor, 'saksbehandling-en-horing');
  await follow(visitor, `${home}/${SLUG}`);
  await follow(visitor, `${home}/${SLUG}/eksport`);
}

async function takesAway(visitor) {
  await press(visitor, 'take');
  assert.equal(await visitor.page.locator('main tbody tr').count(), 0);
  await checkPage(visitor, 'tilganger-tatt');
}
