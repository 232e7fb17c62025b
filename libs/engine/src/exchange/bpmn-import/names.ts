/** JavaScript's own names, which no object should be asked for. */
const taken = new Set([
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
]);
/** Words of the expression language. */
const reserved = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(' '),
);

/** A name as a definition may have it, out of an id: `Task_check-amount` becomes `taskCheckAmount`; empty where nothing is left. */
export function nameFrom(id: string): string {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words.map((word, index) => (index === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const name = joined.replace(/^\d+/, '').slice(0, 50);
  return taken.has(name) ? `${name}Named` : name;
}

/** A name that expressions can read. */
export function fieldNameFrom(id: string): string {
  const name = nameFrom(id);
  return reserved.has(name) ? `${name}Named` : name;
}

const lowered = (word: string): string => (word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1));

/** Gives every name once: the second `check` is `check2`. */
export class Names {
  private readonly given = new Set<string>();

  of(id: string, otherwise: string): string {
    const wanted = nameFrom(id) || otherwise;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}${number}`;
      if (this.given.has(name)) continue;
      this.given.add(name);
      return name;
    }
  }
}

/** A key of a definition out of a process's id. */
export function keyFrom(id: string): string {
  const words = id
    .replace(/^process[_-]/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const key = words
    .join('-')
    .replace(/^[\d-]+/, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return key === '' ? 'imported-process' : key;
}
