/** Real ES modules under Jest: the code runs as it runs in production, only its types are stripped. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } }],
  },
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/.onething/'],
  modulePathIgnorePatterns: ['/.onething/', '/demo-out/'],
  setupFiles: ['<rootDir>/test/support/fixed-seed.ts'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
