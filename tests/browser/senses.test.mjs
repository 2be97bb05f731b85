// By keyboard alone, in forced colours, in the dark; and the pages for what is not there.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { tabTo } from './lib/keyboard.mjs';
import {
  LANGUAGES, PERSONAS, SLUG, WIDTHS, assertAt, formPath, logIn, path, referenceOf, roundPath,
  submit, toPage,
} from './lib/walk.mjs';

const SUBMISSION = { role: 'self', name: 'Kari', email: 'k@example.org', 'answer-3': 'Barna må bli hørt.' };

after(closeBrowser);

for (const width of WIDTHS) {
  test(`a whole submission by keyboard alone at ${width} px`, () => inHouse(async ({ visit }) => {
    const visitor = await visit({ width });
    const { keyboard } = visitor.page;
    await visitor.page.goto(roundPath(visitor));
    await tabTo(visitor, 'a[href^="#"]');
    await keyboard.press('Enter');
    assert.ok(await visitor.page.evaluate(() => document.activeElement.closest('main')), 'skip link');
    await tabTo(visitor, `a[href="${formPath(visitor)}"]`);
    await toPage(visitor, () => keyboard.press('Enter'));
    await tabTo(visitor, 'main button');
    await toPage(visitor, () => keyboard.press('Enter'));
    await tabTo(visitor, '[name="role"]');
    await keyboard.press('Space');
    for (const [name, value] of [['name', 'Kari'], ['email', 'k@example.org'], ['answer-1', 'Hei']]) {
      await tabTo(visitor, `[name="${name}"]`);
      await keyboard.press('Control+A');
      await keyboard.type(value);
    }
    await tabTo(visitor, 'button[value="check"]');
    await toPage(visitor, () => keyboard.press('Enter'));
    await tabTo(visitor, 'main form[action*="/kontroll"] button');
    await toPage(visitor, () => keyboard.press('Enter'));
    referenceOf(visitor);
  }));
}

const LOOKS = {
  'tvungne-farger': { forcedColors: 'active' },
  'morke-tvungne-farger': { forcedColors: 'active', colorScheme: 'dark' },
  mork: { colorScheme: 'dark' },
};

for (const [look, options] of Object.entries(LOOKS)) {
  test(`every page in the look "${look}"`, () => inHouse(async ({ visit }) => {
    const visitor = await visit({ ...options, width: 1280 });
    const reference = await submit(visitor, PERSONAS.citizen, SUBMISSION);
    const pages = {
      runder: '/', runde: roundPath(visitor), 'logg-inn': '/logg-inn', skjema: formPath(visitor),
      kvittering: `/mine-innspill/${reference}`, 'mine-innspill': '/mine-innspill',
    };
    for (const [name, address] of Object.entries(pages)) {
      await visitor.page.goto(address);
      // axe reads the page's own colours where the reader's are shown instead.
      await checkPage(visitor, `${name}-${look}`, { without: options.forcedColors ? ['color-contrast'] : [] });
      if (options.forcedColors) await assertButtonsHaveEdges(visitor);
    }
  }));
}

/** Forced colours take backgrounds away; an edge is what is left of a button. */
async function assertButtonsHaveEdges({ page }) {
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('button, input:not([type=hidden]), textarea, select')]
      .filter((element) => element.checkVisibility() && element.type !== 'radio' && element.type !== 'checkbox')
      .filter((element) => parseFloat(getComputedStyle(element).borderTopWidth) === 0)
      .map((element) => element.outerHTML.slice(0, 90)));
  assert.deepEqual(bare, [], page.url());
}

for (const language of LANGUAGES) {
  test(`what is not there, and what is not yours, says so kindly: ${language}`, () =>
    inHouse(async ({ visit }) => {
      const visitor = await visit({ language, width: 360 });
      await visitor.page.goto(path(visitor, '/finnes-ikke'));
      await checkPage(visitor, 'finnes-ikke', { status: 404 });
      await visitor.page.goto(path(visitor, '/horinger/finnes-ikke'));
      await checkPage(visitor, 'runde-finnes-ikke', { status: 404 });
      await visitor.page.goto(path(visitor, '/saksbehandling'));
      assertAt(visitor, path(visitor, '/logg-inn'));
      await logIn(visitor, PERSONAS.citizen);
      await visitor.page.goto(path(visitor, '/saksbehandling'));
      await checkPage(visitor, 'ikke-tilgang', { status: 403 });
      await visitor.page.goto(path(visitor, '/mine-innspill/ABCDEFGH'));
      await checkPage(visitor, 'kvittering-finnes-ikke', { status: 404 });
      await visitor.page.goto(path(visitor, '/mine-innspill'));
      await checkPage(visitor, 'mine-innspill-tom');
    }));
}

test('the language switch keeps the page', () => inHouse(async ({ visit }) => {
  const visitor = await visit({});
  await visitor.page.goto(roundPath(visitor));
  for (const [language, name] of [['nn', 'nynorsk'], ['en', 'English'], ['nb', 'bokmål']]) {
    const link = visitor.page.locator('header').getByRole('link', { name: new RegExp(name, 'i') });
    await toPage(visitor, () => link.click());
    assertAt(visitor, path({ language }, `/horinger/${SLUG}`));
    assert.equal(await visitor.page.locator('html').getAttribute('lang'), language);
  }
}));
