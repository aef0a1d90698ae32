// A person at a browser: what they see and do, and what must never happen meanwhile.
import chromium from '@sparticuz/chromium';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

const PATIENCE = 20_000;

export async function openBrowser() {
  chromium.setGraphicsMode = false;
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
    headless: true,
  });
}

/** Somebody with cookies of their own. Everything they see goes wrong is kept for `assertUntroubled`. */
export class Visitor {
  troubles = [];
  #refusals = [{ status: 401, path: /^\/api\/session$/ }];
  #otherHosts = [];

  static async arrive(browser, base, pictures) {
    const context = await browser.newContext({
      baseURL: base,
      viewport: DESK,
      locale: 'en-US',
      timezoneId: 'America/New_York',
      colorScheme: 'light',
      // Pictures then never catch a movement half way.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    return new Visitor(context, base, pictures).#openPage(DESK);
  }

  constructor(context, base, pictures) {
    this.context = context;
    this.base = new URL(base);
    this.pictures = pictures;
  }

  /** The same person, signed in as they are, on another screen. */
  async alsoAt(size) {
    const other = new Visitor(this.context, this.base.href, this.pictures);
    other.troubles = this.troubles;
    other.#refusals = this.#refusals;
    other.#otherHosts = this.#otherHosts;
    return other.#openPage(size);
  }

  async #openPage(size) {
    this.page = await this.context.newPage();
    await this.page.setViewportSize(size);
    this.page.on('console', (message) => {
      if (message.type() === 'error' && !this.#isExpected(message)) {
        this.#trouble(`console: ${message.text()} ${message.location().url}`);
      }
    });
    this.page.on('pageerror', (error) => {
      this.#trouble(`uncaught: ${error.stack ?? error.message}`);
    });
    this.page.on('request', (request) => {
      const url = new URL(request.url());
      const known =
        [this.base.origin, ...this.#otherHosts].includes(url.origin) || this.#otherHosts.includes(url.hostname);
      if (!known && !['data:', 'blob:'].includes(url.protocol)) {
        this.#trouble(`asked another host: ${url.href}`);
      }
    });
    await this.page.exposeFunction('tellPolicyViolation', (what) => {
      this.#trouble(`content security policy: ${what}`);
    });
    await this.page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        globalThis.tellPolicyViolation(`${violatedDirective} ${blockedURI}`);
      });
    });
    return this;
  }

  #trouble(what) {
    this.troubles.push(`${new URL(this.page.url(), this.base).pathname}: ${what}`);
  }

  /**
   * The browser writes every refused request to its console; these are meant to be refused. And a stream of changes that
   * breaks off, which it opens again by itself.
   */
  #isExpected(message) {
    if (/ERR_INCOMPLETE_CHUNKED_ENCODING/.test(message.text())) {
      return new URL(message.location().url).pathname === '/api/live';
    }
    const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
    const path = URL.canParse(message.location().url) ? new URL(message.location().url).pathname : '';
    return this.#refusals.some((refusal) => refusal.status === status && refusal.path.test(path));
  }

  expectsRefusal(status, path) {
    this.#refusals.push({ status, path });
  }

  /** The person goes there by a link of ours, and comes back: an origin, or a host at whatever port. */
  goesAlsoTo(origin) {
    this.#otherHosts.push(origin);
  }

  assertUntroubled() {
    assert.deepEqual(this.troubles, [], 'Nothing may go wrong behind what the person sees');
  }

  // What a person sees.

  heading(name) {
    return this.page.getByRole('heading', { name, exact: true });
  }

  button(name, exact = true) {
    return this.page.getByRole('button', { name, exact });
  }

  link(name) {
    return this.page.getByRole('link', { name, exact: true });
  }

  field(label) {
    return this.page.getByLabel(label, { exact: true });
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  async sees(...things) {
    for (const thing of things) {
      const isText = typeof thing === 'string' || thing instanceof RegExp;
      const locator = (isText ? this.page.getByText(thing) : thing).first();
      await locator.waitFor();
    }
  }

  async seesNo(thing) {
    const locator = typeof thing === 'string' ? this.page.getByText(thing) : thing;
    assert.equal(await locator.count(), 0, `${String(thing)} is not for these eyes`);
  }

  /** Texts of a table's rows, cell by cell. */
  rowsOf(table) {
    return this.page
      .getByRole('table', { name: table })
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
  }

  // What a person does.

  /** To a screen by its link, as it stands in the navigation. */
  async goes(place, heading = place) {
    await this.page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
    await this.sees(this.page.getByRole('heading', { level: 1, name: heading, exact: true }));
  }

  /**
   * To a screen by its address, within the page as it is, as a link there would lead. Where loading the page is the point,
   * a person `opens` the address; it costs ten times as much.
   */
  async turnsTo(path, heading = this.page.getByRole('heading', { level: 1 })) {
    if (this.page.url() === 'about:blank') return this.opens(path);
    await this.page.evaluate((href) => globalThis.__TSR_ROUTER__.navigate({ href }), path);
    return this.sees(heading);
  }

  /** To a screen by its address: a bookmark, a reload. */
  async opens(path) {
    await this.page.goto(path);
    await this.sees(this.page.getByRole('heading', { level: 1 }));
  }

  async chooses(label, option) {
    await this.page.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Picks the month that is printed on a box: `Jun 2028`. */
  async picksMonth(month) {
    while (!(await this.button(month).isVisible())) await this.button('Later year').click();
    await this.button(month).click();
  }

  /** Follows a link that downloads; answers the file's name and lines. */
  async downloads(link) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    return {
      name: download.suggestedFilename(),
      lines: text
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n'),
    };
  }

  async takesPicture(name) {
    await this.page.screenshot({ path: join(this.pictures, `${name}.png`) });
  }

  /** Nothing hangs over the edge: a phone scrolls down, never sideways. */
  async assertFits() {
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${this.page.url()} is ${over} px wider than the screen`);
  }
}
