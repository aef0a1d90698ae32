import { describe, expect, it } from 'vitest';
import { blankLine, draftOf, finishLine, isBlank, named, total, type LineDraft, type Product } from './quoteLines';

const draft: LineDraft = {
  item: ' OneTouch Verio 50ct ',
  productId: 'p1',
  expiry: '2027-04',
  condition: 'SLIGHT_DAMAGE',
  quantity: 3,
  unitPrice: '8.50',
};

describe('a line of a quote', () => {
  it('is finished when item, expiry, condition, quantity and price are there', () => {
    expect(finishLine(draft, 'USD')).toEqual({
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
    const finished = finishLine({ ...blankLine, quantity: 0 }, 'USD');
    expect('faults' in finished && Object.keys(finished.faults).toSorted()).toEqual([
      'expiry',
      'item',
      'quantity',
      'unitPrice',
    ]);
  });

  it('is never made of a rejected box', () => {
    expect(finishLine({ ...draft, condition: 'REJECTED' }, 'USD')).toHaveProperty('faults.condition');
  });

  it('is of a product: a name alone is not enough', () => {
    expect(finishLine({ ...draft, productId: '' }, 'USD')).toHaveProperty('faults.item');
  });

  it('finds the product that is called as it was typed', () => {
    const verio = { id: 'p1', name: 'OneTouch Verio 50ct' } as Product;
    expect(named(blankLine, ' onetouch verio 50CT', [verio])).toMatchObject({ item: verio.name, productId: 'p1' });
    expect(named(draft, 'OneTouch Verio', [verio])).toMatchObject({ item: 'OneTouch Verio', productId: '' });
  });

  it('can be taken up again and comes out the same', () => {
    const finished = finishLine(draft, 'USD');
    if (!('line' in finished)) throw new Error('not finished');
    expect(finishLine(draftOf(finished.line), 'USD')).toEqual(finished);
    expect(total([finished.line, finished.line], 'USD')).toEqual({ minor: 5100, currency: 'USD' });
  });

  it('is blank until something is written', () => {
    expect(isBlank(blankLine)).toBe(true);
    expect(isBlank({ ...blankLine, expiry: '2027-04' })).toBe(true);
    expect(isBlank({ ...blankLine, item: 'Verio' })).toBe(false);
  });
});
