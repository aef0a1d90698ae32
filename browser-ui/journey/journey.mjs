// One person's first day, in a real browser against the running service:
//   node journey/journey.mjs <address of the service> <folder for pictures>
// Ends with 0 if all went well for the person and nothing went wrong behind what they saw.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { accept, addLine, chooseSeller, pay, receive, registerPerson, saveQuote } from './trade.mjs';
import { sell, signIn, signOut, signUp, uploadLedger } from './trade.mjs';
import { counts, draftsSale, holdsAndReleases, moves, opensLot, settles, ships } from './selling.mjs';
import { writesOffAndUndoes } from './selling.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures)
  throw new Error('Usage: node journey/journey.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const SCREENS = [
  '/',
  '/quote',
  '/deals',
  '/stock',
  '/stock?view=lots',
  '/stock/value',
  '/sales',
  '/sales?view=board',
  '/sales?view=owed',
  '/sales/new',
  '/people',
  '/prices',
  '/prices/buyers',
  '/prices/products',
  '/prices/tier-drops',
  '/money',
  '/money/mileage',
  '/reports',
  '/reports?report=profit-by-deal',
  '/reports?report=cost-of-goods',
  '/imports',
  '/settings',
  '/policy',
];
const run = Date.now().toString(36);
const email = `ann.${run}@example.com`;
const nextYear = new Date().getFullYear() + 1;

const browser = await openBrowser();
const ann = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let picture = 0;

/** A part of the day: its name is told with a failure, and a picture is kept of how it ended. */
async function station(name, visitor, part) {
  at = name;
  const begun = Date.now();
  const result = await part();
  picture += 1;
  await visitor.takesPicture(`${String(picture).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
  console.log(`${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  return result;
}

try {
  await station('an empty workspace', ann, async () => {
    await signUp(ann, email, 'Gulf Strips');
    await ann.sees('Welcome. Let’s fill your books.');
    await ann.goes('Deals');
    await ann.sees('No deals yet');
    await ann.goes('Today');
  });

  await station('the service was upgraded meanwhile', ann, async () => {
    let gone = true;
    await ann.page.route('**/assets/StockScreen-*', (asked) =>
      gone ? asked.fulfill({ status: 404 }) : asked.continue(),
    );
    ann.page.on('request', (asked) => {
      if (asked.isNavigationRequest()) gone = false;
    });
    ann.expectsRefusal(404, /^\/assets\/StockScreen-/);
    await ann.goes('Stock');
    await ann.sees('The shelf is empty');
    assert.equal(gone, false, 'the page was loaded anew, by itself');
    for (const trouble of ann.troubles.splice(0)) assert.match(trouble, /NotLoaded/);
    await ann.page.unroute('**/assets/StockScreen-*');
    await ann.goes('Today');
  });

  const goodRows = await station('bad rows are named', ann, async () => {
    await ann.link('Import a ledger').click();
    await ann.sees(ann.heading('Import'));
    await uploadLedger(ann);
    const faults = await ann.rowsOf('Rows with faults');
    assert.deepEqual(
      faults.find(([, , , value]) => value === 'TOTAL'),
      ['1503', 'Date', 'This is a totals row.', 'TOTAL'],
    );
    const last = faults.slice(faults.findIndex(([row]) => row === '1504'));
    const reasons = new Map(last.map(([, column, reason, value]) => [column, { reason, value }]));
    for (const [column, value] of [
      ['Date', '13/45/2025'],
      ['Phone', 'call me'],
      ['Qty', 'two'],
      ['Paid', 'free'],
    ]) {
      assert.equal(reasons.get(column)?.value, value);
      assert.match(reasons.get(column).reason, /\w+ \w+/, `a reason for ${column}`);
    }
    const bad = await ann.downloads(ann.link('Download these rows'));
    assert.ok(bad.lines.some((line) => line.includes('13/45/2025')));
    return Number((await ann.button(/^Import [\d,]+ rows$/).innerText()).replace(/\D/g, ''));
  });
  assert.ok(goodRows > 1000);

  await station('the ledger comes in', ann, async () => {
    await ann.button(/^Import [\d,]+ rows$/).click();
    await ann.sees(ann.page.getByRole('progressbar', { name: 'Progress of the import' }));
    await ann.sees(ann.page.getByText(/^[\d,]+ of [\d,]+ rows$/));
    await ann.page.getByText('All in.').waitFor({ timeout: 180_000 });
    await ann.sees(`${goodRows.toLocaleString('en-US')} rows imported`);
  });

  await station('people', ann, async () => {
    await ann.link('See the people').click();
    await ann.sees(ann.heading('People'));
    await wholeListDownloads('people');
    await ann.field('Search').fill('tammy da');
    await ann.page.waitForURL(/search=tammy/);
    await ann.sees(ann.link('Tammy Davis'));
  });

  await station('deals', ann, async () => {
    await ann.goes('Deals');
    await ann.sees(ann.page.getByText(`of ${goodRows.toLocaleString('en-US')}`));
    await wholeListDownloads('deals', goodRows);
  });

  await station('stock', ann, async () => {
    await ann.goes('Stock');
    await wholeListDownloads('stock');
  });

  await station('sales', ann, async () => {
    await ann.goes('Sales');
    await wholeListDownloads('sales');
  });

  const profitBefore = await station('profit by month', ann, async () => {
    await ann.goes('Reports', 'Profit by month');
    await ann.sees(ann.page.getByRole('img', { name: 'Chart of profit by month' }).locator('.recharts-bar-rectangle'));
    const months = await ann.rowsOf('Profit by month');
    assert.ok(months.length >= 24, 'two years and more');
    const total = await totalProfit();
    assert.equal(
      months.map((row) => cents(row.at(-1))).reduce((sum, month) => sum + month, 0),
      total,
      'the months add up to the total',
    );
    const csv = await ann.downloads(ann.link('Download CSV'));
    assert.equal(csv.lines.length, 1 + months.length);
    return total;
  });

  await station('a person is registered', ann, async () => {
    await ann.goes('People');
    await registerPerson(ann, {
      name: 'Rosa Delgado',
      phone: '617 555 0142',
      email: 'rosa@example.com',
      leadSource: 'Flyer at the laundromat',
    });
    await ann.sees('(617) 555-0142');
  });

  const item = 'Accu-Chek Guide 100ct';
  await station('a deal is quoted', ann, async () => {
    await ann.page.getByRole('main').getByRole('link', { name: 'Quote', exact: true }).click();
    await ann.sees(ann.heading('Quote'), 'Rosa Delgado');
    await addLine(ann, { search: 'acc gu 100', item, expiry: `Nov ${nextYear}`, boxes: 3, price: '30' });
    await ann.sees('Total $90.00');
    await saveQuote(ann, 'Rosa Delgado');
  });

  await station('the deal is accepted and received', ann, async () => {
    await accept(ann);
    await receive(ann, '6');
    await ann.sees('Next: pay $90.00.');
  });

  await station('the person is paid', ann, async () => {
    await pay(ann, '90', 'Zelle', 'rosa-1');
    await ann.sees('Paid $90.00 by Zelle', 'rosa-1', 'Next: sell 3 boxes.');
  });

  await station('two boxes are sold', ann, async () => {
    await sell(ann, item, { buyer: 'StripRescue LLC', boxes: 2, proceeds: '120' });
    await ann.sees(`Sold 2 boxes of ${item} to StripRescue LLC for $120.00`, 'Next: sell 1 box.');
  });

  await station('the sale shows in profit', ann, async () => {
    await ann.goes('Reports', 'Profit by month');
    // $120 less two thirds of $90 paid and $6 for the label.
    await ann.sees(ann.page.locator('tfoot').getByText(gain(profitBefore + 56_00), { exact: true }));
  });

  await station('a lot is cared for', ann, async () => {
    await opensLot(ann, 'guide 100 rosa', item);
    await moves(ann, item, 'Shelf A3');
    await counts(ann, item, 1);
    await holdsAndReleases(ann, item);
    await writesOffAndUndoes(ann, item);
  });

  await station('a sale goes its way', ann, async () => {
    await draftsSale(ann, { buyer: 'Magrathea Wholesale', search: 'guide 100', item, boxes: 1, each: '50' });
    await ships(ann, '1Z999AA10123456784');
  });

  await station('the buyer deducts and pays in parts', ann, async () => {
    await settles(ann, { deducted: '10.00', receipts: ['15.00', '25.00'] });
  });

  await station('the stock of any day', ann, async () => {
    await ann.turnsTo('/stock/value');
    await ann.field('Day').fill('2026-01-01');
    await ann.sees(ann.page.getByText(/^Jan 1, 2026: .* at cost, \$0\.00 expected$/), 'Expected profit');
    const csv = await ann.downloads(ann.link('Download CSV'));
    assert.equal(csv.name, 'inventory-value-2026-01-01.csv');
  });

  const phone = await ann.alsoAt(PHONE);
  await station('a quote on the phone', phone, async () => {
    await ann.goes('Deals');
    await phone.opens('/quote');
    await addLine(phone, {
      search: 'verio 50',
      item: 'OneTouch Verio 50ct',
      expiry: `Apr ${nextYear + 1}`,
      condition: 'Slight damage',
      boxes: 4,
      price: '8.50',
    });
    await phone.assertFits();
    await chooseSeller(phone, '617 555 0142', 'Rosa Delgado');
    await saveQuote(phone, 'Rosa Delgado');
    await phone.sees('$34.00');
    await phone.assertFits();
    // The desk shows it by itself.
    await ann.sees(ann.page.getByRole('row', { name: /Rosa Delgado.*Quoted.*Verio/ }));
  });

  await station('every screen fits a phone', phone, async () => {
    for (const screen of SCREENS) {
      await phone.turnsTo(screen);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
    }
    for (const list of ['/people', '/deals', '/stock?view=lots', '/sales']) {
      await phone.turnsTo(list);
      await phone.page.locator('.rowLink').first().click();
      await phone.sees(phone.heading('Timeline'));
      await phone.assertFits();
    }
  });

  const ben = await Visitor.arrive(browser, base, pictures);
  await station('another business sees nothing of it', ben, async () => {
    const deal = await addressOf(ann, 'Deals', 'Rosa Delgado');
    await signUp(ben, `ben.${run}@example.com`, 'Bay State Surplus');
    await ben.sees('Welcome. Let’s fill your books.');
    for (const [place, empty] of [
      ['Deals', 'No deals yet'],
      ['Stock', 'The shelf is empty'],
      ['Sales', 'No sales yet'],
      ['People', 'Nobody here yet'],
    ]) {
      await ben.goes(place);
      await ben.sees(empty);
    }
    await ben.goes('Reports', 'Profit by month');
    await ben.sees('Nothing to show yet');
    ben.expectsRefusal(404, /^\/api\/deals\//);
    await ben.page.goto(deal);
    await ben.sees('This isn’t here.');
    await ben.seesNo('Rosa Delgado');
  });

  await station('out and in again', ann, async () => {
    ann.expectsRefusal(401, /^\/api\//);
    await signOut(ann);
    // What was open elsewhere closes with it.
    await phone.sees(phone.heading('Sign in'));
    await ann.page.goBack();
    await ann.sees(ann.heading('Sign in'));
    await ann.seesNo('Rosa Delgado');
    await signIn(ann, email);
    await ann.goes('Sales');
    await ann.sees('StripRescue LLC');
  });

  ann.assertUntroubled();
  ben.assertUntroubled();
} catch (error) {
  await ann.takesPicture('failed');
  console.error(`At “${at}”, ${ann.page.url()}:`, ...ann.troubles);
  throw error;
} finally {
  await browser.close();
}

/** The list as it is shown, taken out whole: one line a row below the heads. */
async function wholeListDownloads(name, rows) {
  const shown = await ann.page.getByText(/^[\d,]+–[\d,]+ of [\d,]+$/).innerText();
  const total = Number(shown.split(' of ')[1].replaceAll(',', ''));
  const csv = await ann.downloads(ann.link('Download CSV'));
  assert.match(csv.name, /\.csv$/);
  assert.equal(csv.lines.length, 1 + total, `${name}: a line for every row`);
  if (rows !== undefined) assert.equal(total, rows);
}

async function totalProfit() {
  await ann.sees(ann.page.getByRole('table', { name: 'Profit by month' }));
  return cents(await ann.page.getByRole('table', { name: 'Profit by month' }).locator('tfoot td').last().innerText());
}

/** `+$1,234.50` is 123450, `−$0.10` is -10. */
function cents(text) {
  const amount = Number(text.replace(/\D/g, ''));
  return /[-−(]/.test(text) ? -amount : amount;
}

function gain(amount) {
  return `+${(amount / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })}`;
}

async function addressOf(visitor, place, row) {
  await visitor.goes(place);
  await visitor.page.getByRole('link', { name: row }).first().click();
  await visitor.sees(visitor.heading(row));
  return visitor.page.url();
}
