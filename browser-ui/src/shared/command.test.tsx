import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Done } from '../api/types';
import { useChange, useMake } from './command';

const done: Done = { id: 'a', version: 1, position: 1 };
const send = vi.fn<(input: string, key: string) => Promise<Done>>();

function inside({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>;
}

beforeEach(() => {
  send.mockReset();
});

describe('a form that makes something', () => {
  it('sends once for a double click', async () => {
    send.mockResolvedValue(done);
    const { result } = renderHook(() => useMake(send), { wrapper: inside });
    act(() => {
      result.current.run('deal');
      result.current.run('deal');
    });
    await waitFor(() => {
      expect(result.current.pending).toBe(false);
    });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('retries an answer that got lost with the same key', async () => {
    send.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(done);
    const { result } = renderHook(() => useMake(send), { wrapper: inside });
    const then = vi.fn();
    act(() => {
      result.current.run('deal', then);
    });
    await waitFor(
      () => {
        expect(then).toHaveBeenCalled();
      },
      { timeout: 3000 },
    );
    expect(send).toHaveBeenCalledTimes(2);
    expect(send.mock.calls[1]?.[1]).toBe(send.mock.calls[0]?.[1]);
  });

  it('keeps its key when the person corrects a refused form', async () => {
    send.mockRejectedValueOnce(new Problem('request.invalid', 400)).mockResolvedValueOnce(done);
    const { result } = renderHook(() => useMake(send), { wrapper: inside });
    act(() => {
      result.current.run('wrong');
    });
    await waitFor(() => {
      expect(result.current.problem?.code).toBe('request.invalid');
    });
    act(() => {
      result.current.run('right');
    });
    await waitFor(() => {
      expect(send).toHaveBeenCalledTimes(2);
    });
    expect(send.mock.calls[1]?.[1]).toBe(send.mock.calls[0]?.[1]);
  });

  it('says what is wrong once it has tried thrice while the service is away, and keeps its key', async () => {
    send.mockRejectedValue(new Problem('request.unavailable', 503));
    const { result } = renderHook(() => useMake(send), { wrapper: inside });
    act(() => {
      result.current.run('deal');
    });
    await waitFor(
      () => {
        expect(result.current.problem?.code).toBe('request.unavailable');
      },
      { timeout: 5000 },
    );
    expect(send).toHaveBeenCalledTimes(3);
    send.mockResolvedValueOnce(done);
    act(() => {
      result.current.run('deal');
    });
    await waitFor(() => {
      expect(result.current.problem).toBeUndefined();
      expect(send).toHaveBeenCalledTimes(4);
    });
    expect(new Set(send.mock.calls.map(([, key]) => key)).size).toBe(1);
  });

  it('is another thing than the next form makes', async () => {
    send.mockResolvedValue(done);
    for (const input of ['first', 'second']) {
      const { result } = renderHook(() => useMake(send), { wrapper: inside });
      act(() => {
        result.current.run(input);
      });
    }
    await waitFor(() => {
      expect(send).toHaveBeenCalledTimes(2);
    });
    expect(send.mock.calls[1]?.[1]).not.toBe(send.mock.calls[0]?.[1]);
  });
});

describe('a step that changes something', () => {
  it('has a new key each time it is taken', async () => {
    send.mockResolvedValue(done);
    const { result } = renderHook(() => useChange(send), { wrapper: inside });
    for (const times of [1, 2]) {
      act(() => {
        result.current.run('archive');
      });
      await waitFor(() => {
        expect(send).toHaveBeenCalledTimes(times);
        expect(result.current.pending).toBe(false);
      });
    }
    expect(send.mock.calls[1]?.[1]).not.toBe(send.mock.calls[0]?.[1]);
  });

  it('is not repeated by itself when the server refuses it', async () => {
    send.mockRejectedValue(new Problem('request.version-conflict', 412));
    const { result } = renderHook(() => useChange(send), { wrapper: inside });
    act(() => {
      result.current.run('archive');
    });
    await waitFor(() => {
      expect(result.current.problem?.code).toBe('request.version-conflict');
    });
    expect(send).toHaveBeenCalledTimes(1);
  });
});
