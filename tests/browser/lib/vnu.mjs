// The Nu HTML checker as a service on loopback.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const JAR = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const START_MS = 60_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts the checker and returns its address and how to stop it. */
export async function startChecker() {
  const port = await freePort();
  const child = spawn('java', ['-Dnu.validator.servlet.bind-address=127.0.0.1', '-cp', JAR,
    'nu.validator.servlet.Main', String(port)], { stdio: 'ignore' });
  // A test file that runs by itself ends when its tests do, not when the checker does.
  child.unref();
  let ended = null;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code) => (ended = `it ended with ${code}`));
  const url = `http://127.0.0.1:${port}/?out=json`;
  const giveUpAt = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (ended) throw new Error(`the HTML checker did not start: ${ended}`);
    if (Date.now() > giveUpAt) throw new Error('the HTML checker did not answer in time');
    await pause(200);
  }
  return { url, stop: () => child.kill() };
}

async function answers(url) {
  try {
    await htmlFaults(url, '<!DOCTYPE html><html lang="nb"><title>x</title>');
    return true;
  } catch {
    return false;
  }
}

/** Returns the checker's errors and warnings about a page as lines; notes are left out. */
export async function htmlFaults(url, html) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: html,
  });
  const { messages } = await answer.json();
  return messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ lastLine, message, extract }) => `HTML line ${lastLine}: ${message} (${extract?.trim()})`);
}
