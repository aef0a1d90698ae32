// Signing up and in by Google, which the tests stand in for:
//   node journey/google.mjs <address of the service> <folder for pictures> <address of Google>
import { mkdirSync } from 'node:fs';
import { PASSWORD, signIn, signOut, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [address, pictures, google] = process.argv.slice(2);
if (!google) throw new Error('Usage: node journey/google.mjs <address of the service> <pictures> <address of Google>');
mkdirSync(pictures, { recursive: true });

// Google sends people back to the name, never to the number.
const base = address.replace('127.0.0.1', 'localhost');
const run = Date.now().toString(36);
const gina = `gina.${run}@example.com`;
const paul = `paul.${run}@example.com`;
const browser = await openBrowser();
const visitor = await Visitor.arrive(browser, base, pictures);
visitor.goesAlsoTo(google);
let at = 'the door';

async function station(name, part) {
  at = name;
  await part();
  await visitor.takesPicture(`google-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function choosesAccount(email) {
  await visitor.sees(visitor.heading('Choose an account'));
  await visitor.field('Account').fill(email);
  await visitor.button('Continue').click();
}

async function continuesWithGoogle(email) {
  await visitor.button('Continue with Google').click();
  await choosesAccount(email);
}

try {
  await station('the door offers Google', async () => {
    await visitor.opens('/sign-up');
    await visitor.sees(visitor.button('Continue with Google'));
    const phone = await visitor.alsoAt(PHONE);
    await phone.opens('/sign-in');
    await phone.sees(phone.button('Continue with Google'));
    await phone.assertFits();
    await phone.takesPicture('google-phone-door');
    await phone.page.close();
  });

  await station('who is new needs no password', async () => {
    await continuesWithGoogle(gina);
    await visitor.sees(visitor.heading('Create your account'), 'Google signs you in, so you need no password.');
    await visitor.takesPicture('google-sign-up');
    await visitor.field('Business name').fill('Gina Supplies');
    await visitor.page.getByRole('checkbox', { name: 'I am 18 years old or older.' }).check();
    await visitor.page.getByRole('checkbox', { name: /I have read the/ }).check();
    await visitor.button('Create account').click();
    await visitor.sees(visitor.heading('Today'));
  });

  await station('and comes in by Google again to where they wanted to go', async () => {
    await signOut(visitor);
    await visitor.page.goto('/people');
    await continuesWithGoogle(gina);
    await visitor.sees(visitor.heading('People'));
    await signOut(visitor);
  });

  await station('an account with a password is linked by it', async () => {
    await signUp(visitor, paul, 'Paul Strips');
    await signOut(visitor);
    await continuesWithGoogle(paul);
    await visitor.sees(visitor.heading('You have an account already'));
    visitor.expectsRefusal(422, /^\/api\/sign-in\/google$/);
    await visitor.field('Password').fill('not the password at all');
    await visitor.button('Link and sign in').click();
    await visitor.sees('That isn’t your present password.');
    await visitor.takesPicture('google-link-by-password');
    await visitor.field('Password').fill(PASSWORD);
    await visitor.button('Link and sign in').click();
    await visitor.sees(visitor.heading('Today'));
  });

  await station('the link is taken back in the settings and made again', async () => {
    await visitor.opens('/settings/second-step');
    await visitor.sees('Your account at Google signs you in here.');
    await visitor.button('Take the link back').click();
    await visitor.sees('Link your account at Google, and it signs you in here.');
    await visitor.button('Link with Google').click();
    await choosesAccount(paul);
    await visitor.sees('Your account at Google signs you in here.');
    const phone = await visitor.alsoAt(PHONE);
    await phone.opens('/settings/second-step');
    await phone.sees('Your account at Google signs you in here.');
    await phone.assertFits();
    await phone.page.close();
  });

  await station('an old answer of Google opens nothing', async () => {
    await signOut(visitor);
    visitor.expectsRefusal(401, /^\/api\/sign-in\/google\/answer$/);
    await visitor.page.goto('/google?code=old&state=old');
    await visitor.sees('Google didn’t say who you are');
    await visitor.link('Back to sign-in').click();
    await signIn(visitor, paul);
  });

  visitor.assertUntroubled();
} catch (error) {
  await visitor.takesPicture('google-broken').catch(() => undefined);
  console.error(`Stuck at: ${at}\n`, error, '\n', visitor.troubles);
  process.exitCode = 1;
} finally {
  await browser.close();
}
