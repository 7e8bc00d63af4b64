/** Who may import whom (ARCHITECTURE.md has the picture); `npm run imports` checks it. */

const TEST = '\\.test\\.tsx?$|/test/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      comment: 'An import that does not resolve is one no other rule can judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'contracts-know-nobody',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: '^(api|web|e2e|bench|scripts)/' },
    },
    {
      name: 'contracts-need-only-zod',
      severity: 'error',
      from: { path: '^contracts/src/', pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'api-and-web-meet-in-contracts',
      severity: 'error',
      from: { path: '^(api|web)/' },
      to: { path: '^(api|web)/', pathNot: '^$1/' },
    },
    {
      name: 'product-does-not-use-tooling',
      severity: 'error',
      from: { path: '^(api|web)/' },
      to: { path: '^(e2e|bench|scripts)/' },
    },
    {
      name: 'api-shared-code-knows-no-feature',
      comment: 'features → jobs, http, db, adapters; never back.',
      severity: 'error',
      from: { path: '^api/src/(db|http|jobs|adapters)/', pathNot: TEST },
      to: { path: '^api/src/features/' },
    },
    {
      name: 'api-nothing-below-the-top-knows-the-top',
      comment: 'server, worker → app, deps → features.',
      severity: 'error',
      from: { path: '^api/src/(features|db|http|jobs|adapters|catalogue)/', pathNot: TEST },
      to: { path: '^api/src/(server|worker|app|deps)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-only-entries-start-processes',
      severity: 'error',
      from: { path: '^api/src/', pathNot: TEST },
      to: { path: '^api/src/(server|worker)\\.ts$' },
    },
    {
      name: 'api-only-deps-names-an-adapter',
      comment: 'Everything else asks for the interface: adapters/<what>/<what>.ts.',
      severity: 'error',
      from: { path: '^api/src/', pathNot: `${TEST}|^api/src/deps\\.ts$|^api/src/adapters/` },
      to: { path: '^api/src/adapters/([^/]+)/', pathNot: '^api/src/adapters/([^/]+)/\\1\\.ts$' },
    },
    {
      name: 'api-queries-stay-in-their-feature',
      comment: 'A feature asks another through its service or a pure rule.',
      severity: 'error',
      from: { path: '^api/src/features/([^/]+)/', pathNot: TEST },
      to: { path: '^api/src/features/[^/]+/.+\\.(queries|routes|jobs)\\.ts$', pathNot: '^api/src/features/$1/' },
    },
    {
      name: 'api-queries-are-for-features',
      severity: 'error',
      from: { path: '^api/src/', pathNot: `${TEST}|^api/src/features/` },
      to: { path: '^api/src/features/[^/]+/.+\\.queries\\.ts$' },
    },
    {
      name: 'web-features-know-no-app',
      severity: 'error',
      from: { path: '^web/src/(features|components|stores|lib)/', pathNot: TEST },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'web-shared-code-knows-no-feature',
      severity: 'error',
      from: { path: '^web/src/(components|stores|lib)/', pathNot: TEST },
      to: { path: '^web/src/features/' },
    },
    {
      name: 'product-code-imports-no-test-code',
      severity: 'error',
      from: { pathNot: `${TEST}|^(e2e|bench|scripts)/|\\.config\\.ts$` },
      to: { path: TEST },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^(api|web|contracts)/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API to read sources with; without swc the .ts files would silently not be read.
    parser: 'swc',
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web/dist|data|api/migrations)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'browser', 'default'],
      mainFields: ['module', 'main'],
    },
  },
}
