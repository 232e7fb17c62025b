import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pairsOf, piecesOf, plainTextOf } from './words.ts';

const plain = plainTextOf({
  number: '1024',
  titles: ['Web前端开发 X001 准入', 'Admission'],
  organisations: ['江淮示范职业技术学院', '信息工程系'],
});

describe('What a case is found by', () => {
  it.each(['#1024', '1024', 'web', 'Ｘ００１', '前端', '职业技术', 'jhsf', 'xxgcx', 'admission'])('is %s', (query) => {
    for (const piece of piecesOf(query)) expect(plain).toContain(piece);
    expect(piecesOf(query)).not.toEqual([]);
  });

  it('is no piece that runs from one text into the next', () => {
    expect(plain).not.toContain('学院信息');
    expect(pairsOf('学院\n信息')).toEqual(['学院', '信息']);
  });

  it('has the pairs of every piece that is in it, whatever was written', () => {
    const character = fc.constantFrom(...Array.from('网络工程师准入 aB1#𠮷'));
    const text = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat({ max: 8 }), (title, organisation, from, length) => {
        const written = plainTextOf({ number: '7', titles: [title], organisations: [organisation] });
        const line = Array.from(written.split('\n')[1] ?? '');
        const query = line
          .slice(from % (line.length + 1))
          .slice(0, length)
          .join('');
        const pairs = new Set(pairsOf(written));
        for (const piece of piecesOf(query)) for (const pair of pairsOf(piece)) expect(pairs.has(pair)).toBe(true);
      }),
    );
  });
});
