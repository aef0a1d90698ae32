import { describe, expect, it } from 'vitest';
import contract from '../contract.json';
import openapi from '../openapi.json';
import { eventSentence, kindText, lookSentence, problemText, texts } from './texts';

describe('problems', () => {
  it.each(contract.problemCodes)('%s has a text of its own', (code) => {
    expect(texts.problems[code]).toBeTypeOf('string');
  });

  it('of a code that nobody wrote a text for still say what is safe', () => {
    expect(problemText('deals.invented-tomorrow')).toBe(texts.problems.unreadable);
  });

  it('have no text for a code that is in no contract', () => {
    const ours = ['offline', 'unreadable', 'passkey-unanswered'];
    expect(
      Object.keys(texts.problems)
        .filter((code) => !ours.includes(code))
        .toSorted(),
    ).toEqual(contract.problemCodes.toSorted());
  });
});

describe('mails', () => {
  it('have words for each kind, and for no other', () => {
    expect(Object.keys(texts.operator.mailKinds).toSorted()).toEqual(contract.mails.toSorted());
  });
});

describe('events', () => {
  it.each(contract.events)('%s has a sentence, whatever its detail holds', (event) => {
    const sentence = eventSentence({ event, detail: {} });
    expect(sentence).not.toBe(event);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('tell money and method of a payout', () => {
    const detail = { amount: { minor: 9850, currency: 'USD' }, method: 'ZELLE', paidOn: '2026-11-26' };
    expect(eventSentence({ event: 'deals.PayoutRecorded', detail })).toBe('Paid $98.50 by Zelle');
  });

  it('tell what was sold, to whom and for how much', () => {
    const proceeds = { minor: 12000, currency: 'USD' };
    const detail = { item: 'Contour Next 100ct', boxes: 3, buyer: 'StripRescue LLC', proceeds };
    expect(eventSentence({ event: 'inventory.LotSold', detail })).toBe(
      'Sold 3 boxes of Contour Next 100ct to StripRescue LLC for $120.00',
    );
  });

  it('of a name that nobody wrote a sentence for show the name', () => {
    expect(eventSentence({ event: 'deals.InventedTomorrow', detail: {} })).toBe('deals.InventedTomorrow');
  });
});

describe('choices', () => {
  const valuesOf = (schema: unknown) => (schema as { enum: string[] }).enum.toSorted();
  const { schemas } = openapi.components;

  it.each([
    ['state of a deal', texts.deals.states, schemas.DealState],
    ['reason for another price', texts.quote.reasons, schemas.OverrideReason],
    ['channel', texts.catalog.channels, schemas.Channel],
    ['condition', texts.deals.grades, schemas.Grade],
    ['state of a sale', texts.sales.states, schemas.SaleState],
    ['way a buyer pays', texts.sale.methods, schemas.ReceiptMethod],
    ['age of what is owed', texts.receivables.ages, schemas.DebtAge],
    ['reason for a write-off', texts.stock.writeOffReasons, schemas.WriteOffReason],
    ['reason for a count', texts.stock.countReasons, schemas.CountReason],
    ['reason for a hold', texts.stock.holdReasons, schemas.HoldReason],
    ['movement of boxes', texts.stock.movements, schemas.MovementKind],
    ['obstacle to a sale', texts.sale.obstacles, schemas.Obstacle],
    ['state of a payout', texts.payouts.stages, schemas.PayoutStage],
    ['obstacle to a proposal', texts.proposals.obstacles, schemas.BidObstacle],
    ['way to pay', texts.deal.methods, schemas.PayoutMethod],
    ['way to pay, in a sentence', texts.deal.methodsInSentence, schemas.PayoutMethod],
  ])('every %s has a word', (_, words, schema) => {
    expect(Object.keys(words).toSorted()).toEqual(valuesOf(schema));
  });
});

describe('kinds of records', () => {
  it('have words, by their name where there is no other', () => {
    expect(kindText('customer')).toBe('Person');
    expect(kindText('filed-report')).toBe('Filed report');
  });
});

describe('looks', () => {
  it('say what was seen, by the nearest word there is', () => {
    expect(lookSentence('/api/customers/{id}')).toBe(texts.audit.looked.customers);
    expect(lookSentence('/api/audit/journal')).toBe(texts.audit.looked['audit/journal']);
    expect(lookSentence('/api/members')).toBe('Members');
  });

  it('say what was taken away', () => {
    expect(lookSentence('/api/customers.csv')).toBe(texts.audit.tookAway(texts.audit.looked.customers ?? ''));
    expect(lookSentence('/api/audit/journal.csv')).toBe(
      texts.audit.tookAway(texts.audit.looked['audit/journal'] ?? ''),
    );
  });
});
