import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id. Version 7 of RFC 9562: later ids sort after earlier ones, so that new rows lie together in an index. */
export const newId = (): string => v7();

/** A secret nobody can guess: 256 bits, in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');
