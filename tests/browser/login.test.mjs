// Logging in and out with a real OpenID provider: signed assertions, pushed requests, proof keys.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { startServe } from './lib/service.mjs';
import { newVisitor } from './lib/visitor.mjs';
import {
  assertAt, assertFilledIn, fillIn, follow, formPath, path, press, roundPath, toPage, wayName,
} from './lib/walk.mjs';
import { PID, startProvider } from './login-provider.mjs';

const WAYS = [
  { language: 'nb', width: 360, js: true },
  { language: 'nn', width: 1280, js: true },
  { language: 'en', width: 1280, js: false },
];
const TYPED = { 'answer-1': 'Barna må bli hørt.' };

after(closeBrowser);

/** A journey with a provider and a service that trusts it. */
async function inTown(way, journey) {
  const provider = await startProvider();
  try {
    await inHouse(async ({ service: demo, visit }) => {
      const browser = (await visit(way)).context.browser();
      const service = await startServe(demo, provider);
      const visitor = await newVisitor(browser, service.url, { ...way, others: [new URL(provider.issuer).host] });
      try {
        provider.start(service.url);
        await journey(visitor, provider);
      } finally {
        await visitor.context.close();
        await service.stop();
      }
    });
  } finally {
    provider.stop();
  }
}

const press1 = (visitor, selector) => toPage(visitor, () => visitor.page.locator(selector).first().click());

for (const way of WAYS) {
  test(`through a provider and back: ${wayName(way)}`, () => inTown(way, async (visitor, provider) => {
    const { page } = visitor;
    await page.goto(roundPath(visitor));
    await follow(visitor, formPath(visitor));
    assertAt(visitor, path(visitor, '/logg-inn'));
    await checkPage(visitor, 'logg-inn-provider');

    await press1(visitor, 'main a.ds-button');
    assert.equal(new URL(page.url()).origin, provider.issuer);
    assert.equal(await page.locator('html').getAttribute('lang'), way.language);
    await press1(visitor, 'form[action$="/cancel"] button');
    await checkPage(visitor, 'avbrutt');

    await press1(visitor, 'main a.ds-button');
    await press1(visitor, 'main a.ds-button');
    await page.locator('[name=pid]').fill(PID);
    await press1(visitor, 'form[action$="/login"] button');
    assertAt(visitor, formPath(visitor));
    await fillIn(visitor, TYPED);
    await press(visitor, 'save');
    await assertFilledIn(visitor, TYPED);
    assert.ok(!(await page.content()).includes(PID));

    await page.goto(path(visitor, '/innlogginger'));
    await checkPage(visitor, 'innlogginger');
    await logsOut(visitor);
    await meetsAnOutage(visitor, provider);
  }));
}

async function logsOut(visitor) {
  const { page } = visitor;
  await page.locator('header form button').click();
  // Our page leads on to the provider by itself, which asks whether it is meant.
  await page.locator('button[name=logout]').click();
  await page.waitForURL('**/oidc/prove/utlogget?*');
  await page.waitForLoadState('load');
  await checkPage(visitor, 'utlogget');
  await page.goto(path(visitor, '/mine-innspill'));
  assertAt(visitor, path(visitor, '/logg-inn'));
}

async function meetsAnOutage(visitor, provider) {
  provider.state.fault = { kind: '500' };
  await press1(visitor, 'main a.ds-button');
  await checkPage(visitor, 'provider-nede', { status: 503 });
  await visitor.page.goto(roundPath(visitor));
  await checkPage(visitor, 'runde-uten-provider');
}
