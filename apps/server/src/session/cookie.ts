import type { Config } from '#platform';

type Settings = Pick<Config, 'publicUrl'>;

const isSecure = ({ publicUrl }: Settings): boolean => publicUrl?.startsWith('https:') === true;

/** With https, the prefix makes browsers refuse the cookie from anywhere but this very host (RFC 6265bis §4.1.3). */
export const cookieName = (config: Settings): string => (isSecure(config) ? '__Host-shenpi' : 'shenpi');

export const cookieOptions = (config: Settings) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(config) }) as const;
