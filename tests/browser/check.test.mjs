// The page check passes a good page and finds each flaw of a bad one.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { checkPage } from './lib/check.mjs';
import { newVisitor, openBrowser } from './lib/visitor.mjs';

const GOOD = {
  lang: 'nb', title: 'Prøve', head: '', body: '<main><h1>Prøve</h1><p>Alt er i orden.</p></main>',
  policy: "default-src 'self'", status: 200,
};
const main = (inside) => `<main><h1>Prøve</h1>${inside}</main>`;

const FLAWS = {
  'a wrong language': [{ lang: 'en' }, /html lang is "en"/],
  'two h1 headings': [{ body: main('<h1>To</h1>') }, /2 h1 headings/],
  'a duplicate id': [{ body: main('<p id="a">1</p><p id="a">2</p>') }, /duplicate id "a"/],
  'invalid HTML': [{ body: main('<p><div>x</div></p>') }, /HTML line/],
  'a picture without text': [{ body: main('<img src="/x.png">') }, /axe image-alt/],
  'a field with only a placeholder': [{ body: main('<input placeholder="Navn">') }, /no label for/],
  'a link to nowhere': [{ body: main('<a href="#borte">Borte</a>') }, /#borte/],
  'a broken sentence': [{ body: main('<p>Unknown localization round-title</p>') }, /broken sentence/],
  'sideways scrolling': [{ body: main(`<p>${'w'.repeat(200)}</p>`) }, /sideways scrolling/],
  'an inline script': [{ body: main('<script>1</script>') }, /console: .*Content Security Policy/],
  'another host': [{ policy: "default-src 'self'; img-src *", body: main('<img alt="" src="http://localhost:9/x.png">') }, /another host/],
  'a weak policy': [{ policy: "default-src 'self' 'unsafe-inline'" }, /weak content security/],
  'a missing file': [{ head: '<link rel="stylesheet" href="/absent">' }, /404 for/],
  'a wrong status': [{ status: 422 }, /answered 422/],
};

let server;
let base;
let browser;
let shown;

before(async () => {
  server = createServer((request, answer) => {
    if (request.url !== '/') return answer.writeHead(404).end();
    const { lang, title, head, body, policy, status } = shown;
    answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    // The icon in the head keeps the browser from asking for one.
    answer.end(`<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title>
      <link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.close();
});

async function look(page, js) {
  shown = { ...GOOD, ...page };
  const visitor = await newVisitor(browser, base, { js, width: 360 });
  try {
    await visitor.page.goto('/');
    await checkPage(visitor, 'check-probe');
  } finally {
    await visitor.context.close();
  }
}

for (const js of [true, false]) {
  const how = js ? 'with' : 'without';
  test(`a good page passes ${how} JavaScript`, () => look({ policy: "default-src 'self'; img-src data:" }, js));
  for (const [name, [flaw, message]] of Object.entries(FLAWS)) {
    test(`${name} is found ${how} JavaScript`, () => assert.rejects(look(flaw, js), message));
  }
}
