// Where did it go? An expense with its receipt, a trip, what people and buyers are owed, the cash, and the tax form:
//   node journey/money.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { draftsSale, ships } from './selling.mjs';
import { accept, addLine, logTrip, pay, receive, recordExpense, saveQuote, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/money.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const LINES = 'Expenses by line of Schedule C';
const run = Date.now().toString(36);
const nextYear = new Date().getFullYear() + 1;
const VERIO = 'OneTouch Verio 50ct';
const browser = await openBrowser();
const dora = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`money-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function reads(visitor, report) {
  await visitor.page.getByRole('combobox', { name: 'Report' }).click();
  await visitor.page.getByRole('option', { name: report, exact: true }).click();
  await visitor.sees(visitor.heading(report));
}

try {
  await station('an expense is kept with its receipt', dora, async () => {
    await signUp(dora, `dora.${run}@example.com`, 'Bay Strips');
    await dora.goes('Money', 'Expenses');
    await dora.sees('No expenses yet');
    await recordExpense(dora, { amount: '12.34', vendor: 'Uline', category: 'Supplies · line 22' });
    await recordExpense(dora, { amount: '99', vendor: 'Typo Inc', category: 'Office · line 18' });
    await dora.button('Uline').click();
    await dora.sees(dora.dialog.getByAltText('Attached photo'));
    await dora.dialog.getByLabel('Amount').fill('12.43');
    await dora.button('Save expense').click();
    await dora.dialog.waitFor({ state: 'hidden' });
    await dora.sees('$12.43');
  });

  await station('several expenses at once', dora, async () => {
    await dora.page.getByRole('checkbox', { name: 'Choose Uline, $12.43' }).check();
    await dora.page.getByRole('checkbox', { name: 'Choose Typo Inc, $99.00' }).check();
    const chosen = dora.page.getByRole('region', { name: 'Steps for the chosen expenses' });
    const { lines } = await dora.downloads(chosen.getByRole('link', { name: 'CSV' }));
    assert.equal(lines.length, 3);
    await chosen.getByRole('button', { name: 'Category' }).click();
    await dora.dialog.getByRole('combobox', { name: 'Category' }).click();
    await dora.page.getByRole('option', { name: 'Travel · line 24a' }).click();
    await dora.sees('This can be done to all 2 expenses.');
    await dora.button('Set for 2 expenses').click();
    await dora.sees('Set for 2 expenses.', dora.page.getByRole('table').getByText('Travel · line 24a').first());
    await dora.button('Undo').last().click();
    await dora.sees('Office · line 18', 'Supplies · line 22');
  });

  await station('what was a mistake is voided', dora, async () => {
    await dora.button('Typo Inc').click();
    await dora.button('Void this expense…').click();
    await dora.dialog.getByLabel('Why?').fill('entered twice');
    await dora.button('Yes, void it').click();
    await dora.dialog.waitFor({ state: 'hidden' });
    await dora.sees('1–1 of 1');
  });

  await station('a trip is logged', dora, async () => {
    await dora.link('Mileage').click();
    await dora.sees(dora.heading('Mileage'), 'No trips yet');
    await logTrip(dora, { miles: '12.3', purpose: 'Post office', cents: '70' });
    await dora.sees('$8.61');
  });

  await station('both stand on their lines of the tax form', dora, async () => {
    await dora.goes('Reports', 'Profit by month');
    await reads(dora, LINES);
    await dora.sees(dora.page.getByRole('cell', { name: 'Supplies', exact: true }));
    assert.deepEqual(await dora.rowsOf(LINES), [
      ['9', 'Car and truck expenses', '1', '$8.61'],
      ['22', 'Supplies', '1', '$12.43'],
    ]);
    const csv = await dora.downloads(dora.link('Download CSV'));
    assert.equal(csv.lines.length, 3);
    await reads(dora, 'Cash flow');
    await dora.sees('−$12.43');
  });

  await station('what is owed to a person is a payout due', dora, async () => {
    await dora.opens('/quote');
    await addLine(dora, { search: 'verio 50', item: VERIO, expiry: `Dec ${nextYear}`, boxes: 5, price: '10' });
    await dora.field('Phone or name').fill('617 555 0143');
    await dora.button('New person').click();
    await dora.field('Name').fill('Rosa Delgado');
    await saveQuote(dora, 'Rosa Delgado');
    await accept(dora);
    await receive(dora, '4.50');
    await dora.goes('Money', 'Expenses');
    await dora.link('Payouts').click();
    await dora.sees(dora.heading('Payouts'), 'Rosa Delgado');
    await dora.page.getByRole('link', { name: /^Due/ }).click();
    await dora.sees('1–1 of 1', '$50.00');
    await dora.link('Rosa Delgado').click();
    await pay(dora, '50', 'Zelle', 'zelle-1');
    await dora.goes('Money', 'Expenses');
    await dora.link('Payouts').click();
    await dora.sees(dora.page.getByRole('cell', { name: 'Sent', exact: true }));
    await dora.page.getByRole('checkbox', { name: 'Choose Rosa Delgado, $50.00' }).check();
    const chosen = dora.page.getByRole('region', { name: 'Steps for the chosen payouts' });
    await chosen.getByRole('button', { name: 'Arrived' }).click();
    await dora.button('Mark 1 payout as arrived').click();
    await dora.sees('1 payout has arrived.');
    await dora.button('Undo').last().click();
    await dora.sees(dora.page.getByRole('cell', { name: 'Sent', exact: true }));
    const csv = await dora.downloads(dora.link('Download CSV'));
    assert.equal(csv.lines.length, 2);
  });

  await station('what a buyer owes stands by buyer and by invoice', dora, async () => {
    await draftsSale(dora, { buyer: 'StripRescue LLC', search: 'verio', item: VERIO, boxes: 2, each: '20' });
    await ships(dora, '1Z999');
    await dora.goes('Money', 'Expenses');
    await dora.link('Receivables').click();
    await dora.sees(dora.heading('By buyer'), dora.heading('By invoice'), 'StripRescue LLC');
    assert.deepEqual((await dora.rowsOf('What buyers owe, by buyer'))[0]?.slice(0, 3), [
      'StripRescue LLC',
      '1',
      '$40.00',
    ]);
  });

  await station('an expense is booked on the sale it was for', dora, async () => {
    await dora.link('Expenses').click();
    await dora.button('Uline').click();
    await dora.dialog.getByRole('combobox', { name: 'For a deal or a sale' }).fill('striprescue');
    await dora.page.getByRole('option', { name: /^StripRescue LLC/ }).click();
    await dora.button('Save expense').click();
    await dora.dialog.waitFor({ state: 'hidden' });
    await dora.button('Uline').click();
    await dora.dialog.getByRole('link', { name: 'See the sale' }).click();
    await dora.sees(dora.heading('StripRescue LLC'), 'Expense corrected: $12.43');
  });

  await station('cash is told by month from what there was to what is left', dora, async () => {
    await dora.goes('Money', 'Expenses');
    await dora.link('Cash').click();
    await dora.sees(dora.heading('Cash'), 'At the beginning', dora.page.getByRole('table', { name: 'Cash flow' }));
    const [month] = await dora.rowsOf('Cash flow');
    assert.deepEqual(month?.slice(1), ['$0.00', '$0.00', '$50.00', '$4.50', '$12.43', '−$66.93', '−$66.93']);
  });

  await station('profit by product and buyer when earned and when paid', dora, async () => {
    await dora.turnsTo('/reports?report=profit-by-product');
    await dora.sees(dora.page.getByRole('table', { name: 'Profit by product' }));
    assert.deepEqual(await dora.rowsOf('Profit by product'), [
      [VERIO, '2', '$40.00', '$21.80', '$0.00', '$0.00', '$0.00', '+$18.20'],
    ]);
    await dora.page.getByText('When paid', { exact: true }).click();
    await dora.sees(dora.page.getByRole('cell', { name: '−$54.50' }));
    assert.deepEqual(await dora.rowsOf('Profit by product'), [
      [VERIO, '0', '$0.00', '$50.00', '$0.00', '$4.50', '$0.00', '−$54.50'],
    ]);
    await reads(dora, 'Profit by buyer');
    await dora.sees(dora.page.getByRole('cell', { name: '−$34.23' }));
    const csv = await dora.downloads(dora.link('Download CSV'));
    assert.deepEqual(csv.lines.slice(1), ['StripRescue LLC,0,0.00,20.00,0.00,1.80,12.43,-34.23,USD']);
  });

  const phone = await dora.alsoAt(PHONE);
  await station('an expense on the phone', phone, async () => {
    await phone.opens('/money');
    await phone.assertFits();
    await phone.page
      .getByRole('checkbox', { name: /^Choose / })
      .first()
      .check();
    await phone.assertFits();
    await phone.takesPicture('money-chosen-on-the-phone');
    await phone.button('New expense').first().click();
    await phone.assertFits();
    await phone.takesPicture('money-the-form-on-the-phone');
    await phone.page.keyboard.press('Escape');
    for (const screen of [
      '/money/mileage',
      '/money/payouts',
      '/money/receivables',
      '/money/cash',
      '/reports',
      '/reports?report=cost-of-goods',
      '/reports?report=cash-flow',
    ]) {
      await phone.turnsTo(screen);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
    }
  });

  dora.assertUntroubled();
} catch (error) {
  await dora.takesPicture('money-failed');
  console.error(`At “${at}”, ${dora.page.url()}:`, ...dora.troubles);
  throw error;
} finally {
  await browser.close();
}
