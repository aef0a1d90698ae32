import { ReplaySection } from '../domains/audit/replay/ReplaySection';
import { Screen } from '../shared/Screen';
import { texts } from '../texts';

/** Do the screens show what the log says? */
export function ReplayRoute() {
  return (
    <Screen title={texts.replay.title} lead={texts.replay.screenLead}>
      <ReplaySection />
    </Screen>
  );
}
