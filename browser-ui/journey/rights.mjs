// What a person can ask about their data: who they are, a private link, a correction, an erasure, and the certificate:
//   node journey/rights.mjs <address of the service> <folder for pictures>
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { registerPerson, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures)
  throw new Error('Usage: node journey/rights.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const browser = await openBrowser();
const olga = await Visitor.arrive(browser, base, pictures);
// Nobody's session: whoever was given the link.
const pia = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  const result = await part();
  await visitor.takesPicture(`rights-${name.replaceAll(' ', '-')}`);
  console.log(name);
  return result;
}

/** Writes down what Pia asks, and how it is known that it is her. */
async function asks(what, { known = true } = {}) {
  await olga.opens('/people?search=pia');
  await olga.page.getByRole('link', { name: /^Pia/ }).first().click();
  await olga.button('More steps').click();
  await olga.page.getByRole('menuitem', { name: 'Their data…' }).click();
  await olga.chooses('They want', what);
  await olga.takesPicture('rights-what-did-they-ask');
  await olga.button('Write it down').click();
  await olga.sees('30 days left');
  if (known) {
    await olga.button('Write down who it is').click();
    await olga.button('Save').click();
    await olga.sees('somebody here knows them and spoke with them');
  }
}

async function looksOnThePhone(phone, name) {
  await phone.opens(new URL(olga.page.url()).pathname);
  await phone.page.waitForLoadState('networkidle');
  await phone.assertFits();
  await phone.takesPicture(`rights-${name.replaceAll(' ', '-')}-on-the-phone`);
}

try {
  await signUp(olga, `olga.${run}@example.com`, 'River Strips');
  const phone = await olga.alsoAt(PHONE);
  await olga.goes('People');
  await registerPerson(olga, {
    name: 'Pia Person',
    phone: '(617) 555-0155',
    email: 'pia@example.com',
    leadSource: 'Flyers',
  });

  await station('a person asks to see what is held and it takes longer', olga, async () => {
    await asks('To see what is held');
    await olga.button('It takes longer…').click();
    await olga.sees('Tell them first');
    await olga.button('They were told: put it off').click();
    await olga.sees('90 days left');
    await looksOnThePhone(phone, 'a request');
  });

  const link = await station('she is given a private link', olga, async () => {
    await olga.button('Make a private link').click();
    const field = olga.field('Private link').and(olga.page.locator('input'));
    await field.waitFor();
    return field.inputValue();
  });

  await station('she sees what is held and takes it along', pia, async () => {
    await pia.page.goto(new URL(link).pathname + new URL(link).hash);
    await pia.sees(pia.heading('What River Strips has of you'), 'pia@example.com');
    const [file] = await Promise.all([pia.page.waitForEvent('download'), pia.button('Download it all').click()]);
    assert.equal(file.suggestedFilename(), 'my-data.json');
  });

  await station('she says what is wrong', pia, async () => {
    await pia.page.setViewportSize(PHONE);
    await pia.assertFits();
    await pia.field('Name').fill('Pia Right');
    await pia.field('Street').fill('1 Elm Street');
    await pia.field('City').fill('Boston');
    await pia.field('Anything else that is wrong').fill('I moved last month');
    await pia.takesPicture('rights-what-is-wrong');
    await pia.button('Send it').click();
    await pia.sees('The business looks at what you wrote, and answers you.');
  });

  await station('the business takes it over', olga, async () => {
    await olga.opens('/settings/privacy');
    await olga.sees('To have something put right');
    await olga.takesPicture('rights-the-queue');
    await olga.link('To have something put right').click();
    await olga.sees('Pia Right', 'They say: I moved last month');
    await olga.takesPicture('rights-the-correction');
    await looksOnThePhone(phone, 'a correction');
    await olga.button('Take it over and answer').click();
    await olga.sees('The card is corrected, and the request answered.');
  });

  await station('she wants it kept and not used', olga, async () => {
    await asks('To have it kept and not used');
    await olga.button('It is done').click();
    await olga.sees('The request is answered.');
    await olga.link('Pia Right').click();
    await olga.sees('What is held of them is kept and not used');
    await olga.button('It may be used again').click();
    await olga.sees('What is held of Pia Right may be used again.');
  });

  await station('she is erased and a certificate says so', olga, async () => {
    await asks('To be erased');
    await olga.button('Erase…').click();
    await olga.sees('This goes for good:');
    await olga.button('Erase for good').click();
    await olga.sees('Certificate as PDF');
  });

  await station('her link leads nowhere', pia, async () => {
    pia.expectsRefusal(404, /^\/api\/private-data\/open$/);
    await pia.page.reload();
    await pia.sees('This link leads nowhere');
  });

  await station('anybody who signs in asks about their own data', olga, async () => {
    await olga.opens('/settings/privacy');
    await olga.button('Ask about your data…').click();
    await olga.chooses('They want', 'To see what is held of me');
    await olga.button('Write it down').click();
    await olga.sees('It is written down. The owners see it.');
    await looksOnThePhone(phone, 'the centre');
    await olga.opens('/settings/privacy/promises');
    await olga.sees('Section 14');
    await looksOnThePhone(phone, 'the promises');
  });

  olga.assertUntroubled();
  pia.assertUntroubled();
} catch (error) {
  await olga.takesPicture('rights-failed');
  await pia.takesPicture('rights-failed-hers');
  console.error(`At “${at}”, ${olga.page.url()}:`, ...olga.troubles, ...pia.troubles);
  throw error;
} finally {
  await browser.close();
}
