import type { Page } from 'playwright-core';

/** What a load came to, in milliseconds since it was begun. */
export interface Seen {
  readonly painted: number;
  readonly interactive: number;
  /** How long the longest task was that kept the page from answering; 0 where none was longer than 50. */
  readonly longest: number;
}

/** Put into every page before its own scripts: what the browser reports, when the first row is there, and how long a click takes. */
export const observing = `
  globalThis.seen = { painted: 0, row: 0, tasks: [], clicked: 0, done: 0 };
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') seen.painted = startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ end: startTime + duration, duration });
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    if (seen.row === 0 && document.querySelector('main li a') !== null) requestAnimationFrame(() => { seen.row ||= performance.now(); });
    if (seen.done === 0 && seen.clicked > 0 && document.querySelector('.ant-message-success') !== null) seen.done = performance.now();
  }).observe(document, { childList: true, subtree: true });
  addEventListener('click', ({ target, timeStamp }) => {
    if (target.closest('[data-confirm]') === null) return;
    for (const told of document.querySelectorAll('.ant-message-success')) told.classList.remove('ant-message-success');
    seen.clicked = timeStamp;
    seen.done = 0;
  }, { capture: true });
`;

/** A page that has been quiet for so long is done, in milliseconds. */
const quiet = 1000;

export async function seen(page: Page): Promise<Seen> {
  await page.waitForFunction(
    `seen.row > 0 && seen.painted > 0 && performance.now() - Math.max(seen.row, ...seen.tasks.map(({ end }) => end)) > ${quiet}`,
  );
  return page.evaluate(`({
    painted: seen.painted,
    interactive: Math.max(seen.row, ...seen.tasks.map(({ end }) => end)),
    longest: Math.max(0, ...seen.tasks.map(({ duration }) => duration)),
  })`);
}

/** Milliseconds from the last click on the button that decides to the sentence that it is done. */
export async function sinceClick(page: Page): Promise<number> {
  await page.waitForFunction('seen.done > 0');
  return page.evaluate('seen.done - seen.clicked');
}
