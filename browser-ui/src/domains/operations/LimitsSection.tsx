import { moment, number } from '../../shared/format';
import { Facts, Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { PlainTable, ShortId } from './parts';
import { useBusinesses, useLimits } from './queries';

/** How much may anybody ask, and who asked more? */
export function LimitsSection() {
  const limits = useLimits();
  const businesses = useBusinesses();
  const { timeZone } = useBusiness();
  const nameOf = (sought: string) => businesses.data?.find(({ id }) => id === sought)?.name;
  return (
    <Section title={texts.operator.limits}>
      <Loaded query={limits}>
        {(now) => (
          <>
            <Facts
              facts={[
                [texts.operator.perAddress, texts.operator.aMinute(number(now.perAddress))],
                [texts.operator.perCaller, texts.operator.aMinute(number(now.perCaller))],
                [texts.operator.perBusiness, texts.operator.aMinute(number(now.perBusiness))],
              ]}
            />
            <PlainTable
              label={texts.operator.limits}
              columns={texts.operator.limitColumns}
              rows={now.refused}
              none={texts.operator.noneRefused}
              keyOf={({ tenantId }) => tenantId}
              cells={({ tenantId, refused, lastAt }) => [
                nameOf(tenantId) ?? <ShortId key="id" id={tenantId} />,
                number(refused),
                moment(lastAt, timeZone),
              ]}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
