import { expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalRow } from './chain.ts';

const text = fc.string({ unit: 'grapheme' });
const maybe = fc.option(text);

const row = fc.record({
  tenant: text,
  instance_id: fc.uuid(),
  sequence: fc.nat(),
  at: text,
  command_id: text,
  kind: text,
  person_id: maybe,
  on_behalf_of: maybe,
  post: maybe,
  organisation_id: maybe,
  step: maybe,
  task: fc.option(fc.nat()),
  outcome: maybe,
  settled: maybe,
  comment: maybe,
  form_version: fc.nat(),
  attachments: fc.array(fc.jsonValue({ stringUnit: 'grapheme' })),
  from_states: fc.array(text),
  to_states: fc.array(text),
  detail: fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' })),
  previous_hash: text,
});

it('a row is hashed in the canonical form of RFC 8785, whatever stands in it', () => {
  fc.assert(fc.property(row, (each) => expect(canonicalRow(each)).toBe(canonicalize(each))));
});
