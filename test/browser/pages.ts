import type { Client } from '../support/client.ts';
import { done } from '../support/client.ts';

/** A page as somebody sees it: what every suite of pages goes through, and what is pictured in docs/screens. */
interface ShownPage {
  readonly name: string;
  /** Where it is; of a case, found by asking as the one who looks. */
  readonly path: string | ((client: Client) => Promise<string>);
  /** By account; nobody is signed in without one. */
  readonly as?: string;
}

const firstTask = async (client: Client): Promise<string> => {
  const { items } = done(await client.get<{ items: readonly { instance: string }[] }>('tasks'));
  return items[0]?.instance ?? '';
};

export const pages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/' },
  { name: 'workbench', path: '/', as: 'jh-jiaowu' },
  { name: 'queue', path: async (client) => `/tasks?case=${await firstTask(client)}`, as: 'jh-jiaowu' },
  { name: 'decided', path: '/tasks?list=decided', as: 'jh-jj-lianxihui' },
  { name: 'started', path: '/tasks?list=started', as: 'jh-xx-fuzeren' },
  { name: 'copied', path: '/tasks?list=copied', as: 'jh-xx-fuzeren' },
  { name: 'case', path: async (client) => `/cases/${await firstTask(client)}`, as: 'jh-xx-lianxihui' },
  ...['running', 'incidents', 'channels', 'deliveries', 'calendar', 'histories', 'audit'].map((part) => ({
    name: `system-${part}`,
    path: part === 'running' ? '/system' : `/system/${part}`,
    as: 'admin',
  })),
  { name: 'not-found', path: '/nowhere', as: 'jh-xx-fuzeren' },
];
