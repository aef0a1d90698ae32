import { createLazyRoute } from '@tanstack/react-router';
import { CashScreen } from '../domains/money/CashScreen';

export const Route = createLazyRoute('/signed-in/money/cash')({ component: CashScreen });
