import {
  IconAdjustments,
  IconBox,
  IconChartBar,
  IconFileImport,
  IconHome,
  IconMessage,
  IconPencilPlus,
  IconReceipt2,
  IconShoppingCart,
  IconTags,
  IconUsers,
  IconWallet,
  type Icon,
} from '@tabler/icons-react';
import { texts } from '../../texts';

export interface Place {
  to:
    | '/'
    | '/quote'
    | '/inbox'
    | '/deals'
    | '/stock'
    | '/sales'
    | '/people'
    | '/prices'
    | '/money'
    | '/reports'
    | '/imports'
    | '/settings';
  label: string;
  icon: Icon;
  /** Where nothing is to be seen, only done. */
  writes?: true;
}

const today: Place = { to: '/', label: texts.navigation.today, icon: IconHome };
const quote: Place = { to: '/quote', label: texts.navigation.quote, icon: IconPencilPlus, writes: true };
const inbox: Place = { to: '/inbox', label: texts.navigation.inbox, icon: IconMessage };
const deals: Place = { to: '/deals', label: texts.navigation.deals, icon: IconReceipt2 };
const stock: Place = { to: '/stock', label: texts.navigation.stock, icon: IconBox };
const sales: Place = { to: '/sales', label: texts.navigation.sales, icon: IconShoppingCart };
const people: Place = { to: '/people', label: texts.navigation.people, icon: IconUsers };
const money: Place = { to: '/money', label: texts.navigation.money, icon: IconWallet };
const prices: Place = { to: '/prices', label: texts.navigation.prices, icon: IconTags };
const reports: Place = { to: '/reports', label: texts.navigation.reports, icon: IconChartBar };
const imports: Place = { to: '/imports', label: texts.navigation.imports, icon: IconFileImport, writes: true };
const settings: Place = { to: '/settings', label: texts.navigation.settings, icon: IconAdjustments };

/** On the left of a wide screen. */
export const everywhere: Place[] = [
  today,
  quote,
  inbox,
  deals,
  stock,
  sales,
  people,
  prices,
  money,
  reports,
  imports,
  settings,
];

/** In the bar at a phone's bottom; the rest is behind "More". */
export const byThumb: Place[] = [today, quote, inbox, deals];
export const behindMore: Place[] = [stock, sales, people, prices, money, reports, imports, settings];

/** Those where somebody has something to do or to see. */
export function placesOf(places: Place[], writes: boolean): Place[] {
  return places.filter((place) => writes || place.writes === undefined);
}
