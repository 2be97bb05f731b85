// The ways in: a link by letter, no login at all; and colleagues who write together.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, formPath, logIn, path, press,
  referenceOf, roundPath, send, toPage, wayName,
} from './lib/walk.mjs';

const TEXT = 'Lag og foreninger bør få svare samlet.';
const COLLEAGUE = 'Og vi vil høres igjen etterpå.';

after(closeBrowser);

for (const way of WAYS) {
  test(`a link by letter: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    importRound(service, 'e-mail');
    const visitor = await visit(way);
    await asksForALink(visitor);
    await usesTheLink(visitor, service);
    const reference = await sends(visitor, { role: 'organisation', organisation: 'Velforeningen', org_number: '' });
    const letters = await service.waitForMails(2);
    assert.ok(letters[1].text.includes('Velforeningen') && letters[1].text.includes('Kari Nordås'), letters[1].text);
    await visitor.page.goto(path(visitor, `/mine-innspill/${reference}`));
    await checkPage(visitor, 'kvittering-e-post');
    await visitor.page.goto(formPath(visitor));
    await checkPage(visitor, 'feil-vei-inn', { status: 401 });
  }));

  test(`without login: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    importRound(service, 'open');
    const visitor = await visit(way);
    await visitor.page.goto(path(visitor, '/horinger/prove-open'));
    await checkPage(visitor, 'runde-apen');
    await follow(visitor, path(visitor, '/horinger/prove-open/innspill'));
    assertAt(visitor, path(visitor, '/horinger/prove-open/start'));
    await checkPage(visitor, 'start');
    await toPage(visitor, () => visitor.page.locator('main form button').click());
    assertAt(visitor, path(visitor, '/horinger/prove-open/innspill'));
    await checkPage(visitor, 'skjema-apen');
    await fillIn(visitor, { role: 'self', name: 'Mia', 'answer-1': TEXT });
    await press(visitor, 'check');
    await checkPage(visitor, 'kontroll-apen');
    await send(visitor);
    await checkPage(visitor, 'kvittering-apen');
    await visitor.page.goto(path(visitor, '/horinger/prove-open/e-post'));
    await checkPage(visitor, 'e-post-apen');
  }));

  test(`colleagues write together: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const [owner, colleague] = [await visit(way), await visit(way)];
    const link = await invites(owner);
    await joins(colleague, link);
    const form = await writesToo(colleague);
    await meetsAConflict(owner, colleague, form);
    await press(colleague, 'check');
    await assertSays(colleague, 'Ola Dunk', 'Velforeningen');
    await checkPage(colleague, 'kontroll-sammen');
    await send(colleague);
    const reference = referenceOf(colleague);
    await checkPage(colleague, 'kvittering-sammen');
    await owner.page.goto(path(owner, `/mine-innspill/${reference}`));
    await assertSays(owner, 'Ola Dunk');
    await checkPage(owner, 'kvittering-kollega');
  }));
}

/** A small round of the sort `who`, open for long. */
function importRound(service, who) {
  const both = (name, text) => `[${name}]\nnb = "${text}"\nnn = "${text}"\n`;
  const file = `slug = "prove-${who}"\npublished = true\ncase_number = "1/26"\nannounced_on = 2023-06-01
opens_on = 2023-06-01\ncloses_on = 2099-12-31\nlate_counts = false\nwho_may_answer = "${who}"
who_may_answer_why = { nb = "Lag har ikke ID-porten.", nn = "Lag har ikkje ID-porten." }
[contact]\nname = "Kari"\nemail = "kari@example.org"\n${both('unit', 'Etaten')}${both('title', 'En prøve')}
${both('lede', 'Kort')}${both('body', 'Lengre')}${both('after', 'Etterpå')}
[[questions]]\ntheme = { nb = "Hjelp", nn = "Hjelp" }\nquestion = { nb = "Hva mener du?", nn = "Kva meiner du?" }\n`;
  const folder = mkdtempSync(join(tmpdir(), 'innspill-runde-'));
  try {
    writeFileSync(join(folder, 'runde.toml'), file);
    service.command('round', 'import', join(folder, 'runde.toml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function asksForALink(visitor) {
  await visitor.page.goto(path(visitor, '/horinger/prove-e-mail'));
  await checkPage(visitor, 'runde-e-post');
  await follow(visitor, path(visitor, '/horinger/prove-e-mail/innspill'));
  assertAt(visitor, path(visitor, '/horinger/prove-e-mail/e-post'));
  await checkPage(visitor, 'e-post');
  await fillIn(visitor, { address: 'kari' });
  await toPage(visitor, () => visitor.page.locator('main form button').click());
  await checkPage(visitor, 'e-post-feil', { status: 422 });
  await fillIn(visitor, { address: 'kari@example.org' });
  await toPage(visitor, () => visitor.page.locator('main form button').click());
  await checkPage(visitor, 'e-post-sendt');
}

async function usesTheLink(visitor, service) {
  const [letter] = await service.waitForMails(1);
  const link = letter.text.match(/^http\S+$/m)[0];
  await visitor.page.goto(link);
  await checkPage(visitor, 'lenke');
  await toPage(visitor, () => visitor.page.locator('main form button').click());
  assertAt(visitor, path(visitor, '/horinger/prove-e-mail/innspill'));
  await assertFilledIn(visitor, { email: 'kari@example.org' });
  const after_ = visitor.page.url();
  await visitor.page.goto(link);
  await checkPage(visitor, 'lenke-brukt', { status: 409 });
  await visitor.page.goto(after_);
}

async function sends(visitor, fields) {
  await fillIn(visitor, { ...fields, name: 'Kari Nordås', 'answer-1': TEXT });
  await press(visitor, 'check');
  await send(visitor);
  return referenceOf(visitor);
}

async function invites(visitor) {
  await logIn(visitor, PERSONAS.citizen, `${roundPath({ language: 'nb' })}/innspill?rolle=organisasjon`);
  await fillIn(visitor, { organisation: 'Velforeningen', org_number: '', name: 'Kari Nordås', email: 'kari@example.org', 'answer-1': TEXT });
  await press(visitor, 'save');
  await follow(visitor, `${formPath(visitor)}/sammen`);
  await checkPage(visitor, 'sammen-ingen');
  await fillIn(visitor, { name: '' });
  await press(visitor, 'invite');
  await checkPage(visitor, 'sammen-feil', { status: 422 });
  await fillIn(visitor, { name: 'Kari Nordås' });
  await press(visitor, 'invite');
  await checkPage(visitor, 'sammen');
  return visitor.page.locator('code.invitation-link').innerText();
}

async function joins(visitor, link) {
  await visitor.page.goto(link);
  await checkPage(visitor, 'invitasjon-ukjent');
  await logIn(visitor, PERSONAS.otherCitizen, new URL(link).pathname.replace(/^\/(nn|en)\//, '/'));
  await checkPage(visitor, 'invitasjon');
  await fillIn(visitor, { name: 'Ola Dunk' });
  await toPage(visitor, () => visitor.page.locator('main form button').click());
}

async function writesToo(visitor) {
  await checkPage(visitor, 'skjema-sammen');
  await assertFilledIn(visitor, { 'answer-1': TEXT });
  await fillIn(visitor, { 'answer-2': COLLEAGUE });
  await press(visitor, 'save');
  return visitor.page.url();
}

async function meetsAConflict(owner, colleague, form) {
  await owner.page.goto(form);
  await colleague.page.goto(form);
  await fillIn(colleague, { 'answer-3': 'Ja' });
  await press(colleague, 'save');
  await fillIn(owner, { 'answer-3': 'Nei' });
  await press(owner, 'save');
  await assertSays(owner, 'Ola Dunk');
  await checkPage(owner, 'konflikt-kollega', { status: 409 });
}
