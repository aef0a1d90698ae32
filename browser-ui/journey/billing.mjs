// Paying for the service: a trial, a plan by the payment page, another plan, an end that is taken back, a payment that
// fails and is made good:
//   node journey/billing.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [address, pictures] = process.argv.slice(2);
if (!address || !pictures)
  throw new Error('Usage: node journey/billing.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

// The payment page leads back to the name that the service knows for itself.
const base = address.replace('127.0.0.1', 'localhost');
const run = Date.now().toString(36);
const browser = await openBrowser();
const olga = await Visitor.arrive(browser, base, pictures);
// Where the simulated Stripe has its pages.
olga.goesAlsoTo('127.0.0.1');
let at = 'the door';

async function station(name, part) {
  at = name;
  await part();
  await olga.takesPicture(`billing-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

/** At the simulated Stripe's portal, and back. */
async function atStripe(...buttons) {
  await olga.button('Cards and addresses at Stripe').click();
  await olga.sees(olga.heading('Your payments'));
  for (const name of buttons) {
    await olga.button(name).first().click();
    await olga.sees(olga.heading('Your payments'));
  }
  await olga.link('Back to MedFlip Profit').click();
  await olga.sees(olga.heading('Subscription'));
}

try {
  await station('the trial', async () => {
    await signUp(olga, `olga.${run}@example.com`, 'Harbor Strips');
    await olga.goes('Settings');
    await olga.link('Subscription').click();
    await olga.sees(olga.heading('Subscription'), /You try everything until/, 'All can be done');
    await olga.sees('Paying is only tried here: a simulator stands in for Stripe, and no card has a number.');
  });
  await station('the payment page', async () => {
    await olga.page.getByRole('radio', { name: /^Solo: / }).check();
    await olga.button('Go to the payment').click();
    await olga.sees(olga.heading('Subscribe to MedFlip Profit'));
    await olga.button('Pay with a card that is declined').click();
    await olga.sees('Your card was declined.');
  });
  await station('subscribed', async () => {
    await olga.button('Pay with a card that fails from the next payment on').click();
    await olga.sees(olga.heading('Subscription'), 'On trial', /visa ••••0341/);
  });
  await station('an end that is taken back', async () => {
    await olga.button('Cancel the subscription…').click();
    await olga.dialog.getByRole('button', { name: 'Cancel the subscription', exact: true }).click();
    await olga.button('Go on with the subscription').click();
    await olga.sees(olga.button('Cancel the subscription…'));
  });
  await station('a payment that fails', async () => {
    await atStripe('Time passes: the period ends');
    await olga.sees('Payment missing', /^A payment didn’t go through\./);
  });
  await station('made good', async () => {
    await atStripe('A card that is good');
    await olga.sees('Paid until');
    await olga.sees(olga.page.getByText('Paid', { exact: true }));
  });
  await station('another plan', async () => {
    await olga.page.getByRole('radio', { name: /^Team: / }).check();
    await olga.button('Change the plan…').click();
    await olga.sees(/Team begins now/);
    await olga.takesPicture('billing-what-a-change-costs');
    await olga.dialog.getByRole('button', { name: 'Change it' }).click();
    await olga.sees(/Team: Paid/);
  });
  await station('a cheaper plan later', async () => {
    await olga.page.getByRole('radio', { name: /^Solo: / }).check();
    await olga.button('Change the plan…').click();
    await olga.sees(/when the period that is paid ends/);
    await olga.dialog.getByRole('button', { name: 'Change it' }).click();
    await olga.sees(olga.button('Keep the present plan'));
    await olga.button('Keep the present plan').click();
    await olga.sees('The present plan stays.');
  });
  await station('on a phone in the dark', async () => {
    const phone = await olga.alsoAt(PHONE);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.opens('/settings/billing');
    await phone.sees(phone.heading('Subscription'), /visa ••••4242/);
    await phone.assertFits();
    await phone.takesPicture('billing-phone');
  });
  await station('an invoice', async () => {
    await olga.page.getByRole('button', { name: /^SIM-/ }).first().click();
    await olga.sees(olga.page.getByRole('heading', { name: /^Invoice SIM-/ }));
  });
  olga.assertUntroubled();
  assert.ok(at === 'an invoice');
} catch (error) {
  await olga.takesPicture('billing-where-it-broke').catch(() => undefined);
  console.error(`Broke at: ${at}`);
  console.error(olga.troubles.join('\n'));
  throw error;
} finally {
  await browser.close();
}
