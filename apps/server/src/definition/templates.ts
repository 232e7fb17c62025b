/** Where the definitions are asked for by injection that a new process may be begun from. */
export const TEMPLATES = Symbol('Templates');
