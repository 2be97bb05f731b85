// A case officer reads and takes out what came in; an administrator moves the deadline.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, formPath, logIn,
  path, roundPath, submit, toPage, wayName,
} from './lib/walk.mjs';

const THIRD = 'Barna må få en fast kontaktperson. – «Noen som blir.»';
const FORMULA = '=HYPERLINK("https://example.org";"Klikk")';
const PERSON = {
  role: 'self', name: 'Kari Nordås', email: 'kari@example.org', 'answer-1': FORMULA, 'answer-3': THIRD,
};
const ORGANISATION = {
  role: 'organisation', organisation: 'Foreldrelaget på Landås', org_number: '974760673',
  name: 'Ola Nordås', email: 'ola@example.org', 'answer-3': 'Mer tid til hvert barn.',
};
const REASON = 'Vinterferien kom midt i fristen.';
const CLOSING = 'Alle som skulle svare, har svart.';
const EXTENDED_DAYS = 40;

after(closeBrowser);

for (const way of WAYS) {
  test(`a case officer's journey: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const quick = { js: false };
    const reference = await submit(await visit(quick), PERSONAS.citizen, PERSON);
    await submit(await visit(quick), PERSONAS.otherCitizen, ORGANISATION);
    const officer = await visit(way);
    await findsTheRound(officer);
    await filters(officer, reference);
    await readsOne(officer, reference);
    await readsTheThirdQuestion(officer);
    await readsTheCodebook(officer);
    await takesOut(officer);
    await officer.page.goto(staff(officer, `/${SLUG}/styring`));
    await checkPage(officer, 'saksbehandling-ikke-tilgang', { status: 403 });
  }));

  test(`an administrator's journey: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, `/saksbehandling/${SLUG}/styring`);
    await checkPage(administrator, 'styring');
    await extends_(administrator);
    const citizen = await visit(way);
    await citizen.page.goto(roundPath(citizen));
    await assertSays(citizen, REASON);
    await checkPage(citizen, 'runde-utsatt');
    await closesAndReopens(administrator, citizen);
    await readsTheLog(administrator, citizen);
  }));
}

async function readsTheLog(administrator, citizen) {
  const reference = await submit(citizen, PERSONAS.citizen, PERSON);
  await administrator.page.goto(staff(administrator, `/${SLUG}/innspill/${reference}`));
  await checkPage(administrator, 'saksbehandling-lest-av');
  await follow(administrator, staff(administrator, `/logg?gjelder=${reference}`));
  await assertSays(administrator, reference);
  await checkPage(administrator, 'logg-innspill');
  await administrator.page.goto(staff(administrator, '/logg'));
  await checkPage(administrator, 'logg');
  await administrator.page.locator('[name="hendelse"]').selectOption('submission.received');
  await toPage(administrator, () => administrator.page.locator('main form[method="get"] button').click());
  assert.equal(await administrator.page.locator('tbody tr').count(), 1);
  const coming = administrator.page.waitForEvent('download');
  await administrator.page.locator('main form[method="post"] button').click();
  assert.match(readFileSync(await (await coming).path(), 'utf8'), new RegExp(reference));
  await administrator.page.goto(staff(administrator, '/logg?fra=2026-06-02&til=2026-06-01'));
  await checkPage(administrator, 'logg-feil', { status: 422 });
  await administrator.page.goto(staff(administrator, '/logg?gjelder=ingenting'));
  await checkPage(administrator, 'logg-tom');
}

const staff = (visitor, rest = '') => path(visitor, `/saksbehandling${rest}`);

async function findsTheRound(officer) {
  await logIn(officer, PERSONAS.caseOfficer, '/saksbehandling');
  assertAt(officer, staff(officer));
  await checkPage(officer, 'saksbehandling');
  await follow(officer, staff(officer, `/${SLUG}`));
  await checkPage(officer, 'saksbehandling-innspill');
}

async function filters(officer, reference) {
  const list = staff(officer, `/${SLUG}`);
  const row = officer.page.locator(`main a[href*="/innspill/${reference}"]`);
  for (const [query, expected] of [['status=mottatt', 1], ['status=trukket', 0], ['for-sent=ja', 0]]) {
    await officer.page.goto(list);
    await follow(officer, `${list}?${query}`);
    assert.equal(await row.count() > 0 ? 1 : 0, expected, query);
    if (!expected) await checkPage(officer, `saksbehandling-innspill-${query.replace('=', '-')}`);
  }
  await officer.page.goto(list);
}

async function readsOne(officer, reference) {
  const link = officer.page.locator(`main a[href*="/innspill/${reference}"]`).first();
  await toPage(officer, () => link.click());
  await assertSays(officer, reference, FORMULA, THIRD, 'Kari Nordås');
  await checkPage(officer, 'saksbehandling-ett-innspill');
}

async function readsTheThirdQuestion(officer) {
  await officer.page.goto(staff(officer, `/${SLUG}`));
  const link = officer.page.locator(`a[href*="/${SLUG}/sporsmal/"]`).first();
  await toPage(officer, () => link.click());
  await follow(officer, staff(officer, `/${SLUG}/sporsmal/3`));
  await assertSays(officer, THIRD, ORGANISATION['answer-3']);
  await checkPage(officer, 'saksbehandling-sporsmal');
}

async function readsTheCodebook(officer) {
  await follow(officer, staff(officer, `/${SLUG}/kodebok`));
  await assertSays(officer, 'M1', 'T1', 'M4', 'T15');
  await checkPage(officer, 'saksbehandling-kodebok');
}

async function takesOut(officer) {
  await officer.page.goto(staff(officer, `/${SLUG}/eksport`));
  await checkPage(officer, 'saksbehandling-eksport');
  const csv = (await download(officer, 'csv')).toString('utf8');
  const [first, ...rest] = csv.split('\r\n').filter(Boolean);
  assert.equal(first.slice(0, 10), '\uFEFFtheme_no;');
  assert.equal(rest.length, 3, csv);
  assert.ok(csv.includes(THIRD), csv);
  assert.doesNotMatch(csv, /(^|;)"?=/m, 'a cell that a spreadsheet would run');
  const zip = await download(officer, 'zip');
  assert.equal(zip.subarray(0, 2).toString(), 'PK');
  for (const name of ['.csv', '.csv.provenance.json']) assert.ok(zip.includes(`${SLUG}-forelopig${name}`), name);
}

async function download({ page }, file) {
  const coming = page.waitForEvent('download');
  await page.locator(`button[name="file"][value="${file}"]`).click();
  return readFileSync(await (await coming).path());
}

const decide = (visitor, deed) =>
  toPage(visitor, () => visitor.page.locator(`button[name="do"][value="${deed}"]`).click());

/** Fills in the part of the page that belongs to one deed. */
async function decideWith(visitor, deed, fields) {
  for (const [name, value] of Object.entries(fields)) {
    await visitor.page.locator(`form:has(button[value="${deed}"]) [name="${name}"]`).fill(value);
  }
  await decide(visitor, deed);
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function extends_(administrator) {
  await decideWith(administrator, 'extend', { until_date: inDays(EXTENDED_DAYS) });
  await checkPage(administrator, 'styring-feil', { status: 422 });
  await assertFilledIn(administrator, { until_date: inDays(EXTENDED_DAYS) });
  await decideWith(administrator, 'extend', { reason_nb: REASON, reason_nn: REASON, reason_en: REASON });
  await assertSays(administrator, REASON);
  await checkPage(administrator, 'styring-utsatt');
}

async function closesAndReopens(administrator, citizen) {
  await decideWith(administrator, 'close', { reason_nb: CLOSING, reason_nn: CLOSING, reason_en: CLOSING });
  await checkPage(administrator, 'styring-avsluttet');
  await citizen.page.goto(roundPath(citizen));
  await assertSays(citizen, CLOSING);
  await checkPage(citizen, 'runde-avsluttet');
  await logIn(citizen, PERSONAS.citizen, `/horinger/${SLUG}/innspill`);
  await checkPage(citizen, 'skjema-avsluttet', { status: citizen.document.status() });
  assert.equal(await citizen.page.locator('[name="answer-1"]').count(), 0);
  await decideWith(administrator, 'reopen', { until_date: inDays(EXTENDED_DAYS), reason_nb: REASON });
  await checkPage(administrator, 'styring-gjenapnet');
  await citizen.page.goto(formPath(citizen));
  assert.equal(await citizen.page.locator('[name="answer-1"]').count(), 1);
}
