// Who may come in, and how they show who they are: members and roles, a second step, keys for other systems, passkeys:
//   node journey/access.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [address, pictures] = process.argv.slice(2);
if (!address || !pictures)
  throw new Error('Usage: node journey/access.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

// Passkeys are for names, never for numbers.
const base = address.replace('127.0.0.1', 'localhost');
const PASSWORD = 'correct horse battery';
const run = Date.now().toString(36);
const browser = await openBrowser();
const olga = await Visitor.arrive(browser, base, pictures);
const adam = await Visitor.arrive(browser, base, pictures);
const adamsEmail = `adam.${run}@example.com`;
let app;
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`access-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

/** What an authenticator app shows: RFC 6238. A code is good once, and in the half minutes beside its own too. */
function codeOf(secret, later) {
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
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function signsIn(visitor, email) {
  await visitor.field('E-mail').fill(email);
  await visitor.field('Password').fill(PASSWORD);
  await visitor.button('Sign in').click();
}

async function signsOut(visitor) {
  await visitor.button('Your menu').click();
  await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visitor.sees(visitor.heading('Sign in'));
}

try {
  let link;
  await station('an owner invites somebody', olga, async () => {
    await signUp(olga, `olga.${run}@example.com`, 'Harbor Strips');
    await olga.goes('Settings');
    await olga.link('Members').click();
    await olga.sees(olga.heading('Members'), 'Owner');
    await olga.button('Invite somebody').click();
    await olga.dialog.getByLabel('E-mail').fill(adamsEmail);
    await olga.button('Invite').click();
    const field = olga.field('The same link, to hand over yourself');
    await field.waitFor();
    link = await field.inputValue();
  });

  await station('who was invited joins', adam, async () => {
    await adam.opens(link.slice(base.replace(/\/$/, '').length));
    await adam.sees(adam.heading('Join Harbor Strips'));
    await adam.field('Password').fill(PASSWORD);
    await adam.page.getByLabel('I am 18 years old or older.').check();
    await adam.page.getByLabel(/I have read the privacy policy/).check();
    await adam.button('Join').click();
    await adam.sees(adam.heading('Today'));
    await adam.goes('Settings');
    await adam.seesNo(adam.link('API keys'));
  });

  await station('the owner makes them an auditor', olga, async () => {
    await olga.button('Done').click();
    await olga.sees('Staff');
    adam.expectsRefusal(401, /^\/api\//);
    await olga.button(`What to do with ${adamsEmail}`).click();
    await olga.page.getByRole('menuitem', { name: 'Change the role' }).click();
    await olga.dialog.getByLabel('Auditor').check();
    await olga.button('Save').click();
    await olga.dialog.waitFor({ state: 'hidden' });
    await olga.sees('Auditor');
  });

  await station('an auditor sets up a second step first', adam, async () => {
    await adam.page.goto('/deals');
    await adam.sees(adam.heading('Sign in'));
    await signsIn(adam, adamsEmail);
    await adam.sees(adam.heading('One more step'));
    await adam.button('Set up an app').click();
    const secret = adam.field('Or type this into the app');
    await secret.waitFor();
    app = await secret.inputValue();
    await adam.sees(adam.page.getByRole('img', { name: 'QR code for the authenticator app' }));
    await adam.takesPicture('access-qr');
    await adam.field('Code').fill(codeOf(app, -1));
    await adam.button('Use this app').click();
    await adam.sees(adam.page.getByRole('list', { name: 'Recovery codes' }));
  });

  await station('and then sees the books and no way to change them', adam, async () => {
    await adam.button('I have kept them').click();
    await adam.sees(adam.heading('Deals'));
    await adam.seesNo(adam.link('Quote'));
    await adam.goes('People');
    await adam.seesNo(adam.button('New person'));
  });

  await station('the next sign-in asks for a code', adam, async () => {
    await signsOut(adam);
    await signsIn(adam, adamsEmail);
    await adam.field('Code').fill(codeOf(app, 0));
    await adam.button('Sign in').click();
    await adam.sees(adam.heading('Today'));
  });

  await station('another system gets a key', olga, async () => {
    await olga.goes('Settings');
    await olga.link('API keys').click();
    await olga.sees('There are no keys.');
    await olga.button('Make a key').click();
    await olga.dialog.getByLabel('Name').fill('Bookkeeping');
    await olga.dialog.getByRole('button', { name: 'Make a key' }).click();
    const field = olga.field('The key');
    await field.waitFor();
    const headers = { Authorization: `Bearer ${await field.inputValue()}` };
    const answer = await globalThis.fetch(`${address.replace(/\/$/, '')}/api/customers`, { headers });
    assert.equal(answer.status, 200);
    await olga.button('I have copied it').click();
    await olga.sees('Bookkeeping', 'Read');
  });

  await station('a passkey signs in without a password', olga, async () => {
    const devtools = await olga.context.newCDPSession(olga.page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await olga.goes('Settings');
    await olga.link('Second step at the sign-in').click();
    await olga.button('Add a passkey').click();
    await olga.dialog.getByLabel('Name').fill('Olga’s laptop');
    await olga.button('Make it').click();
    await olga.dialog.waitFor({ state: 'hidden' });
    await olga.sees('Olga’s laptop');
    await olga.takesPicture('access-second-step');
    await signsOut(olga);
    await olga.button('Sign in with a passkey').click();
    await olga.sees(olga.heading('Today'));
  });

  await station('all of it fits a phone', olga, async () => {
    const phone = await olga.alsoAt(PHONE);
    for (const part of ['members', 'api-keys', 'second-step']) {
      await phone.turnsTo(`/settings/${part}`);
      await phone.assertFits();
      await phone.takesPicture(`access-phone-${part}`);
    }
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.turnsTo('/settings/members');
    await phone.takesPicture('access-phone-dark');
  });

  olga.assertUntroubled();
  adam.assertUntroubled();
} catch (error) {
  await olga.takesPicture('access-broken-olga').catch(() => undefined);
  await adam.takesPicture('access-broken-adam').catch(() => undefined);
  console.error(`Stuck at: ${at}\n`, error, '\n', olga.troubles, adam.troubles);
  process.exitCode = 1;
} finally {
  await browser.close();
}
