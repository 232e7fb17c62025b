import { api } from '../api/client.ts';

/** How often a page that is looked at asks for them. */
const everyMinute = 60_000;

/** The latest ten notices and how many are unread: asked for once, wherever they are shown. */
export const useLatestNotices = () =>
  api.useQuery('get', '/api/notices', { params: { query: { limit: 10 } } }, { refetchInterval: everyMinute });
