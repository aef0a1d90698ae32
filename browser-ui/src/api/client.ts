import { proveAgain } from './fresh';
import { pastMoment, setPastMaking, setPastMoment } from './past';
import { pastPaths } from './pastPaths';
import { Problem } from './problem';
import type { Answer, Body, Done, Params, PathOf, Query, Verb } from './types';

/**
 * The highest journal position that we were told of: what a command of ours did, or a job that we saw finished. Every
 * later read names it, so that the view it asks has seen that too.
 */
let position = 0;

const ASK_AGAIN_MS = 1000;

/** Forget the position, and the moment that was shown: the next person who signs in reads another journal. */
export function forgetPosition(): void {
  position = 0;
  setPastMoment(undefined);
}

/** An id nobody else will make. `crypto.randomUUID` exists on secure origins only; this works on a local network too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The address of a path, for links as well (`<a href download>`). Empty values are left out. Where a past moment is
 * shown, what has a past is asked as of then.
 */
export function address(path: string, params: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | boolean | undefined][]) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const moment = pastMoment();
  if (moment !== undefined && pastPaths.has(path)) search.set('asOf', moment);
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

interface ReadOptions<P> {
  params?: Params<P>;
  query?: Query<P>;
  signal?: AbortSignal;
}

/** Asks. While a past moment is being looked up, asks again until it is there. */
export async function read<P extends PathOf<'get'>>(path: P, options: ReadOptions<P> = {}): Promise<Answer<P>> {
  const moment = pastMoment();
  for (;;) {
    const response = await fetch(address(path, options.params, options.query), {
      headers: { Accept: 'application/json', ...(position > 0 ? { 'Medflip-Position': String(position) } : {}) },
      ...(options.signal ? { signal: options.signal } : {}),
    });
    if (!(response.status === 503 && moment !== undefined && moment === pastMoment())) {
      if (moment !== undefined && pastPaths.has(path)) setPastMaking(undefined);
      return (await answerOf(response)) as Answer<P>;
    }
    const body = (await response.json().catch(() => ({}))) as { code?: string; percent?: number };
    if (body.code !== 'request.past-in-the-making') throw new Problem(body.code ?? 'offline', response.status);
    setPastMaking(body.percent ?? 0);
    await new Promise((again) => setTimeout(again, ASK_AGAIN_MS));
    options.signal?.throwIfAborted();
  }
}

/** Makes something. The key, minted once for one form, makes a second click or a retry harmless. */
export function make<P extends PathOf<'post'>>(
  path: P,
  options: { params?: Params<P>; key: string } & Said<P, 'post'>,
): Promise<Done> {
  const headers = { 'Idempotency-Key': options.key };
  return command('POST', address(path, options.params), JSON.stringify(options.body), headers);
}

/** What a change needs: the version that the person saw, so that nothing is overwritten unseen. */
export interface Seen {
  version: number;
  key: string;
}

/** What a change says beside which version was seen. Some changes say nothing more: archive, decline, start. */
type Said<P, V extends Verb> = [Body<P, V>] extends [never] ? { body?: never } : { body: Body<P, V> };

/** Changes something, if it still is as the person saw it. */
export function change<P extends PathOf<'post'>>(
  path: P,
  options: { params: Params<P>; seen: Seen } & Said<P, 'post'>,
): Promise<Done> {
  return command('POST', address(path, options.params), JSON.stringify(options.body), seenHeaders(options.seen));
}

/** Replaces something whole, if it still is as the person saw it. */
export function replace<P extends PathOf<'put'>>(
  path: P,
  options: { params: Params<P>; body: Body<P, 'put'>; seen: Seen },
): Promise<Done> {
  return command('PUT', address(path, options.params), JSON.stringify(options.body), seenHeaders(options.seen));
}

/** Hands in a file. The key, minted once for one choice of a file, makes a second click or a retry harmless. */
export async function upload<P extends PathOf<'post'>>(
  path: P,
  file: File,
  key: string,
  query: object = {},
): Promise<Answer<P, 'post'>> {
  const form = new FormData();
  form.set('file', file);
  const response = await send('POST', address(path, {}, query), form, { 'Idempotency-Key': key });
  return (await response.json()) as Answer<P, 'post'>;
}

/** Hands in a zip file as it is; the same one again changes nothing more. */
export async function give<P extends PathOf<'post'>>(path: P, zip: File): Promise<Answer<P, 'post'>> {
  const response = await send('POST', path, zip, { 'Content-Type': 'application/zip' });
  return (await response.json()) as Answer<P, 'post'>;
}

/** Asks what is too long for an address; nothing is changed by it. */
export async function ask<P extends PathOf<'post'>>(path: P, body?: Body<P, 'post'>): Promise<Answer<P, 'post'>> {
  const sent: unknown = body;
  const response = await send('POST', path, sent === undefined ? undefined : JSON.stringify(sent), {});
  return (await response.json()) as Answer<P, 'post'>;
}

/** The same of a wish that is granted once: the same key again is answered as before. */
export async function askOnce<P extends PathOf<'post'>>(
  path: P,
  key: string,
  body?: Body<P, 'post'>,
): Promise<Answer<P, 'post'>> {
  const sent: unknown = body;
  const response = await send('POST', path, sent === undefined ? undefined : JSON.stringify(sent), {
    'Idempotency-Key': key,
  });
  return (await response.json()) as Answer<P, 'post'>;
}

/** The bytes of a file that is here, as its own address gives them. */
export async function askContent(id: string): Promise<Blob> {
  const response = await fetch(address('/api/files/{id}/content', { id }));
  if (!response.ok) throw await Problem.from(response);
  return response.blob();
}

/** Asks for a file, by what must not stand in an address. */
export async function askFile<P extends PathOf<'post'>>(
  path: P,
  body?: Body<P, 'post'>,
  params: Record<string, string> = {},
): Promise<Blob> {
  const sent: unknown = body;
  const accept = { Accept: 'application/json, */*' };
  const response = await send(
    'POST',
    address(path, params),
    sent === undefined ? undefined : JSON.stringify(sent),
    accept,
  );
  return response.blob();
}

/** Whether the service hands out its page, whatever is remembered of it. */
export async function isThere(): Promise<boolean> {
  return fetch('/', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Posts what answers no `Done`: signing in and out, and what has no version. */
export async function post<P extends PathOf<'post'>>(
  path: P,
  body?: Body<P, 'post'>,
  params: Record<string, string> = {},
): Promise<void> {
  const sent: unknown = body;
  await send('POST', address(path, params), sent === undefined ? undefined : JSON.stringify(sent), {});
}

function seenHeaders(seen: Seen): Record<string, string> {
  return { 'If-Match': `"${seen.version.toString()}"`, 'Idempotency-Key': seen.key };
}

async function command(
  verb: 'POST' | 'PUT',
  url: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
): Promise<Done> {
  const response = await send(verb, url, body, headers);
  return (await response.json()) as Done;
}

/** Sends; where that needs a fresh sign-in, the person shows once more who they are, and it is sent again. */
async function send(
  verb: 'POST' | 'PUT',
  url: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  try {
    return await sendOnce(verb, url, body, headers);
  } catch (error) {
    if (Problem.of(error).code !== 'accounts.fresh-sign-in-needed' || !(await proveAgain())) throw error;
    return sendOnce(verb, url, body, headers);
  }
}

async function sendOnce(
  verb: 'POST' | 'PUT',
  url: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await fetch(url, {
    method: verb,
    headers: {
      Accept: 'application/json',
      'X-XSRF-TOKEN': await csrfToken(),
      ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw await Problem.from(response);
  notePosition(response);
  return response;
}

function notePosition(response: Response): void {
  position = Math.max(position, Number(response.headers.get('Medflip-Position') ?? 0));
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw await Problem.from(response);
  notePosition(response);
  return response.json();
}

/** Signing in and out take the token's cookie away; any GET brings a fresh one. */
async function csrfToken(): Promise<string> {
  const token = csrfCookie();
  if (token) return token;
  await fetch('/api/policy');
  return csrfCookie() ?? '';
}

function csrfCookie(): string | undefined {
  const match = /(?:^|;\s*)(?:__Host-)?XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return match?.[1] === undefined ? undefined : decodeURIComponent(match[1]);
}
