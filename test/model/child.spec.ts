import { describe } from '@jest/globals';
import { sideBySide } from './suite.ts';

describe('child', () => sideBySide('child'));
