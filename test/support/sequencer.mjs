import Sequencer from '@jest/test-sequencer';

/** What takes longest, as it did on a machine of two cores: small files, some of them, that would come last by their size. */
const longest = [
  'test/browser/pages',
  'test/browser/verbs',
  'test/browser/administration',
  'test/model/parallel',
  'libs/engine/src/verify/mutation',
  'test/model/single',
  'test/model/sequence',
  'test/model/child',
  'test/model/loop',
  'test/model/nested',
  'test/e2e/clock',
  'test/e2e/any-json',
  'libs/reporting/src/standing/standing',
  'libs/engine/src/properties',
  'libs/engine/src/clock-properties',
  'libs/notice/src/delivery/deliveries',
];

/**
 * The longest first, so that all workers end together. Jest knows how long a suite took where it has run before; on a
 * fresh clone it goes by the size of the file, which says little, so there those above come first and then those with
 * whole servers.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rankOf = ({ path, duration, context }) => {
      if (duration !== undefined) return longest.length + 1;
      const place = longest.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
      if (place !== -1) return place;
      return ['system', 'browser'].includes(context.config.displayName?.name) ? longest.length : longest.length + 1;
    };
    return super.sort([...tests]).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
