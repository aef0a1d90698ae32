// The ways a purchase can go, in a real browser against the running service:
//   node journey/deals.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { accept, addLine, choosesStep, pay, registerPerson, saveQuote, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/deals.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const item = 'Accu-Chek Guide 100ct';
const nextYear = new Date().getFullYear() + 1;

const browser = await openBrowser();
const ann = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let picture = 0;

async function station(name, visitor, part) {
  at = name;
  const result = await part();
  picture += 1;
  await visitor.takesPicture(`deals-${String(picture).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
  console.log(name);
  return result;
}

/** A quote of three boxes for somebody new; Ann is then at the deal. */
async function quoteFor(name, phone) {
  await ann.goes('People');
  await registerPerson(ann, { name, phone, email: `${phone.replaceAll(' ', '')}@example.com`, leadSource: 'Google' });
  await ann.page.getByRole('main').getByRole('link', { name: 'Quote', exact: true }).click();
  await addLine(ann, { search: 'acc gu 100', item, expiry: `Nov ${nextYear}`, boxes: 3, price: '30' });
  await saveQuote(ann, name);
}

try {
  await signUp(ann, `deals.${run}@example.com`, 'Harbor Buyback');

  const link = await station('a private link is made', ann, async () => {
    await quoteFor('Lena Brooks', '617 555 0170');
    await choosesStep(ann, 'Send a link');
    const field = ann.dialog.getByLabel('Private link');
    await field.waitFor();
    const address = await field.inputValue();
    assert.match(address, /\/offer#[\w-]{43}$/);
    await ann.page.keyboard.press('Escape');
    return new URL(address);
  });

  const lena = await Visitor.arrive(browser, base, pictures);
  await lena.page.setViewportSize(PHONE);
  await station('the seller accepts by the link', lena, async () => {
    await lena.page.goto(link.href);
    await lena.sees(lena.heading('An offer from Harbor Buyback'), item, '$90.00');
    await lena.assertFits();
    await lena.takesPicture('deals-offer-on-a-phone');
    await lena.page.getByRole('checkbox').check();
    await lena.button('Accept the offer').click();
    await lena.sees('Thank you. The business knows that you accept.');
    lena.expectsRefusal(404, /^\/api\/offers\/open$/);
    await lena.page.reload();
    await lena.sees('This link leads nowhere (any more).');
  });

  await station('the label goes out and the boxes come', ann, async () => {
    await ann.sees(ann.button('Receive boxes'));
    await choosesStep(ann, 'Add a label');
    await ann.dialog.getByLabel('Cost').fill('8.15');
    await ann.dialog.getByLabel('Tracking number').fill('9400 1000 7777');
    await ann.button('Save label').click();
    await ann.sees('Label sent');
    await choosesStep(ann, 'Boxes are sent');
    await ann.sees('On its way');
    await ann.button('Receive boxes').click();
    await ann.button('They are here').click();
    await ann.sees(ann.heading('Receive and inspect'));
  });

  const phone = await ann.alsoAt(PHONE);
  await station('one box is wet', phone, async () => {
    await phone.page.goto(ann.page.url());
    await phone.button(`Different…: ${item}`).click();
    await phone.field('Boxes').fill('2');
    await phone.button('Some boxes are different again').click();
    await phone.button('Rejected').last().click();
    await phone.page.getByRole('combobox', { name: 'Why different' }).last().click();
    await phone.page.getByRole('option', { name: 'Water', exact: true }).click();
    await phone.assertFits();
    await phone.button('Save line').click();
    await phone.sees('quoted $90.00', phone.page.getByText('$60.00').first());
    await phone.assertFits();
  });

  const requote = await station('the new price is told by a link', ann, async () => {
    await ann.page.reload();
    await ann.button('Re-quote').click();
    await ann.dialog.getByLabel('What to tell them').fill('One box is wet.');
    await ann.button('Save re-quote').click();
    await ann.button('Agree and stock').click();
    await ann.dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
    await ann.sees(ann.heading('Receive and inspect'));
    await ann.page.getByRole('main').getByRole('link', { name: 'Lena Brooks' }).click();
    await choosesStep(ann, 'Link for the seller’s answer');
    const field = ann.dialog.getByLabel('Private link');
    await field.waitFor();
    const address = await field.inputValue();
    await ann.page.keyboard.press('Escape');
    return address;
  });

  await station('the seller takes the new price', lena, async () => {
    await lena.page.goto('about:blank');
    await lena.page.goto(requote);
    await lena.sees(lena.heading('A new price from Harbor Buyback'), /One box is wet\./, '$60.00', /Water|water/);
    await lena.seesNo(lena.page.getByRole('checkbox'));
    await lena.assertFits();
    await lena.takesPicture('deals-requote-on-a-phone');
    await lena.button('Take $60.00').click();
    await lena.sees('Thank you. The business knows that you accept.');
    await ann.sees(ann.button('Record payout'), '1 box to send back', /by the link/);
  });

  await station('a payout fails and is made again', ann, async () => {
    await pay(ann, '60', 'Zelle', 'first try');
    await ann.button('Steps of this payout').click();
    await ann.page.getByRole('menuitem', { name: 'It failed' }).click();
    await ann.button('It failed').click();
    await ann.sees('Next: pay $60.00.');
    await pay(ann, '60', 'Cash', 'by hand');
    await choosesStep(ann, 'Send boxes back');
    await ann.button('Record return').click();
    await choosesStep(ann, 'Close deal');
    await ann.sees('History: nothing is left to do.');
  });

  await station('bought at a meeting', ann, async () => {
    await quoteFor('Omar Haddad', '617 555 0171');
    await choosesStep(ann, 'Arrange a meeting');
    await ann.dialog.getByLabel('Time').fill('15:30');
    await ann.dialog.getByLabel('Place').fill('Walmart parking lot');
    await ann.button('Save meeting').click();
    await accept(ann, 'Buy on the spot');
    await ann.sees('Meeting set');
    await ann.button('Buy on the spot').click();
    await ann.sees(ann.heading('Receive and inspect'));
    await ann.button('Buy on the spot').click();
    await ann.button('Buy and pay').click();
    await ann.sees('Next: sell 3 boxes.');
  });

  await station('held, declined, reopened and quoted anew', ann, async () => {
    await quoteFor('Pia Lund', '617 555 0172');
    await choosesStep(ann, 'Put on hold');
    await ann.chooses('Reason', 'Checking the seller');
    await ann.dialog.getByRole('button', { name: 'Put on hold' }).click();
    await ann.sees('On hold: checking the seller');
    await ann.button('Release').click();
    await ann.sees(ann.button('Accept'));
    await choosesStep(ann, 'Decline');
    await ann.chooses('Reason', 'The price');
    await ann.button('Yes, declined').click();
    await ann.button('Quote anew').click();
    await ann.button(`Edit ${item}`).click();
    await ann.field('Price per box').fill('32');
    await ann.button('Update line').click();
    await ann.button('Save new quote').click();
    await ann.sees('Quote version', '$96.00');
  });

  await station('the board', ann, async () => {
    await ann.goes('Deals');
    await ann.page.getByText('Board', { exact: true }).click();
    await ann.sees(ann.page.getByRole('list', { name: 'Board' }), 'Pia Lund');
    await phone.turnsTo('/deals?view=board');
    await phone.sees('Pia Lund');
    await phone.assertFits();
    await phone.takesPicture('deals-board-on-a-phone');
  });

  await station('several deals at once', ann, async () => {
    await ann.turnsTo('/deals');
    for (const name of ['Pia Lund', 'Omar Haddad', 'Lena Brooks']) {
      await ann.page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    }
    const chosen = ann.page.getByRole('region', { name: 'Steps for the chosen deals' });
    await ann.sees('3 deals chosen');
    const { lines } = await ann.downloads(chosen.getByRole('link', { name: 'CSV' }));
    assert.equal(lines.length, 4);
    await chosen.getByRole('button', { name: 'Cancel', exact: true }).click();
    await ann.sees('This can be done to 1 of 3 deals; not to these:', 'The boxes are here already.');
    await ann.takesPicture('deals-bulk-preview');
    await ann.chooses('Reason', 'Never sent');
    await ann.button('Cancel 1 deal').click();
    await ann.sees('1 deal cancelled.', ann.page.getByRole('table').getByText('Cancelled'));
    await ann.button('Undo').last().click();
    await ann.sees(ann.page.getByRole('table').getByText('Quoted', { exact: true }).last());
    await phone.turnsTo('/deals');
    await phone.page.getByRole('checkbox', { name: 'Choose Pia Lund' }).check();
    await phone.assertFits();
    await phone.takesPicture('deals-bulk-on-a-phone');
  });

  await station('how long deals wait', ann, async () => {
    await ann.turnsTo('/settings');
    await ann.field('Donate unwanted boxes after').fill('20');
    await ann.field('Close paid deals after').fill('');
    await ann.page.getByRole('region', { name: 'Deals that wait' }).getByRole('button', { name: 'Save' }).click();
    await ann.sees('Saved.');
    await ann.page.reload();
    await ann.sees(ann.page.locator('input[value="20"]'));
    await phone.turnsTo('/settings');
    await phone.assertFits();
  });

  await station('reports', ann, async () => {
    await ann.goes('Reports', 'Profit by month');
    await ann.turnsTo('/reports?report=quote-gap');
    await ann.sees(ann.heading('Quoted and paid'), ann.page.getByRole('cell', { name: 'Water' }));
    await ann.takesPicture('deals-gap');
    await ann.turnsTo('/reports?report=quote-funnel');
    await ann.sees(ann.page.getByRole('table', { name: 'Quotes to purchases' }));
    await ann.takesPicture('deals-funnel');
    await ann.turnsTo('/reports?report=compliance-log');
    await ann.sees('by the private link', 'to the business');
  });

  ann.assertUntroubled();
  lena.assertUntroubled();
} catch (error) {
  await ann.takesPicture('deals-failed');
  console.error(`At “${at}”, ${ann.page.url()}:`, ...ann.troubles);
  throw error;
} finally {
  await browser.close();
}
