import type { Answer } from '../../api/types';
import { useAsk } from '../../shared/query';

export type Subscription = Answer<'/api/subscription'>;
export type Current = NonNullable<Subscription['current']>;
export type StripeView = Answer<'/api/billing/stripe'>;
export type Plan = StripeView['plans'][number];
export type Invoice = Answer<'/api/subscription/invoices'>[number];
export type BillingEntry = Answer<'/api/subscription/history'>[number];

/** What may be done, until when, and what is subscribed. */
export function useSubscription() {
  return useAsk('/api/subscription');
}

/** Plans, card and next invoice: Stripe is asked for them at this moment. */
export function useStripeView() {
  return useAsk('/api/billing/stripe');
}

export function useInvoices() {
  return useAsk('/api/subscription/invoices');
}

export function useBillingHistory() {
  return useAsk('/api/subscription/history');
}

/** What another plan would cost. */
export function useChangePreview(plan: string) {
  return useAsk('/api/billing/change-preview', { query: { plan }, once: true });
}
