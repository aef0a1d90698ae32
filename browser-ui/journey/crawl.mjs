// Every screen, one after the other: which cookies there are, what the browser keeps, and whom it asks (promise P9):
//   node journey/crawl.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { signUp, uploadLedger } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/crawl.mjs <address of the service> <pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const EMAIL = `crawl.${run}@example.com`;
const BUSINESS = `Crawl ${run} Supplies`;
/** P9: session, security, remember-me. Scripts read the CSRF token and nothing else. */
const COOKIES = { session: { httpOnly: true }, 'XSRF-TOKEN': { httpOnly: false }, remember: { httpOnly: true } };
/** What the browser keeps by itself: how it looks, how a list was arranged, how far a screen was scrolled. */
const KEPT = /^(mantine-color-scheme-value|medflip[.-].*|tsr-scroll-restoration-.*)$/;

/** All routes there are, as the router says: a screen that is added is visited too. */
const routes = [
  ...readFileSync(new URL('../src/app/router.tsx', import.meta.url), 'utf8').matchAll(/path: '([^']+)'/g),
].map(([, path]) => path);

/** Where the id of a route comes from: a list, and its first item. */
const SOURCES = {
  $dealId: '/api/deals?size=1',
  $lotId: '/api/lots?size=1&sold=true',
  $customerId: '/api/customers?size=1',
  $buyerId: '/api/buyers?size=1',
  $productId: '/api/products?size=1',
  $importId: '/api/imports?size=1',
};

const browser = await openBrowser();
const visitor = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function idOf(parameter) {
  const source = SOURCES[parameter];
  if (!source) return undefined;
  return visitor.page.evaluate(async (path) => {
    const answer = await globalThis.fetch(path);
    return (await answer.json()).items[0]?.id;
  }, source);
}

async function filled(route) {
  let path = route;
  for (const [parameter] of route.matchAll(/\$\w+/g)) {
    // Of what this business has none, any id is as good: the screen says that there is no such thing.
    path = path.replace(parameter, (await idOf(parameter)) ?? '0193f3a0-0000-7000-8000-00000000dead');
  }
  return path;
}

async function assertClean(where) {
  for (const cookie of await visitor.context.cookies()) {
    const allowed = COOKIES[cookie.name];
    assert.ok(allowed, `${where}: a cookie ${cookie.name}`);
    assert.equal(cookie.httpOnly, allowed.httpOnly, `${where}: ${cookie.name} for scripts`);
    assert.equal(cookie.sameSite, 'Lax', `${where}: ${cookie.name} for other sites`);
    assert.equal(cookie.path, '/', `${where}: ${cookie.name}`);
    assert.equal(cookie.domain, new URL(base).hostname, `${where}: ${cookie.name} for other hosts`);
  }
  const kept = await visitor.page.evaluate(async () => ({
    storage: [...Object.entries(globalThis.localStorage), ...Object.entries(globalThis.sessionStorage)],
    databases: (await globalThis.indexedDB.databases()).map(({ name }) => name),
    caches: await globalThis.caches?.keys(),
  }));
  assert.deepEqual([kept.databases, kept.caches ?? []], [[], []], `${where}: the browser keeps data`);
  for (const [key, value] of kept.storage) {
    assert.match(key, KEPT, `${where}: the browser keeps ${key}`);
    assert.ok(
      ![EMAIL, BUSINESS, run, '@'].some((personal) => value.includes(personal)),
      `${where}: ${key} holds ${value}`,
    );
  }
}

try {
  at = 'the ledger';
  await signUp(visitor, EMAIL, BUSINESS);
  await visitor.page.goto('/imports');
  await uploadLedger(visitor, 100);
  await visitor.button(/^Import [\d,]+ rows$/).click();
  await visitor.page.getByText('All in.').waitFor({ timeout: 180_000 });
  assert.ok(routes.length > 40, `${routes.length} routes`);
  visitor.expectsRefusal(404, /^\/api\//);
  visitor.expectsRefusal(401, /^\/api\/sign-in\/google\/answer$/);
  visitor.expectsRefusal(409, /^\/api\/(invitations|offers)\/open$/);
  const page = await (await visitor.page.request.get('/')).text();
  for (const route of routes) {
    at = route;
    const path = await filled(route);
    // Each is an address of its own, and within the page all of them are much sooner seen.
    assert.equal(await (await visitor.page.request.get(path)).text(), page, `${path} is no screen`);
    await visitor.turnsTo(path, visitor.page.getByRole('heading'));
    assert.equal(
      new URL(visitor.page.url()).pathname === '/sign-in',
      path === '/sign-in',
      `${path} is behind the door`,
    );
    await visitor.page
      .locator('.mantine-Skeleton-root')
      .filter({ visible: true })
      .first()
      .waitFor({ state: 'detached' });
    await assertClean(path);
    visitor.assertUntroubled();
  }
  at = 'a phone, remembered';
  await visitor.context.clearCookies();
  await visitor.page.setViewportSize(PHONE);
  await visitor.page.goto('/sign-in');
  await visitor.field('E-mail').fill(EMAIL);
  await visitor.field('Password').fill('correct horse battery');
  await visitor.page.getByLabel('Keep me signed in on this device for 30 days').check();
  await visitor.button('Sign in').click();
  await visitor.sees(visitor.heading('Today'));
  await assertClean('/');
  assert.deepEqual((await visitor.context.cookies()).map(({ name }) => name).sort(), Object.keys(COOKIES).sort());
  visitor.assertUntroubled();
  console.log(`${routes.length} screens`);
} catch (error) {
  await visitor.takesPicture('crawl-broken').catch(() => undefined);
  console.error(`Stuck at: ${at}\n`, error, '\n', visitor.troubles);
  process.exitCode = 1;
} finally {
  await browser.close();
}
