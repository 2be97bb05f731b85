// A person at a browser: one context, one page, and a note of everything that went wrong in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ARGUMENTS = ['--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const TIMEOUT_MS = 10_000;

/** Starts the system's Chromium. */
export function openBrowser() {
  // Chromium's own sandbox refuses to run as root, which is how containers run.
  const root = process.getuid() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: process.env.INNSPILL_CHROMIUM || '/usr/bin/chromium',
    args: [...ARGUMENTS, ...root],
  });
}

/**
 * Opens a fresh context: no cookies, no storage. `faults` gathers console errors, violations of
 * the content policy and requests to other hosts than these; checkPage reports and empties it.
 */
export async function newVisitor(browser, base, { language = 'nb', width = 1280, js = true, others = [], ...more } = {}) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height: width < 600 ? 740 : 900 },
    locale: LOCALES[language],
    timezoneId: 'Europe/Oslo',
    javaScriptEnabled: js,
    reducedMotion: 'reduce',
    ...more,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  const visitor = { context, page, language, width, js, base, others, faults: [], document: null };
  watch(visitor);
  return visitor;
}

function watch(visitor) {
  const { context, page, base, others, faults } = visitor;
  const ownHost = new URL(base).host;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && ![ownHost, ...others].includes(url.host)) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      visitor.document = response;
    } else if (response.status() >= 400) {
      faults.push(`${response.status()} for ${response.url()}`);
    }
  });
  page.on('console', (message) => {
    // A page with mistakes answers 422, and the browser complains of that; it is meant.
    const ofPage = message.text().startsWith('Failed to load resource')
      && message.location().url === visitor.document?.url();
    if (message.type() === 'error' && !ofPage) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
}
