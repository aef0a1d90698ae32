import { useAsk } from '../../shared/query';

export function useProfitByMonth() {
  return useAsk('/api/reports/profit-by-month');
}
