/** Who may import whom: the folders' promises in ARCHITECTURE.md, checked. */
const inside = (folder) => `^${folder}/`;
const only = (name, from, allowed, comment) => ({
  name, comment, severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$|/test-support/' },
  to: { path: '^(activities|bench|client|definitions|store|test|workers|workflows)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    only('core-stands-alone', inside('workflows/case'), [], 'The pure core imports nothing of ours.'),
    only('workflows-run-in-a-sandbox', inside('workflows'), [], 'Workflow code imports only the core and itself.'),
    only('definitions-know-the-core', inside('definitions'), [inside('workflows/case')], 'The language compiles to the core’s CasePlan.'),
    only('store-knows-the-core', inside('store'), [inside('workflows/case'), '^workflows/case-protocol\\.ts$'], 'The store folds the core’s changes.'),
    only('activities-touch-the-world', inside('activities'), [inside('store'), inside('workflows/case'), '^workflows/case-protocol\\.ts$', '^client/case-client\\.ts$'], ''),
    only('client-client', '^client/case-client\\.ts$', ['^client/(client-error|plan-of-receipt)\\.ts$', inside('store'), inside('workflows/case'), '^workflows/case-protocol\\.ts$'], 'The only writer of commands knows the store and the protocol.'),
    {
      name: 'core-is-pure', severity: 'error', comment: 'No library but xstate in the core: no zod, no Temporal, no I/O.',
      from: { path: inside('workflows/case'), pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/xstate/' },
    },
    {
      name: 'sandbox-libraries', severity: 'error', comment: 'Only what runs in Temporal’s sandbox.',
      from: { path: inside('workflows') , pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(xstate|@temporalio/workflow)/' },
    },
    only('console-stands-apart', '^client/console/', [inside('workflows/case'), inside('client/api/client'), inside('client/api/schemas'), '^store/embedded/data-folder\\.ts$'], 'A browser holds pure functions and the API’s types; client/console/imports.test.ts asks that these be types only.'),
    {
      name: 'console-is-served-not-called', severity: 'error', comment: 'Others only build it.',
      from: { pathNot: inside('client/console') }, to: { path: inside('client/console'), pathNot: '^client/console/build\\.ts$' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  ],
  options: {
    parser: 'swc', doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true,
    // The parser reads no JSX: client/console/imports.test.ts does the same for what has it.
    exclude: { path: '\\.tsx$' }, enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'], conditionNames: ['import', 'node', 'default'] },
  },
};
