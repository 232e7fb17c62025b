import type { ProvincePolicy } from '#pilot';
import { anhui } from './anhui.ts';

/**
 * Anhui's rules with minimum opening numbers, so that R-AH24-06 can be seen at work. The numbers are made up: for Web
 * front-end development (X002) and logistics management (X003).
 */
export const demonstration: ProvincePolicy = { ...anhui, minimumOpening: { X002: 30, X003: 20 } };
