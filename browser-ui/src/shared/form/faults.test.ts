import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import { mergeTheirs, sortFaults } from './faults';

const fault = (field: string) => ({ field, code: 'invalid', message: `about ${field}` });

describe('faults of the server', () => {
  const values = { name: '', phones: ['', ''], address: { city: '' }, amount: '12' };

  it('go to the fields they name, in lists and in parts', () => {
    const problem = new Problem('request.invalid', 400, [fault('name'), fault('phones[1]'), fault('address.city')]);
    expect(sortFaults(problem, values)).toEqual({
      byField: { name: 'about name', 'phones.1': 'about phones[1]', 'address.city': 'about address.city' },
      rest: [],
    });
  });

  it('of a part that the form shows as one field go to that field', () => {
    expect(sortFaults(new Problem('x', 422, [fault('amount.minor')]), values).byField).toEqual({
      amount: 'about amount.minor',
    });
  });

  it('that no field shows are left for the banner', () => {
    expect(sortFaults(new Problem('x', 422, [fault('validUntil')]), values).rest).toEqual([fault('validUntil')]);
  });
});

describe('somebody else saved first', () => {
  const base = { name: 'Tammy', note: '', phones: ['1'] };

  it('their values come in where I changed nothing', () => {
    const theirs = { ...base, phones: ['1', '2'] };
    expect(mergeTheirs(base, { ...base, note: 'mine' }, theirs)).toEqual({
      values: { name: 'Tammy', note: 'mine', phones: ['1', '2'] },
      clashes: [],
    });
  });

  it('mine stay where both changed the same, and are named', () => {
    const merged = mergeTheirs(base, { ...base, name: 'Tamara' }, { ...base, name: 'Tammy D.' });
    expect(merged).toEqual({ values: { ...base, name: 'Tamara' }, clashes: ['name'] });
  });

  it('nothing clashes where both typed the same', () => {
    const same = { ...base, name: 'Tamara' };
    expect(mergeTheirs(base, same, same).clashes).toEqual([]);
  });
});
