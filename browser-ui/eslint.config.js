import js from '@eslint/js';
import prettier from 'eslint-config-prettier/flat';
import reactHooks from 'eslint-plugin-react-hooks';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const domains = readdirSync(new URL('./src/domains', import.meta.url));

/** What a folder may not import, and why. */
function closed(files, group, message) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] } };
}

export default tseslint.config(
  { ignores: ['target/', 'node_modules/', 'src/api/schema.d.ts', 'src/api/pastPaths.ts', 'public/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `{ …(x ? { x } : {}) }` and such read better with types, which interfaces without an index signature break.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Screens ask through queries.ts and commands.ts; only src/api/client.ts fetches.' },
      ],
    },
  },
  { files: ['src/api/client.ts', 'src/**/*.test.*'], rules: { 'no-restricted-globals': 'off' } },
  // Domains meet in the API and in src/app only; so each can be read, changed and removed alone.
  ...domains.map((domain) =>
    closed(
      [`src/domains/${domain}/**`],
      [...domains.filter((other) => other !== domain).map((other) => `**/${other}/*`), '**/app/*'],
      'Domains do not import each other, nor what composes them.',
    ),
  ),
  closed(
    ['src/shared/**', 'src/texts.ts', 'src/api/**'],
    ['**/domains/**', '**/app/*'],
    'What is shared knows no domain.',
  ),
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly' } },
  },
  // What a journey evaluates in the page.
  { files: ['journey/**'], languageOptions: { globals: { document: 'readonly', window: 'readonly' } } },
  prettier,
);
