// The form that was filled in at home is handed in, with and without JavaScript.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { PERSONAS, SLUG, WAYS, assertAt, fillIn, formPath, logIn, path, press, toPage, wayName } from './lib/walk.mjs';

const OTHER = 'se-meg-hor-oss';
const SCAN = { name: 'skannet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nskannet\n%%EOF\n') };
const PROGRAM = { name: 'kjør.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\x90\0\x03\0\0\0') };

after(closeBrowser);

/** The form of a round, as it is downloaded. */
async function formOf({ page }, slug) {
  const answer = await page.request.get(`/horinger/${slug}/skjema.docx`);
  assert.equal(answer.status(), 200);
  return { name: `${slug}.docx`, mimeType: answer.headers()['content-type'], buffer: await answer.body() };
}

async function upload(visitor, file) {
  await visitor.page.locator('#fil').setInputFiles(file);
  await visitor.page.locator('form:has(#fil) button[type=submit]').click();
}

/** From the form to the page where a filled-in one is handed in. */
async function toUpload(visitor) {
  await toPage(visitor, () => visitor.page.locator(`main a[href="${formPath(visitor)}/last-opp"]`).click());
  assertAt(visitor, `${formPath(visitor)}/last-opp`);
}

const noticeOf = ({ page }) => page.locator('.ds-alert h2').first().innerText();

for (const way of WAYS) {
  test(`a form that was filled in at home: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const visitor = await visit(way);
    const [own, others] = [await formOf(visitor, SLUG), await formOf(visitor, OTHER)];
    await logIn(visitor, PERSONAS.citizen, path(visitor, `/horinger/${SLUG}/innspill`).replace(/^\/(nn|en)/, ''));
    await toUpload(visitor);
    await checkPage(visitor, 'last-opp');
    await isRefused(visitor);
    await toPage(visitor, () => upload(visitor, own));
    assertAt(visitor, formPath(visitor));
    assert.ok((await noticeOf(visitor)).includes(own.name));
    await checkPage(visitor, 'skjema-lest');
    await fillIn(visitor, { role: 'self', name: 'Torunn', email: 't@example.org', language: visitor.language, 'answer-1': 'Ja' });
    await press(visitor, 'files');
    await toPage(visitor, () => visitor.page.locator('.file-list .actions button').first().click());
    for (const [file, name] of [[others, 'skjema-annen-runde'], [SCAN, 'skjema-skannet']]) {
      await visitor.page.goto(`${formPath(visitor)}/last-opp`);
      assert.equal(await visitor.page.locator('input[name=foran]').count(), 2);
      await checkPage(visitor, 'last-opp-valg');
      await toPage(visitor, () => upload(visitor, file));
      assert.ok((await noticeOf(visitor)).includes(file.name));
      await checkPage(visitor, name);
    }
  }));
}

async function isRefused(visitor) {
  const { page, js } = visitor;
  if (js) await upload(visitor, PROGRAM);
  else await toPage(visitor, () => upload(visitor, PROGRAM));
  await page.locator('[data-error-summary]').waitFor();
  assert.ok((await page.locator('#fil-mistake').innerText()).includes(PROGRAM.name));
  // The script asked, and the answer 422 is what it is meant to be.
  if (js) visitor.faults.splice(0).forEach((fault) => assert.match(fault, /422/));
  await checkPage(visitor, 'last-opp-feil', { status: js ? 200 : 422 });
}
