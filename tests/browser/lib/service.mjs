// The service under test: the built binary in demo mode, with a folder of its own.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { simpleParser } from 'mailparser';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BINARY = process.env.INNSPILL_BIN
  ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug', 'innspill');
const START_MS = 60_000;
const MAIL_MS = 20_000;

/** Starts a demo with an empty folder; each journey has its own, so none meets another's data. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'innspill-demo-'));
  const child = spawn(BINARY, ['demo', '--port', '0', '--var', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const service = { url: null, log: '', folder, mails: () => mails(folder), waitForMails, command, stop };
  const hear = (text) => (service.log += text);
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.once('error', (error) => hear(`${error.message}\n`));

  /** What another command of the binary prints, said to the same house. */
  function command(...words) {
    const env = {
      ...process.env,
      DATABASE_URL: `sqlite://${join(folder, 'innspill.db')}`,
      INNSPILL__SERVER__BASE_URL: service.url,
      INNSPILL__STORAGE__FILES_FOLDER: join(folder, 'files'),
    };
    return execFileSync(BINARY, words, { cwd: ROOT, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  async function stop() {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  }

  async function waitForMails(count) {
    const giveUpAt = Date.now() + MAIL_MS;
    for (;;) {
      const found = await mails(folder);
      if (found.length >= count) return found;
      if (Date.now() > giveUpAt) throw new Error(`${found.length} of ${count} letters came`);
      await pause(100);
    }
  }

  service.url = await address(service, child);
  return service;
}

/**
 * Starts the service itself beside a demo, on the same database, where people log in with this
 * provider. Its documents and letters are the demo's.
 */
export async function startServe(demo, provider) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const settings = {
    SERVER__LISTEN: new URL(url).host,
    SERVER__BASE_URL: url,
    STORAGE__FILES_FOLDER: join(demo.folder, 'files'),
    LOGIN__PROVIDER: 'oidc',
    LOGIN__PROVIDERS__PROVE__ISSUER: provider.issuer,
    LOGIN__PROVIDERS__PROVE__CLIENT_ID: 'innspill',
    LOGIN__PROVIDERS__PROVE__KEY_ID: 'key-1',
    ...Object.fromEntries(['NB', 'NN', 'EN'].map((code) => [`LOGIN__PROVIDERS__PROVE__NAME_${code}`, 'ID-porten'])),
  };
  const child = spawn(BINARY, ['serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`INNSPILL__${name}`, value])),
      INNSPILL_LOGIN_KEY_PROVE: provider.keyPem,
      INNSPILL_PERSON_KEY: readFileSync(join(demo.folder, 'person-key'), 'utf8'),
      INNSPILL_FIELD_KEYS: `demo:${readFileSync(join(demo.folder, 'field-key'), 'utf8')}`,
      DATABASE_URL: `sqlite://${join(demo.folder, 'innspill.db')}`,
    },
  });
  const service = { url: null, log: '', stop: () => end(child) };
  child.stdout.setEncoding('utf8').on('data', (text) => (service.log += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (service.log += text));
  const giveUpAt = Date.now() + START_MS;
  while (!service.log.includes('"listening"')) {
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error(`serve did not start:\n${service.log}`);
    await pause(20);
  }
  service.url = url;
  return service;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function end(child) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}

async function address(service, child) {
  const giveUpAt = Date.now() + START_MS;
  for (;;) {
    const found = service.log.match(/http:\/\/127\.0\.0\.1:\d+/);
    if (found) return found[0];
    if (child.exitCode !== null || !child.pid || Date.now() > giveUpAt) {
      child.kill();
      throw new Error(`${BINARY} demo did not start:\n${service.log}`);
    }
    await pause(20);
  }
}

/** The letters sent so far, oldest first. */
async function mails(folder) {
  let names;
  try {
    names = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
  } catch {
    return []; // The folder comes with the first letter.
  }
  const raw = names.map((name) => readFileSync(join(folder, 'mail', name)));
  const parsed = await Promise.all(raw.map((one) => simpleParser(one)));
  // The date's header counts in seconds; letters of the same second keep the folder's order.
  return parsed.sort((a, b) => a.date - b.date);
}
