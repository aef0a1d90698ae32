// Files of all kinds come in: people from another program, tried first, changed, undone; on a phone as well:
//   node journey/imports.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures)
  throw new Error('Usage: node journey/imports.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const browser = await openBrowser();
const ida = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`imports-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function handsIn(visitor, name, text) {
  await visitor.page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await visitor.sees(visitor.heading(name));
}

try {
  await station('people are understood as they are meant', ida, async () => {
    await signUp(ida, `ida.${run}@example.com`, 'Harbor Strips');
    await ida.opens('/imports');
    await handsIn(
      ida,
      'contacts.csv',
      'Full name;Mobile;E-mail;Town;Nick\nFord Prefect;617-555-0101;ford@example.com;Boston;Ix\nZaphod Beeblebrox;call me;;Boston;\nArthur Dent;617-555-0104;;Salem;\n',
    );
    assert.equal(await ida.field('What is in it').inputValue(), 'CUSTOMERS');
    await ida.sees('The first 2 of 2 good rows', '1 row can’t be imported', '+16175550101');
    await ida.field('Nick is taken as').selectOption('notes');
    await ida.sees(ida.page.getByRole('cell', { name: 'Ix', exact: true }));
  });

  await station('a try changes nothing', ida, async () => {
    await ida.button('Try it first').click();
    await ida.sees('What importing would do', 'Would be added');
    await ida.goes('People');
    await ida.seesNo('Ford Prefect');
    await ida.page.goBack();
    await ida.sees(ida.heading('contacts.csv'));
  });

  await station('people come in', ida, async () => {
    await ida.button('Import 2 rows').click();
    await ida.sees('All in.', '2 rows imported, 1 left out.');
    const report = await ida.downloads(ida.link('Download the report'));
    assert.match(report.lines[1], /^2,MADE/);
    assert.match(report.lines[2], /^3,REFUSED,.*phone number/);
    await ida.link('See the people').click();
    await ida.sees(ida.link('Ford Prefect'), ida.link('Arthur Dent'));
  });

  await station('expenses of a bank with the day first', ida, async () => {
    await ida.turnsTo('/imports');
    await handsIn(
      ida,
      'bank.csv',
      'Booked,Description,Amount\n24.12.2025,USPS,"-12,40"\n25.12.2025,Shell,"-1.030,00"\n',
    );
    await ida.field('Booked is taken as').selectOption('date');
    await ida.sees('2025-12-24', '$1030.00');
    assert.equal(await ida.field('Dates').inputValue(), 'DAY_FIRST');
    await ida.button('Import 2 rows').click();
    await ida.sees('All in.');
  });

  await station('an import is undone as a whole', ida, async () => {
    await ida.turnsTo('/imports');
    await ida.link('contacts.csv').click();
    await ida.button('Undo this import').click();
    await ida.dialog.getByRole('button', { name: 'Undo this import' }).click();
    await ida.sees('2 rows were taken back.', 'Added, taken back');
    await ida.goes('People');
    // The list may be the one of before, until it is asked for again.
    await ida.page.getByText('Ford Prefect').waitFor({ state: 'detached' });
  });

  const phone = await ida.alsoAt(PHONE);
  await station('on the phone', phone, async () => {
    await phone.opens('/imports');
    await phone.assertFits();
    await handsIn(phone, 'items.csv', 'Product,UPC,Count\nTowel strips 50ct,0042,50\n');
    await phone.sees('The first 1 of 1 good rows');
    await phone.assertFits();
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.button('Import 1 row').click();
    await phone.sees('All in.');
    await phone.assertFits();
  });

  ida.assertUntroubled();
} catch (error) {
  await ida.takesPicture('imports-failed');
  console.error(`At “${at}”, ${ida.page.url()}:`, ...ida.troubles);
  throw error;
} finally {
  await browser.close();
}
