// Which questions can be asked as of a past moment, out of the API's own description: their GET takes `asOf`.
import { readFileSync, writeFileSync } from 'node:fs';

const api = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8'));
const takes = (operation) => operation?.parameters?.some(({ $ref }) => $ref === '#/components/parameters/asOf');
const paths = Object.entries(api.paths)
  .filter(([, { get }]) => takes(get))
  .map(([path]) => `  ${JSON.stringify(path)},\n`);
writeFileSync(
  new URL('../src/api/pastPaths.ts', import.meta.url),
  `/** Generated of openapi.json: paths whose GET can be asked as of a past moment. */\nexport const pastPaths: ReadonlySet<string> = new Set([\n${paths.join('')}]);\n`,
);
