// What people do with the boxes on their shelf. Every step ends when the person sees that it worked.

/** To the lot of an item, by the list of lots. */
export async function opensLot(visitor, search, item) {
  await visitor.turnsTo(`/stock?view=lots&search=${encodeURIComponent(search)}`);
  await visitor.page.getByRole('link', { name: item, exact: true }).first().click();
  await visitor.sees(visitor.heading(item), visitor.heading('What came and went'));
}

async function chooses(visitor, item, step) {
  await visitor.button(`Steps for ${item}`).click();
  await visitor.page.getByRole('menuitem', { name: step, exact: true }).click();
}

async function submits(visitor, button) {
  await visitor.dialog.getByRole('button', { name: button, exact: true }).click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}

export async function moves(visitor, item, location) {
  await chooses(visitor, item, 'Move');
  await visitor.dialog.getByRole('combobox', { name: 'Location' }).fill(location);
  await submits(visitor, 'Move');
  await visitor.sees(`Moved to ${location}`);
}

export async function counts(visitor, item, boxes) {
  await chooses(visitor, item, 'Count');
  await visitor.dialog.getByLabel('Boxes really there').fill(String(boxes));
  await visitor.dialog.getByRole('button', { name: 'Count', exact: true }).click();
  await visitor.dialog.waitFor({ state: 'hidden' });
}

export async function writesOffAndUndoes(visitor, item) {
  await chooses(visitor, item, 'Write off');
  await visitor.dialog.getByLabel('Boxes', { exact: true }).fill('1');
  await visitor.dialog.getByLabel('Note').fill('crushed in the car');
  await submits(visitor, 'Write off');
  await visitor.sees('Written off: Damaged', 'crushed in the car');
  await visitor.page.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).first().click();
  await visitor.sees('Write-off undone');
}

export async function holdsAndReleases(visitor, item) {
  await chooses(visitor, item, 'Put on hold');
  await submits(visitor, 'Put on hold');
  await visitor.sees('On hold: Quality in doubt');
  await chooses(visitor, item, 'Release');
  await submits(visitor, 'Release');
  await visitor.sees('Released from hold');
}

/** Puts a sale together: so many boxes of the item, those that expire first. */
export async function draftsSale(visitor, { buyer, search, item, boxes, each }) {
  await visitor.goes('Sales');
  await visitor.link('New sale').first().click();
  await visitor.page.getByRole('combobox', { name: 'Buyer' }).fill(buyer);
  await visitor.field('Find boxes').fill(search);
  const lots = visitor.page.getByRole('region', { name: item });
  await lots.getByLabel('Boxes', { exact: true }).fill(String(boxes));
  await lots.getByLabel('Price per box', { exact: true }).fill(each);
  await lots.getByRole('button', { name: 'Take first to expire' }).click();
  await visitor.button('Save draft').click();
  // The notice goes by itself.
  await visitor.sees('Draft saved.', visitor.heading(buyer));
}

/** From the draft until the parcel is on its way. */
export async function ships(visitor, tracking) {
  await visitor.button('Confirm').click();
  await visitor.button('Packed').click();
  await visitor.button('Ship').click();
  await visitor.dialog.getByLabel('Tracking number').fill(tracking);
  await submits(visitor, 'Ship');
  await visitor.sees(tracking, 'Next: it arrives, or you bill it.');
}

/** What the buyer found, the invoice, and the money. */
export async function settles(visitor, { deducted, receipts }) {
  await visitor.button('Delivered').click();
  await submits(visitor, 'Delivered');
  await visitor.button('Buyer’s inspection').click();
  await visitor.dialog.getByLabel('Deducted in all').first().fill(deducted);
  await submits(visitor, 'Buyer’s inspection');
  await visitor.button('Invoice').click();
  await submits(visitor, 'Invoice');
  await visitor.sees('#1');
  for (const receipt of receipts) {
    await visitor.button('Record receipt').click();
    await visitor.dialog.getByLabel('Amount').fill(receipt);
    await submits(visitor, 'Record receipt');
    await visitor.sees(`Received $${receipt}`);
  }
  await visitor.button('Close').click();
  await visitor.sees('Done.');
}
