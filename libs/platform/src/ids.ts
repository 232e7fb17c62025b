import { randomBytes } from 'node:crypto';
import { v5, v7 } from 'uuid';

/** A new id. Version 7 of RFC 9562: later ids sort after earlier ones, so that new rows lie together in an index. */
export const newId = (): string => v7();

/** The id that belongs to a name (version 5 of RFC 9562): the same name has the same one, wherever and whenever. */
export const idOf = (name: string): string => v5(name, names);

const names = '5f9c1d52-6d0b-4b0e-9d5b-3c8f1f6b7a10';

/** A secret nobody can guess: 256 bits, in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id at all: PostgreSQL takes anything else for an error, where nobody has to be at fault. */
export const isId = (text: string): boolean => id.test(text);
