import { texts } from '../../texts';
import { AuditScreen } from './AuditScreen';
import { ReplaySection } from './replay/ReplaySection';

/** Do the screens show what the log says? */
export function CheckScreen() {
  return (
    <AuditScreen lead={texts.replay.screenLead}>
      <ReplaySection />
    </AuditScreen>
  );
}
