import { pinyin } from 'pinyin-pro';

/** What a case is found by. */
export interface Sought {
  readonly number: string;
  readonly titles: readonly string[];
  /** Names of the organisations it belongs to. */
  readonly organisations: readonly string[];
}

/** First letters of how it is read, such as `wlgc` for 网络工程; letters and digits are their own. */
const initialsOf = (text: string): string => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');

const clean = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** All that is looked for, piece by piece. The number has a mark before it, so that `#12` finds no other. */
export function plainTextOf({ number, titles, organisations }: Sought): string {
  const texts = [...titles, ...organisations].map(clean);
  return [`#${number}#`, ...texts, ...texts.map((text) => clean(initialsOf(text)))].join('\n');
}

/** Pairs of neighbouring characters, each once: they say quickly where a piece of text cannot be. */
export function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  for (const line of text.split('\n')) {
    const characters = Array.from(line);
    for (let place = 1; place < characters.length; place += 1) pairs.add(`${characters[place - 1]}${characters[place]}`);
  }
  return [...pairs];
}

export const withinWord = (organisation: string): string => `within:${organisation}`;

/** Pieces that all have to be found; those of a single character say too little and are passed over. */
export const piecesOf = (query: string): string[] =>
  clean(query)
    .split(' ')
    .filter((piece) => Array.from(piece).length > 1)
    .slice(0, 8);
