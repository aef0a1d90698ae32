import { SettingsScreen } from '../domains/accounts/SettingsScreen';
import { CardsLink } from '../domains/customers/CardsLink';
import { DealRules } from '../domains/deals/DealRules';

/** Each domain brings its own settings. */
export function SettingsRoute() {
  return (
    <SettingsScreen
      rules={
        <>
          <DealRules />
          <CardsLink />
        </>
      }
    />
  );
}
