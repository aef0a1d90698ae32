import { getRouteApi } from '@tanstack/react-router';
import { ItemsList } from './ItemsList';
import { LotsList } from './LotsList';

const route = getRouteApi('/signed-in/stock');

/** What do I have, what does it lose by waiting? By item first; lot by lot where somebody looks for boxes. */
export function StockScreen() {
  const { view } = route.useSearch();
  return view === 'lots' ? <LotsList /> : <ItemsList />;
}
