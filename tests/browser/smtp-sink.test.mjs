// The mail server of the tests does what it says, faults included.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import nodemailer from 'nodemailer';

let child;
let lines;
let ports;

async function ask(command) {
  child.stdin.write(`${JSON.stringify(command)}\n`);
  return JSON.parse((await lines.next()).value);
}

function client(options = {}) {
  return nodemailer.createTransport({
    host: 'localhost',
    port: ports.port,
    requireTLS: true,
    tls: { ca: readFileSync(ports.ca_pem) },
    ...options,
  });
}

const letter = {
  from: 'Bergen kommune <ikke-svar@bergen.example>',
  to: 'kari@example.org',
  subject: 'Kvittering på innspillet ditt: blåbærsyltetøy',
  text: 'Vi har mottatt innspillet ditt.\n.\nÆØÅ',
};

before(async () => {
  child = spawn(process.execPath, [fileURLToPath(new URL('smtp-sink.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  ports = JSON.parse((await lines.next()).value);
});

after(() => child.stdin.end());

test('a letter over STARTTLS arrives as it was sent', async () => {
  await client().sendMail(letter);
  const { messages } = await ask({ cmd: 'wait' });
  assert.equal(messages.length, 1);
  assert.equal(messages[0].secure, true);
  assert.equal(messages[0].subject, letter.subject);
  assert.equal(messages[0].text.trimEnd(), letter.text);
  assert.deepEqual(messages[0].envelope_to, ['kari@example.org']);
});

test('a letter over TLS from the first byte arrives too', async () => {
  await ask({ cmd: 'clear' });
  await client({ port: ports.tls_port, secure: true, requireTLS: false }).sendMail(letter);
  assert.equal((await ask({ cmd: 'wait' })).messages[0].secure, true);
});

test('a certificate from nobody known is refused by the client', async () => {
  await assert.rejects(client({ tls: {} }).sendMail(letter), /certificate/);
});

for (const [kind, code] of [['greylist', 451], ['full', 452], ['refuse', 550], ['refuse-data', 554]]) {
  test(`${kind} answers ${code} once and keeps nothing`, async () => {
    await ask({ cmd: 'clear' });
    await ask({ cmd: 'fault', kind });
    await assert.rejects(client().sendMail(letter), (error) => error.responseCode === code);
    assert.equal((await ask({ cmd: 'messages' })).messages.length, 0);
    await client().sendMail(letter);
    assert.equal((await ask({ cmd: 'messages' })).messages.length, 1);
  });
}

for (const [kind, kept] of [['drop-in-data', 0], ['drop-after-store', 1]]) {
  test(`${kind} hangs up and has kept ${kept}`, async () => {
    await ask({ cmd: 'clear' });
    await ask({ cmd: 'fault', kind });
    await assert.rejects(client().sendMail(letter), (error) => error.responseCode === undefined);
    assert.equal((await ask({ cmd: 'messages' })).messages.length, kept);
  });
}
