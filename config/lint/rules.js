/** The rules oxlint does not bring. */

/** In the pure libraries the present is an argument. */
const noPresentDate = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message: 'Take the time as an argument; `new Date()` reads the clock.' });
      }
    },
  }),
};

/** What keeps the house upright is not switched off from inside a file, and nothing is switched off wholesale. */
const guardRails = new Set([
  'shenpi/no-present-date',
  'shenpi/no-guard-rail-disable',
  'no-restricted-globals',
  'no-restricted-properties',
  'max-lines',
  'max-lines-per-function',
  'complexity',
  'max-params',
  'typescript/no-explicit-any',
  'typescript/no-floating-promises',
  'typescript/switch-exhaustiveness-check',
]);
const directive = /^\s*(?:oxlint|eslint)-disable(?:-next-line|-line)?\b([^]*?)(?:--|$)/;

const noGuardRailDisable = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const [, names] = directive.exec(comment.value) ?? [];
        if (names === undefined) continue;
        const named = names.split(',').map((name) =>
          name
            .trim()
            .replace(/^eslint\//, '')
            .replace(/^@typescript-eslint\//, 'typescript/'),
        );
        const found = named.filter((name) => name === '' || guardRails.has(name));
        if (found.length === 0) continue;
        const what =
          found[0] === ''
            ? 'Name the rule that is switched off.'
            : `${found.join(', ')} is not switched off in a file: change the code, or the rule.`;
        context.report({ loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, message: what });
      }
    },
  }),
};

export default {
  meta: { name: 'shenpi' },
  rules: { 'no-present-date': noPresentDate, 'no-guard-rail-disable': noGuardRailDisable },
};
