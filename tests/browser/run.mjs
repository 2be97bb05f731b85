// Runs the browser tests: one HTML checker for all, then every *.test.mjs (or those named).
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { startChecker } from './lib/vnu.mjs';

const FILE_MS = 15 * 60_000;

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => !wanted.length || wanted.some((word) => name.includes(word)))
  .map((name) => join(here, name));

const checker = await startChecker();
process.env.INNSPILL_VNU = checker.url;

let passed = 0;
let failed = 0;
const report = run({ files, concurrency: 2, timeout: FILE_MS });
// A file's own line repeats what its tests said.
const isTest = ({ name, details }) => details.type !== 'suite' && !files.includes(name);
report.on('test:pass', (event) => isTest(event) && (passed += 1));
// A file fails for its tests, which are counted, or for something outside them, which is not yet.
const isOutsideTests = ({ details }) => details.error?.failureType !== 'subtestsFailed';
report.on('test:fail', (event) => (isTest(event) || isOutsideTests(event)) && (failed += 1));
report.compose(spec).pipe(process.stdout);
report.once('end', () => {
  checker.stop();
  const summary = `browser journeys: ${passed} passed, ${failed} failed\n`;
  if (process.env.INNSPILL_SUMMARY) writeFileSync(process.env.INNSPILL_SUMMARY, summary);
  process.stdout.write(summary);
  process.exitCode = failed || !passed ? 1 : 0;
});
