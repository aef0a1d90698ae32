// Who is this? A person's card with its tags, tasks and notes, somebody from whom nothing is bought, and two cards of one:
//   node journey/people.mjs <address of the service> <folder for pictures>
import { mkdirSync } from 'node:fs';
import { registerPerson, signUp } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, pictures] = process.argv.slice(2);
if (!base || !pictures)
  throw new Error('Usage: node journey/people.mjs <address of the service> <folder for pictures>');
mkdirSync(pictures, { recursive: true });

const run = Date.now().toString(36);
const browser = await openBrowser();
const wanda = await Visitor.arrive(browser, base, pictures);
let at = 'the door';

async function station(name, visitor, part) {
  at = name;
  await part();
  await visitor.takesPicture(`people-${name.replaceAll(' ', '-')}`);
  console.log(name);
}

async function picksAction(visitor, name) {
  await visitor.button('More steps').click();
  await visitor.page.getByRole('menuitem', { name }).click();
}

try {
  await station('the business says what stands on its cards', wanda, async () => {
    await signUp(wanda, `wanda.${run}@example.com`, 'River Strips');
    await wanda.goes('Settings');
    await wanda.link('Tags, fields and lead sources').click();
    await wanda.button('Add a tag').click();
    await wanda.field('Tag').fill('Regular');
    await wanda.button('Add a field').click();
    await wanda.field('Field').fill('Best time to call');
    await wanda.button('Add a source').click();
    await wanda.field('Source').fill('Flyers');
    await wanda.button('Save').click();
    await wanda.sees('Saved.');
  });

  await station('a person is tagged and their own field is filled in', wanda, async () => {
    await wanda.goes('People');
    await registerPerson(wanda, {
      name: 'Tammy Davis',
      phone: '(617) 555-0155',
      email: 'tammy@example.com',
      leadSource: 'Flyers',
    });
    await wanda.button('Tags').click();
    await wanda.page.getByRole('menuitem', { name: 'Regular' }).click();
    await wanda.sees('Tagged Regular.');
    await wanda.page.keyboard.press('Escape');
    await wanda.field('Best time to call').fill('mornings');
    await wanda.field('Best time to call').blur();
    await wanda.sees('Best time to call saved.');
  });

  await station('a task and a note are written down and taken back', wanda, async () => {
    await wanda.field('What is to do?').fill('Call about the pods');
    await wanda.button('Add task').click();
    await wanda.sees(wanda.page.getByRole('checkbox', { name: 'Call about the pods' }));
    await wanda.field('Write a note').fill('Prefers Zelle');
    await wanda.button('Save note').click();
    await wanda.sees('Prefers Zelle');
    await wanda.button('More about this note').click();
    await wanda.page.getByRole('menuitem', { name: 'Delete' }).click();
    await wanda.sees('Note deleted.');
    await wanda.button('Undo').last().click();
    await wanda.sees('Prefers Zelle');
  });

  await station('a number gets its kind and an address is added', wanda, async () => {
    await wanda.button('Edit').click();
    await wanda.dialog.getByRole('combobox', { name: 'Kind of phone' }).click();
    await wanda.page.getByRole('option', { name: 'Mobile' }).click();
    await wanda.dialog.getByRole('textbox', { name: 'City' }).fill('Boston');
    await wanda.dialog.getByRole('button', { name: 'Save' }).click();
    await wanda.dialog.waitFor({ state: 'hidden' });
    await wanda.sees('Mobile', 'Boston');
  });

  await station('where they are paid is masked until it is asked for', wanda, async () => {
    await wanda.button('Add where they are paid').click();
    await wanda.field('Number, address or name there').fill('tammy.davis@example.com');
    await wanda.page.getByRole('region', { name: 'Paid to' }).getByRole('button', { name: 'Save' }).click();
    await wanda.sees('Zelle: ••••.com');
    await wanda.button('Show').click();
    await wanda.sees('Zelle: tammy.davis@example.com');
  });

  await station('a task that is due stands on Today', wanda, async () => {
    await wanda.goes('Today');
    await wanda.page.getByRole('checkbox', { name: 'Call about the pods' }).click();
    await wanda.sees('Done.');
  });

  await station('who is written down twice is noticed while typing', wanda, async () => {
    await wanda.goes('People');
    await wanda.button('New person').click();
    await wanda.dialog.getByRole('textbox', { name: 'Name' }).fill('Davis, Tammy');
    await wanda.dialog.getByRole('textbox', { name: 'E-mail', exact: true }).fill('tammy@example.com');
    await wanda.sees('In your books already?');
    await wanda.dialog.getByRole('textbox', { name: 'Phone', exact: true }).fill('617 555 0156');
    await wanda.button('Save person').click();
    await wanda.sees(wanda.heading('Davis, Tammy'));
  });

  await station('two cards are merged after seeing what moves', wanda, async () => {
    await wanda.goes('People');
    await wanda.link('Duplicates').click();
    await wanda.sees('Same e-mail', 'Same name');
    await wanda.button('Merge').click();
    await wanda.sees(wanda.page.getByRole('list', { name: 'What moves' }));
    await wanda.dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await wanda.sees('Merged into this card', '(617) 555-0155', '(617) 555-0156');
  });

  await station('and taken apart again', wanda, async () => {
    await wanda.button('Take apart').click();
    await wanda.sees(/is a card of its own again/);
    await wanda.goes('People');
    await wanda.sees('1–2 of 2');
  });

  await station('nothing is bought from somebody any more', wanda, async () => {
    await wanda.link('Davis, Tammy').click();
    await wanda.sees(wanda.heading('Davis, Tammy'));
    await picksAction(wanda, 'Do not buy');
    await wanda.dialog.getByRole('textbox', { name: 'Why?' }).fill('opened boxes, twice');
    await wanda.dialog.getByRole('button', { name: 'Do not buy' }).click();
    await wanda.dialog.waitFor({ state: 'hidden' });
    await wanda.sees('Nothing is bought from this person', 'opened boxes, twice');
    await wanda.seesNo(wanda.link('Quote').and(wanda.page.locator('main a')));
  });

  await station('a step is undone from the history with its reason', wanda, async () => {
    await wanda.page
      .getByRole('button', { name: /^Undo: Decided not to buy/ })
      .first()
      .click();
    await wanda.sees('It is undone by a further entry.');
    await wanda.chooses('Why', 'Meant another one');
    await wanda.takesPicture('people-the-undo-dialog');
    await wanda.dialog.getByRole('button', { name: 'Undo' }).click();
    await wanda.sees('Undone.', /undone: meant another one/, /undone since/);
    await wanda.seesNo('Nothing is bought from this person');
    await wanda.page
      .getByRole('button', { name: /^Undo: Added to the books/ })
      .first()
      .click();
    await wanda.sees('This began it.');
    await wanda.dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  await station('many people are tagged at once and untagged by one click', wanda, async () => {
    await wanda.goes('People');
    await wanda.page.getByRole('checkbox', { name: 'Choose Davis, Tammy' }).check();
    const bar = wanda.page.getByRole('region', { name: 'Steps for the chosen people' });
    await wanda.sees('1 person chosen');
    await bar.getByRole('button', { name: 'Choose all of this page' }).click();
    await wanda.sees('2 people chosen');
    await bar.getByRole('button', { name: 'Tag', exact: true }).click();
    await wanda.dialog.getByRole('combobox', { name: 'Tag' }).click();
    await wanda.page.getByRole('option', { name: 'Regular' }).click();
    await wanda.sees('This can be done to all 2 people.');
    await wanda.takesPicture('people-bulk-preview');
    await wanda.button('Tag 2 people').click();
    await wanda.sees('2 people have the tag.');
    await wanda.sees(wanda.page.getByRole('row', { name: /Davis, Tammy/ }).getByText('Regular'));
    const notice = wanda.page.getByRole('alert').filter({ hasText: '2 people have the tag.' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await wanda.page
      .getByRole('row', { name: /Davis, Tammy/ })
      .getByText('Regular')
      .waitFor({ state: 'detached' });
    // Who had the tag before still has it.
    await wanda.sees(wanda.page.getByRole('row', { name: /Tammy Davis/ }).getByText('Regular'));
  });

  await station('a list is arranged once and found so on another device', wanda, async () => {
    await wanda.button('Columns').click();
    await wanda.page.getByRole('checkbox', { name: 'E-mail', exact: true }).check();
    await wanda.page.keyboard.press('Escape');
    await wanda.sees(wanda.page.getByRole('columnheader', { name: 'E-mail' }));
    await wanda.chooses('Tag', 'Regular');
    await wanda.sees('1–1 of 1');
    await wanda.button('Saved filters').click();
    await wanda.page.getByRole('textbox', { name: 'Save this filter as' }).fill('Our regulars');
    await wanda.page.getByRole('checkbox', { name: 'For everybody in the business' }).check();
    await wanda.takesPicture('people-saves-a-filter');
    await wanda.page.getByRole('button', { name: 'Save', exact: true }).click();
    await wanda.sees('Filter saved.', wanda.button('Our regulars'));
  });

  const phone = await wanda.alsoAt(PHONE);
  await station('the saved filter on the phone', phone, async () => {
    await phone.opens('/people');
    await phone.sees('1–2 of 2');
    await phone.button('Filter and sort').click();
    await phone.button('Saved filters').click();
    await phone.takesPicture('people-filters-on-the-phone');
    await phone.assertFits();
    await phone.button('Our regulars').click();
    await phone.sees('1–1 of 1');
    await phone.page.getByRole('checkbox', { name: 'Choose Tammy Davis' }).check();
    await phone.sees('1 person chosen');
    await phone.assertFits();
  });

  await station('a card on the phone', phone, async () => {
    await phone.turnsTo('/people?search=tammy+davis');
    await phone.assertFits();
    await phone.link('Tammy Davis').click();
    await phone.sees(phone.heading('Tammy Davis'), 'Prefers Zelle');
    await phone.assertFits();
    await phone.button('Edit').click();
    await phone.sees(phone.dialog);
    await phone.assertFits();
    await phone.takesPicture('people-the-form-on-the-phone');
    await phone.page.keyboard.press('Escape');
    for (const screen of ['/people/duplicates', '/people/cards']) {
      await phone.turnsTo(screen);
      await phone.page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
      await phone.assertFits();
      await phone.takesPicture(`people${screen.replaceAll('/', '-')}-on-the-phone`);
    }
  });

  await station('a person asks to be forgotten, and is', wanda, async () => {
    await wanda.opens('/people?search=tammy+davis');
    await wanda.link('Tammy Davis').click();
    await picksAction(wanda, 'Their data…');
    await wanda.sees('What did Tammy Davis ask about their data?');
    await wanda.takesPicture('people-what-did-they-ask');
    await wanda.button('Write it down').click();
    await wanda.sees('30 days left');
    await wanda.button('Write down who it is').click();
    await wanda.button('Save').click();
    await wanda.button('Erase…').click();
    await wanda.sees('This goes for good:');
    await wanda.takesPicture('people-what-goes');
    await wanda.button('Erase for good').click();
    await wanda.sees('Certificate as PDF');
    await phone.turnsTo(new URL(wanda.page.url()).pathname);
    await phone.sees('Certificate as PDF');
    await phone.assertFits();
    await phone.takesPicture('people-erased-on-the-phone');
    await wanda.page.getByRole('link', { name: '[erased]' }).click();
    await wanda.sees('This person was erased.');
  });

  await station('nobody waits for an answer', wanda, async () => {
    await wanda.goes('Settings');
    await wanda.link('Privacy requests').click();
    await wanda.sees('Nobody waits for an answer.');
    await wanda.page.getByText('Over', { exact: true }).click();
    await wanda.sees('To be erased');
    await phone.turnsTo('/settings/privacy');
    await phone.assertFits();
    await wanda.opens('/people?search=tammy+davis');
    await wanda.seesNo('Tammy Davis');
  });

  wanda.assertUntroubled();
} catch (error) {
  await wanda.takesPicture('people-failed');
  console.error(`At “${at}”, ${wanda.page.url()}:`, ...wanda.troubles);
  throw error;
} finally {
  await browser.close();
}
