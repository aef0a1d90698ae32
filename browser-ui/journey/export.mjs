// Taking things away: an archive is asked for, made in the background, told of by mail, fetched once, and brought to
// another business; a list is delivered by itself:
//   node journey/export.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { registerPerson, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/export.mjs <address of the service> <pictures>');
mkdirSync(pictures, { recursive: true });

const EMAIL = `nora.${Date.now().toString(36)}@example.com`;
const browser = await openBrowser();
const nora = await Visitor.arrive(browser, base, pictures);
let at = 'the door';
let archive;

async function station(name, part) {
  at = name;
  await part();
  await nora.takesPicture(`export-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

try {
  await station('a business has something to take away', async () => {
    await signUp(nora, EMAIL, 'Plover Supplies');
    await nora.goes('People');
    await registerPerson(nora, {
      name: 'Uma Lark',
      phone: '617-555-0161',
      email: 'uma@example.com',
      leadSource: 'Google',
    });
  });

  await station('an owner asks for everything', async () => {
    await nora.goes('Settings');
    await nora.link('Take everything out').click();
    await nora.sees(nora.heading('Export'), 'None was made so far.');
    await nora.button('Make an archive').click();
    await nora.sees('The archive is being made.');
  });

  await station('it is ready without asking again', async () => {
    await nora.sees(nora.button('Fetch'), /SHA-256/);
  });

  await station('a mail tells of it and leads back', async () => {
    await nora.opens('/mailbox');
    await nora.page
      .getByRole('button', { name: `Your archive is ready To ${EMAIL}` })
      .first()
      .click();
    const link = nora.page.locator('.mantine-Accordion-panel a').filter({ visible: true }).first();
    await link.waitFor();
    await nora.page.goto(new URL(await link.getAttribute('href')).pathname);
    await nora.sees(nora.heading('Export'));
  });

  await station('it is fetched once', async () => {
    const coming = nora.page.waitForEvent('download');
    await nora.button('Fetch').click();
    const file = await coming;
    assert.match(file.suggestedFilename(), /^account-\d{4}-\d\d-\d\d\.zip$/);
    archive = await file.path();
    const bytes = readFileSync(archive);
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
    assert.ok(bytes.includes('events.ndjson') && bytes.includes('manifest.json'), 'the archive is whole');
    await nora.sees(/^fetched$/);
    await nora.seesNo(nora.button('Fetch'));
  });

  await station('another business is brought it and has the same', async () => {
    const mover = await Visitor.arrive(browser, base, pictures);
    await signUp(mover, `mover.${EMAIL}`, 'Plover Supplies');
    await mover.turnsTo('/imports');
    await mover.sees(mover.heading('Bring an archive of another server'));
    await mover.takesPicture('export-bring');
    const input = mover.page.getByLabel('Choose an archive', { exact: true }).and(mover.page.locator('input'));
    await input.setInputFiles({ name: 'not.zip', mimeType: 'application/zip', buffer: Buffer.from('nothing') });
    await mover.sees(/This is no archive of a whole account/);
    await input.setInputFiles({ name: 'account.zip', mimeType: 'application/zip', buffer: readFileSync(archive) });
    await mover.sees('Your books are here.');
    await mover.assertFits();
    await mover.takesPicture('export-brought');
    await mover.link('See the people').click();
    await mover.sees(mover.link('Uma Lark'));
  });

  await station('a list comes by itself, every Monday', async () => {
    await nora.goes('People');
    await nora.button('More ways to take “People” away').click();
    await nora.page.getByRole('menuitem', { name: 'Deliver this regularly…' }).click();
    await nora.sees(nora.dialog.getByText('Deliver this regularly'));
    await nora.chooses('At', '6:00 AM');
    await nora.takesPicture('export-deliver-form');
    nora.expectsRefusal(400, /^\/api\/delivery-schedules$/);
    await nora.dialog.getByLabel('List', { exact: true }).fill('/api/customers.csv?color=red');
    await nora.button('Save').click();
    await nora.sees('This list has no filter "color".');
    await nora.dialog.getByLabel('List', { exact: true }).fill('/api/customers.csv?search=lark');
    await nora.button('Save').click();
    await nora.sees('It is delivered from now on. A mail will say so each time.', 'every Monday at 6:00 AM', /^next: /);
  });

  await station('and now, where somebody wants it', async () => {
    await nora.button('Deliver now').click();
    await nora.sees('ready', /^1 row /);
    const { name, lines } = await nora.downloads(nora.link('Fetch'));
    assert.match(name, /^delivery-\d{4}-\d\d-\d\d\.csv$/);
    assert.equal(lines.length, 2);
    assert.match(lines[1], /Uma Lark/);
    await nora.button('Deliveries').click();
    await nora.sees(nora.dialog.getByText('ready'));
    await nora.takesPicture('export-deliveries-history');
    await nora.page.keyboard.press('Escape');
  });

  await station('all of it fits a phone', async () => {
    const phone = await nora.alsoAt(PHONE);
    await phone.opens('/settings/export');
    await phone.sees(/^fetched$/);
    await phone.assertFits();
    await phone.takesPicture('export-phone');
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await phone.takesPicture('export-phone-dark');
    await phone.turnsTo('/settings/deliveries');
    await phone.sees('every Monday at 6:00 AM');
    await phone.assertFits();
    await phone.takesPicture('export-deliveries-phone-dark');
    await phone.page.emulateMedia({ colorScheme: 'light' });
    await phone.turnsTo('/settings/deliveries?list=%2Fapi%2Fsales.csv&name=Sales');
    await phone.sees(phone.dialog.getByText('How often'));
    await phone.assertFits();
    await phone.takesPicture('export-deliver-form-phone');
  });

  nora.assertUntroubled();
} catch (error) {
  await nora.takesPicture('export-broken').catch(() => undefined);
  console.error(`Stuck at: ${at}\n`, error, '\n', nora.troubles);
  process.exitCode = 1;
} finally {
  await browser.close();
}
