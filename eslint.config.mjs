import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import simpleImportSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

// Files that a tsconfig.json includes: only these have types to lint with.
const TYPED = {
  files: ['src/**/*.{ts,tsx}', 'matchers/**/*.ts', '__tests__/**/*.ts', 'examples/**/*.ts'],
  ignores: ['**/fixtures/**'],
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/local/**', 'coverage/**', '.cache/**', '__tests__/types/**'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // The package is CommonJS: a `require` inside a function is how a module is loaded when it is first used.
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
    },
  },
  {
    ...TYPED,
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A space, or the name of a code point, is what is wanted of a string; safe-error.ts copies the own fields of errors.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string', { from: 'lib', name: 'Error' }] }],
      // What is thrown again is whatever was caught.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: true }],
      // The word "undefined" in a message helps nobody.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNullish: false }],
      // Node's sockets and its http sockets are one class, and there are no enums of ours.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A response's body is `any` in the public types, so that tests can read it without casts.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Strings are made of values of every type, and of values whose declared type a user may not have kept.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      // Objects here are made of closures, whose methods do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      // `() => call()` is shorter than a block, and says the same.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `async` without `await` makes a function reject where it would throw.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // Code frames in expected messages have the lines of the fixtures, so these keep their order.
    ignores: ['**/fixtures/**'],
    plugins: { 'simple-import-sort': simpleImportSort },
    rules: {
      'simple-import-sort/imports': ['error', { groups: [['^\\u0000'], ['^node:', '^@?\\w', '^[^.]', '^\\.']] }],
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: {
      globals: {
        require: 'readonly',
        module: 'writable',
        exports: 'writable',
        fetch: 'readonly',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    files: ['**/*.test.js'],
    languageOptions: {
      globals: {
        beforeEach: 'readonly',
        describe: 'readonly',
        expect: 'readonly',
        jest: 'readonly',
        test: 'readonly',
      },
    },
  },
  {
    files: ['__tests__/**', 'examples/**', 'bench/**', 'scripts/**'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests throw and reject with what users throw and reject with, and print what they got.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  prettier,
);
