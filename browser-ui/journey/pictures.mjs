// The pictures of the README, of the sample workspace (profile `demo`) of the running service:
//   node journey/pictures.mjs <address of the service> ../docs/images
import { mkdirSync } from 'node:fs';
import { accept, addLine, chooseSeller, pay, receive, registerPerson, saveQuote, sell } from './trade.mjs';
import { signIn, uploadLedger } from './trade.mjs';
import { PHONE, Visitor, openBrowser } from './visitor.mjs';

const [base, folder] = process.argv.slice(2);
if (!base || !folder)
  throw new Error('Usage: node journey/pictures.mjs <address of the service> <folder for pictures>');
mkdirSync(folder, { recursive: true });

const nextYear = new Date().getFullYear() + 1;
const browser = await openBrowser();
try {
  const owner = await Visitor.arrive(browser, base, folder);
  await owner.opens('/');
  await signIn(owner, 'demo@example.com', 'strips pods and sensors');

  await quote(owner, { name: 'Rosa Delgado', phone: '617 555 0142', boxes: 6, price: '27', goodUntil: tomorrow() });
  const accepted = await quote(owner, { name: 'Winston Clarke', phone: '727 555 0117', boxes: 4, price: '24.50' });
  const received = await quote(owner, { name: 'Mei Tanaka', phone: '813 555 0163', boxes: 10, price: '21' });
  for (const deal of [accepted, received]) {
    await owner.page.goto(deal);
    await accept(owner);
  }
  await receive(owner, '12.40');
  await pay(owner, '120', 'Zelle', 'first half');
  await sell(owner, 'FreeStyle Libre 3 Plus Sensor 1ct', { buyer: 'StripRescue LLC', boxes: 4, proceeds: '148' });
  await owner.page.locator('.mantine-Notification-root').waitFor({ state: 'detached' });
  await owner.takesPicture('deal');

  await owner.goes('Today');
  await owner.sees('Rosa Delgado');
  await owner.takesPicture('today');

  await owner.goes('Reports', 'Profit by month');
  await owner.sees(owner.page.locator('.recharts-bar-rectangle'));
  await owner.takesPicture('profit');

  await owner.goes('Import');
  await uploadLedger(owner);
  await owner.takesPicture('import');

  const phone = await owner.alsoAt(PHONE);
  await phone.opens('/quote');
  await addLine(phone, {
    search: 'verio 50',
    item: 'OneTouch Verio 50ct',
    expiry: `Apr ${nextYear}`,
    condition: 'Slight damage',
    boxes: 3,
    price: '8.50',
  });
  await phone.page.getByRole('combobox', { name: 'Item' }).fill('acc gu 100');
  await phone.page.getByRole('option', { name: 'Accu-Chek Guide 100ct' }).first().click();
  await phone.picksMonth(`Nov ${nextYear}`);
  await phone.field('Boxes').fill('2');
  await phone.field('Price per box').fill('30');
  await phone.page.evaluate(() => window.scrollTo({ top: 0 }));
  await phone.takesPicture('quote-phone');
} finally {
  await browser.close();
}

async function quote(owner, { name, phone, boxes, price, goodUntil = '' }) {
  await owner.goes('People');
  await registerPerson(owner, {
    name,
    phone,
    email: `${name.split(' ')[0].toLowerCase()}@example.com`,
    leadSource: 'Google',
  });
  await owner.goes('Quote');
  await addLine(owner, {
    search: 'libre 3 plus',
    item: 'FreeStyle Libre 3 Plus Sensor 1ct',
    expiry: `Jun ${nextYear}`,
    boxes,
    price,
  });
  await chooseSeller(owner, phone, name);
  await owner.field('Good until').fill(goodUntil);
  await saveQuote(owner, name);
  return owner.page.url();
}

function tomorrow() {
  return new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
