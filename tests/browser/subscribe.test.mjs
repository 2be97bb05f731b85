// Letters about new rounds: asked for, confirmed and stopped, in each language and width.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { WAYS, assertAt, fillIn, path, toPage, wayName } from './lib/walk.mjs';

after(closeBrowser);

for (const way of WAYS) {
  test(`told of new rounds: ${wayName(way)}`, () => inHouse(async ({ service, visit }) => {
    const visitor = await visit(way);
    const { page } = visitor;
    const press = (value) => toPage(visitor, () => page.locator(`main form button${value}`).click());
    await page.goto(path(visitor));
    await toPage(visitor, () => page.locator(`footer a[href="${path(visitor, '/abonner')}"]`).click());
    await checkPage(visitor, 'abonner');
    await fillIn(visitor, { address: 'kari' });
    await press('');
    await checkPage(visitor, 'abonner-feil', { status: 422 });
    await fillIn(visitor, { address: 'kari@example.org' });
    await press('');
    assertAt(visitor, path(visitor, '/abonner'));
    await checkPage(visitor, 'abonner-sendt');
    const [letter] = await service.waitForMails(1);
    const [link] = letter.text.match(/\S+\/abonner\/\w+/);
    await page.goto(link);
    await checkPage(visitor, 'abonner-bekreft');
    await press('[value="confirm"]');
    await checkPage(visitor, 'abonner-bekreftet');
    await press('[value="stop"]');
    await checkPage(visitor, 'abonner-stoppet');
    await page.goto(link);
    await checkPage(visitor, 'abonner-borte', { status: 404 });
    assert.equal(await page.locator('main form').count(), 0);
  }));
}
