// Who runs the service, and how a business lets them in for a while:
//   node journey/operator.mjs <address of the service> <folder for pictures>
// The service's settings name journey.operator@example.com among medflip.operators.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [address, pictures] = process.argv.slice(2);
if (!address || !pictures)
  throw new Error('Usage: node journey/operator.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const PASSWORD = 'correct horse battery';
const OPERATOR = 'journey.operator@example.com';
const run = Date.now().toString(36);
const business = `Support Strips ${run}`;
const browser = await openBrowser();
const olga = await Visitor.arrive(browser, address, pictures);
const ann = await Visitor.arrive(browser, address, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`operator-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

/** What an authenticator app shows: RFC 6238. */
function codeOf(secret) {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((byte) => parseInt(byte, 2)),
  );
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The link that the settings had mailed. */
async function invitation() {
  const { mails } = await (await globalThis.fetch(new URL('/api/mailbox', address))).json();
  const mail = mails.find(({ to, subject }) => to === OPERATOR && subject.startsWith('You are asked to run'));
  assert.ok(mail, 'the settings invite the operator by mail');
  const { text } = await (await globalThis.fetch(new URL(`/api/mailbox/${mail.id}`, address))).json();
  return /\/join#\S+/.exec(text)[0];
}

try {
  await station('an operator comes in by the invitation', ann, async () => {
    await ann.opens(await invitation());
    await ann.sees(ann.heading('Join MedFlip Profit'));
    await ann.field('Password').fill(PASSWORD);
    await ann.page.getByLabel('I am 18 years old or older.').check();
    await ann.page.getByLabel(/I have read the privacy policy/).check();
    await ann.button('Join').click();
    await ann.sees(ann.heading('One more step'));
    await ann.button('Set up an app').click();
    const secret = ann.field('Or type this into the app');
    await secret.waitFor();
    await ann.field('Code').fill(codeOf(await secret.inputValue()));
    await ann.button('Use this app').click();
    await ann.button('I have kept them').click();
    await ann.sees(ann.heading('Overview'), 'UP');
  });

  await station('an owner knows nothing of it', olga, async () => {
    await signUp(olga, `owner.${run}@example.com`, business);
    await olga.page.goto('/operator');
    await olga.sees(olga.heading('Today'));
  });

  await station('the operator sees businesses as counts', ann, async () => {
    await ann.goes('Businesses');
    await ann.field('Find a business').fill(business);
    await ann.sees(business, 'open');
    await ann.seesNo(`owner.${run}@example.com`);
  });

  await station('and what is stuck', ann, async () => {
    await ann.goes('Stuck');
    await ann.sees('Dead letters', 'outbox.work');
    await ann.goes('Mails');
    await ann.sees('Welcome, with the link', 'arrived');
    await ann.goes('Processors');
    await ann.sees('customers.people');
    await ann.goes('Your account');
    await ann.sees(ann.heading('Passkeys'));
  });

  await station('a view is filled anew beside the one that serves', ann, async () => {
    await ann.goes('Processors');
    await ann.button('Rebuild accounts.workspace').click();
    const rebuilds = ann.page.getByRole('table', { name: 'Rebuilds' });
    await ann.sees(rebuilds.getByText('accounts.workspace'), rebuilds.getByText('done'));
    ann.expectsRefusal(404, /^\/api\/operator\/processors\/catalog\.seed\/rebuild$/);
    await ann.button('Rebuild catalog.seed').click();
    await ann.sees('catalog.seed fills no view, is paused, or is being rebuilt already.');
  });

  await station('an address of a business leads back', ann, async () => {
    await ann.page.goto('/deals');
    await ann.sees(ann.heading('Overview'));
  });

  await station('an owner lets support in', olga, async () => {
    await olga.goes('Settings');
    await olga.link('Support by MedFlip').click();
    await olga.sees(olga.heading('Support by MedFlip'), 'Nobody of MedFlip was ever let in.');
    await olga.button('Let support in').click();
    await olga.dialog.getByLabel('What should they help with?').fill('A deal is lost');
    await olga.takesPicture('operator-grant');
    await olga.dialog.getByRole('button', { name: 'Let support in' }).click();
    await olga.sees(/MedFlip support may come into this workspace and may only look/, 'Nobody has come.');
  });

  await station('the operator goes in and can only look', ann, async () => {
    await ann.goes('Businesses');
    await ann.sees('A deal is lost');
    await ann.button(`Go into ${business}`).click();
    await ann.sees(ann.heading('Today'), new RegExp(`Support session: you are in ${business}`));
    await ann.seesNo(ann.link('Quote'));
    await ann.goes('People');
    await ann.seesNo(ann.button('New person'));
    await ann.sees(/Support session: you are in/);
  });

  await station('the owner sees that and by whom', olga, async () => {
    await olga.sees(/MedFlip support is in this workspace now/, new RegExp(`${OPERATOR} is in since`));
    await olga.goes('Deals');
    await olga.sees(/MedFlip support is in this workspace now/);
  });

  await station('the operator leaves', ann, async () => {
    await ann.button('Leave').click();
    await ann.sees(ann.heading('Overview'));
    await ann.goes('Log');
    await ann.sees('Support left', 'Support came in');
  });

  await station('the owner reads what was looked at and ends it', olga, async () => {
    await olga.goes('Settings');
    await olga.link('Support by MedFlip').click();
    await olga.sees(new RegExp(`${OPERATOR} was in from`));
    await olga.button('What they looked at').click();
    await olga.sees('GET /api/customers');
    await olga.page.getByRole('status').getByRole('button', { name: 'End it now' }).click();
    await olga.sees('over', 'Support left');
    await olga.seesNo(olga.button('End it now'));
  });

  await station('what was used is shown to its user', olga, async () => {
    await olga.goes('Settings');
    await olga.button('Show the counts').click();
    await olga.page.getByRole('table', { name: 'What you use' }).waitFor();
  });

  await station('on a phone as well', ann, async () => {
    const phone = await ann.alsoAt(PHONE);
    for (const [path, heading] of [
      ['/operator', 'Overview'],
      ['/operator/businesses', 'Businesses'],
      ['/operator/privacy', 'Privacy'],
      ['/operator/stuck', 'Stuck'],
      ['/operator/mails', 'Mails'],
      ['/operator/webhooks', 'Webhooks'],
      ['/operator/processors', 'Processors'],
      ['/operator/log', 'Log'],
      ['/operator/account', 'Your account'],
    ]) {
      await phone.turnsTo(path);
      await phone.sees(phone.heading(heading));
      await phone.assertFits();
      await phone.takesPicture(`operator-phone-${heading.replaceAll(' ', '-')}`);
    }
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.takesPicture('operator-phone-dark');
    const owners = await olga.alsoAt(PHONE);
    await owners.opens('/settings/support');
    await owners.sees(owners.heading('Support by MedFlip'));
    await owners.assertFits();
    await owners.takesPicture('operator-phone-support');
  });

  ann.assertUntroubled();
  olga.assertUntroubled();
} catch (error) {
  console.error(`At "${at}": ${error.stack ?? error}`);
  console.error([...ann.troubles, ...olga.troubles].join('\n'));
  await ann.takesPicture('operator-failure-ann').catch(() => undefined);
  await olga.takesPicture('operator-failure-olga').catch(() => undefined);
  process.exitCode = 1;
} finally {
  await browser.close();
}
