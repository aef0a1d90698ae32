import { createLazyRoute } from '@tanstack/react-router';
import { ComplianceScreen } from '../domains/reports/ComplianceScreen';
import { QuoteFunnelScreen } from '../domains/reports/QuoteFunnelScreen';
import { QuoteGapScreen } from '../domains/reports/QuoteGapScreen';

export const FunnelRoute = createLazyRoute('/signed-in/reports/quotes')({ component: QuoteFunnelScreen });
export const GapRoute = createLazyRoute('/signed-in/reports/quote-gap')({ component: QuoteGapScreen });
export const ComplianceRoute = createLazyRoute('/signed-in/reports/compliance')({ component: ComplianceScreen });
