// What people of this trade do all day, in their own words. Every step ends when the person sees that it worked.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEDGER = fileURLToPath(new URL('../../all-in-one/src/main/resources/sample/ledger.csv', import.meta.url));
export const PASSWORD = 'correct horse battery';

export async function signUp(visitor, email, business) {
  await visitor.opens('/');
  await asksSignUp(visitor, email);
  await visitor.link('Open the mailbox').click();
  await followsMail(visitor, email, 'Welcome to MedFlip Profit');
  await setsUp(visitor, email, business);
}

export async function asksSignUp(visitor, email) {
  await visitor.link('Create an account').click();
  // The door before it asks for an e-mail too, and stays until this one is here.
  await visitor.sees(visitor.heading('Create your account'));
  await visitor.field('E-mail').fill(email);
  await visitor.button('Mail me a link').click();
  await visitor.sees(visitor.heading('Look into your mail'));
}

/** In the mailbox: waits for the mail, and follows its link, by the name that this browser has for the service. */
export async function followsMail(visitor, email, subject) {
  await visitor.page
    .getByRole('button', { name: `${subject} To ${email}` })
    .first()
    .click();
  const link = visitor.page.locator('.mantine-Accordion-panel a').filter({ visible: true }).first();
  await link.waitFor();
  const { pathname, hash } = new URL(await link.getAttribute('href'));
  await visitor.page.goto(pathname + hash);
}

/** What the link of a sign-up leads to. */
export async function setsUp(visitor, email, business) {
  await visitor.sees(visitor.heading('Set up your account'));
  await visitor.field('Password').fill(PASSWORD);
  await visitor.field('Business name').fill(business);
  await visitor.page.getByRole('checkbox', { name: 'I am 18 years old or older.' }).check();
  await visitor.page.getByRole('checkbox', { name: /I have read the/ }).check();
  await visitor.button('Create account').click();
  await visitor.sees(visitor.heading('Today'));
}

export async function signIn(visitor, email, password = PASSWORD) {
  await visitor.sees(visitor.heading('Sign in'));
  await visitor.field('E-mail').fill(email);
  await visitor.field('Password').fill(password);
  await visitor.button('Sign in').click();
  await visitor.sees(visitor.button('Your menu'));
}

export async function signOut(visitor) {
  await visitor.button('Your menu').click();
  await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await visitor.sees(visitor.heading('Sign in'));
}

/** Hands the ledger in, or so many of its lines and the faulty ones at its end, up to the preview. */
export async function uploadLedger(visitor, most = Infinity) {
  const lines = readFileSync(LEDGER, 'utf8').split('\n');
  const text = lines.filter((_, number) => number < most || number > lines.length - 6).join('\n');
  await visitor
    .field('Choose a file')
    .setInputFiles({ name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  for (const table of ['Preview', 'Rows with faults']) {
    await visitor.sees(visitor.page.getByRole('table', { name: table }));
  }
}

export async function registerPerson(visitor, { name, phone, email, leadSource }) {
  // While nobody is there yet, the empty list offers it as well.
  await visitor.button('New person').first().click();
  await visitor.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await visitor.dialog.getByRole('textbox', { name: 'Phone', exact: true }).fill(phone);
  await visitor.dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email);
  await visitor.dialog.getByRole('combobox', { name: 'How they found you' }).fill(leadSource);
  await visitor.button('Save person').click();
  await visitor.sees(visitor.heading(name));
}

export async function addLine(visitor, { search, item, expiry, condition = 'Perfect', boxes, price }) {
  // Without a search, the item is chosen already.
  if (search !== undefined) {
    await visitor.page.getByRole('combobox', { name: 'Item' }).fill(search);
    await visitor.page.getByRole('option', { name: item }).first().click();
  }
  await visitor.picksMonth(expiry);
  await visitor.button(condition).click();
  await visitor.field('Boxes').fill(String(boxes));
  // Without a price, it is the price list's.
  if (price !== undefined) await visitor.field('Price per box').fill(price);
  await visitor.button('Add line').click();
  await visitor.sees(visitor.button(`Edit ${item}`));
}

export async function chooseSeller(visitor, typed, name) {
  await visitor.field('Phone or name').fill(typed);
  await visitor.page.getByRole('list', { name: 'People' }).getByRole('button', { name }).click();
}

/** Saves the quote; the person is then at the deal. */
export async function saveQuote(visitor, name) {
  await visitor.button('Save quote').click();
  await visitor.sees(visitor.heading(name), visitor.button('Accept'));
}

export async function accept(visitor, next = 'Receive boxes') {
  await visitor.button('Accept').click();
  await visitor.page.getByRole('checkbox', { name: /The seller is 18/ }).check();
  await visitor.button('Accept quote').click();
  await visitor.sees(visitor.button(next));
}

/** The boxes come by post with a label, and are as they were quoted. */
export async function receive(visitor, label) {
  await choosesStep(visitor, 'Add a label');
  await visitor.dialog.getByLabel('Cost').fill(label);
  await visitor.dialog.getByLabel('Tracking number').fill('9400 1000 2000 3000');
  await visitor.button('Save label').click();
  await visitor.sees(visitor.page.getByText('USPS · 9400 1000 2000 3000', { exact: false }));
  await visitor.button('Receive boxes').click();
  await visitor.button('They are here').click();
  await visitor.sees(visitor.heading('Receive and inspect'));
  await visitor.button('The rest is as quoted').click();
  await visitor.button('Agree and stock').click();
  await visitor.dialog.getByRole('button', { name: 'Agree', exact: true }).click();
  await visitor.sees(visitor.button('Record payout'));
}

/** A step of a deal that stands back in the menu. */
export async function choosesStep(visitor, name) {
  await visitor.button('More steps').click();
  await visitor.page.getByRole('menuitem', { name, exact: true }).click();
}

export async function pay(visitor, amount, method, reference) {
  await visitor.button('Record payout').click();
  await visitor.dialog.getByLabel('Amount').fill(amount);
  await visitor.chooses('How paid', method);
  await visitor.dialog.getByLabel('Reference').fill(reference);
  await visitor.dialog.getByRole('button', { name: 'Record payout' }).click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}

export async function sell(visitor, item, { buyer, boxes, proceeds }) {
  await visitor.button(`Sell ${item}`).click();
  await visitor.dialog.getByRole('combobox', { name: 'Buyer' }).fill(buyer);
  await visitor.dialog.getByLabel('Boxes', { exact: true }).fill(String(boxes));
  await visitor.dialog.getByLabel('Sold for, in all').fill(proceeds);
  await visitor.button('Record sale').click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}

/** The smallest picture there is: one dot. */
const RECEIPT = {
  name: 'receipt.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export async function recordExpense(visitor, { amount, vendor, category }) {
  await visitor.button('New expense').first().click();
  await visitor.dialog.getByLabel('Amount').fill(amount);
  await visitor.dialog.locator('input[type=file]').setInputFiles(RECEIPT);
  await visitor.sees(visitor.dialog.getByAltText('Attached photo'));
  await visitor.dialog.getByRole('combobox', { name: 'Vendor' }).fill(vendor);
  await visitor.dialog.getByRole('combobox', { name: 'Category' }).click();
  await visitor.page.getByRole('option', { name: category, exact: true }).click();
  await visitor.button('Save expense').click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}

export async function logTrip(visitor, { miles, purpose, cents }) {
  await visitor.button('New trip').first().click();
  await visitor.dialog.getByLabel('Miles', { exact: true }).fill(miles);
  await visitor.dialog.getByLabel('Purpose').fill(purpose);
  await visitor.dialog.getByLabel('Cents a mile').fill(cents);
  await visitor.button('Save trip').click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}
