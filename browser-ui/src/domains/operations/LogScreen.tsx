import { moment } from '../../shared/format';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { eventSentence, texts } from '../../texts';
import { PlainTable, ShortId } from './parts';
import { useActs } from './queries';

/** What did we do to businesses' data? They see the same. */
export function LogScreen() {
  const acts = useActs();
  const { timeZone } = useBusiness();
  return (
    <Screen title={texts.operator.log} lead={texts.operator.logLead}>
      <Section title={texts.operator.log}>
        <Loaded query={acts}>
          {(all) => (
            <PlainTable
              label={texts.operator.log}
              columns={texts.operator.logColumns}
              rows={all}
              none={texts.operator.noActs}
              keyOf={({ tenantId, position }) => `${tenantId} ${String(position)}`}
              cells={(act) => [
                moment(act.recordedAt, timeZone),
                eventSentence({ event: act.event, detail: {} }),
                [act.about, act.processor, act.reason].filter(Boolean).join(' · '),
                <ShortId key="business" id={act.tenantId} />,
                <ShortId key="actor" id={act.actor} />,
              ]}
            />
          )}
        </Loaded>
      </Section>
    </Screen>
  );
}
