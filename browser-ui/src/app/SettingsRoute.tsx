import { SettingsScreen } from '../domains/accounts/SettingsScreen';
import { CardsLink } from '../domains/customers/CardsLink';
import { TemplateSettings } from '../domains/messaging/TemplateSettings';
import { TextingSettings } from '../domains/messaging/TextingSettings';
import { DealRules } from '../domains/deals/DealRules';

/** Each domain brings its own settings. */
export function SettingsRoute() {
  return (
    <SettingsScreen
      rules={
        <>
          <TextingSettings />
          <TemplateSettings />
          <DealRules />
          <CardsLink />
        </>
      }
    />
  );
}
