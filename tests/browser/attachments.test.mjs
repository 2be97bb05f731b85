// Files from the citizen's form to the staff's page, with and without JavaScript.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, WAYS, assertAt, fillIn, follow, formPath, logIn, path, press, referenceOf, send, toPage,
  wayName,
} from './lib/walk.mjs';

const PDF = { name: 'Kart over Blåbærhøgda.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nEt kart\n%%EOF\n') };
const TEXT = { name: `${'et-svært-langt-navn-uten-mellomrom-'.repeat(3)}.txt`, mimeType: 'text/plain', buffer: Buffer.from('Notat') };
const NEW = { name: 'Nytt notat.txt', mimeType: 'text/plain', buffer: Buffer.from('Nytt') };
const PROGRAM = { name: 'kjør.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\x90\0\x03\0\0\0') };
const EMPTY = { name: 'tom.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
const large = (megabytes) => ({ name: 'stor.txt', mimeType: 'text/plain', buffer: Buffer.alloc(megabytes * 1_000_000, 'a') });
const SHA256 = /\b[0-9a-f]{64}\b/;

const answered = (language) => ({
  role: 'self', name: 'Torunn Eikeskarmyr', email: 'torunn@example.org', language, 'answer-1': 'Se kartet',
});
const filesPath = (visitor) => `${formPath(visitor)}/vedlegg`;
const namesOn = ({ page }) => page.locator('main .file-list__name').allInnerTexts();

after(closeBrowser);

/** Chooses files in the field and presses the button beside it. */
async function upload(visitor, files, field = '#fil') {
  await visitor.page.locator(field).setInputFiles(files);
  await visitor.page.locator(`form:has(${field}) button[type=submit]`).click();
}

async function toFiles(visitor, persona = PERSONAS.citizen) {
  await logIn(visitor, persona, `/horinger/${SLUG}/innspill`);
  await fillIn(visitor, answered(visitor.language));
  await press(visitor, 'files');
  assertAt(visitor, filesPath(visitor));
}

for (const way of WAYS) {
  test(`files go with a submission: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const visitor = await visit(way);
    await toFiles(visitor);
    await checkPage(visitor, 'vedlegg-ingen');
    await toPage(visitor, () => upload(visitor, [PDF, TEXT]));
    assert.deepEqual(await namesOn(visitor), [PDF.name, TEXT.name]);
    await checkPage(visitor, 'vedlegg');
    await isRefused(visitor);
    await replacesAndRemoves(visitor);
    await sendsThem(visitor);
    await areReadByStaff(await visit(way), referenceOf(visitor));
  }));
}

async function isRefused(visitor) {
  const { page, js } = visitor;
  const summary = page.locator('[data-error-summary]');
  if (js) await upload(visitor, [PROGRAM, EMPTY]);
  else await toPage(visitor, () => upload(visitor, [PROGRAM, EMPTY]));
  await summary.waitFor();
  assert.equal(await summary.evaluate((group) => group === document.activeElement), true, 'focus');
  const told = await summary.getByRole('link').allInnerTexts();
  assert.deepEqual(told, await page.locator('#fil-mistake p').allInnerTexts());
  assert.equal(told.length, 2);
  assert.ok(told[0].includes(PROGRAM.name) && told[1].includes(EMPTY.name), told.join('\n'));
  assert.equal(await page.locator('#fil').getAttribute('aria-invalid'), 'true');
  // The script asked, and the answer 422 is what it is meant to be.
  if (js) visitor.faults.splice(0).forEach((fault) => assert.match(fault, /422/));
  await checkPage(visitor, 'vedlegg-feil', { status: js ? 200 : 422 });
  await summary.getByRole('link').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'fil');
}

async function replacesAndRemoves(visitor) {
  const { page } = visitor;
  const second = page.locator('.file-list > li').nth(1);
  await second.locator('summary').focus();
  await page.keyboard.press('Enter');
  await checkPage(visitor, 'vedlegg-bytt', { status: visitor.document.status() });
  const field = await second.locator('input[type=file]').getAttribute('id');
  await toPage(visitor, () => upload(visitor, NEW, `[id="${field}"]`));
  assert.deepEqual(await namesOn(visitor), [PDF.name, NEW.name]);
  await toPage(visitor, () => upload(visitor, TEXT));
  const last = page.locator('.file-list > li').nth(2);
  await toPage(visitor, () => last.locator('.actions button').press('Enter'));
  assert.deepEqual(await namesOn(visitor), [PDF.name, NEW.name]);
  await checkPage(visitor, 'vedlegg-tatt-bort');
}

async function sendsThem(visitor) {
  const { page } = visitor;
  await toPage(visitor, () => page.locator(`main a.ds-button[href="${formPath(visitor)}"]`).click());
  assert.deepEqual(await namesOn(visitor), [PDF.name, NEW.name]);
  await checkPage(visitor, 'skjema-vedlegg');
  // Enter in a field goes on to check, past the button to the files.
  await toPage(visitor, () => page.locator('#name').press('Enter'));
  assertAt(visitor, `${formPath(visitor)}/kontroll`);
  await checkPage(visitor, 'kontroll-vedlegg');
  await send(visitor);
  assert.deepEqual(await namesOn(visitor), [PDF.name, NEW.name]);
  assert.match(await page.locator('main .file-list').innerText(), SHA256);
  await checkPage(visitor, 'kvittering-vedlegg');
  await isSaved(visitor);
}

async function isSaved({ page }) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main .file-list a').first().click(),
  ]);
  assert.equal(download.suggestedFilename(), PDF.name);
  assert.deepEqual(readFileSync(await download.path()), PDF.buffer);
}

async function areReadByStaff(visitor, reference) {
  await logIn(visitor, PERSONAS.caseOfficer, `/saksbehandling/${SLUG}`);
  await checkPage(visitor, 'innspill-med-vedlegg');
  await follow(visitor, path(visitor, `/saksbehandling/${SLUG}/innspill/${reference}`));
  assert.deepEqual(await namesOn(visitor), [PDF.name, NEW.name]);
  await checkPage(visitor, 'ett-innspill-med-vedlegg');
  await isSaved(visitor);
}

/** A line that can be made slow, in bytes a second (-1 is as fast as it goes), or cut. */
async function lineOf({ page, context }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  return (uploadThroughput, offline = false) => devtools.send('Network.emulateNetworkConditions', {
    offline, uploadThroughput, latency: 0, downloadThroughput: -1,
  });
}

test('a long upload shows how far it has come, and can be cancelled and tried again', () => inHouse(async ({ visit }) => {
  const visitor = await visit({ width: 360 });
  const { page } = visitor;
  await toFiles(visitor);
  const line = await lineOf(visitor);
  await line(400_000);
  await upload(visitor, large(4));
  const progress = page.getByRole('progressbar');
  await page.waitForFunction(() => document.querySelector('progress').value >= 25);
  assert.match(await progress.getAttribute('id'), /^fil-/);
  const label = page.locator('label:has(+ progress)');
  assert.match(await label.innerText(), /^Laster opp: \d+ prosent$/);
  assert.match(await page.locator('form:has(#fil) [role=status]').innerText(), /^Laster opp: \d+ prosent$/);
  await checkPage(visitor, 'vedlegg-laster-opp');
  const cancel = page.getByRole('button', { name: 'Avbryt' });
  assert.equal(await cancel.evaluate((button) => button === document.activeElement), true, 'focus');
  await page.keyboard.press('Enter');
  await page.getByText('Opplastingen er avbrutt.').waitFor();
  assert.equal(await progress.isVisible(), false);
  assert.equal(await page.locator('#fil').evaluate((field) => field.files.length), 1, 'still chosen');
  await line(-1, true);
  await page.locator('form:has(#fil) button[type=submit]').click();
  await page.getByText('Vi fikk ikke lastet opp.').waitFor();
  await line(-1);
  visitor.faults.splice(0);
  await toPage(visitor, () => page.locator('form:has(#fil) button[type=submit]').click());
  assert.deepEqual(await namesOn(visitor), ['stor.txt']);
}));

test('an upload after the session has ended says so and keeps the page', () => inHouse(async ({ visit }) => {
  const visitor = await visit({ width: 360 });
  await toFiles(visitor);
  await visitor.context.clearCookies();
  await upload(visitor, PDF);
  await visitor.page.getByText('Du er logget ut.').waitFor();
  assertAt(visitor, filesPath(visitor));
  assert.equal(await visitor.page.locator('#fil').evaluate((field) => field.files.length), 1, 'still chosen');
}));
