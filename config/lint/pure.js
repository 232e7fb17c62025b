// One rule oxlint does not bring: in the pure libraries the present is an argument.
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

export default { meta: { name: 'shenpi' }, rules: { 'no-present-date': noPresentDate } };
