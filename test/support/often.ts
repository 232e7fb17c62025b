import fc from 'fast-check';

/** A value with the weight it has among others in `fc.oneof`. */
export const often = <T>(weight: number, value: T) => ({ weight, arbitrary: fc.constant(value) });
