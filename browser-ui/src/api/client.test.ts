import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { address, change, forgetPosition, give, make, newId, post, read, upload } from './client';
import { proveAgain, provedBy } from './fresh';
import { Problem } from './problem';

const sent = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

function answer(body: unknown, init: ResponseInit = {}) {
  sent.mockResolvedValueOnce(new Response(JSON.stringify(body), init));
}

function headersOf(call: number): Headers {
  return new Headers(sent.mock.calls[call]?.[1]?.headers);
}

const done = { id: 'a', version: 1, position: 7 };

beforeEach(() => {
  sent.mockReset();
  vi.stubGlobal('fetch', sent);
  document.cookie = 'XSRF-TOKEN=the%20token; path=/';
  forgetPosition();
});

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; path=/; max-age=0';
});

describe('a command that makes something', () => {
  it('carries the CSRF token, its key, and JSON', async () => {
    answer(done, { status: 201 });
    await make('/api/customers', { body: { name: 'Tammy', phones: [], emails: [] }, key: 'the key' });
    expect(sent.mock.calls[0]?.[0]).toBe('/api/customers');
    expect(headersOf(0).get('X-XSRF-TOKEN')).toBe('the token');
    expect(headersOf(0).get('Idempotency-Key')).toBe('the key');
    expect(headersOf(0).get('Content-Type')).toBe('application/json');
    expect(sent.mock.calls[0]?.[1].body).toBe('{"name":"Tammy","phones":[],"emails":[]}');
  });

  it('fetches a CSRF token first where there is none', async () => {
    document.cookie = 'XSRF-TOKEN=; path=/; max-age=0';
    sent.mockImplementationOnce(() => {
      document.cookie = 'XSRF-TOKEN=fresh; path=/';
      return Promise.resolve(new Response('{}'));
    });
    answer(done, { status: 201 });
    await make('/api/customers', { body: { name: 'Tammy', phones: [], emails: [] }, key: 'k' });
    expect(headersOf(1).get('X-XSRF-TOKEN')).toBe('fresh');
  });
});

describe('a command that changes something', () => {
  it('names the version that was seen', async () => {
    answer(done);
    await change('/api/deals/{id}/accept', {
      params: { id: 'd 1' },
      body: { attests: true },
      seen: { version: 3, key: 'k' },
    });
    expect(sent.mock.calls[0]?.[0]).toBe('/api/deals/d%201/accept');
    expect(headersOf(0).get('If-Match')).toBe('"3"');
    expect(headersOf(0).get('Idempotency-Key')).toBe('k');
  });
});

describe('an upload', () => {
  it('leaves the content type to the browser, which knows the boundary', async () => {
    answer(done, { status: 201 });
    await upload('/api/imports', new File(['a,b'], 'ledger.csv'), 'k');
    expect(headersOf(0).has('Content-Type')).toBe(false);
    expect((sent.mock.calls[0]?.[1].body as FormData).get('file')).toBeInstanceOf(File);
  });

  it('of an archive is the file itself', async () => {
    answer({ events: 3, entered: 3, files: 0 });
    const zip = new File(['PK'], 'account.zip');
    expect(await give('/api/archives', zip)).toEqual({ events: 3, entered: 3, files: 0 });
    expect(headersOf(0).get('Content-Type')).toBe('application/zip');
    expect(sent.mock.calls[0]?.[1].body).toBe(zip);
  });
});

describe('reading', () => {
  it('names no position before anything was done', async () => {
    answer({});
    await read('/api/today');
    expect(headersOf(0).has('Medflip-Position')).toBe(false);
  });

  it('waits for what was done before: it names the highest position', async () => {
    answer(done, { status: 201, headers: { 'Medflip-Position': '9' } });
    answer(done, { status: 201, headers: { 'Medflip-Position': '8' } });
    const body = { name: 'Tammy', phones: [], emails: [] };
    await make('/api/customers', { body, key: 'k1' });
    await make('/api/customers', { body, key: 'k2' });
    answer({});
    await read('/api/today');
    expect(headersOf(2).get('Medflip-Position')).toBe('9');
  });

  it('waits for an account that was just opened as well', async () => {
    answer(done, { status: 201, headers: { 'Medflip-Position': '9' } });
    const body = { token: 't', password: 'p', businessName: 'B', attestsAdult: true, policyVersion: '1' };
    await make('/api/sign-up/finish', { body, key: 'k' });
    answer({});
    await read('/api/session');
    expect(headersOf(1).get('Medflip-Position')).toBe('9');
  });

  it('waits for what a job did that we saw finished', async () => {
    answer({}, { headers: { 'Medflip-Position': '12' } });
    await read('/api/imports/{id}', { params: { id: 'i' } });
    answer({});
    await read('/api/deals');
    expect(headersOf(1).get('Medflip-Position')).toBe('12');
  });

  it('forgets the position when somebody else signs in', async () => {
    answer(done, { status: 201, headers: { 'Medflip-Position': '9' } });
    await make('/api/customers', { body: { name: 'T', phones: [], emails: [] }, key: 'k' });
    forgetPosition();
    answer({});
    await read('/api/today');
    expect(headersOf(1).has('Medflip-Position')).toBe(false);
  });
});

describe('a refusal', () => {
  it('is a problem with its code and its fields', async () => {
    const errors = [{ field: 'phones[0]', code: 'phone.invalid', message: 'Not a phone number' }];
    answer({ code: 'request.invalid', status: 400, errors }, { status: 400 });
    await expect(read('/api/today')).rejects.toMatchObject({ code: 'request.invalid', status: 400, faults: errors });
  });

  it('that is no problem document is still a problem', async () => {
    sent.mockResolvedValueOnce(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const problem = await read('/api/today').catch((error: unknown) => Problem.of(error));
    expect(problem).toMatchObject({ code: 'unreadable', status: 502, mayBeRetried: true });
  });

  it('for want of a network may be retried, one by the server may not', () => {
    expect(Problem.of(new TypeError('Failed to fetch')).mayBeRetried).toBe(true);
    expect(new Problem('deals.no-lines', 422).mayBeRetried).toBe(false);
  });
});

describe('signing out', () => {
  it('sends no body', async () => {
    sent.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await post('/api/sign-out');
    expect(sent.mock.calls[0]?.[1].body).toBeUndefined();
  });
});

describe('an address', () => {
  it('leaves out what is empty and escapes the rest', () => {
    const query = { search: 'a&b', state: undefined, page: 0, onHand: true, sort: '' };
    expect(address('/api/deals.csv', {}, query)).toBe('/api/deals.csv?search=a%26b&page=0&onHand=true');
  });
});

describe('ids', () => {
  it('are UUIDs and differ', () => {
    const ids = new Set(Array.from({ length: 1000 }, newId));
    expect(ids.size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('what needs a fresh sign-in', () => {
  const refused = { code: 'accounts.fresh-sign-in-needed', status: 403 };

  it('is sent again with the same key once the person has shown who they are', async () => {
    const stop = provedBy(() => Promise.resolve(true));
    answer(refused, { status: 403 });
    answer(done, { status: 201 });
    await make('/api/api-keys', { body: { name: 'Robot', scopes: ['READ'] }, key: 'k' });
    stop();
    expect(sent).toHaveBeenCalledTimes(2);
    expect(headersOf(1).get('Idempotency-Key')).toBe('k');
  });

  it('stays refused if they would rather not', async () => {
    const stop = provedBy(() => Promise.resolve(false));
    answer(refused, { status: 403 });
    await expect(make('/api/api-keys', { body: { name: 'Robot', scopes: ['READ'] }, key: 'k' })).rejects.toThrow(
      Problem,
    );
    stop();
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('asks once for several requests at a time', async () => {
    const ask = vi.fn(() => Promise.resolve(true));
    const stop = provedBy(ask);
    await Promise.all([proveAgain(), proveAgain()]);
    stop();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
