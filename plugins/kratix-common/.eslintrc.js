// The core is pure and runs anywhere: what it needs to know is handed in.
const impure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The time is an argument here.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is an argument here.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Derivations are deterministic.',
  },
];

// Works in browser and backend alike, and all other packages stand on it.
const outside = [
  'node:*',
  'fs',
  'fs/*',
  'path',
  'crypto',
  'react',
  'react/*',
  'react-*',
  'express',
  'express-*',
  '@material-ui/*',
  '@backstage/core-*',
  '@backstage/backend-*',
  '@backstage/frontend-*',
  '@kubernetes/*',
  '@kratix-portal/*',
];

// A concept's files are its own; others come in by the front door.
const frontDoors = [
  'activity',
  'api',
  'catalog',
  'forms',
  'health',
  'kube',
  'pipelines',
  'placements',
  'platforms',
  'promises',
  'requests',
  'schemas',
  'testing',
  'versions',
].map(concept => `../${concept}/*`);

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: [
    ...outside,
    ...frontDoors,
    // Stands on Promises, which stand on the rest of the concept.
    '!../versions/compare',
    '../testing',
  ],
  restrictedSyntax: impure,
  settings: {
    'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
    'import/resolver': { node: { extensions: ['.ts', '.js'] } },
  },
  overrides: [
    {
      files: ['src/testing/**', '**/*.test.ts'],
      rules: {
        'no-restricted-imports': 'off',
        'no-restricted-syntax': 'off',
        // runGoldens makes tests; it is no test file.
        'jest/no-export': 'off',
      },
    },
    {
      files: ['src/**/*.ts'],
      excludedFiles: ['src/testing/**', '**/*.test.ts'],
      rules: {
        'import/no-cycle': ['error', { ignoreExternal: true }],
      },
    },
  ],
});
