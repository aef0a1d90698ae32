import type { Answer } from '../../api/types';
import { useAsk } from '../../shared/query';

/** The service's state changes without anybody's doing: what is shown of it is never older than this. */
const LOOK_EVERY_MS = 10_000;
const often = { refetchInterval: () => LOOK_EVERY_MS };

export type Health = Answer<'/api/operator/health'>;
export type Processor = Answer<'/api/operator/processors'>[number];
export type DeadLetter = Answer<'/api/operator/dead-letters'>[number];
export type StuckEffect = Answer<'/api/operator/effects'>[number];
export type UnreadDelivery = Answer<'/api/operator/deliveries'>[number];
export type Job = Answer<'/api/operator/jobs'>[number];
export type Business = Answer<'/api/operator/businesses'>[number];
export type ErasedBusiness = Answer<'/api/operator/erased-businesses'>[number];
export type OpenSupport = Answer<'/api/operator/support'>[number];
export type Act = Answer<'/api/operator/acts'>[number];

export function useHealth() {
  return useAsk('/api/operator/health', often);
}

export function useProcessors() {
  return useAsk('/api/operator/processors', often);
}

export type Rebuild = Answer<'/api/operator/rebuilds'>[number];

const REBUILDING_MS = 1000;

export function useRebuilds() {
  return useAsk('/api/operator/rebuilds', {
    refetchInterval: (all) => (all?.some(({ endedAt }) => endedAt === undefined) ? REBUILDING_MS : LOOK_EVERY_MS),
  });
}

export function useDeadLetters() {
  return useAsk('/api/operator/dead-letters', often);
}

export function useStuckEffects() {
  return useAsk('/api/operator/effects', often);
}

export function useUnreadDeliveries() {
  return useAsk('/api/operator/deliveries', often);
}

export type KeptDelivery = Answer<'/api/operator/deliveries/kept'>[number];

/** All that are kept, or those of one service. */
export function useKeptDeliveries(provider: string | undefined) {
  return useAsk('/api/operator/deliveries/kept', { ...often, keep: true, query: provider ? { provider } : {} });
}

export function useMails(astray: boolean) {
  return useAsk('/api/operator/mails', { ...often, keep: true, query: { astray } });
}

export function useHaltedImports() {
  return useAsk('/api/operator/imports', often);
}

export function useJobs() {
  return useAsk('/api/operator/jobs', often);
}

export function useRetention() {
  return useAsk('/api/operator/retention', often);
}

export function useBusinesses() {
  return useAsk('/api/operator/businesses');
}

export function useLimits() {
  return useAsk('/api/operator/limits', often);
}

export function useSubscriptions() {
  return useAsk('/api/operator/subscriptions', often);
}

export function usePolicyVersions() {
  return useAsk('/api/operator/policy-versions', often);
}

export function useErasedBusinesses() {
  return useAsk('/api/operator/erased-businesses');
}

export type OperatorHold = Answer<'/api/operator/holds'>[number];

export function useAllHolds() {
  return useAsk('/api/operator/holds');
}

export function useOpenSupport() {
  return useAsk('/api/operator/support', often);
}

export function useActs() {
  return useAsk('/api/operator/acts');
}

export function useFeatureSums() {
  return useAsk('/api/operator/feature-use');
}
