// How was it then? The workspace at a past moment, filed reports, what-if, and the check against the log:
//   node journey/past.mjs <address of the service> <folder for pictures>
import { mkdirSync } from 'node:fs';
import { registerPerson, signUp, uploadLedger } from './trade.mjs';
import { Visitor, openBrowser } from './visitor.mjs';

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
  await station('a business with a year behind it', nell, async () => {
    await signUp(nell, `nell.${run}@example.com`, 'Portland Strips');
    await nell.link('Import a ledger').click();
    await nell.sees(nell.heading('Import'));
    await uploadLedger(nell);
    await nell.button(/^Import [\d,]+ rows$/).click();
    await nell.page.getByText('All in.').waitFor({ timeout: 180_000 });
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
    await nell.sees('Back to now');
    await nell.goes('Reports', 'Profit by month');
    await nell.page.reload();
    await nell.sees('Back to now');
  });

  await station('back to now', nell, async () => {
    await nell.button('Back to now').click();
    await nell.opens('/people?search=lewis');
    await nell.sees(nell.link('Later Lewis'));
  });

  await station('what if on the past', nell, async () => {
    await nell.goes('Prices', 'What we pay');
    await nell.link('What if').click();
    await nell.sees(nell.heading('What if'));
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
    await nell.goes('Settings');
    await nell.link('Check against the log').click();
    await nell.button('Replay and compare').click();
    await nell.sees('Live and replayed are the same');
  });

  const phone = await nell.alsoAt({ width: 360, height: 740 });
  await station('all of it fits a phone', phone, async () => {
    for (const path of ['/prices/what-if', '/reports', '/reports/filed', '/settings/replay']) {
      await phone.opens(path);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
    }
  });

  nell.assertUntroubled();
} catch (error) {
  await nell.takesPicture('past-failed');
  console.error(`At “${at}”, ${nell.page.url()}:`, ...nell.troubles);
  throw error;
} finally {
  await browser.close();
}
