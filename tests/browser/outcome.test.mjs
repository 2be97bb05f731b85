// An administrator corrects, closes and concludes a round, and puts it away; everyone reads what came of it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, STAFF_WAYS, assertAt, assertFilledIn, assertSays, fillIn, logIn, path, press, roundPath, submit,
  textOf, toPage, wayName,
} from './lib/walk.mjs';

const PERSON = {
  role: 'self', name: 'Kari Nordås', email: 'kari@example.org', wants_outcome: true, 'answer-1': 'Om utkastet.',
};
const CORRECTION = { reason_nb: 'Tabell 2 er rettet.', reason_nn: 'Tabell 2 er retta.', reason_en: 'Table 2 is corrected.' };
const CLOSING = 'Alle som skulle svare, har svart.';
const PART = { decision_nb: 'Planen er **vedtatt**.' };
const REST = {
  decision_nn: 'Planen er vedteken.',
  decision_en: 'The plan is adopted.',
  decided_on: '2026-12-16',
  case_number: 'Sak 212/26',
  decided_by_nb: 'Bergen bystyre',
  next_nb: 'Planen gjelder fra nyttår.',
  next_nn: 'Planen gjeld frå nyttår.',
  next_en: 'The plan applies from the new year.',
  revision_nb: 'Våren 2030',
  revision_nn: 'Våren 2030',
};

after(closeBrowser);

for (const way of STAFF_WAYS) {
  test(`a round is concluded: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const citizen = await visit(way);
    await submit(citizen, PERSONAS.citizen, PERSON);
    await checkPage(citizen, 'kvittering-vil-vite-resultatet');
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, `/saksbehandling/${SLUG}/styring`);
    await decideWith(administrator, 'correct', CORRECTION);
    await citizen.page.goto(roundPath(citizen));
    await assertSays(citizen, CORRECTION[`reason_${way.language}`]);
    await checkPage(citizen, 'runde-rettelse');
    await decideWith(administrator, 'close', { reason_nb: CLOSING });
    await checkPage(administrator, 'styring-etter-fristen');
    await concludes(administrator);
    await everyoneReadsIt(citizen);
    await putsAway(administrator, citizen);
  }));
}

const staff = (visitor, room) => path(visitor, `/saksbehandling/${SLUG}/${room}`);

/** Fills in the part of the page that belongs to one deed. */
async function decideWith(visitor, deed, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await visitor.page.locator(`form:has(button[value="${deed}"]) [name="${name}"]`).fill(value);
  }
  await press(visitor, deed);
}

async function concludes(administrator) {
  await administrator.page.goto(staff(administrator, 'resultat'));
  await checkPage(administrator, 'resultat-tomt');
  await fillIn(administrator, PART);
  await press(administrator, 'publish');
  await checkPage(administrator, 'resultat-feil', { status: 422 });
  await assertFilledIn(administrator, PART);
  await press(administrator, 'save');
  await checkPage(administrator, 'resultat-lagret');
  await administrator.page.goto(path(administrator, `/horinger/${SLUG}/resultat`));
  await checkPage(administrator, 'resultat-forhandsvist');
  await administrator.page.goto(staff(administrator, 'resultat'));
  await fillIn(administrator, REST);
  await press(administrator, 'publish');
  assertAt(administrator, staff(administrator, 'resultat'));
  await checkPage(administrator, 'resultat-offentliggjort');
}

async function everyoneReadsIt(citizen) {
  await citizen.page.goto(roundPath(citizen));
  await checkPage(citizen, 'runde-konkludert');
  const link = citizen.page.locator('.round-card a').first();
  await toPage(citizen, () => link.click());
  assertAt(citizen, path(citizen, `/horinger/${SLUG}/resultat`));
  await assertSays(citizen, 'Sak 212/26', 'Bergen bystyre', REST[`next_${citizen.language}`]);
  await checkPage(citizen, 'resultat');
}

async function putsAway(administrator, citizen) {
  await administrator.page.goto(staff(administrator, 'styring'));
  await press(administrator, 'archive');
  await checkPage(administrator, 'styring-arkivert');
  await citizen.page.goto(path(citizen));
  assert.ok(!(await textOf(citizen)).includes('Handlingsplan for barnevernet'));
  await citizen.page.goto(roundPath(citizen));
  await checkPage(citizen, 'runde-arkivert');
}
