// An account's life: set up by the link of a mail, a forgotten password, sessions ended elsewhere, a remembered
// browser whose cookie is copied, and leaving:  node journey/account.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { PASSWORD, asksSignUp, followsMail, setsUp, signIn } from './trade.mjs';
import { DESK, PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/account.mjs <address of the service> <pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const EMAIL = `mara.${run}@example.com`;
const NEW_PASSWORD = 'seven blue herons at noon';
const COOKIES = ['session', 'XSRF-TOKEN', 'remember'];

const browser = await openBrowser();
const mara = await Visitor.arrive(browser, base, pictures);
const phone = await Visitor.arrive(browser, base, pictures);
await phone.page.setViewportSize(PHONE);
// Each is signed out by the other, now and then, amidst what the screen asks for.
for (const visitor of [mara, phone]) visitor.expectsRefusal(401, /^\/api\//);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`account-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function followsMailOf(visitor, subject) {
  await visitor.opens('/mailbox');
  await followsMail(visitor, EMAIL, subject);
}

async function isShownOut(visitor) {
  await visitor.page.reload();
  await visitor.sees(visitor.heading('Sign in'));
}

async function losesSession(visitor) {
  await visitor.context.clearCookies({ name: 'session' });
  await visitor.page.reload();
}

try {
  await station('a new account begins with a link by mail', phone, async () => {
    await phone.opens('/sign-in');
    await asksSignUp(phone, EMAIL);
    await phone.sees(EMAIL, 'Mails aren’t really sent here.');
    await phone.assertFits();
  });

  await station('the link leads to where it is set up', mara, async () => {
    await followsMailOf(mara, 'Welcome to MedFlip Profit');
    await mara.sees(mara.heading('Set up your account'));
    const narrow = await mara.alsoAt(PHONE);
    await narrow.page.goto(new URL(mara.page.url()).pathname + new URL(mara.page.url()).hash);
    await narrow.sees(narrow.heading('Set up your account'), 'The address is yours.');
    await narrow.assertFits();
    await narrow.takesPicture('account-set-up-phone');
    await narrow.page.close();
    await setsUp(mara, EMAIL, 'Heron Supplies');
  });

  await station('the link was good once', phone, async () => {
    phone.expectsRefusal(404, /^\/api\/sign-up\/open$/);
    await followsMailOf(phone, 'Welcome to MedFlip Profit');
    await phone.sees('This link was used already', phone.link('Ask for another link'));
  });

  await station('who asks again is answered alike and told by mail alone', phone, async () => {
    await phone.opens('/sign-in');
    await asksSignUp(phone, EMAIL);
    await phone.link('Open the mailbox').click();
    await phone.sees(phone.page.getByRole('button', { name: `You have an account already To ${EMAIL}` }));
  });

  await station('a forgotten password is asked for on the phone', phone, async () => {
    await phone.opens('/sign-in');
    await phone.link('Forgot your password?').click();
    await phone.sees(phone.heading('Choose a new password'));
    await phone.field('E-mail').fill(EMAIL);
    await phone.button('Mail me a link').click();
    await phone.sees('Look into your mail');
    await phone.assertFits();
  });

  await station('the mailbox on the phone', phone, async () => {
    await phone.opens('/mailbox');
    await phone.sees('Choose a new password');
    await phone.assertFits();
  });

  await station('another password is chosen by the link', phone, async () => {
    await followsMailOf(phone, 'Choose a new password');
    await phone.field('New password').fill('passwordpassword');
    phone.expectsRefusal(400, /^\/api\/password-reset\/use$/);
    await phone.button('Save the password').click();
    await phone.sees('This is among the first passwords that somebody would try.');
    await phone.field('New password').fill(NEW_PASSWORD);
    await phone.button('Save the password').click();
    await phone.sees('Your password was changed');
  });

  await station('the other device is signed out', mara, () => isShownOut(mara));

  await station('both sign in again and one is remembered', phone, async () => {
    await signIn(mara, EMAIL, NEW_PASSWORD);
    await phone.link('Sign in').click();
    await phone.field('E-mail').fill(EMAIL);
    await phone.field('Password').fill(NEW_PASSWORD);
    await phone.page.getByLabel('Keep me signed in on this device for 30 days').check();
    await phone.button('Sign in').click();
    await phone.sees(phone.heading('Today'));
  });

  await station('settings tell where one is signed in', mara, async () => {
    await mara.goes('Settings');
    await mara.sees('this device', 'remembered');
    await mara.button('Show').click();
    await mara.sees('Chose a new password by link');
  });

  const copied = (await phone.context.cookies()).find(({ name }) => name === 'remember');
  await station('a remembered browser needs no password', phone, async () => {
    await losesSession(phone);
    await phone.sees(phone.heading('Today'));
    await losesSession(phone);
    await phone.sees(phone.heading('Today'));
    await phone.opens('/settings');
    await phone.assertFits();
  });

  await station('a copy of its cookie signs everybody out', mara, async () => {
    const thief = await Visitor.arrive(browser, base, pictures);
    await thief.context.addCookies([copied]);
    await thief.page.goto('/');
    await thief.sees(thief.heading('Sign in'));
    await isShownOut(mara);
    await isShownOut(phone);
    await mara.opens('/mailbox');
    await mara.sees('You were signed out everywhere');
  });

  await station('a session is ended from elsewhere', phone, async () => {
    await mara.opens('/sign-in');
    await signIn(mara, EMAIL, NEW_PASSWORD);
    await signIn(phone, EMAIL, NEW_PASSWORD);
    await mara.goes('Settings');
    await mara.button('Sign out everywhere else').click();
    await mara.sees('Signed out everywhere else.');
    await isShownOut(phone);
  });

  await station('the password is changed in the settings', mara, async () => {
    await mara.button('Change password').click();
    await mara.dialog.getByLabel('Your present password').fill(NEW_PASSWORD);
    await mara.dialog.getByLabel('New password').fill(PASSWORD);
    await mara.takesPicture('account-password-dialog');
    await mara.dialog.getByRole('button', { name: 'Change password' }).click();
    await mara.sees('Your password was changed. All other devices were signed out.');
  });

  await station('another address is asked for and dropped', mara, async () => {
    await mara.button('Change address').click();
    await mara.dialog.getByLabel('New address').fill(`other.${run}@example.com`);
    await mara.dialog.getByLabel('Your present password').fill(PASSWORD);
    await mara.dialog.getByRole('button', { name: 'Change address' }).click();
    await mara.sees(`Waiting for both addresses to agree to other.${run}@example.com.`);
    await mara.button('Keep the old one').click();
    await mara.page.getByText('Waiting for both addresses').waitFor({ state: 'hidden' });
  });

  await station('the account is closed', mara, async () => {
    await mara.button('Close the account…').click();
    await mara.dialog.getByLabel('Your present password').fill(PASSWORD);
    await mara.button('Close the account').click();
    await mara.sees('The account is closed. Everything can be read and taken out');
  });

  await station('and opened again', mara, async () => {
    await mara.button('Open it again').click();
    await mara.sees('Welcome back. Everything is as it was.');
    await mara.sees(mara.button('Close the account…'));
  });

  for (const visitor of [mara, phone]) {
    const names = (await visitor.context.cookies()).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => !COOKIES.includes(name)),
      [],
      'P9: only session, security and remember-me cookies',
    );
    visitor.assertUntroubled();
  }
  await mara.page.emulateMedia({ colorScheme: 'dark' });
  await mara.page.setViewportSize(DESK);
  await mara.takesPicture('account-settings-dark');
} catch (error) {
  console.error(`At: ${at}`);
  await mara.takesPicture('account-failed-desk');
  await phone.takesPicture('account-failed-phone');
  throw error;
} finally {
  await browser.close();
}
