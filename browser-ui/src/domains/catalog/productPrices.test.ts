import { describe, expect, it } from 'vitest';
import { tierRows, type ProductPrices } from './productPrices';

const usd = (minor: number) => ({ minor, currency: 'USD' });

const own: ProductPrices[number] = {
  version: 1,
  tiers: [
    { fromMonths: 8, perfect: usd(2000) },
    { fromMonths: 5, perfect: usd(1200) },
  ],
};
const rescue: ProductPrices[number] = {
  buyerId: 'b1',
  buyerName: 'StripRescue LLC',
  version: 3,
  tiers: [{ fromMonths: 6, perfect: usd(2700) }],
};

describe('the prices of a product', () => {
  it('stand side by side for each tier of any list, with what is left', () => {
    expect(tierRows([own, rescue])).toEqual([
      { fromMonths: 8, prices: [usd(2000), usd(2700)], margin: usd(700) },
      { fromMonths: 6, prices: [usd(1200), usd(2700)], margin: usd(1500) },
      { fromMonths: 5, prices: [usd(1200), undefined], margin: undefined },
    ]);
  });

  it('leave nothing to tell where nobody buys, or nothing is paid', () => {
    expect(tierRows([own]).map((row) => row.margin)).toEqual([undefined, undefined]);
    expect(tierRows([rescue])[0]?.margin).toBeUndefined();
    expect(tierRows([])).toEqual([]);
  });

  it('show a loss where more is paid than the best buyer gives', () => {
    const dear = { ...own, tiers: [{ fromMonths: 6, perfect: usd(3000) }] };
    expect(tierRows([dear, rescue])[0]?.margin).toEqual(usd(-300));
  });
});
