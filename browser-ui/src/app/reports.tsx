import { createLazyRoute } from '@tanstack/react-router';
import { ReportsScreen } from '../domains/reports/ReportsScreen';

export const Route = createLazyRoute('/signed-in/reports')({ component: ReportsScreen });
