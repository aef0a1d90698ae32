import { expect, test } from 'vitest';
import { mapped } from './mapping';

const columns = [{ means: 'name' }, {}, { means: 'phone' }];

test('a column gets the meaning that was chosen for it', () => {
  expect(mapped(columns, 1, 'email')).toEqual(['name', 'email', 'phone']);
});

test('a meaning that another column had is taken from it', () => {
  expect(mapped(columns, 1, 'name')).toEqual(['', 'name', 'phone']);
});

test('a column that isn’t used means nothing', () => {
  expect(mapped(columns, 2, '')).toEqual(['name', '', '']);
});
