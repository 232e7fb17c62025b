import type { Visit } from '../support/browser.ts';

/** A page as somebody sees it: what every suite of pages goes through, and what is pictured in docs/screens. */
interface ShownPage {
  readonly name: string;
  readonly path: string;
  readonly as?: Visit['as'];
}

export const pages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/' },
  { name: 'queue', path: '/tasks', as: 'jh-xx-lianxihui' },
];
