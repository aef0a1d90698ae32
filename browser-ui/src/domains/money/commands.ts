import { change, make, replace } from '../../api/client';
import type { Body } from '../../api/types';
import { useChange, useMake } from '../../shared/command';

/** What a change names: which, and in which version the person saw it. */
type Seen = { id: string; version: number };

export function useRecordExpense() {
  return useMake((body: Body<'/api/expenses', 'post'>, key) => make('/api/expenses', { body, key }));
}

export function useCorrectExpense() {
  return useChange(({ expense, ...body }: Body<'/api/expenses/{id}', 'put'> & { expense: Seen }, key) =>
    replace('/api/expenses/{id}', { params: { id: expense.id }, body, seen: { version: expense.version, key } }),
  );
}

export function useVoidExpense() {
  return useChange(({ id, version, reason }: Seen & { reason: string }, key) =>
    change('/api/expenses/{id}/void', { params: { id }, body: { reason }, seen: { version, key } }),
  );
}

export function useRestoreExpense() {
  return useChange(({ id, version }: Seen, key) =>
    change('/api/expenses/{id}/restore', { params: { id }, seen: { version, key } }),
  );
}

export function useRecordTrip() {
  return useMake((body: Body<'/api/mileage', 'post'>, key) => make('/api/mileage', { body, key }));
}

export function useCorrectTrip() {
  return useChange(({ trip, ...body }: Body<'/api/mileage/{id}', 'put'> & { trip: Seen }, key) =>
    replace('/api/mileage/{id}', { params: { id: trip.id }, body, seen: { version: trip.version, key } }),
  );
}

export function useVoidTrip() {
  return useChange(({ id, version, reason }: Seen & { reason: string }, key) =>
    change('/api/mileage/{id}/void', { params: { id }, body: { reason }, seen: { version, key } }),
  );
}

export function useRestoreTrip() {
  return useChange(({ id, version }: Seen, key) =>
    change('/api/mileage/{id}/restore', { params: { id }, seen: { version, key } }),
  );
}
