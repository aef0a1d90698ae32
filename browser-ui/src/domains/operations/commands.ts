import { post } from '../../api/client';

export const retryDeadLetter = (id: string) => post('/api/operator/dead-letters/{id}/retry', undefined, { id });

export const skipDeadLetter = (id: string, reason: string) =>
  post('/api/operator/dead-letters/{id}/skip', { reason }, { id });

export const retryEffect = (id: string) => post('/api/operator/effects/{id}/retry', undefined, { id });

export const readDeliveryAgain = (id: string) => post('/api/operator/deliveries/{id}/read', undefined, { id });

/** All that were set aside. */
export const readDeliveriesAgain = () => post('/api/operator/deliveries/read', undefined);

/** The session is in that business from then on. */
export const enterSupport = (id: string) => post('/api/operator/support/{id}/enter', undefined, { id });
