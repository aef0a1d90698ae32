// Who wrote? An account at Twilio is connected (a simulated one), a text leaves, the person answers, stops, starts again:
//   node journey/texts.mjs <address of the service> <folder for pictures>
import { mkdirSync } from 'node:fs';
import { registerPerson, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures) throw new Error('Usage: node journey/texts.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

/** Numbers around the world: somewhere it is always day, and texts needn't wait for the morning. */
const NUMBERS = [
  ['America/New_York', '+16175550166'],
  ['Pacific/Honolulu', '+18085550166'],
  ['Pacific/Guam', '+16715550166'],
  ['Asia/Kolkata', '+919876543066'],
  ['Europe/London', '+442079460066'],
];
const awake = NUMBERS.find(([zone]) => {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(new Date()),
  );
  return hour >= 9 && hour < 20;
})[1];

const run = Date.now().toString(36);
const browser = await openBrowser();
const wanda = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`texts-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function writes(visitor, text) {
  await visitor.field('Text').fill(text);
  await visitor.button('Send').click();
}

try {
  await station('without an account the inbox says what to do', wanda, async () => {
    await signUp(wanda, `wanda.texts.${run}@example.com`, 'River Strips');
    await wanda.goes('People');
    await registerPerson(wanda, {
      name: 'Tammy Davis',
      phone: awake,
      email: 'tammy@example.com',
      leadSource: 'Flyers',
    });
    await wanda.goes('Inbox');
    await wanda.sees('Nobody has written yet.');
    await wanda.link('Connect it').click();
  });

  await station('an account is connected', wanda, async () => {
    await wanda.button('Connect Twilio').click();
    await wanda.button('No account? Try it with a simulated one').click();
    await wanda.dialog.getByRole('button', { name: 'Connect Twilio', exact: true }).click();
    await wanda.sees('This is a simulated account, to try texting: no phone gets anything.');
  });

  await station('a person is texted from their card', wanda, async () => {
    await wanda.goes('People');
    await wanda.link('Tammy Davis').click();
    await wanda.link('Text').click();
    await wanda.page.getByRole('combobox', { name: 'How did they agree to be texted?' }).click();
    await wanda.page.getByRole('option', { name: 'they said so in person' }).click();
    await writes(wanda, 'We pay $22 a box for sealed strips.');
    await wanda.sees('Delivered');
  });

  await station('the answer comes in by itself', wanda, async () => {
    await wanda.field('Write as this person').fill('Great, I have ten. Where do we meet?');
    await wanda.button('Reply').click();
    await wanda.sees('Great, I have ten. Where do we meet?');
  });

  await station('a text at hand is made in the settings', wanda, async () => {
    await wanda.goes('Settings');
    await wanda.button('Add a template').click();
    await wanda.field('Name').fill('Where we meet');
    await wanda.dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Hi');
    await wanda.button('Put in {first name}').click();
    await wanda.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await wanda.sees('Where we meet saved.');
    await wanda.button('Edit Where we meet').click();
    await wanda.dialog
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('Hi {first name}, we meet at the library. {business}');
    await wanda.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await wanda.sees('Hi {first name}, we meet at the library. {business}');
    await wanda.button('Add a template').click();
    await wanda.field('Name').fill('Slip');
    await wanda.dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('x');
    await wanda.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await wanda.button('Remove Slip').click();
    await wanda.dialog.getByRole('button', { name: 'Remove Slip', exact: true }).click();
    await wanda.sees('Slip removed.');
  });

  await station('she is answered from her page by it', wanda, async () => {
    await wanda.goes('People');
    await wanda.link('Tammy Davis').click();
    await wanda.sees('Great, I have ten. Where do we meet?');
    await wanda.button('Template').click();
    await wanda.page.getByRole('menuitem', { name: 'Where we meet' }).click();
    await wanda.button('Send').click();
    await wanda.sees('Hi Tammy, we meet at the library. River Strips', 'Delivered');
    await wanda.page.getByRole('link', { name: 'Whole conversation' }).click();
  });

  await station('the conversation is hers alone', wanda, async () => {
    await wanda.button('More about texting this person').click();
    await wanda.page.getByRole('combobox', { name: 'Who answers' }).click();
    await wanda.page.getByRole('option', { name: `wanda.texts.${run}@example.com` }).click();
    await wanda.sees(`answered by wanda.texts.${run}@example.com`);
    await wanda.page.keyboard.press('Escape');
    await wanda.page.getByRole('combobox', { name: 'Whose conversations' }).click();
    await wanda.page.getByRole('option', { name: 'Nobody’s yet' }).click();
    await wanda.sees('Nobody has written yet.');
    await wanda.page.getByRole('combobox', { name: 'Whose conversations' }).click();
    await wanda.page.getByRole('option', { name: 'Mine' }).click();
    await wanda.page
      .getByRole('link', { name: /Tammy Davis/ })
      .first()
      .click();
  });

  await station('a text for later is taken back', wanda, async () => {
    await wanda.field('Text').fill('See you at noon.');
    await wanda.button('Later').click();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    await wanda.field('Leaves at (your own time)').fill(`${tomorrow}T12:00`);
    await wanda.button('Schedule').click();
    await wanda.sees('Leaves later');
    await wanda.button('Take it back').click();
    await wanda.sees('Taken back');
  });

  await station('words that may mean stop are decided about', wanda, async () => {
    await wanda.field('Write as this person').fill('please remove me from your list');
    await wanda.button('Reply').click();
    await wanda.button('They want no more texts').click();
    await wanda.sees('They texted that they want no more. Only they can start texts again, by texting START.');
  });

  await station('start lets texts go on', wanda, async () => {
    await wanda.field('Write as this person').fill('START');
    await wanda.button('Reply').click();
    await wanda.field('Text').waitFor();
  });

  await station('many are texted together, by name', wanda, async () => {
    await wanda.goes('People');
    await registerPerson(wanda, {
      name: 'Unasked Ulla',
      phone: '+16175550144',
      email: 'ulla@example.com',
      leadSource: 'Flyers',
    });
    await wanda.goes('People');
    await wanda.page.getByRole('checkbox', { name: 'Choose Tammy Davis' }).check();
    await wanda.page.getByRole('checkbox', { name: 'Choose Unasked Ulla' }).check();
    await wanda.page
      .getByRole('region', { name: 'Steps for the chosen people' })
      .getByRole('button', { name: 'Text' })
      .click();
    await wanda.field('Name of the campaign').fill('Winter prices');
    await wanda.dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Hi');
    await wanda.button('Put in {first name}').click();
    await wanda.dialog.getByText('1 of 2 texts would leave').waitFor();
    await wanda.dialog.getByText('Not sent').waitFor();
    await wanda.takesPicture('texts-compose');
    await wanda.button('Text 2 people').click();
    await wanda.sees('Delivered: 1', 'Not sent: 1', 'Finished');
  });

  await station('a reply waits on Today until it is read', wanda, async () => {
    await wanda.page.evaluate(async (number) => {
      const [, token] = /XSRF-TOKEN=([^;]+)/.exec(globalThis.document.cookie);
      await globalThis.fetch('/api/simulated-phones/reply', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-XSRF-TOKEN': token,
          'Idempotency-Key': globalThis.crypto.randomUUID(),
        },
        body: JSON.stringify({ number, body: 'Are you open on Sunday?', withPhoto: false }),
      });
    }, awake);
    await wanda.goes('Today');
    await wanda.sees('Replies waiting', 'Are you open on Sunday?');
    await wanda.takesPicture('texts-a-reply-on-today');
    await wanda.link('Tammy Davis').click();
    await wanda.sees('Are you open on Sunday?');
    await wanda.goes('Today');
    await wanda.page.getByText('Replies waiting').waitFor({ state: 'hidden' });
  });

  const thumb = await wanda.alsoAt(PHONE);
  await station('a campaign in the hand', thumb, async () => {
    await thumb.opens('/inbox/campaigns');
    await thumb.link('Winter prices').click();
    await thumb.sees('Delivered: 1');
    await thumb.assertFits();
  });

  await station('the inbox in the hand', thumb, async () => {
    await thumb.turnsTo('/inbox');
    await thumb.sees('Tammy Davis');
    await thumb.assertFits();
  });

  await station('a conversation in the hand', thumb, async () => {
    await thumb.page.getByRole('link', { name: /Tammy Davis/ }).click();
    await thumb.sees(/We pay \$22 a box for sealed strips\./);
    await thumb.assertFits();
  });

  await station('disconnected', wanda, async () => {
    await wanda.goes('Settings');
    await wanda.button('Disconnect').click();
    await wanda.dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await wanda.sees('Connect your own account at Twilio to text with people. Your texts, your number, your bill.');
  });

  wanda.assertUntroubled();
} catch (error) {
  console.error(`At “${at}”, ${wanda.page.url()}:`, ...wanda.troubles);
  await wanda.takesPicture('texts-failed');
  throw error;
} finally {
  await browser.close();
}
