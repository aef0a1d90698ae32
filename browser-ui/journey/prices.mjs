// What is it worth? Products, and a quote of one that nobody had heard of:
//   node journey/prices.mjs <address of the service> <folder for pictures>
import { mkdirSync } from 'node:fs';
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

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`prices-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

try {
  await station('the products are there from the start', cara, async () => {
    await signUp(cara, `cara.${run}@example.com`, 'Tampa Bay Strips');
    await cara.goes('Prices', 'What we pay');
    await cara.link('Products').click();
    await cara.sees(cara.heading('Products'));
    await cara.sees('OneTouch Verio 50ct');
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
    await cara.button('Edit Prodigy No Coding 50ct').click();
    await cara.dialog.getByRole('textbox', { name: 'Code' }).fill('08484-0701-50');
    await cara.button('Save').click();
    await cara.sees(cara.page.getByRole('cell', { name: '08484-0701-50' }));
    await cara.button('Retire Prodigy No Coding 50ct').click();
    await cara.sees('Nothing matches these filters.');
    await cara.button('Undo').click();
    await cara.sees(cara.page.getByRole('cell', { name: '08484-0701-50' }));
  });

  const phone = await cara.alsoAt(PHONE);
  await station('an item nobody knows is added while quoting', phone, async () => {
    await phone.opens('/quote');
    await phone.page.getByRole('combobox', { name: 'Item' }).fill('Embrace Pro 50ct');
    await phone.button('Add “Embrace Pro 50ct” to your products').click();
    await phone.assertFits();
    await phone.button('Save product').click();
    await phone.dialog.waitFor({ state: 'hidden' });
    await addLine(phone, { item: 'Embrace Pro 50ct', expiry: `Nov ${nextYear}`, boxes: 2, price: '6' });
    await phone.button('New person').click();
    await phone.field('Name').fill('Rosa Delgado');
    await saveQuote(phone, 'Rosa Delgado');
    await phone.opens('/prices/products?search=embrace');
    await phone.sees('Embrace Pro 50ct');
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
