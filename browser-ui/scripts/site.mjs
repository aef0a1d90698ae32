// Maven's way to npm. `build` puts the site under target/classes/static; `check` runs the checks and tests.
// Both first install what package-lock.json names, and neither does again what it did for the same inputs.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = [20, 19];
const NPM = 10;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const step = process.argv[2];

requireVersions();
if (existsSync('node_modules/.package-lock.json') === false || stamp('installed') !== hash(['package-lock.json'])) {
  npm('ci', '--prefer-offline');
  leaveStamp('installed', hash(['package-lock.json']));
}

if (step === 'build') {
  const inputs = hash([
    'index.html',
    'openapi.json',
    'package-lock.json',
    'package.json',
    'public',
    'scripts',
    'src',
    'tsconfig.json',
    'vite.config.ts',
  ]);
  if (stamp('built') === inputs && existsSync('target/classes/static/index.html')) {
    console.log('The site is up to date.');
  } else {
    npm('run', '--silent', 'build');
    leaveStamp('built', inputs);
    leaveStamp('typed', typed());
  }
} else if (step === 'check') {
  if (stamp('typed') !== typed() || !existsSync('src/api/schema.d.ts')) {
    npm('run', '--silent', 'types');
    leaveStamp('typed', typed());
  }
  beside('lint', 'test');
} else {
  fail(`Usage: node scripts/site.mjs build|check`);
}

function requireVersions() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1])) {
    fail(`The browser UI is built with Node.js ${NODE.join('.')} or newer; this is ${process.versions.node}.`);
  }
  let found;
  try {
    found = npm('--version');
  } catch {
    fail(`The browser UI is built with npm ${NPM} or newer, which comes with Node.js; there is none on the PATH.`);
  }
  if (Number(found.split('.')[0]) < NPM) {
    fail(`The browser UI is built with npm ${NPM} or newer; this is ${found.trim()}.`);
  }
}

/** Runs npm and shows what it says; answers its output only when asked for its version. */
function npm(...args) {
  const asked = args[0] === '--version';
  try {
    // On Windows npm is a .cmd file, which only a shell starts.
    return execFileSync('npm', args, {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: asked ? ['ignore', 'pipe', 'ignore'] : 'inherit',
    });
  } catch (error) {
    if (asked) throw error;
    process.exit(error.status ?? 1);
  }
}

/** Runs scripts of package.json at the same time; the linter alone takes a minute of one processor. */
function beside(...scripts) {
  for (const script of scripts) {
    spawn('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' }).on(
      'exit',
      (code) => {
        process.exitCode ||= code ?? 1;
      },
    );
  }
}

/** What the types are checked of: building does it, and the check after it needn't once more. */
function typed() {
  return hash([
    'contract.json',
    'openapi.json',
    'package-lock.json',
    'package.json',
    'scripts',
    'src',
    'tsconfig.json',
    'vite.config.ts',
  ]);
}

/** One hash over names and bytes of the files. */
function hash(paths) {
  const digest = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!/(schema\.d|pastPaths)\.ts$/.test(path)) {
      // These two are generated from openapi.json, which counts itself.
      digest.update(path).update(readFileSync(path));
    }
  };
  paths.forEach(add);
  return digest.digest('hex');
}

/** What was installed is remembered beside it, what was built beside that: removing either forgets it. */
function stampFile(name) {
  return name === 'installed' ? 'node_modules/.medflip-installed' : `target/${name}.sha256`;
}

function stamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : undefined;
}

function leaveStamp(name, value) {
  mkdirSync('target', { recursive: true });
  writeFileSync(stampFile(name), value);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
