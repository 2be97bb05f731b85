// Privacy, accessibility, and everything that is kept about oneself, in each language and width.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { PERSONAS, WAYS, assertAt, fillIn, follow, logIn, path, toPage, wayName } from './lib/walk.mjs';

after(closeBrowser);

for (const way of WAYS) {
  test(`what is kept of me, and how I get rid of it: ${wayName(way)}`, () => inHouse(async ({ visit }) => {
    const visitor = await visit(way);
    const { page } = visitor;
    await page.goto(path(visitor));
    await toPage(visitor, () => page.locator(`footer a[href="${path(visitor, '/personvern')}"]`).click());
    await checkPage(visitor, 'personvern');
    await toPage(visitor, () => page.locator(`footer a[href="${path(visitor, '/tilgjengelighet')}"]`).click());
    await checkPage(visitor, 'tilgjengelighet');
    const form = path(visitor, '/horinger/handlingsplan-for-barnevernet/innspill');
    await logIn(visitor, PERSONAS.citizen, '/horinger/handlingsplan-for-barnevernet/innspill');
    await fillIn(visitor, { 'answer-1': 'Halvferdig' });
    await toPage(visitor, () => page.locator('button[name="do"][value="save"]').first().click());
    assertAt(visitor, form);
    await page.goto(path(visitor, '/mine-innspill'));
    await follow(visitor, path(visitor, '/mine-innspill/opplysninger'));
    await checkPage(visitor, 'opplysninger');
    await follow(visitor, path(visitor, '/mine-innspill/opplysninger/slett'));
    await checkPage(visitor, 'opplysninger-slett');
    await fillIn(visitor, { kladder: true });
    await toPage(visitor, () => page.locator('main form').getByRole('button').click());
    assertAt(visitor, path(visitor, '/mine-innspill/opplysninger'));
    await checkPage(visitor, 'opplysninger-slettet');
    await follow(visitor, path(visitor, '/mine-innspill/opplysninger/slett'));
    assert.equal(await page.locator('main form').count(), 0);
    await checkPage(visitor, 'opplysninger-ingenting');
  }));
}
