import { describe, expect, it } from 'vitest';
import {
  blankLine,
  draftOf,
  finishLine,
  isBlank,
  named,
  priced,
  total,
  type LineDraft,
  type PriceAnswer,
  type Product,
} from './quoteLines';

const draft: LineDraft = {
  item: ' OneTouch Verio 50ct ',
  productId: 'p1',
  expiry: '2027-04',
  condition: 'SLIGHT_DAMAGE',
  quantity: 3,
  unitPrice: '8.50',
  reason: '',
};

describe('a line of a quote', () => {
  it('is finished when item, expiry, condition, quantity and price are there', () => {
    expect(finishLine(draft, 'USD', undefined)).toEqual({
      line: {
        productId: 'p1',
        item: 'OneTouch Verio 50ct',
        expiry: '2027-04',
        grade: 'SLIGHT_DAMAGE',
        quantity: 3,
        unitPrice: { minor: 850, currency: 'USD' },
      },
    });
  });

  it('says everything that is missing at once', () => {
    const finished = finishLine({ ...blankLine, quantity: 0 }, 'USD', undefined);
    expect('faults' in finished && Object.keys(finished.faults).toSorted()).toEqual([
      'expiry',
      'item',
      'quantity',
      'unitPrice',
    ]);
  });

  it('is never made of a rejected box', () => {
    expect(finishLine({ ...draft, condition: 'REJECTED' }, 'USD', undefined)).toHaveProperty('faults.condition');
  });

  it('is of a product: a name alone is not enough', () => {
    expect(finishLine({ ...draft, productId: '' }, 'USD', undefined)).toHaveProperty('faults.item');
  });

  it('finds the product that is called as it was typed', () => {
    const verio = { id: 'p1', name: 'OneTouch Verio 50ct' } as Product;
    expect(named(blankLine, ' onetouch verio 50CT', [verio])).toMatchObject({ item: verio.name, productId: 'p1' });
    expect(named(draft, 'OneTouch Verio', [verio])).toMatchObject({ item: 'OneTouch Verio', productId: '' });
  });

  it('can be taken up again and comes out the same', () => {
    const finished = finishLine(draft, 'USD', undefined);
    if (!('line' in finished)) throw new Error('not finished');
    expect(finishLine(draftOf(finished.line), 'USD', undefined)).toEqual(finished);
    expect(total([finished.line, finished.line], 'USD')).toEqual({ minor: 5100, currency: 'USD' });
  });

  it('is blank until something is written', () => {
    expect(isBlank(blankLine)).toBe(true);
    expect(isBlank({ ...blankLine, expiry: '2027-04' })).toBe(true);
    expect(isBlank({ ...blankLine, item: 'Verio' })).toBe(false);
  });
});

describe('the price of a line', () => {
  const usd = (minor: number) => ({ minor, currency: 'USD' });
  const answer: PriceAnswer = {
    months: 7,
    listed: {
      version: 3,
      fromMonths: 5,
      tierPrice: usd(1500),
      gradePercent: 100,
      channelPercent: 100,
      price: usd(1500),
    },
    offers: [{ buyerId: 'b1', name: 'StripRescue LLC', price: usd(2000), version: 1 }],
    minimumMargin: 20,
  };
  const unlisted: PriceAnswer = { months: 7, offers: answer.offers, minimumMargin: 20 };
  const listed: LineDraft = { ...draft, condition: 'PERFECT', unitPrice: '' };

  it('is the list’s, and names the best buyer', () => {
    expect(finishLine(listed, 'USD', answer)).toMatchObject({
      line: { unitPrice: usd(1500), bestBuyerId: 'b1' },
    });
    expect(priced(listed, 'USD', answer)).toMatchObject({ margin: usd(500), marginPercent: 25, thin: false });
  });

  it('that isn’t the list’s needs a reason', () => {
    const haggled = { ...listed, unitPrice: '16' };
    expect(finishLine(haggled, 'USD', answer)).toHaveProperty('faults.reason');
    expect(finishLine({ ...haggled, reason: 'HAGGLED' }, 'USD', answer)).toMatchObject({
      line: { unitPrice: usd(1600), overrideReason: 'HAGGLED' },
    });
  });

  it('that leaves too little needs a reason, also where it is the list’s', () => {
    expect(finishLine(listed, 'USD', { ...answer, minimumMargin: 26 })).toHaveProperty('faults.reason');
  });

  it('is typed where the list names no price', () => {
    expect(finishLine(listed, 'USD', unlisted)).toHaveProperty('faults.unitPrice');
    expect(finishLine({ ...listed, unitPrice: '9' }, 'USD', unlisted)).toMatchObject({ line: { unitPrice: usd(900) } });
  });

  it('is none where the list refuses', () => {
    expect(finishLine(listed, 'USD', { ...unlisted, refusal: 'TOO_FEW_MONTHS' })).toHaveProperty('faults.condition');
  });
});
