// One test's surroundings: a service of its own, visitors to it, and all of it put away at the end.
import { newVisitor, openBrowser } from './visitor.mjs';
import { startDemo } from './service.mjs';

let browser;

/** Runs a journey with `visit(options)` to open visitors; shows the service's log when it fails. */
export async function inHouse(journey) {
  browser ??= openBrowser();
  const service = await startDemo();
  const contexts = [];
  const visit = async (options) => {
    const visitor = await newVisitor(await browser, service.url, options);
    contexts.push(visitor.context);
    return visitor;
  };
  try {
    await journey({ service, visit });
  } catch (error) {
    error.message += `\n--- the service's last lines:\n${service.log.slice(-3000)}`;
    throw error;
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await service.stop();
  }
}

/** To be called in `after`. */
export async function closeBrowser() {
  await (await browser)?.close();
}
