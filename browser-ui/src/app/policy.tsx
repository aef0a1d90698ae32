import { createLazyRoute } from '@tanstack/react-router';
import { PolicyScreen } from '../domains/accounts/PolicyScreen';

export const Route = createLazyRoute('/policy')({ component: PolicyScreen });
