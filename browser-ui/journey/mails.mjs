// What becomes of mails, and what people see of it: an invitation that comes back, an address that bounces, a complaint,
// and mails that somebody can do without, declined by a mail program's button, by their link and in the settings:
//   node journey/mails.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [address, pictures] = process.argv.slice(2);
if (!address || !pictures)
  throw new Error('Usage: node journey/mails.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const EMAIL = `olga.${run}@example.com`;
const NOBODY = `nobody.${run}@example.com`;
const RESET = 'Choose a new password';
const READY = 'Your delivery is ready';
const OPTIONAL = 'Also mail me what I can do without';
const browser = await openBrowser();
const olga = await Visitor.arrive(browser, address, pictures);
const anybody = await Visitor.arrive(browser, address, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`mails-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function opensMail(visitor, subject, email) {
  await visitor.opens('/mailbox');
  await visitor.page
    .getByRole('button', { name: `${subject} To ${email}` })
    .first()
    .click();
}

/** What the other side does with a mail. */
async function becomes(subject, email, fate) {
  await opensMail(anybody, subject, email);
  await anybody.button(fate).filter({ visible: true }).click();
  await anybody.sees('The simulator says so, as Resend would.');
}

async function asksForNewPassword() {
  await anybody.opens('/sign-in');
  await anybody.link('Forgot your password?').click();
  await anybody.sees(anybody.heading('Choose a new password'));
  await anybody.field('E-mail').fill(EMAIL);
  await anybody.button('Mail me a link').click();
  await anybody.sees('Look into your mail');
}

/** The switch in the settings stands so, or comes to. */
async function findsSwitch(on) {
  const choice = olga.page.getByRole('switch', { name: OPTIONAL });
  await choice.and(olga.page.locator(on ? ':checked' : ':not(:checked)')).waitFor({ state: 'attached' });
  return choice;
}

try {
  await station('an invitation comes back', olga, async () => {
    await signUp(olga, EMAIL, 'Harbor Strips');
    await olga.opens('/settings/members');
    await olga.button('Invite somebody').click();
    await olga.dialog.getByLabel('E-mail').fill(NOBODY);
    await olga.button('Invite').click();
    await olga.button('Done').click();
    await olga.sees(NOBODY, /^good until /);
    await becomes('You are invited to a business on MedFlip Profit', NOBODY, 'It bounces');
    await olga.sees('The mail came back: nobody gets mails there. Is the address right?');
    const phone = await olga.alsoAt(PHONE);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.opens('/settings/members');
    await phone.sees(/^The mail came back/);
    await phone.assertFits();
    await phone.takesPicture('mails-invitation-phone');
    await phone.page.close();
  });

  await station('who invited takes it back', olga, async () => {
    await olga.button('Take back').click();
    await olga.sees('The invitation was taken back.');
    await olga.page.getByText(NOBODY).waitFor({ state: 'hidden' });
  });

  await station('an address bounces', olga, async () => {
    await asksForNewPassword();
    await becomes(RESET, EMAIL, 'It bounces');
    // What is on the screen is so by itself: each of these changes comes while it is open.
    await olga.sees(`Our mails to ${EMAIL} don’t arrive: they come back. Please change your address.`);
    await olga.sees(olga.link('Change the address'), /^mails don’t arrive$/);
  });

  await station('a mail arrives there after all', olga, async () => {
    await asksForNewPassword();
    await olga.page.getByText(/don’t arrive: they come back/).waitFor({ state: 'hidden' });
  });

  await station('a complaint', olga, async () => {
    await becomes(RESET, EMAIL, 'It is unwanted');
    await olga.sees(`Somebody at ${EMAIL} told their mail provider that a mail of ours is unwanted.`);
    const phone = await olga.alsoAt(PHONE);
    await phone.opens('/');
    await phone.sees(phone.button('Mails are welcome'));
    await phone.assertFits();
    await phone.takesPicture('mails-complaint-phone');
    await phone.page.close();
    await olga.button('Mails are welcome').click();
    await olga.page.getByText(/a mail of ours is unwanted/).waitFor({ state: 'hidden' });
  });

  let token;
  await station('a mail that one can do without', anybody, async () => {
    await olga.opens('/settings/deliveries?list=%2Fapi%2Fcustomers.csv&name=People');
    await olga.sees(olga.dialog.getByText('How often'));
    await olga.button('Save').click();
    await olga.button('Deliver now').click();
    await olga.sees('ready');
    await opensMail(anybody, READY, EMAIL);
    const link = anybody.page.locator('.mantine-Accordion-panel a[href*="/unsubscribe#"]').filter({ visible: true });
    await link.waitFor();
    token = new URL(await link.getAttribute('href')).hash.slice(1);
  });

  await station('is declined by one click of a mail program', olga, async () => {
    await olga.opens('/settings');
    await findsSwitch(true);
    // As the header List-Unsubscribe-Post has it (RFC 8058): no cookie, no page.
    const answer = await globalThis.fetch(new URL(`/api/optional-mail/one-click?token=${token}`, address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(answer.status, 204);
    await findsSwitch(false);
  });

  await station('and wanted again in the settings', olga, async () => {
    await (await findsSwitch(false)).click();
    await olga.sees('It is noted.');
    await findsSwitch(true);
  });

  await station('declined by its link and wanted again', anybody, async () => {
    await anybody.page.setViewportSize(PHONE);
    await anybody.page.goto(`/unsubscribe#${token}`);
    await anybody.sees(anybody.heading('No more mails like that?'));
    await anybody.assertFits();
    await anybody.button('No more of these').click();
    await anybody.sees('You get no more of these mails');
    await findsSwitch(false);
    await anybody.button('I want them after all').click();
    await anybody.sees('You get these mails again');
    await findsSwitch(true);
  });

  olga.assertUntroubled();
  anybody.assertUntroubled();
} catch (error) {
  await olga.takesPicture('mails-failed-olga').catch(() => undefined);
  await anybody.takesPicture('mails-failed-anybody').catch(() => undefined);
  console.error(`At: ${at}`, ...olga.troubles, ...anybody.troubles);
  throw error;
} finally {
  await browser.close();
}
