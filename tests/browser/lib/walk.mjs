// The steps that journeys share: addresses, logging in, filling in, sending.
import assert from 'node:assert/strict';

// The test login's people: their names stand on the buttons.
export const PERSONAS = {
  citizen: 'Torunn Eikeskarmyr',
  otherCitizen: 'Eivind Skogholtnes',
  reader: 'Lise Leservik',
  caseOfficer: 'Siri Sakslien',
  administrator: 'Arne Adminhaug',
};

export const SLUG = 'handlingsplan-for-barnevernet';
export const LANGUAGES = ['nb', 'nn', 'en'];
export const WIDTHS = [360, 1280];

/**
 * Every way a journey is walked: each language at each width, and once more in each language
 * without JavaScript.
 */
export const WAYS = [
  ...LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ language, width, js: true }))),
  { language: 'nb', width: 360, js: false },
  { language: 'nn', width: 1280, js: false },
  { language: 'en', width: 360, js: false },
];

/** For the long journeys of staff: each language, each width, and once without JavaScript. */
export const STAFF_WAYS = [
  { language: 'nb', width: 360, js: true },
  { language: 'nn', width: 1280, js: true },
  { language: 'en', width: 360, js: true },
  { language: 'nn', width: 360, js: false },
];

export const wayName = ({ language, width, js }) =>
  `${language}, ${width} px, ${js ? 'with' : 'without'} JavaScript`;

/** A path as the visitor's language has it. */
export function path({ language }, rest = '/') {
  return language === 'nb' ? rest : `/${language}${rest}`;
}

export const roundPath = (visitor) => path(visitor, `/horinger/${SLUG}`);
export const formPath = (visitor) => `${roundPath(visitor)}/innspill`;

/** Does something that leads to a page, and waits for that page; also when the address stays. */
export async function toPage(visitor, deed) {
  const { page } = visitor;
  // Together, so that a deed that fails is what is told, not the page that never came.
  await Promise.all([
    page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()),
    deed(),
  ]);
  await page.waitForLoadState('load');
}

export const follow = (visitor, href) =>
  toPage(visitor, () => visitor.page.locator(`main a[href="${href}"]`).first().click());

export function assertAt(visitor, expected) {
  assert.equal(new URL(visitor.page.url()).pathname, expected);
}

/** Chooses a persona on the login page that the visitor stands on. */
export async function chooseAndLogIn(visitor, persona) {
  const button = visitor.page.locator('main').getByRole('button', { name: persona });
  await toPage(visitor, () => button.click());
}

export async function logIn(visitor, persona, back = '/') {
  await visitor.page.goto(`${path(visitor, '/logg-inn')}?tilbake=${encodeURIComponent(path(visitor, back))}`);
  await chooseAndLogIn(visitor, persona);
}

/** Fills in fields by name; a radio button or a box is chosen by its value. */
export async function fillIn({ page }, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    const kind = await field.first().getAttribute('type');
    if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === 'checkbox') await field.setChecked(value);
    else await field.fill(value);
  }
}

export async function assertFilledIn({ page }, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const kind = await page.locator(`[name="${name}"]`).first().getAttribute('type');
    if (kind === 'radio') assert.ok(await page.locator(`[name="${name}"][value="${value}"]`).isChecked(), name);
    else assert.equal(await page.locator(`[name="${name}"]`).inputValue(), value, name);
  }
}

/** Presses the button of a deed; after a conflict, the first of the two that save. */
export const press = (visitor, deed) =>
  toPage(visitor, () => visitor.page.locator(`button[name="do"][value="${deed}"]`).first().click());

/** Sends from the page where the answers are checked. */
export const send = (visitor) =>
  toPage(visitor, () => visitor.page.locator('main form[action*="/kontroll"]').getByRole('button').click());

/** The reference of the receipt that the visitor stands on. */
export function referenceOf(visitor) {
  const { pathname } = new URL(visitor.page.url());
  const found = pathname.match(/\/mine-innspill\/([A-Z0-9]{8})$/);
  assert.ok(found, `not a receipt: ${pathname}`);
  return found[1];
}

/** A whole submission without looking around; returns its reference. */
export async function submit(visitor, persona, fields) {
  await logIn(visitor, persona, `/horinger/${SLUG}/innspill`);
  await fillIn(visitor, fields);
  await press(visitor, 'check');
  await send(visitor);
  return referenceOf(visitor);
}

export const textOf = ({ page }) => page.locator('main').innerText();

export async function assertSays(visitor, ...parts) {
  const text = await textOf(visitor);
  for (const part of parts) assert.ok(text.includes(part), `"${part}" is not on ${visitor.page.url()}:\n${text}`);
}
