import { createLazyRoute } from '@tanstack/react-router';
import { CheckScreen } from '../domains/audit/CheckScreen';
import { JournalScreen } from '../domains/audit/JournalScreen';
import { LooksScreen } from '../domains/audit/LooksScreen';
import { SealScreen } from '../domains/audit/SealScreen';
import { CustodyScreen } from '../domains/inventory/CustodyScreen';
import { RecallScreen } from '../domains/inventory/RecallScreen';

export const Journal = createLazyRoute('/signed-in/settings/audit')({ component: JournalScreen });
export const Looks = createLazyRoute('/signed-in/settings/audit/looks')({ component: LooksScreen });
export const Seal = createLazyRoute('/signed-in/settings/audit/seal')({ component: SealScreen });
export const Check = createLazyRoute('/signed-in/settings/audit/check')({ component: CheckScreen });
export const Custody = createLazyRoute('/signed-in/stock/$lotId/custody')({ component: CustodyScreen });
export const Recall = createLazyRoute('/signed-in/stock/recall')({ component: RecallScreen });
