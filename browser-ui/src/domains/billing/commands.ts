import { ask, askOnce, make } from '../../api/client';
import { useChange } from '../../shared/command';

/** Leads to a page of Stripe's: the browser goes there. */
async function goTo(page: Promise<{ url: string }>): Promise<void> {
  window.location.assign((await page).url);
}

export function goToCheckout(plan: string, key: string): Promise<void> {
  return goTo(askOnce('/api/billing/checkout', key, { plan }));
}

export function goToPortal(key: string): Promise<void> {
  return goTo(askOnce('/api/billing/portal', key));
}

export function goToInvoice(invoice: string): Promise<void> {
  return goTo(ask('/api/billing/invoices/link', { invoice }));
}

export function useChangePlan() {
  return useChange((plan: string, key) => make('/api/billing/change', { body: { plan }, key }));
}

/** Steps that say nothing but what they are. */
export function useBillingStep(path: '/api/billing/cancel' | '/api/billing/resume' | '/api/billing/change/drop') {
  return useChange((_: undefined, key) => make(path, { key }));
}
