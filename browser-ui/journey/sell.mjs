// Boxes are photographed, bought, and sold to whoever pays most; the papers are printed. In a real browser:
//   node journey/sell.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept, addLine, registerPerson, saveQuote, signUp } from './trade.mjs';
import { choosesStep } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/sell.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const item = 'Accu-Chek Guide 100ct';
const now = new Date();
/** What lasts eleven months now falls below ten on the first of the month after next. */
const expiry = new Date(now.getFullYear(), now.getMonth() + 11, 1).toLocaleDateString('en-US', {
  month: 'short',
  year: 'numeric',
});

const browser = await openBrowser();
const dora = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let picture = 0;

async function station(name, visitor, part) {
  at = name;
  await part();
  picture += 1;
  await visitor.takesPicture(`sell-${String(picture).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function buyerWithList(name, prices) {
  await dora.goes('Prices', 'What we pay');
  await dora.link('Buyers').click();
  await dora.button('New buyer').first().click();
  await dora.dialog.getByRole('textbox', { name: 'Company' }).fill(name);
  await dora.button('Save buyer').click();
  await dora.sees(dora.heading(name));
  await dora.button('Write the first prices').click();
  const sheet = join(pictures, 'sheet.csv');
  writeFileSync(sheet, prices);
  await dora.page.locator('input[type=file]').setInputFiles(sheet);
  await dora.button('Take 1 line').click();
  await dora.button('Publish').click();
  await dora.sees('Prices published (version 1) for 1 products');
}

/** What opens when somebody follows a link to a paper. */
async function prints(visitor, link) {
  const href = await link.getAttribute('href');
  const paper = await visitor.context.request.get(href);
  assert.equal(paper.status(), 200);
  assert.equal(paper.headers()['content-type'], 'application/pdf');
  assert.match((await paper.body()).subarray(0, 8).toString('latin1'), /^%PDF-/);
}

try {
  await station('two buyers send their lists', dora, async () => {
    await signUp(dora, `dora.${run}@example.com`, 'Cape Ann Surplus');
    await buyerWithList('StripRescue LLC', `Item,10+,6+\n${item},50,40\n`);
    await buyerWithList('Galaxy Wholesale', `Item,10+,6+\n${item},45,44\n`);
  });

  await station('boxes are quoted', dora, async () => {
    await dora.goes('People');
    const rosa = { name: 'Rosa Delgado', phone: '617 555 0142', email: 'rosa@example.com', leadSource: 'Google' };
    await registerPerson(dora, rosa);
    await dora.page.getByRole('main').getByRole('link', { name: 'Quote', exact: true }).click();
    await addLine(dora, { search: 'acc gu 100', item, expiry, boxes: 3, price: '30' });
    if (await dora.button('Haggled').isVisible()) await dora.button('Haggled').click();
    await saveQuote(dora, 'Rosa Delgado');
    await choosesStep(dora, 'Arrange a meeting');
    await dora.dialog.getByLabel('Time').fill('15:30');
    await dora.dialog.getByLabel('Place').fill('Walmart parking lot');
    await dora.button('Save meeting').click();
    await accept(dora, 'Buy on the spot');
  });

  const phone = await dora.alsoAt(PHONE);
  await station('the camera shows what the boxes look like', phone, async () => {
    await phone.page.goto(dora.page.url());
    await phone.button('Buy on the spot').click();
    await phone.sees(phone.heading('Receive and inspect'));
    const shot = { mimeType: 'image/png', buffer: await phone.page.screenshot() };
    await phone.page.locator('input[type=file]').setInputFiles([
      { name: 'front.png', ...shot },
      { name: 'back.png', ...shot },
    ]);
    await phone.sees('2 photos added');
    await phone.button('Show the photo').first().click();
    await phone.sees(phone.dialog.getByRole('img', { name: `Photos of ${item}` }));
    await phone.assertFits();
    await phone.takesPicture('sell-photo-on-a-phone');
    await phone.dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await phone.sees('Photo removed');
    assert.equal(await phone.button('Show the photo').count(), 1);
    await phone.button('Undo').last().click();
    await phone.sees(phone.button('Show the photo').nth(1));
    await phone.assertFits();
  });

  await station('they are bought and the papers printed', dora, async () => {
    await dora.page.reload();
    await dora.sees(dora.button('Show the photo').nth(1));
    await dora.button('Buy on the spot').click();
    await dora.button('Buy on the spot').click();
    await dora.button('Buy and pay').click();
    await dora.sees('Next: sell 3 boxes.');
    await prints(dora, dora.link('Bill of sale (PDF)'));
    await dora.button('Steps of this payout').click();
    await prints(dora, dora.page.getByRole('menuitem', { name: 'Receipt (PDF)' }));
    await dora.page.keyboard.press('Escape');
  });

  await station('who pays most', phone, async () => {
    await phone.turnsTo('/sales/new');
    const first = phone.page.getByRole('article').first();
    await phone.sees(first.getByText('$150.00'), first.getByText('pays most'), first.getByText('+$60.00'));
    await phone.sees(phone.page.getByRole('article', { name: 'Galaxy Wholesale' }).getByText('$135.00'));
    await phone.assertFits();
  });

  await station('what waiting costs', phone, async () => {
    await phone.turnsTo('/prices/tier-drops');
    await phone.sees(
      '3 boxes lose $6.00 each: sell them to StripRescue LLC before, or lose $18.00.',
      phone.page.getByRole('img', { name: 'Chart of what is lost, day by day' }).locator('.recharts-bar-rectangle'),
    );
    await phone.assertFits();
    await phone.chooses('Looking ahead', '30 days');
    await phone.sees('No box on hand loses worth within 30 days.');
    await phone.chooses('Looking ahead', '90 days');
    const csv = await phone.downloads(phone.link('Download CSV'));
    assert.equal(csv.lines.length, 2);
  });

  await station('what the shelf would bring', dora, async () => {
    await dora.turnsTo('/stock/value');
    await dora.sees(dora.page.getByRole('table', { name: 'Value of the stock' }));
    assert.deepEqual(await dora.rowsOf('Value of the stock'), [[item, '3', '$90.00', '$150.00', '+$60.00']]);
    await dora.chooses('Period', 'This month');
    await dora.sees(dora.page.getByRole('img', { name: 'Chart of the stock’s cost over time' }));
  });

  await station('chosen lots by their buyer', dora, async () => {
    await dora.turnsTo('/stock?view=lots');
    await dora.page.getByRole('checkbox').first().check();
    await dora.page
      .getByRole('region', { name: 'Steps for the chosen lots' })
      .getByRole('link', { name: 'Sell' })
      .click();
    await dora.sees('What buyers pay for 1 chosen lot');
    // By hand, the buyer's terms and prices stand there as soon as its name does.
    await dora.page.getByRole('combobox', { name: 'Buyer' }).fill('Galaxy Wholesale');
    await dora.sees(dora.page.getByLabel(`Price per box: ${item}`));
    await dora.page.waitForFunction(
      (label) => document.querySelector(`[aria-label="${label}"]`)?.value === '45.00',
      `Price per box: ${item}`,
    );
    await dora.button('Draft for StripRescue LLC').click();
    await dora.sees(dora.heading('StripRescue LLC'), 'Draft saved.', '$150.00');
  });

  await station('the sale ships and is billed by the terms', dora, async () => {
    await dora.button('Confirm').click();
    await dora.button('Packed').click();
    await dora.button('Ship').click();
    await dora.dialog.getByRole('button', { name: 'Ship', exact: true }).click();
    await dora.dialog.waitFor({ state: 'hidden' });
    await dora.button('More steps').click();
    await dora.page.getByRole('menuitem', { name: 'Invoice', exact: true }).click();
    await dora.sees(dora.dialog.getByText('with the invoice'));
    await dora.dialog.getByRole('button', { name: 'Invoice', exact: true }).click();
    await dora.dialog.waitFor({ state: 'hidden' });
    await prints(dora, dora.link('Invoice (PDF)'));
    await dora.turnsTo('/sales?view=owed');
    await dora.sees('Next due', 'StripRescue LLC');
  });

  await station('it all fits a phone', phone, async () => {
    for (const path of ['/sales/new', '/sales?view=owed', '/prices/buyers']) {
      await phone.turnsTo(path);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
    }
    await phone.turnsTo('/sales');
    await phone.page.locator('.rowLink').first().click();
    await phone.sees(phone.link('Invoice (PDF)'));
    await phone.assertFits();
  });

  dora.assertUntroubled();
} catch (error) {
  await dora.takesPicture('sell-failed');
  console.error(`At “${at}”, ${dora.page.url()}:`, ...dora.troubles);
  throw error;
} finally {
  await browser.close();
}
