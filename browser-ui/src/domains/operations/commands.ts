import { ask, post } from '../../api/client';
import type { Body } from '../../api/types';

export const retryDeadLetter = (id: string) => post('/api/operator/dead-letters/{id}/retry', undefined, { id });

export const skipDeadLetter = (id: string, reason: string) =>
  post('/api/operator/dead-letters/{id}/skip', { reason }, { id });

export const retryEffect = (id: string) => post('/api/operator/effects/{id}/retry', undefined, { id });

export const readDeliveryAgain = (id: string) => post('/api/operator/deliveries/{id}/read', undefined, { id });

/** All that were set aside. */
export const readDeliveriesAgain = () => post('/api/operator/deliveries/read', undefined);

export type Replay = Body<'/api/operator/deliveries/replay', 'post'>;

/** All that a service delivered in a time; how many. */
export const replayDeliveries = async (replay: Replay) =>
  (await ask('/api/operator/deliveries/replay', replay)).deliveries;

/** The session is in that business from then on. */
export const enterSupport = (id: string) => post('/api/operator/support/{id}/enter', undefined, { id });

/** Fills a processor's view anew beside the one that serves, and puts it in its place. */
export const rebuildView = (name: string) => post('/api/operator/processors/{id}/rebuild', undefined, { id: name });

export const pauseProcessor = (name: string, reason: string) =>
  post('/api/operator/processors/{id}/pause', { reason }, { id: name });

export const resumeProcessor = (name: string) => post('/api/operator/processors/{id}/resume', undefined, { id: name });

export type HoldOrder = Body<'/api/operator/holds', 'post'>;

export const placeHold = (hold: HoldOrder) => post('/api/operator/holds', hold);

export const reviewHold = (id: string, businessId: string, reviewOn: string) =>
  post('/api/operator/holds/{id}/review', { businessId, reviewOn }, { id });

export const releaseHold = (id: string, businessId: string) =>
  post('/api/operator/holds/{id}/release', { businessId }, { id });
