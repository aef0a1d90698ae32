// How was it then? The workspace at a past moment, filed reports, what-if, and the audit's screens:
//   node journey/past.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { addLine, registerPerson, saveQuote, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/past.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const browser = await openBrowser();
const nell = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let picture = 0;

async function station(name, visitor, part) {
  at = name;
  const begun = Date.now();
  await part();
  picture += 1;
  await visitor.takesPicture(`past-${String(picture).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
  console.log(`${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

/** The next full second by the browser's clock, as the field takes it; returns once it is over. */
async function thisMoment() {
  return nell.page.evaluate(async () => {
    const second = Math.ceil(Date.now() / 1000) * 1000;
    while (Date.now() <= second + 50) await new Promise((done) => window.requestAnimationFrame(done));
    const local = new Date(second - new Date().getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 19);
  });
}

async function looksAt(moment) {
  await nell.button('Look at another day').click();
  await nell.field('Show everything as of').fill(moment);
  await nell.page.getByRole('button', { name: 'Show', exact: true }).click();
  await nell.sees('Nothing can be changed there.', nell.button('Back to now'));
}

try {
  let then;
  await station('a quote, and later somebody else', nell, async () => {
    await signUp(nell, `nell.${run}@example.com`, 'Portland Strips');
    await nell.goes('People');
    await registerPerson(nell, {
      name: 'Early Ellis',
      phone: '503-555-0141',
      email: `ellis.${run}@example.com`,
      leadSource: 'Google',
    });
    await nell.page.getByRole('main').getByRole('link', { name: 'Quote', exact: true }).click();
    await addLine(nell, {
      search: 'acc gu 100',
      item: 'Accu-Chek Guide 100ct',
      expiry: `Nov ${String(new Date().getFullYear() + 1)}`,
      boxes: 3,
      price: '30',
    });
    await saveQuote(nell, 'Early Ellis');
    then = await thisMoment();
    await nell.goes('People');
    await registerPerson(nell, {
      name: 'Later Lewis',
      phone: '503-555-0142',
      email: `lewis.${run}@example.com`,
      leadSource: 'Google',
    });
    await nell.opens('/people?search=lewis');
    await nell.sees(nell.link('Later Lewis'));
  });

  await station('everything as of then', nell, async () => {
    await looksAt(then);
    await nell.sees('Nothing matches these filters.');
    await nell.seesNo(nell.button('New person'));
    await nell.goes('Deals');
    await nell.sees('Back to now', 'Early Ellis');
    await nell.goes('Reports', 'Profit by month');
    await nell.page.reload();
    await nell.sees('Back to now');
  });

  await station('back to now', nell, async () => {
    await nell.button('Back to now').click();
    await nell.turnsTo('/people?search=lewis');
    await nell.sees(nell.link('Later Lewis'));
  });

  await station('what if on the past', nell, async () => {
    await nell.goes('Prices', 'What we pay');
    await nell.link('What if').click();
    await nell.sees(nell.heading('What if'));
    await nell.page.getByRole('slider', { name: 'Taken off each price' }).press('End');
    await nell.sees(nell.page.getByRole('cell', { name: '$9.00' }));
    const [quoted] = await nell.rowsOf('What would have been');
    assert.deepEqual(quoted.slice(1, 3), ['$90.00', '$9.00'], 'nine tenths less for three boxes at $30');
  });

  await station('a report is filed and asked again', nell, async () => {
    await nell.goes('Reports', 'Profit by month');
    await nell.page.getByRole('button', { name: 'File', exact: true }).click();
    await nell.sees('Filed. It says the same whenever it is asked again.');
    await nell.link('Filed reports').click();
    await nell.button('Since you filed').click();
    await nell.sees('Same bytes as then', 'Nothing in it has changed since.');
  });

  await station('live and replayed are the same', nell, async () => {
    await nell.turnsTo('/settings/replay');
    await nell.sees(nell.heading('Audit'));
    await nell.button('Replay and compare').click();
    await nell.sees('Live and replayed are the same');
  });

  await station('the journal tells of it', nell, async () => {
    await nell.goes('Settings');
    await nell.link('Audit: journal, seal and check').click();
    await nell.sees(nell.heading('Audit'), 'Journal', 'Who looked', 'Seal and bundle', 'Check against the log');
  });

  const phone = await nell.alsoAt(PHONE);
  await station('all of it fits a phone', phone, async () => {
    for (const path of ['prices/what-if', 'reports/filed', 'settings/audit', 'settings/audit/looks']) {
      await fits(path);
    }
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    for (const path of ['settings/audit/seal', 'settings/audit/check']) await fits(path);
  });

  async function fits(path) {
    await phone.turnsTo(`/${path}`);
    await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    await phone.assertFits();
    await phone.takesPicture(`past-phone-${path.replaceAll('/', '-')}`);
  }

  nell.assertUntroubled();
} catch (error) {
  await nell.takesPicture('past-failed');
  console.error(`At “${at}”, ${nell.page.url()}:`, ...nell.troubles);
  throw error;
} finally {
  await browser.close();
}
