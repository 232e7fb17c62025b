import Sequencer from '@jest/test-sequencer';

/**
 * The longest first, so that all workers end together. Jest knows how long a suite took where it has run before; on a
 * fresh clone it goes by the size of the file, which says little, so there those with whole servers come before the rest.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isUnknownAndLong = ({ duration, context }) =>
      duration === undefined && ['system', 'browser'].includes(context.config.displayName?.name);
    const sorted = super.sort([...tests]);
    return [...sorted.filter((test) => isUnknownAndLong(test)), ...sorted.filter((test) => !isUnknownAndLong(test))];
  }
}
