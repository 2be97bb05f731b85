// Going about a page by keyboard alone.
import assert from 'node:assert/strict';

const MOST_STOPS = 200;

/** Presses Tab until the element has the focus; every stop on the way must be seen. */
export async function tabTo({ page }, selector) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { arrived, fault } = await page.evaluate(focusedElement, selector);
    assert.equal(fault, null, page.url());
    if (arrived) return;
  }
  assert.fail(`${selector} cannot be reached by keyboard on ${page.url()}`);
}

/** In the page: whether the focus is where it should be, and what keeps it from being seen. */
function focusedElement(selector) {
  const element = document.activeElement;
  if (element === document.body) return { arrived: false, fault: null };
  // In a date, the button that opens the calendar: the browser's own, which marks it itself.
  if (!element.matches(':focus')) return { arrived: false, fault: null };
  // A radio button's mark is drawn around it and its label.
  const isMarked = [element, element.closest('.ds-field') ?? element].some((marked) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(marked);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  const { left, top, width, height } = element.getBoundingClientRect();
  const shows = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([across, down]) => {
    const hit = document.elementFromPoint(left + width * across, top + height * down);
    return hit && (element.contains(hit) || hit.contains(element));
  });
  const named = element.outerHTML.slice(0, 120);
  const fault = !isMarked ? `no visible focus on ${named}` : !shows ? `focus is hidden on ${named}` : null;
  return { arrived: element.matches(selector), fault };
}

/** Presses Tab from the top of the page to its end: everything in `main` that can be used is stopped at, and seen. */
export async function tabThrough(visitor) {
  const { page } = visitor;
  await page.evaluate(() => (window.stops = new Set()));
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { arrived, fault } = await page.evaluate(focusedElement, 'footer *');
    assert.equal(fault, null, page.url());
    if (arrived) break;
    await page.evaluate(() => window.stops.add(document.activeElement));
  }
  assert.deepEqual(await page.evaluate(passedBy), [], page.url());
}

/** In the page: what can be used and was not stopped at. One radio button of a group stands for all. */
function passedBy() {
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const names = new Set([...window.stops].filter(({ type }) => type === 'radio').map(({ name }) => name));
  return [...document.querySelectorAll(usable)]
    .filter((element) => element.closest('main') && element.checkVisibility() && element.tabIndex >= 0)
    .filter((element) => !element.disabled && !window.stops.has(element))
    .filter((element) => element.type !== 'radio' || !names.has(element.name))
    .map((element) => element.outerHTML.slice(0, 120));
}
