// An administrator adds and replaces a round's documents; everyone reads what changed, and why.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, WAYS, assertAt, assertFilledIn, assertSays, fillIn, follow, formPath, logIn, path, press,
  roundPath, submit, toPage, wayName,
} from './lib/walk.mjs';

const PICTURE = readFileSync(new URL('../../config/demo/documents/utekontakten.jpg', import.meta.url));
const DRAFT = 'horingsutkast.pdf';
const REASON = { reason_nb: 'Tabell 3 hadde feil tal.', reason_nn: 'Tabell 3 hadde feil tal (nynorsk).', reason_en: 'Table 3 had wrong figures.' };
const TITLES = { title_nb: 'Notat om økonomien i planen', title_nn: 'Notat om økonomien i planen', title_en: 'Note on the costs of the plan' };
const PERSON = { role: 'self', name: 'Kari Nordås', email: 'kari@example.org', 'answer-1': 'Om utkastet.' };

after(closeBrowser);

for (const way of WAYS) {
  test(`an administrator keeps the documents: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const citizen = await visit(way);
    const reference = await submit(citizen, PERSONAS.citizen, PERSON);
    const begun = await visit(way);
    await logIn(begun, PERSONAS.otherCitizen, `/horinger/${SLUG}/innspill`);
    await fillIn(begun, { ...PERSON, name: 'Eivind' });
    await press(begun, 'save');
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, `/saksbehandling/${SLUG}/dokumenter`);
    await checkPage(administrator, 'dokumenter');
    await addsWithMistakes(administrator);
    await adds(administrator);
    await replaces(administrator);
    await everyoneReadsIt(await visit(way));
    await citizen.page.goto(path(citizen, `/mine-innspill/${reference}`));
    await assertSays(citizen, reasonIn(citizen));
    await checkPage(citizen, 'kvittering-dokument-byttet');
    await begun.page.goto(formPath(begun));
    await assertSays(begun, reasonIn(begun));
    await checkPage(begun, 'skjema-dokument-byttet');
  }));
}

const papers = (visitor, rest = '') => path(visitor, `/saksbehandling/${SLUG}/dokumenter${rest}`);
const reasonIn = ({ language }) => REASON[`reason_${language}`];

/** A whole PDF, as small as they come. */
function pdf(text) {
  return Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n`
    + `% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

async function choose({ page }, name, buffer) {
  await page.locator('form[enctype] [name="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

const sendForm = (visitor) =>
  toPage(visitor, () => visitor.page.locator('form[enctype] button[type="submit"]').click());

async function addsWithMistakes(visitor) {
  await choose(visitor, 'bilde.jpg', PICTURE);
  await visitor.page.locator('[name="kind"]').selectOption('picture');
  await fillIn(visitor, { title_en: 'Only in English' });
  await sendForm(visitor);
  assertAt(visitor, papers(visitor));
  await checkPage(visitor, 'dokumenter-feil', { status: 422 });
  await assertFilledIn(visitor, { title_en: 'Only in English' });
}

async function adds(visitor) {
  await visitor.page.goto(papers(visitor));
  await choose(visitor, 'Notat – økonomi.pdf', pdf('notat'));
  await visitor.page.locator('[name="kind"]').selectOption('case_document');
  await visitor.page.locator('[name="language"]').selectOption('nb');
  await fillIn(visitor, TITLES);
  await sendForm(visitor);
  await assertSays(visitor, TITLES[`title_${visitor.language}`], 'notat-okonomi.pdf');
  await checkPage(visitor, 'dokumenter-lagt-til');
  const up = visitor.page.locator('.paper', { hasText: 'notat-okonomi.pdf' }).locator('button[value="up"]');
  await toPage(visitor, () => up.click());
  await checkPage(visitor, 'dokumenter-flyttet');
}

async function replaces(visitor) {
  await follow(visitor, papers(visitor, `/${DRAFT}`));
  await checkPage(visitor, 'dokument');
  await choose(visitor, 'nytt.pdf', pdf('nytt'));
  await fillIn(visitor, { reason_nb: REASON.reason_nb });
  await sendForm(visitor);
  await checkPage(visitor, 'dokument-feil', { status: 422 });
  await assertFilledIn(visitor, { reason_nb: REASON.reason_nb });
  await choose(visitor, 'nytt.pdf', pdf('nytt'));
  await fillIn(visitor, REASON);
  await sendForm(visitor);
  await assertSays(visitor, reasonIn(visitor));
  await checkPage(visitor, 'dokument-byttet');
}

async function everyoneReadsIt(visitor) {
  await visitor.page.goto(roundPath(visitor));
  await assertSays(visitor, reasonIn(visitor), TITLES[`title_${visitor.language}`]);
  await checkPage(visitor, 'runde-dokument-byttet');
  const earlier = await visitor.page.request.get(`${roundPath(visitor)}/dokumenter/${DRAFT}/1`);
  assert.equal(earlier.status(), 200);
  assert.equal(earlier.headers()['content-type'], 'application/pdf');
  const present = await visitor.page.request.get(`${roundPath(visitor)}/dokumenter/${DRAFT}`);
  assert.deepEqual(await present.body(), pdf('nytt'));
}
