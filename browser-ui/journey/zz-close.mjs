import { mkdirSync, readFileSync } from 'node:fs';
import { registerPerson, signUp, uploadLedger } from './trade.mjs';
import { DESK, PHONE, Visitor, openBrowser } from './visitor.mjs';
const [base, pictures] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const browser = await openBrowser();
const nora = await Visitor.arrive(browser, base, pictures);
const step = async (name, f) => { try { await f(); console.log('ok', name); } catch (e) { console.log('FAILED', name, String(e).slice(0, 400)); await nora.takesPicture('broken-' + name).catch(() => 0); } };
async function api(method, path, body, etag) {
  return nora.page.evaluate(async ({ method, path, body, etag }) => {
    const csrf = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1];
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': csrf, 'Idempotency-Key': crypto.randomUUID() };
    if (etag) headers['If-Match'] = etag;
    const r = await fetch(path, { method, headers: method === 'GET' ? {} : headers, body: body ? JSON.stringify(body) : undefined });
    const text = await r.text();
    let json = null; try { json = JSON.parse(text); } catch {}
    return { status: r.status, etag: r.headers.get('ETag'), json, text: text.slice(0, 300) };
  }, { method, path, body, etag });
}
async function shots(name, path, prepare) {
  for (const [size, label] of [[DESK, '1280'], [PHONE, '360']]) {
    for (const scheme of ['light', 'dark']) {
      const v = await nora.alsoAt(size);
      await v.page.emulateMedia({ colorScheme: scheme });
      try {
        await v.opens(path);
        if (prepare) await prepare(v);
        await v.page.waitForTimeout(700);
        await v.assertFits().catch((e) => console.log('TOO WIDE', name, label, String(e).slice(0, 120)));
        await v.page.screenshot({ path: `${pictures}/${name}-${label}-${scheme}.png` });
      } catch (e) { console.log('FAILED', name, label, scheme, String(e).slice(0, 300)); await v.page.screenshot({ path: `${pictures}/${name}-${label}-${scheme}.png` }); }
      await v.page.close();
    }
  }
}
const run = Date.now().toString(36);
await step('sign up', () => signUp(nora, `nora.${run}@example.com`, 'Plover Supplies'));
await step('people', async () => { await nora.goes('People'); await registerPerson(nora, { name: 'Uma Lark', phone: '617-555-0161', email: 'uma@example.com', leadSource: 'Google' }); });
let products;
await step('prices', async () => {
  const found = await api('GET', '/api/products?size=5');
  products = found.json.items.map((p) => p.id);
  console.log('products', products.length);
  const usd = (minor) => ({ minor, currency: 'USD' });
  const b = await api('POST', '/api/buyers', { name: 'Gone Wholesale' });
  const buyer = b.json.id;
  const v = await api('POST', `/api/price-lists/${buyer}/versions`, { basedOn: 0, lines: products.slice(0, 1).map((productId) => ({ productId, tiers: [{ fromMonths: 6, price: usd(2200) }] })) });
  console.log(v.status, v.text);
  for (let i = 0; i < 20 && (await api('GET', `/api/price-lists/${buyer}/prices.csv`)).status !== 200; i++) await nora.page.waitForTimeout(300);
  const s = await api('POST', '/api/delivery-schedules', { name: 'Prices of Gone Wholesale', list: `/api/price-lists/${buyer}/prices.csv`, format: 'CSV', rhythm: 'DAILY', hour: 7 });
  console.log(s.status, s.text);
  const list = await api('GET', `/api/price-lists/${buyer}`);
  const w = await api('POST', `/api/price-lists/${buyer}/withdraw`, { version: 1 }, list.etag);
  console.log('withdraw', w.status, w.text);
  await nora.page.waitForTimeout(1500);
  const seen = await api('GET', `/api/delivery-schedules/${s.json.id}`);
  const d = await api('POST', `/api/delivery-schedules/${s.json.id}/deliver`, {}, seen.etag);
  console.log('deliver', d.status, d.text);
  await nora.page.waitForTimeout(4000);
});
await step('saved filters', async () => {
  await api('GET', '/api/lists');
  await nora.opens('/people?search=lark');
  await nora.button('Filters').click();
  await nora.page.waitForTimeout(500);
  await nora.takesPicture('filters-open');
  const field = nora.page.getByRole('textbox', { name: /name|call/i }).last();
  await field.fill('Larks of the coast, all of them'); await field.press('Enter');
  await nora.page.waitForTimeout(1500);
  await nora.takesPicture('filters-saved');
});
await shots('filters', '/people?search=lark', async (v) => { await v.page.waitForTimeout(600); await v.page.getByRole('button', { name: /Larks|Filters/ }).first().click(); });
await shots('editor', '/prices?items=' + (products ?? []).slice(0, 3).join(','));
await shots('deliveries', '/settings/deliveries');
await shots('today', '/');
await shots('imports', '/imports');
await step('import', async () => {
  await nora.opens('/imports');
  await nora.page.getByLabel('Choose a file', { exact: true }).and(nora.page.locator('input')).setInputFiles({ name: 'exp.csv', mimeType: 'text/csv', buffer: Buffer.from('Reference,Date,Vendor,Amount,Category\nE-1,01/02/2026,USPS,10.00,postage\nE-2,01/03/2026,Shell,20.00,gas\n') });
  await nora.page.waitForTimeout(2500);
  await nora.takesPicture('import-preview');
  const path = new URL(nora.page.url()).pathname;
  await shots('import', path);
});
await step('archive', async () => {
  await nora.opens('/settings/export');
  await nora.button('Make an archive').click();
  await nora.sees(nora.button('Fetch'));
  const coming = nora.page.waitForEvent('download');
  await nora.button('Fetch').click();
  const archive = await (await coming).path();
  const mover = await Visitor.arrive(browser, base, pictures);
  await signUp(mover, `mover.${run}@example.com`, 'Plover Supplies');
  await mover.opens('/imports');
  const input = mover.page.getByLabel('Choose an archive', { exact: true }).and(mover.page.locator('input'));
  await input.setInputFiles({ name: 'account.zip', mimeType: 'application/zip', buffer: readFileSync(archive) });
  await mover.sees('Your books are here.');
  for (const [size, label] of [[DESK, '1280'], [PHONE, '360']]) for (const scheme of ['light', 'dark']) {
    const v = await mover.alsoAt(size); await v.page.emulateMedia({ colorScheme: scheme }); await v.opens('/imports'); await v.page.waitForTimeout(900);
    await v.page.screenshot({ path: `${pictures}/brought-${label}-${scheme}.png`, fullPage: true }); await v.page.close();
  }
});
console.log(nora.troubles);
await browser.close();
