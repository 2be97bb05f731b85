// An administrator invites consulted bodies; one answers by its link, another says that it has no comment.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, STAFF_WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, formPath, logIn, path, press, toPage,
  wayName,
} from './lib/walk.mjs';

const BODIES = ['Barneombudet', 'Velforeningen på Nordnes'];

after(closeBrowser);

for (const way of STAFF_WAYS) {
  test(`consulted bodies: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    const administrator = await visit(way);
    await keepsTheList(administrator);
    const links = (await service.waitForMails(BODIES.length))
      .map((mail) => mail.text.match(/https?:\/\/[^/]+(\/\S*invitert\/\w+)/)[1]);
    await hasNoComment(await visit(way), links[0]);
    await answers(await visit(way), links[1]);
    await seesThem(administrator);
  }));
}

const list = (visitor) => path(visitor, `/saksbehandling/${SLUG}/inviterte`);

async function keepsTheList(visitor) {
  await logIn(visitor, PERSONAS.administrator, `/saksbehandling/${SLUG}/inviterte`);
  await checkPage(visitor, 'inviterte-ingen');
  const wrong = `Barneombudet; post@example\n${BODIES[1]}`;
  await fillIn(visitor, { invitees_lines: wrong });
  await press(visitor, 'add');
  await assertFilledIn(visitor, { invitees_lines: wrong });
  await checkPage(visitor, 'inviterte-feil', { status: 422 });
  const lines = BODIES.map((name, place) => `${name}; post${place}@example.org; ${visitor.language}`);
  await fillIn(visitor, { invitees_lines: lines.join('\n') });
  await press(visitor, 'add');
  await checkPage(visitor, 'inviterte-lagt-til');
  await press(visitor, 'invite');
  await assertSays(visitor, ...BODIES);
  await fillIn(visitor, { reminder_days: '14, 3' });
  await press(visitor, 'plan');
  await checkPage(visitor, 'inviterte-planlagt');
}

async function hasNoComment(visitor, link) {
  await visitor.page.goto(link);
  await assertSays(visitor, BODIES[0]);
  await checkPage(visitor, 'invitert');
  await press(visitor, 'no-comment');
  assertAt(visitor, link);
  await checkPage(visitor, 'invitert-uten-merknad');
}

async function answers(visitor, link) {
  await visitor.page.goto(link);
  await toPage(visitor, () => visitor.page.locator('main a.ds-button').click());
  await toPage(visitor, () => visitor.page.locator('main').getByRole('button', { name: PERSONAS.citizen }).click());
  assertAt(visitor, link);
  await checkPage(visitor, 'invitert-innlogget');
  await press(visitor, 'begin');
  assertAt(visitor, formPath(visitor));
  await assertFilledIn(visitor, { organisation: BODIES[1] });
}

async function seesThem(visitor) {
  await visitor.page.goto(list(visitor));
  const states = await visitor.page.locator('tbody td:nth-child(3)').allInnerTexts();
  assert.equal(new Set(states).size, 2, states.join());
  await checkPage(visitor, 'inviterte');
  await follow(visitor, await visitor.page.locator('tbody th a').first().getAttribute('href'));
  await checkPage(visitor, 'inviterte-en');
  await fillIn(visitor, { address: 'ingen adresse' });
  await press(visitor, 'change');
  await checkPage(visitor, 'inviterte-en-feil', { status: 422 });
}
