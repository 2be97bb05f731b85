// A real mail server for tests: STARTTLS and TLS on loopback, and faults on demand.
//
//   node smtp-sink.mjs [--no-starttls] [--require-auth USER:PASSWORD]
//
// Prints one line of JSON when it listens: {"port","tls_port","ca_pem"}. Then it reads commands,
// one line of JSON each, and answers each with one line:
//
//   {"cmd":"messages"}                           -> {"messages":[...]}, in order of arrival
//   {"cmd":"wait","count":1,"within_ms":5000}    -> the same once so many are there, or an error
//   {"cmd":"fault","kind":"greylist","times":1}  -> {"ok":true}; the next so many attempts fail
//   {"cmd":"clear"}                              -> {"ok":true}; forgets messages and faults
//
// It ends when its standard input closes, so that it never outlives the test that started it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { makeCertificate } from './lib/certificate.mjs';

// What a fault does: an answer at RCPT, or a deed while the message is received.
const ANSWERS = {
  greylist: [451, '4.7.1 Greylisted, try again later'],
  full: [452, '4.2.2 Mailbox full'],
  refuse: [550, '5.1.1 No such mailbox'],
};
const DEEDS = ['drop-in-data', 'drop-after-store', 'refuse-data', 'slow'];
const SLOW_MS = 2000;

const messages = [];
let faults = [];
let attempts = 0;
const sockets = new Map();
const waiting = new Set();

const { values: options } = parseArgs({
  options: { 'no-starttls': { type: 'boolean' }, 'require-auth': { type: 'string' } },
});
const folder = mkdtempSync(join(tmpdir(), 'innspill-smtp-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const certificate = makeCertificate(folder);

/** Takes the next fault when it is one of these kinds. */
function takeFault(kinds) {
  const fault = faults[0];
  if (!fault || !kinds.includes(fault.kind)) return null;
  fault.times -= 1;
  if (fault.times <= 0) faults.shift();
  return fault.kind;
}

function refusal([code, text]) {
  return Object.assign(new Error(text), { responseCode: code });
}

function drop(session) {
  sockets.get(session.remotePort)?.destroy();
}

function onRcptTo(_address, _session, answer) {
  attempts += 1;
  const kind = takeFault(Object.keys(ANSWERS));
  answer(kind ? refusal(ANSWERS[kind]) : null);
}

async function onData(stream, session, answer) {
  const kind = takeFault(DEEDS);
  if (kind === 'drop-in-data') {
    stream.once('data', () => drop(session));
    return;
  }
  const chunks = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    return; // The client went away in the middle; nothing was received.
  }
  if (kind === 'refuse-data') return answer(refusal([554, '5.6.0 Message refused']));
  if (kind === 'slow') await new Promise((done) => setTimeout(done, SLOW_MS));
  await keep(Buffer.concat(chunks), session);
  if (kind === 'drop-after-store') return drop(session);
  answer(null, 'Kept');
}

async function keep(raw, session) {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  messages.push({
    secure: session.secure,
    user: session.user ?? null,
    envelope_from: session.envelope.mailFrom.address,
    envelope_to: session.envelope.rcptTo.map((one) => one.address),
    message_id: mail.messageId ?? null,
    from: mail.from?.text ?? null,
    to: mail.to?.text ?? null,
    subject: mail.subject ?? null,
    date: mail.date?.toISOString() ?? null,
    headers: mail.headerLines.map(({ key, line }) => [key, line]),
    text: mail.text ?? null,
    html: mail.html || null,
    attachments: mail.attachments.map((one) => one.filename ?? one.contentType),
    raw: raw.toString('latin1'),
  });
  for (const look of waiting) look();
}

function onAuth(auth, _session, answer) {
  const [user, password] = options['require-auth'].split(/:(.*)/s);
  const right = auth.username === user && auth.password === password;
  answer(right ? null : refusal([535, '5.7.8 Wrong user or password']), { user: auth.username });
}

function listen(implicitTls) {
  const server = new SMTPServer({
    secure: implicitTls,
    key: certificate.key,
    cert: certificate.cert,
    disabledCommands: [
      ...(options['require-auth'] ? [] : ['AUTH']),
      ...(options['no-starttls'] ? ['STARTTLS'] : []),
    ],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth,
    onRcptTo,
    onData,
  });
  // A client that hangs up or distrusts the certificate is a test's business, not an error here.
  server.on('error', (error) => console.error(`smtp-sink: ${error.message}`));
  server.server.on('connection', (socket) => {
    sockets.set(socket.remotePort, socket);
    socket.once('close', () => sockets.delete(socket.remotePort));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.server.address().port)));
}

function waitFor(count, withinMs) {
  return new Promise((done) => {
    const end = (answer) => {
      clearTimeout(timer);
      waiting.delete(look);
      done(answer);
    };
    const look = () => messages.length >= count && end({ messages });
    const timer = setTimeout(
      () => end({ error: `${messages.length} of ${count} messages came`, messages, attempts }),
      withinMs,
    );
    waiting.add(look);
    look();
  });
}

async function obey({ cmd, kind, times = 1, count = 1, within_ms: withinMs = 5000 }) {
  switch (cmd) {
    case 'messages':
      return { messages, attempts };
    case 'wait':
      return waitFor(count, withinMs);
    case 'fault':
      if (!(kind in ANSWERS) && !DEEDS.includes(kind)) return { error: `no fault "${kind}"` };
      faults.push({ kind, times });
      return { ok: true };
    case 'clear':
      messages.length = 0;
      faults = [];
      attempts = 0;
      return { ok: true };
    default:
      return { error: `no command "${cmd}"` };
  }
}

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

say({ port: await listen(false), tls_port: await listen(true), ca_pem: certificate.caPath });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    say(await obey(JSON.parse(line)));
  } catch (error) {
    say({ error: error.message });
  }
}
process.exit(0);
