/** Columns of the terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (letter > '⺀' ? 2 : 1), 0);

export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
