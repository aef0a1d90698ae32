import { createLazyRoute } from '@tanstack/react-router';
import { ComplianceScreen, QuoteFunnelScreen, QuoteGapScreen } from '../domains/reports/QuoteReports';

export const FunnelRoute = createLazyRoute('/signed-in/reports/quotes')({ component: QuoteFunnelScreen });
export const GapRoute = createLazyRoute('/signed-in/reports/quote-gap')({ component: QuoteGapScreen });
export const ComplianceRoute = createLazyRoute('/signed-in/reports/compliance')({ component: ComplianceScreen });
