/** How many days ahead the calendar of tier drops can look. */
export const TIER_DROPS_WITHIN = [30, 60, 90, 180] as const;

export type TierDropsWithin = (typeof TIER_DROPS_WITHIN)[number];
