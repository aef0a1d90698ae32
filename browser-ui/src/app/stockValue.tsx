import { createLazyRoute } from '@tanstack/react-router';
import { InventoryValueScreen } from '../domains/inventory/InventoryValueScreen';

export const Route = createLazyRoute('/signed-in/stock/value')({ component: InventoryValueScreen });
