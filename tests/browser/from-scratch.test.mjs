// An administrator makes the whole Bergen round with the pages alone, and runs it to its end: what the demo reads
// from a file is typed, and the two rounds are the same.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parse } from 'smol-toml';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, STAFF_WAYS, assertAt, assertSays, fillIn, follow, logIn, path, press, referenceOf, send, toPage,
  wayName,
} from './lib/walk.mjs';

// What the demo has that a new round cannot have: its address and its moments.
const OWN = ['slug', 'announced_on', 'opens_at', 'opens_on', 'closes_at', 'closes_on', 'published_at'];
const NEW = 'handlingsplan-for-barnevernet-2';
const REASON = {
  reason_nb: 'Mange ba om mer tid.', reason_nn: 'Mange bad om meir tid.', reason_en: 'Many asked for more time.',
};
const OUTCOME = {
  decision_nb: 'Bystyret vedtok planen med to endringer.', decision_nn: 'Bystyret vedtok planen med to endringar.',
  decision_en: 'The city council adopted the plan with two changes.', next_en: 'It applies from the new year.',
  decided_on: inDays(-1), case_number: 'Sak 212/23', decided_by_nb: 'Bergen bystyre', decided_by_nn: 'Bergen bystyre',
  next_nb: 'Planen gjelder fra nyttår.', next_nn: 'Planen gjeld frå nyttår.',
};
const ANSWER = 'Ein fast kontaktperson gjennom heile løpet. 🙂';
const PERSON = { role: 'self', name: 'Torunn', email: 'torunn@example.org', wants_outcome: true, 'answer-1': ANSWER };

after(closeBrowser);

for (const way of STAFF_WAYS) {
  test(`the Bergen round from scratch: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    // The round's address stands in those of its files, too.
    const exported = (slug) => parse(service.command('round', 'export', slug).replaceAll(NEW, SLUG));
    const bergen = exported(SLUG);
    const administrator = await visit(way);
    await logIn(administrator, PERSONAS.administrator, '/saksbehandling/ny');
    await writes(administrator, bergen);
    await asks(administrator, bergen);
    await addsPapers(administrator, bergen);
    await names(administrator, bergen);
    await publishes(administrator);
    assert.deepEqual(withoutOwn(exported(NEW)), withoutOwn(bergen));
    const citizen = await visit(way);
    const reference = await answers(citizen);
    await extendsAndCloses(administrator, citizen);
    await concludes(administrator, citizen);
    const letters = await service.waitForMails(2);
    assert.ok(letters.at(-1).text.includes(`/horinger/${NEW}/resultat`), letters.at(-1).text);
    await administrator.page.goto(staff(administrator, `/innspill/${reference}`));
    await assertSays(administrator, ANSWER);
    await checkPage(administrator, 'fra-bunnen-innspill');
  }));
}

const staff = (visitor, rest = '') => path(visitor, `/saksbehandling/${NEW}${rest}`);
const open = (visitor, rest) => visitor.page.goto(staff(visitor, rest));
const pressDeed = (visitor, deed) =>
  toPage(visitor, () => visitor.page.locator(`button[value="${deed}"]:visible`).first().click());

/** The fields of a form for a text in several languages. */
const inLanguages = (name, text) =>
  Object.fromEntries(Object.entries(text ?? {}).map(([language, words]) => [`${name}_${language}`, words]));

/** Fills in what may stand in a part that has to be opened first. */
async function unfold({ page }) {
  const folded = page.locator('main form details:not([open]) > summary');
  while (await folded.count()) await folded.first().click();
}

async function writes(visitor, bergen) {
  await fillIn(visitor, { title_nb: bergen.title.nb, title_nn: bergen.title.nn, from: 'ingenting' });
  await toPage(visitor, () => visitor.page.locator('main form button[type="submit"]').click());
  assertAt(visitor, staff(visitor, '/oppsett'));
  await checkPage(visitor, 'fra-bunnen-begynt');
  await open(visitor, '/oppsett/tekster');
  await unfold(visitor);
  const texts = { title: bergen.title, lede: bergen.lede, body: bergen.body, after: bergen.after };
  for (const [name, text] of Object.entries(texts)) await fillIn(visitor, inLanguages(name, text));
  await press(visitor, 'next');
  const { name, email, phone } = bergen.contact;
  await fillIn(visitor, {
    case_number: bergen.case_number, process: bergen.process, contact_name: name, contact_email: email,
    contact_phone: phone, ...inLanguages('unit', bergen.unit),
  });
  await press(visitor, 'next');
  await fillIn(visitor, { announced_on: inDays(0), opens_date: inDays(0), closes_date: inDays(50) });
  await press(visitor, 'next');
  await press(visitor, 'next');
  await checkPage(visitor, 'fra-bunnen-tekster');
}

async function asks(visitor, bergen) {
  for (const question of bergen.questions) {
    await open(visitor, '/skjema/nytt');
    await unfold(visitor);
    for (const [name, text] of [['theme', question.theme], ['wording', question.question], ['help', question.help]]) {
      await fillIn(visitor, inLanguages(name, text));
    }
    await fillIn(visitor, { max_chars: String(question.max_chars) });
    await press(visitor, 'change');
  }
  assertAt(visitor, staff(visitor, '/skjema'));
  await checkPage(visitor, 'fra-bunnen-skjema');
}

async function addsPapers(visitor, bergen) {
  for (const paper of bergen.documents) {
    const file = await visitor.page.request.get(`/horinger/${SLUG}/dokumenter/${paper.name}`);
    await open(visitor, '/dokumenter');
    await unfold(visitor);
    await visitor.page.locator('form[enctype] [name="file"]')
      .setInputFiles({ name: paper.name, mimeType: 'application/octet-stream', buffer: await file.body() });
    await visitor.page.locator('[name="kind"]').selectOption(paper.kind);
    await visitor.page.locator('[name="language"]').selectOption(paper.language);
    const { title, alt, caption, credit } = paper;
    for (const [name, text] of Object.entries({ title, alt, caption })) await fillIn(visitor, inLanguages(name, text));
    if (credit) await fillIn(visitor, { credit });
    await toPage(visitor, () => visitor.page.locator('form[enctype] button[type="submit"]').click());
  }
  await checkPage(visitor, 'fra-bunnen-dokumenter');
}

async function names(visitor, bergen) {
  const add = async (under, { key, name }) => {
    await open(visitor, '/kodebok');
    await visitor.page.locator('[name="under"]').selectOption(under);
    await fillIn(visitor, { key, ...inLanguages('name', name) });
    await press(visitor, 'add');
  };
  for (const goal of bergen.codes) {
    await add('', goal);
    for (const measure of goal.measures) await add(goal.key, measure);
  }
  await checkPage(visitor, 'fra-bunnen-kodebok');
}

async function publishes(visitor) {
  await open(visitor, '/oppsett');
  await checkPage(visitor, 'fra-bunnen-klar');
  await fillIn(visitor, { when: 'now' });
  await pressDeed(visitor, 'publish');
  await checkPage(visitor, 'fra-bunnen-publisert');
}

async function answers(citizen) {
  await citizen.page.goto(path(citizen));
  await follow(citizen, path(citizen, `/horinger/${NEW}`));
  await checkPage(citizen, 'fra-bunnen-runde');
  await logIn(citizen, PERSONAS.citizen, `/horinger/${NEW}/innspill`);
  await fillIn(citizen, PERSON);
  await press(citizen, 'check');
  await send(citizen);
  await checkPage(citizen, 'fra-bunnen-kvittering');
  return referenceOf(citizen);
}

/** Fills in the part of the page that belongs to one deed, and does it. */
async function decide(visitor, deed, fields) {
  await open(visitor, '/styring');
  for (const [name, value] of Object.entries(fields)) {
    await visitor.page.locator(`form:has(button[value="${deed}"]) [name="${name}"]`).fill(value);
  }
  await press(visitor, deed);
}

async function extendsAndCloses(administrator, citizen) {
  await decide(administrator, 'extend', { until_date: inDays(60), ...REASON });
  await checkPage(administrator, 'fra-bunnen-forlenget');
  await citizen.page.goto(path(citizen, `/horinger/${NEW}`));
  await assertSays(citizen, REASON[`reason_${citizen.language}`]);
  await checkPage(citizen, 'fra-bunnen-runde-forlenget');
  await decide(administrator, 'close', REASON);
  await checkPage(administrator, 'fra-bunnen-lukket');
}

async function concludes(administrator, citizen) {
  await open(administrator, '/resultat');
  await fillIn(administrator, OUTCOME);
  await press(administrator, 'publish');
  await checkPage(administrator, 'fra-bunnen-resultat-offentliggjort');
  await citizen.page.goto(path(citizen, `/horinger/${NEW}/resultat`));
  await assertSays(citizen, OUTCOME[`decision_${citizen.language}`]);
  await checkPage(citizen, 'fra-bunnen-resultat');
}

function withoutOwn(round) {
  const kept = Object.entries(round).filter(([name]) => !OWN.includes(name));
  return Object.fromEntries(kept);
}

function inDays(days) {
  const [day] = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo' }).format(Date.now() + days * 86_400_000).split(' ');
  return day;
}
