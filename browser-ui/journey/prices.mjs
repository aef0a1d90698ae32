// What is it worth? Products, price lists, and quotes that take their prices from them:
//   node journey/prices.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addLine, saveQuote, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures)
  throw new Error('Usage: node journey/prices.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const nextYear = new Date().getFullYear() + 1;
const browser = await openBrowser();
const cara = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let picture = 0;

async function station(name, visitor, part) {
  at = name;
  const begun = Date.now();
  await part();
  picture += 1;
  await visitor.takesPicture(`prices-${String(picture).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
  console.log(`${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

try {
  await station('the products are there from the start', cara, async () => {
    await signUp(cara, `cara.${run}@example.com`, 'Tampa Bay Strips');
    await cara.goes('Prices', 'What we pay');
    await cara.link('Products').click();
    await cara.sees(cara.heading('Products'), 'OneTouch Verio 50ct');
    await cara.field('Search').fill('acc gu 100');
    await cara.page.waitForURL(/search=acc/);
    await cara.sees('1–1 of 1', 'Accu-Chek Guide 100ct');
    await cara.field('Search').fill('');
  });

  await station('a product is added corrected and retired', cara, async () => {
    await cara.button('New product').click();
    await cara.dialog.getByRole('textbox', { name: 'Name' }).fill('Prodigy No Coding 50ct');
    await cara.dialog.getByRole('textbox', { name: 'Maker' }).fill('Prodigy');
    await cara.button('Save product').click();
    await cara.dialog.waitFor({ state: 'hidden' });
    await cara.field('Search').fill('prodigy');
    await cara.page.waitForURL(/search=prodigy/);
    await cara.link('Prodigy No Coding 50ct').click();
    await cara.sees(cara.heading('Prodigy No Coding 50ct'), 'No list names it yet', 'Added to the products');
    await cara.page.goBack();
    await cara.button('Edit Prodigy No Coding 50ct').click();
    await cara.dialog.getByRole('textbox', { name: 'Code' }).fill('08484-0701-50');
    await cara.button('Save').click();
    await cara.sees(cara.page.getByRole('cell', { name: '08484-0701-50' }));
    await cara.button('Retire Prodigy No Coding 50ct').click();
    await cara.sees('Nothing matches these filters.');
    await cara.button('Undo').last().click();
    await cara.sees(cara.page.getByRole('cell', { name: '08484-0701-50' }));
  });

  await station('the own list is pasted and published', cara, async () => {
    await cara.link('What we pay').click();
    await cara.button('Write the first prices').click();
    await cara
      .field('A list as buyers send it, or as CSV')
      .fill('OneTouch Verio 50 - 8+ 22, 5-7 15\naccu chek guide 100: 8+ $28 / 5-7 $20\nSomething else 8+ 5');
    await cara.button('How it is understood').click();
    await cara.sees('None of your products is called “Something else”. Add it first.');
    await cara.takesPicture('prices-paste');
    await cara.button('Take 2 of 3 lines').click();
    await cara.page.getByRole('textbox', { name: 'OneTouch Verio 50ct, 8+ months' }).fill('23');
    await cara.button('Publish').click();
    await cara.sees(cara.page.getByRole('cell', { name: '$23.00' }));
    assert.match(await cara.page.getByRole('combobox', { name: 'Version' }).inputValue(), /^1 · holds now/);
  });

  await station('a buyer with terms and a CSV list', cara, async () => {
    await cara.link('Buyers').click();
    await cara.sees('No buyers yet');
    await cara.button('New buyer').first().click();
    await cara.dialog.getByRole('textbox', { name: 'Company' }).fill('StripRescue LLC');
    await cara.dialog.getByRole('textbox', { name: 'They take off' }).fill('2');
    await cara.button('Save buyer').click();
    await cara.sees(cara.heading('StripRescue LLC'));
    await cara.button('Write the first prices').click();
    const sheet = join(pictures, 'striprescue.csv');
    writeFileSync(sheet, 'Item,10+,6+\nOneTouch Verio 50ct,40,30\nAccu-Chek Guide 100ct,50,20.20\n');
    await cara.page.locator('input[type=file]').setInputFiles(sheet);
    await cara.button('Take 2 lines').click();
    await cara.button('Publish').click();
    await cara.sees(cara.page.getByRole('cell', { name: '$40.00' }));
  });

  const phone = await cara.alsoAt(PHONE);
  await station('a quote in a few taps', phone, async () => {
    await phone.opens('/quote');
    const begun = Date.now();
    await addLine(phone, { search: 'verio 50', item: 'OneTouch Verio 50ct', expiry: `Dec ${nextYear}`, boxes: 3 });
    await phone.sees('Total $69.00');
    await phone.field('Phone or name').fill('617 555 0188');
    await phone.button('New person').click();
    await phone.field('Name').fill('Rosa Delgado');
    await saveQuote(phone, 'Rosa Delgado');
    const seconds = (Date.now() - begun) / 1000;
    assert.ok(seconds < 30, `a quote took ${seconds} s`);
    await phone.sees('$69.00');
    await phone.page.getByText('Why this price?').click();
    await phone.sees(/^List 1 · \d+ months? left/, /^Best buyer then: /);
    await phone.assertFits();
  });

  await station('why it costs that and what is left', phone, async () => {
    await phone.opens('/quote');
    await phone.page.getByRole('combobox', { name: 'Item' }).fill('verio 50');
    await phone.page.getByRole('option', { name: 'OneTouch Verio 50ct' }).first().click();
    await phone.picksMonth(`Dec ${nextYear}`);
    await phone.sees('$23.00 a box', /List 1 · \d+ months left · 8\+ is \$23\.00/, /StripRescue LLC pays \$39\.20/);
    await phone.sees(/\+\$16\.20 \(41 %\)/);
    await phone.button('Slight damage').click();
    await phone.sees('$11.50 a box', /damaged 50 %/);
    await phone.assertFits();
    await phone.button('Perfect').click();
    await phone.button('Another price').click();
    await phone.field('Price per box').fill('38');
    await phone.sees(/That leaves 3 %, less than your 10 %/);
    await phone.button('Add line').click();
    await phone.sees('Say why, so that it can be understood later.');
    await phone.button('Haggled').click();
    await phone.button('Add line').click();
    await phone.sees('Total $38.00');
    await phone.assertFits();
  });

  await station('an item nobody knows is added while quoting', phone, async () => {
    await phone.opens('/quote');
    await phone.page.getByRole('combobox', { name: 'Item' }).fill('Embrace Pro 50ct');
    await phone.button('Add “Embrace Pro 50ct” to your products').click();
    await phone.assertFits();
    await phone.button('Save product').click();
    await phone.dialog.waitFor({ state: 'hidden' });
    await addLine(phone, { item: 'Embrace Pro 50ct', expiry: `Nov ${nextYear}`, boxes: 2, price: '6' });
    await phone.sees('Total $12.00');
  });

  await station('many prices change and open quotes are shown', cara, async () => {
    await cara.goes('Prices', 'What we pay');
    await cara.button('New version').click();
    await cara.page.getByText('Change many').click();
    await cara.page.getByRole('textbox', { name: 'Change by' }).fill('-10');
    await cara.button('Change 2 products').click();
    await cara.button('What would open quotes be?').click();
    await cara.sees(/1 line of open quotes would change: −\$6\.90 in all/);
    await cara.button('Publish').click();
    await cara.sees(cara.page.getByRole('cell', { name: '$20.70' }));
  });

  await station('damaged boxes get a price of their own', cara, async () => {
    await cara.button('New version').click();
    await cara.page.getByRole('checkbox', { name: /Slightly damaged boxes have prices of their own/ }).check();
    await cara.page.getByRole('textbox', { name: 'OneTouch Verio 50ct, damaged, 8+ months' }).fill('9.99');
    await cara.button('Publish').click();
    await cara.sees(cara.page.getByRole('cell', { name: '$20.70 / $9.99' }));
    await phone.opens('/quote');
    await phone.page.getByRole('combobox', { name: 'Item' }).fill('verio 50');
    await phone.page.getByRole('option', { name: 'OneTouch Verio 50ct' }).first().click();
    await phone.picksMonth(`Dec ${nextYear}`);
    await phone.button('Slight damage').click();
    await phone.sees('$9.99 a box');
  });

  await station('a product shows what all lists pay and what is left', cara, async () => {
    await cara.link('Products').click();
    await cara.link('OneTouch Verio 50ct').click();
    await cara.sees(cara.heading('OneTouch Verio 50ct'), cara.page.getByRole('table', { name: 'Prices today' }));
    assert.deepEqual(await cara.rowsOf('Prices today'), [
      ['10+', '$20.70', '$39.20', '+$18.50'],
      ['8+', '$20.70', '$29.40', '+$8.70'],
      ['6+', '$13.50', '$29.40', '+$15.90'],
      ['5+', '$13.50', '—', '—'],
    ]);
  });

  await station('prices fit a phone', phone, async () => {
    await phone.turnsTo(new URL(cara.page.url()).pathname);
    await phone.sees(phone.page.getByRole('table', { name: 'Prices today' }));
    await phone.assertFits();
    for (const path of ['/prices', '/prices/buyers', '/prices/products', '/prices/tier-drops']) {
      await phone.turnsTo(path);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
    }
    await phone.turnsTo('/prices');
    await phone.button('New version').click();
    await phone.sees(phone.button('Publish'));
    await phone.assertFits();
  });

  cara.assertUntroubled();
} catch (error) {
  await cara.takesPicture('prices-failed');
  console.error(`At “${at}”, ${cara.page.url()}:`, ...cara.troubles);
  throw error;
} finally {
  await browser.close();
}
