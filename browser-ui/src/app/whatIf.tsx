import { createLazyRoute } from '@tanstack/react-router';
import { WhatIfScreen } from '../domains/catalog/WhatIfScreen';

export const Route = createLazyRoute('/signed-in/prices/what-if')({ component: WhatIfScreen });
