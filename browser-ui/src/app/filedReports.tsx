import { createLazyRoute } from '@tanstack/react-router';
import { FiledReportsScreen } from '../domains/reports/FiledReportsScreen';

export const Route = createLazyRoute('/signed-in/reports/filed')({ component: FiledReportsScreen });
