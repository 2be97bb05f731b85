// Two tabs, two devices: nothing is overwritten in silence.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import {
  PERSONAS, SLUG, assertFilledIn, assertSays, fillIn, formPath, logIn, press, submit,
} from './lib/walk.mjs';

const FIRST = 'Skrevet i den første fanen.';
const SECOND = 'Skrevet i den andre fanen.';
const FORM = `/horinger/${SLUG}/innspill`;

after(closeBrowser);

for (const js of [true, false]) {
  const how = js ? 'with' : 'without';

  test(`the second of two tabs is told and loses nothing, ${how} JavaScript`, () =>
    inHouse(async ({ visit }) => {
      const first = await visit({ js });
      const second = await visit({ js, width: 360 });
      await logIn(first, PERSONAS.citizen, FORM);
      await logIn(second, PERSONAS.citizen, FORM);
      await fillIn(first, { 'answer-2': FIRST });
      await press(first, 'save');
      await fillIn(second, { 'answer-2': SECOND });
      await press(second, 'save');
      await checkPage(second, 'skjema-konflikt', { status: 409 });
      await assertFilledIn(second, { 'answer-2': SECOND });
      await assertSays(second, FIRST);
      await first.page.goto(formPath(first));
      await assertFilledIn(first, { 'answer-2': FIRST });
      await press(second, 'save');
      await first.page.goto(formPath(first));
      await assertFilledIn(first, { 'answer-2': SECOND });
    }));

  test(`sending the same check page twice is one submission and one letter, ${how} JavaScript`, () =>
    inHouse(async ({ service, visit }) => {
      const visitor = await visit({ js });
      await logIn(visitor, PERSONAS.citizen, FORM);
      await fillIn(visitor, { role: 'self', name: 'Kari', email: 'k@example.org', 'answer-3': FIRST });
      await press(visitor, 'check');
      const fields = await visitor.page.locator('main form[action*="/kontroll"]').evaluate((form) =>
        Object.fromEntries(new FormData(form)));
      const address = visitor.page.url();
      // A form sent by hand needs to look as if it came from the page, as a browser's would.
      const headers = { origin: visitor.base, referer: address };
      const answers = await Promise.all([1, 2, 3].map(() =>
        visitor.context.request.post(address, { form: fields, headers, maxRedirects: 0 })));
      const places = new Set(answers.map((answer) => answer.headers().location));
      assert.deepEqual(answers.map((answer) => answer.status()), [303, 303, 303]);
      assert.equal(new Set([...places].map((place) => place.split('?')[0])).size, 1);
      await service.waitForMails(1);
      await visitor.page.goto('/mine-innspill');
      assert.equal((await service.mails()).length, 1);
    }));
}

test('a second attempt leads to the submission that is there', () =>
  inHouse(async ({ visit }) => {
    const visitor = await visit({});
    const fields = { role: 'self', name: 'Kari', email: 'k@example.org', 'answer-3': FIRST };
    const reference = await submit(visitor, PERSONAS.citizen, fields);
    await visitor.page.goto(formPath(visitor));
    if (new URL(visitor.page.url()).pathname === formPath(visitor)) {
      await fillIn(visitor, fields);
      await press(visitor, 'check');
    }
    await assertSays(visitor, reference);
  }));
